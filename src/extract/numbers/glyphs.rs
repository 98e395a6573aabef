//! The text as the number, unit and time grammars see it: one form for each character, no white space.

use crate::lists;
use crate::source::chars::CharSet;
use rustc_hash::FxHashMap;
use std::str::Chars;
use std::sync::LazyLock;

static VARIANTS: &str = include_str!("../../../lexicon/variants.tsv");

/// The characters of a text without white space, each in the form the grammars are written in, with the
/// bytes it stands at. A line break stays, as a wall that no expression crosses.
pub(crate) struct Glyphs {
    chars: Vec<char>,
    start: Vec<u32>,
    end: Vec<u32>,
    spaced: Vec<bool>,
}

impl Glyphs {
    /// Reads a text.
    pub(crate) fn new(text: &str) -> Glyphs {
        // most characters are Chinese, three bytes each
        let length = text.len() / 3 + 1;
        let mut glyphs = Glyphs {
            chars: Vec::with_capacity(length),
            start: Vec::with_capacity(length),
            end: Vec::with_capacity(length),
            spaced: Vec::with_capacity(length),
        };
        let mut spaced = false;
        for (at, c) in text.char_indices() {
            if c != '\n' && (c.is_whitespace() || c == '\u{200b}' || c == '\u{feff}') {
                spaced = true;
                continue;
            }
            glyphs.chars.push(fold(c));
            glyphs.start.push(at as u32);
            glyphs.end.push((at + c.len_utf8()) as u32);
            glyphs.spaced.push(spaced);
            spaced = false;
        }
        glyphs
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.chars.len()
    }

    /// The character at `i`, `\n` beyond the ends.
    pub(crate) fn at(&self, i: usize) -> char {
        self.chars.get(i).copied().unwrap_or('\n')
    }

    /// The character before `i`, `\n` at the beginning.
    pub(crate) fn before(&self, i: usize) -> char {
        i.checked_sub(1).map_or('\n', |i| self.at(i))
    }

    /// Whether white space stands before `i`.
    pub(crate) fn spaced(&self, i: usize) -> bool {
        self.spaced.get(i).copied().unwrap_or(true)
    }

    /// The byte offsets of the glyphs `from..to`.
    pub(crate) fn bytes(&self, from: usize, to: usize) -> (u32, u32) {
        debug_assert!(from < to && to <= self.len());
        (self.start[from], self.end[to - 1])
    }

    /// The first glyph at or after a byte offset.
    pub(crate) fn index_of(&self, byte: u32) -> usize {
        self.start.partition_point(|start| *start < byte)
    }

    /// Whether `word` stands at `i`.
    #[inline]
    pub(crate) fn has(&self, i: usize, word: &str) -> bool {
        // nearly always the first character tells, which the compiler knows of a word that is written in the code
        let mut chars = word.chars();
        chars.next().is_none_or(|first| self.chars.get(i) == Some(&first) && self.go_on(i + 1, chars))
    }

    #[inline(never)]
    fn go_on(&self, i: usize, mut chars: Chars) -> bool {
        let mut here = self.chars.get(i..).unwrap_or_default().iter();
        chars.all(|c| here.next() == Some(&c))
    }

    /// Where `word` begins if it ends before `i`.
    pub(crate) fn beginning(&self, i: usize, word: &str) -> Option<usize> {
        let mut start = i;
        for c in word.chars().rev() {
            start = start.checked_sub(1).filter(|at| self.chars.get(*at) == Some(&c))?;
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
    static VARIANT_FORMS: LazyLock<(CharSet, FxHashMap<char, char>)> = LazyLock::new(|| {
        let forms: FxHashMap<char, char> = lists::rows(VARIANTS)
            .filter_map(|row| Some((row[0].chars().next()?, row.get(1)?.chars().next()?)))
            .collect();
        (CharSet::new(forms.keys().copied()), forms)
    });
    let (variants, forms) = &*VARIANT_FORMS;
    if variants.has(c) {
        return forms.get(&c).copied().unwrap_or(c);
    }
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

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
                let rest = glyphs.chars.get(at + 2..).unwrap_or_default();
                list.iter().any(|word| at + 2 + word.len() >= end && rest.starts_with(word))
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
