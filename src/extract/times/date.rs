//! One date: a year and what stands under it, a month and its days, a relative day, a week.

use super::calendar::{
    Moment, Point, Value, add_days, add_months, last_day, lunar, lunar_month, monday, nth_weekday, week_of,
};
use super::clock::clock_at;
use super::elements::{Int, Part, Unit, int, part_at, relative_at, to_at, weekday};
use super::named::{festival, lunar_day};
use super::year::{Year, year_at};
use super::{Context, Expression};
use crate::extract::numbers::digit;
use crate::extract::quantities::units::unit_at;
use chrono::Datelike;

/// A date's parts below the year, as far as they are read.
struct Below {
    value: Value,
    end: usize,
    month: Option<u32>,
    day: bool,
    because: &'static str,
}

fn below(value: Value, end: usize, because: &'static str) -> Option<Below> {
    Some(Below { value, end, month: None, day: false, because })
}

/// The date at `i`; what `base`, the earlier end of a range, gives need not be said again.
pub(super) fn date(cx: &Context, i: usize, base: Option<&Expression>) -> Option<Expression> {
    let glyphs = cx.glyphs;
    let (i0, lunar) = farmers(cx, i);
    let year = year_at(cx, i0);
    let mut expression = if let Some(year) = year {
        let at = year.end + usize::from(glyphs.at(year.end) == '度' && glyphs.before(year.end) == '年');
        let (at, lunar_after) = farmers(cx, at);
        with_year(cx, i, year, at, lunar || lunar_after)
    } else if let Some(found) = relative(cx, i) {
        found
    } else {
        let known = base.and_then(|base| base.year);
        let month_known = base.and_then(|base| base.month);
        let found = within_year(cx, i0, known, lunar)
            .or_else(|| month_known.zip(known).and_then(|(month, year)| day_of(cx, i, year, month)));
        let found = match found {
            Some(found) => found,
            None => return bare_day(cx, i).or_else(|| bare_weekday(cx, i)).map(|e| day_part(cx, e)),
        };
        let given = known.is_some() && base.is_some_and(|base| base.year_given);
        let year = match &found.value {
            Value::At(point) => point.date.map(Moment::year),
            Value::Between(_, Some(point)) => point.date.map(Moment::year),
            _ => None,
        };
        Expression {
            start: i,
            end: found.end,
            value: found.value,
            because: found.because,
            year,
            year_given: given,
            month: found.month,
            day: found.day,
            ..Expression::EMPTY
        }
    };
    if expression.day {
        expression = day_part(cx, expression);
    }
    Some(expression)
}

/// 农历, 阴历 before a date.
fn farmers(cx: &Context, i: usize) -> (usize, bool) {
    match cx.glyphs.longest(i, &["农历", "阴历", "旧历", "夏历"]) {
        Some(n) => (i + n, true),
        None => (i, false),
    }
}

fn with_year(cx: &Context, start: usize, year: Year, at: usize, lunar: bool) -> Expression {
    let glyphs = cx.glyphs;
    let after = at + usize::from(glyphs.at(at) == '的');
    let made = |end: usize, value: Value, month: Option<u32>, day: bool, because: &'static str| Expression {
        start,
        end,
        value,
        because,
        year: year.value,
        year_given: year.given || year.because == "relative-year",
        month,
        day,
        ..Expression::EMPTY
    };
    if let Some(found) = year_end(cx, at, year.value)
        .or_else(|| within_year(cx, after, year.value, lunar))
        .or_else(|| week_in(cx, after, year.value, None))
    {
        let value = if year.value.is_none() { Value::Unknown } else { found.value };
        return made(found.end, value, found.month, found.day, found.because);
    }
    if let Some((moment, end)) = year.value.and_then(|y| festival(cx, after, Some(y))) {
        return made(end, moment.map_or(Value::Unknown, Value::date), None, true, "festival");
    }
    let end = match glyphs.at(at) {
        '份' => at + 1,
        _ => at.max(year.end),
    };
    let end = if lunar { year.end } else { end };
    made(end, year.value.map_or(Value::Unknown, |y| Value::date(Moment::Year(y))), None, false, year.because)
}

/// 初, 底, 末, 中 after a year; 年初, 年底 by themselves or after 今年.
fn year_end(cx: &Context, at: usize, year: Option<i32>) -> Option<Below> {
    let glyphs = cx.glyphs;
    let doubled = glyphs.at(at) == '年' || glyphs.at(at) == '岁';
    let at = at + usize::from(doubled);
    let next = glyphs.at(at + 1);
    let month = match glyphs.at(at) {
        '初' if digit(next).is_none()
            && next != '十'
            && !matches!(next, '中' | '级' | '步' | '心' | '衷' | '次' | '期') =>
        {
            1
        }
        '底' | '末' if !matches!(next, '线' | '子' | '盘' | '板') => 12,
        '终' if doubled => 12,
        '中' if doubled && !matches!(next, '国' | '央' | '共' | '心' | '小' | '医') => 6,
        _ => return None,
    };
    let value = year.map_or(Value::Unknown, |y| Value::date(Moment::Month(y, month)));
    Some(Below {
        month: Some(month),
        ..below(value, at + 1, if month == 1 { "year-begin" } else { "year-end" })?
    })
}

/// What stands under a year: halves, quarters, months, seasons.
fn within_year(cx: &Context, i: usize, year: Option<i32>, lunar: bool) -> Option<Below> {
    let glyphs = cx.glyphs;
    let given = year.is_some();
    let this = year.or(cx.today.map(|today| today.year()));
    let at = |moment: &dyn Fn(i32) -> Moment| this.map_or(Value::Unknown, |y| Value::date(moment(y)));
    let between = |from: Option<Moment>, to: Option<Moment>| match (from, to) {
        (Some(from), Some(to)) => Value::Between(Some(Point::date(from)), Some(Point::date(to))),
        _ => Value::Unknown,
    };
    for (word, half) in [("上半年", 1), ("前半年", 1), ("下半年", 2), ("后半年", 2)] {
        if glyphs.has(i, word) {
            return below(at(&|y| Moment::Half(y, half)), i + 3, "half-year");
        }
    }
    if let Some(found) = quarter(cx, i, this) {
        return Some(found);
    }
    // 前11个月, 前三季度, 头两个月, 前半月 is none
    if let Some(first) = matches!(glyphs.at(i), '前' | '头')
        .then(|| int(glyphs, i + 1))
        .flatten()
        .filter(|n| (1..=12).contains(&n.value))
    {
        let months = ["个月", "月"]
            .iter()
            .find(|word| glyphs.has(first.end, word))
            .map(|word| (1, first.end + word.chars().count()));
        let quarters = ["个季度", "季度", "季"]
            .iter()
            .find(|word| glyphs.has(first.end, word))
            .map(|word| (3, first.end + word.chars().count()));
        if let Some((size, end)) = months.or(quarters).filter(|(size, _)| size * first.value <= 12) {
            let value = between(
                this.map(|y| Moment::Month(y, 1)),
                this.map(|y| Moment::Month(y, size * first.value)),
            );
            return below(value, end, "first-months");
        }
    }
    if given || year_word_before(cx, i) {
        for (word, season) in [("春", 21), ("夏", 22), ("秋", 23), ("冬", 24)] {
            if glyphs.has(i, word)
                && !glyphs.has(i, "春节")
                && !glyphs.has(i, "春运")
                && !glyphs.has(i, "秋粮")
                && !glyphs.has(i, "夏粮")
                && !glyphs.has(i, "冬奥")
                && !glyphs.has(i, "春耕")
            {
                let end = i + 1 + usize::from(matches!(glyphs.at(i + 1), '季' | '天' | '日' | '间'));
                return below(at(&|y| Moment::Season(y, season)), end, "season");
            }
        }
    }
    if given {
        for (word, first) in [("第一天", true), ("最后一天", false)] {
            if glyphs.has(i, word) {
                let moment = this.and_then(|y| {
                    super::calendar::day(y, if first { 1 } else { 12 }, if first { 1 } else { 31 })
                });
                return Some(Below {
                    day: true,
                    ..below(
                        moment.map_or(Value::Unknown, Value::date),
                        i + word.chars().count(),
                        "day-of-year",
                    )?
                });
            }
        }
    }
    if !given {
        if let Some(found) = matches!(glyphs.at(i), '年' | '岁').then(|| bare_year_end(cx, i)).flatten() {
            return Some(found);
        }
        if let Some(found) = bare_month_end(cx, i) {
            return Some(found);
        }
    }
    month(cx, i, year, lunar)
}

fn year_word_before(_: &Context, _: usize) -> bool {
    false
}

/// 年底, 年初, 年内 by themselves are of the year of publication.
fn bare_year_end(cx: &Context, i: usize) -> Option<Below> {
    let glyphs = cx.glyphs;
    let before = glyphs.before(i);
    if digit(before).is_some()
        || before.is_ascii_digit()
        || matches!(
            before,
            '年' | '半' | '几' | '数' | '多' | '每' | '整' | '全' | '百' | '千' | '周' | '万' | '十'
        )
    {
        return None;
    }
    if !matches!(glyphs.at(i + 1), '初' | '底' | '末' | '终')
        && !(glyphs.at(i + 1) == '中' && !glyphs.at(i + 2).is_alphabetic())
    {
        return None;
    }
    year_end(cx, i, cx.today.map(|today| today.year()))
}

/// 月底, 月初 by themselves are of the month of publication.
fn bare_month_end(cx: &Context, i: usize) -> Option<Below> {
    let glyphs = cx.glyphs;
    if glyphs.at(i) != '月'
        || !matches!(glyphs.at(i + 1), '底' | '初' | '末')
        || matches!(glyphs.before(i), '每' | '岁' | '个' | '蜜' | '满' | '半')
        || digit(glyphs.before(i)).is_some()
    {
        return None;
    }
    let value =
        cx.today.map_or(Value::Unknown, |today| Value::date(Moment::Month(today.year(), today.month())));
    below(value, i + 2, "month-end")
}

/// 第三季度, 四季度, 首季, 一至三季度.
fn quarter(cx: &Context, i: usize, this: Option<i32>) -> Option<Below> {
    let glyphs = cx.glyphs;
    let value = |from: u32, to: u32| match this {
        Some(y) if from == to => Value::date(Moment::Quarter(y, from)),
        Some(y) => Value::Between(
            Some(Point::date(Moment::Quarter(y, from))),
            Some(Point::date(Moment::Quarter(y, to))),
        ),
        None => Value::Unknown,
    };
    let closing = |end: usize, quarter: u32| match glyphs.at(end) {
        '末' | '底' => {
            (this.map_or(Value::Unknown, |y| Value::date(Moment::Month(y, quarter * 3))), end + 1)
        }
        '初' => (this.map_or(Value::Unknown, |y| Value::date(Moment::Month(y, quarter * 3 - 2))), end + 1),
        _ => (value(quarter, quarter), end),
    };
    if glyphs.has(i, "首季") {
        return below(value(1, 1), i + 2 + usize::from(glyphs.at(i + 2) == '度'), "quarter");
    }
    let at = i + usize::from(glyphs.at(i) == '第');
    let first = int(glyphs, at).filter(|n| (1..=4).contains(&n.value) && n.width <= 2)?;
    let word = |end: usize| {
        glyphs.has(end, "季度") || glyphs.at(end) == '季' && at > i && glyphs.at(end + 1) != '节'
    };
    if word(first.end) && !glyphs.has(first.end, "季度经济分析会") {
        let end = first.end + if glyphs.has(first.end, "季度") { 2 } else { 1 };
        let (value, end) = closing(end, first.value);
        return below(value, end, "quarter");
    }
    let to = to_at(glyphs, first.end)
        .and_then(|at| int(glyphs, at + usize::from(glyphs.at(at) == '第')))
        .filter(|n| (2..=4).contains(&n.value) && word(n.end))?;
    (to.value > first.value).then(|| below(value(first.value, to.value), to.end + 2, "quarters"))?
}

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

fn month(cx: &Context, i: usize, year: Option<i32>, lunar: bool) -> Option<Below> {
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
fn month_part(cx: &Context, end: usize, of: usize, year: Option<i32>, month: u32) -> Option<Below> {
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
    match glyphs.at(end) {
        '底' | '末' => return below(whole, end + 1, "month-end"),
        '初' if digit(next).is_none() && next != '十' => return below(whole, end + 1, "month-begin"),
        '中' if !next.is_alphabetic() => return below(whole, end + 1, "month-middle"),
        _ => {}
    }
    if matches!(glyphs.at(of), '前' | '头') {
        if let Some(n) = int(glyphs, of + 1)
            .filter(|n| matches!(glyphs.at(n.end), '天' | '日') && (1..=31).contains(&n.value))
        {
            return ten(1, Some(n.value), n.end + 1);
        }
    }
    week_in(cx, of, year, Some(month))
}

/// 第三周, 第一个周二, 最后一个星期一, 前2周 in a month or a year. Weeks are counted by their Mondays.
fn week_in(cx: &Context, at: usize, year: Option<i32>, month: Option<u32>) -> Option<Below> {
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

/// The second end of a range of days: 至8日.
fn day_of(cx: &Context, i: usize, year: i32, month: u32) -> Option<Below> {
    let glyphs = cx.glyphs;
    let number =
        int(glyphs, i).filter(|n| (1..=31).contains(&n.value) && matches!(glyphs.at(n.end), '日' | '号'))?;
    let _ = cx;
    Some(Below {
        month: Some(month),
        day: true,
        ..below(
            super::calendar::day(year, month, number.value).map_or(Value::Unknown, Value::date),
            number.end + 1,
            "date",
        )?
    })
}

/// 今天, 上月15号, 下周三, 上季度末, 今春.
fn relative(cx: &Context, i: usize) -> Option<Expression> {
    let glyphs = cx.glyphs;
    let (word, end) = relative_at(glyphs, i)?;
    let before = glyphs.before(i);
    // 以上季度, 当日 in 每当日落
    if glyphs.has(i, "上") && matches!(before, '以' | '之')
        || glyphs.has(i, "下") && matches!(before, '以' | '之' | '当')
        || before == '每'
        || glyphs.has(i, "前天") && before == '以'
        || glyphs.has(i, "后天") && matches!(before, '今' | '以')
    {
        return None;
    }
    if glyphs.has(i, "这周") && matches!(glyphs.at(end), '边' | '围')
        || glyphs.has(end, "刊")
        || glyphs.has(i, "本周") && glyphs.at(end) == '期'
        || glyphs.has(i, "今日头条")
        || glyphs.has(i, "今日说法")
        || glyphs.has(i, "明天系")
    {
        return None;
    }
    let anchor = if word.last {
        cx.last.and_then(Moment::first_day).or(cx.today.filter(|_| word.distance == 0))
    } else {
        cx.today
    };
    let made = |end: usize, value: Value, because: &'static str| Expression {
        start: i,
        end,
        value,
        because,
        year_given: true,
        ..Expression::EMPTY
    };
    let of = end + usize::from(glyphs.at(end) == '的');
    match word.unit {
        Unit::Day => {
            let moment = anchor.and_then(|day| add_days(day, word.distance.into())).map(Moment::Day);
            let mut expression = made(end, moment.map_or(Value::Unknown, Value::date), "relative-day");
            (expression.year, expression.month, expression.day, expression.part) =
                (moment.map(Moment::year), moment.and_then(Moment::month), true, word.part);
            Some(expression)
        }
        Unit::Month => {
            let anchor = anchor.map(|day| add_months(day.year(), day.month(), word.distance));
            let (year, month) = (anchor.map(|(y, _)| y), anchor.map(|(_, m)| m));
            let mut expression = made(
                end,
                anchor.map_or(Value::Unknown, |(y, m)| Value::date(Moment::Month(y, m))),
                "relative-month",
            );
            (expression.year, expression.month) = (year, month);
            if let Some(number) = int(glyphs, of)
                .filter(|n| (1..=31).contains(&n.value) && matches!(glyphs.at(n.end), '日' | '号'))
            {
                let moment = anchor.and_then(|(y, m)| super::calendar::day(y, m, number.value));
                (expression.end, expression.value, expression.day) =
                    (number.end + 1, moment.map_or(Value::Unknown, Value::date), true);
            } else if let Some(found) = month_part(cx, end, of, year, month.unwrap_or(1)) {
                let value = if anchor.is_some() { found.value } else { Value::Unknown };
                (expression.end, expression.value, expression.day) = (found.end, value, found.day);
            }
            Some(expression)
        }
        Unit::Quarter => {
            let quarter =
                anchor.map(|day| add_months(day.year(), (day.month() - 1) / 3 * 3 + 1, word.distance * 3));
            let (value, end) = match (glyphs.at(end), quarter) {
                ('末' | '底', Some((y, m))) => (Value::date(Moment::Month(y, m + 2)), end + 1),
                ('初', Some((y, m))) => (Value::date(Moment::Month(y, m)), end + 1),
                (_, Some((y, m))) => (Value::date(Moment::Quarter(y, m.div_ceil(3))), end),
                _ => (Value::Unknown, end),
            };
            Some(made(end, value, "relative-quarter"))
        }
        Unit::Week => {
            let monday = anchor.and_then(monday).and_then(|day| add_days(day, i64::from(word.distance) * 7));
            let on = |from: i64, to: i64| match (
                monday.and_then(|day| add_days(day, from)),
                monday.and_then(|day| add_days(day, to)),
            ) {
                (Some(from), Some(to)) => {
                    Value::Between(Some(Point::date(Moment::Day(from))), Some(Point::date(Moment::Day(to))))
                }
                _ => Value::Unknown,
            };
            if glyphs.at(end) == '末' {
                return Some(made(end + 1, on(5, 6), "weekend"));
            }
            if let Some(day) = weekday(glyphs.at(end)) {
                let moment = monday.and_then(|monday| add_days(monday, day.into())).map(Moment::Day);
                let mut expression =
                    made(end + 1, moment.map_or(Value::Unknown, Value::date), "relative-weekday");
                (expression.year, expression.month, expression.day) =
                    (moment.map(Moment::year), moment.and_then(Moment::month), true);
                return Some(expression);
            }
            Some(made(end, monday.map_or(Value::Unknown, |day| Value::date(week_of(day))), "relative-week"))
        }
        Unit::Season(season) => {
            let year = anchor.map(|day| day.year() + word.distance);
            Some(made(end, year.map_or(Value::Unknown, |y| Value::date(Moment::Season(y, season))), "season"))
        }
        Unit::Year => None,
    }
}

/// 29日 and 6日 without a month: of the month spoken of, or the nearest.
fn bare_day(cx: &Context, i: usize) -> Option<Expression> {
    let glyphs = cx.glyphs;
    let before = glyphs.before(i);
    if before.is_ascii_digit()
        || digit(before).is_some()
        || matches!(
            before,
            '月' | '第' | '十' | '百' | '每' | '近' | '数' | '几' | '.' | '/' | '-' | '前' | '后' | '这'
        )
    {
        return None;
    }
    let number = int(glyphs, i).filter(|n| (1..=31).contains(&n.value) && !n.sequence)?;
    let next = |end: usize| glyphs.at(end + 1);
    let is_day = |end: usize| match glyphs.at(end) {
        '日' => {
            !matches!(next(end), '内' | '游' | '龄' | '元' | '本' | '圆' | '均' | '产' | '语')
                && !glyphs.has(end + 1, "以内")
                && !glyphs.has(end + 1, "之内")
        }
        '号' => {
            !next(end).is_alphanumeric()
                || part_at(glyphs, end + 1).is_some()
                || matches!(next(end), '前' | '之' | '以' | '到' | '至')
        }
        _ => false,
    };
    let single = !number.arabic && number.value < 10;
    let near = |day: u32| -> Option<Moment> {
        let month = cx.sentence.or(cx.last).filter(|m| m.month().is_some());
        if let Some((year, month)) = month.and_then(|m| Some((m.year(), m.month()?))) {
            return super::calendar::day(year, month, day);
        }
        let today = cx.today?;
        (-1..=1)
            .filter_map(|by| {
                let (y, m) = add_months(today.year(), today.month(), by);
                super::calendar::day(y, m, day)
            })
            .min_by_key(|moment| moment.first_day().map_or(i64::MAX, |day| (day - today).num_days().abs()))
    };
    if is_day(number.end) {
        let company = part_at(glyphs, number.end + 1).is_some()
            || matches!(next(number.end), '电' | '讯' | '起' | '召' | '在');
        if single && !company {
            return None;
        }
        let moment = near(number.value);
        return Some(Expression {
            start: i,
            end: number.end + 1,
            value: moment.map_or(Value::Unknown, Value::date),
            because: "day-of-month",
            year: moment.map(Moment::year),
            month: moment.and_then(Moment::month),
            day: true,
            ..Expression::EMPTY
        });
    }
    let to = to_at(glyphs, number.end).and_then(|at| int(glyphs, at)).filter(|to| {
        to.value > number.value && to.value <= 31 && glyphs.at(to.end) == '日' && is_day(to.end)
    })?;
    let value = match (near(number.value), near(to.value)) {
        (Some(from), Some(to)) => Value::Between(Some(Point::date(from)), Some(Point::date(to))),
        _ => Value::Unknown,
    };
    Some(Expression { start: i, end: to.end + 1, value, because: "days", ..Expression::EMPTY })
}

/// 周三, 星期天, 周末, 下半周.
fn bare_weekday(cx: &Context, i: usize) -> Option<Expression> {
    let glyphs = cx.glyphs;
    let on = |from: i64, to: i64| -> Value {
        let monday = cx.today.and_then(monday);
        let day = |by: i64| monday.and_then(|day| add_days(day, by)).map(|day| Point::date(Moment::Day(day)));
        match (day(from), day(to)) {
            (Some(from), Some(to)) if from == to => Value::At(from),
            (Some(from), Some(to)) => Value::Between(Some(from), Some(to)),
            _ => Value::Unknown,
        }
    };
    let made = |end: usize, value: Value, day: bool, because: &'static str| {
        Some(Expression { start: i, end, value, because, day, ..Expression::EMPTY })
    };
    if glyphs.has(i, "下半周") {
        return made(i + 3, on(3, 6), false, "half-week");
    }
    if glyphs.has(i, "上半周") {
        return made(i + 3, on(0, 3), false, "half-week");
    }
    let before = glyphs.before(i);
    if before.is_ascii_digit()
        || digit(before).is_some()
        || matches!(before, '每' | '十' | '两' | '逢' | '个' | '前' | '后' | '各' | '一')
    {
        return None;
    }
    let end = i + glyphs.longest(i, &["周", "星期", "礼拜"])?;
    if glyphs.has(i, "周末") {
        let next = glyphs.at(end + 1);
        return (!matches!(next, '画' | '版' | '游' | '时'))
            .then(|| made(end + 1, on(5, 6), false, "weekend"))?;
    }
    let day = i64::from(weekday(glyphs.at(end))?);
    let next = glyphs.at(end + 1);
    // 周天, 周日 in names; 一周五天
    if end == i + 1 && glyphs.at(end) == '天'
        || matches!(next, '天' | '次' | '个' | '年' | '名' | '种' | '岁' | '家' | '福' | '良')
        || digit(next).is_some() && glyphs.at(end) != '日'
    {
        return None;
    }
    made(end + 1, on(day, day), true, "weekday")
}

/// A part of the day, and a clock, after a date.
fn day_part(cx: &Context, mut expression: Expression) -> Expression {
    let glyphs = cx.glyphs;
    let Value::At(point) = expression.value else { return expression };
    let mut at = expression.end;
    // 3月6日（星期五）上午
    if glyphs.at(at) == '(' {
        if let Some(n) = glyphs.longest(at + 1, &["周", "星期"]) {
            if weekday(glyphs.at(at + 1 + n)).is_some() && glyphs.at(at + 2 + n) == ')' {
                at += n + 3;
            }
        }
    } else if let Some(n) = glyphs.longest(at, &["星期"]) {
        if weekday(glyphs.at(at + n)).is_some() {
            at += n + 1;
            expression.end = at;
        }
    }
    at += usize::from(glyphs.at(at) == '的' && clock_at(glyphs, at + 1, true, expression.part).is_some());
    if let Some(read) = clock_at(glyphs, at, true, expression.part) {
        let date = match (point.date, read.next_day) {
            (Some(Moment::Day(day)), true) => add_days(day, 1).map(Moment::Day),
            (date, _) => date,
        };
        expression.value = Value::At(Point { date, clock: Some(read.clock) });
        (expression.end, expression.part, expression.because) = (read.end, read.part, "date-and-clock");
    } else if let Some((part, end)) = part_at(glyphs, at) {
        let short = end == at + 1;
        let word = short
            && matches!(
                glyphs.at(end),
                '餐' | '饭'
                    | '报'
                    | '会'
                    | '宴'
                    | '班'
                    | '稻'
                    | '已'
                    | '就'
                    | '期'
                    | '于'
                    | '年'
                    | '在'
                    | '高'
                    | '市'
                    | '盘'
                    | '间'
                    | '些'
            );
        if !word || part == Part::Night && false {
            (expression.end, expression.part) = (end, Some(part));
        }
    }
    expression
}

/// The year a lunar date is counted in may end in the civil year after it.
#[allow(dead_code)]
fn lunar_new_year(year: i32) -> Option<chrono::NaiveDate> {
    lunar(year, 1, false, 1)
}
