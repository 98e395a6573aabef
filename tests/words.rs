//! Words and statistics with the lexicon that `cargo xtask lexicon` writes.

mod common;

use banmian::statistics::{Query, Sort};
use banmian::{ErrorCode, Options, OwnWord, Reader};
use common::{READER, reader, slice};
use proptest::prelude::*;

fn tagged(reader: &Reader, text: &str) -> String {
    let tokens = reader.tag(text).unwrap();
    let words = tokens.start.iter().zip(&tokens.end).zip(&tokens.tag);
    words
        .map(|((start, end), tag)| format!("{}/{tag}", slice(text, *start, *end)))
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn conventions_of_the_pku_standard() {
    for expected in [
        // numbers, times, measures
        "２０２０年/t ３月/t ６日/t 上午/t ９时/t",
        "增长/v 45.7%/m ，/w 达/v 100万/m 人/n",
        "第一/m 次/q 有/v 二十/m 多/m 个/q 国家/n 参加/v",
        "三分之二/m 的/u 居民/n",
        "一九九八年/t 十二月/t 三十一日/t",
        "九十/m 年代/n",
        "首/m 批/q ３/m 名/q 队员/n",
        // people: one word
        "记者/n 罗静雯/nr 、/w 张晓松/nr 报道/v",
        "李/nr 主任/n 和/c 欧阳明/nr 教授/n",
        "埃隆·马斯克/nr 表示/v",
        "主席/n 雪克来提·扎克尔/nr",
        "法国/ns 总统/n 马克龙/nr 会见/v 德国/ns 总理/n 默克尔/nr",
        // places and bodies
        "西藏/ns 自治区/n",
        "重庆市/ns 巫山县/ns",
        "国家/n 旅游局/n 和/c 新华社/nt",
        // compounds and phrases
        "他/r 不/d 是/v 工人/n",
        "最/d 大/a 的/u 城市/n",
        "认真/a 贯彻/v 落实/v",
        "实事求是/i 的/u 精神/n",
        // letters and marks
        "５Ｇ/nx 和/c ＷＴＯ/nx ——/w ……/w",
    ] {
        let text: String = expected.split(' ').map(|word| word.rsplit_once('/').unwrap().0).collect();
        assert_eq!(tagged(&READER, &text), expected, "{text}");
    }
}

#[test]
fn a_name_that_is_certain_once_is_a_name_everywhere() {
    for (text, name, count) in [
        ("市长唐明飞出席会议。会后，唐明飞到车间看望工人。工人对唐明飞说好。", "唐明飞/nr", 3),
        ("书记向南生说，村里变了。向南生活了八十岁，向南生又来了。", "向南生/nr", 3),
        ("区长成业平出席，成业平等参加。", "成业平/nr", 2),
    ] {
        let words = tagged(&READER, text);
        assert_eq!(words.matches(name).count(), count, "{words}");
    }
}

#[test]
fn own_words() {
    let mut reader = reader();
    let own = |word: &str, tag: Option<&str>| OwnWord { word: word.into(), tag: tag.map(Into::into) };
    reader
        .add_words(&[own("两江三工厂", Some("nt")), own("雪龙2号", None), own("报纸", Some("nz"))])
        .unwrap();
    for (text, expected) in [
        ("他在两江三工厂工作", "他/r 在/p 两江三工厂/nt 工作/vn"),
        ("考察船雪龙2号返航", "考察船/n 雪龙2号/nz 返航/v"),
        ("看报纸", "看/v 报纸/nz"),
    ] {
        assert_eq!(tagged(&reader, text), expected);
    }
    for refused in [own("", None), own("有 空格", None), own(&"长".repeat(31), None), own("词", Some("what"))]
    {
        assert_eq!(reader.add_words(&[refused]).unwrap_err().code, ErrorCode::BadOption);
    }
}

#[test]
fn stop_words_are_no_keywords() {
    let text = "大桥通车。大桥建成。隧道通车。";
    let words = |reader: &Reader| -> Vec<String> {
        reader.keywords(text, 10).unwrap().into_iter().map(|keyword| keyword.word).collect()
    };
    let mut reader = reader();
    assert!(words(&reader).contains(&"大桥".to_string()));
    reader.set_stop_words(Some(vec!["大桥".into()]));
    assert!(!words(&reader).contains(&"大桥".to_string()));
    reader.set_stop_words(None);
    assert!(words(&reader).contains(&"大桥".to_string()));
}

#[test]
fn statistics_of_a_page() {
    let page = READER.parse("高铁通车了。\n\n两岸居民乘坐高铁。", &Options::default()).unwrap();
    let statistics = &page.statistics;
    assert_eq!((statistics.characters, statistics.sentences), (15, 2));
    let first = &statistics.frequencies[0];
    assert_eq!((first.word.as_str(), first.tag, first.count), ("高铁", "n", 2));
    assert_eq!(statistics.words, statistics.frequencies.iter().map(|f| f.count).sum::<u32>());
    assert_eq!(statistics.distinct_words as usize, statistics.frequencies.len());
}

#[test]
fn inquiries_speak_utf16() {
    let text = "𠀀年，大桥通车。";
    let lines = READER.concordance(text, &Query::Word("大桥".into()), 2, Sort::Position).unwrap();
    assert_eq!(slice(text, lines[0].start, lines[0].end), "大桥");
    assert_eq!(slice(text, lines[0].left, lines[0].right), "年，大桥通车");
    assert_eq!(READER.dispersion(text, "大桥", 2).unwrap().positions, [4]);
    let refused = READER.concordance(text, &Query::Pattern("[".into()), 2, Sort::Position).unwrap_err();
    assert_eq!(refused.code, ErrorCode::BadOption);
}

/// A way that is quadratic would take hours for these.
#[test]
fn long_texts_without_a_mark_are_read() {
    let names: String = ('\u{4e00}'..='\u{9fff}').flat_map(|c| ['王', c, '明']).collect();
    for (what, text) in [
        ("numerals", "三分之一".repeat(40_000)),
        ("one numeral", "一".repeat(120_000)),
        ("digits", "1".repeat(120_000)),
        ("clocks", "1:".repeat(60_000)),
        ("names", names.repeat(2)),
        ("sounds", "阿卡尔".repeat(40_000)),
        ("dots", "卡·".repeat(40_000)),
        ("marks", "，".repeat(80_000)),
        ("no words", "囧".repeat(60_000)),
    ] {
        let ends = READER.segment(&text).unwrap();
        assert_eq!(ends.last().copied(), Some(text.chars().count() as u32), "{what}");
        READER.frequencies(&text).unwrap();
        READER.phrases(&text, 2, 6, 2).unwrap();
        READER.collocates(&text, "，", 4, 1).unwrap();
    }
    let mut reader = reader();
    reader.add_words(&[OwnWord { word: "第1".into(), tag: None }]).unwrap();
    reader.segment(&"第二第1".repeat(20_000)).unwrap();
}

/// Characters that the rules look at, and others.
const ALPHABET: &str = "的一二十百万年月日时第多几王李张明主席先生说在中国省村·•．—…，。、（）“”\
    0123456789０９.,:%％-/ABcＷé 　\n\r\t\u{200b}\u{feff}𠀀😀٣กあк①②№℃";

fn texts() -> impl Strategy<Value = String> {
    let characters: Vec<char> = ALPHABET.chars().collect();
    prop_oneof![
        proptest::collection::vec(proptest::sample::select(characters), 0..60)
            .prop_map(|list| list.into_iter().collect()),
        any::<String>(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

    #[test]
    fn the_pieces_joined_are_the_text(text in texts()) {
        let ends = READER.segment(&text).unwrap();
        let length = text.encode_utf16().count() as u32;
        prop_assert!(ends.windows(2).all(|pair| pair[0] < pair[1]));
        prop_assert_eq!(ends.last().copied().unwrap_or(0), length);
        let mut start = 0;
        let mut joined = String::new();
        for end in ends {
            joined += &slice(&text, start, end);
            start = end;
        }
        prop_assert_eq!(joined, text);
    }

    #[test]
    fn every_character_that_is_seen_is_in_a_word(text in texts()) {
        let tokens = READER.tag(&text).unwrap();
        let units: Vec<u16> = text.encode_utf16().collect();
        let mut at = 0;
        for (start, end) in tokens.start.iter().zip(&tokens.end) {
            let between = String::from_utf16(&units[at as usize..*start as usize]).unwrap();
            prop_assert!(between.chars().all(|c| c.is_whitespace() || banmian::source::chars::is_invisible(c)), "{:?}", between);
            prop_assert!(start < end);
            at = *end;
        }
    }
}
