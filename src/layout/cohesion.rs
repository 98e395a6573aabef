//! Where the matter changes: lexical cohesion over character pairs (Hearst's TextTiling, in linear time).
//!
//! Words need no dictionary here: two characters in a row are nearly a word, and pairs that stand all over
//! the page say nothing. Each pair is joined to its nearest earlier occurrence; a place in the text that few
//! such threads cross is a place where one matter ends and another begins.

use super::facts::ln;
use crate::numbering::Numbering;
use crate::source::Source;
use crate::source::chars::is_han;

/// How far back and forth a thread reaches, in pairs.
const REACH: u32 = 400;
/// A pair that stands more often than once in this many pairs of the page is too common to say anything.
const TOO_COMMON: u32 = 500;
/// … but one that stands only this often never is.
const ALWAYS_TELLING: u32 = 3;

/// The threads of a page.
pub struct Cohesion {
    /// For each pair, the position of its nearest earlier and later occurrence, `u32::MAX` for none.
    earlier: Vec<u32>,
    later: Vec<u32>,
    /// First pair of each line; one more entry for the end.
    line_pairs: Vec<u32>,
    /// For each line, how many threads cross its start, within [`REACH`], for each hundred that could.
    crossing: Vec<f32>,
    /// How much is known at the start of each line: less near the ends of the page.
    known: Vec<f32>,
    mean: f32,
    deviation: f32,
    /// For each line, how alike the text before it and after it are: the cosine of their pairs, rare ones
    /// weighing more.
    alike: Vec<f32>,
}

impl Cohesion {
    /// Reads these lines of a page.
    pub fn of(source: &Source, lines: &[usize]) -> Cohesion {
        let mut pairs: Vec<u32> = Vec::with_capacity(source.text.len() / 3);
        let mut line_pairs = Vec::with_capacity(lines.len() + 1);
        let mut before = None;
        for line in lines {
            line_pairs.push(pairs.len() as u32);
            for c in source.line(&source.lines[*line]).chars() {
                let han = is_han(c).then_some(c as u32);
                if let (Some(a), Some(b)) = (before, han) {
                    // 15 bits of each character: two rare ones may collide, which is harmless
                    pairs.push((a & 0x7fff) << 15 | (b & 0x7fff));
                }
                before = han;
            }
        }
        line_pairs.push(pairs.len() as u32);
        let (earlier, later, kinds) = threads(&pairs);
        let alike = cosines(&kinds, &line_pairs);
        let crossing = crossings(&earlier, &line_pairs);
        let count = crossing.len().max(1) as f32;
        let mean = crossing.iter().sum::<f32>() / count;
        let variance = crossing.iter().map(|x| (x - mean) * (x - mean)).sum::<f32>() / count;
        let all = pairs.len() as u32;
        let near_end = |at: &u32| (*at).min(all - at) as f32 / REACH as f32;
        let known = line_pairs.iter().map(|at| near_end(at).min(1.0)).collect();
        Cohesion {
            earlier,
            later,
            line_pairs,
            crossing,
            known,
            mean,
            deviation: variance.sqrt().max(0.5),
            alike,
        }
    }

    /// How much less the matter holds together at the start of a line than elsewhere on the page, in standard
    /// deviations, between -2 and 2. Positive: the matter changes here.
    pub fn change_at(&self, line: usize) -> f32 {
        self.known[line] * ((self.mean - self.crossing[line]) / self.deviation).clamp(-2.0, 2.0)
    }

    /// How alike the text above and below a line is, from 0 to 1; `None` near the ends of the page.
    pub fn alike_at(&self, line: usize) -> Option<f32> {
        (self.known[line] >= LEAST_KNOWN).then_some(self.alike[line])
    }

    /// Share of the telling pairs in lines `from..to` that stand near by before and after those lines.
    pub fn shared(&self, from: usize, to: usize) -> (f32, f32) {
        let (start, end) = (self.line_pairs[from], self.line_pairs[to]);
        let (mut before, mut after) = (0u32, 0u32);
        for pair in start..end {
            let mut back = self.earlier[pair as usize];
            while back != u32::MAX && back >= start {
                back = self.earlier[back as usize];
            }
            before += u32::from(back != u32::MAX && start - back <= 2 * REACH);
            let mut forth = self.later[pair as usize];
            while forth != u32::MAX && forth < end {
                forth = self.later[forth as usize];
            }
            after += u32::from(forth != u32::MAX && forth - end <= 2 * REACH);
        }
        let all = (end - start).max(4) as f32;
        (before as f32 / all, after as f32 / all)
    }

    /// How many telling pairs of lines `from..to` stand in lines `in_from..in_to`, as a share.
    pub fn shared_with(&self, from: usize, to: usize, in_from: usize, in_to: usize) -> f32 {
        let (start, end) = (self.line_pairs[from], self.line_pairs[to]);
        let (low, high) = (self.line_pairs[in_from], self.line_pairs[in_to]);
        let chain = if low >= end { &self.later } else { &self.earlier };
        let mut hits = 0;
        for pair in start..end {
            let mut at = chain[pair as usize];
            let mut steps = 0;
            while at != u32::MAX && !(low..high).contains(&at) && steps < 32 {
                at = chain[at as usize];
                steps += 1;
            }
            hits += u32::from(at != u32::MAX && (low..high).contains(&at));
        }
        hits as f32 / (end - start).max(4) as f32
    }
}

/// Nearest earlier and later occurrence of each pair that is neither unique nor common, and a number for each
/// kind of pair that stands more than once (0 for the others).
fn threads(pairs: &[u32]) -> (Vec<u32>, Vec<u32>, Vec<u32>) {
    let (mut kinds, counts) = number_kinds(pairs);
    let mut earlier = vec![u32::MAX; pairs.len()];
    let mut later = vec![u32::MAX; pairs.len()];
    let common = (pairs.len() as u32 / TOO_COMMON).max(ALWAYS_TELLING);
    // kinds that stand more than once, numbered anew, and where each stood last
    let mut last = vec![u32::MAX; counts.len()];
    let mut renumbered = vec![0; counts.len()];
    let mut repeated = 0;
    for (at, kind) in kinds.iter_mut().enumerate() {
        let first = *kind as usize;
        if counts[first] == 1 {
            *kind = 0;
            continue;
        }
        if last[first] == u32::MAX {
            repeated += 1;
            renumbered[first] = repeated;
        } else if counts[first] <= common {
            earlier[at] = last[first];
            later[last[first] as usize] = at as u32;
        }
        last[first] = at as u32;
        *kind = renumbered[first];
    }
    (earlier, later, kinds)
}

/// A number for each kind of pair, in the order in which they come first, and how often each stands.
fn number_kinds(pairs: &[u32]) -> (Vec<u32>, Vec<u32>) {
    // about half of them stand once or twice on a page; a large table for a long text would only be slow to reach into
    let mut numbers: Numbering<u32> = Numbering::with_capacity((pairs.len() / 2).min(1 << 13));
    let mut counts: Vec<u32> = Vec::new();
    let number = |pair: &u32| {
        let number = numbers.number(*pair);
        match counts.get_mut(number as usize) {
            Some(count) => *count += 1,
            None => counts.push(1),
        }
        number
    };
    (pairs.iter().map(number).collect(), counts)
}

/// How many pairs before and after a place are compared by [`cosines`].
const NEAR: usize = 300;
/// … and at least, as a share of [`REACH`].
const LEAST_KNOWN: f32 = 0.25;

/// Cosine between the pairs before and after each line's start, weighed by how rare they are on the page
/// (Salton's tf·idf).
fn cosines(kinds: &[u32], line_pairs: &[u32]) -> Vec<f32> {
    let mut sides = Sides::new(kinds);
    kinds.iter().take(NEAR).for_each(|kind| sides.change(*kind, AFTER, 1));
    let mut at = 0;
    let cosine = |start: &u32| {
        while at < *start as usize {
            sides.change(kinds[at], AFTER, -1);
            sides.change(kinds[at], BEFORE, 1);
            if at >= NEAR {
                sides.change(kinds[at - NEAR], BEFORE, -1);
            }
            if let Some(kind) = kinds.get(at + NEAR) {
                sides.change(*kind, AFTER, 1);
            }
            at += 1;
        }
        sides.cosine()
    };
    line_pairs[..line_pairs.len() - 1].iter().map(cosine).collect()
}

const BEFORE: usize = 0;
const AFTER: usize = 1;

/// The pairs on both sides of a place, in whole numbers, so that what slides far adds up to the same everywhere.
struct Sides {
    weights: Vec<i64>,
    counts: Vec<[i64; 2]>,
    dot: i64,
    norms: [i64; 2],
}

impl Sides {
    fn new(kinds: &[u32]) -> Sides {
        let kind_count = kinds.iter().max().map_or(0, |kind| *kind as usize) + 1;
        let mut weights = vec![0i64; kind_count];
        kinds.iter().for_each(|kind| weights[*kind as usize] += 1);
        for weight in &mut weights {
            let rare = ln(kinds.len().max(1) as f32 / (*weight).max(1) as f32) * 8.0;
            *weight = (rare * rare) as i64;
        }
        Sides { weights, counts: vec![[0; 2]; kind_count], dot: 0, norms: [0; 2] }
    }

    fn change(&mut self, kind: u32, side: usize, step: i64) {
        // pairs that stand once weigh nothing
        if kind == 0 {
            return;
        }
        let (weight, count) = (self.weights[kind as usize], &mut self.counts[kind as usize]);
        self.dot += step * weight * count[1 - side];
        self.norms[side] += weight * (2 * step * count[side] + 1);
        count[side] += step;
    }

    fn cosine(&self) -> f32 {
        let lengths = (self.norms[BEFORE] as f32).sqrt() * (self.norms[AFTER] as f32).sqrt();
        if lengths > 0.0 { self.dot as f32 / lengths } else { 0.0 }
    }
}

fn crossings(earlier: &[u32], line_pairs: &[u32]) -> Vec<f32> {
    // a thread from q to p crosses every place between them that both are near to
    let mut steps = vec![0i32; earlier.len() + 2];
    for (p, q) in earlier.iter().enumerate().filter(|(_, q)| **q != u32::MAX) {
        let (p, q) = (p as u32, *q);
        let first = (q + 1).max(p.saturating_sub(REACH - 1));
        let last = p.min(q + REACH);
        if first <= last {
            steps[first as usize] += 1;
            steps[last as usize + 1] -= 1;
        }
    }
    let (mut open, mut at) = (0, 0);
    let crossing = |start: &u32| {
        open += steps[at..=*start as usize].iter().sum::<i32>();
        at = *start as usize + 1;
        let room = (*start).min(earlier.len() as u32 - start).clamp(40, REACH);
        open as f32 * 100.0 / room as f32
    };
    line_pairs[..line_pairs.len() - 1].iter().map(crossing).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_matter_changes_between_two_articles() {
        let river = "青川河的水位上涨，河堤需要加固。\n水利站的人员沿河堤巡查水位。\n青川河两岸的河堤已经加固三处。\n水位回落以后河堤还要巡查。\n";
        let school = "新建的小学开学了，教室宽敞明亮。\n孩子们走进教室，老师点名。\n小学的老师大多是新来的。\n开学第一天，老师带孩子们参观教室。\n";
        let source = Source::read(&format!("{river}{school}")).unwrap();
        let cohesion = Cohesion::of(&source, &(0..source.lines.len()).collect::<Vec<_>>());
        let best = (1..8).max_by(|a, b| cohesion.change_at(*a).total_cmp(&cohesion.change_at(*b)));
        assert_eq!(best, Some(4));
    }

    #[test]
    fn a_headline_shares_words_with_its_body() {
        let source =
            Source::read("青川河河堤加固\n新建小学开学，老师点名。\n青川河水位上涨，河堤加固。\n").unwrap();
        let cohesion = Cohesion::of(&source, &(0..source.lines.len()).collect::<Vec<_>>());
        assert!(cohesion.shared_with(0, 1, 2, 3) > cohesion.shared_with(0, 1, 1, 2));
    }
}
