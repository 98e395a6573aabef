//! The only file that knows JavaScript. It carries values across and decides nothing.

use crate::export::{self, Format, Table};
use crate::page::Tokens;
use crate::{Error, ErrorCode, Inquiry, Options, OwnWord, Reader, source};
use js_sys::{Object, Reflect, Uint32Array};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;

/// A loaded engine.
#[wasm_bindgen]
pub struct Engine {
    reader: Reader,
}

#[wasm_bindgen]
impl Engine {
    /// An engine over the bytes of `lexicon.bin`.
    #[wasm_bindgen(constructor)]
    pub fn new(lexicon: &[u8]) -> Result<Engine, JsValue> {
        console_error_panic_hook::set_once();
        Ok(Engine { reader: Reader::new(lexicon).map_err(thrown)? })
    }

    /// The page: `page`, plain JSON data, in which the longest columns are empty; `columns`, `tags`, `words` and
    /// `wordTags` hold them, and `js/columns.ts` puts them back.
    pub fn parse(&self, text: &str, options: JsValue) -> Result<Object, JsValue> {
        let mut page = self.reader.parse(text, &read_options(options)?).map_err(thrown)?;
        // what is long crosses as columns: an object or a number at a time takes too long
        let tokens = std::mem::take(&mut page.tokens);
        let sentences = std::mem::take(&mut page.sentences);
        let runs = std::mem::take(&mut page.source.runs);
        let frequencies = std::mem::take(&mut page.statistics.frequencies);
        let counts: Vec<u32> = frequencies.iter().map(|frequency| frequency.count).collect();
        let lengths = [tokens.start.len(), sentences.start.len(), runs.len(), counts.len()];
        let lengths = lengths.map(|length| length as u32);
        // in one array: each array costs as much as some hundreds of numbers in it
        let columns = [
            &lengths[..],
            &tokens.start,
            &tokens.end,
            &sentences.start,
            &sentences.end,
            runs.as_flattened(),
            &counts,
        ];
        let result = Object::new();
        set(&result, "page", &plain(&page)?)?;
        set(&result, "columns", &Uint32Array::from(columns.concat().as_slice()))?;
        set(&result, "tags", &joined(tokens.tag.iter().copied(), " "))?;
        // no word has a line's end in it
        set(&result, "words", &joined(frequencies.iter().map(|frequency| frequency.word.as_str()), "\n"))?;
        set(&result, "wordTags", &joined(frequencies.iter().map(|frequency| frequency.tag), " "))?;
        Ok(result)
    }

    /// The page in each of some formats, see [`crate::export::Format::named`].
    pub fn export(
        &self,
        text: &str,
        formats: Vec<String>,
        source: Option<String>,
        options: JsValue,
    ) -> Result<Vec<String>, JsValue> {
        let formats: Result<Vec<Format>, Error> = formats.iter().map(|name| Format::named(name)).collect();
        let formats = formats.map_err(thrown)?;
        let page = self.reader.parse(text, &read_options(options)?).map_err(thrown)?;
        Ok(formats.into_iter().map(|format| export::write(&page, format, source.as_deref())).collect())
    }

    /// The columns of a table, each with its type, see [`Table::columns`].
    pub fn columns(table: &str) -> Result<Vec<String>, JsValue> {
        Ok(Table::named(table).map_err(thrown)?.columns().map(str::to_string).collect())
    }

    /// Where each word, mark and stretch of white space ends, in UTF-16 code units.
    pub fn segment(&self, text: &str) -> Result<Uint32Array, JsValue> {
        let ends = self.reader.segment(text).map_err(thrown)?;
        Ok(Uint32Array::from(ends.as_slice()))
    }

    /// Adds own words: `[{ word, tag? }]`.
    #[wasm_bindgen(js_name = addWords)]
    pub fn add_words(&mut self, words: JsValue) -> Result<(), JsValue> {
        self.reader.add_words(&given::<Vec<OwnWord>>(words)?).map_err(thrown)
    }

    /// Replaces the words that are never keywords; `null` brings the engine's list back.
    #[wasm_bindgen(js_name = setStopWords)]
    pub fn set_stop_words(&mut self, words: JsValue) -> Result<(), JsValue> {
        self.reader.set_stop_words(given(words)?);
        Ok(())
    }

    /// Answers a question about a text: `{ keyness: { other } }`, see [`Inquiry`].
    pub fn ask(&self, text: &str, inquiry: JsValue) -> Result<JsValue, JsValue> {
        let answer = self.reader.ask(text, &given::<Inquiry>(inquiry)?).map_err(thrown)?;
        plain(&answer)
    }

    /// Words and marks with their tags, as columns.
    pub fn tag(&self, text: &str) -> Result<Object, JsValue> {
        token_columns(&self.reader.tag(text).map_err(thrown)?)
    }
}

/// Longest text that is read in one call, in UTF-8 bytes.
#[wasm_bindgen(js_name = maxInputBytes)]
pub fn max_input_bytes() -> usize {
    source::MAX_INPUT_BYTES
}

/// What the caller said of the page; what is missing or `undefined` is left to the engine.
fn read_options(options: JsValue) -> Result<Options, JsValue> {
    if options.is_undefined() || options.is_null() { Ok(Options::default()) } else { given(options) }
}

/// A value that the caller gave.
fn given<T: DeserializeOwned>(value: JsValue) -> Result<T, JsValue> {
    serde_wasm_bindgen::from_value(value).map_err(|error| {
        let message = format!("What was given cannot be used: {error}. The documentation shows its form.");
        thrown(Error::new(ErrorCode::BadOption, message))
    })
}

fn plain(value: &impl Serialize) -> Result<JsValue, JsValue> {
    Ok(value.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}

fn token_columns(tokens: &Tokens) -> Result<Object, JsValue> {
    let columns = Object::new();
    set(&columns, "start", &Uint32Array::from(tokens.start.as_slice()))?;
    set(&columns, "end", &Uint32Array::from(tokens.end.as_slice()))?;
    set(&columns, "tag", &joined(tokens.tag.iter().copied(), " "))?;
    Ok(columns)
}

fn joined<'a>(strings: impl Iterator<Item = &'a str>, separator: &str) -> JsValue {
    JsValue::from_str(&strings.collect::<Vec<_>>().join(separator))
}

fn set(object: &Object, key: &str, value: &impl AsRef<JsValue>) -> Result<(), JsValue> {
    Reflect::set(object, &JsValue::from_str(key), value.as_ref()).map(drop)
}

/// An `Error` with a `code`.
fn thrown(error: Error) -> JsValue {
    let value = js_sys::Error::new(&error.message);
    match Reflect::set(&value, &"code".into(), &error.code.as_str().into()) {
        Ok(_) => value.into(),
        Err(refused) => refused,
    }
}
