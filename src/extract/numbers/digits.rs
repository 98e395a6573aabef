//! Runs of digits: Arabic with separators, Chinese one by one, decimals; and the bare round units.

use super::classes::DIGIT;
use super::glyphs::Glyphs;
use super::numeral::{Numeral, Shape, Style, big_unit, digit, exact, positional, small_unit};
use crate::source::chars::is_han;
use rust_decimal::Decimal;

/// Runs of more digits are no numbers; a bound keeps reading linear.
const MOST: usize = 28;

/// 1,234,567.89: digits with separators, as (end, value). A full-width comma separates thousands only among
/// full-width digits or before a decimal part.
pub(super) fn arabic(glyphs: &Glyphs, i: usize) -> Option<(usize, Decimal)> {
    let run = |mut at: usize| {
        while glyphs.at(at).is_ascii_digit() && !(at > i && glyphs.spaced(at)) {
            at += 1;
        }
        at
    };
    let first = run(i);
    let mut end = first;
    if (1..=3).contains(&(first - i)) && glyphs.at(i) != '0' {
        let wide = |at: usize| {
            let (start, end) = glyphs.bytes(at, at + 1);
            end - start > 1
        };
        let mut groups = end;
        let last = end + 4 * 8;
        while groups < last
            && glyphs.at(groups) == ','
            && !glyphs.spaced(groups)
            && !glyphs.spaced(groups + 1)
            && run(groups + 1) == groups + 4
        {
            groups += 4;
        }
        let decimal = glyphs.at(groups) == '.' && glyphs.at(groups + 1).is_ascii_digit();
        if groups > end && (!wide(end) || wide(i) || decimal) {
            end = groups;
        } else if groups == end && !(glyphs.before(i).is_ascii_digit() || glyphs.before(i) == '第') {
            end = spaced_groups(glyphs, end, last).unwrap_or(end);
        }
    }
    if glyphs.at(end) == '.'
        && glyphs.at(end + 1).is_ascii_digit()
        && !glyphs.spaced(end + 1)
        && !glyphs.spaced(end)
    {
        end = run(end + 1);
    }
    // most numbers are a few digits
    if (1..=18).contains(&(end - i)) && (i..end).all(|k| glyphs.is(k, DIGIT)) {
        let value = (i..end).fold(0, |v, k| v * 10 + i64::from(glyphs.at(k) as u32 - '0' as u32));
        return Some((end, value.into()));
    }
    let written: String = (i..end).map(|k| glyphs.at(k)).filter(|c| *c != ',').collect();
    let value = match written.strip_prefix('.') {
        Some(decimals) => Decimal::from_str_exact(&format!("0.{decimals}")),
        None => Decimal::from_str_exact(&written),
    };
    (end > i).then_some((end, value.ok()?))
}

/// Where groups of three digits with spaces between them end (1 860 000), if what they count follows: two numbers side by
/// side are no thousands.
fn spaced_groups(glyphs: &Glyphs, end: usize, last: usize) -> Option<usize> {
    let group = |at: usize| {
        glyphs.spaced(at)
            && (at..at + 3).all(|k| glyphs.at(k).is_ascii_digit() && (k == at || !glyphs.spaced(k)))
    };
    let mut at = end;
    while at < last && group(at) {
        at += 3;
    }
    let counted = match glyphs.at(at) {
        '.' => glyphs.at(at + 1).is_ascii_digit(),
        next => is_han(next) || next == '%',
    };
    (at > end && counted && !glyphs.spaced(at)).then_some(at)
}

/// 百, 千, 万, 亿, 万亿 with nothing before them; 百余, 千多.
pub(super) fn bare_unit(glyphs: &Glyphs, i: usize, unit: &dyn Fn(usize) -> bool) -> Option<Numeral> {
    let mut end = i;
    let mut value = Decimal::ONE;
    while let Some(step) =
        small_unit(glyphs.at(end)).filter(|u| *u > 10 && end == i).map(u64::from).or(big_unit(glyphs.at(end)))
    {
        if end > i && (step <= 10_000 && glyphs.before(end) != '百' && glyphs.before(end) != '千') {
            return None;
        }
        value = value.checked_mul(step.into())?;
        end += 1;
    }
    let continues =
        |c: char| digit(c).is_some() || c == '两' || small_unit(c).is_some() || c.is_ascii_digit();
    if end == i || unit(i) && end == i + 1 {
        return None;
    }
    if matches!(glyphs.at(end), '余' | '多') {
        return Some(Numeral {
            start: i,
            end: end + 1,
            value,
            shape: Shape::More,
            style: Style::Chinese,
            tail: value,
            next: value.checked_mul(Decimal::TWO)?,
        });
    }
    if end == i + 1 && continues(glyphs.at(end)) {
        return None;
    }
    Some(Numeral {
        start: i,
        end,
        value,
        shape: Shape::Bare,
        style: Style::Chinese,
        tail: value,
        next: value,
    })
}

/// 二〇一九, 一七二零, with a decimal part 三六点五.
pub(super) fn digit_by_digit(glyphs: &Glyphs, i: usize) -> Option<Numeral> {
    let mut end = i;
    while end - i <= MOST && digit(glyphs.at(end)).is_some() {
        end += 1;
    }
    let next = glyphs.at(end);
    if end - i < 2 || end - i > MOST || small_unit(next).is_some() || big_unit(next).is_some() || next == '两'
    {
        return None;
    }
    if end - i == 2 && neighbours(digit(glyphs.at(i))?, digit(glyphs.at(i + 1))?) && next != '折' {
        return None;
    }
    if (i..end).all(|k| glyphs.at(k) == '零') {
        return None;
    }
    let (_, value) = positional(glyphs, i);
    let (mut value, mut at) = (value?, end);
    if let Some((decimals_end, decimals)) = decimals(glyphs, end) {
        value = value.checked_add(decimals)?;
        at = decimals_end;
    }
    Some(Numeral { shape: Shape::Digits, ..exact(i, at, value, Style::Chinese) })
}

/// Digits that together mean “about so many”: 两三, 三五, 七八.
pub(super) fn neighbours(low: u32, high: u32) -> bool {
    low > 0 && (high == low + 1 || (low, high) == (3, 5))
}

/// 点 and the digits after it: (end, value).
pub(super) fn decimals(glyphs: &Glyphs, i: usize) -> Option<(usize, Decimal)> {
    if glyphs.at(i) != '点' {
        return None;
    }
    let mut at = i + 1;
    let mut written = String::from("0.");
    while let Some(d) = digit(glyphs.at(at)).or(glyphs.at(at).to_digit(10)).filter(|_| at - i <= MOST) {
        // 二十一点三十: a clock or a list, no decimals
        if small_unit(glyphs.at(at + 1)).is_some() && d > 0 {
            return None;
        }
        written.push(char::from_digit(d, 10)?);
        at += 1;
    }
    (at > i + 1).then_some((at, Decimal::from_str_exact(&written).ok()?))
}

/// The round step of a number: 10 for 290, 1000 for 5000, 0.1 for 3.5.
pub(super) fn step_of(value: Decimal) -> Decimal {
    let value = value.normalize();
    if value.scale() > 0 {
        return Decimal::new(1, value.scale());
    }
    let mut step = Decimal::ONE;
    let mut rest = value;
    while !rest.is_zero() && (rest % Decimal::TEN).is_zero() {
        rest /= Decimal::TEN;
        step *= Decimal::TEN;
    }
    step
}
