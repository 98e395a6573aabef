//! What ends with a word, found by that word.

/// For words in which a name ends how many words it has.
pub(crate) struct Endings(Vec<u16>);

impl Endings {
    /// None yet, for a number of words.
    pub(crate) fn new(words: usize) -> Endings {
        Endings(vec![0; words])
    }

    /// The first word of the name that ends with a word.
    #[inline]
    pub(crate) fn get(&self, last: usize) -> Option<usize> {
        match self.0.get(last) {
            Some(0) | None => None,
            Some(words) => (last + 1).checked_sub(usize::from(*words)),
        }
    }

    pub(crate) fn set(&mut self, last: usize, first: usize) {
        if let Some(place) = self.0.get_mut(last) {
            *place = (last + 1 - first) as u16;
        }
    }
}
