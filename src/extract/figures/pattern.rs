//! How the words before a number relate it to its indicator.

use super::Room;
use super::vocabulary::Role;
use crate::page::{Change, Quantity};

/// How a number is related to its indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pattern {
    /// 降至 N
    Reached,
    /// 达到 N, 占 N
    Level,
    /// 增长 N
    Rate,
    /// 比 X 高 N
    Comparison,
    /// N 个 X
    Count,
    /// N% 的 X
    Share,
}

/// What the words before a number say of it.
pub(super) struct Statement {
    pub pattern: Pattern,
    pub change: Option<Change>,
    pub because: &'static str,
    /// Where the words of the subject end, in bytes of the lead.
    pub subject_end: usize,
    /// A verb relates number and indicator.
    pub stated: bool,
}

impl Room<'_> {
    /// How the words before a number relate it to its indicator.
    pub(super) fn pattern(&self, lead: &str, quantity: &Quantity) -> Statement {
        let stated = |pattern, change, because, subject_end| Statement {
            pattern,
            change,
            because,
            subject_end,
            stated: true,
        };
        let share = matches!(quantity.kind, "percent" | "fraction");
        // words of approximation belong to the number; 了 and 约 to nothing
        let text = lead.trim_end_matches(['了', '约', '近']);
        // 减到, 增加至: a new level
        if let Some(stem) = text.strip_suffix(['到', '至', '为', '成'])
            && let Some((role, word)) = self
                .words
                .change_at_end(stem.trim_end_matches('了'))
                .filter(|(role, _)| matches!(role, Role::Up | Role::Down | Role::Move))
        {
            let change = match role {
                Role::Up => Some(Change::Up),
                Role::Down => Some(Change::Down),
                _ => None,
            };
            return stated(
                Pattern::Reached,
                change,
                "changed-to",
                stem.trim_end_matches('了').len() - word.len(),
            );
        }
        // 占全市的18.6%
        if let Some(at) =
            text.rfind('占').filter(|at| share && text.len() - at <= 36 && !text[*at..].starts_with("占比"))
        {
            return stated(Pattern::Level, None, "share", at);
        }
        // 高于经济增速0.3个百分点
        let compares = text.contains(['于', '出', '先', '后']);
        for word in [
            "高于",
            "低于",
            "多于",
            "少于",
            "快于",
            "慢于",
            "好于",
            "优于",
            "领先于",
            "领先",
            "落后于",
            "落后",
            "高出",
            "低出",
            "超出",
        ]
        .into_iter()
        .filter(|_| compares)
        {
            if let Some(at) = text.rfind(word).filter(|at| text.len() - at > word.len()) {
                return stated(
                    if at == 0 { Pattern::Comparison } else { Pattern::Rate },
                    None,
                    "compared-with",
                    at,
                );
            }
        }
        // 比同期高2.2个百分点
        let compared = self
            .words
            .ends(text, Role::More)
            .map(|word| (word, Change::Up))
            .or(self.words.ends(text, Role::Less).map(|word| (word, Change::Down)));
        let than = text.rfind(['比', '较']).filter(|at| {
            !text[*at..].starts_with("比例")
                && !text[*at..].starts_with("比重")
                && !text[*at..].starts_with("比较")
                && !text[..*at].ends_with(['同', '环', '占', '对'])
        });
        if let (Some((word, direction)), Some(at)) = (compared, than) {
            let level = matches!(
                word,
                "高" | "多"
                    | "大"
                    | "快"
                    | "长"
                    | "高出"
                    | "多出"
                    | "低"
                    | "少"
                    | "小"
                    | "慢"
                    | "短"
                    | "重"
                    | "轻"
                    | "早"
                    | "晚"
                    | "远"
                    | "宽"
                    | "窄"
            );
            let change = (!level).then_some(direction);
            return stated(
                if at == 0 { Pattern::Comparison } else { Pattern::Rate },
                change,
                "compared-with",
                at,
            );
        }
        if let Some((role, word)) = self.words.change_at_end(text) {
            let stem = text.len() - word.len();
            let change = match role {
                Role::Up | Role::NounUp => Some(Change::Up),
                Role::Down | Role::NounDown => Some(Change::Down),
                _ => None,
            };
            // 提前10年 is no decline
            let change = if word == "提前" { None } else { change };
            let whole_word = matches!(word, "减贫" | "增收" | "减排" | "减亏" | "增产" | "减产");
            // 单产提高 a number that counts things after it (增加3个机场) is a change too
            return stated(Pattern::Rate, change, "rate", if whole_word { text.len() } else { stem });
        }
        if let Some(word) = self.words.ends(text, Role::Level) {
            let count = matches!(quantity.kind, "count")
                && matches!(
                    word,
                    "有" | "共有"
                        | "还有"
                        | "已有"
                        | "仍有"
                        | "尚有"
                        | "现有"
                        | "约有"
                        | "共"
                        | "拥有"
                        | "仅有"
                        | "只有"
                        | "将有"
                        | "累计"
                        | "合计"
                        | "总计"
                        | "一共"
                        | "总共"
                        | "仅"
                        | "计"
                        | "设"
                        | "分为"
                        | "在"
                        | "来自"
                        | "近"
                        | "超"
                        | "高"
                        | "长"
                        | "重"
                        | "深"
                        | "宽"
                        | "约"
                        | "余"
                        | "均有"
                        | "已经"
                );
            if !count {
                return stated(
                    Pattern::Level,
                    None,
                    if share { "share" } else { "level" },
                    text.len() - word.len(),
                );
            }
            return Statement {
                pattern: Pattern::Count,
                change: None,
                because: "count",
                subject_end: text.len() - word.len(),
                stated: true,
            };
        }
        if share {
            return Statement {
                pattern: Pattern::Share,
                change: None,
                because: "share",
                subject_end: lead.len(),
                stated: false,
            };
        }
        let because = if quantity.kind == "count" { "count" } else { "amount" };
        Statement { pattern: Pattern::Count, change: None, because, subject_end: lead.len(), stated: false }
    }
}
