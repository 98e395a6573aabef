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
    let missed = missed(text, &tokens, runs, &names);
    if missed.is_empty() {
        return tokens;
    }
    let mut again = Vec::with_capacity(tokens.len() + tokens.len() / 16);
    let mut kept = 0;
    for (start, end) in missed {
        let first = tokens.partition_point(|token| (token.start as usize) < start);
        again.extend_from_slice(&tokens[kept..first]);
        kept = first + tokens[first..].iter().take_while(|token| (token.end as usize) <= end).count();
        cutter.cut(start, tokens[kept - 1].end as usize, Some(&names), &mut again);
    }
    again.extend_from_slice(&tokens[kept..]);
    again
}

/// The runs in which a name stands that is no word of them.
fn missed(text: &str, tokens: &[Token], runs: &[(usize, usize)], names: &PageNames) -> Vec<(usize, usize)> {
    let mut missed: Vec<(usize, usize)> = Vec::new();
    let mut rest = runs;
    for (from, name, _) in names.in_run(text) {
        let to = from + name.len();
        while let [(_, end), after @ ..] = rest
            && *end <= from
        {
            rest = after;
        }
        let Some((start, end)) = rest.first().copied().filter(|(start, end)| *start <= from && to <= *end)
        else {
            continue;
        };
        let word = tokens.partition_point(|token| (token.end as usize) < to);
        let (word_start, word_end) = (tokens[word].start as usize, tokens[word].end as usize);
        // 第 at the end of a run may have become a part of a number
        if (word_start, word_end) != (from, to) && word_end <= end && missed.last() != Some(&(start, end)) {
            missed.push((start, end));
        }
    }
    missed
}
