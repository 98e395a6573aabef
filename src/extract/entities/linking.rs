//! One entity for all mentions of one person, place or body.

use super::Names;
use super::choose::Candidate;
use super::lists::LISTS;
use super::places_of::{Gazetteer, PlaceOf};
use super::short_forms::ShortForms;
use super::words::Words;
use super::works;
use crate::page::EntityType::{self, Organization, Person, Place, Work};
use crate::page::{Article, Entity, Mention};
use rustc_hash::FxHashMap;
use std::borrow::Cow;

/// Makes the entities of the mentions (in text order); `titles` are those of the people among them.
pub(crate) fn link<'a>(
    words: Words<'a>,
    articles: &[Article],
    mentions: &[Candidate],
    titles: &[Vec<String>],
    short_forms: &ShortForms,
    gazetteer: &Gazetteer,
) -> Names<'a> {
    let text = words.text;
    let mut linker = Linker { text, ..Linker::default() };
    let people = linker.people(articles, mentions);
    let mut names = Names { entities: Vec::new(), mentions: Vec::new(), words };
    for (index, mention) in mentions.iter().enumerate() {
        let surface = surface(text, mention);
        let (key, name, place) = match mention.kind {
            Person => (Cow::from(&people[index]), Cow::from(&people[index]), None),
            Organization => {
                let full = short_forms.full(&surface).or_else(|| listed(&surface));
                (full.map_or_else(|| surface.clone(), Cow::from), surface, None)
            }
            Place => match gazetteer.place(&surface) {
                Some(place) => (place.key().into(), surface, Some(place)),
                None => (surface.clone(), surface, None),
            },
            _ => (surface.clone(), surface, None),
        };
        let entity = linker.entity(&mut names, mention.kind, &key, &name, place);
        let record = &mut names.entities[entity as usize];
        record.mentions.push(index as u32);
        if mention.kind == Work && record.genre.is_none() {
            record.genre = Some(works::genre(text, mention));
        }
        let (start, end) = (mention.start as u32, mention.end as u32);
        names.mentions.push(Mention { kind: mention.kind, start, end, entity, because: mention.because });
        for title in &titles[index] {
            let list = &mut names.entities[entity as usize].titles;
            if !list.contains(title) {
                list.push(title.clone());
            }
        }
    }
    names
}

/// The words of a mention without the space of letter-spacing and the marks of a work.
fn surface<'a>(text: &'a str, mention: &Candidate) -> Cow<'a, str> {
    let text = &text[mention.start..mention.end];
    // by the first byte: no Han character begins with these
    let may_have_space = text.bytes().any(|byte| matches!(byte, ..0x21 | 0xc2 | 0xe1..=0xe3));
    match may_have_space && text.contains(char::is_whitespace) {
        true => text.chars().filter(|c| !c.is_whitespace()).collect(),
        false => text.into(),
    }
}

fn listed(name: &str) -> Option<String> {
    LISTS.organizations.get(name).map(|row| LISTS.full_names[row as usize].to_string())
}

#[derive(Default)]
struct Linker<'a> {
    text: &'a str,
    entities: FxHashMap<EntityType, FxHashMap<String, u32>>,
}

impl Linker<'_> {
    /// The entity with this key; its name becomes the fullest one that the page uses.
    fn entity(
        &mut self,
        names: &mut Names,
        kind: EntityType,
        key: &str,
        name: &str,
        place: Option<PlaceOf>,
    ) -> u32 {
        let next = names.entities.len() as u32;
        let known = self.entities.entry(kind).or_default();
        let index = known.get(key).copied().unwrap_or_else(|| {
            known.insert(key.to_string(), next);
            next
        });
        if index == next {
            let place = place.map(|place| place.contract());
            let (titles, mentions) = (Vec::new(), Vec::new());
            names.entities.push(Entity {
                name: name.into(),
                kind,
                titles,
                mentions,
                place,
                genre: None,
                spoken: 0,
            });
        } else if names.entities[index as usize].name.chars().count() < name.chars().count() {
            names.entities[index as usize].name = name.into();
        }
        index
    }

    /// For each mention of a person the full name that it stands for.
    fn people(&self, articles: &[Article], mentions: &[Candidate]) -> Vec<String> {
        let mut full: Vec<String> = vec![String::new(); mentions.len()];
        // transliterated names by their last part
        let mut by_last_part: FxHashMap<String, String> = FxHashMap::default();
        for mention in mentions.iter().filter(|mention| mention.kind == Person) {
            let name = surface(self.text, mention);
            if let Some((_, last)) = name.rsplit_once(['·', '‧', '•']) {
                by_last_part.entry(last.to_string()).or_insert_with(|| name.to_string());
            }
        }
        let mut article = 0;
        let mut by_surname: FxHashMap<char, String> = FxHashMap::default();
        for (index, mention) in mentions.iter().enumerate() {
            if mention.kind != Person {
                continue;
            }
            while articles.get(article).is_some_and(|a| a.end as usize <= mention.start) {
                article += 1;
                by_surname.clear();
            }
            let name = surface(self.text, mention);
            let bare = name.trim_start_matches(['老', '小', '阿']);
            let partial = mention.because == "person-surname-title" || mention.because == "person-familiar";
            let first = if partial { bare.chars().next() } else { name.chars().next() };
            let known = first.and_then(|first| by_surname.get(&first));
            full[index] = match known {
                Some(known) if partial => known.clone(),
                _ => by_last_part.get(&*name).cloned().unwrap_or_else(|| name.to_string()),
            };
            if !partial && let Some(first) = first {
                by_surname.insert(first, full[index].clone());
            }
        }
        full
    }
}
