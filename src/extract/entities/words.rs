//! The page's words as this room looks at them.

use super::lists::{LISTS, Stop};
use crate::extract::Reading;

/// A word with its place in the text (bytes).
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word<'a> {
    pub start: usize,
    pub end: usize,
    pub text: &'a str,
    pub tag: &'static str,
    /// Whether it is the first of its block: no name reaches back over its start.
    pub first: bool,
}

impl Word<'_> {
    /// Number of characters.
    pub(crate) fn len(&self) -> usize {
        self.text.chars().count()
    }

    pub(crate) fn is_mark(&self) -> bool {
        self.tag == "w"
    }

    /// A person's name, as the words room tags it.
    pub(crate) fn is_person(&self) -> bool {
        self.tag.starts_with("nr")
    }

    pub(crate) fn stop(&self) -> Option<Stop> {
        LISTS.stops.get(self.text).copied()
    }
}

/// The words of a page, in text order, with an index from bytes to words.
pub(crate) struct Words<'a> {
    pub text: &'a str,
    pub list: Vec<Word<'a>>,
}

impl<'a> Words<'a> {
    pub(crate) fn new(reading: &Reading<'a>) -> Words<'a> {
        let text = reading.text;
        let tokens = reading.tokens;
        let mut list: Vec<Word> = Vec::with_capacity(tokens.start.len());
        let mut before = 0;
        for ((start, end), tag) in tokens.start.iter().zip(&tokens.end).zip(&tokens.tag) {
            let (start, end) = (*start as usize, *end as usize);
            let first = list.is_empty() || text[before..start].contains('\n');
            for (part, (from, to)) in cut(&text[start..end]).into_iter().enumerate() {
                let (from, to) = (start + from, start + to);
                let tag = if part == 0 && to == end { tag } else { "n" };
                list.push(Word {
                    start: from,
                    end: to,
                    text: &text[from..to],
                    tag,
                    first: first && part == 0,
                });
            }
            before = end;
        }
        Words { text, list }
    }

    /// The word that covers a byte or, between words, the next one.
    pub(crate) fn at(&self, byte: usize) -> usize {
        self.list.partition_point(|word| word.end <= byte)
    }

    /// Whether a word begins here.
    pub(crate) fn begins(&self, byte: usize) -> bool {
        self.list.binary_search_by(|word| word.start.cmp(&byte)).is_ok()
    }

    /// Whether a word ends here.
    pub(crate) fn ends(&self, byte: usize) -> bool {
        self.list.binary_search_by(|word| word.end.cmp(&byte)).is_ok()
    }

    /// Whether the words `from..to` stand in one block.
    pub(crate) fn together(&self, from: usize, to: usize) -> bool {
        self.list[from..to].iter().skip(1).all(|word| !word.first)
    }

    /// The word before this one in the same block.
    pub(crate) fn before(&self, index: usize) -> Option<&Word<'a>> {
        (index > 0 && index < self.list.len() && !self.list[index].first).then(|| &self.list[index - 1])
    }

    /// The word after this one in the same block.
    pub(crate) fn after(&self, index: usize) -> Option<&Word<'a>> {
        self.list.get(index + 1).filter(|word| !word.first)
    }
}

/// Where the lexicon joins a body and an office in one word (市委书记), they are two words here.
fn cut(word: &str) -> Vec<(usize, usize)> {
    const BODIES: [&str; 19] = [
        "省委",
        "市委",
        "县委",
        "区委",
        "州委",
        "地委",
        "镇党委",
        "乡党委",
        "党委",
        "党组",
        "团委",
        "纪委",
        "国防部",
        "外交部",
        "财政部",
        "公安局",
        "国务院",
        "全国政协",
        "公司",
    ];
    for body in BODIES {
        if word.strip_prefix(body).is_some_and(|rest| LISTS.titles.contains_key(rest)) {
            return vec![(0, body.len()), (body.len(), word.len())];
        }
    }
    vec![(0, word.len())]
}
