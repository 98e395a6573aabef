//! What speaks for a join and for a break between a line and the next, whatever parts they play and wherever
//! headlines stand. It is looked at once, and read for each pair of parts by [`super::neighbours`].

use super::facts::{Ending, Facts, ln};
use super::marks::Direction;
use super::roles::{Order, Page};

/// What stands between two lines.
pub(super) struct Between {
    /// A blank line.
    pub blank: bool,
    /// Whether the gap is one that parts articles, where that is known.
    pub parts_articles: Option<bool>,
    /// What the words say for a join, gaps apart.
    pub words_join: f32,
    /// What speaks for a new article, by the order of the page.
    pub new_article: [NewArticle; 2],
    /// Seen from a line within its paragraph, and from its first line.
    text: [RunningText; 2],
}

/// What speaks for a new article that begins with the next line, or whose headline follows it, by the part that the next
/// line plays.
pub(super) struct NewArticle {
    pub title: f32,
    pub lead: f32,
    pub from: f32,
}

/// What speaks for either after a line of running text.
#[derive(Clone, Copy)]
pub(super) struct RunningText {
    /// For a join.
    pub join: f32,
    /// How much is missing to the full column, in half-ems; `None` where lines are not wrapped.
    pub missing: Option<u32>,
    /// The paragraph goes on.
    pub goes_on: f32,
    /// The paragraph ends.
    pub ends: f32,
}

impl Between {
    /// Looks at line `i` and the next.
    pub fn of(page: &Page, i: usize) -> Between {
        let (line, next, w) = (&page.facts[i], &page.facts[i + 1], page.weights);
        let mut words_join = 0.0;
        if next.cannot_begin {
            words_join += w.join_mark;
        }
        if next.closes > 0 && (line.opens > 0 || line.opens_quote > 0) {
            words_join += w.join_bracket;
        }
        if line.last.is_ascii_digit() && next.first.is_ascii_digit() {
            words_join += w.join_number;
        }
        if line.justified {
            words_join += w.join_justified;
        }
        if page.word_across[i] {
            words_join += w.join_word;
        }
        let ends_with = page.ends_with(line);
        let text = [false, true].map(|first| {
            let join = words_join - w.blank * page.habits.gaps.speak(line, next, first);
            let indent = if first { page.habits.first_line_indent } else { 0 };
            let missing = line.column.map(|column| line.short_of(column.saturating_sub(indent), next));
            RunningText {
                join,
                missing,
                goes_on: page.goes_on(line, join, missing),
                ends: page.block_ends(line, ends_with, join, missing),
            }
        });
        let alike = page.cohesion.alike_at(i + 1);
        let unlike = alike.map_or(0.0, |alike| ln(w.alike_middle / (alike + 0.01)).clamp(-1.2, 1.5));
        let matter = w.article_change * page.cohesion.change_at(i + 1) + w.article_unlike * unlike;
        let blank = next.blank_lines > 0;
        let least = page.habits.gaps.article;
        let parts_articles = least.map(|least| next.blank_lines >= least && !next.under_lead_box);
        let new_article = [Order::HeadlineFirst, Order::BodyFirst]
            .map(|order| page.new_article(order, matter, blank, parts_articles));
        Between { blank, parts_articles, words_join, new_article, text }
    }

    /// What speaks for either after a line of running text, the first of its paragraph or one within.
    pub fn after(&self, first: bool) -> &RunningText {
        &self.text[usize::from(first)]
    }
}

/// A line as much shorter than its column, in half-ems, hardly goes on.
const VERY_SHORT: u32 = 8;

impl Page<'_> {
    /// Gaps are evidence only on a page that has them.
    pub fn gap(&self, blank: bool, with: f32, without: f32) -> f32 {
        match (self.habits.gaps.some, blank) {
            (false, _) => 0.0,
            (true, true) => with,
            (true, false) => without,
        }
    }

    fn new_article(&self, order: Order, matter: f32, blank: bool, parted: Option<bool>) -> NewArticle {
        let w = self.weights;
        let gap = |parted: Option<bool>| match parted {
            Some(true) => w.article_parted,
            Some(false) => w.article_not_parted,
            None if self.habits.gaps.none_unwrapped => w.article_in_one,
            None => self.gap(blank, w.article_gap, w.article_no_gap),
        };
        // a headline below its body stands in the same article
        let headline_parted = parted.map(|parted| parted != (order == Order::BodyFirst));
        let lead = if parted == Some(true) { w.lead_parted } else { w.article_lead };
        NewArticle {
            title: matter + w.article_title + gap(headline_parted),
            lead: matter + lead + gap(parted),
            from: matter + 3.0 + gap(parted),
        }
    }

    fn goes_on(&self, line: &Facts, join: f32, missing: Option<u32>) -> f32 {
        let w = self.weights;
        let mut score = join / 2.0;
        if line.ending == Ending::Sentence {
            score += w.join_after_full_stop;
        }
        score += match missing {
            None => w.join_unwrapped,
            Some(0) => 0.0,
            Some(1) => w.join_short_1,
            Some(2) => w.join_short_2,
            Some(_) if line.justified => 0.0,
            Some(missing) if missing >= VERY_SHORT => w.join_short + w.join_very_short,
            Some(_) => w.join_short,
        };
        if finished(line) {
            score -= 4.0;
        }
        if line.beyond_column() {
            score += w.body_beyond_column;
        }
        score
    }

    fn block_ends(&self, line: &Facts, ends_with: f32, join: f32, missing: Option<u32>) -> f32 {
        let w = self.weights;
        let quoted = line.ending == Ending::Closing && line.last == '”' && !line.closing_note;
        -join / 2.0
            + ends_with
            + match missing {
                None if quoted => 4.0 + w.end_quote_unwrapped,
                None => 4.0,
                Some(0) if !self.habits.gaps.some => w.end_full_line_no_gaps,
                Some(0) => w.end_full_line,
                Some(1) => w.end_short_1,
                Some(2) => w.end_short_2,
                Some(_) => w.end_short,
            }
    }

    /// Whether running text may end with this line, by its last characters.
    pub fn ends_with(&self, line: &Facts) -> f32 {
        let w = self.weights;
        let mut score = match line.ending {
            _ if finished(line) || line.caption => 2.0,
            Ending::Sentence => w.end_full_stop,
            Ending::Colon => w.end_colon,
            Ending::Semicolon => w.end_semicolon,
            Ending::Clause => -10.0,
            // a credit in brackets may close a paragraph, a quotation without a full stop hardly
            Ending::Closing if line.closing_note => w.end_full_stop,
            Ending::Closing if line.last == ')' => w.end_bracket,
            Ending::Closing => w.end_quote,
            Ending::Open => w.end_open,
        };
        if line.opens > 0 {
            score += w.end_bracket_open;
        }
        if line.opens_quote > 0 {
            score += w.end_quotation_open;
        }
        score
    }
}

/// Says itself that it ends an article or a piece of one.
pub(super) fn finished(line: &Facts) -> bool {
    line.closing_dispatch || matches!(line.continuation, Some((Direction::To, _)))
}
