//! What part each line plays: one decision for the page as a whole.
//!
//! Every line gets a score for every part it could play, every pair of neighbours a score for every pair of
//! parts, and the best sequence is found by dynamic programming (Viterbi) in one pass. The scores are log odds
//! by hand: about 1 for a hint, 3 for strong evidence, 6 and more for what hardly ever happens. They speak of
//! what newspapers do; what this page does comes in through [`Habits`] and [`Cohesion`].

use super::cohesion::Cohesion;
use super::facts::{self, Ending, Facts, Habits};
use super::marks::{Direction, Rank};

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
}

use Role::*;

const ROLES: [Role; 10] =
    [Start, Continuation, Lead, Title, Heading, HeadingContinuation, Byline, From, To, Item];
const COUNT: usize = ROLES.len();
const NEVER: f32 = -1e6;

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
pub struct Page<'a> {
    /// The lines.
    pub facts: &'a [Facts],
    /// The page's habits.
    pub habits: &'a Habits,
    /// Where the matter changes.
    pub cohesion: &'a Cohesion,
    /// Whether joining line `i` with the next makes a word of the lexicon across the join.
    pub word_across: &'a dyn Fn(usize) -> bool,
    /// What a person said of the lines: `facts[i]` must begin or go on with something.
    pub told: &'a [Option<Told>],
}

/// A person's word on a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// A new article begins here.
    NewArticle,
    /// It goes on with what is above.
    Joined,
    /// It is a line of a headline.
    Headline,
}

/// Finds the best reading.
pub fn read(page: &Page) -> Reading {
    let above = viterbi(page, Order::HeadlineFirst);
    let below = viterbi(page, Order::BodyFirst);
    if below.score > above.score { below } else { above }
}

fn viterbi(page: &Page, order: Order) -> Reading {
    let scorer = Scorer { page, order };
    let lines = page.facts.len();
    let mut totals = [NEVER; COUNT];
    let mut back = vec![[0u8; COUNT]; lines];
    for (to, role) in ROLES.iter().enumerate() {
        totals[to] = scorer.first(*role) + scorer.line(0, *role);
    }
    for i in 1..lines {
        let between = Between::of(page, i - 1);
        let mut next = [NEVER; COUNT];
        for (to, role) in ROLES.iter().enumerate() {
            let own = scorer.line(i, *role);
            if own <= NEVER / 2.0 {
                continue;
            }
            for (from, before) in ROLES.iter().enumerate() {
                if totals[from] <= NEVER / 2.0 {
                    continue;
                }
                let total = totals[from] + own + scorer.pair(i - 1, *before, *role, &between);
                if total > next[to] {
                    next[to] = total;
                    back[i][to] = from as u8;
                }
            }
        }
        totals = next;
    }
    for (from, role) in ROLES.iter().enumerate() {
        totals[from] += scorer.last(*role);
    }
    let mut state = (0..COUNT).max_by(|a, b| totals[*a].total_cmp(&totals[*b])).unwrap_or(0);
    let score = totals[state];
    let mut roles = vec![Start; lines];
    for i in (0..lines).rev() {
        roles[i] = ROLES[state];
        state = back[i][state] as usize;
    }
    Reading { order, roles, score }
}

/// What speaks for a join and for a break between line `i` and the next, whatever their parts.
struct Between {
    blank: bool,
    join: f32,
    change: f32,
}

impl Between {
    fn of(page: &Page, i: usize) -> Between {
        let (line, next) = (&page.facts[i], &page.facts[i + 1]);
        let blank = next.blank_lines > 0;
        let above = usize::from(line.blank_lines > 0);
        let mut blank_speaks = page.habits.blank_speaks[above][usize::from(blank)];
        if blank && next.begins_with_quote {
            // a hanging quotation mark looks like a change of indent
            blank_speaks = blank_speaks.min(0.5);
        }
        let mut join = -blank_speaks;
        if next.cannot_begin {
            join += 6.0;
        }
        if next.closes > 0 && (line.opens > 0 || line.opens_quote > 0) {
            join += 4.0;
        }
        if line.last.is_ascii_digit() && next.first.is_ascii_digit() {
            join += 1.5;
        }
        if line.justified {
            join += 3.0;
        }
        if matches!(line.ending, Ending::Open) && !next.cannot_begin && (page.word_across)(i) {
            join += 1.2;
        }
        Between { blank, join, change: page.cohesion.change_at(i + 1) }
    }
}

struct Scorer<'a> {
    page: &'a Page<'a>,
    order: Order,
}

impl Scorer<'_> {
    fn first(&self, role: Role) -> f32 {
        match (self.order, role) {
            (_, From) => 1.0,
            (Order::HeadlineFirst, Title) => 1.0,
            (Order::HeadlineFirst, Lead) => -2.5,
            (Order::HeadlineFirst, Byline) => -2.0,
            (Order::BodyFirst, Lead | Byline) => 0.0,
            (Order::BodyFirst, Title) => -6.0,
            (_, Heading) => -3.0,
            (_, Item) => -4.0,
            (_, To) => -2.0,
            (_, Start | Continuation | HeadingContinuation) => NEVER,
        }
    }

    fn last(&self, role: Role) -> f32 {
        match (self.order, role) {
            (Order::HeadlineFirst, Title) => -6.0,
            (Order::BodyFirst, Start | Continuation | Lead | Item) => -1.5,
            (_, From) => -3.0,
            (_, Heading | HeadingContinuation) => -2.5,
            _ => 0.0,
        }
    }

    /// How well a line plays a part, seen by itself.
    fn line(&self, i: usize, role: Role) -> f32 {
        let line = &self.page.facts[i];
        let told = match self.page.told.get(i).copied().flatten() {
            Some(Told::Headline) if role != Title => return NEVER,
            Some(Told::NewArticle) if !matches!(role, Lead | Title | From) => return NEVER,
            Some(Told::Joined) if matches!(role, Lead | Title) => return NEVER,
            Some(_) => 0.0,
            None => 0.0,
        };
        told + match role {
            Start => self.starts(line),
            Lead => {
                self.starts(line)
                    + if begins_piece(line) {
                        9.0
                    } else if line.dispatch {
                        3.5
                    } else {
                        0.0
                    }
            }
            Continuation => self.continues(line),
            Title => self.is_title(i, line),
            Heading => self.is_heading(i, line),
            HeadingContinuation => -1.0 + self.displayed(line),
            Byline => match line.byline {
                Some(facts::Byline::Role) => 4.0,
                Some(facts::Byline::NamesOnly) => 0.5,
                None => NEVER,
            },
            From => whole(line, Direction::From),
            To => whole(line, Direction::To),
            Item => self.is_item(line),
        }
    }

    fn starts(&self, line: &Facts) -> f32 {
        let habits = self.page.habits;
        let mut score = 0.0;
        if line.cannot_begin {
            score -= 8.0;
        }
        if line.closes > 0 {
            score -= 3.0;
        }
        score += match line.rank {
            Some(Rank::Item) => 0.3,
            Some(_) => 1.5,
            None => 0.0,
        };
        if line.dispatch {
            score += 1.0;
        }
        if line.turn {
            score += 1.0;
        }
        if habits.shows_indents {
            score += if line.indented { 3.0 } else { -4.0 };
        } else if let (Some(column), true) = (line.column, habits.first_line_indent > 0) {
            let set_in = line.width.fills(column.saturating_sub(habits.first_line_indent));
            let flush = line.width.fills(column);
            // a hanging quotation mark takes half a character back
            if set_in && !flush {
                score += 1.5;
            } else if flush && !set_in && !line.begins_with_quote {
                score -= 2.0;
            }
        }
        if whole(line, Direction::From) > 0.0 || whole(line, Direction::To) > 0.0 || begins_piece(line) {
            score -= 6.0;
        }
        score
    }

    fn continues(&self, line: &Facts) -> f32 {
        let mut score = 0.0;
        score -= match line.rank {
            Some(Rank::Chinese | Rank::ChineseBracket) => 2.5,
            Some(Rank::Dash | Rank::Ordinal | Rank::Bullet) => 1.2,
            _ => 0.0,
        };
        if line.dispatch || line.turn {
            score -= 1.5;
        }
        if self.page.habits.shows_indents {
            score += if line.indented || line.centred { -5.0 } else { 0.3 };
        }
        if let Some(column) = line.column {
            if line.width.beyond(column) > 1 {
                score -= 3.0;
            }
        }
        if line.continuation.is_some_and(|(direction, whole)| whole || direction == Direction::From) {
            score -= 6.0;
        }
        score
    }

    /// What titles and headings have in common: short, no full stop, complete.
    fn displayed(&self, line: &Facts) -> f32 {
        let mut score = match line.ending {
            Ending::Sentence if matches!(line.last, '!' | '?' | '…') => -0.5,
            Ending::Sentence if matches!(line.last, '”') => -2.0,
            Ending::Sentence => -5.0,
            Ending::Colon => -3.0,
            Ending::Semicolon | Ending::Clause => -6.0,
            Ending::Closing | Ending::Open => 0.0,
        };
        score -= match line.length() {
            0..=1 => 5.0,
            2 => 2.0,
            3 => 0.7,
            4..=26 => 0.0,
            27..=36 => 1.5,
            37..=44 => 3.0,
            _ => 9.0,
        };
        score -= 4.0 * f32::from(line.stops_inside.min(2)) + f32::from(line.commas_inside.saturating_sub(1));
        if line.cannot_begin {
            score -= 8.0;
        }
        if line.closes > 0 {
            score -= 3.0;
        }
        if line.opens > 0 {
            score -= 3.0;
        }
        if line.dispatch || line.closing_dispatch || line.continuation.is_some() || line.turn {
            score -= 5.0;
        }
        if line.justified {
            score -= 1.5;
        }
        // what is set in display type fills a column only by chance
        if let Some(column) = line.column {
            let set_in = column.saturating_sub(self.page.habits.first_line_indent);
            if line.width.fills(column) || line.width.fills(set_in) {
                score -= 1.5;
            }
        }
        score
    }

    fn is_title(&self, i: usize, line: &Facts) -> f32 {
        let mut score = -0.8 + self.displayed(line);
        if score < -8.0 {
            return score;
        }
        // a kicker may end with a colon
        if line.ending == Ending::Colon {
            score += 1.5;
        }
        if matches!(line.rank, Some(rank) if rank != Rank::Dash && rank != Rank::ArabicBracket) {
            score -= 3.0;
        }
        if line.byline.is_some() {
            score -= 1.5;
        }
        if self.page.habits.shows_indents {
            score += if line.indented { -4.0 } else { 1.0 };
        } else if let Some(column) = line.column {
            if line.width.beyond(column) > 1 {
                score += 2.5;
            }
        }
        let (before, after) = self.page.cohesion.shared(i, i + 1);
        let own = if self.order == Order::BodyFirst { before - after } else { after - before };
        score + (3.0 * own).clamp(-1.5, 1.5)
    }

    fn is_heading(&self, i: usize, line: &Facts) -> f32 {
        let mut score = -0.5 + self.displayed(line);
        score += match line.rank {
            Some(Rank::Dash) => -2.5,
            Some(Rank::Item) => -1.0,
            Some(_) => 2.0,
            None => 0.0,
        };
        if line.byline == Some(facts::Byline::Role) {
            score -= 3.0;
        }
        if line.in_brackets && line.rank.is_none() {
            score -= 2.0;
        }
        if self.page.habits.shows_indents {
            score += if line.indented || line.centred { 1.0 } else { -3.0 };
        } else if let Some(column) = line.column {
            if line.width.beyond(column) > 1 {
                score -= 4.0;
            }
        }
        let (before, after) = self.page.cohesion.shared(i, i + 1);
        score + (2.0 * before.min(after)).min(1.0)
    }

    fn is_item(&self, line: &Facts) -> f32 {
        let mut score = -2.2;
        if line.length() > 30 || line.cannot_begin || line.opens > 0 || line.closes > 0 {
            score -= 6.0;
        }
        if line.ending == Ending::Clause {
            score -= 6.0;
        }
        if matches!(line.ending, Ending::Sentence) {
            score -= 0.5;
        }
        score - 2.0 * f32::from(line.stops_inside.min(2))
    }

    /// How well two parts follow each other at line `i` and the next.
    fn pair(&self, i: usize, part: Role, next: Role, between: &Between) -> f32 {
        let line = &self.page.facts[i];
        let follower = &self.page.facts[i + 1];
        let in_body = matches!(part, Start | Continuation | Lead);
        match (part, next) {
            (Start | Continuation | Lead, Continuation) => self.goes_on(line, follower, part, between),
            (_, Continuation) => match part {
                // a piece from another page may begin within a sentence
                From => -0.5,
                _ => NEVER,
            },
            (Heading | HeadingContinuation, HeadingContinuation) => {
                self.heading_goes_on(line, follower, part, between)
            }
            (_, HeadingContinuation) => NEVER,
            _ if in_body => {
                self.block_ends(line, follower, part, between) + self.after_body(line, next, between)
            }
            (Title, _) => self.after_title(line, follower, next, between),
            (Heading | HeadingContinuation, _) => {
                self.block_break(between) + self.after_heading(line, next, between)
            }
            (Byline, _) => self.after_byline(next, between),
            (From, Start | Lead) => {
                if next == Start {
                    0.5
                } else {
                    NEVER
                }
            }
            (From, Heading) => -1.0,
            (From, _) => -6.0,
            (To, Title | Lead | From) => self.new_article(next, between) + 3.0,
            (To, Byline) => 0.0,
            (To, _) => -6.0,
            (Item, Item) => 0.8,
            (Item, Start) => -0.5,
            (Item, Heading) => -2.5,
            (Item, To) => 0.0,
            (Item, Byline) => -2.0,
            (Item, _) => self.new_article(next, between) - 1.0,
            _ => NEVER,
        }
    }

    fn goes_on(&self, line: &Facts, next: &Facts, part: Role, between: &Between) -> f32 {
        let mut score = between.join / 2.0;
        if line.ending == Ending::Sentence {
            score -= 0.5;
        }
        score -= match self.missing(line, next, part) {
            None => 6.0,
            Some(0) => 0.0,
            Some(1) => 0.3,
            Some(2) => 1.2,
            Some(_) if line.justified => 0.0,
            Some(_) => 4.0,
        };
        if line.closing_dispatch || matches!(line.continuation, Some((Direction::To, _))) {
            score -= 4.0;
        }
        if line.column.is_some_and(|column| line.width.beyond(column) > 1) {
            score -= 3.0;
        }
        score
    }

    /// How much is missing to the full column, in half-ems; `None` where lines are not wrapped.
    fn missing(&self, line: &Facts, next: &Facts, part: Role) -> Option<u32> {
        let indent = if part == Continuation { 0 } else { self.page.habits.first_line_indent };
        line.column.map(|column| line.short_of(column.saturating_sub(indent), next))
    }

    /// Whether a block of running text ends with this line.
    fn block_ends(&self, line: &Facts, next: &Facts, part: Role, between: &Between) -> f32 {
        let mut score = -between.join / 2.0;
        let finished = line.closing_dispatch || matches!(line.continuation, Some((Direction::To, _)));
        score += match line.ending {
            _ if finished => 2.0,
            Ending::Sentence => 0.5,
            Ending::Colon => -0.3,
            Ending::Semicolon => -0.8,
            Ending::Clause => -10.0,
            // a credit in brackets may close a paragraph, a quotation without a full stop hardly
            Ending::Closing if line.last == ')' => -1.0,
            Ending::Closing => -5.0,
            Ending::Open => -8.5,
        };
        score -= if line.opens > 0 { 4.0 } else { 0.0 } + if line.opens_quote > 0 { 1.0 } else { 0.0 };
        score
            + match self.missing(line, next, part) {
                None => 4.0,
                Some(0) => -0.6,
                Some(1) => 0.3,
                Some(2) => 1.2,
                Some(_) => 3.0,
            }
    }

    /// A break after something that is no running text: only a mark that cannot begin a block speaks against it.
    fn block_break(&self, between: &Between) -> f32 {
        if between.join > 4.0 { -6.0 } else { 0.0 }
    }

    fn after_body(&self, line: &Facts, next: Role, between: &Between) -> f32 {
        let finished = line.closing_dispatch || matches!(line.continuation, Some((Direction::To, _)));
        match next {
            Start if matches!(line.continuation, Some((Direction::To, _))) => -5.0,
            Start if line.closing_dispatch => -2.0,
            Start => 0.0,
            Heading => -1.2 + if self.page.habits.has_gaps && !between.blank { -0.5 } else { 0.0 },
            Byline => -1.0,
            To => 5.0,
            Item => -2.0,
            Title | Lead | From => self.new_article(next, between) + if finished { 2.5 } else { 0.0 },
            _ => NEVER,
        }
    }

    /// A new article begins with the next line.
    fn new_article(&self, next: Role, between: &Between) -> f32 {
        let mut score = 1.2 * between.change;
        if self.page.habits.has_gaps {
            score += if between.blank { 0.8 } else { -2.0 };
        }
        score
            + match next {
                From => 3.0,
                Title => -3.2,
                _ => -7.5,
            }
    }

    fn after_title(&self, line: &Facts, follower: &Facts, next: Role, between: &Between) -> f32 {
        let gap = match (self.page.habits.has_gaps, between.blank) {
            (false, _) => 0.0,
            (true, true) => 0.6,
            (true, false) => -0.6,
        };
        match (self.order, next) {
            (_, Title) => {
                let sub = follower.rank == Some(Rank::Dash) || follower.in_brackets;
                // one line too long for its measure
                let cut = line.opens + line.opens_quote > 0 && follower.closes > 0;
                0.2 + if sub { 2.5 } else { 0.0 } + if cut { 6.0 } else { 0.0 } - if between.blank { 0.3 } else { 0.0 }
            }
            (_, Byline) => 1.5,
            (_, From) => 0.5 + gap,
            (Order::HeadlineFirst, Start) => gap,
            (Order::BodyFirst, Lead) => {
                gap + 1.0 * between.change + if follower.dispatch { 1.5 } else { 0.0 }
            }
            (Order::HeadlineFirst, Heading) => -1.5,
            (Order::BodyFirst, Heading) => -3.0,
            (Order::HeadlineFirst, Item) => -2.0,
            (_, To) => -4.0,
            _ => NEVER,
        }
    }

    fn after_heading(&self, line: &Facts, next: Role, between: &Between) -> f32 {
        match next {
            Start => {
                if self.page.habits.has_gaps && between.blank {
                    -0.2
                } else {
                    0.3
                }
            }
            Heading => -1.0,
            Item => -1.0,
            To => -1.0,
            Byline => -2.0,
            Title if line.rank.is_some() => -2.5 + self.new_article(next, between),
            Title | From => -3.5 + self.new_article(next, between),
            _ => NEVER,
        }
    }

    fn heading_goes_on(&self, line: &Facts, follower: &Facts, part: Role, between: &Between) -> f32 {
        let full = match self.missing(line, follower, if part == Heading { Start } else { Continuation }) {
            Some(0..=1) => 1.5,
            Some(2) => 0.0,
            // a long numbered heading is set in two lines of like length
            _ if line.rank.is_some() && line.length() >= 10 && follower.length() >= 5 => 0.0,
            _ => return NEVER,
        };
        let over = line.length() + follower.length() > 44 || part == HeadingContinuation;
        full - if over { 4.0 } else { 0.0 } - if between.blank { 2.0 } else { 0.0 }
            + between.join.clamp(-1.0, 2.0)
    }

    fn after_byline(&self, next: Role, between: &Between) -> f32 {
        match (self.order, next) {
            (_, Start) => 0.3,
            (_, Byline) => 0.0,
            (_, Heading) => -1.0,
            (Order::BodyFirst, Lead) => 0.3,
            (Order::HeadlineFirst, Title) | (_, From | Lead) => self.new_article(next, between),
            (Order::BodyFirst, Title) => -1.0,
            (_, To) => -1.0,
            _ => NEVER,
        }
    }
}

/// （上接1版） with text after it.
fn begins_piece(line: &Facts) -> bool {
    line.continuation == Some((Direction::From, false))
}

/// A continuation mark that is the whole line.
fn whole(line: &Facts, direction: Direction) -> f32 {
    if line.continuation == Some((direction, true)) { 4.0 } else { NEVER }
}
