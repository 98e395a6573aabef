//! Headlines, headings and paragraphs in CommonMark.

use super::{headline_parts, text::Text};
use crate::page::{Block, BlockType, Page};

pub fn write(page: &Page, text: &Text) -> String {
    let mut out = String::new();
    for article in &page.articles {
        if !out.is_empty() {
            out.push_str("---\n\n");
        }
        let mut parts = headline_parts(article);
        for block in &article.blocks {
            let words = text.slice(block.start, block.end);
            let (before, after) = match block.kind {
                BlockType::Headline => match parts.next() {
                    Some((_, "main")) => ("# ".to_string(), ""),
                    _ => ("*".to_string(), "*"),
                },
                BlockType::Heading => (format!("{} ", "#".repeat(depth(block))), ""),
                BlockType::Byline | BlockType::Caption => ("*".to_string(), "*"),
                _ => (String::new(), ""),
            };
            out.push_str(&before);
            escape(&mut out, words, before.is_empty());
            out.push_str(after);
            out.push_str("\n\n");
        }
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

fn depth(block: &Block) -> usize {
    1 + usize::from(block.level.unwrap_or(1)).clamp(1, 5)
}

/// Every character stands for itself; `first` in a line, a list marker, too.
fn escape(out: &mut String, words: &str, first: bool) {
    let digits = words.len() - words.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    for (at, c) in words.char_indices() {
        let lists = first
            && (at == 0 && matches!(c, '+' | '-') || at == digits && digits > 0 && matches!(c, '.' | ')'));
        if lists || matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '=')
        {
            out.push('\\');
        }
        out.push(if c == '\n' { ' ' } else { c });
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn words_stand_for_themselves() {
        for (words, first, expected) in [
            ("增长5.3%，其中*号", true, "增长5.3%，其中\\*号"),
            ("1. 一", true, "1\\. 一"),
            ("2020)", true, "2020\\)"),
            ("2020", true, "2020"),
            ("- 一", true, "\\- 一"),
            ("A-B+C", true, "A-B+C"),
            ("1. 一", false, "1. 一"),
            ("<b>&amp;", true, "\\<b\\>\\&amp;"),
            ("一\n二", true, "一 二"),
        ] {
            let mut out = String::new();
            super::escape(&mut out, words, first);
            assert_eq!(out, expected);
        }
    }
}
