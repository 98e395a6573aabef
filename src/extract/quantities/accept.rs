//! Which of the numbers read are quantities: not the parts of words, names and enumerations.

use super::words::{in_quoted_name, inside_token, inside_word};
use super::{Found, Scan};

/// Whether what was read is a quantity and no part of a word, a name or an enumeration.
pub(super) fn accept(scan: &Scan, item: &Found) -> bool {
    let glyphs = scan.glyphs;
    let (start, end) = (item.start, item.end);
    if item.kind == "ordinal" || item.unit == Some("番") && glyphs.before(start) == '翻' {
        return true;
    }
    // 第十个月
    if glyphs.before(start) == '第' {
        return false;
    }
    if item.bare && glyphs.has(end, "年级") {
        return false;
    }
    let arabic = (start..end).any(|k| glyphs.at(k).is_ascii_digit());
    if arabic && item.bare && is_label(scan, start, end) {
        return false;
    }
    if arabic {
        // an enumerator at the beginning of a line: 1. 2、 (3)
        let opens = matches!(glyphs.before(start), '\n')
            || matches!(glyphs.before(start), '(')
                && matches!(glyphs.before(start.saturating_sub(1)), '\n' | '。' | ';');
        return !(item.bare && opens && matches!(glyphs.at(end), '.' | '、' | ')') && end - start <= 2);
    }
    if in_quoted_name(scan, start, end) || inside_word(scan, start, end) {
        return false;
    }
    let single = end - start == 1;
    // “十四五”, “八五”: a plan, not a number
    if !single
        && item.bare
        && matches!(glyphs.before(start), '“' | '"' | '「')
        && matches!(glyphs.at(end), '”' | '"' | '」')
    {
        return false;
    }
    // 这几年, 最后一年, 前两天: which ones, not how many
    let series = matches!(item.unit, Some("年" | "天" | "个月" | "周" | "轮" | "批" | "代" | "次"));
    let which =
        series && end - start <= 3 && "这那前后近头上下每同新某哪另有去好首".contains(glyphs.before(start));
    if which
        || glyphs
            .longest_before(start, &["最后", "最近", "过去", "未来", "今后", "任何", "第", "整整", "接下来"])
            .is_some()
            && end - start == 2
            && glyphs.at(start) == '一'
    {
        return false;
    }
    if !item.bare {
        if item.because == "round-unit" {
            return false;
        }
        return !first_in_word(scan, item);
    }
    if item.because == "round-unit" {
        return item.one_sided;
    }
    if item.because == "digit-by-digit" {
        return end - start > 2 && !inside_token(scan, start, end) || stands_alone(scan, start, end);
    }
    if single {
        return item.one_sided || stands_alone(scan, start, end) || named_digit(scan, start, end);
    }
    !inside_token(scan, start, end)
}

/// A single digit and a unit that lie inside a longer word: 五台山, 四川省.
fn first_in_word(scan: &Scan, item: &Found) -> bool {
    let arabic_or_long = item.end - item.start > 3;
    !arabic_or_long && inside_token(scan, item.start, item.end)
}

/// “3815”, “25·7”, 保7争6 in quotation marks, 12345热线: figures that name and do not count.
fn is_label(scan: &Scan, start: usize, end: usize) -> bool {
    let glyphs = scan.glyphs;
    let quoted =
        matches!(glyphs.before(start), '“' | '"' | '「') && matches!(glyphs.at(end), '”' | '"' | '」');
    let dotted = matches!(glyphs.before(start), '·' | '•') || matches!(glyphs.at(end), '·' | '•');
    let line = end - start <= 6
        && (end..end + 9).take_while(|k| glyphs.at(*k).is_alphabetic()).any(|k| glyphs.has(k, "热线"));
    quoted || dotted || line || in_quoted_name(scan, start, end)
}

fn boundary(c: char) -> bool {
    !c.is_alphanumeric() && !matches!(c, '、' | '(' | ')' | '《' | '·')
}

/// Nothing else stands in its clause.
fn stands_alone(scan: &Scan, start: usize, end: usize) -> bool {
    let glyphs = scan.glyphs;
    let next = glyphs.at(end);
    let single = end - start == 1;
    boundary(glyphs.before(start)) && boundary(next) && !(single && next == ',')
}

/// 这不是五, 三的另一种写法: a digit spoken of as a number.
fn named_digit(scan: &Scan, start: usize, end: usize) -> bool {
    let glyphs = scan.glyphs;
    let token = scan.token_at(glyphs.bytes(start, end).0);
    let own = token.is_some_and(|t| {
        (scan.reading.tokens.start[t], scan.reading.tokens.end[t]) == glyphs.bytes(start, end)
    });
    let next = glyphs.at(end);
    let follows = boundary(next) && next != ',' || matches!(next, '这' | '而' | '却' | '的');
    let said = matches!(glyphs.before(start), '是' | '为' | '于' | '得' | '叫' | '加' | '减' | '乘' | '除');
    own && (said && follows || boundary(glyphs.before(start)) && next == '的')
}
