//! Segmentation, tags and sentences.

mod sentences;

use crate::lexicon::Lexicon;
use crate::page::Tokens;
use crate::source::chars;
pub use sentences::sentences;

/// Cuts a text into words and punctuation marks and tags each. White space is left between tokens.
pub fn tokens(text: &str, lexicon: &Lexicon) -> Tokens {
    let mut tokens = Tokens::default();
    each_word(text, lexicon, |start, end, tag| {
        if !text[start..end].trim().is_empty() {
            tokens.start.push(start as u32);
            tokens.end.push(end as u32);
            tokens.tag.push(tag);
        }
    });
    tokens
}

/// Cuts a text into words, punctuation and white space: the pieces, joined, are the text. Gives where each
/// piece ends, in bytes.
pub fn segment(text: &str, lexicon: &Lexicon) -> Vec<u32> {
    let mut ends = Vec::with_capacity(text.len() / 4);
    each_word(text, lexicon, |_, end, _| ends.push(end as u32));
    ends
}

fn each_word(text: &str, lexicon: &Lexicon, mut word: impl FnMut(usize, usize, &'static str)) {
    for tag in lexicon.jieba().tag(text, false) {
        let mut at = tag.byte_start;
        let Some(reading) = lexicon.reading(tag.tag) else {
            word(at, tag.byte_end, shape_tag(tag.word));
            continue;
        };
        for (length, tag) in &reading.parts {
            let end = at + text[at..].chars().take(usize::from(*length)).map(char::len_utf8).sum::<usize>();
            word(at, end, tag);
            at = end;
        }
        word(at, tag.byte_end, reading.tag);
    }
}

/// The tag that the characters give to a string that is no word of the lexicon; `x` for what is no word.
fn shape_tag(word: &str) -> &'static str {
    let first = word.chars().next().unwrap_or(' ');
    if word.chars().all(|c| chars::is_punctuation(c) || chars::is_space(c)) {
        "w"
    } else if word.chars().any(chars::is_digit)
        && word.chars().all(|c| !chars::is_han(c) && !chars::is_latin(c))
    {
        "m"
    } else if chars::is_latin(first) {
        "nx"
    } else if chars::is_han(first) {
        "n"
    } else {
        "x"
    }
}
