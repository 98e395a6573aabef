//! Pasted text -> clean characters that know where they came from.
//!
//! What is kept: every character that can be seen; a radical or a double that looks like a character is written as that
//! character ([`chars::usual`]). What is not: the space that setting put in (indents, letter-spacing, gaps round digits),
//! line breaks, control and invisible formatting characters. Widths are kept as printed; rooms that compare use
//! [`chars::fold`].

pub mod chars;
mod map;
mod spacing;

use crate::error::{Error, ErrorCode};
use chars::{CharSet, is_invisible, is_line_break, is_space, usual};
pub(crate) use map::turn_ascending;
pub use map::{Run, Utf16Index, utf16_length};
use std::sync::LazyLock;

/// Longest text that is read in one call, in UTF-8 bytes (some 11 million characters, over 1,000 pages).
pub const MAX_INPUT_BYTES: usize = 32 << 20;

/// So many bytes have most lines that a column wraps.
const USUAL_LINE: usize = 48;

/// More than one in this many characters being control or replacement characters: not text.
const NOT_TEXT_SHARE: usize = 20;

/// A line of the input that has something on it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// First byte in [`Source::text`].
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// Space before the first character, in half-width columns (an ideographic space counts 2).
    pub indent: u16,
    /// Empty lines just above.
    pub blank_lines: u16,
    /// Whether the line was letter-spaced, as justified setting does to fill a column.
    pub justified: bool,
    /// Whether a form feed (a new sheet, as PDF extractors write it) stands just above.
    pub new_sheet: bool,
}

/// The clean characters of the input, a line a line.
#[derive(Clone, Debug, Default)]
pub struct Source {
    /// The clean characters, `\n` after each line.
    pub text: String,
    /// The lines that are not empty.
    pub lines: Vec<Line>,
    /// Where stretches of the clean text came from, ascending.
    pub runs: Vec<Run>,
    /// Length of the input in UTF-16 code units.
    pub utf16_length: u32,
}

impl Source {
    /// Reads pasted text.
    ///
    /// # Errors
    /// [`ErrorCode::TooLarge`] above [`MAX_INPUT_BYTES`]; [`ErrorCode::NotText`] when the input is mostly
    /// control or replacement characters.
    pub fn read(input: &str) -> Result<Source, Error> {
        check_size(input)?;
        let mut reader = LineReader::new();
        reader.source.text.reserve(input.len());
        reader.source.lines.reserve(input.len() / USUAL_LINE);
        reader.source.runs.reserve(input.len() / USUAL_LINE);
        let (mut utf8, mut utf16) = (0usize, 0u32);
        while utf8 < input.len() {
            utf8 += reader.line(&input[utf8..], utf8 as u32, &mut utf16);
            if let Some(break_char) = input[utf8..].chars().next() {
                reader.line_break(break_char);
                utf8 += break_char.len_utf8();
                utf16 += 1;
            }
        }
        let mut source = reader.source;
        source.utf16_length = utf16;
        check_text(input, reader.odd)?;
        Ok(source)
    }

    /// The line that holds an offset of the input, in UTF-16 code units; the last one above it where none does.
    pub fn line_at(&self, utf16: u32) -> Option<usize> {
        // every line begins with a run of its own
        let run = self.runs.partition_point(|run| run.utf16 <= utf16).max(1).checked_sub(1)?;
        let clean = self.runs.get(run)?.clean;
        self.lines.partition_point(|line| line.start <= clean).checked_sub(1)
    }

    /// The clean characters of a line.
    pub fn line(&self, line: &Line) -> &str {
        &self.text[line.start as usize..line.end as usize]
    }
}

/// Refuses what is longer than [`MAX_INPUT_BYTES`].
pub(crate) fn check_size(input: &str) -> Result<(), Error> {
    if input.len() > MAX_INPUT_BYTES {
        let message = format!(
            "The text has {:.0} MB; at most {} MB are read at once. Give it in pieces, a page or an issue at a time.",
            input.len() as f64 / 1e6,
            MAX_INPUT_BYTES >> 20
        );
        return Err(Error::new(ErrorCode::TooLarge, message));
    }
    Ok(())
}

/// Refuses what has many `odd` characters.
fn check_text(input: &str, odd: usize) -> Result<(), Error> {
    if odd > 2 && odd * NOT_TEXT_SHARE > input.chars().count() {
        let message = "This is not text: it has too many control or undecodable characters. \
            Open the file in the program it belongs to, copy its text and paste that.";
        return Err(Error::new(ErrorCode::NotText, message));
    }
    Ok(())
}

/// Characters that are kept as they are and part nothing: nearly all.
fn plain() -> &'static CharSet {
    static PLAIN: LazyLock<CharSet> = LazyLock::new(|| {
        let special =
            |c: char| is_space(c) || is_line_break(c) || is_invisible(c) || is_odd(c) || usual(c) != c;
        CharSet::new(('\0'..='\u{ffff}').filter(|c| !special(*c)))
    });
    &PLAIN
}

/// A control or replacement character: text has none.
fn is_odd(c: char) -> bool {
    c == '\u{fffd}' || (c.is_control() && !is_line_break(c) && c != '\t')
}

/// A character of a line with its place in the input.
#[derive(Clone, Copy)]
struct Char {
    c: char,
    utf8: u32,
    utf16: u32,
}

struct LineReader {
    source: Source,
    plain: &'static CharSet,
    /// How many characters were [odd](is_odd).
    odd: usize,
    blank_lines: u16,
    new_sheet: bool,
    was_carriage_return: bool,
    chars: Vec<Char>,
}

impl LineReader {
    fn new() -> LineReader {
        LineReader {
            source: Source::default(),
            plain: plain(),
            odd: 0,
            blank_lines: 0,
            new_sheet: false,
            was_carriage_return: false,
            chars: Vec::new(),
        }
    }

    /// A line that is empty only because CRLF was cut in two is no line.
    fn line_break(&mut self, c: char) {
        self.was_carriage_return = c == '\r';
        self.new_sheet |= c == '\u{c}';
    }

    /// Reads the line that begins `rest`, and gives its length in bytes.
    fn line(&mut self, rest: &str, utf8: u32, utf16: &mut u32) -> usize {
        // after the indent most lines have plain characters only: they are taken whole
        let indent = rest.len() - rest.trim_start_matches('\u{3000}').len();
        let after = &rest[indent..];
        let length = self.plain_length(after);
        let next = after[length..].chars().next();
        if length > 0 && next.is_none_or(is_line_break) {
            let line = &after[..length];
            *utf16 += indent as u32 / 3;
            self.source.runs.push(Run {
                clean: self.source.text.len() as u32,
                utf8: utf8 + indent as u32,
                utf16: *utf16,
            });
            let start = self.source.text.len() as u32;
            self.source.text.push_str(line);
            self.end_line(start, u16::try_from(indent / 3 * 2).unwrap_or(u16::MAX), false);
            *utf16 += utf16_length(line);
            return indent + length;
        }
        let plain = indent + length;
        let length = rest[plain..].find(is_line_break).map_or(rest.len(), |more| plain + more);
        self.mixed_line(&rest[..length], utf8, utf16);
        length
    }

    /// How many bytes of plain characters a text begins with.
    fn plain_length(&self, text: &str) -> usize {
        let bytes = text.as_bytes();
        let mut at = 0;
        while let Some(first) = bytes.get(at) {
            // the first bytes of nearly all Chinese characters, which are plain
            if matches!(first, 0xe5..=0xe9) {
                at += 3;
                continue;
            }
            let next = text[at..].chars().next().filter(|c| self.plain.has(*c));
            let Some(c) = next else { break };
            at += c.len_utf8();
        }
        at
    }

    fn mixed_line(&mut self, line: &str, utf8: u32, utf16: &mut u32) {
        self.chars.clear();
        let mut at = utf8;
        let mut indent = 0u16;
        for c in line.chars() {
            if self.plain.has(c) {
                self.chars.push(Char { c, utf8: at, utf16: *utf16 });
            } else if is_invisible(c) {
                // dropped, but its place in the input is counted
                self.odd += usize::from(is_odd(c));
            } else if self.chars.is_empty() && is_space(c) {
                indent = indent.saturating_add(if c == '\u{3000}' { 2 } else { 1 });
            } else {
                self.odd += usize::from(is_odd(c));
                self.chars.push(Char { c: usual(c), utf8: at, utf16: *utf16 });
            }
            at += c.len_utf8() as u32;
            *utf16 += c.len_utf16() as u32;
        }
        while self.chars.last().is_some_and(|last| is_space(last.c)) {
            self.chars.pop();
        }
        if self.chars.is_empty() {
            let inside_crlf = line.is_empty() && std::mem::take(&mut self.was_carriage_return);
            self.blank_lines = self.blank_lines.saturating_add(u16::from(!inside_crlf));
            return;
        }
        let justified = spacing::close_up(&mut self.chars);
        self.keep(indent, justified);
    }

    fn keep(&mut self, indent: u16, justified: bool) {
        let Source { text, runs, .. } = &mut self.source;
        let start = text.len() as u32;
        for ch in &self.chars {
            let here = Run { clean: text.len() as u32, utf8: ch.utf8, utf16: ch.utf16 };
            let continues = runs.last().is_some_and(|run: &Run| {
                here.clean - run.clean == here.utf8 - run.utf8 && text.len() > start as usize
            });
            if !continues {
                runs.push(here);
            }
            text.push(ch.c);
        }
        self.end_line(start, indent, justified);
    }

    fn end_line(&mut self, start: u32, indent: u16, justified: bool) {
        let Source { text, lines, .. } = &mut self.source;
        let (blank_lines, new_sheet) = (self.blank_lines, self.new_sheet);
        lines.push(Line { start, end: text.len() as u32, indent, blank_lines, justified, new_sheet });
        text.push('\n');
        (self.blank_lines, self.new_sheet, self.was_carriage_return) = (0, false, false);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(input: &str) -> Vec<String> {
        let source = Source::read(input).unwrap();
        source.lines.iter().map(|line| source.line(line).to_string()).collect()
    }

    #[test]
    fn windows_line_ends_make_no_blank_lines() {
        let source = Source::read("甲\r\n乙\r\n\r\n丙\r丁").unwrap();
        let blanks: Vec<u16> = source.lines.iter().map(|line| line.blank_lines).collect();
        assert_eq!(blanks, [0, 0, 1, 0]);
    }

    #[test]
    fn invisible_characters_are_not_kept() {
        assert_eq!(lines("\u{feff}甲\u{200b}乙\u{0}\u{202e}丙"), ["甲乙丙"]);
    }

    #[test]
    fn radicals_and_doubles_are_the_characters_they_look_like() {
        assert_eq!(lines("⼈⺠⽇报 ⾦年"), ["人民日报 金年"]);
        let source = Source::read("⽇报").unwrap();
        assert_eq!(source.runs.len(), 1);
    }

    #[test]
    fn letters_with_loose_marks_stay_as_they_are() {
        assert_eq!(lines("cafe\u{301}店"), ["cafe\u{301}店"]);
    }

    #[test]
    fn indents_are_measured_in_half_width_columns() {
        let source = Source::read("　　甲\n  乙\n\t丙").unwrap();
        assert_eq!(source.lines.iter().map(|line| line.indent).collect::<Vec<_>>(), [4, 2, 1]);
    }

    #[test]
    fn binary_is_refused_with_a_sentence() {
        let error = Source::read("PK\u{3}\u{4}\u{0}\u{0}\u{1}\u{2}\u{fffd}\u{fffd}").unwrap_err();
        assert_eq!(error.code, ErrorCode::NotText);
        assert!(error.message.contains("paste"));
    }

    #[test]
    fn a_line_is_found_by_an_offset_of_the_input() {
        let source = Source::read("\n  甲乙\n\n丙 丁 X\n").unwrap();
        let found: Vec<Option<usize>> = (0..12).map(|at| source.line_at(at)).collect();
        assert_eq!(found[..7], [Some(0); 7]);
        assert_eq!(found[7..], [Some(1); 5]);
        assert_eq!(Source::read("").unwrap().line_at(3), None);
    }

    #[test]
    fn an_empty_text_has_no_lines() {
        assert!(Source::read("").unwrap().lines.is_empty());
        assert!(Source::read(" \n　\n").unwrap().lines.is_empty());
    }
}
