//! Sorting, compiled once. The standard library's sort is compiled anew for each type and comparison, some seven
//! kilobytes each time; all of them together were a fifth of the engine that people download.

use std::cmp::Ordering;

/// Sorts by numbers; what has the same number keeps its order.
pub(crate) fn by_key<T>(items: &mut [T], key: impl Fn(&T) -> u128) {
    if !items.is_sorted_by_key(&key) {
        let order = order_of_keys(items.iter().map(key).collect());
        gather(items, order);
    }
}

/// Sorts by a comparison; what is equal keeps its order.
pub(crate) fn by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let order = order_by(items.len(), &|a, b| compare(&items[a as usize], &items[b as usize]));
    gather(items, order);
}

/// A number that sorts by `first`, then by `second`.
pub(crate) fn pair(first: impl Into<u64>, second: impl Into<u64>) -> u128 {
    u128::from(first.into()) << 64 | u128::from(second.into())
}

/// A number that is the less the greater `number` is.
pub(crate) fn descending(number: u32) -> u32 {
    u32::MAX - number
}

/// A number that is the less the greater `score` is, in the order of [`f64::total_cmp`].
pub(crate) fn descending_score(score: f64) -> u64 {
    let bits = score.to_bits();
    // of what is positive all but the sign turns round, of what is negative nothing
    if bits >> 63 == 0 { !bits & !(1 << 63) } else { bits }
}

#[inline(never)]
fn order_of_keys(keys: Vec<u128>) -> Vec<u32> {
    // most keys are places in a text or counts, which leave room for the index beside them
    if keys.iter().all(|key| *key >> 32 == 0) {
        let mut order: Vec<u64> =
            keys.into_iter().zip(0..).map(|(key, index)| (key as u64) << 32 | index).collect();
        // the stable one is quick with runs that are in order, of which there are many
        order.sort();
        return order.into_iter().map(|key| key as u32).collect();
    }
    let mut order: Vec<(u128, u32)> = keys.into_iter().zip(0..).collect();
    order.sort_unstable();
    order.into_iter().map(|(_, index)| index).collect()
}

#[inline(never)]
fn order_by(count: usize, compare: &dyn Fn(u32, u32) -> Ordering) -> Vec<u32> {
    let mut order: Vec<u32> = (0..count as u32).collect();
    order.sort_by(|a, b| compare(*a, *b));
    order
}

/// Puts the items in an order, of which it is said for each place which item comes there.
fn gather<T>(items: &mut [T], mut order: Vec<u32>) {
    for start in 0..items.len() {
        // around the circle in which items change places
        let mut at = start;
        loop {
            let from = std::mem::replace(&mut order[at], at as u32) as usize;
            if from == start {
                break;
            }
            items.swap(at, from);
            at = from;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorts_as_the_standard_library_does() {
        // every list of up to seven numbers below four, with the place of each to see that equal ones keep their order
        for length in 0..8 {
            for code in 0..4_usize.pow(length) {
                let list: Vec<(usize, u32)> = (0..length).map(|k| (code / 4_usize.pow(k) % 4, k)).collect();
                let mut expected = list.clone();
                expected.sort_by_key(|(number, _)| *number);
                let (mut by_number, mut by_comparison) = (list.clone(), list);
                by_key(&mut by_number, |(number, _)| *number as u128);
                by(&mut by_comparison, |a, b| a.0.cmp(&b.0));
                assert_eq!(by_number, expected);
                assert_eq!(by_comparison, expected);
            }
        }
    }

    #[test]
    fn scores_sort_the_greatest_first() {
        let mut list = [0.5, -1.0, f64::INFINITY, 0.0, -0.0, 3.25, f64::NEG_INFINITY, -2.5, 1e-300];
        by_key(&mut list, |score| descending_score(*score).into());
        assert!(list.is_sorted_by(|a, b| b.total_cmp(a).is_lt()), "{list:?}");
    }

    #[test]
    fn pairs_sort_by_their_first_number() {
        let mut list = [(1_u32, 5_u32), (0, 9), (1, 7), (0, 2)];
        by_key(&mut list, |(first, second)| pair(*first, descending(*second)));
        assert_eq!(list, [(0, 9), (0, 2), (1, 7), (1, 5)]);
    }
}
