//! The words by name: frequency and reading of each.

use super::format::{self, File};
use crate::error::Error;

/// A word of the lexicon.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Word {
    /// How common it is, see [`super::format::frequency`].
    pub bucket: u8,
    /// Number of its reading.
    pub reading: u16,
}

/// All words in a hash table with open addressing. A word stands for itself by a hash of 64 bits, 0 for a free place;
/// the strings are not kept.
#[derive(Default)]
pub(super) struct Words {
    hashes: Vec<u64>,
    words: Vec<Word>,
}

impl Words {
    /// Reads the words and gives each to `each`, in the order of the file.
    pub(super) fn read(file: &File, mut each: impl FnMut(&str, Word)) -> Result<Words, Error> {
        let room = (file.word_count() * 3 / 2 + 1).next_power_of_two();
        let mut words = Words { hashes: vec![0; room], words: vec![Word::default(); room] };
        let mut twice = false;
        file.each_word(|word, bucket, reading| {
            let entry = Word { bucket, reading };
            let hash = hash(word);
            let at = words.place(hash);
            twice |= words.hashes[at] == hash;
            words.hashes[at] = hash;
            words.words[at] = entry;
            each(word, entry);
        })?;
        if twice { Err(format::corrupt()) } else { Ok(words) }
    }

    pub(super) fn get(&self, word: &str) -> Option<Word> {
        if self.hashes.is_empty() {
            return None;
        }
        let hash = hash(word);
        let at = self.place(hash);
        (self.hashes[at] == hash).then(|| self.words[at])
    }

    /// Where the hash stands in the table, or the free place where it would.
    fn place(&self, hash: u64) -> usize {
        let mask = self.hashes.len() - 1;
        let mut at = (hash >> 32) as usize & mask;
        while self.hashes[at] != 0 && self.hashes[at] != hash {
            at = (at + 1) & mask;
        }
        at
    }
}

/// Never 0.
fn hash(word: &str) -> u64 {
    const MULTIPLIER: u64 = 0x9e37_79b9_7f4a_7c15;
    let mixed = word
        .bytes()
        .fold(0x51_7cc1, |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3));
    (mixed ^ (mixed >> 29)).wrapping_mul(MULTIPLIER) | 1
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
    use crate::lexicon::format::Entry;

    #[test]
    fn words_are_found() {
        let entries = ["版", "版面", "报", "报纸"].map(|word| Entry {
            word: word.into(),
            bucket: 8,
            reading: "n".into(),
        });
        let bytes = format::write(&entries, "");
        let mut order = Vec::new();
        let words =
            Words::read(&format::read(&bytes).unwrap(), |word, _| order.push(word.to_string())).unwrap();
        assert_eq!(words.get("版面"), Some(Word { bucket: 8, reading: 0 }));
        assert_eq!(words.get("版本"), None);
        assert_eq!(order, ["报", "报纸", "版", "版面"]); // equally common: in the order of Unicode
        assert_eq!(Words::default().get("版"), None);
    }
}
