//! How often each word stands in a text.

use super::Words;
use super::vocabulary::{Kind, Vocabulary};
use crate::sorting::{self, descending};
use serde::Serialize;

/// A word with its count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Frequency {
    /// The word.
    pub word: String,
    /// The tag that it has most often.
    #[serde(serialize_with = "crate::page::fixed")]
    pub tag: &'static str,
    /// How often it stands in the text.
    pub count: u32,
}

/// How often a word has a tag, and the tag that it had next.
struct Tagged {
    word: u32,
    tag: &'static str,
    count: u32,
    next: Option<u32>,
}

/// Every word with its count, most frequent first, words of equal count in text order.
pub fn frequencies(words: Words) -> Vec<Frequency> {
    count(words, &Vocabulary::read(words))
}

pub(super) fn count(words: Words, vocabulary: &Vocabulary) -> Vec<Frequency> {
    // the tags of each word in the order in which it has them, as chains in one column
    let mut first: Vec<Option<u32>> = vec![None; vocabulary.words.len()];
    let mut tags: Vec<Tagged> = Vec::with_capacity(vocabulary.words.len());
    for ((word, kind), tag) in vocabulary.of.iter().zip(&vocabulary.kind).zip(&words.tokens.tag) {
        if *kind == Kind::Mark {
            continue;
        }
        let (mut last, mut at) = (None, first[*word as usize]);
        // nearly always it is the same tag at the same place
        let same = |known: &'static str| std::ptr::eq(known, *tag) || known == *tag;
        while let Some(known) = at.filter(|at| !same(tags[*at as usize].tag)) {
            (last, at) = (at, tags[known as usize].next);
        }
        let Some(known) = at else {
            let new = Some(tags.len() as u32);
            match last {
                Some(last) => tags[last as usize].next = new,
                None => first[*word as usize] = new,
            }
            tags.push(Tagged { word: *word, tag, count: 1, next: None });
            continue;
        };
        tags[known as usize].count += 1;
    }
    let chain = |first: u32| {
        std::iter::successors(Some(&tags[first as usize]), |tagged| Some(&tags[tagged.next? as usize]))
    };
    let begins = |at: &u32| first[tags[*at as usize].word as usize] == Some(*at);
    let mut list: Vec<Frequency> = Vec::with_capacity(vocabulary.words.len());
    for at in (0..tags.len() as u32).filter(begins) {
        let mut most = &tags[at as usize];
        let mut count = 0;
        for tagged in chain(at) {
            count += tagged.count;
            // of equals the first
            if tagged.count > most.count {
                most = tagged;
            }
        }
        let word = vocabulary.words[most.word as usize].to_string();
        list.push(Frequency { word, tag: most.tag, count });
    }
    sorting::by_key(&mut list, |frequency| descending(frequency.count).into());
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
