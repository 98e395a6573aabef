//! A month and what stands under it: days, ten-day periods, weeks; dates of the farmers' calendar.

use super::Context;
use super::calendar::{Moment, Point, Value, add_days, last_day, lunar_month, nth_weekday, week_of};
use super::date::{Below, below};
use super::elements::{Int, int, to_at, weekday};
use super::named::lunar_day;
use crate::extract::numbers::digit;
use crate::extract::quantities::units::unit_at;
use chrono::Datelike;

/// The month at `i`, as (number, end).
fn month_number(cx: &Context, i: usize) -> Option<(u32, usize, bool)> {
    let glyphs = cx.glyphs;
    for (word, month) in [("正月", 1), ("冬月", 11), ("腊月", 12)] {
        if glyphs.has(i, word) {
            return Some((month, i + 2, true));
        }
    }
    let n =
        int(glyphs, i).filter(|n| (1..=12).contains(&n.value) && glyphs.at(n.end) == '月' && n.width <= 2)?;
    let word = glyphs.at(n.end + 1);
    // 三月三 is a festival; 一月 in 十一月 does not begin here
    if digit(glyphs.before(i)).is_some()
        || glyphs.before(i) == '十'
        || glyphs.before(i) == '.' && glyphs.before(i - 1).is_ascii_digit()
    {
        return None;
    }
    Some((n.value, n.end + 1 + usize::from(word == '份'), false))
}

/// The month at `i` with what stands under it.
pub(super) fn month(cx: &Context, i: usize, year: Option<i32>, lunar: bool) -> Option<Below> {
    let glyphs = cx.glyphs;
    let leap = glyphs.at(i) == '闰';
    // 1至11月
    if let Some(found) = months(cx, i, year) {
        return Some(found);
    }
    let (number, end, lunar_word) = month_number(cx, i + usize::from(leap))?;
    let lunar = lunar || lunar_word || leap;
    let of = end + usize::from(glyphs.at(end) == '的');
    if let Some(found) = lunar_date(cx, year, number, leap, end, lunar) {
        return Some(found);
    }
    let moment = match year {
        Some(y) => Some(Moment::Month(y, number)),
        None => cx.near(number, None),
    };
    let this = moment.map(Moment::year);
    let with = |found: Below| Some(Below { month: Some(number), ..found });
    // 2月底, 3月上旬, 十月的第一周
    if let Some(found) = month_part(cx, end, of, this, number) {
        return with(found);
    }
    if let Some(found) = days(cx, end, year, number) {
        return with(found);
    }
    let value = moment.map_or_else(|| Value::Written(format!("XXXX-{number:02}")), Value::date);
    with(below(value, end, "month")?)
}

/// 1至11月, 2—4月, 3月到5月 is left to the ranges.
fn months(cx: &Context, i: usize, year: Option<i32>) -> Option<Below> {
    let glyphs = cx.glyphs;
    let from = int(glyphs, i).filter(|n| (1..=12).contains(&n.value) && n.width <= 2)?;
    let next = to_at(glyphs, from.end).or((glyphs.at(from.end) == '、').then_some(from.end + 1))?;
    let to = int(glyphs, next).filter(|n| {
        (1..=12).contains(&n.value) && n.width <= 2 && n.value > from.value && glyphs.at(n.end) == '月'
    })?;
    if glyphs.before(i).is_ascii_digit() || matches!(glyphs.before(i), '.' | '-') {
        return None;
    }
    let day = int(glyphs, to.end + 1).is_some_and(|d| matches!(glyphs.at(d.end), '日' | '号'));
    if day {
        return None;
    }
    let this = year.or_else(|| cx.near(to.value, None).map(Moment::year));
    let value = this.map_or(Value::Unknown, |y| {
        Value::Between(
            Some(Point::date(Moment::Month(y, from.value))),
            Some(Point::date(Moment::Month(y, to.value))),
        )
    });
    let end = to.end + 1 + usize::from(glyphs.at(to.end + 1) == '份');
    Some(Below { month: Some(to.value), ..below(value, end, "months")? })
}

/// 初一, 廿九, 十五 in the farmers' calendar.
fn lunar_date(
    cx: &Context,
    year: Option<i32>,
    month: u32,
    leap: bool,
    at: usize,
    lunar: bool,
) -> Option<Below> {
    let glyphs = cx.glyphs;
    let beginning =
        glyphs.at(at) == '初' && (digit(glyphs.at(at + 1)).is_some() || matches!(glyphs.at(at + 1), '十'));
    let number: Option<Int> = if beginning {
        int(glyphs, at + 1).filter(|n| n.value <= 10)
    } else {
        int(glyphs, at).filter(|n| (1..=30).contains(&n.value))
    };
    let mid_autumn = (month, number.map(|n| n.value)) == (8, Some(15)) && number.is_some_and(|n| !n.arabic);
    let certain = lunar || beginning || matches!(glyphs.at(at), '廿' | '卅') || mid_autumn;
    let Some(number) = number.filter(|n| {
        certain && (lunar && (n.arabic || !n.sequence) || !matches!(glyphs.at(n.end), '日' | '号'))
    }) else {
        if !lunar || number.is_some() {
            return None;
        }
        // the whole month
        let days = match (year, cx.today) {
            (Some(year), _) => lunar_month(year, month),
            (None, Some(today)) => [today.year(), today.year() - 1]
                .into_iter()
                .filter_map(|y| lunar_month(y, month))
                .min_by_key(|(from, _)| (*from - today).num_days().abs()),
            _ => None,
        };
        let value = days.map_or(Value::Unknown, |(from, to)| {
            Value::Between(Some(Point::date(Moment::Day(from))), Some(Point::date(Moment::Day(to))))
        });
        let known = matches!(glyphs.at(at), '底' | '初' | '末');
        return below(value, at + usize::from(known), "lunar-month");
    };
    let end = number.end + usize::from(matches!(glyphs.at(number.end), '日' | '号'));
    let moment = lunar_day(cx, year, month, leap, number.value);
    Some(Below {
        month: Some(month),
        day: true,
        ..below(moment.map_or(Value::Unknown, Value::date), end, "lunar-date")?
    })
}

/// 底, 上旬, 第二周, 前两天 after a month.
pub(super) fn month_part(
    cx: &Context,
    end: usize,
    of: usize,
    year: Option<i32>,
    month: u32,
) -> Option<Below> {
    let glyphs = cx.glyphs;
    let ten = |from: u32, to: Option<u32>, end: usize| {
        let days = year.and_then(|y| {
            let first = super::calendar::day(y, month, from)?;
            let last = match to {
                Some(to) => super::calendar::day(y, month, to)?,
                None => Moment::Day(last_day(y, month)?),
            };
            Some(Value::Between(Some(Point::date(first)), Some(Point::date(last))))
        });
        below(days.unwrap_or(Value::Unknown), end, "ten-days")
    };
    for (word, from, to) in [("上旬", 1, Some(10)), ("中旬", 11, Some(20)), ("下旬", 21, None)] {
        if glyphs.has(of, word) {
            return ten(from, to, of + 2);
        }
    }
    let next = glyphs.at(end + 1);
    let whole = year
        .map_or_else(|| Value::Written(format!("XXXX-{month:02}")), |y| Value::date(Moment::Month(y, month)));
    for (word, first) in [("最后一天", false), ("第一天", true)] {
        if glyphs.has(of, word) {
            let date = year.and_then(|y| {
                if first { chrono::NaiveDate::from_ymd_opt(y, month, 1) } else { last_day(y, month) }
            });
            let value = date.map_or(Value::Unknown, |day| Value::date(Moment::Day(day)));
            return Some(Below { day: true, ..below(value, of + word.chars().count(), "day-of-month")? });
        }
    }
    match glyphs.at(end) {
        '底' | '末' => return below(whole, end + 1, "month-end"),
        '初' if digit(next).is_none() && next != '十' => return below(whole, end + 1, "month-begin"),
        '中' if !next.is_alphabetic() => return below(whole, end + 1, "month-middle"),
        _ => {}
    }
    if matches!(glyphs.at(of), '前' | '头')
        && let Some(n) = int(glyphs, of + 1)
            .filter(|n| matches!(glyphs.at(n.end), '天' | '日') && (1..=31).contains(&n.value))
    {
        return ten(1, Some(n.value), n.end + 1);
    }
    week_in(cx, of, year, Some(month))
}

/// 第三周, 第一个周二, 最后一个星期一, 前2周 in a month or a year. Weeks are counted by their Mondays.
pub(super) fn week_in(cx: &Context, at: usize, year: Option<i32>, month: Option<u32>) -> Option<Below> {
    let glyphs = cx.glyphs;
    let last = glyphs.longest(at, &["最后", "最後"]);
    let first = matches!(glyphs.at(at), '前' | '头') && last.is_none();
    let nth = glyphs.at(at) == '第';
    let number_at = at + last.unwrap_or(usize::from(first || nth));
    if !first && !nth && last.is_none() {
        return None;
    }
    let number = int(glyphs, number_at).filter(|n| (1..=53).contains(&n.value))?;
    let word_at = number.end + usize::from(glyphs.at(number.end) == '个');
    let word = glyphs.longest(word_at, &["周", "星期", "礼拜"])?;
    let end = word_at + word;
    let n = number.value;
    if let (Some(day), true, Some(month)) = (weekday(glyphs.at(end)), nth || n == 1, month) {
        let date = year.and_then(|y| {
            if nth {
                nth_weekday(y, month, day, n)
            } else {
                (4..=5).rev().find_map(|k| nth_weekday(y, month, day, k))
            }
        });
        return Some(Below {
            day: true,
            ..below(
                date.map_or(Value::Unknown, |d| Value::date(Moment::Day(d))),
                end + 1,
                "weekday-of-month",
            )?
        });
    }
    let weeks = year.and_then(|year| {
        let (from, to) = match month {
            // the nth week is the one that begins with the nth Monday
            Some(month) => {
                let monday = |k: u32| nth_weekday(year, month, 0, k);
                let count = if monday(5).is_some() { 5 } else { 4 };
                let (from, to) = if nth {
                    (n, n)
                } else if first {
                    (1, n)
                } else {
                    (count + 1 - n.min(count), count)
                };
                (monday(from)?, add_days(monday(to)?, 6)?)
            }
            None => {
                let count = if chrono::NaiveDate::from_isoywd_opt(year, 53, chrono::Weekday::Mon).is_some() {
                    53
                } else {
                    52
                };
                let (from, to) = if nth {
                    (n, n)
                } else if first {
                    (1, n)
                } else {
                    (count + 1 - n.min(count), count)
                };
                let monday = |k: u32| chrono::NaiveDate::from_isoywd_opt(year, k, chrono::Weekday::Mon);
                (monday(from)?, add_days(monday(to)?, 6)?)
            }
        };
        Some(if nth {
            Value::date(week_of(from))
        } else {
            Value::Between(Some(Point::date(Moment::Day(from))), Some(Point::date(Moment::Day(to))))
        })
    });
    below(weeks.unwrap_or(Value::Unknown), end, "week-of-period")
}

/// 6日, 6号, 6至8日, 22 after a month.
fn days(cx: &Context, at: usize, year: Option<i32>, month: u32) -> Option<Below> {
    let glyphs = cx.glyphs;
    let number = int(glyphs, at).filter(|n| (1..=31).contains(&n.value) && n.width <= 3)?;
    let moment = |day: u32| match year {
        Some(y) => super::calendar::day(y, month, day),
        None => cx.near(month, Some(day)),
    };
    let mark = |end: usize| {
        glyphs.at(end) == '日'
            || glyphs.at(end) == '号' && !matches!(glyphs.at(end + 1), '线' | '楼' | '院' | '文' | '令')
    };
    if mark(number.end) {
        let value = match moment(number.value) {
            Some(moment) => Value::date(moment),
            None if year.is_none() && cx.today.is_none() => {
                Value::Written(format!("XXXX-{month:02}-{:02}", number.value))
            }
            None => Value::Unknown,
        };
        return Some(Below { day: true, ..below(value, number.end + 1, "date")? });
    }
    // 3月6—8日, 3月6、7日
    let next = to_at(glyphs, number.end).or((glyphs.at(number.end) == '、').then_some(number.end + 1));
    if let Some(to) = next
        .and_then(|at| int(glyphs, at))
        .filter(|to| to.value > number.value && to.value <= 31 && mark(to.end))
    {
        let value = match (moment(number.value), moment(to.value)) {
            (Some(from), Some(to)) => Value::Between(Some(Point::date(from)), Some(Point::date(to))),
            _ => Value::Unknown,
        };
        return below(value, to.end + 1, "days");
    }
    // 10月22出生: nothing else that 22 could count
    let counts = unit_at(glyphs, number.end).is_some()
        || matches!(
            glyphs.at(number.end),
            '.' | '%' | '万' | '亿' | '千' | '百' | '多' | '余' | ':' | '-' | '/' | '点' | '时' | '月' | '年'
        )
        || glyphs.at(number.end).is_ascii_alphanumeric();
    let counts = counts && to_at(glyphs, number.end).is_none();
    if number.arabic && !counts && !glyphs.spaced(at) {
        return Some(Below {
            day: true,
            ..below(
                moment(number.value).map_or(Value::Unknown, Value::date),
                number.end,
                "date-without-mark",
            )?
        });
    }
    None
}
