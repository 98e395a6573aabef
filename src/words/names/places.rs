//! Names of places: a name with a generic character, 坪上村/ns, 德班港/ns.

use super::{BIT, Stretch};
use crate::words::lattice::Candidate;

/// Generic characters that the PKU standard writes together with the name.
const GENERIC: &str = "省市县区州镇乡村庄屯寨旗盟岛港湾河江湖海山峰岭沟峡溪泉滩街路巷桥屿营";
/// Those of small places, whose names are seldom in a dictionary.
const SMALL: &str = "镇乡村庄屯寨";

pub(super) fn candidates(stretch: &Stretch, found: &mut Vec<Candidate>) {
    for (at, c) in stretch.chars.iter().enumerate().skip(2) {
        if !GENERIC.contains(*c) {
            continue;
        }
        for length in 2..=at.min(6) {
            let start = at - length;
            if !stretch.begins[start] {
                continue;
            }
            let name = stretch.slice(start, at);
            let known = stretch.lexicon.word(name).filter(|_| stretch.lexicon.tag(name) == Some("ns"));
            if let Some(word) = known {
                // the name alone and the generic character alone cost more
                let cost = crate::lexicon::words::cost(word.bucket) + 4 * BIT;
                found.push(Candidate { start, end: at + 1, cost, tag: "ns" });
            } else if length == 2
                && SMALL.contains(*c)
                && stretch.begins[start + 1]
                && unknown(stretch, start)
            {
                found.push(Candidate { start, end: at + 1, cost: 24 * BIT, tag: "ns" });
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
