//! What stands in the text: one room for each kind.
//!
//! Each room is a function from a [`Reading`] to a list of the contract's records, offsets in UTF-8 bytes,
//! in text order.

pub mod entities;
pub mod figures;
pub(crate) mod numbers;
pub mod quantities;
pub mod quotations;
pub mod times;

pub use numbers::written;

use crate::lexicon::Lexicon;
use crate::page::{Article, Sentences, Tokens};
use numbers::glyphs::Glyphs;

/// What the extraction rooms read: the rebuilt text with its articles, sentences and words.
pub struct Reading<'a> {
    /// The rebuilt text.
    pub text: &'a str,
    /// Its articles with their blocks.
    pub articles: &'a [Article],
    /// Its sentences.
    pub sentences: &'a Sentences,
    /// Its words.
    pub tokens: &'a Tokens,
    /// The word list.
    pub lexicon: &'a Lexicon,
    /// Day of publication as ISO 8601, if it is known.
    pub date: Option<&'a str>,
    /// The text as the grammars of numbers and times see it.
    glyphs: Glyphs,
    /// Where its words stand.
    places: WordPlaces<'a>,
}

/// Finds the words at a place of the text: near a mark, not by searching among all.
pub(crate) struct WordPlaces<'a> {
    start: &'a [u32],
    /// For each [`STEP`] bytes the number of words that begin before them.
    marks: Vec<u32>,
}

/// Bytes between two marks.
const STEP: u32 = 64;

impl<'a> WordPlaces<'a> {
    fn new(text: &str, tokens: &'a Tokens) -> WordPlaces<'a> {
        let mut marks = Vec::with_capacity(text.len() / STEP as usize + 1);
        for (index, start) in (0..).zip(&tokens.start) {
            while marks.len() as u32 * STEP <= *start {
                marks.push(index);
            }
        }
        WordPlaces { start: &tokens.start, marks }
    }

    /// The first word that begins at a byte or after it.
    pub(crate) fn at_or_after(&self, byte: u32) -> usize {
        let mark = self.marks.get((byte / STEP) as usize);
        let mut index = mark.map_or(self.start.len(), |mark| *mark as usize);
        while self.start.get(index).is_some_and(|start| *start < byte) {
            index += 1;
        }
        index
    }

    /// The last word that begins at a byte or before it.
    pub(crate) fn at_or_before(&self, byte: u32) -> Option<usize> {
        self.at_or_after(byte + 1).checked_sub(1)
    }
}

impl<'a> Reading<'a> {
    /// What the rooms read, with nothing known of the day.
    pub fn new(
        text: &'a str,
        articles: &'a [Article],
        sentences: &'a Sentences,
        tokens: &'a Tokens,
        lexicon: &'a Lexicon,
    ) -> Reading<'a> {
        let (glyphs, places) = (Glyphs::new(text), WordPlaces::new(text, tokens));
        Reading { text, articles, sentences, tokens, lexicon, date: None, glyphs, places }
    }
}
