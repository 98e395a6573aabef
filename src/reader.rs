//! The pipeline: the steps of reading a page, in order.

use crate::error::{Error, ErrorCode};
use crate::extract::entities::{self, Names};
use crate::extract::{Reading, figures, quantities, quotations, times};
use crate::layout::{self, Day, Hint};
use crate::lexicon::Lexicon;
use crate::page::{Offsets, Page, SourceMap, Tokens};
use crate::source::{Source, Utf16Index, check_size, turn_ascending};
use crate::statistics::{self, StopWords, Words};
use crate::words;
use serde::{Deserialize, Deserializer};

/// What a caller may say about a page.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Options {
    /// Day of publication as ISO 8601 (`2020-03-07`); else the page's own date line is used.
    pub date: Option<String>,
    /// What a person says of lines of the page; it is taken as a fact.
    #[serde(deserialize_with = "or_none")]
    pub hints: Vec<Hint>,
}

/// JavaScript writes `undefined` and `null` for what is not given.
fn or_none<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Hint>, D::Error> {
    Ok(Option::deserialize(deserializer)?.unwrap_or_default())
}

/// A loaded engine.
pub struct Reader {
    pub(crate) lexicon: Lexicon,
    pub(crate) stop_words: StopWords,
}

impl Reader {
    /// An engine over a compiled lexicon.
    ///
    /// # Errors
    /// See [`Lexicon::from_bytes`].
    pub fn new(lexicon: &[u8]) -> Result<Reader, Error> {
        Ok(Reader { lexicon: Lexicon::from_bytes(lexicon)?, stop_words: StopWords::default() })
    }

    /// Reads a page; offsets in the result are UTF-16 code units.
    ///
    /// # Errors
    /// See [`Source::read`].
    pub fn parse(&self, input: &str, options: &Options) -> Result<Page, Error> {
        let source = Source::read(input)?;
        let published = options.date.as_deref().map(day).transpose()?;
        let layout = layout::rebuild(&source, &self.lexicon, &options.hints, published);
        let sentences = words::sentences(&layout.text, &layout.articles);
        let tokens = words::tokens(&layout.text, &self.lexicon);
        let mut reading = Reading::new(&layout.text, &layout.articles, &sentences, &tokens, &self.lexicon);
        reading.date = layout.published.as_deref();
        let times = times::find(&reading);
        let quantities = quantities::find(&reading, &times);
        let figures = figures::find(&reading, &times, &quantities);
        let mut names = entities::names(&reading);
        let quotes = quotations::quotations(&reading, &mut names);
        let Names { entities, mentions, .. } = names;
        let words = Words { text: &layout.text, tokens: &tokens };
        let statistics =
            statistics::measure(words, &layout.articles, &sentences, &self.lexicon, &self.stop_words);
        let page = Page {
            version: 1,
            source: SourceMap { length: source.utf16_length, runs: layout.runs },
            published: layout.published,
            articles: layout.articles,
            joins: layout.joins,
            entities,
            mentions,
            quotes,
            sentences,
            tokens,
            times,
            quantities,
            figures,
            statistics,
            text: layout.text,
        };
        Ok(in_utf16(page))
    }

    /// Where each word, mark and stretch of white space ends, in UTF-16 code units.
    ///
    /// # Errors
    /// [`crate::ErrorCode::TooLarge`], see [`crate::source::MAX_INPUT_BYTES`].
    pub fn segment(&self, text: &str) -> Result<Vec<u32>, Error> {
        check_size(text)?;
        let mut ends = words::segment(text, &self.lexicon);
        turn_ascending(text, [&mut ends]);
        Ok(ends)
    }

    /// Words and punctuation marks with their tags, offsets in UTF-16 code units.
    ///
    /// # Errors
    /// [`crate::ErrorCode::TooLarge`], see [`crate::source::MAX_INPUT_BYTES`].
    pub fn tag(&self, text: &str) -> Result<Tokens, Error> {
        check_size(text)?;
        let mut tokens = words::tokens(text, &self.lexicon);
        turn_ascending(text, [&mut tokens.start, &mut tokens.end]);
        Ok(tokens)
    }
}

fn day(date: &str) -> Result<Day, Error> {
    Day::parse(date).ok_or_else(|| {
        Error::new(
            ErrorCode::BadOption,
            format!("The date {date:?} is no day. Give it as year-month-day: 2020-03-07."),
        )
    })
}

fn in_utf16(mut page: Page) -> Page {
    let text = std::mem::take(&mut page.text);
    let index = Utf16Index::new(&text);
    // the words and sentences, most of the offsets by far, in columns
    let (mut tokens, mut sentences) = (std::mem::take(&mut page.tokens), std::mem::take(&mut page.sentences));
    turn_ascending(&text, [&mut tokens.start, &mut tokens.end]);
    turn_ascending(&text, [&mut sentences.start, &mut sentences.end]);
    page.each_offset(&mut |offset| *offset = index.utf16(*offset));
    (page.tokens, page.sentences) = (tokens, sentences);
    page.text = text;
    page
}
