//! The only file that knows JavaScript. It carries values across and decides nothing.

use crate::export::{self, Format, Table};
use crate::tape::Tape;
use crate::{Error, ErrorCode, Inquiry, Options, OwnWord, Reader, source};
use js_sys::{Object, Reflect, Uint16Array, Uint32Array};
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

    /// The page, see [`crate::tape`].
    pub fn parse(&self, text: &str, options: JsValue) -> Result<Object, JsValue> {
        taped(&self.reader.parse(text, &read_options(options)?).map_err(thrown)?)
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
    pub fn ask(&self, text: &str, inquiry: JsValue) -> Result<Object, JsValue> {
        taped(&self.reader.ask(text, &given::<Inquiry>(inquiry)?).map_err(thrown)?)
    }

    /// Words and marks with their tags, as columns.
    pub fn tag(&self, text: &str) -> Result<Object, JsValue> {
        taped(&self.reader.tag(text).map_err(thrown)?)
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

/// A result as `js/tape.ts` takes it: `words`, `strings`; `names` and `shapes`, one a line, the keys of a shape with spaces
/// between them.
fn taped(value: &impl Serialize) -> Result<Object, JsValue> {
    let Tape { words, strings, names, shapes, .. } =
        Tape::of(value).map_err(|error| js_sys::Error::new(&error.to_string()))?;
    let shapes: Vec<String> = shapes.iter().map(|keys| keys.join(" ")).collect();
    let result = Object::new();
    set(&result, "words", &Uint32Array::from(words.as_slice()))?;
    set(&result, "strings", &Uint16Array::from(strings.as_slice()))?;
    set(&result, "names", &JsValue::from_str(&names.join("\n")))?;
    set(&result, "shapes", &JsValue::from_str(&shapes.join("\n")))?;
    Ok(result)
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
