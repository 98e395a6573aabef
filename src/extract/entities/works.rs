//! Works in 《》, documents named without these marks, and terms in “ ”.

use super::choose::Candidate;
use super::endings::Endings;
use super::words::{Word, Words};
use crate::lexicon::Lexicon;
use crate::lexicon::filters::Edge;
use crate::page::EntityType::{Term, Work};
use crate::source::chars::marks;
use std::sync::LazyLock;

/// Longest title in characters; what is longer is a mark that was left open.
const LONGEST_WORK: usize = 120;
/// Longest term in characters.
const LONGEST_TERM: usize = 16;

/// 《…》 with the marks, also nested 〈…〉, and terms, words in “ ” that are a name or a slogan and not speech; none
/// goes over a line's end.
#[inline(never)]
pub(crate) fn works_and_terms(words: &Words, lexicon: &Lexicon) -> Vec<Candidate> {
    let text = words.text;
    // only a word of the user may have marks inside
    let plain = !lexicon.has_own_mixed();
    static MARKS: LazyLock<Edge> = LazyLock::new(|| Edge::of("《》“”「」"));
    let asked = &*MARKS;
    let mut out = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut quoted: Option<usize> = None;
    let may_count = |word: &&Word| word.first || asked.has(word.last) || !plain;
    for word in words.list.iter().filter(may_count) {
        if word.first {
            open.clear();
            quoted = None;
        }
        for (at, c) in marks(word.text).map(|(at, c)| (word.start + at, c)) {
            match c {
                '《' => open.push(at),
                '》' => {
                    let start = open.pop();
                    let inner = start.map_or("", |start| &text[start + '《'.len_utf8()..at]);
                    let fits = || !inner.trim().is_empty() && inner.chars().count() < LONGEST_WORK;
                    if let Some(start) = start.filter(|_| open.is_empty() && fits()) {
                        let end = at + c.len_utf8();
                        out.push(Candidate { start, end, kind: Work, score: 500, because: "work-marks" });
                    }
                }
                '“' | '「' => quoted = Some(at + c.len_utf8()),
                '”' | '」' => {
                    if let Some(start) = quoted.take()
                        && is_term(text, start, at)
                    {
                        out.push(Candidate {
                            start,
                            end: at,
                            kind: Term,
                            score: 300,
                            because: "term-quoted",
                        });
                    }
                }
                _ => {}
            }
        }
    }
    out
}

/// What kind of work it is, by its last word and its surroundings: law, newspaper, book, document …
pub(crate) fn genre(text: &str, work: &Candidate) -> &'static str {
    let title = text[work.start..work.end].trim_matches(['《', '》']);
    let after = &text[work.end..];
    let before = &text[..work.start];
    let ends = |words: &[&str]| words.iter().any(|word| title.ends_with(word));
    let title_core = title
        .trim_end_matches(['）', ')'])
        .trim_end_matches("草案")
        .trim_end_matches("试行")
        .trim_end_matches("修订")
        .trim_end_matches(['（', '(']);
    let core_ends = |words: &[&str]| words.iter().any(|word| title_core.ends_with(word));
    if ends(&["日报", "晚报", "时报", "早报", "晨报", "商报", "都市报", "邮报", "新闻报"])
        || title.ends_with('报')
    {
        "newspaper"
    } else if ends(&["杂志", "周刊", "月刊", "半月谈", "学报"])
        || after.starts_with("杂志")
        || after.starts_with("周刊")
    {
        "periodical"
    } else if core_ends(&["法", "条例", "宪法", "办法", "规定", "细则", "规则", "法典", "章程"])
    {
        "law"
    } else if core_ends(&[
        "意见",
        "通知",
        "决定",
        "纲要",
        "规划",
        "方案",
        "报告",
        "公告",
        "白皮书",
        "决议",
        "计划",
        "公约",
        "宣言",
        "条约",
        "协定",
        "公报",
        "声明",
        "指南",
        "标准",
        "建议",
        "批复",
        "函",
        "倡议",
        "慰问信",
        "协议",
    ]) {
        "document"
    } else if before.ends_with("电影")
        || before.ends_with("影片")
        || before.ends_with("电视剧")
        || before.ends_with("纪录片")
    {
        "film"
    } else if before.ends_with("歌曲") || before.ends_with("唱") || before.ends_with("曲") {
        "music"
    } else {
        "work"
    }
}

/// 联合国2030年可持续发展议程: a document named by a body or a year before it.
#[inline(never)]
pub(crate) fn documents(words: &Words, name_ending: &Endings) -> Vec<Candidate> {
    let mut out = Vec::new();
    for (last, word) in words.list.iter().enumerate() {
        if !word.is_document() {
            continue;
        }
        let mut first = last;
        let mut anchored = false;
        while first > 0 && !words.list[first].first && last - first < 9 {
            let before = first - 1;
            let word = &words.list[before];
            if let Some(start) = name_ending.get(before).filter(|start| *start <= before) {
                (first, anchored) = (start, true);
                break;
            }
            let year = word.text.chars().any(crate::source::chars::is_digit) || word.text == "年";
            let inside = year
                || word.text == "可"
                || word.tag == "d"
                || matches!(word.tag, "n" | "vn" | "v" | "a" | "an" | "b" | "nz" | "j" | "m" | "t" | "ad")
                    && word.len() >= 2
                    && word.stop().is_none();
            if !inside {
                break;
            }
            anchored |= year;
            first = before;
        }
        // 实现 + 2030年可持续发展议程: a verb before the name is none of it
        while first < last && words.list[first].tag.starts_with('v') {
            first += 1;
        }
        if anchored && last - first >= 2 {
            let (start, end) = (words.list[first].start, word.end);
            out.push(Candidate { start, end, kind: Work, score: 300, because: "work-document" });
        }
    }
    out
}

fn is_term(text: &str, start: usize, end: usize) -> bool {
    let inner = &text[start..end];
    let characters = inner.chars().count();
    if characters == 0 || inner.trim().is_empty() {
        return false;
    }
    let before = text[..start].chars().rev().nth(1);
    let speech = matches!(before, Some('：' | ':')) || inner.contains(['？', '！', '；', '?', '!']);
    let sentence = inner.ends_with(['。', '，']) || inner.contains("……");
    // what someone says, and not how a thing is called: “手机一响就是单子，坐不住”
    let spoken = ["我们", "你们", "咱们"].iter().any(|word| inner.contains(word))
        || inner.ends_with(['吗', '呢', '吧', '啊', '呀']);
    let halves = inner.split_once('，').is_none_or(|(a, b)| a.chars().count() == b.chars().count());
    if speech || spoken {
        return false;
    }
    // a saying of two short halves: 其作始也简，其将毕也必巨。
    let saying = sentence
        && characters <= LONGEST_TERM
        && inner.matches('，').count() == 1
        && inner.ends_with('。')
        && inner.contains([
            '之', '其', '也', '矣', '者', '焉', '哉', '乎', '兮', '弗', '毋', '莫', '亦', '必', '则', '而',
            '以', '于',
        ])
        && !inner.contains([
            '我', '你', '们', '了', '的', '这', '那', '就', '没', '着', '都', '很', '在', '里', '几', '吧',
            '吗', '呢', '啊', '得', '把', '被', '年', '是',
        ]);
    saying || !sentence && characters <= LONGEST_TERM && halves
}
