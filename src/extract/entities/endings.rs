//! What ends with a word, found by that word.

/// For words in which a name ends the first word of that name.
pub(crate) struct Endings(Vec<u32>);

impl Endings {
    /// None yet, for a number of words.
    pub(crate) fn new(words: usize) -> Endings {
        Endings(vec![0; words])
    }

    /// The first word of the name that ends with a word.
    #[inline]
    pub(crate) fn get(&self, last: usize) -> Option<usize> {
        self.0.get(last).and_then(|first| (*first as usize).checked_sub(1))
    }

    pub(crate) fn set(&mut self, last: usize, first: usize) {
        if let Some(place) = self.0.get_mut(last) {
            *place = first as u32 + 1;
        }
    }
}
