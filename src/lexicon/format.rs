//! The lexicon file.
//!
//! `BANMIANL`, version, length and FNV-1a checksum of the rest (little-endian), then sections: a name of four
//! bytes, a length, the data. What is alike stands together, so that a web server's compression sees it.
//!
//! | section | holds |
//! |---|---|
//! | `TAGS` | the [readings](super::tags::Reading) of the words, a line each, the commonest first |
//! | `CHAR` | the characters of the words, the commonest first; a character's number is its place here |
//! | `WORD` | the words, sorted by the numbers of their characters and front-coded, in columns: how many characters each shares with the last, how many are its own, the first of these (high byte, low byte), the others (high, low), frequency, reading. The first is written as the step from the character that the last word had there: numbers only grow, and small ones are the most |
//! | `PLAC` | the administrative divisions of China: code and name, a line each |

use crate::error::{Error, ErrorCode};
use std::collections::HashMap;
use std::hash::Hash;

const MAGIC: &[u8; 8] = b"BANMIANL";
/// Version of the format.
pub const VERSION: u32 = 4;
const HEADER: usize = 24;
const COLUMNS: usize = 8;
/// Numbers of readings below this take one byte, others two.
const SHORT: u8 = 240;

/// A word as the file keeps it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// The word.
    pub word: String,
    /// How common it is, see [`frequency`].
    pub bucket: u8,
    /// Its tag or tags, see [`super::tags::Reading`].
    pub reading: String,
}

/// The frequency that a bucket stands for: four buckets double it.
pub fn frequency(bucket: u8) -> u32 {
    // 2^(0/4) … 2^(3/4) in thousandths: integers, so that every platform counts alike.
    const QUARTERS: [u64; 4] = [1000, 1189, 1414, 1682];
    let octave = u32::from(bucket / 4).min(27);
    (((QUARTERS[usize::from(bucket % 4)] << octave) + 500) / 1000) as u32
}

/// The bucket whose frequency is nearest below or at this one.
pub fn bucket(count: u32) -> u8 {
    (0..112).rev().find(|b| frequency(*b) <= count).unwrap_or(0)
}

/// Writes a lexicon file; the words may come in any order but each only once.
pub fn write(words: &[Entry], places: &str) -> Vec<u8> {
    let readings = by_frequency(words.iter().map(|entry| entry.reading.as_str()));
    let reading_number: HashMap<&str, usize> = readings.iter().enumerate().map(|(i, r)| (*r, i)).collect();
    let characters = by_frequency(words.iter().flat_map(|entry| entry.word.chars()));
    let number: HashMap<char, u16> = characters.iter().zip(0..).map(|(c, number)| (*c, number)).collect();
    let mut sorted: Vec<(Vec<u16>, &Entry)> =
        words.iter().map(|entry| (entry.word.chars().map(|c| number[&c]).collect(), entry)).collect();
    sorted.sort();
    let mut columns: [Vec<u8>; COLUMNS] = Default::default();
    let mut last: &[u16] = &[];
    for (word, entry) in &sorted {
        let shared = word.iter().zip(last).take_while(|(a, b)| a == b).count();
        let own = &word[shared..];
        columns[0].push(shared as u8);
        columns[1].push(own.len() as u8);
        if let Some((first, rest)) = own.split_first() {
            let step = last.get(shared).map_or(*first, |before| first - before - 1);
            columns[2].push((step >> 8) as u8);
            columns[3].push(step as u8);
            columns[4].extend(rest.iter().map(|number| (number >> 8) as u8));
            columns[5].extend(rest.iter().map(|number| *number as u8));
        }
        columns[6].push(entry.bucket);
        let reading = reading_number[entry.reading.as_str()];
        if reading < usize::from(SHORT) {
            columns[7].push(reading as u8);
        } else {
            let rest = reading - usize::from(SHORT);
            columns[7].extend([SHORT + (rest >> 8) as u8, rest as u8]);
        }
        last = word;
    }
    let mut word_section = (words.len() as u32).to_le_bytes().to_vec();
    for column in &columns {
        word_section.extend_from_slice(&(column.len() as u32).to_le_bytes());
        word_section.extend_from_slice(column);
    }
    let characters: String = characters.into_iter().collect();
    let mut body = Vec::new();
    for (name, data) in [
        (b"TAGS", readings.join("\n").as_bytes()),
        (b"CHAR", characters.as_bytes()),
        (b"WORD", &word_section),
        (b"PLAC", places.as_bytes()),
    ] {
        body.extend_from_slice(name);
        body.extend_from_slice(&(data.len() as u32).to_le_bytes());
        body.extend_from_slice(data);
    }
    seal(&body)
}

/// Sections with the header before them.
pub fn seal(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(HEADER + body.len());
    out.extend_from_slice(MAGIC);
    out.extend_from_slice(&VERSION.to_le_bytes());
    out.extend_from_slice(&(body.len() as u32).to_le_bytes());
    out.extend_from_slice(&checksum(body).to_le_bytes());
    out.extend_from_slice(body);
    out
}

/// What occurs, the commonest first, what is equally common in its own order.
fn by_frequency<T: Copy + Ord + Hash>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut counts: HashMap<T, usize> = HashMap::new();
    items.for_each(|item| *counts.entry(item).or_default() += 1);
    let mut list: Vec<T> = counts.keys().copied().collect();
    list.sort_unstable_by_key(|item| (std::cmp::Reverse(counts[item]), *item));
    list
}

/// The sections of a file whose header is right.
pub(super) struct File<'a> {
    pub tags: &'a str,
    characters: &'a str,
    words: [&'a [u8]; COLUMNS],
    pub places: &'a str,
}

/// Checks the header and finds the sections.
pub(super) fn read(bytes: &[u8]) -> Result<File<'_>, Error> {
    let (header, body) = bytes.split_at_checked(HEADER).ok_or_else(corrupt)?;
    if &header[..8] != MAGIC {
        return Err(corrupt());
    }
    let number = |at: usize| u32::from_le_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]]);
    if number(8) != VERSION {
        let message = format!(
            "The lexicon has format {}, this engine reads {VERSION}. Take lexicon.bin and the engine from the same package.",
            number(8)
        );
        return Err(Error::new(ErrorCode::LexiconVersion, message));
    }
    let mut sum = [0; 8];
    sum.copy_from_slice(&header[16..24]);
    if number(12) as usize != body.len() || checksum(body).to_le_bytes() != sum {
        return Err(corrupt());
    }
    sections(body).ok_or_else(corrupt)
}

fn sections(mut body: &[u8]) -> Option<File<'_>> {
    let mut file = File { tags: "", characters: "", words: [&[]; COLUMNS], places: "" };
    while !body.is_empty() {
        let (name, rest) = body.split_at_checked(4)?;
        let (data, rest) = sized(rest)?;
        match name {
            b"TAGS" => file.tags = std::str::from_utf8(data).ok()?,
            b"CHAR" => file.characters = std::str::from_utf8(data).ok()?,
            b"PLAC" => file.places = std::str::from_utf8(data).ok()?,
            b"WORD" => {
                let mut at = data.get(4..)?;
                for column in &mut file.words {
                    (*column, at) = sized(at)?;
                }
            }
            _ => {} // a section that a later engine knows
        }
        body = rest;
    }
    Some(file)
}

fn sized(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk::<4>()?;
    rest.split_at_checked(u32::from_le_bytes(*length) as usize)
}

impl File<'_> {
    /// The characters of the words; a character's number is its place.
    pub(super) fn characters(&self) -> Vec<char> {
        self.characters.chars().collect()
    }

    /// Gives each word, in the order of the file and so in that of the numbers of its characters: how many characters it
    /// shares with the word before, the numbers of all its characters, its frequency bucket and the index of its
    /// reading. What `word` does not take is a damaged file.
    pub(super) fn each_word(
        &self,
        mut word: impl FnMut(usize, &[u16], u8, u16) -> Option<()>,
    ) -> Result<(), Error> {
        self.words_to(&mut word).ok_or_else(corrupt)
    }

    fn words_to(&self, word: &mut impl FnMut(usize, &[u16], u8, u16) -> Option<()>) -> Option<()> {
        let [shared, own, first_high, first_low, high, low, buckets, readings] = self.words;
        let numbers = |high: &'_ [u8], low: &'_ [u8]| -> Vec<u16> {
            high.iter().zip(low).map(|(high, low)| u16::from(*high) << 8 | u16::from(*low)).collect()
        };
        let count = u16::try_from(self.characters.chars().count()).ok()?;
        let steps = numbers(first_high, first_low);
        let rest = numbers(high, low);
        let (mut steps, mut rest) = (steps.iter().copied(), rest.as_slice());
        let mut readings = readings.iter().copied();
        let mut path: Vec<u16> = Vec::new();
        for ((shared, own), bucket) in shared.iter().zip(own).zip(buckets) {
            let (shared, own) = (usize::from(*shared), usize::from(*own));
            let before = path.get(shared).map(|number| number.checked_add(1));
            if shared > path.len() {
                return None;
            }
            path.truncate(shared);
            let (others, left) = rest.split_at_checked(own.checked_sub(1)?)?;
            path.push(steps.next()?.checked_add(before.unwrap_or(Some(0))?)?);
            path.extend_from_slice(others);
            rest = left;
            if path[shared..].iter().any(|number| *number >= count) {
                return None;
            }
            let reading = match readings.next()? {
                short if short < SHORT => u16::from(short),
                first => u16::from(SHORT) + (u16::from(first - SHORT) << 8 | u16::from(readings.next()?)),
            };
            word(shared, &path, *bucket, reading)?;
        }
        Some(())
    }
}

pub(super) fn corrupt() -> Error {
    let message =
        "The lexicon file is damaged or cut off. Load it again; if that fails, install the package again.";
    Error::new(ErrorCode::LexiconCorrupt, message)
}

fn checksum(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(word: &str, bucket: u8, reading: &str) -> Entry {
        Entry { word: word.into(), bucket, reading: reading.into() }
    }

    fn file() -> Vec<u8> {
        write(
            &[
                entry("版面", 9, "n"),
                entry("版", 3, "n"),
                entry("一个", 40, "m q 1"),
                entry("版本", 9, "n"),
                entry("版面费", 2, "n"),
            ],
            "110000\t北京市",
        )
    }

    #[test]
    fn a_written_file_reads_back() {
        let bytes = file();
        let file = read(&bytes).unwrap();
        let readings: Vec<&str> = file.tags.lines().collect();
        let mut words = Vec::new();
        let characters = file.characters();
        file.each_word(|_, path, bucket, id| {
            let word: String = path.iter().map(|number| characters[usize::from(*number)]).collect();
            words.push(entry(&word, bucket, readings[usize::from(id)]));
            Some(())
        })
        .unwrap();
        let expected = [
            entry("版", 3, "n"),
            entry("版面", 9, "n"),
            entry("版面费", 2, "n"),
            entry("版本", 9, "n"),
            entry("一个", 40, "m q 1"),
        ];
        assert_eq!(words, expected);
        assert_eq!(file.places, "110000\t北京市");
    }

    #[test]
    fn a_damaged_file_is_refused() {
        let mut file = file();
        let refused = |bytes: &[u8]| read(bytes).err().map(|error| error.code);
        assert_eq!(refused(&file[..file.len() - 1]), Some(ErrorCode::LexiconCorrupt));
        assert_eq!(refused(b""), Some(ErrorCode::LexiconCorrupt));
        let last = file.len() - 1;
        file[last] ^= 1;
        assert_eq!(refused(&file), Some(ErrorCode::LexiconCorrupt));
        file[8] = 99;
        assert_eq!(refused(&file), Some(ErrorCode::LexiconVersion));
    }

    #[test]
    fn a_bucket_stands_for_its_frequency() {
        for (count, expected) in [(0, 1), (1, 1), (2, 2), (5, 5), (100, 90), (1_000_000, 881_852)] {
            assert_eq!(frequency(bucket(count)), expected, "{count}");
        }
    }
}
