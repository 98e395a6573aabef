//! People: the words tagged as persons, and what their surroundings add.

use super::choose::Candidate;
use super::lists::{LISTS, Stop, TitleClass, list};
use super::titles::Titles;
use super::words::{Word, Words};
use crate::lexicon::{Form, Level, Lexicon, Place};
use crate::page::EntityType::Person;
use crate::source::chars::is_han;
use rustc_hash::FxHashSet;
use std::cell::LazyCell;

/// The dots inside transliterated names.
pub(crate) const DOTS: [char; 4] = ['·', '‧', '•', '．'];

/// The candidates for people.
#[inline(never)]
pub(crate) fn people(words: &Words, titles: &Titles, lexicon: &Lexicon) -> Vec<Candidate> {
    let mut out = Vec::new();
    let full = words.list.iter().filter(|word| word.is_person() && word.len() >= 2);
    // seldom asked for
    let surnames = LazyCell::new(|| full.filter_map(|word| word.text.chars().next()).collect());
    // for most words nothing else is asked
    let may_count = |word: &Word| {
        word.is_person()
            || word.is_known_person()
            || word.may_end(list::TITLES)
            || word.len() == 1 && word.may_begin(list::SURNAMES)
    };
    for (index, word) in words.list.iter().enumerate().filter(|(_, word)| may_count(word)) {
        let person = word.is_person();
        if person || word.is_known_person() {
            out.extend(tagged(words, titles, lexicon, index));
        }
        if word.len() == 1 && (person || word.may_begin(list::SURNAMES)) {
            out.extend(surname_with_title(words, titles, lexicon, &surnames, index));
            if person {
                out.extend(familiar(words, index));
            }
        }
        let next = words.list.get(index + 1);
        if word.may_end(list::TITLES) && next.is_some_and(|next| next.may_begin(list::SURNAMES)) {
            out.extend(after_title(words, titles, lexicon, index));
        }
    }
    out
}

/// The first characters of the full names.
type Surnames<F> = LazyCell<FxHashSet<char>, F>;

/// A word that is tagged as a person's name.
#[inline(never)]
fn tagged(words: &Words, titles: &Titles, lexicon: &Lexicon, index: usize) -> Option<Candidate> {
    let word = &words.list[index];
    let known = word.is_known_person();
    if word.len() < 2 || word.stop() == Some(Stop::NoName) {
        return None;
    }
    let mut end = word.end;
    // （戴浩摄）: who took the picture
    if word.len() == 3
        && let Some(name) = word.text.strip_suffix(['摄', '文', '绘'])
        && words.after(index).is_none_or(|next| next.is_mark())
    {
        end = word.start + name.len();
    }
    // 查理 + 四世
    if let Some(number) = words.after(index).filter(|next| next.text.ends_with('世') && next.len() <= 3) {
        let numeral = number.text.trim_end_matches('世');
        if !numeral.is_empty() && numeral.chars().all(|c| "一二三四五六七八九十".contains(c)) {
            end = number.end;
        }
    } else if let (Some(number), Some(mark)) = (words.after(index), words.after(index + 1))
        && mark.text == "世"
        && number.text.chars().all(|c| "一二三四五六七八九十".contains(c))
    {
        end = mark.end;
    }
    let because = if word.text.contains(DOTS) {
        "person-transliterated"
    } else if known {
        "person-known"
    } else {
        "person-word"
    };
    let candidate = Candidate { start: word.start, end, kind: Person, score: 310, because };
    if known || word.text.contains(DOTS) {
        return Some(candidate);
    }
    let is_place = lexicon
        .places(word.text)
        .iter()
        .any(|place: &Place| place.kind != Form::Abbreviation && place.level != Level::County);
    // a list of names is no evidence for 乌克兰、立陶宛
    let evidence = if is_place {
        word.is_person() && titled(words, titles, index)
    } else {
        evidence(words, titles, index)
    };
    // 杜锋则认为: an adverb that the words room took into the name
    if word.len() == 3
        && !lexicon.has_word(word.text)
        && words.after(index).is_some_and(|next| matches!(next.tag, "v" | "vn"))
        && let Some(name) = word
            .text
            .strip_suffix(['则', '也', '还', '都', '又', '仍', '曾', '称', '说', '均', '亦', '正', '已'])
    {
        return Some(Candidate { end: word.start + name.len(), score: 345, ..candidate });
    }
    // words of the dictionary that it calls names are often no names: 高潮, 阳光, 钟声
    if (lexicon.has_word(word.text) || is_place) && !evidence {
        return ((2..=3).contains(&word.len())
            && (word.len() == 3 || acts_like_a_person(words, index))
            && has_surname(word.text)
            && !is_place
            && !ends_like_a_noun(word.text))
        .then_some(Candidate { score: 250, ..candidate });
    }
    Some(Candidate { score: if evidence { 345 } else { 310 }, ..candidate })
}

/// A sentence that begins 汪洋在… or 高潮说 …: two characters that are a word too.
fn acts_like_a_person(words: &Words, index: usize) -> bool {
    let begins = words.before(index).is_none_or(|before| matches!(before.text, "。" | "，" | "”" | "；"));
    let acts = words.after(index).is_some_and(|after| {
        matches!(
            after.text,
            "说" | "表示"
                | "指出"
                | "强调"
                | "要求"
                | "认为"
                | "主持"
                | "出席"
                | "来到"
                | "走进"
                | "参加"
                | "会见"
                | "介绍"
                | "告诉"
                | "透露"
                | "宣布"
                | "在"
                | "等"
                | "还"
                | "一行"
                | "代表"
        )
    });
    begins
        && acts
        && (words.after(index).is_some_and(|after| after.text != "在") || speaks_later(words, index))
}

/// 汪洋在主持会议时表示: a verb of speech in the same clause.
fn speaks_later(words: &Words, index: usize) -> bool {
    let clause = words.list[index + 1..]
        .iter()
        .take(14)
        .take_while(|word| !word.first && !matches!(word.text, "，" | "。"));
    clause.into_iter().any(|word| {
        matches!(
            word.text,
            "说" | "表示" | "指出" | "强调" | "要求" | "认为" | "会见" | "主持" | "出席" | "考察" | "调研"
        )
    })
}

/// Whether a title stands directly before a word.
fn titled(words: &Words, titles: &Titles, index: usize) -> bool {
    index > 0
        && !words.list[index].first
        && titles.ending(index - 1).is_some_and(|title| title.class != TitleClass::Courtesy)
}

/// Whether what stands beside a word speaks for a person.
fn evidence(words: &Words, titles: &Titles, index: usize) -> bool {
    let followed = titles.after(index + 1).is_some_and(|title| title.first == title.last);
    let person = |word: Option<&Word>| word.is_some_and(|word| word.is_person() && word.len() >= 2);
    let listed = words.before(index).is_some_and(|mark| mark.text == "、")
        && index >= 2
        && person(words.list.get(index - 2))
        || words.after(index).is_some_and(|mark| mark.text == "、") && person(words.list.get(index + 2));
    titled(words, titles, index) || followed || listed && has_surname(words.list[index].text)
}

/// Three characters that begin like a name and are a word: 蒲公英, 管弦乐.
fn ends_like_a_noun(word: &str) -> bool {
    word.ends_with([
        '乐', '英', '声', '曲', '女', '虎', '人', '者', '员', '性', '化', '卡', '词', '花', '草', '树', '车',
        '机', '器', '品', '节', '日', '年', '族', '军', '队', '党', '派', '术', '学', '法', '论', '史', '书',
        '报', '画', '剧', '戏', '歌', '舞', '酒', '茶', '饭', '菜', '鱼', '鸟', '马', '牛', '羊', '狗', '猫',
        '石', '木', '水', '火', '土', '山', '河', '路', '门', '房', '屋', '城', '村', '镇', '事', '物', '家',
        '店', '厂', '会',
    ])
}

pub(crate) fn has_surname(name: &str) -> bool {
    let mut chars = name.char_indices().skip(1).map(|(at, _)| at);
    let first = chars.next().unwrap_or(name.len());
    let second = chars.next().unwrap_or(name.len());
    LISTS.surnames.has(&name[..first]) || name.chars().count() > 2 && LISTS.surnames.has(&name[..second])
}

/// 李 + 总理, 王 + 先生: the surname alone.
#[inline(never)]
fn surname_with_title(
    words: &Words,
    titles: &Titles,
    lexicon: &Lexicon,
    surnames: &Surnames<impl FnOnce() -> FxHashSet<char>>,
    index: usize,
) -> Option<Candidate> {
    let word = &words.list[index];
    let title = titles.after(index + 1)?;
    if !(word.is_person() || has_surname(word.text)) {
        return None;
    }
    let bare = title.first == title.last;
    let abbreviation = |place: &Place| place.kind == Form::Abbreviation && place.level == Level::Country;
    // 乌外长 is the minister of 乌克兰
    let country = lexicon.places(word.text).iter().any(abbreviation)
        || matches!(word.text, "乌" | "叙" | "黎" | "约" | "匈" | "塞" | "柬" | "马");
    if country
        && matches!(
            words.list[title.last].text,
            "外长"
                | "总统"
                | "总理"
                | "防长"
                | "首相"
                | "国防部长"
                | "外交部长"
                | "议员"
                | "政府"
                | "总书记"
                | "副总统"
        )
    {
        return None;
    }
    let counted = words.before(index).is_some_and(|before| before.tag == "m");
    if counted || matches!(word.tag, "q" | "m" | "p" | "c" | "d" | "u" | "r") {
        return None;
    }
    let follows = words.before(index).is_some_and(|before| {
        before.is_person()
            || before.len() == 1 && has_surname(before.text) && !before.is_mark() && before.tag != "p"
    });
    // a noun that is a surname too needs its bearer on the page: 钱立民 … 钱董事长
    let named = word.text.chars().next().is_some_and(|first| surnames.contains(&first));
    let sure = word.is_person() || named || title.class == TitleClass::Courtesy;
    (bare
        && sure
        && !follows
        && matches!(title.class, TitleClass::Post | TitleClass::Rank | TitleClass::Courtesy))
    .then_some(Candidate {
        start: word.start,
        end: word.end,
        kind: Person,
        score: 300,
        because: "person-surname-title",
    })
}

/// 老王, 小李
#[inline(never)]
fn familiar(words: &Words, index: usize) -> Option<Candidate> {
    let word = &words.list[index];
    let before = words.before(index)?;
    matches!(before.text, "老" | "小" | "阿").then_some(Candidate {
        start: before.start,
        end: word.end,
        kind: Person,
        score: 280,
        because: "person-familiar",
    })
}

/// A name that only the title before it shows: 村民 + 石 + 大 + 山.
#[inline(never)]
fn after_title(words: &Words, titles: &Titles, lexicon: &Lexicon, index: usize) -> Option<Candidate> {
    let title = titles.ending(index).filter(|title| title.class != TitleClass::Courtesy)?;
    let first = index + 1;
    let begin = words.after(title.last)?;
    if begin.is_person() && begin.len() >= 2
        || begin.is_mark()
        || begin.stop().is_some()
        || !has_surname(begin.text) && begin.len() < 3
        || matches!(begin.tag, "p" | "d" | "c" | "r" | "u" | "uj" | "m" | "v" | "t" | "f") && begin.len() >= 2
    {
        return None;
    }
    if !has_surname(begin.text)
        || !begin.text.chars().all(is_han)
        || begin.len() >= 2 && lexicon.has_word(begin.text)
    {
        return None;
    }
    // 犯罪嫌疑人陈某某
    if let Some(some) =
        words.after(first).filter(|next| matches!(next.text, "某" | "某某") && begin.len() == 1)
    {
        return Some(Candidate {
            start: begin.start,
            end: some.end,
            kind: Person,
            score: 330,
            because: "person-withheld",
        });
    }
    let mut last = first;
    let mut length = begin.len();
    while length < 3
        && let Some(next) = words.after(last)
    {
        let open =
            matches!(next.tag, "p" | "c" | "u" | "uj" | "ul" | "w" | "r" | "m" | "t" | "f" | "d" | "y")
                || next.len() >= 2 && (matches!(next.tag, "v" | "vn" | "a" | "ad" | "n" | "ns" | "nt"))
                || !next.text.chars().all(is_han);
        let speaks = length >= 2 && matches!(next.tag, "v" | "vg");
        if open || speaks || length + next.len() > 3 || titles.ending(last + 1).is_some() {
            break;
        }
        length += next.len();
        last += 1;
    }
    let name = &words.text[begin.start..words.list[last].end];
    if !(2..=3).contains(&length) || lexicon.has_word(name) {
        return None;
    }
    // the title must end the search on the left and something other than a noun must follow
    let next = words.after(last);
    let ends = next.is_none_or(|next| {
        next.is_mark() || !matches!(next.tag, "n" | "vn" | "ns" | "nt" | "nz") || next.text == "等"
    });
    ends.then_some(Candidate {
        start: begin.start,
        end: words.list[last].end,
        kind: Person,
        score: 290,
        because: "person-after-title",
    })
}
