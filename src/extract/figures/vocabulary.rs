//! The words by which a text gives a number to an indicator, by their roles.

use crate::lists::rows;
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

fn words() -> &'static FxHashMap<Role, Vec<&'static str>> {
    static WORDS: OnceLock<FxHashMap<Role, Vec<&'static str>>> = OnceLock::new();
    WORDS.get_or_init(|| {
        rows(TABLE)
            .filter_map(|row| {
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
                    _ => return None,
                };
                let mut list: Vec<&'static str> = row.get(1)?.split_whitespace().collect();
                list.sort_by(|a, b| b.len().cmp(&a.len()).then(a.cmp(b)));
                Some((role, list))
            })
            .collect()
    })
}

/// The longest word of a role that ends `text`
/// and for which `stands` holds.
pub(super) fn ends_where(text: &str, role: Role, stands: impl Fn(&str) -> bool) -> Option<&'static str> {
    words().get(&role)?.iter().find(|word| text.ends_with(**word) && stands(word)).copied()
}

/// The longest word of a role that begins `text`.
pub(super) fn begins(text: &str, role: Role) -> Option<&'static str> {
    words().get(&role)?.iter().find(|word| text.starts_with(**word)).copied()
}

/// Whether `text` is a word of a role.
pub(super) fn is(text: &str, role: Role) -> bool {
    words().get(&role).is_some_and(|list| list.contains(&text))
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
            assert!(words().get(&role).is_some_and(|list| !list.is_empty()), "{role:?}");
        }
        assert_eq!(
            (ends_where("收入同比增长", Role::Up, |_| true), begins("全国贫困县", Role::Whole)),
            (Some("增长"), Some("全国"))
        );
    }
}
