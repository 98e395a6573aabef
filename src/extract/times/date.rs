//! One date: a year and what stands under it, a month and its days, a relative day, a week.

use super::calendar::{Moment, Point, Value, add_days};
use super::clock::clock_at;
use super::elements::{int, part_at, to_at, weekday};
use super::month::{month, week_in};
use super::named::festival;
use super::relative::{bare_day, bare_weekday, relative};
use super::year::{Year, year_at};
use super::{Context, Expression};
use crate::extract::numbers::digit;
use chrono::Datelike;

/// A date's parts below the year, as far as they are read.
pub(super) struct Below {
    pub value: Value,
    pub end: usize,
    pub month: Option<u32>,
    pub day: bool,
    pub because: &'static str,
}

pub(super) fn below(value: Value, end: usize, because: &'static str) -> Option<Below> {
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
    let farmers = matches!(cx.glyphs.at(i), '农' | '阴' | '旧' | '夏') && cx.glyphs.at(i + 1) == '历';
    if farmers { (i + 2, true) } else { (i, false) }
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
    if given {
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
    let part = match glyphs.at(i + 1) {
        '初' | '底' | '末' | '终' => true,
        '中' => !glyphs.at(i + 2).is_alphabetic(),
        _ => false,
    };
    if !part {
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

/// A part of the day, and a clock, after a date.
fn day_part(cx: &Context, mut expression: Expression) -> Expression {
    let glyphs = cx.glyphs;
    let Value::At(point) = expression.value else { return expression };
    let mut at = expression.end;
    // 3月6日（星期五）上午
    if glyphs.at(at) == '(' {
        if let Some(n) = glyphs.longest(at + 1, &["周", "星期"])
            && weekday(glyphs.at(at + 1 + n)).is_some()
            && glyphs.at(at + 2 + n) == ')'
        {
            at += n + 3;
        }
    } else if let Some(n) = glyphs.longest(at, &["星期"])
        && weekday(glyphs.at(at + n)).is_some()
    {
        at += n + 1;
        expression.end = at;
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
        if !word {
            (expression.end, expression.part) = (end, Some(part));
        }
    }
    expression
}
