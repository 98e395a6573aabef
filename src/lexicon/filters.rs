//! Filters before tables: they tell of most strings of a text, without hashing them, that a list does not have them.

/// What filters see of a character: its twelve lower bits, which are the last two bytes of nearly every one.
#[inline]
pub(crate) fn low(c: char) -> u32 {
    c as u32 & 0xfff
}

/// As [`low`], of a character of three bytes.
#[inline]
fn low_of(second: u8, third: u8) -> u32 {
    u32::from(second & 0x3f) << 6 | u32::from(third & 0x3f)
}

/// What filters ask of a word: the lower bits of its first and its last character and how many characters it has.
#[inline(always)]
pub(crate) fn outline(word: &str) -> (u32, u32, u32) {
    match *word.as_bytes() {
        [0xe0..=0xef, b, c] => (low_of(b, c), low_of(b, c), 1),
        [0xe0..=0xef, b, c, 0xe0..=0xef, e, f] => (low_of(b, c), low_of(e, f), 2),
        [0xe0..=0xef, b, c, 0xe0..=0xef, _, _, 0xe0..=0xef, h, i] => (low_of(b, c), low_of(h, i), 3),
        _ => outline_of_others(word),
    }
}

#[inline(never)]
fn outline_of_others(word: &str) -> (u32, u32, u32) {
    let mut chars = word.chars();
    let first = chars.next().map_or(0, low);
    let last = chars.next_back().map_or(first, low);
    // counted so rather than by `chars().count()`, which is made for long texts
    (first, last, word.bytes().map(|byte| u32::from((byte as i8) >= -0x40)).sum())
}

/// Which characters may stand at one edge of the words of a list: never wrong about one that does, seldom about one
/// that does not.
#[derive(Clone, Debug)]
pub(crate) struct Edge([u64; 64]);

impl Edge {
    /// No character.
    pub(crate) fn new() -> Edge {
        Edge([0; 64])
    }

    /// Of some characters.
    pub(crate) fn of(chars: &str) -> Edge {
        let mut edge = Edge::new();
        chars.chars().for_each(|c| edge.add(Some(c)));
        edge
    }

    pub(crate) fn add(&mut self, c: Option<char>) {
        if let Some(low) = c.map(low) {
            self.0[low as usize / 64] |= 1 << (low % 64);
        }
    }

    pub(crate) fn may_be(&self, c: Option<char>) -> bool {
        c.is_some_and(|c| self.has(low(c)))
    }

    /// As [`Edge::may_be`], of a character's lower bits.
    #[inline]
    pub(crate) fn has(&self, low: u32) -> bool {
        self.0[low as usize / 64 % 64] >> (low % 64) & 1 != 0
    }
}

/// As [`Edge`] for sixteen lists at once, a bit each.
pub(crate) struct Edges(Box<[u16; 1 << 12]>);

impl Edges {
    /// Of no list.
    pub(crate) fn new() -> Edges {
        Edges(Box::new([0; 1 << 12]))
    }

    pub(crate) fn add(&mut self, c: Option<char>, list: u16) {
        if let Some(c) = c {
            self.0[low(c) as usize] |= list;
        }
    }

    /// The lists that may have a word with a character of these lower bits at the edge.
    #[inline]
    pub(crate) fn of(&self, low: u32) -> u16 {
        self.0[low as usize % (1 << 12)]
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
                    let (word, bit) = Beginnings::place(low(first), low(second));
                    pairs[word] |= 1 << bit;
                }
                (first, _) => single.add(first),
            }
        }
        Beginnings { first: all, pairs, single }
    }

    #[inline]
    fn place(first: u32, second: u32) -> (usize, u32) {
        let mixed = (first << 12 | second).wrapping_mul(0x9e37_79b1) >> (32 - PAIR_BITS);
        (mixed as usize / 64, mixed % 64)
    }

    /// Whether a word of the list may begin a text.
    #[inline]
    pub(crate) fn may_begin(&self, text: &str) -> bool {
        if let [0xe0..=0xef, b, c, 0xe0..=0xef, e, f, ..] = *text.as_bytes() {
            return self.may_be(low_of(b, c), Some(low_of(e, f)));
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
                    [0xe0..=0xef, b, c, ref after @ ..] if !self.first.has(low_of(b, c)) => {
                        rest = after;
                        continue;
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
    #[inline]
    pub(crate) fn may_begin_with(&self, first: char, second: Option<char>) -> bool {
        self.may_be(low(first), second.map(low))
    }

    /// As [`Beginnings::may_begin_with`], of their lower bits.
    #[inline]
    fn may_be(&self, first: u32, second: Option<u32>) -> bool {
        let pair = |second| {
            let (word, bit) = Beginnings::place(first, second);
            self.pairs[word] >> bit & 1 != 0
        };
        self.first.has(first) && (second.is_some_and(pair) || self.single.has(first))
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
