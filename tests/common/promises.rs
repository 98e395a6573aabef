//! The promises of the result, as they can be checked on any input. Shared by the property tests and the fuzz targets.

use banmian::page::Page;
use banmian::source::chars::{is_invisible, usual};

/// Says which promise is broken, if one is.
pub fn check(input: &str, page: &Page) -> Result<(), String> {
    nothing_lost(input, page)?;
    let text: Vec<u16> = page.text.encode_utf16().collect();
    source_map(input, page, &text)?;
    blocks(page, &text)?;
    spans(page, &text)
}

fn held(holds: bool, what: impl FnOnce() -> String) -> Result<(), String> {
    if holds { Ok(()) } else { Err(what()) }
}

/// The characters that must be kept: those that can be seen, radicals as the characters they look like.
fn visible(text: &str) -> Vec<char> {
    let seen = |c: &char| !(c.is_whitespace() || is_invisible(*c));
    let mut kept: Vec<char> = text.chars().map(usual).filter(seen).collect();
    kept.sort_unstable();
    kept
}

fn nothing_lost(input: &str, page: &Page) -> Result<(), String> {
    held(visible(input) == visible(&page.text), || "characters were lost or invented".into())
}

fn slice(units: &[u16], start: u32, end: u32) -> Result<String, String> {
    let units =
        units.get(start as usize..end as usize).ok_or_else(|| format!("{start}..{end} is outside"))?;
    String::from_utf16(units).map_err(|_| format!("{start}..{end} cuts a character"))
}

/// Every visible character is in one run, and the run says where it stood.
fn source_map(input: &str, page: &Page, text: &[u16]) -> Result<(), String> {
    let source: Vec<u16> = input.encode_utf16().collect();
    held(page.source.length as usize == source.len(), || "the length of the source is wrong".into())?;
    let (mut last, mut mapped) = (0, 0);
    for [at, from, length] in &page.source.runs {
        held(*at >= last, || format!("the runs overlap at {at}"))?;
        last = at + length;
        let (here, there) = (slice(text, *at, last)?, slice(&source, *from, from + length)?);
        let plain = |c: char| if c.is_whitespace() { ' ' } else { usual(c) };
        let same = here.chars().map(plain).eq(there.chars().map(plain));
        held(same, || format!("{here:?} at {at} is said to come from {there:?} at {from}"))?;
        mapped += here.chars().filter(|c| !c.is_whitespace()).count();
    }
    let all = page.text.chars().filter(|c| !c.is_whitespace()).count();
    held(mapped == all, || format!("{mapped} of {all} characters have a source"))
}

/// Articles and their blocks stand one after the other, a block on a line of its own.
fn blocks(page: &Page, text: &[u16]) -> Result<(), String> {
    let mut end = 0;
    for article in &page.articles {
        held(article.start >= end && article.end >= article.start, || format!("article {}", article.id))?;
        for block in &article.blocks {
            let follows = block.start >= end && block.end >= block.start && block.end <= article.end;
            held(follows, || format!("the block at {}", block.start))?;
            end = block.end;
            let line = slice(text, block.start, block.end)?;
            held(!line.contains('\n'), || format!("the block {line:?} has two lines"))?;
        }
        end = article.end;
    }
    Ok(())
}

/// What is named stands in the text; indexes lead somewhere; every decision names its rule.
fn spans(page: &Page, text: &[u16]) -> Result<(), String> {
    let ordered = |start: u32, end: u32| held(start < end, || format!("the span {start}..{end} is empty"));
    let within = |index: u32, length: usize| held((index as usize) < length, || format!("no item {index}"));
    for mention in &page.mentions {
        ordered(mention.start, mention.end)?;
        slice(text, mention.start, mention.end)?;
        within(mention.entity, page.entities.len())?;
        held(!mention.because.is_empty(), || format!("no reason for the mention at {}", mention.start))?;
    }
    for entity in &page.entities {
        for mention in &entity.mentions {
            within(*mention, page.mentions.len())?;
        }
    }
    let times = page.times.iter().map(|t| (t.start, t.end, &t.because));
    let quantities = page.quantities.iter().map(|q| (q.start, q.end, &q.because));
    let quotes = page.quotes.iter().map(|q| (q.start, q.end, &q.because));
    let figures = page.figures.iter().map(|f| (f.start, f.end, &f.because));
    for (start, end, because) in times.chain(quantities).chain(quotes).chain(figures) {
        ordered(start, end)?;
        slice(text, start, end)?;
        held(!because.is_empty(), || format!("no reason for what is at {start}"))?;
    }
    for quote in &page.quotes {
        quote.speaker.map_or(Ok(()), |speaker| within(speaker, page.entities.len()))?;
    }
    for figure in &page.figures {
        for quantity in [figure.from, figure.to, figure.value].into_iter().flatten() {
            within(quantity, page.quantities.len())?;
        }
        for time in [figure.time, figure.from_time, figure.to_time].into_iter().flatten() {
            within(time, page.times.len())?;
        }
    }
    let tokens = page.tokens.start.iter().zip(&page.tokens.end);
    let mut end = 0;
    for (start, stop) in tokens {
        held(*start >= end && stop > start, || format!("the token at {start}"))?;
        slice(text, *start, *stop)?;
        end = *stop;
    }
    Ok(())
}
