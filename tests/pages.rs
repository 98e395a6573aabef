//! Whole pages: each `tests/pages/NAME.txt` beside what is expected of it, `NAME.expected.txt`.
//!
//! A missing or changed expectation fails. `BANMIAN_UPDATE=1 cargo test --test pages` writes what is found now
//! (and fails all the same), for a person to read the difference and keep it or not.

mod common;

use banmian::page::{Article, BlockType, Page};
use banmian::{Options, Reader};
use common::{READER, bare, root, shared};
use std::fmt::Write;
use std::fs;

#[test]
fn pages_come_out_as_expected() {
    let folder = root().join("tests/pages");
    let mut names: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".txt") && !name.ends_with(".expected.txt"))
        .collect();
    names.sort();
    assert!(names.len() >= 6, "the pages are missing");
    let mut wrong = Vec::new();
    for name in names {
        let input = fs::read_to_string(folder.join(&name)).unwrap();
        let expectation = folder.join(name.replace(".txt", ".expected.txt"));
        let found = describe(&READER.parse(&input, &Options::default()).unwrap());
        let expected = fs::read_to_string(&expectation).unwrap_or_default();
        if found != expected {
            wrong.push(format!("{name}: found\n{found}\nexpected\n{expected}"));
            if std::env::var_os("BANMIAN_UPDATE").is_some() {
                fs::write(&expectation, &found).unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// A page as a person would check it: articles, what is known of them, and their blocks, a line each.
fn describe(page: &Page) -> String {
    let units: Vec<u16> = page.text.encode_utf16().collect();
    let slice = |start: u32, end: u32| String::from_utf16(&units[start as usize..end as usize]).unwrap();
    let mut out = String::new();
    for article in &page.articles {
        writeln!(out, "== {} {:?}{}", article.id, article.kind, about(article)).unwrap();
        for block in &article.blocks {
            let level = block.level.map(|level| format!(" {level}")).unwrap_or_default();
            let kind = format!("{:?}{level}", block.kind).to_lowercase();
            writeln!(out, "{kind:<13} {}", slice(block.start, block.end)).unwrap();
        }
    }
    out
}

fn about(article: &Article) -> String {
    let mut out = String::new();
    if let Some(headline) = &article.headline {
        for (part, lines) in [("kicker", &headline.kicker), ("main", &headline.main), ("sub", &headline.sub)]
        {
            if !lines.is_empty() {
                write!(out, "; {part} {}", lines.join(" / ")).unwrap();
            }
        }
    }
    for author in &article.authors {
        write!(out, "; by {} {}", author.name, author.role.as_deref().unwrap_or("-")).unwrap();
    }
    if let Some(dateline) = &article.dateline {
        let part = |part: &Option<String>| part.clone().unwrap_or("-".into());
        let parts = [part(&dateline.agency), part(&dateline.place), part(&dateline.date)];
        write!(out, "; filed {}", parts.join(" ")).unwrap();
    }
    if let Some(from) = article.continued_from {
        write!(out, "; from page {}", from.page).unwrap();
    }
    if let Some(to) = article.continued_to {
        write!(out, "; to page {}", to.page).unwrap();
    }
    out
}

#[test]
fn the_seed_page_is_read_exactly() {
    let Some(folder) = shared("pages/seed") else { return };
    let input = fs::read_to_string(folder.join("page.txt")).unwrap();
    let gold: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(folder.join("page.gold.json")).unwrap()).unwrap();
    let page = parse(&READER, &input);
    let gold = gold["articles"].as_array().unwrap();
    assert_eq!(page.articles.len(), gold.len());
    for (article, gold) in page.articles.iter().zip(gold) {
        let lines = |part: &str| -> Vec<String> {
            gold[part].as_array().unwrap().iter().map(|line| line.as_str().unwrap().to_string()).collect()
        };
        let headline = article.headline.clone().unwrap_or_default();
        assert_eq!(
            (headline.kicker, headline.main, headline.sub),
            (lines("kicker"), lines("title"), lines("sub"))
        );
        let units: Vec<u16> = page.text.encode_utf16().collect();
        let body = |kind: BlockType| {
            !matches!(kind, BlockType::Headline | BlockType::Byline | BlockType::Continuation)
        };
        let found: Vec<String> = article
            .blocks
            .iter()
            .filter(|block| body(block.kind))
            .map(|block| bare(&String::from_utf16(&units[block.start as usize..block.end as usize]).unwrap()))
            .collect();
        let expected: Vec<String> = gold["paragraphs"]
            .as_array()
            .unwrap()
            .iter()
            .map(|paragraph| {
                paragraph["text"].as_str().unwrap().trim_start_matches("（上接1版）").to_string()
            })
            .collect();
        assert_eq!(found, expected);
    }
}

fn parse(reader: &Reader, input: &str) -> Page {
    reader.parse(input, &Options::default()).unwrap()
}
