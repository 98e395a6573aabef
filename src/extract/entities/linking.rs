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

/// Makes the entities of the mentions (in text order); `titles` are those of the people among them, by where these begin.
pub(crate) fn link<'a>(
    words: Words<'a>,
    articles: &[Article],
    mentions: &[Candidate],
    titles: &FxHashMap<usize, Vec<String>>,
    short_forms: &ShortForms,
    gazetteer: &Gazetteer,
) -> Names<'a> {
    let text = words.text;
    let mut linker = Linker { text, entities: FxHashMap::default(), surfaces: FxHashMap::default() };
    let mut people = linker.people(articles, mentions).into_iter();
    let mut names = Names { entities: Vec::new(), mentions: Vec::new(), words };
    for (mention, index) in mentions.iter().zip(0..) {
        let person = if mention.kind == Person { people.next() } else { None };
        let name = person.unwrap_or_else(|| surface(text, mention));
        let entity = linker.entity(&mut names.entities, mention.kind, name, short_forms, gazetteer);
        let record = &mut names.entities[entity as usize];
        record.mentions.push(index);
        if mention.kind == Work && record.genre.is_none() {
            record.genre = Some(works::genre(text, mention));
        }
        let (start, end) = (mention.start as u32, mention.end as u32);
        names.mentions.push(Mention { kind: mention.kind, start, end, entity, because: mention.because });
        if mention.kind == Person {
            for title in titles.get(&mention.start).into_iter().flatten() {
                if !record.titles.contains(title) {
                    record.titles.push(title.clone());
                }
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

struct Linker<'a> {
    text: &'a str,
    /// By kind and what all names of an entity share.
    entities: FxHashMap<(EntityType, Cow<'a, str>), u32>,
    /// By kind and name.
    surfaces: FxHashMap<(EntityType, Cow<'a, str>), u32>,
}

impl<'a> Linker<'a> {
    /// The entity with this name; its own name becomes the fullest one that the page uses.
    fn entity(
        &mut self,
        entities: &mut Vec<Entity>,
        kind: EntityType,
        name: Cow<'a, str>,
        short_forms: &ShortForms,
        gazetteer: &Gazetteer,
    ) -> u32 {
        let by_name = (kind, name);
        if let Some(known) = self.surfaces.get(&by_name) {
            return *known;
        }
        let (_, name) = &by_name;
        let place = if kind == Place { gazetteer.place(name) } else { None };
        let key = match kind {
            Organization => short_forms.full(name).or_else(|| listed(name)).map(Cow::from),
            _ => place.as_ref().map(|place| place.key().into()),
        };
        let next = entities.len() as u32;
        let index = *self.entities.entry((kind, key.unwrap_or_else(|| name.clone()))).or_insert(next);
        if index == next {
            let place = place.map(PlaceOf::contract);
            let (titles, mentions) = (Vec::new(), Vec::new());
            let name = name.to_string();
            entities.push(Entity { name, kind, titles, mentions, place, genre: None, spoken: 0 });
        } else if entities[index as usize].name.chars().count() < name.chars().count() {
            entities[index as usize].name = name.to_string();
        }
        self.surfaces.insert(by_name, index);
        index
    }

    /// For each mention of a person the full name that it stands for.
    fn people(&self, articles: &[Article], mentions: &[Candidate]) -> Vec<Cow<'a, str>> {
        let people = || mentions.iter().filter(|mention| mention.kind == Person);
        // transliterated names by their last part
        let mut by_last_part: FxHashMap<String, Cow<str>> = FxHashMap::default();
        for mention in people() {
            let name = surface(self.text, mention);
            if let Some((_, last)) = name.rsplit_once(['·', '‧', '•'])
                && !by_last_part.contains_key(last)
            {
                by_last_part.insert(last.to_string(), name);
            }
        }
        let mut article = 0;
        let mut by_surname: FxHashMap<char, Cow<str>> = FxHashMap::default();
        let mut names = Vec::new();
        for mention in people() {
            while articles.get(article).is_some_and(|a| a.end as usize <= mention.start) {
                article += 1;
                by_surname.clear();
            }
            let name = surface(self.text, mention);
            let bare = name.trim_start_matches(['老', '小', '阿']);
            let partial = mention.because == "person-surname-title" || mention.because == "person-familiar";
            let first = if partial { bare.chars().next() } else { name.chars().next() };
            let known = first.and_then(|first| by_surname.get(&first)).filter(|_| partial);
            let full = known.or_else(|| by_last_part.get(&*name)).unwrap_or(&name).clone();
            if !partial && let Some(first) = first {
                by_surname.insert(first, full.clone());
            }
            names.push(full);
        }
        names
    }
}
