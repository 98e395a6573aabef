//! What speaks for each part a line could play, seen by itself. What neighbours say of each other is weighed in
//! [`super::neighbours`].

use super::cohesion::Cohesion;
use super::facts::{self, Ending, Facts, Habits};
use super::marks::{Direction, Rank};
use super::roles::Role::{self, *};
use super::roles::{ALL, Order, Page, Roles, Scores, Told, set};
use super::weights::Weights;

/// What cannot be.
pub const NEVER: f32 = -1e6;

/// What is said of a line as a title or heading, whatever the order of the page.
#[derive(Clone, Copy, Debug, Default)]
pub struct Display {
    /// What titles and headings have in common.
    score: f32,
    /// Share of its telling pairs that stand near by above and below it, where it may be one at all.
    shared: (f32, f32),
}

impl Display {
    /// Looks at line `i`.
    pub fn of(weights: &Weights, habits: &Habits, cohesion: &Cohesion, line: &Facts, i: usize) -> Display {
        let score = displayed(weights, habits, line);
        let possible = score + weights.title.max(weights.heading) >= LEAST_DISPLAY;
        Display { score, shared: if possible { cohesion.shared(i, i + 1) } else { (0.0, 0.0) } }
    }
}

/// What a line must reach as a title or heading for its words to be compared with those around it.
const LEAST_DISPLAY: f32 = -9.0;

/// A headline as short as this is rather a heading, in characters.
const SHORT_TITLE: u32 = 7;
/// A heading as long as this is rather a headline.
const LONG_HEADING: u32 = 17;
/// … and as this, all the more.
const VERY_LONG_HEADING: u32 = 21;
/// Tenths of a column that a headline fills at most, set in type 1.4 times as large as the text.
const LARGER_TYPE: u32 = 7;

/// Scores parts on a page, taken to have its headlines above or below its bodies.
pub(super) struct Scorer<'a> {
    /// The page.
    pub page: &'a Page<'a>,
    /// Where headlines stand.
    pub order: Order,
}

impl Scorer<'_> {
    /// The weights.
    pub fn w(&self) -> &Weights {
        self.page.weights
    }

    /// The page begins with this part.
    pub fn first(&self, role: Role) -> f32 {
        match (self.order, role) {
            (_, From) => 1.0,
            (_, Lead) if begins_piece(&self.page.facts[0]) => 1.0,
            (Order::HeadlineFirst, Title) => self.w().first_title_above,
            (Order::HeadlineFirst, Lead) => self.w().first_body_above,
            (Order::HeadlineFirst, Byline) => -2.0,
            (Order::BodyFirst, Lead | Byline) => 0.0,
            (Order::BodyFirst, Title) => self.w().first_title_below,
            (_, Heading) => -6.0,
            (_, Item) => -4.0,
            (_, To) => -2.0,
            (_, Start | Continuation | HeadingContinuation | Inset) => NEVER,
        }
    }

    /// The page ends with this line in this part.
    pub fn last(&self, i: usize, role: Role) -> f32 {
        let line = &self.page.facts[i];
        let unfinished = match role {
            Start | Continuation | Lead => self.page.ends_with(line) - self.w().end_full_stop,
            _ => 0.0,
        };
        unfinished
            + match (self.order, role) {
                (Order::HeadlineFirst, Title) => self.w().last_title_above,
                (Order::BodyFirst, Start | Continuation | Lead) => self.w().last_body_below,
                (_, From) => -3.0,
                (_, Heading | HeadingContinuation) => -7.0,
                (_, Inset) => NEVER,
                // a name or date may sign the last article, other short lines lead to something
                (_, Item) if !line.signature && line.ending == Ending::Open => -4.0,
                _ => 0.0,
            }
    }

    /// How well a line plays a part, seen by itself.
    pub fn line(&self, i: usize, role: Role) -> f32 {
        self.page.line(i)[self.order as usize][role]
    }
}

impl Page<'_> {
    /// How well a line plays each part, seen by itself, for both orders of the page.
    pub fn line(&self, i: usize) -> [Scores; 2] {
        let (line, w) = (&self.facts[i], self.weights);
        let starts = self.starts(i, line);
        let byline = match line.byline {
            Some(facts::Byline::Role) => w.byline_role,
            Some(facts::Byline::NamesOnly) => w.byline_names,
            None => NEVER,
        };
        let mut own = Scores::NONE;
        own[Start] = starts;
        own[Lead] = starts
            + match line {
                line if begins_piece(line) => 9.0,
                Facts { closing_dispatch: true, .. } => w.lead_closing,
                Facts { dispatch: true, .. } => w.lead_dispatch,
                Facts { letter: true, .. } => w.lead_salutation,
                _ => 0.0,
            };
        own[Continuation] = self.continues(line);
        own[Heading] = self.is_heading(i, line);
        own[HeadingContinuation] = w.heading_second_line + self.display[i].score;
        own[Byline] = byline;
        own[From] = whole(line, Direction::From);
        own[To] = whole(line, Direction::To);
        own[Item] = self.is_item(line);
        let allowed = self.allowed(i, line);
        self.is_title(i, line).map(|title| {
            own[Title] = title;
            own[Inset] = if line.byline.is_some() { byline } else { title };
            if allowed != ALL {
                own.keep(allowed);
            }
            own
        })
    }

    /// The parts that a line may play after what a person said of it and what it says of its beginning.
    fn allowed(&self, i: usize, line: &Facts) -> Roles {
        let told = match self.told.get(i).copied().flatten() {
            Some(Told::Headline) => set(&[Title]),
            Some(Told::NewArticle) => set(&[Lead, From, Title]),
            Some(Told::Joined) => ALL & !set(&[Lead, Title, From]),
            None => ALL,
        };
        told & if begins_piece(line) { set(&[Lead]) } else { ALL }
    }

    fn starts(&self, i: usize, line: &Facts) -> f32 {
        let (habits, w) = (self.habits, self.weights);
        let mut score = 0.0;
        if line.cannot_begin {
            score -= 8.0;
        }
        if line.closes > 0 {
            score += w.start_closes;
        }
        if line.remainder {
            score += w.start_remainder;
        }
        score += match line.rank {
            Some(Rank::Item) => 0.3,
            Some(_) => w.start_enumerator,
            None => 0.0,
        };
        if line.dispatch || line.turn {
            score += w.start_marked;
        }
        // a credit in brackets may well stand at the end of a paragraph
        if line.salutation || line.only_dispatch || line.caption && !line.in_brackets {
            score += w.start_formula;
        }
        if line.stray {
            score += w.start_stray;
        }
        if line.opener {
            score += w.start_opener;
        } else if line.first.is_ascii_digit() && line.sentence_above > 0 {
            score += w.start_number;
        }
        if line.sentence_above > 0 {
            score += self.opens(line);
        }
        if habits.shows_indents {
            score += if line.indented { w.start_indented } else { w.start_not_indented };
            if !line.indented && (line.salutation || line.only_dispatch) {
                score -= w.start_not_indented;
            }
        } else if let (Some(column), true) = (line.column, habits.first_line_indent > 0) {
            let measure = column.saturating_sub(habits.first_line_indent);
            let (set_in, flush) = (line.width.fills(measure), line.width.fills(column));
            // what begins the next line may not have fitted
            let room = |measure| self.facts.get(i + 1).is_some_and(|next| line.leaves_no_room(measure, next));
            // a hanging quotation mark takes half a character back
            if set_in && !flush {
                score += if room(column) { w.start_fits_set_in / 3.0 } else { w.start_fits_set_in };
            } else if flush && !set_in && !line.begins_with_quote {
                score += w.start_fits_flush;
            } else if !flush && !set_in && line.width.min > measure {
                score += w.start_no_room_set_in;
            } else if !flush && room(measure) && !room(column) {
                score += w.start_fits_set_in / 2.0;
            }
        }
        if whole(line, Direction::From) > 0.0 || whole(line, Direction::To) > 0.0 || begins_piece(line) {
            score -= 6.0;
        }
        score
    }

    /// What its first words and sentences say for a paragraph that begins after the end of a sentence.
    fn opens(&self, line: &Facts) -> f32 {
        let w = self.weights;
        let mut score = w.start_topic * self.habits.openings.speak(line);
        if line.continuer {
            score += w.start_continuer;
        }
        if line.said && !line.continuer {
            score += w.start_said;
        }
        if line.first == '“' {
            score += w.start_quotation;
        }
        score
            + match line.sentence_above {
                0..=14 => w.start_after_short_sentence,
                61.. => w.start_after_long_sentence,
                _ => 0.0,
            }
    }

    fn continues(&self, line: &Facts) -> f32 {
        let w = self.weights;
        let mut score = match line.rank {
            Some(Rank::Chinese | Rank::ChineseBracket) => w.continue_numbered,
            Some(Rank::Dash | Rank::Ordinal | Rank::Bullet) => w.continue_marked,
            _ => 0.0,
        };
        if line.dispatch {
            score += w.continue_dispatch;
        }
        if line.turn {
            score += w.continue_turn;
        }
        if line.note {
            score += w.continue_note;
        }
        if line.only_dispatch {
            score += w.continue_only_dispatch;
        }
        if self.habits.shows_indents {
            score += if line.indented || line.centred { w.continue_indented } else { 0.3 };
        }
        if line.beyond_column() {
            score += w.body_beyond_column;
        }
        if line.continuation.is_some_and(|(direction, whole)| whole || direction == Direction::From) {
            score -= 6.0;
        }
        score
    }

    /// For both orders of the page.
    fn is_title(&self, i: usize, line: &Facts) -> [f32; 2] {
        let w = self.weights;
        let mut score = w.title + self.display[i].score;
        if score < LEAST_DISPLAY {
            return [score; 2];
        }
        // a kicker may end with a colon
        if line.ending == Ending::Colon {
            score += 1.5;
        }
        if matches!(line.rank, Some(rank) if rank != Rank::Dash && rank != Rank::ArabicBracket) {
            score += w.title_enumerator;
        }
        if line.byline.is_some() {
            score += w.title_byline;
        }
        if line.stray {
            score += w.title_stray;
        }
        if line.label {
            score += w.title_label;
        } else if line.length() <= SHORT_TITLE {
            score += w.title_short;
        }
        if line.column.is_some_and(|column| {
            line.in_column && line.width.max * 10 > column * LARGER_TYPE && line.width.min <= column
        }) {
            score += w.title_fills_measure;
        }
        if line.box_label {
            score -= w.box_label;
        }
        if line.leads_to_headline {
            score += w.title_kicker;
        }
        if line.dash_inside {
            score += w.title_dash_inside;
        }
        if self.habits.shows_indents {
            score += if line.indented { w.title_indented } else { w.title_not_indented };
        } else if line.beyond_column() {
            score += w.title_beyond_column;
        }
        let (before, after) = self.display[i].shared;
        [after - before, before - after].map(|own| score + (w.title_shared * own).clamp(-1.5, 1.5))
    }

    fn is_heading(&self, i: usize, line: &Facts) -> f32 {
        let w = self.weights;
        let mut score = w.heading + self.display[i].score;
        if score < LEAST_DISPLAY {
            return score;
        }
        score += match line.rank {
            Some(Rank::Dash) => -2.5,
            Some(Rank::Item) => -1.0,
            Some(_) => w.heading_enumerator,
            None => 0.0,
        };
        if line.byline == Some(facts::Byline::Role) {
            score -= 3.0;
        }
        if line.rank.is_none() {
            score += match line.length() {
                VERY_LONG_HEADING.. => w.heading_very_long,
                LONG_HEADING.. => w.heading_long,
                _ => 0.0,
            };
        }
        if line.in_brackets && line.rank.is_none() {
            score -= 2.0;
        }
        if line.box_label {
            score += w.box_label;
        }
        if line.leads_to_headline {
            score -= w.title_kicker;
        }
        if line.dash_inside {
            score -= w.title_dash_inside;
        }
        if self.habits.shows_indents {
            score += if line.indented || line.centred { w.heading_indented } else { w.heading_not_indented };
        } else if line.beyond_column() {
            score += w.heading_beyond_column;
        }
        let (before, after) = self.display[i].shared;
        score
            + (w.heading_shared * before.min(after)).min(1.0)
            + (w.heading_own * (after - before)).clamp(-1.5, 1.5)
    }

    fn is_item(&self, line: &Facts) -> f32 {
        let mut score = self.weights.item;
        if line.length() > 30 || line.cannot_begin || line.opens > 0 || line.closes > 0 {
            score -= 6.0;
        }
        match line.ending {
            Ending::Clause => score -= 6.0,
            Ending::Sentence => score -= if line.length() > 12 { 3.5 } else { 0.5 },
            _ => {}
        }
        if line.signature {
            score += self.weights.item_signature;
        }
        if line.record {
            score += self.weights.item_record;
        } else if line.among_short() {
            score += self.weights.item_among_short;
        }
        if line.label {
            score += self.weights.item_label;
        }
        score - 2.0 * f32::from(line.stops_inside.min(2))
    }
}

/// What titles and headings have in common: short, no full stop, complete.
fn displayed(w: &Weights, habits: &Habits, line: &Facts) -> f32 {
    let mut score = match line.ending {
        Ending::Sentence if matches!(line.last, '!' | '?' | '…') => -0.5,
        Ending::Sentence if line.last == '”' => -2.0,
        Ending::Sentence => w.display_full_stop,
        Ending::Colon => w.display_colon,
        Ending::Semicolon => -6.0,
        Ending::Clause => w.display_clause,
        Ending::Closing | Ending::Open => 0.0,
    };
    score += match line.length() {
        0..=1 => -5.0,
        2 => -2.0,
        3 => -0.7,
        4..=26 => 0.0,
        27..=36 => w.display_long,
        37..=44 => w.display_very_long,
        _ => -9.0,
    };
    score += w.display_stop_inside * f32::from(line.stops_inside.min(2));
    score += w.display_comma_inside * f32::from(line.commas_inside.saturating_sub(1));
    if line.cannot_begin {
        score -= 8.0;
    }
    if line.closes > 0 || line.opens > 0 || line.opens_quote > 0 {
        score += w.display_bracket;
    }
    if line.dispatch {
        score += w.display_dispatch;
    }
    if line.closing_dispatch || line.continuation.is_some() || line.turn {
        score -= 5.0;
    }
    if line.caption || line.signature || line.salutation {
        score += w.display_formula;
    }
    if line.label || line.box_label {
        score += w.display_label;
    }
    if line.record {
        score += w.display_record;
    }
    if line.within_short() {
        score += w.display_within_list;
    }
    if line.asks && line.ending == Ending::Open {
        score += w.display_asks;
    }
    if line.justified {
        score += w.display_justified;
    }
    // what is set in display type fills a column only by chance
    if let (Some(column), true) = (line.column, line.in_column) {
        let set_in = column.saturating_sub(habits.first_line_indent);
        if line.width.fills(column) || line.width.fills(set_in) {
            score += w.display_fills_column;
        }
    }
    score
}

/// （上接1版） with text after it.
pub(super) fn begins_piece(line: &Facts) -> bool {
    line.continuation == Some((Direction::From, false))
}

/// A continuation mark that is the whole line.
fn whole(line: &Facts, direction: Direction) -> f32 {
    if line.continuation == Some((direction, true)) { 4.0 } else { NEVER }
}
