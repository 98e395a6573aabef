//! Words that their characters give away: numbers and times in digits, Latin words, punctuation.
//!
//! By the PKU standard a number is one word with its scale (１１５亿/m, 45.7%/m, 第15/m), a year, month, day or
//! hour is one word with its unit (１９９８年/t, 3月/t, 6日/t), and the unit of a quantity is a word of its own (3/m 个/q).

use crate::source::chars::{fold, is_digit, is_han, is_latin, is_punctuation};

/// Parts of a date or an hour that the word before may be; they decide how a number after them is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum After {
    /// Nothing of the kind.
    #[default]
    Other,
    /// 3月
    Month,
    /// 8时
    Hour,
}

/// A reader over the rest of a text.
#[derive(Clone)]
struct Rest<'a> {
    text: &'a str,
    at: usize,
}

impl Rest<'_> {
    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    fn take(&mut self, wanted: impl Fn(char) -> bool) -> Option<char> {
        let c = self.peek().filter(|c| wanted(*c))?;
        self.at += c.len_utf8();
        Some(c)
    }

    fn take_str(&mut self, wanted: &str) -> bool {
        let found = self.text[self.at..].starts_with(wanted);
        self.at += if found { wanted.len() } else { 0 };
        found
    }

    /// Digits: their count and, if it is small, their value.
    fn digits(&mut self) -> (usize, u32) {
        let (mut count, mut value) = (0, 0_u32);
        while let Some(c) = self.take(is_digit) {
            value = value.saturating_mul(10).saturating_add(fold(c).to_digit(10).unwrap_or(0));
            count += 1;
        }
        (count, value)
    }

    fn next_is(&self, any: &str) -> bool {
        self.peek().is_some_and(|c| is_among(c, any))
    }
}

/// Whether a character is one of a few. `str::contains` searches for it as for a string, which takes longer.
fn is_among(c: char, few: &str) -> bool {
    few.chars().any(|other| other == c)
}

/// The number, time or Latin word that begins at a digit or letter: where it ends and its tag.
pub(super) fn word_at(text: &str, at: usize, after: After) -> Option<(usize, &'static str)> {
    let rest = Rest { text, at };
    match rest.peek()? {
        c if is_digit(c) => Some(number(rest, after)),
        c if is_latin(c) => Some((latin(rest), "nx")),
        _ => None,
    }
}

/// Letters with the digits and joints inside: COVID-19, 5G is a number first.
fn latin(mut rest: Rest) -> usize {
    let letter = |c: char| is_latin(c) || is_digit(c);
    loop {
        while rest.take(letter).is_some() {}
        let mut further = rest.clone();
        let joint = further
            .take(|c| matches!(fold(c), '-' | '.' | '&' | '\'' | '_' | '/' | '+') || c == '’')
            .is_some();
        if !joint || !further.peek().is_some_and(letter) {
            return rest.at;
        }
        rest = further;
    }
}

fn number(mut rest: Rest, after: After) -> (usize, &'static str) {
    let start = rest.at;
    let (count, value) = rest.digits();
    if let Some(found) = clock_or_date(rest.clone(), count, value) {
        return found;
    }
    if let Some(end) = time_unit(rest.clone(), &rest.text[start..], count, value, after) {
        return (end, "t");
    }
    // 1,234,567
    let mut groups = rest.clone();
    while groups.take(|c| c == ',').is_some() && groups.digits().0 == 3 {
        rest = groups.clone();
    }
    // 45.7  3/4  2:1
    for joint in [".．·", "/／", ":：∶"] {
        let mut further = rest.clone();
        if further.take(|c| is_among(c, joint)).is_some() && further.digits().0 > 0 {
            rest = further;
            break;
        }
    }
    if rest.take(|c| matches!(c, '%' | '％' | '‰')).is_some() {
        return (rest.at, "m");
    }
    // a letter straight after the digits belongs to a name: 5G, 3D, 4K
    if rest.peek().is_some_and(is_latin) && rest.at - start <= 12 {
        return (latin(rest), "nx");
    }
    (scale(rest), "m")
}

/// 百, 万, 亿: what belongs to the number after its digits.
fn scale(mut rest: Rest) -> usize {
    loop {
        let mut further = rest.clone();
        match further.take(|c| matches!(c, '十' | '百' | '千' | '万' | '亿' | '兆')) {
            Some('千') if further.next_is("米克瓦伏赫卡帕字焦") => break,
            Some('百') if further.next_is("分") => break,
            Some('万') if further.next_is("一") => break,
            None => break,
            _ => rest = further,
        }
    }
    rest.at
}

/// 2020-03-07, 19:30
fn clock_or_date(mut rest: Rest, count: usize, value: u32) -> Option<(usize, &'static str)> {
    match fold(rest.take(|c| matches!(fold(c), '-' | '/' | ':'))?) {
        ':' if count <= 2 && value < 25 => {
            let (count, value) = rest.digits();
            (count == 2 && value < 60).then_some((rest.at, "t"))
        }
        '-' | '/' if count == 4 => {
            let (month_digits, month) = rest.digits();
            rest.take(|c| matches!(fold(c), '-' | '/'))?;
            let (day_digits, day) = rest.digits();
            let fits = (1..=2).contains(&month_digits) && (1..=2).contains(&day_digits);
            (fits && (1..=12).contains(&month) && (1..=31).contains(&day)).then_some((rest.at, "t"))
        }
        _ => None,
    }
}

fn time_unit(mut rest: Rest, from: &str, count: usize, value: u32, after: After) -> Option<usize> {
    let fits = match rest.take(|c| matches!(c, '年' | '月' | '日' | '时' | '点' | '分' | '号'))? {
        '年' if count == 4 => (1000..3000).contains(&value) && !rest.next_is("级代度"),
        // 98年 is a year and 50年 a period: a zero before, or a late year that nothing makes a period
        '年' if count == 2 => {
            let dated = rest.peek().is_some_and(is_digit);
            let zero = from.chars().next().is_some_and(|c| fold(c) == '0');
            zero || value >= 50 && (dated || !rest.next_is("多来以间内后前的之时历代度"))
        }
        '月' => {
            rest.take_str("份");
            count <= 2 && (1..=12).contains(&value) && !rest.next_is("球")
        }
        '日' => count <= 2 && (1..=31).contains(&value) && !rest.next_is("元均圆"),
        '号' => after == After::Month && (1..=31).contains(&value),
        '时' => count <= 2 && value <= 24 && !rest.next_is("间代期装段速差"),
        '点' => {
            let whole = rest.take_str("钟") || rest.take_str("整");
            let minutes = rest.peek().is_some_and(is_digit) || rest.next_is("半许多左");
            count <= 2 && value <= 24 && (whole || minutes)
        }
        '分' => after == After::Hour && count <= 2 && value < 60,
        _ => false,
    };
    fits.then_some(rest.at)
}

/// What a word is to a number after it.
pub(super) fn after(word: &str, tag: &str) -> After {
    match word.chars().next_back() {
        Some('月') if tag == "t" => After::Month,
        Some('时' | '点') if tag == "t" => After::Hour,
        _ => After::Other,
    }
}

/// A punctuation mark or symbol; dashes, dots and the like that repeat are one.
pub(super) fn mark(text: &str, at: usize) -> usize {
    let mut chars = text[at..].chars();
    let first = chars.next().unwrap_or(' ');
    let repeats =
        matches!(first, '—' | '…' | '─' | '-' | '=' | '*' | '~' | '·' | '.' | '．' | '━' | '_' | '＿' | '＊');
    let more = if repeats { chars.take_while(|c| *c == first).count() } else { 0 };
    at + first.len_utf8() * (1 + more)
}

/// The tag of a character that is neither Han nor a digit or Latin letter.
pub(super) fn other_tag(c: char) -> &'static str {
    match c {
        c if is_punctuation(c) => "w",
        c if is_han(c) => "n",
        // letters of other scripts, such as Cyrillic and kana
        c if c.is_alphabetic() => "nx",
        c if c.is_numeric() => "m",
        '\u{2190}'..='\u{2bff}' | '\u{3000}'..='\u{303f}' | '\u{fe30}'..='\u{fe4f}' => "w",
        _ => "x",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_times() {
        for (text, word, tag) in [
            ("２０２０年底", "２０２０年", "t"),
            ("3月6日", "3月", "t"),
            ("６日电", "６日", "t"),
            ("5日元", "5", "m"),
            ("45.7%的", "45.7%", "m"),
            ("1,234.5万元", "1,234.5万", "m"),
            ("100多万人", "100", "m"),
            ("20余名", "20", "m"),
            ("5千米", "5", "m"),
            ("15百分点", "15", "m"),
            ("98年夏天", "98年", "t"),
            ("50年来", "50", "m"),
            ("90年代", "90", "m"),
            ("2010年级", "2010", "m"),
            ("11月份", "11月份", "t"),
            ("8时30分", "8时", "t"),
            ("24小时", "24", "m"),
            ("19:30开始", "19:30", "t"),
            ("2：1领先", "2：1", "m"),
            ("2020-03-07发布", "2020-03-07", "t"),
            ("1/3强", "1/3", "m"),
            ("5G基站", "5G", "nx"),
            ("COVID-19疫情", "COVID-19", "nx"),
            ("ＷＴＯ成员", "ＷＴＯ", "nx"),
            ("AT&T公司", "AT&T", "nx"),
        ] {
            let (end, got) = word_at(text, 0, After::Other).unwrap();
            assert_eq!((&text[..end], got), (word, tag), "{text}");
        }
    }

    #[test]
    fn a_number_after_a_month_or_an_hour() {
        assert_eq!(word_at("8号", 0, After::Month), Some((4, "t")));
        assert_eq!(word_at("8号", 0, After::Other), Some((1, "m")));
        assert_eq!(word_at("30分", 0, After::Hour), Some((5, "t")));
        assert_eq!(word_at("30分", 0, After::Other), Some((2, "m")));
    }

    #[test]
    fn repeated_dashes_are_one_mark() {
        for (text, expected) in [("——他", "——"), ("……", "……"), ("。。", "。"), ("”，", "”")]
        {
            assert_eq!(&text[..mark(text, 0)], expected);
        }
    }
}
