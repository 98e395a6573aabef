//! Times by name: festivals, five-year plans, dated events, reigns.

use super::calendar::{Moment, Point, Value, lunar, nth_weekday, qingming};
use super::duration::lead_words;
use super::elements::{Words, int, parts, relative_words};
use super::{Context, Expression};
use crate::extract::numbers::glyphs::Glyphs;
use crate::lexicon::filters::Beginnings;
use crate::lists::rows;
use chrono::NaiveDate;
use std::sync::{LazyLock, OnceLock};

#[derive(Clone, Copy)]
enum Calendar {
    Solar,
    Lunar,
    Eve,
    Term,
    Nth,
}

#[derive(Clone, Copy)]
struct Festival {
    calendar: Calendar,
    month: u32,
    day: u32,
}

impl Festival {
    fn in_year(self, year: i32) -> Option<NaiveDate> {
        match self.calendar {
            Calendar::Solar => NaiveDate::from_ymd_opt(year, self.month, self.day),
            Calendar::Lunar => lunar(year, self.month, false, self.day),
            Calendar::Eve => lunar(year, 1, false, 1).and_then(|day| day.pred_opt()),
            Calendar::Term => qingming(year),
            Calendar::Nth => nth_weekday(year, self.month, self.day % 10 - 1, self.day / 10),
        }
    }
}

fn festivals() -> &'static Words<Festival> {
    static TABLE: OnceLock<Words<Festival>> = OnceLock::new();
    TABLE.get_or_init(|| {
        Words::new(rows(include_str!("../../../lexicon/festivals.tsv")).flat_map(|row| {
            let calendar = match row[1] {
                "lunar" => Calendar::Lunar,
                "eve" => Calendar::Eve,
                "term" => Calendar::Term,
                "nth" => Calendar::Nth,
                _ => Calendar::Solar,
            };
            let number = |k: usize| row.get(k).and_then(|n| n.parse().ok()).unwrap_or(1);
            let festival = Festival { calendar, month: number(2), day: number(3) };
            row[0].split_whitespace().map(move |name| (name, festival)).collect::<Vec<_>>()
        }))
    })
}

/// The festival at `i` in a year that is known, or in the one nearest to the day of publication.
pub(super) fn festival(cx: &Context, i: usize, year: Option<i32>) -> Option<(Option<Moment>, usize)> {
    let glyphs = cx.glyphs;
    let (festival, end) = festivals().at(glyphs, i)?;
    let bare = end - i == 2 && !matches!(glyphs.before(end), '节' | '夕');
    // 十一 and 五一 are days only in company; 国庆路 is no day at all
    let next = glyphs.at(end);
    let numeral = crate::extract::numbers::digit(glyphs.at(i)).is_some() || matches!(glyphs.at(i), '十');
    let company =
        matches!(next, '期' | '假' | '前' | '后' | '小' | '长' | '黄' | '当' | '国') || year.is_some();
    let part_of_name = matches!(
        next,
        '路' | '街'
            | '镇'
            | '村'
            | '区'
            | '县'
            | '市'
            | '厂'
            | '公'
            | '桥'
            | '广'
            | '学'
            | '酒'
            | '号'
            | '奖'
            | '勋'
            | '联'
    );
    let longer = matches!(next, '万' | '亿' | '百' | '千' | '个' | '月' | '年' | '日' | '届')
        || glyphs.before(i).is_ascii_digit();
    if bare && numeral && !company
        || part_of_name && bare
        || longer && numeral
        || numeral && crate::extract::numbers::digit(glyphs.before(i)).is_some()
    {
        return None;
    }
    if bare && numeral && matches!(next, '期') && !glyphs.has(end, "期间") {
        return None;
    }
    let date = match (year, cx.today) {
        (Some(year), _) => festival.in_year(year),
        (None, Some(today)) => {
            let year = chrono::Datelike::year(&today);
            [year, year - 1, year + 1]
                .into_iter()
                .filter_map(|y| festival.in_year(y))
                .min_by_key(|day| (*day - today).num_days().abs())
        }
        (None, None) => None,
    };
    Some((date.map(Moment::Day), end))
}

/// A dated event or a named period.
struct Event {
    from: Option<Point>,
    to: Option<Point>,
    period: bool,
}

fn events() -> &'static Words<Event> {
    static TABLE: OnceLock<Words<Event>> = OnceLock::new();
    TABLE.get_or_init(|| {
        Words::new(rows(include_str!("../../../lexicon/events.tsv")).map(|row| {
            let (from, to) = row[1].split_once('/').unwrap_or((row[1], row[1]));
            (row[0], Event { from: point(from), to: point(to), period: row[2] == "period" })
        }))
    })
}

fn point(written: &str) -> Option<Point> {
    let mut numbers = written.split('-');
    let year = numbers.next()?.parse().ok()?;
    Some(Point::date(match (numbers.next(), numbers.next()) {
        (None, _) => Moment::Year(year),
        (Some(month), None) => Moment::Month(year, month.parse().ok()?),
        (Some(month), Some(day)) => super::calendar::day(year, month.parse().ok()?, day.parse().ok()?)?,
    }))
}

/// “十三五”时期, 党的十八大以来, 改革开放后.
pub(super) fn event(cx: &Context, i: usize) -> Option<Expression> {
    let glyphs = cx.glyphs;
    let (event, end) = events().at(glyphs, i)?;
    let make = |end: usize, value: Value, because: &'static str| {
        Some(Expression { start: i, end, value, because, ..Expression::EMPTY })
    };
    if event.period {
        for word in ["规划时期", "规划期间", "时期", "期间"] {
            if glyphs.has(end, word) {
                return make(
                    end + word.chars().count(),
                    Value::Between(event.from, event.to),
                    "named-period",
                );
            }
        }
        if glyphs.at(end) == '期' && glyphs.at(end + 1) == '末' || matches!(glyphs.at(end), '末') {
            return make(
                end + 1 + usize::from(glyphs.at(end) == '期'),
                Value::At(event.to?),
                "named-period-end",
            );
        }
        if glyphs.at(end) == '初' || glyphs.has(end, "开局之年") || glyphs.has(end, "收官之年") {
            let (value, n) = if glyphs.at(end) == '初' {
                (event.from?, 1)
            } else if glyphs.at(end) == '开' {
                (event.from?, 4)
            } else {
                (event.to?, 4)
            };
            return make(end + n, Value::At(value), "named-period-year");
        }
        if glyphs.has(end, "以来") {
            return make(end + 2, Value::Between(event.from, None), "named-period-since");
        }
        // 时期 may stand within the name
        if glyphs.has(end.saturating_sub(2), "初期")
            || glyphs.has(end.saturating_sub(2), "时期")
            || glyphs.has(end.saturating_sub(2), "期间")
        {
            return make(end, Value::Between(event.from, event.to), "named-period");
        }
        return None;
    }
    let mut at = end;
    for word in ["召开", "胜利召开", "闭幕", "结束", "爆发", "发生", "实施", "开始", "提出", "伊始"]
    {
        if glyphs.has(at, word) {
            at += word.chars().count();
            break;
        }
    }
    for word in ["以来", "以后", "之后", "后", "至今"] {
        if glyphs.has(at, word) && !(word == "后" && matches!(glyphs.at(at + 1), '续' | '期' | '勤' | '备'))
        {
            return make(at + word.chars().count(), Value::Between(event.from, None), "event-since");
        }
    }
    for word in ["以前", "之前", "前夕", "前"] {
        if glyphs.has(at, word) && !(word == "前" && matches!(glyphs.at(at + 1), '后' | '列' | '沿')) {
            return make(at + word.chars().count(), Value::Between(None, event.from), "event-before");
        }
    }
    None
}

fn eras() -> &'static Words<i32> {
    static TABLE: OnceLock<Words<i32>> = OnceLock::new();
    TABLE.get_or_init(|| {
        Words::new(
            rows(include_str!("../../../lexicon/eras.tsv")).map(|row| (row[0], row[1].parse().unwrap_or(0))),
        )
    })
}

fn vague_times() -> &'static Words<bool> {
    static TABLE: OnceLock<Words<bool>> = OnceLock::new();
    TABLE.get_or_init(|| {
        Words::new(
            rows(include_str!("../../../lexicon/vague_times.tsv")).map(|row| (row[0], row[1] == "now")),
        )
    })
}

/// Words of the grammar itself with which a time may begin that begins with no number. Those of one character have
/// what follows them here.
static WRITTEN: &str = "上半年 前半年 下半年 后半年 上半周 下半周 \
    首季 年初 年底 年末 年终 年中 年年 岁初 岁底 岁末 岁终 \
    岁中 月底 月初 月末 正月 冬月 腊月 闰正 闰冬 闰腊 农历 阴历 旧历 夏历 公元 大年初 周末 周天 周日 星期 礼拜 \
    上世纪 上个世纪 本世纪 新世纪 \
    早的 晨的 午的 晚的 夜的 \
    半年 半个 半世 半周 半星 半礼 半天 半昼 半日 半小 半钟 半时 半分 半秒";

/// Whether a time may begin with these two characters, of which the first begins no number: a word of the tables or of the
/// grammar.
pub(super) fn may_begin(first: char, second: char) -> bool {
    static BEGINNINGS: LazyLock<Beginnings> = LazyLock::new(|| {
        // a part of the day that is one character has a number behind it
        let parts = parts().words().filter(|word| word.chars().count() > 1);
        let spans = lead_words().filter(|word| word.chars().count() > 1);
        let tables = festivals().words().chain(events().words()).chain(eras().words());
        let tables = tables.chain(vague_times().words()).chain(relative_words().words());
        Beginnings::of(tables.chain(parts).chain(spans).chain(WRITTEN.split_whitespace()))
    });
    BEGINNINGS.may_begin_with(first, Some(second))
}

/// 民国三年, 康熙六十一年.
pub(super) fn era_year(glyphs: &Glyphs, i: usize) -> Option<(i32, usize)> {
    let (first, at) = eras().at(glyphs, i)?;
    let (number, end) =
        if glyphs.at(at) == '元' { (1, at + 1) } else { int(glyphs, at).map(|n| (n.value, n.end))? };
    let year = first + i32::try_from(number).ok()? - 1;
    (glyphs.at(end) == '年' && number > 0).then_some((year, end + 1))
}

/// 目前, 近年来: a time that the text does not fix.
pub(super) fn vague(cx: &Context, i: usize) -> Option<Expression> {
    let (now, end) = vague_times().at(cx.glyphs, i)?;
    let month = cx
        .today
        .filter(|_| *now)
        .map(|today| Moment::Month(chrono::Datelike::year(&today), chrono::Datelike::month(&today)));
    Some(Expression {
        start: i,
        end,
        value: month.map_or(Value::Unknown, Value::date),
        because: "vague",
        approximate: true,
        ..Expression::EMPTY
    })
}

/// The eve and the days after are counted from the festival: 正月初三.
pub(super) fn lunar_day(cx: &Context, year: Option<i32>, month: u32, leap: bool, day: u32) -> Option<Moment> {
    let dated = |year: i32| match lunar(year, month, leap, day) {
        // 三十 in a month of 29 days is its last
        None if day == 30 => lunar(year, month, leap, 29),
        date => date,
    };
    match (year, cx.today) {
        (Some(year), _) => dated(year).map(Moment::Day),
        (None, Some(today)) => {
            let year = chrono::Datelike::year(&today);
            // the last months of a farmers' year lie in the civil year after it
            [year, year - 1]
                .into_iter()
                .filter_map(dated)
                .min_by_key(|day| (*day - today).num_days().abs())
                .map(Moment::Day)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_listed_word_is_a_time() {
        for word in vague_times().words() {
            let glyphs = Glyphs::new(word);
            let cx = Context::new(&glyphs, None);
            let found = super::super::span::time(&cx, 0).map(|found| found.end);
            assert_eq!(found, Some(glyphs.len()), "{word}");
        }
    }
}
