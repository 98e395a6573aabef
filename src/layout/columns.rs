//! How wide the column is, stretch by stretch.
//!
//! A line's width is a range: justified setting may squeeze each punctuation mark to half its width.
//! Widths are counted in half-ems, as a half-width digit is one.

use crate::source::chars::{fold, is_han, is_punctuation};

/// Width of a line in half-ems, with all punctuation squeezed and with none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Width {
    /// All punctuation at half width.
    pub min: u32,
    /// All punctuation at full width.
    pub max: u32,
}

impl Width {
    /// Measures a line.
    pub fn of(text: &str) -> Width {
        // in tenths of an em
        let (mut min, mut max) = (0, 0);
        for c in text.chars() {
            let (narrow, wide) = match c {
                _ if is_han(c) => (10, 10),
                ' ' => (2, 5),
                '0'..='9' => (5, 6),
                '%' | 'm' | 'w' | 'A'..='Z' => (5, 9),
                _ if c.is_ascii() => (3, 6),
                _ if is_punctuation(c) || fold(c) != c => (5, 10),
                _ => (10, 10),
            };
            min += narrow;
            max += wide;
        }
        Width { min: min / 5, max: (max as u32).div_ceil(5) }
    }

    /// Whether the line may fill a column of this width, give or take half an em.
    pub fn fills(self, column: u32) -> bool {
        self.min <= column + 1 && column <= self.max + 1
    }

    /// How much at least is missing to the column's width.
    pub fn short_of(self, column: u32) -> u32 {
        column.saturating_sub(self.max)
    }

    /// How much at least stands out of the column.
    pub fn beyond(self, column: u32) -> u32 {
        self.min.saturating_sub(column)
    }
}

/// First lines of paragraphs are set in by two characters.
pub const FIRST_LINE_INDENT: u32 = 4;

const NARROWEST: u32 = 12;
const WIDEST: u32 = 96;
/// A state for each width, and the last one for text whose lines are not wrapped at all.
const STATES: usize = (WIDEST - NARROWEST + 2) as usize;
const UNWRAPPED: usize = STATES - 1;

// what a line costs in a column; a new width costs as much as three short lines
const FILLS: u8 = 0;
const FILLS_FINISHED: u8 = 7;
const SQUEEZED: u8 = 2;
const FILLS_INDENTED: u8 = 4;
const SHORT: u8 = 9;
/// A line that stops short within a sentence: a heading, or rather a box runs into the column.
const SHORT_UNFINISHED: u8 = 22;
const BEYOND: u8 = 60;
const NOT_WRAPPED: u8 = 6;
const NOT_WRAPPED_UNFINISHED: u8 = 16;
const NEW_WIDTH: u8 = 30;
/// A line this long was not wrapped by a column.
const TOO_LONG: u32 = 100;

/// The width of the column each line stands in, in half-ems; `None` where lines are not wrapped.
/// `lines` gives each line's width and whether a sentence ends with it.
///
/// The cheapest sequence of widths under which most lines fill their column or stop short of it, found by
/// dynamic programming in one pass. Costs count from that of the cheapest state, so that a byte holds them.
pub fn estimate(lines: &[(Width, bool)]) -> Vec<Option<u32>> {
    let mut totals = [0u8; STATES];
    // whether the cheapest way to a state is to begin it at this line, a bit for each state
    let mut begun = vec![[0u64; STATES.div_ceil(64)]; lines.len()];
    let mut best_state = Vec::with_capacity(lines.len());
    for ((width, finished), begun) in lines.iter().zip(&mut begun) {
        let floor = totals.iter().copied().fold(u8::MAX, u8::min);
        best_state.push(totals.iter().position(|total| *total == floor).unwrap_or(UNWRAPPED));
        for (bits, totals) in begun.iter_mut().zip(totals.chunks_mut(64)) {
            for (state, total) in totals.iter_mut().enumerate() {
                *total -= floor;
                *bits |= u64::from(*total > NEW_WIDTH) << state;
                *total = (*total).min(NEW_WIDTH);
            }
        }
        add_costs(*width, *finished, &mut totals);
    }
    let mut state = (0..STATES).min_by_key(|state| totals[*state]).unwrap_or(UNWRAPPED);
    let mut columns = vec![None; lines.len()];
    for i in (0..lines.len()).rev() {
        columns[i] = (state != UNWRAPPED).then_some(state as u32 + NARROWEST);
        if begun[i][state / 64] >> (state % 64) & 1 == 1 {
            state = best_state[i];
        }
    }
    columns
}

/// Adds to each state what the line costs in it: one cost for each range of widths.
fn add_costs(width: Width, finished: bool, totals: &mut [u8; STATES]) {
    let (columns, unwrapped) = totals.split_at_mut(UNWRAPPED);
    unwrapped[0] += if finished { NOT_WRAPPED } else { NOT_WRAPPED_UNFINISHED };
    let state = |column: u32| (column.clamp(NARROWEST, WIDEST + 1) - NARROWEST) as usize;
    let mut add = |from: u32, to: u32, cost: u8| {
        columns[state(from)..state(to).max(state(from))].iter_mut().for_each(|total| *total += cost);
    };
    if width.min > TOO_LONG {
        return add(NARROWEST, WIDEST + 1, BEYOND);
    }
    // the columns that the line fills, give or take half an em, and those that it fills with a first-line indent
    let (fills, filled) = (width.min.saturating_sub(1), width.max + 2);
    let squeezed = width.max.saturating_sub(1).max(fills);
    let set_in = fills + FIRST_LINE_INDENT;
    let short = filled + FIRST_LINE_INDENT;
    add(NARROWEST, fills, BEYOND);
    // a line that ends a sentence may be as long as the one above it by chance
    let full = if finished { FILLS_FINISHED } else { FILLS };
    // among widths that all lines fit, the one that they fit without squeezing
    add(fills, squeezed, full + SQUEEZED);
    add(squeezed, filled, full + 1);
    let stops_short = if finished { SHORT } else { SHORT_UNFINISHED };
    add(filled, set_in.max(filled), stops_short);
    add(set_in.max(filled), short, FILLS_INDENTED);
    add(short, WIDEST + 1, stops_short);
    // to the point
    if (NARROWEST..=WIDEST).contains(&width.max) {
        columns[state(width.max)] -= 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(text: &str) -> Vec<Option<u32>> {
        estimate(&text.lines().map(|line| (Width::of(line), line.ends_with('。'))).collect::<Vec<_>>())
    }

    #[test]
    fn two_boxes_of_different_width() {
        let wide = "春风吹过平原上的村庄，田埂边的水渠又\n流动起来。今年村里修了三条新路，通到\n每一户人家的门口，孩子们上学不用再绕\n远路。老人们说，这样的春天多少年没有\n";
        let narrow = "河边的磨坊停了\n许多年，去年秋\n天又转动起来，\n磨出的面粉卖到\n城里，一袋能多\n卖两块钱，村民\n都说划算，还要\n再修一座磨坊。\n";
        let found = columns(&(wide.repeat(3) + narrow));
        assert!(found[..12].iter().all(|column| matches!(column, Some(34..=37))), "{found:?}");
        assert!(found[13..].iter().all(|column| matches!(column, Some(14..=15))), "{found:?}");
    }

    #[test]
    fn a_paragraph_a_line_is_not_wrapped() {
        let text = "一个很短的标题\n".to_string()
            + &"这一段有很多很多的字".repeat(14)
            + "\n短的一段。\n"
            + &"又是一段".repeat(31);
        assert!(columns(&text).iter().all(Option::is_none));
    }
}
