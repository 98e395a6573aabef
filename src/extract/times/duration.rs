//! Lengths of time, and times that are such a length away: 三年半, 8天20小时, 5天前, 近5年来.

use super::calendar::{Moment, Point, Value, add_days, add_months};
use super::{Context, Expression};
use crate::extract::numbers::classes::INT;
use crate::extract::numbers::glyphs::Glyphs;
use crate::extract::numbers::{Shape, digit, numeral};
use crate::source::chars::CharSet;
use chrono::Datelike;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::fmt::Write;
use std::sync::LazyLock;

/// What a length counts, from the longest to the shortest, with the words for it.
static UNITS: &[(&str, Count)] = &[
    ("个世纪", Count::Centuries),
    ("世纪", Count::Centuries),
    ("周年", Count::Years),
    ("年", Count::Years),
    ("个季度", Count::Quarters),
    ("个月", Count::Months),
    ("个星期", Count::Weeks),
    ("星期", Count::Weeks),
    ("个礼拜", Count::Weeks),
    ("礼拜", Count::Weeks),
    ("个周", Count::Weeks),
    ("周", Count::Weeks),
    ("天", Count::Days),
    ("昼夜", Count::Days),
    ("日", Count::Days),
    ("个小时", Count::Hours),
    ("小时", Count::Hours),
    ("个钟头", Count::Hours),
    ("钟头", Count::Hours),
    ("时", Count::Hours),
    ("分钟", Count::Minutes),
    ("分", Count::Minutes),
    ("秒钟", Count::Seconds),
    ("秒", Count::Seconds),
];

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Count {
    Centuries,
    Years,
    Quarters,
    Months,
    Weeks,
    Days,
    Hours,
    Minutes,
    Seconds,
}

/// A length of time in the text.
struct Length {
    parts: Vec<(Decimal, Count)>,
    end: usize,
    approximate: bool,
}

/// Longest run of characters of numerals that [`unit_follows`] looks across.
const LONGEST_RUN: usize = 24;

/// Whether a unit may come behind the number that begins at `i`: cheaper to ask than which number it is.
fn unit_follows(glyphs: &Glyphs, i: usize) -> bool {
    static UNIT_BEGINNINGS: LazyLock<CharSet> =
        LazyLock::new(|| CharSet::new(UNITS.iter().filter_map(|(word, _)| word.chars().next())));
    // no unit begins with one of these
    let numeral = |c: char| {
        c.is_ascii_digit()
            || matches!(
                c,
                '十' | '拾' | '百' | '佰' | '千' | '仟' | '万' | '亿' | '兆' | '两' | '廿' | '卅' | '卌'
            )
            || matches!(c, '几' | '数' | '点' | '多' | '余' | '来' | ',' | '.')
            || digit(c).is_some()
    };
    let mut run = (i..i + LONGEST_RUN).map(|at| glyphs.at(at));
    run.find(|c| !numeral(*c)).is_none_or(|next| UNIT_BEGINNINGS.has(next))
}

/// One count and its unit.
fn part(cx: &Context, i: usize) -> Option<(Decimal, Count, usize, bool)> {
    let glyphs = cx.glyphs;
    let half = Decimal::new(5, 1);
    if glyphs.at(i) == '半' {
        let (word, count) = UNITS.iter().find(|(word, _)| glyphs.has(i + 1, word))?;
        // 半天 is half a day, 半周 and 半秒 are, 半时 is not
        if matches!(*word, "时" | "分" | "日" | "周年" | "昼夜") {
            return None;
        }
        return Some((half, *count, i + 1 + word.chars().count(), false));
    }
    if matches!(glyphs.at(i), '几' | '数')
        || glyphs.at(i).is_ascii_digit() && glyphs.before(i).is_ascii_alphanumeric() && !glyphs.spaced(i)
    {
        return None;
    }
    if !unit_follows(glyphs, i) {
        return None;
    }
    let n = numeral(glyphs, i, &|_| false)?;
    if matches!(n.shape, Shape::Digits | Shape::Bare | Shape::Fraction) || n.value > Decimal::from(1_000_000)
    {
        return None;
    }
    let mut value = n.value;
    let mut at = n.end;
    let with_half = glyphs.has(at, "个半");
    if with_half {
        value += half;
        at += 2;
    }
    let (word, count) = if with_half && glyphs.at(at) == '月' {
        ("月", Count::Months)
    } else {
        UNITS.iter().find(|(word, _)| glyphs.has(at, word)).map(|(word, count)| (*word, *count))?
    };
    let mut end = at + word.chars().count();
    let next = glyphs.at(end);
    let other = match word {
        "年" => {
            matches!(next, '级' | '度' | '代' | '龄' | '轻' | '货' | '糕' | '终' | '会')
                || n.value >= Decimal::from(1500)
                    && n.value < Decimal::from(2200)
                    && n.shape == Shape::Exact
                    && n.end - i == 4
        }
        "周" => {
            matches!(
                next,
                '一' | '二'
                    | '三'
                    | '四'
                    | '五'
                    | '六'
                    | '日'
                    | '末'
                    | '边'
                    | '围'
                    | '遭'
                    | '刊'
                    | '报'
                    | '期'
            ) || n.value >= Decimal::from(60)
        }
        "天" => matches!(next, '地' | '上' | '下' | '空' | '然' | '王' | '才') && n.value <= Decimal::TWO,
        "日" => {
            n.value < Decimal::from(32) && !matches!(next, '内' | '游' | '之') && !glyphs.has(end, "以内")
        }
        "分" | "时" => false,
        "秒" => matches!(next, '杀' | '级'),
        _ => false,
    };
    if other {
        return None;
    }
    let approximate = !matches!(n.shape, Shape::Exact);
    if glyphs.at(end) == '半' && !with_half && !glyphs.has(end, "半径") && !glyphs.has(end, "半数") {
        value += half;
        end += 1;
    }
    Some((value, count, end, approximate))
}

fn length(cx: &Context, i: usize) -> Option<Length> {
    let glyphs = cx.glyphs;
    let (value, count, end, approximate) = part(cx, i)?;
    let mut length = Length { parts: vec![(value, count)], end, approximate };
    while let Some((value, count, end, more)) = {
        let at = length.end + usize::from(matches!(glyphs.at(length.end), '又' | '零'));
        part(cx, at).filter(|_| !length.approximate)
    } {
        if length.parts.last().is_some_and(|(_, last)| *last >= count) {
            break;
        }
        length.parts.push((value, count));
        length.end = end;
        length.approximate |= more;
    }
    // 6天5晚
    if length.parts.last().is_some_and(|(_, last)| *last == Count::Days)
        && digit(glyphs.at(length.end)).or(glyphs.at(length.end).to_digit(10)).is_some()
        && matches!(glyphs.at(length.end + 1), '晚' | '夜')
    {
        length.end += 2;
    }
    if matches!(length.parts[..], [(_, Count::Minutes)]) && glyphs.before(length.end) == '分'
        || matches!(length.parts[..], [(_, Count::Hours)])
            && glyphs.before(length.end) == '时'
            && !glyphs.has(length.end.saturating_sub(2), "小时")
    {
        return None;
    }
    if matches!(glyphs.at(length.end), '多' | '余')
        && !matches!(glyphs.at(length.end + 1), '样' | '种' | '次' | '个' | '名')
    {
        length.end += 1;
        length.approximate = true;
    }
    Some(length)
}

impl Length {
    /// ISO 8601.
    fn written(&self) -> Option<String> {
        let sum = |counts: &[(Count, u32)]| -> Decimal {
            self.parts
                .iter()
                .filter_map(|(value, count)| {
                    counts
                        .iter()
                        .find(|(c, _)| c == count)
                        .and_then(|(_, by)| value.checked_mul((*by).into()))
                })
                .sum()
        };
        let mut date = String::new();
        let mut clock = String::new();
        for (letter, value) in [
            ('Y', sum(&[(Count::Centuries, 100), (Count::Years, 1)])),
            ('M', sum(&[(Count::Quarters, 3), (Count::Months, 1)])),
            ('W', sum(&[(Count::Weeks, 1)])),
            ('D', sum(&[(Count::Days, 1)])),
        ] {
            if !value.is_zero() {
                write!(date, "{}{letter}", value.normalize()).ok()?;
            }
        }
        for (letter, count) in [('H', Count::Hours), ('M', Count::Minutes), ('S', Count::Seconds)] {
            let value = sum(&[(count, 1)]);
            if !value.is_zero() {
                write!(clock, "{}{letter}", value.normalize()).ok()?;
            }
        }
        match (date.is_empty(), clock.is_empty()) {
            (true, true) => None,
            (_, true) => Some(format!("P{date}")),
            (_, false) => Some(format!("P{date}T{clock}")),
        }
    }

    /// The day, month or year that lies this far from the day of publication: `sign` −1 before, 1 after.
    fn away(&self, cx: &Context, sign: i32) -> Option<Moment> {
        let today = cx.today?;
        let whole = |value: Decimal| value.is_integer().then(|| value.to_i32()).flatten();
        let [(value, count)] = self.parts[..] else { return None };
        let (months, days) = match count {
            Count::Centuries => (whole(value)?.checked_mul(1200)?, 0),
            Count::Years => (whole(value * Decimal::from(12))?, 0),
            Count::Quarters => (whole(value)?.checked_mul(3)?, 0),
            Count::Months => (whole(value)?, 0),
            Count::Weeks => (0, whole(value)?.checked_mul(7)?),
            Count::Days => (0, whole(value)?),
            _ => return None,
        };
        if days != 0 {
            return add_days(today, i64::from(sign * days)).map(Moment::Day);
        }
        let (year, month) = add_months(today.year(), today.month(), sign.checked_mul(months)?);
        if !(-9999..=9999).contains(&year) {
            return None;
        }
        Some(if matches!(count, Count::Years | Count::Centuries) && value.is_integer() {
            Moment::Year(year)
        } else {
            Moment::Month(year, month)
        })
    }

    /// The day of publication in the same precision.
    fn now(&self, cx: &Context) -> Option<Moment> {
        let today = cx.today?;
        Some(match self.parts[..] {
            [(value, Count::Years | Count::Centuries)] if value.is_integer() => Moment::Year(today.year()),
            [(_, Count::Years | Count::Quarters | Count::Months)] => {
                Moment::Month(today.year(), today.month())
            }
            _ => Moment::Day(today),
        })
    }
}

static BACK: &[&str] = &["过去的", "过去", "最近的", "最近", "近", "这", "此前"];
static AHEAD: &[&str] = &["未来的", "未来", "今后的", "今后", "接下来的", "接下来", "往后", "下一个"];
/// The words that a length may have before it.
pub(super) fn lead_words() -> impl Iterator<Item = &'static str> {
    BACK.iter().chain(AHEAD).copied()
}

static AGO: &[&str] = &["之前", "以前", "前"];
static LATER: &[&str] = &["之后", "以后", "后"];
static WITHIN: &[&str] = &["之内", "以内", "内"];
static SINCE: &[&str] = &["以来", "间", "里", "中", "来"];

/// The length of time at `i`, or the time that it points to.
pub(super) fn duration(cx: &Context, i: usize) -> Option<Expression> {
    let glyphs = cx.glyphs;
    let number = glyphs.is(i, INT);
    let back = if number { None } else { glyphs.longest(i, BACK) };
    let ahead = if number { None } else { glyphs.longest(i, AHEAD) };
    let skip = back.or(ahead).unwrap_or(0);
    if skip > 0 && glyphs.at(i) == '近' && matches!(glyphs.before(i), '附' | '最' | '临' | '靠' | '接' | '将')
    {
        return None;
    }
    let length = length(cx, i + skip)?;
    let written = length.written()?;
    let make = |start: usize, end: usize, value: Value, because: &'static str| {
        Some(Expression { start, end, value, because, approximate: length.approximate, ..Expression::EMPTY })
    };
    let between = |from: Option<Moment>, to: Option<Moment>| match (from, to) {
        (Some(from), Some(to)) => Value::Between(Some(Point::date(from)), Some(Point::date(to))),
        _ => Value::Unknown,
    };
    let end = length.end;
    let clock_only = length.parts.iter().all(|(_, count)| *count > Count::Days);
    if ahead.is_some() && !clock_only {
        let end = end + glyphs.longest(end, WITHIN).or(glyphs.longest(end, SINCE)).unwrap_or(0);
        return make(i, end, between(length.now(cx), length.away(cx, 1)), "length-ahead");
    }
    if back.is_some() && !clock_only {
        let end = end + glyphs.longest(end, SINCE).or(glyphs.longest(end, WITHIN)).unwrap_or(0);
        return make(i, end, between(length.away(cx, -1), length.now(cx)), "length-back");
    }
    if skip > 0 {
        return make(i + skip, end, Value::Written(written), "length");
    }
    if let Some(n) = glyphs.longest(end, AGO).filter(|n| {
        (*n > 1
            || !matches!(
                glyphs.at(end + 1),
                '所' | '后' | '提' | '期' | '列' | '景' | '途' | '行' | '沿' | '置'
            ))
            && !clock_only
    }) {
        let value = length.away(cx, -1).map_or(Value::Unknown, Value::date);
        return make(i, end + n, value, "length-ago");
    }
    if let Some(n) = glyphs.longest(end, LATER).filter(|n| {
        (*n > 1
            || !matches!(
                glyphs.at(end + 1),
                '续' | '期' | '勤' | '备' | '面' | '来' | '代' | '台' | '果' | '人'
            ))
            && !clock_only
    }) {
        let value = length.away(cx, 1).map_or(Value::Unknown, Value::date);
        return make(i, end + n, value, "length-later");
    }
    if let Some(n) = glyphs.longest(end, WITHIN).filter(|n| {
        (*n > 1
            || !matches!(glyphs.at(end + 1), '容' | '部' | '地' | '外' | '涵' | '需' | '生' | '资' | '陆'))
            && !clock_only
    }) {
        return make(i, end + n, between(length.now(cx), length.away(cx, 1)), "length-within");
    }
    // 五年来; 20年间 stays a length
    if glyphs.has(end, "来")
        && !clock_only
        && !matches!(glyphs.at(end + 1), '自' | '到' | '了' | '说' | '看' | '临' | '源' | '访')
        || glyphs.has(end, "以来") && !clock_only
    {
        let n = if glyphs.has(end, "来") { 1 } else { 2 };
        let small = length.parts[0].0 == Decimal::ONE && length.parts[0].1 == Count::Years;
        let from = length.away(cx, -1);
        let value = if small {
            Value::Between(from.map(Point::date), length.now(cx).map(Point::date))
        } else {
            between(from, length.now(cx))
        };
        return make(i, end + n, value, "length-back");
    }
    make(i, end, Value::Written(written), "length")
}

/// 从2012年年底的…减到2019年年底的…，连续7年: the years between the two dates, if they are that many.
pub(super) fn in_a_row(cx: &Context, found: &Expression) -> Option<Expression> {
    let start = found.start.checked_sub(2).filter(|start| cx.glyphs.has(*start, "连续"))?;
    let [Some(first), Some(last)] = cx.years else { return None };
    let Value::Written(length) = &found.value else { return None };
    let years = length.strip_prefix('P')?.strip_suffix('Y')?.parse::<i32>().ok()?;
    (!found.approximate && last - first == years).then(|| Expression {
        start,
        value: Value::Between(
            Some(Point::date(Moment::Year(first + 1))),
            Some(Point::date(Moment::Year(last))),
        ),
        because: "length-between-dates",
        ..found.clone()
    })
}
