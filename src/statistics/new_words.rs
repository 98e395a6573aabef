//! Strings that the page repeats and the lexicon does not have.

use super::vocabulary::{Key, Vocabulary};
use super::{Words, ratio, round};
use crate::lexicon::Lexicon;
use crate::numbering::Numbering;
use crate::sorting;
use crate::source::chars::is_han;
use rustc_hash::FxBuildHasher;
use serde::Serialize;
use std::hash::BuildHasher;

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

/// Where a run stands: its number and the words before and after it, one more than their numbers, 0 for none.
#[derive(Clone, Copy)]
struct Seen {
    run: u32,
    left: u32,
    right: u32,
}

/// Runs of two to four words that stand together at least three times, scored by cohesion (the least pointwise mutual
/// information of a division in two, in bits) and freedom (the branching entropy of the neighbours, of the less free
/// side, in bits): `score = cohesion · freedom · log2(count)`. After Church and Hanks 1990 for the one and Huang and
/// Powers, "Chinese Word Segmentation Based on Contextual Entropy", PACLIC 2003, for the other. The best first.
pub fn new_words(words: Words, lexicon: &Lexicon) -> Vec<NewWord> {
    find(words, &Vocabulary::read(words), lexicon)
}

pub(super) fn find<'a>(words: Words<'a>, vocabulary: &Vocabulary<'a>, lexicon: &Lexicon) -> Vec<NewWord> {
    let han: Vec<bool> = vocabulary.words.iter().map(|word| word.chars().all(is_han)).collect();
    let part = |index: usize| is_content(words.tokens.tag[index]) && han[vocabulary.of[index] as usize];
    let parts: Vec<bool> = (0..words.len()).map(part).collect();
    let mut single = vec![0_u32; vocabulary.words.len()];
    for index in (0..words.len()).filter(|index| parts[*index]) {
        single[vocabulary.of[index] as usize] += 1;
    }
    let total = single.iter().sum();
    // a run repeats only if each pair in it does: few runs are left to be counted
    let pairs = repeated_pairs(words, &parts);
    let mut numbers: Numbering<Key> = Numbering::with_capacity(words.len() / 16);
    let mut runs: Vec<(usize, usize)> = Vec::new();
    let mut seen: Vec<Seen> = Vec::new();
    for i in 0..words.len() {
        for last in i + 1..(i + LONGEST).min(words.len()) {
            if !pairs[last - 1] {
                break;
            }
            let (start, end) = (words.tokens.start[i] as usize, words.tokens.end[last] as usize);
            let Some(key) = Key::of(words.text, start, end) else { break };
            let number = numbers.number(key);
            if number as usize == runs.len() {
                runs.push((start, end));
            }
            let neighbour = |index: Option<usize>| index.map_or(0, |index| vocabulary.of[index] + 1);
            let next = Some(last + 1).filter(|next| *next < words.len());
            seen.push(Seen { run: number, left: neighbour(i.checked_sub(1)), right: neighbour(next) });
        }
    }
    let (seen, begins) = by_run(&seen, runs.len());
    let places = |run: usize| &seen[begins[run]..begins[run + 1]];
    let count_of = |start: usize, end: usize| {
        let run = || {
            numbers.get(&Key::of(words.text, start, end)?).map(|number| places(number as usize).len() as u32)
        };
        let word =
            vocabulary.number(words.text, start, end).map(|number| single[number]).filter(|count| *count > 0);
        word.or_else(|| run().filter(|count| *count >= LEAST_COUNT))
    };
    let mut found: Vec<(usize, NewWord)> = Vec::new();
    for (number, (start, end)) in runs.iter().copied().enumerate() {
        let seen = places(number);
        let count = seen.len() as u32;
        let run = &words.text[start..end];
        if count < LEAST_COUNT || lexicon.has_word(run) {
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
        let freedom =
            entropy(seen.iter().map(|seen| seen.left)).min(entropy(seen.iter().map(|seen| seen.right)));
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

/// For each word whether it makes with the next one a pair that stands in the text [`LEAST_COUNT`] times.
fn repeated_pairs(words: Words, parts: &[bool]) -> Vec<bool> {
    let pair = |index: usize| {
        let next = index + 1;
        let touches = next < words.len() && words.tokens.start[next] == words.tokens.end[index];
        (touches && parts[index] && parts[next])
            .then(|| Key::of(words.text, words.tokens.start[index] as usize, words.tokens.end[next] as usize))
            .flatten()
    };
    // most pairs stand once: a rough count by a part of their hash leaves few for the exact one
    const NONE: u32 = u32::MAX;
    let size = (words.len() * 2).next_power_of_two();
    let place = |pair: Key| (FxBuildHasher.hash_one(pair) as usize & (size - 1)) as u32;
    let places: Vec<u32> = (0..words.len()).map(|index| pair(index).map_or(NONE, place)).collect();
    let mut rough = vec![0_u8; size];
    for place in places.iter().filter(|place| **place != NONE) {
        let count = &mut rough[*place as usize];
        *count = count.saturating_add(1);
    }
    let likely =
        |index: usize| places[index] != NONE && u32::from(rough[places[index] as usize]) >= LEAST_COUNT;
    // the number of each likely pair, and how often each stands
    let mut numbers: Numbering<Key> = Numbering::with_capacity(words.len() / 16);
    let mut counts: Vec<u32> = Vec::new();
    let mut count = |index: usize| {
        let number = numbers.number(likely(index).then(|| pair(index)).flatten()?);
        match counts.get_mut(number as usize) {
            Some(count) => *count += 1,
            None => counts.push(1),
        }
        Some(number)
    };
    let found: Vec<Option<u32>> = (0..words.len()).map(&mut count).collect();
    let repeats = |number: u32| counts[number as usize] >= LEAST_COUNT;
    found.into_iter().map(|number| number.is_some_and(repeats)).collect()
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

/// Whether the word may be a part of a new one: no function word.
fn is_content(tag: &str) -> bool {
    matches!(
        tag.as_bytes().first(),
        Some(b'n' | b'v' | b'a' | b'b' | b'j' | b'i' | b'l' | b's' | b'g' | b'h' | b'k' | b'z')
    )
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
