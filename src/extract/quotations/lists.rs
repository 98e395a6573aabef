//! The word lists of this room.

use crate::extract::entities::lists::Table;
use crate::lexicon::filters::Edge;
use crate::lists::{rows, words};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// How the text goes on after what a verb introduces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Voice {
    Official,
    Plain,
}

/// How a verb introduces speech; one verb may do both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Verb {
    pub says: Option<Voice>,
    pub urges: Option<Voice>,
    /// Whether it reports only with 据 before its subject (据国家统计局测算，).
    pub source_only: bool,
    /// Whether the word is a noun as often.
    pub or_noun: bool,
}

impl Verb {
    pub(super) fn voice(self) -> Voice {
        self.says.or(self.urges).unwrap_or(Voice::Plain)
    }
}

pub(super) struct Lists {
    pub verbs: Table<Verb>,
    /// The last characters of these, and of 强调说, 笑着道.
    pub verb_ends: Edge,
    pub speaking_nouns: Table<()>,
    pub narrator_openers: Vec<&'static str>,
}

pub(super) static LISTS: LazyLock<Lists> = LazyLock::new(|| {
    let mut verbs: FxHashMap<&'static str, Verb> = FxHashMap::default();
    for row in rows(include_str!("../../../lexicon/reporting-verbs.tsv")) {
        let voice = if row.get(2) == Some(&"official") { Voice::Official } else { Voice::Plain };
        let verb = verbs.entry(row[0]).or_default();
        verb.or_noun |= row.get(3) == Some(&"noun");
        match row.get(1) {
            Some(&"urge") => verb.urges = Some(voice),
            Some(&"source") => {
                verb.source_only = verb.says.is_none() && verb.urges.is_none();
                verb.says = Some(voice);
            }
            _ => verb.says = Some(voice),
        }
    }
    let mut verb_ends = Edge::new();
    let ends = verbs.keys().map(|verb| verb.chars().next_back());
    ends.chain([Some('说'), Some('道')]).for_each(|end| verb_ends.add(end));
    Lists {
        verb_ends,
        verbs: verbs.into_iter().collect(),
        speaking_nouns: words(include_str!("../../../lexicon/speaking-nouns.txt"))
            .map(|word| (word, ()))
            .collect(),
        narrator_openers: words(include_str!("../../../lexicon/narrator-openers.txt")).collect(),
    }
});
