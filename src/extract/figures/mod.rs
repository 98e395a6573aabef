//! Figures: the statements that give a number to an indicator.
//!
//! A sentence is read clause by clause. Each number that states something becomes a record; which pattern
//! read it stands in `because`, and what was taken over from an earlier clause in `inherited`.

mod change;
mod check;
mod parallel;
mod pattern;
mod phrase;
mod rank;
mod subject;
mod vocabulary;

use super::Reading;
use crate::page::{BlockType, Change, Figure, Named, Quantity, Time};
use crate::source::chars::marks;
use pattern::Pattern;
use phrase::{Stretch, Words};
use vocabulary::{Role, begins, is};

/// What a clause leaves to those after it in its sentence.
#[derive(Clone, Default)]
struct Context {
    indicator: Option<Named>,
    scope: Option<Named>,
    /// The whole of which parts are told: 贫困县 in 832个贫困县中.
    subject: Option<Named>,
    time: Option<u32>,
    from_time: Option<u32>,
    to_time: Option<u32>,
}

/// What stands before the clause that is read: clauses come in text order.
#[derive(Clone, Copy, Default)]
struct Passed {
    quantities: usize,
    times: usize,
}

struct Room<'a> {
    words: Words<'a>,
    text: &'a str,
    times: &'a [Time],
    quantities: &'a [Quantity],
}

/// The figures of a text, in text order.
pub fn find(reading: &Reading, times: &[Time], quantities: &[Quantity]) -> Vec<Figure> {
    let room = Room {
        words: Words { text: reading.text, tokens: reading.tokens, places: &reading.places },
        text: reading.text,
        times,
        quantities,
    };
    // （上接1版） says nothing of a number
    let references = reading.articles.iter().flat_map(|article| &article.blocks);
    let mut references = references.filter(|block| block.kind == BlockType::Continuation).peekable();
    let (mut figures, mut passed) = (Vec::new(), Passed::default());
    for (start, end) in reading.sentences.start.iter().zip(&reading.sentences.end) {
        while references.next_if(|block| block.end <= *start).is_some() {}
        if references.peek().is_some_and(|block| block.start <= *start) {
            continue;
        }
        let sentence = Stretch { start: *start as usize, end: *end as usize };
        let mut context = Context::default();
        let first = figures.len();
        for clause in clauses(reading.text, sentence) {
            room.clause(clause, &mut passed, &mut context, &mut figures);
        }
        room.share_out(&mut figures[first..]);
        check::notes(&mut figures[first..], quantities, times);
    }
    figures
}

/// The clauses of a sentence: what stands between commas, semicolons and colons. Numbers keep their commas, and a
/// name keeps its short form: 居民消费价格指数（CPI）.
fn clauses(text: &str, sentence: Stretch) -> Vec<Stretch> {
    let mut out = Vec::with_capacity(8);
    let mut start = sentence.start;
    let mut kept = 0;
    for (at, c) in marks(sentence.of(text)) {
        if at < kept {
            continue;
        }
        if c == '（'
            && let Some(length) = short_form(&sentence.of(text)[at..])
        {
            kept = at + length;
            continue;
        }
        if matches!(c, '，' | '；' | '：' | '。' | '！' | '？' | ';' | '\n' | '（' | '）' | '—') {
            let end = sentence.start + at;
            if end > start {
                out.push(Stretch { start, end });
            }
            start = end + c.len_utf8();
        }
    }
    if sentence.end > start {
        out.push(Stretch { start, end: sentence.end });
    }
    out
}

/// The length of Latin letters and digits in brackets at the beginning of a text.
fn short_form(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('（')?;
    let end =
        inner.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').filter(|end| (1..=12).contains(end))?;
    inner[end..].starts_with('）').then_some('（'.len_utf8() + end + '）'.len_utf8())
}

fn span(start: u32, end: u32) -> Stretch {
    Stretch { start: start as usize, end: end as usize }
}

impl Room<'_> {
    /// The items that begin in a clause, as index range; `passed` becomes its end.
    fn within<T>(
        items: &[T],
        start: impl Fn(&T) -> u32,
        clause: Stretch,
        passed: &mut usize,
    ) -> std::ops::Range<usize> {
        let mut pass = |end: usize| {
            while items.get(*passed).is_some_and(|item| (start(item) as usize) < end) {
                *passed += 1;
            }
            *passed
        };
        pass(clause.start)..pass(clause.end)
    }

    fn clause(&self, clause: Stretch, passed: &mut Passed, context: &mut Context, figures: &mut Vec<Figure>) {
        let quantities = Self::within(self.quantities, |q| q.start, clause, &mut passed.quantities);
        let times = Self::within(self.times, |t| t.start, clause, &mut passed.times);
        let dated = |k: &usize| self.times[*k].value.as_deref().is_some_and(|value| !value.starts_with('P'));
        // the time that governs the clause stands before its first number
        let first_number =
            quantities.clone().next().map_or(clause.end, |k| self.quantities[k].start as usize);
        let own = times
            .clone()
            .filter(dated)
            .filter(|k| !self.attached(*k))
            .find(|k| (self.times[*k].start as usize) < first_number)
            .or(times.clone().filter(dated).find(|_| quantities.is_empty()));
        if let Some(k) = own {
            (context.time, context.from_time, context.to_time) = (Some(k as u32), None, None);
        }
        let mut k = quantities.start;
        // where the words about the next number begin
        let mut floor = clause.start;
        while k < quantities.end {
            let quantity = &self.quantities[k];
            let next = (k + 1 < quantities.end).then_some(k + 1);
            if let Some(to) = next.filter(|to| self.is_change(k, *to)) {
                self.change(clause, floor, k, to, context, figures);
                floor = self.quantities[to].end as usize;
                k = to + 1;
                continue;
            }
            if let Some(figure) = self.listed(k, figures.last()) {
                floor = figure.end as usize;
                figures.push(figure);
                k += 1;
                continue;
            }
            // 65岁及以上人口
            if quantity.kind == "age" && next.is_some() && self.describes(quantity) {
                k += 1;
                continue;
            }
            if let Some(figure) = self.rank(clause, floor, k, context) {
                floor = figure.end as usize;
                figures.push(figure);
                k += 1;
                continue;
            }
            let skipped = !self.states(k) || next.is_some_and(|next| self.is_scope(k, next, clause));
            if !skipped {
                let limit = next.map_or(clause.end, |next| self.quantities[next].start as usize);
                if let Some(figure) = self.single(clause, floor, limit, k, own.is_none(), context) {
                    floor = quantity.end.max(figure.end) as usize;
                    figures.push(figure);
                } else {
                    floor = quantity.end as usize;
                }
            } else if next.is_none_or(|next| !self.is_scope(k, next, clause)) {
                floor = quantity.end as usize;
            }
            k += 1;
        }
    }

    /// Whether a time belongs to one number only or to a comparison: 由2015年的3416元, 比2019年.
    fn attached(&self, k: usize) -> bool {
        let time = &self.times[k];
        let before = &self.text[..time.start as usize];
        let open = time.value.as_deref().is_some_and(|value| value.contains('/'));
        let compared = before.ends_with(['比', '较'])
            || before.ends_with("相比")
            || self.text[time.end as usize..].starts_with("相比");
        compared
            || before.ends_with(['从', '由']) && !open && !self.text[time.end as usize..].starts_with("开始")
    }

    /// Whether a number states something: not an ordinal, not 一个, not a length of time that only says when.
    fn states(&self, k: usize) -> bool {
        let quantity = &self.quantities[k];
        let text = span(quantity.start, quantity.end).of(self.text);
        let before = self.text[..quantity.start as usize].chars().next_back().unwrap_or(' ');
        match quantity.kind {
            "ordinal" => false,
            "duration"
                if !self.text[..quantity.start as usize].ends_with("提前") && self.describes(quantity) =>
            {
                false
            }
            "duration" | "age" => {
                let lead = &self.text[..quantity.start as usize];
                self.words.ends(lead, Role::Level).is_some_and(|word| word.chars().count() > 1)
                    || lead.ends_with("提前")
                    || ["年龄", "寿命", "工龄", "党龄"]
                        .iter()
                        .any(|noun| lead.trim_end_matches(['为', '达', '约', '仅']).ends_with(noun))
                    || self.words.change_at_end(lead).is_some()
            }
            "count" => {
                if self.text[..quantity.start as usize].ends_with("连续") {
                    return false;
                }
                let small = quantity.value.is_some_and(|n| n.0 < rust_decimal::Decimal::TEN)
                    || quantity.value.is_none()
                        && quantity
                            .bounds
                            .is_some_and(|[low, _]| low.is_none_or(|low| low.0 < rust_decimal::Decimal::TEN));
                let chinese = !text.chars().any(|c| c.is_ascii_digit() || ('０'..='９').contains(&c));
                let written_small = small && chinese;
                !(written_small || matches!(before, '第' | '（' | '(' | '“'))
            }
            _ => true,
        }
    }

    /// Whether the number only counts the subject of the next one: 832个贫困县农民人均可支配收入由6079元….
    fn is_scope(&self, k: usize, next: usize, clause: Stretch) -> bool {
        let (a, b) = (&self.quantities[k], &self.quantities[next]);
        if a.kind != "count"
            || !matches!(b.kind, "percent" | "money" | "percentage-point" | "multiple") && b.kind == a.kind
        {
            return false;
        }
        let between = span(a.end, b.start).of(self.text);
        if between.contains(['，', '；', '、', '中']) || (b.end as usize) > clause.end {
            return false;
        }
        let until = self.begun(b).unwrap_or(b.start as usize);
        let words = span(a.end, until as u32).of(self.text);
        let verb = self.words.ends(words, Role::Level).is_some()
            || self.words.change_at_end(words).is_some()
            || self.begun(b).is_some();
        let noun = self.words.before(Stretch { start: a.end as usize, end: until }).is_some();
        let light = words.chars().count() > 0 && begins(words, Role::Light).is_some();
        verb && noun && !light
    }

    /// A statement with one number.
    fn single(
        &self,
        clause: Stretch,
        floor: usize,
        limit: usize,
        k: usize,
        time_inherited: bool,
        context: &mut Context,
    ) -> Option<Figure> {
        let quantity = &self.quantities[k];
        let (start, end) = (quantity.start as usize, quantity.end as usize);
        let lead = Stretch { start: floor, end: start };
        let lead_text = self.without_time_end(lead.of(self.text));
        let after = Stretch { start: end, end: limit };
        let mut inherited: Vec<&'static str> = Vec::new();
        let reading = self.pattern(lead_text, quantity);
        let cut = floor + reading.subject_end;
        let (mut indicator, scope);
        let mut change = reading.change;
        match reading.pattern {
            // N 个 X, X 中有 N 个
            Pattern::Count => {
                let thing = quantity.unit.as_deref().is_some_and(|unit| {
                    quantity.kind == "count" && !matches!(unit, "人" | "人次" | "户" | "次" | "岁")
                });
                let noun = self
                    .words
                    .after(after)
                    .or_else(|| self.words.only(after).filter(|_| thing))
                    .filter(|_| !matches!(quantity.kind, "duration"));
                let part = self.whole_before(clause, lead);
                let modifier = lead
                    .of(self.text)
                    .strip_suffix('的')
                    .map(|text| Stretch { start: floor, end: floor + text.len() });
                let modifier = modifier.map(|stretch| self.without_times(stretch));
                let last = modifier.map(|stretch| self.last_modifier(stretch));
                let places = [modifier, last].into_iter().flatten().find(|m| self.words.are_places(*m));
                let modifier = last.filter(|m| !m.is_empty() && m.of(self.text).chars().count() <= 16);
                if let (Some(places), Some(noun)) = (places, noun) {
                    // 兰考县、和田地区的5位同志
                    (indicator, scope) = (Some(noun.named(self.text)), Some(places.named(self.text)));
                } else if let Some(phrase) = modifier {
                    // 已脱贫的9300多万人口
                    let mut named = Stretch { start: phrase.start, end: phrase.end }.named(self.text);
                    if let Some(noun) = noun.or(self.unit_noun(quantity)) {
                        named.text.push('的');
                        named.text.push_str(noun.of(self.text));
                    }
                    (indicator, scope) = (Some(named), None);
                } else if let Some(part) = part.filter(|_| quantity.kind != "money") {
                    // 已脱贫人口中有近200万人存在返贫风险; 832个贫困县中已有601个
                    let (s, rest) = self.words.split_scope(self.without_number(part));
                    (indicator, scope) = (Some(rest.named(self.text)), s.map(|s| s.named(self.text)));
                    context.subject = indicator.clone();
                } else if let Some(noun) = noun {
                    let of = self.text[end..].starts_with('的').then_some(());
                    let before = of.and_then(|()| self.words.before(self.without_times(lead)));
                    let mut named = noun.named(self.text);
                    if let Some(before) = before {
                        // 这些家庭三分之二左右的收入
                        named.text = before.named(self.text).text + &named.text;
                        named.start = before.start as u32;
                    }
                    (indicator, scope) = (Some(named), self.scope_before(lead));
                    if self.text[after.start..].chars().take(16).any(|c| c == '中') {
                        context.subject = indicator.clone();
                    }
                } else {
                    (indicator, scope) =
                        self.subject(Stretch { start: floor, end: cut }, &Context::default(), &mut inherited);
                    // 现有企业300家，新增20家，关闭3家: a verb alone goes on with what was counted
                    let verb = indicator.as_ref().map_or("", |named| &named.text);
                    change = match verb {
                        _ if is(verb, Role::Added) => Some(Change::Up),
                        _ if is(verb, Role::Removed) => Some(Change::Down),
                        _ => change,
                    };
                    if context.indicator.is_some() && change.is_some() {
                        indicator = None;
                    }
                    if indicator.is_none() {
                        indicator = context.subject.clone();
                        if indicator.is_some() {
                            inherited.push("indicator");
                        }
                    }
                    if indicator.is_none() && !after.is_empty() {
                        indicator = context
                            .indicator
                            .clone()
                            .inspect(|_| inherited.push("indicator"))
                            .or_else(|| self.words.predicate(after).map(|p| p.named(self.text)));
                    }
                    if indicator.is_none() {
                        indicator = context.indicator.clone();
                        inherited.push("indicator");
                    }
                }
            }
            Pattern::Share if self.text[end..].starts_with('的') && !reading.stated => {
                // 三分之二左右的收入来自外出务工
                let noun = self
                    .words
                    .after(Stretch { start: end + '的'.len_utf8(), end: limit.max(end + '的'.len_utf8()) });
                let before = self.words.before(self.without_times(lead));
                match (before, noun) {
                    (Some(before), Some(noun)) => {
                        let mut named = before.named(self.text);
                        named.text.push_str(noun.of(self.text));
                        (indicator, scope) = (Some(named), None);
                    }
                    (None, Some(noun)) => (indicator, scope) = (Some(noun.named(self.text)), None),
                    _ => (indicator, scope) = self.subject(lead, context, &mut inherited),
                }
            }
            Pattern::Share if !reading.stated => {
                // 90%以上得到了…支持: a part of what was named before
                let noun = self.words.after(after);
                let before = self.words.before(self.without_times(lead));
                let whole = self.whole_before(clause, lead);
                if let Some(whole) = whole {
                    context.subject = Some(whole.named(self.text));
                }
                if let Some(phrase) = before.or(whole) {
                    let (s, rest) = self.words.split_scope(phrase);
                    (indicator, scope) = (Some(rest.named(self.text)), s.map(|s| s.named(self.text)));
                    if let (Some(noun), true) = (
                        noun,
                        begins(phrase.of(self.text), Role::Light).is_some()
                            || is(phrase.of(self.text), Role::Light),
                    ) {
                        indicator = Some(noun.named(self.text));
                    }
                } else if let Some(noun) = noun {
                    (indicator, scope) = (Some(noun.named(self.text)), None);
                } else {
                    indicator = whole
                        .map(|w| w.named(self.text))
                        .or(context.subject.clone())
                        .or(context.indicator.clone());
                    scope = context.scope.clone();
                    inherited.push("indicator");
                }
            }
            _ if lead_text.ends_with("提前") => {
                // 提前10年实现…的减贫目标
                let goal = after
                    .of(self.text)
                    .rfind('的')
                    .map(|at| Stretch { start: after.start + at + '的'.len_utf8(), end: after.end });
                let goal = goal.and_then(|goal| self.words.after(goal)).or_else(|| self.words.before(after));
                (indicator, scope) = match goal {
                    Some(goal) => (Some(goal.named(self.text)), None),
                    None => self.subject(Stretch { start: floor, end: cut }, context, &mut inherited),
                };
            }
            _ => {
                (indicator, scope) =
                    self.subject(Stretch { start: floor, end: cut }, context, &mut inherited);
            }
        }
        let indicator = indicator.filter(|named| !named.text.is_empty())?;
        if !matches!(reading.pattern, Pattern::Comparison) {
            context.indicator = Some(indicator.clone());
            context.scope = scope.clone();
        }
        let mut notes = Vec::new();
        if self.whole_after(end, clause) {
            context.subject = Some(indicator.clone());
            notes.push("total");
        }
        if lead_text.contains(['均', '每']) && (lead_text.contains("年均") || lead_text.contains("每年"))
        {
            notes.push("per-year");
        }
        if matches!(reading.pattern, Pattern::Count)
            && lead_text.contains(['有', '余'])
            && ["还有", "其余", "剩余", "余下", "尚有"].iter().any(|word| lead_text.contains(word))
        {
            notes.push("rest");
        }
        let time = context.time;
        if time.is_some() && time_inherited {
            inherited.push("time");
        }
        // 由2015年的A增加到2019年的B，年均增长C: the years of the change are those of its rate
        let yearly = notes.contains(&"per-year") && inherited.contains(&"indicator") && time.is_none();
        let (from_time, to_time) = if yearly { (context.from_time, context.to_time) } else { (None, None) };
        inherited.extend(from_time.map(|_| "fromTime"));
        inherited.extend(to_time.map(|_| "toTime"));
        let to = matches!(reading.pattern, Pattern::Reached).then_some(k as u32);
        Some(Figure {
            start: if indicator.start as usize >= clause.start {
                indicator.start.min(quantity.start)
            } else {
                clause.start as u32
            },
            end: quantity.end.max(if indicator.start > quantity.end { indicator.end } else { 0 }),
            indicator,
            scope,
            change,
            from: None,
            to,
            value: if to.is_some() { None } else { Some(k as u32) },
            time,
            from_time,
            to_time,
            inherited,
            notes,
            because: reading.because,
        })
    }

    /// Whether 中 follows the noun behind a number: the number is a whole of which parts are told.
    fn whole_after(&self, end: usize, clause: Stretch) -> bool {
        self.words
            .after(Stretch { start: end, end: clause.end })
            .is_some_and(|noun| self.text[noun.end..].starts_with('中'))
    }
}
