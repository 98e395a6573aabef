//! Pieces of one article on several pages: 下转 and 上接, joined when both are there.

use super::furniture::Furniture;
use super::marks::{self, Continuation, Direction};
use super::pieces::Piece;
use crate::source::Source;

/// Joins each piece that goes on at another page with the piece there that says it comes from this one.
///
/// Without page heads nobody knows which page a piece stands on, and nothing is joined.
pub fn join(mut pieces: Vec<Piece>, source: &Source, furniture: &[(usize, Furniture)]) -> Vec<Piece> {
    let pages = page_numbers(furniture);
    if pages.iter().all(Option::is_none) {
        return pieces;
    }
    let page_of = |piece: &Piece| pages.get(piece.sheet).copied().flatten();
    // pieces from another page, by (the page they come from, the page they stand on)
    let mut waiting: std::collections::BTreeMap<(u32, u32), std::collections::VecDeque<usize>> =
        Default::default();
    for (at, piece) in pieces.iter().enumerate() {
        if let (Some(mark), Some(page)) = (mark(piece, source, Direction::From), page_of(piece)) {
            waiting.entry((mark.page, page)).or_default().push_back(at);
        }
    }
    for at in 0..pieces.len() {
        let (Some(mark), Some(page)) = (mark(&pieces[at], source, Direction::To), page_of(&pieces[at]))
        else {
            continue;
        };
        let Some(other) = waiting.get_mut(&(page, mark.page)).and_then(|queue| queue.pop_front()) else {
            continue;
        };
        if other != at {
            let rest = std::mem::take(&mut pieces[other]);
            // the headline is printed again over the second piece; it stays with its text
            pieces[at].body.extend(rest.head);
            pieces[at].body.extend(rest.body);
        }
    }
    pieces.retain(|piece| !piece.head.is_empty() || !piece.body.is_empty());
    pieces
}

/// The number of each page in the order of the input; what stands above the first page head has none.
fn page_numbers(furniture: &[(usize, Furniture)]) -> Vec<Option<u32>> {
    let mut numbers = vec![None];
    numbers.extend(furniture.iter().filter_map(|(_, found)| match found {
        Furniture::PageHead { page } => Some(*page),
        _ => None,
    }));
    numbers
}

fn mark(piece: &Piece, source: &Source, direction: Direction) -> Option<Continuation> {
    let line = |at: usize| source.line(&source.lines[at]);
    let found = match direction {
        Direction::From => {
            let first = piece.body.first()?;
            marks::continuation(line(*first.lines.first()?))
        }
        Direction::To => {
            let mut lines = piece.body.last()?.lines.iter().rev().map(|at| line(*at));
            let last = lines.next()?;
            let mut torn = || marks::torn_continuation(lines.next()?, last);
            marks::final_continuation(last).or_else(|| torn().map(|(mark, _)| mark))
        }
    };
    found.filter(|mark| mark.direction == direction)
}
