//! What the head of an article says: kicker, main line, sub-headline, authors, dateline, kind.

use super::Day;
use super::credits;
use super::lists::{
    ADDRESSED, CAPTION_ENDS, CAPTION_STARTS, COMMENT, KICKER_ENDS, LETTERS, NOTICE, SPEECH, WordList,
};
use super::marks::{self, Rank};
use super::why::SIGNATURE;
use crate::page::{Article, ArticleKind, Author, Block, BlockType, Dateline, Headline};
use crate::source::chars::{is_closing, is_sentence_end};

/// Fills in what the blocks of an article say about it.
pub fn describe(article: &mut Article, text: &str, published: Option<Day>) {
    let of = |block: &Block| &text[block.start as usize..block.end as usize];
    classify_blocks(&mut article.blocks, text);
    let lines: Vec<&str> =
        article.blocks.iter().filter(|block| block.kind == BlockType::Headline).map(of).collect();
    article.headline = (!lines.is_empty()).then(|| headline(&lines));
    let signs = |block: &&Block| {
        block.kind == BlockType::Byline || block.kind == BlockType::Headline && credits::is_office(of(block))
    };
    for block in article.blocks.iter().filter(signs) {
        article.authors.extend(credits::byline(of(block)).unwrap_or_default());
    }
    read_dateline(article, text, published);
    article.authors.dedup();
    article.kind = kind(article, text);
}

/// Paragraphs that are more than running text by their own words.
fn classify_blocks(blocks: &mut [Block], text: &str) {
    let last = blocks.iter().rposition(|block| block.kind == BlockType::Paragraph);
    let first = blocks.iter().position(|block| block.kind == BlockType::Paragraph);
    for (at, block) in blocks.iter_mut().enumerate() {
        if block.kind != BlockType::Paragraph {
            continue;
        }
        let words = &text[block.start as usize..block.end as usize];
        if Some(at) == first && is_salutation(words) {
            (block.kind, block.because) = (BlockType::Salutation, "salutation");
        } else if marks::final_dispatch(words).is_some_and(|(start, _)| start == 0) {
            (block.kind, block.because) = (BlockType::Dateline, "closing-dispatch");
        } else if is_caption(words) {
            (block.kind, block.because) = (BlockType::Caption, "caption");
        } else if Some(at) == last && at > 0 && is_about_author(words) {
            (block.kind, block.because) = (BlockType::Signature, SIGNATURE);
        }
    }
    // a date at the end signs the letter, with the name above it
    let dated = last.filter(|last| *last > 0 && is_date(words_of(&blocks[*last], text)));
    if let Some(last) = dated {
        let name = words_of(&blocks[last - 1], text);
        let named = blocks[last - 1].kind == BlockType::Paragraph
            && name.chars().count() <= 24
            && !name.ends_with(is_sentence_end);
        for block in &mut blocks[last - usize::from(named)..=last] {
            (block.kind, block.because) = (BlockType::Signature, SIGNATURE);
        }
    }
}

fn words_of<'a>(block: &Block, text: &'a str) -> &'a str {
    &text[block.start as usize..block.end as usize]
}

/// 同志们： 各位代表：
pub fn is_salutation(words: &str) -> bool {
    let Some(addressed) = words.strip_suffix(['：', ':', '！', '!']) else { return false };
    words.chars().count() <= 40
        && !addressed.contains(['。', '；', '：'])
        && ADDRESSED.ending(addressed).next().is_some()
}

/// Longest caption, in characters.
const CAPTION: usize = 160;

pub fn is_caption(words: &str) -> bool {
    let longer = |characters| {
        words.len() > characters && (words.len() > characters * 4 || words.chars().nth(characters).is_some())
    };
    if longer(CAPTION) {
        return false;
    }
    let bare = words.trim_end_matches(|c: char| is_closing(c) || c == '。' || c == ' ');
    let credits = |words: &str| CAPTION_ENDS.ending(words).next().is_some();
    let has_credit = credits(bare) || bare.len() < words.len() && credits(words);
    CAPTION_STARTS.beginning(words).next().is_some() && (has_credit || !longer(60))
        || has_credit && (bare.len() > 6 || credits::byline(words).is_some())
}

/// 2026年5月7日 and nothing else.
pub fn is_date(words: &str) -> bool {
    marks::calendar_day(words).is_some_and(|((year, ..), rest)| year.is_some() && rest.is_empty())
}

/// （作者为…）
fn is_about_author(words: &str) -> bool {
    let inside = words.strip_prefix(['（', '(']).unwrap_or_default();
    marks::in_brackets(words) && ["作者", "本文", "执笔", "整理"].iter().any(|word| inside.starts_with(word))
}

/// Whether a line ends the way kickers do.
pub fn is_kicker(line: &str) -> bool {
    KICKER_ENDS.ending(line).next().is_some()
}

fn headline(lines: &[&str]) -> Headline {
    let length = |line: &str| line.chars().count();
    let is_sub = |line: &str| {
        matches!(marks::marker(line), Some(marker) if marker.rank == Rank::Dash) || marks::in_brackets(line)
    };
    let mut found = Headline::default();
    let subs = lines.iter().rev().take_while(|line| is_sub(line)).count().min(lines.len().saturating_sub(1));
    let (top, sub) = lines.split_at(lines.len() - subs);
    found.sub = sub.iter().map(|line| line.to_string()).collect();
    let mut kickers = 0;
    while kickers + 1 < top.len() {
        let (line, next) = (top[kickers], top[kickers + 1]);
        let colon = line.ends_with(['：', ':']);
        let pair = length(line).abs_diff(length(next)) <= 2;
        let names_a_column = marks::in_brackets(line) || line.contains(['·', '|', '｜', '▪']);
        let much_shorter =
            kickers == 0 && top.len() == 2 && length(line) <= 10 && length(line) + 4 <= length(next);
        let leads = colon || names_a_column || much_shorter || is_kicker(line) && !pair;
        if !leads {
            break;
        }
        kickers += 1;
    }
    let (kicker, main) = top.split_at(kickers);
    found.kicker = kicker.iter().map(|line| line.to_string()).collect();
    found.main = main.iter().map(|line| line.to_string()).collect();
    // three lines of which the last is much longer than the main line: an explanation below it
    if found.sub.is_empty() && found.main.len() >= 2 {
        let last = found.main.len() - 1;
        if length(&found.main[last]) > length(&found.main[last - 1]) + 8
            && last > 0
            && found.kicker.is_empty()
        {
            found.sub = found.main.split_off(last);
        }
    }
    found
}

/// The dispatch line and the reporters named after it: `本报讯（记者 林一帆）`, `新华社北京3月6日电（记者周晓）`.
fn read_dateline(article: &mut Article, text: &str, published: Option<Day>) {
    let mut found = None;
    for block in &article.blocks {
        let words = &text[block.start as usize..block.end as usize];
        match block.kind {
            BlockType::Paragraph | BlockType::Dateline | BlockType::Caption => {}
            _ => continue,
        }
        if found.is_none() {
            if let Some(dispatch) = marks::dispatch(words) {
                article.authors.extend(reporters(words[dispatch.length..].trim_start()));
                found = Some(dispatch);
                continue;
            }
            if let Some(authors) = leading_reporters(words) {
                article.authors.extend(authors);
            }
        }
        if let Some((_, dispatch)) = marks::final_dispatch(words) {
            found = found.or(Some(dispatch));
        }
    }
    if let Some(dispatch) = found {
        // 本报讯 names no place and no day: it is a start mark, not yet a dateline
        let date = dispatch.date.and_then(|(year, month, day)| match year {
            Some(year) => Some(Day { year, month, day }.iso()),
            None => published.map(|published| published.latest(month, day).iso()),
        });
        article.dateline = Some(Dateline {
            agency: Some(dispatch.agency.to_string()),
            place: dispatch.place.map(str::to_string),
            date,
        });
    }
}

/// （记者 林一帆 通讯员 周晓） right after a dispatch line; also without brackets: 记者林一帆报道
fn reporters(words: &str) -> Vec<Author> {
    let Some(inner) = words.strip_prefix(['（', '(']) else { return leading_unbracketed(words) };
    let Some(end) = inner.find(['）', ')']) else { return Vec::new() };
    let inner = &inner[..end];
    inner
        .split(['，', ',', '；'])
        .flat_map(|part| credits::byline(part).unwrap_or_default())
        .filter(|author| author.role.is_some())
        .collect()
}

fn leading_unbracketed(words: &str) -> Vec<Author> {
    if !words.starts_with("记者") {
        return Vec::new();
    }
    let end = words.find("报道").filter(|end| *end <= 60);
    end.and_then(|end| credits::byline(&words[..end])).unwrap_or_default()
}

/// （记者 林一帆） at the start of a paragraph.
fn leading_reporters(words: &str) -> Option<Vec<Author>> {
    words.starts_with(['（', '(']).then(|| reporters(words)).filter(|authors| !authors.is_empty())
}

fn kind(article: &Article, text: &str) -> ArticleKind {
    let head = || article.headline.iter().flat_map(|h| h.kicker.iter().chain(&h.main).chain(&h.sub));
    let head_ends = |list: &WordList| head().any(|line| list.ending(line).next().is_some());
    let body = |kind| article.blocks.iter().filter(move |block| block.kind == kind);
    let speaks = |block: &Block| LETTERS.beginning(words_of(block, text)).next().is_none();
    if body(BlockType::Salutation).any(speaks) || head_ends(&SPEECH) {
        return ArticleKind::Speech;
    }
    let comment = |words: &str| COMMENT.inside(words);
    if head().any(|line| comment(line))
        || article
            .authors
            .iter()
            .any(|author| comment(&author.name) || author.role.as_deref().is_some_and(comment))
    {
        return ArticleKind::Commentary;
    }
    if head_ends(&NOTICE) {
        return ArticleKind::Notice;
    }
    let paragraphs = body(BlockType::Paragraph).count();
    if paragraphs == 0 && body(BlockType::Caption).next().is_some() {
        return ArticleKind::Caption;
    }
    let reported = article.dateline.is_some()
        || article.continued_from.is_some()
        || article.authors.iter().any(|author| {
            author.role.as_deref().is_some_and(|role| role.contains("记者") || role.contains("通讯员"))
        });
    let long = body(BlockType::Paragraph).any(|block| words_of(block, text).chars().nth(39).is_some());
    if reported || article.headline.is_some() && long { ArticleKind::Report } else { ArticleKind::Other }
}
