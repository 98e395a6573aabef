//! A block of text as this room reads it: words, sentences, quotation marks, the names that stand in it.

use crate::extract::entities::Names;
use crate::extract::entities::words::{Word, Words};
use crate::lexicon::filters::Edge;
use crate::page::EntityType;
use std::sync::LazyLock;

/// Most words of a clause: what is longer is no sentence.
const LONGEST_CLAUSE: usize = 80;

/// A pair of quotation marks: the words of the marks. Without a closing one the words go on in the next block.
#[derive(Clone, Copy, Debug)]
pub(super) struct Marks {
    pub open: usize,
    pub close: Option<usize>,
}

/// A name in the block that may be a speaker's.
#[derive(Clone, Copy, Debug)]
pub(super) struct Name {
    pub kind: EntityType,
    pub entity: u32,
    /// First word and one past the last.
    pub first: usize,
    pub end: usize,
}

pub(super) struct Block<'a> {
    pub words: &'a Words<'a>,
    /// The words of the block.
    pub first: usize,
    pub end: usize,
    pub marks: Vec<Marks>,
    /// The first word of each sentence; marks inside quotations end none.
    sentences: Vec<usize>,
    /// People, bodies, events by their first word.
    pub names: Vec<Name>,
}

impl<'a> Block<'a> {
    /// Room for a block.
    pub(super) fn new(words: &'a Words<'a>) -> Block<'a> {
        Block { words, first: 0, end: 0, marks: Vec::new(), sentences: Vec::new(), names: Vec::new() }
    }

    /// Reads the block from one byte to another, in which this mention is the first.
    pub(super) fn read(&mut self, names: &Names, mention: usize, start: u32, end: u32) {
        let words = self.words;
        (self.first, self.end) = (words.from(start as usize), words.from(end as usize));
        self.read_marks();
        self.names.clear();
        for m in names.mentions[mention..].iter().take_while(|m| m.start < end) {
            if matches!(
                m.kind,
                EntityType::Person
                    | EntityType::Organization
                    | EntityType::Place
                    | EntityType::Event
                    | EntityType::Title
                    | EntityType::Work
            ) {
                let (first, end) = (words.at(m.start as usize), words.at(m.end as usize - 1) + 1);
                self.names.push(Name { kind: m.kind, entity: m.entity, first, end });
            }
        }
    }

    /// Reads the pairs of quotation marks and the sentences.
    fn read_marks(&mut self) {
        self.marks.clear();
        self.sentences.clear();
        self.sentences.push(self.first);
        static ENDS: LazyLock<Edge> = LazyLock::new(|| Edge::of("“”「」『』。！？!?…"));
        let ends = &*ENDS;
        let mut open: Option<usize> = None;
        let words = self.words.list[self.first..self.end].iter();
        for (at, word) in (self.first..).zip(words).filter(|(_, word)| ends.has(word.last)) {
            let text = word.text;
            let closing = matches!(text, "”" | "」" | "』");
            if open.is_none() && matches!(text, "“" | "「" | "『") {
                open = Some(at);
            }
            let quoted = open.is_some();
            let after_end = || at > self.first && is_end(self.words.list[at - 1].text);
            let ends = if quoted { closing && after_end() } else { is_end(text) };
            if ends {
                self.sentences.push(at + 1);
            }
            if let Some(open) = open.take_if(|_| closing) {
                self.marks.push(Marks { open, close: Some(at) });
            }
        }
        self.marks.extend(open.map(|open| Marks { open, close: None }));
    }

    pub(super) fn word(&self, at: usize) -> &Word<'a> {
        &self.words.list[at]
    }

    /// Text of a word of the block, empty outside it.
    pub(super) fn text(&self, at: usize) -> &'a str {
        if (self.first..self.end).contains(&at) { self.words.list[at].text } else { "" }
    }

    /// Whether a word stands inside quotation marks (the marks included).
    pub(super) fn is_quoted(&self, at: usize) -> bool {
        let upto = self.marks.partition_point(|marks| marks.open <= at);
        let last = upto.checked_sub(1).map(|index| self.marks[index]);
        last.is_some_and(|marks| marks.close.is_none_or(|close| at <= close))
    }

    /// First word of the sentence of a word.
    pub(super) fn sentence(&self, at: usize) -> usize {
        let upto = self.sentences.partition_point(|first| *first <= at);
        self.sentences[upto - 1]
    }

    /// One past the last word of the sentence of a word.
    pub(super) fn sentence_end(&self, at: usize) -> usize {
        let next = self.sentences.partition_point(|first| *first <= at);
        self.sentences.get(next).map_or(self.end, |first| (*first).min(self.end))
    }

    /// First word of the clause of a word: after the last comma that stands in no brackets.
    pub(super) fn clause(&self, at: usize) -> usize {
        let start = self.sentence(at);
        let mut depth = 0usize;
        let start = start.max(at.saturating_sub(LONGEST_CLAUSE));
        for before in (start..at).rev() {
            match self.words.list[before].text {
                "）" | ")" | "”" => depth += 1,
                "（" | "(" | "“" => depth = depth.saturating_sub(1),
                "，" | "," | "；" | "：" | "——" | "———" if depth == 0 => return before + 1,
                _ => {}
            }
        }
        start
    }

    /// The outermost name that begins at a word or covers it.
    pub(super) fn name_at(&self, at: usize) -> Option<&Name> {
        let upto = self.names.partition_point(|name| name.first <= at);
        self.names[..upto]
            .iter()
            .rev()
            .take(6)
            .filter(|name| at < name.end)
            .max_by_key(|name| name.end - name.first)
    }

    /// Whether a name of this kind covers a word.
    pub(super) fn covered_by(&self, at: usize, kind: EntityType) -> bool {
        let upto = self.names.partition_point(|name| name.first <= at);
        self.names[..upto].iter().rev().take(8).any(|name| name.kind == kind && at < name.end)
    }

    /// Whether the mention of a person begins among the words `from..to`.
    pub(super) fn has_person(&self, from: usize, to: usize) -> bool {
        let first = self.names.partition_point(|name| name.first < from);
        let mut inside = self.names[first..].iter().take_while(|name| name.first < to);
        inside.any(|name| name.kind == EntityType::Person)
    }

    /// The person whose mention begins at a word.
    pub(super) fn person_at(&self, at: usize) -> Option<&Name> {
        let from = self.names.partition_point(|name| name.first < at);
        self.names[from..]
            .iter()
            .take_while(|name| name.first == at)
            .find(|name| name.kind == EntityType::Person)
    }

    /// Bytes from the first word to the end of the last.
    pub(super) fn bytes(&self, first: usize, end: usize) -> (usize, usize) {
        (self.words.list[first].start, self.words.list[end - 1].end)
    }
}

/// A mark that ends a sentence.
pub(super) fn is_end(mark: &str) -> bool {
    matches!(mark, "。" | "！" | "？" | "!" | "?" | "！！" | "？！" | "……" | "…") && mark != "…"
}
