//! Who speaks: the subject of a reporting verb.

use super::block::Block;
use super::lists::LISTS;
use crate::page::EntityType;

/// The subject of a reporting verb.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// A name on the page.
    Named { entity: u32, person: bool, first: usize, end: usize },
    /// 他, 她
    Pronoun { first: usize, end: usize },
    /// 我
    Author { first: usize, end: usize },
    /// 会议, 与会专家
    Noun { first: usize, end: usize },
}

impl Subject {
    pub(super) fn words(&self) -> (usize, usize) {
        match self {
            Subject::Named { first, end, .. }
            | Subject::Pronoun { first, end }
            | Subject::Author { first, end }
            | Subject::Noun { first, end } => (*first, *end),
        }
    }
}

/// What stands between the beginning of a clause and a verb.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Found {
    Subject(Subject),
    /// Only adverbs, or an adjunct such as 在…时: the subject stands further back.
    Omitted,
    /// Words that make no subject.
    Nothing,
}

/// How many words a subject may stand before its verb.
const FARTHEST: usize = 120;

/// The subject in the words `from..verb`.
pub(super) fn subject(block: &Block, from: usize, verb: usize) -> Found {
    let mut at = from.max(verb.saturating_sub(FARTHEST));
    let mut only_adverbs = true;
    let mut noun: Option<Subject> = None;
    let mut place: Option<Subject> = None;
    while at < verb {
        let word = block.word(at);
        if block.is_quoted(at) {
            only_adverbs = false;
            at += 1;
            continue;
        }
        if matches!(word.text, "（" | "(") {
            // （记者罗静雯）
            while at < verb && !matches!(block.text(at), "）" | ")") {
                at += 1;
            }
            at += 1;
            continue;
        }
        if is_preposition(word.text) {
            let end = phrase_end(block, at, verb);
            only_adverbs &= end < verb || is_adjunct(block, at, verb);
            at = end;
            continue;
        }
        match word.text {
            "他" | "她" | "他们" | "她们" => {
                return Found::Subject(Subject::Pronoun { first: at, end: at + 1 });
            }
            "我" => return Found::Subject(Subject::Author { first: at, end: at + 1 }),
            _ => {}
        }
        if let Some(person) = block.person_at(at) {
            let possessive = block.text(person.end) == "的" && person.end < verb;
            if !possessive {
                return Found::Subject(Subject::Named {
                    entity: person.entity,
                    person: true,
                    first: at,
                    end: person.end,
                });
            }
            only_adverbs = false;
            at = person.end;
            continue;
        }
        if let Some(name) = block.name_at(at).filter(|name| name.first == at && name.end <= verb).copied() {
            let person_follows =
                (name.end..verb.min(name.end + 8)).any(|next| block.person_at(next).is_some());
            if !person_follows {
                let end = name_phrase_end(block, name.end, verb);
                let subject = Subject::Named { entity: name.entity, person: false, first: at, end };
                match name.kind {
                    EntityType::Organization | EntityType::Event | EntityType::Work => {
                        // 外交部发言人: the noun that follows speaks
                        let noun_follows =
                            (name.end..verb).find(|next| LISTS.speaking_nouns.has(block.text(*next)));
                        if let Some(noun) = noun_follows.filter(|noun| *noun <= name.end + 3) {
                            return Found::Subject(Subject::Named {
                                entity: name.entity,
                                person: false,
                                first: at,
                                end: noun + 1,
                            });
                        }
                        return Found::Subject(subject);
                    }
                    EntityType::Place => place = Some(subject),
                    _ => {}
                }
            }
            only_adverbs = false;
            at = name.end.max(at + 1);
            continue;
        }
        if LISTS.speaking_nouns.has(word.text) {
            let after = block.text(at + 1);
            let head = !matches!(after, "的" | "精神" | "、")
                && !LISTS.speaking_nouns.has(after)
                && block.person_at(at + 1).is_none();
            if head && noun.is_none() {
                // words such as 与会, 有关 belong to the noun
                let mut first = at;
                while first > from
                    && matches!(
                        block.word(first - 1).tag,
                        "n" | "b" | "vn" | "a" | "m" | "q" | "r" | "v" | "mq"
                    )
                    && at - first < 3
                    && !is_preposition(block.text(first - 1))
                {
                    first -= 1;
                }
                noun = Some(Subject::Noun { first, end: at + 1 });
            }
            only_adverbs = false;
            at += 1;
            continue;
        }
        let adverb = matches!(word.tag, "d" | "ad" | "c" | "t" | "u" | "uj" | "f" | "y")
            || word.is_mark()
            || is_connective(word.text);
        only_adverbs &= adverb;
        at += 1;
    }
    if let Some(subject) = noun.or_else(|| place.filter(|subject| verb <= subject.words().1 + 2)) {
        return Found::Subject(subject);
    }
    if only_adverbs { Found::Omitted } else { Found::Nothing }
}

/// A country or body with a noun after it that speaks for it: 美国政府官员.
fn name_phrase_end(block: &Block, end: usize, verb: usize) -> usize {
    (end..verb.min(end + 3)).find(|at| LISTS.speaking_nouns.has(block.text(*at))).map_or(end, |noun| noun + 1)
}

fn is_preposition(word: &str) -> bool {
    matches!(
        word,
        "在" | "对"
            | "向"
            | "与"
            | "同"
            | "跟"
            | "给"
            | "被"
            | "由"
            | "据"
            | "把"
            | "将"
            | "就"
            | "从"
            | "当"
            | "针对"
            | "关于"
            | "围绕"
            | "面对"
            | "对于"
            | "根据"
            | "按照"
            | "会见"
            | "接受"
            | "经"
            | "于"
            | "随着"
            | "通过"
            | "为"
            | "和"
            | "听取"
    )
}

/// Where a phrase that begins with a preposition ends: after 时, 中, 上 …, else after its noun.
fn phrase_end(block: &Block, at: usize, verb: usize) -> usize {
    let closing = (at + 1..verb).find(|end| {
        matches!(
            block.text(*end),
            "时" | "后"
                | "中"
                | "上"
                | "里"
                | "期间"
                | "之际"
                | "前"
                | "下"
                | "时候"
                | "以后"
                | "之后"
                | "会上"
                | "现场"
                | "过程"
        )
    });
    if matches!(block.text(at), "在" | "当" | "接受" | "会见" | "于" | "从" | "听取") {
        return closing.map_or(verb, |end| end + 1);
    }
    // 对记者, 就此, 和张三: one name or noun phrase
    let mut end = at + 1;
    if let Some(name) = block.name_at(end).filter(|name| name.first == end) {
        end = name.end;
        if let Some(person) = (end..verb.min(end + 4)).find_map(|next| block.person_at(next)) {
            end = person.end;
        }
        return end.min(verb);
    }
    while end < verb
        && matches!(block.word(end).tag, "n" | "nr" | "r" | "b" | "vn" | "m" | "q" | "nz" | "a" | "j")
        && end < at + 4
    {
        end += 1;
    }
    end.max(at + 1)
}

fn is_adjunct(block: &Block, at: usize, verb: usize) -> bool {
    matches!(block.text(verb - 1), "时" | "后" | "中" | "上" | "期间")
        && matches!(block.text(at), "在" | "接受" | "会见" | "当" | "听取")
}

fn is_connective(word: &str) -> bool {
    matches!(
        word,
        "并" | "并且"
            | "还"
            | "也"
            | "又"
            | "同时"
            | "再次"
            | "进一步"
            | "随后"
            | "最后"
            | "特别"
            | "反复"
            | "多次"
            | "一再"
            | "明确"
            | "着重"
            | "重点"
            | "接着"
            | "则"
            | "会上"
            | "会议上"
            | "郑重"
            | "严肃"
            | "深情"
            | "动情"
            | "激动"
            | "笑着"
            | "诚恳"
            | "坦率"
            | "高兴"
            | "亲切"
            | "地"
            | "一致"
            | "普遍"
            | "共同"
            | "分别"
    )
}
