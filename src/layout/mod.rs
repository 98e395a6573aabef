//! Lines -> paragraphs -> articles.

use crate::lexicon::Lexicon;
use crate::page::{Article, Block};
use crate::source::Source;

/// A page put together again.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// The rebuilt text.
    pub text: String,
    /// `[text start, source start, length]` in UTF-16 code units.
    pub runs: Vec<[u32; 3]>,
    /// The articles with their blocks, offsets in bytes of the text.
    pub articles: Vec<Article>,
}

/// Rebuilds a page.
pub fn rebuild(source: &Source, _lexicon: &Lexicon) -> Layout {
    let mut layout = Layout::default();
    let mut article = Article { id: "a1".into(), because: "page", ..Article::default() };
    for line in &source.lines {
        let joins = line.blank_lines == 0 && !article.blocks.is_empty();
        if !joins {
            if !layout.text.is_empty() {
                layout.text.push('\n');
            }
            let start = layout.text.len() as u32;
            article.blocks.push(Block { start, because: "blank-line", ..Block::default() });
        }
        layout.text.push_str(source.line(line));
        article.blocks.last_mut().expect("a block was begun").end = layout.text.len() as u32;
    }
    article.end = layout.text.len() as u32;
    if !article.blocks.is_empty() {
        layout.articles.push(article);
    }
    layout
}
