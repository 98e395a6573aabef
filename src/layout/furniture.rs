//! What stands on a page and belongs to no article: page heads, folios, imprint and production credits.

use super::lists::{IMPRINT, MASTHEADS, PRODUCTION, SECTIONS, WEEKDAYS, starts};
use super::marks;
use super::signs::{BRACKET, COLON, COMMA, EXCLAMATION, FULL_STOP, Looked, PAUSE, SEMICOLON};
use crate::source::chars::{fold, is_punctuation};

/// A line that belongs to the page rather than to an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Furniture {
    /// The head of a newspaper page: date, weekday, page number. A new page begins here.
    PageHead {
        /// The page's number, if the line gives it.
        page: Option<u32>,
    },
    /// A page number alone.
    Folio,
    /// The name of the newspaper or of the page's subject: 云州日报, 要闻.
    Section,
    /// 责任编辑, 美编, 校对 …
    Production,
    /// Postal code, registration number, telephone of the paper …
    Imprint,
}

impl Furniture {
    /// The rule's name.
    pub fn because(self) -> &'static str {
        match self {
            Furniture::PageHead { .. } | Furniture::Section => "page-head",
            Furniture::Folio => "folio",
            Furniture::Production => "production-credits",
            Furniture::Imprint => "imprint",
        }
    }
}

/// Longest line that can be a page head, in characters.
const PAGE_HEAD: usize = 60;

/// What a line is on the page, if it belongs to no article.
pub fn furniture(looked: &Looked) -> Option<Furniture> {
    let (line, signs) = (looked.text, &looked.signs);
    if signs.length as usize > PAGE_HEAD || signs.has(FULL_STOP | EXCLAMATION) {
        return None;
    }
    // the rest of （下转第3版）
    if !signs.has(BRACKET) && line.ends_with('）') {
        return None;
    }
    let numbered = signs.digits > 0;
    if numbered && is_folio(line) {
        return Some(Furniture::Folio);
    }
    let divided = |word: &str| {
        line[word.len()..].starts_with(['：', ':', '/', '／', ' ', '\u{3000}', '|', '｜', '□', '■'])
    };
    if signs.may_begin(starts::PRODUCTION)
        && !signs.has(COMMA | SEMICOLON)
        && PRODUCTION.beginning(line).any(divided)
    {
        return Some(Furniture::Production);
    }
    if numbered && is_issue(line) {
        return Some(Furniture::Imprint);
    }
    if signs.may_begin(starts::IMPRINT)
        && (numbered || signs.has(COLON) && line.contains('：'))
        && IMPRINT.beginning(line).next().is_some()
    {
        return Some(Furniture::Imprint);
    }
    if signs.has(COMMA | SEMICOLON | PAUSE) { None } else { page_head(line) }
}

/// Longest name of a newspaper, in characters.
const MASTHEAD: usize = 8;

/// Whether a line is the name of the newspaper or of a page's subject, if it stands at the head of a page.
pub fn is_section(line: &str) -> bool {
    let name = line.trim_matches(|c: char| is_punctuation(c) || c == ' ');
    SECTIONS.has(name) || name.chars().count() <= MASTHEAD && MASTHEADS.ending(name).next().is_some()
}

/// 第10235期 今日8版
fn is_issue(line: &str) -> bool {
    let counted = |word: &str| {
        let number = word.strip_prefix("总").unwrap_or(word).strip_prefix(['第', '今', '共']);
        let number = number.map(|rest| rest.trim_start_matches(['日', '天']));
        let number = number.and_then(|rest| rest.strip_suffix(['期', '版', '号']));
        number.is_some_and(|number| !number.is_empty() && number.chars().all(|c| fold(c).is_ascii_digit()))
    };
    line.trim_start().starts_with(['第', '今', '共', '总'])
        && line.split([' ', '\u{3000}']).filter(|word| !word.is_empty()).all(counted)
}

/// 3 — 3 — ·3· 第3版 03版
fn is_folio(line: &str) -> bool {
    let bare = line.trim_matches(|c: char| is_punctuation(c) || c == ' ' || c == '\u{b7}');
    let bare = bare.strip_prefix('第').unwrap_or(bare);
    let bare = bare.strip_suffix(['版', '页']).unwrap_or(bare).trim();
    let bare = bare.strip_prefix(|c: char| c.is_ascii_uppercase()).unwrap_or(bare);
    !bare.is_empty() && bare.chars().count() <= 3 && bare.chars().all(|c| fold(c).is_ascii_digit())
}

/// 2020年3月7日 星期六 第3版 要闻, in a line without clauses.
fn page_head(line: &str) -> Option<Furniture> {
    let has_date = line.match_indices('年').any(|(at, _)| {
        let from = line[..at].char_indices().rev().take(4).last().map_or(0, |(at, _)| at);
        matches!(marks::calendar_day(&line[from..]), Some(((Some(_), _, _), _)))
    });
    if !has_date {
        return None;
    }
    let has_weekday = WEEKDAYS.iter().any(|day| line.contains(day));
    let page = page_number(line);
    (has_weekday || page.is_some()).then_some(Furniture::PageHead { page })
}

/// 第3版, 03版, A2版, 第三版
fn page_number(line: &str) -> Option<u32> {
    let at = line.find("版")?;
    let digits: String =
        line[..at].trim_end().chars().rev().take_while(|c| fold(*c).is_ascii_digit()).collect();
    if !digits.is_empty() && digits.len() <= 9 {
        return digits.chars().rev().map(fold).collect::<String>().parse().ok();
    }
    let start = line[..at].rfind('第')?;
    marks::continuation(&format!("（上接{}版）", &line[start..at])).map(|mark| mark.page)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    #[test]
    fn lines_that_belong_to_the_page() {
        for (line, expected) in [
            ("2020年3月7日 星期六 第3版 要闻", Some(Furniture::PageHead { page: Some(3) })),
            ("03版 2020年3月7日", Some(Furniture::PageHead { page: Some(3) })),
            ("云州日报 2026年5月1日 星期五", Some(Furniture::PageHead { page: None })),
            ("要闻 第十二版 2026年5月1日 星期五", Some(Furniture::PageHead { page: Some(12) })),
            ("— 3 —", Some(Furniture::Folio)),
            ("第3版", Some(Furniture::Folio)),
            ("责任编辑：林一帆 美编：周晓", Some(Furniture::Production)),
            ("新闻热线：021-5555555", Some(Furniture::Imprint)),
            ("第10235期 今日8版", Some(Furniture::Imprint)),
            ("今日头条", None),
            ("2026年工作安排", None),
            ("（2020年3月6日）", None),
            ("编辑部里的一天", None),
            ("2020年3月6日，星期五，会议召开", None),
        ] {
            let source = Source::read(line).unwrap();
            assert_eq!(furniture(&Looked::at(&source)[0]), expected, "{line}");
        }
    }
}
