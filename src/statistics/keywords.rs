//! The words that say what a text is about.

use super::{Frequency, Words, round};
use crate::lexicon::Lexicon;
use crate::lexicon::format::frequency;
use crate::lists;
use crate::sorting::{self, descending_score, pair};
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Serialize;
use std::sync::LazyLock;

static DEFAULT: &str = include_str!("../../lexicon/stop-words.txt");

/// A word with its weight.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Keyword {
    /// The word.
    pub word: String,
    /// Its tag.
    #[serde(serialize_with = "crate::page::fixed")]
    pub tag: &'static str,
    /// How often it stands in the text.
    pub count: u32,
    /// Its weight, four decimals.
    pub score: f64,
}

/// Words that are never keywords.
#[derive(Clone, Debug)]
pub struct StopWords(FxHashSet<String>);

impl StopWords {
    /// A list of words.
    pub fn new(words: impl IntoIterator<Item = String>) -> StopWords {
        StopWords(words.into_iter().collect())
    }

    fn has(&self, word: &str) -> bool {
        self.0.contains(word)
    }
}

impl Default for StopWords {
    fn default() -> StopWords {
        StopWords::new(lists::words(DEFAULT).map(str::to_string))
    }
}

/// Sum of the lexicon's frequencies: 2^26.
const BACKGROUND: f64 = 26.0;
/// The background frequency of a word that the lexicon does not have.
const UNSEEN: u32 = 4;

/// Keywords by TF-ICF: the share of the word in the text times the inverse of its frequency in the background collection,
/// `tf · log2(N / f)`, where `f` is the frequency that the lexicon gives and `N` the sum of all. After Reed et al.,
/// "TF-ICF: A New Term Weighting Scheme for Clustering Dynamic Data Streams", ICMLA 2006. The heaviest first.
pub fn keywords(
    frequencies: &[Frequency],
    lexicon: &Lexicon,
    stop_words: &StopWords,
    top: usize,
) -> Vec<Keyword> {
    static BITS: LazyLock<Vec<f64>> =
        LazyLock::new(|| (0..=u8::MAX).map(|bucket| bits(frequency(bucket))).collect());
    let bits_of = &*BITS;
    let total: u32 = frequencies.iter().map(|frequency| frequency.count).sum();
    let score = |count: u32, background: f64| round(100.0 * icf(count, total, background));
    let choose = |list: &mut Vec<(f64, &Frequency)>| {
        sorting::by_key(list, |(score, _)| descending_score(*score).into());
        list.truncate(top);
    };
    let mut list: Vec<(f64, &Frequency)> = Vec::new();
    // what a word must weigh to be among the first; most words stand too seldom in the text for that, however rare they are
    let mut least = f64::NEG_INFINITY;
    for f in frequencies {
        if score(f.count, 0.0) < least || !tells(&f.word, f.tag, stop_words) {
            continue;
        }
        let background = lexicon.word(&f.word).map_or(bits(UNSEEN), |word| bits_of[usize::from(word.bucket)]);
        list.push((score(f.count, background), f));
        if list.len() > 2 * top + 50 {
            choose(&mut list);
            least = list.last().map_or(least, |(score, _)| *score);
        }
    }
    choose(&mut list);
    let keyword =
        |(score, f): (f64, &Frequency)| Keyword { word: f.word.clone(), tag: f.tag, count: f.count, score };
    list.into_iter().map(keyword).collect()
}

fn bits(frequency: u32) -> f64 {
    libm::log2(f64::from(frequency))
}

/// `background` is the binary logarithm of the background frequency.
fn icf(count: u32, total: u32, background: f64) -> f64 {
    super::ratio(count, total) * (BACKGROUND - background)
}

/// A content word of two characters or more that is no stop word.
fn tells(word: &str, tag: &str, stop_words: &StopWords) -> bool {
    let content = matches!(tag.as_bytes().first(), Some(b'n' | b'v' | b'a' | b'j' | b'i' | b'l' | b's'));
    content && word.chars().nth(1).is_some() && !stop_words.has(word)
}

/// Words to each side that a word recommends.
const WINDOW: usize = 4;
const DAMPING: f64 = 0.85;
const ROUNDS: usize = 30;

/// Keywords by TextRank: each content word recommends the content words within four places of it in the same clause, in
/// proportion to how often; the rank is that of PageRank with damping 0.85 after thirty rounds, scaled so that the highest
/// is 1. After Mihalcea and Tarau, "TextRank: Bringing Order into Texts", EMNLP 2004. The heaviest first.
pub fn text_rank(words: Words, stop_words: &StopWords, top: usize) -> Vec<Keyword> {
    let mut index: FxHashMap<&str, usize> = FxHashMap::default();
    let mut nodes: Vec<Keyword> = Vec::new();
    let mut links: FxHashMap<(usize, usize), f64> = FxHashMap::default();
    let mut near: Vec<(usize, usize)> = Vec::new();
    for i in 0..words.len() {
        let (word, tag) = (words.word(i), words.tokens.tag[i]);
        if matches!(word, "。" | "！" | "？" | "；") {
            near.clear();
        }
        if !tells(word, tag, stop_words) {
            continue;
        }
        let node = *index.entry(word).or_insert(nodes.len());
        if node == nodes.len() {
            nodes.push(Keyword { word: word.to_string(), tag, count: 0, score: 1.0 });
        }
        nodes[node].count += 1;
        near.retain(|(at, _)| i - at <= WINDOW);
        for (_, other) in near.iter().filter(|(_, other)| *other != node) {
            *links.entry((node.min(*other), node.max(*other))).or_default() += 1.0;
        }
        near.push((i, node));
    }
    let mut links: Vec<((usize, usize), f64)> = links.into_iter().collect();
    sorting::by_key(&mut links, |((a, b), _)| pair(*a as u64, *b as u64)); // sums in a fixed order
    let mut outgoing = vec![0.0; nodes.len()];
    for ((a, b), weight) in &links {
        outgoing[*a] += weight;
        outgoing[*b] += weight;
    }
    for _ in 0..ROUNDS {
        let mut next = vec![1.0 - DAMPING; nodes.len()];
        for ((a, b), weight) in &links {
            next[*b] += DAMPING * nodes[*a].score * weight / outgoing[*a];
            next[*a] += DAMPING * nodes[*b].score * weight / outgoing[*b];
        }
        nodes.iter_mut().zip(next).for_each(|(node, score)| node.score = score);
    }
    let highest = nodes.iter().map(|node| node.score).fold(f64::MIN_POSITIVE, f64::max);
    nodes.iter_mut().for_each(|node| node.score = round(node.score / highest));
    sorting::by_key(&mut nodes, |node| descending_score(node.score).into());
    nodes.truncate(top);
    nodes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::testing;

    #[test]
    fn icf_by_hand() {
        // 3 of 100 words, background 2^16 of 2^26: 0.03 · 10
        assert_eq!(round(icf(3, 100, 16.0)), 0.3);
        assert_eq!(icf(0, 0, 0.0), 0.0);
    }

    #[test]
    fn function_words_and_stop_words_tell_nothing() {
        let stop = StopWords::new(["工作".to_string()]);
        for (word, tag, expected) in [
            ("桥梁", "n", true),
            ("工作", "vn", false),
            ("的", "u", false),
            ("桥", "n", false),
            ("因为", "c", false),
        ] {
            assert_eq!(tells(word, tag, &stop), expected, "{word}");
        }
    }

    #[test]
    fn text_rank_of_a_star() {
        // 桥梁 stands beside 工人 and beside 图纸, which never stand together
        let (text, tokens) = testing::words("桥梁/n 工人/n 。/w 桥梁/n 图纸/n 。/w");
        let ranked = text_rank(Words { text: &text, tokens: &tokens }, &StopWords::new([]), 9);
        let found: Vec<_> = ranked.iter().map(|k| (k.word.as_str(), k.count, k.score)).collect();
        // the fixed point: c = 0.15 + 0.85·2l and l = 0.15 + 0.85·c/2, so c = 1.4595, l = 0.7703 and l/c = 0.5278
        let (c, l) = (0.15 * (1.0 + 1.7) / (1.0 - 0.7225), 0.15 + 0.425 * 0.405 / 0.2775);
        assert_eq!(found[0], ("桥梁", 2, 1.0));
        assert!((found[1].2 - l / c).abs() < 0.005 && found[1].2 == found[2].2, "{found:?}");
    }
}
