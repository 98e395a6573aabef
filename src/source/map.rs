//! From clean characters back to the input, and from UTF-8 to UTF-16.

use std::cell::Cell;

/// A stretch of clean text that stands in the input as it is, up to the next run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// First byte in the clean text.
    pub clean: u32,
    /// First byte in the input.
    pub utf8: u32,
    /// First UTF-16 code unit in the input.
    pub utf16: u32,
}

/// Turns byte offsets of a text into UTF-16 offsets in constant time.
pub struct Utf16Index<'a> {
    text: &'a str,
    /// UTF-16 offset at each multiple of [`STEP`] bytes (rounded down to a character).
    marks: Vec<u32>,
    /// The last answer, byte and UTF-16: offsets are mostly asked in order, and near each other.
    last: Cell<(usize, u32)>,
}

const STEP: usize = 64;

impl<'a> Utf16Index<'a> {
    /// Reads the text once.
    pub fn new(text: &'a str) -> Self {
        let mut marks = Vec::with_capacity(text.len() / STEP + 1);
        let mut units = 0;
        for stretch in text.as_bytes().chunks(STEP) {
            marks.push(units);
            units += units_begun(stretch);
        }
        if text.len().is_multiple_of(STEP) {
            marks.push(units);
        }
        Utf16Index { text, marks, last: Cell::new((0, 0)) }
    }

    /// The UTF-16 offset of a byte offset, which must lie on a character boundary.
    #[inline]
    pub fn utf16(&self, byte: u32) -> u32 {
        let byte = byte as usize;
        let (mut from, mut units) = self.last.get();
        if byte < from || byte - from > STEP {
            // a character that lies across a mark counts where it begins
            (from, units) = (byte / STEP * STEP, self.marks[byte / STEP]);
        }
        units += units_begun(&self.text.as_bytes()[from..byte]);
        self.last.set((byte, units));
        units
    }
}

/// Turns columns of byte offsets in one walk over the text. Read row by row the offsets grow; they lie on character
/// boundaries.
pub(crate) fn turn_ascending<const N: usize>(text: &str, mut columns: [&mut [u32]; N]) {
    let bytes = text.as_bytes();
    let (mut at, mut units) = (0, 0);
    for row in 0..columns.iter().map(|column| column.len()).min().unwrap_or(0) {
        for column in &mut columns {
            let offset = column[row] as usize;
            while at < offset {
                // a step over a whole character
                let (length, width) = match bytes[at] {
                    0xe0..=0xef => (3, 1),
                    0..=0x7f => (1, 1),
                    0x80..=0xdf => (2, 1),
                    0xf0.. => (4, 2),
                };
                at += length;
                units += width;
            }
            column[row] = units;
        }
    }
}

/// UTF-16 code units of the characters that begin among these bytes.
fn units_begun(bytes: &[u8]) -> u32 {
    // for each byte one of its bits; the product has the sum of all bytes in its highest
    const ONES: u64 = 0x0101_0101_0101_0101;
    let bits = |word: u64, bit: u32| (word >> bit) & ONES;
    let sum = |bytes: u64| (bytes.wrapping_mul(ONES) >> 56) as u32;
    let (words, rest) = bytes.as_chunks::<8>();
    let eight = |bytes: &[u8; 8]| {
        let word = u64::from_le_bytes(*bytes);
        let inner = bits(word, 7) & !bits(word, 6);
        let two_units = bits(word, 7) & bits(word, 6) & bits(word, 5) & bits(word, 4);
        8 + sum(two_units) - sum(inner)
    };
    let one = |b: &u8| u32::from((*b as i8) >= -0x40) + u32::from(*b >= 0xf0);
    words.iter().map(eight).sum::<u32>() + rest.iter().map(one).sum::<u32>()
}

/// Length in UTF-16 code units.
pub fn utf16_length(text: &str) -> u32 {
    units_begun(text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_boundary_of_a_mixed_text_is_found() {
        let text = "版面a😀é".repeat(40);
        let index = Utf16Index::new(&text);
        let mut units = 0;
        for (at, c) in text.char_indices() {
            assert_eq!(index.utf16(at as u32), units);
            units += c.len_utf16() as u32;
        }
        assert_eq!(index.utf16(text.len() as u32), units);
        let mut offsets: Vec<u32> =
            text.char_indices().map(|(at, _)| at as u32).chain([text.len() as u32]).collect();
        let expected: Vec<u32> = offsets.iter().map(|offset| index.utf16(*offset)).collect();
        turn_ascending(&text, [&mut offsets]);
        assert_eq!(offsets, expected);
        assert_eq!((index.utf16(0), index.utf16(3), index.utf16(text.len() as u32)), (0, 1, units));
    }
}
