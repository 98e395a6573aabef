//! The words by name: frequency and reading of each.

use super::format::File;
use crate::error::Error;

/// A word of the lexicon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// How common it is, see [`format::frequency`].
    pub bucket: u8,
    /// Number of its reading.
    pub reading: u16,
}

/// All words in one string, found through a hash table with open addressing: no allocation for a word.
#[derive(Default)]
pub(super) struct Words {
    text: String,
    ends: Vec<u32>,
    words: Vec<Word>,
    /// Index and part of the hash, so that a string that is no word is seldom compared.
    table: Vec<(u32, u32)>,
    /// Length in characters of the longest word that begins with a character, for U+4E00 to U+9FFF.
    longest: Vec<u8>,
}

const HAN: usize = 0x9fff - 0x4e00 + 1;

/// The place of a common Han character in a table of [`HAN`] entries.
fn han_index(c: char) -> Option<usize> {
    (c as usize).checked_sub(0x4e00).filter(|index| *index < HAN)
}

const EMPTY: u32 = u32::MAX;

impl Words {
    pub(super) fn read(file: &File) -> Result<Words, Error> {
        let mut words = Words::default();
        file.each_word(|word, bucket, reading| {
            words.text.push_str(word);
            words.ends.push(words.text.len() as u32);
            words.words.push(Word { bucket, reading });
        })?;
        words.text.shrink_to_fit();
        words.longest = vec![1; HAN];
        for i in 0..words.words.len() {
            let mut chars = words.name(i).chars();
            if let Some(first) = chars.next().and_then(han_index) {
                words.longest[first] = words.longest[first].max(1 + chars.count().min(30) as u8);
            }
        }
        words.table = vec![(EMPTY, 0); (words.words.len() * 2).next_power_of_two()];
        for i in 0..words.words.len() {
            let (slot, check) = words.slot(words.name(i));
            words.table[slot] = (i as u32, check);
        }
        Ok(words)
    }

    pub(super) fn get(&self, word: &str) -> Option<Word> {
        let (index, _) = *self.table.get(self.slot(word).0)?;
        self.words.get(index as usize).copied()
    }

    /// Length in characters of the longest word that may begin with this character.
    pub(super) fn longest(&self, first: char) -> usize {
        han_index(first).and_then(|index| self.longest.get(index)).map_or(1, |length| usize::from(*length))
    }

    /// Lets a longer word begin with the first character of this one.
    pub(super) fn allow(&mut self, word: &str) {
        let length = word.chars().count().min(30) as u8;
        if let Some(longest) =
            word.chars().next().and_then(han_index).and_then(|index| self.longest.get_mut(index))
        {
            *longest = (*longest).max(length);
        }
    }

    /// Every word with its entry, in the order of the file.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, Word)> {
        self.words.iter().enumerate().map(|(i, word)| (self.name(i), *word))
    }

    fn name(&self, index: usize) -> &str {
        let start = if index == 0 { 0 } else { self.ends[index - 1] };
        &self.text[start as usize..self.ends[index] as usize]
    }

    /// Where the word stands in the table, or the free place where it would; and its check.
    fn slot(&self, word: &str) -> (usize, u32) {
        let hash = hash(word);
        let check = (hash >> 32) as u32;
        let Some(mask) = self.table.len().checked_sub(1) else { return (0, check) };
        let mut at = (hash >> 12) as usize & mask;
        loop {
            let (index, other) = self.table[at];
            if index == EMPTY || other == check && self.name(index as usize) == word {
                return (at, check);
            }
            at = (at + 1) & mask;
        }
    }
}

fn hash(word: &str) -> u64 {
    word.chars()
        .fold(0_u64, |hash, c| (hash.rotate_left(23) ^ u64::from(c)).wrapping_mul(0x9e37_79b9_7f4a_7c15))
}

/// The reading of frequencies as a cost: sixteenths of a bit, so that sums are whole numbers everywhere.
pub fn cost(bucket: u8) -> i32 {
    // jieba's frequencies add up to about 2^26
    (4 * 26 - i32::from(bucket)) * 4
}

/// The cost of a character that the lexicon does not have.
pub const UNKNOWN: i32 = 27 * 16;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::format::{self, Entry};

    #[test]
    fn words_are_found() {
        let entries = ["版", "版面", "报", "报纸"].map(|word| Entry {
            word: word.into(),
            bucket: 8,
            reading: "n".into(),
        });
        let bytes = format::write(entries.to_vec(), "");
        let words = Words::read(&format::read(&bytes).unwrap()).unwrap();
        assert_eq!(words.get("版面"), Some(Word { bucket: 8, reading: 0 }));
        assert_eq!(words.get("版本"), None);
        assert_eq!(words.iter().map(|(word, _)| word).collect::<Vec<_>>(), ["报", "报纸", "版", "版面"]);
        assert_eq!(Words::default().get("版"), None);
    }
}
