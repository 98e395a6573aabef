//! The outline of an article: which heading or point stands under which.

use super::marks::{self, Rank};
use crate::page::{Block, BlockType};

/// Gives every heading and enumerated paragraph its marker, its level and the block it stands under, and every
/// other paragraph the block it stands under.
pub fn number(blocks: &mut [Block], text: &str) {
    // the open headings and points: rank (none for an unnumbered heading), block
    let mut open: Vec<(Option<Rank>, u32)> = Vec::new();
    for (at, block) in blocks.iter_mut().enumerate() {
        if !matches!(block.kind, BlockType::Heading | BlockType::Paragraph) {
            continue;
        }
        let words = &text[block.start as usize..block.end as usize];
        let marker = marks::marker(words)
            .filter(|marker| block.kind == BlockType::Heading || opens_point(words, *marker));
        if marker.is_none() && block.kind == BlockType::Paragraph {
            block.parent = open.last().map(|(_, block)| *block);
            continue;
        }
        let rank = marker.map(|marker| marker.rank);
        match open.iter().position(|(other, _)| *other == rank) {
            // a sibling closes everything below it
            Some(depth) => open.truncate(depth),
            None => open.retain(|(other, _)| higher(*other, rank)),
        }
        block.marker = marker.map(|marker| words[..marker.length].to_string());
        block.parent = open.last().map(|(_, block)| *block);
        open.push((rank, at as u32));
        block.level = Some(open.len().min(9) as u8);
    }
}

/// Whether an enumerated paragraph is a point of the outline; 一是 within running text is none.
fn opens_point(words: &str, marker: marks::Marker) -> bool {
    match marker.rank {
        // a dash begins a point only when a short statement follows it
        Rank::Dash => words.len() > marker.length,
        Rank::Bullet => true,
        _ => words.len() > marker.length,
    }
}

/// Whether `above` may have `below` under it. An unnumbered heading stands over points and under numbered
/// headings.
fn higher(above: Option<Rank>, below: Option<Rank>) -> bool {
    let depth = |rank: Option<Rank>| rank.map_or(Rank::Chinese as u8 * 2 + 1, |rank| rank as u8 * 2);
    depth(above) < depth(below)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_and_points_make_a_tree() {
        let lines = [
            (BlockType::Paragraph, "开头的一段。", None, None),
            (BlockType::Heading, "一、过去一年", Some(1), None),
            (BlockType::Paragraph, "说明。", None, Some(1)),
            (BlockType::Paragraph, "第一，种树。", Some(2), Some(1)),
            (BlockType::Paragraph, "第二，修渠。", Some(2), Some(1)),
            (BlockType::Heading, "二、今年安排", Some(1), None),
            (BlockType::Paragraph, "——水利。修两条渠。", Some(2), Some(5)),
            (BlockType::Heading, "（一）林业", Some(2), Some(5)),
            (BlockType::Paragraph, "（1）补种。", Some(3), Some(7)),
        ];
        let mut text = String::new();
        let mut blocks: Vec<Block> = Vec::new();
        for (kind, words, ..) in lines {
            let start = text.len() as u32;
            text.push_str(words);
            blocks.push(Block { kind, start, end: text.len() as u32, ..Block::default() });
            text.push('\n');
        }
        number(&mut blocks, &text);
        for (block, (_, words, level, parent)) in blocks.iter().zip(lines) {
            assert_eq!((block.level, block.parent), (level, parent), "{words}");
        }
    }
}
