//! Places in the administrative hierarchy: which 江北区 is meant.

use crate::lexicon::{Form, Level, Lexicon, Place};
use crate::page::PlacePath;
use rustc_hash::FxHashSet;
use std::collections::BTreeSet;

/// The places of the page by name, ambiguous ones resolved by the provinces and cities it names.
pub(crate) struct Gazetteer<'a> {
    lexicon: &'a Lexicon,
    /// Codes of provinces and cities that the page names without doubt.
    named: BTreeSet<u32>,
}

/// A place found in the gazetteer.
#[derive(Clone, Debug)]
pub(crate) struct PlaceOf {
    code: u32,
    country: String,
    name: String,
    path: Vec<String>,
}

impl PlaceOf {
    /// What all names of this place share.
    pub(crate) fn key(&self) -> String {
        if self.code == 0 {
            format!("{} {}", self.country, self.name)
        } else {
            format!("{} {}", self.code, self.name)
        }
    }

    /// As the contract writes it.
    pub(crate) fn contract(self) -> PlacePath {
        PlacePath {
            code: (self.code != 0).then(|| self.code.to_string()),
            country: self.country,
            path: self.path,
        }
    }
}

impl<'a> Gazetteer<'a> {
    /// Reads which provinces and cities the page names.
    pub(crate) fn new<'n>(lexicon: &'a Lexicon, names: impl Iterator<Item = &'n str>) -> Gazetteer<'a> {
        let mut named = BTreeSet::new();
        let mut seen = FxHashSet::default();
        for name in names.filter(|name| seen.insert(*name)) {
            let readings = lexicon.places(name);
            let chinese: Vec<&Place> = readings.iter().filter(|place| place.code != 0).collect();
            if let Some(first) =
                chinese.first().filter(|place| matches!(place.level, Level::Province | Level::City))
            {
                named.insert(first.code);
                named.insert(first.code / 10_000 * 10_000);
            } else if let [only] = chinese[..] {
                named.insert(only.parent());
                named.insert(only.code / 10_000 * 10_000);
            }
        }
        named.remove(&0);
        Gazetteer { lexicon, named }
    }

    /// The place that a name means on this page.
    pub(crate) fn place(&self, name: &str) -> Option<PlaceOf> {
        let readings = self.lexicon.places(name);
        let closeness = |place: &Place| {
            let parent = u32::from(place.parent() != 0 && self.named.contains(&place.parent()));
            let province = u32::from(self.named.contains(&(place.code / 10_000 * 10_000)));
            2 * parent + province
        };
        let whole: Vec<&Place> = readings.iter().filter(|place| place.kind != Form::Abbreviation).collect();
        // provinces and cities come first and mean themselves; a county's name asks the page
        let first = *whole.first()?;
        let best = if matches!(first.level, Level::County) {
            *whole.iter().rev().max_by_key(|place| closeness(place))?
        } else {
            first
        };
        let sure = whole
            .iter()
            .filter(|place| place.code != best.code && matches!(place.level, Level::County))
            .all(|place| closeness(place) < closeness(best));
        if matches!(best.level, Level::County) && !sure {
            return None;
        }
        Some(self.described(best))
    }

    fn described(&self, place: &Place) -> PlaceOf {
        let mut path = Vec::new();
        for code in [place.code / 10_000 * 10_000, place.parent()] {
            if code != 0
                && code != place.code
                && let Some(name) = self.lexicon.place_by_code(code)
                && !path.iter().any(|known| known == name)
            {
                path.push(name.to_string());
            }
        }
        path.push(place.name.to_string());
        PlaceOf { code: place.code, country: place.country.to_string(), name: place.name.to_string(), path }
    }
}
