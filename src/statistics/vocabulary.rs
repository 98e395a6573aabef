//! The different words of a text, each with a number: what is counted by word is counted in columns.

use super::Words;
use rustc_hash::{FxBuildHasher, FxHashMap};

/// The words and marks of a text by number, in the order in which they first stand there.
pub(super) struct Vocabulary<'a> {
    /// The number of each word or mark of the text.
    pub of: Vec<u32>,
    /// The words by number.
    pub words: Vec<&'a str>,
    numbers: FxHashMap<&'a str, u32>,
}

impl<'a> Vocabulary<'a> {
    pub(super) fn read(words: Words<'a>) -> Vocabulary<'a> {
        // in a page every fourth word is new, in a long text fewer are
        let different = words.len().min(20_000) / 4;
        let mut vocabulary = Vocabulary {
            of: Vec::with_capacity(words.len()),
            words: Vec::with_capacity(different),
            numbers: FxHashMap::with_capacity_and_hasher(different, FxBuildHasher),
        };
        for index in 0..words.len() {
            let word = words.word(index);
            let number = *vocabulary.numbers.entry(word).or_insert(vocabulary.words.len() as u32);
            if number as usize == vocabulary.words.len() {
                vocabulary.words.push(word);
            }
            vocabulary.of.push(number);
        }
        vocabulary
    }

    /// The number of a word, if it stands in the text.
    pub(super) fn number(&self, word: &str) -> Option<usize> {
        self.numbers.get(word).map(|number| *number as usize)
    }
}
