//! Space that setting put into a line, and space that means something.

use super::Char;
use super::chars::{fold, is_han, is_punctuation, is_space};

/// A line counts as letter-spaced from this many groups on …
const LETTER_SPACED_GROUPS: usize = 4;

/// Takes out the space that justification, letter-spacing and careful typists put in; one space stays
/// between Latin words and between two stretches of Chinese (a headline's 甲 乙). Gives whether the whole line
/// was letter-spaced.
pub(super) fn close_up(chars: &mut Vec<Char>) -> bool {
    if !chars.iter().any(|ch| is_space(ch.c)) {
        return false;
    }
    let letter_spaced = is_letter_spaced(chars);
    let mut kept: Vec<Char> = Vec::with_capacity(chars.len());
    let mut i = 0;
    while i < chars.len() {
        if !is_space(chars[i].c) {
            kept.push(chars[i]);
            i += 1;
            continue;
        }
        let mut end = i;
        while end < chars.len() && is_space(chars[end].c) {
            end += 1;
        }
        // both neighbours exist: a line neither begins nor ends with space
        let (before, after) = (kept[kept.len() - 1].c, chars[end].c);
        if means_something(before, after) && !letter_spaced && !inside_spaced_name(&kept, chars, end) {
            let wide = chars[i..end].iter().find(|ch| ch.c == '\u{3000}');
            kept.push(wide.map_or(Char { c: ' ', ..chars[i] }, |ch| *ch));
        }
        i = end;
    }
    *chars = kept;
    letter_spaced
}

fn means_something(before: char, after: char) -> bool {
    let wide = |c: char| is_punctuation(c) && !c.is_ascii();
    let western = |c: char| !is_han(c) && fold(c).is_alphanumeric();
    !(wide(before) || wide(after) || western(before) && is_han(after) || is_han(before) && western(after))
}

/// 会 议 以 电 视: most groups between the spaces are single characters.
fn is_letter_spaced(chars: &[Char]) -> bool {
    let (mut groups, mut size, mut total, mut han) = (0, 0, 0, 0);
    for ch in chars {
        if is_space(ch.c) {
            groups += usize::from(size > 0);
            size = 0;
        } else {
            size += usize::from(!is_punctuation(ch.c));
            total += usize::from(!is_punctuation(ch.c));
            han += usize::from(is_han(ch.c));
        }
    }
    groups += usize::from(size > 0);
    groups >= LETTER_SPACED_GROUPS && total * 2 <= groups * 3 && han * 2 > total
}

/// 王　晨: a name of two characters, set to the width of three.
fn inside_spaced_name(kept: &[Char], chars: &[Char], after: usize) -> bool {
    let alone = |neighbour: Option<&Char>| neighbour.is_none_or(|ch| !is_han(ch.c));
    is_han(kept[kept.len() - 1].c)
        && is_han(chars[after].c)
        && alone(kept.len().checked_sub(2).map(|i| &kept[i]))
        && alone(chars.get(after + 1))
}

#[cfg(test)]
mod tests {
    use crate::source::Source;

    #[test]
    fn space_that_setting_put_in_is_taken_out() {
        for (printed, clean) in [
            ("还有不到 10 个月", "还有不到10个月"),
            ("会 议 以 电 视 电 话 会 议 形 式 召 开 ，市", "会议以电视电话会议形式召开，市"),
            ("王　晨、张又侠、李 强", "王晨、张又侠、李强"),
            ("本报讯 （记者 林一帆）", "本报讯（记者 林一帆）"),
            ("深化 AI 应用", "深化AI应用"),
            ("通　知", "通知"),
        ] {
            let source = Source::read(printed).unwrap();
            assert_eq!(source.line(&source.lines[0]), clean, "{printed}");
        }
    }

    #[test]
    fn space_that_means_something_stays() {
        for line in ["“进窗口 走流程”活动", "a page of text", "稳就业 促增收", "iPhone 17 Pro"]
        {
            let source = Source::read(line).unwrap();
            assert_eq!(source.line(&source.lines[0]), line);
        }
    }
}
