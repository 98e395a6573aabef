//! What a line shows by the lines round it: who speaks in turn, who signs, which box or bracket it stands in.

use super::credits;
use super::facts::{Byline, Ending, Facts};
use super::lists::{LEAD_BOXES, SIGNING, SPEAKERS, starts};
use super::marks;
use super::signs::{COLON, Signs};
use crate::lexicon::Lexicon;
use crate::source::chars::{is_han, is_sentence_end};
use rustc_hash::FxHashMap;

/// 问： 记者： 张一：
fn speaker(text: &str) -> Option<&str> {
    let (at, colon) = text.char_indices().take(5).find(|(_, c)| matches!(c, '：' | ':'))?;
    let speaker = &text[..at];
    let named = at > 0 && speaker.chars().all(|c| is_han(c) || c.is_ascii_uppercase());
    (named && text.len() > at + colon.len_utf8()).then_some(speaker)
}

/// A line begins a turn if its speaker is one by the word, or speaks again: 云州：… alone is a headline.
pub(super) fn mark_turns<'a>(
    facts: &mut [Facts],
    text: impl Fn(usize) -> &'a str,
    signs: impl Fn(usize) -> &'a Signs,
) {
    let of_line = |k: usize| Some((k, speaker(text(k))?));
    let speakers: Vec<(usize, &str)> =
        (0..facts.len()).filter(|k| signs(*k).has(COLON)).filter_map(of_line).collect();
    let mut turns: FxHashMap<&str, u32> = FxHashMap::default();
    for (_, speaker) in &speakers {
        *turns.entry(speaker).or_default() += 1;
    }
    for (k, speaker) in speakers {
        facts[k].turn = turns[speaker] > 1 || SPEAKERS.has(speaker);
    }
}

/// Longest name that signs a letter or notice, in characters.
const SIGNATURE: u32 = 20;

/// Most lines of a box between a headline and its body.
const LEAD_BOX: usize = 24;

/// The first line after a gap under a box such as 核心阅读.
pub(super) fn mark_lead_boxes<'a>(facts: &mut [Facts], text: impl Fn(usize) -> &'a str) {
    let mut label: Option<usize> = None;
    for (k, line) in facts.iter_mut().enumerate() {
        if line.box_label || line.label {
            label = LEAD_BOXES.has(text(k)).then_some(k);
        } else if line.blank_lines > 0
            && let Some(at) = label.filter(|at| k > at + 1)
        {
            line.under_lead_box = k - at <= LEAD_BOX;
            label = None;
        }
    }
}

/// A short line over a date signs with it.
pub(super) fn mark_signatures(facts: &mut [Facts]) {
    for at in 1..facts.len() {
        let above = &facts[at - 1];
        if facts[at].signature
            && !above.signature
            && above.ending == Ending::Open
            && above.length() <= SIGNATURE
        {
            facts[at - 1].signature = true;
        }
    }
}

/// 本报评论员 over a headline leads to it, below one it is the byline; 云州市水务局 after the last sentence signs a
/// letter or notice.
pub(super) fn mark_offices<'a>(
    facts: &mut [Facts],
    text: impl Fn(usize) -> &'a str,
    signs: impl Fn(usize) -> &'a Signs,
    lexicon: &Lexicon,
) {
    let display = |line: &Facts| line.ending == Ending::Open && line.length() <= SIGNATURE + 6;
    for k in 0..facts.len() {
        let above = k.checked_sub(1).map(|above| &facts[above]);
        let below = facts.get(k + 1);
        if facts[k].byline == Some(Byline::Role) && credits::is_office(text(k)) {
            let headline_below = below.is_some_and(|line| display(line) && line.byline.is_none());
            if headline_below && !above.is_some_and(display) {
                (facts[k].byline, facts[k].leads_to_headline) = (None, true);
            }
        } else if facts[k].ending == Ending::Open
            && facts[k].length() <= SIGNATURE
            && above.is_some_and(|line| line.ending == Ending::Sentence)
            && (below.is_none_or(|line| line.label) && is_signed(text(k))
                || signs(k).spaces > 0 && is_sender(text(k), lexicon))
        {
            facts[k].signature = true;
        }
    }
}

/// 云南昆明 林一帆: a place, or a place and what somebody is there, and a name.
fn is_sender(text: &str, lexicon: &Lexicon) -> bool {
    let Some((from, name)) = text.rsplit_once([' ', '\u{3000}']) else { return false };
    let place = |from: &str| {
        from.char_indices()
            .skip(2)
            .map(|(at, _)| at)
            .chain([from.len()])
            .any(|end| lexicon.tag(&from[..end]).is_some_and(|tag| tag.starts_with("ns")))
    };
    credits::is_name(name) && !from.contains(' ') && place(from)
}

/// 云州市水务局, 青河区居民 林一帆
fn is_signed(text: &str) -> bool {
    let named = text.rsplit_once([' ', '\u{3000}']).is_some_and(|(_, name)| credits::is_name(name));
    named || SIGNING.ending(text).next().is_some()
}

/// Fewer lines in a row are no column: a headline of several lines may look like one.
const COLUMN: usize = 4;

pub(super) fn mark_short_columns(facts: &mut [Facts]) {
    for stretch in facts.chunk_by_mut(|a, b| a.column == b.column) {
        let enough = stretch.len() >= COLUMN;
        stretch.iter_mut().for_each(|line| line.in_column = enough);
    }
    let mut from = 0;
    while from < facts.len() {
        let column = facts[from].column;
        let to = (from + 1..facts.len()).find(|k| facts[*k].column != column).unwrap_or(facts.len());
        let wider = |k: Option<usize>| {
            k.and_then(|k| facts.get(k)?.column)
                .zip(column)
                .is_none_or(|(other, own)| other > own + SAME_WIDTH)
        };
        let stray = column.is_some() && to - from < COLUMN && wider(from.checked_sub(1)) && wider(Some(to));
        facts[from..to].iter_mut().for_each(|line| line.stray = stray);
        from = to;
    }
}

/// A bracket is not looked for further down than this many lines.
const BRACKET_LINES: usize = 3;
/// Longest note in brackets that ends an article, in bytes.
const NOTE: usize = 120;

pub(super) fn mark_brackets<'a>(facts: &mut [Facts], text: impl Fn(usize) -> &'a str) {
    for k in 0..facts.len() {
        if facts[k].opens == 1
            && let Some(end) =
                (k + 1..facts.len().min(k + 1 + BRACKET_LINES)).find(|at| facts[*at].closes > 0)
        {
            facts[k + 1..=end].iter_mut().for_each(|line| line.in_open_bracket = true);
        }
        facts[k].closing_note = ends_with_note(facts, k, &text);
        facts[k].note = is_note(facts, k, &text);
    }
}

/// （记者林一帆参与采写） after the end of a sentence, on a line of its own or over two.
fn is_note<'a>(facts: &[Facts], k: usize, text: &impl Fn(usize) -> &'a str) -> bool {
    let line = &facts[k];
    if k == 0 || line.rank.is_some() || !matches!(facts[k - 1].ending, Ending::Sentence | Ending::Closing) {
        return false;
    }
    let opened = text(k).starts_with(['（', '(', '【']);
    let below = || {
        facts.get(k + 1).is_some_and(|next| {
            next.closes == 1 && next.opens == 0 && text(k + 1).ends_with(['）', ')', '】'])
        })
    };
    opened && (line.in_brackets || line.opens == 1 && line.closes == 0 && !text(k).contains('。') && below())
}

/// 新华社北京3月 over 6日电: a narrow column tears the dispatch line.
pub(super) fn mark_torn_dispatches<'a>(
    facts: &mut [Facts],
    text: impl Fn(usize) -> &'a str,
    signs: impl Fn(usize) -> &'a Signs,
) {
    for k in 0..facts.len().saturating_sub(1) {
        let line = &facts[k];
        let may_be =
            signs(k).may_begin(starts::DISPATCH) && !line.dispatch && line.ending != Ending::Sentence;
        if may_be && marks::opens_dispatch(text(k)) {
            facts[k].dispatch = marks::dispatch(&[text(k), text(k + 1)].concat()).is_some();
        }
    }
}

/// （下转第 over 3版）: the second line ends what it stands in.
pub(super) fn mark_torn_continuations<'a>(facts: &mut [Facts], text: impl Fn(usize) -> &'a str) {
    for k in 1..facts.len() {
        if facts[k - 1].opens > 0
            && facts[k].closes > 0
            && let Some((mark, _)) = marks::torn_continuation(text(k - 1), text(k))
        {
            facts[k].continuation = Some((mark.direction, false));
        }
    }
}

/// 。（林一帆） at the end of a line, or of two lines that share the bracket.
fn ends_with_note<'a>(facts: &[Facts], k: usize, text: &impl Fn(usize) -> &'a str) -> bool {
    let Some(inside) = text(k).strip_suffix(['）', ')', '】']) else { return false };
    if let Some(open) = inside.rfind(['（', '(', '【']) {
        let sentence_ends = match inside[..open].chars().next_back() {
            Some(before) => is_sentence_end(before) || before == '”',
            None => k > 0 && facts[k - 1].ending == Ending::Sentence,
        };
        return sentence_ends && inside.len() - open <= NOTE && !inside[open..].contains('。');
    }
    if k == 0 || facts[k - 1].opens != 1 || facts[k].closes != 1 || inside.contains('。') {
        return false;
    }
    let above = text(k - 1);
    let open = above.rfind(['（', '(', '【']).unwrap_or(0);
    above[..open].ends_with(|c| is_sentence_end(c) || c == '”') && above.len() - open + inside.len() <= NOTE
}

/// Widths that differ by less are one width, in half-ems.
const SAME_WIDTH: u32 = 2;

/// Compares, for each line, the nearest lines above and below it that fill their columns.
pub(super) fn mark_column_changes(facts: &mut [Facts]) {
    let full = |line: &Facts| {
        let full =
            |column: &u32| line.in_column && line.width.fills(*column) && line.ending != Ending::Closing;
        line.column.filter(full)
    };
    let mut below = vec![None; facts.len()];
    let mut next = None;
    for (line, below) in facts.iter().zip(&mut below).rev() {
        *below = next;
        next = full(line).or(next);
    }
    let mut above: Option<u32> = None;
    for (line, below) in facts.iter_mut().zip(below) {
        line.column_changes = above.zip(below).map(|(above, below)| above.abs_diff(below) > SAME_WIDTH);
        above = full(line).or(above);
    }
}
