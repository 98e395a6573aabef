//! A block of text as this room reads it: words, sentences, quotation marks, the names that stand in it.

use crate::extract::entities::Names;
use crate::extract::entities::words::{Word, Words};
use crate::page::EntityType;

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
    /// For each word whether it stands inside quotation marks (the marks included).
    quoted: Vec<bool>,
    /// For each word the first word of its sentence; marks inside quotations end none.
    sentence: Vec<usize>,
    /// People, bodies, events by their first word.
    pub names: Vec<Name>,
}

impl<'a> Block<'a> {
    pub(super) fn new(
        words: &'a Words<'a>,
        names: &Names,
        mention: &mut usize,
        start: usize,
        end: usize,
    ) -> Block<'a> {
        let (first, last) = (words.from(start), words.from(end));
        let mut block = Block {
            words,
            first,
            end: last,
            marks: Vec::new(),
            quoted: Vec::with_capacity(last - first),
            sentence: Vec::with_capacity(last - first),
            names: Vec::new(),
        };
        block.read_marks();
        while names.mentions.get(*mention).is_some_and(|m| (m.start as usize) < start) {
            *mention += 1;
        }
        while let Some(m) = names.mentions.get(*mention).filter(|m| (m.start as usize) < end) {
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
                block.names.push(Name { kind: m.kind, entity: m.entity, first, end });
            }
            *mention += 1;
        }
        block
    }

    /// Reads the pairs of quotation marks and the sentences.
    fn read_marks(&mut self) {
        let (mut open, mut start): (Option<usize>, _) = (None, self.first);
        let words = &self.words.list[self.first..self.end];
        for (at, text) in (self.first..).zip(words.iter().map(|word| word.text)) {
            if is_chinese(text) {
                continue;
            }
            // the words between two marks are alike
            self.sentence.resize(at + 1 - self.first, start);
            self.quoted.resize(at - self.first, open.is_some());
            let closing = matches!(text, "”" | "」" | "』");
            if open.is_none() && matches!(text, "“" | "「" | "『") {
                open = Some(at);
            }
            let quoted = open.is_some();
            self.quoted.push(quoted);
            let after_end = || at > self.first && is_end(self.words.list[at - 1].text);
            let ends = if quoted { closing && after_end() } else { is_end(text) };
            if ends {
                start = at + 1;
            }
            if let Some(open) = open.take_if(|_| closing) {
                self.marks.push(Marks { open, close: Some(at) });
            }
        }
        self.marks.extend(open.map(|open| Marks { open, close: None }));
        self.sentence.resize(words.len(), start);
        self.quoted.resize(words.len(), open.is_some());
    }

    pub(super) fn word(&self, at: usize) -> &Word<'a> {
        &self.words.list[at]
    }

    /// Text of a word of the block, empty outside it.
    pub(super) fn text(&self, at: usize) -> &'a str {
        if (self.first..self.end).contains(&at) { self.words.list[at].text } else { "" }
    }

    pub(super) fn is_quoted(&self, at: usize) -> bool {
        self.quoted[at - self.first]
    }

    /// First word of the sentence of a word.
    pub(super) fn sentence(&self, at: usize) -> usize {
        self.sentence[at - self.first]
    }

    /// One past the last word of the sentence of a word.
    pub(super) fn sentence_end(&self, at: usize) -> usize {
        let start = self.sentence(at);
        let rest = &self.sentence[at - self.first..];
        at + rest.partition_point(|of| *of == start)
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

/// Whether a word begins with a common Chinese character, as its first byte tells, and is no mark.
fn is_chinese(word: &str) -> bool {
    matches!(word.as_bytes().first(), Some(0xe4..=0xe9))
}

/// A mark that ends a sentence.
pub(super) fn is_end(mark: &str) -> bool {
    matches!(mark, "。" | "！" | "？" | "!" | "?" | "！！" | "？！" | "……" | "…") && mark != "…"
}
