//! Counts and measures of a text.
//!
//! A page carries what its reader sees at once ([`Statistics`]); everything else is computed when it is asked for, by the
//! functions of the rooms below, which take a text with its words.

mod collocates;
mod concordance;
mod dispersion;
mod frequencies;
mod keyness;
mod keywords;
mod new_words;
mod phrases;
mod readability;
mod vocabulary;

pub use collocates::{Collocate, collocates};
pub use concordance::{Line, Query, Sort, concordance};
pub use dispersion::{Dispersion, dispersion};
pub use frequencies::{Frequency, frequencies};
pub use keyness::{Keyness, keyness};
pub use keywords::{Keyword, StopWords, keywords, text_rank};
pub use new_words::{NewWord, new_words};
pub use phrases::{Phrase, phrases};
pub use readability::{Readability, readability};

use crate::lexicon::Lexicon;
use crate::page::{Article, BlockType, Offsets, Sentences, Tokens};
use crate::source::chars::{is_han, is_invisible, is_line_break, is_space};
use serde::Serialize;
use vocabulary::Vocabulary;

/// A text with its words, offsets in bytes.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    /// The text.
    pub text: &'a str,
    /// Its words and marks.
    pub tokens: &'a Tokens,
}

impl<'a> Words<'a> {
    /// Number of words and marks.
    fn len(self) -> usize {
        self.tokens.start.len()
    }

    /// The word or mark at an index.
    fn word(self, index: usize) -> &'a str {
        &self.text[self.tokens.start[index] as usize..self.tokens.end[index] as usize]
    }

    /// Whether a word stands there, not a mark.
    fn is_word(self, index: usize) -> bool {
        !matches!(self.tokens.tag[index], "w" | "x")
    }

    /// The words without the marks: index and word.
    fn words(self) -> impl Iterator<Item = (usize, &'a str)> {
        (0..self.len()).filter(move |index| self.is_word(*index)).map(move |index| (index, self.word(index)))
    }
}

/// Counts and measures of a page.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Statistics {
    /// Characters without white space.
    pub characters: u32,
    /// Words without marks.
    pub words: u32,
    /// Different words.
    pub distinct_words: u32,
    /// Sentences.
    pub sentences: u32,
    /// Blocks of running text.
    pub paragraphs: u32,
    /// How hard the text is to read.
    pub readability: Readability,
    /// Every word with its count, most frequent first, then in text order.
    pub frequencies: Vec<Frequency>,
    /// The words that tell this text from others, see [`keywords`].
    pub keywords: Vec<Keyword>,
    /// Strings that the page repeats and the lexicon does not have, see [`new_words`].
    pub new_words: Vec<NewWord>,
}

impl Offsets for Statistics {
    fn each_offset(&mut self, _: &mut dyn FnMut(&mut u32)) {}
}

/// Length of the lists that a page carries.
const PAGE_KEYWORDS: usize = 50;

/// The statistics of a page.
pub fn measure(
    words: Words,
    articles: &[Article],
    sentences: &Sentences,
    lexicon: &Lexicon,
    stop_words: &StopWords,
) -> Statistics {
    let vocabulary = Vocabulary::read(words);
    let frequencies = frequencies::count(words, &vocabulary);
    let characters = Characters::count(words, &vocabulary);
    let running =
        articles.iter().flat_map(|article| &article.blocks).filter(|b| b.kind == BlockType::Paragraph);
    Statistics {
        characters: characters.seen,
        words: frequencies.iter().map(|frequency| frequency.count).sum(),
        distinct_words: frequencies.len() as u32,
        sentences: sentences.start.len() as u32,
        paragraphs: running.count() as u32,
        readability: readability::measure(words, &vocabulary, sentences, characters),
        keywords: keywords(&frequencies, lexicon, stop_words, PAGE_KEYWORDS),
        new_words: new_words::find(words, &vocabulary, lexicon),
        frequencies,
    }
}

/// The characters of a text, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Characters {
    /// Without white space.
    seen: u32,
    /// Chinese ones.
    han: u32,
    /// Those of these that are common.
    common: u32,
}

impl Characters {
    /// Of a text: what each different word has, as often as it stands there, and what stands between the words.
    fn count(words: Words, vocabulary: &Vocabulary) -> Characters {
        let mut all = Characters::default();
        let mut add = |text: &str, times: u32| {
            let counted = Characters::of(text);
            all.seen += counted.seen * times;
            all.han += counted.han * times;
            all.common += counted.common * times;
        };
        vocabulary.words.iter().zip(&vocabulary.counts).for_each(|(word, count)| add(word, *count));
        let mut done = 0;
        let ends = words.tokens.start.iter().zip(&words.tokens.end);
        for (start, end) in ends.map(|(start, end)| (*start as usize, *end as usize)) {
            if start != done {
                add(words.text.get(done..start).unwrap_or_default(), 1);
            }
            done = end;
        }
        add(words.text.get(done..).unwrap_or_default(), 1);
        all
    }

    fn of(text: &str) -> Characters {
        let common = readability::common_characters();
        let mut counted = Characters::default();
        let mut others = 0;
        for c in text.chars() {
            if is_han(c) {
                counted.han += 1;
                counted.common += u32::from(common.has(c));
            } else if matches!(c, '!'..='~' | '\u{3001}'..='\u{fefe}' | '\u{ff01}'..='\u{ffef}') {
                // marks, digits and letters: far from all white space
                others += 1;
            } else {
                others += u32::from(!is_space(c) && !is_line_break(c) && !is_invisible(c));
            }
        }
        Characters { seen: counted.han + others, ..counted }
    }
}

/// Four decimals, so that results are the same to the last digit everywhere.
fn round(value: f64) -> f64 {
    let scaled = (value * 10_000.0).round();
    // no negative zero
    if scaled == 0.0 { 0.0 } else { scaled / 10_000.0 }
}

/// The quotient, 0 when there is nothing to divide by.
fn ratio(part: u32, whole: u32) -> f64 {
    if whole == 0 { 0.0 } else { f64::from(part) / f64::from(whole) }
}

#[cfg(test)]
mod testing {
    use crate::page::Tokens;

    /// A text of words with their tags, `word/tag` with spaces between, as the rooms take it.
    pub fn words(tagged: &'static str) -> (String, Tokens) {
        let (mut text, mut tokens) = (String::new(), Tokens::default());
        for item in tagged.split(' ') {
            let (word, tag) = item.rsplit_once('/').unwrap_or((item, "n"));
            tokens.start.push(text.len() as u32);
            text.push_str(word);
            tokens.end.push(text.len() as u32);
            tokens.tag.push(tag);
        }
        (text, tokens)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounding() {
        for (value, expected) in [(0.123_45, 0.1235), (-0.000_01, 0.0), (2.0, 2.0), (1.0 / 3.0, 0.3333)] {
            assert_eq!(round(value), expected);
        }
        assert_eq!(ratio(1, 0), 0.0);
        let expected = Characters { seen: 4, han: 4, common: 3 };
        assert_eq!(Characters::of("版 面\n　囧二\u{200b}"), expected);
        assert_eq!(Characters::of("A，é😀").seen, 4);
    }
}
