//! A text that is sliced by UTF-16 offsets.

/// A text with an index of its UTF-16 offsets: a slice takes constant time.
pub struct Text<'a> {
    text: &'a str,
    /// The last character that begins at or before each multiple of [`STEP`] code units: its byte and its code unit.
    marks: Vec<(u32, u32)>,
}

const STEP: u32 = 64;

impl<'a> Text<'a> {
    /// Reads the text once.
    pub fn new(text: &'a str) -> Self {
        let mut marks = vec![(0, 0)];
        let mut units = 0;
        for (byte, c) in text.char_indices() {
            let after = units + c.len_utf16() as u32;
            if after > marks.len() as u32 * STEP {
                marks.push((byte as u32, units));
            }
            units = after;
        }
        Text { text, marks }
    }

    /// What stands between two offsets; an offset past the end is the end.
    pub fn slice(&self, start: u32, end: u32) -> &'a str {
        let start = self.byte(start);
        &self.text[start..self.byte(end).max(start)]
    }

    fn byte(&self, unit: u32) -> usize {
        let last = self.marks.len() - 1;
        let (byte, mut at) = self.marks[last.min((unit / STEP) as usize)];
        let mut byte = byte as usize;
        for c in self.text[byte..].chars() {
            if at >= unit {
                break;
            }
            at += c.len_utf16() as u32;
            byte += c.len_utf8();
        }
        byte
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slices_as_javascript_does() {
        for unit in ["版", "a", "😀", "版a😀é"] {
            let text = unit.repeat(100);
            let units: Vec<u16> = text.encode_utf16().collect();
            let index = Text::new(&text);
            let (mut start, mut ends) = (0, Vec::new());
            for c in text.chars() {
                start += c.len_utf16();
                ends.push(start);
            }
            for pair in ends.windows(2) {
                let expected = String::from_utf16(&units[pair[0]..pair[1]]).unwrap();
                assert_eq!(index.slice(pair[0] as u32, pair[1] as u32), expected);
            }
            assert_eq!(index.slice(0, 10_000), text);
            assert_eq!(index.slice(9_000, 10_000), "");
        }
        assert_eq!(Text::new("").slice(0, 5), "");
    }
}
