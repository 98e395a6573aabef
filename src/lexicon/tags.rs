//! Part-of-speech tags and readings.

/// The PKU tags, as the lexicon uses them, with jieba's finer ones.
static TAGS: &[&str] = &[
    "a", "ad", "ag", "an", "b", "c", "d", "df", "dg", "e", "eng", "f", "g", "h", "i", "j", "k", "l", "m",
    "mg", "mq", "n", "ng", "nr", "nrfg", "nrt", "ns", "nt", "nx", "nz", "o", "p", "q", "qg", "r", "rg", "rr",
    "rz", "s", "t", "tg", "u", "ud", "ug", "uj", "ul", "uv", "uz", "v", "vd", "vg", "vi", "vn", "vq", "w",
    "x", "y", "yg", "z", "zg",
];

/// The tag as the engine keeps it; `n` for one that it does not know.
pub fn tag(name: &str) -> &'static str {
    known(name).unwrap_or("n")
}

/// The tag if the engine knows it.
pub fn known(name: &str) -> Option<&'static str> {
    TAGS.iter().find(|known| **known == name).copied()
}

/// How an entry is read: as a word with a tag, or as several words that the dictionary joins and the PKU standard
/// does not. Written `n`, or `m1q1` for one character tagged m and one tagged q.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// Length in characters and tag of each word but the last.
    pub parts: Vec<(u8, &'static str)>,
    /// Tag of the last word.
    pub tag: &'static str,
}

impl Reading {
    /// Reads what [`Reading`] describes.
    pub fn parse(text: &str) -> Reading {
        let mut parts = Vec::new();
        let mut rest = text;
        while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
            let length = rest.as_bytes()[at] - b'0';
            parts.push((length, tag(&rest[..at])));
            rest = &rest[at + 1..];
        }
        match parts.pop() {
            Some((_, tag)) => Reading { parts, tag },
            None => Reading { parts, tag: tag(rest) },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn readings() {
        let reading = |parts: &[(u8, &'static str)], tag| Reading { parts: parts.to_vec(), tag };
        for (text, expected) in [
            ("n", reading(&[], "n")),
            ("m1q1", reading(&[(1, "m")], "q")),
            ("ns2n2n2", reading(&[(2, "ns"), (2, "n")], "n")),
            ("unheard", reading(&[], "n")),
        ] {
            assert_eq!(Reading::parse(text), expected, "{text}");
        }
    }
}
