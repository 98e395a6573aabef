//! The year of a date: 2019年, 零八年, 民国三年, 去年, 公元前221年; decades and centuries.

use super::calendar::{Moment, Point, Value};
use super::elements::{Unit, int, relative_at, to_at};
use super::named::era_year;
use super::{Context, Expression};
use crate::extract::numbers::digit;
use chrono::Datelike;

/// A year in the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Year {
    /// Unknown for 去年 in a text without a date.
    pub value: Option<i32>,
    pub end: usize,
    /// The text gives its number.
    pub given: bool,
    pub because: &'static str,
}

/// Glyphs that make 年 the beginning of another word: 2020年级 is none, 1998年代 a decade.
fn other_word(c: char) -> bool {
    matches!(c, '级' | '代' | '龄' | '限' | '轻' | '利')
}

/// The year at `i`.
pub(super) fn year_at(cx: &Context, i: usize) -> Option<Year> {
    let glyphs = cx.glyphs;
    if let Some((value, end)) = era_year(glyphs, i) {
        return Some(Year { value: Some(value), end, given: true, because: "era" });
    }
    if let Some((word, end)) = relative_at(glyphs, i).filter(|(word, _)| word.unit == Unit::Year) {
        if matches!(glyphs.before(i), '以' | '不' | '向') && glyphs.has(i, "上")
            || glyphs.at(end) == '代'
            || matches!(glyphs.at(i), '当' | '那' | '同') && glyphs.before(i) == '想'
        {
            return None;
        }
        let anchor = if word.last {
            cx.last.map(Moment::year).or(cx.today.map(|t| t.year()).filter(|_| word.distance == 0))
        } else {
            cx.today.map(|t| t.year())
        };
        return Some(Year {
            value: anchor.map(|year| year + word.distance),
            end,
            given: false,
            because: "relative-year",
        });
    }
    if glyphs.has(i, "公元前") {
        let n = int(glyphs, i + 3).filter(|n| glyphs.at(n.end) == '年')?;
        return Some(Year {
            value: Some(1 - n.value as i32),
            end: n.end + 1,
            given: true,
            because: "before-common-era",
        });
    }
    let at = if glyphs.has(i, "公元") { i + 2 } else { i };
    let n = int(glyphs, at)?;
    let digits = (n.arabic || n.sequence) && n.width == 4 && (1000..2500).contains(&n.value);
    let short = n.width == 2 && (n.sequence || n.arabic);
    if glyphs.at(n.end) != '年'
        || other_word(glyphs.at(n.end + 1))
        || glyphs.before(i).is_ascii_digit() && !glyphs.spaced(i)
    {
        return None;
    }
    let end = n.end + 1;
    if at > i {
        return Some(Year { value: Some(n.value as i32), end, given: true, because: "year" });
    }
    if digits {
        // 1200年前, 1500年的历史: a length
        let length = n.value < 1500
            && matches!(glyphs.at(end), '前' | '来' | '的' | '历' | '间' | '以' | '后' | '多' | '左');
        return (!length).then_some(Year { value: Some(n.value as i32), end, given: true, because: "year" });
    }
    if short {
        let month = int(glyphs, end).is_some_and(|m| (1..=12).contains(&m.value) && glyphs.at(m.end) == '月');
        let (a, b) = (n.value / 10, n.value % 10);
        // 三五年 is a length, 零八年 a year
        let few = n.sequence && b == a + 1 && a > 0 || (a, b) == (3, 5);
        if month || n.sequence && !few {
            return Some(Year { value: Some(cx.century(n.value)), end, given: true, because: "short-year" });
        }
    }
    None
}

/// 2013—2019年, 1995年至1997年, 2015和2018年之间.
pub(super) fn years(cx: &Context, i: usize) -> Option<Expression> {
    let glyphs = cx.glyphs;
    let four = |at: usize| {
        int(glyphs, at)
            .filter(|n| n.width == 4 && (n.arabic || n.sequence) && (1000..2500).contains(&n.value))
    };
    if glyphs.before(i).is_ascii_digit() && !glyphs.spaced(i) {
        return None;
    }
    let from = four(i)?;
    // 2015、2016年: each a year
    let listed =
        matches!(glyphs.at(from.end), '、' | '和' | '与' | '及').then(|| four(from.end + 1)).flatten();
    if listed.is_some_and(|next| matches!(glyphs.at(next.end), '年' | '、' | '和'))
        && (1900..2100).contains(&from.value)
    {
        let year = from.value as i32;
        return Some(Expression {
            start: i,
            end: from.end,
            value: Value::date(Moment::Year(year)),
            because: "year",
            year: Some(year),
            year_given: true,
            ..Expression::EMPTY
        });
    }
    let to = to_at(glyphs, from.end).and_then(four)?;
    let year_word = glyphs.at(to.end) == '年' && !other_word(glyphs.at(to.end + 1));
    let bare = from.value < to.value
        && (1900..2100).contains(&from.value)
        && (1900..2100).contains(&to.value)
        && from.arabic
        && !glyphs.at(to.end).is_alphanumeric();
    if from.value >= to.value || !year_word && !bare {
        return None;
    }
    // 2019—2020年度, 2019-2020学年
    let end = to.end + usize::from(year_word);
    let point = |value: u32| Some(Point::date(Moment::Year(value as i32)));
    let month = year_word && int(glyphs, end).is_some_and(|m| glyphs.at(m.end) == '月');
    (!month).then(|| Expression {
        start: i,
        end,
        value: Value::Between(point(from.value), point(to.value)),
        because: "years",
        year: Some(to.value as i32),
        year_given: true,
        ..Expression::EMPTY
    })
}

/// 上世纪80年代, 二十世纪九十年代末, 21世纪, 七八十年代.
pub(super) fn decade_or_century(cx: &Context, i: usize) -> Option<Expression> {
    let glyphs = cx.glyphs;
    let now = cx.today.map(|today| today.year().div_euclid(100));
    let (century, at) = match () {
        () if glyphs.has(i, "上世纪") => (now.map(|c| c - 1), i + 3),
        () if glyphs.has(i, "上个世纪") => (now.map(|c| c - 1), i + 4),
        () if glyphs.has(i, "本世纪") => (now, i + 3),
        () if glyphs.has(i, "新世纪") => (now, i + 3),
        () => match int(glyphs, i) {
            Some(n) if glyphs.has(n.end, "世纪") && (1..=30).contains(&n.value) => {
                (Some(n.value as i32 - 1), n.end + 2)
            }
            _ => (None, i),
        },
    };
    let at = at + usize::from(at > i && glyphs.at(at) == '的');
    let make = |end: usize, value: Value, because: &'static str| {
        Some(Expression { start: i, end, value, because, approximate: false, ..Expression::EMPTY })
    };
    let decade = |year: i32| Some(Point::date(Moment::Decade(year)));
    // 七八十年代
    if let (Some(a), Some(b)) = (digit(glyphs.at(at)), digit(glyphs.at(at + 1)))
        && glyphs.has(at + 2, "十年代")
        && b == a + 1
    {
        let base = century.unwrap_or(19) * 100;
        return make(
            at + 5,
            Value::Between(decade(base + a as i32 * 10), decade(base + b as i32 * 10)),
            "decades",
        );
    }
    if let Some(n) = int(glyphs, at).filter(|n| glyphs.has(n.end, "年代")) {
        let year = match (n.width, century) {
            (4, _) if n.value % 10 == 0 => Some(n.value as i32),
            (_, Some(century)) if n.value < 100 => Some(century * 100 + n.value as i32),
            // 80年代 is the last century's; of 二十年代 the text must say which
            (_, None) if (30..100).contains(&n.value) => Some(1900 + n.value as i32),
            _ => None,
        };
        if n.value % 10 != 0 {
            return None;
        }
        let mut end = n.end + 2;
        for word in ["初期", "中期", "后期", "末期", "中后期", "初", "末"] {
            if glyphs.has(end, word) {
                end += word.chars().count();
                break;
            }
        }
        return make(end, year.map_or(Value::Unknown, |year| Value::date(Moment::Decade(year))), "decade");
    }
    if at > i {
        let mut end = at;
        if glyphs.has(end, "末") || glyphs.has(end, "初") || glyphs.has(end, "中叶") {
            end += if glyphs.has(end, "中叶") { 2 } else { 1 };
        }
        let value = century.map_or(Value::Unknown, |c| Value::date(Moment::Century(c)));
        return make(end, value, "century");
    }
    None
}
