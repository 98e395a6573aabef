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
        Reading { text, articles, sentences, tokens, lexicon, date: None, glyphs: Glyphs::new(text) }
    }
}
