//! Where the matter changes: lexical cohesion over character pairs (Hearst's TextTiling, in linear time).
//!
//! Words need no dictionary here: two characters in a row are nearly a word, and pairs that stand all over
//! the page say nothing. Each pair is joined to its nearest earlier occurrence; a place in the text that few
//! such threads cross is a place where one matter ends and another begins.

use super::facts::ln;
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
    /// For each line, how much the vocabulary after it differs from that before it, in standard deviations.
    shift: Vec<f32>,
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
        let shift = standardized(shifts(&kinds, &line_pairs));
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
            shift,
        }
    }

    /// How much less the matter holds together at the start of a line than elsewhere on the page, in standard
    /// deviations, between -2 and 2. Positive: the matter changes here.
    pub fn change_at(&self, line: usize) -> f32 {
        self.known[line] * ((self.mean - self.crossing[line]) / self.deviation).clamp(-2.0, 2.0)
    }

    /// How much the vocabulary of the text below a line differs from that above, in standard deviations,
    /// between -2 and 2.
    pub fn shift_at(&self, line: usize) -> f32 {
        self.known[line] * self.shift[line]
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
    // pair and place in one number: sorted without looking anything up
    let mut order: Vec<u64> =
        pairs.iter().enumerate().map(|(at, pair)| u64::from(*pair) << 32 | at as u64).collect();
    order.sort_unstable();
    let place = |entry: &u64| *entry as u32 as usize;
    let mut earlier = vec![u32::MAX; pairs.len()];
    let mut later = vec![u32::MAX; pairs.len()];
    let mut kinds = vec![0; pairs.len()];
    let common = (pairs.len() as u32 / TOO_COMMON).max(ALWAYS_TELLING);
    let mut kind = 0;
    for same in order.chunk_by(|a, b| a >> 32 == b >> 32) {
        if same.len() == 1 {
            continue;
        }
        kind += 1;
        for at in same {
            kinds[place(at)] = kind;
        }
        if same.len() as u32 > common {
            continue;
        }
        for two in same.windows(2) {
            earlier[place(&two[1])] = place(&two[0]) as u32;
            later[place(&two[0])] = place(&two[1]) as u32;
        }
    }
    (earlier, later, kinds)
}

/// How many pairs before and after a place are compared by [`shifts`].
const WINDOW: usize = 500;
/// Counts above this are taken as this.
const MOST: u16 = 15;

/// Log-likelihood ratio (Dunning 1993) between the pairs before and after each line's start: two windows slide
/// over the text, and each pair that enters or leaves one changes the sum by a term looked up in a table.
fn shifts(kinds: &[u32], line_pairs: &[u32]) -> Vec<f32> {
    let table = likelihood_ratios();
    let term = |count: [u16; 2]| table[usize::from(count[0].min(MOST))][usize::from(count[1].min(MOST))];
    let kind_count = kinds.iter().max().map_or(0, |kind| *kind as usize) + 1;
    let mut counts = vec![[0u16; 2]; kind_count];
    let mut sum = 0;
    let mut change = |kind: u32, side: usize, enters: bool, sum: &mut i32| {
        if kind == 0 {
            return;
        }
        let count = &mut counts[kind as usize];
        *sum -= term(*count);
        if enters {
            count[side] += 1;
        } else {
            count[side] -= 1;
        }
        *sum += term(*count);
    };
    kinds.iter().take(WINDOW).for_each(|kind| change(*kind, 1, true, &mut sum));
    let mut lines = line_pairs[..line_pairs.len() - 1].iter().peekable();
    let mut out = Vec::with_capacity(line_pairs.len());
    for at in 0..=kinds.len() {
        while lines.next_if(|start| **start as usize == at).is_some() {
            out.push(sum as f32);
        }
        if at == kinds.len() {
            break;
        }
        change(kinds[at], 1, false, &mut sum);
        change(kinds[at], 0, true, &mut sum);
        if at >= WINDOW {
            change(kinds[at - WINDOW], 0, false, &mut sum);
        }
        if let Some(kind) = kinds.get(at + WINDOW) {
            change(*kind, 1, true, &mut sum);
        }
    }
    out
}

/// The ratio's term, in thousandths, for a pair counted `a` times before and `b` times after: 0 where both are
/// alike.
fn likelihood_ratios() -> [[i32; MOST as usize + 1]; MOST as usize + 1] {
    let mut table = [[0; MOST as usize + 1]; MOST as usize + 1];
    for (a, row) in table.iter_mut().enumerate() {
        for (b, term) in row.iter_mut().enumerate() {
            let part = |x: usize| if x == 0 { 0.0 } else { x as f32 * ln(2.0 * x as f32 / (a + b) as f32) };
            // one occurrence lies on one side or the other by chance
            *term = if a + b < 2 { 0 } else { ((part(a) + part(b)) * 1000.0) as i32 };
        }
    }
    table
}

fn standardized(mut values: Vec<f32>) -> Vec<f32> {
    let count = values.len().max(1) as f32;
    let mean = values.iter().sum::<f32>() / count;
    let variance = values.iter().map(|x| (x - mean) * (x - mean)).sum::<f32>() / count;
    let deviation = variance.sqrt().max(0.5);
    values.iter_mut().for_each(|x| *x = ((*x - mean) / deviation).clamp(-2.0, 2.0));
    values
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
    let mut open = 0;
    let mut lines = line_pairs[..line_pairs.len() - 1].iter().peekable();
    let mut crossing = Vec::with_capacity(line_pairs.len());
    for (at, step) in steps.iter().enumerate() {
        open += step;
        while lines.next_if(|start| **start as usize == at).is_some() {
            let room = (at.min(earlier.len() - at.min(earlier.len())) as u32).clamp(40, REACH);
            crossing.push(open as f32 * 100.0 / room as f32);
        }
    }
    crossing
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
