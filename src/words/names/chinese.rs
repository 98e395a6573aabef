//! Names of Chinese people: a surname and one or two characters, 江/nr in 江主席.

use super::{BEGINS_AFTER, BEGINS_COMPOUND, BIT, ENDS_TITLE, FUNCTION, Set, Stretch, Tables};
use crate::lists;
use crate::words::lattice::Candidate;

static SURNAMES: &str = include_str!("../../../lexicon/surnames.txt");
static GIVEN: &str = include_str!("../../../lexicon/given-name-characters.txt");

/// How rare names are among the words of a newspaper.
const NAME: i32 = 6 * BIT;
/// One name in six has one given character.
const ONE_GIVEN: i32 = 5 * BIT / 2;
const TWO_GIVEN: i32 = BIT / 3;
/// A given character that no class has.
const STRANGE: i32 = 27 * BIT / 2;
/// Words of one character that often follow a name and are in few.
const FUNCTION_WORDS: &str =
    "的了着过就也都还又却则把被让使带给从到所而且但或并很更最再才只不没将曾能可要会是有叫请找做拿看听问送";
/// More for one that more often follows a name: 摄, 说, 在.
const SELDOM: i32 = 6 * BIT;
/// A character that no list has as a surname, after a title.
const RARE: i32 = 15 * BIT;
const COMPOUND: i32 = 9 * BIT;

pub(super) fn compound_surnames() -> Set {
    SURNAMES.lines().filter_map(|line| line.strip_prefix("= ")).flat_map(str::split_whitespace).collect()
}

pub(super) fn fill(tables: &mut Tables) {
    let mut rank = 0;
    for line in lists::lines(SURNAMES).filter(|line| !line.starts_with('=')) {
        let asks_more = line.starts_with('+');
        for c in line.chars().filter(|c| !c.is_whitespace() && *c != '+') {
            let Some(entry) = tables.entry(c) else { continue };
            if asks_more {
                entry.surname += (2 * BIT) as i16;
            } else if entry.surname == 0 {
                // bits of -log2 of the share of people, by place in the list
                let bits = match rank {
                    0..5 => 4,
                    5..15 => 5,
                    15..40 => 7,
                    40..100 => 8,
                    100..200 => 10,
                    _ => 12,
                };
                entry.surname = (bits * BIT) as i16;
                rank += 1;
            }
        }
    }
    for c in FUNCTION_WORDS.chars() {
        if let Some(entry) = tables.entry(c) {
            entry.roles |= FUNCTION;
        }
    }
    for line in GIVEN.lines() {
        let Some((class, characters)) = line.split_once(' ') else { continue };
        let bits = match class {
            "1" => 13,
            "2" => 17,
            "3" => 21,
            _ => continue,
        };
        for c in characters.chars().filter(|c| !c.is_whitespace()) {
            if let Some(entry) = tables.entry(c).filter(|entry| entry.given == 0) {
                entry.given = (bits * BIT / 2) as i16;
            }
        }
    }
}

pub(super) fn candidates(stretch: &Stretch, tables: &Tables, found: &mut Vec<Candidate>) {
    // a title may end before the stretch
    let mut ends_title = true;
    for (start, letter) in stretch.letters.iter().enumerate() {
        let character = letter.look;
        let after_title = std::mem::replace(&mut ends_title, character.roles & ENDS_TITLE != 0);
        // most characters begin no name
        if character.surname == 0 && !after_title && character.roles & BEGINS_COMPOUND == 0 {
            continue;
        }
        // 船长|江伯言, though the dictionary sees 长江
        let begins = stretch.begins(start) || after_title && stretch.title_before(start);
        let mut surname = i32::from(character.surname);
        if surname == 0 && begins && stretch.title_before(start) && stretch.length_at(start) < 3 {
            surname = RARE;
        }
        if surname > 0 && begins {
            alone(stretch, start, start + 1, surname, found);
            given(stretch, start, start + 1, surname, found);
        }
        if character.roles & BEGINS_COMPOUND != 0
            && start + 2 <= stretch.letters.len()
            && tables.compound_surnames.contains(stretch.slice(start, start + 2))
        {
            alone(stretch, start, start + 2, COMPOUND, found);
            given(stretch, start, start + 2, COMPOUND, found);
        }
    }
}

/// 江/nr 主席/n
fn alone(stretch: &Stretch, start: usize, end: usize, surname: i32, found: &mut Vec<Candidate>) {
    if stretch.title_after(end) {
        found.push(Candidate { start, end, cost: NAME + surname, tag: "nr" });
    }
}

fn given(stretch: &Stretch, start: usize, from: usize, surname: i32, found: &mut Vec<Candidate>) {
    let cost_of = |at: usize| {
        let look = stretch.look(at)?;
        Some(match i32::from(look.given) {
            0 if look.roles & (BEGINS_AFTER | FUNCTION) != 0 => STRANGE + SELDOM,
            0 => STRANGE,
            given => given,
        })
    };
    let length = stretch.length_at(start);
    // a word that is a compound surname: 钟离
    let plausible = length == 1 || length == from - start || stretch.title_before(start);
    let Some(first) = cost_of(from) else { return };
    // a two-character word of the dictionary is a name only next to a title
    if plausible {
        stretch.offer(start, from + 1, NAME + surname + first + ONE_GIVEN, found);
    }
    if let Some(second) = cost_of(from + 1)
        && (plausible || length == 2)
    {
        stretch.offer(start, from + 2, NAME + surname + first + second + TWO_GIVEN, found);
    }
}
