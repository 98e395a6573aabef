//! Compiles the word lists into the one file that the engine loads.

mod places;
mod splits;

use anyhow::{Context, Result};
use banmian::lexicon::format::{self, Entry};
use banmian::lists;
use cargo_metadata::MetadataCommand;
use splits::Splits;
use std::collections::HashMap;
use std::fs;
use std::path::PathBuf;

/// Rarer entries swallow compounds: without those below 4 the F1 on newspaper text rose from 0.844 to 0.885; those of 4
/// are worth less (0.0006) than the 45 kB they take.
const LEAST_FREQUENCY: u32 = 5;

/// Every second bucket is as good for the cut, and smaller.
const COARSE: u8 = !1;

/// Writes `target/lexicon.bin` from jieba's dictionary, the lists in `lexicon/` and the place names.
pub fn build() -> Result<()> {
    let metadata = MetadataCommand::new().exec().context("cargo metadata")?;
    let jieba = metadata.packages.iter().find(|package| package.name.as_str() == "jieba-rs");
    let manifest = &jieba.context("jieba-rs is a dependency")?.manifest_path;
    let dictionary = manifest.with_file_name("src").join("data/dict.txt");
    let dictionary = fs::read_to_string(&dictionary).with_context(|| format!("reading {dictionary}"))?.leak();
    let mut words: HashMap<&str, (u32, &'static str)> = dictionary.lines().filter_map(entry).collect();
    add_terms(&mut words);
    correct_names(&mut words);
    correct_tags(&mut words);
    let splits = Splits::new(&words);
    let entries: Vec<Entry> = words
        .iter()
        .map(|(word, (frequency, tag))| {
            let (word, bucket, reading) =
                ((*word).into(), format::bucket(*frequency) & COARSE, splits.reading(word, tag));
            Entry { word, bucket, reading }
        })
        .collect();
    let places = places::divisions(metadata.workspace_root.as_std_path())?;
    let out: PathBuf = metadata.target_directory.join("lexicon.bin").into();
    let (count, divisions) = (entries.len(), places.lines().count());
    fs::write(&out, format::write(&entries, &places))?;
    println!(
        "lexicon: {count} words, {divisions} places, {} ({} bytes)",
        out.display(),
        out.metadata()?.len()
    );
    Ok(())
}

/// Corrections of tags; the first line that has a word decides.
static TAGS: &str = include_str!("../../lexicon/tags.txt");

/// Words that jieba's dictionary calls people's names and that are none.
static NOT_NAMES: &str = include_str!("../../lexicon/not-names.txt");
/// The tag of those that are no words either.
const NO_WORD: &str = "x";

/// Words that jieba's dictionary does not have.
static TERMS: &str = include_str!("../../lexicon/terms.txt");
/// Their frequency: that of a middling word.
const TERM_FREQUENCY: u32 = 600;

/// The words of a list with the tags that its lines begin with.
fn tagged(list: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = lists::lines(list).filter_map(|line| line.split_once(' '));
    lines.flat_map(|(tag, words)| words.split_whitespace().map(move |word| (word, tag)))
}

fn add_terms(words: &mut HashMap<&str, (u32, &'static str)>) {
    for (word, tag) in tagged(TERMS) {
        words.entry(word).or_insert((TERM_FREQUENCY, tag));
    }
}

fn correct_names(words: &mut HashMap<&str, (u32, &'static str)>) {
    for (word, tag) in tagged(NOT_NAMES) {
        if tag == NO_WORD {
            words.remove(word);
        } else if let Some((_, old)) = words.get_mut(word) {
            *old = tag;
        }
    }
}

fn correct_tags(words: &mut HashMap<&str, (u32, &'static str)>) {
    for (word, tag) in tagged(TAGS).collect::<Vec<_>>().into_iter().rev() {
        if let Some((_, old)) = words.get_mut(word) {
            *old = tag;
        }
    }
}

/// An entry of jieba's dictionary: `word frequency tag`.
fn entry(line: &'static str) -> Option<(&'static str, (u32, &'static str))> {
    let mut fields = line.split(' ');
    let (word, frequency, tag) = (fields.next()?, fields.next()?.parse().ok()?, fields.next().unwrap_or("n"));
    let common = frequency >= LEAST_FREQUENCY || word.chars().count() == 1;
    common.then_some((word, (frequency, tag)))
}
