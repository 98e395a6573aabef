//! From … to …: 30%—50%, 10到15万元, 三至五名; and two bounds that close one range.

use super::amount::amount;
use super::{Found, Scan};
use rust_decimal::Decimal;

/// Between the ends of a range. Longest first.
static TO: &[&str] = &["——", "--", "—", "-", "~~", "~", "至", "到", "…"];

/// 甲与乙之间.
static AND: &[&str] = &["与", "和", "跟", "同", "、"];
static BETWEEN: &[&str] = &["之间", "中间", "间"];

/// Words that may stand between two bounds of one range.
static JOIN: &[&str] = &["", ",", "、", "且", "并", "并且", "而且", "而", "但", "又", "和", "并且不", "且不"];

/// The range that begins with `low`, or `low` itself.
pub(super) fn extend(scan: &Scan, low: Found) -> Found {
    let glyphs = scan.glyphs;
    if low.bounds.is_some() && low.because != "inexact-digits" || low.kind == "ordinal" || low.value.is_none()
    {
        return low;
    }
    if let Some(n) = glyphs.longest(low.end, TO) {
        return amount(scan, low.end + n).and_then(|high| join(scan, low, high, low.end + n)).unwrap_or(low);
    }
    if let Some(n) = glyphs.longest(low.end, AND) {
        let between = |high: Found| {
            // 10000与20000间: the last word is 间, not the measure word for rooms
            if high.unit == Some("间") && low.unit.is_none() && scan.glyphs.before(high.end) == '间' {
                let high = Found { unit: None, bare: true, ..high };
                return join(scan, low, high, low.end + n);
            }
            let after =
                glyphs.longest(high.end, BETWEEN).filter(|n| *n > 1 || glyphs.at(high.end + 1) != '断')?;
            join(scan, low, high, low.end + n).map(|range| Found { end: range.end + after, ..range })
        };
        return amount(scan, low.end + n).and_then(between).unwrap_or(low);
    }
    low
}

fn join(scan: &Scan, low: Found, high: Found, at: usize) -> Option<Found> {
    let glyphs = scan.glyphs;
    if high.start != at || high.kind == "ordinal" || scan.in_time(at) {
        return None;
    }
    let from = low.value?;
    // 10万到15万多 keeps the upper end
    let to = high.value?;
    if low.unit.is_some() && low.unit != high.unit {
        return None;
    }
    // 从2家到20家 is a change, 从8500到3万港币 is a range
    if low.unit.is_some()
        && matches!(glyphs.before(low.start), '从' | '由')
        && matches!(glyphs.at(low.end), '到' | '至')
    {
        return None;
    }
    let mut from = from;
    if low.bare && low.tail == Decimal::ONE && high.tail > Decimal::ONE {
        let mantissa = to.checked_div(high.tail)?;
        if from < mantissa {
            from = from.checked_mul(high.tail)?;
        }
    } else if low.bare && low.tail > Decimal::ONE && high.tail > low.tail {
        // 一千到两千万, 七千到九千亿
        let mantissa = to.checked_div(high.tail)?;
        if from < mantissa {
            from = from.checked_mul(high.tail)?;
        }
    }
    if from >= to {
        return None;
    }
    let kind = if low.unit.is_none() { high.kind } else { low.kind };
    Some(Found {
        start: low.start,
        end: high.end,
        value: None,
        bounds: Some([Some(from), Some(to)]),
        unit: high.unit,
        kind,
        tail: Decimal::ONE,
        bare: high.bare,
        one_sided: false,
        because: "range",
    })
}

/// 15、22个百分点: the unit stands with the last number of the list only.
pub(super) fn share_unit(scan: &Scan, found: &mut [Found]) {
    let [.., first, second] = found else { return };
    let glyphs = scan.glyphs;
    let listed = second.start == first.end + 1 && matches!(glyphs.at(first.end), '、' | '和');
    let arabic = glyphs.at(first.end - 1).is_ascii_digit() && glyphs.at(second.start).is_ascii_digit();
    if listed
        && arabic
        && first.bare
        && first.unit.is_none()
        && second.unit.is_some()
        && second.kind != "ordinal"
        && first.kind == "count"
    {
        (first.unit, first.kind, first.bare, first.because) = (second.unit, second.kind, false, "list");
        if let Some(value) = first.value.filter(|_| second.tail > Decimal::ONE && first.tail == Decimal::ONE)
        {
            first.value = value.checked_mul(second.tail).or(first.value);
        }
    }
}

/// Makes one range of the last two items where one says the least and the other the most: 大于10小于20.
pub(super) fn close(scan: &Scan, found: &mut Vec<Found>) {
    let [.., first, second] = found[..] else { return };
    if !first.one_sided || !second.one_sided || second.start < first.end || second.start - first.end > 3 {
        return;
    }
    let between: String = (first.end..second.start).map(|k| scan.glyphs.at(k)).collect();
    let same_unit = first.unit == second.unit || first.unit.is_none() || second.unit.is_none();
    if !JOIN.contains(&between.as_str())
        || !same_unit
        || scan.glyphs.bytes(first.start, second.end).0 == 0 && first.end == 0
    {
        return;
    }
    let (Some([a_low, a_high]), Some([b_low, b_high])) = (first.bounds, second.bounds) else { return };
    let ends = match ((a_low, a_high), (b_low, b_high)) {
        ((Some(low), None), (None, Some(high))) | ((None, Some(high)), (Some(low), None)) => (low, high),
        _ => return,
    };
    if ends.0 >= ends.1 {
        return;
    }
    found.truncate(found.len() - 2);
    found.push(Found {
        start: first.start,
        end: second.end,
        value: None,
        bounds: Some([Some(ends.0), Some(ends.1)]),
        unit: second.unit.or(first.unit),
        kind: if second.unit.is_some() { second.kind } else { first.kind },
        because: "two-bounds",
        one_sided: false,
        ..second
    });
}
