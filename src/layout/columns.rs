//! How wide the column is, stretch by stretch.
//!
//! A line's width is a range: justified setting may squeeze each punctuation mark to half its width.
//! Widths are counted in half-ems, as a half-width digit is one.

/// Width of a line in half-ems, with all punctuation squeezed and with none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Width {
    /// All punctuation at half width.
    pub min: u32,
    /// All punctuation at full width.
    pub max: u32,
}

impl Width {
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
/// dynamic programming in one pass. Costs count from that of the cheapest state, so that seven bits hold them, and
/// eight states are reckoned with at once, a byte of a word each.
pub fn estimate(lines: &[(Width, bool)]) -> Vec<Option<u32>> {
    let mut totals = [0u64; WORDS];
    totals[WORDS - 1] = eight(BEYOND) << (STATES % 8 * 8);
    // whether the cheapest way to a state is to begin it at this line, a bit for each state
    let mut begun = vec![[0u8; WORDS]; lines.len()];
    let mut best_state = Vec::with_capacity(lines.len());
    for ((width, finished), begun) in lines.iter().zip(&mut begun) {
        let floor = cheapest(&totals);
        best_state.push(first_with(&totals, floor));
        for (totals, begun) in totals.iter_mut().zip(begun) {
            *totals -= eight(floor);
            let dear = (*totals + eight(HIGHEST - NEW_WIDTH)) & TOPS;
            *begun = gather(dear);
            *totals = choose(dear, eight(NEW_WIDTH), *totals);
        }
        add_costs(*width, *finished, &mut totals);
    }
    let mut state = first_with(&totals, cheapest(&totals));
    let mut columns = vec![None; lines.len()];
    for i in (0..lines.len()).rev() {
        columns[i] = (state != UNWRAPPED).then_some(state as u32 + NARROWEST);
        if begun[i][state / 8] >> (state % 8) & 1 == 1 {
            state = best_state[i];
        }
    }
    columns
}

/// The words that hold a byte for each state; the bytes left over are as dear as can be.
const WORDS: usize = STATES.div_ceil(8);
/// The highest bit of each byte.
const TOPS: u64 = eight(0x80);
/// The highest cost that a byte holds.
const HIGHEST: u8 = 0x7f;

/// A byte eight times.
const fn eight(byte: u8) -> u64 {
    byte as u64 * 0x0101_0101_0101_0101
}

/// For each byte whose highest bit is set in `tops` that of `a`, else that of `b`.
fn choose(tops: u64, a: u64, b: u64) -> u64 {
    let bytes = (tops << 1).wrapping_sub(tops >> 7);
    b ^ (a ^ b) & bytes
}

/// The highest bits of the bytes, one after the other.
fn gather(tops: u64) -> u8 {
    ((tops >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56) as u8
}

fn cheapest(totals: &[u64; WORDS]) -> u8 {
    let lower = |a: u64, b: &u64| choose(((a | TOPS) - b) & TOPS, *b, a);
    let bytes = totals.iter().fold(eight(HIGHEST), lower).to_le_bytes();
    bytes.into_iter().fold(HIGHEST, u8::min)
}

/// The first state with this total.
fn first_with(totals: &[u64; WORDS], total: u8) -> usize {
    let others = |totals: &u64| ((totals ^ eight(total)) + eight(HIGHEST)) & TOPS;
    let word = totals.iter().position(|totals| others(totals) != TOPS).unwrap_or(WORDS - 1);
    word * 8 + (others(&totals[word]) ^ TOPS).trailing_zeros() as usize / 8
}

/// Adds to each state what the line costs in it: one cost for each range of widths.
fn add_costs(width: Width, finished: bool, totals: &mut [u64; WORDS]) {
    let state = |column: u32| (column.clamp(NARROWEST, WIDEST + 1) - NARROWEST) as usize;
    // the columns that the line fills, give or take half an em, and those that it fills with a first-line indent
    let too_long = width.min > TOO_LONG;
    let (fills, filled) =
        if too_long { (WIDEST + 1, WIDEST + 1) } else { (width.min.saturating_sub(1), width.max + 2) };
    let squeezed = width.max.saturating_sub(1).max(fills);
    let set_in = (fills + FIRST_LINE_INDENT).max(filled);
    let short = filled + FIRST_LINE_INDENT;
    // a line that ends a sentence may be as long as the one above it by chance
    let full = if finished { FILLS_FINISHED } else { FILLS };
    let stops_short = if finished { SHORT } else { SHORT_UNFINISHED };
    let mut costs = [eight(stops_short).to_le_bytes(); WORDS];
    let costs_in = costs.as_flattened_mut();
    costs_in[..state(fills)].fill(BEYOND);
    // among widths that all lines fit, the one that they fit without squeezing
    costs_in[state(fills)..state(squeezed)].fill(full + SQUEEZED);
    costs_in[state(squeezed)..state(filled)].fill(full + 1);
    costs_in[state(set_in)..state(short)].fill(FILLS_INDENTED);
    // to the point
    if (NARROWEST..=WIDEST).contains(&width.max) && !too_long {
        costs_in[state(width.max)] -= 1;
    }
    costs_in[UNWRAPPED] = if finished { NOT_WRAPPED } else { NOT_WRAPPED_UNFINISHED };
    costs_in[STATES..].fill(BEYOND);
    for (totals, costs) in totals.iter_mut().zip(costs) {
        *totals += u64::from_le_bytes(costs);
    }
}

#[cfg(test)]
mod tests {
    use super::super::signs::Signs;
    use super::*;

    fn columns(text: &str) -> Vec<Option<u32>> {
        estimate(&text.lines().map(|line| (Signs::of(line).width, line.ends_with('。'))).collect::<Vec<_>>())
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
