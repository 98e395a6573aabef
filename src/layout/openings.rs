//! How paragraphs begin, where nothing but the words tells: what their first sentence is like, and the last one
//! of the paragraph above.

use super::facts::{Break, Facts, clear_break, ln};
use super::signs::{SENTENCE_END, Signs};
use crate::source::chars::{is_closing, is_han, is_sentence_end};

/// A first sentence that says in a few words what the paragraph is about, in characters.
const TOPIC: std::ops::RangeInclusive<u16> = 5..=15;
/// Counted no further than this.
const LONG: u16 = 999;

/// What sentences do on this page.
#[derive(Clone, Copy, Debug, Default)]
pub struct Openings {
    /// How much a short first sentence speaks for the beginning of a paragraph, and how much another one. Log
    /// odds.
    topic: [f32; 2],
}

impl Openings {
    /// Measures the sentences of a page, and what paragraphs begin with in its clear cases.
    pub fn of<'a>(
        facts: &mut [Facts],
        text: impl Fn(usize) -> &'a str,
        signs: impl Fn(usize) -> &'a Signs,
    ) -> Openings {
        // [within a paragraph or at its beginning][another or short]
        let mut seen = [[6.0f32, 2.0], [3.0, 1.0]];
        // where the sentence that is being read began: a line that it is the first of, and whether that line
        // clearly begins a paragraph or is within one
        let mut first_of: Option<usize> = None;
        let mut clear: Option<bool> = None;
        let mut length = 0u16;
        for k in 0..facts.len() {
            let mut ended = false;
            // a line that ends no sentence is counted whole
            let ends_some = signs(k).has(SENTENCE_END);
            let (line, more) = if ends_some { (text(k), 0) } else { ("", signs(k).length) };
            length = u16::try_from(u32::from(length) + more).map_or(LONG, |length| length.min(LONG));
            for (at, c) in line.char_indices() {
                let han = is_han(c);
                if ended && (han || !is_sentence_end(c) && !is_closing(c)) {
                    if let Some(begins) = clear {
                        seen[usize::from(begins)][usize::from(TOPIC.contains(&length))] += 1.0;
                    }
                    if let Some(first) = first_of {
                        facts[first].first_sentence = length;
                    }
                    // at the start of a line nobody knows yet; within a line it goes on
                    (first_of, clear, length, ended) = (None, (at > 0).then_some(false), 0, false);
                }
                length = (length + 1).min(LONG);
                ended |= !han && is_sentence_end(c);
            }
            let Some(next) = facts.get(k + 1) else { break };
            if ended {
                let begins = clear_break(&facts[k], next) == Some(Break::Ends);
                if let Some(begins) = clear {
                    seen[usize::from(begins)][usize::from(TOPIC.contains(&length))] += 1.0;
                }
                if let Some(first) = first_of {
                    facts[first].first_sentence = length;
                }
                facts[k + 1].sentence_above = length;
                (first_of, clear, length) = (Some(k + 1), begins.then_some(true), 0);
            } else if facts[k].column.is_none_or(|column| facts[k].width.short_of(column) >= 4) {
                // a headline is no part of the sentence below it
                (first_of, clear, length) = (None, None, 0);
            }
        }
        let share = |kind: [f32; 2]| kind[1] / (kind[0] + kind[1]);
        let (within, begins) = (share(seen[0]), share(seen[1]));
        let topic = [ln(1.0 - begins) - ln(1.0 - within), ln(begins) - ln(within)];
        Openings { topic: topic.map(|odds| odds.clamp(-1.0, 2.0)) }
    }

    /// How much the length of its first sentence speaks for the beginning of a paragraph.
    pub fn speak(&self, line: &Facts) -> f32 {
        match line.first_sentence {
            0 => 0.0,
            length => self.topic[usize::from(TOPIC.contains(&length))],
        }
    }
}
