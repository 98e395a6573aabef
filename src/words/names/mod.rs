//! Names that the dictionary does not have: as candidates with the cost of their evidence.

mod chinese;
mod foreign;
mod places;

use super::Token;
use super::lattice::Candidate;
use crate::lexicon::{Code, Lexicon};
use crate::lists;
use std::collections::HashSet;
use std::sync::LazyLock;

static COURTESY: &str = include_str!("../../../lexicon/courtesy-titles.txt");
static AFTER: &str = include_str!("../../../lexicon/speech-verbs-after-names.txt");
static TABLES: LazyLock<Tables> = LazyLock::new(Tables::new);

/// A bit in the unit of costs.
const BIT: i32 = 16;

/// The most that [`Stretch::evidence`] gives.
const MOST_EVIDENCE: i32 = 12 * BIT;

/// A stretch of Han characters with what stands around it and the words that the dictionary alone gives.
pub(super) struct Stretch<'a> {
    pub text: &'a str,
    pub letters: &'a [Letter],
    /// Which word of the dictionary's cut each character belongs to, and how many there are.
    pub word_of: &'a [u32],
    /// Cost of the words of the dictionary's cut before each of them, and of all.
    pub costs: &'a [i32],
    /// Look before and after the stretch.
    pub before: Option<char>,
    pub after: Option<char>,
    /// The word before the stretch, if nothing stands between.
    pub word_before: Option<&'a str>,
    pub lexicon: &'a Lexicon,
}

impl Stretch<'_> {
    fn slice(&self, start: usize, end: usize) -> &str {
        &self.text[self.offset(start)..self.offset(end)]
    }

    /// Byte offset of a character, or the length.
    fn offset(&self, at: usize) -> usize {
        self.letters.get(at).map_or(self.text.len(), |letter| letter.offset as usize)
    }

    /// What a character may be.
    fn look(&self, at: usize) -> Option<Look> {
        self.letters.get(at).map(|letter| letter.look)
    }

    /// Whether a word of the dictionary's cut begins at a character.
    fn begins(&self, at: usize) -> bool {
        at == 0 || self.word_of[at] != self.word_of[at - 1]
    }

    /// Length of the word of the dictionary's cut that begins at a character.
    fn length_at(&self, start: usize) -> usize {
        self.word_of[start..].iter().take_while(|word| **word == self.word_of[start]).count()
    }

    /// What the dictionary's words cost that have a part in this span: a candidate that costs more is none.
    fn dictionary_cost(&self, start: usize, end: usize) -> i32 {
        self.costs[self.word_of[end - 1] as usize + 1] - self.costs[self.word_of[start] as usize]
    }

    /// Adds a candidate if it may be worth its cost; what stands around it counts only then.
    fn offer(&self, start: usize, end: usize, cost: i32, found: &mut Vec<Candidate>) {
        let limit = self.dictionary_cost(start, end);
        if cost - MOST_EVIDENCE < limit {
            let cost = cost - self.evidence(start, end);
            if cost < limit {
                found.push(Candidate { start, end, cost, tag: "nr" });
            }
        }
    }

    /// A courtesy title or office ends before the character.
    #[inline]
    fn title_before(&self, at: usize) -> bool {
        match at.checked_sub(1) {
            Some(last) => self.letters[last].look.roles & ENDS_TITLE != 0 && self.title_ending(at),
            None => self.word_before.is_some_and(|word| may_end_title(word) && TABLES.titles.contains(word)),
        }
    }

    #[inline(never)]
    fn title_ending(&self, at: usize) -> bool {
        let begins = |from: usize| self.letters[from].look.roles & BEGINS_TITLE != 0 && self.begins(from);
        (1..=5.min(at))
            .any(|length| begins(at - length) && TABLES.titles.contains(self.slice(at - length, at)))
    }

    fn title_after(&self, at: usize) -> bool {
        let begins = self.look(at).is_some_and(|look| look.roles & BEGINS_TITLE != 0);
        begins
            && (1..=5.min(self.letters.len() - at))
                .any(|length| TABLES.titles.contains(self.slice(at, at + length)))
    }

    fn verb_after(&self, at: usize) -> bool {
        let begins = self.look(at).is_some_and(|look| look.roles & BEGINS_AFTER != 0);
        begins
            && (1..=2.min(self.letters.len() - at))
                .any(|length| TABLES.after.contains(self.slice(at, at + length)))
    }

    /// What stands around a name, in the unit of costs: the more, the likelier a name.
    fn evidence(&self, start: usize, end: usize) -> i32 {
        let mut bits = 0;
        if self.title_before(start) {
            bits += 4;
        }
        if self.title_after(end) {
            bits += 4;
        } else if self.verb_after(end) {
            bits += 2;
        }
        let listed =
            |c: Option<char>| matches!(c, Some('、' | '（' | '(' | '：' | ':' | '　' | ' ' | '）' | ')'));
        if start == 0 && listed(self.before) {
            bits += 2;
        }
        if end == self.letters.len() && listed(self.after) {
            bits += 2;
        }
        bits * BIT
    }
}

/// Finds the candidates of a stretch.
pub(super) fn candidates(stretch: &Stretch, found: &mut Vec<Candidate>) {
    chinese::candidates(stretch, &TABLES, found);
    foreign::candidates(stretch, found);
    places::candidates(stretch, found);
}

pub(super) use foreign::is_dot;

/// What a character may be in a name.
#[inline]
pub(super) fn look(c: char) -> Look {
    TABLES.get(c)
}

/// As [`look`], for many characters.
pub(super) fn looks() -> impl Fn(char) -> Look {
    let tables = &*TABLES;
    |c| tables.get(c)
}

/// Whether a title may end with the last character of a word.
fn may_end_title(word: &str) -> bool {
    word.chars().next_back().is_some_and(|last| look(last).roles & ENDS_TITLE != 0)
}

/// Joins names whose parts stand apart: 穆罕默德·拉斐克/nr, with `from` the first word to look at.
pub(super) fn join_dotted(text: &str, tokens: &mut Vec<Token>) {
    foreign::join_dotted(text, tokens, &TABLES);
}

/// A character of a stretch of Han characters.
#[derive(Clone, Copy)]
pub(super) struct Letter {
    /// First byte in the stretch.
    pub offset: u32,
    /// What the dictionary calls it.
    pub code: Code,
    pub look: Look,
}

/// What a character may be in a name, as costs; 0 for what it may not.
#[derive(Clone, Copy, Default)]
pub(super) struct Look {
    surname: i16,
    given: i16,
    sound: i16,
    /// What the character begins or ends.
    roles: u16,
}

const BEGINS_TITLE: u16 = 1;
const ENDS_TITLE: u16 = 2;
const BEGINS_AFTER: u16 = 4;
const GENERIC_PLACE: u16 = 8;
const BEGINS_COMPOUND: u16 = 16;
/// A function word or a common verb of one character.
const FUNCTION: u16 = 32;

type Set = HashSet<&'static str, rustc_hash::FxBuildHasher>;

struct Tables {
    characters: Vec<Look>,
    compound_surnames: Set,
    titles: Set,
    after: Set,
}

const HAN: usize = 0x9fff - 0x4e00 + 1;

impl Tables {
    fn new() -> Tables {
        let mut tables = Tables {
            characters: vec![Look::default(); HAN],
            compound_surnames: chinese::compound_surnames(),
            titles: lists::words(COURTESY).collect(),
            after: lists::words(AFTER).collect(),
        };
        chinese::fill(&mut tables);
        foreign::fill(&mut tables);
        places::fill(&mut tables);
        let mut mark = |c: Option<char>, role: u16| {
            if let Some(entry) = c.and_then(|c| tables.entry(c)) {
                entry.roles |= role;
            }
        };
        for word in lists::words(COURTESY) {
            mark(word.chars().next(), BEGINS_TITLE);
            mark(word.chars().next_back(), ENDS_TITLE);
        }
        lists::words(AFTER).for_each(|word| mark(word.chars().next(), BEGINS_AFTER));
        chinese::compound_surnames().iter().for_each(|word| mark(word.chars().next(), BEGINS_COMPOUND));
        tables
    }

    #[inline]
    fn get(&self, c: char) -> Look {
        const NOTHING: Look = Look { surname: 0, given: 0, sound: 0, roles: 0 };
        *self.characters.get((c as usize).wrapping_sub(0x4e00)).unwrap_or(&NOTHING)
    }

    fn entry(&mut self, c: char) -> Option<&mut Look> {
        self.characters.get_mut((c as usize).checked_sub(0x4e00)?)
    }
}
