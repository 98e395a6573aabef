//! TEI P5: the articles with their structure, names, dates, amounts and quotations.
//!
//! Elements that cross are cut (see [`inline`]): the text stands exactly once, and the pieces name each other.

mod dates;
mod inline;
mod lists;
mod xml;

use super::headline_parts;
use super::text::Text;
use crate::page::{Article, Block, BlockType, Page};
use inline::Inline;
use xml::{attribute, escape};

/// The page as one TEI document.
pub fn write(page: &Page, text: &Text, source: Option<&str>) -> String {
    let mut out = String::new();
    header(&mut out, page, source);
    lists::write(&mut out, &page.entities);
    out.push_str("<text>\n<body>\n");
    let mut body = Body { out, text, inline: Inline::new(page) };
    for article in &page.articles {
        body.article(article);
    }
    let mut out = body.inline.link(&body.out);
    if page.articles.is_empty() {
        out.push_str("<p/>\n");
    }
    out.push_str("</body>\n</text>\n</TEI>\n");
    out
}

fn header(out: &mut String, page: &Page, source: Option<&str>) {
    out.push_str(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TEI xmlns=\"http://www.tei-c.org/ns/1.0\" xml:lang=\"zh\">\n\
         <teiHeader>\n<fileDesc>\n<titleStmt><title>",
    );
    let headline = page.articles.iter().find_map(|article| article.headline.as_ref());
    escape(out, &headline.map_or("Newspaper page".into(), |headline| headline.main.join(" ")));
    out.push_str(
        "</title></titleStmt>\n<publicationStmt><p>Made from plain text by Banmian.</p></publicationStmt>\n\
         <sourceDesc><bibl>",
    );
    match source {
        Some(source) => {
            out.push_str("<idno type=\"source\">");
            escape(out, source);
            out.push_str("</idno>");
        }
        None => out.push_str("Newspaper page"),
    }
    if let Some(date) = &page.published {
        out.push_str("<date");
        dates::attributes(out, date);
        out.push_str("/>");
    }
    out.push_str("</bibl></sourceDesc>\n</fileDesc>\n<encodingDesc><appInfo><application ident=\"banmian\"");
    attribute(out, "version", env!("CARGO_PKG_VERSION"));
    out.push_str(
        "><label>Banmian</label></application></appInfo></encodingDesc>\n\
         <profileDesc><langUsage><language ident=\"zh\">Chinese</language></langUsage></profileDesc>\n</teiHeader>\n",
    );
}

struct Body<'a> {
    out: String,
    text: &'a Text<'a>,
    inline: Inline,
}

impl Body<'_> {
    fn article(&mut self, article: &Article) {
        self.out.push_str("<div type=\"article\"");
        attribute(&mut self.out, "subtype", super::names::of_article(article.kind));
        attribute(&mut self.out, "xml:id", &article.id);
        self.out.push_str(">\n");
        // What may only stand before or after all else is an element of its own there, and `ab` elsewhere.
        let is_edge = |block: &&Block| !matches!(block.kind, BlockType::Heading | BlockType::Paragraph);
        let blocks = &article.blocks;
        let top = blocks.iter().take_while(is_edge).count();
        let is_end = |block: &&Block| is_edge(block) && block.kind != BlockType::Headline;
        let bottom = blocks.len() - blocks[top..].iter().rev().take_while(is_end).count();
        let mut parts = headline_parts(article).map(|(_, part)| part);
        let mut open: Vec<u8> = Vec::new();
        for (index, block) in blocks.iter().enumerate() {
            if index == bottom {
                self.close(open.len());
                open.clear();
            }
            let edge = index < top || index >= bottom;
            let (element, kind) = match block.kind {
                BlockType::Headline => {
                    let part = parts.next().unwrap_or("main");
                    if edge { ("head", Some(part)) } else { ("ab", Some("headline")) }
                }
                BlockType::Paragraph => ("p", None),
                BlockType::Heading => match block.level {
                    Some(level) => {
                        let kept = open.iter().take_while(|outer| **outer < level).count();
                        self.close(open.len() - kept);
                        open.truncate(kept);
                        open.push(level);
                        self.out.push_str("<div type=\"section\"");
                        if let Some(marker) = &block.marker {
                            attribute(&mut self.out, "n", marker);
                        }
                        self.out.push_str(">\n");
                        ("head", None)
                    }
                    None => ("ab", Some("heading")),
                },
                BlockType::Continuation => ("fw", Some("continuation")),
                BlockType::Caption => ("figure", None),
                BlockType::Byline if edge => ("byline", None),
                BlockType::Dateline if edge => ("dateline", None),
                BlockType::Salutation if edge => ("salute", None),
                BlockType::Signature if edge => ("signed", None),
                other => ("ab", Some(super::names::of_block(other))),
            };
            self.block(block, element, kind);
        }
        self.close(open.len());
        self.out.push_str("</div>\n");
    }

    fn block(&mut self, block: &Block, element: &str, kind: Option<&str>) {
        let out = &mut self.out;
        out.push('<');
        out.push_str(element);
        if let Some(kind) = kind {
            attribute(out, "type", kind);
        }
        if let (Some(marker), "p") = (&block.marker, element) {
            attribute(out, "n", marker);
        }
        out.push('>');
        if element == "figure" {
            out.push_str("<p>");
        }
        // a byline or a dateline may hold names and dates, and no quotation
        let quotes = !matches!(element, "byline" | "dateline");
        self.inline.write(out, self.text, block.start, block.end, quotes);
        if element == "figure" {
            out.push_str("</p>");
        }
        out.push_str("</");
        out.push_str(element);
        out.push_str(">\n");
    }

    fn close(&mut self, sections: usize) {
        for _ in 0..sections {
            self.out.push_str("</div>\n");
        }
    }
}
