//! What the characters of a line show, seen in one pass over it.
//!
//! Most questions about a line are answered by the marks that it does not have.

use super::columns::Width;
use super::lists;
use crate::source::chars::{fold, is_closing, is_digit, is_han, is_opening, is_punctuation, is_sentence_end};
use crate::source::{Line, Source};

/// A set of marks, a bit for each kind.
pub type Marks = u16;

/// 。
pub const FULL_STOP: Marks = 1;
/// ！？
pub const EXCLAMATION: Marks = 1 << 1;
/// ；
pub const SEMICOLON: Marks = 1 << 2;
/// ，
pub const COMMA: Marks = 1 << 3;
/// 、
pub const PAUSE: Marks = 1 << 4;
/// ：:
pub const COLON: Marks = 1 << 5;
/// —
pub const DASH: Marks = 1 << 6;
/// “
pub const QUOTATION: Marks = 1 << 7;
/// 《
pub const TITLE: Marks = 1 << 8;
/// （
pub const BRACKET: Marks = 1 << 9;
/// Ends a sentence, in any width.
pub const SENTENCE_END: Marks = 1 << 10;
/// Any other character that is no Chinese one.
pub const OTHER: Marks = 1 << 11;

/// A line of the source and what its characters show.
#[derive(Clone, Copy)]
pub struct Looked<'a> {
    /// Its characters.
    pub text: &'a str,
    /// Where and how it stands.
    pub line: &'a Line,
    /// What they show.
    pub signs: Signs,
}

impl Looked<'_> {
    /// Looks at every line.
    pub fn at(source: &Source) -> Vec<Looked<'_>> {
        let look = |line| {
            let text = source.line(line);
            Looked { text, line, signs: Signs::of(text) }
        };
        source.lines.iter().map(look).collect()
    }
}

/// What the characters of a line show.
#[derive(Clone, Copy, Debug, Default)]
pub struct Signs {
    /// Length in characters.
    pub length: u32,
    /// Chinese characters before the first other one.
    pub han_first: u32,
    /// … and their bytes.
    pub first_other: usize,
    /// What its first character may begin, see [`lists::starts`].
    pub starts: u16,
    /// What its last character may end, see [`lists::ends`].
    pub ends: u16,
    /// See [`Width`].
    pub width: Width,
    /// The marks that stand in it.
    pub marks: Marks,
    /// Brackets opened and not closed.
    pub opens: u8,
    /// Quotation marks opened and not closed.
    pub opens_quote: u8,
    /// Brackets or quotation marks closed and not opened.
    pub closes: u8,
    /// 。；！？
    pub stops: u8,
    /// ，：
    pub commas: u8,
    /// Digits.
    pub digits: u32,
    /// Runs of digits.
    pub numbers: u32,
    /// Space between words or cells.
    pub spaces: u32,
}

impl Signs {
    /// Reads a line.
    pub fn of(text: &str) -> Signs {
        let mut signs = Signs::default();
        let mut pass = Pass { brackets: 0, quotes: 0, in_number: false, min: 0, max: 0 };
        let bytes = text.as_bytes();
        let (mut at, mut han, mut others) = (0, 0, 0);
        while at < bytes.len() {
            // the first bytes of nearly all Chinese characters
            if matches!(bytes[at], 0xe5..=0xe9) {
                (at, han, pass.in_number) = (at + 3, han + 1, false);
                continue;
            }
            let Some(c) = text[at..].chars().next() else { break };
            if is_han(c) {
                (at, han, pass.in_number) = (at + c.len_utf8(), han + 1, false);
                continue;
            }
            if others == 0 {
                (signs.han_first, signs.first_other) = (han, at);
            }
            at += c.len_utf8();
            others += 1;
            signs.count(c, &mut pass);
        }
        if others == 0 {
            (signs.han_first, signs.first_other) = (han, at);
        }
        signs.starts = lists::starts(text.chars().next());
        signs.ends = lists::ends(text.chars().next_back());
        signs.length = han + others;
        signs.opens = pass.brackets.min(9) as u8;
        signs.opens_quote = pass.quotes.min(9) as u8;
        // in tenths of an em
        let (min, max) = (pass.min + han * 10, pass.max + han * 10);
        signs.width = Width { min: min / 5, max: max.div_ceil(5) };
        signs
    }

    fn count(&mut self, c: char, pass: &mut Pass) {
        // the most frequent first
        let marks = match c {
            '，' => {
                self.commas = self.commas.saturating_add(1);
                COMMA
            }
            '。' => {
                self.stops = self.stops.saturating_add(1);
                FULL_STOP | SENTENCE_END
            }
            '、' => PAUSE,
            '“' => {
                pass.quotes += 1;
                QUOTATION
            }
            '”' => {
                self.close(&mut pass.quotes);
                OTHER
            }
            '（' | '《' => {
                pass.brackets += 1;
                if c == '（' { BRACKET } else { TITLE }
            }
            '）' | '》' => {
                self.close(&mut pass.brackets);
                OTHER
            }
            '0'..='9' => {
                (pass.min, pass.max) = (pass.min + 5, pass.max + 6);
                self.digits += 1;
                self.numbers += u32::from(!pass.in_number);
                self.marks |= OTHER;
                pass.in_number = true;
                return;
            }
            _ => return self.count_other(c, pass),
        };
        (pass.min, pass.max, pass.in_number) = (pass.min + 5, pass.max + 10, false);
        self.marks |= marks;
    }

    fn count_other(&mut self, c: char, pass: &mut Pass) {
        let (narrow, wide) = match c {
            ' ' => (2, 5),
            '%' | 'm' | 'w' | 'A'..='Z' => (5, 9),
            _ if c.is_ascii() => (3, 6),
            _ if is_punctuation(c) || fold(c) != c => (5, 10),
            _ => (10, 10),
        };
        (pass.min, pass.max) = (pass.min + narrow, pass.max + wide);
        let digit = is_digit(c);
        self.digits += u32::from(digit);
        self.numbers += u32::from(digit && !pass.in_number);
        pass.in_number = digit;
        self.marks |= match c {
            '：' | ':' => COLON,
            '；' => SEMICOLON,
            '！' | '？' => EXCLAMATION | SENTENCE_END,
            '—' => DASH,
            _ if is_sentence_end(c) => SENTENCE_END,
            _ => OTHER,
        };
        match c {
            ',' | '：' => self.commas = self.commas.saturating_add(1),
            '；' | '！' | '？' => self.stops = self.stops.saturating_add(1),
            ' ' | '\u{3000}' | '\t' => self.spaces += 1,
            '‘' | '「' | '『' => pass.quotes += 1,
            '’' | '」' | '』' => self.close(&mut pass.quotes),
            _ if is_opening(c) => pass.brackets += 1,
            _ if is_closing(c) => self.close(&mut pass.brackets),
            _ => {}
        }
    }

    fn close(&mut self, open: &mut u32) {
        match open.checked_sub(1) {
            Some(left) => *open = left,
            None => self.closes = self.closes.saturating_add(1),
        }
    }

    /// Whether one of these marks stands in the line.
    pub fn has(&self, marks: Marks) -> bool {
        self.marks & marks != 0
    }

    /// Whether its first character may begin one of these.
    pub fn may_begin(&self, starts: u16) -> bool {
        self.starts & starts != 0
    }

    /// Whether its last character may end one of these.
    pub fn may_end(&self, ends: u16) -> bool {
        self.ends & ends != 0
    }

    /// Whether all characters are Chinese ones.
    pub fn is_han(&self) -> bool {
        self.marks == 0
    }
}

/// What is carried from character to character.
struct Pass {
    brackets: u32,
    quotes: u32,
    in_number: bool,
    min: u32,
    max: u32,
}
