//! The cheapest way through a stretch of Han characters: the words of the dictionary and what the page's own evidence adds.
//!
//! Costs are sixteenths of a bit, so the best way is the same on every platform.

use crate::lexicon::Word;
use crate::lexicon::words::{UNKNOWN, cost};

/// The words of the dictionary in a stretch. Positions are characters of the stretch.
pub(super) trait Dictionary {
    /// Gives those that begin at a character, each with one past its last character.
    fn each_at(&self, start: usize, found: impl FnMut(u32, Word));
}

/// A word that is not in the dictionary, or not with this tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    pub start: usize,
    pub end: usize,
    pub cost: i32,
    pub tag: &'static str,
}

/// What a step of the way is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A word of the dictionary.
    Word(Word),
    /// A candidate, by its place among all.
    Candidate(u32),
    /// A character that the dictionary does not have.
    Unknown,
}

/// A step of the way: one past its last character, what it is, and what the way costs from its first character on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Step {
    pub end: u32,
    pub kind: Kind,
    pub cost: i32,
}

/// The cheapest step from each of the characters, written to `best`, which has one more for the end. Candidates are
/// sorted by start.
pub(super) fn solve(length: usize, words: &impl Dictionary, candidates: &[Candidate], best: &mut Vec<Step>) {
    best.clear();
    best.resize(length + 1, Step { end: length as u32, kind: Kind::Unknown, cost: 0 });
    let mut candidates = (0..candidates.len() as u32).zip(candidates).rev().peekable();
    for start in (0..length).rev() {
        let mut found =
            Step { end: start as u32 + 1, kind: Kind::Unknown, cost: UNKNOWN + best[start + 1].cost };
        let mut offer = |end: u32, own: i32, kind| {
            let cost = own + best[end as usize].cost;
            // of equal ways the one with the longer word
            if cost < found.cost || cost == found.cost && end > found.end {
                found = Step { end, kind, cost };
            }
        };
        words.each_at(start, |end, word| offer(end, cost(word.bucket), Kind::Word(word)));
        while let Some((at, candidate)) = candidates.next_if(|(_, candidate)| candidate.start >= start) {
            offer(candidate.end as u32, candidate.cost, Kind::Candidate(at));
        }
        best[start] = found;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cheapest_way() {
        struct Matches([(usize, u32, u8); 5]);
        impl Dictionary for Matches {
            fn each_at(&self, start: usize, mut found: impl FnMut(u32, Word)) {
                for (_, end, bucket) in self.0.iter().filter(|found| found.0 == start) {
                    found(*end, Word { bucket: *bucket, reading: 0 });
                }
            }
        }
        // 张 明 亮 说: each a word, 明亮 a word; and the candidate 张明亮
        let matches = Matches([(0, 1, 40), (1, 2, 40), (1, 3, 50), (2, 3, 40), (3, 4, 60)]);
        let ends = |candidates: &[Candidate]| {
            let (mut best, mut ends, mut at) = (Vec::new(), Vec::new(), 0);
            solve(4, &matches, candidates, &mut best);
            while at < 4 {
                at = best[at].end as usize;
                ends.push(at);
            }
            ends
        };
        assert_eq!(ends(&[]), [1, 3, 4]);
        assert_eq!(ends(&[Candidate { start: 0, end: 3, cost: 300, tag: "nr" }]), [3, 4]);
        assert_eq!(ends(&[Candidate { start: 0, end: 3, cost: 900, tag: "nr" }]), [1, 3, 4]);
    }
}
