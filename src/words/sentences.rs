//! Sentences of a block.

use crate::page::{Article, Sentences};
use crate::source::chars::{is_closing, is_sentence_end, is_space};

/// The sentences of all blocks, in text order. A block's end ends a sentence too.
pub fn sentences(text: &str, articles: &[Article]) -> Sentences {
    let mut out = Sentences::default();
    for block in articles.iter().flat_map(|article| &article.blocks) {
        let (block_start, block_end) = (block.start as usize, block.end as usize);
        let mut start = block_start;
        let mut chars = text[block_start..block_end].char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            if !is_sentence_end(c) {
                continue;
            }
            let mut end = block_start + at + c.len_utf8();
            while let Some((at, c)) = chars.next_if(|(_, c)| is_sentence_end(*c) || is_closing(*c)) {
                end = block_start + at + c.len_utf8();
            }
            while chars.next_if(|(_, c)| is_space(*c)).is_some() {}
            push(&mut out, start, end);
            start = chars.peek().map_or(block_end, |(at, _)| block_start + at);
        }
        push(&mut out, start, block_end);
    }
    out
}

fn push(sentences: &mut Sentences, start: usize, end: usize) {
    if start < end {
        sentences.start.push(start as u32);
        sentences.end.push(end as u32);
    }
}
