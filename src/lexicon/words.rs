//! What is known of a word, and what it costs.

/// A word of the lexicon.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Word {
    /// How common it is, see [`super::format::frequency`].
    pub bucket: u8,
    /// Number of its reading.
    pub reading: u16,
}

/// The reading of frequencies as a cost: sixteenths of a bit, so that sums are whole numbers everywhere.
pub fn cost(bucket: u8) -> i32 {
    // jieba's frequencies add up to about 2^26
    (4 * 26 - i32::from(bucket)) * 4
}

/// The cost of a character that the lexicon does not have.
pub const UNKNOWN: i32 = 27 * 16;
