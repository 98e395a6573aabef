//! The words that stand near a word.

use super::{Words, ratio, round};
use crate::sorting;
use rustc_hash::FxHashMap;
use serde::Serialize;

/// A word that stands near another.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Collocate {
    /// The word.
    pub word: String,
    /// How often it stands near.
    pub count: u32,
    /// How often before.
    pub left: u32,
    /// How often after.
    pub right: u32,
    /// logDice, at most 14; 1 more is twice as typical. Four decimals.
    pub log_dice: f64,
    /// Mutual information in bits, four decimals.
    pub information: f64,
}

/// Words within `window` places of a word, without crossing the end of a sentence.
/// `logDice = 14 + log2(2·f(x,y) / (f(x) + f(y)))` after Rychlý, "A Lexicographer-Friendly Association Score", RASLAN 2008;
/// `MI = log2(f(x,y)·N / (f(x)·f(y)))` after Church and Hanks, Computational Linguistics 16 (1990), with the joint
/// frequency not divided by the span. Most typical first, then most frequent, then in text order.
pub fn collocates(words: Words, word: &str, window: usize, least: u32) -> Vec<Collocate> {
    let mut counts: FxHashMap<&str, u32> = FxHashMap::default();
    let mut near: FxHashMap<&str, (u32, u32, usize)> = FxHashMap::default();
    let mut total = 0;
    let window = window.clamp(1, 20);
    // marks stand between words, but never many: the time for a word is bounded
    let reach = 4 * window;
    for (i, other) in words.words() {
        total += 1;
        *counts.entry(other).or_default() += 1;
        if other != word {
            continue;
        }
        let inside = |at: &usize| !matches!(words.word(*at), "。" | "！" | "？");
        let before = (0..i).rev().take(reach).take_while(inside).filter(|at| words.is_word(*at)).take(window);
        for at in before {
            near.entry(words.word(at)).or_insert((0, 0, at)).0 += 1;
        }
        let after =
            (i + 1..words.len()).take(reach).take_while(inside).filter(|at| words.is_word(*at)).take(window);
        for at in after {
            near.entry(words.word(at)).or_insert((0, 0, at)).1 += 1;
        }
    }
    let own = counts.get(word).copied().unwrap_or(0);
    let mut list: Vec<(usize, Collocate)> = near
        .into_iter()
        .filter(|(other, (left, right, _))| left + right >= least && *other != word)
        .map(|(other, (left, right, at))| {
            let (count, all) = (left + right, counts.get(other).copied().unwrap_or(0));
            let log_dice = round(14.0 + libm::log2(2.0 * ratio(count, own + all)));
            let information = round(libm::log2(ratio(count, own) / ratio(all, total)));
            (at, Collocate { word: other.to_string(), count, left, right, log_dice, information })
        })
        .collect();
    sorting::by(&mut list, |(at, a), (bt, b)| {
        b.log_dice
            .total_cmp(&a.log_dice)
            .then(b.count.cmp(&a.count))
            .then(at.cmp(bt))
            .then(a.word.cmp(&b.word))
    });
    list.into_iter().map(|(_, collocate)| collocate).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::testing;

    #[test]
    fn association_by_hand() {
        // 大桥 twice, 建成 twice beside it (and once elsewhere), N = 8:
        // logDice = 14 + log2(2·2 / (2 + 3)) = 13.6781, MI = log2(2·8 / (2·3)) = 1.4150
        let (text, tokens) =
            testing::words("大桥/n 建成/v 。/w 昨日/t 建成/v 大桥/n 。/w 公路/n 建成/v 。/w 通车/v");
        let found = collocates(Words { text: &text, tokens: &tokens }, "大桥", 1, 2);
        let expected = Collocate {
            word: "建成".into(),
            count: 2,
            left: 1,
            right: 1,
            log_dice: 13.6781,
            information: 1.415,
        };
        assert_eq!(found, [expected]);
    }
}
