//! Numerals: Arabic, Chinese, banker's and mixed, as exact decimals.

pub(crate) mod classes;
mod digits;
mod fraction;
pub(crate) mod glyphs;
mod numeral;
mod written;

pub(crate) use numeral::{Numeral, Shape, Style, digit, numeral, signed};
pub use written::written;
