//! What a reader of a page may ask beyond what the page carries: the user's own words, and measures of any text.
//!
//! Every answer is computed from the text alone, when it is asked for; offsets are UTF-16 code units.

use crate::Reader;
use crate::error::{Error, ErrorCode};
use crate::page::{Offsets, Tokens};
use crate::source::{Utf16Index, check_size};
use crate::statistics::{
    Collocate, Dispersion, Frequency, Keyness, Keyword, Line, Phrase, Query, Sort, StopWords, Words,
    collocates, concordance, dispersion, frequencies, keyness, keywords, phrases, text_rank,
};
use crate::words;
use serde::{Deserialize, Serialize};

/// A question about a text.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Inquiry {
    /// See [`Reader::frequencies`].
    Frequencies {},
    /// See [`Reader::keywords`].
    Keywords {
        /// Length of the list.
        top: usize,
    },
    /// See [`Reader::text_rank`].
    TextRank {
        /// Length of the list.
        top: usize,
    },
    /// See [`Reader::phrases`].
    Phrases {
        /// Fewest words.
        shortest: usize,
        /// Most words.
        longest: usize,
        /// Fewest occurrences.
        least: u32,
    },
    /// See [`Reader::dispersion`].
    Dispersion {
        /// The word.
        word: String,
        /// Parts into which the text is divided.
        parts: usize,
    },
    /// See [`Reader::collocates`].
    Collocates {
        /// The word.
        word: String,
        /// Words to each side that count as near.
        window: usize,
        /// Fewest occurrences near it.
        least: u32,
    },
    /// See [`Reader::concordance`].
    Concordance {
        /// What to look for.
        query: Query,
        /// Characters of context to each side.
        width: usize,
        /// Order of the lines.
        sort: Sort,
    },
    /// See [`Reader::keyness`].
    Keyness {
        /// The text to compare with.
        other: String,
    },
}

/// What is answered to an [`Inquiry`] of the same name.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
#[expect(missing_docs, reason = "the names are those of the questions")]
pub enum Answer {
    Frequencies(Vec<Frequency>),
    Keywords(Vec<Keyword>),
    Phrases(Vec<Phrase>),
    Dispersion(Dispersion),
    Collocates(Vec<Collocate>),
    Concordance(Vec<Line>),
    Keyness(Vec<Keyness>),
}

/// A word that the user adds.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct OwnWord {
    /// The word, without white space.
    pub word: String,
    /// Its tag, PKU tag set; `nz` if none is given.
    pub tag: Option<String>,
}

/// Longest own word, in characters.
const LONGEST_WORD: usize = 30;

impl Reader {
    /// Adds the user's own words, which are preferred to the lexicon's, or gives words of the lexicon another tag.
    ///
    /// # Errors
    /// [`ErrorCode::BadOption`] for a word that is empty, longer than 30 characters or has white space in it, and for a
    /// tag that is none; then no word is added.
    pub fn add_words(&mut self, words: &[OwnWord]) -> Result<(), Error> {
        for own in words {
            let length = own.word.chars().count();
            if length == 0 || length > LONGEST_WORD || own.word.chars().any(char::is_whitespace) {
                let message =
                    format!("“{}” is no word: give 1 to {LONGEST_WORD} characters without space.", own.word);
                return Err(Error::new(ErrorCode::BadOption, message));
            }
            if let Some(tag) = own.tag.as_deref().filter(|tag| crate::lexicon::tags::known(tag).is_none()) {
                let message = format!(
                    "“{tag}” is no part-of-speech tag of the PKU set, such as n, nr, ns, nt, nz, v, a."
                );
                return Err(Error::new(ErrorCode::BadOption, message));
            }
        }
        self.lexicon
            .add_words(words.iter().map(|own| (own.word.as_str(), own.tag.as_deref().unwrap_or("nz"))))
    }

    /// Replaces the words that are never keywords; `None` brings the lexicon's own list back.
    pub fn set_stop_words(&mut self, words: Option<Vec<String>>) {
        self.stop_words = words.map_or_else(StopWords::default, StopWords::new);
    }

    /// Answers a question about a text.
    ///
    /// # Errors
    /// Those of the method that the question names.
    pub fn ask(&self, text: &str, inquiry: &Inquiry) -> Result<Answer, Error> {
        Ok(match inquiry {
            Inquiry::Frequencies {} => Answer::Frequencies(self.frequencies(text)?),
            Inquiry::Keywords { top } => Answer::Keywords(self.keywords(text, *top)?),
            Inquiry::TextRank { top } => Answer::Keywords(self.text_rank(text, *top)?),
            Inquiry::Phrases { shortest, longest, least } => {
                Answer::Phrases(self.phrases(text, *shortest, *longest, *least)?)
            }
            Inquiry::Dispersion { word, parts } => Answer::Dispersion(self.dispersion(text, word, *parts)?),
            Inquiry::Collocates { word, window, least } => {
                Answer::Collocates(self.collocates(text, word, *window, *least)?)
            }
            Inquiry::Concordance { query, width, sort } => {
                Answer::Concordance(self.concordance(text, query, *width, *sort)?)
            }
            Inquiry::Keyness { other } => Answer::Keyness(self.keyness(text, other)?),
        })
    }

    /// Every word of a text with its count, see [`frequencies`].
    ///
    /// # Errors
    /// [`ErrorCode::TooLarge`]; so with all measures below.
    pub fn frequencies(&self, text: &str) -> Result<Vec<Frequency>, Error> {
        let tokens = self.words(text)?;
        Ok(frequencies(Words { text, tokens: &tokens }))
    }

    /// Keywords by TF-ICF, see [`keywords`].
    ///
    /// # Errors
    /// [`ErrorCode::TooLarge`]
    pub fn keywords(&self, text: &str, top: usize) -> Result<Vec<Keyword>, Error> {
        Ok(keywords(&self.frequencies(text)?, &self.lexicon, &self.stop_words, top))
    }

    /// Keywords by TextRank, see [`text_rank`].
    ///
    /// # Errors
    /// [`ErrorCode::TooLarge`]
    pub fn text_rank(&self, text: &str, top: usize) -> Result<Vec<Keyword>, Error> {
        let tokens = self.words(text)?;
        Ok(text_rank(Words { text, tokens: &tokens }, &self.stop_words, top))
    }

    /// Runs of words that repeat, see [`phrases`].
    ///
    /// # Errors
    /// [`ErrorCode::TooLarge`]
    pub fn phrases(
        &self,
        text: &str,
        shortest: usize,
        longest: usize,
        least: u32,
    ) -> Result<Vec<Phrase>, Error> {
        let tokens = self.words(text)?;
        Ok(phrases(Words { text, tokens: &tokens }, shortest, longest, least))
    }

    /// How a word spreads over a text, see [`dispersion`].
    ///
    /// # Errors
    /// [`ErrorCode::TooLarge`]
    pub fn dispersion(&self, text: &str, word: &str, parts: usize) -> Result<Dispersion, Error> {
        let tokens = self.words(text)?;
        Ok(in_utf16(text, dispersion(Words { text, tokens: &tokens }, word, parts)))
    }

    /// The words that stand near a word, see [`collocates`].
    ///
    /// # Errors
    /// [`ErrorCode::TooLarge`]
    pub fn collocates(
        &self,
        text: &str,
        word: &str,
        window: usize,
        least: u32,
    ) -> Result<Vec<Collocate>, Error> {
        let tokens = self.words(text)?;
        Ok(collocates(Words { text, tokens: &tokens }, word, window, least))
    }

    /// Every place where a word or a pattern stands, see [`concordance`].
    ///
    /// # Errors
    /// [`ErrorCode::TooLarge`]; [`ErrorCode::BadOption`] for a pattern that cannot be read.
    pub fn concordance(
        &self,
        text: &str,
        query: &Query,
        width: usize,
        sort: Sort,
    ) -> Result<Vec<Line>, Error> {
        let tokens = self.words(text)?;
        Ok(in_utf16(text, concordance(Words { text, tokens: &tokens }, query, width, sort)?))
    }

    /// Compares the words of two texts, see [`keyness`].
    ///
    /// # Errors
    /// [`ErrorCode::TooLarge`]
    pub fn keyness(&self, text: &str, other: &str) -> Result<Vec<Keyness>, Error> {
        let (tokens, other_tokens) = (self.words(text)?, self.words(other)?);
        Ok(keyness(Words { text, tokens: &tokens }, Words { text: other, tokens: &other_tokens }))
    }

    fn words(&self, text: &str) -> Result<Tokens, Error> {
        check_size(text)?;
        Ok(words::tokens(text, &self.lexicon))
    }
}

fn in_utf16<T: Offsets>(text: &str, mut found: T) -> T {
    let index = Utf16Index::new(text);
    found.each_offset(&mut |offset| *offset = index.utf16(*offset));
    found
}
