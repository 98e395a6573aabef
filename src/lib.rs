//! Banmian reads a Chinese newspaper page the way an editor does.
//!
//! Text flows down through the rooms in the order of the modules below; a room knows those above it
//! and never those below. [`reader`] names the steps in order.
#![forbid(unsafe_code)]
#![warn(missing_docs)]

pub mod error;
pub mod lists;
pub mod page;
mod numbering;
mod sorting;
pub mod source;
pub mod lexicon;
pub mod layout;
pub mod words;
pub mod extract;
pub mod statistics;
pub mod reader;
mod inquiries;
pub mod export;

#[cfg(any(target_arch = "wasm32", test))]
mod tape;
#[cfg(target_arch = "wasm32")]
mod wasm;

pub use error::{Error, ErrorCode};
pub use inquiries::{Answer, Inquiry, OwnWord};
pub use layout::{Hint, HintKind};
pub use page::Page;
pub use reader::{Options, Reader};
