//! A person's word on the page, taken as a fact.

use super::roles::Told;
use crate::source::Source;
use serde::Deserialize;

/// What a person says of a line of the input.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum HintKind {
    /// A new article begins here.
    Article,
    /// It belongs to the article above.
    Join,
    /// It is a line of a headline.
    Headline,
}

/// A person's word on the line that holds an offset of the input.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub struct Hint {
    /// Offset in the input, in UTF-16 code units.
    pub at: u32,
    /// What the line is.
    pub is: HintKind,
}

/// What was said of each line; of two hints on one line the later one counts.
pub(super) fn told(hints: &[Hint], source: &Source, lines: &[usize]) -> Vec<Option<Told>> {
    let mut told = vec![None; lines.len()];
    for hint in hints {
        let line = source.line_at(hint.at).and_then(|line| lines.binary_search(&line).ok());
        if let Some(line) = line {
            told[line] = Some(match hint.is {
                HintKind::Article => Told::NewArticle,
                HintKind::Join => Told::Joined,
                HintKind::Headline => Told::Headline,
            });
        }
    }
    told
}
