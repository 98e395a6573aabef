//! The compiled word list: loaded once, read-only.
//!
//! The file is made by `cargo xtask lexicon`. It holds the words for segmentation with their frequencies
//! and tags, and the administrative divisions of China; small rule tables (titles, units, reporting verbs)
//! live as text in `lexicon/` at the top of the repository and are compiled in by the rooms that use them.

pub mod format;
pub mod tags;
pub mod words;
pub(crate) mod filters;
mod places;
mod trie;

use crate::error::Error;
use crate::sorting::{self, descending};
use crate::source::chars::is_han;
use jieba_rs::Jieba;
use places::Gazetteer;
pub use places::{Form, Level, Place, short_form};
use rustc_hash::FxHashMap;
use std::sync::OnceLock;
use tags::Reading;
pub use trie::Code;
use trie::Trie;
pub use words::Word;

/// Words with frequencies and part-of-speech tags, and the gazetteer.
pub struct Lexicon {
    words: Trie,
    readings: Vec<Reading>,
    /// The user's words, and jieba's trie of them: it can grow.
    own: FxHashMap<String, Word>,
    own_words: Option<Jieba>,
    /// Own words that are not all Han characters, by their first character.
    own_mixed: FxHashMap<char, Vec<String>>,
    divisions: String,
    gazetteer: OnceLock<Gazetteer>,
}

/// How common a word of the user is: 2^16, more than any two words that it may be divided into, one after the other.
const OWN_BUCKET: u8 = 64;

impl Lexicon {
    /// Reads a compiled lexicon.
    ///
    /// # Errors
    /// [`crate::ErrorCode::LexiconCorrupt`] for a damaged or cut-off file,
    /// [`crate::ErrorCode::LexiconVersion`] for one that another version made.
    pub fn from_bytes(bytes: &[u8]) -> Result<Lexicon, Error> {
        let file = format::read(bytes)?;
        let characters = file.characters();
        let mut words = trie::Builder::new(characters.len());
        file.each_word(|shared, path, bucket, reading| {
            words.add(shared, path[shared..].iter().map(|number| number + 1), Word { bucket, reading })
        })?;
        Ok(Lexicon {
            words: words.finish(&characters).ok_or_else(format::corrupt)?,
            readings: file.tags.lines().map(Reading::parse).collect(),
            own: FxHashMap::default(),
            own_words: None,
            own_mixed: FxHashMap::default(),
            divisions: file.places.into(),
            gazetteer: OnceLock::new(),
        })
    }

    /// What the dictionary calls a character.
    #[inline]
    pub(crate) fn code(&self, c: char) -> Code {
        self.words.code(c)
    }

    /// Gives the words of the dictionary that begin a text, the shorter first, each with its length in characters.
    #[inline]
    pub(crate) fn each_prefix(&self, text: impl Iterator<Item = Code>, found: impl FnMut(usize, Word)) {
        self.words.each_prefix(text, found);
    }

    /// The user's words that stand in a stretch of Han characters, each with its first character and one past its last.
    pub(crate) fn own_words(&self, stretch: &str) -> impl Iterator<Item = (usize, usize, Word)> {
        let found = self.own_words.as_ref().map(|jieba| jieba.cut_all(stretch)).unwrap_or_default();
        found.into_iter().filter_map(|token| Some((token.start, token.end, *self.own.get(token.word)?)))
    }

    /// The entry of a word.
    pub fn word(&self, word: &str) -> Option<Word> {
        match self.own.is_empty() {
            true => self.words.get(word),
            false => self.own.get(word).copied().or_else(|| self.words.get(word)),
        }
    }

    /// Adds words of the user with their tags; they are preferred to the ways to divide them.
    pub(crate) fn add_words<'a>(
        &mut self,
        words: impl Iterator<Item = (&'a str, &'a str)>,
    ) -> Result<(), Error> {
        use std::fmt::Write;
        let mut dictionary = String::new();
        for (word, tag) in words {
            let tag = tags::tag(tag);
            let plain = |reading: &Reading| reading.parts.is_empty() && reading.tag == tag;
            let reading = self.readings.iter().position(plain).unwrap_or(self.readings.len());
            if reading == self.readings.len() {
                self.readings.push(Reading { parts: Vec::new(), tag });
            }
            let entry = Word { bucket: OWN_BUCKET, reading: reading as u16 };
            let _ = writeln!(dictionary, "{word} {}", format::frequency(OWN_BUCKET));
            self.own.insert(word.to_string(), entry);
            if let Some(first) = word.chars().next().filter(|_| !word.chars().all(is_han)) {
                let list = self.own_mixed.entry(first).or_default();
                list.retain(|other| other != word);
                list.push(word.to_string());
                sorting::by_key(list, |other| descending(other.len() as u32).into());
            }
        }
        // not jieba's add_word: it may guess a frequency by a cut, and with that its hidden Markov model would come into
        // the program, 150 kB compressed
        let jieba = self.own_words.get_or_insert_with(Jieba::empty);
        jieba.load_dict(&mut dictionary.as_bytes()).map_err(|_| format::corrupt())
    }

    /// Length in bytes of the longest own word with marks, digits or letters in it that begins the text.
    pub(crate) fn own_mixed(&self, text: &str) -> Option<usize> {
        if self.own_mixed.is_empty() {
            return None;
        }
        let list = self.own_mixed.get(&text.chars().next()?)?;
        list.iter().find(|word| text.starts_with(word.as_str())).map(String::len)
    }

    /// Whether there are such words.
    pub(crate) fn has_own_mixed(&self) -> bool {
        !self.own_mixed.is_empty()
    }

    /// How a word is read.
    pub(crate) fn reading_of(&self, word: Word) -> Option<&Reading> {
        self.readings.get(usize::from(word.reading))
    }

    /// Tag of a word, of the last part if it is a compound.
    pub fn tag(&self, word: &str) -> Option<&'static str> {
        self.reading_of(self.word(word)?).map(|reading| reading.tag)
    }

    /// Whether the lexicon has this word.
    pub fn has_word(&self, word: &str) -> bool {
        self.word(word).is_some()
    }

    /// Whether a word longer than so many characters begins a text of a few.
    pub(crate) fn begins_with_word(&self, text: impl Iterator<Item = char> + Clone, longer: usize) -> bool {
        let mut found = false;
        self.each_prefix(text.clone().map(|c| self.code(c)), |length, _| found |= length > longer);
        if !found && !self.own.is_empty() {
            let text: String = text.collect();
            let ends = text.char_indices().map(|(at, c)| at + c.len_utf8());
            found = ends.skip(longer).any(|end| self.own.contains_key(&text[..end]));
        }
        found
    }

    /// Every place that a name may stand for, provinces first, then cities, counties, foreign places; none when
    /// the gazetteer does not have it. 重庆, 重庆市 and 渝 all find 重庆市 (500000); 吉林 finds the province and
    /// the city. [`Place::parent`] gives the code of the division above, [`Lexicon::place_by_code`] its entry.
    pub fn places(&self, name: &str) -> &[Place] {
        self.gazetteer().get(name)
    }

    fn gazetteer(&self) -> &Gazetteer {
        self.gazetteer.get_or_init(|| Gazetteer::new(&self.divisions))
    }

    /// Full name of a division of China by its GB/T 2260 code: 500000 is 重庆市.
    pub fn place_by_code(&self, code: u32) -> Option<&str> {
        self.gazetteer().by_code(code)
    }
}
