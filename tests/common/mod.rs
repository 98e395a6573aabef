//! What the integration tests share.
#![allow(dead_code)]

pub mod promises;
pub mod targets;

use banmian::Reader;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// The engine over the lexicon that `cargo xtask lexicon` compiled.
pub static READER: LazyLock<Reader> = LazyLock::new(|| {
    let path = root().join("target/lexicon.bin");
    let bytes = std::fs::read(&path).unwrap_or_else(|error| {
        panic!("{}: {error}. Run `cargo xtask lexicon` first; `npm test` does it by itself.", path.display())
    });
    Reader::new(&bytes).expect("the compiled lexicon loads")
});

/// The repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR").trim_end_matches("/fuzz"))
}

/// A folder of the development data beside the repository; says plainly when it is not there.
pub fn shared(folder: &str) -> Option<PathBuf> {
    let path = root().join("../shared").join(folder);
    if path.exists() {
        return Some(path);
    }
    eprintln!("skipped: {folder} of the development data is not beside this repository");
    None
}

/// A text without white space, as it is compared with gold.
pub fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}
