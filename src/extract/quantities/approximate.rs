//! Words of approximation and comparison, as bounds: 近 多 以上 不到 大于 比…低.

use super::{Found, Scan};
use crate::source::chars::CharSet;
use rust_decimal::Decimal;
use std::sync::LazyLock;

/// What a word says of the number beside it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    /// The number is the least.
    Least,
    /// The number is the most.
    Most,
    /// The number is about right.
    About,
}

use Side::{About, Least, Most};

/// Before the number. Longest first where one ends another.
static BEFORE: &[(&str, Side)] = &[
    ("大于或者等于", Least),
    ("大于或等于", Least),
    ("大于等于", Least),
    ("小于或者等于", Most),
    ("小于或等于", Most),
    ("小于等于", Most),
    ("不少于", Least),
    ("不低于", Least),
    ("不小于", Least),
    ("不下于", Least),
    ("不多于", Most),
    ("不高于", Most),
    ("不大于", Most),
    ("不超过", Most),
    ("不超", Most),
    ("至少是", Least),
    ("至少有", Least),
    ("至少为", Least),
    ("至少", Least),
    ("最少有", Least),
    ("最少是", Least),
    ("最少为", Least),
    ("最少", Least),
    ("起码", Least),
    ("不下", Least),
    ("至多是", Most),
    ("至多有", Most),
    ("至多为", Most),
    ("至多", Most),
    ("最多是", Most),
    ("最多有", Most),
    ("最多为", Most),
    ("最多", Most),
    ("超过了", Least),
    ("超过", Least),
    ("超出", Least),
    ("突破了", Least),
    ("突破", Least),
    ("大于", Least),
    ("多于", Least),
    ("高于", Least),
    ("逾", Least),
    ("超", Least),
    ("破", Least),
    ("多达", About),
    ("高达", About),
    ("小于", Most),
    ("少于", Most),
    ("低于", Most),
    ("不到", Most),
    ("不足", Most),
    ("未满", Most),
    ("不满", Most),
    ("未到", Most),
    ("不及", Most),
    ("将近", Most),
    ("接近", Most),
    ("逼近", Most),
    ("近", Most),
    (">=", Least),
    ("≥", Least),
    ("≧", Least),
    (">", Least),
    ("<=", Most),
    ("≤", Most),
    ("≦", Most),
    ("<", Most),
    ("大约", About),
    ("大概", About),
    ("大致", About),
    ("约为", About),
    ("约", About),
    ("差不多", About),
    ("上下", About),
    ("上", Least),
    ("过", Least),
    ("成", Least),
];

/// After the number and its unit.
static AFTER: &[(&str, Side)] = &[
    ("或者以上", Least),
    ("或以上", Least),
    ("及以上", Least),
    ("和以上", Least),
    ("以上", Least),
    ("之上", Least),
    ("开外", Least),
    ("往上", Least),
    ("有余", Least),
    ("出头", Least),
    ("不止", Least),
    ("或者以下", Most),
    ("或以下", Most),
    ("及以下", Most),
    ("和以下", Most),
    ("以下", Most),
    ("之下", Most),
    ("以内", Most),
    ("之内", Most),
    ("不到", Most),
    ("左右", About),
    ("上下", About),
    ("前后", About),
];

/// Words that end in 近, 超, 破, 上, 过 and are none of approximation.
static NOT_BEFORE: &[&str] = &[
    "附近",
    "最近",
    "邻近",
    "临近",
    "靠近",
    "亲近",
    "就近",
    "远近",
    "新近",
    "走近",
    "贴近",
    "中超",
    "英超",
    "赶超",
    "反超",
    "高超",
    "山西超",
    "苏超",
    "打破",
    "攻破",
    "侦破",
    "爆破",
    "识破",
    "年满",
    "早上",
    "晚上",
    "以上",
    "网上",
    "线上",
    "会上",
    "身上",
    "赶上",
    "加上",
    "用上",
    "献上",
    "送上",
    "开上",
    "坐上",
    "上上",
    "世界上",
    "路上",
    "地上",
    "街上",
    "基础上",
    "经过",
    "通过",
    "度过",
    "超过",
    "见过",
    "去过",
    "走过",
    "看过",
    "做过",
    "办过",
    "到过",
    "建成",
    "完成",
    "形成",
    "达成",
    "组成",
    "构成",
    "分成",
    "变成",
    "制成",
    "合成",
    "编成",
    "养成",
    "促成",
    "集成",
    "大成",
    "收成",
    "生成",
    "落成",
    "造成",
    "做成",
    "干成",
    "签成",
];

/// Whether a word of [`BEFORE`] ends with this character.
fn ends_before(c: char) -> bool {
    static LAST: LazyLock<CharSet> =
        LazyLock::new(|| CharSet::new(BEFORE.iter().filter_map(|(word, _)| word.chars().next_back())));
    LAST.has(c)
}

/// Whether a word of [`AFTER`] begins with this character.
fn begins_after(c: char) -> bool {
    static FIRST: LazyLock<CharSet> =
        LazyLock::new(|| CharSet::new(AFTER.iter().filter_map(|(word, _)| word.chars().next())));
    FIRST.has(c)
}

/// Where a natural ceiling ends what 以上 opens: percents and shares of a whole.
fn ceiling(item: &Found, value: Decimal) -> Option<Decimal> {
    match item.kind {
        "percent" if item.unit == Some("%") && value <= Decimal::ONE_HUNDRED => Some(Decimal::ONE_HUNDRED),
        "fraction" if value <= Decimal::ONE => Some(Decimal::ONE),
        _ => None,
    }
}

fn set(item: &mut Found, side: Side) {
    let (low, high) = match item.bounds {
        Some([low, high]) => (low, high),
        None => (item.value, item.value),
    };
    match side {
        Least => {
            let Some(low) = low else { return };
            // 超过30—50 keeps both ends
            let open = item.bounds.is_none() || item.value.is_some();
            item.bounds = Some([Some(low), if open { ceiling(item, low) } else { high }]);
            item.one_sided = open;
        }
        Most => {
            let Some(high) = high else { return };
            let open = item.bounds.is_none() || item.value.is_some();
            item.bounds = Some([if open { None } else { low }, Some(high)]);
            item.one_sided = open;
        }
        About => {}
    }
}

/// Takes the words of approximation on both sides into the quantity. `floor`: nothing before it is touched.
pub(super) fn bound(scan: &Scan, mut item: Found, floor: usize) -> Found {
    if item.kind == "ordinal" {
        return item;
    }
    let glyphs = scan.glyphs;
    // 三年多, 两米多, 100元余
    if item.value.is_some()
        && item.bounds.is_none()
        && !item.bare
        && matches!(glyphs.at(item.end), '多' | '余')
    {
        let next = glyphs.at(item.end + 1);
        let word = matches!(
            next,
            '样' | '种'
                | '个'
                | '名'
                | '元'
                | '家'
                | '数'
                | '少'
                | '次'
                | '方'
                | '边'
                | '层'
                | '地'
                | '点'
                | '重'
                | '彩'
        ) || super::words::begins_word(scan, item.end, item.end + 1);
        if let (false, Some(value)) = (word, item.value) {
            item.bounds = Some([Some(value), value.checked_add(Decimal::ONE)]);
            item.end += 1;
            item.because = "more-than";
        }
    }
    let after = begins_after(glyphs.at(item.end))
        .then(|| AFTER.iter().find(|(word, _)| glyphs.has(item.end, word)))
        .flatten();
    if let Some((word, side)) = after {
        let end = item.end + word.chars().count();
        // 县级以上, 两层之上的房间: only a number is bounded
        set(&mut item, *side);
        item.end = end;
        item.because = match side {
            Least => "at-least",
            Most => "at-most",
            About => "about",
        };
        if *side != About {
            item.bare = false;
        }
    }
    if glyphs.before(item.start) == '比' && item.bounds.is_none() {
        let side = match glyphs.at(item.end) {
            '低' | '小' | '少' | '矮' | '短' | '轻' => Some(Most),
            '高' | '大' | '多' | '长' | '重' | '贵' => Some(Least),
            _ => None,
        };
        if let Some(side) = side {
            set(&mut item, side);
            (item.start, item.end, item.because) = (item.start - 1, item.end + 1, "compared-with");
            return item;
        }
    }
    let at_start = |(word, side): &'static (&'static str, Side)| {
        let start = glyphs.beginning(item.start, word).filter(|start| *start >= floor)?;
        Some((word, side, start))
    };
    let before = ends_before(glyphs.before(item.start)).then(|| BEFORE.iter().find_map(at_start)).flatten();
    if let Some((word, side, start)) = before {
        let round = item.because == "round-unit";
        let needs_round = matches!(*word, "上" | "过" | "成");
        let other_word = start + 1 == item.start
            && !word.is_ascii()
            && (glyphs.longest_before(item.start, NOT_BEFORE).is_some() || inside_longer(scan, start));
        if !(needs_round && !round || other_word) {
            set(&mut item, *side);
            item.start = start;
            if item.because != "at-least" && item.because != "at-most" {
                item.because = match side {
                    Least => "at-least",
                    Most => "at-most",
                    About => "about",
                };
            }
            if *side != About {
                item.bare = false;
            } else if round {
                item.one_sided = true;
            }
        }
    }
    if item.because == "at-least" && item.one_sided && item.unit.is_none() {
        item.bare = false;
    }
    item
}

/// 近 as the end of 附近: its word began before it.
fn inside_longer(scan: &Scan, at: usize) -> bool {
    let (from, to) = scan.glyphs.bytes(at, at + 1);
    scan.token_at(from)
        .is_some_and(|token| scan.reading.tokens.start[token] < from && scan.reading.tokens.end[token] == to)
}
