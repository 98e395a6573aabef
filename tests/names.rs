//! Who, where, which body: names found and linked, on invented text.

mod common;

use banmian::Options;
use banmian::page::{Entity, EntityType, Page};
use common::{READER, slice};

fn parse(text: &str) -> Page {
    READER.parse(text, &Options::default()).expect("the text is read")
}

fn mentions(page: &Page, kind: EntityType) -> Vec<String> {
    let of_kind = page.mentions.iter().filter(|mention| mention.kind == kind);
    of_kind.map(|mention| slice(&page.text, mention.start, mention.end)).collect()
}

fn entity<'p>(page: &'p Page, name: &str) -> &'p Entity {
    page.entities
        .iter()
        .find(|entity| entity.name == name)
        .unwrap_or_else(|| panic!("{name} in {:?}", page.entities))
}

fn finds(kind: EntityType, table: &[(&str, &[&str])]) {
    for (text, expected) in table {
        assert_eq!(mentions(&parse(text), kind), *expected, "{text}");
    }
}

#[test]
fn people() {
    finds(
        EntityType::Person,
        &[
            ("市委副书记、市长孙国华主持会议。", &["孙国华"]),
            ("联合国秘书长古特雷斯在会上警告。", &["古特雷斯"]),
            ("美国常驻联合国副代表罗伯特·伍德称，美国不寻求局势升级。", &["罗伯特·伍德"]),
            ("副主席李学勇、吕薇、杜玉波出席会议。", &["李学勇", "吕薇", "杜玉波"]),
            ("广东队主教练杜锋则认为，球队失误过多。", &["杜锋"]),
            ("县农业农村委副主任何秀琼说，产量增加了。", &["何秀琼"]),
            ("检察院对犯罪嫌疑人陈某某批准逮捕。", &["陈某某"]),
            ("临澜海关关长闻人越介绍，通关快了。", &["闻人越"]),
            ("（本报记者李舸摄）闵慧带我们去看林徽因画的图。", &["李舸", "闵慧", "林徽因"]),
            ("钟离恪的态度没有变，钟离恪就在现场。", &["钟离恪", "钟离恪"]),
            // the dictionary sees 长江
            ("在湾里干了27年的老船长江伯言告诉记者。", &["江伯言"]),
            // common words that the dictionary calls names
            ("两条生产线满负荷运转，黄金周里顾客多。", &[]),
            ("青少年爱吃胡萝卜，古建筑前阳光正好。", &[]),
            ("玉米棒、石英砂和幼儿园的小提琴都运到了。", &[]),
            ("驻村第一书记要做好群众工作。", &[]),
            ("新年的钟声敲响，活动掀起新的高潮。", &[]),
        ],
    );
}

#[test]
fn places() {
    finds(
        EntityType::Place,
        &[
            ("他从重庆市云阳县渔舟镇来到深圳。", &["重庆市", "云阳县", "渔舟镇", "深圳"]),
            ("许多发展中国家希望分享中国经验。", &["中国"]),
            ("在青石县柳溪乡养了半辈子的蜂。", &["青石县", "柳溪乡"]),
            ("成渝地区、长三角和粤港澳大湾区加快发展。", &["成渝地区", "长三角", "粤港澳大湾区"]),
            ("黔东南苗族侗族自治州与黄山的村庄结对。", &["黔东南苗族侗族自治州", "黄山"]),
            ("东部产业向西部梯度转移。", &["东部", "西部"]),
        ],
    );
}

#[test]
fn bodies() {
    finds(
        EntityType::Organization,
        &[
            (
                "延锋伟世通（重庆）汽车电子有限公司主要经营汽车电子产品。",
                &["延锋伟世通（重庆）汽车电子有限公司"],
            ),
            ("他走进宏达机械集团有限公司考察。", &["宏达机械集团有限公司"]),
            ("国家发展和改革委员会、财政部联合发文。", &["国家发展和改革委员会", "财政部"]),
            ("市发展和改革委员会、市市场监督管理局参加。", &["市发展和改革委员会", "市市场监督管理局"]),
            ("按照市委、市政府工作安排，全省各级党委要抓好落实。", &["市委", "市政府"]),
            ("重庆市第一中级人民法院审理查明。", &["重庆市第一中级人民法院"]),
            ("中国邮政云阳分公司设立了服务站。", &["中国邮政云阳分公司"]),
            ("俄罗斯外交部发言人和以色列国防军发言人分别表态。", &["俄罗斯外交部", "以色列国防军"]),
            ("上市公司和民营企业家座谈。", &[]),
            ("安理会变成少数国家的俱乐部。", &["安理会"]),
        ],
    );
}

#[test]
fn works_terms_and_events() {
    let page = parse(
        "会议审议了《江州市绿化条例（草案）》。2023年在江州召开深化“放管服”改革推进会，党的二十大代表参加。",
    );
    assert_eq!(mentions(&page, EntityType::Work), ["《江州市绿化条例（草案）》"]);
    assert_eq!(entity(&page, "《江州市绿化条例（草案）》").genre, Some("law"));
    assert_eq!(mentions(&page, EntityType::Term), ["放管服"]);
    assert_eq!(mentions(&page, EntityType::Event), ["深化“放管服”改革推进会", "党的二十大"]);
    // speech is no term
    let page = parse("村民石大山说：“今年收成好，日子有奔头。”");
    assert!(mentions(&page, EntityType::Term).is_empty());
    let page = parse("“十年前，这里一年也见不到几只。”老渔工说。“其作始也简，其将毕也必巨。”");
    assert_eq!(mentions(&page, EntityType::Term), ["其作始也简，其将毕也必巨。"]);
    let page = parse("推行“一数一源、一源多用”和“看得见，用得上”的清单，“机器说了算，我的手只管挑样”。");
    assert_eq!(mentions(&page, EntityType::Term), ["一数一源、一源多用", "看得见，用得上"]);
    let page = parse("新华社海州5月11日电 第九届沿海城市合作大会11日在海州闭幕。");
    assert_eq!(mentions(&page, EntityType::Event), ["第九届沿海城市合作大会"]);
}

#[test]
fn titles_stand_in_order_and_apart_from_the_name() {
    for (text, name, expected) in [
        ("市委副书记、市长孙国华前往柳江区调研。", "孙国华", vec!["市委副书记", "市长"]),
        (
            "中共中央总书记、国家主席习近平出席会议。习近平总书记强调，要实事求是。",
            "习近平",
            vec!["中共中央总书记", "国家主席", "总书记"],
        ),
        ("中国常驻联合国代表张军说，中方深表关切。", "张军", vec!["中国常驻联合国代表"]),
        (
            "柏木村党支部书记、村委会主任谭志勇告诉记者，路修好了。",
            "谭志勇",
            vec!["柏木村党支部书记", "村委会主任"],
        ),
        ("全国政协副主席李学勇、吕薇、杜玉波出席会议。", "杜玉波", vec!["全国政协副主席"]),
        ("他的儿子冯小军回乡创业，冯小军说，很满意。", "冯小军", vec![]),
    ] {
        let page = parse(text);
        assert_eq!(entity(&page, name).titles, expected, "{text}");
    }
}

#[test]
fn one_entity_for_one_person_or_body() {
    let page = parse(
        "江南船舶科技股份有限公司（以下简称“江南船科”）昨日发布公告。江南船科董事长钱立民说，订单充足。钱董事长表示，明年扩产。",
    );
    assert_eq!(entity(&page, "江南船舶科技股份有限公司").mentions.len(), 3);
    assert_eq!(entity(&page, "钱立民").mentions.len(), 2);
    assert!(mentions(&page, EntityType::Term).is_empty(), "a taught short form is no term");

    let page = parse("沃纳·福诺斯今天在这里指出，形势依然严峻。福诺斯说，增长已经放慢。");
    assert_eq!(entity(&page, "沃纳·福诺斯").mentions.len(), 2);

    let page = parse("国家发展和改革委员会表示，物价平稳。国家发改委有关负责人说，供应充足。");
    assert_eq!(entity(&page, "国家发展和改革委员会").mentions.len(), 2);
}

#[test]
fn places_know_where_they_lie() {
    let page = parse("重庆市江北区举行活动，江北区和渝中区的市民参加。");
    let place = entity(&page, "江北区").place.clone().expect("江北区 is known");
    assert_eq!(place.code.as_deref(), Some("500105"));
    assert_eq!(place.path, ["重庆市", "江北区"]);
    // there is another 江北区 in 宁波: without a city on the page the question stays open
    assert_eq!(entity(&parse("江北区举行活动。"), "江北区").place, None);
    let page = parse("重庆和重庆市是同一个地方。");
    assert_eq!(entity(&page, "重庆市").mentions.len(), 2);
}

#[test]
fn names_broken_by_a_line_end_are_found() {
    let page = parse(
        "　　市委副书记、市长孙国华昨日前往江北区和两江新区，检查汽车产业复工复产情况并看望一线职工，孙国\n华还来到延锋伟世通（重庆）汽车电子有限公\n司，详细了解企业生产经营情况。",
    );
    assert_eq!(entity(&page, "孙国华").mentions.len(), 2);
    assert!(
        mentions(&page, EntityType::Organization).contains(&"延锋伟世通（重庆）汽车电子有限公司".to_string())
    );
}

#[test]
fn mentions_and_entities_point_at_each_other() {
    let page = parse("市长孙国华说，江州市要发展。江州大学校长吴敏表示，江州大学会支持。");
    for (index, mention) in page.mentions.iter().enumerate() {
        assert!(page.entities[mention.entity as usize].mentions.contains(&(index as u32)));
        assert_eq!(page.entities[mention.entity as usize].kind, mention.kind);
        assert!(mention.start < mention.end && !mention.because.is_empty());
    }
    assert!(page.mentions.windows(2).all(|pair| pair[0].start <= pair[1].start));
}

/// The page marked by hand, which is no part of the repository: names and terms that it says must and must not be
/// found. Skipped when it is absent.
#[test]
fn the_seed_page() {
    let Some(folder) = common::shared("pages/seed") else { return };
    let text = std::fs::read_to_string(folder.join("page.txt")).expect("the page is whole");
    let gold = std::fs::read_to_string(folder.join("page.extraction.json")).expect("the page is whole");
    let page = READER
        .parse(&text, &Options { date: Some("2020-03-07".into()), ..Options::default() })
        .expect("the page is read");
    let gold: serde_json::Value = serde_json::from_str(&gold).expect("the gold is JSON");
    let bare = |text: &str| -> String {
        text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '《' | '》' | '“' | '”')).collect()
    };
    for (list, kinds, least) in [
        ("terms", &[EntityType::Term][..], 0.95),
        ("works", &[EntityType::Work, EntityType::Event][..], 0.90),
    ] {
        let mine: std::collections::BTreeSet<String> =
            kinds.iter().flat_map(|kind| mentions(&page, *kind)).map(|text| bare(&text)).collect();
        let items = gold["articles"].as_array().into_iter().flatten();
        let items: Vec<_> =
            items.flat_map(|article| article[list].as_array().into_iter().flatten()).collect();
        let name = |item: &&serde_json::Value| bare(item["text"].as_str().unwrap_or_default());
        let core: std::collections::BTreeSet<String> =
            items.iter().filter(|item| item["tier"] == "core").map(name).collect();
        let known: std::collections::BTreeSet<String> = items.iter().map(name).collect();
        let hit = core.intersection(&mine).count() as f64;
        let wrong = mine.difference(&known).count() as f64;
        let f1 = 2.0 * hit / (core.len() as f64 + hit + wrong);
        assert!(f1 >= least, "{list}: F1 {f1:.3}, missed {:?}", core.difference(&mine).collect::<Vec<_>>());
    }
    for item in gold["articles"]
        .as_array()
        .into_iter()
        .flatten()
        .flat_map(|a| a["notNames"].as_array().into_iter().flatten())
    {
        let (inside, name) =
            (item["inside"].as_str().unwrap_or_default(), item["text"].as_str().unwrap_or_default());
        let Some(at) = page.text.find(inside) else { continue };
        let start = page.text[..at].encode_utf16().count() as u32;
        let end = start + inside.encode_utf16().count() as u32;
        let reported = page
            .mentions
            .iter()
            .any(|m| m.start >= start && m.end <= end && slice(&page.text, m.start, m.end) == name);
        assert!(!reported, "{name} in {inside} is no name");
    }
}
