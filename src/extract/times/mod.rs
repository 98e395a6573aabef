//! Dates, periods, clocks and lengths of time, resolved against the day of publication.

mod calendar;
mod clock;
mod date;
mod duration;
mod elements;
mod month;
mod named;
mod numeric;
mod relative;
mod span;
mod year;

use super::Reading;
use super::numbers::glyphs::{Glyphs, WordList};
use crate::page::Time;
use calendar::{Moment, Value};
use chrono::{Datelike, NaiveDate};
use elements::Part;
use std::sync::OnceLock;

/// What an expression is read against.
pub(super) struct Context<'a> {
    glyphs: &'a Glyphs,
    /// Day of publication.
    today: Option<NaiveDate>,
    /// The last date that stood before in the same paragraph: what 同年 and 当日 lean on.
    last: Option<Moment>,
    /// A month or day with its year that stood before in the same sentence: what a bare month leans on.
    sentence: Option<Moment>,
    /// The years of the last two dates that stood before in the same sentence.
    years: [Option<i32>; 2],
}

/// A time in the text, in glyphs.
#[derive(Clone, Debug)]
struct Expression {
    start: usize,
    end: usize,
    value: Value,
    because: &'static str,
    approximate: bool,
    /// The year that the text gives or that was found for it.
    year: Option<i32>,
    /// Whether the text gives the year itself.
    year_given: bool,
    month: Option<u32>,
    /// Whether it is precise to the day.
    day: bool,
    part: Option<Part>,
    /// Only a time of day.
    clock_only: bool,
}

impl Expression {
    const EMPTY: Expression = Expression {
        start: 0,
        end: 0,
        value: Value::Unknown,
        because: "",
        approximate: false,
        year: None,
        year_given: false,
        month: None,
        day: false,
        part: None,
        clock_only: false,
    };
}

/// From this many days on, another year's date may be the one that is meant …
const FAR: i64 = 250;
/// … when it is at most this many days away.
const NEAR: i64 = 115;

impl<'a> Context<'a> {
    fn new(glyphs: &'a Glyphs, today: Option<NaiveDate>) -> Context<'a> {
        Context { glyphs, today, last: None, sentence: None, years: [None; 2] }
    }

    /// A month, or a day of it, whose year the text leaves out: the year of publication, unless the date lies far
    /// away in it and near in the year before or after.
    fn near(&self, month: u32, day: Option<u32>) -> Option<Moment> {
        let dated = |year: i32| match day {
            Some(day) => calendar::day(year, month, day),
            None => Some(Moment::Month(year, month)),
        };
        if let Some(moment) =
            self.sentence.filter(|m| m.month() != Some(month) || day.is_some()).and_then(|m| dated(m.year()))
        {
            return Some(moment);
        }
        let today = self.today?;
        let year = today.year();
        let distance = |moment: &Moment| {
            moment.first_day().map_or(i64::MAX, |first| {
                let middle =
                    if day.is_some() { first } else { calendar::add_days(first, 14).unwrap_or(first) };
                (middle - today).num_days().abs()
            })
        };
        match dated(year) {
            Some(this) if distance(&this) < FAR => Some(this),
            Some(this) => Some(
                [year - 1, year + 1]
                    .into_iter()
                    .filter_map(dated)
                    .find(|other| distance(other) <= NEAR)
                    .unwrap_or(this),
            ),
            // 29 February: the last one that was
            None => (1..=8).find_map(|k| dated(year - k)),
        }
    }

    /// A year of two digits: the one nearest below ten years from now.
    fn century(&self, short: u32) -> i32 {
        let now = self.today.map_or(2020, |today| today.year());
        let this = now - now.rem_euclid(100) + short as i32;
        if this > now + 10 { this - 100 } else { this }
    }
}

/// The times of a text, in text order.
pub fn find(reading: &Reading) -> Vec<Time> {
    let glyphs = &reading.glyphs;
    let today =
        reading.date.and_then(|date| date.get(..10)).and_then(iso_day).or_else(|| own_date(reading, glyphs));
    let mut cx = Context::new(glyphs, today);
    let mut times = Vec::new();
    let mut i = 0;
    while i < glyphs.len() {
        match glyphs.at(i) {
            '\n' => (cx.last, cx.sentence, cx.years) = (None, None, [None; 2]),
            '。' | '！' | '？' | '!' | '?' => (cx.sentence, cx.years) = (None, [None; 2]),
            _ => {}
        }
        let Some(found) = span::time(&cx, i).filter(|found| !not_a_time(reading, glyphs, found)) else {
            i += 1;
            continue;
        };
        let found = duration::in_a_row(&cx, &found).unwrap_or(found);
        remember(&mut cx, &found);
        let (start, end) = glyphs.bytes(found.start, found.end);
        times.push(Time {
            start,
            end,
            value: found.value.edtf(),
            approximate: found.approximate,
            because: found.because,
        });
        i = found.end.max(i + 1);
    }
    times
}

/// Whether an expression lies inside a word that is no time: 表现在, 马上一年, 美好明天.
fn not_a_time(reading: &Reading, glyphs: &Glyphs, found: &Expression) -> bool {
    static WORDS: OnceLock<WordList> = OnceLock::new();
    let words = WORDS.get_or_init(|| WordList::new(include_str!("../../../lexicon/not_times.txt")));
    if words.covers(glyphs, found.start, found.end) {
        return true;
    }
    if found.because == "vague" {
        let (from, to) = glyphs.bytes(found.start, found.end);
        let tokens = reading.tokens;
        let token = reading.places.at_or_before(from);
        return token.is_some_and(|k| tokens.start[k] < from || tokens.end[k] > to);
    }
    if !glyphs.at(found.start).is_alphabetic()
        || crate::extract::numbers::digit(glyphs.at(found.start)).is_some()
    {
        return false;
    }
    // 马上|一年半: the word that holds the first glyph began before it
    let (from, _) = glyphs.bytes(found.start, found.start + 1);
    let tokens = reading.tokens;
    let token = reading.places.at_or_before(from);
    token.is_some_and(|k| {
        tokens.start[k] < from
            && tokens.end[k] > from
            && !matches!(tokens.tag[k].as_bytes().first(), Some(b'm' | b't' | b'q' | b'n'))
    })
}

fn remember(cx: &mut Context, found: &Expression) {
    let moment = match &found.value {
        _ if found.because == "vague" => None,
        Value::At(point) => point.date,
        Value::Between(Some(point), _) => point.date,
        _ => None,
    };
    if let Some(moment) = moment {
        cx.last = Some(moment);
        if let Value::At(_) = found.value {
            cx.years = [cx.years[1], Some(moment.year())];
        }
        if found.year_given {
            cx.sentence = moment.month().map(|_| moment);
        }
    }
}

fn iso_day(date: &str) -> Option<NaiveDate> {
    let mut numbers = date.split('-').map(str::parse::<u32>);
    let (year, month, day) = (numbers.next()?.ok()?, numbers.next()?.ok()?, numbers.next()?.ok()?);
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

/// The page's own date: a dateline's, or the first full date with its weekday (the page head).
fn own_date(reading: &Reading, glyphs: &Glyphs) -> Option<NaiveDate> {
    let dateline = reading
        .articles
        .iter()
        .filter_map(|article| article.dateline.as_ref()?.date.as_deref())
        .find_map(iso_day);
    let cx = Context::new(glyphs, None);
    let head = || {
        (0..glyphs.len())
            .filter(|i| glyphs.at(*i).is_ascii_digit() && !glyphs.before(*i).is_ascii_digit())
            .find_map(|i| {
                let date = date::date(&cx, i, None).filter(|date| date.day && date.year_given)?;
                let Value::At(point) = date.value else { return None };
                let weekday = (date.end..date.end + 3).any(|k| glyphs.has(k, "星期"));
                match point.date {
                    Some(Moment::Day(day)) if weekday => Some(day),
                    _ => None,
                }
            })
    };
    dateline.or_else(head)
}
