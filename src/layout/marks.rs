//! What a line is by its own words: continuation marks, bylines, datelines, folios, list markers.
//!
//! Each recogniser reads from the start of a string and gives what it found with its length in bytes.

use super::lists::AGENCIES;
use crate::source::chars::{fold, is_closing, is_han, is_opening};

/// 上接 or 下转.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// 上接: comes from another page.
    From,
    /// 下转: goes on at another page.
    To,
}

/// A continuation mark such as （上接1版）.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Continuation {
    /// Which way.
    pub direction: Direction,
    /// The other page.
    pub page: u32,
    /// Length of the mark in bytes, brackets included.
    pub length: usize,
}

/// A continuation mark at the start of the text.
pub fn continuation(text: &str) -> Option<Continuation> {
    if !text.starts_with(['（', '(', '【', '［', '[', '上', '紧', '接', '下', '转']) {
        return None;
    }
    let mut rest = eat_one(text, &['（', '(', '【', '［', '[']).unwrap_or(text);
    let bracketed = rest.len() != text.len();
    let direction = if let Some(after) = eat_any(rest, &["上接", "紧接", "接"]) {
        rest = after;
        Direction::From
    } else {
        rest = eat_any(rest, &["下转", "紧转", "转"])?;
        Direction::To
    };
    rest = rest.trim_start();
    rest = eat_any(rest, &["第"]).unwrap_or(rest).trim_start();
    // A2版: the letter names the section of the paper
    rest = rest.strip_prefix(|c: char| c.is_ascii_uppercase()).unwrap_or(rest);
    let (page, after) = number(rest)?;
    rest = eat_any(after.trim_start(), &["版", "页"])?;
    let inside = rest.find(['）', ')', '】', '］', ']']);
    if bracketed {
        let end = inside.filter(|end| rest[..*end].chars().count() <= 10)?;
        rest = &rest[end..];
        rest = &rest[rest.chars().next()?.len_utf8()..];
    } else if !rest.is_empty() {
        return None;
    }
    (page > 0 && page < 1000).then_some(Continuation { direction, page, length: text.len() - rest.len() })
}

/// A continuation mark at the end of the text.
pub fn final_continuation(text: &str) -> Option<Continuation> {
    if !text.ends_with(['）', ')', '】', '］', ']']) {
        return None;
    }
    let open = text.char_indices().rev().take(24).find(|(_, c)| matches!(c, '（' | '(' | '【'))?.0;
    continuation(&text[open..]).filter(|mark| open + mark.length == text.len())
}

/// A continuation mark at the end of a line that began at the end of the line above: （下转第 over 3版）. Gives how
/// many bytes of it stand above, too.
pub fn torn_continuation(above: &str, line: &str) -> Option<(Continuation, usize)> {
    if !line.ends_with(['）', ')', '】']) || line.chars().count() > 12 {
        return None;
    }
    let open = above.char_indices().rev().take(12).find(|(_, c)| matches!(c, '（' | '(' | '【'))?.0;
    let mark = [&above[open..], line].concat();
    continuation(&mark).filter(|found| found.length == mark.len()).map(|found| (found, above.len() - open))
}

/// A whole number in digits of any width or in Chinese numerals up to 99.
fn number(text: &str) -> Option<(u32, &str)> {
    let mut value = 0u32;
    let mut end = 0;
    for (at, c) in text.char_indices() {
        match fold(c).to_digit(10) {
            Some(digit) => value = value.saturating_mul(10).saturating_add(digit),
            None => break,
        }
        end = at + c.len_utf8();
    }
    if end > 0 {
        return Some((value, &text[end..]));
    }
    let (mut tens, mut ones) = (None, 0);
    for (at, c) in text.char_indices() {
        match numeral(c) {
            Some(digit) => ones = digit,
            None if c == '十' && tens.is_none() => {
                tens = Some(if at == 0 { 1 } else { ones });
                ones = 0;
            }
            None => break,
        }
        end = at + c.len_utf8();
    }
    (end > 0).then(|| (tens.unwrap_or(0) * 10 + ones, &text[end..]))
}

fn numeral(c: char) -> Option<u32> {
    const NUMERALS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    NUMERALS.iter().position(|numeral| *numeral == c).map(|digit| digit as u32)
}

/// The enumerators of an outline, from the highest rank down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rank {
    /// 第一章
    Chapter,
    /// 第一节
    Section,
    /// 第一条
    Clause,
    /// 一、
    Chinese,
    /// （一）
    ChineseBracket,
    /// 1. or 1、
    Arabic,
    /// （1）
    ArabicBracket,
    /// ①
    Circled,
    /// 第一，
    Ordinal,
    /// 一是
    Item,
    /// ——
    Dash,
    /// ● ■ ★
    Bullet,
}

/// An enumerator at the start of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marker {
    /// Its kind.
    pub rank: Rank,
    /// Its length in bytes.
    pub length: usize,
}

fn is_chinese_digit(c: char) -> bool {
    matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百')
}

const ORDINALS: &[&str] = &["首先", "其次", "再次", "再者", "最后"];

/// The enumerator at the start of the text.
pub fn marker(text: &str) -> Option<Marker> {
    let found = |rank, rest: &str| Some(Marker { rank, length: text.len() - rest.len() });
    let first = text.chars().next()?;
    let after = &text[first.len_utf8()..];
    match first {
        '—' => found(Rank::Dash, after.strip_prefix('—').unwrap_or(after)),
        '─' => found(Rank::Dash, after.strip_prefix('─')?),
        '\u{2460}'..='\u{2473}' | '\u{2776}'..='\u{277f}' => found(Rank::Circled, after),
        '●' | '■' | '◆' | '★' | '▲' | '□' | '◎' | '◇' | '○' | '▶' | '►' | '•' | '※' => {
            found(Rank::Bullet, after)
        }
        '（' | '(' => {
            let (digits, rest) = run(after, is_chinese_digit);
            if !digits.is_empty() {
                return found(Rank::ChineseBracket, eat_one(rest, &['）', ')'])?);
            }
            let (digits, rest) = run(after, |c| fold(c).is_ascii_digit());
            if digits.is_empty() || digits.chars().count() > 2 {
                return None;
            }
            found(Rank::ArabicBracket, eat_one(rest, &['）', ')'])?)
        }
        '第' => {
            let (digits, rest) = run(after, is_chinese_digit);
            if digits.is_empty() {
                return None;
            }
            for (unit, rank) in [('章', Rank::Chapter), ('节', Rank::Section), ('条', Rank::Clause)] {
                if let Some(after) = rest.strip_prefix(unit) {
                    return after.starts_with([' ', '\u{3000}']).then(|| found(rank, after)).flatten();
                }
            }
            found(Rank::Ordinal, eat_one(rest, &['，', ',', '、', '：'])?)
        }
        '首' | '其' | '再' | '最' => {
            let ordinal = ORDINALS.iter().find_map(|word| text.strip_prefix(word))?;
            found(Rank::Ordinal, eat_one(ordinal, &['，', ','])?)
        }
        _ if is_chinese_digit(first) => {
            let (digits, rest) = run(text, is_chinese_digit);
            if let Some(after) = eat_one(rest, &['、', '．', '.']) {
                return found(Rank::Chinese, after);
            }
            found(Rank::Item, eat_one(rest, &['是', '要']).filter(|_| digits.chars().count() == 1)?)
        }
        _ if fold(first).is_ascii_digit() => {
            let (digits, rest) = run(text, |c| fold(c).is_ascii_digit());
            let after = eat_one(rest, &['、', '．', '.']).filter(|_| digits.chars().count() <= 2)?;
            // 3.5 is a number
            let number = after.starts_with(|c: char| fold(c).is_ascii_digit());
            if number { None } else { found(Rank::Arabic, after) }
        }
        _ => None,
    }
}

/// A dispatch line at the start of the text: 本报讯, 新华社北京3月6日电.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Dispatch<'a> {
    /// 新华社, 本报 …
    pub agency: &'a str,
    /// Where it was filed.
    pub place: Option<&'a str>,
    /// Month and day, and the year if it is given.
    pub date: Option<CalendarDay>,
    /// Length in bytes, up to and with 电 or 讯.
    pub length: usize,
}

/// The longest place in a dispatch line, in characters.
const DISPATCH_PLACE: usize = 16;

/// A dispatch line at the start of the text.
pub fn dispatch(text: &str) -> Option<Dispatch<'_>> {
    match text.strip_prefix('【') {
        Some(inside) => bracketed_dispatch(inside)
            .or_else(|| foreign_dispatch(inside))
            .map(|found| Dispatch { length: found.length + '【'.len_utf8(), ..found }),
        None => own_dispatch(text),
    }
}

/// The inside of 【本报讯】, bracket and all.
fn bracketed_dispatch(inside: &str) -> Option<Dispatch<'_>> {
    let found = own_dispatch(inside)?;
    let closed = inside[found.length..].starts_with('】');
    closed.then(|| Dispatch { length: found.length + '】'.len_utf8(), ..found })
}

/// Whether a text begins as dispatch lines do.
pub fn opens_dispatch(text: &str) -> bool {
    text.starts_with('【') || AGENCIES.beginning(text).next().is_some()
}

/// The longest name of a foreign source, in characters.
const FOREIGN_SOURCE: usize = 20;

/// The inside of 【法新社巴黎11月20日电】, 【英国《旗帜报》网站11月20日文章】, bracket and all; of a line that breaks off within it, what
/// is there.
fn foreign_dispatch(inside: &str) -> Option<Dispatch<'_>> {
    let (head, closed) = match inside.find('】') {
        Some(end) => (&inside[..end], true),
        None => (inside, false),
    };
    let (source, date) = head.split_at(head.find(|c: char| fold(c).is_ascii_digit())?);
    if source.chars().count() > FOREIGN_SOURCE {
        return None;
    }
    let name_ends = ["》网站", "》", "通讯社", "社", "网站", "电视台", "报"];
    let name_end = name_ends.iter().find_map(|name| source.find(name).map(|at| at + name.len()))?;
    let place = source[name_end..].trim_end_matches("专");
    let (day, rest) = match calendar_day(date) {
        Some((day, rest)) => (Some(day), rest),
        None if closed => return None,
        None => (None, ""),
    };
    if closed && !matches!(rest, "电" | "讯" | "报道" | "文章" | "消息") {
        return None;
    }
    Some(Dispatch {
        agency: &source[..name_end],
        place: (!place.is_empty()).then_some(place),
        date: day,
        length: head.len() + if closed { '】'.len_utf8() } else { 0 },
    })
}

fn own_dispatch(text: &str) -> Option<Dispatch<'_>> {
    let agency = AGENCIES.beginning(text).max_by_key(|agency| agency.len())?;
    let mut rest = text[agency.len()..].trim_start();
    let mut found =
        Dispatch { agency: agency.trim_start_matches(['据', '综', '合']), ..Dispatch::default() };
    if let Some(after) = eat_any(rest, &["消息", "讯", "訊"]) {
        found.length = text.len() - after.len();
        return Some(found);
    }
    // the place runs up to the first digit; nothing but names stand in it
    let (place, after) = run(rest, |c| is_han(c) || matches!(c, '·' | '、' | ' '));
    let (place, after) = match place.char_indices().find(|(_, c)| matches!(c, '电' | '電')) {
        Some((at, _)) => (&rest[..at], &rest[at..]),
        None => (place, after),
    };
    if place.chars().count() > DISPATCH_PLACE || place.contains("记者") {
        return None;
    }
    rest = after;
    let place = place.trim_end_matches("专").trim();
    found.place = (!place.is_empty()).then_some(place);
    if let Some((date, after)) = calendar_day(rest) {
        found.date = Some(date);
        rest = after;
    } else if found.place.is_none() {
        return None;
    }
    rest = eat_any(rest, &["专"]).unwrap_or(rest);
    rest = eat_any(rest, &["电", "讯", "電", "訊"])?;
    if found.date.is_none() && rest.starts_with(is_han) {
        return None;
    }
    found.length = text.len() - rest.len();
    Some(found)
}

/// Year if it is given, month, day.
pub type CalendarDay = (Option<u32>, u32, u32);

/// 2020年3月6日, 3月6日 at the start of the text, and what follows.
pub fn calendar_day(text: &str) -> Option<(CalendarDay, &str)> {
    let (first, rest) = number(text)?;
    if let Some(after_year) = eat_any(rest, &["年"]) {
        let (month, rest) = number(after_year)?;
        let (day, rest) = number(eat_any(rest, &["月"])?)?;
        let rest = eat_any(rest, &["日", "号"])?;
        return plausible(month, day).then_some(((Some(first), month, day), rest));
    }
    let (day, rest) = number(eat_any(rest, &["月"])?)?;
    let rest = eat_any(rest, &["日", "号"])?;
    plausible(first, day).then_some(((None, first, day), rest))
}

fn plausible(month: u32, day: u32) -> bool {
    (1..=12).contains(&month) && (1..=31).contains(&day)
}

/// A closing dispatch line at the end of the text: （新华社北京3月6日电）. Gives where it starts.
pub fn final_dispatch(text: &str) -> Option<(usize, Dispatch<'_>)> {
    let inside = text.strip_suffix(['）', ')', '】'])?;
    let open = inside.char_indices().rev().take(48).find(|(_, c)| is_opening(*c))?.0;
    let start = open + inside[open..].chars().next()?.len_utf8();
    let found = dispatch(&inside[start..])?;
    (found.length == inside.len() - start && found.length > 6).then_some((open, found))
}

/// The text after the prefix.
pub fn eat_any<'a>(text: &'a str, prefixes: &[&str]) -> Option<&'a str> {
    prefixes.iter().find_map(|prefix| text.strip_prefix(prefix))
}

/// The text after its first character, if that is one of these.
pub fn eat_one<'a>(text: &'a str, chars: &[char]) -> Option<&'a str> {
    text.strip_prefix(chars)
}

/// Splits after the longest start of which all characters fit.
pub fn run(text: &str, fits: impl Fn(char) -> bool) -> (&str, &str) {
    text.split_at(text.find(|c| !fits(c)).unwrap_or(text.len()))
}

/// Whether the whole text stands in one pair of brackets.
pub fn in_brackets(text: &str) -> bool {
    let inner = |c: char| is_opening(c) || is_closing(c);
    text.starts_with(['（', '(', '【'])
        && text.ends_with(['）', ')', '】'])
        && text.chars().filter(|c| inner(*c)).count() == 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn continuation_marks() {
        for (text, direction, page) in [
            ("（上接1版）", Direction::From, 1),
            ("（上接第一版）", Direction::From, 1),
            ("（紧接第十二版）要分区", Direction::From, 12),
            ("（下转第3版）", Direction::To, 3),
            ("（下转A2版）", Direction::To, 2),
            ("(上接1版①)", Direction::From, 1),
        ] {
            let found = continuation(text).map(|mark| (mark.direction, mark.page));
            assert_eq!(found, Some((direction, page)), "{text}");
        }
        assert_eq!(continuation("（上接受了采访）"), None);
        let torn = torn_continuation("全部完成。（下转第", "2版）").map(|(mark, above)| (mark.page, above));
        assert_eq!(torn, Some((2, "（下转第".len())));
        assert_eq!(torn_continuation("全部完成（见上", "表）"), None);
        assert_eq!(final_continuation("全部完成。（下转2版）").map(|mark| mark.page), Some(2));
    }

    #[test]
    fn dispatch_lines() {
        for (text, agency, place, date, rest) in [
            ("本报讯（记者 林一帆）", "本报", None, None, "（记者 林一帆）"),
            ("新华社北京3月6日电（记者", "新华社", Some("北京"), Some((None, 3, 6)), "（记者"),
            ("本报云州12月20日电　记者", "本报", Some("云州"), Some((None, 12, 20)), "　记者"),
            ("据新华社电", "新华社", None, None, ""),
            ("【中东社开罗3月18日电】埃及", "中东社", Some("开罗"), Some((None, 3, 18)), "埃及"),
            (
                "【西班牙《新大陆报》网站3月16日报道】题：",
                "西班牙《新大陆报》网站",
                None,
                Some((None, 3, 16)),
                "题：",
            ),
            ("【本報訊】市長", "本報", None, None, "市長"),
            ("【中东社开罗3月18日", "中东社", Some("开罗"), Some((None, 3, 18)), ""),
        ] {
            match dispatch(text) {
                Some(found) => {
                    assert_eq!((found.agency, found.place), (agency, place), "{text}");
                    assert_eq!((found.date, &text[found.length..]), (date, rest), "{text}");
                }
                None => assert_eq!(text, "据新华社电"),
            }
        }
        for text in ["新华社记者赵一", "本报记者 林一帆", "新华社北京分社", "本报北京电影节特刊"]
        {
            assert_eq!(dispatch(text), None, "{text}");
        }
        assert!(final_dispatch("……伟业！（新华社北京3月6日电）").is_some());
    }

    #[test]
    fn markers() {
        for (text, rank, mark) in [
            ("一、总体要求", Rank::Chinese, "一、"),
            ("（十二）坚持开放", Rank::ChineseBracket, "（十二）"),
            ("第一，完成任务", Rank::Ordinal, "第一，"),
            ("——剩余任务", Rank::Dash, "——"),
            ("3．加强管理", Rank::Arabic, "3．"),
            ("①线路", Rank::Circled, "①"),
            ("二是加快建设", Rank::Item, "二是"),
            ("首先，感谢", Rank::Ordinal, "首先，"),
        ] {
            let found = marker(text).unwrap();
            assert_eq!((found.rank, &text[..found.length]), (rank, mark));
        }
        for text in ["3.5万吨", "一天上午", "第一书记", "（记者 林）", "2020年", "第一章程"]
        {
            assert_eq!(marker(text), None, "{text}");
        }
    }
}
