//! Times of day: 下午3时30分, 十一点半, 9:00, 11:30:10 p.m.

use super::calendar::Clock;
use super::elements::{Part, int, part_at, to_at};
use crate::extract::numbers::glyphs::Glyphs;

/// A time of day in the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Read {
    pub clock: Clock,
    /// The hour was 12 at night: the day after.
    pub next_day: bool,
    pub part: Option<Part>,
    pub end: usize,
}

/// The time of day at `i`. `dated`: a date stands before it, so that less evidence is needed. `part`: the part of the
/// day that an earlier end of a range gave.
pub(super) fn clock_at(glyphs: &Glyphs, i: usize, dated: bool, inherited: Option<Part>) -> Option<Read> {
    let (part, at) = match part_at(glyphs, i) {
        Some((part, end)) => (Some(part), end + usize::from(glyphs.at(end) == '的')),
        None => (None, i),
    };
    let own = part;
    let part = part.or(inherited);
    let read = digital(glyphs, at).or_else(|| hours(glyphs, at, dated || part.is_some()))?;
    let (mut clock, end) = read;
    let mut next_day = false;
    match part {
        Some(Part::Afternoon | Part::Evening) if clock.hour < 12 => clock.hour += 12,
        Some(Part::Night) if (6..12).contains(&clock.hour) => clock.hour += 12,
        Some(Part::Noon) if clock.hour < 10 => clock.hour += 12,
        Some(Part::Night | Part::Evening | Part::SmallHours) if clock.hour == 12 && own.is_some() => {
            (clock.hour, next_day) = (0, part != Some(Part::SmallHours))
        }
        _ => {}
    }
    (clock.hour <= 24).then_some(Read { clock, next_day, part, end })
}

/// 9:00, 17:55:23, 11:30 p.m.
fn digital(glyphs: &Glyphs, i: usize) -> Option<(Clock, usize)> {
    let two = |at: usize| int(glyphs, at).filter(|n| n.arabic && n.width == 2 && n.value < 60);
    let hour = int(glyphs, i).filter(|n| n.arabic && n.width <= 2 && n.value <= 24)?;
    if glyphs.at(hour.end) != ':' || matches!(glyphs.before(i), ':' | '.') {
        return None;
    }
    let minute = two(hour.end + 1)?;
    let mut clock = Clock { hour: hour.value, minute: Some(minute.value), second: None };
    let mut end = minute.end;
    if glyphs.at(end) == ':' {
        let second = two(end + 1)?;
        clock.second = Some(second.value);
        end = second.end;
    }
    if glyphs.at(end) == ':' {
        return None;
    }
    for (mark, pm) in [
        ("p.m.", true),
        ("pm", true),
        ("PM", true),
        ("P.M.", true),
        ("a.m.", false),
        ("am", false),
        ("AM", false),
    ] {
        if glyphs.has(end, mark) {
            end += mark.len();
            clock.hour = if pm && clock.hour < 12 { clock.hour + 12 } else { clock.hour };
            break;
        }
    }
    Some((clock, end))
}

/// 3时30分, 十一点半, 九点零九, 五点一刻.
fn hours(glyphs: &Glyphs, i: usize, sure: bool) -> Option<(Clock, usize)> {
    let hour = int(glyphs, i).filter(|n| n.value <= 24 && n.width <= 3 && !(n.sequence))?;
    let word = glyphs.at(hour.end);
    let mut end = hour.end + 1;
    let next = glyphs.at(end);
    match word {
        '点' => {}
        '时' if !matches!(next, '间' | '期' | '代' | '候' | '而' | '常' | '速' | '尚' | '辰' | '差') =>
            {}
        // 早上五到六点: the second end has the word
        _ if sure
            && to_at(glyphs, hour.end).is_some_and(|at| {
                int(glyphs, at).is_some_and(|n| n.value <= 24 && matches!(glyphs.at(n.end), '点' | '时'))
            }) =>
        {
            return Some((Clock { hour: hour.value, minute: None, second: None }, hour.end));
        }
        _ => return None,
    }
    let mut clock = Clock { hour: hour.value, minute: None, second: None };
    for (mark, minute) in [("半", 30), ("一刻", 15), ("三刻", 45), ("整", 0), ("钟", 0), ("正", 0)] {
        if glyphs.has(end, mark)
            && !(mark == "正" && glyphs.has(end, "正式"))
            && !(mark == "钟" && glyphs.has(end, "钟楼"))
        {
            clock.minute = Some(minute);
            end += mark.chars().count();
            return Some((clock, end));
        }
    }
    if let Some(minute) = int(glyphs, end).filter(|n| n.value < 60) {
        let marked = glyphs.at(minute.end) == '分' && glyphs.at(minute.end + 1) != '之';
        let two_digits = minute.width >= 2
            && !glyphs.at(minute.end).is_ascii_digit()
            && !matches!(glyphs.at(minute.end), '.' | '%' | '点' | '度');
        if !marked && !two_digits {
            return None; // 24点5, 二十点六: a decimal
        }
        // 零点零一 is a decimal too
        let decimal = minute.sequence && (minute.width > 2 || hour.value == 0 && !hour.arabic);
        if decimal && !marked {
            return None;
        }
        let measured = !marked
            && matches!(
                glyphs.at(minute.end),
                '个' | '名' | '人' | '万' | '亿' | '元' | '米' | '号' | '家' | '条' | '日'
            );
        if !measured {
            clock.minute = Some(minute.value);
            end = minute.end + usize::from(marked);
            if marked {
                if let Some(second) = int(glyphs, end).filter(|n| n.value < 60 && glyphs.at(n.end) == '秒') {
                    clock.second = Some(second.value);
                    end = second.end + 1;
                }
                return Some((clock, end));
            }
            return (word == '点' || sure).then_some((clock, end));
        }
    }
    let closes = matches!(
        glyphs.at(end),
        '之' | '以' | '左' | '前' | '后' | '到' | '至' | '多' | '许' | '准' | '-' | '—' | '~' | '和'
    );
    let enough = sure
        || closes
        || word == '时' && hour.arabic && hour.value > 0
        || word == '点' && (hour.value > 10 || hour.value == 0);
    let points = matches!(
        glyphs.at(end),
        '意' | '要'
            | '建'
            | '体'
            | '希'
            | '启'
            | '感'
            | '共'
            | '说'
            | '想'
            | '问'
            | '原'
            | '理'
            | '特'
            | '主'
    );
    (enough && !points).then_some((clock, end))
}
