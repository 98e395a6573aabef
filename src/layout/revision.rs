//! A second look at a reading, with the articles in view that the first look found.
//!
//! The first look ([`super::roles`]) knows of each line and its neighbours only. What an article as a whole
//! shows is weighed here: a change is made where the scores of the lines that it touches, and what the article
//! shows, speak for it together.

use super::evidence::Scorer;
use super::roles::Role::{self, *};
use super::roles::{Order, Page, Reading};

/// Looks again.
pub(super) fn revise(page: &Page, reading: &mut Reading) {
    raise_lone_headings(page, reading);
    lower_bare_headlines(page, reading);
    if reading.order == Order::BodyFirst {
        part_pieces_without_headline(page, reading);
    }
}

/// What the lines `from..` say for these parts instead of those they have: both with the pairs at the ends.
fn gain(page: &Page, reading: &Reading, from: usize, parts: &[Role]) -> f32 {
    let scorer = Scorer { page, order: reading.order };
    let to = from + parts.len();
    let part = |k: usize| if (from..to).contains(&k) { parts[k - from] } else { reading.roles[k] };
    let mut gain = 0.0;
    for k in from..to {
        gain += scorer.line(k, part(k)) - scorer.line(k, reading.roles[k]);
    }
    for k in from.max(1)..(to + 1).min(reading.roles.len()) {
        gain += scorer.pair(k - 1, part(k - 1), part(k))
            - scorer.pair(k - 1, reading.roles[k - 1], reading.roles[k]);
    }
    gain
}

/// Inner headings come in twos and more: an article that has just one of them, without a number, may rather be
/// two articles of which the heading is the second's headline (or the first's, below it).
fn raise_lone_headings(page: &Page, reading: &mut Reading) {
    let mut headings: Vec<usize> = Vec::new();
    for k in 0..=reading.roles.len() {
        let ends = match reading.roles.get(k) {
            None | Some(Title | Lead | From) => true,
            Some(Heading) => {
                headings.push(k);
                false
            }
            _ => false,
        };
        if ends {
            if let [heading] = headings[..] {
                raise(page, reading, heading);
            }
            headings.clear();
        }
    }
}

/// Makes a heading a headline if little speaks against it.
fn raise(page: &Page, reading: &mut Reading, heading: usize) {
    let after = (heading + 1..reading.roles.len()).find(|k| reading.roles[*k] != HeadingContinuation);
    let Some(after) = after.filter(|after| heading > 0 && reading.roles[*after] == Start) else { return };
    if page.facts[heading].rank.is_some() {
        return;
    }
    let mut then = vec![Title; after - heading];
    then.push(if reading.order == Order::BodyFirst { Lead } else { Start });
    if gain(page, reading, heading, &then) + page.weights.lone_heading > 0.0 {
        reading.roles[heading..=after].copy_from_slice(&then);
    }
}

/// A headline that is one line and nothing else, on a page whose other headlines have a kicker, a second line, a
/// sub-headline or a byline, may rather be an inner heading.
fn lower_bare_headlines(page: &Page, reading: &mut Reading) {
    let heads: Vec<(usize, bool)> = (0..reading.roles.len())
        .filter(|k| reading.roles[*k] == Title && (*k == 0 || reading.roles[k - 1] != Title))
        .map(|k| (k, !matches!(reading.roles.get(k + 1), Some(Title | Byline))))
        .collect();
    let bare = heads.iter().filter(|(_, bare)| *bare).count();
    if heads.len() < 3 || bare != 1 {
        return;
    }
    for (k, _) in heads.into_iter().filter(|(k, bare)| *bare && *k > 0) {
        let before = matches!(reading.roles[k - 1], Start | Continuation | Lead);
        if !before || !matches!(reading.roles.get(k + 1), Some(Start | Lead)) {
            continue;
        }
        if gain(page, reading, k, &[Heading, Start]) + page.weights.bare_among_dressed > 0.0 {
            reading.roles[k..k + 2].copy_from_slice(&[Heading, Start]);
        }
    }
}

/// A piece from another page often stands without a headline of its own: where headlines stand below, the
/// headline that comes next may belong to another body that follows it without any sign.
fn part_pieces_without_headline(page: &Page, reading: &mut Reading) {
    let begins = |k: usize, role: Role| role == From || role == Lead && page.facts[k].continuation.is_some();
    let mut k = 0;
    while k < reading.roles.len() {
        if !begins(k, reading.roles[k]) {
            k += 1;
            continue;
        }
        let end = (k + 1..reading.roles.len())
            .find(|at| matches!(reading.roles[*at], Title | Lead | From | To))
            .unwrap_or(reading.roles.len());
        let candidates = (k + 2..end).filter(|at| {
            reading.roles[*at] == Start
                && !matches!(reading.roles[at - 1], Heading | HeadingContinuation | From)
        });
        let best = candidates
            .map(|at| (gain(page, reading, at, &[Lead]), at))
            .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
        if let Some((gain, at)) = best
            && gain + page.weights.piece_without_headline > 0.0
        {
            reading.roles[at] = Lead;
        }
        k = end;
    }
}
