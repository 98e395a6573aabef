//! Numbers and times in Chinese characters, put together from what the dictionary cut: 一九九八年/t, 三十五/m,
//! 百分之五/m, 第二十/m, 几十万/m.

use super::Token;
use crate::source::chars::CharSet;
use std::sync::LazyLock;

/// Joins the numbers among the words of a stretch of Han characters and tags them; `from` is its first word.
pub(super) fn join(text: &str, tokens: &mut Vec<Token>, from: usize) {
    let Some(last) = tokens.last() else { return };
    let run_end = last.end as usize;
    let (mut i, mut kept) = (from, from);
    while i < tokens.len() {
        let start = tokens[i].start as usize;
        let mut token = tokens[i];
        if let Some((j, tag)) = longest(&text[start..run_end], start, tokens, i)
            && (j > i || tag == "t")
        {
            token = Token { end: tokens[j].end, tag, ..token };
            i = j;
        }
        tokens[kept] = token;
        kept += 1;
        i += 1;
    }
    tokens.truncate(kept);
}

/// The last word and the tag of the longest number that begins with a word and ends with one.
fn longest(run: &str, start: usize, tokens: &[Token], i: usize) -> Option<(usize, &'static str)> {
    let first = run.chars().next()?;
    if !may_begin(first) {
        return None;
    }
    let ends = ends(run);
    ends.into_iter().rev().flatten().find_map(|(length, tag)| {
        let end = (start + length) as u32;
        let j = i + tokens[i..].iter().take(24).position(|token| token.end >= end)?;
        let single = j == i && tag != "t";
        (tokens[j].end == end && !single).then_some((j, tag))
    })
}

/// Whether a number may begin with a character.
pub(super) fn may_begin(c: char) -> bool {
    beginnings().has(c)
}

/// The characters with which a number may begin.
pub(super) fn beginnings() -> &'static CharSet {
    static BEGINNINGS: LazyLock<CharSet> =
        LazyLock::new(|| CharSet::new("〇零一二三四五六七八九两○十百千万亿第数几".chars()));
    &BEGINNINGS
}

fn is_numeral(c: char) -> bool {
    is_digit(c) || is_scale(c)
}

fn is_digit(c: char) -> bool {
    matches!(c, '〇' | '零' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '两' | '○')
}

fn is_scale(c: char) -> bool {
    matches!(c, '十' | '百' | '千' | '万' | '亿')
}

/// Where a number or time that begins the run may end, shortest first.
fn ends(run: &str) -> [Option<(usize, &'static str)>; 4] {
    let mut found = [None; 4];
    let body = run.strip_prefix('第').unwrap_or(run);
    let ordinal = run.len() - body.len();
    let about = if body.starts_with(['几', '数']) { 3 } else { 0 };
    let plain =
        |text: &str| text.chars().take(24).take_while(|c| is_numeral(*c)).map(char::len_utf8).sum::<usize>();
    let length = plain(&body[about..]);
    if length == 0 {
        return found;
    }
    if about > 0 && !body[about..].starts_with(is_scale) {
        return found;
    }
    let mut end = ordinal + about + length;
    found[0] = Some((end, "m"));
    // 三分之一, 百分之五, 三点五
    for joint in ["分之", "点"] {
        if let Some(rest) = run[end..].strip_prefix(joint)
            && plain(rest) > 0
        {
            end += joint.len() + plain(rest);
            found[1] = Some((end, "m"));
        }
    }
    // 十几, 几十几
    if run[..end].ends_with('十') && run[end..].starts_with('几') {
        end += '几'.len_utf8() + plain(&run[end + '几'.len_utf8()..]);
        found[1] = Some((end, "m"));
    }
    let rest = &run[end..];
    if ordinal + about == 0 {
        found[2] = time_end(run, end, rest);
    }
    found
}

/// 一九九八年, 十二月, 三十一日
fn time_end(run: &str, end: usize, rest: &str) -> Option<(usize, &'static str)> {
    let number = &run[..end];
    let digits = number.chars().all(|c| is_digit(c) && c != '两');
    let count = number.chars().count();
    let small = value(number);
    let unit = rest.chars().next()?;
    let length = match unit {
        '年' if rest.starts_with("年代") || rest.starts_with("年度") => return None,
        '年' if digits && (count == 4 || count == 2 && !number.starts_with(['一', '二', '三'])) => {
            "年".len()
        }
        '月' if small.is_some_and(|v| (1..=12).contains(&v)) => {
            if rest.starts_with("月份") {
                "月份".len()
            } else {
                "月".len()
            }
        }
        '日' if small.is_some_and(|v| (1..=31).contains(&v)) && !rest.starts_with("日元") => "日".len(),
        '时' if small.is_some_and(|v| v <= 24)
            && count >= 1
            && !rest[3..].starts_with(['间', '期', '代', '候', '刻', '而']) =>
        {
            if number == "一" {
                return None;
            } else {
                "时".len()
            }
        }
        _ => return None,
    };
    Some((end + length, "t"))
}

/// The value of a number below one hundred.
fn value(number: &str) -> Option<u32> {
    let digit = |c: char| "零一二三四五六七八九".chars().position(|d| d == c).map(|p| p as u32);
    match number.chars().collect::<Vec<_>>()[..] {
        ['十'] => Some(10),
        [a] => digit(a),
        ['十', b] => Some(10 + digit(b)?),
        [a, '十'] => Some(digit(a)? * 10),
        [a, '十', b] => Some(digit(a)? * 10 + digit(b)?),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_begin_with_what_they_are_made_of() {
        for c in ('\0'..='\u{ffff}').filter(|c| is_numeral(*c)) {
            assert!(may_begin(c), "{c}");
        }
        assert!("第数几".chars().all(may_begin) && !may_begin('点'));
    }

    /// Words as a dictionary may cut them, and what they become.
    #[test]
    fn numbers_are_put_together() {
        for (cut, expected) in [
            ("一 九 九 八 年 春天", "一九九八年/t 春天/n"),
            ("二 十五 个 人", "二十五/m 个/n 人/n"),
            ("百 分之 五 的", "百分之五/m 的/n"),
            ("三 分之 一", "三分之一/m"),
            ("第 二十 届", "第二十/m 届/n"),
            ("几 十 万 人", "几十万/m 人/n"),
            ("十二 月 三十 一 日", "十二月/t 三十一日/t"),
            ("九十 年代", "九十/n 年代/n"),
            ("一百 多 名", "一百/n 多/n 名/n"),
            ("十 几 个", "十几/m 个/n"),
            ("三 点 五 倍", "三点五/m 倍/n"),
            ("三 百货 店", "三/n 百货/n 店/n"),
            ("一 年 来", "一/n 年/n 来/n"),
            ("七 八 个", "七八/m 个/n"),
        ] {
            let text: String = cut.split(' ').collect();
            let mut tokens = Vec::new();
            for word in cut.split(' ') {
                let start = tokens.last().map_or(0, |last: &Token| last.end);
                tokens.push(Token { start, end: start + word.len() as u32, tag: "n" });
            }
            join(&text, &mut tokens, 0);
            let words: Vec<String> = tokens
                .iter()
                .map(|t| format!("{}/{}", &text[t.start as usize..t.end as usize], t.tag))
                .collect();
            assert_eq!(words.join(" "), expected);
        }
    }
}
