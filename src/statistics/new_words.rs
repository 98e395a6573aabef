//! Strings that the page repeats and the lexicon does not have.

use super::vocabulary::{Key, Kind, Vocabulary};
use super::{Words, ratio, round};
use crate::lexicon::Lexicon;
use crate::numbering::Numbering;
use crate::sorting;
use crate::source::chars::is_han;
use serde::Serialize;

/// A string that may be a word of this page.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NewWord {
    /// The string.
    pub word: String,
    /// How often it stands in the text.
    pub count: u32,
    /// Cohesion times freedom times the logarithm of the count, four decimals.
    pub score: f64,
}

/// Words of the dictionary in one new word, at most.
const LONGEST: usize = 4;
const LEAST_COUNT: u32 = 3;
/// Bits of pointwise mutual information between the two halves that hold together least.
const LEAST_COHESION: f64 = 3.0;
/// Bits of entropy of what stands on the less free side.
const LEAST_FREEDOM: f64 = 0.9;
const MOST: usize = 50;

/// Where a run stands: its number, its first word and its last.
#[derive(Clone, Copy)]
struct Seen {
    run: u32,
    first: u32,
    last: u32,
}

/// Runs of two to four words that stand together at least three times, scored by cohesion (the least pointwise mutual
/// information of a division in two, in bits) and freedom (the branching entropy of the neighbours, of the less free
/// side, in bits): `score = cohesion · freedom · log2(count)`. After Church and Hanks 1990 for the one and Huang and
/// Powers, "Chinese Word Segmentation Based on Contextual Entropy", PACLIC 2003, for the other. The best first.
pub fn new_words(words: Words, lexicon: &Lexicon) -> Vec<NewWord> {
    find(words, &Vocabulary::read(words), lexicon)
}

pub(super) fn find<'a>(words: Words<'a>, vocabulary: &Vocabulary<'a>, lexicon: &Lexicon) -> Vec<NewWord> {
    let mut runs = Runs::new(words, vocabulary);
    // a run repeats only if each pair in it does: few runs are left to be counted
    let Pairs { single, pairs } = Pairs::read(words, vocabulary, &mut runs);
    let total = single.iter().sum();
    let mut seen: Vec<Seen> = Vec::new();
    for (second, pair) in pairs.iter().enumerate().filter(|(_, pair)| **pair != NONE) {
        let (first, mut last, mut run) = (second - 1, second, *pair);
        while run != NONE {
            seen.push(Seen { run, first: first as u32, last: last as u32 });
            last += 1;
            if last == first + LONGEST || pairs.get(last).is_none_or(|pair| *pair == NONE) {
                break;
            }
            run = runs.longer(run, first, last);
        }
    }
    let (seen, begins) = by_run(&seen, runs.numbers.len());
    let places = |run: usize| &seen[begins[run]..begins[run + 1]];
    let count_of = |start: usize, end: usize| {
        let run = || {
            let number = runs.numbers.get(&Key::of(words.text, start, end)?);
            number.map(|number| places(number as usize).len() as u32)
        };
        let word =
            vocabulary.number(words.text, start, end).map(|number| single[number]).filter(|count| *count > 0);
        word.or_else(|| run().filter(|count| *count >= LEAST_COUNT))
    };
    let mut found: Vec<(usize, NewWord)> = Vec::new();
    for seen in (0..runs.numbers.len()).map(places) {
        let count = seen.len() as u32;
        if count < LEAST_COUNT {
            continue;
        }
        let start = words.tokens.start[seen[0].first as usize] as usize;
        let end = words.tokens.end[seen[0].last as usize] as usize;
        let run = &words.text[start..end];
        if lexicon.has_word(run) {
            continue;
        }
        let divisions = run.char_indices().skip(1).filter_map(|(at, _)| {
            let (left, right) = (count_of(start, start + at)?, count_of(start + at, end)?);
            Some(information(count, left, right, total))
        });
        let cohesion = divisions.fold(f64::INFINITY, f64::min);
        if !cohesion.is_finite() || cohesion < LEAST_COHESION {
            continue;
        }
        // the words beside it, one more than their numbers, 0 for none
        let beside = |index: u32| vocabulary.of.get(index as usize).map_or(0, |word| word + 1);
        let left = entropy(seen.iter().map(|seen| beside(seen.first.wrapping_sub(1))));
        let freedom = left.min(entropy(seen.iter().map(|seen| beside(seen.last + 1))));
        if freedom >= LEAST_FREEDOM {
            let score = round(cohesion * freedom * libm::log2(f64::from(count)));
            found.push((start, NewWord { word: run.to_string(), count, score }));
        }
    }
    // the better first, of equals the earlier one in the text
    sorting::by(&mut found, |(a, x), (b, y)| {
        y.score.total_cmp(&x.score).then(a.cmp(b)).then(x.word.cmp(&y.word))
    });
    found.truncate(MOST);
    found.into_iter().map(|(_, word)| word).collect()
}

/// The hash of a string of Chinese characters, of which that of two strings put together follows: a polynomial.
#[derive(Clone, Copy)]
struct Hash {
    hash: u64,
    /// What the hash of a string before it is multiplied by; 0 if other characters are among its own.
    power: u64,
}

impl Hash {
    const BASE: u64 = 0x9e37_79b9_7f4a_7c15;
    const NONE: Hash = Hash { hash: 0, power: 0 };

    fn of(word: &str) -> Hash {
        let mut all = Hash { hash: 0, power: 1 };
        for c in word.chars() {
            if !is_han(c) {
                return Hash::NONE;
            }
            all.hash = all.hash.wrapping_mul(Hash::BASE).wrapping_add(u64::from(c));
            all.power = all.power.wrapping_mul(Hash::BASE);
        }
        all
    }

    /// A number of so many bits for the two strings together.
    #[inline]
    fn with(self, next: Hash, bits: u32) -> u32 {
        let both = self.hash.wrapping_mul(next.power).wrapping_add(next.hash);
        (both.wrapping_mul(Hash::BASE) >> (64 - bits)) as u32
    }
}

/// Stands for no number.
const NONE: u32 = u32::MAX;

/// The different runs by number. The same string may be divided in several ways; each way is read once.
struct Runs<'a> {
    words: Words<'a>,
    vocabulary: &'a Vocabulary<'a>,
    numbers: Numbering<Key>,
    /// What goes before and the word after it, and the numbers of the runs that they make.
    ways: Numbering<u64>,
    made: Vec<u32>,
}

impl<'a> Runs<'a> {
    fn new(words: Words<'a>, vocabulary: &'a Vocabulary<'a>) -> Runs<'a> {
        Runs {
            words,
            vocabulary,
            numbers: Numbering::with_capacity(words.len() / 16),
            ways: Numbering::with_capacity(words.len() / 16),
            made: Vec::new(),
        }
    }

    /// The number of a word and the next one together, [`NONE`] if they are too long.
    fn pair(&mut self, first: usize) -> u32 {
        self.number(self.vocabulary.of[first], first, first + 1)
    }

    /// The number of the run from one word to another, when that of the run without the last is known.
    fn longer(&mut self, run: u32, first: usize, last: usize) -> u32 {
        self.number(self.vocabulary.words.len() as u32 + run, first, last)
    }

    #[inline]
    fn number(&mut self, before: u32, first: usize, last: usize) -> u32 {
        let way = self.ways.number(u64::from(before) << 32 | u64::from(self.vocabulary.of[last])) as usize;
        if way == self.made.len() {
            let Words { text, tokens } = self.words;
            let key = Key::of(text, tokens.start[first] as usize, tokens.end[last] as usize);
            self.made.push(key.map_or(NONE, |key| self.numbers.number(key)));
        }
        self.made[way]
    }
}

/// The words that may be parts of new ones.
struct Pairs {
    /// How often each word is one, by its number.
    single: Vec<u32>,
    /// For each word of the text the number of the pair that it makes with the one before, if that stands in the text
    /// [`LEAST_COUNT`] times.
    pairs: Vec<u32>,
}

impl Pairs {
    fn read(words: Words, vocabulary: &Vocabulary, runs: &mut Runs) -> Pairs {
        let hashes: Vec<Hash> = vocabulary.words.iter().map(|word| Hash::of(word)).collect();
        let mut single = vec![0_u32; vocabulary.words.len()];
        // most pairs stand once: a rough count by a part of their hash leaves few for the exact one
        let bits = (words.len() * 2).next_power_of_two().max(2).ilog2();
        let mut rough = vec![0_u8; 1 << bits];
        let mut pairs: Vec<u32> = Vec::with_capacity(words.len());
        let (mut before, mut done) = (Hash::NONE, 0);
        let places = words.tokens.start.iter().zip(&words.tokens.end);
        for ((word, kind), (start, end)) in vocabulary.of.iter().zip(&vocabulary.kind).zip(places) {
            let mut place = NONE;
            let mut part = Hash::NONE;
            if *kind == Kind::Content {
                part = hashes[*word as usize];
                single[*word as usize] += u32::from(part.power != 0);
                if before.power != 0 && part.power != 0 && *start == done {
                    place = before.with(part, bits);
                    let count = &mut rough[place as usize];
                    *count = count.saturating_add(1);
                }
            }
            pairs.push(place);
            (before, done) = (part, *end);
        }
        // how often each likely pair stands, by its number
        let mut counts: Vec<u32> = Vec::new();
        for (index, pair) in pairs.iter_mut().enumerate() {
            if *pair == NONE {
                continue;
            }
            let likely = u32::from(rough[*pair as usize]) >= LEAST_COUNT;
            *pair = if likely { runs.pair(index - 1) } else { NONE };
            match counts.get_mut(*pair as usize) {
                Some(count) => *count += 1,
                None if *pair != NONE => counts.push(1),
                None => (),
            }
        }
        for pair in &mut pairs {
            if counts.get(*pair as usize).is_some_and(|count| *count < LEAST_COUNT) {
                *pair = NONE;
            }
        }
        Pairs { single, pairs }
    }
}

/// The places of the runs, one run after the other, and where those of each begin.
fn by_run(seen: &[Seen], runs: usize) -> (Vec<Seen>, Vec<usize>) {
    let mut begins = vec![0; runs + 1];
    seen.iter().for_each(|seen| begins[seen.run as usize + 1] += 1);
    for run in 0..runs {
        begins[run + 1] += begins[run];
    }
    let mut next = begins.clone();
    let mut sorted = seen.to_vec();
    for place in seen {
        sorted[next[place.run as usize]] = *place;
        next[place.run as usize] += 1;
    }
    (sorted, begins)
}

/// Pointwise mutual information of two neighbours, in bits.
fn information(both: u32, left: u32, right: u32, total: u32) -> f64 {
    libm::log2(ratio(both, total) / (ratio(left, total) * ratio(right, total)))
}

/// Entropy of the neighbours, in bits.
fn entropy(neighbours: impl Iterator<Item = u32>) -> f64 {
    let mut neighbours: Vec<u32> = neighbours.collect();
    neighbours.sort_unstable();
    let mut counts: Vec<u32> = neighbours.chunk_by(u32::eq).map(|same| same.len() as u32).collect();
    counts.sort_unstable(); // sums in a fixed order
    let total = neighbours.len() as u32;
    counts.iter().map(|count| ratio(*count, total)).map(|share| -share * libm::log2(share)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn information_by_hand() {
        // 4 times together, 4 and 8 alone, of 64: log2((4/64) / (4/64 · 8/64)) = 3
        assert_eq!(information(4, 4, 8, 64), 3.0);
    }

    #[test]
    fn entropy_by_hand() {
        assert_eq!(entropy([7, 3, 7, 5].into_iter()), 1.5);
        assert_eq!(entropy([].into_iter()), 0.0);
    }
}
