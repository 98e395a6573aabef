//! Times by their distance from the day of publication or from the time spoken of: 上月15号, 下周三, 29日, 周末.

use super::calendar::{Moment, Point, Value, add_days, add_months, monday, week_of};
use super::elements::{Unit, int, part_at, relative_at, to_at, weekday};
use super::month::month_part;
use super::{Context, Expression};
use crate::extract::numbers::digit;
use chrono::Datelike;

/// 今天, 上月15号, 下周三, 上季度末, 今春.
pub(super) fn relative(cx: &Context, i: usize) -> Option<Expression> {
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
            if glyphs.has(end, "周末") {
                return Some(made(end + 2, on(5, 6), "weekend"));
            }
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
pub(super) fn bare_day(cx: &Context, i: usize) -> Option<Expression> {
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
pub(super) fn bare_weekday(cx: &Context, i: usize) -> Option<Expression> {
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
