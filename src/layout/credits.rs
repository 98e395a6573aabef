//! Bylines and credits: who wrote it, with which role.

use super::lists::{ROLES_AFTER, ROLES_BEFORE, SURNAMES};
use crate::page::Author;
use crate::source::chars::is_han;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// Most characters of names without a space between them.
const RUN_TOGETHER: usize = 12;
/// Longest name of a person in Chinese characters without a middle dot.
pub const NAME: usize = 4;

/// Reads a line that is nothing but a byline: `本报记者 林一帆 通讯员 周晓`, `（记者 林一帆）`, `林一帆`.
/// A line of names only is no more than a guess: it gives authors without roles.
pub fn byline(line: &str) -> Option<Vec<Author>> {
    // the longest byline, in bytes; most lines are told by a comma or a full stop
    let clause = |c| matches!(c, '，' | '。' | '！' | '？' | '；' | '“' | '《');
    if line.len() > 180 || line.contains(clause) {
        return None;
    }
    let inner = line.trim_matches(|c: char| {
        matches!(c, '（' | '）' | '(' | ')' | '□' | '■' | '●' | '▲' | '◎' | ' ' | '　' | '—' | '|')
    });
    if inner.is_empty() {
        return None;
    }
    let mut authors: Vec<Author> = Vec::new();
    let mut role: Option<&str> = None;
    let divides = |c| matches!(c, ' ' | '\u{3000}' | '、' | '/' | '／' | '：' | ':' | '|' | '｜');
    for word in inner.split(divides).filter(|word| !word.is_empty()) {
        let mut name = word;
        if let Some(found) = ROLES_BEFORE.beginning(name).next() {
            // 文 and 图 alone are roles only when a divider follows them
            if found.chars().count() > 1 || found.len() == name.len() {
                role = Some(found);
                name = &name[found.len()..];
            }
        }
        if name.is_empty() {
            if let Some(role) = role {
                // 林一帆 周晓 摄: the role after the names is that of all of them
                for author in authors.iter_mut().filter(|author| author.role.is_none()) {
                    author.role = Some(role.to_string());
                }
            }
            continue;
        }
        let after = ROLES_AFTER.ending(name).find(|known| name.len() > known.len() + 3);
        let (name, own_role) = match after {
            Some(after) if !is_name(name) || after.chars().count() > 1 => {
                (&name[..name.len() - after.len()], Some(after))
            }
            _ => (name, role),
        };
        let reports = own_role.is_some_and(|role| role.contains("记者") || role.contains("通讯员"));
        let names =
            if is_name(name) { Some(vec![name]) } else { reports.then(|| run_together(name)).flatten() };
        authors.extend(
            names?
                .into_iter()
                .map(|name| Author { name: name.to_string(), role: own_role.map(str::to_string) }),
        );
    }
    if authors.is_empty() {
        // 本报评论员 signs with the role alone
        let alone = role.filter(|role| role.contains("评论员") && inner == *role)?;
        return Some(vec![Author { name: alone.to_string(), role: Some("评论员".to_string()) }]);
    }
    Some(authors)
}

/// Names without a space between them: 林一帆周晓 after 本报记者.
fn run_together(names: &str) -> Option<Vec<&str>> {
    let ends: Vec<usize> = names.char_indices().map(|(at, _)| at).skip(1).chain([names.len()]).collect();
    if ends.len() > RUN_TOGETHER {
        return None;
    }
    // the fewest names that fill the line; three characters rather than two
    let mut best: Vec<Option<Vec<&str>>> = vec![None; ends.len() + 1];
    best[0] = Some(Vec::new());
    for end in 2..=ends.len() {
        for length in [3, 2, 4].into_iter().filter(|length| *length <= end) {
            let start = end - length;
            let name = &names[if start == 0 { 0 } else { ends[start - 1] }..ends[end - 1]];
            let Some(before) = best[start].as_ref().filter(|_| is_name(name)) else { continue };
            if best[end].as_ref().is_none_or(|known| before.len() + 1 < known.len()) {
                best[end] = Some(before.iter().copied().chain([name]).collect());
            }
        }
    }
    best.pop().flatten()
}

/// Whether a line signs with a role and no name: 本报评论员.
pub fn is_office(line: &str) -> bool {
    ROLES_BEFORE.has(line) && line.contains("评论员")
}

/// Whether a word could be a person's name by its shape and its surname.
pub fn is_name(word: &str) -> bool {
    let length = word.chars().count();
    if word.chars().all(is_han) {
        return (2..=NAME).contains(&length) && begins_with_surname(word);
    }
    let middle_dot = |c| matches!(c, '·' | '•');
    length <= 16 && word.contains(middle_dot) && word.chars().all(|c| middle_dot(c) || SOUNDS.contains(&c))
}

fn begins_with_surname(word: &str) -> bool {
    let end = |count: usize| word.char_indices().nth(count).map_or(word.len(), |(at, _)| at);
    // a name of four characters has a surname of two
    let compound = LazyLock::force(&COMPOUND).contains(&word[..end(2)]);
    compound || end(3) == word.len() && SINGLE.contains(&word[..end(1)])
}

/// Characters that write foreign names by sound.
static SOUNDS: LazyLock<FxHashSet<char>> = LazyLock::new(|| {
    include_str!("../../lexicon/transliteration-characters.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .flat_map(str::chars)
        .filter(|c| is_han(*c))
        .collect()
});

static SINGLE: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| SURNAMES.iter().copied().filter(|name| name.chars().count() == 1).collect());
static COMPOUND: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| SURNAMES.iter().copied().filter(|name| name.chars().count() == 2).collect());

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bylines() {
        for (line, expected) in [
            ("本报记者 林一帆", "林一帆/本报记者"),
            ("本报记者林一帆 周晓", "林一帆/本报记者 周晓/本报记者"),
            ("本报记者林一帆周晓", "林一帆/本报记者 周晓/本报记者"),
            ("本报记者周晓林一帆", "周晓/本报记者 林一帆/本报记者"),
            ("记者 林一帆 通讯员 周晓", "林一帆/记者 周晓/通讯员"),
            ("（记者 林一帆）", "林一帆/记者"),
            ("□本报记者 欧阳明月", "欧阳明月/本报记者"),
            ("林一帆", "林一帆/"),
            ("文/林一帆 图/周晓", "林一帆/文 周晓/图"),
            ("新华社记者 周晓 摄", "周晓/新华社记者"),
            ("林一帆 周晓 摄", "林一帆/摄 周晓/摄"),
            ("本报评论员", "本报评论员/评论员"),
            ("周晓整理", "周晓/整理"),
        ] {
            let found = byline(line).unwrap_or_default();
            let shown: Vec<String> =
                found.iter().map(|a| format!("{}/{}", a.name, a.role.as_deref().unwrap_or(""))).collect();
            assert_eq!(shown.join(" "), expected, "{line}");
        }
    }

    #[test]
    fn lines_that_are_no_bylines() {
        for line in
            ["着力扩大有效需求", "记者在现场看到，水位回落。", "核心阅读", "记者节快乐", "2026年工作安排"]
        {
            assert_eq!(byline(line), None, "{line}");
        }
    }
}
