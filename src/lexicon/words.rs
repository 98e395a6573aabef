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

/// All words in a hash table with open addressing, each in one number: 40 bits of its hash, its bucket, its reading. The
/// strings are not kept. Single characters of the block that has nearly all of them stand in a column of their own.
#[derive(Default)]
pub(super) struct Words {
    /// 0 for a free place.
    table: Vec<u64>,
    /// By character from [`FIRST`] on; one more than the number of [`packed`], 0 for one that is no word.
    single: Vec<u32>,
}

/// The block CJK Unified Ideographs.
const FIRST: u32 = 0x4e00;
const LAST: u32 = 0x9fff;
/// Bits of a word in its number.
const BITS: u32 = 24;
/// What stands above them.
const HASH: u64 = !((1 << BITS) - 1);

fn packed(word: Word) -> u32 {
    u32::from(word.bucket) << 16 | u32::from(word.reading)
}

fn unpacked(number: u32) -> Word {
    Word { bucket: (number >> 16) as u8, reading: number as u16 }
}

impl Words {
    /// Reads the words and gives each to `each`, in the order of the file.
    pub(super) fn read(file: &File, mut each: impl FnMut(&str, Word)) -> Result<Words, Error> {
        let room = (file.word_count() * 3 / 2 + 1).next_power_of_two();
        let mut words = Words { table: vec![0; room], single: vec![0; (LAST - FIRST + 1) as usize] };
        let mut twice = false;
        file.each_word(|word, bucket, reading| {
            let entry = Word { bucket, reading };
            match single(word) {
                Some(at) => {
                    twice |= words.single[at] != 0;
                    words.single[at] = packed(entry) + 1;
                }
                None => {
                    let hash = hash(word);
                    let at = words.place(hash);
                    twice |= words.table[at] != 0;
                    words.table[at] = hash & HASH | u64::from(packed(entry));
                }
            }
            each(word, entry);
        })?;
        if twice { Err(format::corrupt()) } else { Ok(words) }
    }

    pub(super) fn get(&self, word: &str) -> Option<Word> {
        if self.table.is_empty() {
            return None;
        }
        if let Some(at) = single(word) {
            return self.single[at].checked_sub(1).map(unpacked);
        }
        let found = self.table[self.place(hash(word))];
        (found != 0).then(|| unpacked((found & !HASH) as u32))
    }

    /// Where the hash stands in the table, or the free place where it would.
    fn place(&self, hash: u64) -> usize {
        let mask = self.table.len() - 1;
        let mut at = hash as usize & mask;
        while self.table[at] != 0 && self.table[at] & HASH != hash & HASH {
            at = (at + 1) & mask;
        }
        at
    }
}

/// The place of a word that is one character in the column of single characters.
fn single(word: &str) -> Option<usize> {
    if word.len() != 3 {
        return None;
    }
    let c = word.chars().next()? as u32;
    (FIRST..=LAST).contains(&c).then(|| (c - FIRST) as usize)
}

/// 64 bits of which none of the upper 40 are all 0. Eight bytes at a time: words have six, nine or twelve.
fn hash(word: &str) -> u64 {
    const MULTIPLIER: u64 = 0x9e37_79b9_7f4a_7c15;
    let mix = |hash: u64, value: u64| {
        let product = (hash ^ value).wrapping_mul(MULTIPLIER);
        product ^ product >> 32
    };
    let mut rest = word.as_bytes();
    let mut hash = rest.len() as u64;
    while rest.len() > 8
        && let Some((head, tail)) = rest.split_first_chunk::<8>()
    {
        hash = mix(hash, u64::from_le_bytes(*head));
        rest = tail;
    }
    // what is left is read from both ends, so that no byte is missed
    let last = match (rest.first_chunk::<4>(), rest.last_chunk::<4>()) {
        (Some(first), Some(last)) => {
            u64::from(u32::from_le_bytes(*first)) << 32 | u64::from(u32::from_le_bytes(*last))
        }
        _ => rest.iter().fold(0, |value, byte| value << 8 | u64::from(*byte)),
    };
    mix(mix(hash, last), MULTIPLIER) | 1 << 63
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
