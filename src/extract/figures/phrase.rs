//! Noun phrases: what is counted or measured, cut from the words about a number.

use super::vocabulary::{Role, begins, change_where, ends_where, is};
use crate::extract::WordPlaces;
use crate::page::{Named, Tokens};
use crate::source::chars::is_han;

/// The words of a text, as the figures room walks them.
pub(super) struct Words<'a> {
    pub text: &'a str,
    pub tokens: &'a Tokens,
    pub places: &'a WordPlaces<'a>,
}

/// A stretch of the text in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    pub start: usize,
    pub end: usize,
}

impl Stretch {
    /// Whether nothing is in it.
    pub(super) fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Its text.
    pub(super) fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or("")
    }

    /// Without a bracket or quotation mark at its ends whose other half stands outside: “鱼少装
    fn whole(mut self, text: &str) -> Stretch {
        const PAIRS: [(char, char); 5] = [('“', '”'), ('‘', '’'), ('《', '》'), ('（', '）'), ('「', '」')];
        let inside = self.of(text);
        let marked = |c: Option<char>| c.is_some_and(|c| !is_letter(c));
        if !marked(inside.chars().next()) && !marked(inside.chars().next_back()) {
            return self;
        }
        for (open, close) in PAIRS {
            let inside = self.of(text);
            if inside.starts_with(open) && !inside.contains(close) {
                self.start += open.len_utf8();
            } else if inside.ends_with(close) && !inside.contains(open) {
                self.end -= close.len_utf8();
            }
        }
        self
    }

    /// As a record of the contract.
    pub(super) fn named(self, text: &str) -> Named {
        let whole = self.whole(text);
        let whole = if whole.is_empty() { self } else { whole };
        whole.record(text)
    }

    fn record(self, text: &str) -> Named {
        Named { text: without_space(self.of(text)), start: self.start as u32, end: self.end as u32 }
    }
}

fn without_space(text: &str) -> String {
    if text.contains(char::is_whitespace) {
        text.chars().filter(|c| !c.is_whitespace()).collect()
    } else {
        text.to_string()
    }
}

/// A character of words: most are Chinese, which is told at once.
fn is_letter(c: char) -> bool {
    is_han(c) || c.is_alphanumeric()
}

/// A phrase longer than this (in bytes) is a sentence and no name of an indicator.
const LONGEST: usize = 26 * 3;

/// The words before a number are looked at this far back.
const WORDS: usize = 48;

/// As `partition_point`, where few items are expected to hold.
fn count_from<T>(items: &[T], holds: impl Fn(&T) -> bool) -> usize {
    let mut reach = 8;
    while items.get(reach).is_some_and(&holds) {
        reach *= 2;
    }
    items[..reach.min(items.len())].partition_point(holds)
}

impl Words<'_> {
    /// The words that lie in a stretch, as index range.
    pub(super) fn within(&self, stretch: Stretch) -> std::ops::Range<usize> {
        let first = self.places.at_or_after(stretch.start as u32);
        first..first + count_from(&self.tokens.end[first..], |end| (*end as usize) <= stretch.end)
    }

    /// Whether a word begins at a byte of the text.
    pub(super) fn begins_word(&self, byte: usize) -> bool {
        self.tokens.start.get(self.places.at_or_after(byte as u32)) == Some(&(byte as u32))
    }

    fn word(&self, k: usize) -> &str {
        &self.text[self.tokens.start[k] as usize..self.tokens.end[k] as usize]
    }

    fn tag(&self, k: usize) -> u8 {
        self.tokens.tag[k].as_bytes().first().copied().unwrap_or(b'x')
    }

    /// The noun phrase that the words before a number make, without what leads in and what leads on to the number.
    pub(super) fn before(&self, stretch: Stretch) -> Option<Stretch> {
        let mut stretch = stretch;
        let all = self.within(stretch);
        if all.len() > WORDS {
            stretch.start = self.tokens.start[all.end - WORDS] as usize;
        }
        let mut stretch = self.trim_end(self.trim_start(stretch));
        // 老年人、患病者、残疾人的比例; but a list of clauses before it is none of it
        let range = self.within(stretch);
        // the object of a light verb: 实现营业收入, 全市完成固定资产投资
        if let Some(k) = range.clone().rev().find(|k| {
            is(self.word(*k), Role::Light) && matches!(self.tag(*k), b'v' | b'p' | b'd' | b'b') && k + 1 < range.end
                // 化解率: the verb is part of the noun
                && !(self.tag(*k + 1) == b'n' && self.word(*k + 1).chars().count() == 1)
                // 粮食种植面积, 出院病例: so it is in the name of a measure
                && !(is(self.word(*k + 1), Role::Measure)
                    && k + 2 == range.end
                    && !is(self.word(*k), Role::Pure))
        }) {
            let object = Stretch { start: self.tokens.start[k + 1] as usize, end: stretch.end };
            let object = self.trim_start(object);
            if !object.is_empty() {
                stretch = object;
            }
        }
        // 产业链强链补链、产值: the last part alone, unless the parts are short names of one kind
        let text = stretch.of(self.text);
        if let Some((head, tail)) = text.rsplit_once('、') {
            let short = head.split('、').all(|part| part.chars().count() <= 8);
            if !short && !tail.contains('的') {
                stretch.start = stretch.end - tail.len();
            }
        }
        if stretch.end - stretch.start > LONGEST {
            // the last part of a long clause: behind its last mark or 的 …
            let text = stretch.of(self.text);
            let cut = text.char_indices().rev().find(|(at, c)| {
                matches!(c, '、' | '和' | '与') && stretch.end - stretch.start - at <= LONGEST
            });
            let start = cut.map_or(stretch.end - LONGEST, |(at, c)| stretch.start + at + c.len_utf8());
            let start =
                (start..stretch.end).find(|at| self.text.is_char_boundary(*at)).unwrap_or(stretch.end);
            stretch = self.trim_start(Stretch { start, end: stretch.end });
        }
        (!stretch.is_empty() && stretch.of(self.text).chars().any(|c| is_han(c) || c.is_alphabetic()))
            .then_some(stretch)
    }

    /// Takes off what opens a clause: 其中, 已, 我们, times have been cut off before.
    pub(super) fn trim_start(&self, mut stretch: Stretch) -> Stretch {
        loop {
            let text = stretch.of(self.text);
            let mark = text.chars().next().filter(|c| !is_letter(*c) && !matches!(c, '“' | '《'));
            if let Some(c) = mark {
                stretch.start += c.len_utf8();
                continue;
            }
            let Some(k) =
                self.within(stretch).next().filter(|k| self.tokens.start[*k] as usize == stretch.start)
            else {
                return stretch;
            };
            let word = self.word(k);
            let function = is(word, Role::Lead)
                || matches!(self.tag(k), b'c' | b'p' | b'u' | b't') && word.chars().count() <= 4
                || self.tag(k) == b'd' && word.chars().count() <= 2;
            // 已脱贫人口, 未摘帽县: the adverb belongs to the name
            let names = matches!(word, "未" | "已" | "非" | "新" | "最" | "无" | "不")
                && k + 1 < self.tokens.start.len()
                && self.tag(k + 1) == b'v'
                && self.names_on(k + 1, stretch.end)
                // 平均寿命
                || word == "平均" && k + 1 < self.tokens.start.len() && self.tag(k + 1) == b'n'
                || word == "未";
            if !function || names {
                return stretch;
            }
            stretch.start = self.tokens.end[k] as usize;
            if stretch.is_empty() {
                return stretch;
            }
        }
    }

    /// Whether a noun follows the word `k` directly: 已|脱贫|人口.
    fn names_on(&self, k: usize, end: usize) -> bool {
        k + 1 < self.tokens.start.len()
            && self.tokens.end[k + 1] as usize <= end
            && matches!(self.tag(k + 1), b'n' | b'u')
            && (self.tag(k + 1) == b'n' || self.word(k + 1) == "的")
    }

    /// Takes off what leads on to the number: 同比, 已, 中有, 的.
    pub(super) fn trim_end(&self, mut stretch: Stretch) -> Stretch {
        loop {
            let text = stretch.of(self.text);
            if text.ends_with("占比") {
                return stretch;
            }
            if let Some(rest) = text.strip_suffix("首次") {
                stretch.end = stretch.start + rest.len();
                continue;
            }
            if let Some(c) = text
                .chars()
                .next_back()
                .filter(|c| !is_letter(*c) && !matches!(c, '”' | '》' | ')' | '）' | '%'))
            {
                stretch.end -= c.len_utf8();
                continue;
            }
            let range = self.within(stretch);
            let Some(k) = range.clone().next_back().filter(|k| self.tokens.end[*k] as usize == stretch.end)
            else {
                return stretch;
            };
            let word = self.word(k);
            let tag = self.tag(k);
            let leads = is(word, Role::Per)
                || is(word, Role::Level) && !(matches!(tag, b'n'))
                || matches!(tag, b'd' | b'p' | b'u' | b'c' | b'f' | b'y')
                || is(word, Role::Lead);
            if !leads || range.is_empty() {
                return stretch;
            }
            stretch.end = self.tokens.start[k] as usize;
            if stretch.is_empty() {
                return stretch;
            }
        }
    }

    /// The noun phrase that follows a number in a clause: 驻村工作队, 向中央签了责任书的省份.
    pub(super) fn after(&self, stretch: Stretch) -> Option<Stretch> {
        if let Some(noun) = self.noun(stretch) {
            return Some(noun);
        }
        // a relative clause: …的省份
        let range = self.within(stretch);
        let first = range.start;
        if range.is_empty() || self.tokens.start[first] as usize != stretch.start {
            return None;
        }
        let de = (first..range.end.min(first + 14)).find(|k| self.word(*k) == "的" && k + 1 < range.end)?;
        let tail = self.noun(Stretch { start: self.tokens.start[de + 1] as usize, end: stretch.end })?;
        Some(Stretch { start: stretch.start, end: tail.end })
    }

    /// The noun phrase that begins a stretch.
    fn noun(&self, stretch: Stretch) -> Option<Stretch> {
        let range = self.within(stretch);
        let first = range.start;
        if range.is_empty() || self.tokens.start[first] as usize != stretch.start {
            return None;
        }
        let mut end = first;
        let mut noun = false;
        let mut k = first;
        while k < range.end {
            let (word, tag) = (self.word(k), self.tag(k));
            let nominal = matches!(tag, b'n' | b'j' | b's' | b'l' | b'i' | b'k')
                || matches!(self.tokens.tag[k], "vn" | "an");
            let next = |n: usize| if k + n < range.end { self.tag(k + n) } else { b'x' };
            let joins = matches!(word, "和" | "或" | "及" | "与" | "、" | "以及")
                && noun
                && matches!(next(1), b'n' | b'j' | b'b' | b's' | b'a');
            let describes = matches!(tag, b'a' | b'b' | b'h' | b'z')
                && (matches!(next(1), b'n' | b'j' | b'b' | b'a' | b'v' | b'k'));
            // 未摘帽县, 驻村工作队, 建档立卡: verbs within a name
            let within =
                tag == b'v' && matches!(next(1), b'n' | b'j') && (!noun || word.chars().count() == 1);
            let describes =
                describes || matches!(word, "以上" | "以下") && k > first || tag == b'b' && next(1) == b'f';
            let quoted = matches!(word, "“" | "”" | "《" | "》" | "未" | "已" | "非" | "新");
            if nominal {
                noun = true;
                end = k + 1;
            } else if noun && matches!(word, "”" | "》") {
                end = k + 1;
            } else if !(joins || describes || within || quoted)
                || noun && matches!(word, "已" | "未" | "新" | "“")
            {
                break;
            }
            k += 1;
        }
        if noun && end > first {
            return Some(Stretch { start: stretch.start, end: self.tokens.end[end - 1] as usize });
        }
        None
    }

    /// The single word that ends a clause after a measure word names the things, whatever its tag: 30项举措.
    pub(super) fn only(&self, stretch: Stretch) -> Option<Stretch> {
        let range = self.within(stretch);
        let last = range.clone().find(|k| self.tag(*k) == b'w').unwrap_or(range.end);
        (last == range.start + 1
            && self.tokens.start[range.start] as usize == stretch.start
            && self.word(range.start).chars().count() > 1)
            .then(|| Stretch { start: stretch.start, end: self.tokens.end[range.start] as usize })
    }

    /// The verb phrase after a number, where no noun follows: 宣布摘帽.
    pub(super) fn predicate(&self, stretch: Stretch) -> Option<Stretch> {
        let stretch = self.trim_start(stretch);
        let range = self.within(stretch);
        let last = range.clone().take(5).next_back()?;
        Some(Stretch { start: stretch.start, end: self.tokens.end[last] as usize })
    }

    /// What the last member of a row says for the others too: 人均收入 of 城镇居民和农村居民人均收入, 居民收入 of
    /// 城镇和农村居民收入.
    pub(super) fn shared_head(&self, member: Stretch, last: Stretch) -> &str {
        let (own, others) = (self.within(member), self.within(last));
        let Some(word) = own.clone().next_back().filter(|_| others.len() > 1) else { return "" };
        let same = others.clone().find(|k| self.word(*k) == self.word(word));
        let alike = || {
            let first = others.start;
            let like = self.tag(first) == self.tag(word) && self.word(first).len() == self.word(word).len();
            (own.len() == 1 && like).then_some(first)
        };
        match same.or_else(alike) {
            Some(k) => &self.text[self.tokens.end[k] as usize..last.end],
            None => "",
        }
    }

    /// Whether a phrase is a place or a list of places. In a list a name that no one knows is told by how it ends.
    pub(super) fn are_places(&self, phrase: Stretch) -> bool {
        const KINDS: [char; 9] = ['省', '市', '县', '区', '州', '旗', '镇', '乡', '村'];
        let joins = |k: &usize| matches!(self.word(*k), "、" | "和" | "与" | "及");
        let words: Vec<usize> = self.within(phrase).collect();
        let names = words.split(joins);
        let list = names.clone().count() > 1;
        !words.is_empty()
            && names.into_iter().all(|name| {
                let last = name.last().filter(|_| name.iter().all(|k| self.tag(*k) == b'n'));
                last.is_some_and(|k| self.tokens.tag[*k] == "ns" || list && self.word(*k).ends_with(KINDS))
            })
    }

    /// Cuts a region off the front of a phrase: 全国|贫困县.
    pub(super) fn split_scope(&self, phrase: Stretch) -> (Option<Stretch>, Stretch) {
        let text = phrase.of(self.text);
        let range = self.within(phrase);
        let place = range
            .clone()
            .take_while(|k| self.tokens.tag[*k] == "ns" && !is(self.word(*k), Role::Light))
            .last()
            .map(|k| self.tokens.end[k] as usize);
        let whole = begins(text, Role::Whole)
            .map(|word| phrase.start + word.len())
            .filter(|end| range.clone().any(|k| self.tokens.end[k] as usize == *end));
        let Some(cut) = whole.or(place).filter(|cut| *cut < phrase.end) else { return (None, phrase) };
        let rest = Stretch { start: cut, end: phrase.end };
        let rest_text = rest.of(self.text);
        // 国内生产总值 is one name
        if rest_text.starts_with(['和', '与', '、', '及', '或']) || text.starts_with("国内生产总值")
        {
            return (None, phrase);
        }
        // 中国经济 keeps its country when nothing else names it; 的 goes
        let rest = if let Some(tail) = rest_text.strip_prefix('的') {
            Stretch { start: phrase.end - tail.len(), end: phrase.end }
        } else {
            rest
        };
        if rest.is_empty() { (None, phrase) } else { (Some(Stretch { start: phrase.start, end: cut }), rest) }
    }
}

impl Words<'_> {
    /// The word of change that ends a piece of the text: its role and the word.
    pub(super) fn change_at_end(&self, text: &str) -> Option<(Role, &'static str)> {
        let end = self.end_of(text);
        change_where(text, |word| self.begins_word(end - word.len()))
    }

    /// The longest word of a role that ends a piece of the text, when it begins where a word begins: 才 in 已才, not in 人才.
    pub(super) fn ends(&self, text: &str, role: Role) -> Option<&'static str> {
        let end = self.end_of(text);
        ends_where(text, role, |word| self.begins_word(end - word.len()))
    }

    /// Where a piece of the text ends in it.
    fn end_of(&self, text: &str) -> usize {
        text.as_ptr() as usize + text.len() - self.text.as_ptr() as usize
    }
}
