//! What speaks for each pair of parts that a line and the next could play.

use super::between::{Between, NewArticle, RunningText, finished};
use super::evidence::{NEVER, Scorer, begins_piece};
use super::facts::{Ending, Facts};
use super::marks::{Direction, Rank};
use super::roles::Role::{self, *};
use super::roles::{Order, Scores, Told};

impl Scorer<'_> {
    /// See [`Page::gap`].
    fn gap(&self, between: &Between, with: f32, without: f32) -> f32 {
        self.page.gap(between.blank, with, without)
    }

    /// What speaks for a new article between two lines.
    fn new_article<'a>(&self, between: &'a Between) -> &'a NewArticle {
        &between.new_article[self.order as usize]
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

    /// How well two parts follow each other at line `i` and the next.
    pub fn pair(&self, i: usize, part: Role, next: Role) -> f32 {
        match part {
            Start | Lead => self.after_text(i)[1][next],
            Continuation => self.after_text(i)[0][next],
            _ => self.after(i, part)[next],
        }
    }

    /// How well each part follows line `i` in a part that is no running text.
    pub fn after(&self, i: usize, part: Role) -> Scores {
        match part {
            Title => self.after_title(i)[self.order as usize],
            Heading | HeadingContinuation => self.after_heading(i, part),
            Byline => self.after_byline(i),
            Item => self.after_item(i),
            From => after_from(),
            To => self.after_to(i),
            Inset => self.after_inset(i),
            Start | Continuation | Lead => Scores::NOTHING_FOLLOWS,
        }
    }

    /// A headline stands in the middle of a sentence.
    fn interrupted(&self, line: &Facts, text: &RunningText, between: &Between) -> f32 {
        let in_sentence = matches!(line.ending, Ending::Open | Ending::Clause);
        // indents tell where paragraphs begin: nothing is mixed up where they are kept
        let possible = in_sentence
            && text.missing.is_some_and(|missing| missing <= 2)
            && !self.page.habits.shows_indents;
        if possible { self.w().inset - between.words_join } else { NEVER }
    }

    /// How well each part follows line `i`, taken for running text: for a line within its paragraph, and for its first.
    pub fn after_text(&self, i: usize) -> [Scores; 2] {
        let (line, follower, w) = (&self.page.facts[i], &self.page.facts[i + 1], self.w());
        let between = &self.page.between[i];
        let parted = between.parts_articles == Some(true);
        let start = match line {
            Facts { continuation: Some((Direction::To, _)), .. } => -5.0,
            Facts { closing_dispatch: true, .. } => -2.0,
            Facts { closing_note: true, .. } => -w.article_signed / 4.0,
            _ if parted => w.paragraph_parted,
            _ if follower.letter => w.body_salutation,
            _ if follower.dispatch => w.body_dispatch,
            _ => 0.0,
        };
        let heading = if parted {
            w.body_heading + w.heading_parted
        } else {
            w.body_heading
                + self.gap(between, 0.0, w.heading_no_gap)
                + self.column(follower, w.heading_new_column, 0.0)
        };
        let column = self.column(follower, w.article_new_column, w.article_same_column);
        let finished = match line {
            line if finished(line) => w.article_finished,
            line if line.closing_note => w.article_signed,
            Facts { ending: Ending::Open, .. } => w.article_unfinished,
            _ => 0.0,
        };
        let dash = if follower.rank == Some(Rank::Dash) { w.title_dash_first } else { 0.0 };
        let new = self.new_article(between);
        let item = if follower.signature { 0.0 } else { w.body_item };
        [false, true].map(|first| {
            let text = between.after(first);
            let mut after = Scores::NOTHING_FOLLOWS;
            after[Start] = text.ends + start;
            after[Heading] = text.ends + heading;
            after[Byline] = text.ends + w.body_byline;
            after[To] = text.ends + 5.0;
            after[Item] = text.ends + item;
            after[Title] = text.ends + (dash + new.title + column + finished);
            after[Lead] = text.ends + (new.lead + column + finished);
            after[From] = text.ends + (new.from + column + finished);
            after[Continuation] = text.goes_on;
            let inset = !first || follower.byline.is_some();
            after[Inset] = if inset { self.interrupted(line, text, between) } else { NEVER };
            after
        })
    }

    /// How well each part follows line `i` as a headline, for both orders of the page.
    pub fn after_title(&self, i: usize) -> [Scores; 2] {
        let (line, follower, w) = (&self.page.facts[i], &self.page.facts[i + 1], self.w());
        let between = &self.page.between[i];
        let gap = self.gap(between, w.title_gap_below, w.title_no_gap_below) - between.words_join;
        let lead = match follower {
            Facts { dispatch: true, .. } => w.title_dispatch_below,
            Facts { opener: true, .. } => w.title_opener_below,
            _ => 0.0,
        };
        let mut both = Scores::NOTHING_FOLLOWS;
        both[Title] = self.title_goes_on(line, follower, between);
        both[Byline] = w.title_byline_below - 1.5 * between.words_join;
        both[From] = w.title_from + gap;
        both[To] = -4.0;
        let (mut above, mut below) = (both, both);
        above[Start] = gap + lead;
        if begins_piece(follower) {
            above[Lead] = 0.5 + gap;
        }
        above[Heading] = w.title_heading;
        above[Item] = if follower.is_listed() { 0.0 } else { -2.0 };
        let parted = match between.parts_articles {
            Some(true) => w.article_parted,
            Some(false) => w.article_not_parted,
            None => gap,
        };
        below[Lead] = parted + lead;
        below[Heading] = -3.0;
        // one that a person said begins an article stands above its body anywhere
        let told = self.page.told.get(i).copied().flatten();
        [above, if told == Some(Told::NewArticle) { above } else { below }]
    }

    fn title_goes_on(&self, line: &Facts, follower: &Facts, between: &Between) -> f32 {
        let w = self.w();
        let sub = follower.rank == Some(Rank::Dash) || follower.in_brackets;
        // one line too long for its measure
        let cut = line.opens + line.opens_quote > 0 && follower.closes > 0;
        let inside = !cut && follower.in_open_bracket;
        let mut score = w.title_title;
        score += if sub { w.title_sub } else { 0.0 };
        score += if cut { 6.0 } else { 0.0 };
        score += if matches!(line.last, ',' | '、' | '—') { w.display_clause_goes_on } else { 0.0 };
        score += remainder(line, follower) * w.display_remainder;
        score += match (inside, follower.closes > 0) {
            (true, true) => 5.0,
            (true, false) => 2.0,
            _ => 0.0,
        };
        score + if between.blank { w.title_gap } else { 0.0 }
    }

    fn after_heading(&self, i: usize, part: Role) -> Scores {
        let (line, follower, w) = (&self.page.facts[i], &self.page.facts[i + 1], self.w());
        let between = &self.page.between[i];
        let torn = -between.words_join;
        let new = self.new_article(between);
        let usual = self.page.habits.gaps.above_paragraphs;
        let opens_article = match follower {
            Facts { letter: true, .. } => w.body_salutation,
            Facts { dispatch: true, .. } => w.body_dispatch,
            _ => 0.0,
        };
        let then_article = w.heading_then_article;
        let mut after = Scores::NOTHING_FOLLOWS;
        after[Start] =
            torn + (w.heading_start + self.gap(between, w.heading_gap_below * usual, 0.0) + opens_article);
        after[Heading] = torn + w.heading_heading;
        after[Item] = torn + if follower.is_listed() { 0.0 } else { -1.0 };
        after[To] = torn - 1.0;
        after[Byline] = torn - 2.0;
        after[Title] = torn + (if line.rank.is_some() { -2.5 } else { then_article } + new.title);
        after[From] = torn + (then_article + new.from);
        after[HeadingContinuation] = self.heading_goes_on(line, follower, part, between);
        after
    }

    fn heading_goes_on(&self, line: &Facts, follower: &Facts, part: Role, between: &Between) -> f32 {
        let w = self.w();
        let text = between.after(part == Heading);
        let full = match text.missing {
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
            + (between.after(true).join / 2.0).clamp(-0.5, 1.0)
            + remainder(line, follower) * w.display_remainder
            + if matches!(line.last, ',' | '、' | '—') { w.display_clause_goes_on } else { 0.0 }
    }

    fn after_byline(&self, i: usize) -> Scores {
        let (line, follower) = (&self.page.facts[i], &self.page.facts[i + 1]);
        let new = self.new_article(&self.page.between[i]);
        // （记者林一帆参与采写） stands below its article
        let closes = if line.note { self.w().article_signed } else { 0.0 };
        let mut after = Scores::NOTHING_FOLLOWS;
        after[Start] = 0.3;
        after[Byline] = 0.0;
        after[Heading] = -1.0 - closes;
        after[From] = closes + new.from;
        after[To] = -1.0;
        match self.order {
            Order::HeadlineFirst => {
                after[Title] = closes + new.title;
                after[Lead] = closes + new.lead;
                if follower.is_listed() {
                    after[Item] = 0.0;
                }
            }
            Order::BodyFirst => (after[Title], after[Lead]) = (-1.0, 0.3),
        }
        after
    }

    fn after_item(&self, i: usize) -> Scores {
        let (line, follower, w) = (&self.page.facts[i], &self.page.facts[i + 1], self.w());
        let new = self.new_article(&self.page.between[i]);
        let signed = if line.signature { w.article_signed } else { 0.0 };
        let mut after = Scores::NOTHING_FOLLOWS;
        after[Item] = w.item_item;
        after[Start] = match line {
            _ if follower.dispatch => w.item_dispatch,
            line if line.is_listed() => -0.5,
            _ => w.item_then_text,
        };
        after[Heading] = -2.5;
        after[To] = 0.0;
        after[Byline] = -2.0;
        (after[Title], after[Lead], after[From]) = (signed + new.title, signed + new.lead, signed + new.from);
        after
    }

    fn after_to(&self, i: usize) -> Scores {
        let new = self.new_article(&self.page.between[i]);
        let mut after = Scores::NOTHING_FOLLOWS;
        (after[Title], after[Lead], after[From]) = (new.title + 3.0, new.lead + 3.0, new.from + 3.0);
        after[Byline] = 0.0;
        for next in [Start, Heading, To, Item] {
            after[next] = -6.0;
        }
        after
    }

    /// The sentence goes on below what was put into it.
    fn after_inset(&self, i: usize) -> Scores {
        let mut after = Scores::NOTHING_FOLLOWS;
        after[Continuation] = -self.page.between[i].words_join;
        after[Inset] = self.w().title_title;
        after
    }
}

fn after_from() -> Scores {
    let mut after = Scores::NOTHING_FOLLOWS;
    after[Start] = 0.5;
    // a piece from another page may begin within a sentence
    after[Continuation] = -0.5;
    after[Heading] = -1.0;
    for next in [Title, Byline, From, To, Item] {
        after[next] = -6.0;
    }
    after
}

/// How much the follower looks like the last characters of a display line that was too long for its measure: 1
/// for three characters, 3 for one.
fn remainder(line: &Facts, follower: &Facts) -> f32 {
    if line.length() >= 5 { 4u32.saturating_sub(follower.length()) as f32 } else { 0.0 }
}
