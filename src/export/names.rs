//! The names that the contract gives to kinds of things, as serde writes them.

use crate::page::{ArticleKind, BlockType, Change, EntityType};

pub fn of_article(kind: ArticleKind) -> &'static str {
    match kind {
        ArticleKind::Speech => "speech",
        ArticleKind::Report => "report",
        ArticleKind::Commentary => "commentary",
        ArticleKind::Notice => "notice",
        ArticleKind::Caption => "caption",
        ArticleKind::Other => "other",
    }
}

pub fn of_block(kind: BlockType) -> &'static str {
    match kind {
        BlockType::Headline => "headline",
        BlockType::Byline => "byline",
        BlockType::Salutation => "salutation",
        BlockType::Heading => "heading",
        BlockType::Paragraph => "paragraph",
        BlockType::Dateline => "dateline",
        BlockType::Signature => "signature",
        BlockType::Continuation => "continuation",
        BlockType::Caption => "caption",
    }
}

pub fn of_entity(kind: EntityType) -> &'static str {
    match kind {
        EntityType::Person => "person",
        EntityType::Place => "place",
        EntityType::Organization => "organization",
        EntityType::Title => "title",
        EntityType::Work => "work",
        EntityType::Term => "term",
        EntityType::Event => "event",
    }
}

pub fn of_change(change: Change) -> &'static str {
    match change {
        Change::Up => "up",
        Change::Down => "down",
    }
}
