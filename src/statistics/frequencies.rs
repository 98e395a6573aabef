//! How often each word stands in a text.

use super::Words;
use rustc_hash::FxHashMap;
use serde::Serialize;

/// A word with its count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Frequency {
    /// The word.
    pub word: String,
    /// The tag that it has most often.
    pub tag: &'static str,
    /// How often it stands in the text.
    pub count: u32,
}

/// A word, its count, and the count of each of its tags.
type Counted<'a> = (&'a str, u32, Vec<(&'static str, u32)>);

/// Every word with its count, most frequent first, words of equal count in text order.
pub fn frequencies(words: Words) -> Vec<Frequency> {
    let mut index: FxHashMap<&str, usize> = FxHashMap::default();
    let mut counts: Vec<Counted> = Vec::new();
    for (i, word) in words.words() {
        let at = *index.entry(word).or_insert(counts.len());
        if at == counts.len() {
            counts.push((word, 0, Vec::new()));
        }
        let (_, count, tags) = &mut counts[at];
        *count += 1;
        let tag = words.tokens.tag[i];
        match tags.iter_mut().find(|(other, _)| *other == tag) {
            Some((_, count)) => *count += 1,
            None => tags.push((tag, 1)),
        }
    }
    let mut list: Vec<Frequency> = counts
        .into_iter()
        .map(|(word, count, tags)| {
            let most = tags.iter().map(|(_, count)| *count).max();
            let tag = tags.iter().find(|(_, count)| Some(*count) == most).map_or("n", |(tag, _)| *tag);
            Frequency { word: word.to_string(), tag, count }
        })
        .collect();
    list.sort_by_key(|frequency| std::cmp::Reverse(frequency.count));
    list
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::testing;

    #[test]
    fn counts_words_and_not_marks() {
        let (text, tokens) = testing::words("报纸/n 报道/v ，/w 报纸/n 报道/vn 报道/vn 。/w 编辑/n");
        let found = frequencies(Words { text: &text, tokens: &tokens });
        let found: Vec<_> = found.iter().map(|f| (f.word.as_str(), f.tag, f.count)).collect();
        assert_eq!(found, [("报道", "vn", 3), ("报纸", "n", 2), ("编辑", "n", 1)]);
    }
}
