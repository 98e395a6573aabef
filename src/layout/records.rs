//! Lines that are no running text and no headline: results, tables, contacts, verse.
//!
//! One such line says little (国足2：1胜 may be a headline); two of a kind in a row, or many short lines in a
//! row, say much.

use super::facts::{Byline, Ending, Facts};
use super::lists::CONTACTS;
use super::signs::{COLON, COMMA, EXCLAMATION, FULL_STOP, PAUSE, SEMICOLON, Signs};
use crate::source::chars::{fold, is_han};

/// 云州队2：1石门队
const SCORE: u8 = 1;
/// 云州：多云，18℃～27℃
const LABELLED: u8 = 2;
/// 100美元兑人民币712.35元
const AMOUNTS: u8 = 4;
/// 名次 代表团 金 银 铜: alone enough.
const ALONE: u8 = 8;
/// 青河大桥主塔封顶 3版
const POINTER: u8 = 32;

/// Longest label before a colon, and longest line of this kind, in characters.
const LABEL: usize = 8;
const LONGEST: u32 = 40;

/// No clause ends within it: what runs on in a column has a comma or a full stop every line or two.
const BARE: u8 = 16;

/// What kinds of record a line could be.
pub fn kinds(text: &str, signs: &Signs) -> u8 {
    if signs.length > LONGEST || signs.has(FULL_STOP | SEMICOLON) {
        return 0;
    }
    let clauses = signs.has(COMMA | PAUSE | EXCLAMATION) || signs.commas > 0 && text.contains(',');
    let mut kinds = if clauses { 0 } else { BARE };
    if signs.has(COLON)
        && let Some((label, rest)) = text.split_once(['：', ':'])
        && !rest.is_empty()
        && label.chars().count() <= LABEL
    {
        if CONTACTS.has(label) {
            return ALONE | kinds;
        }
        if signs.digits > 0 && label.chars().all(is_han) {
            kinds |= LABELLED;
        }
    }
    if signs.digits > 0 && points_to_page(text) {
        kinds |= POINTER;
    }
    if signs.spaces >= 2 && is_table_row(text) {
        return ALONE | kinds;
    }
    if signs.digits >= 2 && has_score(text) {
        kinds |= SCORE;
    }
    if signs.numbers >= 2 && signs.digits * 4 >= signs.length {
        kinds |= AMOUNTS;
    }
    kinds
}

/// 青河大桥主塔封顶 3版, 青河大桥主塔封顶（3版）
fn points_to_page(text: &str) -> bool {
    let bare = text.strip_suffix(['）', ')']).unwrap_or(text).strip_suffix('版');
    bare.is_some_and(|bare| bare.ends_with(|c| fold(c).is_ascii_digit()))
}

/// Cells parted by spaces, most of them numbers or single words.
fn is_table_row(text: &str) -> bool {
    let (mut cells, mut numbers, mut short) = (0, 0, 0);
    for cell in text.split([' ', '\u{3000}', '\t']).filter(|cell| !cell.is_empty()) {
        cells += 1;
        numbers +=
            usize::from(cell.chars().all(|c| fold(c).is_ascii_digit() || matches!(c, '.' | '%' | '-')));
        short += usize::from(cell.chars().count() <= 3);
    }
    cells >= 3 && numbers >= 2 || cells >= 5 && short == cells
}

/// A colon or dash between two numbers of at most three digits: 2：1, 102比98.
fn has_score(text: &str) -> bool {
    text.char_indices().any(|(at, c)| {
        let digits = |part: &mut dyn Iterator<Item = char>| {
            part.take_while(|c| fold(*c).is_ascii_digit()).take(4).count()
        };
        matches!(c, '：' | ':' | '比' | '∶' | '-' | '—')
            && (1..=3).contains(&digits(&mut text[..at].chars().rev()))
            && (1..=3).contains(&digits(&mut text[at + c.len_utf8()..].chars()))
    })
}

/// Longest line that may be a line of verse or of a list, in characters.
const SHORT_LINE: u32 = 26;
/// Counted no further than this.
const FAR: usize = 9;

/// Marks records among the lines, and how many short lines stand in a row around each.
pub fn mark(facts: &mut [Facts], kinds: &[u8]) {
    let loose = |line: &Facts| {
        let fills = |column: u32| line.in_column && line.width.fills(column);
        !line.column.is_some_and(fills)
    };
    let of_kind = |facts: &[Facts], k: usize| {
        let line = &facts[k];
        let plain = line.byline != Some(Byline::Role)
            && line.ending != Ending::Sentence
            && line.opens + line.closes == 0
            && !line.in_open_bracket;
        if plain && (loose(line) || kinds[k] & (BARE | LABELLED) != 0) { kinds[k] & !BARE } else { 0 }
    };
    let short = |line: &Facts, kinds: u8| {
        line.length() <= SHORT_LINE
            && matches!(line.ending, Ending::Open | Ending::Closing)
            && line.byline.is_none_or(|byline| byline == Byline::NamesOnly)
            && line.continuation.is_none()
            && (loose(line) || kinds & BARE != 0)
    };
    let run: Vec<bool> = facts.iter().zip(kinds).map(|(line, kinds)| short(line, *kinds)).collect();
    let kinds: Vec<u8> = (0..facts.len()).map(|k| of_kind(facts, k)).collect();
    for (k, line) in facts.iter_mut().enumerate() {
        let above = k.checked_sub(1).map_or(0, |above| kinds[above]);
        let below = kinds.get(k + 1).copied().unwrap_or(0);
        line.record = kinds[k] & (ALONE | above | below) != 0;
    }
    let mut above = 0;
    for k in 0..facts.len() {
        facts[k].short_above = above as u8;
        above = if run[k] { (above + 1).min(FAR) } else { 0 };
    }
    let mut below = 0;
    for k in (0..facts.len()).rev() {
        facts[k].short_below = below as u8;
        below = if run[k] { (below + 1).min(FAR) } else { 0 };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_of_records() {
        for (line, expected) in [
            ("云州队2：1石门队", SCORE),
            ("云州：多云转晴，18℃～27℃", LABELLED | AMOUNTS),
            ("100美元兑人民币712.35元", AMOUNTS),
            ("1　江城　15　12　10", ALONE),
            ("名次　代表团　金　银　铜", ALONE),
            ("联系电话：0871-5550123", ALONE),
            ("青河大桥主塔封顶 3版", POINTER),
            ("老街新韵引客来（5版）", POINTER),
            ("青河两岸话丰年", 0),
            ("宁州：茶叶铺出致富路", 0),
            ("稳增长 促改革 惠民生", 0),
            ("2026年工作安排", 0),
        ] {
            assert_eq!(kinds(line, &Signs::of(line)) & !BARE, expected, "{line}");
        }
    }
}
