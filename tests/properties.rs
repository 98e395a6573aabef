//! The promises, held against texts nobody wrote: nothing lost, offsets true, the same again, linear.

mod common;

use banmian::page::Page;
use banmian::{Error, ErrorCode, Hint, HintKind, Options};
use common::{READER, promises, root};
use proptest::prelude::*;
use std::fs;
use std::time::Instant;

fn parse(text: &str) -> Result<Page, Error> {
    READER.parse(text, &Options::default())
}

/// Nothing lost, nothing invented; the source map, the blocks and all offsets are true.
fn check(input: &str, page: &Page) -> Result<(), TestCaseError> {
    promises::check(input, page).map_err(TestCaseError::fail)
}

/// Lines of newspapers and lines of nothing in particular.
fn any_text() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        4 => "[\u{4e00}-\u{4e80}，。、“”（）《》：；！？0-9]{0,40}",
        1 => "[ \u{3000}\t]{0,4}[\u{4e00}-\u{4e40} 0-9A-Za-z%]{0,30}",
        1 => Just("（上接1版）".to_string()),
        1 => Just("（下转第3版）".to_string()),
        1 => Just("本报讯 （记者 林一帆）昨日，云州降雨。".to_string()),
        1 => Just("云州日报 2026年5月8日 星期五 第1版 要闻".to_string()),
        1 => Just("一、总体要求".to_string()),
        1 => Just("——来自一线的报道".to_string()),
        1 => Just(String::new()),
        1 => "\\PC{0,12}",
    ];
    prop::collection::vec((line, prop_oneof![5 => Just("\n"), 1 => Just("\r\n"), 1 => Just("\n\n")]), 0..40)
        .prop_map(|lines| lines.into_iter().map(|(line, end)| line + end).collect())
}

const PARAGRAPHS: &[&str] = &[
    "昨日，青川河上的新大桥建成通车，两岸居民过河不用再绕行二十公里。大桥全长1260米，双向六车道，总投资4.3亿元。",
    "县里今年种了苹果八万亩，比去年增加一万二千亩。果农石大力说，路通了，收果的车子自己就来了，一斤能多卖三角钱。",
    "图书馆从本周起把闭馆时间延到晚上十点，周末也不例外。读者可以在一楼大厅还书，二楼阅览室照常开放。",
    "气象台预计，未来三天全市气温将下降6至8摄氏度，山区有霜冻。农业部门提醒菜农及时收菜，给大棚加盖草帘。",
    "会议要求，各县区要抢抓农时，把水送到每一块麦田。截至5月6日，全市已浇灌麦田86.4万亩，占计划的七成以上。",
];
const HEADLINES: &[&str] =
    &["新桥通车两岸近", "苹果红了山坡", "图书馆夏夜开到十点", "冷空气今晚到云州", "抢抓农时保夏粮"];

/// Newspaper pages: articles in any order, set to any width.
fn any_page() -> impl Strategy<Value = String> {
    let article = (0..HEADLINES.len(), prop::collection::vec(0..PARAGRAPHS.len(), 1..5));
    (prop::collection::vec(article, 1..5), 12..36usize, any::<bool>(), any::<bool>()).prop_map(
        |(articles, width, gaps, indents)| {
            let mut out = String::new();
            for (headline, paragraphs) in articles {
                out += HEADLINES[headline];
                out.push('\n');
                for paragraph in paragraphs {
                    // in half-ems, as a column is set
                    let mut room = 2 * width - 4;
                    out += if indents { "　　" } else { "" };
                    for c in PARAGRAPHS[paragraph].chars() {
                        let wide = if c.is_ascii() { 1 } else { 2 };
                        if room < wide && !"，。、".contains(c) {
                            out.push('\n');
                            room = 2 * width;
                        }
                        out.push(c);
                        room = room.saturating_sub(wide);
                    }
                    out.push('\n');
                }
                out += if gaps { "\n" } else { "" };
            }
            out
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(128) })]

    #[test]
    fn nothing_is_lost_and_offsets_are_true(text in any_text()) {
        match parse(&text) {
            Ok(page) => check(&text, &page)?,
            Err(error) => prop_assert_eq!((error.code, text.as_str()), (ErrorCode::NotText, "")),
        }
    }

    #[test]
    fn any_characters_at_all_are_read_or_refused(text in "\\PC{0,200}|[\\x00-\\x{10ffff}]{0,80}") {
        match parse(&text) {
            Ok(page) => check(&text, &page)?,
            Err(error) => prop_assert_eq!(error.code, ErrorCode::NotText),
        }
    }

    #[test]
    fn the_same_input_gives_the_same_result(text in any_page()) {
        let once = serde_json::to_string(&parse(&text).unwrap()).unwrap();
        prop_assert_eq!(once, serde_json::to_string(&parse(&text).unwrap()).unwrap());
    }

    #[test]
    fn a_rebuilt_page_is_rebuilt_to_itself(text in any_page()) {
        let page = parse(&text).unwrap();
        check(&text, &page)?;
        let again = parse(&page.text).unwrap();
        prop_assert_eq!(&page.text, &again.text);
        let shape = |page: &Page| -> Vec<_> {
            page.articles.iter().map(|a| a.blocks.iter().map(|b| (b.kind, b.start, b.end)).collect::<Vec<_>>()).collect()
        };
        prop_assert_eq!(shape(&page), shape(&again));
    }

    #[test]
    fn segments_joined_are_the_text(text in "\\PC{0,120}|[\\x00-\\x{10ffff}]{0,60}") {
        let units: Vec<u16> = text.encode_utf16().collect();
        let mut start = 0;
        let mut joined = Vec::new();
        for end in READER.segment(&text).unwrap() {
            prop_assert!(end as usize > start);
            joined.extend_from_slice(&units[start..end as usize]);
            start = end as usize;
        }
        prop_assert_eq!(joined, units);
    }

    #[test]
    fn hints_lose_nothing(text in any_text(), at in prop::collection::vec((0u32..400, 0..3usize), 0..5)) {
        let kinds = [HintKind::Article, HintKind::Join, HintKind::Headline];
        let hints = at.into_iter().map(|(at, kind)| Hint { at, is: kinds[kind] }).collect();
        let page = READER.parse(&text, &Options { hints, ..Options::default() }).unwrap();
        check(&text, &page)?;
    }
}

#[test]
fn a_hint_is_taken_as_a_fact() {
    let text = "新桥通车两岸近\n　　昨日，青川河上的新大桥建成通车。\n　　苹果红了山坡\n　　县里今年种了苹果八万亩。\n";
    let heads = |hints| {
        let page = READER.parse(text, &Options { hints, ..Options::default() }).unwrap();
        page.articles
            .iter()
            .map(|a| a.headline.clone().unwrap_or_default().main.join("/"))
            .collect::<Vec<_>>()
    };
    let at = text.find("苹果").map(|byte| text[..byte].encode_utf16().count() as u32).unwrap();
    assert_eq!(heads(vec![]), ["新桥通车两岸近"]);
    assert_eq!(heads(vec![Hint { at, is: HintKind::Headline }]), ["新桥通车两岸近", "苹果红了山坡"]);
    assert_eq!(heads(vec![Hint { at, is: HintKind::Article }]), ["新桥通车两岸近", "苹果红了山坡"]);
    let told = READER
        .parse(text, &Options { hints: vec![Hint { at, is: HintKind::Article }], ..Options::default() });
    assert_eq!(told.unwrap().articles[1].because, "told");
}

/// Where headlines stand below their bodies, an inner heading that is said to begin an article stands above its
/// own all the same, and the headline below goes back to the first part.
#[test]
fn an_article_begun_by_hint_has_its_headline_above_on_any_page() {
    let text = fs::read_to_string(root().join("tests/pages/headline-below.txt")).unwrap();
    let at = |words: &str| text.find(words).map(|byte| text[..byte].encode_utf16().count() as u32).unwrap();
    let page = |hints| READER.parse(&text, &Options { hints, ..Options::default() }).unwrap();
    let heads = |page: &Page| -> Vec<String> {
        let main =
            |article: &banmian::page::Article| article.headline.clone().unwrap_or_default().main.join("/");
        page.articles.iter().map(main).collect()
    };
    let (before, heading) = (page(vec![]), "县里给果园修了路");
    let after = page(vec![Hint { at: at(heading), is: HintKind::Article }]);
    assert_eq!(after.articles.len(), before.articles.len() + 1, "{:?}", heads(&after));
    let new = after.articles.iter().find(|article| article.because == "told").unwrap();
    assert_eq!(new.headline.as_ref().unwrap().main, [heading]);
    for head in heads(&before) {
        assert!(heads(&after).contains(&head), "{head} is gone");
    }
}

/// The bar: 1 MB and 8 MB of pages, the time per megabyte in one run grows by no more than this.
const GROWTH: f64 = 1.3;

/// Seconds this thread has been at work: on Linux without the time that others had the processor.
fn at_work(since: Instant) -> f64 {
    let nanoseconds = fs::read_to_string("/proc/thread-self/schedstat")
        .ok()
        .and_then(|words| words.split_whitespace().next()?.parse::<f64>().ok());
    nanoseconds.map_or_else(|| since.elapsed().as_secs_f64(), |time| time / 1e9)
}

/// On a busy machine time is only ever too long, never too short: eight times 1 MB and once 8 MB take turns, the
/// shorter stretch of each counts, and there are more turns only while the bar is missed.
#[test]
fn time_grows_with_the_text() {
    let page: String = HEADLINES
        .iter()
        .zip(PARAGRAPHS)
        .map(|(head, body)| format!("{head}\n　　{body}\n　　{body}\n\n"))
        .collect();
    let text = |megabytes: usize| page.repeat(megabytes * 1_000_000 / page.len());
    let (small, large) = (text(1), text(8));
    let start = Instant::now();
    let seconds = |text: &str, times: usize| {
        let before = at_work(start);
        (0..times).for_each(|_| drop(parse(text).unwrap()));
        at_work(start) - before
    };
    seconds(&small, 1);
    let (mut eight_times, mut once) = (f64::INFINITY, f64::INFINITY);
    for _ in 0..12 {
        eight_times = eight_times.min(seconds(&small, 8));
        once = once.min(seconds(&large, 1));
        if once <= eight_times * GROWTH {
            return;
        }
    }
    panic!("eight times 1 MB took {eight_times:.2} s, once 8 MB {once:.2} s");
}
