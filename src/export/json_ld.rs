//! schema.org: a `NewsArticle` for each article, with whom and what it mentions.

use super::json::Json;
use super::{body, names, text::Text};
use crate::page::{Article, Entity, EntityType, Page};

pub fn write(page: &Page, text: &Text) -> String {
    let mut json = Json::default();
    json.open('{');
    json.member("@context", "https://schema.org");
    json.key("@graph");
    json.open('[');
    // mentions and articles are both in text order; which article an entity was last told of
    let mut told = vec![0; page.entities.len()];
    let mut mentions = page.mentions.iter().peekable();
    for (index, article) in page.articles.iter().enumerate() {
        json.open('{');
        about(&mut json, page, article, text);
        json.key("mentions");
        json.open('[');
        while let Some(mention) = mentions.next_if(|mention| mention.start < article.end) {
            let at = mention.entity as usize;
            if let (Some(entity), Some(last)) = (page.entities.get(at), told.get_mut(at))
                && *last != index + 1
            {
                *last = index + 1;
                thing(&mut json, entity);
            }
        }
        json.close(']');
        json.close('}');
    }
    json.close(']');
    json.close('}');
    json.0.push('\n');
    json.0
}

fn about(json: &mut Json, page: &Page, article: &Article, text: &Text) {
    json.member("@type", "NewsArticle");
    json.member("@id", &format!("#{}", article.id));
    json.member("genre", names::of_article(article.kind));
    if let Some(headline) = &article.headline {
        json.member("headline", &headline.main.join(" "));
        let others: Vec<_> = headline.kicker.iter().chain(&headline.sub).collect();
        if !others.is_empty() {
            json.key("alternativeHeadline");
            json.open('[');
            others.into_iter().for_each(|line| json.string(line));
            json.close(']');
        }
    }
    if !article.authors.is_empty() {
        json.key("author");
        json.open('[');
        for author in &article.authors {
            named(json, "Person", &author.name);
            json.known("jobTitle", author.role.as_deref());
            json.close('}');
        }
        json.close(']');
    }
    json.known("datePublished", page.published.as_deref());
    if let Some(dateline) = &article.dateline {
        json.known("dateCreated", dateline.date.as_deref());
        for (key, kind, name) in [
            ("sourceOrganization", "Organization", &dateline.agency),
            ("locationCreated", "Place", &dateline.place),
        ] {
            if let Some(name) = name {
                json.key(key);
                named(json, kind, name);
                json.close('}');
            }
        }
    }
    json.member("inLanguage", "zh");
    json.member("articleBody", &body(article, text));
}

/// Begins an object of a type with a name.
fn named(json: &mut Json, kind: &str, name: &str) {
    json.open('{');
    json.member("@type", kind);
    json.member("name", name);
}

fn thing(json: &mut Json, entity: &Entity) {
    let kind = match entity.kind {
        EntityType::Person => "Person",
        EntityType::Place => "Place",
        EntityType::Organization => "Organization",
        EntityType::Event => "Event",
        EntityType::Term => "DefinedTerm",
        EntityType::Work => match entity.genre {
            Some("law") => "Legislation",
            Some("newspaper") => "Newspaper",
            Some("periodical") => "Periodical",
            Some("film") => "Movie",
            Some("music") => "MusicComposition",
            _ => "CreativeWork",
        },
        EntityType::Title => return, // an office alone is no thing of schema.org's
    };
    named(json, kind, &entity.name);
    if entity.kind == EntityType::Person && !entity.titles.is_empty() {
        json.key("jobTitle");
        json.open('[');
        entity.titles.iter().for_each(|title| json.string(title));
        json.close(']');
    }
    if let Some(code) = entity.place.as_ref().and_then(|place| place.code.as_deref()) {
        json.key("identifier");
        json.open('{');
        json.member("@type", "PropertyValue");
        json.member("propertyID", "GB/T 2260");
        json.member("value", code);
        json.close('}');
    }
    json.close('}');
}
