//! Values of times as TEI's attributes: the W3C's where the value is one of theirs, ISO's or EDTF's where not.

use super::xml::attribute;

/// Writes the attributes for a value of ISO 8601 or EDTF.
pub fn attributes(out: &mut String, value: &str) {
    if let Some(when) = w3c(value) {
        return attribute(out, "when", &when);
    }
    if let Some((from, to)) = value.split_once('/')
        && let (Some(from), Some(to)) = (end(from), end(to))
        && (from.is_some() || to.is_some())
    {
        for (name, end) in [("from", from), ("to", to)] {
            if let Some(end) = end {
                attribute(out, name, &end);
            }
        }
        return;
    }
    let is = |allowed: fn(char) -> bool| value.chars().all(allowed);
    if value.len() == 4
        && value.starts_with(|c: char| c.is_ascii_digit())
        && is(|c| c.is_ascii_digit() || c == 'X')
    {
        // a decade or a century: 198X, 19XX
        attribute(out, "notBefore", &value.replace('X', "0"));
        attribute(out, "notAfter", &value.replace('X', "9"));
    } else if value.starts_with('P') {
        attribute(out, "dur-iso", value);
    } else if is(|c| c.is_ascii_digit() || ".,DHMPRSTWYZ/:+-".contains(c)) {
        attribute(out, "when-iso", value);
    } else {
        attribute(out, "when-custom", value);
    }
}

/// One end of a period: nothing where it is open, `None` where it is no day, month or year.
fn end(value: &str) -> Option<Option<String>> {
    if matches!(value, "" | "..") { Some(None) } else { w3c(value).map(Some) }
}

/// A day, month or year as XML Schema writes it, if the value is one: 2020-03-07, 2020-03, 2020, --03-07, --03.
fn w3c(value: &str) -> Option<String> {
    let mut parts = value.split('-');
    let number = |text: &str, length: usize| -> Option<u32> {
        (text.len() == length && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
    };
    let year = match parts.next()? {
        "XXXX" => None,
        year => Some(number(year, 4).filter(|year| *year > 0)?),
    };
    let month = parts.next().map(|text| number(text, 2).filter(|month| (1..=12).contains(month)).ok_or(()));
    let day = parts.next().map(|text| number(text, 2).ok_or(()));
    if parts.next().is_some() || month == Some(Err(())) || day == Some(Err(())) {
        return None;
    }
    if let (Some(Ok(month)), Some(Ok(day))) = (month, day) {
        let leap = year.is_none_or(|y| y % 4 == 0 && (y % 100 != 0 || y % 400 == 0));
        let last = match month {
            2 => 28 + u32::from(leap),
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        if day == 0 || day > last {
            return None;
        }
    }
    match (year, month) {
        (None, None) => None,
        (None, Some(_)) => Some(value.replacen("XXXX", "-", 1)),
        (Some(_), _) => Some(value.to_string()),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn values_and_their_attributes() {
        for (value, expected) in [
            ("2020-03-07", " when=\"2020-03-07\""),
            ("2020-02-30", " when-iso=\"2020-02-30\""),
            ("2020-02", " when=\"2020-02\""),
            ("2020", " when=\"2020\""),
            ("0221", " when=\"0221\""),
            ("XXXX-03-06", " when=\"--03-06\""),
            ("XXXX-03", " when=\"--03\""),
            ("2013/2019", " from=\"2013\" to=\"2019\""),
            ("2015/..", " from=\"2015\""),
            ("../2015-06", " to=\"2015-06\""),
            ("198X", " notBefore=\"1980\" notAfter=\"1989\""),
            ("19XX", " notBefore=\"1900\" notAfter=\"1999\""),
            ("2018-40", " when-iso=\"2018-40\""),
            ("2017-W14", " when-iso=\"2017-W14\""),
            ("T15:30", " when-iso=\"T15:30\""),
            ("2020-03-06T15:28", " when-iso=\"2020-03-06T15:28\""),
            ("2018-21/2018-22", " when-iso=\"2018-21/2018-22\""),
            ("P3.5Y", " dur-iso=\"P3.5Y\""),
            ("2020-XX-07", " when-custom=\"2020-XX-07\""),
            ("198X/2000", " when-custom=\"198X/2000\""),
        ] {
            let mut out = String::new();
            super::attributes(&mut out, value);
            assert_eq!(out, expected, "{value}");
        }
    }
}
