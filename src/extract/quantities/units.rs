//! The tables of units, measure words and currencies.

use crate::extract::numbers::glyphs::{Glyphs, fold};
use crate::lists::rows;
use crate::sorting::{self, descending};
use crate::source::chars::CharSet;
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

static UNITS: &str = include_str!("../../../lexicon/units.tsv");
static CURRENCIES: &str = include_str!("../../../lexicon/currencies.tsv");

/// A unit of measure, a measure word or a currency.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Unit {
    /// As the result names it; for money the currency's name.
    pub name: &'static str,
    /// length, mass, count, money …
    pub kind: &'static str,
    /// How many of [`Unit::base`] one of it is.
    pub factor: Decimal,
    /// The unit of its kind that others are counted in; for money the ISO 4217 code.
    pub base: &'static str,
    /// It begins many other words and counts only when it stands alone.
    pub careful: bool,
    /// 角, 美分: a part of a currency's unit.
    pub part: bool,
}

/// The units by their first character, longest spelling first.
struct Table {
    after: FxHashMap<char, Vec<(Vec<char>, Unit)>>,
    signs: FxHashMap<char, Vec<(Vec<char>, Unit)>>,
    /// The first characters of the signs: hardly any number has one before it.
    sign_beginnings: CharSet,
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        let (after, signs) = (FxHashMap::default(), FxHashMap::default());
        let mut table = Table { after, signs, sign_beginnings: CharSet::new([]) };
        let add = |map: &mut FxHashMap<char, Vec<(Vec<char>, Unit)>>, spelling: &str, unit: Unit| {
            let spelling: Vec<char> = spelling.chars().map(fold).collect();
            map.entry(spelling[0]).or_default().push((spelling, unit));
        };
        for row in rows(UNITS) {
            let [name, kind, factor, base, spellings] = row[..] else { continue };
            let careful = kind.ends_with('!');
            let kind = kind.trim_end_matches('!');
            let unit = Unit { name, kind, factor: factor_of(factor), base, careful, part: false };
            spellings.split_whitespace().for_each(|spelling| add(&mut table.after, spelling, unit));
        }
        for row in rows(CURRENCIES) {
            let (base, name) = (row[0], row[1]);
            let unit = Unit { name, kind: "money", factor: Decimal::ONE, base, careful: false, part: false };
            row[2].split_whitespace().for_each(|spelling| add(&mut table.after, spelling, unit));
            row.get(3)
                .iter()
                .flat_map(|signs| signs.split_whitespace())
                .for_each(|sign| add(&mut table.signs, sign, unit));
            for part in row.iter().skip(4) {
                let Some((of, spellings)) = part.split_once(':') else { continue };
                let unit = Unit { factor: Decimal::ONE / factor_of(of), part: true, ..unit };
                // 分 alone is a point or a minute: only behind its currency (see `money`)
                spellings
                    .split_whitespace()
                    .filter(|s| s.chars().count() > 1 || *s != "分" && *s != "钱")
                    .for_each(|s| add(&mut table.after, s, unit));
            }
        }
        for map in [&mut table.after, &mut table.signs] {
            map.values_mut().for_each(|list| {
                sorting::by(list, |a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.0.cmp(&b.0)))
            });
        }
        table.sign_beginnings = CharSet::new(table.signs.keys().copied());
        table
    })
}

fn factor_of(written: &str) -> Decimal {
    match written.split_once('/') {
        Some((top, bottom)) => factor_of(top) / factor_of(bottom),
        None => Decimal::from_str_exact(written).unwrap_or(Decimal::ONE),
    }
}

fn find(map: &FxHashMap<char, Vec<(Vec<char>, Unit)>>, glyphs: &Glyphs, i: usize) -> Option<(Unit, usize)> {
    let list = map.get(&glyphs.at(i))?;
    let latin = |c: char| c.is_ascii_alphabetic();
    list.iter()
        .find(|(spelling, _)| {
            let n = spelling.len();
            spelling.iter().enumerate().all(|(k, c)| glyphs.at(i + k) == *c)
                && !(latin(spelling[n - 1]) && (latin(glyphs.at(i + n)) || glyphs.at(i + n).is_ascii_digit()))
        })
        .map(|(spelling, unit)| (*unit, spelling.len()))
}

/// The longest unit that begins at `i`, with its length in glyphs.
pub(crate) fn unit_at(glyphs: &Glyphs, i: usize) -> Option<(Unit, usize)> {
    find(&table().after, glyphs, i)
}

/// A currency's sign or name before the number: `$`, 人民币.
pub(crate) fn sign_at(glyphs: &Glyphs, i: usize) -> Option<(Unit, usize)> {
    let table = table();
    if table.sign_beginnings.has(glyphs.at(i)) { find(&table.signs, glyphs, i) } else { None }
}

/// 角, 毛, 分, 美分 after an amount in `whole`: how many make one.
pub(crate) fn part_at(glyphs: &Glyphs, i: usize, whole: &Unit) -> Option<(Decimal, usize)> {
    /// By currency: how many of a part make one, and the part's name.
    type Parts = FxHashMap<&'static str, Vec<(Decimal, Vec<char>)>>;
    static PARTS: OnceLock<Parts> = OnceLock::new();
    let parts = PARTS.get_or_init(|| {
        rows(CURRENCIES)
            .map(|row| {
                let mut list: Vec<(Decimal, Vec<char>)> = row
                    .iter()
                    .skip(4)
                    .filter_map(|part| part.split_once(':'))
                    .flat_map(|(of, names)| {
                        names.split_whitespace().map(move |n| (factor_of(of), n.chars().map(fold).collect()))
                    })
                    .collect();
                sorting::by_key(&mut list, |(_, name)| descending(name.len() as u32).into());
                (row[0], list)
            })
            .collect()
    });
    let (of, name) = parts
        .get(whole.base)?
        .iter()
        .find(|(_, name)| name.iter().enumerate().all(|(k, c)| glyphs.at(i + k) == *c))?;
    Some((*of, name.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_unit_wins() {
        for (text, name, kind) in [
            ("平方公里的", "平方公里", "area"),
            ("个百分点", "百分点", "percentage-point"),
            ("人次", "人次", "count"),
            ("元人民币", "元", "money"),
            ("km", "公里", "length"),
            ("度电", "千瓦时", "energy"),
        ] {
            let (unit, _) = unit_at(&Glyphs::new(text), 0).expect(text);
            assert_eq!((unit.name, unit.kind), (name, kind), "{text}");
        }
        assert!(unit_at(&Glyphs::new("kmx"), 0).is_none());
    }

    #[test]
    fn every_row_is_read() {
        for row in rows(UNITS) {
            assert_eq!(row.len(), 5, "{row:?}");
            assert!(factor_of(row[2]) > Decimal::ZERO, "{row:?}");
        }
        for row in rows(CURRENCIES) {
            assert!(row.len() >= 3 && row[0].len() == 3, "{row:?}");
        }
    }
}
