//! Counts and measures of a text.

use crate::page::Offsets;
use serde::Serialize;

/// Counts and measures of a page.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Statistics {
    /// Characters without white space.
    pub characters: u32,
}

impl Offsets for Statistics {
    fn each_offset(&mut self, _: &mut dyn FnMut(&mut u32)) {}
}
