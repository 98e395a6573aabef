//! Numbers that stand in a row: 分别增长4.3%、5.3%.

use super::Room;
use super::phrase::Stretch;
use crate::page::{Figure, Named};

/// What stands between the members of a row.
const BETWEEN: [&str; 6] = ["，", "、", "和", "与", "及", "以及"];

/// A clause is looked at this many characters back.
const LONGEST_CLAUSE: usize = 80;

impl Room<'_> {
    /// A number that follows another of its kind shares its indicator and its verb.
    pub(super) fn listed(&self, k: usize, last: Option<&Figure>) -> Option<Figure> {
        let last = last?;
        let previous = self.quantities.get(last.value.or(last.to)? as usize)?;
        let quantity = &self.quantities[k];
        let between = self.text.get(previous.end as usize..quantity.start as usize)?;
        let listed =
            BETWEEN.contains(&between) && previous.kind == quantity.kind && previous.unit == quantity.unit;
        let end = quantity.end as usize;
        let ahead = Stretch { start: end, end: (end + 36).min(self.text.len()) };
        if !listed || quantity.kind == "count" && self.words.after(ahead).is_some() {
            return None;
        }
        let (value, to) = if last.to.is_some() { (None, Some(k as u32)) } else { (Some(k as u32), None) };
        let mut inherited = vec!["indicator"];
        if last.time.is_some() {
            inherited.push("time");
        }
        Some(Figure {
            value,
            to,
            from: None,
            start: quantity.start,
            end: quantity.end,
            inherited,
            notes: Vec::new(),
            because: "list",
            ..last.clone()
        })
    }

    /// Gives each number after 分别 its own indicator: those named before it in a row (进口和出口分别), or those of
    /// the clauses before (接待游客…，实现收入…，分别增长).
    pub(super) fn share_out(&self, figures: &mut [Figure]) {
        let mut k = 0;
        while k < figures.len() {
            let count = 1 + figures[k + 1..].iter().take_while(|figure| figure.because == "list").count();
            let (before, rest) = figures.split_at_mut(k);
            let row = &mut rest[..count];
            k += count;
            let first = row[0].value.or(row[0].to).filter(|_| count > 1);
            let Some(number) = first.and_then(|k| self.quantities.get(k as usize)) else { continue };
            let clause = self.clause_before(number.start as usize);
            let Some(at) = clause.of(self.text).rfind("分别") else { continue };
            if let Some(names) = self.row(Stretch { end: clause.start + at, ..clause }, count) {
                for (figure, named) in row.iter_mut().zip(names) {
                    (figure.indicator, figure.scope) = named;
                    figure.inherited.retain(|what| !matches!(*what, "indicator" | "scope"));
                }
            } else if row[0].inherited.contains(&"indicator") {
                let named = before.iter().rev().filter(|figure| !figure.inherited.contains(&"indicator"));
                let mut named: Vec<_> = named.take(count).map(|it| (&it.indicator, &it.scope)).collect();
                named.reverse();
                if named.len() == count {
                    for (figure, (indicator, scope)) in row.iter_mut().zip(named) {
                        (figure.indicator, figure.scope) = (indicator.clone(), scope.clone());
                    }
                }
            }
        }
    }

    /// The part of its clause that stands before a place.
    fn clause_before(&self, end: usize) -> Stretch {
        let start = self.text[..end]
            .char_indices()
            .rev()
            .take(LONGEST_CLAUSE)
            .take_while(|(_, c)| {
                !matches!(c, '，' | '；' | '：' | '。' | '！' | '？' | '（' | '）' | '—' | '\n')
            })
            .last();
        Stretch { start: start.map_or(end, |(at, _)| at), end }
    }

    /// The `count` indicators that stand in a row: 城镇居民和农村居民人均收入.
    fn row(&self, stretch: Stretch, count: usize) -> Option<Vec<(Named, Option<Named>)>> {
        let stretch = self.words.trim_end(self.words.trim_start(self.without_times(stretch)));
        let mut parts = vec![stretch];
        let mut from = stretch.start;
        while let Some((end, mark)) = BETWEEN
            .iter()
            .filter_map(|mark| self.text[from..stretch.end].find(mark).map(|k| (from + k, *mark)))
            .filter(|(end, mark)| self.words.begins_word(*end) && self.words.begins_word(end + mark.len()))
            .min()
        {
            if let Some(last) = parts.last_mut() {
                last.end = end;
            }
            from = end + mark.len();
            parts.push(Stretch { start: from, end: stretch.end });
        }
        // 第一、二、三产业: numbers are no names
        let numbers = |part: &Stretch| {
            part.of(self.text).chars().all(|c| !c.is_alphabetic() || "第一二三四五六七八九十".contains(c))
        };
        if parts.len() != count || parts.iter().any(numbers) {
            return None;
        }
        let last = parts[count - 1];
        let scoped = parts.iter().all(|part| self.words.split_scope(*part).0.is_some());
        let named = |part: &Stretch| {
            let (scope, rest) = if scoped { self.words.split_scope(*part) } else { (None, *part) };
            let mut named = rest.named(self.text);
            if *part != last {
                named.text.push_str(self.words.shared_head(*part, last));
            }
            (named, scope.map(|scope| scope.named(self.text)))
        };
        Some(parts.iter().map(named).collect())
    }
}
