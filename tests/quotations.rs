//! Who said what, on invented text.

mod common;

use banmian::Options;
use banmian::page::Page;
use common::READER;

fn parse(text: &str) -> Page {
    READER.parse(text, &Options::default()).expect("the text is read")
}

/// Speaker, verb and words of each quote; direct speech in 「」.
fn quotes(text: &str) -> Vec<String> {
    let page = parse(text);
    let units: Vec<u16> = page.text.encode_utf16().collect();
    let show = |quote: &banmian::page::Quote| {
        let speaker = quote.speaker.map_or("-", |speaker| page.entities[speaker as usize].name.as_str());
        let words = String::from_utf16_lossy(&units[quote.start as usize..quote.end as usize]);
        let words = if quote.direct { format!("「{words}」") } else { words };
        format!("{speaker} {} {words}", quote.verb.as_deref().unwrap_or("-"))
    };
    page.quotes.iter().map(show).collect()
}

fn reads(table: &[(&str, &[&str])]) {
    for (text, expected) in table {
        assert_eq!(quotes(text), *expected, "{text}");
    }
}

#[test]
fn a_cue_before_what_is_said() {
    reads(&[
        ("市长孙国华强调，要守住安全底线。", &["孙国华 强调 要守住安全底线。"]),
        ("调研中，孙国华在听取汇报时指出，形势持续向好。", &["孙国华 指出 形势持续向好。"]),
        ("村民石大山说：“路修到了家门口。”", &["石大山 说 「路修到了家门口。」"]),
        ("据分公司负责人周斌介绍，今年已寄递柑橘4万单。", &["周斌 介绍 今年已寄递柑橘4万单。"]),
        ("市长孙国华叮嘱企业负责人一定要做好员工防护工作。", &["孙国华 叮嘱 一定要做好员工防护工作。"]),
        ("乡长马晓燕告诉记者，合作社产值突破五百万元。", &["马晓燕 告诉 合作社产值突破五百万元。"]),
        ("会议要求，各部门要抓好任务落实。", &["- 要求 各部门要抓好任务落实。"]),
        (
            "赵立群出席会议并讲话，强调要牢固树立服务意识，提高工作水平。",
            &["赵立群 强调 要牢固树立服务意识，提高工作水平。"],
        ),
    ]);
}

#[test]
fn a_cue_after_or_between() {
    reads(&[
        ("“明年计划扩大规模。”马晓燕说。", &["马晓燕 说 「明年计划扩大规模。」"]),
        (
            "“现在是缓和局势的时候，”古特雷斯说，“现在是保持克制的时候。”",
            &["古特雷斯 说 「现在是缓和局势的时候，」", "古特雷斯 说 「现在是保持克制的时候。」"],
        ),
        (
            "“过去这里都是荒地。”村支书谭志勇告诉记者，青壮年大多外出务工。",
            &["谭志勇 告诉 「过去这里都是荒地。」", "谭志勇 告诉 青壮年大多外出务工。"],
        ),
    ]);
}

#[test]
fn the_speaker_is_carried_over() {
    reads(&[
        ("市长孙国华昨日前往柳江区调研。他强调，要抓好生产。", &["孙国华 强调 要抓好生产。"]),
        // whoever reports the news is not whom it calls 他
        ("本报讯（记者罗小雯）市长孙国华昨日前往柳江区。他指出，要抓紧推进。", &["孙国华 指出 要抓紧推进。"]),
        (
            "外长恩佐说，两国关系发展顺利。他认为，合作前景广阔。",
            &["恩佐 说 两国关系发展顺利。", "恩佐 认为 合作前景广阔。"],
        ),
    ]);
}

#[test]
fn speech_goes_on_until_the_narrator_takes_over() {
    reads(&[
        (
            "赵立群指出，营商环境没有最好。要聚焦企业需求，优化服务。各级干部要有求必应。",
            &["赵立群 指出 营商环境没有最好。要聚焦企业需求，优化服务。各级干部要有求必应。"],
        ),
        ("赵立群强调，要加强统筹。随后，赵立群来到江州大学考察。", &["赵立群 强调 要加强统筹。"]),
        ("赵立群强调，要加强统筹。市领导吴敏、陈国栋参加。", &["赵立群 强调 要加强统筹。"]),
        (
            "赵立群强调，要加强统筹。孙国华要求各区县要抓好落实，不得推诿。",
            &["赵立群 强调 要加强统筹。", "孙国华 要求 要抓好落实，不得推诿。"],
        ),
    ]);
}

#[test]
fn marks_may_close_paragraphs_later() {
    let text = "　　村民石大山说：“第一段话说的是修路的事情，从前这里没有路，下雨天出门全是泥，孩子上学要走两个小时。\n\n　　“第二段话说的是种树的事情，如今满山都是果树，一年能卖好几万元，大家都盖起了新房子。”\n\n　　记者随后离开。";
    let quotes = quotes(text);
    assert_eq!(quotes.len(), 1, "{quotes:?}");
    assert!(quotes[0].starts_with("石大山 说 「第一段话") && quotes[0].ends_with("新房子。」"), "{quotes:?}");
}

#[test]
fn what_is_no_speech() {
    reads(&[
        ("按照党中央的决策部署和工作要求，全面推进各项任务。", &[]),
        ("总的来说，今年的工作取得了成绩。", &[]),
        ("他向职工表示慰问和感谢。", &[]),
        ("深化“放管服”改革是重要任务。", &[]),
    ]);
}

#[test]
fn how_much_each_speaker_said() {
    let page = parse("市长孙国华说，好。马晓燕说：“很好很好。”");
    let spoken: Vec<(&str, u32)> =
        page.entities.iter().filter(|e| e.spoken > 0).map(|e| (e.name.as_str(), e.spoken)).collect();
    assert_eq!(spoken, [("孙国华", 2), ("马晓燕", 5)]);
}

#[test]
fn odd_marks_break_nothing() {
    for text in [
        "”“",
        "“",
        "说：“",
        "张三说",
        "说，",
        "“”说。",
        "》《",
        "（）（",
        "据，",
        "他强调，",
        "“。”他说",
        "\u{1F600}说：“\u{1F600}”",
    ] {
        let page = parse(text);
        assert!(page.quotes.iter().all(|quote| quote.start <= quote.end), "{text}");
    }
}
