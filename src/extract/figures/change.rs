//! Changes from one number to another: 由10.2%降至0.6%, 从2012年的9899万人减到2019年的551万人.

use super::phrase::Stretch;
use super::vocabulary::Role;
use super::{Context, Room, span};
use crate::page::{Change, Figure, Quantity};

impl Room<'_> {
    /// 由 A 增加到 B.
    pub(super) fn is_change(&self, from: usize, to: usize) -> bool {
        let (a, b) = (&self.quantities[from], &self.quantities[to]);
        let between = span(a.end, b.start).of(self.text);
        let comparable = a.unit == b.unit || a.unit.is_none() || b.unit.is_none() || a.kind == b.kind;
        if !comparable
            || between.chars().count() > 24
            || between.contains(['，', '。', '；', '\n', '、'])
                && !between.trim_start_matches(['，', '、']).starts_with([
                    '增', '提', '上', '升', '扩', '减', '下', '降', '缩', '跃', '变', '调', '发',
                ])
        {
            return false;
        }
        let lead = self.without_time_end(between);
        let Some(stem) = lead.strip_suffix(['到', '至', '为', '成']) else {
            return false;
        };
        let stem = stem.strip_suffix('了').unwrap_or(stem);
        let verb = self.words.change_at_end(stem).is_some() || self.words.ends(lead, Role::Move).is_some();
        let begun = self.begun(a).is_some();
        verb && (begun || between.chars().count() <= 12 && self.before_is_from(a)) || begun && stem.is_empty()
    }

    /// Text before a number without the time and the 的 that stand right before it: 由去年同期的, 从上年末的.
    pub(super) fn without_time_end<'t>(&self, text: &'t str) -> &'t str {
        let base = text.as_ptr() as usize - self.text.as_ptr() as usize;
        let trimmed = text.trim_end_matches('的');
        let trimmed = trimmed.strip_suffix("同期").unwrap_or(trimmed);
        let end = (base + trimmed.len()) as u32;
        match self.times.binary_search_by(|time| time.end.cmp(&end)) {
            Ok(k) if self.times[k].start as usize >= base => &text[..self.times[k].start as usize - base],
            _ => trimmed,
        }
    }

    fn before_is_from(&self, quantity: &Quantity) -> bool {
        self.begun(quantity).is_some()
    }

    /// Where 从 or 由 stands before the number, times and 原来的 between.
    pub(super) fn begun(&self, quantity: &Quantity) -> Option<usize> {
        let text = &self.text[..quantity.start as usize];
        let text = text
            .strip_suffix("原来的")
            .or(text.strip_suffix("原有的"))
            .or(text.strip_suffix("原先的"))
            .or(text.strip_suffix("最初的"))
            .or(text.strip_suffix("过去的"))
            .unwrap_or(text);
        let text = self.without_time_end(text);
        text.strip_suffix(['从', '由']).map(str::len)
    }

    /// Reads it.
    pub(super) fn change(
        &self,
        clause: Stretch,
        floor: usize,
        from: usize,
        to: usize,
        context: &mut Context,
        figures: &mut Vec<Figure>,
    ) {
        let (a, b) = (&self.quantities[from], &self.quantities[to]);
        let begun = self.begun(a).unwrap_or(a.start as usize);
        let lead = self.without_time_end(span(a.end, b.start).of(self.text));
        let stem = lead.trim_end_matches(['到', '至', '为', '成']).trim_end_matches('了');
        let change = match self.words.change_at_end(stem) {
            Some((Role::Up | Role::NounUp, _)) => Some(Change::Up),
            Some((Role::Down | Role::NounDown, _)) => Some(Change::Down),
            _ if a.unit != b.unit => None,
            _ => match (a.value, b.value) {
                (Some(a), Some(b)) if a.0 < b.0 => Some(Change::Up),
                (Some(a), Some(b)) if a.0 > b.0 => Some(Change::Down),
                _ => None,
            },
        };
        let mut inherited = Vec::new();
        let (indicator, scope) = self.subject(Stretch { start: floor, end: begun }, context, &mut inherited);
        let Some(indicator) = indicator else { return };
        let near = |start: usize, end: usize| {
            let k = self.times.partition_point(|time| (time.end as usize) <= start);
            self.times
                .get(k)
                .filter(|time| {
                    time.start as usize >= start
                        && time.end as usize <= end
                        && time.value.as_deref().is_some_and(|v| !v.starts_with('P'))
                })
                .map(|_| k as u32)
        };
        let from_time = near(begun, a.start as usize);
        let to_time = near(a.end as usize, b.start as usize);
        let (mut from_time, mut to_time) = (from_time, to_time);
        if from_time.is_none() && to_time.is_none() && context.from_time.is_some() {
            (from_time, to_time) = (context.from_time, context.to_time);
            inherited.extend(["fromTime", "toTime"]);
        }
        let governed = context.time.filter(|time| Some(*time) != from_time && Some(*time) != to_time);
        if from_time.is_some() || to_time.is_some() {
            (context.from_time, context.to_time) = (from_time, to_time);
            if governed.is_none() {
                context.time = None;
            }
        }
        context.indicator = Some(indicator.clone());
        context.scope = scope.clone();
        figures.push(Figure {
            start: indicator.start.min(begun as u32).max(clause.start as u32),
            end: b.end,
            indicator,
            scope,
            change,
            from: Some(from as u32),
            to: Some(to as u32),
            value: None,
            time: governed,
            from_time,
            to_time,
            inherited,
            notes: Vec::new(),
            because: "from-to",
        });
    }
}
