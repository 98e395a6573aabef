//! Builds what `cargo build` cannot: the lexicon, the WebAssembly and its bindings.
//!
//! `cargo xtask lexicon` writes `target/lexicon.bin`; `cargo xtask wasm` writes the engine, its bindings and
//! the lexicon into `dist/` and `js/engine/`.

mod lexicon;
mod wasm;

use anyhow::{Result, bail};

fn main() -> Result<()> {
    match std::env::args().nth(1).as_deref() {
        Some("lexicon") => lexicon::build(),
        Some("wasm") => wasm::build(),
        _ => bail!("usage: cargo xtask lexicon | wasm"),
    }
}
