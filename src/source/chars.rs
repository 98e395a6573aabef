//! What kind of character this is. One place, so that all rooms agree.

use crate::lists;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// A Chinese character, in any of the Unicode blocks that hold them, and 〇 々.
#[inline]
pub fn is_han(c: char) -> bool {
    // the block of nearly all first: one comparison
    matches!(c, '\u{4e00}'..='\u{9fff}') || is_rare_han(c)
}

fn is_rare_han(c: char) -> bool {
    matches!(c, '\u{3005}' | '\u{3007}' | '\u{3400}'..='\u{4dbf}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}' | '\u{2e80}'..='\u{2fdf}')
}

/// The half-width form of a full-width ASCII character, else the character itself.
pub fn fold(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        _ => c,
    }
}

/// The usual character for a radical or a double of one that looks the same, else the character itself.
pub fn usual(c: char) -> char {
    match c {
        '\u{2e80}'..='\u{2fd5}' | '\u{f900}'..='\u{fad9}' => SAME_LOOKING.get(&c).copied().unwrap_or(c),
        _ => c,
    }
}

/// What is pasted and what is read, see the list.
static SAME_LOOKING: LazyLock<FxHashMap<char, char>> = LazyLock::new(|| {
    let list = include_str!("../../lexicon/same-looking-characters.txt");
    lists::words(list).filter_map(|pair| pair.chars().next().zip(pair.chars().nth(1))).collect()
});

/// A digit, half-width or full-width.
pub fn is_digit(c: char) -> bool {
    fold(c).is_ascii_digit()
}

/// A Latin letter, half-width or full-width.
pub fn is_latin(c: char) -> bool {
    fold(c).is_ascii_alphabetic() || matches!(c, '\u{c0}'..='\u{24f}')
}

/// Space of any width that may separate words within a line.
pub fn is_space(c: char) -> bool {
    // nothing wider than the ideographic space
    c <= '\u{3000}' && c.is_whitespace() && !is_line_break(c)
}

/// A character that ends a line.
pub fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// A control or formatting character that nobody sees; it counts as space and is not kept.
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{0}'..='\u{8}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{84}' | '\u{86}'..='\u{9f}' | '\u{ad}'
        | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

/// Punctuation of Chinese text, and its half-width stand-ins.
pub fn is_punctuation(c: char) -> bool {
    c.is_ascii_punctuation()
        || matches!(c, '\u{a1}'..='\u{bf}' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}' | '\u{3001}'..='\u{3003}'
            | '\u{3008}'..='\u{301f}' | '\u{3030}' | '\u{30fb}' | '\u{fe10}'..='\u{fe6f}' | '\u{ff01}'..='\u{ff0f}'
            | '\u{ff1a}'..='\u{ff20}' | '\u{ff3b}'..='\u{ff40}' | '\u{ff5b}'..='\u{ff65}')
}

/// Ends a sentence.
pub fn is_sentence_end(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '!' | '?' | '…' | '．')
}

/// The characters of a text that may be marks or line breaks, with their places: Chinese characters, letters and digits,
/// as the first byte tells them, are stepped over without looking.
pub fn marks(text: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    let bytes = text.as_bytes();
    let mut next = 0;
    std::iter::from_fn(move || {
        loop {
            let at = next;
            match *bytes.get(at)? {
                0xe4..=0xee => next += 3,
                b' ' | b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => next += 1,
                _ => {
                    let c = text[at..].chars().next()?;
                    next += c.len_utf8();
                    return Some((at, c));
                }
            }
        }
    })
}

/// The code points of the Chinese characters of a text, 0 for every other character.
#[inline]
pub fn han(text: &str) -> impl Iterator<Item = u32> + '_ {
    let mut bytes = text.as_bytes();
    std::iter::from_fn(move || {
        // the first bytes of nearly all
        if let [first @ 0xe5..=0xe9, second, third, rest @ ..] = bytes {
            bytes = rest;
            return Some(
                u32::from(first & 0xf) << 12 | u32::from(second & 0x3f) << 6 | u32::from(third & 0x3f),
            );
        }
        let c = text[text.len() - bytes.len()..].chars().next()?;
        bytes = &bytes[c.len_utf8()..];
        Some(if is_han(c) { c as u32 } else { 0 })
    })
}

/// Opens a bracket or a quotation.
pub fn is_opening(c: char) -> bool {
    matches!(
        c,
        '（' | '(' | '《' | '〈' | '【' | '「' | '『' | '［' | '[' | '〔' | '“' | '‘' | '{' | '｛' | '〖'
    )
}

/// Closes a bracket or a quotation.
pub fn is_closing(c: char) -> bool {
    matches!(
        c,
        '）' | ')' | '》' | '〉' | '】' | '」' | '』' | '］' | ']' | '〕' | '”' | '’' | '}' | '｝' | '〗'
    )
}

/// Characters of the Basic Multilingual Plane, a bit each: asked once for every character of a text, where a list
/// would be walked every time.
pub struct CharSet(Box<[u64]>);

impl CharSet {
    /// The characters that `chars` gives; those beyond the plane are left out.
    pub fn new(chars: impl IntoIterator<Item = char>) -> CharSet {
        let mut bits = vec![0_u64; 0x1_0000 / 64].into_boxed_slice();
        for c in chars {
            if let Some(word) = bits.get_mut(c as usize / 64) {
                *word |= 1 << (c as u32 % 64);
            }
        }
        CharSet(bits)
    }

    /// Whether the set has a character.
    #[inline]
    pub fn has(&self, c: char) -> bool {
        self.0.get(c as usize / 64).is_some_and(|word| word >> (c as u32 % 64) & 1 != 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_has_what_was_put_in() {
        let set = CharSet::new("年月日😀\u{ffff}".chars());
        assert!("年月日\u{ffff}".chars().all(|c| set.has(c)));
        assert!("\0版😀\u{10ffff}".chars().all(|c| !set.has(c)));
    }

    #[test]
    fn chinese_characters_are_told_from_others() {
        let text = "版a，一〇龥㐀𠀀é鿿";
        let expected = text.chars().map(|c| if is_han(c) { c as u32 } else { 0 });
        assert!(han(text).eq(expected));
    }

    #[test]
    fn full_width_and_half_width_are_the_same_digit() {
        assert_eq!("１０％ＡＩ".chars().map(fold).collect::<String>(), "10%AI");
        assert!("3３".chars().all(is_digit) && !is_digit('三'));
    }

    #[test]
    fn han_is_not_punctuation() {
        assert!("版〇々㐀𠀀".chars().all(is_han));
        assert!("，。“”《》——…·".chars().all(|c| is_punctuation(c) && !is_han(c)));
    }
}
