//! Places in an order: 森林覆盖率居全省第三位.

use super::phrase::Stretch;
use super::vocabulary::Role;
use super::{Context, Room};
use crate::page::Figure;

/// Most characters between the verb and the number: in what the place is held.
const LONGEST_FIELD: usize = 12;

impl Room<'_> {
    /// An ordinal that says which place the indicator takes.
    pub(super) fn rank(
        &self,
        clause: Stretch,
        floor: usize,
        k: usize,
        context: &mut Context,
    ) -> Option<Figure> {
        let quantity = self.quantities.get(k).filter(|quantity| quantity.kind == "ordinal")?;
        let after = self.text[quantity.end as usize..].trim_start_matches(['位', '名']).chars().next();
        if after.is_some_and(char::is_alphanumeric) {
            return None;
        }
        let lead = Stretch { start: floor, end: quantity.start as usize };
        let text = lead.of(self.text);
        let (verb, field) =
            text.char_indices().rev().take(LONGEST_FIELD + 1).map(|(at, c)| at + c.len_utf8()).find_map(
                |end| self.words.ends(&text[..end], Role::Rank).map(|verb| (end - verb.len(), end)),
            )?;
        let field = Stretch { start: lead.start + field, end: lead.end };
        let field = self.words.trim_end(self.words.trim_start(field));
        let mut inherited = Vec::new();
        let subject = Stretch { start: lead.start, end: lead.start + verb };
        let (indicator, _) = self.subject(subject, context, &mut inherited);
        let indicator = indicator?;
        context.indicator = Some(indicator.clone());
        inherited.retain(|what| *what != "scope");
        let earlier = |time: u32| (self.times[time as usize].start as usize) < clause.start;
        inherited.extend(context.time.filter(|time| earlier(*time)).map(|_| "time"));
        Some(Figure {
            start: indicator.start.max(clause.start as u32).min(quantity.start),
            end: quantity.end,
            indicator,
            scope: (!field.is_empty()).then(|| field.named(self.text)),
            change: None,
            from: None,
            to: None,
            value: Some(k as u32),
            time: context.time,
            from_time: None,
            to_time: None,
            inherited,
            notes: Vec::new(),
            because: "rank",
        })
    }
}
