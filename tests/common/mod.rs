//! What the integration tests share.
#![allow(dead_code)]

pub mod promises;
pub mod targets;

use banmian::Reader;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// The lexicon that `cargo xtask lexicon` compiled.
static LEXICON: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let path = root().join("target/lexicon.bin");
    std::fs::read(&path).unwrap_or_else(|error| {
        panic!("{}: {error}. Run `cargo xtask lexicon` first; `npm test` does it by itself.", path.display())
    })
});

/// An engine that all tests of a file use.
pub static READER: LazyLock<Reader> = LazyLock::new(reader);

/// An engine of a test's own, that it may teach words.
pub fn reader() -> Reader {
    Reader::new(&LEXICON).expect("the compiled lexicon loads")
}

/// Part of a text by its UTF-16 offsets.
pub fn slice(text: &str, start: u32, end: u32) -> String {
    let units: Vec<u16> = text.encode_utf16().collect();
    String::from_utf16(&units[start as usize..end as usize]).expect("offsets are on characters")
}

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
