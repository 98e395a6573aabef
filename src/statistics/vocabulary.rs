//! The different words of a text, each with a number: what is counted by word is counted in columns.

use super::Words;
use crate::numbering::Numbering;
use rustc_hash::FxHashMap;
use std::hash::{Hash, Hasher};

/// A short string in numbers, which are hashed and compared faster than a string.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Key([u64; 3]);

impl Hash for Key {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u64(self.0[0]);
        // most keys have nothing in the other parts
        if self.0[1] != 0 {
            self.0[1..].iter().for_each(|part| state.write_u64(*part));
        }
    }
}

impl Key {
    /// Bytes of the longest string that has one.
    pub(super) const LONGEST: usize = 24;

    /// Of a stretch of a text; none if it is too long, or ends like the zeros that fill up a key.
    #[inline]
    pub(super) fn of(text: &str, start: usize, end: usize) -> Option<Key> {
        let length = end.checked_sub(start).filter(|length| *length <= Key::LONGEST)?;
        let from = text.as_bytes().get(start..)?;
        // most words are two characters
        if let (1..=8, Some(bytes)) = (length, from.first_chunk::<8>()) {
            let word = u64::from_le_bytes(*bytes) << (64 - 8 * length) >> (64 - 8 * length);
            return (bytes[length - 1] != 0).then_some(Key([word, 0, 0]));
        }
        let bytes = match from.first_chunk::<24>() {
            Some(bytes) => *bytes,
            None => {
                let mut bytes = [0; 24];
                bytes.iter_mut().zip(from).for_each(|(byte, from)| *byte = *from);
                bytes
            }
        };
        let mut key = [0; 3];
        for ((part, bytes), at) in key.iter_mut().zip(bytes.as_chunks::<8>().0).zip([0, 8, 16]) {
            // the bytes after the end do not count
            let bits = 8 * length.saturating_sub(at).min(8) as u32;
            *part = u64::from_le_bytes(*bytes) & u64::MAX.checked_shr(64 - bits).unwrap_or(0);
        }
        (length == 0 || bytes[length - 1] != 0).then_some(Key(key))
    }
}

/// The words and marks of a text by number, in the order in which they first stand there.
pub(super) struct Vocabulary<'a> {
    /// The number of each word or mark of the text.
    pub of: Vec<u32>,
    /// The words by number.
    pub words: Vec<&'a str>,
    /// The words that have a key, which are nearly all, in a numbering of their own, and their numbers here.
    short: Numbering<Key>,
    numbers: Vec<u32>,
    long: FxHashMap<&'a str, u32>,
}

impl<'a> Vocabulary<'a> {
    pub(super) fn read(words: Words<'a>) -> Vocabulary<'a> {
        // in a page every fourth word is new, in a long text fewer are
        let different = words.len().min(20_000) / 4;
        let mut vocabulary = Vocabulary {
            of: Vec::with_capacity(words.len()),
            words: Vec::with_capacity(different),
            short: Numbering::with_capacity(different),
            numbers: Vec::with_capacity(different),
            long: FxHashMap::default(),
        };
        for (start, end) in words.tokens.start.iter().zip(&words.tokens.end) {
            let (start, end) = (*start as usize, *end as usize);
            let next = vocabulary.words.len() as u32;
            let number = match Key::of(words.text, start, end) {
                Some(key) => {
                    let short = vocabulary.short.number(key) as usize;
                    if short == vocabulary.numbers.len() {
                        vocabulary.numbers.push(next);
                    }
                    vocabulary.numbers[short]
                }
                None => *vocabulary.long.entry(&words.text[start..end]).or_insert(next),
            };
            if number == next {
                vocabulary.words.push(&words.text[start..end]);
            }
            vocabulary.of.push(number);
        }
        vocabulary
    }

    /// The number of a stretch of a text, if it is a word.
    pub(super) fn number(&self, text: &str, start: usize, end: usize) -> Option<usize> {
        let number = match Key::of(text, start, end) {
            Some(key) => self.short.get(&key).map(|short| self.numbers[short as usize]),
            None => self.long.get(&text[start..end]).copied(),
        };
        number.map(|number| number as usize)
    }
}
