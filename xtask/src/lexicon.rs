//! Compiles the word lists into the one file that the engine loads.

use anyhow::{Context, Result};
use cargo_metadata::MetadataCommand;
use std::fs;
use std::path::PathBuf;

/// Writes `target/lexicon.bin` from jieba's dictionary.
pub fn build() -> Result<()> {
    let metadata = MetadataCommand::new().exec().context("cargo metadata")?;
    let jieba = metadata.packages.iter().find(|package| package.name.as_str() == "jieba-rs");
    let manifest = &jieba.context("jieba-rs is a dependency")?.manifest_path;
    let dictionary = manifest.with_file_name("src").join("data/dict.txt");
    let words = fs::read(&dictionary).with_context(|| format!("reading {dictionary}"))?;
    let out: PathBuf = metadata.target_directory.join("lexicon.bin").into();
    fs::write(&out, banmian::lexicon::format::write(&words))?;
    println!("lexicon: {} ({} bytes)", out.display(), out.metadata()?.len());
    Ok(())
}
