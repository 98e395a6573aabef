//! Cuts a stretch of Han characters: by the dictionary, and where evidence speaks for a word that the dictionary does
//! not have, by the cheapest way through both.

use super::lattice::{self, Candidate};
use super::names::{self, Stretch};
use super::{Token, numerals};
use crate::lexicon::tags::Reading;
use crate::lexicon::words::{UNKNOWN, cost};
use crate::lexicon::{Lexicon, Word};
use std::ops::Range;

/// Cuts one stretch after the other; keeps its room between them.
pub(super) struct Cutter<'a> {
    text: &'a str,
    lexicon: &'a Lexicon,
    words: Vec<(usize, Option<Word>)>,
    chars: Vec<char>,
    offsets: Vec<usize>,
    word_of: Vec<u32>,
    costs: Vec<i32>,
    candidates: Vec<Candidate>,
}

impl<'a> Cutter<'a> {
    pub(super) fn new(text: &'a str, lexicon: &'a Lexicon) -> Cutter<'a> {
        Cutter {
            text,
            lexicon,
            words: Vec::new(),
            chars: Vec::new(),
            offsets: Vec::new(),
            word_of: Vec::new(),
            costs: Vec::new(),
            candidates: Vec::new(),
        }
    }

    /// Adds the words of a stretch.
    pub(super) fn cut(&mut self, start: usize, end: usize, tokens: &mut Vec<Token>) {
        let run = &self.text[start..end];
        let from = tokens.len();
        self.dictionary_cut(run);
        let last = tokens.last().filter(|token| token.end as usize == start);
        let stretch = Stretch {
            text: run,
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
        self.candidates.sort_by_key(|candidate| candidate.start);
        let mut at = 0;
        let mut window = 0;
        let mut i = 0;
        while i < self.words.len() {
            let Some(bounds) = self.window(&mut window, i) else {
                let (end, word) = self.words[i];
                push(start + at, &run[at..end], word.and_then(|word| self.lexicon.reading_of(word)), tokens);
                at = end;
                i += 1;
                continue;
            };
            let Window { words, chars, candidates } = bounds;
            let offsets = &self.offsets[chars.start..=chars.end];
            for step in lattice::solve(run, offsets, chars.start, &self.candidates[candidates], self.lexicon)
            {
                let end = offsets[step.end];
                let word = &run[at..end];
                match step.tag {
                    Some(tag) => {
                        tokens.push(Token { start: (start + at) as u32, end: (start + end) as u32, tag })
                    }
                    None => {
                        let reading = self.lexicon.word(word).and_then(|word| self.lexicon.reading_of(word));
                        push(start + at, word, reading, tokens);
                    }
                }
                at = end;
            }
            i = words;
        }
        numerals::join(self.text, tokens, from);
    }

    /// The stretch of words about the next candidates, if it begins at this word: those that a candidate touches and
    /// one on each side, and those of further candidates that touch them.
    fn window(&self, next: &mut usize, word: usize) -> Option<Window> {
        let first = self.candidates.get(*next)?;
        if (self.word_of[first.start] as usize).saturating_sub(1) > word {
            return None;
        }
        let from = *next;
        let mut last = word;
        while let Some(candidate) = self.candidates.get(*next) {
            if *next > from && (self.word_of[candidate.start] as usize).saturating_sub(1) > last {
                break;
            }
            last = last.max(self.word_of[candidate.end - 1] as usize + 1);
            *next += 1;
        }
        let words = (last + 1).min(self.words.len());
        let char_at = |word: usize| {
            let offset = if word == 0 { 0 } else { self.words[word - 1].0 };
            self.offsets.partition_point(|other| *other < offset)
        };
        Some(Window { words, chars: char_at(word)..char_at(words), candidates: from..*next })
    }

    /// The dictionary's cut with its costs.
    fn dictionary_cut(&mut self, run: &str) {
        self.words.clear();
        self.chars.clear();
        self.offsets.clear();
        self.word_of.clear();
        self.costs.clear();
        self.costs.push(0);
        let mut total = 0;
        for (i, word) in self.lexicon.jieba().tag(run, false).into_iter().enumerate() {
            let entry = self.lexicon.entry(word.word, word.tag);
            self.words.push((word.byte_end, entry));
            for (offset, c) in word.word.char_indices() {
                self.chars.push(c);
                self.offsets.push(word.byte_start + offset);
                self.word_of.push(i as u32);
            }
            total += entry.map_or(UNKNOWN, |word| cost(word.bucket));
            self.costs.push(total);
        }
        self.offsets.push(run.len());
        self.word_of.push(self.words.len() as u32);
    }
}

/// Words that are cut again: one past the last of them, their characters and candidates.
struct Window {
    words: usize,
    chars: Range<usize>,
    candidates: Range<usize>,
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
