//! The compiled word list: loaded once, read-only.
//!
//! The file is made by `cargo xtask lexicon`. It holds the words for segmentation with their frequencies
//! and tags; small rule tables (titles, units, reporting verbs) live as text in `lexicon/` at the top of
//! the repository and are compiled in by the rooms that use them.

pub mod format;

use crate::error::Error;
use jieba_rs::Jieba;
use std::io::BufReader;

/// Words with frequencies and part-of-speech tags.
pub struct Lexicon {
    jieba: Jieba,
}

impl Lexicon {
    /// Reads a compiled lexicon.
    ///
    /// # Errors
    /// [`crate::ErrorCode::LexiconCorrupt`] for a damaged or cut-off file,
    /// [`crate::ErrorCode::LexiconVersion`] for one that another version made.
    pub fn from_bytes(bytes: &[u8]) -> Result<Lexicon, Error> {
        let words = format::read(bytes)?;
        let jieba = Jieba::with_dict(&mut BufReader::new(words)).map_err(|_| format::corrupt())?;
        Ok(Lexicon { jieba })
    }

    /// The segmenter over these words.
    pub(crate) fn jieba(&self) -> &Jieba {
        &self.jieba
    }

    /// Whether the lexicon has this word.
    pub fn has_word(&self, word: &str) -> bool {
        self.jieba.has_word(word)
    }
}
