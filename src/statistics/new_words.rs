//! Strings that the page repeats and the lexicon does not have.

use super::{Words, ratio, round};
use crate::lexicon::Lexicon;
use crate::source::chars::is_han;
use rustc_hash::FxHashMap;
use serde::Serialize;

/// A string that may be a word of this page.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NewWord {
    /// The string.
    pub word: String,
    /// How often it stands in the text.
    pub count: u32,
    /// Cohesion times freedom times the logarithm of the count, four decimals.
    pub score: f64,
}

/// Words of the dictionary in one new word, at most.
const LONGEST: usize = 4;
const CHARACTERS: usize = 8;
const LEAST_COUNT: u32 = 3;
/// Bits of pointwise mutual information between the two halves that hold together least.
const LEAST_COHESION: f64 = 3.0;
/// Bits of entropy of what stands on the less free side.
const LEAST_FREEDOM: f64 = 0.9;
const MOST: usize = 50;

#[derive(Default)]
struct Seen<'a> {
    count: u32,
    left: FxHashMap<&'a str, u32>,
    right: FxHashMap<&'a str, u32>,
}

/// Runs of two to four words that stand together at least three times, scored by cohesion (the least pointwise mutual
/// information of a division in two, in bits) and freedom (the branching entropy of the neighbours, of the less free
/// side, in bits): `score = cohesion · freedom · log2(count)`. After Church and Hanks 1990 for the one and Huang and
/// Powers, "Chinese Word Segmentation Based on Contextual Entropy", PACLIC 2003, for the other. The best first.
pub fn new_words<'a>(words: Words<'a>, lexicon: &Lexicon) -> Vec<NewWord> {
    let mut single: FxHashMap<&str, u32> = FxHashMap::default();
    let mut pairs: FxHashMap<&str, u32> = FxHashMap::default();
    let mut total = 0;
    for i in (0..words.len()).filter(|i| part(words, *i)) {
        total += 1;
        *single.entry(words.word(i)).or_default() += 1;
        if let Some(pair) = pair(words, i) {
            *pairs.entry(pair).or_default() += 1;
        }
    }
    // a run repeats only if each pair in it does: few runs are left to be counted
    pairs.retain(|_, count| *count >= LEAST_COUNT);
    let runs = |mut each: Box<dyn FnMut(usize, usize, &'a str) + '_>| {
        for i in 0..words.len() {
            for last in i + 1..(i + LONGEST).min(words.len()) {
                if pair(words, last - 1).is_none_or(|pair| !pairs.contains_key(pair)) {
                    break;
                }
                let run = &words.text[words.tokens.start[i] as usize..words.tokens.end[last] as usize];
                if run.len() > CHARACTERS * 3 {
                    break;
                }
                each(i, last, run);
            }
        }
    };
    let mut counts: FxHashMap<&str, u32> = FxHashMap::default();
    runs(Box::new(|_, _, run| *counts.entry(run).or_default() += 1));
    let mut seen: FxHashMap<&str, Seen> = FxHashMap::default();
    runs(Box::new(|i, last, run| {
        if counts.get(run).is_some_and(|count| *count >= LEAST_COUNT) {
            let seen = seen.entry(run).or_default();
            seen.count += 1;
            *seen.left.entry(i.checked_sub(1).map_or("", |i| words.word(i))).or_default() += 1;
            let next = if last + 1 < words.len() { words.word(last + 1) } else { "" };
            *seen.right.entry(next).or_default() += 1;
        }
    }));
    let count_of = |text: &str| single.get(text).copied().or_else(|| seen.get(text).map(|seen| seen.count));
    let mut found: Vec<(usize, NewWord)> = Vec::new();
    for (run, seen) in seen.iter().filter(|(run, seen)| seen.count >= LEAST_COUNT && !lexicon.has_word(run)) {
        let divisions = run.char_indices().skip(1).filter_map(|(at, _)| {
            let (left, right) = (count_of(&run[..at])?, count_of(&run[at..])?);
            Some(information(seen.count, left, right, total))
        });
        let cohesion = divisions.fold(f64::INFINITY, f64::min);
        let freedom = entropy(&seen.left).min(entropy(&seen.right));
        if cohesion.is_finite() && cohesion >= LEAST_COHESION && freedom >= LEAST_FREEDOM {
            let score = round(cohesion * freedom * libm::log2(f64::from(seen.count)));
            let at = run.as_ptr() as usize - words.text.as_ptr() as usize;
            found.push((at, NewWord { word: (*run).to_string(), count: seen.count, score }));
        }
    }
    // the better first, of equals the earlier one in the text
    found.sort_by(|(a, x), (b, y)| y.score.total_cmp(&x.score).then(a.cmp(b)).then(x.word.cmp(&y.word)));
    found.truncate(MOST);
    found.into_iter().map(|(_, word)| word).collect()
}

/// Two parts that touch.
fn pair(words: Words<'_>, index: usize) -> Option<&str> {
    let next = index + 1;
    let touches = next < words.len() && words.tokens.start[next] == words.tokens.end[index];
    (touches && part(words, index) && part(words, next))
        .then(|| &words.text[words.tokens.start[index] as usize..words.tokens.end[next] as usize])
}

/// Whether the word may be a part of a new one: Han characters and no function word.
fn part(words: Words, index: usize) -> bool {
    let tag = words.tokens.tag[index];
    let content = matches!(
        tag.as_bytes().first(),
        Some(b'n' | b'v' | b'a' | b'b' | b'j' | b'i' | b'l' | b's' | b'g' | b'h' | b'k' | b'z')
    );
    content && words.word(index).chars().all(is_han)
}

/// Pointwise mutual information of two neighbours, in bits.
fn information(both: u32, left: u32, right: u32, total: u32) -> f64 {
    libm::log2(ratio(both, total) / (ratio(left, total) * ratio(right, total)))
}

/// Entropy of the neighbours, in bits.
fn entropy(neighbours: &FxHashMap<&str, u32>) -> f64 {
    let total: u32 = neighbours.values().sum();
    let mut counts: Vec<u32> = neighbours.values().copied().collect();
    counts.sort_unstable(); // sums in a fixed order
    counts.iter().map(|count| ratio(*count, total)).map(|share| -share * libm::log2(share)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn information_by_hand() {
        // 4 times together, 4 and 8 alone, of 64: log2((4/64) / (4/64 · 8/64)) = 3
        assert_eq!(information(4, 4, 8, 64), 3.0);
    }

    #[test]
    fn entropy_by_hand() {
        assert_eq!(entropy(&FxHashMap::from_iter([("在", 2), ("的", 1), ("向", 1)])), 1.5);
        assert_eq!(entropy(&FxHashMap::default()), 0.0);
    }
}
