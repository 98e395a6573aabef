//! What part each line plays: one decision for the page as a whole.
//!
//! Every line gets a score for every part it could play, every pair of neighbours a score for every pair of
//! parts, and the best sequence is found by dynamic programming (Viterbi) in one pass. The scores
//! ([`super::evidence`], [`super::weights`]) speak of what newspapers do; what this page does comes in through
//! [`Habits`] and [`Cohesion`].

use super::between::Between;
use super::cohesion::Cohesion;
use super::evidence::{Display, NEVER, Scorer};
use super::facts::{Facts, Habits};
use super::revision;
use super::weights::Weights;

/// The part a line plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Role {
    /// Begins a paragraph.
    Start,
    /// Goes on with a paragraph.
    Continuation,
    /// Begins the first paragraph of a new article that has no headline above it.
    Lead,
    /// A line of a headline.
    Title,
    /// An inner heading.
    Heading,
    /// Goes on with an inner heading.
    HeadingContinuation,
    /// Who wrote it.
    Byline,
    /// （上接1版） on a line of its own.
    From,
    /// （下转3版） on a line of its own.
    To,
    /// A line of a list or of verse: a paragraph without a full stop.
    Item,
    /// A line of a headline that the extractor put into the middle of a paragraph.
    Inset,
}

use Role::*;

const ROLES: [Role; 11] =
    [Start, Continuation, Lead, Title, Heading, HeadingContinuation, Byline, From, To, Item, Inset];
const COUNT: usize = ROLES.len();

/// A set of parts, a bit for each.
type Roles = u16;

const fn set(roles: &[Role]) -> Roles {
    let (mut set, mut k) = (0, 0);
    while k < roles.len() {
        set |= 1 << roles[k] as u16;
        k += 1;
    }
    set
}

/// For each part, those that may follow it at all; the others are not asked for.
const FOLLOWERS: [Roles; COUNT] = {
    let blocks = set(&[Start, Lead, Title, Heading, Byline, From, To, Item]);
    let mut followers = [blocks; COUNT];
    followers[Start as usize] |= set(&[Continuation, Inset]);
    followers[Continuation as usize] |= set(&[Continuation, Inset]);
    followers[Lead as usize] |= set(&[Continuation, Inset]);
    followers[From as usize] |= set(&[Continuation]);
    followers[Heading as usize] |= set(&[HeadingContinuation]);
    followers[HeadingContinuation as usize] |= set(&[HeadingContinuation]);
    followers[Inset as usize] = set(&[Continuation, Inset]);
    followers
};

/// The parts in a set, in order.
fn members(mut set: Roles) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let first = set.trailing_zeros() as usize;
        set &= set.wrapping_sub(1);
        (first < COUNT).then_some(first)
    })
}

/// Where headlines stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// Above their bodies.
    HeadlineFirst,
    /// Below their bodies, as a page maker's story order often has them.
    BodyFirst,
}

/// A reading of all lines.
#[derive(Clone, Debug)]
pub struct Reading {
    /// Where headlines stand on this page.
    pub order: Order,
    /// A part for each line.
    pub roles: Vec<Role>,
    score: f32,
}

/// What all scores look at.
pub(super) struct Page<'a> {
    /// What each kind of evidence is worth.
    pub weights: &'a Weights,
    /// The lines.
    pub facts: &'a [Facts],
    /// The page's habits.
    pub habits: &'a Habits,
    /// Where the matter changes.
    pub cohesion: &'a Cohesion,
    /// Whether joining line `i` with the next makes a word of the lexicon across the join.
    pub word_across: &'a [bool],
    /// What a person said of the lines: `facts[i]` must begin or go on with something.
    pub told: &'a [Option<Told>],
    /// What is said of each line as a title or heading.
    pub display: Vec<Display>,
    /// What is said of each line and the next.
    pub between: Vec<Between>,
}

impl<'a> Page<'a> {
    /// What both orders of the page have in common is looked at once.
    pub fn new(
        weights: &'a Weights,
        (facts, habits): (&'a [Facts], &'a Habits),
        cohesion: &'a Cohesion,
        word_across: &'a [bool],
        told: &'a [Option<Told>],
    ) -> Page<'a> {
        let display = |(i, line)| Display::of(weights, habits, cohesion, line, i);
        let display = facts.iter().enumerate().map(display).collect();
        let between = Vec::new();
        let mut page = Page { weights, facts, habits, cohesion, word_across, told, display, between };
        page.between = (1..facts.len()).map(|k| Between::of(&page, k - 1)).collect();
        page
    }
}

/// A person's word on a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Told {
    /// A new article begins here.
    NewArticle,
    /// It goes on with what is above.
    Joined,
    /// It is a line of a headline.
    Headline,
}

/// Finds the best reading.
pub(super) fn read(page: &Page) -> Reading {
    if page.facts.is_empty() {
        return Reading { order: Order::HeadlineFirst, roles: Vec::new(), score: 0.0 };
    }
    let [above, mut below] = viterbi(page);
    if ends_without_headline(page, &below.roles) {
        below.score += page.weights.last_article_below;
    }
    let mut reading = if below.score > above.score { below } else { above };
    revision::revise(page, &mut reading);
    reading
}

/// Whether the last article of a reading has no headline below it and is no piece from another page or caption.
fn ends_without_headline(page: &Page, roles: &[Role]) -> bool {
    let begins = |k: &usize| matches!(roles[*k], Title | From | Lead);
    match (0..roles.len()).rev().find(begins) {
        Some(k) if roles[k] == Title => (k + 1..roles.len()).any(|at| !matches!(roles[at], Byline | To)),
        // words under a picture need none
        Some(k) => {
            let caption = page.facts[k..].iter().any(|line| line.caption);
            roles[k] == Lead && page.facts[k].continuation.is_none() && !caption
        }
        None => true,
    }
}

/// A part so much worse than the best one for its line is not followed up.
const HOPELESS: f32 = 14.0;

/// A reading so much worse than the best one so far is not followed up.
const BEAM: f32 = 20.0;

/// The best reading for each order of the page, found in one pass: what a line says itself is the same
/// for both, but for headlines.
fn viterbi(page: &Page) -> [Reading; 2] {
    let mut lattices = [Order::HeadlineFirst, Order::BodyFirst].map(|order| Lattice::new(page, order));
    for i in 1..page.facts.len() {
        let own = ROLES.map(|role| lattices[0].scorer.line(i, role));
        for lattice in &mut lattices {
            lattice.add_line(i, own);
        }
    }
    lattices.map(Lattice::best)
}

/// The best sequence of parts up to a line, for each part that the line could play.
struct Lattice<'a> {
    scorer: Scorer<'a>,
    totals: [f32; COUNT],
    /// For each line and part, the part of the line before.
    back: Vec<[u8; COUNT]>,
}

impl<'a> Lattice<'a> {
    fn new(page: &'a Page, order: Order) -> Lattice<'a> {
        let scorer = Scorer { page, order };
        let totals = ROLES.map(|role| scorer.first(role) + scorer.line(0, role));
        let mut back = Vec::with_capacity(page.facts.len());
        back.push([0; COUNT]);
        Lattice { scorer, totals, back }
    }

    /// `own` is what the line says itself for each part on a page with headlines above.
    fn add_line(&mut self, i: usize, mut own: [f32; COUNT]) {
        if self.scorer.order == Order::BodyFirst {
            for role in [Title, Inset] {
                own[role as usize] = self.scorer.line(i, role);
            }
        }
        let between = &self.scorer.page.between[i - 1];
        let best = own.iter().copied().fold(NEVER, f32::max);
        let leader = self.totals.iter().copied().fold(NEVER, f32::max);
        let mut possible: Roles = 0;
        for (to, own) in own.iter().enumerate() {
            possible |= Roles::from(*own > NEVER / 2.0 && *own >= best - HOPELESS) << to;
        }
        let mut next = [NEVER; COUNT];
        let mut back = [0; COUNT];
        // what comes after a paragraph is worth the same whatever part its last line plays
        let mut after_text = [None; COUNT];
        // what a person said of a line may follow from a hopeless reading only
        for beam in [BEAM, f32::INFINITY] {
            for from in (0..COUNT).filter(|from| self.totals[*from] >= leader - beam) {
                let part = ROLES[from];
                let text = matches!(part, Start | Continuation | Lead);
                let ends = if text { between.after(part).ends } else { 0.0 };
                for to in members(possible & FOLLOWERS[from]) {
                    let pair = match ROLES[to] {
                        next if text && !matches!(next, Continuation | Inset) => {
                            let after = || self.scorer.after_text(i - 1, next, between);
                            ends + *after_text[to].get_or_insert_with(after)
                        }
                        next => self.scorer.pair(i - 1, part, next, between),
                    };
                    let total = self.totals[from] + own[to] + pair;
                    if total > next[to] {
                        next[to] = total;
                        back[to] = from as u8;
                    }
                }
            }
            if next.iter().any(|total| *total > NEVER / 2.0) {
                break;
            }
        }
        self.totals = next;
        self.back.push(back);
    }

    /// The best sequence.
    fn best(self) -> Reading {
        let lines = self.back.len();
        let total = |state: &usize| self.totals[*state] + self.scorer.last(lines - 1, ROLES[*state]);
        let mut state = (0..COUNT).max_by(|a, b| total(a).total_cmp(&total(b))).unwrap_or(0);
        let score = total(&state);
        let mut roles = vec![Start; lines];
        for (role, back) in roles.iter_mut().zip(&self.back).rev() {
            *role = ROLES[state];
            state = back[state] as usize;
        }
        Reading { order: self.scorer.order, roles, score }
    }
}
