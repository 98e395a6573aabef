//! Cues: a subject and a reporting verb, before what is said or after it.

use super::block::{Block, is_end};
use super::lists::{LISTS, Verb, Voice};
use super::speakers::{Found, Subject, subject};
use crate::page::EntityType;

/// Words that look like a report and are none.
const SAYINGS: [&str; 14] = [
    "可以说",
    "也就是说",
    "换句话说",
    "一般来说",
    "总的来说",
    "总体来说",
    "具体来说",
    "对我来说",
    "来说",
    "应该说",
    "不用说",
    "比如说",
    "再说",
    "听说",
];

/// Most words between a verb of urging and what is said: the one who is addressed.
const LONGEST_ADDRESSEE: usize = 14;
/// Fewest characters of indirect speech that follows its verb without a mark.
const SHORTEST_BARE: usize = 8;

/// Most words in which the subject of a sentence is looked for.
const LONGEST_SENTENCE: usize = 120;

/// Where what is said stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// It begins with this word.
    After(usize),
    /// It stands in the marks (by index) that close before the cue.
    Before(usize),
}

/// A cue.
#[derive(Clone, Debug)]
pub(super) struct Cue {
    /// First word and one past the last.
    pub first: usize,
    pub end: usize,
    pub subject: Option<Subject>,
    /// Whether the subject has to be carried over from before.
    pub omitted: bool,
    pub verb: usize,
    pub kind: Verb,
    pub side: Side,
    pub because: &'static str,
}

/// The cues of a block, in text order.
pub(super) fn cues(block: &Block) -> Vec<Cue> {
    let mut out: Vec<Cue> = Vec::new();
    let ends = &LISTS.verb_ends;
    let words = block.words.list[block.first..block.end].iter();
    for (verb, _) in (block.first..).zip(words).filter(|(_, word)| ends.has(word.last)) {
        if out.last().is_none_or(|cue| cue.end <= verb) {
            out.extend(cue(block, verb, &out));
        }
    }
    out
}

/// The cue with this verb, given those before.
#[inline(never)]
fn cue(block: &Block, verb: usize, before: &[Cue]) -> Option<Cue> {
    let kind = verb_at(block, verb).filter(|_| !block.is_quoted(verb))?;
    let introduced = |marks: usize| {
        before.iter().rev().take(4).any(|cue| cue.side == Side::After(block.marks[marks].open))
    };
    let after = postposed(block, verb, kind);
    let after = after.filter(|cue| !matches!(cue.side, Side::Before(marks) if introduced(marks)));
    after.or_else(|| preposed(block, verb, kind))
}

/// The verb at a word, if it may report.
fn verb_at(block: &Block, at: usize) -> Option<Verb> {
    let word = block.word(at);
    let kind = LISTS.verbs.get(word.text).copied().or_else(|| {
        // 强调说, 笑着说 in one word
        let cut = word.text.strip_suffix(['说', '道']).filter(|front| !front.is_empty());
        cut.and_then(|front| LISTS.verbs.get(front)).copied()
    })?;
    let noun = matches!(block.text(at.wrapping_sub(1)), "的" | "、" | "各项" | "有关" | "按照" | "根据")
        && at > block.first;
    let negated = matches!(block.text(at + 1), "的" | "过" | "起");
    (!noun && !negated).then_some(kind)
}

/// “…。”张三说。
fn postposed(block: &Block, verb: usize, kind: Verb) -> Option<Cue> {
    kind.says?;
    let mut after = after_verb(block, verb);
    // 张三告诉记者，
    while after < verb + 4
        && after < block.end
        && matches!(block.word(verb).text, "告诉" | "问" | "回复")
        && !block.word(after).is_mark()
    {
        after += 1;
    }
    if !matches!(block.text(after), "。" | "，" | "！" | "：" | "；")
        && after < block.end
        && block.sentence_end(verb) > after
    {
        return None;
    }
    let index =
        block.marks.partition_point(|marks| marks.close.is_some_and(|close| close < verb)).checked_sub(1)?;
    let marks = block.marks[index];
    let close = marks.close?;
    let from = close + 1;
    if verb - close > 16
        || (from..verb).any(|at| is_end(block.text(at)) || matches!(block.text(at), "；" | "："))
    {
        return None;
    }
    let inner_end = block.text(close - 1);
    let spoken = is_end(inner_end) || matches!(inner_end, "，" | "," | "；");
    if !spoken {
        return None;
    }
    let colon = block.text(after) == "：";
    if colon {
        return None;
    }
    // the words between must be the subject of this verb and no clause of their own
    let clause = block.clause(verb).max(from);
    let subject = match subject(block, clause, verb) {
        Found::Subject(subject) => subject,
        Found::Omitted if clause > from => match super::speakers::subject(block, from, clause) {
            Found::Subject(subject) => subject,
            _ => return None,
        },
        _ => return None,
    };
    let first = subject.words().0;
    Some(Cue {
        first,
        end: after,
        subject: Some(subject),
        omitted: false,
        verb,
        kind,
        side: Side::Before(index),
        because: "quote-cue-after",
    })
}

/// 张三说，…
fn preposed(block: &Block, verb: usize, kind: Verb) -> Option<Cue> {
    let clause = block.clause(verb);
    let sentence = block.sentence(verb);
    let text = &block.words.text[block.word(clause).start..block.word(verb).end];
    if SAYINGS.iter().any(|saying| text.ends_with(saying)) {
        return None;
    }
    let source = matches!(block.text(clause), "据" | "另据");
    if kind.source_only && !source {
        return None;
    }
    let begin = if source { clause + 1 } else { clause };
    let (mut found, mut from) = (subject(block, begin, verb), clause);
    if source && !matches!(found, Found::Subject(Subject::Named { .. })) {
        return None;
    }
    let mut adjunct_before = false;
    if found == Found::Omitted && clause > sentence {
        // 调研中，唐良智 …，强调，: the subject of the sentence
        if let Found::Subject(earlier) = sentence_subject(block, sentence, clause) {
            (found, from) = (Found::Subject(earlier), clause);
            adjunct_before = true;
        }
    }
    let omitted = found == Found::Omitted;
    let subject = match found {
        Found::Subject(subject) => Some(subject),
        Found::Omitted => None,
        Found::Nothing => return None,
    };
    if kind.or_noun && !governs(block, subject.as_ref(), clause, verb) {
        return None;
    }
    let after = after_verb(block, verb);
    let (content, because) = content(block, verb, after, kind, subject.as_ref(), adjunct_before, omitted)?;
    let first = match &subject {
        Some(subject) if !adjunct_before => subject.words().0,
        _ => from,
    };
    Some(Cue { first, end: content, subject, omitted, verb, kind, side: Side::After(content), because })
}

/// Whether a word that may be a noun is the verb of its subject: 市长要求, but not 市长的工作要求.
fn governs(block: &Block, subject: Option<&Subject>, clause: usize, verb: usize) -> bool {
    if verb == clause {
        return true;
    }
    let last = verb - 1;
    if subject.is_some_and(|subject| subject.words().1 > last) {
        return true;
    }
    let word = block.word(last);
    // 张三向记者介绍, 总书记强调
    let in_phrase = (clause..last).any(|at| matches!(block.text(at), "向" | "对" | "就" | "给" | "跟"));
    let title = block.covered_by(last, EntityType::Title);
    in_phrase
        || title
        || !matches!(word.tag, "n" | "vn" | "b" | "a" | "v" | "an" | "j" | "l" | "i")
            && !matches!(word.text, "、" | "和" | "的")
}

/// The first subject of the clauses before.
fn sentence_subject(block: &Block, sentence: usize, clause: usize) -> Found {
    let sentence = sentence.max(clause.saturating_sub(LONGEST_SENTENCE));
    let mut start = sentence;
    for at in sentence..clause {
        if matches!(block.text(at), "，" | "；") && !block.is_quoted(at) {
            if let Found::Subject(found) = subject(block, start, at) {
                return Found::Subject(found);
            }
            start = at + 1;
        }
    }
    Found::Nothing
}

/// The word after the verb and what belongs to it: 说道, 告诉记者.
fn after_verb(block: &Block, verb: usize) -> usize {
    let mut after = verb + 1;
    while after < block.end
        && (matches!(
            block.text(after),
            "说" | "道" | "了" | "着" | "到" | "称" | "指出" | "强调" | "要求" | "表示"
        ))
    {
        after += 1;
    }
    after
}

/// Where what is said begins.
fn content(
    block: &Block,
    verb: usize,
    after: usize,
    kind: Verb,
    subject: Option<&Subject>,
    from_before: bool,
    omitted: bool,
) -> Option<(usize, &'static str)> {
    if after >= block.end {
        return None;
    }
    let mark = block.text(after);
    let comma = matches!(mark, "，" | "," | "：" | ":");
    if comma {
        let content = after + 1;
        if content >= block.end || block.sentence_end(verb) <= content && mark != "：" {
            return None;
        }
        if omitted && kind.says.is_none() {
            return None;
        }
        return Some((content, if mark == "：" { "quote-cue-colon" } else { "quote-cue-comma" }));
    }
    if matches!(mark, "“" | "「") {
        // 张三说“…”: a term in marks is none
        let marks = block.marks.iter().find(|marks| marks.open == after)?;
        let close = marks.close.unwrap_or(block.end);
        let long =
            close - after > 8 || (after..close).any(|at| is_end(block.text(at)) || block.text(at) == "，");
        return (kind.says.is_some() && long).then_some((after, "quote-cue-marks"));
    }
    // 赵立群出席会议并讲话，强调要…
    if from_before {
        let modal = matches!(mark, "要" | "必须" | "应" | "应当" | "务必" | "各级" | "要求");
        return (modal && kind.says.is_some() && kind.voice() == Voice::Official)
            .then_some((after, "quote-cue-bare"));
    }
    // the one who is addressed: 告诉记者，
    if matches!(
        block.word(verb).text,
        "告诉" | "提醒" | "告诫" | "叮嘱" | "询问" | "问" | "嘱咐" | "回复" | "答复"
    ) {
        let mut end = after;
        while end < block.end
            && end < after + 8
            && !block.word(end).is_mark()
            && matches!(
                block.word(end).tag,
                "n" | "nr" | "r" | "ns" | "nt" | "nz" | "nrt" | "nrfg" | "j" | "b" | "a" | "m" | "q"
            )
        {
            end += 1;
        }
        if end > after && matches!(block.text(end), "，" | "：") {
            return (end + 1 < block.end).then_some((end + 1, "quote-cue-comma"));
        }
    }
    if kind.urges.is_some() {
        let subject = subject?;
        return urged(block, verb, after, subject).map(|content| (content, "quote-cue-urge"));
    }
    bare(block, verb, after, subject?).map(|content| (content, "quote-cue-bare"))
}

/// 叮嘱企业负责人 | 一定要…: after the one who is addressed.
fn urged(block: &Block, verb: usize, after: usize, subject: &Subject) -> Option<usize> {
    if verb - subject.words().1 > 12 || matches!(subject, Subject::Author { .. }) {
        return None;
    }
    let mut at = after;
    let end = block.sentence_end(verb);
    // 鼓励广大主持人员：要…
    let colon = (after..end.min(after + LONGEST_ADDRESSEE)).find(|at| block.word(*at).is_mark());
    if let Some(colon) = colon.filter(|colon| block.text(*colon) == "：" && colon + 1 < end) {
        return Some(colon + 1);
    }
    while at < end && at < after + LONGEST_ADDRESSEE {
        let word = block.word(at);
        if block.name_at(at).is_some()
            || matches!(
                word.tag,
                "n" | "nr" | "ns" | "nt" | "nz" | "r" | "j" | "b" | "m" | "q" | "mq" | "s" | "nrt" | "nrfg"
            )
            || matches!(
                word.text,
                "和" | "与" | "及" | "、" | "的" | "有关" | "相关" | "广大" | "各级" | "全体"
            )
        {
            at += 1;
        } else if matches!(word.text, "，" | "：") {
            at += 1;
            break;
        } else {
            break;
        }
    }
    let first = block.words.list.get(at).filter(|_| at < end)?;
    let said = block.words.text[first.start..block.word(end - 1).end].chars().count();
    let begins =
        matches!(first.tag, "v" | "d" | "p" | "a" | "ad" | "vn" | "c" | "l" | "i" | "an" | "t" | "f");
    (begins && said >= SHORTEST_BARE && !first.is_mark()).then_some(at)
}

/// 张三表示将…: without a mark, when it reads as a statement.
fn bare(block: &Block, verb: usize, after: usize, subject: &Subject) -> Option<usize> {
    let text = block.word(verb).text;
    if !matches!(
        text,
        "表示"
            | "认为"
            | "称"
            | "透露"
            | "坦言"
            | "指出"
            | "说"
            | "宣布"
            | "承认"
            | "相信"
            | "强调"
            | "重申"
    ) || verb - subject.words().1 > 6
    {
        return None;
    }
    if matches!(subject, Subject::Author { .. }) {
        return None;
    }
    let end = block.sentence_end(verb);
    let first = block.words.list.get(after).filter(|_| after < end)?;
    let said = block.words.text[first.start..block.word(end - 1).end].chars().count();
    const FEELINGS: [&str; 20] = [
        "感谢", "祝贺", "慰问", "衷心", "热烈", "诚挚", "亲切", "敬意", "欢迎", "哀悼", "遗憾", "歉意",
        "关切", "赞赏", "满意", "高度", "崇高", "支持", "同意", "深切",
    ];
    let feeling = (after..end.min(after + 6)).any(|at| FEELINGS.contains(&block.text(at)));
    let states = (after..end.min(after + 12)).any(|at| {
        matches!(
            block.text(at),
            "将" | "会"
                | "是"
                | "要"
                | "应"
                | "应该"
                | "应当"
                | "可以"
                | "可"
                | "能"
                | "能够"
                | "有"
                | "没有"
                | "不"
                | "已"
                | "已经"
                | "正在"
                | "正"
                | "必须"
                | "需要"
                | "愿"
                | "愿意"
                | "希望"
                | "一定"
                | "不会"
                | "不能"
                | "尚未"
                | "并未"
                | "均"
                | "都"
        )
    });
    (!feeling && states && said >= SHORTEST_BARE && !first.is_mark()).then_some(after)
}
