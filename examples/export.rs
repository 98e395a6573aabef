//! The engine and its exporters as a native filter: a JSON request a line on standard input, a JSON string with the
//! result a line on standard output. `{"text":"…","format":"json"|"markdown"|"tei"|"jsonld"|"csv/figures"|…,"source":"…",
//! "date":"2020-03-07","hints":[…]}`; the lexicon's path is the argument. With `json`, the page comes with its numbers
//! written as JavaScript writes them: what WebAssembly gives is the same byte for byte.

use banmian::export::{Format, write};
use banmian::{Options, Reader};
use serde::Serialize;
use std::io::{self, BufRead, Write};

/// JSON as `JSON.stringify` writes it: whole numbers without a fraction.
struct JavaScript;

impl serde_json::ser::Formatter for JavaScript {
    fn write_f64<W: ?Sized + Write>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        write!(writer, "{value}")
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).unwrap_or_else(|| "target/lexicon.bin".into());
    let reader = Reader::new(&std::fs::read(path)?)?;
    let mut out = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        let request: serde_json::Value = serde_json::from_str(&line?)?;
        let text = request["text"].as_str().unwrap_or_default();
        let options: Options = serde_json::from_value(request.clone())?;
        let page = reader.parse(text, &options)?;
        let result = match request["format"].as_str().unwrap_or("json") {
            "json" => {
                let mut json = Vec::new();
                page.serialize(&mut serde_json::Serializer::with_formatter(&mut json, JavaScript))?;
                String::from_utf8(json)?
            }
            format => write(&page, Format::named(format)?, request["source"].as_str()),
        };
        writeln!(out, "{}", serde_json::to_string(&result)?)?;
        out.flush()?;
    }
    Ok(())
}
