//! Cuts a stretch of Han characters: the lexicon finds the words of the dictionary in it; the cheapest way through them, and
//! through the names for which the page gives evidence, are its words.

use super::lattice::{self, Candidate, Kind, Match, Step};
use super::names::{self, Stretch};
use super::page::PageNames;
use super::{Token, numerals};
use crate::lexicon::tags::Reading;
use crate::lexicon::{Code, Lexicon};

/// Cuts one stretch after the other; keeps its room between them.
pub(super) struct Cutter<'a> {
    text: &'a str,
    lexicon: &'a Lexicon,
    chars: Vec<char>,
    offsets: Vec<usize>,
    /// The characters as the dictionary calls them.
    codes: Vec<Code>,
    matches: Vec<Match>,
    best: Vec<Step>,
    word_of: Vec<u32>,
    costs: Vec<i32>,
    candidates: Vec<Candidate>,
}

impl<'a> Cutter<'a> {
    pub(super) fn new(text: &'a str, lexicon: &'a Lexicon) -> Cutter<'a> {
        Cutter {
            text,
            lexicon,
            chars: Vec::new(),
            offsets: Vec::new(),
            codes: Vec::new(),
            matches: Vec::new(),
            best: Vec::new(),
            word_of: Vec::new(),
            costs: Vec::new(),
            candidates: Vec::new(),
        }
    }

    /// Adds the words of a stretch. In the second reading the names of the page are known.
    pub(super) fn cut(
        &mut self,
        start: usize,
        end: usize,
        page: Option<&PageNames>,
        tokens: &mut Vec<Token>,
    ) {
        let from = tokens.len();
        self.dictionary_cut(start, end);
        let last = tokens.last().filter(|token| token.end as usize == start);
        let stretch = Stretch {
            text: &self.text[start..end],
            chars: &self.chars,
            offsets: &self.offsets,
            word_of: &self.word_of,
            costs: &self.costs,
            before: self.text[..start].chars().next_back(),
            after: self.text[end..].chars().next(),
            word_before: last.map(|token| &self.text[token.start as usize..token.end as usize]),
            lexicon: self.lexicon,
        };
        self.candidates.clear();
        names::candidates(&stretch, &mut self.candidates);
        if let Some(page) = page {
            page.candidates(stretch.text, &self.offsets, &mut self.candidates);
        }
        if !self.candidates.is_empty() {
            self.candidates.sort_by_key(|candidate| candidate.start);
            lattice::solve(self.chars.len(), &self.matches, &self.candidates, &mut self.best);
        }
        let mut at = 0;
        while at < self.chars.len() {
            let Step { end, kind, .. } = self.best[at];
            let (word_start, word_end) = (start + self.offsets[at], start + self.offsets[end]);
            let reading = match kind {
                Kind::Word(word) => self.lexicon.reading_of(word),
                Kind::Candidate(_) | Kind::Unknown => None,
            };
            match kind {
                Kind::Candidate(tag) => {
                    tokens.push(Token { start: word_start as u32, end: word_end as u32, tag });
                }
                _ => push(word_start, &self.text[word_start..word_end], reading, tokens),
            }
            at = end;
        }
        if self.chars.iter().any(|c| numerals::may_begin(*c)) {
            numerals::join(self.text, tokens, from);
        }
    }

    /// The way through the dictionary's words alone, and what its words cost.
    fn dictionary_cut(&mut self, start: usize, end: usize) {
        let run = &self.text[start..end];
        self.chars.clear();
        self.offsets.clear();
        self.codes.clear();
        for (offset, c) in run.char_indices() {
            self.chars.push(c);
            self.codes.push(self.lexicon.code(c));
            self.offsets.push(offset);
        }
        self.offsets.push(run.len());
        self.matches.clear();
        for start in 0..self.codes.len() {
            self.lexicon.each_prefix(&self.codes[start..], |length, word| {
                self.matches.push(Match { start: start as u32, end: (start + length) as u32, word });
            });
        }
        self.prefer_own_words(run);
        lattice::solve(self.chars.len(), &self.matches, &[], &mut self.best);
        self.word_of.clear();
        self.costs.clear();
        let (mut at, mut word) = (0, 0);
        while at < self.chars.len() {
            self.costs.push(self.best[0].cost - self.best[at].cost);
            self.word_of.resize(self.best[at].end, word);
            at = self.best[at].end;
            word += 1;
        }
        self.costs.push(self.best[0].cost);
        self.word_of.push(word);
    }

    /// The user's words take the place of the dictionary's.
    fn prefer_own_words(&mut self, run: &str) {
        let known = self.matches.len();
        let place = |found: &Match| (found.start, found.end);
        for (start, end, word) in self.lexicon.own_words(run) {
            let own = Match { start: start as u32, end: end as u32, word };
            match self.matches[..known].binary_search_by_key(&place(&own), place) {
                Ok(at) => self.matches[at] = own,
                Err(_) => self.matches.push(own),
            }
        }
        if self.matches.len() > known {
            self.matches.sort_by_key(place);
        }
    }
}

/// Adds a word of the dictionary, or its parts if it is a compound.
fn push(start: usize, word: &str, reading: Option<&Reading>, tokens: &mut Vec<Token>) {
    let mut at = start;
    let mut push = |end: usize, tag| {
        tokens.push(Token { start: at as u32, end: end as u32, tag });
        at = end;
    };
    let Some(reading) = reading else { return push(start + word.len(), "n") };
    let mut ends = word.char_indices().map(|(offset, c)| start + offset + c.len_utf8());
    for (length, tag) in &reading.parts {
        if let Some(end) = ends.nth(usize::from(*length).saturating_sub(1)) {
            push(end, tag);
        }
    }
    push(start + word.len(), reading.tag);
}
