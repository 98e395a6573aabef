//! Sentences of a block.

use crate::page::{Article, Sentences};
use crate::source::chars::{is_closing, is_sentence_end, is_space, marks};

/// The sentences of all blocks, in text order. A block's end ends a sentence too.
pub fn sentences(text: &str, articles: &[Article]) -> Sentences {
    let mut out = Sentences::default();
    for block in articles.iter().flat_map(|article| &article.blocks) {
        let (block_start, block_end) = (block.start as usize, block.end as usize);
        let mut start = block_start;
        for (at, _) in marks(&text[block_start..block_end]).filter(|(_, c)| is_sentence_end(*c)) {
            let at = block_start + at;
            if at < start {
                continue;
            }
            let rest = &text[at..block_end];
            let after = rest.trim_start_matches(|c| is_sentence_end(c) || is_closing(c));
            push(&mut out, start, block_end - after.len());
            start = block_end - after.trim_start_matches(is_space).len();
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
