//! Quantities: numbers with their units, their approximations as bounds, and their ranges.

mod approximate;
mod accept;
mod amount;
mod range;
pub(crate) mod units;
mod words;

use super::Reading;
use super::numbers::classes::AMOUNT;
use super::numbers::glyphs::Glyphs;
use crate::page::{Number, Quantity, Time};
use rust_decimal::Decimal;

/// What the scanner looks at.
pub(crate) struct Scan<'a> {
    pub(crate) reading: &'a Reading<'a>,
    pub(crate) glyphs: &'a Glyphs,
    /// For each glyph, one past the end of the time that covers it, or 0.
    covered: Vec<u32>,
}

impl<'a> Scan<'a> {
    /// A scan of a text in which `times` were found.
    pub(crate) fn new(reading: &'a Reading<'a>, times: &[Time]) -> Scan<'a> {
        let glyphs = &reading.glyphs;
        let mut covered = vec![0; glyphs.len() + 1];
        for time in times {
            // a length of time is a quantity too
            let length = time.value.as_deref().is_some_and(|value| value.starts_with('P'))
                || time.because == "length-between-dates";
            if length {
                continue;
            }
            let (from, to) = (glyphs.index_of(time.start), glyphs.index_of(time.end));
            covered[from..to].fill(to as u32);
        }
        Scan { reading, glyphs, covered }
    }

    /// The word that covers a byte of the text.
    pub(crate) fn token_at(&self, byte: u32) -> Option<usize> {
        let tokens = self.reading.tokens;
        let at = self.reading.places.at_or_before(byte)?;
        (tokens.end[at] > byte).then_some(at)
    }

    /// Whether a glyph belongs to a date or a period.
    fn in_time(&self, i: usize) -> bool {
        self.covered.get(i).is_some_and(|end| *end > 0)
    }
}

/// A quantity while it is being read, in glyphs.
#[derive(Clone, Copy, Debug)]
struct Found {
    start: usize,
    end: usize,
    value: Option<Decimal>,
    bounds: Option<[Option<Decimal>; 2]>,
    unit: Option<&'static str>,
    kind: &'static str,
    /// Multiplier that a number before it may share (10 in 10到15万), with the number that stands before it.
    tail: Decimal,
    /// No unit and no word of approximation: a bare number.
    bare: bool,
    /// One bound came from a comparison (大于, 以上) that a second one may close.
    one_sided: bool,
    because: &'static str,
}

/// The quantities of a text, in text order, outside the `times` found before.
pub fn find(reading: &Reading, times: &[Time]) -> Vec<Quantity> {
    let scan = Scan::new(reading, times);
    let mut found: Vec<Found> = Vec::new();
    let mut i = 0;
    while i < scan.glyphs.len() {
        if scan.in_time(i) {
            i = scan.covered[i] as usize;
            continue;
        }
        if !scan.glyphs.is(i, AMOUNT) {
            i += 1;
            continue;
        }
        if let Some(first) = amount::amount(&scan, i) {
            let item = range::extend(&scan, first);
            let item = approximate::bound(&scan, item, found.last().map_or(0, |last| last.end));
            i = item.end.max(i + 1);
            if accept::accept(&scan, &item) {
                found.push(item);
                range::close(&scan, &mut found);
                range::share_unit(&scan, &mut found);
            }
            continue;
        }
        // step over the rest of a run of digits or letters: no quantity begins inside it
        i = amount::skip(&scan, i);
    }
    found.iter().map(|item| record(&scan, item)).collect()
}

fn record(scan: &Scan, item: &Found) -> Quantity {
    let (start, end) = scan.glyphs.bytes(item.start, item.end);
    let number = |value: Decimal| Number(value.normalize());
    Quantity {
        start,
        end,
        value: item.value.map(number),
        unit: item.unit.map(str::to_string),
        bounds: item.bounds.map(|[low, high]| [low.map(number), high.map(number)]),
        kind: item.kind,
        because: item.because,
    }
}
