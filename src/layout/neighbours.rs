//! What speaks for each pair of parts that a line and the next could play.

use super::between::{Between, finished};
use super::evidence::{NEVER, Scorer, begins_piece};
use super::facts::{Ending, Facts};
use super::marks::{Direction, Rank};
use super::roles::Role::{self, *};
use super::roles::{Order, Told};

impl Scorer<'_> {
    /// Gaps are evidence only on a page that has them.
    fn gap(&self, between: &Between, with: f32, without: f32) -> f32 {
        match (self.page.habits.gaps.some, between.blank) {
            (false, _) => 0.0,
            (true, true) => with,
            (true, false) => without,
        }
    }

    /// Whether the column's width changes at a line is evidence only on a page that has columns of several widths.
    fn column(&self, line: &Facts, changes: f32, same: f32) -> f32 {
        match line.column_changes {
            _ if !self.page.habits.columns_differ => 0.0,
            Some(true) => changes,
            Some(false) => same,
            None => 0.0,
        }
    }

    /// Where headlines stand, seen from a line: one that a person said begins an article stands above its body
    /// anywhere.
    fn order_at(&self, i: usize) -> Order {
        let told = self.page.told.get(i).copied().flatten();
        if told == Some(Told::NewArticle) { Order::HeadlineFirst } else { self.order }
    }

    /// How well two parts follow each other at line `i` and the next.
    pub fn pair(&self, i: usize, part: Role, next: Role, between: &Between) -> f32 {
        let (line, follower) = (&self.page.facts[i], &self.page.facts[i + 1]);
        match (part, next) {
            (Start | Continuation | Lead, Continuation) => between.after(part).goes_on,
            // a piece from another page may begin within a sentence
            (From, Continuation) => -0.5,
            // the sentence goes on below what was put into it
            (Inset, Continuation) => -between.words_join,
            (Inset, Inset) => self.w().title_title,
            (Inset, _) => NEVER,
            (Continuation, Inset) => self.interrupted(line, part, between),
            (Start | Lead, Inset) if follower.byline.is_some() => self.interrupted(line, part, between),
            (_, Inset) => NEVER,
            (_, Continuation) => NEVER,
            (Heading | HeadingContinuation, HeadingContinuation) => {
                self.heading_goes_on(line, follower, part, between)
            }
            (_, HeadingContinuation) => NEVER,
            (Start | Continuation | Lead, _) => between.after(part).ends + self.after_text(i, next, between),
            (Title, _) => self.after_title(self.order_at(i), follower, next, between, line),
            (Heading | HeadingContinuation, _) => self.after_heading(line, follower, next, between),
            (Byline, _) => self.after_byline(line, follower, next, between),
            (From, Start) => 0.5,
            (From, Lead) => NEVER,
            (From, Heading) => -1.0,
            (From, _) => -6.0,
            (To, Title | Lead | From) => self.new_article(next, between) + 3.0,
            (To, Byline) => 0.0,
            (To, _) => -6.0,
            (Item, Item) => self.w().item_item,
            (Item, Start) if follower.dispatch => self.w().item_dispatch,
            (Item, Start) if line.is_listed() => -0.5,
            (Item, Start) => self.w().item_then_text,
            (Item, Heading) => -2.5,
            (Item, To) => 0.0,
            (Item, Byline) => -2.0,
            (Item, _) if line.signature => self.w().article_signed + self.new_article(next, between),
            (Item, _) => self.new_article(next, between),
        }
    }

    /// A headline stands in the middle of a sentence.
    fn interrupted(&self, line: &Facts, part: Role, between: &Between) -> f32 {
        let in_sentence = matches!(line.ending, Ending::Open | Ending::Clause);
        let full = between.after(part).missing.is_some_and(|missing| missing <= 2);
        // indents tell where paragraphs begin: nothing is mixed up where they are kept
        let possible = in_sentence && full && !self.page.habits.shows_indents;
        if possible { self.w().inset - between.words_join } else { NEVER }
    }

    /// What comes after line `i`, taken for the end of a paragraph.
    pub fn after_text(&self, i: usize, next: Role, between: &Between) -> f32 {
        let (line, follower, w) = (&self.page.facts[i], &self.page.facts[i + 1], self.w());
        match next {
            Start if matches!(line.continuation, Some((Direction::To, _))) => -5.0,
            Start if line.closing_dispatch => -2.0,
            Start if line.closing_note => -w.article_signed / 4.0,
            Start if between.parts_articles == Some(true) => w.paragraph_parted,
            Start if follower.letter => w.body_salutation,
            Start if follower.dispatch => w.body_dispatch,
            Start => 0.0,
            Heading if between.parts_articles == Some(true) => w.body_heading + w.heading_parted,
            Heading => {
                w.body_heading
                    + self.gap(between, 0.0, w.heading_no_gap)
                    + self.column(follower, w.heading_new_column, 0.0)
            }
            Byline => w.body_byline,
            To => 5.0,
            Item if follower.signature => 0.0,
            Item => w.body_item,
            Title | Lead | From => {
                let dash =
                    if next == Title && follower.rank == Some(Rank::Dash) { w.title_dash_first } else { 0.0 };
                dash + self.new_article(next, between)
                    + self.column(follower, w.article_new_column, w.article_same_column)
                    + match line {
                        line if finished(line) => w.article_finished,
                        line if line.closing_note => w.article_signed,
                        Facts { ending: Ending::Open, .. } => w.article_unfinished,
                        _ => 0.0,
                    }
            }
            Continuation | HeadingContinuation | Inset => NEVER,
        }
    }

    /// A new article begins with the next line, or its headline follows it.
    fn new_article(&self, next: Role, between: &Between) -> f32 {
        let w = self.w();
        let place = match next {
            From => 3.0,
            Title => w.article_title,
            _ if between.parts_articles == Some(true) => w.lead_parted,
            _ => w.article_lead,
        };
        // a headline below its body stands in the same article
        let parted =
            between.parts_articles.map(|parted| parted != (next == Title && self.order == Order::BodyFirst));
        let gap = match parted {
            Some(true) => w.article_parted,
            Some(false) => w.article_not_parted,
            None if self.page.habits.gaps.none_unwrapped => w.article_in_one,
            None => self.gap(between, w.article_gap, w.article_no_gap),
        };
        between.matter + place + gap
    }

    fn after_title(
        &self,
        order: Order,
        follower: &Facts,
        next: Role,
        between: &Between,
        line: &Facts,
    ) -> f32 {
        let w = self.w();
        let gap = self.gap(between, w.title_gap_below, w.title_no_gap_below) - between.words_join;
        let lead = match follower {
            Facts { dispatch: true, .. } => w.title_dispatch_below,
            Facts { opener: true, .. } => w.title_opener_below,
            _ => 0.0,
        };
        match (order, next) {
            (_, Title) => {
                let sub = follower.rank == Some(Rank::Dash) || follower.in_brackets;
                // one line too long for its measure
                let cut = line.opens + line.opens_quote > 0 && follower.closes > 0;
                let inside = !cut && follower.in_open_bracket;
                let mut score = w.title_title;
                score += if sub { w.title_sub } else { 0.0 };
                score += if cut { 6.0 } else { 0.0 };
                score +=
                    if matches!(line.last, ',' | '、' | '—') { w.display_clause_goes_on } else { 0.0 };
                score += remainder(line, follower) * w.display_remainder;
                score += match (inside, follower.closes > 0) {
                    (true, true) => 5.0,
                    (true, false) => 2.0,
                    _ => 0.0,
                };
                score + if between.blank { w.title_gap } else { 0.0 }
            }
            (_, Byline) => w.title_byline_below - 1.5 * between.words_join,
            (_, From) => w.title_from + gap,
            (Order::HeadlineFirst, Start) => gap + lead,
            (Order::HeadlineFirst, Lead) if begins_piece(follower) => 0.5 + gap,
            (Order::BodyFirst, Lead) => {
                let parted = match between.parts_articles {
                    Some(true) => w.article_parted,
                    Some(false) => w.article_not_parted,
                    None => gap,
                };
                parted + lead
            }
            (Order::HeadlineFirst, Heading) => w.title_heading,
            (Order::BodyFirst, Heading) => -3.0,
            (Order::HeadlineFirst, Item) if follower.is_listed() => 0.0,
            (Order::HeadlineFirst, Item) => -2.0,
            (_, To) => -4.0,
            _ => NEVER,
        }
    }

    fn after_heading(&self, line: &Facts, follower: &Facts, next: Role, between: &Between) -> f32 {
        let w = self.w();
        let torn = -between.words_join;
        torn + match next {
            Start => {
                let usual = self.page.habits.gaps.above_paragraphs;
                let opens_article = match follower {
                    Facts { letter: true, .. } => w.body_salutation,
                    Facts { dispatch: true, .. } => w.body_dispatch,
                    _ => 0.0,
                };
                w.heading_start + self.gap(between, w.heading_gap_below * usual, 0.0) + opens_article
            }
            Heading => w.heading_heading,
            Item if follower.is_listed() => 0.0,
            Item | To => -1.0,
            Byline => -2.0,
            Title if line.rank.is_some() => -2.5 + self.new_article(next, between),
            Title | From => w.heading_then_article + self.new_article(next, between),
            Lead | Continuation | HeadingContinuation | Inset => NEVER,
        }
    }

    fn heading_goes_on(&self, line: &Facts, follower: &Facts, part: Role, between: &Between) -> f32 {
        let w = self.w();
        let measured_as = if part == Heading { Start } else { Continuation };
        let full = match between.after(measured_as).missing {
            Some(0..=1) => w.heading_full_line,
            Some(2) => 0.0,
            // a long numbered heading is set in two lines of like length
            _ if line.rank.is_some() && line.length() >= 10 && follower.length() >= 5 => 0.0,
            _ => return NEVER,
        };
        // a sub-headline stands below a headline only
        if follower.rank == Some(Rank::Dash) {
            return NEVER;
        }
        let over = line.length() + follower.length() > 44 || part == HeadingContinuation;
        let fills = follower.column.is_some_and(|column| follower.width.fills(column));
        full + if fills { w.heading_second_full } else { 0.0 } - if over { 4.0 } else { 0.0 }
            + if between.blank { w.heading_second_gap } else { 0.0 }
            + (between.after(part).join / 2.0).clamp(-0.5, 1.0)
            + remainder(line, follower) * w.display_remainder
            + if matches!(line.last, ',' | '、' | '—') { w.display_clause_goes_on } else { 0.0 }
    }

    fn after_byline(&self, line: &Facts, follower: &Facts, next: Role, between: &Between) -> f32 {
        // （记者林一帆参与采写） stands below its article
        let closes = if line.note { self.w().article_signed } else { 0.0 };
        match (self.order, next) {
            (_, Start) => 0.3,
            (_, Byline) => 0.0,
            (_, Heading) => -1.0 - closes,
            (Order::BodyFirst, Lead) => 0.3,
            (Order::HeadlineFirst, Title) | (_, From | Lead) => closes + self.new_article(next, between),
            (Order::BodyFirst, Title) => -1.0,
            (_, To) => -1.0,
            (Order::HeadlineFirst, Item) if follower.is_listed() => 0.0,
            _ => NEVER,
        }
    }
}

/// How much the follower looks like the last characters of a display line that was too long for its measure: 1
/// for three characters, 3 for one.
fn remainder(line: &Facts, follower: &Facts) -> f32 {
    if line.length() >= 5 { 4u32.saturating_sub(follower.length()) as f32 } else { 0.0 }
}
