//! The grammar of one numeral: digits, 十百千万亿兆, decimals, fractions, and the inexact forms 多 余 几 数 两三.

use super::digits::{arabic, bare_unit, decimals, digit_by_digit, neighbours, step_of};
use super::fraction::fraction;
use super::glyphs::Glyphs;
use rust_decimal::Decimal;

/// In which writing a numeral stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    /// 290
    Arabic,
    /// 二百九十
    Chinese,
    /// 290万
    Mixed,
}

/// How much a numeral says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// 960, 三百, 4.78万亿
    Exact,
    /// 三分之二, 1/2
    Fraction,
    /// 一七二〇: digit by digit
    Digits,
    /// 960多, 百余: up to the next round step
    More,
    /// 十来: about
    About,
    /// 几十, 两三千, 五六十: from … to …
    Span(Decimal, Decimal),
    /// 百, 千, 万 alone: a number only in company (上千, 近万)
    Bare,
}

/// A numeral in the text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Numeral {
    /// First glyph.
    pub start: usize,
    /// One past the last glyph.
    pub end: usize,
    /// Its value; of a span the lower end.
    pub value: Decimal,
    /// What it says.
    pub shape: Shape,
    /// How it is written.
    pub style: Style,
    /// The multiplier it ends with (万 in 290万; 仟 in 三仟), else 1.
    pub tail: Decimal,
    /// Upper end of [`Shape::More`].
    pub next: Decimal,
}

/// A Chinese or banker's digit; 两 is not among them.
pub(crate) fn digit(c: char) -> Option<u32> {
    Some(match c {
        '零' => 0,
        '一' | '壹' | '弌' | '幺' => 1,
        '二' | '贰' => 2,
        '三' | '叁' | '仨' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

pub(super) fn small_unit(c: char) -> Option<u32> {
    Some(match c {
        '十' | '拾' => 10,
        '百' | '佰' => 100,
        '千' | '仟' => 1000,
        _ => return None,
    })
}

pub(super) fn big_unit(c: char) -> Option<u64> {
    Some(match c {
        '万' => 10_000,
        '亿' => 100_000_000,
        '兆' => 1_000_000_000_000,
        _ => return None,
    })
}

/// The digits from `i` on, one by one: their end, and their value when it fits.
pub(super) fn positional(glyphs: &Glyphs, i: usize) -> (usize, Option<Decimal>) {
    let (mut at, mut value) = (i, Some(Decimal::ZERO));
    while let Some(d) = digit(glyphs.at(at))
        .or_else(|| glyphs.at(at).to_digit(10).filter(|_| at == i || !glyphs.spaced(at)))
        .filter(|_| at - i < 40)
    {
        value = value.and_then(|v| v.checked_mul(Decimal::TEN)?.checked_add(d.into()));
        at += 1;
    }
    (at, value)
}

/// The numeral that begins at glyph `i`, without its sign. `unit` tells whether a unit of measure begins at a glyph:
/// 千 in 12千米 belongs to the unit, 兆 in 五十兆字节 too.
pub(crate) fn numeral(glyphs: &Glyphs, i: usize, unit: &dyn Fn(usize) -> bool) -> Option<Numeral> {
    let whole = magnitude(glyphs, i, unit)?;
    fraction(glyphs, i, whole, unit).or(Some(whole))
}

/// Steps over a sign at `i`: where the numeral begins and whether it is negative.
pub(crate) fn signed(glyphs: &Glyphs, i: usize) -> (usize, bool) {
    if matches!(glyphs.at(i), '负' | '-') { (i + 1, true) } else { (i, false) }
}

/// What the reader of a magnitude has in hand.
#[derive(Clone, Copy)]
struct Hand {
    /// Digits not yet multiplied, and whether they are Arabic.
    pending: Option<(Decimal, bool)>,
    /// What 十百千 have made since the last 万 or 亿.
    section: Decimal,
    /// The last of 十百千 in this section, 0 for none.
    last_small: u32,
    /// 零 stands before what comes next.
    zero: bool,
    /// Nothing but 万 or 亿 may follow (a decimal, 多).
    closed: bool,
}

const EMPTY: Hand = Hand { pending: None, section: Decimal::ZERO, last_small: 0, zero: false, closed: false };

impl Hand {
    fn is_empty(&self) -> bool {
        self.pending.is_none() && self.section.is_zero()
    }

    fn value(&self) -> Option<Decimal> {
        self.section.checked_add(self.pending.map_or(Decimal::ZERO, |(v, _)| v))
    }
}

struct Reading<'a> {
    glyphs: &'a Glyphs,
    at: usize,
    hand: Hand,
    /// What 万 and 亿 have closed: value and multiplier.
    parts: Vec<(Decimal, Decimal)>,
    arabic: bool,
    chinese: bool,
    /// 多, 余, 几 stood in the numeral.
    more: bool,
    about: bool,
    /// Difference between the ends of 两三, 几 …, in units of what follows.
    spread: Option<Decimal>,
    tail: Decimal,
    /// A state that could stand as the end, should what follows not fit.
    resting: Option<(usize, Hand)>,
}

/// A numeral without sign and without fraction bar.
pub(super) fn magnitude(glyphs: &Glyphs, i: usize, unit: &dyn Fn(usize) -> bool) -> Option<Numeral> {
    let first = glyphs.at(i);
    let begins = first.is_ascii_digit()
        || digit(first).is_some()
        || small_unit(first).is_some()
        || big_unit(first).is_some()
        || matches!(first, '两' | '廿' | '卅' | '卌' | '几' | '数' | '半')
        || first == '.' && glyphs.at(i + 1).is_ascii_digit() && !glyphs.before(i).is_ascii_alphanumeric();
    // 百分点, 千米: the unit itself
    if !begins || small_unit(first).is_some_and(|u| u > 10) && unit(i) || big_unit(first).is_some() && unit(i)
    {
        return None;
    }
    if first == '半' {
        return (glyphs.at(i + 1) == '百').then(|| exact(i, i + 2, Decimal::from(50), Style::Chinese));
    }
    let mut reading = Reading {
        glyphs,
        at: i,
        hand: EMPTY,
        parts: Vec::new(),
        arabic: false,
        chinese: false,
        more: false,
        about: false,
        spread: None,
        tail: Decimal::ONE,
        resting: None,
    };
    if let Some(bare) = bare_unit(glyphs, i, unit) {
        return Some(bare);
    }
    if let Some(digits) = digit_by_digit(glyphs, i) {
        return Some(digits);
    }
    while reading.step(i, unit).is_some() {}
    reading.finish(i)
}

pub(super) fn exact(start: usize, end: usize, value: Decimal, style: Style) -> Numeral {
    Numeral { start, end, value, shape: Shape::Exact, style, tail: Decimal::ONE, next: value }
}

impl Reading<'_> {
    /// Reads one more element; `None` where the numeral ends.
    fn step(&mut self, first: usize, unit: &dyn Fn(usize) -> bool) -> Option<()> {
        let (c, at) = (self.glyphs.at(self.at), self.at);
        let taken = if c.is_ascii_digit() || c == '.' && at == first {
            self.arabic_digits()?
        } else if c == '零' {
            self.zero()?
        } else if let Some(d) = digit(c) {
            self.chinese_digit(d)?
        } else if c == '两' {
            self.two(unit)?
        } else if matches!(c, '廿' | '卅' | '卌') {
            self.tens(c)?
        } else if matches!(c, '几' | '数') {
            self.few(unit)?
        } else if let Some(step) = small_unit(c) {
            self.small(step, unit)?
        } else if let Some(step) = big_unit(c) {
            self.big(step, unit)?
        } else if c == '点' {
            self.point()?
        } else if matches!(c, '多' | '余' | '来') {
            self.more(c)?
        } else {
            return None;
        };
        self.at = at + taken;
        Some(())
    }

    fn arabic_digits(&mut self) -> Option<usize> {
        if self.hand.pending.is_some() || self.hand.closed {
            return None;
        }
        // 四千230, 1万600, 200亿零四千230; but not 五 10
        if self.at > 0 && self.glyphs.spaced(self.at) && !self.hand.is_empty() && !self.arabic {
            return None;
        }
        let (end, value) = arabic(self.glyphs, self.at)?;
        let limit = if self.hand.last_small > 0 {
            Decimal::from(self.hand.last_small)
        } else {
            self.parts.last().map_or(Decimal::MAX, |(_, unit)| *unit)
        };
        if value >= limit {
            return None;
        }
        self.arabic = true;
        self.hand.pending = Some((value, true));
        Some(end - self.at)
    }

    fn zero(&mut self) -> Option<usize> {
        if self.hand.pending.is_some() || self.hand.closed {
            return None;
        }
        let next = self.glyphs.at(self.at + 1);
        let started = !self.hand.is_empty() || !self.parts.is_empty();
        if started {
            let follows = digit(next).is_some_and(|d| d > 0)
                || small_unit(next).is_some()
                || next.is_ascii_digit()
                || matches!(next, '几' | '两');
            if !follows {
                return None;
            }
            self.hand.zero = true;
        } else {
            self.hand.pending = Some((Decimal::ZERO, false));
        }
        self.chinese = true;
        Some(1)
    }

    fn chinese_digit(&mut self, d: u32) -> Option<usize> {
        if self.hand.pending.is_some() || self.hand.closed {
            return None;
        }
        self.chinese = true;
        let next = self.glyphs.at(self.at + 1);
        let after = self.glyphs.at(self.at + 2);
        if let Some(high) = digit(next).or((next == '两' && d == 1).then_some(2)) {
            // 十七八, 五六十, 两三千
            if neighbours(d, high) && !digit(after).is_some_and(|_| true) && self.spread.is_none() {
                if next == '两' && small_unit(after).is_none() && big_unit(after).is_none() {
                    return self.single(d);
                }
                self.spread = Some(Decimal::from(high - d));
                self.hand.pending = Some((d.into(), false));
                return Some(2);
            }
            return None;
        }
        self.single(d)
    }

    fn single(&mut self, d: u32) -> Option<usize> {
        self.hand.pending = Some((d.into(), false));
        Some(1)
    }

    /// 两 is a number at the beginning (两个, 两百) and before 百千万亿 (两千两百); elsewhere it is the weight.
    fn two(&mut self, unit: &dyn Fn(usize) -> bool) -> Option<usize> {
        let next = self.glyphs.at(self.at + 1);
        let multiplied = small_unit(next).is_some_and(|u| u > 10) || big_unit(next).is_some();
        let started = !self.hand.is_empty() || !self.parts.is_empty();
        if self.hand.pending.is_some() || self.hand.closed || started && !multiplied {
            return None;
        }
        self.chinese = true;
        // 两三个, 两三千
        if digit(next) == Some(3) && digit(self.glyphs.at(self.at + 2)).is_none() && !unit(self.at + 1) {
            self.spread = Some(Decimal::ONE);
            self.hand.pending = Some((Decimal::TWO, false));
            return Some(2);
        }
        self.hand.pending = Some((Decimal::TWO, false));
        Some(1)
    }

    fn tens(&mut self, c: char) -> Option<usize> {
        if self.hand.pending.is_some() || self.hand.closed || (1..=10).contains(&self.hand.last_small) {
            return None;
        }
        let value = match c {
            '廿' => 20,
            '卅' => 30,
            _ => 40,
        };
        self.chinese = true;
        self.hand.section = self.hand.section.checked_add(value.into())?;
        self.hand.last_small = 10;
        Some(1)
    }

    /// 几十, 二十几, 数百: from 2 to 9 of what follows, or of what stands before.
    fn few(&mut self, unit: &dyn Fn(usize) -> bool) -> Option<usize> {
        let (c, next) = (self.glyphs.at(self.at), self.glyphs.at(self.at + 1));
        let multiplied = small_unit(next).is_some() || big_unit(next).is_some();
        let started = !self.hand.is_empty() || !self.parts.is_empty();
        if self.hand.pending.is_some()
            || self.hand.closed
            || self.spread.is_some()
            || c == '数' && (started || !multiplied)
        {
            return None;
        }
        self.chinese = true;
        if started && (!multiplied || big_unit(next).is_some()) {
            // 十几, 二十几万, 一百零几万: the rest of the last step
            self.hand.closed = true;
            self.more = true;
            return Some(1);
        }
        if !multiplied && !unit(self.at + 1) {
            return None;
        }
        self.spread = Some(7.into());
        self.hand.pending = Some((Decimal::TWO, false));
        Some(1)
    }

    fn small(&mut self, step: u32, unit: &dyn Fn(usize) -> bool) -> Option<usize> {
        let hand = &self.hand;
        if hand.closed || hand.last_small > 0 && step >= hand.last_small {
            return None;
        }
        let count = match hand.pending {
            // 12千米, 3百帕: the multiplier is the unit's
            Some((_, true)) if step == 10 || unit(self.at) => return None,
            Some((value, _)) => value,
            None if step == 10 || hand.zero || hand.is_empty() && self.parts.is_empty() => Decimal::ONE,
            None => return None,
        };
        if count.is_zero() || !count.is_integer() && hand.pending.is_some_and(|(_, arabic)| !arabic) {
            return None;
        }
        self.chinese = true;
        self.hand.section = hand.section.checked_add(count.checked_mul(step.into())?)?;
        self.hand.pending = None;
        self.hand.last_small = step;
        self.hand.zero = false;
        if let Some(spread) = self.spread.as_mut() {
            *spread = spread.checked_mul(step.into())?;
        }
        self.tail = if self.parts.is_empty() && count == self.hand.section / Decimal::from(step) {
            step.into()
        } else {
            Decimal::ONE
        };
        Some(1)
    }

    fn big(&mut self, step: u64, unit: &dyn Fn(usize) -> bool) -> Option<usize> {
        // 五十兆字节, 兆瓦
        if unit(self.at) && step > 100_000_000 {
            return None;
        }
        let step = Decimal::from(step);
        let value = self.hand.value()?;
        if self.hand.is_empty() {
            // 四万万, 4.78万亿
            let (last, last_unit) = self.parts.last_mut()?;
            if *last_unit > step || self.resting.is_none() {
                return None;
            }
            *last = last.checked_mul(step)?;
            *last_unit = last_unit.checked_mul(step)?;
            self.tail = self.tail.checked_mul(step)?;
        } else {
            let mut sum = value;
            let keep = self.parts.iter().rposition(|(_, last_unit)| *last_unit >= step).map_or(0, |k| k + 1);
            if keep > 0 && self.parts[keep - 1].1 == step {
                return None;
            }
            for (part, _) in self.parts.drain(keep..) {
                sum = sum.checked_add(part)?;
            }
            self.parts.push((sum.checked_mul(step)?, step));
            self.tail = step;
        }
        if let Some(spread) = self.spread.as_mut() {
            *spread = spread.checked_mul(step)?;
        }
        self.chinese = true;
        self.hand = EMPTY;
        self.resting = Some((self.at + 1, EMPTY));
        Some(1)
    }

    fn point(&mut self) -> Option<usize> {
        if self.hand.closed || self.hand.is_empty() && self.parts.is_empty() && self.hand.pending.is_none() {
            return None;
        }
        let (end, decimals) = decimals(self.glyphs, self.at)?;
        if self.hand.pending.is_some_and(|(_, arabic)| arabic)
            && self.parts.is_empty()
            && self.hand.section.is_zero()
        {
            return None; // 24点5
        }
        let implied = self.implied_step();
        let pending =
            self.hand.pending.map_or(Some(Decimal::ZERO), |(value, _)| value.checked_mul(implied))?;
        self.hand.pending = None;
        self.hand.section = self.hand.section.checked_add(pending)?.checked_add(decimals)?;
        if self.hand.section.is_zero() {
            self.hand.pending = Some((Decimal::ZERO, false));
        }
        self.hand.closed = true;
        self.chinese = true;
        Some(end - self.at)
    }

    /// 多, 余, 来: inexact from here on; only 万 and 亿 may follow.
    fn more(&mut self, c: char) -> Option<usize> {
        let started = !self.hand.is_empty() || !self.parts.is_empty();
        if !started || self.more || self.spread.is_some() {
            return None;
        }
        let next = self.glyphs.at(self.at + 1);
        if c == '来' {
            // 十来个; not 来自, 来到
            let round = self.hand.last_small > 0 && self.hand.pending.is_none();
            if !round || matches!(next, '自' | '到' | '了' | '看' | '说' | '源' | '临' | '年' | '往')
            {
                return None;
            }
            self.about = true;
        }
        // 3多是: no numeral ends in a single digit and 多, save before 万 and 亿
        let round =
            self.hand.pending.is_none_or(|(value, _)| value >= Decimal::TEN) || big_unit(next).is_some();
        if !round {
            return None;
        }
        self.more = true;
        self.hand.closed = true;
        Some(1)
    }

    /// 四百五 is 450, 三万五 is 35000: what a last digit stands for.
    fn implied_step(&self) -> Decimal {
        let Some((value, arabic)) = self.hand.pending else { return Decimal::ONE };
        let single = value < Decimal::TEN && value > Decimal::ZERO && value.is_integer();
        if self.hand.zero || !single || self.spread.is_some() {
            return Decimal::ONE;
        }
        if self.hand.last_small > 10 {
            return Decimal::from(if arabic { 1 } else { self.hand.last_small / 10 });
        }
        if self.hand.last_small == 0
            && self.hand.section.is_zero()
            && let Some((_, unit)) = self.parts.last()
        {
            return unit / Decimal::TEN;
        }
        Decimal::ONE
    }

    fn finish(mut self, start: usize) -> Option<Numeral> {
        if self.hand.is_empty() && self.parts.is_empty() && self.hand.pending.is_none() {
            return None;
        }
        // 三万五万: the last digit begins another number
        if let (Some((at, hand)), Some(_)) = (self.resting, big_unit(self.glyphs.at(self.at))) {
            (self.at, self.hand) = (at, hand);
        }
        let implied = self.implied_step();
        if let Some((value, _)) = self.hand.pending.as_mut() {
            *value = value.checked_mul(implied)?;
        }
        let mut value = self.hand.value()?;
        for (part, _) in &self.parts {
            value = value.checked_add(*part)?;
        }
        if !self.hand.is_empty() && !self.parts.is_empty() {
            self.tail = Decimal::ONE;
        }
        let style = match (self.arabic, self.chinese) {
            (true, false) => Style::Arabic,
            (false, _) => Style::Chinese,
            (true, true) => Style::Mixed,
        };
        let (shape, next) = if let Some(spread) = self.spread {
            (Shape::Span(value, value.checked_add(spread)?), value)
        } else if self.about {
            (Shape::About, value)
        } else if self.more {
            (Shape::More, value.checked_add(step_of(value))?)
        } else {
            (Shape::Exact, value)
        };
        Some(Numeral { start, end: self.at, value, shape, style, tail: self.tail, next })
    }
}
