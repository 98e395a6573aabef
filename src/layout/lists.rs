//! The word lists of this room, from `lexicon/` at the top of the repository.

use crate::lexicon::filters::{Edge, Edges, low};
use crate::lists::section;
use std::collections::BTreeMap;
use std::ops::Deref;
use std::sync::LazyLock;

/// Words, asked for at the start or end of a line. Most lines are answered by one character.
pub struct WordList {
    words: Vec<&'static str>,
    by_first: Grouped,
    by_last: Grouped,
}

/// The words by the character at one of their edges, in order of these.
struct Grouped {
    edge: Edge,
    groups: Vec<(char, Vec<&'static str>)>,
}

impl Grouped {
    fn new(words: &[&'static str], of: impl Fn(&str) -> Option<char>) -> Grouped {
        let (mut edge, mut groups) = (Edge::new(), BTreeMap::<char, Vec<&'static str>>::new());
        for (c, word) in words.iter().filter_map(|word| Some((of(word)?, *word))) {
            edge.add(Some(c));
            groups.entry(c).or_default().push(word);
        }
        Grouped { edge, groups: groups.into_iter().collect() }
    }

    fn with(&self, c: Option<char>) -> &[&'static str] {
        let found = c.filter(|_| self.edge.may_be(c)).and_then(|c| {
            let at = self.groups.binary_search_by_key(&c, |(other, _)| *other).ok()?;
            Some(&self.groups[at].1[..])
        });
        found.unwrap_or_default()
    }
}

impl WordList {
    fn new(words: Vec<&'static str>) -> WordList {
        let by_first = Grouped::new(&words, |word| word.chars().next());
        let by_last = Grouped::new(&words, |word| word.chars().next_back());
        WordList { words, by_first, by_last }
    }

    /// Whether the whole text is one of the words.
    pub fn has(&self, text: &str) -> bool {
        self.by_first.with(text.chars().next()).contains(&text)
    }

    /// The words that the text begins with.
    pub fn beginning<'a>(&'a self, text: &'a str) -> impl Iterator<Item = &'static str> + 'a {
        let words = self.by_first.with(text.chars().next());
        words.iter().copied().filter(move |word| text.starts_with(word))
    }

    /// The words that the text ends with.
    pub fn ending<'a>(&'a self, text: &'a str) -> impl Iterator<Item = &'static str> + 'a {
        let words = self.by_last.with(text.chars().next_back());
        words.iter().copied().filter(move |word| text.ends_with(word))
    }

    /// Whether one of the words stands in the text.
    pub fn inside(&self, text: &str) -> bool {
        let begins = |(at, c)| self.by_first.with(Some(c)).iter().any(|word| text[at..].starts_with(word));
        text.char_indices().any(begins)
    }
}

impl Deref for WordList {
    type Target = [&'static str];

    fn deref(&self) -> &Self::Target {
        &self.words
    }
}

macro_rules! lists {
    ($($(#[$doc:meta])* $name:ident: $file:literal $section:literal;)+) => {$(
        $(#[$doc])*
        pub static $name: LazyLock<WordList> =
            LazyLock::new(|| WordList::new(section(include_str!(concat!("../../lexicon/", $file)), $section)));
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
    /// 要闻 …
    SECTIONS: "page-furniture.txt" "sections";
    /// …日报
    MASTHEADS: "page-furniture.txt" "mastheads";
    /// 星期 …
    WEEKDAYS: "page-furniture.txt" "weekdays";
    /// …强调
    KICKER_ENDS: "headlines.txt" "kicker-ends";
    /// 社论 …
    COMMENT: "headlines.txt" "comment";
    /// 如何 …
    ASK_FIRST: "headlines.txt" "ask-first";
    /// … 什么
    ASK_LAST: "headlines.txt" "ask-last";
    /// 公告 …
    NOTICE: "headlines.txt" "notice";
    /// 编者按 …
    LABELS: "headlines.txt" "labels";
    /// 核心阅读 …
    BOXES: "headlines.txt" "boxes";
    /// Boxes between a headline and its body.
    LEAD_BOXES: "headlines.txt" "lead-boxes";
    /// …局
    SIGNING: "headlines.txt" "signing";
    /// 问 …
    SPEAKERS: "headlines.txt" "speakers";
    /// 联系电话 …
    CONTACTS: "headlines.txt" "contacts";
    /// 同志们 …
    ADDRESSED: "headlines.txt" "addressed";
    /// 编辑 …
    LETTERS: "headlines.txt" "letters";
    /// …讲话
    SPEECH: "headlines.txt" "speech";
    /// 图为 …
    CAPTION_STARTS: "captions.txt" "starts";
    /// …摄
    CAPTION_ENDS: "captions.txt" "ends";
    /// 日前 …
    OPENERS: "paragraph-openers.txt" "openers";
    /// …说
    SAID: "paragraph-openers.txt" "said";
    /// 这 …
    CONTINUERS: "paragraph-openers.txt" "continuers";
    /// Surnames of one and two characters.
    SURNAMES: "surnames.txt" "";
}

/// Lists that are asked for at the start of a line, and what else begins with few characters: a bit each.
pub mod starts {
    /// [`AGENCIES`](super::AGENCIES) and 【.
    pub const DISPATCH: u16 = 1;
    /// [`OPENERS`](super::OPENERS).
    pub const OPENER: u16 = 1 << 1;
    /// [`CONTINUERS`](super::CONTINUERS).
    pub const CONTINUER: u16 = 1 << 2;
    /// [`LABELS`](super::LABELS) and [`BOXES`](super::BOXES).
    pub const LABEL: u16 = 1 << 3;
    /// [`ASK_FIRST`](super::ASK_FIRST).
    pub const ASKS: u16 = 1 << 4;
    /// [`CAPTION_STARTS`](super::CAPTION_STARTS).
    pub const CAPTION: u16 = 1 << 5;
    /// Digits and numerals.
    pub const NUMBER: u16 = 1 << 6;
    /// A bracket, or a continuation mark without one.
    pub const BRACKET: u16 = 1 << 7;
    /// [`PRODUCTION`](super::PRODUCTION).
    pub const PRODUCTION: u16 = 1 << 8;
    /// [`IMPRINT`](super::IMPRINT).
    pub const IMPRINT: u16 = 1 << 9;
    /// [`ROLES_BEFORE`](super::ROLES_BEFORE).
    pub const ROLE: u16 = 1 << 10;
    /// An enumerator.
    pub const ENUMERATOR: u16 = 1 << 11;
}

/// Lists that are asked for at the end of a line: a bit each.
pub mod ends {
    /// [`CAPTION_ENDS`](super::CAPTION_ENDS).
    pub const CAPTION: u16 = 1;
    /// [`KICKER_ENDS`](super::KICKER_ENDS).
    pub const KICKER: u16 = 1 << 1;
    /// [`ASK_LAST`](super::ASK_LAST).
    pub const ASKS: u16 = 1 << 2;
    /// [`ROLES_AFTER`](super::ROLES_AFTER).
    pub const ROLE: u16 = 1 << 3;
}

/// The [`starts`] that a line with this first character may have: never wrong about one that it has.
pub fn starts(first: Option<char>) -> u16 {
    static STARTS: LazyLock<Edges> = LazyLock::new(|| {
        let mut edges = Edges::new();
        for (list, bit) in [
            (&AGENCIES, starts::DISPATCH),
            (&OPENERS, starts::OPENER),
            (&CONTINUERS, starts::CONTINUER),
            (&LABELS, starts::LABEL),
            (&BOXES, starts::LABEL),
            (&ASK_FIRST, starts::ASKS),
            (&CAPTION_STARTS, starts::CAPTION),
            (&PRODUCTION, starts::PRODUCTION),
            (&IMPRINT, starts::IMPRINT),
            (&ROLES_BEFORE, starts::ROLE),
        ] {
            list.iter().for_each(|word| edges.add(word.chars().next(), bit));
        }
        edges.add(Some('【'), starts::DISPATCH);
        let numbers = "0123456789０１２３４５６７８９零一二三四五六七八九十";
        numbers.chars().for_each(|c| edges.add(Some(c), starts::NUMBER));
        let enumerators = "第首其再最百—─（(●■◆★▲□◎◇○▶►•※".chars().chain('\u{2460}'..='\u{2473}');
        let enumerators = enumerators.chain('\u{2776}'..='\u{277f}').chain(numbers.chars());
        enumerators.for_each(|c| edges.add(Some(c), starts::ENUMERATOR));
        "（(【［[上紧接下转".chars().for_each(|c| edges.add(Some(c), starts::BRACKET));
        edges
    });
    first.map_or(0, |c| STARTS.of(low(c)))
}

/// The [`ends`] that a line with this last character may have.
pub fn ends(last: Option<char>) -> u16 {
    static ENDS: LazyLock<Edges> = LazyLock::new(|| {
        let mut edges = Edges::new();
        for (list, bit) in [
            (&CAPTION_ENDS, ends::CAPTION),
            (&KICKER_ENDS, ends::KICKER),
            (&ASK_LAST, ends::ASKS),
            (&ROLES_AFTER, ends::ROLE),
        ] {
            list.iter().for_each(|word| edges.add(word.chars().next_back(), bit));
        }
        edges
    });
    last.map_or(0, |c| ENDS.of(low(c)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_at_both_ends() {
        assert_eq!(AGENCIES.beginning("据新华社电").collect::<Vec<_>>(), ["据新华社"]);
        assert_eq!(KICKER_ENDS.ending("市长在会上强调").next(), Some("强调"));
        assert_eq!(KICKER_ENDS.ending("").next(), None);
    }

    #[test]
    fn every_list_has_words() {
        for list in [
            &ROLES_BEFORE,
            &ROLES_AFTER,
            &AGENCIES,
            &PRODUCTION,
            &IMPRINT,
            &WEEKDAYS,
            &SECTIONS,
            &MASTHEADS,
            &KICKER_ENDS,
            &COMMENT,
            &NOTICE,
            &ASK_FIRST,
            &ASK_LAST,
            &LABELS,
            &BOXES,
            &LEAD_BOXES,
            &CONTACTS,
            &SIGNING,
            &SPEAKERS,
            &ADDRESSED,
            &LETTERS,
            &SPEECH,
            &CAPTION_STARTS,
            &CAPTION_ENDS,
            &OPENERS,
            &CONTINUERS,
            &SAID,
            &SURNAMES,
        ] {
            assert!(list.len() > 4, "{:?}", list.words);
        }
    }
}
