//! How far what is said goes.

use super::block::Block;
use super::cues::Cue;
use super::lists::{LISTS, Voice};
use crate::page::EntityType;

/// One past the last word of indirect speech that begins at `content`; `limit` is where the next cue's sentence begins.
pub(super) fn indirect(block: &Block, cue: &Cue, content: usize, limit: usize, in_speech: bool) -> usize {
    let mut end = block.sentence_end(content).min(limit.max(content + 1));
    // in a speech the next sentence is the author's own
    while end < limit && end < block.end && !in_speech {
        let next = block.sentence_end(end).min(limit);
        if !same_voice(block, cue, end, next) {
            break;
        }
        end = next;
    }
    end
}

/// Whether the sentence `from..to` goes on in the voice of the one before.
fn same_voice(block: &Block, cue: &Cue, from: usize, to: usize) -> bool {
    let sentence = &block.words.text[block.word(from).start..block.word(to - 1).end];
    if block.is_quoted(from) || narrated(block, sentence, from, to) {
        return false;
    }
    let speaks = (from..to).any(|at| {
        matches!(
            block.text(at),
            "要" | "必须"
                | "应"
                | "应当"
                | "应该"
                | "务必"
                | "我们"
                | "我"
                | "我国"
                | "我市"
                | "我省"
                | "我县"
                | "我区"
                | "我党"
                | "咱们"
                | "你们"
                | "希望"
                | "绝不"
                | "决不"
                | "不能"
                | "不要"
                | "需要"
                | "一定"
        )
    });
    // a paragraph that begins with the cue is usually his to its end
    let source = matches!(block.text(block.clause(cue.verb)), "据" | "另据");
    let leads = block.sentence(cue.first) == block.first && !source;
    match cue.kind.voice() {
        Voice::Official => true,
        Voice::Plain if leads => true,
        Voice::Plain => speaks,
    }
}

/// Whether the narrator speaks: an opener, or a person who does something.
fn narrated(block: &Block, sentence: &str, from: usize, to: usize) -> bool {
    if LISTS.narrator_openers.iter().any(|opener| sentence.starts_with(opener)) {
        return true;
    }
    if matches!(block.text(from), "他" | "她" | "他们" | "（" | "图" | "“") {
        return true;
    }
    // 唐良智来到 …; 市长张三参加。 A name with a body or title before it begins the sentence, and no modal follows it.
    let mut at = from;
    while at < to && at < from + 12 {
        if let Some(person) = block.person_at(at) {
            let possessive = matches!(block.text(person.end), "的" | "总书记" | "主席" | "同志" | "新时代")
                && block.text(person.end + 1) != "来到";
            return !possessive;
        }
        match block.name_at(at).filter(|name| name.first == at) {
            Some(name)
                if matches!(name.kind, EntityType::Organization | EntityType::Place | EntityType::Title) =>
            {
                at = name.end
            }
            _ if matches!(block.word(at).tag, "n" | "b" | "j" | "nz" | "t") && at < from + 5 => at += 1,
            _ => break,
        }
    }
    // …等参加。 …出席会议。
    let tail: String = sentence
        .trim_end_matches(['。', '！'])
        .chars()
        .rev()
        .take(8)
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
        .collect();
    [
        "参加",
        "出席",
        "陪同",
        "出席会议",
        "参加会议",
        "参加调研",
        "参加活动",
        "参加座谈",
        "出席活动",
        "列席会议",
        "摄",
        "参会",
    ]
    .iter()
    .any(|end| tail.ends_with(end))
}
