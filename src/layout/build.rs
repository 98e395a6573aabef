//! Pieces -> the rebuilt text with its articles, and the way back to the input.

use super::marks::{self, Direction};
use super::pieces::{Piece, Unit};
use super::{Day, Joins, Layout, head};
use crate::page::{Article, Because, Block, BlockType, PageReference};
use crate::source::{Run, Source, chars, utf16_length};

/// Writes the rebuilt text. `why_joined[line]` is why a line of the source goes on with the one before it.
pub fn build(source: &Source, pieces: &[Piece], why_joined: &[Because], published: Option<Day>) -> Layout {
    let layout = Layout {
        text: String::with_capacity(source.text.len() + source.text.len() / 16),
        articles: Vec::with_capacity(pieces.len()),
        published: published.map(Day::iso),
        ..Layout::default()
    };
    let ranges = Vec::with_capacity(source.lines.len());
    let mut builder = Builder { source, why_joined, published, layout, ranges, parts: Vec::new() };
    for piece in pieces {
        builder.article(piece);
    }
    builder.finish()
}

struct Builder<'a> {
    source: &'a Source,
    why_joined: &'a [Because],
    published: Option<Day>,
    layout: Layout,
    /// Which bytes of the clean text were written where: text start, clean start, length.
    ranges: Vec<[u32; 3]>,
    /// Room for the parts of a block.
    parts: Vec<(u32, u32)>,
}

impl Builder<'_> {
    fn article(&mut self, piece: &Piece) {
        if !self.layout.text.is_empty() {
            self.layout.text.push_str("\n\n");
        }
        let mut article = Article {
            id: ["a", &(self.layout.articles.len() + 1).to_string()].concat(),
            start: self.layout.text.len() as u32,
            because: piece.because,
            ..Article::default()
        };
        for unit in piece.head.iter().chain(&piece.body) {
            self.unit(unit, &mut article);
        }
        article.end = self.layout.text.len() as u32;
        for block in &article.blocks {
            let text = &self.layout.text[block.start as usize..block.end as usize];
            if block.kind == BlockType::Continuation
                && let Some(mark) = marks::continuation(text)
            {
                let page = Some(PageReference { page: mark.page });
                match mark.direction {
                    Direction::From => article.continued_from = article.continued_from.or(page),
                    Direction::To => article.continued_to = page,
                }
            }
        }
        head::describe(&mut article, &self.layout.text, self.published);
        if !piece.furniture {
            super::outline::number(&mut article.blocks, &self.layout.text);
        }
        self.layout.articles.push(article);
    }

    /// A unit is one block, or up to three where continuation marks stand in the line with the text.
    fn unit(&mut self, unit: &Unit, article: &mut Article) {
        let first = self.source.line(&self.source.lines[unit.lines[0]]);
        let last_line = *unit.lines.last().unwrap_or(&unit.lines[0]);
        let last = self.source.line(&self.source.lines[last_line]);
        let mark_from = match unit.kind {
            BlockType::Paragraph | BlockType::Heading => marks::continuation(first),
            _ => None,
        };
        let front = mark_from.filter(|mark| mark.direction == Direction::From).map_or(0, |mark| mark.length);
        let mark_to = match unit.kind {
            BlockType::Paragraph | BlockType::Heading => marks::final_continuation(last),
            _ => None,
        };
        let back = mark_to.filter(|mark| mark.direction == Direction::To).map_or(0, |mark| mark.length);
        if front + back == 0
            && unit.kind == BlockType::Paragraph
            && let Some(above) = self.torn_mark(&unit.lines)
        {
            return self.unit_with_torn_mark(unit, above, article);
        }
        let whole = front + back >= first.len() && unit.lines.len() == 1;
        if front > 0 {
            let line = &self.source.lines[unit.lines[0]];
            self.block(
                article,
                BlockType::Continuation,
                "continued-from",
                &[(line.start, line.start + front as u32)],
            );
        }
        if !whole {
            let mut parts = std::mem::take(&mut self.parts);
            parts.clear();
            for (k, at) in unit.lines.iter().enumerate() {
                let line = &self.source.lines[*at];
                let start = line.start + if k == 0 { front as u32 } else { 0 };
                let end = line.end - if k + 1 == unit.lines.len() { back as u32 } else { 0 };
                if start < end {
                    parts.push((start, end));
                }
            }
            let kind =
                if front > 0 && unit.lines.len() == 1 { after_mark(&first[front..]) } else { unit.kind };
            let written = self.ranges.len();
            self.block(article, kind, unit.because, &parts);
            self.joins(&unit.lines, written);
            self.parts = parts;
        }
        if back > 0 {
            let end = self.source.lines[last_line].end;
            self.block(article, BlockType::Continuation, "continued-to", &[(end - back as u32, end)]);
        }
    }

    /// How many bytes of a mark that goes on in the last of these lines stand at the end of the line above.
    fn torn_mark(&self, lines: &[usize]) -> Option<usize> {
        let [.., above, last] = lines else { return None };
        let line = |at: &usize| self.source.line(&self.source.lines[*at]);
        let (mark, length) = marks::torn_continuation(line(above), line(last))?;
        (mark.direction == Direction::To && length < line(above).len()).then_some(length)
    }

    /// A paragraph without its last line and so many bytes of the one above, and the mark that these are.
    fn unit_with_torn_mark(&mut self, unit: &Unit, above: usize, article: &mut Article) {
        let (last, lines) = unit.lines.split_last().unwrap_or((&0, &[]));
        let mut parts: Vec<(u32, u32)> =
            lines.iter().map(|at| (self.source.lines[*at].start, self.source.lines[*at].end)).collect();
        let mut mark = vec![(self.source.lines[*last].start, self.source.lines[*last].end)];
        if let Some((_, end)) = parts.last_mut() {
            mark.insert(0, (*end - above as u32, *end));
            *end -= above as u32;
        }
        let written = self.ranges.len();
        self.block(article, unit.kind, unit.because, &parts);
        self.joins(lines, written);
        self.block(article, BlockType::Continuation, "continued-to", &mark);
    }

    /// The lines of a block whose ranges, in the same order, were `written` from there on.
    fn joins(&mut self, lines: &[usize], written: usize) {
        let mut ranges = self.ranges[written..].iter().peekable();
        for line in &lines[1..] {
            let clean = self.source.lines[*line].start;
            while ranges.next_if(|range| range[1] < clean).is_some() {}
            if let Some(range) = ranges.next_if(|range| range[1] == clean) {
                self.layout.joins.push((range[0], self.why_joined[*line]));
            }
        }
    }

    fn block(&mut self, article: &mut Article, kind: BlockType, because: Because, parts: &[(u32, u32)]) {
        let text = &mut self.layout.text;
        if !article.blocks.is_empty() {
            text.push('\n');
        }
        let start = text.len() as u32;
        for (from, to) in parts {
            let part = &self.source.text[*from as usize..*to as usize];
            // part of a block may begin or end with the space that stood beside a mark
            let trimmed = part.trim_start();
            let from = from + (part.len() - trimmed.len()) as u32;
            let trimmed = trimmed.trim_end();
            if trimmed.is_empty() {
                continue;
            }
            if text.len() as u32 > start && needs_space(text, trimmed) {
                text.push(' ');
            }
            self.ranges.push([text.len() as u32, from, trimmed.len() as u32]);
            text.push_str(trimmed);
        }
        article.blocks.push(Block { kind, start, end: text.len() as u32, because, ..Block::default() });
    }

    fn finish(mut self) -> Layout {
        self.layout.runs = runs(&self.layout.text, self.source, &self.ranges);
        self.layout
    }
}

/// What stands in one line with （上接1版）: a numbered heading, or a paragraph.
fn after_mark(text: &str) -> BlockType {
    let numbered = marks::marker(text.trim_start()).is_some_and(|marker| marker.rank < marks::Rank::Ordinal);
    let finished =
        text.ends_with(|c| chars::is_sentence_end(c) || chars::is_closing(c) || chars::is_punctuation(c));
    if numbered && !finished && text.chars().count() <= 40 {
        BlockType::Heading
    } else {
        BlockType::Paragraph
    }
}

/// Two Latin words that a line end parted; a hyphenated one stays as it is printed.
fn needs_space(before: &str, after: &str) -> bool {
    let last = before.chars().next_back().unwrap_or('\n');
    let first = after.chars().next().unwrap_or('\n');
    let latin = chars::is_latin;
    latin(last) && latin(first) || matches!(last, ',' | '.' | ';') && last.is_ascii() && latin(first)
}

/// Writes each stretch of the text with its place in the input, in UTF-16 code units.
fn runs(text: &str, source: &Source, ranges: &[[u32; 3]]) -> Vec<[u32; 3]> {
    let mut out: Vec<[u32; 3]> = Vec::with_capacity(source.runs.len());
    let mut run = 0;
    // a place in the text, in bytes and in code units
    let (mut at, mut units) = (0, 0);
    for [to, from, length] in ranges {
        // what stands between two ranges is written by the builder and ASCII
        units += to - at;
        at = *to;
        let (mut clean, end) = (*from, from + length);
        run = run_at(&source.runs, run, clean);
        while clean < end {
            let stop = source.runs.get(run + 1).map_or(end, |next| next.clean.min(end));
            let origin = &source.runs[run];
            let before = &source.text[origin.clean as usize..clean as usize];
            let in_source = origin.utf16 + utf16_length(before);
            let written = at + stop - clean;
            let width = utf16_length(&text[at as usize..written as usize]);
            match out.last_mut() {
                Some(last) if last[0] + last[2] == units && last[1] + last[2] == in_source => {
                    last[2] += width
                }
                _ => out.push([units, in_source, width]),
            }
            (at, units) = (written, units + width);
            clean = stop;
            run += 1;
        }
    }
    out
}

/// The run that holds a byte of the clean text; mostly one of those from `near` on.
fn run_at(runs: &[Run], near: usize, clean: u32) -> usize {
    let holds = |run: &usize| {
        runs.get(*run).is_some_and(|run| run.clean <= clean)
            && runs.get(run + 1).is_none_or(|next| next.clean > clean)
    };
    (near..near + 3).find(holds).unwrap_or_else(|| runs.partition_point(|run| run.clean <= clean) - 1)
}

impl Joins {
    pub(super) fn push(&mut self, (at, because): (u32, Because)) {
        self.at.push(at);
        self.because.push(because);
    }
}
