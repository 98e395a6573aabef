//! Writing numbers out again, the way the texts do.

use rust_decimal::Decimal;

/// A number in Chinese words: 一百零二万三千, 负三点五. `None` for what reaches 10¹⁶, where usage ends.
pub fn written(value: Decimal) -> Option<String> {
    let mut out = String::new();
    let value = value.normalize();
    if value.is_sign_negative() {
        out.push('负');
    }
    let value = value.abs();
    let whole = u64::try_from(value.trunc()).ok().filter(|whole| *whole < 10_000_000_000_000_000)?;
    out.push_str(&integer(whole));
    let decimals = value.fract();
    if !decimals.is_zero() {
        out.push('点');
        let digits = decimals.to_string();
        out.extend(digits.chars().skip(2).filter_map(|c| c.to_digit(10)).map(numeral_char));
    }
    Some(out)
}

fn numeral_char(d: u32) -> char {
    ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'][d as usize % 10]
}

fn integer(whole: u64) -> String {
    let mut out = String::new();
    let mut gap = false;
    for (unit, name) in [(1_000_000_000_000, "万亿"), (100_000_000, "亿"), (10_000, "万"), (1, "")] {
        let group = whole / unit % 10_000;
        if group == 0 {
            gap = !out.is_empty();
            continue;
        }
        if !out.is_empty() && (gap || group < 1000) {
            out.push('零');
        }
        gap = false;
        thousands(group, &mut out);
        // 一万亿三亿 repeats the unit that the reader shares: 一万零三亿
        out.push_str(if name == "万亿" && !(whole / 100_000_000).is_multiple_of(10_000) {
            "万"
        } else {
            name
        });
    }
    if out.is_empty() { "零".into() } else { out }
}

fn thousands(group: u64, out: &mut String) {
    let (mut begun, mut gap) = (false, false);
    for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let d = (group / unit % 10) as u32;
        if d == 0 {
            gap = begun;
            continue;
        }
        if gap {
            out.push('零');
            gap = false;
        }
        begun = true;
        out.push(numeral_char(d));
        out.push_str(name);
    }
}
