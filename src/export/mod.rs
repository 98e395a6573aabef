//! A read page as a file that other programs open: Markdown, CSV, NDJSON, TEI P5, schema.org JSON-LD.
//!
//! Here rather than in JavaScript, so that they are the same everywhere. Everything is written from a finished
//! [`Page`], whose offsets count UTF-16 code units.

mod csv;
mod json;
mod json_ld;
mod markdown;
mod names;
mod ndjson;
mod tables;
mod tei;
mod text;

pub use tables::Table;

use crate::error::{Error, ErrorCode};
use crate::page::{Article, Block, BlockType, Page};
use text::Text;

/// A form in which a page can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Headlines, headings and paragraphs for people to read (CommonMark).
    Markdown,
    /// One table, RFC 4180, safe against formula injection.
    Csv(Table),
    /// One table, a JSON object a line.
    Ndjson(Table),
    /// TEI P5, the text with its names, dates, amounts and quotations.
    Tei,
    /// schema.org, a `NewsArticle` for each article.
    JsonLd,
}

impl Format {
    /// `markdown`, `tei`, `jsonld`, `csv/figures`, `ndjson/articles`; without a table, `csv` and `ndjson` are of the articles.
    ///
    /// # Errors
    /// [`ErrorCode::BadOption`] for a format or a table that there is none of.
    pub fn named(name: &str) -> Result<Format, Error> {
        let (format, table) = match name.split_once('/') {
            Some((format, table)) => (format, Some(table)),
            None => (name, None),
        };
        let tabular = |of: fn(Table) -> Format| table.map_or(Ok(Table::Articles), Table::named).map(of);
        match (format, table) {
            ("markdown", None) => Ok(Format::Markdown),
            ("tei", None) => Ok(Format::Tei),
            ("jsonld", None) => Ok(Format::JsonLd),
            ("csv", _) => tabular(Format::Csv),
            ("ndjson", _) => tabular(Format::Ndjson),
            ("markdown" | "tei" | "jsonld", Some(_)) => {
                Err(refused(&format!("{format} holds the whole page: leave the table out.")))
            }
            _ => Err(refused(&format!(
                "There is no format “{format}”. There are markdown, csv, ndjson, tei and jsonld."
            ))),
        }
    }
}

fn refused(message: &str) -> Error {
    Error::new(ErrorCode::BadOption, message)
}

/// Writes a page. `source` says where it came from (a file name, an address): tables then begin with a column
/// `source`, and the header of TEI names it.
pub fn write(page: &Page, format: Format, source: Option<&str>) -> String {
    let text = Text::new(&page.text);
    match format {
        Format::Markdown => markdown::write(page, &text),
        Format::Csv(table) => csv::write(page, &text, table, source),
        Format::Ndjson(table) => ndjson::write(page, &text, table, source),
        Format::Tei => tei::write(page, &text, source),
        Format::JsonLd => json_ld::write(page, &text),
    }
}

/// Which part of the headline a headline block is: `kicker`, `main` or `sub`. The parts stand in this order, a block a line.
fn headline_parts(article: &Article) -> impl Iterator<Item = (&Block, &'static str)> {
    let (kickers, main) =
        article.headline.as_ref().map_or((0, 0), |headline| (headline.kicker.len(), headline.main.len()));
    let lines = article.blocks.iter().filter(|block| block.kind == BlockType::Headline);
    lines.enumerate().map(move |(at, block)| {
        let part = if at < kickers {
            "kicker"
        } else if at < kickers + main {
            "main"
        } else {
            "sub"
        };
        (block, part)
    })
}

/// What an article says: its blocks without headline, bylines and references to other pages, a line each.
fn body(article: &Article, text: &Text) -> String {
    let said = article.blocks.iter().filter(|block| {
        !matches!(block.kind, BlockType::Headline | BlockType::Byline | BlockType::Continuation)
    });
    said.map(|block| text.slice(block.start, block.end)).collect::<Vec<_>>().join("\n")
}
