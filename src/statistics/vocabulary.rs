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
        let length = end.checked_sub(start)?;
        let from = text.as_bytes().get(start..)?;
        // most words are two characters
        match from.first_chunk::<8>() {
            Some(bytes) if (1..=8).contains(&length) => {
                let unused = 64 - 8 * length;
                let word = u64::from_le_bytes(*bytes) << unused;
                (word >> 56 != 0).then_some(Key([word >> unused, 0, 0]))
            }
            _ => Key::of_longer(from, length),
        }
    }

    #[inline(never)]
    fn of_longer(from: &[u8], length: usize) -> Option<Key> {
        if length > Key::LONGEST {
            return None;
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

    /// Of a string that has none of its own, by a number: no text holds such bytes.
    fn stand_in(number: u64) -> Key {
        Key([number, u64::MAX, u64::MAX])
    }
}

/// What a word may be to the counts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// No word.
    Mark,
    /// A word that may be a part of a new one.
    Content,
    /// A function word, a pronoun, a number.
    Other,
}

impl Kind {
    #[inline]
    fn of(tag: &str) -> Kind {
        let Some(first) = tag.as_bytes().first() else { return Kind::Other };
        match first {
            b'n' | b'v' | b'a' | b'b' | b'j' | b'i' | b'l' | b's' | b'g' | b'h' | b'k' | b'z' => {
                Kind::Content
            }
            b'w' | b'x' if tag.len() == 1 => Kind::Mark,
            _ => Kind::Other,
        }
    }
}

/// The words and marks of a text by number, in the order in which they first stand there.
pub(super) struct Vocabulary<'a> {
    /// The number of each word or mark of the text.
    pub of: Vec<u32>,
    /// What each word or mark of the text is, by its tag.
    pub kind: Vec<Kind>,
    /// The words by number.
    pub words: Vec<&'a str>,
    /// How often each stands in the text, by number.
    pub counts: Vec<u32>,
    numbers: Numbering<Key>,
    /// The few that are too long for a key, for stand-ins.
    long: FxHashMap<&'a str, u64>,
}

impl<'a> Vocabulary<'a> {
    pub(super) fn read(words: Words<'a>) -> Vocabulary<'a> {
        // in a page every fourth word is new, in a long text fewer are
        let different = words.len().min(20_000) / 4;
        let mut vocabulary = Vocabulary {
            of: Vec::with_capacity(words.len()),
            kind: words.tokens.tag.iter().map(|tag| Kind::of(tag)).collect(),
            words: Vec::with_capacity(different),
            counts: Vec::with_capacity(different),
            numbers: Numbering::with_capacity(different),
            long: FxHashMap::default(),
        };
        for (start, end) in words.tokens.start.iter().zip(&words.tokens.end) {
            let (start, end) = (*start as usize, *end as usize);
            let key = Key::of(words.text, start, end).unwrap_or_else(|| {
                let next = vocabulary.long.len() as u64;
                Key::stand_in(*vocabulary.long.entry(&words.text[start..end]).or_insert(next))
            });
            let number = vocabulary.numbers.number(key);
            match vocabulary.counts.get_mut(number as usize) {
                Some(count) => *count += 1,
                None => {
                    vocabulary.counts.push(1);
                    vocabulary.words.push(&words.text[start..end]);
                }
            }
            vocabulary.of.push(number);
        }
        vocabulary
    }

    /// The number of a stretch of a text, if it is a word.
    pub(super) fn number(&self, text: &str, start: usize, end: usize) -> Option<usize> {
        let stand_in = || self.long.get(&text[start..end]).map(|number| Key::stand_in(*number));
        let key = Key::of(text, start, end).or_else(stand_in)?;
        self.numbers.get(&key).map(|number| number as usize)
    }
}
