//! The words that one text has more of than another.

use super::frequencies::frequencies;
use super::{Words, round};
use crate::sorting::{self, descending_score};
use rustc_hash::FxHashMap;
use serde::Serialize;

/// A word with its counts in two texts.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Keyness {
    /// The word.
    pub word: String,
    /// Its tag.
    #[serde(serialize_with = "crate::page::fixed")]
    pub tag: &'static str,
    /// Count in the text.
    pub count: u32,
    /// Count in the other text.
    pub other_count: u32,
    /// Log-likelihood, negative where the other text has relatively more. 3.84 is p < 0.05, 6.63 p < 0.01,
    /// 10.83 p < 0.001. Four decimals.
    pub log_likelihood: f64,
    /// Log ratio: how many times doubled the relative frequency is. Four decimals.
    pub log_ratio: f64,
}

/// Compares the words of two texts. With `a` of `c` words here and `b` of `d` there, `E1 = c(a+b)/(c+d)` and
/// `E2 = d(a+b)/(c+d)`, `LL = 2(a·ln(a/E1) + b·ln(b/E2))` after Rayson and Garside, "Comparing Corpora using Frequency
/// Profiling", ACL 2000; log ratio after Hardie 2014, half an occurrence standing for none. The most telling first.
pub fn keyness(words: Words, other: Words) -> Vec<Keyness> {
    let (ours, theirs) = (frequencies(words), frequencies(other));
    let total = |list: &[super::Frequency]| list.iter().map(|frequency| frequency.count).sum::<u32>();
    let (c, d) = (total(&ours), total(&theirs));
    let mut counts: FxHashMap<&str, u32> = theirs.iter().map(|f| (f.word.as_str(), f.count)).collect();
    let compare = |f: &super::Frequency, a: u32, b: u32| {
        let (log_likelihood, log_ratio) = measures(a, b, c, d);
        Keyness { word: f.word.clone(), tag: f.tag, count: a, other_count: b, log_likelihood, log_ratio }
    };
    let mut list: Vec<Keyness> = Vec::with_capacity(ours.len() + theirs.len());
    for f in &ours {
        let there = counts.remove(f.word.as_str()).unwrap_or(0);
        list.push(compare(f, f.count, there));
    }
    list.extend(
        theirs.iter().filter(|f| counts.contains_key(f.word.as_str())).map(|f| compare(f, 0, f.count)),
    );
    sorting::by_key(&mut list, |word| descending_score(word.log_likelihood).into());
    list
}

fn measures(a: u32, b: u32, c: u32, d: u32) -> (f64, f64) {
    if c == 0 || d == 0 {
        return (0.0, 0.0);
    }
    let (c, d, both) = (f64::from(c), f64::from(d), f64::from(a + b));
    let term = |count: u32, expected: f64| {
        if count == 0 { 0.0 } else { f64::from(count) * libm::log(f64::from(count) / expected) }
    };
    let likelihood = 2.0 * (term(a, c * both / (c + d)) + term(b, d * both / (c + d)));
    let share = |count: u32, total: f64| if count == 0 { 0.5 / total } else { f64::from(count) / total };
    let ratio = libm::log2(share(a, c) / share(b, d));
    (round(if ratio < 0.0 { -likelihood } else { likelihood }), round(ratio))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::testing;

    #[test]
    fn log_likelihood_by_hand() {
        // 10 of 100 against 5 of 200: E1 = 5, E2 = 10; LL = 2 (10 ln 2 − 5 ln 2) = 10 ln 2; four times as frequent
        assert_eq!(measures(10, 5, 100, 200), (6.9315, 2.0));
        assert_eq!(measures(5, 10, 200, 100), (-6.9315, -2.0));
        assert_eq!(measures(1, 1, 10, 10), (0.0, 0.0));
        // none there: LL = 2 · 4 ln(4/2), as if there were half of one
        assert_eq!(measures(4, 0, 10, 10), (5.5452, 3.0));
    }

    #[test]
    fn words_of_both_texts() {
        let (left, right) = (testing::words("大桥/n 大桥/n 公路/n"), testing::words("公路/n 隧道/n 隧道/n"));
        let found =
            keyness(Words { text: &left.0, tokens: &left.1 }, Words { text: &right.0, tokens: &right.1 });
        let found: Vec<_> = found.iter().map(|k| (k.word.as_str(), k.count, k.other_count)).collect();
        assert_eq!(found, [("大桥", 2, 0), ("公路", 1, 1), ("隧道", 0, 2)]);
    }
}
