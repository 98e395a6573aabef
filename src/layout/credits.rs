//! Bylines and credits: who wrote it, with which role.

use crate::page::Author;
use crate::source::chars::is_han;

/// Role words before names, longest first.
const ROLES: &[&str] = &[
    "本报特约评论员",
    "新华社特约记者",
    "本报全媒体记者",
    "新华社评论员",
    "本报首席记者",
    "本报见习记者",
    "本报特派记者",
    "本报特约记者",
    "本报驻京记者",
    "本报评论员",
    "全媒体记者",
    "新华社记者",
    "中新社记者",
    "人民网记者",
    "特约评论员",
    "特约通讯员",
    "实习记者",
    "实习生",
    "见习记者",
    "首席记者",
    "驻京记者",
    "特派记者",
    "特约记者",
    "本报记者",
    "本网记者",
    "本刊记者",
    "融媒体记者",
    "摄影记者",
    "文字记者",
    "通讯员",
    "评论员",
    "记者",
    "作者",
    "撰文",
    "文",
    "图",
    "摄影",
    "摄",
    "整理",
    "编译",
    "编辑",
    "口述",
    "策划",
    "执笔",
];

/// Words after names.
const ROLES_AFTER: &[&str] = &["摄影报道", "报道", "整理", "文并摄", "摄影", "编译", "摄", "文", "图"];

/// Longest name of a person in Chinese characters without a middle dot.
const NAME: usize = 4;

/// Reads a line that is nothing but a byline: `本报记者 林一帆 通讯员 周晓`, `（记者 林一帆）`, `林一帆`.
/// A line of names only is no more than a guess: it gives authors without roles.
pub fn byline(line: &str) -> Option<Vec<Author>> {
    if line.chars().count() > 60 {
        return None;
    }
    let inner = line.trim_matches(|c: char| {
        matches!(c, '（' | '）' | '(' | ')' | '□' | '■' | '●' | '▲' | '◎' | ' ' | '　' | '—' | '|')
    });
    if inner.is_empty() || inner.contains(['。', '，', '！', '？', '；', '“', '《']) {
        return None;
    }
    let mut authors: Vec<Author> = Vec::new();
    let mut role: Option<&str> = None;
    for word in
        inner.split([' ', '\u{3000}', '、', '/', '／', '：', ':', '|', '｜']).filter(|word| !word.is_empty())
    {
        let mut name = word;
        if let Some(found) = ROLES.iter().find(|known| name.starts_with(**known)) {
            // 文 and 图 alone are roles only when a divider follows them
            if found.chars().count() > 1 || found.len() == name.len() {
                role = Some(found);
                name = &name[found.len()..];
            }
        }
        if name.is_empty() {
            continue;
        }
        let after = ROLES_AFTER.iter().find(|known| name.ends_with(**known) && name.len() > known.len() + 3);
        let (name, own_role) = match after {
            Some(after) if !is_name(name) || after.chars().count() > 1 => {
                (&name[..name.len() - after.len()], Some(*after))
            }
            None if ROLES_AFTER.contains(&name) && !authors.is_empty() => {
                authors.iter_mut().filter(|author| author.role.is_none()).for_each(|author| {
                    author.role = Some(name.to_string());
                });
                continue;
            }
            _ => (name, role),
        };
        if !is_name(name) {
            return None;
        }
        authors.push(Author { name: name.to_string(), role: own_role.map(str::to_string) });
    }
    if authors.is_empty() {
        // 本报评论员 signs with the role alone
        let alone = role.filter(|role| role.contains("评论员") && inner == *role)?;
        return Some(vec![Author { name: alone.to_string(), role: Some("评论员".to_string()) }]);
    }
    Some(authors)
}

/// Whether a word could be a person's name by its shape and its surname.
pub fn is_name(word: &str) -> bool {
    let length = word.chars().count();
    if word.contains('·') || word.contains('•') {
        return length <= 16 && word.chars().all(|c| is_han(c) || matches!(c, '·' | '•'));
    }
    (2..=NAME).contains(&length) && word.chars().all(is_han) && begins_with_surname(word)
}

fn begins_with_surname(word: &str) -> bool {
    let mut chars = word.chars();
    let Some(first) = chars.next() else { return false };
    let two: String = word.chars().take(2).collect();
    COMPOUND_SURNAMES.contains(&two.as_str()) || (SURNAMES.contains(first) && word.chars().count() <= 3)
}

/// The surnames that cover nearly all people; a byline with another one still shows by its role word.
const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范\
    汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严赖覃洪武莫孔汤向常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿\
    关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚\
    娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕\
    楚鄢劳谌奚皮粟冼习仉亓蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁都普阿肖";

const COMPOUND_SURNAMES: &[&str] = &[
    "欧阳", "上官", "司马", "诸葛", "夏侯", "皇甫", "尉迟", "公孙", "慕容", "令狐", "宇文", "长孙", "司徒",
    "端木", "东方", "南宫", "独孤", "呼延", "轩辕", "申屠", "澹台", "赫连", "钟离", "闻人", "百里",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bylines() {
        for (line, expected) in [
            ("本报记者 林一帆", "林一帆/本报记者"),
            ("本报记者林一帆 周晓", "林一帆/本报记者 周晓/本报记者"),
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
