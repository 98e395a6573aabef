//! Segmentation, tags and sentences.

mod context;
mod cut;
mod lattice;
mod names;
mod numerals;
mod page;
mod sentences;
mod shapes;

use crate::lexicon::Lexicon;
use crate::page::Tokens;
use crate::source::chars;
use cut::Cutter;
pub use sentences::sentences;

/// A word or mark, bytes of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    pub start: u32,
    pub end: u32,
    pub tag: &'static str,
}

/// Cuts a text into words and punctuation marks and tags each. White space is left between tokens.
pub fn tokens(text: &str, lexicon: &Lexicon) -> Tokens {
    let mut words = read(text, lexicon);
    context::retag(text, &mut words);
    Tokens {
        start: words.iter().map(|token| token.start).collect(),
        end: words.iter().map(|token| token.end).collect(),
        tag: words.iter().map(|token| token.tag).collect(),
    }
}

/// Cuts a text into words, punctuation and white space: the pieces, joined, are the text. Gives where each
/// piece ends, in bytes.
pub fn segment(text: &str, lexicon: &Lexicon) -> Vec<u32> {
    let words = read(text, lexicon);
    let mut ends = Vec::with_capacity(words.len() + words.len() / 8);
    let mut at = 0;
    for token in words {
        if token.start > at {
            ends.push(token.start);
        }
        ends.push(token.end);
        at = token.end;
    }
    if (at as usize) < text.len() {
        ends.push(text.len() as u32);
    }
    ends
}

/// The words and marks of a text, with the tags that they have by themselves.
fn read(text: &str, lexicon: &Lexicon) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::with_capacity(text.len() / 4);
    let mut cutter = Cutter::new(text, lexicon);
    let mut runs = Vec::new();
    let mut dotted = false;
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let last = tokens.last().filter(|token| token.end as usize == at);
        dotted |= names::is_dot(c);
        if let Some(length) = lexicon.own_mixed(&text[at..]) {
            let tag = lexicon.tag(&text[at..at + length]).unwrap_or("nz");
            tokens.push(Token { start: at as u32, end: (at + length) as u32, tag });
            at += length;
        } else if chars::is_han(c) {
            let end = cutter.cut(at, text.len(), None, &mut tokens);
            runs.push((at, end));
            at = end;
        } else if is_common_mark(c) {
            let end = shapes::mark(text, at);
            tokens.push(Token { start: at as u32, end: end as u32, tag: "w" });
            at = end;
        } else if chars::is_space(c) || chars::is_line_break(c) || chars::is_invisible(c) {
            at += c.len_utf8();
        } else {
            let after =
                last.map_or(shapes::After::Other, |t| shapes::after(&text[t.start as usize..at], t.tag));
            let (end, tag) = shapes::word_at(text, at, after)
                .unwrap_or_else(|| (shapes::mark(text, at), shapes::other_tag(c)));
            let end = mixed_word(text, at, end, lexicon).unwrap_or(end);
            let mut start = at as u32;
            if tag == "m" && last.is_some_and(|t| &text[t.start as usize..at] == "第") {
                start = tokens.pop().map_or(start, |token| token.start);
            }
            tokens.push(Token { start, end: end as u32, tag });
            at = end;
        }
    }
    let mut tokens = page::read_again(text, tokens, &runs, lexicon, &mut cutter);
    if dotted {
        names::join_dotted(text, &mut tokens);
    }
    tokens
}

/// The marks of which nothing else has to be asked: nearly all.
fn is_common_mark(c: char) -> bool {
    matches!(c, '，' | '。' | '、' | '；' | '：' | '？' | '！' | '“' | '”' | '（' | '）' | '《' | '》')
}

/// 4S店, T恤, AA制: the end of a word of the lexicon that goes on in Han characters.
fn mixed_word(text: &str, start: usize, end: usize, lexicon: &Lexicon) -> Option<usize> {
    if end - start > 24
        || !text[start..].chars().next().is_some_and(|c| chars::is_latin(c) || chars::is_digit(c))
    {
        return None;
    }
    let mut word: String = text[start..end].chars().map(chars::fold).collect();
    let mut longest = None;
    for (at, c) in text[end..].char_indices().take(3).take_while(|(_, c)| chars::is_han(*c)) {
        word.push(c);
        if lexicon.has_word(&word) {
            longest = Some(end + at + c.len_utf8());
        }
    }
    longest
}
