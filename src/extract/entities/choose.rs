//! Candidates and the choice among those that overlap.

use crate::lexicon::filters::outline;
use crate::page::{Because, EntityType};
use crate::sorting;

/// A stretch of text that may be a name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Candidate {
    pub start: usize,
    pub end: usize,
    pub kind: EntityType,
    /// How sure the rule is; a length bonus is added when choosing.
    pub score: i32,
    pub because: Because,
}

/// The best candidates that do not overlap: by score and length, then the earlier. In text order.
pub(crate) fn choose(text: &str, mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    sorting::by_key(&mut candidates, |c| c.start as u128);
    let (mut chosen, mut taken) = (Vec::new(), Vec::new());
    let mut rest = &mut candidates[..];
    while let Some(first) = rest.first() {
        // those that overlap, if only through others between them; mostly there are few
        let (start, mut end) = (first.start, first.end);
        let touches = |c: &&Candidate| {
            let touches = c.start < end;
            end = end.max(if touches { c.end } else { 0 });
            touches
        };
        let count = 1 + rest[1..].iter().take_while(touches).count();
        let (together, after) = rest.split_at_mut(count);
        rest = after;
        if let [only] = together {
            chosen.extend((only.start < only.end).then_some(*only));
            continue;
        }
        let from = chosen.len();
        by_weight(text, together);
        taken.clear();
        taken.resize(end - start, false);
        for candidate in together {
            let range = candidate.start - start..candidate.end - start;
            if !range.is_empty() && !taken[range.clone()].contains(&true) {
                taken[range].fill(true);
                chosen.push(*candidate);
            }
        }
        sorting::by_key(&mut chosen[from..], |c| c.start as u128);
    }
    chosen
}

/// Sorts the best first: a longer name usually contains the shorter ones that the same words also suggest.
fn by_weight(text: &str, candidates: &mut [Candidate]) {
    let weight = |c: &Candidate| c.score + 12 * outline(&text[c.start..c.end]).2 as i32;
    sorting::by_key(candidates, |c| {
        let lightness = (i64::from(i32::MAX) - i64::from(weight(c))) as u128;
        lightness << 96 | (c.start as u128) << 64 | (c.end as u128) << 32 | c.kind as u128
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longer_of_two_like_names_is_chosen() {
        let text = "重庆大学";
        let make = |start, end, kind| Candidate { start, end, kind, score: 100, because: "t" };
        let place = make(0, 6, EntityType::Place);
        let body = make(0, 12, EntityType::Organization);
        let chosen = choose(text, vec![place, body]);
        assert_eq!(chosen.iter().map(|c| (c.start, c.end)).collect::<Vec<_>>(), [(0, 12)]);
    }
}
