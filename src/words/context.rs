//! Tags that the neighbours decide, for the commonest words of several classes.

use super::Token;
use crate::lexicon::filters::{Edge, outline};
use std::sync::LazyLock;

/// Retags the words of a text in place.
pub(super) fn retag(text: &str, tokens: &mut [Token]) {
    // the words of the match below
    static SEVERAL: LazyLock<Edge> = LazyLock::new(|| Edge::of("了与和同跟来起上下出到为多一在"));
    let several = &*SEVERAL;
    for i in 0..tokens.len() {
        let token = tokens[i];
        if token.end - token.start != 3 {
            continue; // all of them have one character
        }
        let word = &text[token.start as usize..token.end as usize];
        if !several.has(outline(word).0) {
            continue;
        }
        let Some(word) = word.chars().next() else { continue };
        let before = i.checked_sub(1).map_or("w", |i| tokens[i].tag);
        let after = tokens.get(i + 1).map_or("w", |token| token.tag);
        let tag = match word {
            '了' if after == "w" && !before.starts_with('m') => {
                let next =
                    tokens.get(i + 1).map_or("。", |next| &text[next.start as usize..next.end as usize]);
                if matches!(next, "，" | "、" | ",") { "ul" } else { "y" }
            }
            '与' | '和' | '同' | '跟' if nominal(before) && nominal(after) => "c",
            '与' | '同' if before == "w" || before == "d" || before.starts_with('v') => "p",
            '来' if matches!(before, "t" | "q" | "m") || before == "n" && after == "w" => "f",
            '起' if matches!(before, "t" | "q") => "f",
            '上' | '下' | '起' | '出' | '到' if before.starts_with('v') => "v",
            '为' if matches!(after, "m" | "q" | "b")
                || after == "n" && nominal(before) && !verb_follows(tokens, i) =>
            {
                "v"
            }
            '多' if before == "m" => "m",
            '多' if after.starts_with('v') => "a",
            '一' if after.starts_with('v') && before != "m" => "d",
            '在' if after == "w" => "v",
            _ => continue,
        };
        tokens[i].tag = tag;
    }
}

fn nominal(tag: &str) -> bool {
    matches!(tag.as_bytes().first(), Some(b'n' | b'r' | b'j' | b's' | b'l')) || tag == "vn" || tag == "an"
}

/// A verb stands in the same clause, not straight after the word.
fn verb_follows(tokens: &[Token], at: usize) -> bool {
    tokens[at + 1..]
        .iter()
        .take(12)
        .take_while(|token| token.tag != "w")
        .skip(1)
        .any(|token| token.tag == "v")
}
