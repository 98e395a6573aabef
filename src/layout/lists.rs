//! The word lists of this room, from `lexicon/` at the top of the repository.

use std::sync::LazyLock;

macro_rules! lists {
    ($($(#[$doc:meta])* $name:ident: $file:literal $section:literal;)+) => {$(
        $(#[$doc])*
        pub static $name: LazyLock<Vec<&'static str>> =
            LazyLock::new(|| section(include_str!(concat!("../../lexicon/", $file)), $section));
    )+};
}

lists! {
    /// Role words before names.
    ROLES_BEFORE: "bylines.txt" "before";
    /// Role words after names.
    ROLES_AFTER: "bylines.txt" "after";
    /// What opens a dispatch line.
    AGENCIES: "bylines.txt" "agencies";
    /// 责任编辑 …
    PRODUCTION: "page-furniture.txt" "production";
    /// 国内统一刊号 …
    IMPRINT: "page-furniture.txt" "imprint";
    /// 星期 …
    WEEKDAYS: "page-furniture.txt" "weekdays";
    /// …强调
    KICKER_ENDS: "headlines.txt" "kicker-ends";
    /// 社论 …
    COMMENT: "headlines.txt" "comment";
    /// 公告 …
    NOTICE: "headlines.txt" "notice";
    /// 编者按 …
    LABELS: "headlines.txt" "labels";
    /// 同志们 …
    ADDRESSED: "headlines.txt" "addressed";
    /// …讲话
    SPEECH: "headlines.txt" "speech";
    /// 图为 …
    CAPTION_STARTS: "captions.txt" "starts";
    /// …摄
    CAPTION_ENDS: "captions.txt" "ends";
    /// 日前 …
    OPENERS: "paragraph-openers.txt" "";
    /// Surnames of one and two characters.
    SURNAMES: "surnames.txt" "";
}

/// The lines of a section; the one before the first heading is named "".
fn section(text: &'static str, name: &str) -> Vec<&'static str> {
    let mut current = "";
    let mut words = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(heading) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            current = heading;
        } else if current == name {
            words.extend(line.split_whitespace());
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_has_words() {
        for list in [
            &ROLES_BEFORE,
            &ROLES_AFTER,
            &AGENCIES,
            &PRODUCTION,
            &IMPRINT,
            &WEEKDAYS,
            &KICKER_ENDS,
            &COMMENT,
            &NOTICE,
            &LABELS,
            &ADDRESSED,
            &SPEECH,
            &CAPTION_STARTS,
            &CAPTION_ENDS,
            &OPENERS,
            &SURNAMES,
        ] {
            assert!(list.len() > 4, "{list:?}");
        }
    }
}
