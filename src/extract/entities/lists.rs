//! The word lists of this room, read once. Each file in `lexicon/` says in its header what belongs in it.

use crate::lexicon::filters::{Beginnings, Edge, Edges};
use crate::lists::{self, rows};
use crate::sorting;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// The words of a list with what it says of each.
pub(crate) struct Table<T> {
    words: FxHashMap<&'static str, T>,
    first: Edge,
    last: Edge,
    /// Bytes of the longest word.
    longest: usize,
}

impl<T> FromIterator<(&'static str, T)> for Table<T> {
    fn from_iter<I: IntoIterator<Item = (&'static str, T)>>(words: I) -> Table<T> {
        let words: FxHashMap<&'static str, T> = words.into_iter().collect();
        let (mut first, mut last, mut longest) = (Edge::new(), Edge::new(), 0);
        for word in words.keys() {
            first.add(word.chars().next());
            last.add(word.chars().next_back());
            longest = longest.max(word.len());
        }
        Table { words, first, last, longest }
    }
}

impl<T> Table<T> {
    /// What the list says of a word.
    pub(crate) fn get(&self, word: &str) -> Option<&T> {
        let may_be =
            word.len() <= self.longest && self.may_end(word) && self.first.may_be(word.chars().next());
        if may_be { self.words.get(word) } else { None }
    }

    /// As [`Table::get`], of a word with such edges as words of the list have.
    pub(crate) fn get_likely(&self, word: &str) -> Option<&T> {
        if word.len() <= self.longest { self.words.get(word) } else { None }
    }

    /// Whether the word is in the list.
    pub(crate) fn has(&self, word: &str) -> bool {
        self.get(word).is_some()
    }

    /// Whether a word of the list may begin with a character.
    pub(crate) fn may_begin(&self, c: char) -> bool {
        self.first.may_be(Some(c))
    }

    /// Whether a word of the list may end where `text` ends.
    fn may_end(&self, text: &str) -> bool {
        self.last.may_be(text.chars().next_back())
    }

    /// The words, in no order.
    pub(crate) fn words(&self) -> impl Iterator<Item = &'static str> {
        self.words.keys().copied()
    }

    /// Number of words.
    #[cfg(test)]
    fn len(&self) -> usize {
        self.words.len()
    }
}

/// Strings in order, for finding the longest one that a text begins with.
#[derive(Debug)]
pub(crate) struct Prefixes<'a, T> {
    entries: Vec<(&'a str, T)>,
    /// For each entry the longest other one that it begins with, plus one; 0 for none.
    shorter: Vec<u32>,
    /// The entries by their first characters.
    by_first: FxHashMap<char, (u32, u32)>,
    /// Most texts begin with none of them.
    beginnings: Beginnings,
}

impl<'a, T: Copy> Prefixes<'a, T> {
    /// Of two entries with the same string the first one counts.
    pub(crate) fn new(mut entries: Vec<(&'a str, T)>) -> Prefixes<'a, T> {
        entries.retain(|(word, _)| !word.is_empty());
        sorting::by(&mut entries, |a, b| a.0.cmp(b.0));
        entries.dedup_by(|a, b| a.0 == b.0);
        let mut by_first: FxHashMap<char, (u32, u32)> = FxHashMap::default();
        let mut shorter: Vec<u32> = Vec::with_capacity(entries.len());
        for (at, (word, _)) in entries.iter().enumerate() {
            if let Some(first) = word.chars().next() {
                by_first.entry(first).or_insert((at as u32, 0)).1 = at as u32 + 1;
            }
            let mut before = at;
            while before > 0 && !word.starts_with(entries[before - 1].0) {
                before = shorter[before - 1] as usize;
            }
            shorter.push(before as u32);
        }
        let beginnings = Beginnings::of(entries.iter().map(|(word, _)| *word));
        Prefixes { entries, shorter, by_first, beginnings }
    }

    /// The words.
    pub(crate) fn words(&self) -> impl Iterator<Item = &'a str> {
        self.entries.iter().map(|(word, _)| *word)
    }

    /// Where in a text entries may begin, each place with the longest that does: length in bytes and value.
    pub(crate) fn in_text<'b>(&'b self, text: &'b str) -> impl Iterator<Item = (usize, usize, T)> + 'b {
        let places = self.beginnings.in_text(text);
        places.filter_map(|(at, first, _)| {
            let (length, value) = self.longest_with(first, &text[at..])?;
            Some((at, length, value))
        })
    }

    /// Whether an entry may begin a text.
    pub(crate) fn may_begin(&self, text: &str) -> bool {
        self.beginnings.may_begin(text)
    }

    /// Length in bytes and value of the longest entry that `text` begins with.
    pub(crate) fn longest(&self, text: &str) -> Option<(usize, T)> {
        let may_be = self.beginnings.may_begin(text);
        text.chars().next().filter(|_| may_be).and_then(|first| self.longest_with(first, text))
    }

    fn longest_with(&self, first: char, text: &str) -> Option<(usize, T)> {
        let (low, mut entry) = self.last_before(first, text)?;
        // what lies in order between a beginning of the text and the text has this beginning too
        while entry > low {
            let (word, value) = self.entries[entry - 1];
            if text.starts_with(word) {
                return Some((word.len(), value));
            }
            entry = self.shorter[entry - 1] as usize;
        }
        None
    }

    /// The value of exactly this word.
    pub(crate) fn get(&self, word: &str) -> Option<T> {
        let first = word.chars().next().filter(|_| self.beginnings.may_begin(word))?;
        let (low, entry) = self.last_before(first, word)?;
        let (last, value) = self.entries[low..entry].last()?;
        (*last == word).then_some(*value)
    }

    /// Whether exactly this word is listed.
    pub(crate) fn has(&self, word: &str) -> bool {
        self.get(word).is_some()
    }

    /// The entries with the first character of a text that are not after it in order.
    fn last_before(&self, first: char, text: &str) -> Option<(usize, usize)> {
        let (low, high) = self.by_first.get(&first)?;
        let (low, high) = (*low as usize, *high as usize);
        Some((low, low + self.entries[low..high].partition_point(|(entry, _)| *entry <= text)))
    }
}

/// How a word in `titles.tsv` is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TitleClass {
    Post,
    Rank,
    Before,
    Role,
    Kin,
    Courtesy,
    Press,
}

/// What a suffix in `organization-suffixes.tsv` asks of the words before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SuffixStrength {
    Strong,
    Name,
    Weak,
}

/// The classes of `place-suffixes.tsv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PlaceSuffix {
    Division,
    Feature,
    Site,
}

/// A known place that is no administrative division of China.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Region {
    Named,
    /// 东部, 内地: a place only in the right surroundings.
    Side,
}

/// What is looked for at every character of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LookAlike {
    /// Of a name.
    Name,
    /// 党的, with which the name of a congress may begin.
    Party,
}

/// The lists that words of the text are looked up in, a bit each.
pub(crate) mod list {
    pub(crate) const TITLES: u16 = 1;
    pub(crate) const TITLE_PREFIXES: u16 = 1 << 1;
    pub(crate) const TITLE_FIELDS: u16 = 1 << 2;
    pub(crate) const STOPS: u16 = 1 << 3;
    pub(crate) const PLACE_SUFFIXES: u16 = 1 << 4;
    pub(crate) const BODY_SUFFIXES: u16 = 1 << 5;
    pub(crate) const MEETINGS: u16 = 1 << 6;
    pub(crate) const DOCUMENTS: u16 = 1 << 7;
    pub(crate) const KNOWN_PEOPLE: u16 = 1 << 8;
    pub(crate) const BODIES: u16 = 1 << 9;
    pub(crate) const PLACES: u16 = 1 << 10;
    /// Not a list: a title may end with the first character of the word.
    pub(crate) const ENDS_TITLE: u16 = 1 << 11;
    /// Only of beginnings.
    pub(crate) const SURNAMES: u16 = 1 << 12;
}

/// With which characters the words of the lists begin and end.
pub(crate) struct ListEdges {
    pub first: Edges,
    pub last: Edges,
}

impl ListEdges {
    fn add<T>(&mut self, list: u16, table: &Table<T>) {
        for word in table.words() {
            self.first.add(word.chars().next(), list);
            self.last.add(word.chars().next_back(), list);
        }
    }

    fn of(lists: &Lists) -> ListEdges {
        let mut edges = ListEdges { first: Edges::new(), last: Edges::new() };
        edges.add(list::TITLES, &lists.titles);
        edges.add(list::TITLE_PREFIXES, &lists.title_prefixes);
        edges.add(list::TITLE_FIELDS, &lists.title_fields);
        edges.add(list::STOPS, &lists.stops);
        edges.add(list::PLACE_SUFFIXES, &lists.place_suffixes);
        edges.add(list::BODY_SUFFIXES, &lists.organization_suffixes);
        edges.add(list::MEETINGS, &lists.meetings);
        edges.add(list::DOCUMENTS, &lists.documents);
        edges.add(list::KNOWN_PEOPLE, &lists.known_people);
        lists.organizations.words().for_each(|name| edges.first.add(name.chars().next(), list::BODIES));
        lists.places.words().for_each(|name| edges.first.add(name.chars().next(), list::PLACES));
        let surnames = lists.surnames.words();
        surnames.for_each(|surname| edges.first.add(surname.chars().next(), list::SURNAMES));
        let titles = lists.titles.words();
        titles.for_each(|title| edges.first.add(title.chars().next_back(), list::ENDS_TITLE));
        edges
    }
}

/// The edges of all lists.
pub(crate) static EDGES: LazyLock<ListEdges> = LazyLock::new(|| ListEdges::of(&LISTS));

pub(crate) struct Lists {
    /// Every name and short form with the row's number.
    pub organizations: Prefixes<'static, u16>,
    /// The full name of each row.
    pub full_names: Vec<&'static str>,
    pub organization_suffixes: Table<SuffixStrength>,
    pub places: Prefixes<'static, Region>,
    pub place_suffixes: Table<PlaceSuffix>,
    pub titles: Table<TitleClass>,
    pub title_prefixes: Table<()>,
    pub title_fields: Table<()>,
    pub look_alikes: Prefixes<'static, LookAlike>,
    pub stops: Table<Stop>,
    pub verbs_in_names: Table<()>,
    pub known_people: Table<()>,
    pub surnames: Table<()>,
    pub meetings: Table<()>,
    pub documents: Table<()>,
}

/// What a word in `name-stops.tsv` does to the search for the beginning of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stop {
    /// A name does not reach back over it.
    Before,
    /// It makes what follows a kind of bodies, not one body (上市公司).
    Generic,
    /// A level of government that names a body by itself (市政府).
    Rank,
    /// A word in which no name begins or ends, however it may be tagged.
    NoName,
}

fn set(list: &'static str) -> Table<()> {
    rows(list).map(|row| (row[0], ())).collect()
}

fn words(list: &'static str) -> Table<()> {
    lists::words(list).map(|word| (word, ())).collect()
}

fn column<T>(list: &'static str, value: impl Fn(&str) -> Option<T>) -> Table<T> {
    let entry = |row: Vec<&'static str>| Some((row[0], value(row.get(1)?)?));
    rows(list).filter_map(entry).collect()
}

/// The lists.
pub(crate) static LISTS: LazyLock<Lists> = LazyLock::new(|| {
    let mut organizations = Vec::new();
    let mut full_names = Vec::new();
    for (index, row) in rows(include_str!("../../../lexicon/organizations.tsv")).enumerate() {
        full_names.push(row[0]);
        let short_forms = row.get(2).into_iter().flat_map(|forms| forms.split(' '));
        for name in std::iter::once(row[0]).chain(short_forms) {
            organizations.push((name, index as u16));
        }
    }
    let mut places = Vec::new();
    for row in rows(include_str!("../../../lexicon/regions.tsv")) {
        let region = if row.get(1) == Some(&"side") { Region::Side } else { Region::Named };
        places.push((row[0], region));
    }
    let suffixes =
        column(include_str!("../../../lexicon/organization-suffixes.tsv"), |strength| match strength {
            "strong" => Some(SuffixStrength::Strong),
            "name" => Some(SuffixStrength::Name),
            "weak" => Some(SuffixStrength::Weak),
            _ => None,
        });
    Lists {
        organizations: Prefixes::new(organizations),
        full_names,
        organization_suffixes: suffixes,
        places: Prefixes::new(places),
        place_suffixes: column(include_str!("../../../lexicon/place-suffixes.tsv"), |class| match class {
            "division" => Some(PlaceSuffix::Division),
            "feature" => Some(PlaceSuffix::Feature),
            "site" => Some(PlaceSuffix::Site),
            _ => None,
        }),
        titles: column(include_str!("../../../lexicon/titles.tsv"), |class| match class {
            "post" => Some(TitleClass::Post),
            "rank" => Some(TitleClass::Rank),
            "before" => Some(TitleClass::Before),
            "role" => Some(TitleClass::Role),
            "kin" => Some(TitleClass::Kin),
            "courtesy" => Some(TitleClass::Courtesy),
            "press" => Some(TitleClass::Press),
            _ => None,
        }),
        title_prefixes: set(include_str!("../../../lexicon/title-prefixes.txt")),
        title_fields: set(include_str!("../../../lexicon/title-fields.txt")),
        look_alikes: Prefixes::new(
            rows(include_str!("../../../lexicon/look-alikes.txt"))
                .map(|row| (row[0], LookAlike::Name))
                .chain([("党的", LookAlike::Party)])
                .collect(),
        ),
        stops: column(include_str!("../../../lexicon/name-stops.tsv"), |class| match class {
            "before" => Some(Stop::Before),
            "generic" => Some(Stop::Generic),
            "rank" => Some(Stop::Rank),
            "no-name" => Some(Stop::NoName),
            _ => None,
        }),
        verbs_in_names: words(include_str!("../../../lexicon/verbs-in-names.txt")),
        known_people: words(include_str!("../../../lexicon/known-people.txt")),
        surnames: words(include_str!("../../../lexicon/surnames.txt")),
        meetings: set(include_str!("../../../lexicon/meetings.txt")),
        documents: set(include_str!("../../../lexicon/documents.txt")),
    }
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_entry_wins() {
        let list = Prefixes::new(vec![("中国", 1), ("中国银行", 2), ("中国银行保险", 4), ("银行", 3)]);
        assert_eq!(list.longest("中国银行家"), Some(("中国银行".len(), 2)));
        assert_eq!(list.longest("中国人"), Some(("中国".len(), 1)));
        assert_eq!(list.longest("人"), None);
        assert_eq!(list.longest(""), None);
    }

    #[test]
    fn every_row_of_every_list_is_understood() {
        let count = |list: &'static str| rows(list).count();
        let lists = &*LISTS;
        for (read, list) in [
            (lists.organization_suffixes.len(), include_str!("../../../lexicon/organization-suffixes.tsv")),
            (lists.place_suffixes.len(), include_str!("../../../lexicon/place-suffixes.tsv")),
            (lists.titles.len(), include_str!("../../../lexicon/titles.tsv")),
            (lists.stops.len(), include_str!("../../../lexicon/name-stops.tsv")),
            (lists.full_names.len(), include_str!("../../../lexicon/organizations.tsv")),
            (lists.meetings.len(), include_str!("../../../lexicon/meetings.txt")),
        ] {
            assert_eq!(read, count(list));
        }
    }
}
