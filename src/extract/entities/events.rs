//! Meetings and events: 革命老区脱贫致富座谈会, 党的十八大, 第二届进博会.

use super::choose::Candidate;
use super::lists::{LISTS, list};
use super::words::Words;
use crate::page::EntityType::Event;

/// Most characters of an event's name.
const LONGEST_NAME: usize = 36;

/// The candidates for events, given the places of 党的.
#[inline(never)]
pub(crate) fn events(words: &Words, party: &[usize]) -> Vec<Candidate> {
    let mut out = Vec::new();
    for (last, _) in words.list.iter().enumerate().filter(|(_, word)| word.may_end(list::MEETINGS)) {
        out.extend(meeting(words, last));
    }
    out.extend(congresses(words.text, party));
    out
}

/// Longest word for a meeting, in bytes.
const LONGEST: usize = 36;

/// Words up to 座谈会, back to what holds or joins the meeting.
#[inline(never)]
fn meeting(words: &Words, last: usize) -> Option<Candidate> {
    let mut suffix = last;
    let end = words.list[last].end;
    let mut found = None;
    for _ in 0..3 {
        let first = &words.list[suffix];
        if first.may_begin(list::MEETINGS)
            && LISTS.meetings.get_likely(&words.text[first.start..end]).is_some()
        {
            found = Some(suffix);
        }
        if suffix == 0 || words.list[suffix].first {
            break;
        }
        suffix -= 1;
    }
    let own = words.list[last]
        .text
        .char_indices()
        .skip(2)
        .skip_while(|(at, _)| words.list[last].text.len() - at > LONGEST)
        .any(|(at, _)| LISTS.meetings.has(&words.list[last].text[at..]));
    let suffix = found.or(own.then_some(last))?;
    if words.after(last).is_some_and(|next| {
        LISTS.meetings.has(next.text)
            || matches!(
                next.text,
                "堂" | "主席团" | "制度" | "室" | "厅" | "中心" | "代表" | "主席" | "形式" | "方式"
            )
    }) {
        return None;
    }
    let mut first = suffix;
    let mut quoted = false;
    let mut length = 0;
    while first > 0 && !words.list[first].first {
        let before = first - 1;
        let word = &words.list[before];
        length += word.len();
        if length > LONGEST_NAME {
            return None;
        }
        match word.text {
            "”" => quoted = true,
            "“" if quoted => quoted = false,
            _ if quoted => {}
            _ if is_boundary(words, before) => break,
            _ => {}
        }
        first = before;
    }
    if quoted {
        return None;
    }
    // 在京 召开 … : a verb or 的 may be left at the beginning
    let measured = |at: usize| {
        words.list[at].tag == "m" && words.list[at + 1].tag == "q" && words.list[at + 1].text != "届"
    };
    while first < suffix && !words.list[first].text.starts_with('第') {
        match words.list[first].tag {
            "d" | "u" | "ul" | "uj" | "q" => first += 1,
            _ if measured(first) => first += 2,
            _ => break,
        }
    }
    if first > suffix || first == suffix && found.is_some() {
        return None;
    }
    let start = words.list[first].start;
    let characters = words.text[start..end].chars().count();
    let own_modifier = own && found.is_none();
    if suffix - first < 1 && !own_modifier || characters < 5 {
        return None;
    }
    Some(Candidate { start, end, kind: Event, score: 300, because: "event-meeting" })
}

/// What a meeting's name does not reach back over.
fn is_boundary(words: &Words, index: usize) -> bool {
    let word = &words.list[index];
    if word.is_mark() {
        return !matches!(word.text, "—" | "·" | "－");
    }
    const OPENERS: [&str; 44] = [
        "召开", "举行", "举办", "主持", "出席", "参加", "召集", "参会", "开", "开好", "组织", "承办", "主办",
        "协办", "筹备", "列席", "迎接", "庆祝", "办好", "在", "的", "了", "于", "和", "与", "及", "从", "对",
        "向", "由", "将", "是", "为", "以及", "作为", "按照", "根据", "贯彻", "落实", "学习", "传达", "通过",
        "自", "来",
    ];
    const DEICTIC: [&str; 14] = [
        "这次", "本次", "此次", "每次", "上次", "该", "这", "那", "各", "全体", "有关", "相关", "日", "先后",
    ];
    if word.text == "与" || word.text == "和" || word.text == "及" {
        // 扶贫攻坚与“十三五”时期经济社会发展座谈会: joined inside the name when something common stands on both sides
        let inside = words
            .before(index)
            .is_some_and(|before| matches!(before.tag, "n" | "vn" | "v" | "nz" | "l" | "i"));
        return !inside;
    }
    OPENERS.contains(&word.text)
        || DEICTIC.contains(&word.text)
        // 新华社海州5月11日电
        || matches!(word.text, "电" | "讯")
        || word.is_person()
        || matches!(word.tag, "p" | "r" | "rr" | "rz" | "t" | "ul" | "uj" | "uz" | "y" | "u")
}

/// 党的十八大, 十九届四中全会, 第十五次全国代表大会.
fn congresses(text: &str, party: &[usize]) -> Vec<Candidate> {
    const NUMERALS: &str = "一二三四五六七八九十两０１２３４５６７８９0123456789";
    let mut out = Vec::new();
    let mut push = |start: usize, end: usize| {
        out.push(Candidate { start, end, kind: Event, score: 330, because: "event-congress" })
    };
    for at in party.iter().copied() {
        let rest = &text[at + "党的".len()..];
        let numeral: usize = rest.chars().take_while(|c| NUMERALS.contains(*c)).map(char::len_utf8).sum();
        if numeral == 0 {
            continue;
        }
        let tail = &rest[numeral..];
        let end = at + "党的".len() + numeral;
        if tail.starts_with('大') && !tail.starts_with("大报告") {
            push(at, end + '大'.len_utf8());
        } else if let Some(after) = tail.strip_prefix('届') {
            let number: usize = after.chars().take_while(|c| NUMERALS.contains(*c)).map(char::len_utf8).sum();
            if number > 0 && after[number..].starts_with("中全会") {
                push(at, end + '届'.len_utf8() + number + "中全会".len());
            }
        }
    }
    out
}
