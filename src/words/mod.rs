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
    let mut at = 0;
    for tag in lexicon.jieba().tag(text, false) {
        let end = at + tag.word.len();
        word(at, end, known_tag(tag.word, tag.tag));
        at = end;
    }
}

/// The tag of a word: the lexicon's, or one that its characters give. `x` is left for what is no word.
fn known_tag(word: &str, tag: &str) -> &'static str {
    if tag != "x" {
        return TAGS.iter().find(|known| **known == tag).copied().unwrap_or("n");
    }
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

/// The PKU tags, as the lexicon uses them.
static TAGS: &[&str] = &[
    "a", "ad", "ag", "an", "b", "c", "d", "df", "dg", "e", "eng", "f", "g", "h", "i", "j", "k", "l", "m",
    "mg", "mq", "n", "ng", "nr", "nrfg", "nrt", "ns", "nt", "nx", "nz", "o", "p", "q", "qg", "r", "rg", "rr",
    "rz", "s", "t", "tg", "u", "ud", "ug", "uj", "ul", "uv", "uz", "v", "vd", "vg", "vi", "vn", "vq", "w",
    "x", "y", "yg", "z", "zg",
];
