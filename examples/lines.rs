//! The engine as a native filter: a JSON request a line on standard input, a JSON result a line on standard
//! output. `{"op":"parse"|"segment"|"tag","text":"…","date":"2020-03-07","hints":[…]}`; the lexicon's path is the argument.
//! Used to compare native results with those of the WebAssembly build, and to measure without building that.

use banmian::{Options, Reader};
use std::io::{BufRead, Write};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).unwrap_or_else(|| "target/lexicon.bin".into());
    let reader = Reader::new(&std::fs::read(path)?)?;
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let request: serde_json::Value = serde_json::from_str(&line?)?;
        let text = request["text"].as_str().unwrap_or_default();
        let options: Options = serde_json::from_value(request.clone())?;
        let result = match request["op"].as_str() {
            Some("segment") => reader.segment(text).map(|ends| serde_json::to_string(&ends)),
            Some("tag") => reader.tag(text).map(|tokens| serde_json::to_string(&tokens)),
            _ => reader.parse(text, &options).map(|page| serde_json::to_string(&page)),
        };
        let answer = match result {
            Ok(written) => written?,
            Err(error) => {
                let told = serde_json::json!({ "code": error.code.as_str(), "message": error.message });
                serde_json::json!({ "error": told }).to_string()
            }
        };
        writeln!(out, "{answer}")?;
        out.flush()?;
    }
    Ok(())
}
