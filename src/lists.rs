//! How the files of `lexicon/` are read. A line that begins with `#` is a comment; an empty line says nothing.

/// The lines of a file without its comments.
pub fn lines(list: &str) -> impl Iterator<Item = &str> {
    list.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The words of a file that has white space between them.
pub fn words(list: &str) -> impl Iterator<Item = &str> {
    lines(list).flat_map(str::split_whitespace)
}

/// The rows of a table, cells split at tabs.
pub fn rows(table: &str) -> impl Iterator<Item = Vec<&str>> {
    lines(table).map(|line| line.split('\t').collect())
}

/// The words under a heading such as `[before]`; those above the first heading are under the empty one.
pub fn section<'a>(list: &'a str, heading: &str) -> Vec<&'a str> {
    let mut current = "";
    let mut found = Vec::new();
    for line in lines(list) {
        if let Some(heading) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            current = heading;
        } else if current == heading {
            found.extend(line.split_whitespace());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = "# 说明\n甲 乙\n\n[后]\n丙\t丁 戊\n# 己\n庚";

    #[test]
    fn comments_and_empty_lines_say_nothing() {
        assert_eq!(words(LIST).collect::<Vec<_>>(), ["甲", "乙", "[后]", "丙", "丁", "戊", "庚"]);
        assert_eq!(rows(LIST).nth(2).unwrap(), ["丙", "丁 戊"]);
        assert_eq!(words("").count(), 0);
    }

    #[test]
    fn headings_divide_a_list() {
        assert_eq!(section(LIST, ""), ["甲", "乙"]);
        assert_eq!(section(LIST, "后"), ["丙", "丁", "戊", "庚"]);
        assert!(section(LIST, "前").is_empty());
    }
}
