//! Organisations: known ones, and names that end in a word such as 公司, 委员会, 大学.
//!
//! From the suffix the search goes back to the nearest word that can begin the name of one body: a place, a known
//! body, a level of government, a proper name. What lies between must be able to stand inside a name.

use super::choose::Candidate;
use super::endings::Endings;
use super::lists::{LISTS, Stop, SuffixStrength, TitleClass, list};
use super::places::is_place;
use super::words::{Word, Words};
use crate::lexicon::{Form, Level, Lexicon, Place as GazetteerPlace};
use crate::page::EntityType::{Organization, Place};

/// Most words and characters between the beginning of a name and its suffix.
const MOST_WORDS: usize = 14;
const MOST_CHARACTERS: usize = 28;
/// Longest name in bytes (some 50 characters).
const LONGEST_NAME: usize = 150;
/// Longest suffix of a body's name, in bytes.
const LONGEST_SUFFIX: usize = 48;

/// Most words that one suffix may consist of (有限 + 责任 + 公司).
const MOST_SUFFIX_WORDS: usize = 4;

/// What kind of word begins a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Anchor {
    /// 市, 国家, 中共
    Rank,
    Place,
    Body,
}

/// The candidates for organisations, given the places found so far (by start).
#[inline(never)]
pub(crate) fn organizations(words: &Words, lexicon: &Lexicon, places: &[Candidate]) -> Vec<Candidate> {
    let mut out = Vec::new();
    let mut ends_body = Endings::new(words.list.len());
    let may_begin = |word: &Word| {
        word.may_begin(list::BODIES) && LISTS.organizations.may_begin(&words.text[word.start..])
    };
    for (index, _) in words.list.iter().enumerate().filter(|(_, word)| may_begin(word)) {
        if let Some((candidate, last)) = listed(words, index) {
            out.push(candidate);
            last.into_iter().for_each(|last| ends_body.set(last, index));
        }
    }
    let mut place_ending = Endings::new(words.list.len());
    for place in places {
        let (first, last) = (words.at(place.start), words.at(place.end - 1));
        if place_ending.get(last).is_none_or(|earlier| first < earlier) {
            place_ending.set(last, first);
        }
    }
    let mut search = Search { words, lexicon, ends_body, place_ending };
    let may_end = |(_, word): &(usize, &Word)| word.may_end(list::BODY_SUFFIXES);
    for (index, _) in words.list.iter().enumerate().filter(may_end) {
        if let Some((candidate, first)) = search.ending_at(index) {
            search.ends_body.set(index, first);
            out.push(candidate);
        }
    }
    out
}

/// The known body that begins with a word, and the last word if it ends with one.
#[inline(never)]
fn listed(words: &Words, index: usize) -> Option<(Candidate, Option<usize>)> {
    let start = words.list[index].start;
    let (length, _) = LISTS.organizations.longest(&words.text[start..])?;
    let end = start + length;
    let last = words.at(end - 1);
    let characters = words.text[start..end].chars().count();
    if characters < 2 || !words.ends(end) && characters < 4 || !words.together(index, last + 1) {
        return None;
    }
    // 工商银行 in 工商银行家 is none; a short form is one only as words of its own
    let candidate = Candidate { start, end, kind: Organization, score: 340, because: "body-list" };
    Some((candidate, words.ends(end).then_some(last)))
}

struct Search<'a> {
    words: &'a Words<'a>,
    lexicon: &'a Lexicon,
    /// For the last word of each body found so far: its first word.
    ends_body: Endings,
    /// For the last word of each place: its first word.
    place_ending: Endings,
}

impl Search<'_> {
    /// The body whose name ends with this word.
    #[inline(never)]
    fn ending_at(&self, index: usize) -> Option<(Candidate, usize)> {
        let (suffix_word, suffix_start, strength) = self.suffix(index)?;
        // 《财经周报》 is a work
        if self.words.text[self.words.list[index].end..].starts_with('》')
            && self.words.list[index].text.ends_with('报')
        {
            return None;
        }
        let word = &self.words.list[suffix_word];
        let inner = &self.words.text[word.start..suffix_start];
        // the word itself holds more than the suffix: 清华大学, 交通厅
        let own = !inner.is_empty();
        let tagged = self.words.list[index].tag == "nt" && suffix_word == index && own;
        let found = self.beginning(suffix_word, own, strength);
        let first = match found {
            Some(first) => first,
            None if tagged && word.len() >= 3 => suffix_word,
            None if !own && self.is_body_of_rank(suffix_word, index) => suffix_word,
            None => return None,
        };
        let start = self.words.list[first].start;
        let end = self.words.list[index].end;
        if end - start > LONGEST_NAME {
            return None;
        }
        // 长安汽车公司 + 两江三工厂: a plant named after its company is a site of it
        if let Some(owner) = self.owner(first, suffix_word)
            && matches!(self.words.list[index].text, "工厂" | "车间" | "基地" | "厂区")
        {
            let start = self.words.list[owner].start;
            return Some((Candidate { start, end, kind: Place, score: 330, because: "place-plant" }, owner));
        }
        let because = match strength {
            SuffixStrength::Strong => "body-suffix",
            _ => "body-anchor-suffix",
        };
        let score = if strength == SuffixStrength::Strong { 335 } else { 330 };
        Some((Candidate { start, end, kind: Organization, score, because }, first))
    }

    /// 市委, 省政府: a level of government with its body, in one suffix.
    fn is_body_of_rank(&self, first: usize, last: usize) -> bool {
        let text = &self.words.text[self.words.list[first].start..self.words.list[last].end];
        let mut chars = text.chars();
        let ranked = chars.next().is_some_and(|c| "省市县区州旗镇乡".contains(c)) && chars.count() >= 1;
        let before = self.words.before(first).map_or("", |word| word.text);
        ranked
            && !matches!(before, "各" | "各级" | "一些" | "有关" | "历届" | "两" | "全")
            && LISTS.organization_suffixes.has(text)
    }

    /// The word after the body with which a name begins, when more words follow before its suffix.
    fn owner(&self, first: usize, suffix: usize) -> Option<usize> {
        let last = (first..suffix).find(|at| self.ends_body.get(*at) == Some(first))?;
        (last + 1 < suffix).then_some(last + 1)
    }

    /// The longest suffix that ends with this word: its first word, its first byte and its strength.
    fn suffix(&self, index: usize) -> Option<(usize, usize, SuffixStrength)> {
        let words = self.words;
        let word = &words.list[index];
        if !word.may_end(list::BODY_SUFFIXES)
            || word.is_mark()
            || word.is_person() && word.len() >= 2 && word.tag == "nr" && !word.text.ends_with('部')
        {
            return None;
        }
        let end = word.end;
        let mut best = None;
        for (at, c) in word.text.char_indices() {
            let start = word.start + at;
            if end - start > LONGEST_SUFFIX {
                continue;
            }
            let suffix = &words.text[start..end];
            // 格局, 工程师: one character is a suffix only as a word of its own or in a name
            if at > 0 && suffix.len() == c.len_utf8() && !matches!(word.tag, "nt" | "nz") {
                break;
            }
            if LISTS.organization_suffixes.may_begin(c)
                && let Some(strength) = LISTS.organization_suffixes.get_likely(suffix)
            {
                best = Some((index, start, *strength));
                break;
            }
        }
        for first in (index.saturating_sub(MOST_SUFFIX_WORDS - 1)..index).rev() {
            // 渔舟镇 + 党委 is no 镇党委
            if words.list[first + 1].first || self.place_ending.get(first).is_some() {
                break;
            }
            let start = words.list[first].start;
            if end - start > LONGEST_SUFFIX {
                break;
            }
            if words.list[first].may_begin(list::BODY_SUFFIXES)
                && let Some(strength) = LISTS.organization_suffixes.get_likely(&words.text[start..end])
            {
                best = Some((first, start, *strength));
            }
        }
        best
    }

    /// The first word of the name whose suffix begins in `suffix`.
    fn beginning(&self, suffix: usize, own: bool, strength: SuffixStrength) -> Option<usize> {
        let words = self.words;
        let mut at = suffix;
        let mut between = usize::from(own);
        let mut generic = false;
        let mut length = 0;
        let mut proper: Option<usize> = None;
        let mut loosest = suffix;
        let mut after_bracket = false;
        while at > 0 && !words.list[at].first && suffix - at < MOST_WORDS {
            let before = at - 1;
            let word = &words.list[before];
            length += word.len();
            if length > MOST_CHARACTERS {
                break;
            }
            if word.text == "）" {
                // handled below, before names inside the brackets are met
            } else if let Some(first) = self.ends_body.get(before).filter(|first| *first <= before) {
                return (!generic).then(|| self.further(first, Anchor::Body));
            }
            if let Some(first) = self.place_ending.get(before) {
                if strength == SuffixStrength::Weak && between > 0 && self.weak_needs_neighbour(suffix) {
                    return None;
                }
                return (!generic).then(|| {
                    if strength == SuffixStrength::Weak { first } else { self.further(first, Anchor::Place) }
                });
            }
            if is_place(words, before) {
                return (!generic).then(|| self.further(before, Anchor::Place));
            }
            if at == suffix && self.is_country_abbreviation(before) && self.words.list[suffix].len() >= 2 {
                return Some(before);
            }
            if word.text == "）" || word.text == ")" {
                // （集团）, （重庆）
                let Some(open) =
                    self.opening(before).filter(|open| before - open <= 3 && !words.list[*open].first)
                else {
                    break;
                };
                at = open;
                between += 1;
                loosest = open;
                after_bracket = true;
                continue;
            }
            if word.text == "”" && at == suffix && !own {
                // “小桔灯”公司
                let Some(open) = self.opening(before).filter(|open| before - open <= 4) else { break };
                proper = Some(open);
                at = open;
                between += 1;
                continue;
            }
            if self.conjunction_inside(before, strength) {
                at = before;
                between += 1;
                continue;
            }
            match word.stop() {
                Some(Stop::Rank) => {
                    // 全国 in the middle of a name is no beginning: 中国共产党第十五次全国代表大会
                    if generic {
                        return None;
                    }
                    let standing =
                        strength != SuffixStrength::Weak || matches!(word.text, "国家" | "中央" | "全国");
                    let alone = before == 0 || words.list[before].first || self.is_boundary(before - 1);
                    if standing && (alone || word.len() >= 2) {
                        return Some(self.further(before, Anchor::Rank));
                    }
                }
                Some(Stop::Generic) => generic = true,
                Some(Stop::Before | Stop::NoName) => break,
                None => {}
            }
            // 延锋伟世通（重庆）…有限公司: single characters of a brand, whatever their tags
            let brand = strength == SuffixStrength::Strong
                && word.len() == 1
                && (after_bracket || matches!(word.tag, "v" | "vg"))
                && may_be_brand(word.text, word.tag);
            if brand {
                (at, loosest) = (before, before);
                between += 1;
                continue;
            }
            if self.is_boundary(before) {
                break;
            }
            if is_proper(words, before) && (proper.is_none() || at == proper.unwrap_or(at)) {
                proper = Some(before);
            }
            between += 1;
            at = before;
            loosest = before;
        }
        if generic {
            return None;
        }
        match strength {
            SuffixStrength::Strong if proper.is_some() || loosest < suffix && suffix - loosest >= 1 => {
                Some(proper.map_or(loosest, |p| p.min(loosest)))
            }
            SuffixStrength::Name if !own => proper.filter(|proper| suffix - proper <= 4 && between <= 4),
            _ => None,
        }
    }

    /// Weak suffixes of one character do not reach over other words (中国 … 队 is fine, 美国 … 团 is not).
    fn weak_needs_neighbour(&self, suffix: usize) -> bool {
        !matches!(
            self.words.list[suffix].text,
            "队" | "代表团" | "工作队" | "工作组" | "医疗队" | "基金" | "党"
        )
    }

    /// Before the first anchor others may stand: 中国科学院 + 北京 + 天文台, 中华人民共和国 + 驻 + 南非 + 大使馆.
    fn further(&self, first: usize, anchor: Anchor) -> usize {
        let words = self.words;
        let mut first = first;
        for _ in 0..4 {
            if first == 0 || words.list[first].first {
                break;
            }
            let before = first - 1;
            let word = &words.list[before];
            if let Some(body) = self.ends_body.get(before).filter(|body| *body <= before) {
                first = body;
            } else if let Some(place) = self.place_ending.get(before).filter(|_| anchor != Anchor::Body) {
                first = place;
            } else if is_place(words, before) || matches!(word.text, "中共" | "政协" | "支援" | "援") {
                first = before;
            } else if let Some(owner) =
                first.checked_sub(2).filter(|_| matches!(word.text, "附属" | "直属" | "所属" | "下属"))
                && let Some(body) = self.ends_body.get(owner)
            {
                // 复旦大学 + 附属 + 华山医院
                first = body;
            } else if word.text == "驻" && before > 0 && !words.list[before].first {
                let owner = before - 1;
                if let Some(place) = self.place_ending.get(owner) {
                    first = place;
                } else if is_place(words, owner) {
                    first = owner;
                } else {
                    break;
                }
            } else {
                break;
            }
        }
        first
    }

    /// 俄 in 俄国防部
    fn is_country_abbreviation(&self, index: usize) -> bool {
        let word = &self.words.list[index];
        let boundary = index == 0 || word.first || self.is_boundary(index - 1);
        let short =
            |place: &GazetteerPlace| place.level == Level::Country && place.kind == Form::Abbreviation;
        word.len() == 1 && boundary && self.lexicon.places(word.text).iter().any(short)
    }

    /// 和 inside 国家发展和改革委员会: what stands before it is no name and no suffix.
    fn conjunction_inside(&self, at: usize, strength: SuffixStrength) -> bool {
        let words = self.words;
        if strength == SuffixStrength::Weak || !matches!(words.list[at].text, "和" | "与" | "及" | "、") {
            return false;
        }
        let Some(before) = words.before(at) else { return false };
        if words.list[at].text == "、" {
            return false;
        }
        let noun = matches!(before.tag, "n" | "vn" | "v" | "an" | "nz" | "a") && before.len() >= 2;
        let ended = self.ends_body.get(at - 1).is_some()
            || self.place_ending.get(at - 1).is_some()
            || is_place(words, at - 1);
        noun && !ended && before.stop().is_none() && self.suffix(at - 1).is_none() && before.title().is_none()
    }

    /// The opening mark that belongs to a closing one, not too far before it.
    fn opening(&self, close: usize) -> Option<usize> {
        let words = self.words;
        let open = match words.list[close].text {
            "）" => "（",
            ")" => "(",
            "”" => "“",
            _ => return None,
        };
        let earliest = close.saturating_sub(8);
        let mut found = (earliest..close).rev().take_while(|at| !words.list[at + 1].first);
        found.find(|at| words.list[*at].text == open).filter(|at| at + 1 < close)
    }

    /// A word that stands in no name of a body.
    fn is_boundary(&self, index: usize) -> bool {
        let word = &self.words.list[index];
        if word.is_mark() {
            return !matches!(word.text, "·" | "—" | "-" | "－");
        }
        // 教师工会, 律师协会: occupations may stand in a name, offices do not
        let office = matches!(word.title(), Some(TitleClass::Post | TitleClass::Rank | TitleClass::Courtesy));
        const IN_NAMES: [&str; 14] = [
            "代表",
            "委员",
            "理事",
            "教师",
            "律师",
            "医师",
            "工程师",
            "会计师",
            "学者",
            "教练员",
            "政协委员",
            "科学家",
            "护士",
            "监督",
        ];
        if office && !IN_NAMES.contains(&word.text) {
            return true;
        }
        if matches!(word.tag, "v" | "vg" | "vd" | "vi") {
            let inside = LISTS.verbs_in_names.has(word.text) || matches!(word.text, "驻" | "军" | "援");
            return !inside;
        }
        // 第四军医大学, 八一厂, but not 12月31日电 … 社
        if word.tag == "m"
            && !word.text.starts_with('第')
            && word.text.chars().any(|c| !crate::source::chars::is_han(c))
        {
            return true;
        }
        matches!(
            word.tag,
            "p" | "c"
                | "u"
                | "uj"
                | "ul"
                | "uv"
                | "ud"
                | "ug"
                | "uz"
                | "d"
                | "df"
                | "r"
                | "rr"
                | "rz"
                | "t"
                | "tg"
                | "q"
                | "y"
                | "e"
                | "o"
                | "w"
                | "vi"
                | "vd"
                | "ad"
                | "mq"
        ) || word.text == "的"
    }
}

fn may_be_brand(word: &str, tag: &str) -> bool {
    const NEVER: &str =
        "是有到来去说称为任获让使请给把走进向看见赴访率等致抵的了在和与及或对从被由据将并也都不";
    !NEVER.contains(word) && !matches!(tag, "p" | "c" | "u" | "r" | "w" | "m" | "q")
}

/// A word that is in no list of common words: a brand, a person's name, letters.
fn is_proper(words: &Words, index: usize) -> bool {
    let word = &words.list[index];
    matches!(word.tag, "nz" | "nr" | "nrt" | "nrfg" | "nx" | "eng" | "x" | "j") && word.len() >= 2
}
