//! The different words of a text, each with a number: what is counted by word is counted in columns.

use super::Words;
use rustc_hash::FxHashMap;

/// The words and marks of a text by number, in the order in which they first stand there.
pub(super) struct Vocabulary<'a> {
    /// The number of each word or mark of the text.
    pub of: Vec<u32>,
    /// The words by number.
    pub words: Vec<&'a str>,
}

impl<'a> Vocabulary<'a> {
    pub(super) fn read(words: Words<'a>) -> Vocabulary<'a> {
        let mut numbers: FxHashMap<&str, u32> = FxHashMap::default();
        let mut vocabulary = Vocabulary { of: Vec::with_capacity(words.len()), words: Vec::new() };
        for index in 0..words.len() {
            let word = words.word(index);
            let number = *numbers.entry(word).or_insert(vocabulary.words.len() as u32);
            if number as usize == vocabulary.words.len() {
                vocabulary.words.push(word);
            }
            vocabulary.of.push(number);
        }
        vocabulary
    }
}
