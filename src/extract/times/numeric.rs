//! Dates in figures: 2010/01/29, 2019-05-27 09:36:46, 1999.08-2002.02, 6·30.

use super::calendar::{Moment, Point, Value, day};
use super::clock::clock_at;
use super::elements::{int, to_at};
use super::{Context, Expression};
use crate::extract::numbers::glyphs::Glyphs;

const SEPARATORS: &str = "-/.";

fn two(glyphs: &Glyphs, i: usize, most: u32) -> Option<(u32, usize)> {
    let n = int(glyphs, i).filter(|n| n.arabic && n.width <= 2 && (1..=most).contains(&n.value))?;
    Some((n.value, n.end))
}

/// A separator at `i`, or white space between two groups.
fn separated(glyphs: &Glyphs, i: usize) -> Option<usize> {
    if SEPARATORS.contains(glyphs.at(i)) && glyphs.at(i) != '\n' {
        return Some(i + 1);
    }
    (glyphs.spaced(i) && glyphs.at(i).is_ascii_digit()).then_some(i)
}

/// The date in figures at `i`.
pub(super) fn numeric(cx: &Context, i: usize) -> Option<Expression> {
    let glyphs = cx.glyphs;
    let before = glyphs.before(i);
    if !glyphs.at(i).is_ascii_digit()
        || !glyphs.spaced(i)
            && (before.is_ascii_alphanumeric()
                || matches!(before, '.' | '/' | '-' | '_' | '$' | '¥')
                    && glyphs.before(i - 1).is_ascii_alphanumeric())
    {
        return None;
    }
    let first = numeric_point(cx, i)?;
    // 10/1/2017-11/2/2017, 1999.08-2002.02
    if let Some(second) = to_at(glyphs, first.end).and_then(|at| numeric_point(cx, at))
        && let (Value::At(from), Value::At(to)) = (&first.value, &second.value)
    {
        return Some(Expression { end: second.end, value: Value::Between(Some(*from), Some(*to)), ..first });
    }
    Some(first)
}

fn numeric_point(cx: &Context, i: usize) -> Option<Expression> {
    let glyphs = cx.glyphs;
    let made = |end: usize, moment: Moment| Expression {
        start: i,
        end,
        value: Value::date(moment),
        because: "date-in-figures",
        year: Some(moment.year()),
        month: moment.month(),
        day: matches!(moment, Moment::Day(_)),
        ..Expression::EMPTY
    };
    if let Some((end, moment)) = compact(glyphs, i) {
        return Some(made(end, moment));
    }
    let first = int_or_stamp(glyphs, i)?;
    if first.2 == 4 && (1000..2200).contains(&first.0) {
        let year = first.0 as i32;
        let at = separated(glyphs, first.1)?;
        let (month, month_end) = two(glyphs, at, 12)?;
        let joined = separated(glyphs, month_end).and_then(|at| day_and_clock(cx, i, year, month, at));
        if let Some(expression) = joined {
            return Some(expression);
        }
        let padded = month_end - at == 2;
        let ends = !glyphs.at(month_end).is_ascii_alphanumeric()
            && !matches!(glyphs.at(month_end), '%' | '个' | '元' | '亿' | '万' | '米' | '倍');
        let follows =
            matches!(glyphs.at(month_end), '-' | '—' | '~' | '至') || !glyphs.at(month_end).is_alphanumeric();
        return (padded && ends && follows && glyphs.at(first.1) != '\n' && !glyphs.spaced(first.1))
            .then(|| made(month_end, Moment::Month(year, month)));
    }
    if first.2 > 2 {
        return None;
    }
    // 6·30
    if matches!(glyphs.at(first.1), '·' | '•') {
        let (number, end) = two(glyphs, first.1 + 1, 31)?;
        let outside =
            !glyphs.at(end).is_ascii_digit() && !matches!(before_of(glyphs, i), '“' | '"' | '《' | '「');
        let moment = (outside && first.0 <= 12).then(|| cx.near(first.0, Some(number)))??;
        return Some(made(end, moment));
    }
    let mark = glyphs.at(first.1);
    if !matches!(mark, '/' | '-') {
        return None;
    }
    let (second, second_end) = two(glyphs, first.1 + 1, 31)?;
    if glyphs.at(second_end) != mark {
        return None;
    }
    let third = int_or_stamp(glyphs, second_end + 1)?;
    if glyphs.at(third.1).is_ascii_alphanumeric() {
        return None;
    }
    match third.2 {
        // 10/1/2017: the day first
        4 => {
            let moment =
                day(third.0 as i32, second, first.0).or_else(|| day(third.0 as i32, first.0, second))?;
            Some(made(third.1, moment))
        }
        // 12-11-10
        2 if first.1 - i == 2 && second_end - first.1 == 3 => {
            Some(made(third.1, day(cx.century(first.0), second, third.0)?))
        }
        _ => None,
    }
}

/// 20180101: eight digits that make a date of this or the last century.
fn compact(glyphs: &Glyphs, i: usize) -> Option<(usize, Moment)> {
    let number = |from: usize, to: usize| {
        (from..to).try_fold(0, |v, k| {
            Some(v * 10 + glyphs.at(k).to_digit(10).filter(|_| k == i || !glyphs.spaced(k))?)
        })
    };
    let (year, month, date) = (number(i, i + 4)?, number(i + 4, i + 6)?, number(i + 6, i + 8)?);
    let alone = !glyphs.at(i + 8).is_ascii_alphanumeric()
        && !matches!(glyphs.at(i + 8), '元' | '个' | '人' | '万' | '亿' | '.' | ',');
    ((1900..2100).contains(&year) && alone)
        .then(|| day(year as i32, month, date))
        .flatten()
        .map(|moment| (i + 8, moment))
}

fn before_of(glyphs: &Glyphs, i: usize) -> char {
    glyphs.before(i)
}

/// A run of digits as (value, end, width).
fn int_or_stamp(glyphs: &Glyphs, i: usize) -> Option<(u32, usize, usize)> {
    let n = int(glyphs, i).filter(|n| n.arabic)?;
    Some((n.value, n.end, n.width))
}

/// 29, 27 09:36:46, 1209:03: the day and the clock after it, with or without a space between.
fn day_and_clock(cx: &Context, start: usize, year: i32, month: u32, i: usize) -> Option<Expression> {
    let glyphs = cx.glyphs;
    let mut end = i;
    while glyphs.at(end).is_ascii_digit() && !(end > i && glyphs.spaced(end)) {
        end += 1;
    }
    // 1209:03: the first two digits are the day's
    let width = if end - i == 4 && glyphs.at(end) == ':' { 2 } else { end - i };
    if width == 0 || width > 2 {
        return None;
    }
    let number = (i..i + width).fold(0, |v, k| v * 10 + glyphs.at(k).to_digit(10).unwrap_or(0));
    let date = day(year, month, number)?;
    let mut end = i + width;
    let mut point = Point::date(date);
    let at = end + usize::from(glyphs.at(end) == 'T' || glyphs.at(end) == '日');
    if let Some((hour, clock_end)) = glued_clock(glyphs, at) {
        point.clock = Some(hour);
        end = clock_end;
    } else if let Some(read) = clock_at(glyphs, at, true, None) {
        point.clock = Some(read.clock);
        end = read.end;
    } else if glyphs.at(end).is_ascii_alphanumeric() && !glyphs.spaced(end) {
        return None;
    }
    Some(Expression {
        start,
        end,
        value: Value::At(point),
        because: "date-in-figures",
        year: Some(year),
        month: Some(month),
        day: true,
        ..Expression::EMPTY
    })
}

/// 09:03 right behind the day: its first digit follows a digit.
fn glued_clock(glyphs: &Glyphs, i: usize) -> Option<(super::calendar::Clock, usize)> {
    let pair = |at: usize| {
        let (a, b) = (glyphs.at(at).to_digit(10)?, glyphs.at(at + 1).to_digit(10)?);
        Some(a * 10 + b)
    };
    let hour = pair(i).filter(|h| *h < 24 && glyphs.at(i + 2) == ':')?;
    let minute = pair(i + 3).filter(|m| *m < 60)?;
    let second = (glyphs.at(i + 5) == ':').then(|| pair(i + 6)).flatten();
    let end = if second.is_some() { i + 8 } else { i + 5 };
    (!glyphs.at(end).is_ascii_digit())
        .then_some((super::calendar::Clock { hour, minute: Some(minute), second }, end))
}
