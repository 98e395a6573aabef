//! How paragraphs begin, where nothing but the words tells: what their first sentence is like, and the last one
//! of the paragraph above.

use super::facts::{Break, Facts, clear_break, ln};
use super::signs::{SENTENCE_END, Signs};
use crate::source::chars::{is_closing, is_sentence_end};

/// A first sentence that says in a few words what the paragraph is about, in characters.
const TOPIC: std::ops::RangeInclusive<u32> = 5..=15;
/// Counted no further than this.
const LONG: u32 = 999;

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
        let mut length = 0u32;
        for k in 0..facts.len() {
            let mut ended = false;
            // a line that ends no sentence is counted whole
            let ends_some = signs(k).has(SENTENCE_END);
            let line = if ends_some { text(k) } else { "" };
            length += if ends_some { 0 } else { signs(k).length };
            let mut at = 0;
            while at < line.len() {
                // within a sentence, the first bytes of nearly all Chinese characters
                if !ended && matches!(line.as_bytes()[at], 0xe5..=0xe9) {
                    (at, length) = (at + 3, length + 1);
                    continue;
                }
                let Some(c) = line[at..].chars().next() else { break };
                if ended && !is_sentence_end(c) && !is_closing(c) {
                    if let Some(begins) = clear {
                        seen[usize::from(begins)][usize::from(TOPIC.contains(&length))] += 1.0;
                    }
                    if let Some(first) = first_of {
                        facts[first].first_sentence = length.min(LONG) as u16;
                    }
                    // at the start of a line nobody knows yet; within a line it goes on
                    (first_of, clear, length, ended) = (None, (at > 0).then_some(false), 0, false);
                }
                length += 1;
                at += c.len_utf8();
                ended |= is_sentence_end(c);
            }
            let Some(next) = facts.get(k + 1) else { break };
            if ended {
                let begins = clear_break(&facts[k], next) == Some(Break::Ends);
                if let Some(begins) = clear {
                    seen[usize::from(begins)][usize::from(TOPIC.contains(&length))] += 1.0;
                }
                if let Some(first) = first_of {
                    facts[first].first_sentence = length.min(LONG) as u16;
                }
                facts[k + 1].sentence_above = length.min(LONG) as u16;
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
            length => self.topic[usize::from(TOPIC.contains(&length.into()))],
        }
    }
}
