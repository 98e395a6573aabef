//! The fuzz targets for a while, with a fixed seed: pages of the tests and the kept corpus, mutated. `npm run fuzz` goes on
//! under libFuzzer for as long as one likes.

mod common;

use common::root;
use common::targets::TARGETS;
use std::fs;
use std::path::Path;

/// Inputs a target gets.
const ROUNDS: usize = 1000;
/// Longest input, in bytes.
const LONGEST: usize = 3000;

/// Marsaglia's xorshift: the same on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % end.max(1)
    }
}

/// Files of a folder and the folders in it, by name.
fn files(folder: &Path, found: &mut Vec<Vec<u8>>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("a folder is read").path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            files(&path, found);
        } else {
            found.push(fs::read(path).expect("a file is read"));
        }
    }
}

/// A piece of one input, cut anywhere, with bytes changed, doubled, taken out, or a piece of another put in.
fn mutated(seeds: &[Vec<u8>], random: &mut Random) -> Vec<u8> {
    let seed = &seeds[random.below(seeds.len())];
    let from = random.below(seed.len());
    let mut data = seed[from..].to_vec();
    data.truncate(1 + random.below(LONGEST));
    for _ in 0..random.below(8) {
        let at = random.below(data.len());
        match random.below(4) {
            0 => data[at] = random.below(256) as u8,
            1 => drop(data.drain(at..(at + random.below(40)).min(data.len()))),
            2 => {
                let piece: Vec<u8> = data[at..(at + random.below(60)).min(data.len())].to_vec();
                data.splice(at..at, piece);
            }
            _ => {
                let other = &seeds[random.below(seeds.len())];
                let start = random.below(other.len());
                let piece: Vec<u8> = other[start..(start + random.below(200)).min(other.len())].to_vec();
                data.splice(at..at, piece);
            }
        }
        if data.is_empty() {
            return data;
        }
    }
    data
}

#[test]
fn no_target_breaks_a_promise() {
    let mut seeds = Vec::new();
    files(&root().join("tests/pages"), &mut seeds);
    files(&root().join("fuzz/corpus"), &mut seeds);
    assert!(seeds.len() > 5, "there is a corpus");
    for (name, target) in TARGETS {
        let mut random = Random(0x2026_0507);
        for round in 0..ROUNDS {
            let data = mutated(&seeds, &mut random);
            let broken = std::panic::catch_unwind(|| target(&data));
            assert!(broken.is_ok(), "{name}, round {round}: {:?}", String::from_utf8_lossy(&data));
        }
    }
}
