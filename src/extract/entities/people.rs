//! People: the words tagged as persons, and what their surroundings add.

use super::choose::Candidate;
use super::lists::{Stop, TitleClass};
use super::titles::{self, Title};
use super::words::Words;
use crate::page::EntityType::Person;

/// The candidates for people.
pub(crate) fn people(words: &Words, titles: &[Option<Title>]) -> Vec<Candidate> {
    let mut out = Vec::new();
    for (index, word) in words.list.iter().enumerate() {
        if word.is_person() && word.len() >= 2 && word.stop() != Some(Stop::NoName) {
            let because = if word.text.contains(['·', '‧', '•']) {
                "person-transliterated"
            } else {
                "person-word"
            };
            out.push(Candidate { start: word.start, end: word.end, kind: Person, score: 310, because });
        }
        out.extend(surname_with_title(words, titles, index));
        out.extend(familiar(words, index));
    }
    out
}

/// 李 + 总理, 王 + 先生: the surname alone.
fn surname_with_title(words: &Words, titles: &[Option<Title>], index: usize) -> Option<Candidate> {
    let word = &words.list[index];
    if word.len() != 1 || !word.is_person() {
        return None;
    }
    let title = titles::after(words, titles, index + 1)?;
    let bare = title.first == title.last || !title.with_body;
    let follows_name = words.before(index).is_some_and(|before| before.is_person());
    (bare
        && !follows_name
        && matches!(title.class, TitleClass::Post | TitleClass::Rank | TitleClass::Courtesy))
    .then_some(Candidate {
        start: word.start,
        end: word.end,
        kind: Person,
        score: 300,
        because: "person-surname-title",
    })
}

/// 老王, 小李
fn familiar(words: &Words, index: usize) -> Option<Candidate> {
    let word = &words.list[index];
    let before = words.before(index)?;
    let familiar = word.len() == 1 && word.is_person() && matches!(before.text, "老" | "小" | "阿");
    familiar.then_some(Candidate {
        start: before.start,
        end: word.end,
        kind: Person,
        score: 280,
        because: "person-familiar",
    })
}
