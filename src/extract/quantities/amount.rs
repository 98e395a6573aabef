//! One number with its unit.

use super::units::{Unit, part_at, sign_at, unit_at};
use super::words::{begins_word, inside_word};
use super::{Found, Scan};
use crate::extract::numbers::classes::SCALE;
use crate::extract::numbers::glyphs::Glyphs;
use crate::extract::numbers::{Numeral, Shape, Style, numeral, signed};
use rust_decimal::Decimal;

const HUNDRED: Decimal = Decimal::ONE_HUNDRED;

/// 百分之 … with the part of a percent that one of it is.
static PARTS_OF: &[(&str, &str, &str)] = &[
    ("百分之", "%", "1"),
    ("佰分之", "%", "1"),
    ("千分之", "‰", "1"),
    ("仟分之", "‰", "1"),
    ("万分之", "%", "0.01"),
    ("十万分之", "%", "0.001"),
    ("百万分之", "%", "0.0001"),
    ("千万分之", "%", "0.00001"),
];

/// The quantity whose number begins at glyph `i`, a character of the class of amounts, without approximations and without a
/// range.
pub(super) fn amount(scan: &Scan, i: usize) -> Option<Found> {
    let glyphs = scan.glyphs;
    let c = glyphs.at(i);
    // 两年零三个月: 零 joins
    let joins =
        c == '零' && matches!(glyphs.before(i), '年' | '月' | '天' | '周' | '时' | '分' | '元' | '块' | '斤');
    if joins {
        return None;
    }
    // 美, 华, 人 begin no number
    if glyphs.is(i, SCALE) {
        return money_before(scan, i).or_else(|| degrees_before(scan, i));
    }
    money_before(scan, i)
        .or_else(|| part_of(scan, i))
        .or_else(|| ordinal(scan, i))
        .or_else(|| degrees_before(scan, i))
        .or_else(|| measured(scan, i))
}

/// Where nothing begins: the next glyph to look at.
pub(super) fn skip(scan: &Scan, i: usize) -> usize {
    let glyphs = scan.glyphs;
    let western = |k: usize| glyphs.at(k).is_ascii_alphanumeric() && !(k > i && glyphs.spaced(k));
    let mut at = i + 1;
    if western(i) {
        // addresses, versions, model numbers: 192.168.1.1, B12, COVID-19, a?b=1
        while western(at)
            || matches!(glyphs.at(at), '.' | '/' | ':' | '_' | '-' | '=' | '?' | '&' | '%' | '@' | '#')
                && western(at + 1)
                && !glyphs.spaced(at)
        {
            at += 1;
        }
    }
    at
}

fn unit_begins(scan: &Scan) -> impl Fn(usize) -> bool {
    |at| unit_at(scan.glyphs, at).is_some_and(|(unit, n)| n > 0 && unit.kind != "money")
}

/// The numeral at `i`, unless it is part of a name, an address or a code.
fn number(scan: &Scan, i: usize) -> Option<Numeral> {
    let glyphs = scan.glyphs;
    let before = glyphs.before(i);
    let joined = !glyphs.spaced(i);
    if glyphs.at(i).is_ascii_digit() && joined {
        let code = before.is_ascii_alphabetic()
            || matches!(before, '_' | '#' | '@' | '/' | '.' | ':' | '=' | '&' | '%')
                && glyphs.before(i.saturating_sub(1)).is_ascii_alphanumeric();
        let thousand = matches!(glyphs.before(i.saturating_sub(1)), 'k' | 'K')
            && i > 2
            && glyphs.before(i - 2).is_ascii_digit();
        let lettered = before == '-' && glyphs.before(i.saturating_sub(1)).is_ascii_alphabetic() && !thousand;
        if code || lettered {
            return None;
        }
    }
    let found = numeral(glyphs, i, &unit_begins(scan))?;
    if found.style == Style::Arabic && found.shape == Shape::Exact {
        let end = found.end;
        let width = end - i;
        let leading_zero = glyphs.at(i) == '0' && width > 1 && glyphs.at(i + 1).is_ascii_digit();
        let more_dots =
            glyphs.at(end) == '.' && glyphs.at(end + 1).is_ascii_digit() && !glyphs.spaced(end + 1);
        let ratio = glyphs.at(end) == ':' && glyphs.at(end + 1).is_ascii_digit() && !glyphs.spaced(end + 1);
        if leading_zero || more_dots || ratio || width > 16 {
            return None;
        }
    }
    Some(found)
}

fn found(start: usize, end: usize, numeral: &Numeral, because: &'static str) -> Found {
    let (value, bounds) = match numeral.shape {
        Shape::Span(low, high) => (None, Some([Some(low), Some(high)])),
        Shape::More => (Some(numeral.value), Some([Some(numeral.value), Some(numeral.next)])),
        _ => (Some(numeral.value), None),
    };
    let kind = if numeral.shape == Shape::Fraction { "fraction" } else { "count" };
    Found {
        start,
        end,
        value,
        bounds,
        unit: None,
        kind,
        tail: numeral.tail,
        bare: true,
        one_sided: false,
        because,
    }
}

impl Found {
    fn scaled(mut self, by: Decimal) -> Option<Found> {
        let scale = |v: Option<Decimal>| v.map_or(Some(None), |v| v.checked_mul(by).map(Some));
        self.value = scale(self.value)?;
        if let Some([low, high]) = self.bounds {
            let (low, high) = (scale(low)?, scale(high)?);
            self.bounds = Some(if by.is_sign_negative() { [high, low] } else { [low, high] });
        }
        Some(self)
    }

    fn plus(mut self, part: Decimal) -> Option<Found> {
        self.value = Some(self.value?.checked_add(part)?);
        Some(self)
    }

    fn with(mut self, unit: &'static str, kind: &'static str, end: usize) -> Found {
        (self.unit, self.kind, self.end, self.bare) = (Some(unit), kind, end, false);
        self
    }
}

/// $20, ¥300, 人民币50元, 新台币177.1亿元.
fn money_before(scan: &Scan, i: usize) -> Option<Found> {
    let (currency, n) = sign_at(scan.glyphs, i)?;
    if scan.glyphs.at(i).is_ascii_alphabetic() && scan.glyphs.before(i).is_ascii_alphabetic() {
        return None;
    }
    let numeral = number(scan, i + n).filter(|n| n.shape != Shape::Bare)?;
    let mut amount = found(i, numeral.end, &numeral, "currency-before-number");
    let mut end = numeral.end;
    if let Some((unit, n)) = unit_at(scan.glyphs, end).filter(|(unit, _)| unit.kind == "money") {
        // 台币20元, but not 英镑30美元
        if unit.base != currency.base && unit.name != "元" {
            return None;
        }
        end += n;
    }
    amount = small_change(scan, amount.with(currency.name, "money", end), &currency);
    Some(amount)
}

/// 百分之五, 千分之二.
fn part_of(scan: &Scan, i: usize) -> Option<Found> {
    let glyphs = scan.glyphs;
    if glyphs.at(i + 1) != '分' && glyphs.at(i + 2) != '分' {
        return None;
    }
    let (word, unit, factor) =
        PARTS_OF.iter().filter(|(word, ..)| glyphs.has(i, word)).max_by_key(|(word, ..)| word.len())?;
    let (at, minus) = signed(glyphs, i + word.chars().count());
    let numeral = number(scan, at)?;
    let end = numeral.end + usize::from(thousand(scan, &numeral));
    let amount = found(i, end, &numeral, "part-of-hundred").with(unit, "percent", end);
    let amount = if thousand(scan, &numeral) { amount.scaled(Decimal::ONE_THOUSAND)? } else { amount };
    let amount = amount.scaled(Decimal::from_str_exact(factor).ok()?)?;
    // 百分之三十到四十 is a range of percents; so is 百分之几
    if minus { amount.scaled(Decimal::NEGATIVE_ONE) } else { Some(amount) }
}

/// 第三届. An enumerator (第一，…) and a name (第一书记) are none.
fn ordinal(scan: &Scan, i: usize) -> Option<Found> {
    let glyphs = scan.glyphs;
    if glyphs.at(i) != '第' {
        return None;
    }
    let numeral = numeral(glyphs, i + 1, &unit_begins(scan))?;
    if numeral.shape == Shape::Fraction {
        return None;
    }
    let mut amount = found(i, numeral.end, &numeral, "ordinal");
    amount.kind = "ordinal";
    amount.bare = false;
    amount.bounds = None;
    amount.value = Some(numeral.value);
    match unit_at(glyphs, numeral.end).filter(|(unit, n)| {
        unit.kind == "count" && (!begins_word(scan, numeral.end, numeral.end + n) || *n > 1)
    }) {
        // 第一书记, 第一线
        Some((_, n)) if inside_word(scan, i, numeral.end + n) => None,
        None if inside_word(scan, i, numeral.end) => None,
        Some((unit, n)) => Some(amount.with(unit.name, "ordinal", numeral.end + n)),
        None => {
            let next = glyphs.at(numeral.end);
            let begins = matches!(glyphs.before(i), '\n' | '。' | ';' | '!' | '?' | '—' | ':' | '”' | '(');
            let enumerates = matches!(next, ',' | '、' | ':' | ')' | '.');
            let counts = !(begins && enumerates || next.is_alphanumeric());
            counts.then_some(amount)
        }
    }
}

/// 华氏100度, 零下5摄氏度.
fn degrees_before(scan: &Scan, i: usize) -> Option<Found> {
    let glyphs = scan.glyphs;
    if !matches!(glyphs.at(i), '华' | '摄' | '零') {
        return None;
    }
    let (words, unit) = if glyphs.at(i) == '华' {
        (&["华氏", "华氏温度"][..], "华氏度")
    } else {
        (&["摄氏", "摄氏温度"][..], "摄氏度")
    };
    if glyphs.has(i, "零下") || glyphs.has(i, "零上") {
        let numeral = number(scan, i + 2)?;
        let (degree, n) = unit_at(glyphs, numeral.end).filter(|(unit, _)| unit.kind == "temperature")?;
        let amount =
            found(i, numeral.end, &numeral, "below-zero").with(degree.name, "temperature", numeral.end + n);
        return if glyphs.at(i + 1) == '下' { amount.scaled(Decimal::NEGATIVE_ONE) } else { Some(amount) };
    }
    let at = i + glyphs.longest(i, words)?;
    let (at, minus) = signed(glyphs, at);
    let numeral = number(scan, at)?;
    let (_, n) = unit_at(glyphs, numeral.end).filter(|(unit, _)| unit.kind == "temperature")?;
    let amount = found(i, numeral.end, &numeral, "degrees").with(unit, "temperature", numeral.end + n);
    if minus { amount.scaled(Decimal::NEGATIVE_ONE) } else { Some(amount) }
}

/// k or M after a number: 40k, -2.5 M.
fn thousand(scan: &Scan, numeral: &Numeral) -> bool {
    let glyphs = scan.glyphs;
    let mark = glyphs.at(numeral.end);
    let alone = !glyphs.at(numeral.end + 1).is_ascii_alphanumeric();
    // 4K is a picture's resolution
    let picture = mark == 'K' && numeral.value < Decimal::TEN && numeral.value.is_integer();
    numeral.style == Style::Arabic && matches!(mark, 'k' | 'K') && alone && !picture
}

/// A number and the unit after it.
fn measured(scan: &Scan, i: usize) -> Option<Found> {
    let glyphs = scan.glyphs;
    if glyphs.at(i) == '半' && glyphs.at(i + 1) != '百' {
        return half(scan, i);
    }
    let (at, minus) = signed(glyphs, i);
    // 减负1000亿元, 担负: the glyph ends a word
    let before = glyphs.before(i);
    if minus
        && glyphs.at(i) == '负'
        && before.is_alphabetic()
        && !"为是至到从由了的达比和与约率值在".contains(before)
    {
        return None;
    }
    if minus
        && glyphs.at(i) == '-'
        && (glyphs.before(i).is_alphanumeric() && !glyphs.spaced(i) && is_number_end(glyphs.before(i))
            || glyphs.before(i) == '-')
    {
        return None;
    }
    let numeral = number(scan, at)?;
    let sign = if minus { Decimal::NEGATIVE_ONE } else { Decimal::ONE };
    let end = numeral.end;
    if let Some(mut amount) = discount(scan, i, &numeral) {
        amount.start = i;
        return amount.scaled(sign);
    }
    let mut amount = found(i, end, &numeral, if minus { "negative" } else { because(&numeral) });
    if thousand(scan, &numeral) {
        amount = amount.scaled(Decimal::ONE_THOUSAND)?;
        amount.end = end + 1;
        amount.tail = Decimal::ONE_THOUSAND;
    } else if numeral.style == Style::Arabic
        && glyphs.at(end) == 'M'
        && glyphs.spaced(end)
        && !glyphs.at(end + 1).is_ascii_alphanumeric()
    {
        amount = amount.scaled(Decimal::from(1_000_000))?;
        amount.end = end + 1;
    }
    let amount = if minus { amount.scaled(sign)? } else { amount };
    let amount = with_unit(scan, amount, &numeral);
    // 5G, 3D, 7x24: letters that are no unit make it a name
    if amount.bare
        && amount.end == end
        && glyphs.at(end - 1).is_ascii_digit()
        && glyphs.at(end).is_ascii_alphabetic()
        && !glyphs.spaced(end)
    {
        return None;
    }
    Some(amount)
}

fn because(numeral: &Numeral) -> &'static str {
    match numeral.shape {
        Shape::Exact => "number",
        Shape::Fraction => "fraction",
        Shape::Digits => "digit-by-digit",
        Shape::More => "more-than",
        Shape::About => "about",
        Shape::Span(..) => "inexact-digits",
        Shape::Bare => "round-unit",
    }
}

fn is_number_end(c: char) -> bool {
    c.is_ascii_alphanumeric() || "%‰℃°年月日号时分秒点期十百千万亿元".contains(c)
}

/// 半个, 半吨; 半年 is the room of times' and a duration here too.
fn half(scan: &Scan, i: usize) -> Option<Found> {
    let half = Decimal::new(5, 1);
    let (unit, n) = unit_at(scan.glyphs, i + 1)?;
    let usual = unit.kind != "count"
        || matches!(unit.name, "个" | "杯" | "瓶" | "碗" | "块" | "份" | "包" | "盘" | "页" | "箱" | "桶");
    if !usual || unit.careful {
        return None;
    }
    let numeral = Numeral {
        start: i,
        end: i + 1,
        value: half,
        shape: Shape::Exact,
        style: Style::Chinese,
        tail: Decimal::ONE,
        next: half,
    };
    Some(found(i, i + 1, &numeral, "half").with(unit.name, unit.kind, i + 1 + n))
}

/// 三成五, 七二折, 7 2 折.
fn discount(scan: &Scan, start: usize, numeral: &Numeral) -> Option<Found> {
    let glyphs = scan.glyphs;
    let mut numeral = *numeral;
    let mut end = numeral.end;
    // 7 2 折: digits set apart
    if numeral.style == Style::Arabic
        && end == numeral.start + 1
        && glyphs.spaced(end)
        && glyphs.at(end).is_ascii_digit()
        && glyphs.at(end + 1) == '折'
    {
        numeral.value = numeral.value * Decimal::TEN + Decimal::from(glyphs.at(end).to_digit(10)?);
        end += 1;
    }
    let word = glyphs.at(end);
    if !matches!(word, '成' | '折') || matches!(numeral.shape, Shape::Bare | Shape::Fraction | Shape::More)
    {
        return None;
    }
    let tenths = numeral.value <= Decimal::TEN;
    if word == '成' && (!tenths || joined_to_next(scan, end)) || word == '折' && joined_to_next(scan, end) {
        return None;
    }
    let amount = found(start, end, &numeral, if word == '成' { "tenths" } else { "discount" });
    let mut amount = amount.with("%", "percent", end + 1);
    if word == '折' && !tenths {
        return (numeral.value < HUNDRED).then_some(amount);
    }
    amount = amount.scaled(Decimal::TEN)?;
    if word == '成' {
        if glyphs.at(end + 1) == '半' {
            amount = amount.plus(5.into())?;
            amount.end += 1;
        } else if let Some(d) = crate::extract::numbers::digit(glyphs.at(end + 1)).filter(|d| *d > 0) {
            let unit_after = unit_at(glyphs, end + 2).is_some()
                || crate::extract::numbers::digit(glyphs.at(end + 2)).is_some();
            if !unit_after {
                amount = amount.plus(d.into())?;
                amount.end += 1;
            }
        }
    }
    Some(amount)
}

/// 成立, 成员, 折扣: the glyph begins another word.
fn joined_to_next(scan: &Scan, i: usize) -> bool {
    "为立员功果本绩长都年熟就效分品套交败语人型因份群婚材体全扣叠旧合算射腾返磨线断服"
        .contains(scan.glyphs.at(i + 1))
        || begins_word(scan, i, i + 1)
}

/// Takes the unit after a number, with what belongs to it: 半, 多, small change, 度 of which scale.
fn with_unit(scan: &Scan, amount: Found, numeral: &Numeral) -> Found {
    let glyphs = scan.glyphs;
    let end = amount.end;
    let spaced_word = glyphs.at(end).is_ascii_alphabetic() && numeral.style != Style::Arabic;
    let Some((unit, n)) = unit_at(glyphs, end).filter(|_| !spaced_word) else { return amount };
    let single_letter =
        n == 1 && glyphs.at(end).is_ascii_alphabetic() && glyphs.spaced(end) && unit.kind != "length";
    if single_letter || !stands(scan, &unit, end, n, numeral) {
        return amount;
    }
    let after = end + n;
    let unit = if unit.name == "块" && is_money(scan, after) { yuan().unwrap_or(unit) } else { unit };
    if unit.part {
        // 三毛五
        let last = crate::extract::numbers::digit(glyphs.at(after))
            .filter(|d| *d > 0 && n == 1 && !glyphs.at(after + 1).is_alphanumeric());
        let cents = amount.scaled(unit.factor).and_then(|cents| match last {
            Some(d) => Some(Found {
                end: after + 1,
                ..cents.plus(Decimal::new(d.into(), 2))?.with(unit.name, "money", after + 1)
            }),
            None => Some(cents.with(unit.name, "money", after)),
        });
        return cents.unwrap_or(amount);
    }
    let mut amount = amount.with(unit.name, unit.kind, after);
    if is_session(scan, &unit, end, after, numeral) {
        (amount.kind, amount.because) = ("ordinal", "session");
        return amount;
    }
    if unit.kind == "money" {
        return small_change(scan, amount, &unit);
    }
    if unit.name == "度" {
        amount.kind = degree_kind(scan, amount.start, after);
    }
    // 一米八, 一米七五
    if unit.name == "米"
        && numeral.shape == Shape::Exact
        && numeral.value < Decimal::TEN
        && numeral.value.is_integer()
    {
        let mut end = after;
        let mut digits = 0_i64;
        while let Some(d) = crate::extract::numbers::digit(glyphs.at(end)).filter(|_| end - after < 3) {
            (digits, end) = (digits * 10 + i64::from(d), end + 1);
        }
        let ends = !glyphs.at(end).is_alphanumeric()
            || matches!(glyphs.at(end), '的' | '高' | '长' | '宽' | '多' | '左' | '以');
        if let (1..=2, true, Some(more)) =
            (end - after, ends, amount.plus(Decimal::new(digits, (end - after) as u32)))
        {
            return Found { end, ..more };
        }
    }
    // 一吨半, 三个半小时
    if glyphs.at(after) == '半'
        && numeral.shape == Shape::Exact
        && numeral.value.is_integer()
        && !glyphs.has(after, "半径")
    {
        if unit.name == "个" && glyphs.at(after + 1) == '月' {
            return amount
                .plus(Decimal::new(5, 1))
                .map_or(amount, |more| more.with("个月", "duration", after + 2));
        }
        let larger = unit_at(glyphs, after + 1).filter(|(next, _)| {
            unit.name == "个" && matches!(next.kind, "duration" | "count") && next.name != "个"
        });
        if let Some(more) = amount.plus(Decimal::new(5, 1)) {
            amount = match larger {
                Some((next, n)) => more.with(next.name, next.kind, after + 1 + n),
                None if begins_word(scan, after, after + 1) => return amount,
                None => Found { end: after + 1, ..more },
            };
        }
    }
    amount
}

/// 二十届, 十三届八次全会: which one, though 第 is not said.
fn is_session(scan: &Scan, unit: &Unit, at: usize, after: usize, numeral: &Numeral) -> bool {
    let glyphs = scan.glyphs;
    match unit.name {
        // 4号线, 一期工程, 六环: by number
        "号" | "环" => true,
        "期" => {
            numeral.style == Style::Chinese
                && !matches!(glyphs.before(numeral.start), '了' | '过' | '办' | '续' | '共')
        }
        "届" => {
            numeral.style == Style::Chinese
                && !matches!(glyphs.before(numeral.start), '了' | '过' | '办' | '开' | '共' | '续')
        }
        "次" => {
            numeral.style == Style::Chinese
                && ["全会", "全体", "会议", "代表", "常委", "党代"].iter().any(|word| glyphs.has(after, word))
                && (glyphs.before(numeral.start) == '届' || numeral.value > Decimal::TEN)
                && at > numeral.start
        }
        _ => false,
    }
}

/// 块 is money before 毛, 角, a last digit, or where the clause ends; else it is a piece of something.
fn is_money(scan: &Scan, after: usize) -> bool {
    let glyphs = scan.glyphs;
    let change = numeral(glyphs, after, &|_| false).is_some_and(|n| {
        n.value < HUNDRED
            && (matches!(glyphs.at(n.end), '毛' | '角' | '分') || !glyphs.at(n.end).is_alphanumeric())
    });
    change || !glyphs.at(after).is_alphanumeric()
}

fn yuan() -> Option<Unit> {
    unit_at(&Glyphs::new("块钱"), 0).map(|(unit, _)| unit)
}

/// Whether the glyphs `at..at+n` are this unit here and not the beginning of another word.
fn stands(scan: &Scan, unit: &Unit, at: usize, n: usize, numeral: &Numeral) -> bool {
    let glyphs = scan.glyphs;
    let next = glyphs.at(at + n);
    match unit.name {
        // 3分之一 is no score
        "分" if glyphs.has(at + n, "之") && numeral.style == Style::Arabic => false,
        "点" => !next.is_ascii_digit() && crate::extract::numbers::digit(next).is_none(),
        "两" => {
            crate::extract::numbers::digit(next).is_none()
                && !unit_at(glyphs, at + n).is_some_and(|(u, _)| u.kind == "count" && n == 1)
        }
        "年" if matches!(next, '级' | '代' | '龄' | '轻' | '货') => false,
        // 三角, 毛线: money only before 钱, a digit, or nothing
        _ if unit.part && n == 1 => {
            next == '钱' || !next.is_alphanumeric() || crate::extract::numbers::digit(next).is_some()
        }
        "个" | "位" | "名" | "人" | "元" | "岁" | "%" => true,
        _ if n > 1 || !glyphs.at(at).is_alphabetic() => true,
        _ if unit.careful => {
            !begins_word(scan, at, at + n) && (numeral.style != Style::Chinese || unit_is_token(scan, at, n))
        }
        _ => !begins_word(scan, at, at + n) || unit.kind != "count",
    }
}

fn unit_is_token(scan: &Scan, at: usize, n: usize) -> bool {
    let (_, to) = scan.glyphs.bytes(at, at + n);
    scan.token_at(to - 1).is_some_and(|token| scan.reading.tokens.end[token] == to)
}

/// 度 of warmth, of angle, or of electricity, by the words about it.
fn degree_kind(scan: &Scan, start: usize, end: usize) -> &'static str {
    let glyphs = scan.glyphs;
    let near: Vec<char> =
        (start.saturating_sub(10)..start).chain(end..end + 6).map(|k| glyphs.at(k)).collect();
    if near.iter().any(|c| "温热冷烧暖凉寒烤冻".contains(*c)) {
        "temperature"
    } else if near.iter().any(|c| "经纬角转弯弧斜".contains(*c)) {
        "angle"
    } else {
        "temperature"
    }
}

/// 1角1分 after 123元; 五 after 十块.
fn small_change(scan: &Scan, mut amount: Found, unit: &Unit) -> Found {
    let glyphs = scan.glyphs;
    let mut last = Decimal::ONE;
    loop {
        let at = amount.end
            + usize::from(
                matches!(glyphs.at(amount.end), '又' | '零') && glyphs.at(amount.end + 1).is_alphanumeric(),
            );
        let Some(part) =
            numeral(glyphs, at, &|_| false).filter(|p| p.shape == Shape::Exact && p.value < HUNDRED)
        else {
            break;
        };
        let of = match part_at(glyphs, part.end, unit) {
            Some((of, n)) if of > last => {
                let Some(more) = part.value.checked_div(of).and_then(|part| amount.plus(part)) else { break };
                amount = Found { end: part.end + n, ..more };
                of
            }
            // 三块五
            None if last == Decimal::ONE
                && glyphs.before(amount.end) == '块'
                && part.end == at + 1
                && at == amount.end
                && unit_at(glyphs, part.end).is_none() =>
            {
                let Some(more) = amount.plus(part.value / Decimal::TEN) else { break };
                amount = Found { end: part.end, ..more };
                break;
            }
            _ => break,
        };
        last = of;
    }
    if matches!(glyphs.at(amount.end), '整' | '正') && !begins_word(scan, amount.end, amount.end + 1) {
        amount.end += 1;
    }
    if glyphs.at(amount.end) == '钱' && glyphs.before(amount.end) != '元' {
        amount.end += 1;
    }
    amount
}
