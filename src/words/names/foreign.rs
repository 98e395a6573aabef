//! Foreign and minority names written by sound: 恩古巴尼/nr, 穆罕默德·拉斐克·塔拉尔/nr.

use super::{BIT, Stretch, Tables};
use crate::source::chars::{is_han, is_latin};
use crate::words::Token;
use crate::words::lattice::Candidate;

static SOUNDS: &str = include_str!("../../../lexicon/transliteration-characters.txt");

const NAME: i32 = 7 * BIT;
/// Two characters by sound are seldom enough evidence.
const SHORT: i32 = 10 * BIT;
const LONGEST: usize = 8;
/// Bytes of the longest name with dots in it: 穆罕默德·本·萨勒曼·本·阿卜杜勒阿齐兹·阿勒沙特 has 72.
const LONGEST_DOTTED: usize = 120;

pub(super) fn fill(tables: &mut Tables) {
    for line in SOUNDS.lines() {
        let Some((class, characters)) = line.split_once(' ') else { continue };
        let cost = match class {
            "1" => 13 * BIT / 2,
            "2" => 9 * BIT,
            _ => continue,
        };
        for c in characters.chars().filter(|c| !c.is_whitespace()) {
            if let Some(entry) = tables.entry(c).filter(|entry| entry.sound == 0) {
                entry.sound = cost as i16;
            }
        }
    }
}

pub(super) fn candidates(stretch: &Stretch, found: &mut Vec<Candidate>) {
    let mut end = 0;
    let sound = |at: usize| i32::from(stretch.letters[at].look.sound);
    // most characters are not used for sounds
    while let Some(skipped) = stretch.letters[end..].iter().position(|letter| letter.look.sound > 0) {
        let start = end + skipped;
        end = start + stretch.letters[start..].iter().take_while(|letter| letter.look.sound > 0).count();
        for from in start..end.saturating_sub(1) {
            if !stretch.begins(from) {
                continue;
            }
            let mut cost = NAME + sound(from);
            for to in from + 1..end.min(from + LONGEST) {
                cost += sound(to);
                let short = if to - from == 1 { SHORT } else { 0 };
                stretch.offer(from, to + 1, cost + short, found);
            }
        }
    }
}

/// A dot between the parts of a name.
pub(in crate::words) fn is_dot(c: char) -> bool {
    matches!(c, '·' | '•' | '・' | '‧' | '．')
}

/// Joins what stands on both sides of a middle dot, if both are written by sound or one is a name.
pub(super) fn join_dotted(text: &str, tokens: &mut Vec<Token>, tables: &Tables) {
    let word = |token: &Token| &text[token.start as usize..token.end as usize];
    // by the first byte: no Han character begins with these
    let may_be_dot =
        |token: &Token| matches!(text.as_bytes()[token.start as usize], 0xc2 | 0xe2 | 0xe3 | 0xef);
    let dot = |token: &Token| may_be_dot(token) && matches!(word(token), "·" | "•" | "・" | "‧" | "．");
    let (mut i, mut kept) = (0, 0);
    while i < tokens.len() {
        let token = tokens[i];
        let joined = &tokens[..kept];
        if dot(&token)
            && joined.last().is_some_and(|last| last.end == token.start)
            && i + 1 < tokens.len()
            && tokens[i + 1].start == token.end
        {
            let left = joined.iter().rev().scan(token.start, |at, t| {
                let near = t.end == *at && sounds(word(t), t, tables);
                *at = t.start;
                near.then_some(())
            });
            let left = left.take(6).count();
            let right = tokens[i + 1..].iter().scan(token.end, |at, t| {
                let near = t.start == *at && sounds(word(t), t, tables);
                *at = t.end;
                near.then_some(())
            });
            let right = right.take(6).count();
            let names = left > 0 && right > 0;
            let start = joined[joined.len() - left.max(1)].start;
            if names && (tokens[i + right].end - start) as usize <= LONGEST_DOTTED {
                kept -= left;
                tokens[kept] = Token { start, end: tokens[i + right].end, tag: "nr" };
                kept += 1;
                i += right + 1;
                continue;
            }
        }
        tokens[kept] = token;
        kept += 1;
        i += 1;
    }
    tokens.truncate(kept);
}

/// Whether a word may be a part of a foreign name: by its tag or because every character is used for sounds.
fn sounds(word: &str, token: &Token, tables: &Tables) -> bool {
    let by_sound = word.chars().all(|c| is_han(c) && tables.get(c).sound > 0);
    let initial = token.tag == "nx" && word.chars().all(is_latin);
    let function = matches!(token.tag, "p" | "c" | "d" | "u" | "uj" | "v" | "m")
        && word.chars().count() == 1
        && !by_sound;
    !function && (by_sound || initial || token.tag.starts_with("nr"))
}
