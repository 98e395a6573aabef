//! Lines with parts -> articles: blocks are put together, headlines find their bodies, pieces that a page
//! break cut apart are joined.

use super::cohesion::Cohesion;
use super::furniture::Furniture;
use super::roles::{Order, Reading, Role};
use crate::page::{Because, BlockType};

/// A block as the lines it is made of.
#[derive(Clone, Debug, Default)]
pub struct Unit {
    /// What it is.
    pub kind: BlockType,
    /// Indexes of its lines in the source, ascending.
    pub lines: Vec<usize>,
    /// Why it is what it is.
    pub because: Because,
}

/// An article as the blocks it is made of.
#[derive(Clone, Debug, Default)]
pub struct Piece {
    /// The lines of its headline and the bylines among them.
    pub head: Vec<Unit>,
    /// The rest.
    pub body: Vec<Unit>,
    /// Why it begins where it begins.
    pub because: Because,
    /// The page of the newspaper it stands on, counting page heads of the input; 0 before the first.
    pub sheet: usize,
    /// Begins with （上接1版）.
    pub continues: bool,
}

impl Piece {
    fn first_line(&self) -> usize {
        let first = |units: &[Unit]| units.first().and_then(|unit| unit.lines.first().copied());
        first(&self.body).or(first(&self.head)).unwrap_or(usize::MAX)
    }

    fn has_text(&self) -> bool {
        self.body.iter().any(|unit| unit.kind != BlockType::Byline)
    }

    fn range(units: &[Unit]) -> Option<(usize, usize)> {
        Some((*units.first()?.lines.first()?, *units.last()?.lines.last()? + 1))
    }
}

/// Puts the lines together. `lines[k]` is the source line that `reading.roles[k]` speaks of; `why[k]` is why it
/// begins a block; `sheets[k]` the newspaper page it stands on.
pub fn assemble(
    reading: &Reading,
    lines: &[usize],
    why: &[Because],
    sheets: &[usize],
    cohesion: &Cohesion,
) -> Vec<Piece> {
    let mut pieces = split(reading, lines, why, sheets);
    place_lone_headlines(&mut pieces, cohesion, lines);
    pieces
}

/// Cuts the sequence of lines into articles.
fn split(reading: &Reading, lines: &[usize], why: &[Because], sheets: &[usize]) -> Vec<Piece> {
    let roles = &reading.roles;
    let mut pieces: Vec<Piece> = Vec::new();
    let mut piece = Piece::default();
    for (k, role) in roles.iter().enumerate() {
        let before = k.checked_sub(1).map(|k| roles[k]);
        if begins_article(reading.order, roles, k, before) && before.is_some() {
            pieces.push(std::mem::take(&mut piece));
        }
        if piece.head.is_empty() && piece.body.is_empty() {
            piece.because = article_because(*role, why[k]);
            piece.sheet = sheets[k];
        }
        piece.continues |= *role == Role::From || why[k] == "continued-from";
        place(&mut piece, *role, lines[k], why[k], headline_byline(reading.order, roles, k));
    }
    pieces.push(piece);
    pieces.retain(|piece| !piece.head.is_empty() || !piece.body.is_empty());
    pieces
}

fn article_because(role: Role, why: Because) -> Because {
    match role {
        Role::Title => "headline",
        Role::From => "continued-from",
        Role::Byline => "byline",
        _ => why,
    }
}

/// Whether an article begins at line `k`.
fn begins_article(order: Order, roles: &[Role], k: usize, before: Option<Role>) -> bool {
    let in_head = matches!(before, Some(Role::Title | Role::Byline)) && head_reaches_back(roles, k);
    match (order, roles[k]) {
        (_, Role::Lead) => !(order == Order::HeadlineFirst && in_head),
        (Order::HeadlineFirst, Role::Title) => !in_head,
        (Order::HeadlineFirst, Role::From) => !in_head,
        (Order::BodyFirst, Role::From) => true,
        // below its body, a headline ends the article: whatever comes after it begins another
        (Order::BodyFirst, Role::Title) => false,
        (Order::BodyFirst, Role::Byline) => in_head && !headline_byline(order, roles, k),
        (Order::BodyFirst, _) => {
            before == Some(Role::Title)
                || before == Some(Role::Byline) && in_head && headline_byline(order, roles, k - 1)
        }
        _ => false,
    }
}

/// Whether the lines just above `k` are bylines that follow a title.
fn head_reaches_back(roles: &[Role], k: usize) -> bool {
    roles[..k].iter().rev().find(|role| **role != Role::Byline) == Some(&Role::Title)
}

/// Whether a byline belongs to the headline: in body-first pages one after a headline does, unless it stands
/// over the next body.
fn headline_byline(order: Order, roles: &[Role], k: usize) -> bool {
    if roles[k] != Role::Byline || !head_reaches_back(roles, k) {
        return false;
    }
    let next = roles[k..].iter().find(|role| **role != Role::Byline);
    order == Order::HeadlineFirst || !matches!(next, Some(Role::Start | Role::Heading | Role::Item))
}

fn place(piece: &mut Piece, role: Role, line: usize, why: Because, in_head: bool) {
    let kind = match role {
        Role::Continuation | Role::HeadingContinuation => {
            // the first line of a piece cut in mid-sentence has nothing above to go on with
            match piece.body.last_mut() {
                Some(unit) if !matches!(unit.kind, BlockType::Continuation | BlockType::Byline) => {
                    return unit.lines.push(line);
                }
                _ => BlockType::Paragraph,
            }
        }
        Role::Title => BlockType::Headline,
        Role::Heading => BlockType::Heading,
        Role::Byline => BlockType::Byline,
        Role::From | Role::To => BlockType::Continuation,
        Role::Start | Role::Lead | Role::Item => BlockType::Paragraph,
    };
    let unit = Unit { kind, lines: vec![line], because: why };
    if kind == BlockType::Headline || in_head {
        piece.head.push(unit);
    } else {
        piece.body.push(unit);
    }
}

/// How much of a lone headline must stand in a body before it is given to it.
const ENOUGH_SHARED: f32 = 0.2;
/// How many articles away its body may stand.
const HEADLINE_REACH: usize = 12;

/// A headline without a body (it stands far from it, as in pages taken out in reading order) goes to the body
/// without a headline that shares most with it.
fn place_lone_headlines(pieces: &mut Vec<Piece>, cohesion: &Cohesion, lines: &[usize]) {
    for at in 0..pieces.len() {
        if pieces[at].has_text() || pieces[at].head.is_empty() {
            continue;
        }
        if let Some(other) = body_for(pieces, at, cohesion, lines) {
            let lone = std::mem::take(&mut pieces[at]);
            pieces[other].head = lone.head;
            pieces[other].body.splice(0..0, lone.body);
            pieces[other].because = "headline-by-shared-words";
        }
    }
    pieces.retain(|piece| !piece.head.is_empty() || !piece.body.is_empty());
}

fn body_for(pieces: &[Piece], at: usize, cohesion: &Cohesion, lines: &[usize]) -> Option<usize> {
    let index = |line: usize| lines.partition_point(|known| *known < line);
    let head = Piece::range(&pieces[at].head)?;
    let near = at.saturating_sub(HEADLINE_REACH)..pieces.len().min(at + HEADLINE_REACH + 1);
    near.filter(|other| {
        let piece = &pieces[*other];
        *other != at && piece.head.is_empty() && piece.has_text() && piece.sheet == pieces[at].sheet
    })
    .filter_map(|other| {
        let body = Piece::range(&pieces[other].body)?;
        let shared = cohesion.shared_with(index(head.0), index(head.1), index(body.0), index(body.1));
        let next_to = if other.abs_diff(at) == 1 { 0.15 } else { 0.0 };
        Some((shared + next_to - if pieces[other].continues { 0.1 } else { 0.0 }, other))
    })
    .filter(|(shared, _)| *shared >= ENOUGH_SHARED)
    .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)))
    .map(|(_, other)| other)
}

/// Adds the page's furniture, each run of lines a piece of its own, where it stands.
pub fn with_furniture(mut pieces: Vec<Piece>, furniture: &[(usize, Furniture)]) -> Vec<Piece> {
    for (line, kind) in furniture {
        let unit = Unit { kind: BlockType::Paragraph, lines: vec![*line], because: kind.because() };
        match pieces.last_mut() {
            Some(piece)
                if piece.because == kind.because()
                    && piece.body.last().is_some_and(|last| last.lines == [line.wrapping_sub(1)]) =>
            {
                piece.body.push(unit);
            }
            _ => pieces.push(Piece { body: vec![unit], because: kind.because(), ..Piece::default() }),
        }
    }
    pieces.sort_by_key(Piece::first_line);
    pieces
}
