//! The day the page was published, and days that name no year.

use super::furniture::Furniture;
use super::marks;
use crate::source::Source;

/// A civil day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    /// Year.
    pub year: u32,
    /// Month, 1 to 12.
    pub month: u32,
    /// Day of the month.
    pub day: u32,
}

impl Day {
    /// Reads ISO 8601 (`2020-03-07`).
    pub fn parse(text: &str) -> Option<Day> {
        let mut parts = text.splitn(3, '-').map(|part| part.parse().ok());
        let day = Day { year: parts.next()??, month: parts.next()??, day: parts.next()?? };
        (text.len() == 10 && (1..=12).contains(&day.month) && (1..=day.month_length()).contains(&day.day))
            .then_some(day)
    }

    /// How many days its month has.
    fn month_length(self) -> u32 {
        let leap =
            self.year.is_multiple_of(4) && !self.year.is_multiple_of(100) || self.year.is_multiple_of(400);
        match self.month {
            2 => 28 + u32::from(leap),
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        }
    }

    /// As ISO 8601.
    pub fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }

    /// The latest day with this month and day that is not after this one, give or take a few days: a paper
    /// reports what was, but may carry the next day's date.
    pub fn latest(self, month: u32, day: u32) -> Day {
        let ahead = (month, day) > (self.month, self.day) && !(month == self.month && day <= self.day + 7);
        Day { year: self.year - u32::from(ahead && self.year > 0), month, day }
    }
}

/// The day that the page prints of itself: in its head, else in a line of its own such as （2020年3月6日）.
pub(super) fn printed(source: &Source, furniture: &[(usize, Furniture)]) -> Option<Day> {
    let heads = furniture.iter().filter(|(_, found)| matches!(found, Furniture::PageHead { .. }));
    let in_head = heads.filter_map(|(at, _)| full_day(source.line(&source.lines[*at]))).next();
    in_head.or_else(|| {
        let alone = |line: &str| {
            let inside = line.trim_matches(|c| matches!(c, '（' | '）' | '(' | ')'));
            full_day(inside).filter(|_| inside.chars().count() <= 11)
        };
        source.lines.iter().find_map(|line| alone(source.line(line)))
    })
}

/// The first day with a year in a line.
fn full_day(line: &str) -> Option<Day> {
    line.match_indices('年').find_map(|(at, _)| {
        let from = line[..at].char_indices().rev().take(4).last()?.0;
        match marks::calendar_day(&line[from..])?.0 {
            (Some(year), month, day) if (1800..2200).contains(&year) => Some(Day { year, month, day }),
            _ => None,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::super::signs::Looked;
    use super::*;

    #[test]
    fn a_day_without_a_year_is_the_latest_one() {
        let published = Day::parse("2020-03-07").unwrap();
        for (month, day, expected) in
            [(3, 6, "2020-03-06"), (12, 30, "2019-12-30"), (3, 8, "2020-03-08"), (4, 1, "2019-04-01")]
        {
            assert_eq!(published.latest(month, day).iso(), expected);
        }
    }

    #[test]
    fn days_are_read_strictly() {
        for text in ["2020-3-7", "2020-13-01", "20200307", "", "2020-03-07T00", "2020-02-30", "2021-02-29"] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
    }

    #[test]
    fn the_page_prints_its_day() {
        let day = |text: &str| {
            let source = Source::read(text).unwrap();
            printed(&source, &crate::layout::set_furniture_aside(&Looked::at(&source)).1).map(Day::iso)
        };
        assert_eq!(day("云州日报 2026年5月1日 星期五\n正文。").as_deref(), Some("2026-05-01"));
        assert_eq!(day("在大会上的讲话\n（2020年3月6日）\n正文。").as_deref(), Some("2020-03-06"));
        assert_eq!(day("2020年3月6日，会议召开。"), None);
    }
}
