//! Space that setting put into a line, and space that means something.

use super::Char;
use super::chars::{fold, is_digit, is_han, is_punctuation, is_space};

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
    let is_row = is_table_row(chars);
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
        let means =
            means_something(before, after) && !letter_spaced && !inside_spaced_name(&kept, chars, end);
        if is_row || means {
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
        if is_han(ch.c) {
            (size, total, han) = (size + 1, total + 1, han + 1);
        } else if is_space(ch.c) {
            groups += usize::from(size > 0);
            size = 0;
        } else {
            size += usize::from(!is_punctuation(ch.c));
            total += usize::from(!is_punctuation(ch.c));
        }
    }
    groups += usize::from(size > 0);
    groups >= LETTER_SPACED_GROUPS && total * 2 <= groups * 3 && han * 2 > total
}

/// 云州　15　12: what ends with two numbers parted by space, and is no 1 200, is a row of cells.
fn is_table_row(chars: &[Char]) -> bool {
    let digit = |ch: &Char| is_digit(ch.c);
    let number = |cell: &&[Char]| {
        cell.iter().any(digit)
            && cell.iter().all(|ch| digit(ch) || matches!(ch.c, '.' | ',' | '%' | '-' | '+'))
    };
    let mut cells = chars.rsplit(|ch| is_space(ch.c)).filter(|cell| !cell.is_empty());
    let (Some(last), Some(before)) = (cells.next().filter(number), cells.next().filter(number)) else {
        return false;
    };
    let thousands =
        last.len() == 3 && last.iter().all(digit) && before.len() <= 3 && before.iter().all(digit);
    cells.next().is_some_and(|cell| number(&cell) || !thousands)
}

/// No more single characters in a row are counted, on either side.
const SINGLES: usize = 24;

/// 王　晨: a name of two characters, set to the width of three. 金　银　铜 are three cells: names come in twos.
fn inside_spaced_name(kept: &[Char], chars: &[Char], after: usize) -> bool {
    let before = singles(kept.iter().rev());
    let behind = singles(chars[after..].iter());
    before > 0 && behind > 0 && (before + behind < 3 || (before + behind) % 2 == 0)
}

/// How many single characters with space between stand in a row.
fn singles<'a>(chars: impl Iterator<Item = &'a Char>) -> usize {
    let mut chars = chars.peekable();
    let mut count = 0;
    while count < SINGLES && chars.next_if(|ch| is_han(ch.c)).is_some() {
        if chars.peek().is_some_and(|ch| is_han(ch.c)) {
            break;
        }
        count += 1;
        while chars.next_if(|ch| is_space(ch.c)).is_some() {}
    }
    count
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
            ("林　晨　张又侠　周海生　李　强", "林晨　张又侠　周海生　李强"),
            ("增 长 3 200", "增长3 200"),
        ] {
            let source = Source::read(printed).unwrap();
            assert_eq!(source.line(&source.lines[0]), clean, "{printed}");
        }
    }

    #[test]
    fn space_that_means_something_stays() {
        for line in [
            "“进窗口 走流程”活动",
            "a page of text",
            "稳就业 促增收",
            "iPhone 17 Pro",
            "1　江城　15　12　10",
            "名次　代表团　金　银　铜",
            "云州 8.5% -3",
        ] {
            let source = Source::read(line).unwrap();
            assert_eq!(source.line(&source.lines[0]), line);
        }
    }
}
