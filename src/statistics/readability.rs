//! How hard a text is to read: measures made for Chinese.

use super::vocabulary::{Kind, Vocabulary};
use super::{Characters, Words, ratio, round};
use crate::lists;
use crate::page::Sentences;
use crate::source::chars::{CharSet, is_han};
use serde::Serialize;
use std::sync::LazyLock;

static COMMON: &str = include_str!("../../lexicon/common-characters.txt");

/// How hard a text is to read.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Readability {
    /// Han characters a sentence, on average.
    pub characters_per_sentence: f64,
    /// Han characters a clause, on average: what stands between two marks that end a clause (，；：。！？).
    pub characters_per_clause: f64,
    /// Moving-average type–token ratio over windows of 50 words (Covington and McFall, "Cutting the Gordian Knot",
    /// Journal of Quantitative Linguistics 17, 2010): how many of the words in a window are different. Of a shorter text
    /// it is the ratio of the whole.
    pub lexical_diversity: f64,
    /// Share of the Han characters that are common: in the first level of GB/T 2312 (3755 characters).
    pub common_characters: f64,
}

/// Words in a window.
const WINDOW: u32 = 50;

/// Measures a text. All numbers have four decimals.
pub fn readability(words: Words, sentences: &Sentences) -> Readability {
    let vocabulary = Vocabulary::read(words);
    measure(words, &vocabulary, sentences, Characters::count(words, &vocabulary))
}

pub(super) fn measure(
    words: Words,
    vocabulary: &Vocabulary,
    sentences: &Sentences,
    characters: Characters,
) -> Readability {
    let ends_clause: Vec<bool> = vocabulary.words.iter().map(|word| ends_clause(word)).collect();
    let (mut clauses, mut open) = (0, false);
    for (word, kind) in vocabulary.of.iter().zip(&vocabulary.kind) {
        if ends_clause[*word as usize] {
            clauses += u32::from(open);
            open = false;
        } else {
            open |= *kind != Kind::Mark;
        }
    }
    clauses += u32::from(open);
    let Characters { han, common, .. } = characters;
    let filled = sentences.start.iter().zip(&sentences.end);
    let filled =
        filled.filter(|(start, end)| words.text[**start as usize..**end as usize].contains(is_han)).count();
    Readability {
        characters_per_sentence: round(ratio(han, filled as u32)),
        characters_per_clause: round(ratio(han, clauses)),
        lexical_diversity: round(diversity(vocabulary)),
        common_characters: round(ratio(common, han)),
    }
}

fn ends_clause(word: &str) -> bool {
    matches!(word, "，" | "；" | "：" | "。" | "！" | "？" | "," | ";" | "!" | "?")
}

pub(super) fn common_characters() -> &'static CharSet {
    static COMMON_CHARACTERS: LazyLock<CharSet> =
        LazyLock::new(|| CharSet::new(lists::lines(COMMON).flat_map(str::chars)));
    &COMMON_CHARACTERS
}

fn diversity(vocabulary: &Vocabulary) -> f64 {
    let total = vocabulary.kind.iter().filter(|kind| **kind != Kind::Mark).count() as u32;
    let width = total.min(WINDOW);
    let windows = total - width + 1;
    // of each word one more than its last place, 0 for none
    let mut last: Vec<u32> = vec![0; vocabulary.words.len()];
    let (mut end, mut sum) = (0, 0_u64);
    for (word, kind) in vocabulary.of.iter().zip(&vocabulary.kind) {
        if *kind == Kind::Mark {
            continue;
        }
        end += 1;
        let after = std::mem::replace(&mut last[*word as usize], end);
        // it is new in the windows that begin after its last place and hold it
        let begin = after.max(end.saturating_sub(width));
        sum += u64::from(end.min(windows).saturating_sub(begin));
    }
    if width == 0 { 0.0 } else { sum as f64 / f64::from(windows) / f64::from(width) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::testing;

    #[test]
    fn measures_by_hand() {
        let (text, tokens) = testing::words("大桥/n 建成/v ，/w 公路/n 建成/v 。/w 囧/n 吗/y ？/w");
        let sentences = Sentences { start: vec![0, 30], end: vec![30, 39] };
        let found = readability(Words { text: &text, tokens: &tokens }, &sentences);
        // ten characters, two sentences, three clauses, five different of six words; 囧 is not common
        let expected = Readability {
            characters_per_sentence: 5.0,
            characters_per_clause: 3.3333,
            lexical_diversity: 0.8333,
            common_characters: 0.9,
        };
        assert_eq!(found, expected);
    }

    #[test]
    fn the_window_moves() {
        // 51 words: 50 different, then the first again; windows hold 50 and 50 different words
        let mut tokens = crate::page::Tokens::default();
        let text: String = (0..51_u32).map(|i| char::from_u32(0x4e00 + i % 50).unwrap()).collect();
        for i in 0..51 {
            tokens.start.push(i * 3);
            tokens.end.push(i * 3 + 3);
            tokens.tag.push("n");
        }
        let words = Words { text: &text, tokens: &tokens };
        assert_eq!(diversity(&Vocabulary::read(words)), 1.0);
        assert!(common_characters().has('一') && !common_characters().has('囧'));
    }
}
