//! Short forms that the page itself teaches: 江南船舶科技股份有限公司（以下简称“江南船科”）.

use super::choose::Candidate;
use crate::page::EntityType::Organization;
use crate::sorting;
use rustc_hash::FxHashSet;
use std::collections::BTreeMap;

/// Short forms with the full names they stand for.
#[derive(Debug, Default)]
pub(crate) struct ShortForms {
    full: BTreeMap<String, String>,
}

/// How a text introduces a short form, directly after the full name.
const CUES: [&str; 7] = ["（以下简称", "（以下统称", "（下称", "（简称", "（以下称", "，简称", "（又称"];
/// The same after other words in the brackets.
const LATER_CUES: [&str; 4] = ["以下简称", "下称", "简称", "以下称"];
/// Most characters of such a bracket.
const LONGEST_BRACKET: usize = 40;
/// Longest short form in characters.
const LONGEST: usize = 12;

impl ShortForms {
    /// Those taught after the chosen bodies, and those that are a body's own end (石景山发电总厂 for
    /// 北京石景山发电总厂) when only one body on the page ends so.
    pub(crate) fn read(text: &str, chosen: &[Candidate]) -> ShortForms {
        let mut full = BTreeMap::new();
        for body in chosen.iter().filter(|candidate| candidate.kind == Organization) {
            if let Some(short) = taught_after(&text[body.end..]) {
                full.entry(short.to_string()).or_insert_with(|| text[body.start..body.end].to_string());
            }
        }
        let names: FxHashSet<&str> = chosen
            .iter()
            .filter(|candidate| candidate.kind == Organization)
            .map(|body| &text[body.start..body.end])
            .collect();
        let mut endings: Vec<(String, &str)> =
            names.into_iter().map(|name| (name.chars().rev().collect(), name)).collect();
        sorting::by(&mut endings, |a, b| a.0.cmp(&b.0));
        for pair in endings.windows(2) {
            let ((short_reversed, short), (long_reversed, long)) = (&pair[0], &pair[1]);
            let extra = long.chars().count().saturating_sub(short.chars().count());
            if long_reversed.starts_with(short_reversed.as_str())
                && short.chars().count() >= 5
                && (2..=4).contains(&extra)
            {
                full.entry(short.to_string()).or_insert_with(|| long.to_string());
            }
        }
        ShortForms { full }
    }

    /// The full name behind a short form.
    pub(crate) fn full(&self, name: &str) -> Option<String> {
        self.full.get(name).cloned()
    }

    /// The short forms.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.full.keys().map(String::as_str)
    }
}

fn taught_after(rest: &str) -> Option<&str> {
    // （688999.SH，下称“宏远生物”）: something else may stand first
    let bracket = rest.strip_prefix('（').and_then(|inner| inner.split_once('）')).map(|(inner, _)| inner);
    let later = bracket.filter(|inner| inner.chars().count() <= LONGEST_BRACKET).and_then(|inner| {
        let cue = LATER_CUES.iter().find_map(|cue| inner.find(cue))?;
        Some('（'.len_utf8() + cue)
    });
    let direct = CUES.iter().find(|cue| rest.starts_with(**cue)).map(|cue| cue.len());
    let in_bracket = later.map(|at| {
        at + LATER_CUES.iter().find(|cue| rest[at..].starts_with(**cue)).map_or(0, |cue| cue.len())
    });
    if let (None, None, Some(letters)) = (direct, in_bracket, bracket) {
        // 世界卫生组织（WHO）
        let abbreviation =
            (2..=8).contains(&letters.len()) && letters.bytes().all(|byte| byte.is_ascii_uppercase());
        return abbreviation.then_some(letters);
    }
    let rest = rest[direct.or(in_bracket)?..].trim_start_matches(['：', ':', '为']);
    let (rest, closing): (&str, &[char]) = match rest.chars().next()? {
        '“' => (&rest['“'.len_utf8()..], &['”']),
        '「' => (&rest['「'.len_utf8()..], &['」']),
        _ => (rest, &['）', '，', '。', '；']),
    };
    let mut length = 0;
    for (at, c) in rest.char_indices() {
        if closing.contains(&c) {
            return (length >= 2).then(|| &rest[..at]);
        }
        length += 1;
        if length > LONGEST || c == '\n' {
            return None;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_form_stands_in_brackets_after_the_name() {
        for (rest, expected) in [
            ("（以下简称“江南船科”）昨日", Some("江南船科")),
            ("（简称江南船科）昨日", Some("江南船科")),
            ("（下称「江科」）", Some("江科")),
            ("（600123.SH，下称“江南船科”）", Some("江南船科")),
            ("（JNC）", Some("JNC")),
            ("（江南）昨日", None),
            ("（以下简称“甲”）", None),
            ("（以下简称这是一个没有结束的括号里面的长句子", None),
        ] {
            assert_eq!(taught_after(rest), expected, "{rest}");
        }
    }
}
