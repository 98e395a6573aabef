//! Names that the dictionary does not have: as candidates with the cost of their evidence.

mod chinese;
mod foreign;
mod places;

use super::Token;
use super::lattice::Candidate;
use crate::lexicon::Lexicon;
use crate::lexicon::tags::list;
use std::collections::HashSet;
use std::sync::LazyLock;

static COURTESY: &str = include_str!("../../../lexicon/courtesy-titles.txt");
static AFTER: &str = include_str!("../../../lexicon/speech-verbs-after-names.txt");
static TABLES: LazyLock<Tables> = LazyLock::new(Tables::new);

/// A bit in the unit of costs.
const BIT: i32 = 16;

/// A stretch of Han characters with what stands around it and the words that the dictionary alone gives.
pub(super) struct Stretch<'a> {
    pub text: &'a str,
    pub chars: &'a [char],
    /// Byte offsets of the characters, and the length.
    pub offsets: &'a [usize],
    /// Whether a word of the dictionary's cut begins at a character.
    pub begins: &'a [bool],
    /// Character before and after the stretch.
    pub before: Option<char>,
    pub after: Option<char>,
    /// The word before the stretch, if nothing stands between.
    pub word_before: Option<&'a str>,
    pub lexicon: &'a Lexicon,
}

impl Stretch<'_> {
    fn slice(&self, start: usize, end: usize) -> &str {
        &self.text[self.offsets[start]..self.offsets[end]]
    }

    /// Length of the word of the dictionary's cut that begins at a character.
    fn length_at(&self, start: usize) -> usize {
        1 + self.begins[start + 1..].iter().take_while(|begins| !**begins).count()
    }

    /// A courtesy title or office ends before the character.
    fn title_before(&self, at: usize) -> bool {
        let tables = &*TABLES;
        if at == 0 {
            return self.word_before.is_some_and(|word| tables.titles.contains(word));
        }
        (1..=4.min(at))
            .any(|length| self.begins[at - length] && tables.titles.contains(self.slice(at - length, at)))
    }

    fn title_after(&self, at: usize) -> bool {
        let room = self.chars.len() - at;
        (1..=4.min(room)).any(|length| TABLES.titles.contains(self.slice(at, at + length)))
    }

    fn verb_after(&self, at: usize) -> bool {
        let room = self.chars.len() - at;
        (1..=2.min(room)).any(|length| TABLES.after.contains(self.slice(at, at + length)))
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
        if end == self.chars.len() && listed(self.after) {
            bits += 2;
        }
        bits * BIT
    }
}

/// All candidates of a stretch.
pub(super) fn candidates(stretch: &Stretch) -> Vec<Candidate> {
    let mut found = Vec::new();
    chinese::candidates(stretch, &TABLES, &mut found);
    foreign::candidates(stretch, &TABLES, &mut found);
    places::candidates(stretch, &mut found);
    found
}

/// Joins names whose parts stand apart: 穆罕默德·拉斐克/nr, with `from` the first word to look at.
pub(super) fn join_dotted(text: &str, tokens: &mut Vec<Token>) {
    foreign::join_dotted(text, tokens, &TABLES);
}

/// What a character may be in a name, as costs; 0 for what it may not.
#[derive(Clone, Copy, Default)]
struct Character {
    surname: i16,
    given: i16,
    sound: i16,
}

struct Tables {
    characters: Vec<Character>,
    compound_surnames: HashSet<&'static str>,
    titles: HashSet<&'static str>,
    after: HashSet<&'static str>,
}

const HAN: usize = 0x9fff - 0x4e00 + 1;

impl Tables {
    fn new() -> Tables {
        let mut tables = Tables {
            characters: vec![Character::default(); HAN],
            compound_surnames: chinese::compound_surnames(),
            titles: list(COURTESY).collect(),
            after: list(AFTER).collect(),
        };
        chinese::fill(&mut tables);
        foreign::fill(&mut tables);
        tables
    }

    fn get(&self, c: char) -> Character {
        (c as usize)
            .checked_sub(0x4e00)
            .and_then(|index| self.characters.get(index))
            .copied()
            .unwrap_or_default()
    }

    fn entry(&mut self, c: char) -> Option<&mut Character> {
        self.characters.get_mut((c as usize).checked_sub(0x4e00)?)
    }
}
