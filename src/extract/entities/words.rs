//! The page's words as this room looks at them.

use super::choose::Candidate;
use super::lists::{EDGES, LISTS, ListEdges, PlaceSuffix, Stop, TitleClass, list};
use crate::extract::Reading;

/// A word with its place in the text (bytes).
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word<'a> {
    pub start: usize,
    pub end: usize,
    pub text: &'a str,
    pub tag: &'static str,
    /// Whether it is the first of its block: no name reaches back over its start.
    pub first: bool,
    /// Number of characters.
    characters: u32,
    /// The lists that may have the word, and those that may have a word with its last character.
    lists: u16,
    ends: u16,
    /// The lists that may have a word with its first character.
    begins: u16,
}

impl<'a> Word<'a> {
    fn new(
        edges: &ListEdges,
        text: &'a str,
        start: usize,
        end: usize,
        tag: &'static str,
        first: bool,
    ) -> Word<'a> {
        let word = &text[start..end];
        let ends = edges.last.of(word.chars().next_back());
        let begins = edges.first.of(word.chars().next());
        let lists = ends & begins;
        // counted here rather than by `chars().count()`, which is made for long texts
        let characters = word.bytes().map(|byte| u32::from((byte as i8) >= -0x40)).sum();
        Word { start, end, text: word, tag, first, characters, lists, ends, begins }
    }

    /// The word with what follows it up to `end`, as a noun.
    fn until(&self, text: &'a str, end: usize) -> Word<'a> {
        Word::new(&EDGES, text, self.start, end, "n", self.first)
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
        self.lists & list != 0
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
        for (index, word) in list.iter().enumerate() {
            while marks.len() * STEP < word.end {
                marks.push(index as u32);
            }
        }
        Words { text, list, marks, place: Vec::new() }
    }

    pub(crate) fn new(reading: &Reading<'a>) -> Words<'a> {
        let text = reading.text;
        let (tokens, edges) = (reading.tokens, &*EDGES);
        let mut list: Vec<Word> = Vec::with_capacity(tokens.start.len());
        let mut before = 0;
        for ((start, end), tag) in tokens.start.iter().zip(&tokens.end).zip(&tokens.tag) {
            let (start, end) = (*start as usize, *end as usize);
            let first = list.is_empty() || before < start && text[before..start].contains('\n');
            let (second, third) = cut(&text[start..end]);
            let whole = [(0, end - start)];
            let divided = [(0, second), (second, third), (third, end - start)];
            let parts: &[_] = if third == 0 { &whole } else { &divided };
            for (from, to) in parts.iter().filter(|(from, to)| from < to) {
                let (mut from, to) = (start + from, start + to);
                let begins = from == start;
                if begins
                    && !first
                    && let Some(cut) = ends_title(edges, text, list.last(), from, to)
                {
                    if let Some(last) = list.last_mut() {
                        *last = last.until(text, cut);
                    }
                    from = cut;
                }
                let tag = if begins && to == end { tag } else { "n" };
                list.push(Word::new(edges, text, from, to, tag, first && begins));
            }
            before = end;
        }
        Words::of(text, list)
    }

    /// Words again, divided where names begin and end (副主 + 任何 + 秀琼 becomes 副主任 + 何秀琼).
    pub(crate) fn realigned(&self, names: &[Candidate]) -> Words<'a> {
        let mut list: Vec<Word<'a>> = Vec::with_capacity(self.list.len());
        let mut next = 0;
        for word in &self.list {
            let mut start = word.start;
            while names.get(next).is_some_and(|name| name.end <= start) {
                next += 1;
            }
            // most words have no edge of a name inside
            let inside = |at: usize| start < at && at < word.end;
            let mut near = names[next..].iter().take(3).take_while(|name| name.start < word.end);
            if !near.any(|name| inside(name.start) || inside(name.end)) {
                list.push(*word);
                continue;
            }
            let edges = names[next..].iter().take(3).flat_map(|name| [name.start, name.end]);
            for edge in edges.chain([word.end]) {
                if edge <= start || edge > word.end {
                    continue;
                }
                let first = word.first && start == word.start;
                let whole = start == word.start && edge == word.end;
                // the front of a divided word may belong to the word before: 副主 + 任
                let joined =
                    list.last().filter(|last| !whole && !first && last.end == start).map(|last| last.start);
                match joined
                    .filter(|from| start == word.start && LISTS.titles.has(trimmed(&self.text[*from..edge])))
                {
                    Some(_) => {
                        if let Some(last) = list.last_mut() {
                            *last = last.until(self.text, edge);
                        }
                    }
                    None if whole => list.push(*word),
                    None => list.push(Word::new(&EDGES, self.text, start, edge, "n", first)),
                }
                start = edge;
            }
        }
        Words::of(self.text, list)
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

    /// The word before this one in the same block.
    pub(crate) fn before(&self, index: usize) -> Option<&Word<'a>> {
        (index > 0 && index < self.list.len() && !self.list[index].first).then(|| &self.list[index - 1])
    }

    /// The word after this one in the same block.
    pub(crate) fn after(&self, index: usize) -> Option<&Word<'a>> {
        self.list.get(index + 1).filter(|word| !word.first)
    }
}

/// 主 + 任何: where the first character of a word ends the title that the word before began, and a surname is left.
fn ends_title(edges: &ListEdges, text: &str, before: Option<&Word>, from: usize, to: usize) -> Option<usize> {
    let before = before.filter(|word| word.end == from && word.len() <= 2 && to - from <= 8)?;
    let first = text[from..to].chars().next()?;
    if edges.last.of(Some(first)) & list::TITLES == 0 {
        return None;
    }
    let cut = from + first.len_utf8();
    let rest = &text[cut..to];
    let surname = rest.chars().count() == 1 && LISTS.surnames.has(rest);
    (surname && LISTS.titles.has(&text[before.start..cut])).then_some(cut)
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
    // the shortest is a rank with its body
    let may_be = word.len() >= "镇党委".len()
        && word.starts_with([
            '省', '市', '县', '区', '州', '地', '党', '团', '纪', '国', '外', '财', '公', '全', '支', '镇',
            '乡', '村',
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
