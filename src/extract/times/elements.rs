//! The small parts of a time expression: whole numbers, parts of the day, the table of relative words.

use crate::extract::numbers::classes::{DIGIT, INT, NUMERAL, TIME};
use crate::extract::numbers::digit;
use crate::extract::numbers::glyphs::{Glyphs, fold};
use crate::lexicon::filters::Beginnings;
use crate::lists::rows;
use crate::sorting::{self, descending};
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

/// A whole number in a date.
#[derive(Clone, Copy, Debug)]
pub(super) struct Int {
    pub value: u32,
    pub end: usize,
    /// Arabic digits.
    pub arabic: bool,
    /// How many digits it is written with.
    pub width: usize,
    /// Chinese digits one by one: 二〇一九.
    pub sequence: bool,
}

/// The whole number at `i`: 2019, 二〇一九, 十二, 廿九. Not inside a longer number.
#[inline]
pub(super) fn int(glyphs: &Glyphs, i: usize) -> Option<Int> {
    if glyphs.is(i, INT) { int_here(glyphs, i) } else { None }
}

fn int_here(glyphs: &Glyphs, i: usize) -> Option<Int> {
    if glyphs.is(i, DIGIT) {
        if glyphs.before(i).is_ascii_digit() && !glyphs.spaced(i) {
            return None;
        }
        let mut end = i;
        while glyphs.is(end, DIGIT) && !(end > i && glyphs.spaced(end)) {
            end += 1;
        }
        if end - i > 6 {
            return None;
        }
        let value = (i..end).fold(0, |v, k| v * 10 + glyphs.at(k).to_digit(10).unwrap_or(0));
        return Some(Int { value, end, arabic: true, width: end - i, sequence: false });
    }
    chinese_int(glyphs, i)
}

/// Glyphs behind a number in which a word for a time must begin.
const NEAR: usize = 6;

/// Longest run of characters of numerals that is looked across.
const LONGEST_RUN: usize = 24;

/// Whether the number that begins at `i` may be a time: cheaper to ask than which one it is.
pub(super) fn time_may_follow(glyphs: &Glyphs, i: usize) -> bool {
    // 2020.3.7, 20200307
    let digits = (i..i + 8).take_while(|at| glyphs.is(*at, DIGIT)).count();
    if digits == 4 || digits == 8 {
        return true;
    }
    let Some(end) = (i..i + LONGEST_RUN).find(|at| !glyphs.is(*at, NUMERAL)) else { return true };
    (end..end + NEAR).take_while(|at| glyphs.at(*at) != '\n').any(|at| glyphs.is(at, TIME))
}

fn chinese_int(glyphs: &Glyphs, i: usize) -> Option<Int> {
    let ten = |c: char| matches!(c, '十' | '拾');
    let made = |value, end| Some(Int { value, end, arabic: false, width: end - i, sequence: false });
    let ones = |at: usize| digit(glyphs.at(at)).filter(|d| *d > 0 && !ten(glyphs.at(at + 1)));
    let tens = |value: u32, at: usize| match ones(at) {
        Some(d) if digit(glyphs.at(at + 1)).is_none() => made(value + d, at + 1),
        _ => made(value, at),
    };
    match glyphs.at(i) {
        c if ten(c) => return tens(10, i + 1),
        '廿' => return tens(20, i + 1),
        '卅' => return tens(30, i + 1),
        '两' => return made(2, i + 1),
        _ => {}
    }
    let first = digit(glyphs.at(i))?;
    if ten(glyphs.at(i + 1)) {
        return tens(first * 10, i + 2);
    }
    let mut end = i;
    let mut value = 0;
    while let Some(d) = digit(glyphs.at(end)).filter(|_| end - i < 5) {
        value = value * 10 + d;
        end += 1;
    }
    Some(Int { value, end, arabic: false, width: end - i, sequence: end - i > 1 })
}

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Morning,
    Noon,
    Afternoon,
    Evening,
    /// 深夜, 夜里: late hours count from noon, small ones from midnight.
    Night,
    SmallHours,
}

static PARTS: &[(&str, Part)] = &[
    ("凌晨", Part::SmallHours),
    ("清晨", Part::Morning),
    ("清早", Part::Morning),
    ("早晨", Part::Morning),
    ("早上", Part::Morning),
    ("早间", Part::Morning),
    ("早", Part::Morning),
    ("晨", Part::Morning),
    ("上午", Part::Morning),
    ("午前", Part::Morning),
    ("中午", Part::Noon),
    ("正午", Part::Noon),
    ("午间", Part::Noon),
    ("午", Part::Noon),
    ("下午", Part::Afternoon),
    ("午后", Part::Afternoon),
    ("傍晚", Part::Evening),
    ("黄昏", Part::Evening),
    ("晚上", Part::Evening),
    ("晚间", Part::Evening),
    ("夜晚", Part::Evening),
    ("晚", Part::Evening),
    ("夜间", Part::Night),
    ("夜里", Part::Night),
    ("深夜", Part::Night),
    ("午夜", Part::Night),
    ("半夜", Part::Night),
    ("夜", Part::Night),
];

/// The parts of the day.
pub(super) fn parts() -> &'static Words<Part> {
    static TABLE: OnceLock<Words<Part>> = OnceLock::new();
    TABLE.get_or_init(|| Words::new(PARTS.iter().copied()))
}

/// The longest part of the day at `i`.
pub(super) fn part_at(glyphs: &Glyphs, i: usize) -> Option<(Part, usize)> {
    parts().at(glyphs, i).map(|(part, end)| (*part, end))
}

/// The unit in which a relative word counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Year,
    Quarter,
    Month,
    Week,
    Day,
    Season(u32),
}

/// 今年, 上月, 翌日.
#[derive(Clone, Copy, Debug)]
pub(super) struct Relative {
    pub unit: Unit,
    pub distance: i32,
    /// Counted from the time spoken of before.
    pub last: bool,
    pub part: Option<Part>,
}

/// Words of a table by their first character, longest first.
pub(super) struct Words<T> {
    by_first: FxHashMap<char, Vec<(Vec<char>, T)>>,
    /// The words as one reads them.
    words: Vec<String>,
    beginnings: Beginnings,
}

impl<T> Words<T> {
    /// A table of these words.
    pub(super) fn new(words: impl Iterator<Item = (&'static str, T)>) -> Words<T> {
        let mut table: FxHashMap<char, Vec<(Vec<char>, T)>> = FxHashMap::default();
        for (word, meaning) in words {
            let word: Vec<char> = word.chars().map(fold).collect();
            table.entry(word[0]).or_default().push((word, meaning));
        }
        for list in table.values_mut() {
            sorting::by_key(list, |(word, _)| descending(word.len() as u32).into());
        }
        let words = table.values().flatten().map(|(word, _)| word.iter().collect::<String>());
        let words: Vec<String> = words.collect();
        let beginnings = Beginnings::of(words.iter().map(String::as_str));
        Words { by_first: table, words, beginnings }
    }

    /// The words, in the form in which the grammars write them.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(String::as_str)
    }

    /// The longest word at `i` and where it ends.
    pub(super) fn at(&self, glyphs: &Glyphs, i: usize) -> Option<(&T, usize)> {
        let first = glyphs.at(i);
        if !self.beginnings.may_begin_with(first, Some(glyphs.at(i + 1))) {
            return None;
        }
        let (word, meaning) = self
            .by_first
            .get(&first)?
            .iter()
            .find(|(word, _)| word.iter().enumerate().all(|(k, c)| glyphs.at(i + k) == *c))?;
        Some((meaning, i + word.len()))
    }
}

/// The table of relative words.
pub(super) fn relative_words() -> &'static Words<Relative> {
    static TABLE: OnceLock<Words<Relative>> = OnceLock::new();
    TABLE.get_or_init(|| {
        Words::new(rows(include_str!("../../../lexicon/time_words.tsv")).filter_map(|row| {
            let unit = match row[1] {
                "year" => Unit::Year,
                "quarter" => Unit::Quarter,
                "month" => Unit::Month,
                "week" => Unit::Week,
                "day" => Unit::Day,
                season => Unit::Season(season.strip_prefix("season-")?.parse().ok()?),
            };
            let (last, distance) = match row[2].strip_prefix("last") {
                Some("") => (true, 0),
                Some(more) => (true, more.parse().ok()?),
                None => (false, row[2].parse().ok()?),
            };
            let part = row
                .get(3)
                .and_then(|part| PARTS.iter().find(|(word, _)| word == part))
                .map(|(_, part)| *part);
            Some((row[0], Relative { unit, distance, last, part }))
        }))
    })
}

/// The relative word at `i`.
pub(super) fn relative_at(glyphs: &Glyphs, i: usize) -> Option<(Relative, usize)> {
    relative_words().at(glyphs, i).map(|(relative, end)| (*relative, end))
}

/// A weekday after 周, 星期, 礼拜: Monday is 0.
pub(super) fn weekday(c: char) -> Option<u32> {
    "一二三四五六日".chars().position(|d| d == c).map(|k| k as u32).or((c == '天').then_some(6))
}

/// Between the ends of a range; longest first.
pub(super) static TO: &[&str] = &["———", "——", "--", "—", "-", "~~", "~", "至", "到", "…"];

/// The connector of a range at `i`.
pub(super) fn to_at(glyphs: &Glyphs, i: usize) -> Option<usize> {
    if !matches!(glyphs.at(i), '—' | '-' | '~' | '至' | '到' | '…') {
        return None;
    }
    glyphs.longest(i, TO).map(|n| i + n)
}
