//! Where in a text a word stands, and how evenly.

use super::{Words, ratio, round};
use crate::page::Offsets;
use serde::Serialize;

/// How a word spreads over a text.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Dispersion {
    /// How often it stands in the text.
    pub count: u32,
    /// Where.
    pub positions: Vec<u32>,
    /// Its count in each part of the text.
    pub parts: Vec<u32>,
    /// Gries' deviation of proportions: 0 where it spreads as evenly as the parts are long, near 1 where it stands in one
    /// part alone. Four decimals.
    pub deviation: f64,
}

impl Offsets for Dispersion {
    fn each_offset(&mut self, f: &mut dyn FnMut(&mut u32)) {
        self.positions.each_offset(f);
    }
}

/// The spread of a word over parts of equally many words: `DP = ½ Σ |v − s|`, where `s` is a part's share of the words of
/// the text and `v` its share of the word's occurrences. After Gries, "Dispersions and adjusted frequencies in corpora",
/// International Journal of Corpus Linguistics 13 (2008).
pub fn dispersion(words: Words, word: &str, parts: usize) -> Dispersion {
    let total = words.words().count();
    let parts = parts.clamp(1, total.max(1));
    let mut found = Dispersion { parts: vec![0; parts], ..Dispersion::default() };
    let mut sizes = vec![0_u32; parts];
    for (nth, (i, other)) in words.words().enumerate() {
        let part = nth * parts / total.max(1);
        sizes[part] += 1;
        if other == word {
            found.count += 1;
            found.parts[part] += 1;
            found.positions.push(words.tokens.start[i]);
        }
    }
    if found.count > 0 {
        let gaps = sizes.iter().zip(&found.parts);
        let gaps = gaps.map(|(size, count)| (ratio(*count, found.count) - ratio(*size, total as u32)).abs());
        found.deviation = round(gaps.sum::<f64>() / 2.0);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::testing;

    #[test]
    fn deviation_by_hand() {
        // eight words in four parts of two; 桥 stands in the first part twice and in the last once:
        // ½ (|2/3 − 1/4| + 1/4 + 1/4 + |1/3 − 1/4|) = 0.5
        let (text, tokens) = testing::words("桥/n 桥/n ，/w 路/n 路/n 路/n 路/n 桥/n 路/n");
        let found = dispersion(Words { text: &text, tokens: &tokens }, "桥", 4);
        let positions = vec![0, 3, 21];
        assert_eq!(found, Dispersion { count: 3, positions, parts: vec![2, 0, 0, 1], deviation: 0.5 });
        let none = dispersion(Words { text: &text, tokens: &tokens }, "湖", 4);
        assert_eq!((none.count, none.deviation), (0, 0.0));
        let even = dispersion(Words { text: &text, tokens: &tokens }, "桥", 1);
        assert_eq!(even.deviation, 0.0);
    }
}
