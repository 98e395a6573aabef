//! Numbers for the different keys of a text.

use rustc_hash::FxBuildHasher;
use std::hash::{BuildHasher, Hash};

/// The different keys, numbered in the order in which they come first. It finds them by an open table, which takes less
/// time than a general map, above all in WebAssembly.
pub(crate) struct Numbering<K> {
    keys: Vec<K>,
    /// By the hash of the key its number plus one, 0 for none: a power of two, at most half of them taken.
    slots: Vec<u32>,
}

impl<K: Copy + Eq + Hash> Numbering<K> {
    /// None yet, with room for so many.
    pub(crate) fn with_capacity(keys: usize) -> Numbering<K> {
        Numbering { keys: Vec::with_capacity(keys), slots: vec![0; (keys * 2).next_power_of_two().max(16)] }
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.keys.len()
    }

    /// The number of a key, which may be a new one.
    #[inline]
    pub(crate) fn number(&mut self, key: K) -> u32 {
        let mask = self.slots.len() - 1;
        let mut slot = FxBuildHasher.hash_one(key) as usize & mask;
        while let Some(number) = self.slots[slot].checked_sub(1) {
            if self.keys[number as usize] == key {
                return number;
            }
            slot = (slot + 1) & mask;
        }
        if self.keys.len() * 2 >= self.slots.len() {
            self.grow();
            slot = self.slot(&key);
        }
        self.keys.push(key);
        self.slots[slot] = self.keys.len() as u32;
        self.keys.len() as u32 - 1
    }

    /// The number of a key, if it has one.
    #[inline]
    pub(crate) fn get(&self, key: &K) -> Option<u32> {
        self.slots[self.slot(key)].checked_sub(1)
    }

    /// Where the number of a key stands or would stand.
    #[inline]
    fn slot(&self, key: &K) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = FxBuildHasher.hash_one(key) as usize & mask;
        while let Some(number) = self.slots[slot].checked_sub(1)
            && self.keys[number as usize] != *key
        {
            slot = (slot + 1) & mask;
        }
        slot
    }

    #[cold]
    fn grow(&mut self) {
        self.slots = vec![0; self.slots.len() * 2];
        for number in 1..=self.keys.len() {
            let slot = self.slot(&self.keys[number - 1]);
            self.slots[slot] = number as u32;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_in_order_and_stay() {
        let mut numbering = Numbering::with_capacity(0);
        let keys = || (0..1000_u32).map(|k| k * 7 % 501);
        let numbers: Vec<u32> = keys().map(|key| numbering.number(key)).collect();
        let expected: Vec<u32> = (0..1000).map(|k| k % 501).collect();
        assert_eq!(numbers, expected);
        assert!(keys().zip(0..501).all(|(key, number)| numbering.get(&key) == Some(number)));
        assert_eq!(numbering.get(&501), None);
    }
}
