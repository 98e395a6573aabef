//! Who, where, which body: people, places, organisations, titles, works, terms and events, and which mentions
//! name the same one.
//!
//! Rules and lists propose candidates, the best that do not overlap are chosen, what was found once is looked for
//! everywhere, and mentions of the same person or body are put together. Titles, works, terms and events lie over
//! the names: a body may stand inside a title or a work.

mod choose;
mod endings;
mod events;
mod linking;
pub(crate) mod lists;
mod organizations;
mod people;
mod places;
mod places_of;
mod repeats;
mod short_forms;
mod titles;
pub(crate) mod words;
mod works;

use super::Reading;
use crate::page::EntityType::{self, Organization, Person, Place};
use crate::page::{Entity, Mention};
use crate::sorting::{self, descending, pair};
use choose::{Candidate, choose};
use endings::Endings;
use lists::{LISTS, LookAlike};
use rustc_hash::FxHashMap;
use short_forms::ShortForms;
use titles::{Title, Titles};
use words::Words;

/// What the page names.
pub struct Names<'a> {
    /// Each named person, place, body … once.
    pub entities: Vec<Entity>,
    /// Each place in the text where one is named, in text order.
    pub mentions: Vec<Mention>,
    /// The words of the page, divided where names begin and end.
    pub(crate) words: Words<'a>,
}

/// Finds the names of a page.
pub fn names<'a>(reading: &Reading<'a>) -> Names<'a> {
    let mut words = Words::new(reading);
    places::mark_places(&mut words, reading.lexicon);
    let mut candidates = places::places(&words, reading.lexicon);
    // 渔舟镇 found once helps to read 渔舟镇党委
    let mut again = choose(words.text, candidates.clone());
    repeats::repeats(&words, &mut again, &[]);
    candidates.extend(
        again.into_iter().filter(|c| c.because == "name-repeated").map(|c| Candidate { score: 300, ..c }),
    );
    let bodies = organizations::organizations(&words, reading.lexicon, &candidates);
    candidates.extend(bodies);
    let (look_alikes, party) = look_alikes(words.text);
    candidates.retain(|candidate| !inside_any(candidate, &look_alikes));
    let ending = name_ending(&words, &choose(words.text, candidates.clone()));
    let titles = Titles::new(&words, &ending);
    candidates.extend(people::people(&words, &titles, reading.lexicon));
    candidates.retain(|candidate| !inside_any(candidate, &look_alikes));

    let mut chosen = choose(words.text, candidates);
    let short_forms = ShortForms::read(words.text, &chosen);
    let taught: Vec<(String, EntityType)> =
        short_forms.names().map(|name| (name.to_string(), Organization)).collect();
    repeats::repeats(&words, &mut chosen, &taught);
    chosen.retain(|candidate| !inside_any(candidate, &look_alikes));

    let words = words.realigned(&chosen);
    let ending = name_ending(&words, &chosen);
    let titles = Titles::new(&words, &ending);
    let (held, given) = titles_of_people(&words, &titles, &chosen);
    let places = chosen.iter().filter(|c| c.kind == Place).map(|c| &words.text[c.start..c.end]);
    let gazetteer = places_of::Gazetteer::new(reading.lexicon, places);
    let mut overlays = works::works_and_terms(&words, reading.lexicon);
    // a short form that the page teaches in marks names its body, it is no term
    let is_taught = |c: &Candidate| taught.iter().any(|(name, _)| *name == words.text[c.start..c.end]);
    overlays.retain(|c| c.kind != EntityType::Term || !is_taught(c));
    overlays.extend(works::documents(&words, &ending));
    overlays.extend(choose(words.text, events::events(&words, &party)));
    overlays.extend(given);
    let mentions = in_order(&chosen, overlays);
    linking::link(words, reading.articles, &mentions, &held, &short_forms, &gazetteer)
}

/// The chosen names with what lies over them, in text order, the longer first.
fn in_order(chosen: &[Candidate], mut overlays: Vec<Candidate>) -> Vec<Candidate> {
    let key = |c: &Candidate| pair(c.start as u32, u64::from(descending(c.end as u32)) << 8 | c.kind as u64);
    sorting::by_key(&mut overlays, key);
    let mut mentions = Vec::with_capacity(chosen.len() + overlays.len());
    let mut rest = chosen;
    for overlay in overlays {
        let before = rest.iter().take_while(|name| key(name) <= key(&overlay)).count();
        let (names, others) = rest.split_at(before);
        mentions.extend_from_slice(names);
        mentions.push(overlay);
        rest = others;
    }
    mentions.extend_from_slice(rest);
    mentions.dedup_by_key(|c| (c.start, c.end, c.kind));
    mentions
}

/// For the last word of each place and body its first word.
fn name_ending(words: &Words, chosen: &[Candidate]) -> Endings {
    let mut ending = Endings::new(words.list.len());
    for candidate in chosen.iter().filter(|c| matches!(c.kind, Place | Organization)) {
        let (first, last) = (words.at(candidate.start), words.at(candidate.end - 1));
        if words.list.get(last).is_some_and(|word| word.end == candidate.end) {
            ending.set(last, first);
        }
    }
    ending
}

/// The titles of the people among the chosen names, by where these begin, and the mentions of those titles.
fn titles_of_people(
    words: &Words,
    titles: &Titles,
    chosen: &[Candidate],
) -> (FxHashMap<usize, Vec<String>>, Vec<Candidate>) {
    let mut held: FxHashMap<usize, Vec<String>> = FxHashMap::default();
    let mut mentions = Vec::new();
    // the title that a list of names shares, with the end of the name before
    let mut shared: Option<(Title, usize)> = None;
    for person in chosen.iter().filter(|c| c.kind == Person) {
        let (first, last) = (words.at(person.start), words.at(person.end - 1));
        let before = titles.before(first);
        let mut own: Vec<(Title, &'static str)> =
            before.iter().map(|title| (*title, "title-before-name")).collect();
        let joined = shared.filter(|(_, end)| {
            words.text.get(*end..person.start).is_some_and(|gap| matches!(gap.trim(), "、" | "" | "和"))
        });
        if own.is_empty()
            && let Some((title, _)) = joined
        {
            own.push((title, "title-shared"));
        }
        shared = own
            .last()
            .filter(|(title, _)| titles::shared(words, title))
            .map(|(title, _)| (*title, person.end));
        own.extend(titles.after(last + 1).map(|title| (title, "title-after-name")));
        for (title, because) in own {
            let range = title.range(words);
            let text: String = words.text[range.clone()].chars().filter(|c| !c.is_whitespace()).collect();
            held.entry(person.start).or_default().push(text);
            mentions.push(Candidate {
                start: range.start,
                end: range.end,
                kind: EntityType::Title,
                score: 0,
                because,
            });
        }
    }
    sorting::by_key(&mut mentions, |c| pair(c.start as u32, c.end as u32));
    mentions.dedup_by_key(|c| (c.start, c.end));
    (held, mentions)
}

/// The stretches in which a name seems to stand and does not, and the places of 党的, looked for at the same time.
fn look_alikes(text: &str) -> (Vec<(usize, usize)>, Vec<usize>) {
    let (mut out, mut party) = (Vec::new(), Vec::new());
    let mut after = 0;
    for (at, length, found) in LISTS.look_alikes.in_text(text) {
        match found {
            LookAlike::Party => party.push(at),
            LookAlike::Name if at >= after => {
                out.push((at, at + length));
                after = at + length;
            }
            LookAlike::Name => {}
        }
    }
    (out, party)
}

fn inside_any(candidate: &Candidate, stretches: &[(usize, usize)]) -> bool {
    let next = stretches.partition_point(|(_, end)| *end <= candidate.start);
    stretches.get(next).is_some_and(|(start, end)| *start <= candidate.start && candidate.end <= *end)
}
