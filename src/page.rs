//! The result's types: the words in which all rooms speak. Plain data, the output contract version 1.
//!
//! Every offset is a `u32`. Inside the engine it counts UTF-8 bytes of [`Page::text`]; the last step of
//! [`crate::reader`] turns all of them into UTF-16 code units, half-open, as JavaScript slices strings.
//! A type with offsets says so by implementing [`Offsets`].

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::{Serialize, Serializer};

/// Why a decision was made: the short, stable name of a rule. Part of the interface.
pub type Because = &'static str;

/// Writes a string of the engine's own as serde writes the name of an enumeration's value. JSON is the same; but such a
/// name crosses into JavaScript only once, not each time it is said.
pub(crate) fn fixed<S: Serializer>(name: &&'static str, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_unit_variant("", 0, name)
}

/// As [`fixed`], for a column of them.
fn all_fixed<S: Serializer>(names: &[&'static str], serializer: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Name(#[serde(serialize_with = "fixed")] &'static str);
    serializer.collect_seq(names.iter().map(|name| Name(name)))
}

/// Gives every offset of a value to a function that may change it, start and end alike.
pub trait Offsets {
    /// Calls `f` once for each offset.
    fn each_offset(&mut self, f: &mut dyn FnMut(&mut u32));
}

impl<T: Offsets> Offsets for Vec<T> {
    fn each_offset(&mut self, f: &mut dyn FnMut(&mut u32)) {
        self.iter_mut().for_each(|item| item.each_offset(f));
    }
}

impl<T: Offsets> Offsets for Option<T> {
    fn each_offset(&mut self, f: &mut dyn FnMut(&mut u32)) {
        if let Some(item) = self {
            item.each_offset(f);
        }
    }
}

macro_rules! offsets {
    ($($type:ty: $($field:ident),+;)+) => {$(
        impl Offsets for $type {
            fn each_offset(&mut self, f: &mut dyn FnMut(&mut u32)) {
                $(self.$field.each_offset(f);)+
            }
        }
    )+};
}

impl Offsets for u32 {
    fn each_offset(&mut self, f: &mut dyn FnMut(&mut u32)) {
        f(self);
    }
}

/// A newspaper page, read.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Page {
    /// Version of the output contract.
    pub version: u32,
    /// The rebuilt text: wraps undone, one `\n` between blocks, a blank line between articles.
    pub text: String,
    /// Where the text came from.
    pub source: SourceMap,
    /// Day of publication, ISO 8601: as the caller said, else as the page itself prints it.
    pub published: Option<String>,
    /// The articles in the order in which they stand in the text.
    pub articles: Vec<Article>,
    /// Where lines of the input were joined, and why, as columns.
    pub joins: crate::layout::Joins,
    /// Sentences as columns.
    pub sentences: Sentences,
    /// Words and punctuation as columns.
    pub tokens: Tokens,
    /// The people, places, bodies … that the mentions name.
    pub entities: Vec<Entity>,
    /// Each place in the text where something is named, in text order.
    pub mentions: Vec<Mention>,
    /// Dates and periods, in text order.
    pub times: Vec<Time>,
    /// Numbers with their units, in text order.
    pub quantities: Vec<Quantity>,
    /// Statements that give a number to an indicator, in text order.
    pub figures: Vec<Figure>,
    /// What was said and by whom, in text order.
    pub quotes: Vec<Quote>,
    /// Counts and measures of the text.
    pub statistics: crate::statistics::Statistics,
}

offsets! {
    crate::layout::Joins: at;
    Page: articles, joins, sentences, tokens, entities, mentions, times, quantities, figures, quotes, statistics;
}

/// The source map: which piece of the text stood where in the input.
#[derive(Clone, Debug, Default, Serialize)]
pub struct SourceMap {
    /// Length of the input in UTF-16 code units.
    pub length: u32,
    /// `[text start, source start, length]`, ascending by text start, all in UTF-16 code units. What no run
    /// covers in the text is a separator the engine wrote (`\n`); what none covers in the source is space.
    pub runs: Vec<[u32; 3]>,
}

/// What an article is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ArticleKind {
    /// Someone's words, addressed to an audience.
    Speech,
    /// News.
    Report,
    /// Opinion.
    Commentary,
    /// An announcement, an advertisement, a list.
    Notice,
    /// Words under a picture.
    Caption,
    /// None of these.
    #[default]
    Other,
}

/// One article of the page.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Article {
    /// `a1`, `a2`, … in text order.
    pub id: String,
    /// First offset.
    pub start: u32,
    /// One past the last offset.
    pub end: u32,
    /// What it is.
    pub kind: ArticleKind,
    /// Its headline, if it has one.
    pub headline: Option<Headline>,
    /// Who wrote or took it.
    pub authors: Vec<Author>,
    /// Where and when it was filed.
    pub dateline: Option<Dateline>,
    /// 上接: the page it comes from.
    pub continued_from: Option<PageReference>,
    /// 下转: the page it goes on at.
    pub continued_to: Option<PageReference>,
    /// Its blocks in text order.
    pub blocks: Vec<Block>,
    /// The rule that began this article.
    #[serde(serialize_with = "fixed")]
    pub because: Because,
}

offsets! { Article: start, end, blocks; }

/// A headline, a string for each printed line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Headline {
    /// 引题
    pub kicker: Vec<String>,
    /// 主题
    pub main: Vec<String>,
    /// 副题
    pub sub: Vec<String>,
}

/// An author with the role that the page gives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Author {
    /// The name without spaces.
    pub name: String,
    /// 记者, 通讯员, 摄 …, if one is given.
    pub role: Option<String>,
}

/// 电头: agency, place and day of filing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Dateline {
    /// 新华社, 本报 …
    pub agency: Option<String>,
    /// Where it was filed.
    pub place: Option<String>,
    /// When, ISO 8601.
    pub date: Option<String>,
}

/// A page of the same newspaper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct PageReference {
    /// Its number.
    pub page: u32,
}

/// What a block is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum BlockType {
    /// A line of the headline.
    Headline,
    /// Who wrote it.
    Byline,
    /// 同志们：
    Salutation,
    /// An inner heading.
    Heading,
    /// Running text.
    #[default]
    Paragraph,
    /// （新华社北京3月6日电）
    Dateline,
    /// Name and date under a letter or notice.
    Signature,
    /// （上接1版）
    Continuation,
    /// Words under a picture.
    Caption,
}

/// A piece of an article: a paragraph, a heading, a line of the headline.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Block {
    /// What it is.
    #[serde(rename = "type")]
    pub kind: BlockType,
    /// First offset.
    pub start: u32,
    /// One past the last offset.
    pub end: u32,
    /// Depth in the outline, 1 is the top; `null` for what stands in no outline.
    pub level: Option<u8>,
    /// The enumerator it begins with, such as `一、`.
    pub marker: Option<String>,
    /// Index, in the article's blocks, of the block it stands under.
    pub parent: Option<u32>,
    /// The rule that made it what it is.
    #[serde(serialize_with = "fixed")]
    pub because: Because,
}

offsets! { Block: start, end; }

/// Sentences as columns.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Sentences {
    /// First offsets.
    pub start: Vec<u32>,
    /// Offsets one past the last.
    pub end: Vec<u32>,
}

offsets! { Sentences: start, end; }

/// Words and punctuation marks as columns.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Tokens {
    /// First offsets.
    pub start: Vec<u32>,
    /// Offsets one past the last.
    pub end: Vec<u32>,
    /// Part of speech, PKU tag set.
    #[serde(serialize_with = "all_fixed")]
    pub tag: Vec<&'static str>,
}

offsets! { Tokens: start, end; }

/// What a mention names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum EntityType {
    /// A person.
    Person,
    /// A place.
    Place,
    /// An organisation.
    Organization,
    /// An office or rank.
    Title,
    /// 《…》: a law, a newspaper, a book, a document.
    Work,
    /// A slogan or a named policy.
    Term,
    /// A meeting or an event.
    Event,
}

/// Someone or something that the page names, once or more often.
#[derive(Clone, Debug, Serialize)]
pub struct Entity {
    /// Its fullest name on the page.
    pub name: String,
    /// What it is.
    #[serde(rename = "type")]
    pub kind: EntityType,
    /// A person's offices in the order in which the page gives them.
    pub titles: Vec<String>,
    /// Indexes into [`Page::mentions`].
    pub mentions: Vec<u32>,
    /// Where a place lies, if the gazetteer knows it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<PlacePath>,
    /// What a work is: law, newspaper, periodical, document, film, music, work.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub genre: Option<&'static str>,
    /// How many characters of what stands on the page this speaker said; 0 for who does not speak.
    #[serde(skip_serializing_if = "is_zero")]
    pub spoken: u32,
}

fn is_zero(count: &u32) -> bool {
    *count == 0
}

/// A place in the administrative hierarchy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PlacePath {
    /// GB/T 2260 code of a division of China.
    pub code: Option<String>,
    /// ISO 3166-1 alpha-2 code of the country; `-` for what belongs to none.
    pub country: String,
    /// Full names from the province or country down to the place itself.
    pub path: Vec<String>,
}

impl Offsets for Entity {
    fn each_offset(&mut self, _: &mut dyn FnMut(&mut u32)) {}
}

/// A place in the text where something is named.
#[derive(Clone, Debug, Serialize)]
pub struct Mention {
    /// What is named.
    #[serde(rename = "type")]
    pub kind: EntityType,
    /// First offset.
    pub start: u32,
    /// One past the last offset.
    pub end: u32,
    /// Index into [`Page::entities`].
    pub entity: u32,
    /// The rule that found it.
    #[serde(serialize_with = "fixed")]
    pub because: Because,
}

offsets! { Mention: start, end; }

/// A date or a period.
#[derive(Clone, Debug, Serialize)]
pub struct Time {
    /// First offset.
    pub start: u32,
    /// One past the last offset.
    pub end: u32,
    /// ISO 8601 or EDTF; `null` when the text does not say enough to resolve it.
    pub value: Option<String>,
    /// 左右, 前后, 约 …
    pub approximate: bool,
    /// The rule that read it.
    #[serde(serialize_with = "fixed")]
    pub because: Because,
}

offsets! { Time: start, end; }

/// An exact number. It is written as a JSON integer when it is one, else as the nearest double.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Number(pub Decimal);

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        const MAX_SAFE_INTEGER: i64 = (1 << 53) - 1;
        match self.0.is_integer().then(|| self.0.to_i64()).flatten() {
            Some(integer) if integer.abs() <= MAX_SAFE_INTEGER => serializer.serialize_i64(integer),
            _ => {
                // by way of the digits: the nearest double, where Decimal's own conversion may miss by one
                let double: f64 = self.0.to_string().parse().unwrap_or(f64::MAX);
                // JavaScript writes whole doubles as digits; so does native output, as far as 64 bits go
                match format!("{double}").parse::<i64>() {
                    Ok(integer) if cfg!(not(target_arch = "wasm32")) => serializer.serialize_i64(integer),
                    _ => serializer.serialize_f64(double),
                }
            }
        }
    }
}

/// A number with its unit.
#[derive(Clone, Debug, Serialize)]
pub struct Quantity {
    /// First offset.
    pub start: u32,
    /// One past the last offset.
    pub end: u32,
    /// The number: 万 and 亿 multiplied out, percent on the 0–100 scale.
    pub value: Option<Number>,
    /// The unit as the units table spells it.
    pub unit: Option<String>,
    /// `[min, max]` of an approximation or a range; either may be open.
    pub bounds: Option<[Option<Number>; 2]>,
    /// count, percent, percentage-point, money, length, area …
    #[serde(serialize_with = "fixed")]
    pub kind: &'static str,
    /// The rule that read it.
    #[serde(serialize_with = "fixed")]
    pub because: Because,
}

offsets! { Quantity: start, end; }

/// Which way a number went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Change {
    /// It rose.
    Up,
    /// It fell.
    Down,
}

/// A named stretch of text.
#[derive(Clone, Debug, Serialize)]
pub struct Named {
    /// The words, which may be put together from several places.
    pub text: String,
    /// First offset.
    pub start: u32,
    /// One past the last offset.
    pub end: u32,
}

offsets! { Named: start, end; }

/// A statement that gives a number to an indicator.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Figure {
    /// What is counted or measured.
    pub indicator: Named,
    /// Of what, or among whom.
    pub scope: Option<Named>,
    /// Which way it went, when the statement is of a change.
    pub change: Option<Change>,
    /// Index into [`Page::quantities`].
    pub from: Option<u32>,
    /// Index into [`Page::quantities`].
    pub to: Option<u32>,
    /// Index into [`Page::quantities`].
    pub value: Option<u32>,
    /// Index into [`Page::times`].
    pub time: Option<u32>,
    /// Index into [`Page::times`].
    pub from_time: Option<u32>,
    /// Index into [`Page::times`].
    pub to_time: Option<u32>,
    /// What was taken over from an earlier clause: indicator, scope, time, fromTime, toTime.
    pub inherited: Vec<&'static str>,
    /// What its numbers say about each other: total, rate-disagrees, parts-do-not-sum, …
    pub notes: Vec<&'static str>,
    /// First offset of the statement.
    pub start: u32,
    /// One past its last offset.
    pub end: u32,
    /// The pattern that read it.
    #[serde(serialize_with = "fixed")]
    pub because: Because,
}

offsets! { Figure: indicator, scope, start, end; }

/// What someone said.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Quote {
    /// Index into [`Page::entities`].
    pub speaker: Option<u32>,
    /// The reporting verb.
    pub verb: Option<String>,
    /// First offset of what is said.
    pub start: u32,
    /// One past its last offset.
    pub end: u32,
    /// Whether it stands in quotation marks.
    pub direct: bool,
    /// The words that name the speaker where he is introduced: 他, 会议, 联合国秘书长古特雷斯.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speaker_text: Option<String>,
    /// The words that introduce or follow what is said, from the speaker to the verb.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cue: Option<Named>,
    /// The rule that found it.
    #[serde(serialize_with = "fixed")]
    pub because: Because,
}

offsets! { Quote: start, end, cue; }
