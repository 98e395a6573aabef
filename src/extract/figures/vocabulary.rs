//! The words by which a text gives a number to an indicator, by their roles.

use crate::lexicon::filters::Edge;
use crate::lists::rows;
use crate::sorting::{self, descending};
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

/// What a word may do in a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Role {
    /// A verb of growth.
    Up,
    /// A verb of decline.
    Down,
    /// A change without direction.
    Move,
    /// A noun of growth.
    NounUp,
    /// A noun of decline.
    NounDown,
    /// The number is what the indicator is.
    Level,
    /// Its object is the indicator.
    Light,
    /// What is counted was added.
    Added,
    /// What is counted is there no more.
    Removed,
    /// Holds or takes a place in an order.
    Rank,
    /// A noun that says what is measured.
    Measure,
    /// A light verb that is in no name.
    Pure,
    /// How a rate is taken.
    Per,
    /// Opens a clause.
    Lead,
    /// A region or total.
    Whole,
    /// Greater in a comparison.
    More,
    /// Smaller in a comparison.
    Less,
}

static TABLE: &str = include_str!("../../../lexicon/figure_words.tsv");

/// The words with their roles, a bit each.
struct Vocabulary {
    roles: FxHashMap<&'static str, u32>,
    /// The characters with which they begin and end: most words of a text have others.
    first: Edge,
    last: Edge,
    /// By role the lengths of its words in bytes, the greatest first.
    lengths: FxHashMap<Role, Vec<usize>>,
    /// The same of the words of change.
    changes: Vec<usize>,
}

/// The roles of the words of change; of a word with several the first counts.
pub(super) const CHANGES: [Role; 5] = [Role::Down, Role::Up, Role::Move, Role::NounDown, Role::NounUp];

impl Role {
    fn bit(self) -> u32 {
        1 << self as u16
    }
}

fn vocabulary() -> &'static Vocabulary {
    static WORDS: OnceLock<Vocabulary> = OnceLock::new();
    WORDS.get_or_init(|| {
        let (first, last) = (Edge::new(), Edge::new());
        let (roles, lengths) = (FxHashMap::default(), FxHashMap::default());
        let mut words = Vocabulary { roles, first, last, lengths, changes: Vec::new() };
        for row in rows(TABLE) {
            let role = match row[0] {
                "up" => Role::Up,
                "down" => Role::Down,
                "move" => Role::Move,
                "noun-up" => Role::NounUp,
                "noun-down" => Role::NounDown,
                "level" => Role::Level,
                "light" => Role::Light,
                "added" => Role::Added,
                "removed" => Role::Removed,
                "rank" => Role::Rank,
                "measure" => Role::Measure,
                "pure" => Role::Pure,
                "per" => Role::Per,
                "lead" => Role::Lead,
                "whole" => Role::Whole,
                "more" => Role::More,
                "less" => Role::Less,
                _ => continue,
            };
            for word in row.get(1).into_iter().flat_map(|list| list.split_whitespace()) {
                *words.roles.entry(word).or_default() |= role.bit();
                words.first.add(word.chars().next());
                words.last.add(word.chars().next_back());
                words.lengths.entry(role).or_default().push(word.len());
            }
        }
        words.changes =
            CHANGES.iter().filter_map(|role| words.lengths.get(role)).flatten().copied().collect();
        for lengths in words.lengths.values_mut().chain([&mut words.changes]) {
            sorting::by_key(lengths, |length| descending(*length as u32).into());
            lengths.dedup();
        }
        words
    })
}

impl Vocabulary {
    fn word(&self, text: &str, role: Role) -> Option<&'static str> {
        let (word, roles) = self.roles.get_key_value(text)?;
        (roles & role.bit() != 0).then_some(*word)
    }

    fn lengths(&self, role: Role) -> impl Iterator<Item = usize> {
        self.lengths.get(&role).into_iter().flatten().copied()
    }
}

/// The longest word of a role that ends `text`
/// and for which `stands` holds.
pub(super) fn ends_where(text: &str, role: Role, stands: impl Fn(&str) -> bool) -> Option<&'static str> {
    let words = vocabulary();
    if !words.last.may_be(text.chars().next_back()) {
        return None;
    }
    let ends = words.lengths(role).filter_map(|length| text.get(text.len().checked_sub(length)?..));
    ends.filter_map(|end| words.word(end, role)).find(|word| stands(word))
}

/// The longest word of change that ends `text` and for which `stands` holds, with its role.
pub(super) fn change_where(text: &str, stands: impl Fn(&str) -> bool) -> Option<(Role, &'static str)> {
    let words = vocabulary();
    if !words.last.may_be(text.chars().next_back()) {
        return None;
    }
    words.changes.iter().find_map(|length| {
        let end = text.get(text.len().checked_sub(*length)?..)?;
        let (word, roles) = words.roles.get_key_value(end)?;
        let role = CHANGES.into_iter().find(|role| roles & role.bit() != 0)?;
        stands(word).then_some((role, *word))
    })
}

/// The longest word of a role that begins `text`.
pub(super) fn begins(text: &str, role: Role) -> Option<&'static str> {
    let words = vocabulary();
    if !words.first.may_be(text.chars().next()) {
        return None;
    }
    words
        .lengths(role)
        .filter_map(|length| text.get(..length))
        .find_map(|beginning| words.word(beginning, role))
}

/// Whether `text` is a word of a role.
pub(super) fn is(text: &str, role: Role) -> bool {
    let words = vocabulary();
    words.last.may_be(text.chars().next_back()) && words.word(text, role).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_has_words() {
        for role in [
            Role::Up,
            Role::Down,
            Role::Move,
            Role::NounUp,
            Role::NounDown,
            Role::Level,
            Role::Light,
            Role::Per,
            Role::Lead,
            Role::Whole,
            Role::More,
            Role::Less,
        ] {
            assert!(vocabulary().lengths(role).next().is_some(), "{role:?}");
        }
        assert_eq!(
            (ends_where("收入同比增长", Role::Up, |_| true), begins("全国贫困县", Role::Whole)),
            (Some("增长"), Some("全国"))
        );
    }
}
