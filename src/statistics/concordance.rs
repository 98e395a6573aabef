//! Every place where a word or a pattern stands, with what stands around it (KWIC).

use super::Words;
use crate::error::{Error, ErrorCode};
use crate::page::Offsets;
use crate::sorting;
use crate::source::chars::is_line_break;
use regex_lite::{Regex, RegexBuilder};
use serde::{Deserialize, Serialize};

/// What to look for.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Query {
    /// A word as the text is cut.
    Word(String),
    /// A string wherever it stands.
    Text(String),
    /// A regular expression, in the syntax of the Rust crate `regex-lite`: no look-around, no back-references.
    Pattern(String),
}

/// The order of the lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Sort {
    /// As they stand in the text.
    #[default]
    Position,
    /// By the words before, from the nearest.
    Left,
    /// By the words after, from the nearest.
    Right,
}

/// A line of the concordance: `text[left..start]` stands before, `text[start..end]` is what was looked for,
/// `text[end..right]` stands after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Line {
    /// Where the context before begins.
    pub left: u32,
    /// First offset of what was found.
    pub start: u32,
    /// One past its last offset.
    pub end: u32,
    /// Where the context after ends.
    pub right: u32,
}

impl Offsets for Line {
    fn each_offset(&mut self, f: &mut dyn FnMut(&mut u32)) {
        [&mut self.left, &mut self.start, &mut self.end, &mut self.right].into_iter().for_each(f);
    }
}

/// Most characters of context to each side.
const WIDEST: usize = 500;
/// Words that are compared when lines are sorted.
const COMPARED: usize = 5;
/// A compiled pattern may take this many bytes.
const PATTERN_BYTES: usize = 1 << 20;

/// The lines for a query, each with at most `width` characters of context to each side, within the paragraph. A pattern
/// is looked for in one paragraph after the other.
///
/// # Errors
/// [`ErrorCode::BadOption`] for a pattern that cannot be read.
pub fn concordance(words: Words, query: &Query, width: usize, sort: Sort) -> Result<Vec<Line>, Error> {
    let spans: Vec<(usize, usize)> = match query {
        Query::Word(word) => {
            let found = words.words().filter(|(_, other)| *other == word);
            found.map(|(i, _)| (words.tokens.start[i] as usize, words.tokens.end[i] as usize)).collect()
        }
        Query::Text(text) if text.is_empty() => Vec::new(),
        Query::Text(text) => {
            words.text.match_indices(text.as_str()).map(|(at, found)| (at, at + found.len())).collect()
        }
        Query::Pattern(pattern) => {
            let pattern = compile(pattern)?;
            let mut spans = Vec::new();
            let mut at = 0;
            for paragraph in words.text.split_inclusive(is_line_break) {
                let found = pattern.find_iter(paragraph).map(|found| (at + found.start(), at + found.end()));
                spans.extend(found.filter(|(start, end)| start < end));
                at += paragraph.len();
            }
            spans
        }
    };
    let width = width.min(WIDEST);
    let lines: Vec<Line> =
        spans.into_iter().map(|(start, end)| line(words.text, start, end, width)).collect();
    let key = match sort {
        Sort::Position => return Ok(lines),
        Sort::Left => before,
        Sort::Right => after,
    };
    let mut keyed: Vec<_> = lines.into_iter().map(|line| (key(words, &line), line)).collect();
    sorting::by(&mut keyed, |a, b| a.0.cmp(&b.0));
    Ok(keyed.into_iter().map(|(_, line)| line).collect())
}

fn compile(pattern: &str) -> Result<Regex, Error> {
    RegexBuilder::new(pattern).size_limit(PATTERN_BYTES).build().map_err(|error| {
        Error::new(
            ErrorCode::BadOption,
            format!("The pattern {pattern} cannot be read: {error}. Mend it or search for a word."),
        )
    })
}

fn line(text: &str, start: usize, end: usize, width: usize) -> Line {
    let inside = |c: &(usize, char)| !is_line_break(c.1);
    let left =
        text[..start].char_indices().rev().take_while(inside).take(width).last().map_or(start, |(at, _)| at);
    let right = text[end..].char_indices().take_while(inside).take(width).last();
    let right = right.map_or(end, |(at, c)| end + at + c.len_utf8());
    Line { left: left as u32, start: start as u32, end: end as u32, right: right as u32 }
}

/// The words before, the nearest first.
fn before<'a>(words: Words<'a>, line: &Line) -> Vec<&'a str> {
    let last = words.tokens.end.partition_point(|end| *end <= line.start);
    (0..last).rev().take(COMPARED).map(|i| words.word(i)).collect()
}

fn after<'a>(words: Words<'a>, line: &Line) -> Vec<&'a str> {
    let first = words.tokens.start.partition_point(|start| *start < line.end);
    (first..words.len()).take(COMPARED).map(|i| words.word(i)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::testing;

    fn shown(text: &str, lines: &[Line]) -> Vec<String> {
        let slice = |from: u32, to: u32| &text[from as usize..to as usize];
        lines
            .iter()
            .map(|l| {
                format!("{}[{}]{}", slice(l.left, l.start), slice(l.start, l.end), slice(l.end, l.right))
            })
            .collect()
    }

    #[test]
    fn lines_with_context() {
        let (text, tokens) =
            testing::words("新/a 大桥/n 建成/v 。/w 旧/a 大桥/n 拆除/v 。/w \n/w 大桥头/n 村/n");
        let words = Words { text: &text, tokens: &tokens };
        let run = |query: &Query, sort| concordance(words, query, 2, sort).map(|lines| shown(&text, &lines));
        let all = [
            (Query::Word("大桥".into()), Sort::Position, vec!["新[大桥]建成", "。旧[大桥]拆除"]),
            (Query::Word("大桥".into()), Sort::Left, vec!["新[大桥]建成", "。旧[大桥]拆除"]),
            (Query::Word("大桥".into()), Sort::Right, vec!["新[大桥]建成", "。旧[大桥]拆除"]),
            (
                Query::Text("大桥".into()),
                Sort::Position,
                vec!["新[大桥]建成", "。旧[大桥]拆除", "[大桥]头村"],
            ),
            (Query::Pattern("[新旧]大.".into()), Sort::Position, vec!["[新大桥]建成", "成。[旧大桥]拆除"]),
            (Query::Pattern("x*".into()), Sort::Position, vec![]),
            (Query::Text("".into()), Sort::Position, vec![]),
        ];
        for (query, sort, expected) in all {
            assert_eq!(run(&query, sort).unwrap(), expected, "{query:?} {sort:?}");
        }
        assert_eq!(run(&Query::Pattern("(".into()), Sort::Position).unwrap_err().code, ErrorCode::BadOption);
    }

    #[test]
    fn lines_are_sorted_by_their_neighbours() {
        let (text, tokens) = testing::words("乙/n 桥/n 丙/n 。/w 甲/n 桥/n 丁/n 。/w");
        let words = Words { text: &text, tokens: &tokens };
        let starts = |sort| -> Vec<u32> {
            concordance(words, &Query::Word("桥".into()), 1, sort)
                .unwrap()
                .iter()
                .map(|line| line.start)
                .collect()
        };
        // 丁 U+4E01 stands before 丙 U+4E19, 乙 U+4E59 before 甲 U+7532
        assert_eq!(
            (starts(Sort::Position), starts(Sort::Left), starts(Sort::Right)),
            (vec![3, 15], vec![3, 15], vec![15, 3])
        );
    }
}
