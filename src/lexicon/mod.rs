//! The compiled word list: loaded once, read-only.
//!
//! The file is made by `cargo xtask lexicon`. It holds the words for segmentation with their frequencies
//! and tags, and the administrative divisions of China; small rule tables (titles, units, reporting verbs)
//! live as text in `lexicon/` at the top of the repository and are compiled in by the rooms that use them.

pub mod format;
pub mod tags;
pub mod words;
mod places;

use crate::error::Error;
use jieba_rs::Jieba;
use places::Gazetteer;
pub use places::{Form, Level, Place, short_form};
use std::io::BufReader;
use std::sync::OnceLock;
use tags::Reading;
pub use words::Word;
use words::Words;

/// Words with frequencies and part-of-speech tags, and the gazetteer.
pub struct Lexicon {
    jieba: Jieba,
    words: Words,
    readings: Vec<Reading>,
    divisions: String,
    gazetteer: OnceLock<Gazetteer>,
}

impl Lexicon {
    /// Reads a compiled lexicon.
    ///
    /// # Errors
    /// [`crate::ErrorCode::LexiconCorrupt`] for a damaged or cut-off file,
    /// [`crate::ErrorCode::LexiconVersion`] for one that another version made.
    pub fn from_bytes(bytes: &[u8]) -> Result<Lexicon, Error> {
        use std::fmt::Write;
        let file = format::read(bytes)?;
        let words = Words::read(&file)?;
        let mut dictionary = String::with_capacity(bytes.len() * 2);
        for (word, Word { bucket, reading }) in words.iter() {
            let tag = usize::from(reading) << 7 | usize::from(bucket);
            let _ = writeln!(dictionary, "{word} {} {tag}", format::frequency(bucket));
        }
        let jieba =
            Jieba::with_dict(&mut BufReader::new(dictionary.as_bytes())).map_err(|_| format::corrupt())?;
        let readings = file.tags.lines().map(Reading::parse).collect();
        Ok(Lexicon { jieba, words, readings, divisions: file.places.into(), gazetteer: OnceLock::new() })
    }

    /// The segmenter over these words. What it gives as the tag of a word is for [`Lexicon::entry`].
    pub(crate) fn jieba(&self) -> &Jieba {
        &self.jieba
    }

    /// The entry that the segmenter gave as a tag; none for what is not in the dictionary.
    pub(crate) fn entry(&self, tag: &str) -> Option<Word> {
        let number: usize = tag.parse().ok()?;
        Some(Word { bucket: (number & 0x7f) as u8, reading: (number >> 7) as u16 })
    }

    /// The entry of a word.
    pub fn word(&self, word: &str) -> Option<Word> {
        self.words.get(word)
    }

    /// Length in characters of the longest word that may begin with this character.
    pub(crate) fn longest_from(&self, first: char) -> usize {
        self.words.longest(first)
    }

    /// How a word is read.
    pub(crate) fn reading_of(&self, word: Word) -> Option<&Reading> {
        self.readings.get(usize::from(word.reading))
    }

    /// Tag of a word, of the last part if it is a compound.
    pub fn tag(&self, word: &str) -> Option<&'static str> {
        self.readings.get(usize::from(self.words.get(word)?.reading)).map(|reading| reading.tag)
    }

    /// Whether the lexicon has this word.
    pub fn has_word(&self, word: &str) -> bool {
        self.jieba.has_word(word)
    }

    /// Every place that a name may stand for, provinces first, then cities, counties, foreign places; none when
    /// the gazetteer does not have it. 重庆, 重庆市 and 渝 all find 重庆市 (500000); 吉林 finds the province and
    /// the city. [`Place::parent`] gives the code of the division above, [`Lexicon::place_by_code`] its entry.
    pub fn places(&self, name: &str) -> &[Place] {
        self.gazetteer.get_or_init(|| Gazetteer::new(&self.divisions)).get(name)
    }

    /// Full name of a division of China by its GB/T 2260 code: 500000 is 重庆市.
    pub fn place_by_code(&self, code: u32) -> Option<&str> {
        let lines = self.divisions.lines().filter_map(|line| line.split_once('\t'));
        lines.into_iter().find(|(of, _)| of.parse() == Ok(code)).map(|(_, name)| name)
    }
}
