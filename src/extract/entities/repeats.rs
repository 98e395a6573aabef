//! What is recognised once on the page is recognised everywhere.

use super::choose::{Candidate, covered};
use super::lists::Prefixes;
use super::words::Words;
use crate::page::EntityType::{self, Organization, Person};
use crate::sorting;
use std::collections::BTreeMap;

/// Rules that are too weak to spread a name over the page.
const WEAK: [&str; 2] = ["person-surname-title", "person-familiar"];

/// Bytes of the longest name that is looked for elsewhere.
const LONGEST: usize = 150;

/// Adds the other places where the chosen names stand. A repeat does not cut a name that was chosen, and a short
/// one must stand at the edges of words.
pub(crate) fn repeats(words: &Words, chosen: &mut Vec<Candidate>, taught: &[(String, EntityType)]) {
    let text = words.text;
    let mut known: BTreeMap<&str, EntityType> = BTreeMap::new();
    for candidate in chosen.iter() {
        let name = &text[candidate.start..candidate.end];
        let characters = name.chars().count();
        let spreads = match candidate.kind {
            Person => characters >= 2 && !WEAK.contains(&candidate.because),
            Organization => characters >= 3,
            _ => characters >= 3,
        };
        if spreads && name.len() <= LONGEST {
            known.entry(name).or_insert(candidate.kind);
        }
    }
    let mut entries: Vec<(String, (EntityType, bool))> =
        taught.iter().map(|(name, kind)| (name.clone(), (*kind, true))).collect();
    entries.extend(known.iter().map(|(name, kind)| (name.to_string(), (*kind, false))));
    // 沃纳·福诺斯 is also called 福诺斯
    for (name, kind) in &known {
        if *kind == Person
            && let Some((_, last)) = name.rsplit_once(['·', '‧', '•'])
            && last.chars().count() >= 2
        {
            entries.push((last.to_string(), (Person, false)));
        }
    }
    let names = Prefixes::new(entries);
    let taken = covered(text, chosen);
    let mut skip_until = 0;
    let mut found = Vec::new();
    for at in names.may_begin(text) {
        if at < skip_until {
            continue;
        }
        let Some((length, (kind, was_taught))) = names.longest(&text[at..]) else { continue };
        let end = at + length;
        let characters = text[at..end].chars().count();
        let edges = (words.begins(at), words.ends(end));
        let fits = match characters {
            0..=2 => edges.0 && edges.1,
            _ if kind != Person => edges.0 && edges.1 || characters >= 6,
            3 => edges.0 || edges.1,
            _ => true,
        };
        // a longer name may take the place of shorter ones inside it: 江南 in 江南船科
        let free = !taken[at..end].iter().any(|taken| *taken) || was_taught && only_inside(chosen, at, end);
        if !fits || !free {
            continue;
        }
        let because = if was_taught { "name-short-form" } else { "name-repeated" };
        found.push(Candidate { start: at, end, kind, score: 0, because });
        skip_until = end;
    }
    chosen.retain(|c| {
        let next = found.partition_point(|name: &Candidate| name.end <= c.start);
        found.get(next).is_none_or(|name| c.end <= name.start)
    });
    chosen.extend(found);
    sorting::by_key(chosen, |c| c.start as u128);
}

/// Whether the chosen names (by start) that touch a stretch lie inside it and are shorter.
fn only_inside(chosen: &[Candidate], start: usize, end: usize) -> bool {
    let first = chosen.partition_point(|name| name.end <= start);
    let touching = chosen[first..].iter().take_while(|name| name.start < end);
    touching
        .into_iter()
        .all(|name| start <= name.start && name.end <= end && name.end - name.start < end - start)
}
