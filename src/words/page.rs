//! The second reading: a name that the page gives once beyond doubt is a name wherever it stands.

use super::Token;
use super::cut::Cutter;
use super::lattice::Candidate;
use super::names::Letter;
use crate::lexicon::Lexicon;
use crate::lexicon::filters::Beginnings;
use crate::sorting;
use crate::source::chars::is_han;
use rustc_hash::FxHashMap;

/// A bit in the unit of costs.
const BIT: i32 = 16;
/// What a name costs that was read once, and what it is cheaper for each further time, up to four.
const ONCE: i32 = 16 * BIT;
const AGAIN: i32 = 2 * BIT;

/// Longest name, in characters.
const LONGEST: usize = 8;

/// Names of people that the first reading found and the lexicon does not have, with their costs.
pub(super) struct PageNames<'a> {
    /// By their first two characters, the shorter before the longer.
    by_beginning: FxHashMap<(char, char), Vec<(&'a str, i32)>>,
    /// With these few places of a text begin.
    beginnings: Beginnings,
}

impl<'a> PageNames<'a> {
    fn collect(text: &'a str, tokens: &[Token], lexicon: &Lexicon) -> PageNames<'a> {
        let mut counts: FxHashMap<&str, i32> = FxHashMap::default();
        for token in tokens.iter().filter(|token| token.tag == "nr") {
            *counts.entry(&text[token.start as usize..token.end as usize]).or_default() += 1;
        }
        let mut by_beginning: FxHashMap<(char, char), Vec<(&str, i32)>> = FxHashMap::default();
        for (name, count) in counts {
            let length = name.chars().count();
            let new =
                (2..=LONGEST).contains(&length) && name.chars().all(is_han) && lexicon.word(name).is_none();
            let mut chars = name.chars();
            if let (true, Some(first), Some(second)) = (new, chars.next(), chars.next()) {
                let cost = ONCE - AGAIN * (count - 1).min(3);
                by_beginning.entry((first, second)).or_default().push((name, cost));
            }
        }
        by_beginning
            .values_mut()
            .for_each(|names| sorting::by(names, |(a, _), (b, _)| a.len().cmp(&b.len()).then(a.cmp(b))));
        let names = by_beginning.values().flatten().map(|(name, _)| *name);
        PageNames { beginnings: Beginnings::of(names), by_beginning }
    }

    /// The names that stand in a run: where they begin in bytes, and each with its cost.
    fn in_run<'b>(&'b self, run: &'b str) -> impl Iterator<Item = (usize, &'b str, i32)> + 'b {
        self.beginnings.in_text(run).flat_map(move |(at, c, next)| {
            let names = next.and_then(|next| self.by_beginning.get(&(c, next))).into_iter().flatten();
            let here = names.filter(move |(name, _)| run[at..].starts_with(name));
            here.map(move |(name, cost)| (at, &run[at..at + name.len()], *cost))
        })
    }

    /// Adds the names of a run with these characters to its candidates.
    pub(super) fn candidates(&self, run: &str, letters: &[Letter], found: &mut Vec<Candidate>) {
        for (at, name, cost) in self.in_run(run) {
            let place = |offset: usize| letters.partition_point(|letter| (letter.offset as usize) < offset);
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
    if names.by_beginning.is_empty() {
        return tokens;
    }
    let mut again = Vec::with_capacity(tokens.len() + tokens.len() / 16);
    let mut i = 0;
    for (start, end) in runs {
        let first = i + tokens[i..].iter().take_while(|token| (token.start as usize) < *start).count();
        again.extend_from_slice(&tokens[i..first]);
        // 第 at the end of a run may have become a part of a number
        i = first + tokens[first..].iter().take_while(|token| (token.end as usize) <= *end).count();
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
