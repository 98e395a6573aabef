//! The second reading: a name that the page gives once beyond doubt is a name wherever it stands.

use super::Token;
use super::cut::Cutter;
use super::lattice::Candidate;
use crate::lexicon::Lexicon;
use crate::source::chars::is_han;
use rustc_hash::{FxHashMap, FxHashSet};

/// A bit in the unit of costs.
const BIT: i32 = 16;
/// What a name costs that was read once, and what it is cheaper for each further time, up to four.
const ONCE: i32 = 16 * BIT;
const AGAIN: i32 = 2 * BIT;

/// Longest name, in characters.
const LONGEST: usize = 8;

/// Names of people that the first reading found and the lexicon does not have, with their costs.
pub(super) struct PageNames<'a> {
    costs: FxHashMap<&'a str, i32>,
    firsts: FxHashSet<char>,
}

impl<'a> PageNames<'a> {
    fn collect(text: &'a str, tokens: &[Token], lexicon: &Lexicon) -> PageNames<'a> {
        let mut counts: FxHashMap<&str, i32> = FxHashMap::default();
        for token in tokens.iter().filter(|token| token.tag == "nr") {
            *counts.entry(&text[token.start as usize..token.end as usize]).or_default() += 1;
        }
        let mut names = PageNames { costs: FxHashMap::default(), firsts: FxHashSet::default() };
        for (name, count) in counts {
            let length = name.chars().count();
            let new =
                (2..=LONGEST).contains(&length) && name.chars().all(is_han) && lexicon.word(name).is_none();
            if let Some(first) = name.chars().next().filter(|_| new) {
                names.firsts.insert(first);
                names.costs.insert(name, ONCE - AGAIN * (count - 1).min(3));
            }
        }
        names
    }

    /// The names that stand in a run: where they begin in bytes, and each with its cost.
    fn in_run<'b>(&'b self, run: &'b str) -> impl Iterator<Item = (usize, &'b str, i32)> + 'b {
        let begins = run.char_indices().filter(|(_, c)| self.firsts.contains(c));
        begins.flat_map(move |(at, _)| {
            let ends = run[at..]
                .char_indices()
                .take(LONGEST)
                .skip(1)
                .map(move |(offset, c)| at + offset + c.len_utf8());
            ends.filter_map(move |end| {
                let name = &run[at..end];
                self.costs.get(name).map(|cost| (at, name, *cost))
            })
        })
    }

    /// Adds the names of a run to its candidates; `offsets` are the byte offsets of its characters.
    pub(super) fn candidates(&self, run: &str, offsets: &[usize], found: &mut Vec<Candidate>) {
        for (at, name, cost) in self.in_run(run) {
            let place = |offset: usize| offsets.partition_point(|other| *other < offset);
            found.push(Candidate { start: place(at), end: place(at + name.len()), cost, tag: "nr" });
        }
    }
}

/// Cuts those runs again in which a name of the page stands that the first reading did not see. `runs` are the
/// stretches of Han characters in text order.
pub(super) fn read_again<'a>(
    text: &'a str,
    tokens: Vec<Token>,
    runs: &[(usize, usize)],
    lexicon: &Lexicon,
    cutter: &mut Cutter<'a>,
) -> Vec<Token> {
    let names = PageNames::collect(text, &tokens, lexicon);
    if names.costs.is_empty() {
        return tokens;
    }
    let mut again = Vec::with_capacity(tokens.len());
    let mut i = 0;
    for (start, end) in runs {
        let first = i + tokens[i..].partition_point(|token| (token.start as usize) < *start);
        again.extend_from_slice(&tokens[i..first]);
        // 第 at the end of a run may have become a part of a number
        i = first + tokens[first..].partition_point(|token| (token.end as usize) <= *end);
        let words = &tokens[first..i];
        let Some(end) = words.last().map(|last| last.end as usize) else { continue };
        let missed = names.in_run(&text[*start..end]).any(|(at, name, _)| {
            let (from, to) = ((start + at) as u32, (start + at + name.len()) as u32);
            let found = words.binary_search_by_key(&from, |token| token.start);
            found.map_or(true, |index| words[index].end != to)
        });
        if missed {
            cutter.cut(*start, end, Some(&names), &mut again);
        } else {
            again.extend_from_slice(words);
        }
    }
    again.extend_from_slice(&tokens[i..]);
    again
}
