//! Runs of words that a text repeats.

use super::Words;
use crate::sorting;
use rustc_hash::FxHashMap;
use serde::Serialize;

/// A run of words with its count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Phrase {
    /// The words, put together.
    pub text: String,
    /// How many words.
    pub words: u32,
    /// How often it stands in the text.
    pub count: u32,
}

/// Longest run of words.
const LONGEST: usize = 6;

/// Word n-grams of `shortest` to `longest` words (at most six) that stand in the text at least `least` times with no mark
/// and no space between them: most frequent first, then the longer, then in text order. A run that only ever stands
/// inside one longer run is left out.
pub fn phrases(words: Words, shortest: usize, longest: usize, least: u32) -> Vec<Phrase> {
    let (shortest, longest) = (shortest.max(2), longest.min(LONGEST));
    let mut counts: FxHashMap<&str, (u32, usize, usize)> = FxHashMap::default();
    for i in 0..words.len() {
        for last in i..(i + longest).min(words.len()) {
            let touches = last == i || words.tokens.start[last] == words.tokens.end[last - 1];
            if !words.is_word(last) || !touches {
                break;
            }
            let length = last - i + 1;
            if length >= shortest {
                let run = &words.text[words.tokens.start[i] as usize..words.tokens.end[last] as usize];
                counts.entry(run).or_insert((0, length, i)).0 += 1;
            }
        }
    }
    let mut covered: FxHashMap<&str, u32> = FxHashMap::default();
    for (count, length, i) in
        counts.values().filter(|(count, length, _)| *count >= least && *length > shortest)
    {
        let slice = |from: usize, to: usize| {
            &words.text[words.tokens.start[from] as usize..words.tokens.end[to] as usize]
        };
        for inner in [slice(*i, i + length - 2), slice(i + 1, i + length - 1)] {
            let most = covered.entry(inner).or_default();
            *most = (*most).max(*count);
        }
    }
    let mut list: Vec<(&str, u32, usize, usize)> = counts
        .iter()
        .filter(|(run, (count, _, _))| {
            *count >= least.max(2) && covered.get(*run).is_none_or(|most| most < count)
        })
        .map(|(run, (count, length, at))| (*run, *count, *length, *at))
        .collect();
    sorting::by(&mut list, |a, b| b.1.cmp(&a.1).then(b.2.cmp(&a.2)).then(a.3.cmp(&b.3)));
    list.into_iter()
        .map(|(run, count, length, _)| Phrase { text: run.to_string(), words: length as u32, count })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::testing;

    #[test]
    fn runs_that_repeat() {
        let (text, tokens) =
            testing::words("加快/v 建设/v 新/a 城/n ，/w 加快/v 建设/v 新/a 城/n 。/w 建设/v 新/a 路/n");
        let found = phrases(Words { text: &text, tokens: &tokens }, 2, 4, 2);
        let found: Vec<_> = found.iter().map(|p| (p.text.as_str(), p.words, p.count)).collect();
        assert_eq!(found, [("建设新", 2, 3), ("加快建设新城", 4, 2)]);
    }
}
