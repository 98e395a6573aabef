//! Writing XML 1.0.

/// Text, in an element or between quotes. Characters that XML forbids become U+FFFD.
pub fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // as they are, they would be read as spaces or as the end of a line
            '\t' => out.push_str("&#9;"),
            '\n' => out.push_str("&#10;"),
            '\r' => out.push_str("&#13;"),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            _ => out.push(c),
        }
    }
}

/// ` name="value"`
pub fn attribute(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    escape(out, value);
    out.push('"');
}

/// Whether a value is one word as TEI counts (`teidata.word`): no space, nothing invisible.
pub fn is_word(value: &str) -> bool {
    !value.is_empty() && !value.contains(|c: char| c.is_whitespace() || c.is_control())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_forbids_is_replaced() {
        let mut out = String::new();
        escape(&mut out, "<a href=\"x\">&\0\u{b}\u{1f}\u{fffe}\u{ffff}版\r\n\t\u{85}😀");
        assert_eq!(
            out,
            "&lt;a href=&quot;x&quot;&gt;&amp;\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}版&#13;&#10;&#9;\u{85}😀"
        );
    }
}
