//! The tables of a page: columns with types, and rows. CSV, NDJSON and Parquet are three ways of writing them.

use super::{body, names, refused, text::Text};
use crate::error::Error;
use crate::page::{Number, Page};
use std::borrow::Cow;

/// A table of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    /// One row an article.
    Articles,
    /// Headlines, headings, paragraphs …
    Blocks,
    /// Sentences.
    Sentences,
    /// Statements that give a number to an indicator.
    Figures,
    /// Numbers with their units.
    Quantities,
    /// Dates and periods.
    Times,
    /// People, places, organisations …
    Entities,
    /// Each place where one is named.
    Mentions,
    /// What was said and by whom.
    Quotes,
    /// Words and marks.
    Tokens,
    /// Words with their counts.
    Frequencies,
    /// The words that tell this page from others.
    Keywords,
    /// Words that the lexicon does not have.
    NewWords,
}

/// Each table's name, and its columns: text, or `:i` integer, `:n` number, `:b` true or false, `:l` list of texts.
const TABLES: [(Table, &str, &str); 13] = [
    (
        Table::Articles,
        "articles",
        "article kind kicker headline sub authors:l roles:l agency place date published continuedFrom:i continuedTo:i \
         start:i end:i text because",
    ),
    (Table::Blocks, "blocks", "article block:i type level:i marker parent:i start:i end:i text because"),
    (Table::Sentences, "sentences", "article start:i end:i text"),
    (
        Table::Figures,
        "figures",
        "article indicator scope change from:n fromUnit to:n toUnit value:n unit time fromTime toTime inherited:l notes:l \
         start:i end:i text because",
    ),
    (Table::Quantities, "quantities", "article value:n unit min:n max:n kind start:i end:i text because"),
    (Table::Times, "times", "article value approximate:b start:i end:i text because"),
    (
        Table::Entities,
        "entities",
        "entity:i name type titles:l mentions:i code country path:l genre spoken:i",
    ),
    (Table::Mentions, "mentions", "article entity:i name type start:i end:i text because"),
    (Table::Quotes, "quotes", "article speaker speakerText verb direct:b start:i end:i text because"),
    (Table::Tokens, "tokens", "article start:i end:i word tag"),
    (Table::Frequencies, "frequencies", "word tag count:i"),
    (Table::Keywords, "keywords", "word tag count:i score:n"),
    (Table::NewWords, "newWords", "word count:i score:n"),
];

impl Table {
    /// All tables with their names.
    pub fn all() -> impl Iterator<Item = (Table, &'static str)> {
        TABLES.iter().map(|(table, name, _)| (*table, *name))
    }

    /// The table of that name.
    pub fn named(name: &str) -> Result<Table, Error> {
        let found = TABLES.iter().find(|(_, known, _)| *known == name);
        found.map(|(table, ..)| *table).ok_or_else(|| {
            let names: Vec<&str> = TABLES.iter().map(|(_, name, _)| *name).collect();
            refused(&format!("There is no table “{name}”. There are {}.", names.join(", ")))
        })
    }

    /// The names of its columns, each with its type: none for text, `:i` integer, `:n` number, `:b` true or false,
    /// `:l` list of texts.
    pub fn columns(self) -> impl Iterator<Item = &'static str> {
        let columns = TABLES.iter().find(|(table, ..)| *table == self).map_or("", |(.., columns)| *columns);
        columns.split_ascii_whitespace()
    }

    /// The names of its columns.
    pub(super) fn names(self) -> impl Iterator<Item = &'static str> {
        self.columns().map(|column| column.split_once(':').map_or(column, |(name, _)| name))
    }
}

/// What stands in one column of one row.
pub(super) enum Cell<'a> {
    Null,
    Text(Cow<'a, str>),
    /// Its digits, as they are written.
    Number(String),
    Flag(bool),
    List(Vec<&'a str>),
}

use Cell::{Flag, Null};

fn string(text: &str) -> Cell<'_> {
    Cell::Text(Cow::Borrowed(text))
}

fn optional(text: Option<&str>) -> Cell<'_> {
    text.map_or(Null, string)
}

fn lines<'a>(lines: &[String]) -> Cell<'a> {
    if lines.is_empty() { Null } else { Cell::Text(Cow::Owned(lines.join(" "))) }
}

fn list(texts: &[String]) -> Cell<'_> {
    Cell::List(texts.iter().map(String::as_str).collect())
}

fn integer<'a>(value: u32) -> Cell<'a> {
    Cell::Number(value.to_string())
}

fn counted<'a>(value: Option<u32>) -> Cell<'a> {
    value.map_or(Null, integer)
}

fn number<'a>(value: Option<Number>) -> Cell<'a> {
    value.map_or(Null, |number| Cell::Number(digits(number)))
}

/// A number in decimal digits: whole ones exactly, others as the nearest double, as the page itself has them.
pub(super) fn digits(number: Number) -> String {
    let exact = number.0.normalize().to_string();
    if number.0.is_integer() {
        exact
    } else {
        exact.parse::<f64>().map_or(exact, |double| double.to_string())
    }
}

fn real<'a>(value: f64) -> Cell<'a> {
    Cell::Number(value.to_string())
}

/// Gives each row of a table, its cells in the order of the columns.
pub(super) fn rows<'a>(page: &'a Page, text: &Text<'a>, table: Table, row: &mut dyn FnMut(&[Cell<'a>])) {
    let article = |at: u32| {
        let after = page.articles.partition_point(|article| article.start <= at);
        optional(after.checked_sub(1).map(|index| page.articles[index].id.as_str()))
    };
    let name = |entity: u32| optional(page.entities.get(entity as usize).map(|entity| entity.name.as_str()));
    let part = |start: u32, end: u32| [integer(start), integer(end), string(text.slice(start, end))];
    match table {
        Table::Articles => {
            for it in &page.articles {
                let headline = it.headline.as_ref();
                let dateline = it.dateline.as_ref();
                row(&[
                    string(&it.id),
                    string(names::of_article(it.kind)),
                    headline.map_or(Null, |headline| lines(&headline.kicker)),
                    headline.map_or(Null, |headline| lines(&headline.main)),
                    headline.map_or(Null, |headline| lines(&headline.sub)),
                    Cell::List(it.authors.iter().map(|author| author.name.as_str()).collect()),
                    Cell::List(
                        it.authors.iter().map(|author| author.role.as_deref().unwrap_or("")).collect(),
                    ),
                    optional(dateline.and_then(|dateline| dateline.agency.as_deref())),
                    optional(dateline.and_then(|dateline| dateline.place.as_deref())),
                    optional(dateline.and_then(|dateline| dateline.date.as_deref())),
                    optional(page.published.as_deref()),
                    counted(it.continued_from.map(|from| from.page)),
                    counted(it.continued_to.map(|to| to.page)),
                    integer(it.start),
                    integer(it.end),
                    Cell::Text(Cow::Owned(body(it, text))),
                    string(it.because),
                ]);
            }
        }
        Table::Blocks => {
            for it in &page.articles {
                for (index, block) in it.blocks.iter().enumerate() {
                    let [start, end, words] = part(block.start, block.end);
                    row(&[
                        string(&it.id),
                        integer(index as u32),
                        string(names::of_block(block.kind)),
                        counted(block.level.map(u32::from)),
                        optional(block.marker.as_deref()),
                        counted(block.parent),
                        start,
                        end,
                        words,
                        string(block.because),
                    ]);
                }
            }
        }
        Table::Sentences => {
            for (start, end) in page.sentences.start.iter().zip(&page.sentences.end) {
                let [from, to, words] = part(*start, *end);
                row(&[article(*start), from, to, words]);
            }
        }
        Table::Figures => {
            let quantity = |index: Option<u32>| index.and_then(|index| page.quantities.get(index as usize));
            let value = |index: Option<u32>| number(quantity(index).and_then(|it| it.value));
            let unit = |index: Option<u32>| optional(quantity(index).and_then(|it| it.unit.as_deref()));
            let time = |index: Option<u32>| {
                let found = index.and_then(|index| page.times.get(index as usize));
                optional(found.and_then(|time| time.value.as_deref()))
            };
            for it in &page.figures {
                let [start, end, words] = part(it.start, it.end);
                row(&[
                    article(it.start),
                    string(&it.indicator.text),
                    optional(it.scope.as_ref().map(|scope| scope.text.as_str())),
                    it.change.map_or(Null, |change| string(names::of_change(change))),
                    value(it.from),
                    unit(it.from),
                    value(it.to),
                    unit(it.to),
                    value(it.value),
                    unit(it.value),
                    time(it.time),
                    time(it.from_time),
                    time(it.to_time),
                    Cell::List(it.inherited.clone()),
                    Cell::List(it.notes.clone()),
                    start,
                    end,
                    words,
                    string(it.because),
                ]);
            }
        }
        Table::Quantities => {
            for it in &page.quantities {
                let [start, end, words] = part(it.start, it.end);
                let [min, max] = it.bounds.unwrap_or_default();
                row(&[
                    article(it.start),
                    number(it.value),
                    optional(it.unit.as_deref()),
                    number(min),
                    number(max),
                    string(it.kind),
                    start,
                    end,
                    words,
                    string(it.because),
                ]);
            }
        }
        Table::Times => {
            for it in &page.times {
                let [start, end, words] = part(it.start, it.end);
                let value = optional(it.value.as_deref());
                row(&[article(it.start), value, Flag(it.approximate), start, end, words, string(it.because)]);
            }
        }
        Table::Entities => {
            for (index, it) in page.entities.iter().enumerate() {
                let place = it.place.as_ref();
                row(&[
                    integer(index as u32),
                    string(&it.name),
                    string(names::of_entity(it.kind)),
                    list(&it.titles),
                    integer(it.mentions.len() as u32),
                    optional(place.and_then(|place| place.code.as_deref())),
                    optional(place.map(|place| place.country.as_str())),
                    place.map_or(Cell::List(Vec::new()), |place| list(&place.path)),
                    optional(it.genre),
                    integer(it.spoken),
                ]);
            }
        }
        Table::Mentions => {
            for it in &page.mentions {
                let [start, end, words] = part(it.start, it.end);
                row(&[
                    article(it.start),
                    integer(it.entity),
                    name(it.entity),
                    string(names::of_entity(it.kind)),
                    start,
                    end,
                    words,
                    string(it.because),
                ]);
            }
        }
        Table::Quotes => {
            for it in &page.quotes {
                let [start, end, words] = part(it.start, it.end);
                row(&[
                    article(it.start),
                    it.speaker.map_or(Null, name),
                    optional(it.speaker_text.as_deref()),
                    optional(it.verb.as_deref()),
                    Flag(it.direct),
                    start,
                    end,
                    words,
                    string(it.because),
                ]);
            }
        }
        Table::Tokens => {
            let tokens = &page.tokens;
            for ((start, end), tag) in tokens.start.iter().zip(&tokens.end).zip(&tokens.tag) {
                let [from, to, words] = part(*start, *end);
                row(&[article(*start), from, to, words, string(tag)]);
            }
        }
        Table::Frequencies => {
            for it in &page.statistics.frequencies {
                row(&[string(&it.word), string(it.tag), integer(it.count)]);
            }
        }
        Table::Keywords => {
            for it in &page.statistics.keywords {
                row(&[string(&it.word), string(it.tag), integer(it.count), real(it.score)]);
            }
        }
        Table::NewWords => {
            for it in &page.statistics.new_words {
                row(&[string(&it.word), integer(it.count), real(it.score)]);
            }
        }
    }
}
