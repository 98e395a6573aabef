//! Where the matter changes: lexical cohesion over character pairs (Hearst's TextTiling, in linear time).
//!
//! Words need no dictionary here: two characters in a row are nearly a word, and pairs that stand all over
//! the page say nothing. Each pair is joined to its nearest earlier occurrence; a place in the text that few
//! such threads cross is a place where one matter ends and another begins.

use super::facts::ln;
use crate::numbering::Numbering;
use crate::source::chars::han;

/// How far back and forth a thread reaches, in pairs.
const REACH: u32 = 400;
/// A pair that stands more often than once in this many pairs of the page is too common to say anything.
const TOO_COMMON: u32 = 500;
/// … but one that stands only this often never is.
const ALWAYS_TELLING: u32 = 3;

/// No pair: further from any than the longest text is long.
const NOWHERE: u32 = 1 << 31;

/// The threads of a page.
pub struct Cohesion {
    /// For each pair, the position of its nearest earlier and later occurrence, [`NOWHERE`] for none.
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
    pub fn of<'a>(lines: impl Iterator<Item = &'a str> + Clone) -> Cohesion {
        let Pairs { numbers, mut kinds, of_lines: line_pairs } = Pairs::of(lines);
        let Threads { earlier, later, steps } = threads(&numbers, &mut kinds);
        let crossing = crossings(&steps, &line_pairs);
        let alike = cosines(&numbers, &kinds, &line_pairs);
        let count = crossing.len().max(1) as f32;
        let mean = crossing.iter().sum::<f32>() / count;
        let variance = crossing.iter().map(|x| (x - mean) * (x - mean)).sum::<f32>() / count;
        let all = numbers.len() as u32;
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
        let pairs = start as usize..end as usize;
        let outside = |chain: &[u32], mut at: u32| {
            while (start..end).contains(&at) {
                at = chain[at as usize];
            }
            at
        };
        // no pair is far from everywhere
        let before = |at: &&u32| start.wrapping_sub(outside(&self.earlier, **at)) <= 2 * REACH;
        let after = |at: &&u32| outside(&self.later, **at).wrapping_sub(end) <= 2 * REACH;
        let before = self.earlier[pairs.clone()].iter().filter(before).count();
        let after = self.later[pairs].iter().filter(after).count();
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
            while at != NOWHERE && !(low..high).contains(&at) && steps < 32 {
                at = chain[at as usize];
                steps += 1;
            }
            hits += u32::from((low..high).contains(&at));
        }
        hits as f32 / (end - start).max(4) as f32
    }
}

/// What is known of a kind of pair.
struct Kind {
    /// How often it stands on the page.
    count: u32,
    /// Where it stood last, [`NOWHERE`] before the first.
    last: u32,
}

/// The pairs of these lines, each by the number of its kind.
struct Pairs {
    numbers: Vec<u32>,
    kinds: Vec<Kind>,
    /// First pair of each line; one more entry for the end.
    of_lines: Vec<u32>,
}

impl Pairs {
    fn of<'a>(lines: impl Iterator<Item = &'a str> + Clone) -> Pairs {
        let characters = lines.clone().map(str::len).sum::<usize>() / 3;
        // about half of them stand once or twice on a page; a large table for a long text would only be slow to reach
        // into
        let mut numbering: Numbering<u32> = Numbering::with_capacity((characters / 2).min(1 << 13));
        let mut numbers: Vec<u32> = Vec::with_capacity(characters);
        let mut kinds: Vec<Kind> = Vec::new();
        let mut of_lines = Vec::with_capacity(lines.size_hint().0 + 1);
        // no Chinese character is 0
        let mut before = 0;
        for line in lines {
            of_lines.push(numbers.len() as u32);
            for han in han(line) {
                if before != 0 && han != 0 {
                    // 15 bits of each character: two rare ones may collide, which is harmless
                    let number = numbering.number((before & 0x7fff) << 15 | (han & 0x7fff));
                    match kinds.get_mut(number as usize) {
                        Some(kind) => kind.count += 1,
                        None => kinds.push(Kind { count: 1, last: NOWHERE }),
                    }
                    numbers.push(number);
                }
                before = han;
            }
        }
        of_lines.push(numbers.len() as u32);
        Pairs { numbers, kinds, of_lines }
    }
}

struct Threads {
    /// See [`Cohesion`].
    earlier: Vec<u32>,
    later: Vec<u32>,
    /// How many threads begin to cross the place before each pair, less those that cross it no more.
    steps: Vec<i32>,
}

/// Joins each pair that is neither unique nor common to its nearest earlier occurrence.
fn threads(numbers: &[u32], kinds: &mut [Kind]) -> Threads {
    let mut earlier = vec![NOWHERE; numbers.len()];
    let mut later = vec![NOWHERE; numbers.len()];
    let mut steps = vec![0i32; numbers.len() + 2];
    let common = (numbers.len() as u32 / TOO_COMMON).max(ALWAYS_TELLING);
    for (p, (number, earlier)) in (0..).zip(numbers.iter().zip(&mut earlier)) {
        let Kind { count, last } = &mut kinds[*number as usize];
        if !(2..=common).contains(count) {
            continue;
        }
        let q = std::mem::replace(last, p);
        if q == NOWHERE {
            continue;
        }
        *earlier = q;
        later[q as usize] = p;
        // a thread from q to p crosses every place between them that both are near to
        let from = (q + 1).max(p.saturating_sub(REACH - 1));
        let to = p.min(q + REACH);
        if from <= to {
            steps[from as usize] += 1;
            steps[to as usize + 1] -= 1;
        }
    }
    Threads { earlier, later, steps }
}

fn crossings(steps: &[i32], line_pairs: &[u32]) -> Vec<f32> {
    let pairs = steps.len() as u32 - 2;
    let (mut open, mut at) = (0, 0);
    let crossing = |start: &u32| {
        open += steps[at..=*start as usize].iter().sum::<i32>();
        at = *start as usize + 1;
        let room = (*start).min(pairs - start).clamp(40, REACH);
        open as f32 * 100.0 / room as f32
    };
    line_pairs[..line_pairs.len() - 1].iter().map(crossing).collect()
}

/// How many pairs before and after a place are compared by [`cosines`].
const NEAR: usize = 300;
/// … and at least, as a share of [`REACH`].
const LEAST_KNOWN: f32 = 0.25;

/// Cosine between the pairs before and after each line's start, weighed by how rare they are on the page
/// (Salton's tf·idf).
fn cosines(numbers: &[u32], kinds: &[Kind], line_pairs: &[u32]) -> Vec<f32> {
    let mut sides = Sides::new(numbers.len(), kinds);
    numbers.iter().take(NEAR).for_each(|number| sides.comes_near(*number));
    let mut at = 0;
    let cosine = |start: &u32| {
        while at < *start as usize {
            sides.passes(numbers[at]);
            if at >= NEAR {
                sides.goes_far(numbers[at - NEAR]);
            }
            if let Some(number) = numbers.get(at + NEAR) {
                sides.comes_near(*number);
            }
            at += 1;
        }
        sides.cosine()
    };
    line_pairs[..line_pairs.len() - 1].iter().map(cosine).collect()
}

/// The pairs on both sides of a place, in whole numbers, so that what slides far adds up to the same everywhere.
struct Sides {
    kinds: Vec<OnSides>,
    dot: i64,
    /// Squares of the lengths.
    before: i64,
    after: i64,
}

/// How much a kind of pair weighs, nothing for one that stands once, and how often it stands on both sides.
#[derive(Clone, Copy)]
struct OnSides {
    weight: i32,
    before: i16,
    after: i16,
}

impl Sides {
    fn new(pairs: usize, kinds: &[Kind]) -> Sides {
        let weight = |kind: &Kind| {
            let rare = ln(pairs as f32 / kind.count as f32) * 8.0;
            let weight = if kind.count > 1 { (rare * rare) as i32 } else { 0 };
            OnSides { weight, before: 0, after: 0 }
        };
        Sides { kinds: kinds.iter().map(weight).collect(), dot: 0, before: 0, after: 0 }
    }

    /// What is known of a kind, unless it weighs nothing: its weight and how often it stands on both sides.
    #[inline(always)]
    fn of(&mut self, number: u32) -> Option<(i64, i64, i64, &mut OnSides)> {
        let kind = &mut self.kinds[number as usize];
        (kind.weight != 0).then_some((kind.weight.into(), kind.before.into(), kind.after.into(), kind))
    }

    /// A pair begins to count after the place.
    fn comes_near(&mut self, number: u32) {
        let Some((weight, before, after, kind)) = self.of(number) else { return };
        kind.after += 1;
        self.dot += weight * before;
        self.after += weight * (2 * after + 1);
    }

    /// The place moves over a pair.
    fn passes(&mut self, number: u32) {
        let Some((weight, before, after, kind)) = self.of(number) else { return };
        (kind.before, kind.after) = (kind.before + 1, kind.after - 1);
        self.dot += weight * (after - before - 1);
        self.before += weight * (2 * before + 1);
        self.after -= weight * (2 * after - 1);
    }

    /// A pair before the place counts no more.
    fn goes_far(&mut self, number: u32) {
        let Some((weight, before, after, kind)) = self.of(number) else { return };
        kind.before -= 1;
        self.dot -= weight * after;
        self.before -= weight * (2 * before - 1);
    }

    fn cosine(&self) -> f32 {
        let lengths = (self.before as f32).sqrt() * (self.after as f32).sqrt();
        if lengths > 0.0 { self.dot as f32 / lengths } else { 0.0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_matter_changes_between_two_articles() {
        let river = "青川河的水位上涨，河堤需要加固。\n水利站的人员沿河堤巡查水位。\n青川河两岸的河堤已经加固三处。\n水位回落以后河堤还要巡查。\n";
        let school = "新建的小学开学了，教室宽敞明亮。\n孩子们走进教室，老师点名。\n小学的老师大多是新来的。\n开学第一天，老师带孩子们参观教室。\n";
        let cohesion = Cohesion::of(river.lines().chain(school.lines()));
        let best = (1..8).max_by(|a, b| cohesion.change_at(*a).total_cmp(&cohesion.change_at(*b)));
        assert_eq!(best, Some(4));
    }

    #[test]
    fn a_headline_shares_words_with_its_body() {
        let text = "青川河河堤加固\n新建小学开学，老师点名。\n青川河水位上涨，河堤加固。\n";
        let cohesion = Cohesion::of(text.lines());
        assert!(cohesion.shared_with(0, 1, 2, 3) > cohesion.shared_with(0, 1, 1, 2));
    }
}
