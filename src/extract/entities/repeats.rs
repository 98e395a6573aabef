//! What is recognised once on the page is recognised everywhere.

use super::choose::Candidate;
use super::lists::Prefixes;
use super::words::Words;
use crate::lexicon::filters::outline;
use crate::page::EntityType::{self, Person};
use crate::sorting;
use rustc_hash::FxHashSet;

/// Rules that are too weak to spread a name over the page.
const WEAK: [&str; 2] = ["person-surname-title", "person-familiar"];

/// Bytes of the longest name that is looked for elsewhere.
const LONGEST: usize = 150;

/// Adds the other places where the chosen names stand. A repeat does not cut a name that was chosen, and a short
/// one must stand at the edges of words.
pub(crate) fn repeats(words: &Words, chosen: &mut Vec<Candidate>, taught: &[(String, EntityType)]) {
    let text = words.text;
    let entries = entries(text, chosen, taught);
    if entries.is_empty() {
        return;
    }
    let names = Prefixes::new(entries);
    let (mut skip_until, mut next) = (0, 0);
    let mut found: Vec<Candidate> = Vec::new();
    for (at, length, (kind, was_taught)) in names.in_text(text) {
        if at < skip_until {
            continue;
        }
        let end = at + length;
        while chosen.get(next).is_some_and(|name| name.end <= at) {
            next += 1;
        }
        // a longer name may take the place of shorter ones inside it: 江南 in 江南船科
        let free = chosen.get(next).is_none_or(|name| end <= name.start)
            || was_taught && only_inside(&chosen[next..], at, end);
        if !free || !fits(words, at, end, kind) {
            continue;
        }
        let because = if was_taught { "name-short-form" } else { "name-repeated" };
        found.push(Candidate { start: at, end, kind, score: 0, because });
        skip_until = end;
    }
    if found.is_empty() {
        return;
    }
    chosen.retain(|c| {
        let next = found.partition_point(|name: &Candidate| name.end <= c.start);
        found.get(next).is_none_or(|name| c.end <= name.start)
    });
    chosen.extend(found);
    sorting::by_key(chosen, |c| c.start as u128);
}

/// The names to look for, each with its kind and whether the page teaches it as a short form.
fn entries<'a>(
    text: &'a str,
    chosen: &[Candidate],
    taught: &'a [(String, EntityType)],
) -> Vec<(&'a str, (EntityType, bool))> {
    let mut entries: Vec<(&str, (EntityType, bool))> =
        taught.iter().map(|(name, kind)| (name.as_str(), (*kind, true))).collect();
    let mut known: FxHashSet<&str> = FxHashSet::default();
    for candidate in chosen {
        let name = &text[candidate.start..candidate.end];
        let fewest = if candidate.kind == Person { 2 } else { 3 };
        let spreads = candidate.kind != Person || !WEAK.contains(&candidate.because);
        let new = name.len() <= LONGEST && spreads && outline(name).2 >= fewest && known.insert(name);
        if new {
            entries.push((name, (candidate.kind, false)));
        }
    }
    // 沃纳·福诺斯 is also called 福诺斯
    for at in taught.len()..entries.len() {
        if let (name, (Person, _)) = entries[at]
            && let Some((_, last)) = name.rsplit_once(['·', '‧', '•'])
            && last.chars().count() >= 2
        {
            entries.push((last, (Person, false)));
        }
    }
    entries
}

/// Whether a name may stand there: a short one only at the edges of words.
fn fits(words: &Words, start: usize, end: usize, kind: EntityType) -> bool {
    let edges = || (words.begins(start), words.ends(end));
    match outline(&words.text[start..end]).2 {
        0..=2 => edges() == (true, true),
        characters if kind != Person => characters >= 6 || edges() == (true, true),
        3 => edges() != (false, false),
        _ => true,
    }
}

/// Whether those of some names (by start) that touch a stretch lie inside it and are shorter.
fn only_inside(chosen: &[Candidate], start: usize, end: usize) -> bool {
    let mut touching = chosen.iter().take_while(|name| name.start < end);
    touching.all(|name| start <= name.start && name.end <= end && name.end - name.start < end - start)
}
