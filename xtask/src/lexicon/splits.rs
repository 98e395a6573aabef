//! Compounds that jieba's dictionary holds as one entry and the PKU standard writes as several words.
//!
//! The entry stays in the dictionary, so that its characters are cut where they should be, and carries the reading
//! of its parts. Which compounds are divided is decided by their tag, their length and their cohesion:
//! log2 of how much more often the dictionary says the compound occurs than its parts would by chance.

use banmian::lists;
use std::collections::{HashMap, HashSet};

static KEPT: &str = include_str!("../../../lexicon/kept-words.txt");
static SPLIT: &str = include_str!("../../../lexicon/split-words.txt");
static GENERIC: &str = include_str!("../../../lexicon/generic-nouns.txt");
static TITLES: &str = include_str!("../../../lexicon/courtesy-titles.txt");
static MEASURES: &str = include_str!("../../../lexicon/measures.txt");

const NUMERALS: &str = "一二三四五六七八九十百千万亿零〇两几数半多首";
const PREFIXES: &str = "跨偏超";
/// Adverbs of one character, which stay apart from a verb or an adjective of one character.
const ADVERBS: &str = "不还已最更很太较也都却便仍又才就再正";
/// Complements of one character, which stay apart from a verb that is not always used with them.
const COMPLEMENTS: &str = "到出上下起进为";
/// Measures that 首 stands before: 首/m 次/q, but 首席/n.
const FIRST: &str = "次批届位个家条部期名";
/// Single characters that end the name of a body.
const BODY_SUFFIXES: &str = "部局厅馆团院会署委办处党";

/// The words of a dictionary with frequency and tag.
pub struct Splits<'a> {
    words: &'a HashMap<&'a str, (u32, &'a str)>,
    log_total: f64,
    kept: HashSet<&'a str>,
    listed: HashMap<&'a str, Vec<(&'a str, &'a str)>>,
    generic: HashSet<&'a str>,
    measures: HashSet<&'a str>,
    titles: HashSet<&'a str>,
}

type Parts<'a> = Vec<(&'a str, &'a str)>;

impl<'a> Splits<'a> {
    pub fn new(words: &'a HashMap<&'a str, (u32, &'a str)>) -> Splits<'a> {
        let total: u64 = words.values().map(|(frequency, _)| u64::from(*frequency)).sum();
        let listed = lists::lines(SPLIT).filter_map(|line| {
            let (word, parts) = line.split_once(' ')?;
            Some((word, parts.split(' ').filter_map(|part| part.split_once('/')).collect()))
        });
        Splits {
            words,
            log_total: (total as f64).log2(),
            kept: lists::words(KEPT).collect(),
            listed: listed.collect(),
            generic: lists::words(GENERIC).collect(),
            measures: lists::words(MEASURES).collect(),
            titles: lists::words(TITLES).collect(),
        }
    }

    /// The reading of an entry, see [`banmian::lexicon::tags::Reading`].
    pub fn reading(&self, word: &'a str, tag: &str) -> String {
        match self.parts(word, tag) {
            Some(parts) if parts.len() > 1 => parts
                .iter()
                .map(|(part, tag)| format!("{}{}", tag.to_lowercase(), part.chars().count()))
                .collect(),
            _ => tag.to_string(),
        }
    }

    fn parts(&self, word: &'a str, tag: &str) -> Option<Parts<'a>> {
        if let Some(parts) = self.listed.get(word) {
            return Some(parts.clone());
        }
        let length = word.chars().count();
        if length < 2 || self.kept.contains(word) {
            return None;
        }
        if let Some(parts) = self.numeral_and_measure(word) {
            return Some(parts);
        }
        if let Some(parts) = self.surname_and_title(word) {
            return Some(parts);
        }
        if length == 2 {
            return self.adverb_or_complement(word, tag);
        }
        if !word.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)) {
            return None;
        }
        let (score, parts) = self.best_parts(word)?;
        let cohesion = self.log2(word) - self.log_total - score;
        let last = parts.last()?.0;
        let generic = self.generic.contains(last);
        let whole = parts.iter().all(|part| part.0.chars().count() >= 2);
        let body = whole
            || parts.len() > 1
                && parts[..parts.len() - 1].iter().all(|part| part.0.chars().count() >= 2)
                && BODY_SUFFIXES.contains(last);
        let divide = match (length, tag) {
            (3, _) => parts[0].0.chars().count() == 1 && PREFIXES.contains(parts[0].0),
            (4, "nt") => body && cohesion < 12.0,
            (4, "ns") => generic && whole,
            (4, "m" | "mq" | "t" | "nr" | "nrt" | "j") => false,
            (4, "i" | "nz") => whole && cohesion < 7.0,
            (4, _) => whole && cohesion < 6.5,
            (_, "nt") => body,
            (_, "m" | "mq" | "t" | "nr" | "nrt" | "i") => generic,
            (_, "ns") => generic && whole,
            (_, _) => whole && cohesion < 24.0 || generic,
        };
        divide.then_some(parts)
    }

    /// 三/m 个/q, 第一/m 次/q, 首/m 批/q
    fn numeral_and_measure(&self, word: &'a str) -> Option<Parts<'a>> {
        let ordinal = word.starts_with('第');
        let digits = word.strip_prefix('第').unwrap_or(word);
        // 二十/m 多/m, 多/m 万/m
        let about =
            digits.find(['多', '余']).filter(|_| digits.chars().all(|c| NUMERALS.contains(c) || c == '余'));
        if let Some(at) = about.filter(|_| !ordinal && digits.chars().count() > 1) {
            let at = if at == 0 { '多'.len_utf8() } else { at };
            let (left, right) = digits.split_at(at);
            return Some(vec![(left, "m"), (right, "m")]);
        }
        let end = digits.find(|c| !NUMERALS.contains(c))?;
        let at = end + if ordinal { '第'.len_utf8() } else { 0 };
        let (number, measure) = word.split_at(at);
        let number_ends = end > 0 && !measure.is_empty() && (number != "首" || FIRST.contains(measure));
        if end > 0
            && matches!(measure, "年代" | "世纪" | "年度" | "小时" | "人")
            && number.chars().count() > 1
        {
            return Some(vec![(number, "m"), (measure, "n")]);
        }
        if !number_ends || !self.measures.contains(measure) {
            return None;
        }
        // 二十/m 多/m 个/q
        Some(match number.strip_suffix(['多', '余']).filter(|before| !before.is_empty()) {
            Some(before) => vec![(before, "m"), (&number[before.len()..], "m"), (measure, "q")],
            None => vec![(number, "m"), (measure, "q")],
        })
    }

    /// 江/nr 主席/n
    fn surname_and_title(&self, word: &'a str) -> Option<Parts<'a>> {
        let (first, title) = word.split_at(word.chars().next()?.len_utf8());
        let surname =
            self.words.get(first).is_some_and(|(_, tag)| *tag == "nr") && self.titles.contains(title);
        (surname && title.chars().count() >= 2).then(|| vec![(first, "nr"), (title, "n")])
    }

    /// 不/d 是/v, 最/d 大/a, 走/v 出/v
    fn adverb_or_complement(&self, word: &'a str, tag: &str) -> Option<Parts<'a>> {
        let (first, second) = word.split_at(word.char_indices().nth(1)?.0);
        let tag_of = |part: &str| self.words.get(part).map_or("n", |(_, tag)| tag);
        let cohesion = self.log2(word) + self.log_total - self.log2(first) - self.log2(second);
        let parts = [(first, tag_of(first)), (second, tag_of(second))];
        let predicate = |tag: &str| tag.starts_with('v') || tag.starts_with('a');
        let adverb = ADVERBS.contains(first)
            && cohesion < 7.0
            && (predicate(tag_of(second)) || matches!(second, "有" | "是" | "在" | "将"));
        let complement = COMPLEMENTS.contains(second)
            && tag.starts_with('v')
            && tag_of(first).starts_with('v')
            && cohesion < 6.5;
        match (adverb, complement) {
            (true, _) => Some(vec![(first, "d"), parts[1]]),
            (_, true) => Some(vec![(first, "v"), (second, "v")]),
            _ => None,
        }
    }

    /// The likeliest division into entries of the dictionary.
    fn best_parts(&self, word: &'a str) -> Option<(f64, Parts<'a>)> {
        let starts: Vec<usize> = word.char_indices().map(|(at, _)| at).chain([word.len()]).collect();
        let last = starts.len() - 1;
        let mut best: Vec<Option<(f64, usize)>> = vec![None; starts.len()];
        best[last] = Some((0.0, last));
        for i in (0..last).rev() {
            for j in i + 1..=last {
                let part = &word[starts[i]..starts[j]];
                let known = j == i + 1 || self.words.contains_key(part);
                if let (true, false, Some((rest, _))) = (known, i == 0 && j == last, best[j]) {
                    let score = rest + self.log2(part) - self.log_total;
                    if best[i].is_none_or(|(other, _)| score > other) {
                        best[i] = Some((score, j));
                    }
                }
            }
        }
        let (score, _) = best[0]?;
        let (mut parts, mut at) = (Vec::new(), 0);
        while at < last {
            let (_, next) = best[at]?;
            let part = &word[starts[at]..starts[next]];
            // a part may itself be a compound
            let tag = self.words.get(part).map_or("n", |(_, tag)| tag);
            match self.parts(part, tag) {
                Some(inner) => parts.extend(inner),
                None => parts.push((part, tag)),
            }
            at = next;
        }
        Some((score, parts))
    }

    fn log2(&self, word: &str) -> f64 {
        self.words.get(word).map_or(-1.0, |(frequency, _)| f64::from((*frequency).max(1)).log2())
    }
}
