//! Lines -> paragraphs -> articles.
//!
//! [`rebuild`] names the steps: furniture is set aside, the lines are looked at ([`facts`]), one decision gives
//! each line its part ([`roles`]), lines become blocks and articles ([`pieces`]), pieces that pages cut apart
//! are joined ([`continuations`]), and the text is written anew ([`build`]).

mod between;
mod build;
mod cohesion;
mod columns;
mod continuations;
mod credits;
mod dates;
mod evidence;
mod facts;
mod furniture;
mod gaps;
mod head;
mod hints;
mod lists;
mod marks;
mod neighbours;
mod openings;
mod outline;
mod pieces;
mod records;
mod revision;
mod signs;
pub mod roles;
mod surroundings;
pub mod weights;
mod why;

use crate::lexicon::Lexicon;
use crate::page::{Article, Because};
use crate::source::Source;
use crate::source::chars::is_han;
use cohesion::Cohesion;
pub use dates::Day;
use facts::{Ending, Facts, Habits};
use furniture::Furniture;
pub use hints::{Hint, HintKind};
use roles::{Reading, Told};
use serde::Serialize;
use signs::Looked;
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
    /// Day of publication, ISO 8601: what the caller said, else what the page prints.
    pub published: Option<String>,
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
pub fn rebuild(source: &Source, lexicon: &Lexicon, hints: &[Hint], published: Option<Day>) -> Layout {
    let mut seen = Seen::of(source, lexicon);
    seen.told = hints::told(hints, source, &seen.lines);
    let reading = seen.read(&Weights::DEFAULT);
    let why = why::begins(&seen.facts, &seen.habits, &reading.roles, &seen.told);
    let why_joined = why::joins(&seen.facts, &reading.roles, &seen.told, &seen.lines, source.lines.len());
    let pieces = seen.assemble(&reading, &why);
    let pieces = continuations::join(pieces, source, &seen.furniture);
    let pieces = pieces::with_furniture(pieces, &seen.furniture);
    let published = published.or_else(|| dates::printed(source, &seen.furniture));
    build::build(source, &pieces, &why_joined, published)
}

/// What is seen of a page before anything is decided.
pub struct Seen {
    /// The lines that belong to articles, as indexes into [`Source::lines`].
    pub lines: Vec<usize>,
    furniture: Vec<(usize, Furniture)>,
    facts: Vec<Facts>,
    habits: Habits,
    cohesion: Cohesion,
    /// Whether joining a line with the next makes a word of the lexicon.
    word_across: Vec<bool>,
    /// What a person said of each line, if anything.
    told: Vec<Option<Told>>,
}

impl Seen {
    /// Looks at a page.
    pub fn of(source: &Source, lexicon: &Lexicon) -> Seen {
        let looked = Looked::at(source);
        let (lines, furniture) = set_furniture_aside(&looked);
        let looked: Vec<Looked> = lines.iter().map(|at| looked[*at]).collect();
        let (facts, habits) = facts::observe(&looked, lexicon);
        let cohesion = Cohesion::of(looked.iter().map(|line| line.text));
        let word_across = |k: usize| {
            facts[k].ending == Ending::Open
                && !facts[k + 1].cannot_begin
                && lexicon_joins(lexicon, looked[k].text, looked[k + 1].text)
        };
        let word_across = (0..lines.len().saturating_sub(1)).map(word_across).collect();
        Seen { lines, furniture, facts, habits, cohesion, word_across, told: Vec::new() }
    }

    /// The best reading under these weights.
    pub fn read(&self, weights: &Weights) -> Reading {
        roles::read(&roles::Page::new(
            weights,
            (&self.facts, &self.habits),
            &self.cohesion,
            &self.word_across,
            &self.told,
        ))
    }

    /// The article each line would stand in, by number, under a reading; for measuring.
    pub fn articles(&self, reading: &Reading) -> Vec<usize> {
        let why = vec![""; self.lines.len()];
        let pieces = self.assemble(reading, &why);
        let mut articles = vec![0; self.lines.len()];
        for (number, piece) in pieces.iter().enumerate() {
            for line in piece.head.iter().chain(&piece.body).flat_map(|unit| &unit.lines) {
                articles[self.lines.partition_point(|known| known < line)] = number;
            }
        }
        articles
    }

    fn assemble(&self, reading: &Reading, why: &[Because]) -> Vec<pieces::Piece> {
        let (at, sheets) = (&self.lines, &self.sheets());
        pieces::assemble(
            &pieces::Lines { reading, at, why, sheets, facts: &self.facts, told: &self.told },
            &self.cohesion,
        )
    }

    /// The newspaper page each line stands on: how many page heads stand above it.
    fn sheets(&self) -> Vec<usize> {
        let mut heads =
            self.furniture.iter().filter(|(_, found)| matches!(found, Furniture::PageHead { .. })).peekable();
        let mut sheet = 0;
        let number = |line| {
            while heads.next_if(|(at, _)| at < line).is_some() {
                sheet += 1;
            }
            sheet
        };
        self.lines.iter().map(number).collect()
    }

    /// What each line was taken for and what was seen of it, a line a line: for those who mend the rules.
    pub fn trace(&self, source: &Source) -> String {
        let reading = self.read(&Weights::DEFAULT);
        let mut out = format!("{:?} {:?}\n", reading.order, self.habits);
        for (k, role) in reading.roles.iter().enumerate() {
            let line = &self.facts[k];
            let shared = self.cohesion.shared(k, k + 1);
            out += &format!(
                "{}{:>4} {:<12} {:>3}-{:<3}/{:<4} {:<8} {:>4.1} {:.2} {:.2} {:.2} {}\n",
                "\n".repeat(line.blank_lines.min(1).into()),
                self.lines[k],
                format!("{role:?}"),
                line.width.min,
                line.width.max,
                line.column.map_or("-".into(), |column| column.to_string()),
                format!("{:?}", line.ending),
                self.cohesion.change_at(k),
                self.cohesion.alike_at(k).unwrap_or(0.0),
                shared.0,
                shared.1,
                source.line(&source.lines[self.lines[k]]),
            );
        }
        out
    }
}

/// Lines of articles, and lines that belong to the page.
fn set_furniture_aside(looked: &[Looked]) -> (Vec<usize>, Vec<(usize, Furniture)>) {
    let mut lines = Vec::with_capacity(looked.len());
    let mut aside = Vec::new();
    let furniture_at = |at: usize| looked.get(at).and_then(furniture::furniture);
    let mut next = furniture_at(0);
    let mut below_aside = true;
    for (at, line) in looked.iter().enumerate() {
        let found = std::mem::replace(&mut next, furniture_at(at + 1));
        let heads_page = below_aside || next.is_some();
        below_aside = found.is_some();
        match found {
            Some(found) => aside.push((at, found)),
            None if heads_page && furniture::is_section(line.text) => aside.push((at, Furniture::Section)),
            None => lines.push(at),
        }
    }
    (lines, aside)
}

/// Whether the end of a line and the beginning of the next make a word that neither has alone.
fn lexicon_joins(lexicon: &Lexicon, line: &str, next: &str) -> bool {
    let han = |c: &char| is_han(*c);
    let (mut tail, mut head) = (line.chars().rev().take_while(han), next.chars().take_while(han));
    let (Some(last), Some(first)) = (tail.next(), head.next()) else { return false };
    let (before, after) = (tail.next(), head.next());
    let begins = |start: Option<char>, longer: usize| {
        let across = start.into_iter().chain([last, first]).chain(after);
        lexicon.begins_with_word(across, longer)
    };
    before.is_some() && begins(before, 2) || begins(None, 1)
}
