//! Points and stretches of the calendar, and how ISO 8601 and EDTF write them.

use chinese_lunisolar_calendar::{LunisolarDate, SolarDate};
use chrono::{Datelike, Days, NaiveDate, Weekday};
use std::fmt;

/// A place in the calendar with its precision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Moment {
    /// 20世纪, by its first two digits
    Century(i32),
    /// 80年代, by its first year
    Decade(i32),
    Year(i32),
    /// 上半年 is 1
    Half(i32, u32),
    Quarter(i32, u32),
    /// 21 spring … 24 winter
    Season(i32, u32),
    Month(i32, u32),
    /// ISO week
    Week(i32, u32),
    Day(NaiveDate),
}

/// A time of day; minutes and seconds where the text gives them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Clock {
    pub hour: u32,
    pub minute: Option<u32>,
    pub second: Option<u32>,
}

/// A date, a time of day, or both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Point {
    pub date: Option<Moment>,
    pub clock: Option<Clock>,
}

/// What an expression says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value {
    At(Point),
    /// Either end may be open.
    Between(Option<Point>, Option<Point>),
    /// Written out already: a duration, a date of unknown year.
    Written(String),
    /// A time, but the text does not say which.
    Unknown,
}

impl Point {
    pub(super) fn date(moment: Moment) -> Point {
        Point { date: Some(moment), clock: None }
    }
}

impl Value {
    pub(super) fn date(moment: Moment) -> Value {
        Value::At(Point::date(moment))
    }

    /// ISO 8601 or EDTF.
    pub(super) fn edtf(&self) -> Option<String> {
        match self {
            Value::At(point) => Some(point.to_string()),
            Value::Between(from, to) => {
                let end = |point: &Option<Point>| point.map_or("..".into(), |p| p.to_string());
                (from.is_some() || to.is_some()).then(|| format!("{}/{}", end(from), end(to)))
            }
            Value::Written(text) => Some(text.clone()),
            Value::Unknown => None,
        }
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let year = |f: &mut fmt::Formatter<'_>, y: i32| {
            if y < 0 { write!(f, "-{:04}", -y) } else { write!(f, "{y:04}") }
        };
        match *self {
            Moment::Century(c) => write!(f, "{c:02}XX"),
            Moment::Decade(y) => write!(f, "{:03}X", y / 10),
            Moment::Year(y) => year(f, y),
            Moment::Half(y, n) => year(f, y).and_then(|()| write!(f, "-{}", 39 + n)),
            Moment::Quarter(y, n) => year(f, y).and_then(|()| write!(f, "-{}", 32 + n)),
            Moment::Season(y, n) => year(f, y).and_then(|()| write!(f, "-{n}")),
            Moment::Month(y, m) => year(f, y).and_then(|()| write!(f, "-{m:02}")),
            Moment::Week(y, w) => year(f, y).and_then(|()| write!(f, "-W{w:02}")),
            Moment::Day(day) => {
                year(f, day.year()).and_then(|()| write!(f, "-{:02}-{:02}", day.month(), day.day()))
            }
        }
    }
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "T{:02}:{:02}", self.hour, self.minute.unwrap_or(0))?;
        self.second.map_or(Ok(()), |second| write!(f, ":{second:02}"))
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(date) = self.date {
            write!(f, "{date}")?;
        }
        // a clock needs a day to stand on
        match (self.date, self.clock) {
            (Some(Moment::Day(_)) | None, Some(clock)) => write!(f, "{clock}"),
            _ => Ok(()),
        }
    }
}

impl Moment {
    /// The year it lies in.
    pub(super) fn year(self) -> i32 {
        match self {
            Moment::Century(c) => c * 100,
            Moment::Day(day) => day.year(),
            Moment::Decade(y)
            | Moment::Year(y)
            | Moment::Half(y, _)
            | Moment::Quarter(y, _)
            | Moment::Season(y, _)
            | Moment::Month(y, _)
            | Moment::Week(y, _) => y,
        }
    }

    /// Its month, when it is that precise.
    pub(super) fn month(self) -> Option<u32> {
        match self {
            Moment::Month(_, m) => Some(m),
            Moment::Day(day) => Some(day.month()),
            _ => None,
        }
    }

    /// Its first day.
    pub(super) fn first_day(self) -> Option<NaiveDate> {
        let month = |y, m| NaiveDate::from_ymd_opt(y, m, 1);
        match self {
            Moment::Century(c) => month(c * 100, 1),
            Moment::Decade(y) | Moment::Year(y) => month(y, 1),
            Moment::Half(y, n) => month(y, n * 6 - 5),
            Moment::Quarter(y, n) => month(y, n * 3 - 2),
            Moment::Season(y, n) => month(y, (n - 21) * 3 + 3),
            Moment::Month(y, m) => month(y, m),
            Moment::Week(y, w) => NaiveDate::from_isoywd_opt(y, w, Weekday::Mon),
            Moment::Day(day) => Some(day),
        }
    }
}

/// A day of the civil calendar.
pub(super) fn day(year: i32, month: u32, day: u32) -> Option<Moment> {
    NaiveDate::from_ymd_opt(year, month, day).map(Moment::Day)
}

/// The last day of a month.
pub(super) fn last_day(year: i32, month: u32) -> Option<NaiveDate> {
    let (y, m) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    NaiveDate::from_ymd_opt(y, m, 1)?.pred_opt()
}

/// `date` moved by a number of days.
pub(super) fn add_days(date: NaiveDate, days: i64) -> Option<NaiveDate> {
    if days < 0 {
        date.checked_sub_days(Days::new(days.unsigned_abs()))
    } else {
        date.checked_add_days(Days::new(days as u64))
    }
}

/// A month moved by a number of months.
pub(super) fn add_months(year: i32, month: u32, by: i32) -> (i32, u32) {
    let months = year.saturating_mul(12).saturating_add(month as i32 - 1).saturating_add(by);
    (months.div_euclid(12), months.rem_euclid(12) as u32 + 1)
}

/// Monday of the week of a day.
pub(super) fn monday(date: NaiveDate) -> Option<NaiveDate> {
    add_days(date, -i64::from(date.weekday().num_days_from_monday()))
}

/// The ISO week of a day.
pub(super) fn week_of(date: NaiveDate) -> Moment {
    let week = date.iso_week();
    Moment::Week(week.year(), week.week())
}

/// A day of the farmers' calendar (1901–2100).
pub(super) fn lunar(year: i32, month: u32, leap: bool, day: u32) -> Option<NaiveDate> {
    let date = LunisolarDate::from_ymd(
        u16::try_from(year).ok()?,
        u8::try_from(month).ok()?,
        leap,
        u8::try_from(day).ok()?,
    )
    .ok()?;
    let solar: SolarDate = date.to_solar_date();
    Some(solar.to_naive_date())
}

/// The first and the last day of a month of the farmers' calendar.
pub(super) fn lunar_month(year: i32, month: u32) -> Option<(NaiveDate, NaiveDate)> {
    let last = lunar(year, month, false, 30).or_else(|| lunar(year, month, false, 29))?;
    Some((lunar(year, month, false, 1)?, last))
}

/// The day of the solar term 清明 (by the usual formula, 1901–2099).
pub(super) fn qingming(year: i32) -> Option<NaiveDate> {
    let constant = if year < 2000 { 55_900 } else { 48_100 };
    let of_century = year.rem_euclid(100);
    let leaps = if year < 2000 { (of_century - 1) / 4 } else { of_century / 4 };
    NaiveDate::from_ymd_opt(year, 4, u32::try_from((of_century * 2422 + constant) / 10_000 - leaps).ok()?)
}

/// The `n`th weekday (0 Monday … 6 Sunday) of a month.
pub(super) fn nth_weekday(year: i32, month: u32, weekday: u32, n: u32) -> Option<NaiveDate> {
    let weekday = Weekday::try_from(u8::try_from(weekday).ok()?).ok()?;
    NaiveDate::from_weekday_of_month_opt(year, month, weekday, u8::try_from(n).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_written_as_iso_and_edtf() {
        let cases = [
            (Moment::Decade(1980), "198X"),
            (Moment::Century(20), "20XX"),
            (Moment::Year(-220), "-0220"),
            (Moment::Half(2019, 2), "2019-41"),
            (Moment::Quarter(2020, 3), "2020-35"),
            (Moment::Week(2017, 4), "2017-W04"),
            (Moment::Month(2012, 12), "2012-12"),
        ];
        for (moment, written) in cases {
            assert_eq!(moment.to_string(), written);
        }
        assert_eq!(
            Value::Between(Some(Point::date(Moment::Year(2015))), None).edtf().as_deref(),
            Some("2015/..")
        );
    }

    #[test]
    fn farmers_calendar() {
        for (year, month, leap, day, solar) in [
            (2021, 1, false, 1, "2021-02-12"),
            (2020, 8, false, 15, "2020-10-01"),
            (2020, 4, true, 1, "2020-05-23"),
            (2012, 1, false, 15, "2012-02-06"),
        ] {
            assert_eq!(lunar(year, month, leap, day).map(|d| d.to_string()).as_deref(), Some(solar));
        }
        for (year, solar) in [
            (1999, "1999-04-05"),
            (2000, "2000-04-04"),
            (2019, "2019-04-05"),
            (2020, "2020-04-04"),
            (2024, "2024-04-04"),
            (2026, "2026-04-05"),
            (2023, "2023-04-05"),
        ] {
            assert_eq!(qingming(year).map(|d| d.to_string()).as_deref(), Some(solar));
        }
    }
}
