//! When a numeral is part of a word and states no quantity.

use super::Scan;
use crate::extract::numbers::glyphs::WordList;
use std::sync::OnceLock;

static WORDS: &str = include_str!("../../../lexicon/numeral_words.txt");

fn words() -> &'static WordList {
    static TABLE: OnceLock<WordList> = OnceLock::new();
    TABLE.get_or_init(|| WordList::new(WORDS))
}

/// Whether the glyphs `start..end` lie within a word of the list that contains a numeral.
pub(super) fn inside_word(scan: &Scan, start: usize, end: usize) -> bool {
    words().covers(scan.glyphs, start, end)
}

/// Whether the words of the text hold the glyphs `start..end` inside a longer word that is no number.
pub(super) fn inside_token(scan: &Scan, start: usize, end: usize) -> bool {
    let (from, to) = scan.glyphs.bytes(start, end);
    [scan.token_at(from), scan.token_at(to - 1)].into_iter().flatten().any(|token| {
        let tokens = scan.reading.tokens;
        let (token_start, token_end, tag) = (tokens.start[token], tokens.end[token], tokens.tag[token]);
        let beyond = token_start < from || token_end > to;
        let number = matches!(tag.as_bytes().first(), Some(b'm' | b'q' | b't' | b'x' | b'w')) || tag == "nx";
        beyond && !number
    })
}

/// Whether a unit glyph begins a longer word: 部 in 部门, 家 in 家庭.
pub(super) fn begins_word(scan: &Scan, start: usize, end: usize) -> bool {
    let (from, to) = scan.glyphs.bytes(start, end);
    scan.token_at(from).is_some_and(|token| {
        let tokens = scan.reading.tokens;
        let tag = tokens.tag[token];
        tokens.start[token] == from
            && tokens.end[token] > to
            && !matches!(tag.as_bytes().first(), Some(b'q' | b'm'))
    })
}

/// Whether the glyphs stand in a short quoted name: “三区三州”, “四个全面”. A quoted number alone is a number.
pub(super) fn in_quoted_name(scan: &Scan, start: usize, end: usize) -> bool {
    /// A quoted name is at most this long.
    const NAME: usize = 14;
    let wall = |c: char| matches!(c, '\n' | '。' | '！' | '!' | ';' | ',' | '?');
    let open = (start.saturating_sub(NAME)..start)
        .rev()
        .map(|k| (k, scan.glyphs.at(k)))
        .find(|(_, c)| wall(*c) || matches!(c, '“' | '”' | '「' | '」' | '"'));
    let Some((open, '“' | '「' | '"')) = open else { return false };
    let close = (end..end + NAME)
        .map(|k| (k, scan.glyphs.at(k)))
        .find(|(_, c)| wall(*c) || matches!(c, '“' | '”' | '「' | '」' | '"'));
    let Some((close, '”' | '」' | '"')) = close else { return false };
    close - open <= NAME && !(open + 1 == start && close == end)
}
