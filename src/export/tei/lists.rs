//! Who and what is named on the page, as lists in `standOff` that the names in the text point to.

use super::xml::{attribute, escape, is_word};
use crate::page::{Entity, EntityType};

/// A list: of which kind of entity, its element, the element of an entry and that of the name in it.
const LISTS: [(EntityType, &str, &str, &str); 7] = [
    (EntityType::Person, "listPerson", "person", "persName"),
    (EntityType::Place, "listPlace", "place", "placeName"),
    (EntityType::Organization, "listOrg", "org", "orgName"),
    (EntityType::Event, "listEvent", "event", "label"),
    (EntityType::Work, "listBibl", "bibl", "title"),
    (EntityType::Title, "list", "item", "roleName"),
    (EntityType::Term, "list", "item", "term"),
];

pub fn write(out: &mut String, entities: &[Entity]) {
    if entities.is_empty() {
        return;
    }
    out.push_str("<standOff>\n");
    for (kind, list, entry, name) in LISTS {
        let mut some = false;
        for (index, entity) in entities.iter().enumerate().filter(|(_, entity)| entity.kind == kind) {
            if !some {
                out.push('<');
                out.push_str(list);
                if list == "list" {
                    attribute(out, "type", super::super::names::of_entity(kind));
                }
                out.push_str(">\n");
                some = true;
            }
            out.push('<');
            out.push_str(entry);
            attribute(out, "xml:id", &id(index as u32));
            if let Some(genre) = entity.genre.filter(|genre| is_word(genre)) {
                attribute(out, "type", genre);
            }
            out.push('>');
            element(out, name, &entity.name);
            if kind == EntityType::Person {
                entity.titles.iter().for_each(|title| element(out, "occupation", title));
            }
            if let Some(place) = &entity.place {
                if let Some(country) = Some(&place.country).filter(|country| country.len() == 2) {
                    out.push_str("<country");
                    attribute(out, "key", country);
                    out.push_str("/>");
                }
                if let Some(code) = &place.code {
                    out.push_str("<idno type=\"GB-T-2260\">");
                    escape(out, code);
                    out.push_str("</idno>");
                }
            }
            out.push_str("</");
            out.push_str(entry);
            out.push_str(">\n");
        }
        if some {
            out.push_str("</");
            out.push_str(list);
            out.push_str(">\n");
        }
    }
    out.push_str("</standOff>\n");
}

/// The name of an entity within the document; its number is its index in the page.
pub fn id(entity: u32) -> String {
    format!("entity-{entity}")
}

fn element(out: &mut String, name: &str, text: &str) {
    out.push('<');
    out.push_str(name);
    out.push('>');
    escape(out, text);
    out.push_str("</");
    out.push_str(name);
    out.push('>');
}
