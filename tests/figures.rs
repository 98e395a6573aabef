//! Numbers, times and figures against the tables in `tests/figures/`, and properties of the numbers.

mod common;

use banmian::Options;
use banmian::extract::written;
use banmian::page::{Change, Number, Page};
use common::{READER, shared, slice};
use proptest::prelude::*;
use rust_decimal::Decimal;

fn read(text: &str, date: Option<&str>) -> Page {
    let options = Options { date: date.map(str::to_string), ..Options::default() };
    READER.parse(text, &options).expect("the text is read")
}

fn number(number: Option<Number>) -> String {
    number.map_or(String::new(), |n| serde_json::to_string(&n).expect("a number"))
}

fn quantities(page: &Page) -> String {
    let written = page.quantities.iter().map(|q| {
        let unit = q.unit.as_deref().map_or(String::new(), |unit| format!(" {unit}"));
        let bounds =
            q.bounds.map_or(String::new(), |[low, high]| format!(" [{},{}]", number(low), number(high)));
        format!("{}={}{unit}{bounds} {}", slice(&page.text, q.start, q.end), number(q.value), q.kind)
    });
    written.collect::<Vec<_>>().join(" ; ")
}

fn times(page: &Page) -> String {
    let written = page.times.iter().map(|t| {
        let value = t.value.as_deref().unwrap_or("?");
        format!("{}={value}{}", slice(&page.text, t.start, t.end), if t.approximate { "~" } else { "" })
    });
    written.collect::<Vec<_>>().join(" ; ")
}

fn figures(page: &Page) -> String {
    let number = |k: Option<u32>| {
        k.map_or(String::new(), |k| {
            slice(&page.text, page.quantities[k as usize].start, page.quantities[k as usize].end)
        })
    };
    let time = |k: Option<u32>| k.and_then(|k| page.times[k as usize].value.clone()).unwrap_or("null".into());
    let written = page.figures.iter().map(|f| {
        let mut out = f.scope.as_ref().map_or(String::new(), |scope| format!("{}:", scope.text));
        let change = match f.change {
            Some(Change::Up) => "up",
            Some(Change::Down) => "down",
            None => "-",
        };
        out += &format!("{} {change} ", f.indicator.text);
        out += &if f.value.is_some() {
            number(f.value)
        } else {
            format!("{}→{}", number(f.from), number(f.to))
        };
        if f.time.is_some() {
            out += &format!(" @{}", time(f.time));
        }
        if f.from_time.is_some() || f.to_time.is_some() {
            out += &format!(" @{}→{}", time(f.from_time), time(f.to_time));
        }
        if !f.inherited.is_empty() {
            out += &format!(" {{{}}}", f.inherited.join(","));
        }
        out + &f.notes.iter().map(|note| format!(" !{note}")).collect::<String>()
    });
    written.collect::<Vec<_>>().join(" ; ")
}

fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    let rows = table.lines().filter(|line| !line.starts_with('#'));
    rows.map(|line| line.split('\t').collect())
}

#[test]
fn quantities_of_the_table() {
    for row in rows(include_str!("figures/quantities.tsv")) {
        assert_eq!(quantities(&read(row[0], None)), row[1], "{}", row[0]);
    }
}

#[test]
fn times_of_the_table() {
    for row in rows(include_str!("figures/times.tsv")) {
        assert_eq!(times(&read(row[1], Some(row[0]))), row[2], "{} on {}", row[1], row[0]);
    }
}

#[test]
fn figures_of_the_table() {
    for row in rows(include_str!("figures/figures.tsv")) {
        assert_eq!(figures(&read(row[0], Some("2026-03-07"))), row[1], "{}", row[0]);
    }
}

#[test]
fn dates_lean_on_the_page_head_when_no_day_is_given() {
    let page = read("2019年5月8日 星期三\n\n昨日，大桥通车。", None);
    assert_eq!(page.times.last().and_then(|t| t.value.as_deref()), Some("2019-05-07"));
    let page = read("昨日，大桥通车。3月6日开工。", None);
    assert_eq!(times(&page), "昨日=? ; 3月6日=XXXX-03-06");
}

/// Amounts as texts have them: up to 10¹⁵, with up to four decimals.
fn amounts() -> impl Strategy<Value = Decimal> {
    (1_i64..1_000_000_000_000_000, 0_u32..5)
        .prop_map(|(digits, scale)| Decimal::new(digits, scale).normalize())
}

proptest! {
    #[test]
    fn a_quantity_written_in_words_reads_the_same(value in amounts(), unit in prop::sample::select(vec!["元", "亩", "吨", "公里", "平方米"])) {
        let text = format!("共{}{unit}。", written(value).expect("small enough"));
        let page = read(&text, None);
        prop_assert_eq!(page.quantities.len(), 1, "{}", text);
        prop_assert_eq!(page.quantities[0].value, Some(Number(value)), "{}", text);
        prop_assert_eq!(page.quantities[0].unit.as_deref(), Some(unit));
    }

    #[test]
    fn a_quantity_written_in_figures_reads_the_same(value in amounts(), unit in prop::sample::select(vec!["元", "人", "%", "斤", "千瓦时"])) {
        let text = format!("共{value}{unit}。");
        let page = read(&text, None);
        prop_assert_eq!(page.quantities.len(), 1, "{}", text);
        prop_assert_eq!(page.quantities[0].value, Some(Number(value)), "{}", text);
    }

    #[test]
    fn any_text_of_numerals_is_read(text in "[0-9一二三两十百千万亿零半几多余点分之至到年月日时第负%元个人-，。、“”]{0,40}") {
        let page = read(&text, Some("2020-03-07"));
        for q in &page.quantities {
            prop_assert!(q.start < q.end);
            if let Some([Some(low), Some(high)]) = q.bounds {
                prop_assert!(low <= high, "{}", text);
            }
        }
        prop_assert!(page.quantities.windows(2).all(|w| w[0].end <= w[1].start), "{}", text);
        prop_assert!(page.times.windows(2).all(|w| w[0].end <= w[1].start), "{}", text);
    }
}

/// The page marked by hand, which is no part of the repository: look-alikes that are no times and no quantities. Skipped
/// when it is absent.
#[test]
fn look_alikes_of_the_seed_page_are_not_reported() {
    let Some(folder) = shared("pages/seed") else { return };
    let text = |name: &str| std::fs::read_to_string(folder.join(name)).expect("the page is whole");
    let json = |name: &str| -> serde_json::Value { serde_json::from_str(&text(name)).expect("gold is JSON") };
    let (gold, marked) = (json("page.gold.json"), json("page.extraction.json"));
    let page = read(&text("page.txt"), Some("2020-03-07"));
    // the gold counts in paragraphs without white space
    let units: Vec<u16> = page.text.encode_utf16().collect();
    let kept: Vec<u32> = (0..units.len() as u32)
        .filter(|at| !char::from_u32(u32::from(units[*at as usize])).is_some_and(char::is_whitespace))
        .collect();
    let bare: String = common::bare(&page.text);
    let mut looked_at = 0;
    for (article, marks) in
        gold["articles"].as_array().unwrap().iter().zip(marked["articles"].as_array().unwrap())
    {
        for (list, found) in [
            ("times", page.times.iter().map(|t| (t.start, t.end)).collect::<Vec<_>>()),
            ("quantities", page.quantities.iter().map(|q| (q.start, q.end)).collect()),
        ] {
            let place = |item: &serde_json::Value| -> Option<(u32, u32)> {
                let paragraph = &article["paragraphs"][item["paragraph"].as_u64()? as usize]["text"];
                let at = bare[..bare.find(paragraph.as_str()?)?].encode_utf16().count();
                let offset = |key: &str| item[key].as_u64().map(|offset| at + offset as usize);
                Some((kept[offset("start")?], kept[offset("end")? - 1] + 1))
            };
            let items = |list: &str| -> Vec<(u32, u32)> {
                marks[list].as_array().into_iter().flatten().filter_map(place).collect()
            };
            let meet = |a: (u32, u32), b: (u32, u32)| a.0 < b.1 && b.0 < a.1;
            let right = items(list);
            for look_alike in items(if list == "times" { "notTimes" } else { "notQuantities" }) {
                looked_at += 1;
                let wrong =
                    found.iter().find(|f| meet(**f, look_alike) && !right.iter().any(|r| meet(**f, *r)));
                let told = |(start, end): (u32, u32)| slice(&page.text, start, end);
                assert!(wrong.is_none(), "{:?} for {list} in {}", wrong.map(|w| told(*w)), told(look_alike));
            }
        }
    }
    assert!(looked_at > 80, "{looked_at} look-alikes");
}
