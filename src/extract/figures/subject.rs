//! What a number is said of: the phrases round it, without times, regions and numbers.

use super::phrase::Stretch;
use super::vocabulary::{Role, begins};
use super::{Context, Room, span};
use crate::page::{Named, Quantity};

impl Room<'_> {
    /// The subject of a statement: from the words before it, or from the clause before.
    pub(super) fn subject(
        &self,
        stretch: Stretch,
        context: &Context,
        inherited: &mut Vec<&'static str>,
    ) -> (Option<Named>, Option<Named>) {
        let stretch = self.without_times(stretch);
        match self.words.before(stretch) {
            Some(phrase) => {
                let front = Stretch { start: stretch.start, end: phrase.start };
                let (owner, phrase) = self.split_at_time(self.without_number(phrase));
                let (scope, rest) = self.words.split_scope(phrase);
                // 全市实现地区生产总值
                let scope = scope.or(owner).map(|s| s.named(self.text)).or_else(|| self.scope_before(front));
                (Some(rest.named(self.text)), scope)
            }
            None => {
                if context.indicator.is_some() {
                    inherited.push("indicator");
                    if context.scope.is_some() {
                        inherited.push("scope");
                    }
                }
                (context.indicator.clone(), context.scope.clone())
            }
        }
    }

    /// 832个贫困县农民人均收入: the number in front counts the scope.
    pub(super) fn without_number(&self, phrase: Stretch) -> Stretch {
        let k = self.quantities.partition_point(|q| (q.start as usize) < phrase.start);
        match self.quantities.get(k) {
            Some(q)
                if q.start as usize == phrase.start && (q.end as usize) < phrase.end && q.kind != "age" =>
            {
                Stretch { start: q.end as usize, end: phrase.end }
            }
            _ => phrase,
        }
    }

    /// 公司|去年|营业收入: whose it is and what it is.
    pub(super) fn split_at_time(&self, phrase: Stretch) -> (Option<Stretch>, Stretch) {
        let k = self.times.partition_point(|time| (time.start as usize) <= phrase.start);
        match self.times.get(k).filter(|time| (time.end as usize) < phrase.end) {
            Some(time) => (
                Some(Stretch { start: phrase.start, end: time.start as usize }),
                Stretch { start: time.end as usize, end: phrase.end },
            ),
            None => (None, phrase),
        }
    }

    /// Cuts the times off the beginning of a stretch, and off its end.
    pub(super) fn without_times(&self, mut stretch: Stretch) -> Stretch {
        loop {
            let start = self.words.trim_start(stretch).start;
            let k = self.times.partition_point(|time| (time.start as usize) < start);
            match self
                .times
                .get(k)
                .filter(|time| time.start as usize == start && time.end as usize <= stretch.end)
            {
                Some(time) => stretch.start = time.end as usize,
                None => break,
            }
        }
        loop {
            let end = self.words.trim_end(stretch).end;
            let k = self.times.partition_point(|time| (time.end as usize) < end);
            match self
                .times
                .get(k)
                .filter(|time| time.end as usize == end && time.start as usize >= stretch.start)
            {
                Some(time) => stretch.end = time.start as usize,
                None => break,
            }
        }
        stretch
    }

    /// A region at the front of the words before a number.
    pub(super) fn scope_before(&self, lead: Stretch) -> Option<Named> {
        let lead = self.words.trim_start(self.without_times(lead));
        let text = lead.of(self.text);
        begins(text, Role::Whole)
            .map(|word| Stretch { start: lead.start, end: lead.start + word.len() }.named(self.text))
            .or_else(|| self.words.split_scope(lead).0.map(|s| s.named(self.text)))
    }

    /// X中, X里 before a number in this clause, or as the clause before: 建档立卡贫困人口中，90%以上.
    pub(super) fn whole_before(&self, clause: Stretch, lead: Stretch) -> Option<Stretch> {
        let text = lead.of(self.text);
        let within = || {
            text.rfind("中有")
                .or(text.rfind("中还有"))
                .or(text.rfind("中已有"))
                .or(text.rfind("中仍有"))
                .or(text.strip_suffix("中").map(str::len))
                .or(text.rfind("中，"))
        };
        if let Some(at) = text.contains('中').then(within).flatten() {
            return self
                .words
                .before(self.without_times(Stretch { start: lead.start, end: lead.start + at }));
        }
        if !text.trim().is_empty() {
            return None;
        }
        let before = self.text[..clause.start].strip_suffix('，')?;
        let before = before.strip_suffix('中').or(before.strip_suffix("当中"))?;
        let start = before
            .rfind(['，', '。', '；', '\n', '：', '（', '）', '—'])
            .map_or(0, |at| at + self.text[at..].chars().next().map_or(1, char::len_utf8));
        self.words.before(self.without_times(Stretch { start, end: before.len() }))
    }

    /// 组织各地对已脱贫: the words that describe, behind the last preposition or verb with an object.
    pub(super) fn last_modifier(&self, phrase: Stretch) -> Stretch {
        let text = phrase.of(self.text);
        // 和 of 和田 joins nothing
        let joins = |(at, _): &(usize, &str)| {
            let after = phrase.start + at + 3;
            self.words.begins_word(phrase.start + at) && self.words.begins_word(after)
        };
        let last = text.rmatch_indices(['对', '将', '把', '和', '与', '向', '为']).find(joins);
        match last.map(|(at, _)| phrase.start + at + 3).filter(|start| *start < phrase.end) {
            Some(start) => Stretch { start, end: phrase.end },
            None => phrase,
        }
    }

    /// The noun that is the unit itself: 人口 in 9300多万人口.
    pub(super) fn unit_noun(&self, quantity: &Quantity) -> Option<Stretch> {
        let text = span(quantity.start, quantity.end).of(self.text);
        text.ends_with("人口")
            .then(|| Stretch { start: quantity.end as usize - "人口".len(), end: quantity.end as usize })
    }

    /// 三年行动, 5年规划: a length that describes the noun after it.
    pub(super) fn describes(&self, quantity: &Quantity) -> bool {
        let after = &self.text[quantity.end as usize..];
        let beyond = ["及以上", "及以下", "以上", "以下"].iter().find_map(|word| after.strip_prefix(word));
        let start = self.text.len() - beyond.unwrap_or(after).len();
        let ahead = Stretch { start, end: (start + 30).min(self.text.len()) };
        self.words.after(ahead).or_else(|| self.words.only(ahead)).is_some()
    }
}
