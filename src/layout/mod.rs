//! Lines -> paragraphs -> articles.
//!
//! [`rebuild`] names the steps: furniture is set aside, the lines are looked at ([`facts`]), one decision gives
//! each line its part ([`roles`]), lines become blocks and articles ([`pieces`]), pieces that pages cut apart
//! are joined ([`continuations`]), and the text is written anew ([`build`]).

mod build;
mod cohesion;
mod columns;
mod continuations;
mod credits;
mod evidence;
mod facts;
mod furniture;
mod head;
mod marks;
mod outline;
mod pieces;
mod roles;
mod weights;
mod why;

use crate::lexicon::Lexicon;
use crate::page::{Article, Because};
use crate::source::Source;
use crate::source::chars::is_han;
use cohesion::Cohesion;
use facts::{Facts, Habits};
use furniture::Furniture;
use serde::Serialize;
use weights::Weights;

/// A page put together again.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// The rebuilt text.
    pub text: String,
    /// `[text start, source start, length]` in UTF-16 code units.
    pub runs: Vec<[u32; 3]>,
    /// The articles with their blocks, offsets in bytes of the text.
    pub articles: Vec<Article>,
    /// Where lines were joined, offsets in bytes of the text.
    pub joins: Joins,
}

/// Where a line of the input was joined to the one before it, as columns.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Joins {
    /// Offset of the first character of the joined line.
    pub at: Vec<u32>,
    /// The rule that joined it.
    pub because: Vec<Because>,
}

/// Rebuilds a page.
pub fn rebuild(source: &Source, lexicon: &Lexicon) -> Layout {
    let (lines, furniture) = set_furniture_aside(source);
    if lines.is_empty() {
        return build::build(source, &pieces::with_furniture(Vec::new(), &furniture), &[]);
    }
    let (facts, habits) = facts::observe(source, &lines);
    let cohesion = Cohesion::of(source, &lines);
    let reading = decide(source, lexicon, &lines, &facts, &habits, &cohesion);
    let why = why::begins(&facts, &habits, &reading.roles);
    let why_joined = why::joins(&facts, &reading.roles, &lines, source.lines.len());
    let sheets = sheets(&lines, &furniture);
    let pieces = pieces::assemble(&reading, &lines, &why, &sheets, &cohesion);
    let pieces = continuations::join(pieces, source, &furniture);
    let pieces = pieces::with_furniture(pieces, &furniture);
    build::build(source, &pieces, &why_joined)
}

fn decide(
    source: &Source,
    lexicon: &Lexicon,
    lines: &[usize],
    facts: &[Facts],
    habits: &Habits,
    cohesion: &Cohesion,
) -> roles::Reading {
    let line = |i: usize| source.line(&source.lines[lines[i]]);
    let word_across = |i: usize| lexicon_joins(lexicon, line(i), line(i + 1));
    roles::read(&roles::Page {
        weights: &Weights::DEFAULT,
        facts,
        habits,
        cohesion,
        word_across: &word_across,
        told: &[],
    })
}

/// What each line was taken for and what was seen of it, a line a line: for those who mend the rules.
pub fn trace(source: &Source, lexicon: &Lexicon) -> String {
    let (lines, _) = set_furniture_aside(source);
    if lines.is_empty() {
        return String::new();
    }
    let (facts, habits) = facts::observe(source, &lines);
    let cohesion = Cohesion::of(source, &lines);
    let reading = decide(source, lexicon, &lines, &facts, &habits, &cohesion);
    let mut out = format!("{:?} {habits:?}\n", reading.order);
    for (k, role) in reading.roles.iter().enumerate() {
        let line = &facts[k];
        let shared = cohesion.shared(k, k + 1);
        out += &format!(
            "{}{:>4} {:<12} {:>3}-{:<3}/{:<4} {:<8} {:>5.1} {:.2} {:.2} {}\n",
            "\n".repeat(line.blank_lines.min(1).into()),
            lines[k],
            format!("{role:?}"),
            line.width.min,
            line.width.max,
            line.column.map_or("-".into(), |column| column.to_string()),
            format!("{:?}", line.ending),
            cohesion.change_at(k),
            shared.0,
            shared.1,
            source.line(&source.lines[lines[k]]),
        );
    }
    out
}

/// Lines of articles, and lines that belong to the page.
fn set_furniture_aside(source: &Source) -> (Vec<usize>, Vec<(usize, Furniture)>) {
    let mut lines = Vec::with_capacity(source.lines.len());
    let mut aside = Vec::new();
    for (at, line) in source.lines.iter().enumerate() {
        match furniture::furniture(source.line(line)) {
            Some(found) => aside.push((at, found)),
            None => lines.push(at),
        }
    }
    (lines, aside)
}

/// The newspaper page each line stands on: how many page heads stand above it.
fn sheets(lines: &[usize], furniture: &[(usize, Furniture)]) -> Vec<usize> {
    let mut heads =
        furniture.iter().filter(|(_, found)| matches!(found, Furniture::PageHead { .. })).peekable();
    let mut sheet = 0;
    lines
        .iter()
        .map(|line| {
            while heads.next_if(|(at, _)| at < line).is_some() {
                sheet += 1;
            }
            sheet
        })
        .collect()
}

/// Whether the end of a line and the beginning of the next make a word that neither has alone.
fn lexicon_joins(lexicon: &Lexicon, line: &str, next: &str) -> bool {
    let tail: Vec<char> = line.chars().rev().take(2).collect();
    let head: Vec<char> = next.chars().take(2).collect();
    if tail.is_empty() || head.is_empty() || !tail.iter().chain(&head).all(|c| is_han(*c)) {
        return false;
    }
    let mut word = String::with_capacity(12);
    for back in (1..=tail.len()).rev() {
        for forth in 1..=head.len() {
            word.clear();
            word.extend(tail[..back].iter().rev());
            word.extend(&head[..forth]);
            if word.chars().count() >= 2 && lexicon.has_word(&word) {
                return true;
            }
        }
    }
    false
}
