//! The page's words as this room looks at them.

use super::choose::Candidate;
use super::lists::{EDGES, LISTS, ListEdges, PlaceSuffix, Stop, TitleClass, list};
use crate::extract::Reading;
use crate::lexicon::filters::outline;

/// A word with its place in the text (bytes).
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word<'a> {
    pub start: usize,
    pub end: usize,
    pub text: &'a str,
    pub tag: &'static str,
    /// Whether it is the first of its block: no name reaches back over its start.
    pub first: bool,
    /// Number of characters, and the lower bits of the last one.
    characters: u32,
    pub last: u32,
    /// The lists that may have a word with its last character.
    ends: u16,
    /// The lists that may have a word with its first character.
    begins: u16,
}

impl<'a> Word<'a> {
    #[inline(always)]
    fn new(
        edges: &ListEdges,
        text: &'a str,
        start: usize,
        end: usize,
        tag: &'static str,
        first: bool,
    ) -> Word<'a> {
        let word = &text[start..end];
        let (initial, last, characters) = outline(word);
        let (begins, ends) = (edges.first.of(initial), edges.last.of(last));
        Word { start, end, text: word, tag, first, characters, last, ends, begins }
    }

    /// A part of a word.
    #[inline(never)]
    fn part(text: &'a str, start: usize, end: usize, tag: &'static str, first: bool) -> Word<'a> {
        Word::new(&EDGES, text, start, end, tag, first)
    }

    /// The word with what follows it up to `end`, as a noun.
    fn until(&self, text: &'a str, end: usize) -> Word<'a> {
        Word::part(text, self.start, end, "n", self.first)
    }

    /// Number of characters.
    pub(crate) fn len(&self) -> usize {
        self.characters as usize
    }

    pub(crate) fn is_mark(&self) -> bool {
        self.tag == "w"
    }

    /// A person's name, as the words room tags it.
    pub(crate) fn is_person(&self) -> bool {
        self.tag.starts_with("nr")
    }

    fn in_list(&self, list: u16) -> bool {
        self.begins & self.ends & list != 0
    }

    pub(crate) fn stop(&self) -> Option<Stop> {
        if self.in_list(list::STOPS) { LISTS.stops.get(self.text).copied() } else { None }
    }

    /// What kind of title the word is.
    pub(crate) fn title(&self) -> Option<TitleClass> {
        if self.in_list(list::TITLES) { LISTS.titles.get(self.text).copied() } else { None }
    }

    pub(crate) fn is_title_prefix(&self) -> bool {
        self.in_list(list::TITLE_PREFIXES) && LISTS.title_prefixes.has(self.text)
    }

    pub(crate) fn is_title_field(&self) -> bool {
        self.in_list(list::TITLE_FIELDS) && LISTS.title_fields.has(self.text)
    }

    pub(crate) fn place_suffix(&self) -> Option<PlaceSuffix> {
        if self.in_list(list::PLACE_SUFFIXES) { LISTS.place_suffixes.get(self.text).copied() } else { None }
    }

    pub(crate) fn is_known_person(&self) -> bool {
        self.in_list(list::KNOWN_PEOPLE) && LISTS.known_people.has(self.text)
    }

    pub(crate) fn is_document(&self) -> bool {
        self.in_list(list::DOCUMENTS) && LISTS.documents.has(self.text)
    }

    /// Whether a word of a list (one of [`list`]) may begin where this word begins.
    pub(crate) fn may_begin(&self, list: u16) -> bool {
        self.begins & list != 0
    }

    /// Whether a word of a list (one of [`list`]) may end where this word ends.
    pub(crate) fn may_end(&self, list: u16) -> bool {
        self.ends & list != 0
    }
}

/// The words of a page, in text order, with an index from bytes to words.
pub(crate) struct Words<'a> {
    pub text: &'a str,
    pub list: Vec<Word<'a>>,
    /// For each [`STEP`] bytes the first word that ends after their beginning.
    marks: Vec<u32>,
    /// For each word whether it is, by list or tag, the name of a place.
    pub place: Vec<bool>,
}

/// Bytes between two marks of the index.
const STEP: usize = 64;

impl<'a> Words<'a> {
    fn of(text: &'a str, list: Vec<Word<'a>>) -> Words<'a> {
        let mut marks = Vec::with_capacity(text.len() / STEP + 1);
        let mut next = 0;
        for (index, word) in list.iter().enumerate() {
            while next < word.end {
                marks.push(index as u32);
                next += STEP;
            }
        }
        Words { text, list, marks, place: Vec::new() }
    }

    /// By itself, as the other passes over all words and what they do with the few they are about: inside one another
    /// they would run out of registers.
    #[inline(never)]
    pub(crate) fn new(reading: &Reading<'a>) -> Words<'a> {
        let text = reading.text;
        let (tokens, edges) = (reading.tokens, &*EDGES);
        let mut list: Vec<Word> = Vec::with_capacity(tokens.start.len() + tokens.start.len() / 16);
        let mut before = 0;
        for ((start, end), tag) in tokens.start.iter().zip(&tokens.end).zip(&tokens.tag) {
            let (start, end) = (*start as usize, *end as usize);
            let first = list.is_empty() || before < start && has_line_break(&text[before..start]);
            before = end;
            let word = Word::new(edges, text, start, end, tag, first);
            list.push(word);
            match word.characters {
                1 => {}
                2 if first || !word.may_begin(list::ENDS_TITLE) => {}
                2 => take_back(&mut list, text),
                _ => divide(&mut list, text, word),
            }
        }
        Words::of(text, list)
    }

    /// Words again, divided where names begin and end (副主 + 任何 + 秀琼 becomes 副主任 + 何秀琼).
    pub(crate) fn realigned(self, names: &[Candidate]) -> Words<'a> {
        // most words have no edge of a name inside
        let edges = names.iter().flat_map(|name| [name.start, name.end]);
        let inside = edges.filter_map(|edge| {
            let at = self.at(edge);
            self.list.get(at).filter(|word| word.start < edge).map(|_| at)
        });
        let mut divided: Vec<usize> = inside.collect();
        divided.dedup();
        let mut list: Vec<Word<'a>> = Vec::with_capacity(self.list.len() + divided.len());
        let mut kept = 0;
        for at in divided {
            list.extend_from_slice(&self.list[kept..at]);
            kept = at + 1;
            self.divided(&self.list[at], names, &mut list);
        }
        list.extend_from_slice(&self.list[kept..]);
        Words::of(self.text, list)
    }

    /// Adds the parts of a word in which names begin or end.
    fn divided(&self, word: &Word<'a>, names: &[Candidate], list: &mut Vec<Word<'a>>) {
        let next = names.partition_point(|name| name.end <= word.start);
        let edges = names[next..].iter().take(3).flat_map(|name| [name.start, name.end]);
        let mut start = word.start;
        for edge in edges.chain([word.end]) {
            if edge <= start || edge > word.end {
                continue;
            }
            let first = word.first && start == word.start;
            let whole = start == word.start && edge == word.end;
            // the front of a divided word may belong to the word before: 副主 + 任
            let joined = list.last_mut().filter(|last| {
                !whole
                    && !first
                    && start == word.start
                    && last.end == start
                    && LISTS.titles.has(trimmed(&self.text[last.start..edge]))
            });
            match joined {
                Some(last) => *last = last.until(self.text, edge),
                None if whole => list.push(*word),
                None => list.push(Word::part(self.text, start, edge, "n", first)),
            }
            start = edge;
        }
    }

    /// The word that covers a byte or, between words, the next one.
    pub(crate) fn at(&self, byte: usize) -> usize {
        let mut index = self.marks.get(byte / STEP).map_or(self.list.len(), |mark| *mark as usize);
        while self.list.get(index).is_some_and(|word| word.end <= byte) {
            index += 1;
        }
        index
    }

    /// Whether a word begins here.
    pub(crate) fn begins(&self, byte: usize) -> bool {
        self.list.get(self.at(byte)).is_some_and(|word| word.start == byte)
    }

    /// Whether a word ends here.
    pub(crate) fn ends(&self, byte: usize) -> bool {
        let last = byte.checked_sub(1).and_then(|byte| self.list.get(self.at(byte)));
        last.is_some_and(|word| word.end == byte)
    }

    /// Whether the words `from..to` stand in one block.
    pub(crate) fn together(&self, from: usize, to: usize) -> bool {
        self.list[from..to].iter().skip(1).all(|word| !word.first)
    }

    /// The first word that begins at a byte or after it.
    pub(crate) fn from(&self, byte: usize) -> usize {
        let at = self.at(byte);
        at + usize::from(self.list.get(at).is_some_and(|word| word.start < byte))
    }

    /// The word before this one in the same block.
    pub(crate) fn before(&self, index: usize) -> Option<&Word<'a>> {
        (index > 0 && index < self.list.len() && !self.list[index].first).then(|| &self.list[index - 1])
    }

    /// The word after this one in the same block.
    pub(crate) fn after(&self, index: usize) -> Option<&Word<'a>> {
        self.list.get(index + 1).filter(|word| !word.first)
    }
}

#[inline(never)]
fn has_line_break(gap: &str) -> bool {
    gap.contains('\n')
}

/// Divides the last word if the lexicon joins in it what are several words here.
#[inline(never)]
fn divide<'a>(list: &mut Vec<Word<'a>>, text: &'a str, word: Word<'a>) {
    let (second, third) = cut(word.text);
    if third == 0 {
        return;
    }
    list.pop();
    for (from, to) in [(0, second), (second, third), (third, word.text.len())] {
        if from < to {
            let (start, end) = (word.start + from, word.start + to);
            list.push(Word::part(text, start, end, "n", word.first && from == 0));
            if from == 0 {
                take_back(list, text);
            }
        }
    }
}

/// The word before the last one takes its first character if that ends a title and a surname is left: 主 + 任何.
#[inline(never)]
fn take_back<'a>(list: &mut [Word<'a>], text: &'a str) {
    if let [.., before, word] = list
        && word.characters == 2
        && word.may_begin(list::ENDS_TITLE)
        && !word.first
        && let Some(cut) = ends_title(text, before, word)
    {
        *before = before.until(text, cut);
        *word = Word::part(text, cut, word.end, word.tag, false);
    }
}

fn ends_title(text: &str, before: &Word, word: &Word) -> Option<usize> {
    let first = word.text.chars().next()?.len_utf8();
    let cut = word.start + first;
    let near = before.end == word.start && before.len() <= 2 && word.text.len() <= 8;
    (near && LISTS.surnames.has(&word.text[first..]) && LISTS.titles.has(&text[before.start..cut]))
        .then_some(cut)
}

/// A title without the prefixes before its head.
fn trimmed(title: &str) -> &str {
    LISTS
        .title_prefixes
        .words()
        .filter_map(|prefix| title.strip_prefix(prefix))
        .filter(|rest| !rest.is_empty())
        .min_by_key(|rest| rest.len())
        .unwrap_or(title)
}

/// Where the lexicon joins a body and an office in one word (市委书记), they are two words here; a village's body
/// (镇党委) leaves the 镇 to the name before it. Gives where the second and the third part begin.
fn cut(word: &str) -> (usize, usize) {
    const BODIES: [&str; 17] = [
        "省委",
        "市委",
        "县委",
        "区委",
        "州委",
        "地委",
        "党委",
        "党组",
        "团委",
        "纪委",
        "国防部",
        "外交部",
        "财政部",
        "公安局",
        "国务院",
        "全国政协",
        "公司",
    ];
    const RANKS: [&str; 3] = ["镇", "乡", "村"];
    const PARTY: [&str; 4] = ["党委", "党支部", "党总支", "支部"];
    // the shortest is a rank with its body, of three characters
    let may_be = word.starts_with([
        '省', '市', '县', '区', '州', '地', '党', '团', '纪', '国', '外', '财', '公', '全', '支', '镇', '乡',
        '村',
    ]);
    if !may_be {
        return (0, 0);
    }
    let mut second = 0;
    if let Some(rank) = RANKS.iter().find(|rank| {
        word.strip_prefix(**rank).is_some_and(|rest| PARTY.iter().any(|party| rest.starts_with(party)))
    }) {
        second = rank.len();
    }
    let rest = &word[second..];
    for body in BODIES.iter().chain(&PARTY) {
        if rest.strip_prefix(body).is_some_and(|rest| LISTS.titles.has(rest)) {
            return (second, second + body.len());
        }
    }
    (second, second)
}
