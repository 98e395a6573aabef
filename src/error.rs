//! What can go wrong, in words a person can act on.

use std::fmt;

/// A stable, lowercase code for each way a call can be refused. Codes are part of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorCode {
    /// The text is longer than [`crate::source::MAX_INPUT_BYTES`].
    TooLarge,
    /// The text is binary data rather than writing.
    NotText,
    /// The lexicon file is damaged or cut off.
    LexiconCorrupt,
    /// The lexicon file belongs to another version of the package.
    LexiconVersion,
    /// An option has a value that cannot be used.
    BadOption,
}

impl ErrorCode {
    /// The code as it appears in JavaScript and in logs.
    pub fn as_str(self) -> &'static str {
        match self {
            ErrorCode::TooLarge => "too-large",
            ErrorCode::NotText => "not-text",
            ErrorCode::LexiconCorrupt => "lexicon-corrupt",
            ErrorCode::LexiconVersion => "lexicon-version",
            ErrorCode::BadOption => "bad-option",
        }
    }
}

/// A refusal: a code for programs and a sentence that says what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    /// Which refusal this is.
    pub code: ErrorCode,
    /// A sentence for a person: what is wrong and what to do about it.
    pub message: String,
}

impl Error {
    /// An error with a code and a sentence.
    pub fn new(code: ErrorCode, message: impl Into<String>) -> Self {
        Error { code, message: message.into() }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.code.as_str(), self.message)
    }
}

impl std::error::Error for Error {}
