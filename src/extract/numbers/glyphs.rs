//! The text as the number, unit and time grammars see it: one form for each character, no white space.

use super::classes::{self, Class, OTHER_FORM, SPACE};
use crate::lists;
use crate::source::chars::CharSet;
use rustc_hash::FxHashMap;
use std::str::Chars;
use std::sync::LazyLock;

static VARIANTS: &str = include_str!("../../../lexicon/variants.tsv");

/// The characters of a text without white space, each in the form the grammars are written in, with the
/// bytes it stands at. A line break stays, as a wall that no expression crosses.
pub(crate) struct Glyphs(Vec<Glyph>);

#[derive(Clone, Copy)]
struct Glyph {
    c: char,
    /// First byte, and how many.
    start: u32,
    length: u8,
    /// White space stands before it.
    spaced: bool,
    class: Class,
}

impl Glyphs {
    /// Reads a text.
    pub(crate) fn new(text: &str) -> Glyphs {
        // most characters are Chinese, three bytes each, and some are not
        let mut glyphs = Vec::with_capacity(text.len() / 3 + text.len() / 16 + 1);
        let classes = classes::table();
        let mut spaced = false;
        for (at, c) in text.char_indices() {
            let mut glyph = Glyph {
                c,
                start: at as u32,
                length: c.len_utf8() as u8,
                spaced,
                class: classes.get(c as usize).copied().unwrap_or(0),
            };
            // most characters are neither
            if glyph.class & (SPACE | OTHER_FORM) != 0 {
                if glyph.class & SPACE != 0 {
                    spaced = true;
                    continue;
                }
                glyph.c = fold(c);
                glyph.class &= !OTHER_FORM;
            }
            glyphs.push(glyph);
            spaced = false;
        }
        Glyphs(glyphs)
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// The character at `i`, `\n` beyond the ends.
    pub(crate) fn at(&self, i: usize) -> char {
        self.0.get(i).map_or('\n', |glyph| glyph.c)
    }

    /// The classes of the character at `i`; those of `\n` beyond the ends.
    pub(crate) fn class(&self, i: usize) -> Class {
        self.0.get(i).map_or(classes::END, |glyph| glyph.class)
    }

    /// Whether the character at `i` is of one of some classes.
    pub(crate) fn is(&self, i: usize, classes: Class) -> bool {
        self.class(i) & classes != 0
    }

    /// The character before `i`, `\n` at the beginning.
    pub(crate) fn before(&self, i: usize) -> char {
        i.checked_sub(1).map_or('\n', |i| self.at(i))
    }

    /// Whether white space stands before `i`.
    pub(crate) fn spaced(&self, i: usize) -> bool {
        self.0.get(i).is_none_or(|glyph| glyph.spaced)
    }

    /// The byte offsets of the glyphs `from..to`.
    pub(crate) fn bytes(&self, from: usize, to: usize) -> (u32, u32) {
        debug_assert!(from < to && to <= self.len());
        let last = &self.0[to - 1];
        (self.0[from].start, last.start + u32::from(last.length))
    }

    /// The first glyph at or after a byte offset.
    pub(crate) fn index_of(&self, byte: u32) -> usize {
        self.0.partition_point(|glyph| glyph.start < byte)
    }

    /// Whether `word` stands at `i`.
    #[inline]
    pub(crate) fn has(&self, i: usize, word: &str) -> bool {
        // nearly always the first character tells, which the compiler knows of a word that is written in the code
        let mut chars = word.chars();
        chars.next().is_none_or(|first| {
            self.0.get(i).is_some_and(|glyph| glyph.c == first) && self.go_on(i + 1, chars)
        })
    }

    #[inline(never)]
    fn go_on(&self, i: usize, chars: Chars) -> bool {
        chars.zip(i..).all(|(c, i)| self.0.get(i).is_some_and(|glyph| glyph.c == c))
    }

    /// Where `word` begins if it ends before `i`.
    pub(crate) fn beginning(&self, i: usize, word: &str) -> Option<usize> {
        let mut start = i;
        for c in word.chars().rev() {
            start = start.checked_sub(1).filter(|at| self.0.get(*at).is_some_and(|glyph| glyph.c == c))?;
        }
        Some(start)
    }

    /// The longest of `words` at `i`, as its length in glyphs.
    #[inline]
    pub(crate) fn longest(&self, i: usize, words: &[&str]) -> Option<usize> {
        words.iter().filter(|word| self.has(i, word)).map(|word| word.chars().count()).max()
    }

    /// The longest of `words` that ends before `i`, as its length in glyphs.
    pub(crate) fn longest_before(&self, i: usize, words: &[&str]) -> Option<usize> {
        words.iter().filter_map(|word| self.beginning(i, word)).min().map(|start| i - start)
    }
}

/// The form in which the grammars write a character.
pub(crate) fn fold(c: char) -> char {
    VARIANT_FORMS.get(&c).copied().unwrap_or_else(|| half_width(c))
}

fn half_width(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

/// The characters that have another form, with it.
pub(super) fn other_forms() -> impl Iterator<Item = (char, char)> {
    let wide = ('\u{ff01}'..='\u{ff5e}').map(|c| (c, half_width(c)));
    wide.chain(VARIANT_FORMS.iter().map(|(c, form)| (*c, *form)))
}

static VARIANT_FORMS: LazyLock<FxHashMap<char, char>> = LazyLock::new(|| {
    lists::rows(VARIANTS)
        .filter_map(|row| Some((row[0].chars().next()?, row.get(1)?.chars().next()?)))
        .collect()
});

/// A list of words of at least two characters, to tell what lies inside one of them.
pub(crate) struct WordList {
    /// What follows their first two characters, by these.
    words: FxHashMap<(char, char), Vec<Vec<char>>>,
    first: CharSet,
    longest: usize,
}

impl WordList {
    /// The words of a list.
    pub(crate) fn new(list: &str) -> WordList {
        let mut words: FxHashMap<(char, char), Vec<Vec<char>>> = FxHashMap::default();
        let mut longest = 2;
        for word in lists::words(list) {
            let word: Vec<char> = word.chars().map(fold).collect();
            longest = longest.max(word.len());
            if let [first, second, rest @ ..] = &word[..] {
                words.entry((*first, *second)).or_default().push(rest.to_vec());
            }
        }
        let first = CharSet::new(words.keys().map(|(first, _)| *first));
        WordList { words, first, longest }
    }

    /// Whether the glyphs `start..end` lie within one of the words.
    pub(crate) fn covers(&self, glyphs: &Glyphs, start: usize, end: usize) -> bool {
        let begin = |at: &usize| self.first.has(glyphs.at(*at));
        (start.saturating_sub(self.longest - 1)..=start).filter(begin).any(|at| {
            self.words.get(&(glyphs.at(at), glyphs.at(at + 1))).is_some_and(|list| {
                let stands = |word: &[char]| word.iter().zip(at + 2..).all(|(c, k)| glyphs.at(k) == *c);
                list.iter().any(|word| at + 2 + word.len() >= end && stands(word))
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_form_for_each_character() {
        for (printed, read) in
            [('萬', '万'), ('３', '3'), ('％', '%'), ('〇', '零'), ('，', ','), ('中', '中')]
        {
            assert_eq!(fold(printed), read);
        }
    }

    #[test]
    fn space_goes_and_bytes_stay() {
        let glyphs = Glyphs::new("二 十萬");
        assert_eq!((glyphs.len(), glyphs.at(2), glyphs.spaced(1), glyphs.spaced(2)), (3, '万', true, false));
        assert_eq!(glyphs.bytes(0, 2), (0, 7));
        assert_eq!(glyphs.index_of(4), 1);
    }
}
