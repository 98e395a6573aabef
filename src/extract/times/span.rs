//! Whole expressions: one date, a range of two, a time that is open at one end.

use super::calendar::{Moment, Point, Value};
use super::clock::clock_at;
use super::date::date;
use super::duration::duration;
use super::elements::{time_may_follow, to_at};
use super::named::{event, festival, may_begin, vague};
use super::numeric::numeric;
use super::year::{decade_or_century, years};
use super::{Context, Expression};
use crate::extract::numbers::classes::{BEFORE_NUMBER, INT, NUMERAL};
use crate::extract::numbers::glyphs::Glyphs;

/// The time that begins at glyph `i`.
pub(super) fn time(cx: &Context, i: usize) -> Option<Expression> {
    let glyphs = cx.glyphs;
    if !may_be(glyphs, i) {
        return None;
    }
    // an event may be called by a number too: 九一八
    if let Some(found) = event(cx, i) {
        return Some(found);
    }
    let Some(first) = one(cx, i) else { return vague(cx, i) };
    let whole = range(cx, first);
    Some(about(glyphs, open_end(glyphs, whole)))
}

/// Whether a time may begin at `i`: cheaper to ask than which one, and most characters begin none.
fn may_be(glyphs: &Glyphs, i: usize) -> bool {
    let class = glyphs.class(i);
    let listed = || may_begin(glyphs.at(i), glyphs.at(i + 1));
    if class & INT != 0 {
        return time_may_follow(glyphs, i) || listed();
    }
    class & BEFORE_NUMBER != 0 && glyphs.is(i + 1, NUMERAL) || listed()
}

fn one(cx: &Context, i: usize) -> Option<Expression> {
    let glyphs = cx.glyphs;
    // digits inside a longer number or code begin nothing
    if glyphs.at(i).is_ascii_digit() && !glyphs.spaced(i) {
        let before = glyphs.before(i);
        if before.is_ascii_alphanumeric()
            || matches!(before, '.' | ',') && glyphs.before(i - 1).is_ascii_digit()
        {
            return None;
        }
    }
    // most times that begin with a word are none of those that begin with a number
    let c = glyphs.at(i);
    let number = glyphs.is(i, INT);
    (number.then(|| numeric(cx, i).or_else(|| years(cx, i))).flatten())
        .or_else(|| (number || matches!(c, '上' | '本' | '新')).then(|| decade_or_century(cx, i)).flatten())
        .or_else(|| date(cx, i, None))
        .or_else(|| named_day(cx, i))
        .or_else(|| {
            // 16时40分50秒 is a clock, 8天20时 a length
            let length = duration(cx, i).filter(|_| !inside_number(glyphs, i));
            let clock = clock(cx, i, None);
            match (length, clock) {
                (Some(length), Some(clock)) => Some(if clock.end >= length.end { clock } else { length }),
                (length, clock) => length.or(clock),
            }
        })
}

/// A length begins where its number begins.
fn inside_number(glyphs: &Glyphs, i: usize) -> bool {
    let number = |c: char| {
        crate::extract::numbers::digit(c).is_some()
            || matches!(
                c,
                '十' | '百' | '千' | '万' | '亿' | '两' | '几' | '数' | '多' | '余' | '第' | '点' | '.'
            )
            || c.is_ascii_digit()
    };
    let joined = super::elements::TO.iter().any(|to| to.ends_with(glyphs.before(i)))
        && i > 1
        && number(glyphs.before(i - 1));
    number(glyphs.before(i)) && !glyphs.spaced(i) || joined
}

fn named_day(cx: &Context, i: usize) -> Option<Expression> {
    let glyphs = cx.glyphs;
    // 大年初十
    let new_year = ["大年初", "正月初"].iter().find(|word| glyphs.has(i, word));
    if let Some(n) = new_year
        .and_then(|word| super::elements::int(glyphs, i + word.chars().count()))
        .filter(|n| (1..=10).contains(&n.value))
    {
        let moment = super::named::lunar_day(cx, None, 1, false, n.value);
        let found = Expression {
            start: i,
            end: n.end,
            value: moment.map_or(Value::Unknown, Value::date),
            because: "lunar-date",
            day: true,
            year: moment.map(Moment::year),
            month: moment.and_then(Moment::month),
            ..Expression::EMPTY
        };
        return Some(found);
    }
    let (moment, end) = festival(cx, i, None)?;
    // 春节期间 and 春节假期 are about the day
    let around = glyphs.longest(end, &["假期", "长假", "小长假", "期间", "黄金周"]);
    Some(Expression {
        start: i,
        end: end + around.unwrap_or(0),
        value: moment.map_or(Value::Unknown, Value::date),
        because: "festival",
        approximate: around.is_some(),
        year: moment.map(Moment::year),
        month: moment.and_then(Moment::month),
        ..Expression::EMPTY
    })
}

fn clock(cx: &Context, i: usize, base: Option<&Expression>) -> Option<Expression> {
    let glyphs = cx.glyphs;
    let before = glyphs.before(i);
    if crate::extract::numbers::digit(before).is_some()
        || matches!(before, '十' | '.' | '第' | ':' | '几' | '百')
    {
        return None;
    }
    let read = clock_at(glyphs, i, base.is_some(), base.and_then(|base| base.part))?;
    // 8点建议, 三点希望: points of a speech
    Some(Expression {
        start: i,
        end: read.end,
        value: Value::At(Point { date: None, clock: Some(read.clock) }),
        because: "clock",
        part: read.part,
        clock_only: true,
        ..Expression::EMPTY
    })
}

static AND: &[&str] = &["与", "和", "跟", "同", "、"];
static BETWEEN: &[&str] = &["之间", "期间", "间"];

/// The range that begins with `from`, or `from` itself.
fn range(cx: &Context, from: Expression) -> Expression {
    let glyphs = cx.glyphs;
    let Value::At(start) = from.value else { return from };
    if let Some(at) = to_at(glyphs, from.end) {
        // 至今, 到现在
        if glyphs.at(at) == '今'
            && glyphs.before(at) == '至'
            && !glyphs.has(at, "今年")
            && !glyphs.has(at, "今天")
            && !glyphs.has(at, "今日")
        {
            return Expression {
                end: at + 1,
                value: Value::Between(Some(start), None),
                because: "until-now",
                ..from
            };
        }
        if let Some(n) = glyphs.longest(at, &["现在", "目前", "如今", "当前"]) {
            return Expression {
                end: at + n,
                value: Value::Between(Some(start), None),
                because: "until-now",
                ..from
            };
        }
        if let Some(to) = second(cx, at, &from)
            && let Some(value) = between(start, &to)
        {
            return Expression {
                end: to.end,
                value,
                because: "range",
                year: to.year,
                month: to.month,
                ..from
            };
        }
        return from;
    }
    if let Some(n) = glyphs.longest(from.end, AND)
        && let Some(to) = second(cx, from.end + n, &from)
    {
        let joined = glyphs
            .longest(to.end, BETWEEN)
            .filter(|n| *n > 1 || !matches!(glyphs.at(to.end + 1), '断' | '接' | '隔'));
        if let (Some(n), Some(value)) = (joined, between(start, &to)) {
            return Expression { end: to.end + n, value, because: "range", ..from };
        }
    }
    from
}

/// The second end of a range.
fn second(cx: &Context, at: usize, from: &Expression) -> Option<Expression> {
    if from.clock_only {
        return clock(cx, at, Some(from));
    }
    let found = numeric(cx, at).or_else(|| date(cx, at, Some(from))).or_else(|| decade_or_century(cx, at));
    if let Some(found) = found {
        return Some(found);
    }
    // 3月6日上午9时至11时, 明天下午3点至下午8点
    let Value::At(start) = from.value else { return None };
    if from.day {
        let inherit = Expression { part: from.part, ..Expression::EMPTY };
        let to = clock(cx, at, Some(&inherit))?;
        if let Value::At(Point { clock, .. }) = to.value {
            return Some(Expression {
                value: Value::At(Point { date: start.date, clock }),
                year: from.year,
                month: from.month,
                ..to
            });
        }
    }
    None
}

/// From `start` to the end of `to`, the years put right where the text left one out.
fn between(start: Point, to: &Expression) -> Option<Value> {
    let Value::At(mut end) = to.value else { return None };
    if let (Some(from), Some(until)) = (start.date, end.date) {
        let (first, last) = (from.first_day()?, until.first_day()?);
        if last < first {
            if to.year_given && !matches!(until, Moment::Month(..) | Moment::Day(_)) {
                return None;
            }
            // 10月到5月: the year after
            end.date = match until {
                Moment::Month(y, m) if y == from.year() => Some(Moment::Month(y + 1, m)),
                Moment::Day(day) => {
                    Some(Moment::Day(chrono::Datelike::with_year(&day, chrono::Datelike::year(&day) + 1)?))
                }
                _ => return None,
            };
            if end.date?.first_day()? < first {
                return None;
            }
        }
    }
    Some(Value::Between(Some(start), Some(end)))
}

static SINCE: &[&str] =
    &["以来", "至今", "以后", "之后", "及以后", "及之后", "或以后", "或之后", "和之后", "起", "后", "来"];
static UNTIL: &[&str] = &["以前", "之前", "及以前", "及之前", "或以前", "或之前", "和之前", "前"];
static BEGIN: &[&str] = &["自从", "自打", "从", "自"];

/// 以来, 之前, 起 after a time; 自, 从 … 开始 about it.
fn open_end(glyphs: &Glyphs, mut found: Expression) -> Expression {
    let Value::At(point) = found.value else { return found };
    let begins = glyphs.longest_before(found.start, BEGIN);
    let next = |n: usize| glyphs.at(found.end + n);
    if let Some(n) = glyphs.longest(found.end, SINCE) {
        let word = glyphs.at(found.end + n - 1);
        let bare = n == 1;
        let other = match word {
            '后' => {
                bare && matches!(
                    next(1),
                    '续' | '期' | '勤' | '备' | '面' | '来' | '代' | '台' | '果' | '人' | '天' | '半'
                )
            }
            '起' => matches!(next(1), '来' | '草' | '诉' | '步' | '点' | '源' | '火' | '飞' | '义' | '伏'),
            // 今年来, 2015年来 but 3月来访
            '来' => {
                bare && (matches!(
                    next(1),
                    '自' | '到' | '了' | '说' | '看' | '临' | '源' | '访' | '华' | '渝' | '京'
                ) || found.day
                    || found.clock_only)
            }
            _ => false,
        };
        let of_a_year = matches!(found.because, "relative-year" | "year");
        let comes = word == '来' && bare && !of_a_year;
        if !(other || comes) {
            (found.end, found.value, found.because) =
                (found.end + n, Value::Between(Some(point), None), "since");
            return found;
        }
    }
    if let Some(n) = glyphs.longest(found.end, UNTIL) {
        let other = n == 1
            && (matches!(
                next(1),
                '后' | '列'
                    | '沿'
                    | '期'
                    | '往'
                    | '来'
                    | '去'
                    | '景'
                    | '夕'
                    | '几'
                    | '所'
                    | '三'
                    | '两'
                    | '十'
                    | '言'
            ) || next(1).is_ascii_digit()
                || crate::extract::numbers::digit(next(1)).is_some());
        if !other {
            (found.end, found.value, found.because) =
                (found.end + n, Value::Between(None, Some(point)), "until");
            return found;
        }
    }
    // 从下半年开始, 自从2018年
    let starts = glyphs.longest(found.end, &["开始", "启"]).is_some() || begins == Some(2);
    if begins.is_some() && starts {
        found.value = Value::Between(Some(point), None);
        found.because = "since";
    }
    found
}

/// 约, 左右, 前后 make a time approximate.
fn about(glyphs: &Glyphs, mut found: Expression) -> Expression {
    if let Some(n) = glyphs
        .longest(found.end, &["左右", "前后", "许", "上下"])
        .filter(|n| *n > 1 || found.clock_only || found.because == "date-and-clock")
    {
        found.end += n;
        found.approximate = true;
    }
    if let Some(n) = glyphs.longest_before(found.start, &["大约", "约", "大概"]) {
        found.start -= n;
        found.approximate = true;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What comes after the first character is what the grammar reads: each time that it finds was let through.
    #[test]
    fn every_time_may_be_one() {
        let first = "零一二三四五六七八九十两廿卅半今明昨前后大去本上下这当同次翌来该那年岁月正腊冬闰周星礼公民首凌清早晨午中\
                     傍黄晚夜深最近过未接往此头农阴旧夏新光宣顺康乾建国元旦春第每随长不加会全成开";
        let after = [
            "年",
            "月",
            "日",
            "天",
            "号",
            "点",
            "周",
            "季度",
            "个月",
            "三年",
            "两天",
            "十月",
            "10年",
            "1998年",
            "3月6日",
            "年初",
            "年底",
            "月底",
            "世纪",
            "半年",
            "上午",
            "晚上",
            "期间",
            "以来",
            "一二月",
            "九点半",
            "年前",
            "来",
            "初三",
            "半",
            "半个月",
            "五年",
            "近五年",
            "三季度",
            "的8点",
            "历八月",
            "周三",
            "期天",
            "拜二",
            "元前221年",
            "统三年",
            "去十年",
            "来三年",
            "几年",
            "数百年",
            "末",
            "末年",
            "季",
            "后两天",
            "间8点",
            "节期间",
        ];
        for c in first.chars() {
            for after in after {
                let text = format!("{c}{after}");
                let glyphs = Glyphs::new(&text);
                let cx = Context::new(&glyphs, None);
                let found = event(&cx, 0).is_some() || one(&cx, 0).is_some() || vague(&cx, 0).is_some();
                assert!(!found || may_be(&glyphs, 0), "{text}");
            }
        }
    }
}
