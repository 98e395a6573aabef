//! The cheapest way through a stretch of Han characters: the words of the dictionary and what the page's own evidence adds.
//!
//! Costs are sixteenths of a bit, so the best way is the same on every platform.

use crate::lexicon::Lexicon;
use crate::lexicon::words::{UNKNOWN, cost};

/// A word that is not in the dictionary, or not with this tag. Positions are characters of the stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    pub start: usize,
    pub end: usize,
    pub cost: i32,
    pub tag: &'static str,
}

/// A step of the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Step {
    /// One past its last character.
    pub end: usize,
    /// The tag if it is a candidate; the dictionary knows the others.
    pub tag: Option<&'static str>,
}

/// The cheapest way through a window of a run. `offsets` are the byte offsets of its characters and its end, `base` the
/// place of its first character; candidates are sorted by start.
pub(super) fn solve(
    run: &str,
    offsets: &[usize],
    base: usize,
    candidates: &[Candidate],
    lexicon: &Lexicon,
) -> Vec<Step> {
    let last = offsets.len() - 1;
    let mut best: Vec<(i32, Step)> = vec![(i32::MAX, Step { end: last, tag: None }); last + 1];
    best[last].0 = 0;
    let mut candidates = candidates.iter().rev().peekable();
    for start in (0..last).rev() {
        let mut found = (i32::MAX, Step { end: start + 1, tag: None });
        let mut offer = |end: usize, cost: i32, tag| {
            let total = cost.saturating_add(best[end].0);
            // of equal ways the one with the longer word
            if total < found.0 || total == found.0 && end > found.1.end {
                found = (total, Step { end, tag });
            }
        };
        let first = run[offsets[start]..].chars().next().unwrap_or(' ');
        for end in start + 1..=(start + lexicon.longest_from(first)).min(last) {
            match lexicon.word(&run[offsets[start]..offsets[end]]) {
                Some(word) => offer(end, cost(word.bucket), None),
                None if end == start + 1 => offer(end, UNKNOWN, None),
                None => {}
            }
        }
        while let Some(candidate) = candidates.next_if(|candidate| candidate.start >= base + start) {
            if candidate.start == base + start && candidate.end <= base + last {
                offer(candidate.end - base, candidate.cost, Some(candidate.tag));
            }
        }
        best[start] = found;
    }
    let (mut steps, mut at) = (Vec::new(), 0);
    while at < last {
        steps.push(best[at].1);
        at = best[at].1.end;
    }
    steps
}
