//! The words as a trie of characters in a double array: one step for each character finds all words that begin at a
//! place of a text, without hashing a string.
//!
//! A cell is one number of 64 bits, so a step is one load: the code of the character that leads to it (16 bits), how
//! common the word is that ends there plus one, 0 for none (8), the reading of that word (16), and the base of the
//! cell's children, 0 for none (24). The child by a character stands at base + code. No two cells have the same base,
//! so the code alone says that a cell is the child that was looked for.

use super::words::Word;
use rustc_hash::FxHashMap;

/// What a character is called in the trie: 1 for the first of the file; 0 for one that no word has.
pub type Code = u16;

const READING_SHIFT: u32 = 16;
const BUCKET_SHIFT: u32 = 32;
const BASE_SHIFT: u32 = 40;
const MOST_CELLS: usize = 1 << (64 - BASE_SHIFT);

/// The codes of characters.
#[derive(Default)]
struct Codes {
    /// Those of the Basic Multilingual Plane, one after the other.
    plane: Vec<Code>,
    beyond: FxHashMap<char, Code>,
}

impl Codes {
    fn of(characters: &[char]) -> Codes {
        let mut codes = Codes { plane: vec![0; 0x1_0000], beyond: FxHashMap::default() };
        for (c, code) in characters.iter().zip(1..) {
            match codes.plane.get_mut(*c as usize) {
                Some(place) => *place = code,
                None => drop(codes.beyond.insert(*c, code)),
            }
        }
        codes
    }

    #[inline]
    fn get(&self, c: char) -> Code {
        match self.plane.get(c as usize) {
            Some(code) => *code,
            None => self.beyond.get(&c).copied().unwrap_or(0),
        }
    }
}

/// All words.
#[derive(Default)]
pub(super) struct Trie {
    codes: Codes,
    cells: Vec<u64>,
}

impl Trie {
    /// The code of a character.
    #[inline]
    pub(super) fn code(&self, c: char) -> Code {
        self.codes.get(c)
    }

    /// The child of a cell with this base.
    #[inline]
    fn child(&self, base: usize, code: Code) -> Option<u64> {
        // an empty cell has code 0, and so have characters that no word has
        self.cells.get(base + usize::from(code)).copied().filter(|cell| *cell as Code == code && code != 0)
    }

    /// Gives the words that begin a text, the shorter first, each with its length in characters.
    #[inline]
    pub(super) fn each_prefix(&self, text: impl Iterator<Item = Code>, mut found: impl FnMut(usize, Word)) {
        let mut base = 0;
        for (length, code) in (1..).zip(text) {
            let Some(cell) = self.child(base, code) else { return };
            if let Some(word) = word(cell) {
                found(length, word);
            }
            base = (cell >> BASE_SHIFT) as usize;
            if base == 0 {
                return;
            }
        }
    }

    /// The entry of a word.
    pub(super) fn get(&self, text: &str) -> Option<Word> {
        let mut chars = text.chars();
        let mut cell = self.child(0, self.code(chars.next()?))?;
        for c in chars {
            let base = (cell >> BASE_SHIFT) as usize;
            if base == 0 {
                return None;
            }
            cell = self.child(base, self.code(c))?;
        }
        word(cell)
    }
}

/// The word that ends at a cell.
#[inline]
fn word(cell: u64) -> Option<Word> {
    let bucket = (cell >> BUCKET_SHIFT) as u8;
    (bucket != 0).then(|| Word { bucket: bucket - 1, reading: (cell >> READING_SHIFT) as u16 })
}

/// Makes a trie of words that come in the order of their codes: a cell is placed when all its children are known, so
/// nothing is moved.
pub(super) struct Builder {
    cells: Vec<u64>,
    /// A bit for each cell: whether it is taken, and whether its number is a base.
    taken: Vec<u64>,
    bases: Vec<u64>,
    /// By the number of children, in powers of two: the first 64 cells that are not yet full for so many.
    from: [usize; 17],
    /// The cells of the word added last, without their bases; each with its children so far, which have theirs.
    path: Vec<u64>,
    children: Vec<Vec<u64>>,
    characters: usize,
}

impl Builder {
    /// For words of so many characters.
    pub(super) fn new(characters: usize) -> Builder {
        let mut builder = Builder {
            cells: Vec::with_capacity(1 << 18),
            taken: Vec::new(),
            bases: vec![1],
            from: [0; 17],
            path: Vec::new(),
            children: vec![Vec::new()],
            characters,
        };
        // the first cells are the children of the root
        builder.take(characters);
        (0..=characters).for_each(|at| builder.taken[at / 64] |= 1 << (at % 64));
        builder
    }

    /// Adds a word that has its first characters in common with the word before, then its own; none if there is no room.
    pub(super) fn add(&mut self, shared: usize, own: impl Iterator<Item = Code>, word: Word) -> Option<()> {
        while self.path.len() > shared {
            self.close()?;
        }
        for code in own {
            self.path.push(u64::from(code));
            if self.children.len() <= self.path.len() {
                self.children.push(Vec::new());
            }
        }
        let bucket = u64::from(word.bucket.checked_add(1)?);
        *self.path.last_mut()? |= u64::from(word.reading) << READING_SHIFT | bucket << BUCKET_SHIFT;
        Some(())
    }

    /// The trie; its characters have the codes 1, 2, 3 … of their order.
    pub(super) fn finish(mut self, characters: &[char]) -> Option<Trie> {
        while !self.path.is_empty() {
            self.close()?;
        }
        for cell in &self.children[0] {
            self.cells[usize::from(*cell as Code)] = *cell;
        }
        debug_assert_eq!(characters.len(), self.characters);
        self.cells.shrink_to_fit();
        Some(Trie { codes: Codes::of(characters), cells: self.cells })
    }

    /// Places the children of the last cell of the path.
    fn close(&mut self) -> Option<()> {
        let depth = self.path.len();
        let cell = self.path.pop()?;
        let mut children = std::mem::take(&mut self.children[depth]);
        let base = if children.is_empty() { 0 } else { self.base(&children)? };
        for child in children.drain(..) {
            let at = base + usize::from(child as Code);
            self.cells[at] = child;
            self.taken[at / 64] |= 1 << (at % 64);
        }
        self.children[depth] = children;
        self.children[depth - 1].push(cell | (base as u64) << BASE_SHIFT);
        Some(())
    }

    /// A number that is no base yet, from which on all children find free cells.
    fn base(&mut self, children: &[u64]) -> Option<usize> {
        let class = children.len().ilog2() as usize;
        let mut block = self.from[class];
        // 64 bases at a time
        let free = loop {
            let mut free = !self.bases.get(block).copied().unwrap_or(0);
            for child in children {
                free &= !self.taken_from(block * 64 + usize::from(*child as Code));
                if free == 0 {
                    break;
                }
            }
            if free != 0 {
                break free;
            }
            block += 1;
        };
        self.from[class] = block;
        let base = block * 64 + free.trailing_zeros() as usize;
        if base >= MOST_CELLS {
            return None;
        }
        if self.bases.len() <= block {
            self.bases.resize(block + 1, 0);
        }
        self.bases[block] |= 1 << (base % 64);
        self.take(base + usize::from(*children.last()? as Code));
        Some(base)
    }

    /// Whether the 64 cells from `at` on are taken.
    fn taken_from(&self, at: usize) -> u64 {
        let word = |index: usize| self.taken.get(index).copied().unwrap_or(0);
        match at % 64 {
            0 => word(at / 64),
            shift => word(at / 64) >> shift | word(at / 64 + 1) << (64 - shift),
        }
    }

    /// Makes room up to a cell.
    fn take(&mut self, last: usize) {
        if self.cells.len() <= last {
            self.cells.resize(last + 1, 0);
            self.taken.resize(last / 64 + 1, 0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::format::{self, Entry};

    fn trie(words: &[&str]) -> Trie {
        let entry = |(word, bucket): (&&str, u8)| Entry { word: (*word).into(), bucket, reading: "n".into() };
        let bytes = format::write(&words.iter().zip(1..).map(entry).collect::<Vec<_>>(), "");
        let file = format::read(&bytes).unwrap();
        let mut builder = Builder::new(file.characters().len());
        file.each_word(|shared, path, bucket, reading| {
            builder.add(shared, path[shared..].iter().map(|number| number + 1), Word { bucket, reading })
        })
        .unwrap();
        builder.finish(&file.characters()).unwrap()
    }

    #[test]
    fn words_are_found() {
        let words = ["版", "版面", "版面费", "报", "报纸", "4S店", "𠮷野家", "一版"];
        let trie = trie(&words);
        for (word, bucket) in words.into_iter().zip(1..) {
            assert_eq!(trie.get(word), Some(Word { bucket, reading: 0 }), "{word}");
        }
        for other in ["", "面", "版本", "版面费用", "4S", "店", "𠮷野", "𠀀", "一", "A", "版\0"]
        {
            assert_eq!(trie.get(other), None, "{other}");
        }
        assert_eq!(Trie::default().get("版"), None);
    }

    #[test]
    fn all_words_that_begin_a_text() {
        let trie = trie(&["版", "版面", "版面费用", "面", "报"]);
        let prefixes = |text: &str| {
            let codes: Vec<Code> = text.chars().map(|c| trie.code(c)).collect();
            let mut found = Vec::new();
            trie.each_prefix(codes.into_iter(), |length, word| found.push((length, word.bucket)));
            found
        };
        assert_eq!(prefixes("版面费用高"), [(1, 1), (2, 2), (4, 3)]);
        assert_eq!(prefixes("版面费"), [(1, 1), (2, 2)]);
        assert_eq!(prefixes("高版面"), []);
        assert_eq!(prefixes("报面"), [(1, 5)]);
        assert_eq!(prefixes(""), []);
    }

    /// Every string of up to three of some characters is a word or is none, and found so: cells do not mix.
    #[test]
    fn many_words_share_the_cells() {
        let alphabet: Vec<char> = ('一'..).take(18).collect();
        let strings: Vec<String> = (0..18 * 18 * 18)
            .map(|n| [n / 324, n / 18 % 18, n % 18].into_iter().map(|k| alphabet[k]).collect::<String>())
            .flat_map(|word| [1, 2, 3].map(|length| word.chars().take(length).collect()))
            .collect();
        let listed = |word: &str| word.bytes().map(usize::from).sum::<usize>() % 3 != 1;
        let mut words: Vec<&str> = strings.iter().map(String::as_str).filter(|word| listed(word)).collect();
        words.sort_unstable();
        words.dedup();
        let entries: Vec<Entry> =
            words.iter().map(|word| Entry { word: (*word).into(), bucket: 1, reading: "n".into() }).collect();
        assert!(entries.len() > 3000);
        let lexicon = crate::lexicon::Lexicon::from_bytes(&format::write(&entries, "")).unwrap();
        for word in &strings {
            assert_eq!(lexicon.has_word(word), listed(word), "{word}");
        }
    }
}
