//! Who said what: direct and indirect speech with its speaker, verb and extent.
//!
//! A cue is a subject with a reporting verb (市长唐良智强调，). What is said follows it, or stands in quotation marks
//! before it. Indirect speech goes on over the next sentences of the paragraph until the narrator or another speaker
//! takes over; direct speech ends with its marks, also when these close paragraphs later. A subject that is left out
//! or is a pronoun is the speaker or the person before.

mod block;
mod cues;
mod extent;
mod lists;
mod speakers;

use super::Reading;
use super::entities::Names;
use super::entities::words::Words;
use crate::page::{Article, ArticleKind, BlockType, EntityType, Named, Quote};
use crate::sorting::{self, descending, pair};
use block::{Block, is_end};
use cues::{Cue, Side, cues};
use lists::LISTS;
use speakers::{Found, Subject, subject};

/// Finds what was said on a page and adds up, per speaker, how much ([`crate::page::Entity::spoken`]).
pub fn quotations(reading: &Reading, names: &mut Names) -> Vec<Quote> {
    let mut finder = Finder {
        words: &names.words,
        quotes: Vec::new(),
        mention: 0,
        speaker: None,
        topic: None,
        topic_block: usize::MAX,
        open: None,
        author: None,
        in_speech: false,
    };
    for article in reading.articles {
        finder.article(article, names);
    }
    let mut quotes = finder.quotes;
    sorting::by_key(&mut quotes, |quote| pair(quote.start, descending(quote.end)));
    for quote in &quotes {
        let spoken = reading.text[quote.start as usize..quote.end as usize]
            .chars()
            .filter(|c| !c.is_whitespace())
            .count();
        if let Some(entity) = quote.speaker.and_then(|speaker| names.entities.get_mut(speaker as usize)) {
            entity.spoken += spoken as u32;
        }
    }
    quotes
}

/// A speaker as quotes name him.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Speaker<'a> {
    entity: Option<u32>,
    text: &'a str,
}

struct Finder<'a> {
    words: &'a Words<'a>,
    quotes: Vec<Quote>,
    /// The next mention to look at.
    mention: usize,
    /// Who spoke last in this article.
    speaker: Option<Speaker<'a>>,
    /// The person whom the narrator last made a subject.
    topic: Option<Speaker<'a>>,
    /// The block in which that was, by its first word.
    topic_block: usize,
    /// The quote whose marks are still open at the end of a block.
    open: Option<usize>,
    /// Who says 我 in this article.
    author: Option<u32>,
    /// Whether the article is a speech.
    in_speech: bool,
}

impl<'a> Finder<'a> {
    fn article(&mut self, article: &Article, names: &Names) {
        (self.speaker, self.topic, self.open) = (None, None, None);
        let named =
            |name: &str| names.entities.iter().position(|e| e.kind == EntityType::Person && e.name == name);
        let writer = article.authors.iter().find(|author| author.role.is_none());
        self.author = writer.and_then(|author| named(&author.name)).map(|index| index as u32);
        self.in_speech = article.kind == ArticleKind::Speech && self.author.is_some();
        self.headline(article, names);
        let mut room = Block::new(self.words);
        for block in &article.blocks {
            if matches!(
                block.kind,
                BlockType::Headline
                    | BlockType::Byline
                    | BlockType::Continuation
                    | BlockType::Dateline
                    | BlockType::Signature
            ) || block.start >= block.end
            {
                continue;
            }
            room.read(names, self.mention_from(names, block.start), block.start, block.end);
            self.block(&room);
        }
        if article.kind == ArticleKind::Speech {
            self.speech(article);
        }
    }

    /// Mentions are in text order and blocks too, but headlines may stand after their bodies.
    fn mention_from(&mut self, names: &Names, start: u32) -> usize {
        if self.mention > 0 && names.mentions.get(self.mention - 1).is_some_and(|m| m.start >= start) {
            self.mention = names.mentions.partition_point(|mention| mention.start < start);
        }
        while names.mentions.get(self.mention).is_some_and(|mention| mention.start < start) {
            self.mention += 1;
        }
        self.mention
    }

    /// 唐良智在检查调研时强调 over the headline: the headline is what he said.
    fn headline(&mut self, article: &Article, names: &Names) {
        let lines: Vec<_> = article.blocks.iter().filter(|block| block.kind == BlockType::Headline).collect();
        let Some(headline) = &article.headline else { return };
        for (at, line) in lines.iter().enumerate() {
            let text = self.words.text[line.start as usize..line.end as usize].trim();
            let is_kicker = headline.kicker.iter().any(|kicker| kicker.trim() == text);
            if !is_kicker || at + 1 >= lines.len() {
                continue;
            }
            let mut block = Block::new(self.words);
            block.read(names, self.mention_from(names, line.start), line.start, line.end);
            if block.first >= block.end {
                continue;
            }
            let verb = block.end - 1;
            if !LISTS.verbs.has(block.text(verb)) {
                continue;
            }
            let Found::Subject(subject) = subject(&block, block.first, verb) else { continue };
            let speaker = self.speaker_of(&block, &subject);
            let main = lines[at + 1..].iter().filter(|line| {
                let text = self.words.text[line.start as usize..line.end as usize].trim();
                headline.main.iter().any(|main| main.trim() == text)
            });
            let (mut start, mut end) = (None, None);
            for line in main {
                start = start.or(Some(line.start));
                end = Some(line.end);
            }
            let (Some(start), Some(end)) = (start, end) else { continue };
            let (cue_start, cue_end) = block.bytes(block.first, block.end);
            self.quotes.push(Quote {
                speaker: speaker.entity,
                verb: Some(block.text(verb).to_string()),
                start,
                end,
                direct: false,
                speaker_text: Some(speaker.text.to_string()),
                cue: Some(self.named(cue_start, cue_end)),
                because: "quote-headline",
            });
        }
    }

    fn block(&mut self, block: &Block) {
        if block.first >= block.end {
            return;
        }
        let mut after = block.first;
        // marks left open in the block before go on here
        if let Some(open) = self.open {
            let reopens = matches!(block.text(block.first), "“" | "「");
            let close = (block.first..block.end).find(|at| matches!(block.text(*at), "”" | "」"));
            match close {
                Some(close) => {
                    self.quotes[open].end = block.word(close).start as u32;
                    self.open = None;
                    after = close + 1;
                }
                None if reopens => {
                    self.quotes[open].end = block.bytes(block.first, block.end).1 as u32;
                    return;
                }
                None => self.open = None,
            }
        }
        let found: Vec<Cue> =
            cues(block).into_iter().filter(|cue| cue.first >= after || after == block.first).collect();
        let mut used = vec![false; block.marks.len()];
        let mut last_end = after;
        for (index, cue) in found.iter().enumerate() {
            self.narrate(block, last_end, cue.first);
            let speaker = match &cue.subject {
                Some(subject) => Some(self.speaker_of(block, subject)),
                None => self.speaker.or(self.topic),
            };
            let Some(speaker) =
                speaker.filter(|_| !cue.omitted || self.speaker.is_some() || cue.because != "quote-cue-bare")
            else {
                continue;
            };
            last_end = self.quote(block, cue, index, &found, &speaker, &mut used).max(last_end);
            if let Some(Subject::Named { person: true, .. }) = &cue.subject {
                (self.topic, self.topic_block) = (Some(speaker), block.first);
            }
            self.speaker = Some(speaker);
        }
        self.narrate(block, last_end, block.end);
        self.unattributed(block, &found, &used, after);
    }

    /// Makes the quote of a cue; gives the word after it.
    fn quote(
        &mut self,
        block: &Block,
        cue: &Cue,
        index: usize,
        found: &[Cue],
        speaker: &Speaker,
        used: &mut [bool],
    ) -> usize {
        let (first, end, direct, open) = match cue.side {
            Side::Before(marks) => {
                let pair = block.marks[marks];
                used[marks] = true;
                // “…，”张三说，“…。”: the second half is his too
                let after = block.marks.get(marks + 1).filter(|next| {
                    next.open == cue.end + 1 && matches!(block.text(cue.end), "，" | "：" | "。")
                });
                if let Some(next) = after.copied().filter(|_| block.text(cue.end) != "。") {
                    used[marks + 1] = true;
                    self.push(
                        block,
                        cue,
                        speaker,
                        next.open + 1,
                        next.close.unwrap_or(block.end),
                        true,
                        "quote-cue-between",
                    );
                    if next.close.is_none() {
                        self.open = Some(self.quotes.len() - 1);
                    }
                }
                // “……。”张三告诉记者，…: he goes on in indirect speech
                let content = cue.end + 1;
                let whole = pair.close.is_some_and(|close| is_end(block.text(close - 1)));
                if whole
                    && after.is_none()
                    && block.text(cue.end) == "，"
                    && content < block.sentence_end(cue.verb)
                {
                    let limit = limit(block, &found[index + 1..], content);
                    let end = extent::indirect(block, cue, content, limit, self.in_speech);
                    self.push(block, cue, speaker, content, end, false, "quote-cue-between");
                    self.push(
                        block,
                        cue,
                        speaker,
                        pair.open + 1,
                        pair.close.unwrap_or(block.end),
                        true,
                        cue.because,
                    );
                    return end;
                }
                (pair.open + 1, pair.close.unwrap_or(block.end), true, false)
            }
            Side::After(content) => {
                let marks = block.marks.iter().position(|marks| marks.open == content);
                // “放管服”改革要…: a term at the beginning is no speech
                let speech = marks.filter(|marks| {
                    let pair = block.marks[*marks];
                    pair.close.is_none_or(|close| {
                        is_end(block.text(close - 1))
                            || close + 1 >= block.end
                            || is_end(block.text(close + 1))
                            || block.text(close + 1) == "，" && close - pair.open > 6
                    })
                });
                match speech {
                    Some(marks) => {
                        used[marks] = true;
                        let pair = block.marks[marks];
                        (content + 1, pair.close.unwrap_or(block.end), true, pair.close.is_none())
                    }
                    None => {
                        let limit = limit(block, &found[index + 1..], content);
                        (content, extent::indirect(block, cue, content, limit, self.in_speech), false, false)
                    }
                }
            }
        };
        if first >= end {
            return cue.end;
        }
        self.push(block, cue, speaker, first, end, direct, cue.because);
        if open {
            self.open = Some(self.quotes.len() - 1);
        }
        end
    }

    #[allow(clippy::too_many_arguments)]
    fn push(
        &mut self,
        block: &Block,
        cue: &Cue,
        speaker: &Speaker,
        first: usize,
        end: usize,
        direct: bool,
        because: &'static str,
    ) {
        if first >= end {
            return;
        }
        let (start, stop) = block.bytes(first, end);
        let (cue_start, cue_end) = block.bytes(cue.first, (cue.verb + 1).max(cue.first + 1));
        self.quotes.push(Quote {
            speaker: speaker.entity,
            verb: Some(block.word(cue.verb).text.to_string()),
            start: start as u32,
            end: stop as u32,
            direct,
            speaker_text: Some(speaker.text.to_string()),
            cue: Some(self.named(cue_start, cue_end)),
            because: if cue.omitted { "quote-speaker-carried" } else { because },
        });
    }

    fn named(&self, start: usize, end: usize) -> Named {
        Named { text: self.words.text[start..end].to_string(), start: start as u32, end: end as u32 }
    }

    /// Whom a subject means.
    fn speaker_of(&self, block: &Block, subject: &Subject) -> Speaker<'a> {
        let (first, end) = subject.words();
        let (start, stop) = block.bytes(first, end);
        let text = &self.words.text[start..stop];
        let entity = match subject {
            Subject::Named { entity, .. } => Some(*entity),
            Subject::Pronoun { .. } => {
                let before = self.topic.or(self.speaker);
                before.and_then(|speaker| speaker.entity)
            }
            Subject::Author { .. } => self.author,
            Subject::Noun { .. } => None,
        };
        Speaker { entity, text }
    }

    /// Follows whom the narrator speaks of in `from..to`.
    fn narrate(&mut self, block: &Block, from: usize, to: usize) {
        let mut at = from;
        while at < to {
            let end = block.sentence_end(at).min(to);
            if block.has_person(at, end)
                && let Found::Subject(Subject::Named { entity, person: true, first, end: stop }) =
                    subject(block, at, end)
                && !is_press(block, first)
            {
                let (start, stop) = block.bytes(first, stop);
                self.topic_block = block.first;
                self.topic = Some(Speaker { entity: Some(entity), text: &self.words.text[start..stop] });
            }
            at = end.max(at + 1);
        }
    }

    /// A whole sentence in marks without a cue, after someone has spoken or been introduced.
    fn unattributed(&mut self, block: &Block, found: &[Cue], used: &[bool], after: usize) {
        for (index, marks) in block.marks.iter().enumerate() {
            let Some(close) = marks.close else { continue };
            let inside = self.quotes.iter().rev().take(12).any(|quote| {
                let at = block.word(marks.open).start as u32;
                quote.start <= at + 3 && at < quote.end
            });
            let sentence = block.sentence(marks.open) == marks.open
                && is_end(block.text(close - 1))
                && close - marks.open > 8;
            if used[index] || inside || !sentence || marks.open < after {
                continue;
            }
            let (start, stop) = block.bytes(marks.open + 1, close);
            // “……！”…，村民张三高兴地说，“……。”: the cue of the next sentence
            let after_close = found.partition_point(|cue| cue.verb <= close);
            let next = found
                .get(after_close)
                .filter(|cue| close < cue.first && block.sentence(cue.first) == close + 1);
            let said = next.and_then(|cue| {
                let quoted = matches!(cue.side, Side::After(content) if block.text(content) == "“" || block.text(content) == "「");
                cue.subject.as_ref().filter(|_| quoted).map(|subject| (subject, cue.verb))
            });
            if let Some((subject, verb)) = said {
                let speaker = self.speaker_of(block, subject);
                self.quotes.push(Quote {
                    speaker: speaker.entity,
                    verb: Some(block.word(verb).text.to_string()),
                    start: start as u32,
                    end: stop as u32,
                    direct: true,
                    speaker_text: Some(speaker.text.to_string()),
                    cue: None,
                    because: "quote-cue-next",
                });
                continue;
            }
            let Some((speaker, text)) = self.speaker_before(block, marks.open) else { continue };
            self.quotes.push(Quote {
                speaker,
                verb: None,
                start: start as u32,
                end: stop as u32,
                direct: true,
                speaker_text: Some(text),
                cue: None,
                because: "quote-marks",
            });
        }
    }

    /// The speaker of the quote before in this block, else the person of the sentence before.
    fn speaker_before(&self, block: &Block, at: usize) -> Option<(Option<u32>, String)> {
        let (start, here) = (block.word(block.first).start as u32, block.word(at).start as u32);
        let earlier =
            self.quotes.iter().rev().take(12).find(|quote| quote.start >= start && quote.end <= here);
        if let Some(quote) = earlier {
            return Some((quote.speaker, quote.speaker_text.clone().unwrap_or_default()));
        }
        let named_here = self.topic_block == block.first;
        let speaker = self.topic.filter(|_| named_here).or(self.speaker)?;
        Some((speaker.entity, speaker.text.to_string()))
    }

    /// A speech: the whole of the article is what its author said.
    fn speech(&mut self, article: &Article) {
        let body = article.blocks.iter().filter(|block| {
            matches!(block.kind, BlockType::Paragraph | BlockType::Heading | BlockType::Salutation)
        });
        let (mut start, mut end) = (None, None);
        for block in body {
            start = start.or(Some(block.start));
            end = Some(block.end);
        }
        let (Some(start), Some(end), Some(author)) = (start, end, self.author) else { return };
        self.quotes.push(Quote {
            speaker: Some(author),
            verb: None,
            start,
            end,
            direct: true,
            speaker_text: None,
            cue: None,
            because: "quote-speech",
        });
    }
}

/// 本报记者张三: whoever reports is no one whom the report calls 他.
fn is_press(block: &Block, first: usize) -> bool {
    first > block.first && block.text(first - 1).ends_with(['者', '员', '讯', '摄']) && {
        let before = block.text(first - 1);
        before.ends_with("记者") || before == "通讯员" || before == "讯"
    }
}

/// 张三说，李四告诉他，…: a cue with a subject of its own in the same sentence stands inside what is said.
fn is_inside(block: &Block, next: &Cue, content: usize) -> bool {
    matches!(next.side, Side::After(_))
        && next.subject.is_some()
        && block.sentence(next.first) == block.sentence(content)
        && (content..content + 8).contains(&next.first)
}

/// Where a quote must end at the latest, because of the cues after its own.
fn limit(block: &Block, later: &[Cue], content: usize) -> usize {
    /// Most cues inside what one person says.
    const DEEPEST: usize = 4;
    let mut later = later.iter().enumerate();
    let next = later.find(|(depth, next)| *depth >= DEEPEST || !is_inside(block, next, content));
    next.map_or(block.end, |(_, next)| next_limit(block, next, content))
}

/// Where the quote before a cue must end: at the sentence of the cue, or at the cue when it stands in the same one.
fn next_limit(block: &Block, next: &Cue, content: usize) -> usize {
    let first = match next.side {
        Side::Before(marks) => block.marks[marks].open.min(next.first),
        Side::After(_) => next.first,
    };
    let sentence = block.sentence(first);
    if sentence > content { sentence } else { block.clause(first).max(content + 1) }
}
