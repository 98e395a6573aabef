//! Whether the numbers of one sentence agree with each other.

use crate::page::{Figure, Quantity, Time};
use rust_decimal::Decimal;

/// Adds a note to a figure whose numbers do not fit together.
pub(super) fn notes(figures: &mut [Figure], quantities: &[Quantity], times: &[Time]) {
    rates(figures, quantities, times);
    sums(figures, quantities);
    for figure in figures {
        if let (Some(from), Some(to), Some(change)) =
            (number(figure.from, quantities), number(figure.to, quantities), figure.change)
        {
            let rises = change == crate::page::Change::Up;
            let unit = |index: Option<u32>| quantities.get(index? as usize)?.unit.as_deref();
            // 两个半小时 and 25分钟 are not compared
            if unit(figure.from) == unit(figure.to) && from != to && rises != (to > from) {
                figure.notes.push("direction-disagrees");
            }
        }
    }
}

fn number(index: Option<u32>, quantities: &[Quantity]) -> Option<Decimal> {
    quantities.get(index? as usize)?.value.map(|n| n.0)
}

/// 由 A 增加到 B，增长 r%: B / A − 1 must be r, to the rounding of what is printed.
fn rates(figures: &mut [Figure], quantities: &[Quantity], times: &[Time]) {
    for k in 1..figures.len() {
        let (earlier, later) = figures.split_at_mut(k);
        let (Some(change), rate) = (earlier.last(), &mut later[0]) else { continue };
        let (Some(from), Some(to)) = (number(change.from, quantities), number(change.to, quantities)) else {
            continue;
        };
        let Some(quantity) =
            rate.value.and_then(|k| quantities.get(k as usize)).filter(|q| q.kind == "percent")
        else {
            continue;
        };
        let Some(stated) = quantity
            .value
            .map(|n| n.0)
            .filter(|_| rate.because == "rate" && rate.inherited.contains(&"indicator"))
        else {
            continue;
        };
        let span_years = years(change, times);
        let per_year = rate.notes.contains(&"per-year");
        let Some(growth) = to.checked_div(from).map(|ratio| ratio - Decimal::ONE) else { continue };
        let Some(percent) = growth.checked_mul(Decimal::ONE_HUNDRED).map(|p| p.abs()) else { continue };
        let expected = match (per_year, span_years) {
            (true, Some(years)) => {
                // compound: (1 + r)^n against to / from
                let Some(fits) = compound(from, to, stated, years) else { continue };
                if !fits {
                    rate.notes.push("rate-disagrees");
                }
                continue;
            }
            (true, None) => continue,
            (false, _) => percent,
        };
        if (expected - stated).abs() > Decimal::ONE {
            rate.notes.push("rate-disagrees");
        }
    }
}

fn years(figure: &Figure, times: &[Time]) -> Option<u32> {
    let year =
        |index: Option<u32>| times.get(index? as usize)?.value.as_deref()?.get(..4)?.parse::<u32>().ok();
    let (from, to) = (year(figure.from_time)?, year(figure.to_time)?);
    to.checked_sub(from).filter(|n| (1..=100).contains(n))
}

/// Whether growth of `rate` percent a year leads from `from` to `to`, within half a point of the rate.
fn compound(from: Decimal, to: Decimal, rate: Decimal, years: u32) -> Option<bool> {
    let reached = |rate: Decimal| {
        let step = Decimal::ONE + rate / Decimal::ONE_HUNDRED;
        (0..years).try_fold(from, |value, _| value.checked_mul(step).map(|v| v.round_dp(10)))
    };
    let half = Decimal::new(5, 1);
    let (low, high) = (reached(rate - half)?, reached(rate + half)?);
    Some(low.min(high) <= to && to <= low.max(high))
}

/// 832个中已有601个…，179个…，还有52个: parts of one unit against the whole that they are parts of.
fn sums(figures: &mut [Figure], quantities: &[Quantity]) {
    let whole = figures.iter().position(|figure| figure.notes.contains(&"total"));
    let Some(whole) = whole else { return };
    let unit = |figure: &Figure| {
        figure.value.and_then(|k| quantities.get(k as usize)).and_then(|q| q.unit.as_deref())
    };
    let total = number(figures[whole].value, quantities);
    let parts: Vec<Decimal> = figures[whole + 1..]
        .iter()
        .filter(|f| unit(f) == unit(&figures[whole]))
        .filter_map(|f| number(f.value, quantities))
        .collect();
    let sum = parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(*part));
    // a list of parts is whole when its last one is the rest
    let rest = figures[whole + 1..].iter().any(|figure| figure.notes.contains(&"rest"));
    if let (Some(total), Some(sum), true) = (total, sum, parts.len() > 1) {
        let note = match sum.cmp(&total) {
            std::cmp::Ordering::Equal => Some("parts-sum-to-total"),
            std::cmp::Ordering::Greater => Some("parts-exceed-total"),
            std::cmp::Ordering::Less => rest.then_some("parts-do-not-sum"),
        };
        figures[whole].notes.extend(note);
    }
}
