//! Writes JSON, and nothing else: serde_json would be a large part of what people download.

/// JSON under way. Commas come by themselves.
#[derive(Default)]
pub struct Json(pub String);

impl Json {
    /// `{` or `[`
    pub fn open(&mut self, bracket: char) {
        self.separate();
        self.0.push(bracket);
    }

    /// `}` or `]`
    pub fn close(&mut self, bracket: char) {
        self.0.push(bracket);
    }

    pub fn key(&mut self, key: &str) {
        self.string(key);
        self.0.push(':');
    }

    /// A number, `true`, `false` or `null`.
    pub fn plain(&mut self, value: &str) {
        self.separate();
        self.0.push_str(value);
    }

    /// A string. `<` is escaped too, so that it may stand in a script element.
    pub fn string(&mut self, value: &str) {
        self.separate();
        self.0.push('"');
        for c in value.chars() {
            match c {
                '"' | '\\' => self.0.extend(['\\', c]),
                '\n' => self.0.push_str("\\n"),
                '\0'..='\u{1f}' | '<' | '\u{2028}' | '\u{2029}' => {
                    self.0.push_str("\\u");
                    let digit = |shift: u32| char::from_digit(c as u32 >> shift & 15, 16);
                    self.0.extend([12, 8, 4, 0].into_iter().filter_map(digit));
                }
                _ => self.0.push(c),
            }
        }
        self.0.push('"');
    }

    /// A member whose value is a string.
    pub fn member(&mut self, key: &str, value: &str) {
        self.key(key);
        self.string(value);
    }

    /// A member for what is known; nothing for what is not.
    pub fn known(&mut self, key: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.member(key, value);
        }
    }

    /// A comma, unless a list, an object or a line has just begun or a value is awaited.
    fn separate(&mut self) {
        if !self.0.is_empty() && !self.0.ends_with(['{', '[', ':', '\n']) {
            self.0.push(',');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_read_back_as_it_was() {
        let odd = "\"\\/\n\r\t\0\u{1f}</script>\u{2028}版面😀{[:,";
        let mut json = Json::default();
        json.open('[');
        json.string(odd);
        json.open('{');
        json.member(odd, odd);
        json.known("absent", None);
        json.key("list");
        json.open('[');
        json.plain("-1.5");
        json.plain("null");
        json.close(']');
        json.close('}');
        json.close(']');
        let expected = serde_json::json!([odd, { odd: odd, "list": [-1.5, null] }]);
        assert_eq!(serde_json::from_str::<serde_json::Value>(&json.0).unwrap(), expected);
        assert!(!json.0.contains('<'));
    }
}
