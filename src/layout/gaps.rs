//! What the blank lines of a page mean.
//!
//! Some extractors write a blank line between paragraphs, some between columns or blocks only, some wherever a
//! line begins further right or left than the one above it and that one was not itself such a line: the page's
//! own clear cases tell which.

use super::facts::{Break, Facts, clear_break, ln};

/// The habits of a page with blank lines.
#[derive(Clone, Debug)]
pub struct Gaps {
    /// Blank lines stand between some lines.
    pub some: bool,
    /// Where lines are not wrapped: how many blank lines part articles, if that can be told from how many
    /// part paragraphs.
    pub article: Option<u16>,
    /// A paragraph a line and no blank line anywhere, as one article is written.
    pub none_unwrapped: bool,
    /// Share of paragraphs of running text that a blank line stands above.
    pub above_paragraphs: f32,
    /// How much a blank line (last index 1), or none, speaks for the end of a paragraph after a line: by whether
    /// that is the first line of its paragraph, and whether a blank line stands above it. Log odds.
    speaks: [[[f32; 2]; 2]; 2],
}

/// What is expected of any page, counted as a few lines seen, without and with a gap: where a paragraph ends and
/// where it goes on.
const EXPECTED: [[f32; 2]; 2] = [[0.8, 1.2], [5.7, 0.3]];
/// How many lines seen what is expected counts as.
const AFTER_ANY_LINE: f32 = 2.0;
/// The share of gaps that an extractor writes which marks changes of indent: after a line within its paragraph
/// and after its first line; where the paragraph ends and where it goes on; without and with a gap above.
const AT_CHANGES: [[[f32; 2]; 2]; 2] = [[[0.95, 0.15], [0.06, 0.06]], [[0.15, 0.15], [0.9, 0.06]]];

/// The share of gaps, given how often none and one was seen.
fn expected(kind: usize, seen: [f32; 2]) -> f32 {
    let [none, gap] = EXPECTED[kind];
    (seen[1] + gap) / (seen[0] + seen[1] + none + gap)
}

/// Whether gaps stand where an extractor writes them that marks changes of indent, rather than with the same
/// chance after every line.
fn at_changes_of_indent(seen: &[[[[f32; 2]; 2]; 2]; 2], anywhere: [f32; 2]) -> bool {
    let mut odds = 0.0;
    for (first, kinds) in seen.iter().enumerate() {
        for (kind, rows) in kinds.iter().enumerate() {
            for (above, row) in rows.iter().enumerate() {
                let (gap, any) = (AT_CHANGES[first][kind][above], anywhere[kind]);
                odds += row[1] * (ln(gap) - ln(any)) + row[0] * (ln(1.0 - gap) - ln(1.0 - any));
            }
        }
    }
    odds > 0.0
}

impl Gaps {
    /// Looks at the clear cases of a page.
    pub fn of(facts: &[Facts]) -> Gaps {
        // [within a paragraph or first line][ends or goes on][gap above][gap below]
        let mut seen = [[[[0.0f32; 2]; 2]; 2]; 2];
        // [ends or goes on][gap above][gap below], whichever line it is
        let mut any = [[[0.0f32; 2]; 2]; 2];
        let mut before = None;
        for two in facts.windows(2) {
            let (line, next) = (&two[0], &two[1]);
            let found = clear_break(line, next);
            if let Some(found) = found {
                let kind = usize::from(found == Break::GoesOn);
                let (above, below) = (usize::from(line.blank_lines > 0), usize::from(next.blank_lines > 0));
                any[kind][above][below] += 1.0;
                if let Some(before) = before {
                    seen[usize::from(before == Break::Ends)][kind][above][below] += 1.0;
                }
            }
            before = found;
        }
        let all = |kind: usize| [0, 1].map(|below| any[kind][0][below] + any[kind][1][below]);
        let anywhere = [0, 1].map(|kind| expected(kind, all(kind)));
        let at_changes = at_changes_of_indent(&seen, anywhere);
        let mut speaks = [[[0.0; 2]; 2]; 2];
        for (first, speaks) in speaks.iter_mut().enumerate() {
            for (above, speaks) in speaks.iter_mut().enumerate() {
                let gap = |kind: usize| {
                    let expected = if at_changes {
                        AT_CHANGES[first][kind][above]
                    } else {
                        expected(kind, any[kind][above])
                    };
                    let row = seen[first][kind][above];
                    (row[1] + AFTER_ANY_LINE * expected) / (row[0] + row[1] + AFTER_ANY_LINE)
                };
                let (ends, goes_on) = (gap(0), gap(1));
                speaks[0] = (ln(1.0 - ends) - ln(1.0 - goes_on)).clamp(-3.0, 4.0);
                speaks[1] = (ln(ends) - ln(goes_on)).clamp(-3.0, 4.0);
            }
        }
        Gaps {
            some: facts.iter().skip(1).filter(|line| line.blank_lines > 0).count() * 50 >= facts.len(),
            article: article_gap(facts),
            none_unwrapped: is_unwrapped(facts) && facts.iter().skip(1).all(|line| line.blank_lines == 0),
            above_paragraphs: anywhere[0],
            speaks,
        }
    }

    /// How much what stands between two lines, a blank line or none, speaks for the end of a paragraph.
    pub fn speak(&self, line: &Facts, next: &Facts, first: bool) -> f32 {
        let blank = next.blank_lines > 0;
        let speaks = self.speaks[usize::from(first)][usize::from(line.blank_lines > 0)][usize::from(blank)];
        // a hanging quotation mark looks like a change of indent
        if blank && next.begins_with_quote { speaks.min(0.5) } else { speaks }
    }
}

/// Lines are whole paragraphs.
fn is_unwrapped(facts: &[Facts]) -> bool {
    let unwrapped = facts.iter().filter(|line| line.column.is_none()).count();
    unwrapped * 10 >= facts.len() * 9
}

/// In text whose lines are whole paragraphs, the fewest blank lines that stand between no more than two fifths of
/// them part articles.
fn article_gap(facts: &[Facts]) -> Option<u16> {
    if !is_unwrapped(facts) {
        return None;
    }
    let gaps = |least: u16| facts.iter().skip(1).filter(|line| line.blank_lines >= least).count();
    (1..=3).find(|least| gaps(*least) * 5 <= facts.len() * 2).filter(|least| gaps(*least) > 0)
}
