//! Builds what `cargo build` cannot: the lexicon, the WebAssembly and its bindings.
//!
//! `cargo xtask lexicon` writes `target/lexicon.bin`.

mod lexicon;

use anyhow::{Result, bail};

fn main() -> Result<()> {
    match std::env::args().nth(1).as_deref() {
        Some("lexicon") => lexicon::build(),
        _ => bail!("usage: cargo xtask lexicon"),
    }
}
