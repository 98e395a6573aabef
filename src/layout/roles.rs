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
use std::ops::{Index, IndexMut};

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

/// Parts are reckoned with four at a time.
const LANES: usize = COUNT.next_multiple_of(4);

/// What is said of each part.
#[derive(Clone, Copy)]
pub(super) struct Scores([f32; LANES]);

impl Scores {
    /// No part can be.
    pub const NONE: Scores = Scores([NEVER; LANES]);
    /// No block can follow, and nothing goes on.
    pub const NOTHING_FOLLOWS: Scores = {
        let mut scores = Scores::NONE;
        scores.0[Continuation as usize] = f32::NEG_INFINITY;
        scores.0[HeadingContinuation as usize] = f32::NEG_INFINITY;
        scores.0[Inset as usize] = f32::NEG_INFINITY;
        scores
    };

    fn highest(&self) -> f32 {
        self.0.iter().fold(NEVER, |highest, score| if *score > highest { *score } else { highest })
    }

    /// These, and what is below a score not at all.
    fn reaching(&self, least: f32) -> Scores {
        Scores(self.0.map(|score| if score >= least { score } else { f32::NEG_INFINITY }))
    }

    /// The parts that are not below a score.
    fn reached(&self, least: f32) -> Roles {
        let reached = |set, (role, score): (usize, &f32)| set | Roles::from(*score >= least) << role;
        ALL & self.0.iter().enumerate().fold(0, reached)
    }

    /// Leaves these parts only.
    pub fn keep(&mut self, roles: Roles) {
        for role in (0..COUNT).filter(|role| roles >> role & 1 == 0) {
            self.0[role] = NEVER;
        }
    }
}

impl Index<Role> for Scores {
    type Output = f32;

    fn index(&self, role: Role) -> &f32 {
        &self.0[role as usize]
    }
}

impl IndexMut<Role> for Scores {
    fn index_mut(&mut self, role: Role) -> &mut f32 {
        &mut self.0[role as usize]
    }
}

/// A set of parts, a bit for each.
pub(super) type Roles = u32;

/// Every part.
pub(super) const ALL: Roles = (1 << COUNT) - 1;

/// The set of these parts.
pub(super) const fn set(roles: &[Role]) -> Roles {
    let (mut set, mut k) = (0, 0);
    while k < roles.len() {
        set |= 1 << roles[k] as u32;
        k += 1;
    }
    set
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

/// The best reading for each order of the page, found in one pass: what a line says itself, and what it says of the
/// next, is mostly the same for both.
fn viterbi(page: &Page) -> [Reading; 2] {
    let own = page.line(0);
    let mut above = Lattice::new(page, Order::HeadlineFirst, &own[0]);
    let mut below = Lattice::new(page, Order::BodyFirst, &own[1]);
    let mut pairs = Pairs::new();
    for i in 1..page.facts.len() {
        let own = page.line(i);
        pairs.at(i - 1);
        above.add_line(&own[0], &mut pairs);
        pairs.forget_order(page);
        below.add_line(&own[1], &mut pairs);
    }
    [above.best(), below.best()]
}

/// The best sequence of parts up to a line, for each part that the line could play.
struct Lattice<'a> {
    scorer: Scorer<'a>,
    totals: Scores,
    /// The highest of the totals.
    leader: f32,
    /// For each line and part, the part of the line before.
    back: Vec<[u8; LANES]>,
}

impl<'a> Lattice<'a> {
    fn new(page: &'a Page, order: Order, own: &Scores) -> Lattice<'a> {
        let scorer = Scorer { page, order };
        let mut totals = Scores::NONE;
        ROLES.iter().for_each(|role| totals[*role] = scorer.first(*role) + own[*role]);
        let mut back = Vec::with_capacity(page.facts.len());
        back.push([0; LANES]);
        Lattice { scorer, totals, leader: totals.highest(), back }
    }

    /// `own` is what the line says of itself, `pairs` what the line before says of it.
    fn add_line(&mut self, own: &Scores, pairs: &mut Pairs) {
        let own = own.reaching((own.highest() - HOPELESS).max(NEVER / 2.0));
        let mut next = Scores::NONE;
        let mut back = [0u32; LANES];
        // what a person said of a line may follow from a hopeless reading only
        for beam in [BEAM, f32::INFINITY] {
            let mut alive = self.totals.reached(self.leader - beam);
            // the same follows a first line, and better
            if self.totals[Lead] <= self.totals[Start] {
                alive &= !set(&[Lead]);
            }
            while alive != 0 {
                let from = ROLES[alive.trailing_zeros() as usize % COUNT];
                alive &= alive - 1;
                let total = self.totals[from];
                let after = pairs.after(&self.scorer, from);
                let so_far = next.0.iter_mut().zip(&mut back);
                for ((next, back), (own, after)) in so_far.zip(own.0.iter().zip(&after.0)) {
                    let total = total + own + after;
                    let better = total > *next;
                    *next = if better { total } else { *next };
                    *back = if better { from as u32 } else { *back };
                }
            }
            self.leader = next.highest();
            if self.leader > NEVER / 2.0 {
                break;
            }
        }
        self.totals = next;
        self.back.push(back.map(|from| from as u8));
    }

    /// The best sequence.
    fn best(self) -> Reading {
        let lines = self.back.len();
        let total = |state: &usize| self.totals.0[*state] + self.scorer.last(lines - 1, ROLES[*state]);
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

/// What a line says of the next for each pair of parts that they could play, looked at for both orders of the page.
struct Pairs {
    i: usize,
    /// The parts of the line for which it was looked at.
    known: Roles,
    after: [Scores; COUNT],
    /// What it says as a headline, by the order of the page.
    title: [Scores; 2],
}

impl Pairs {
    fn new() -> Pairs {
        Pairs { i: 0, known: 0, after: [Scores::NOTHING_FOLLOWS; COUNT], title: [Scores::NOTHING_FOLLOWS; 2] }
    }

    /// Goes on to line `i` and the next.
    fn at(&mut self, i: usize) {
        (self.i, self.known) = (i, 0);
    }

    /// Keeps what is the same for the other order.
    fn forget_order(&mut self, page: &Page) {
        self.after[Title as usize] = self.title[Order::BodyFirst as usize];
        self.known &= match page.between[self.i].parts_articles {
            Some(_) => set(&[Title]),
            None => !set(&[Byline]),
        };
    }

    /// What the line in this part says of the next.
    fn after(&mut self, scorer: &Scorer, part: Role) -> &Scores {
        if self.known >> part as u32 & 1 == 0 {
            self.look(scorer, part);
        }
        &self.after[part as usize]
    }

    fn look(&mut self, scorer: &Scorer, part: Role) {
        let Pairs { i, known, after, title } = self;
        match part {
            Start | Continuation | Lead => {
                let [within, first] = scorer.after_text(*i);
                after[Continuation as usize] = within;
                (after[Start as usize], after[Lead as usize]) = (first, first);
                *known |= set(&[Start, Continuation, Lead]);
            }
            Title => {
                *title = scorer.after_title(*i);
                after[Title as usize] = title[scorer.order as usize];
                *known |= set(&[Title]);
            }
            _ => {
                after[part as usize] = scorer.after(*i, part);
                *known |= set(&[part]);
            }
        }
    }
}
