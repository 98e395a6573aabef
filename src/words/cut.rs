//! Cuts a stretch of Han characters: the lexicon finds the words of the dictionary in it; the cheapest way through them, and
//! through the names for which the page gives evidence, are its words.

use super::lattice::{self, Candidate, Kind, Step};
use super::names::{self, Letter, Stretch};
use super::page::PageNames;
use super::{Token, numerals};
use crate::lexicon::{Lexicon, Word};
use crate::sorting::{self, pair};
use crate::source::chars::is_han;

/// Cuts one stretch after the other; keeps its room between them.
pub(super) struct Cutter<'a> {
    text: &'a str,
    lexicon: &'a Lexicon,
    letters: Vec<Letter>,
    own: Vec<OwnMatch>,
    best: Vec<Step>,
    word_of: Vec<u32>,
    costs: Vec<i32>,
    candidates: Vec<Candidate>,
}

/// A word of the user that stands in the stretch.
#[derive(Clone, Copy)]
struct OwnMatch {
    start: u32,
    end: u32,
    word: Word,
}

/// The words of the lexicon in a stretch; the user's take the place of the dictionary's.
struct Matches<'a> {
    lexicon: &'a Lexicon,
    letters: &'a [Letter],
    own: &'a [OwnMatch],
}

impl lattice::Dictionary for Matches<'_> {
    #[inline]
    fn each_at(&self, start: usize, mut found: impl FnMut(u32, Word)) {
        let own = match self.own {
            [] => self.own,
            own => {
                let first = own.partition_point(|own| (own.start as usize) < start);
                let count = own[first..].partition_point(|own| own.start as usize == start);
                &own[first..first + count]
            }
        };
        let codes = self.letters[start..].iter().map(|letter| letter.code);
        self.lexicon.each_prefix(codes, |length, word| {
            let end = (start + length) as u32;
            if own.iter().all(|own| own.end != end) {
                found(end, word);
            }
        });
        own.iter().for_each(|own| found(own.end, own.word));
    }
}

impl<'a> Cutter<'a> {
    pub(super) fn new(text: &'a str, lexicon: &'a Lexicon) -> Cutter<'a> {
        Cutter {
            text,
            lexicon,
            letters: Vec::new(),
            own: Vec::new(),
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
        let (end, numbers) = self.read(start, limit);
        self.dictionary_cut(start, end);
        let last = tokens.last().filter(|token| token.end as usize == start);
        let stretch = Stretch {
            text: &self.text[start..end],
            letters: &self.letters,
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
            page.candidates(stretch.text, &self.letters, &mut self.candidates);
        }
        if !self.candidates.is_empty() {
            sorting::by_key(&mut self.candidates, |candidate| candidate.start as u128);
            let words = Matches { lexicon: self.lexicon, letters: &self.letters, own: &self.own };
            lattice::solve(self.letters.len(), &words, &self.candidates, &mut self.best);
        }
        let (mut at, mut part_start) = (0, start as u32);
        while at < self.letters.len() {
            let Step { end: last, kind, .. } = self.best[at];
            let last = last as usize;
            let (tag, parts): (_, &[_]) = match kind {
                Kind::Word(word) => match self.lexicon.reading_of(word) {
                    Some(reading) => (reading.tag, &reading.parts),
                    None => ("n", &[]),
                },
                Kind::Candidate(index) => (self.candidates[index as usize].tag, &[]),
                Kind::Unknown => ("n", &[]),
            };
            let mut part = at;
            // the parts of a compound before the last
            for (length, tag) in parts {
                part += usize::from(*length).max(1);
                if part >= last {
                    break;
                }
                let part_end = start as u32 + self.letters[part].offset;
                tokens.push(Token { start: part_start, end: part_end, tag });
                part_start = part_end;
            }
            let word_end = self.letters.get(last).map_or(end as u32, |letter| start as u32 + letter.offset);
            tokens.push(Token { start: part_start, end: word_end, tag });
            (at, part_start) = (last, word_end);
        }
        if numbers {
            numerals::join(self.text, tokens, from);
        }
        end
    }

    /// Reads the characters of a stretch and gives where it ends and whether a number may stand in it.
    fn read(&mut self, start: usize, limit: usize) -> (usize, bool) {
        self.letters.clear();
        let lexicon = self.lexicon;
        let (own, look, numerals) = (lexicon.has_own_mixed(), names::looks(), numerals::beginnings());
        let (mut end, mut numbers) = (start, false);
        for c in self.text[start..limit].chars() {
            if !is_han(c) || own && end > start && lexicon.own_mixed(&self.text[end..]).is_some() {
                break;
            }
            let offset = (end - start) as u32;
            self.letters.push(Letter { offset, code: lexicon.code(c), look: look(c) });
            numbers |= numerals.has(c);
            end += c.len_utf8();
        }
        (end, numbers)
    }

    /// The way through the dictionary's words alone, and what its words cost.
    fn dictionary_cut(&mut self, start: usize, end: usize) {
        let length = self.letters.len();
        self.own.clear();
        let own = self.lexicon.own_words(&self.text[start..end]);
        self.own.extend(own.map(|(start, end, word)| OwnMatch {
            start: start as u32,
            end: end as u32,
            word,
        }));
        sorting::by_key(&mut self.own, |own| pair(own.start, own.end));
        let words = Matches { lexicon: self.lexicon, letters: &self.letters, own: &self.own };
        lattice::solve(length, &words, &[], &mut self.best);
        self.word_of.clear();
        self.word_of.resize(length + 1, 0);
        self.costs.clear();
        let (mut at, mut word) = (0, 0);
        while at < length {
            let Step { end, cost, .. } = self.best[at];
            self.costs.push(self.best[0].cost - cost);
            self.word_of[at..end as usize].fill(word);
            at = end as usize;
            word += 1;
        }
        self.costs.push(self.best[0].cost);
        self.word_of[length] = word;
    }
}
