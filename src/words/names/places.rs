//! Names of places: a name with a generic character, 坪上村/ns, 德班港/ns.

use super::{BIT, GENERIC_PLACE, Stretch, Tables};
use crate::words::lattice::Candidate;

/// Generic characters that the PKU standard writes together with the name.
const GENERIC: &str = "省市县区州镇乡村庄屯寨旗盟岛港湾河江湖海山峰岭沟峡溪泉滩街路巷桥屿营";
/// Those of small places, whose names are seldom in a dictionary.
const SMALL: &str = "镇乡村庄屯寨";

pub(super) fn fill(tables: &mut Tables) {
    for c in GENERIC.chars() {
        if let Some(entry) = tables.entry(c) {
            entry.roles |= GENERIC_PLACE;
        }
    }
}

pub(super) fn candidates(stretch: &Stretch, found: &mut Vec<Candidate>) {
    for (at, letter) in stretch.letters.iter().enumerate().skip(2) {
        if letter.look.roles & GENERIC_PLACE == 0 || !stretch.begins(at) {
            continue;
        }
        for length in 2..=at.min(6) {
            let start = at - length;
            if !stretch.begins(start) {
                continue;
            }
            let limit = stretch.dictionary_cost(start, at + 1);
            let cost = if stretch.length_at(start) == length {
                let name = stretch.slice(start, at);
                let known = stretch.lexicon.word(name).filter(|_| stretch.lexicon.tag(name) == Some("ns"));
                // the name alone and the generic character alone cost more
                known.map(|word| crate::lexicon::words::cost(word.bucket) + 4 * BIT)
            } else {
                let small =
                    length == 2 && SMALL.contains(stretch.slice(at, at + 1)) && unknown(stretch, start);
                small.then_some(24 * BIT)
            };
            if let Some(cost) = cost.filter(|cost| *cost < limit) {
                found.push(Candidate { start, end: at + 1, cost, tag: "ns" });
            }
        }
    }
}

/// Two characters that may be a name: none of them a function word or a verb on its own.
fn unknown(stretch: &Stretch, start: usize) -> bool {
    (start..start + 2).all(|at| {
        let tag = stretch.lexicon.tag(stretch.slice(at, at + 1)).unwrap_or("n");
        !matches!(tag.as_bytes()[0], b'u' | b'p' | b'c' | b'd' | b'r' | b'v' | b'y' | b'k' | b'q')
    })
}
