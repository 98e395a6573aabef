//! Cuts a stretch of Han characters: the lexicon finds the words of the dictionary in it; the cheapest way through them, and
//! through the names for which the page gives evidence, are its words.

use super::lattice::{self, Candidate, Kind, Match, Step};
use super::names::{self, Look, Stretch};
use super::page::PageNames;
use super::{Token, numerals};
use crate::lexicon::{Code, Lexicon};
use crate::sorting::{self, pair};
use crate::source::chars::is_han;

/// Cuts one stretch after the other; keeps its room between them.
pub(super) struct Cutter<'a> {
    text: &'a str,
    lexicon: &'a Lexicon,
    chars: Vec<char>,
    offsets: Vec<usize>,
    /// The characters as the dictionary calls them.
    codes: Vec<Code>,
    /// What they may be in a name.
    looks: Vec<Look>,
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
            looks: Vec::new(),
            matches: Vec::new(),
            best: Vec::new(),
            word_of: Vec::new(),
            costs: Vec::new(),
            candidates: Vec::new(),
        }
    }

    /// Adds the words of the stretch of Han characters that begins at `start`, and gives where it ends: at another
    /// character, at an own word with other characters in it, or at `limit`. In the second reading the names of the page
    /// are known.
    pub(super) fn cut(
        &mut self,
        start: usize,
        limit: usize,
        page: Option<&PageNames>,
        tokens: &mut Vec<Token>,
    ) -> usize {
        let from = tokens.len();
        let end = self.read(start, limit);
        self.dictionary_cut(start, end);
        let last = tokens.last().filter(|token| token.end as usize == start);
        let stretch = Stretch {
            text: &self.text[start..end],
            chars: &self.chars,
            looks: &self.looks,
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
            sorting::by_key(&mut self.candidates, |candidate| candidate.start as u128);
            lattice::solve(self.chars.len(), &self.matches, &self.candidates, &mut self.best);
        }
        let mut at = 0;
        while at < self.chars.len() {
            let Step { end, kind, .. } = self.best[at];
            let end = end as usize;
            let (word_start, word_end) = (start + self.offsets[at], start + self.offsets[end]);
            let (tag, parts): (_, &[_]) = match kind {
                Kind::Word(word) => match self.lexicon.reading_of(word) {
                    Some(reading) => (reading.tag, &reading.parts),
                    None => ("n", &[]),
                },
                Kind::Candidate(index) => (self.candidates[index as usize].tag, &[]),
                Kind::Unknown => ("n", &[]),
            };
            let mut part_start = word_start as u32;
            let mut part = at;
            // the parts of a compound before the last
            for (length, tag) in parts {
                part += usize::from(*length).max(1);
                if part >= end {
                    break;
                }
                let part_end = (start + self.offsets[part]) as u32;
                tokens.push(Token { start: part_start, end: part_end, tag });
                part_start = part_end;
            }
            tokens.push(Token { start: part_start, end: word_end as u32, tag });
            at = end;
        }
        if self.chars.iter().any(|c| numerals::may_begin(*c)) {
            numerals::join(self.text, tokens, from);
        }
        end
    }

    /// Reads the characters of a stretch and gives where it ends.
    fn read(&mut self, start: usize, limit: usize) -> usize {
        self.chars.clear();
        self.offsets.clear();
        self.codes.clear();
        self.looks.clear();
        let own = self.lexicon.has_own_mixed();
        let mut end = start;
        for c in self.text[start..limit].chars() {
            if !is_han(c) || own && end > start && self.lexicon.own_mixed(&self.text[end..]).is_some() {
                break;
            }
            self.chars.push(c);
            self.offsets.push(end - start);
            self.codes.push(self.lexicon.code(c));
            self.looks.push(names::look(c));
            end += c.len_utf8();
        }
        self.offsets.push(end - start);
        end
    }

    /// The way through the dictionary's words alone, and what its words cost.
    fn dictionary_cut(&mut self, start: usize, end: usize) {
        let run = &self.text[start..end];
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
            at = self.best[at].end as usize;
            self.word_of.resize(at, word);
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
            sorting::by_key(&mut self.matches, |found| pair(found.start, found.end));
        }
    }
}
