//! Lines with parts -> articles: blocks are put together, headlines find their bodies, pieces that a page
//! break cut apart are joined.

use super::cohesion::Cohesion;
use super::facts::Facts;
use super::furniture::Furniture;
use super::marks::Rank;
use super::roles::{Order, Reading, Role, Told};
use super::why::{SIGNATURE, TOLD};
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
    /// Belongs to the page and to no article.
    pub furniture: bool,
}

impl Piece {
    fn first_line(&self) -> usize {
        let first = |units: &[Unit]| units.first().and_then(|unit| unit.lines.first().copied());
        first(&self.body).or(first(&self.head)).unwrap_or(usize::MAX)
    }

    fn has_text(&self) -> bool {
        self.body.iter().any(|unit| unit.kind != BlockType::Byline)
    }

    fn opens_with_byline(&self) -> bool {
        self.body.first().is_some_and(|unit| unit.kind == BlockType::Byline)
    }

    fn range(units: &[Unit]) -> Option<(usize, usize)> {
        Some((*units.first()?.lines.first()?, *units.last()?.lines.last()? + 1))
    }
}

/// The lines with their parts, as [`assemble`] reads them. Entry `k` of each list speaks of the same line.
pub struct Lines<'a> {
    /// The reading.
    pub reading: &'a Reading,
    /// Indexes of the lines in the source.
    pub at: &'a [usize],
    /// Why each begins a block.
    pub why: &'a [Because],
    /// The newspaper page each stands on.
    pub sheets: &'a [usize],
    /// What was seen of each.
    pub facts: &'a [Facts],
    /// What a person said of each; empty where nobody said anything.
    pub told: &'a [Option<Told>],
}

impl Lines<'_> {
    /// Whether a line is a headline that a person said begins an article, on a page that has them below.
    fn opens_against_order(&self, k: usize) -> bool {
        self.reading.order == Order::BodyFirst
            && self.reading.roles[k] == Role::Title
            && self.told.get(k) == Some(&Some(Told::NewArticle))
    }
}

/// Puts the lines together.
pub fn assemble(lines: &Lines, cohesion: &Cohesion) -> Vec<Piece> {
    let mut pieces = split(lines);
    place_lone_headlines(&mut pieces, cohesion, lines.at, lines.reading.order);
    pieces
}

/// Cuts the sequence of lines into articles.
fn split(lines: &Lines) -> Vec<Piece> {
    let parts = parts(lines);
    let mut pieces: Vec<Piece> = Vec::new();
    let mut piece = Piece::default();
    let mut insets: Vec<Piece> = Vec::new();
    // the piece has its headline above: the next one below belongs to another
    let mut headed = false;
    for (k, role) in lines.reading.roles.iter().enumerate() {
        let why = lines.why[k];
        if *role == Role::Inset {
            let follows = k > 0 && lines.reading.roles[k - 1] == Role::Inset;
            place_inset(&mut piece, &mut insets, lines, k, follows);
            continue;
        }
        let opens = lines.opens_against_order(k);
        let below_told = k > 0 && lines.opens_against_order(k - 1);
        let another = headed && *role == Role::Title && parts[k - 1] != Part::Headline;
        if k > 0 && (opens || another || begins_article(lines.reading, k, &parts) && !below_told) {
            pieces.push(std::mem::take(&mut piece));
            pieces.append(&mut insets);
            headed = false;
        }
        headed |= opens;
        if piece.head.is_empty() && piece.body.is_empty() {
            piece.because = article_because(*role, why);
            piece.sheet = lines.sheets[k];
        }
        piece.continues |= *role == Role::From || why == "continued-from";
        place(&mut piece, *role, lines.at[k], why, parts[k] == Part::Headline);
    }
    pieces.push(piece);
    pieces.append(&mut insets);
    pieces.retain(|piece| !piece.head.is_empty() || !piece.body.is_empty());
    pieces
}

/// A line that stands in the middle of a sentence: a headline is a piece of its own until a body is found for it;
/// a byline or the sub-headline of an article that has its headline belongs to the article around it.
fn place_inset(piece: &mut Piece, insets: &mut Vec<Piece>, lines: &Lines, k: usize, follows: bool) {
    let (line, why) = (&lines.facts[k], lines.why[k]);
    let role = if line.byline.is_some() { Role::Byline } else { Role::Title };
    match insets.last_mut() {
        Some(last) if follows => place(last, role, lines.at[k], why, true),
        // one is enough: each more would move the whole body
        _ if role == Role::Byline && piece.head.is_empty() && !piece.opens_with_byline() => {
            let unit = Unit { kind: BlockType::Byline, lines: vec![lines.at[k]], because: why };
            piece.body.insert(0, unit);
        }
        _ if role == Role::Byline || line.rank == Some(Rank::Dash) && !piece.head.is_empty() => {
            place(piece, role, lines.at[k], why, true);
        }
        _ => {
            let mut inset =
                Piece { because: "headline-in-sentence", sheet: lines.sheets[k], ..Piece::default() };
            place(&mut inset, role, lines.at[k], why, true);
            insets.push(inset);
        }
    }
}

fn article_because(role: Role, why: Because) -> Because {
    match role {
        _ if why == TOLD => TOLD,
        Role::Title => "headline",
        Role::From => "continued-from",
        Role::Byline => "byline",
        _ => why,
    }
}

/// Whether a line belongs to the headline or to the body.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Headline,
    Body,
    /// A byline over the body that it opens.
    Opening,
}

/// Titles belong to the headline, and so do bylines that follow them. Below its body, a headline's byline ends
/// the article; one that stands close over the next body belongs to that.
fn parts(lines: &Lines) -> Vec<Part> {
    let roles = &lines.reading.roles;
    let gap = |k: usize| lines.facts[k].blank_lines > 0;
    let any_gaps = (0..roles.len()).any(gap);
    let mut parts = vec![Part::Body; roles.len()];
    let mut k = 0;
    while k < roles.len() {
        let start = k;
        while k < roles.len() && roles[k] == Role::Byline {
            k += 1;
        }
        if k > start {
            let follows_title = start > 0 && roles[start - 1] == Role::Title;
            let over_next = match roles.get(k) {
                None | Some(Role::Title) => false,
                _ => lines.reading.order == Order::BodyFirst && any_gaps && gap(start) && !gap(k),
            };
            if follows_title && !over_next {
                parts[start..k].fill(Part::Headline);
            } else if over_next {
                parts[start] = Part::Opening;
            }
        } else {
            if roles[k] == Role::Title {
                parts[k] = Part::Headline;
            }
            k += 1;
        }
    }
    parts
}

/// Whether an article begins at line `k`.
fn begins_article(reading: &Reading, k: usize, parts: &[Part]) -> bool {
    let in_head = k > 0 && parts[k - 1] == Part::Headline;
    match (reading.order, reading.roles[k]) {
        (Order::HeadlineFirst, Role::Title | Role::Lead | Role::From) => !in_head,
        (Order::HeadlineFirst, _) => false,
        (Order::BodyFirst, Role::Lead) => k == 0 || reading.roles[k - 1] != Role::Byline || in_head,
        (Order::BodyFirst, Role::From) => k == 0 || parts[k - 1] != Part::Opening,
        // below its body, a headline ends the article: whatever comes after it begins another
        (Order::BodyFirst, _) => parts[k] == Part::Opening || in_head && parts[k] == Part::Body,
    }
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
        Role::Title | Role::Inset => BlockType::Headline,
        Role::Heading => BlockType::Heading,
        Role::Byline => BlockType::Byline,
        Role::From | Role::To => BlockType::Continuation,
        Role::Item if why == SIGNATURE => BlockType::Signature,
        Role::Start | Role::Lead | Role::Item => BlockType::Paragraph,
    };
    // room for those that go on with it
    let mut lines = Vec::with_capacity(4);
    lines.push(line);
    let unit = Unit { kind, lines, because: why };
    if kind == BlockType::Headline || in_head {
        piece.head.push(unit);
    } else {
        piece.body.push(unit);
    }
}

/// How much must speak for a body before a lone headline is given to it.
const ENOUGH: f32 = 0.05;
/// How many articles away its body may stand.
const HEADLINE_REACH: usize = 12;
/// What it counts that a body stands next to the headline, and on the side where bodies stand on this page.
const NEXT_TO: f32 = 0.15;
const ON_ITS_SIDE: f32 = 0.05;
/// A piece from another page may well have no headline here.
const CONTINUES: f32 = -0.1;

/// A headline without a body (it stands far from it, as in pages taken out in reading order) goes to a body
/// without a headline: every pair of the two is weighed by shared words and place, and the best pairs are taken
/// first.
fn place_lone_headlines(pieces: &mut Vec<Piece>, cohesion: &Cohesion, lines: &[usize], order: Order) {
    let mut pairs: Vec<(f32, usize, usize)> = Vec::new();
    for at in 0..pieces.len() {
        if !pieces[at].has_text() && !pieces[at].head.is_empty() {
            pairs.extend(
                bodies_for(pieces, at, cohesion, lines, order).map(|(score, body)| (score, at, body)),
            );
        }
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
    for (_, at, body) in pairs {
        if pieces[at].head.is_empty() || !pieces[body].head.is_empty() {
            continue;
        }
        let lone = std::mem::take(&mut pieces[at]);
        pieces[body].head = lone.head;
        pieces[body].body.splice(0..0, lone.body);
        pieces[body].because = "headline-by-shared-words";
    }
    pieces.retain(|piece| !piece.head.is_empty() || !piece.body.is_empty());
}

fn bodies_for<'a>(
    pieces: &'a [Piece],
    at: usize,
    cohesion: &'a Cohesion,
    lines: &'a [usize],
    order: Order,
) -> impl Iterator<Item = (f32, usize)> + 'a {
    let index = |line: usize| lines.partition_point(|known| *known < line);
    let head = Piece::range(&pieces[at].head).map(|(from, to)| (index(from), index(to)));
    let near = at.saturating_sub(HEADLINE_REACH)..pieces.len().min(at + HEADLINE_REACH + 1);
    near.filter_map(move |other| {
        let piece = &pieces[other];
        if other == at || !piece.head.is_empty() || !piece.has_text() || piece.sheet != pieces[at].sheet {
            return None;
        }
        let (head, body) = (head?, Piece::range(&piece.body)?);
        let mut score = cohesion.shared_with(head.0, head.1, index(body.0), index(body.1));
        score += if other.abs_diff(at) == 1 { NEXT_TO } else { 0.0 };
        score += if (other > at) == (order == Order::HeadlineFirst) { ON_ITS_SIDE } else { 0.0 };
        score += if piece.continues { CONTINUES } else { 0.0 };
        (score >= ENOUGH).then_some((score, other))
    })
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
            _ => pieces.push(Piece {
                body: vec![unit],
                because: kind.because(),
                furniture: true,
                ..Piece::default()
            }),
        }
    }
    pieces.sort_by_key(Piece::first_line);
    pieces
}
