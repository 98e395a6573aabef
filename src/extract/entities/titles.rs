//! Titles: a head (书记, 总经理) with what belongs to it before it (市委 + 副, 长安汽车公司 + 党委).

use super::endings::Endings;
use super::lists::{LISTS, TitleClass, list};
use super::words::Words;
use std::ops::Range;

/// Most words before the head.
const MOST_WORDS: usize = 8;
/// Most words the head may consist of (新闻 + 发言人).
const MOST_HEAD_WORDS: usize = 3;

/// A title in the text: words `first..=last`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Title {
    pub first: usize,
    pub last: usize,
    pub class: TitleClass,
    /// Whether more than the bare head stands there.
    pub with_body: bool,
}

impl Title {
    /// Where it stands (bytes).
    pub(crate) fn range(&self, words: &Words) -> Range<usize> {
        words.list[self.first].start..words.list[self.last].end
    }
}

/// The titles of a page, each read where someone asks for it: nearly everywhere no one does.
pub(crate) struct Titles<'a> {
    words: &'a Words<'a>,
    /// Where the names of places and bodies end.
    name_ending: &'a Endings,
}

impl<'a> Titles<'a> {
    pub(crate) fn new(words: &'a Words<'a>, name_ending: &'a Endings) -> Titles<'a> {
        Titles { words, name_ending }
    }

    /// The title that ends with a word.
    #[inline]
    pub(crate) fn ending(&self, last: usize) -> Option<Title> {
        let word = &self.words.list[last];
        let may_be = word.may_end(list::TITLES) && !word.is_mark();
        if may_be { ending_at(self.words, last, self.name_ending) } else { None }
    }

    /// The titles that stand before the word `at`, in text order: 市委副书记、市长 + 唐良智.
    pub(crate) fn before(&self, at: usize) -> Vec<Title> {
        let list = &self.words.list;
        let mut found = Vec::new();
        let mut next = at;
        while next > 0 && !list[next].first && found.len() < 8 {
            let mut end = next - 1;
            if !found.is_empty() {
                // between titles: 、 兼 ，
                let mark = list[end].text;
                if !matches!(mark, "、" | "兼" | "，" | "暨" | "；") || end == 0 || list[end].first {
                    break;
                }
                end -= 1;
            }
            let Some(title) = self.ending(end).filter(|title| usable_before(title, found.is_empty())) else {
                break;
            };
            if list[next - 1].text == "，" && !found.is_empty() && !title.with_body {
                break;
            }
            next = title.first;
            found.push(title);
        }
        found.reverse();
        found
    }

    /// The title that follows the word before `at`: 习近平 + 总书记, 李 + 先生.
    pub(crate) fn after(&self, at: usize) -> Option<Title> {
        let list = &self.words.list;
        if list.get(at)?.first {
            return None;
        }
        let longest = (at..list.len().min(at + 3))
            .rev()
            .find_map(|last| self.ending(last).filter(|title| title.first == at));
        longest.filter(|title| {
            matches!(title.class, TitleClass::Post | TitleClass::Rank | TitleClass::Courtesy)
                && !title.with_body_of_other(self.words)
        })
    }
}

#[inline(never)]
fn ending_at(words: &Words, last: usize, name_ending: &Endings) -> Option<Title> {
    let (head, class, mut with_body) = head(words, last, name_ending)?;
    let mut first = head;
    while first > 0 && !words.list[first].first && head - first < MOST_WORDS {
        let before = first - 1;
        let word = &words.list[before];
        if let Some(start) = name_ending.get(before).filter(|start| *start <= before) {
            if class == TitleClass::Courtesy {
                break;
            }
            (first, with_body) = (start, true);
            // 中国 + 常驻 + 联合国 + 代表
            let abroad = words.before(first).filter(|word| matches!(word.text, "常驻" | "驻" | "兼驻"));
            if let Some(owner) =
                abroad.and_then(|_| first.checked_sub(2)).and_then(|owner| name_ending.get(owner))
            {
                first = owner;
            }
            continue;
        }
        // 国信证券 + 医药 + 行业 + 首席分析师: common nouns between a body and the head
        if class != TitleClass::Courtesy
            && class != TitleClass::Press
            && let Some(body) = body_before(words, first, name_ending)
        {
            (first, with_body) = (body, true);
            break;
        }
        let prefix = word.is_title_prefix();
        let field = word.is_title_field();
        let both = matches!(class, TitleClass::Post | TitleClass::Rank | TitleClass::Before);
        if !both || !(prefix || field) || name_ending.get(first).is_some_and(|_| first != head) {
            break;
        }
        with_body |= field || prefix;
        first = before;
    }
    Some(Title { first, last, class, with_body })
}

/// The first word of a body that stands one to three common nouns before a word.
fn body_before(words: &Words, at: usize, name_ending: &Endings) -> Option<usize> {
    let mut next = at;
    for _ in 0..3 {
        let word = words.before(next)?;
        let between =
            matches!(word.tag, "n" | "vn" | "j" | "b" | "an") && word.len() >= 2 && word.stop().is_none();
        let ordinary = word.title().is_none() && !word.is_title_prefix();
        if !between || !ordinary {
            return None;
        }
        next -= 1;
        let last = next.checked_sub(1).filter(|_| !words.list[next].first)?;
        if let Some(first) = name_ending.get(last) {
            // a place takes no department: 北京 + 市民 + 代表
            let name = words.list[last].text;
            return (!name.ends_with(['省', '市', '县', '区', '国']) && words.list[last].tag != "ns")
                .then_some(first);
        }
    }
    None
}

/// The head that ends with this word: its first word, its class, and whether the word holds more than the head.
fn head(words: &Words, last: usize, name_ending: &Endings) -> Option<(usize, TitleClass, bool)> {
    let word = &words.list[last];
    if word.is_person() && word.len() < 2 {
        return None;
    }
    let mut best = None;
    let mut first = last;
    for _ in 0..MOST_HEAD_WORDS {
        let text = &words.text[words.list[first].start..word.end];
        if text.len() > LONGEST {
            break;
        }
        if words.list[first].may_begin(list::TITLES)
            && let Some(class) = LISTS.titles.get_likely(text)
        {
            best = Some((first, *class, false));
        }
        // 柏木村党支部 + 书记: what ends a name is no part of the head
        if first == 0 || words.list[first].first || name_ending.get(first - 1).is_some() {
            break;
        }
        first -= 1;
    }
    let may_hold = word.may_begin(list::TITLE_PREFIXES | list::TITLE_FIELDS);
    best.or_else(|| may_hold.then(|| inner_head(word.text))?.map(|class| (last, class, true)))
}

/// Longest head of a title, in bytes; what is longer is no title, and looking would take time that grows with its
/// square.
const LONGEST: usize = 60;

/// 副市长, 国防部长: one word made of a prefix or a field and a head.
fn inner_head(word: &str) -> Option<TitleClass> {
    if word.len() > LONGEST {
        return None;
    }
    let cuts = word.char_indices().skip(1).map(|(at, _)| word.split_at(at));
    cuts.filter(|(front, _)| LISTS.title_prefixes.has(front) || LISTS.title_fields.has(front))
        .find_map(|(_, head)| LISTS.titles.get(head).copied().or_else(|| inner_head(head)))
}

fn usable_before(title: &Title, nearest: bool) -> bool {
    match title.class {
        TitleClass::Courtesy | TitleClass::Kin => false,
        TitleClass::Post | TitleClass::Rank => true,
        TitleClass::Before | TitleClass::Press | TitleClass::Role => nearest || title.with_body,
    }
}

impl Title {
    /// 张三公司总经理: a title with a body of its own belongs to what follows.
    fn with_body_of_other(&self, words: &Words) -> bool {
        self.first != self.last && words.list[self.first].is_title_field()
    }
}

/// Titles that a list of names shares: 副委员长甲、乙、丙.
pub(crate) fn shared(words: &Words, title: &Title) -> bool {
    let text = &words.text[title.range(words)];
    let head = words.list[title.last].text;
    title.class == TitleClass::Press
        || matches!(title.class, TitleClass::Rank | TitleClass::Before | TitleClass::Role)
        || text.contains('副')
        || ["委员", "领导", "领导人", "代表", "理事", "顾问", "常委", "成员", "记者", "议员", "负责人"]
            .iter()
            .any(|end| head.ends_with(end))
}
