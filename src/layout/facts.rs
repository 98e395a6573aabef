//! What can be seen of a line, and the habits of the page that the lines show.

use super::columns::{self, FIRST_LINE_INDENT, Width};
use super::credits;
use super::gaps::Gaps;
use super::lists::{
    ASK_FIRST, ASK_LAST, BOXES, CONTINUERS, LABELS, LETTERS, NOTICE, OPENERS, SAID, ends, starts,
};
use super::marks::{self, Direction, Rank};
use super::openings::Openings;
use super::records;
use super::signs::{
    COLON, COMMA, DASH, EXCLAMATION, FULL_STOP, Looked, QUOTATION, SEMICOLON, SENTENCE_END, Signs, TITLE,
};
use super::surroundings;
use crate::lexicon::Lexicon;
use crate::source::chars::{fold, is_closing, is_han, is_opening, is_sentence_end};

/// How a line ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ending {
    /// 。！？…, closing brackets and quotation marks after them included.
    Sentence,
    /// ：
    Colon,
    /// ；
    Semicolon,
    /// ，、 and dashes: nothing can end here.
    Clause,
    /// A closing quotation mark or bracket with no full stop before it.
    Closing,
    /// A character.
    #[default]
    Open,
}

/// What can be seen of a line.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// Its width; where the page shows its indents, with the indent.
    pub width: Width,
    /// The width of its column in half-ems; `None` where lines are not wrapped.
    pub column: Option<u32>,
    /// Whether enough lines stand in its column to believe it.
    pub in_column: bool,
    /// Whether it stands in a column of few lines that are narrower than those above and below.
    pub stray: bool,
    /// Whether the running text below it stands in a column of another width than that above it; `None` where
    /// there is none above or below.
    pub column_changes: Option<bool>,
    /// Whether it is set in, where the page shows its indents.
    pub indented: bool,
    /// Whether it is set in so far that it must be centred or set to the right.
    pub centred: bool,
    /// Empty lines above, a new sheet counting as one.
    pub blank_lines: u16,
    /// How it ends.
    pub ending: Ending,
    /// Width of its shortest beginning that setting does not part, in half-ems: a number, a Latin word, a
    /// character with the marks that must follow it.
    pub head: u32,
    /// Begins with a mark that cannot begin a block: ，。”）
    pub cannot_begin: bool,
    /// Begins with an opening quotation mark, which may hang out of the column.
    pub begins_with_quote: bool,
    /// Brackets opened and not closed on the line.
    pub opens: u8,
    /// Quotation marks opened and not closed on the line.
    pub opens_quote: u8,
    /// Brackets or quotation marks closed and not opened on the line.
    pub closes: u8,
    /// Stands, or begins, within a bracket that a line not far above has opened.
    pub in_open_bracket: bool,
    /// Ends with a note in brackets after its last full stop: who wrote or sent it.
    pub closing_note: bool,
    /// Its enumerator.
    pub rank: Option<Rank>,
    /// A continuation mark, and whether the line is nothing else.
    pub continuation: Option<(Direction, bool)>,
    /// Begins with a dispatch line (本报讯).
    pub dispatch: bool,
    /// Ends with a closing dispatch line （新华社北京3月6日电）.
    pub closing_dispatch: bool,
    /// Is a byline: with a role word, or names only.
    pub byline: Option<Byline>,
    /// Full stops, semicolons and the like inside the line.
    pub stops_inside: u8,
    /// Commas inside the line.
    pub commas_inside: u8,
    /// Its first and last character, full-width forms folded.
    pub first: char,
    /// See `first`.
    pub last: char,
    /// A turn of an interview (问：) or a speaker's name.
    pub turn: bool,
    /// All of it stands in brackets.
    pub in_brackets: bool,
    /// Is words under a picture, or ends with who took it.
    pub caption: bool,
    /// Is a date with its year and nothing else, or the name above one.
    pub signature: bool,
    /// Addresses an audience: 同志们：
    pub salutation: bool,
    /// Is the salutation of a letter to the paper: 编辑同志：
    pub letter: bool,
    /// Begins with the end of a word or clause: 坚。
    pub remainder: bool,
    /// Begins like a paragraph of news: 日前, 记者, 3月6日.
    pub opener: bool,
    /// Begins with a word that points back to the sentence before: 这, 但.
    pub continuer: bool,
    /// Its first clause says who speaks: 县长林一帆说，
    pub said: bool,
    /// Length of its first sentence in characters, over as many lines as it has, where it begins after the end
    /// of another one; else 0.
    pub first_sentence: u16,
    /// Length of the sentence that ended with the line above, else 0.
    pub sentence_above: u16,
    /// Is nothing but a closing dispatch line.
    pub only_dispatch: bool,
    /// Begins a note in brackets that is all of its paragraph: （记者林一帆参与采写）.
    pub note: bool,
    /// Asks, by its words: 如何守住老手艺, 钱从哪里来
    pub asks: bool,
    /// Is the label of an article or a box: 编者按, 公告.
    pub label: bool,
    /// Is a main line and its sub-headline in one: …——访劳动模范林一帆.
    pub dash_inside: bool,
    /// Ends like a kicker: …强调, …在京召开.
    pub leads_to_headline: bool,
    /// Names a box that stands within an article: 核心阅读, 链接.
    pub box_label: bool,
    /// Stands under the box that is set between a headline and its body (核心阅读): the article goes on.
    pub under_lead_box: bool,
    /// A line of a table, a list of results or contacts.
    pub record: bool,
    /// How many short lines without a full stop stand right above it, and right below it.
    pub short_above: u8,
    /// See `short_above`.
    pub short_below: u8,
    /// Set letter-spaced to fill its column.
    pub justified: bool,
}

/// How sure it is that a line is a byline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Byline {
    /// It says so: 本报记者 …
    Role,
    /// It could be names and nothing else.
    NamesOnly,
}

impl Facts {
    fn of(looked: &Looked, lexicon: &Lexicon) -> Facts {
        let Looked { text, line, signs } = looked;
        let (first, last) = (text.chars().next(), text.chars().next_back());
        let may = |start: u16| signs.may_begin(start);
        let (first, last) = (first.map_or(' ', fold), last.map_or(' ', fold));
        let salutation = signs.has(COLON | SENTENCE_END) && super::head::is_salutation(text);
        let closed = is_closing(last);
        let final_dispatch = if closed { marks::final_dispatch(text) } else { None };
        let day = if may(starts::NUMBER) { marks::calendar_day(text) } else { None };
        let may_be_caption =
            may(starts::CAPTION) || signs.may_end(ends::CAPTION) || closed || matches!(last, '。' | ' ');
        let mut facts = Facts {
            width: signs.width,
            blank_lines: line.blank_lines.max(u16::from(line.new_sheet)),
            ending: if is_han(last) { Ending::Open } else { ending(text) },
            head: if signs.han_first > 1 { 2 } else { unbreakable_head(text) },
            cannot_begin: cannot_begin(first),
            begins_with_quote: matches!(first, '“' | '‘' | '「' | '『' | '《' | '（' | '('),
            opens: signs.opens,
            opens_quote: signs.opens_quote,
            closes: signs.closes,
            rank: if may(starts::ENUMERATOR) { marks::marker(text).map(|marker| marker.rank) } else { None },
            dispatch: may(starts::DISPATCH) && marks::dispatch(text).is_some(),
            closing_dispatch: final_dispatch.is_some(),
            continuation: if may(starts::BRACKET) || closed { continuation(text) } else { None },
            stops_inside: signs.stops.saturating_sub(u8::from(matches!(last, '。' | '；' | '!' | '?'))),
            commas_inside: signs.commas,
            first,
            last,
            in_brackets: may(starts::BRACKET) && marks::in_brackets(text),
            justified: line.justified,
            caption: may_be_caption && super::head::is_caption(text),
            signature: matches!(day, Some(((Some(_), ..), ""))),
            salutation,
            letter: salutation && LETTERS.beginning(text).next().is_some(),
            remainder: signs.han_first <= 2 && is_remainder(text),
            opener: day.is_some() || may(starts::OPENER) && OPENERS.beginning(text).next().is_some(),
            said: signs.has(COMMA | COLON | QUOTATION) && is_said(text, signs),
            continuer: may(starts::CONTINUER) && CONTINUERS.beginning(text).next().is_some(),
            only_dispatch: final_dispatch.is_some_and(|(start, _)| start == 0),
            label: may(starts::LABEL) && LABELS.has(text) || signs.is_han() && is_notice(text),
            box_label: may(starts::LABEL) && BOXES.has(text),
            dash_inside: signs.has(DASH) && has_dash_inside(text),
            leads_to_headline: signs.may_end(ends::KICKER) && super::head::is_kicker(text),
            asks: may(starts::ASKS) && ASK_FIRST.beginning(text).next().is_some()
                || signs.may_end(ends::ASKS) && ASK_LAST.ending(text).next().is_some(),
            ..Facts::default()
        };
        // who took the picture is part of the words under it, and a clause or number is no name; more than a name signs with
        // who it is
        let clauses = FULL_STOP | COMMA | EXCLAMATION | SEMICOLON | QUOTATION | TITLE;
        let may_sign =
            !(facts.label || facts.box_label || facts.caption || signs.has(clauses) || signs.digits > 0);
        let bare = signs.is_han() && signs.length as usize > credits::NAME;
        if may_sign && (!bare || may(starts::ROLE) || signs.may_end(ends::ROLE)) {
            facts.byline = credits::byline(text).and_then(|credits| {
                let role = credits.iter().any(|credit| credit.role.is_some());
                // a word of the language is no name, whatever its first character
                let word = !role && lexicon.tag(text).is_some_and(|tag| !tag.starts_with("nr"));
                (!word).then_some(if role { Byline::Role } else { Byline::NamesOnly })
            });
        }
        facts
    }

    /// How much is missing to a column's width in half-ems; nothing, if what begins the next line did not fit.
    pub fn short_of(&self, column: u32, next: &Facts) -> u32 {
        let missing = self.width.short_of(column);
        if missing <= next.head { missing.saturating_sub(next.head.max(2) - 1).min(1) } else { missing }
    }

    /// Whether it may fill this measure, as what begins the next line did not fit any more.
    pub fn leaves_no_room(&self, measure: u32, next: &Facts) -> bool {
        self.width.beyond(measure) == 0 && self.width.short_of(measure) < next.head
    }

    /// Whether it stands out of its column.
    pub fn beyond_column(&self) -> bool {
        self.column.is_some_and(|column| self.width.beyond(column) > 1)
    }

    /// Whether it stands among so many short lines that these are a list or verse.
    pub fn among_short(&self) -> bool {
        self.short_above + self.short_below >= LIST
    }

    /// Whether it stands so far within them that it belongs to no headline above or below.
    pub fn within_short(&self) -> bool {
        self.among_short() && self.short_above.min(self.short_below) >= 3
    }

    /// Whether it stands in a table, a list or verse.
    pub fn is_listed(&self) -> bool {
        self.record || self.among_short()
    }

    /// Length in characters, half-width ones counting half.
    pub fn length(&self) -> u32 {
        self.width.max.div_ceil(2)
    }
}

/// A line may stop short of its column when what comes next could not be parted.
fn unbreakable_head(text: &str) -> u32 {
    let mut width = 0;
    let mut complete = false;
    let mut in_run = false;
    for c in text.chars().take(24) {
        let western = c.is_ascii_alphanumeric()
            || matches!(c, '.' | '%' | '+' | '-' | '@' | '/' | '~' | '％' | '°' | '℃');
        if complete && !(in_run && western) && !cannot_begin(c) {
            break;
        }
        width += if matches!(c, '%' | 'A'..='Z') || !c.is_ascii() { 2 } else { 1 };
        in_run = western;
        complete = !is_opening(c);
    }
    width
}

fn ending(text: &str) -> Ending {
    let closed = text.trim_end_matches(is_closing);
    let Some(last) = closed.chars().next_back() else { return Ending::Closing };
    match last {
        _ if is_sentence_end(last) => Ending::Sentence,
        '：' | ':' if closed.len() == text.len() => Ending::Colon,
        '；' | ';' if closed.len() == text.len() => Ending::Semicolon,
        '，' | ',' | '、' | '—' | '－' | '-' | '～' | '~' if closed.len() == text.len() => {
            Ending::Clause
        }
        _ if closed.len() < text.len() => Ending::Closing,
        _ if is_opening(last) => Ending::Clause,
        _ => Ending::Open,
    }
}

fn cannot_begin(c: char) -> bool {
    is_closing(c)
        || matches!(
            c,
            '，' | '。' | '、' | '；' | '：' | '！' | '？' | ',' | ';' | ':' | '!' | '?' | '%' | '％' | '·'
        )
}

fn continuation(text: &str) -> Option<(Direction, bool)> {
    if let Some(mark) = marks::continuation(text) {
        return Some((mark.direction, mark.length == text.len()));
    }
    marks::final_continuation(text).map(|mark| (mark.direction, false))
}

/// Longest clause that says who speaks, in characters.
const SPEAKER: usize = 18;

/// 县长林一帆说，
fn is_said(text: &str, signs: &Signs) -> bool {
    let others = SPEAKER.saturating_sub(signs.han_first as usize);
    let mut clause = text[signs.first_other..].char_indices().take(others);
    // …林一帆说。 ends what somebody said
    let end = clause.find(|(_, c)| matches!(c, '，' | '：' | '。' | '“'));
    let end = end.filter(|(_, c)| *c != '。').map_or(0, |(at, _)| signs.first_other + at);
    SAID.ending(&text[..end]).any(|word| end > word.len() + 3)
}

/// A dash with three characters and more on both sides.
fn has_dash_inside(text: &str) -> bool {
    let Some(at) = text.find('—').filter(|at| text[*at..].starts_with("——")) else { return false };
    let after = text[at..].trim_start_matches('—');
    text[..at].chars().count() >= 3 && after.chars().count() >= 3
}

/// Longest name of a kind of notice, in bytes.
const NOTICE_NAME: usize = 24;

/// 遗失启事, of a line of Chinese characters only.
fn is_notice(text: &str) -> bool {
    text.len() <= NOTICE_NAME && NOTICE.ending(text).next().is_some()
}

/// A single character before the first mark, two before the first full stop: 坚。 不断。
fn is_remainder(text: &str) -> bool {
    let Some((at, mark)) = text.char_indices().take(3).find(|(_, c)| !is_han(*c)) else { return false };
    match (text[..at].chars().count(), mark) {
        (1, '，' | '、' | '；' | '。' | '！') => true,
        (2, '。' | '；') => text.len() > at + mark.len_utf8(),
        _ => false,
    }
}

/// What the page as a whole does.
#[derive(Clone, Debug)]
pub struct Habits {
    /// The input keeps the indents of the print.
    pub shows_indents: bool,
    /// How far first lines are set in within the column's width, in half-ems.
    pub first_line_indent: u32,
    /// Columns of different width stand on the page.
    pub columns_differ: bool,
    /// What its blank lines mean.
    pub gaps: Gaps,
    /// What the first sentences of its paragraphs are like.
    pub openings: Openings,
}

/// Share of lines that must be set in before indents are believed.
const INDENTED_SHARE: usize = 40;

/// Looks at all lines of a page.
pub fn observe(lines: &[Looked], lexicon: &Lexicon) -> (Vec<Facts>, Habits) {
    let (text, signs) = (|k: usize| lines[k].text, |k: usize| &lines[k].signs);
    let mut facts: Vec<Facts> = lines.iter().map(|line| Facts::of(line, lexicon)).collect();
    surroundings::mark_signatures(&mut facts);
    surroundings::mark_lead_boxes(&mut facts, text);
    surroundings::mark_offices(&mut facts, text, signs, lexicon);
    surroundings::mark_brackets(&mut facts, text);
    surroundings::mark_torn_continuations(&mut facts, text);
    surroundings::mark_torn_dispatches(&mut facts, text, signs);
    surroundings::mark_turns(&mut facts, text, signs);
    let indents: Vec<u16> = lines.iter().map(|looked| looked.line.indent).collect();
    let shows_indents = read_indents(&mut facts, &indents);
    let widths: Vec<(Width, bool)> = facts.iter().map(|line| (line.width, may_end(line))).collect();
    for (line, column) in facts.iter_mut().zip(columns::estimate(&widths)) {
        line.column = column;
    }
    surroundings::mark_short_columns(&mut facts);
    let kinds: Vec<u8> = lines.iter().map(|line| records::kinds(line.text, &line.signs)).collect();
    records::mark(&mut facts, &kinds);
    surroundings::mark_column_changes(&mut facts);
    let openings = Openings::of(&mut facts, text, signs);
    let habits = habits(&facts, shows_indents, openings);
    (facts, habits)
}

/// More short lines in a row than this, with the one between, are a list or verse.
const LIST: u8 = 6;

/// A short line with this ending is no sign of a narrower column.
fn may_end(line: &Facts) -> bool {
    matches!(line.ending, Ending::Sentence | Ending::Colon | Ending::Closing)
}

/// Believes indents if enough lines have one and enough have none, or if lines are not wrapped.
fn read_indents(facts: &mut [Facts], indents: &[u16]) -> bool {
    let flush = indents.iter().copied().min().unwrap_or(0);
    let typical = |indent: u16| (2..=8).contains(&(indent - flush));
    let set_in = indents.iter().filter(|indent| typical(**indent)).count();
    let believed = set_in >= 2 && set_in * INDENTED_SHARE >= indents.len();
    if believed {
        for (line, indent) in facts.iter_mut().zip(indents) {
            let indent = u32::from(indent - flush);
            line.indented = (2..=8).contains(&indent);
            line.centred = indent > 8;
            line.width.min += indent;
            line.width.max += indent;
        }
    }
    believed
}

fn habits(facts: &[Facts], shows_indents: bool, openings: Openings) -> Habits {
    let (mut set_in, mut flush) = (0, 0);
    for two in facts.windows(2) {
        let (line, next) = (&two[0], &two[1]);
        if let (Some(Break::Ends), Some(column)) = (clear_break(line, next), next.column) {
            let in_flush = next.width.fills(column);
            let in_set_in = next.width.fills(column.saturating_sub(FIRST_LINE_INDENT));
            set_in += u32::from(in_set_in && !in_flush);
            flush += u32::from(in_flush && !in_set_in);
        }
    }
    let first_line_indent = if shows_indents || set_in < flush { 0 } else { FIRST_LINE_INDENT };
    let columns_differ = facts.iter().any(|line| line.column_changes == Some(true));
    Habits { shows_indents, first_line_indent, columns_differ, gaps: Gaps::of(facts), openings }
}

/// What surely happens between a line and the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Break {
    /// A paragraph ends: the line stops short with a full stop.
    Ends,
    /// A paragraph goes on: the line is full and stops within a sentence.
    GoesOn,
}

/// What surely happens between a line and the next, where that can be told without knowing anything else.
pub(super) fn clear_break(line: &Facts, next: &Facts) -> Option<Break> {
    let column = line.column?;
    let ends = line.short_of(column, next) >= 4 && line.ending == Ending::Sentence && !next.cannot_begin;
    let full = line.width.fills(column) || line.width.fills(column.saturating_sub(FIRST_LINE_INDENT));
    let goes_on = full && matches!(line.ending, Ending::Open | Ending::Clause);
    match (ends, goes_on) {
        (true, _) => Some(Break::Ends),
        (_, true) => Some(Break::GoesOn),
        _ => None,
    }
}

/// Natural logarithm from additions and multiplications only, so that it is the same on every platform; good
/// to three digits, which is more than the counts are.
pub(super) fn ln(x: f32) -> f32 {
    let bits = x.to_bits();
    let exponent = (bits >> 23) as i32 - 127;
    let m = f32::from_bits(bits & 0x7f_ffff | 0x3f80_0000);
    let log2 = -2.153_620_7 + m * (3.047_884_2 + m * (-1.051_875 + m * 0.158_248_7));
    (exponent as f32 + log2) * std::f32::consts::LN_2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings() {
        for (text, expected) in [
            ("完成任务。", Ending::Sentence),
            ("“好。”", Ending::Sentence),
            ("（新华社北京3月6日电）", Ending::Closing),
            ("主要任务是：", Ending::Colon),
            ("全面建成", Ending::Open),
            ("丁、", Ending::Clause),
            ("“十三五”", Ending::Closing),
        ] {
            assert_eq!(ending(text), expected, "{text}");
        }
    }

    #[test]
    fn a_line_stops_where_what_begins_the_next_has_no_room() {
        let line = |text: &str| Facts {
            width: Signs::of(text).width,
            head: unbreakable_head(text),
            ..Facts::default()
        };
        let text = line("守牢粮食安全底线高标准农田建设要与");
        // 17 characters in a measure of 18: “小 are two and cannot be parted, 小 alone would have stood there
        assert!(text.leaves_no_room(36, &line("“小田变大田”改革放在一处")));
        assert!(!text.leaves_no_room(36, &line("小田变大田的改革放在一处")));
    }

    #[test]
    fn the_logarithm_is_good_enough() {
        for x in [0.01f32, 0.3, 0.5, 1.0, 2.0, 17.0] {
            assert!((ln(x) - x.ln()).abs() < 0.003, "{x}: {} {}", ln(x), x.ln());
        }
    }
}
