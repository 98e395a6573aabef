//! Places: known ones, and names before 县, 湖, 大街 …

use super::choose::Candidate;
use super::lists::{LISTS, PlaceSuffix, Region, Stop, list};
use super::words::{Word, Words};
use crate::lexicon::{Form, Level, Lexicon, Place as GazetteerPlace};
use crate::page::EntityType::Place;

/// Most characters of an unknown name before 村, 湖 …
const LONGEST_NAME: usize = 7;

/// Whether a word is, by list or tag, the name of a place ([`mark_places`]).
pub(crate) fn is_place(words: &Words, index: usize) -> bool {
    words.place.get(index).copied().unwrap_or(false)
}

/// Looks up once which words are names of places.
#[inline(never)]
pub(crate) fn mark_places(words: &mut Words, lexicon: &Lexicon) {
    let mut place = vec![false; words.list.len()];
    for (index, word) in words.list.iter().enumerate().filter(|(_, word)| word.len() >= 2) {
        let tag = word.tag.as_bytes();
        if matches!(tag, [b'n' | b'j' | b's' | b'x' | b'f' | b'i' | b'l' | b'z' | b'b', ..]) {
            place[index] = reads_as_place(words, index, lexicon);
        }
    }
    words.place = place;
}

#[inline(never)]
fn reads_as_place(words: &Words, index: usize, lexicon: &Lexicon) -> bool {
    let word = &words.list[index];
    if word.stop() == Some(Stop::NoName) {
        return false;
    }
    if word.may_begin(list::PLACES)
        && let Some(region) = LISTS.places.get(word.text)
    {
        return region == Region::Named;
    }
    let tagged = word.tag == "ns";
    match in_gazetteer(lexicon, word.text) {
        Some(true) => true,
        Some(false) => tagged,
        // the dictionary's tag alone is weak: 大国, 爱国, 英雄
        None => {
            tagged && (word.len() >= 3 && !is_generic(word.text) || place_stands_here(words, index, lexicon))
        }
    }
}

/// Whether the gazetteer has a name; `Some(false)` for short forms of counties, which are often common words too
/// (和平, 城关), so that the tag must say the same.
fn in_gazetteer(lexicon: &Lexicon, name: &str) -> Option<bool> {
    let places = lexicon.places(name);
    let sure = |place: &GazetteerPlace| match place.kind {
        Form::Full => true,
        Form::Short => place.level != Level::County,
        Form::Abbreviation => false,
    };
    (!places.is_empty()).then(|| places.iter().any(sure))
}

/// 延安市区, 东部地区: a place with a word for a part of it, or no name at all.
fn is_generic(name: &str) -> bool {
    ["市区", "城区", "郊区", "城乡", "治港", "相连", "高原"].iter().any(|end| name.ends_with(end))
        || name.starts_with(['各', '全', '每', '本', '该', '大', '小', '新', '老', '古'])
}

/// A word of two characters that only the tag calls a place needs a place beside it or a word of place before it.
fn place_stands_here(words: &Words, index: usize, lexicon: &Lexicon) -> bool {
    let word = &words.list[index];
    if word.text.ends_with(['国', '港', '城', '风', '海', '河', '江', '山', '区', '乡'])
        && is_generic(word.text)
    {
        return false;
    }
    let known = |word: &Word| LISTS.places.has(word.text) || in_gazetteer(lexicon, word.text) == Some(true);
    words.before(index).is_some_and(|before| {
        known(before) || matches!(before.text, "在" | "赴" | "抵" | "抵达" | "位于" | "地处")
    }) || words
        .after(index)
        .is_some_and(|after| matches!(after.text, "县" | "市" | "区" | "镇" | "乡" | "地区"))
}

/// The candidates for places.
#[inline(never)]
pub(crate) fn places(words: &Words, lexicon: &Lexicon) -> Vec<Candidate> {
    let mut out = Vec::with_capacity(words.list.len() / 8);
    let may_begin =
        |word: &Word| word.may_begin(list::PLACES) && LISTS.places.may_begin(&words.text[word.start..]);
    for (index, _) in words.list.iter().enumerate().filter(|(_, word)| may_begin(word)) {
        out.extend(listed(words, index));
    }
    for (index, (word, place)) in words.list.iter().zip(&words.place).enumerate() {
        if *place {
            out.push(Candidate {
                start: word.start,
                end: word.end,
                kind: Place,
                score: 300,
                because: "place-known",
            });
        }
        if let Some(suffix) = word.place_suffix() {
            out.extend(with_suffix(words, index, suffix, lexicon));
        } else if word.len() >= 3 {
            out.extend(own_suffix(words, index));
        }
    }
    out
}

/// The listed name that begins with a word, wherever it stands at the edges of words.
#[inline(never)]
fn listed(words: &Words, index: usize) -> Option<Candidate> {
    let start = words.list[index].start;
    let (length, region) = LISTS.places.longest(&words.text[start..])?;
    let end = start + length;
    if !words.ends(end) || words.text[start..end].chars().count() < 2 {
        return None;
    }
    let last = words.at(end - 1);
    if !words.together(index, last + 1) {
        return None;
    }
    let because = match region {
        Region::Named => "place-list",
        Region::Side if side_is_place(words, index, last) => "place-side",
        Region::Side => return None,
    };
    Some(Candidate { start, end, kind: Place, score: 320, because })
}

/// 东部 is a place in 东部产业, a direction in 四川东部 and in 东部城市群的西部.
fn side_is_place(words: &Words, first: usize, last: usize) -> bool {
    let before_is_name = words.before(first).is_some_and(|word| {
        word.tag.starts_with("ns")
            || matches!(word.text, "的" | "该" | "最" | "位于" | "其")
            || word.text.ends_with(['国', '省', '市'])
    });
    let after = words.after(last).map_or("", |word| word.text);
    !before_is_name && after != "的"
}

/// A word that itself ends in a suffix (丰镇市, 麦盖提乡) though the lexicon gives it no tag of a place.
#[inline(never)]
fn own_suffix(words: &Words, index: usize) -> Option<Candidate> {
    let word = &words.list[index];
    if word.len() < 3 || !matches!(word.tag, "nz" | "nr" | "nrt" | "x" | "ns" | "nt") || word.stop().is_some()
    {
        return None;
    }
    let last = word.text.char_indices().next_back()?.0;
    let class = LISTS.place_suffixes.get(&word.text[last..])?;
    let sure = *class == PlaceSuffix::Division || word.tag == "ns";
    sure.then_some(Candidate {
        start: word.start,
        end: word.end,
        kind: Place,
        score: 290,
        because: "place-suffix",
    })
}

/// A name before a word such as 县, 湖 or 大街.
#[inline(never)]
fn with_suffix(words: &Words, index: usize, class: PlaceSuffix, lexicon: &Lexicon) -> Option<Candidate> {
    let suffix = &words.list[index];
    let before = words.before(index)?;
    if before.is_mark() || before.stop().is_some() || words.list[index].first {
        return None;
    }
    // 中华路 + 街道
    if matches!(suffix.text, "街" | "路")
        && (before.text.ends_with(['路', '街']) || words.after(index).is_some_and(|next| next.text == "道"))
    {
        return None;
    }
    let end = suffix.end;
    // 黔东南 + 苗族 + 侗族 + 自治州
    let mut nations = index;
    while nations > 1
        && index - nations < 8
        && !words.list[nations - 1].first
        && words.list[nations - 1].text.ends_with('族')
    {
        nations -= 1;
    }
    if nations < index && suffix.text.starts_with("自治") && is_place(words, nations - 1) {
        let start = words.list[nations - 1].start;
        return Some(Candidate { start, end, kind: Place, score: 340, because: "place-suffix" });
    }
    // known name + suffix: 江北 + 区, 重庆 + 高新区, 北京 + 机场
    let county = suffix.len() == 1 && before.len() >= 2 && !lexicon.places(before.text).is_empty();
    if is_place(words, index - 1) || county || before.is_person() && before.len() >= 2 {
        let doubled = before.text.ends_with(suffix.text)
            || class == PlaceSuffix::Division
                && suffix.len() == 1
                && before.text.ends_with(['省', '市', '县', '区', '州', '国', '镇', '乡']);
        if doubled && !matches!(suffix.text, "村") {
            return None;
        }
        let mut first = index - 1;
        // 天津 + 河北 + 体育场: a site keeps the places before it that stand close
        if class == PlaceSuffix::Site && suffix.len() >= 2 {
            while first > 0 && !words.list[first].first && is_place(words, first - 1) && index - first < 2 {
                first -= 1;
            }
        }
        let because = if class == PlaceSuffix::Site { "place-site" } else { "place-suffix" };
        return Some(Candidate { start: words.list[first].start, end, kind: Place, score: 330, because });
    }
    unknown_name(words, index, class)
}

/// 坪上 + 村, 劳特塔瓦尔 + 湖: the words before the suffix are in no list; what stands before them decides.
fn unknown_name(words: &Words, index: usize, class: PlaceSuffix) -> Option<Candidate> {
    let suffix = &words.list[index];
    let mut first = index;
    let mut length = 0;
    let mut proper = false;
    while first > 0 && !words.list[first].first {
        let word = &words.list[first - 1];
        if !may_be_in_name(words, first - 1) || length + word.len() > LONGEST_NAME {
            break;
        }
        length += word.len();
        proper |= matches!(word.tag, "nz" | "nr" | "nrt" | "nrfg" | "x" | "ns");
        first -= 1;
        if word.len() >= 2 && matches!(word.tag, "nz" | "nr" | "nrt" | "x") {
            break;
        }
    }
    if first == index || length < 1 {
        return None;
    }
    let name = &words.list[first..index];
    let single = name.iter().all(|word| word.len() == 1);
    let after_place = first > 0 && !words.list[first].first && {
        let before = &words.list[first - 1];
        is_place(words, first - 1)
            || before.text.ends_with(['县', '市', '镇', '乡', '区', '省', '州'])
                && before.tag.starts_with('n')
    };
    let common = name
        .iter()
        .any(|word| word.len() >= 2 && !matches!(word.tag, "nz" | "nr" | "nrt" | "nrfg" | "x" | "ns"));
    let ok = match class {
        // 青石县柳溪乡: a common word before 县 is a name when a smaller place follows
        PlaceSuffix::Division if common && name.len() == 1 && length == 2 && !after_place => {
            matches!(suffix.text, "县" | "市" | "区" | "镇" | "乡") && smaller_place_follows(words, index)
                || is_called(words, index)
        }
        PlaceSuffix::Division
            if matches!(
                suffix.text,
                "县" | "镇" | "乡" | "村" | "州" | "旗" | "屯" | "苏木" | "嘎查" | "街道" | "社区"
            ) =>
        {
            (after_place && length <= 4 || proper && !common || single && (2..=3).contains(&length))
                && length <= 5
        }
        PlaceSuffix::Division if suffix.len() == 1 => {
            (after_place || single) && (2..=4).contains(&length) && !common
        }
        PlaceSuffix::Division => after_place && length <= 4 || proper && !common && length >= 2,
        PlaceSuffix::Feature => {
            proper && !common || (single || after_place) && (2..=4).contains(&length) && !common
        }
        PlaceSuffix::Site if suffix.len() == 1 => {
            proper
                && !common
                && length >= 2
                && matches!(suffix.text, "路" | "街" | "站" | "桥" | "寺" | "巷" | "线")
        }
        PlaceSuffix::Site => proper && !common && length >= 2 || after_place && length <= 4,
    };
    if !ok {
        return None;
    }
    let mut start = words.list[first].start;
    if class == PlaceSuffix::Site && after_place {
        start = words.list[first - 1].start;
    }
    let because = if class == PlaceSuffix::Site { "place-site" } else { "place-suffix" };
    Some(Candidate { start, end: suffix.end, kind: Place, score: 250, because })
}

/// 红旗村党支部, 石榴村村民: a plain noun names the village of those who are spoken of, unless it says what kind it is.
fn is_called(words: &Words, index: usize) -> bool {
    const KINDS: [&str; 22] = [
        "贫困", "示范", "文明", "行政", "自然", "山区", "中心", "农业", "专业", "移民", "民族", "边境",
        "试点", "先进", "模范", "生态", "旅游", "革命", "景区", "城郊", "平原", "牧业",
    ];
    const OWN: [&str; 9] = ["党支部", "党总支", "党委", "支部", "支书", "村委会", "村民", "村支书", "村主任"];
    let (suffix, name) = (&words.list[index], &words.list[index - 1]);
    let own = || words.after(index).is_some_and(|next| OWN.iter().any(|own| next.text.starts_with(own)));
    suffix.text == "村" && name.tag == "n" && name.len() == 2 && !KINDS.contains(&name.text) && own()
}

fn smaller_place_follows(words: &Words, index: usize) -> bool {
    const SMALLER: [char; 3] = ['镇', '乡', '村'];
    let Some(next) = words.after(index).filter(|next| !next.is_mark()) else { return false };
    let second = words.after(index + 1);
    next.len() >= 3 && next.text.ends_with(SMALLER)
        || second.is_some_and(|word| matches!(word.text, "镇" | "乡" | "村" | "街道"))
}

fn may_be_in_name(words: &Words, index: usize) -> bool {
    let word = &words.list[index];
    if word.is_mark() || word.stop().is_some() || word.title().is_some() || is_place(words, index) {
        return false;
    }
    let tag = word.tag;
    let function = matches!(
        tag,
        "p" | "c"
            | "u"
            | "uj"
            | "ul"
            | "uv"
            | "ud"
            | "ug"
            | "uz"
            | "d"
            | "r"
            | "rr"
            | "rz"
            | "m"
            | "mq"
            | "t"
            | "y"
            | "e"
            | "f"
            | "q"
            | "k"
            | "h"
            | "eng"
    );
    !function
        && (word.len() == 1 && word.text.chars().all(crate::source::chars::is_han)
            || matches!(tag, "n" | "nz" | "nr" | "nrt" | "nrfg" | "x" | "ns" | "j" | "b" | "s"))
}
