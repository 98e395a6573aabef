//! Filters before tables: they tell of most strings of a text, without hashing them, that a list does not have them.

/// Which characters may stand at one edge of the words of a list: never wrong about one that does, seldom about one
/// that does not.
#[derive(Clone, Debug)]
pub(crate) struct Edge([u64; 64]);

impl Edge {
    /// No character.
    pub(crate) fn new() -> Edge {
        Edge([0; 64])
    }

    fn place(c: u32) -> (usize, u32) {
        let mixed = c.wrapping_mul(0x9e37_79b1) >> 20;
        (mixed as usize / 64, mixed % 64)
    }

    pub(crate) fn add(&mut self, c: Option<char>) {
        if let Some(c) = c {
            let (word, bit) = Edge::place(c as u32);
            self.0[word] |= 1 << bit;
        }
    }

    pub(crate) fn may_be(&self, c: Option<char>) -> bool {
        c.is_some_and(|c| self.has(c as u32))
    }

    /// As [`Edge::may_be`], of a code point.
    #[inline]
    pub(crate) fn has(&self, c: u32) -> bool {
        let (word, bit) = Edge::place(c);
        self.0[word] >> bit & 1 != 0
    }
}

/// As [`Edge`] for sixteen lists at once, a bit each.
pub(crate) struct Edges(Box<[u16; 1 << 12]>);

impl Edges {
    /// Of no list.
    pub(crate) fn new() -> Edges {
        Edges(Box::new([0; 1 << 12]))
    }

    fn place(c: u32) -> usize {
        (c.wrapping_mul(0x9e37_79b1) >> 20) as usize
    }

    pub(crate) fn add(&mut self, c: Option<char>, list: u16) {
        if let Some(c) = c {
            self.0[Edges::place(c as u32)] |= list;
        }
    }

    /// The lists that may have a word with this character at the edge.
    #[inline]
    pub(crate) fn of(&self, c: u32) -> u16 {
        self.0[Edges::place(c)]
    }
}

/// The character of three bytes, as most are.
#[inline]
fn three_bytes(first: u8, second: u8, third: u8) -> u32 {
    let bits = |byte: u8| u32::from(byte & 0x3f);
    u32::from(first & 0xf) << 12 | bits(second) << 6 | bits(third)
}

/// What filters ask of a word: its first and its last character and how many it has.
#[inline]
pub(crate) fn outline(word: &str) -> (u32, u32, u32) {
    match *word.as_bytes() {
        [a @ 0xe0..=0xef, b, c] => {
            let only = three_bytes(a, b, c);
            (only, only, 1)
        }
        [a @ 0xe0..=0xef, b, c, d @ 0xe0..=0xef, e, f] => (three_bytes(a, b, c), three_bytes(d, e, f), 2),
        _ => {
            let mut chars = word.chars();
            let first = chars.next().map_or(0, u32::from);
            let last = chars.next_back().map_or(first, u32::from);
            // counted so rather than by `chars().count()`, which is made for long texts
            (first, last, word.bytes().map(|byte| u32::from((byte as i8) >= -0x40)).sum())
        }
    }
}

/// With which two characters the words of a list may begin: as [`Edge`], but of pairs. Words of one character are
/// pairs with every other.
#[derive(Clone, Debug)]
pub(crate) struct Beginnings {
    first: Edge,
    pairs: Box<[u64]>,
    single: Edge,
}

const PAIR_BITS: u32 = 15;

impl Beginnings {
    /// Those of some words.
    pub(crate) fn of<'a>(words: impl IntoIterator<Item = &'a str>) -> Beginnings {
        let mut pairs = vec![0; (1 << PAIR_BITS) / 64].into_boxed_slice();
        let (mut all, mut single) = (Edge::new(), Edge::new());
        for word in words {
            let mut chars = word.chars();
            all.add(word.chars().next());
            match (chars.next(), chars.next()) {
                (Some(first), Some(second)) => {
                    let (word, bit) = Beginnings::place(first, second);
                    pairs[word] |= 1 << bit;
                }
                (first, _) => single.add(first),
            }
        }
        Beginnings { first: all, pairs, single }
    }

    fn place(first: char, second: char) -> (usize, u32) {
        let mixed = (first as u32).wrapping_mul(0x9e37_79b1) ^ (second as u32).wrapping_mul(0x85eb_ca6b);
        let mixed = mixed.wrapping_mul(0xc2b2_ae35) >> (32 - PAIR_BITS);
        (mixed as usize / 64, mixed % 64)
    }

    /// Whether a word of the list may begin a text.
    pub(crate) fn may_begin(&self, text: &str) -> bool {
        if let [a @ 0xe0..=0xef, b, c, ..] = *text.as_bytes()
            && !self.first.has(three_bytes(a, b, c))
        {
            return false;
        }
        let mut chars = text.chars();
        let Some(first) = chars.next() else { return false };
        self.may_begin_with(first, chars.next())
    }

    /// The places of a text where a word of the list may begin, with the character there and the next.
    #[inline]
    pub(crate) fn in_text<'a>(
        &'a self,
        text: &'a str,
    ) -> impl Iterator<Item = (usize, char, Option<char>)> + 'a {
        let bytes = text.as_bytes();
        let mut next_at = 0;
        std::iter::from_fn(move || {
            // nearly all characters begin no word: these are looked at without ado
            let mut rest = &bytes[next_at..];
            loop {
                match *rest {
                    [first @ 0xe0..=0xef, second, third, ref after @ ..] => {
                        if !self.first.has(three_bytes(first, second, third)) {
                            rest = after;
                            continue;
                        }
                    }
                    [first @ ..0x80, ref after @ ..] if !self.first.has(u32::from(first)) => {
                        rest = after;
                        continue;
                    }
                    _ => {}
                }
                let at = bytes.len() - rest.len();
                let mut chars = text[at..].chars();
                let c = chars.next()?;
                next_at = at + c.len_utf8();
                let next = chars.next();
                if self.may_begin_with(c, next) {
                    return Some((at, c, next));
                }
                rest = &bytes[next_at..];
            }
        })
    }

    /// Whether a word of the list may begin a text with these characters.
    pub(crate) fn may_begin_with(&self, first: char, second: Option<char>) -> bool {
        let pair = |second| {
            let (word, bit) = Beginnings::place(first, second);
            self.pairs[word] >> bit & 1 != 0
        };
        self.first.may_be(Some(first)) && (second.is_some_and(pair) || self.single.may_be(Some(first)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_listed_passes_and_most_other_does_not() {
        let words = ["中国", "中国银行", "渝", "GDP"];
        let (mut edge, beginnings) = (Edge::new(), Beginnings::of(words));
        words.iter().for_each(|word| edge.add(word.chars().next()));
        assert!(words.iter().all(|word| beginnings.may_begin(word) && edge.may_be(word.chars().next())));
        assert!(beginnings.may_begin("渝中") && beginnings.may_begin("渝") && !beginnings.may_begin(""));
        let others = || '\u{4e00}'..'\u{5200}';
        assert!(others().filter(|c| edge.may_be(Some(*c))).count() < 10);
        assert!(others().filter(|c| beginnings.may_begin(&format!("{c}国"))).count() < 10);
    }
}
