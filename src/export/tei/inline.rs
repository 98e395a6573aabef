//! Elements within the text: names, dates, amounts, quotations.
//!
//! XML wants a tree, and what Banmian finds may cross: a quotation begins within a sentence and ends two paragraphs on, a
//! date stands half inside a name. The rule is that of two elements that cross, the one that begins later is cut where the
//! other ends, and goes on behind it; but a quotation may stand in no name, date or amount, so these are cut at its
//! borders, and every element is cut where its block ends. Pieces of one element carry `xml:id`, `next` and `prev`.

use super::super::tables::digits;
use super::super::text::Text;
use super::xml::{attribute, escape, is_word};
use super::{dates, lists};
use crate::page::{EntityType, Page};
use crate::sorting;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// An element before it is cut.
struct Span {
    /// Its name and attributes.
    open: String,
    /// Its end tag.
    close: &'static str,
    quotation: bool,
    /// How many pieces of it have been written.
    pieces: u32,
    /// Where, in what is written, attributes of its last piece may be put in.
    last: usize,
}

/// A piece of an element that has still to be opened. The smallest is opened first: by where it starts, then
/// quotations before others, then the longest.
type Pending = Reverse<(u32, bool, Reverse<u32>, usize)>;

/// The elements of a page, taken in text order.
pub struct Inline {
    spans: Vec<Span>,
    waiting: BinaryHeap<Pending>,
    /// What is to be put in, and where: a piece is known to have a next one only when that is written.
    links: Vec<(usize, String)>,
}

impl Inline {
    pub fn new(page: &Page) -> Self {
        let mut all = Inline { spans: Vec::new(), waiting: BinaryHeap::new(), links: Vec::new() };
        all.quotations(page);
        all.names(page);
        all.times(page);
        all.amounts(page);
        all
    }

    fn add(&mut self, start: u32, end: u32, open: String, close: &'static str) {
        let quotation = close == "</q>";
        self.spans.push(Span { open, close, quotation, pieces: 0, last: 0 });
        self.wait(start, end, self.spans.len() - 1);
    }

    fn wait(&mut self, start: u32, end: u32, span: usize) {
        self.waiting.push(Reverse((start, !self.spans[span].quotation, Reverse(end), span)));
    }

    fn quotations(&mut self, page: &Page) {
        for quote in &page.quotes {
            let mut open = String::from("q");
            attribute(&mut open, "type", if quote.direct { "direct" } else { "indirect" });
            if let Some(speaker) = quote.speaker {
                attribute(&mut open, "who", &format!("#{}", lists::id(speaker)));
            }
            self.add(quote.start, quote.end, open, "</q>");
        }
    }

    fn names(&mut self, page: &Page) {
        for mention in &page.mentions {
            let (element, close) = match mention.kind {
                EntityType::Person => ("persName", "</persName>"),
                EntityType::Place => ("placeName", "</placeName>"),
                EntityType::Organization => ("orgName", "</orgName>"),
                EntityType::Title => ("roleName", "</roleName>"),
                EntityType::Work => ("title", "</title>"),
                EntityType::Term => ("term", "</term>"),
                EntityType::Event => ("name type=\"event\"", "</name>"),
            };
            let mut open = String::from(element);
            attribute(&mut open, "ref", &format!("#{}", lists::id(mention.entity)));
            self.add(mention.start, mention.end, open, close);
        }
    }

    fn times(&mut self, page: &Page) {
        for time in &page.times {
            let value = time.value.as_deref().unwrap_or_default();
            let clock = value.starts_with('T');
            let mut open = String::from(if clock { "time" } else { "date" });
            if !value.is_empty() {
                dates::attributes(&mut open, value);
            }
            if time.approximate {
                attribute(&mut open, "precision", "low");
            }
            self.add(time.start, time.end, open, if clock { "</time>" } else { "</date>" });
        }
    }

    fn amounts(&mut self, page: &Page) {
        for quantity in &page.quantities {
            let mut open = String::from("measure");
            attribute(&mut open, "type", quantity.kind);
            if let Some(value) = quantity.value {
                attribute(&mut open, "quantity", &digits(value));
            }
            if let Some(unit) = quantity.unit.as_deref().filter(|unit| is_word(unit)) {
                attribute(&mut open, "unit", unit);
            }
            let mut close = "</measure>";
            if let Some([least, most]) = quantity.bounds {
                close = "</num></measure>";
                open.push_str("><num");
                for (name, bound) in [("atLeast", least), ("atMost", most)] {
                    if let Some(bound) = bound {
                        attribute(&mut open, name, &digits(bound));
                    }
                }
            }
            self.add(quantity.start, quantity.end, open, close);
        }
    }

    /// Writes a stretch of the text with its elements. Stretches are written in text order, each once.
    pub fn write(&mut self, out: &mut String, text: &Text, start: u32, end: u32, quotations: bool) {
        let mut at = start;
        let mut open: Vec<(usize, u32)> = Vec::new();
        while let Some(&Reverse((from, _, Reverse(to), index))) = self.waiting.peek()
            && from < end
        {
            self.waiting.pop();
            let from = from.max(start);
            if to <= from {
                continue; // what is left of it stands between blocks
            }
            if to > end {
                self.wait(end, to, index);
            }
            let mut to = to.min(end);
            let quotation = self.spans[index].quotation;
            if quotation && !quotations {
                continue;
            }
            while let Some(&(top, top_end)) = open.last()
                && (top_end <= from || quotation && !self.spans[top].quotation)
            {
                let close = top_end.min(from);
                escape(out, text.slice(at, close));
                at = close;
                out.push_str(self.spans[top].close);
                open.pop();
                if top_end > from {
                    self.wait(from, top_end, top);
                }
            }
            if let Some(&(_, outer_end)) = open.last()
                && to > outer_end
            {
                self.wait(outer_end, to, index);
                to = outer_end;
            }
            escape(out, text.slice(at, from));
            at = from;
            self.begin(out, index);
            open.push((index, to));
        }
        while let Some((top, top_end)) = open.pop() {
            escape(out, text.slice(at, top_end));
            at = top_end;
            out.push_str(self.spans[top].close);
        }
        escape(out, text.slice(at, end));
    }

    fn begin(&mut self, out: &mut String, index: usize) {
        let span = &mut self.spans[index];
        span.pieces += 1;
        let number = span.pieces;
        let piece = |number: u32| format!("s{index}.{number}");
        let (name, rest) = span.open.split_at(span.open.find([' ', '>']).unwrap_or(span.open.len()));
        out.push('<');
        out.push_str(name);
        if number > 1 {
            let mut link = String::new();
            if number == 2 {
                attribute(&mut link, "xml:id", &piece(1));
            }
            attribute(&mut link, "next", &format!("#{}", piece(number)));
            self.links.push((span.last, link));
            attribute(out, "xml:id", &piece(number));
            attribute(out, "prev", &format!("#{}", piece(number - 1)));
        }
        span.last = out.len();
        out.push_str(rest);
        out.push('>');
    }

    /// Puts the links between pieces into what was written.
    pub fn link(mut self, written: &str) -> String {
        sorting::by(&mut self.links, Ord::cmp);
        let mut out = String::with_capacity(written.len());
        let mut from = 0;
        for (at, link) in &self.links {
            out.push_str(&written[from..*at]);
            out.push_str(link);
            from = *at;
        }
        out.push_str(&written[from..]);
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `start end element` for each of some elements, and the text as it comes out.
    fn written(text: &str, elements: &[(u32, u32, &'static str)], blocks: &[(u32, u32)]) -> String {
        let mut inline = Inline { spans: Vec::new(), waiting: BinaryHeap::new(), links: Vec::new() };
        for (start, end, element) in elements {
            let close = match *element {
                "q" => "</q>",
                "date" => "</date>",
                _ => "</name>",
            };
            inline.add(*start, *end, format!("{element} k=\"\""), close);
        }
        let text = Text::new(text);
        let mut out = String::new();
        for (start, end) in blocks {
            out.push('|');
            inline.write(&mut out, &text, *start, *end, true);
        }
        inline.link(&out).replace(" k=\"\"", "")
    }

    #[test]
    fn elements_that_stand_in_each_other_nest() {
        let found = written("甲乙丙丁戊", &[(0, 4, "name"), (1, 2, "date"), (2, 4, "date")], &[(0, 5)]);
        assert_eq!(found, "|<name>甲<date>乙</date><date>丙丁</date></name>戊");
    }

    #[test]
    fn elements_that_cross_are_cut() {
        let found = written("甲乙丙丁戊", &[(0, 3, "name"), (2, 5, "date")], &[(0, 5)]);
        assert_eq!(
            found,
            "|<name>甲乙<date xml:id=\"s1.1\" next=\"#s1.2\">丙</date></name><date xml:id=\"s1.2\" prev=\"#s1.1\">丁戊</date>"
        );
    }

    #[test]
    fn a_name_is_cut_at_the_borders_of_a_quotation() {
        let found = written("甲乙丙丁", &[(0, 4, "name"), (1, 3, "q")], &[(0, 4)]);
        assert_eq!(
            found,
            "|<name xml:id=\"s0.1\" next=\"#s0.2\">甲</name><q><name xml:id=\"s0.2\" prev=\"#s0.1\" next=\"#s0.3\">乙丙\
             </name></q><name xml:id=\"s0.3\" prev=\"#s0.2\">丁</name>"
        );
    }

    #[test]
    fn a_quotation_is_cut_where_blocks_end() {
        let found = written("甲乙\n丙丁\n", &[(1, 6, "q"), (3, 4, "name")], &[(0, 2), (3, 5)]);
        assert_eq!(
            found,
            "|甲<q xml:id=\"s0.1\" next=\"#s0.2\">乙</q>|<q xml:id=\"s0.2\" prev=\"#s0.1\"><name>丙</name>丁</q>"
        );
    }

    #[test]
    fn the_same_extent_twice_and_nothing_at_all() {
        let found = written("甲乙", &[(0, 2, "date"), (0, 2, "q"), (1, 1, "name")], &[(0, 2)]);
        assert_eq!(found, "|<q><date>甲乙</date></q>");
    }
}
