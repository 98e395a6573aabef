//! Why lines were joined and blocks begun: the rule that spoke most clearly.

use super::facts::{Ending, Facts, Habits};
use super::marks::Direction;
use super::roles::{Role, Told};
use crate::page::Because;

/// It signs what stands above.
pub const SIGNATURE: Because = "signature";
/// A person said so.
pub const TOLD: Because = "told";

/// For each line that begins a block, why. `told` is empty where nobody said anything.
pub fn begins(facts: &[Facts], habits: &Habits, roles: &[Role], told: &[Option<Told>]) -> Vec<Because> {
    (0..facts.len())
        .map(|k| match roles[k] {
            _ if matches!(told.get(k), Some(Some(Told::NewArticle | Told::Headline))) => TOLD,
            Role::Inset if facts[k].byline.is_some() => "byline",
            Role::Title | Role::Inset => "headline",
            Role::Heading if facts[k].rank.is_some() => "numbered-heading",
            Role::Heading | Role::HeadingContinuation => "short-line-over-text",
            Role::Byline => "byline",
            Role::From => "continued-from",
            Role::To => "continued-to",
            Role::Item if facts[k].signature => SIGNATURE,
            Role::Item => "list-line",
            Role::Lead
                if facts[k].continuation.is_some_and(|(direction, _)| direction == Direction::From) =>
            {
                "continued-from"
            }
            Role::Lead if facts[k].dispatch => "dispatch-line",
            _ => paragraph(facts, habits, k),
        })
        .collect()
}

fn paragraph(facts: &[Facts], habits: &Habits, k: usize) -> Because {
    let line = &facts[k];
    let Some(before) = k.checked_sub(1).map(|k| &facts[k]) else { return "first-line" };
    if habits.shows_indents && line.indented {
        "indent"
    } else if line.rank.is_some() {
        "enumerator"
    } else if before.column.is_none() {
        "line-not-wrapped"
    } else if before.column.is_some_and(|column| before.short_of(column, line) >= 3) {
        "line-above-short"
    } else if line.dispatch {
        "dispatch-line"
    } else if line.blank_lines > 0 {
        "blank-line"
    } else {
        "first-line-indent"
    }
}

/// For each line of the source that goes on with the one before it, why.
pub fn joins(
    facts: &[Facts],
    roles: &[Role],
    told: &[Option<Told>],
    lines: &[usize],
    count: usize,
) -> Vec<Because> {
    let mut why = vec![""; count];
    for k in 1..facts.len() {
        if !matches!(roles[k], Role::Continuation | Role::HeadingContinuation) {
            continue;
        }
        let (line, before) = (&facts[k], &facts[k - 1]);
        why[lines[k]] = if told.get(k) == Some(&Some(Told::Joined)) {
            TOLD
        } else if line.cannot_begin {
            "mark-cannot-begin-a-line"
        } else if before.opens > 0 && line.closes > 0 {
            "bracket-open"
        } else if lines[k] != lines[k - 1] + 1 {
            "across-a-page-break"
        } else if line.blank_lines > 0 {
            "across-a-column-break"
        } else if before.ending == Ending::Sentence {
            "line-full"
        } else {
            "sentence-unfinished"
        };
    }
    why
}
