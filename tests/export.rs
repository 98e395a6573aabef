//! Every exporter over every fixture and over hostile input: well-formed, complete, and with the right values.

mod common;

use banmian::export::{Format, Table, write};
use banmian::page::Page;
use banmian::{Error, Options};
use common::{READER, bare, root};
use std::fs;

const TABLES: [&str; 13] = [
    "articles",
    "blocks",
    "sentences",
    "figures",
    "quantities",
    "times",
    "entities",
    "mentions",
    "quotes",
    "tokens",
    "frequencies",
    "keywords",
    "newWords",
];

fn parse(input: &str) -> Page {
    let options = Options { date: Some("2026-05-12".into()), ..Options::default() };
    READER.parse(input, &options).unwrap()
}

fn export(page: &Page, format: &str) -> String {
    write(page, Format::named(format).unwrap(), None)
}

/// The fixtures and pages that want to break out of every format.
fn inputs() -> Vec<String> {
    let mut found: Vec<String> = ["tests/pages", "www/examples"]
        .iter()
        .flat_map(|folder| fs::read_dir(root().join(folder)).unwrap())
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            let name = path.file_name().unwrap().to_string_lossy();
            name.ends_with(".txt") && !name.ends_with(".expected.txt")
        })
        .map(|path| fs::read_to_string(path).unwrap())
        .collect();
    assert!(found.len() >= 9);
    found.sort();
    found.push(String::new());
    found.push("=1+1\n\n@SUM(A1)\n-3％\n\"引号\",逗号\n\n<script>&amp;]]>\n# 井号 *星* _线_ [链](x)\n😀𠮷\u{fffe}\u{ffff}".into());
    found.push("市长李明远说：“全区增加值由2019年的128.6亿元增加到2020年的143.2亿元，增长11.4%。\n\n“下半年还要加快。”".into());
    found
}

#[test]
fn names_of_formats() {
    let code = |name: &str| Format::named(name).map_err(|Error { code, .. }| code.as_str());
    assert_eq!(code("tei"), Ok(Format::Tei));
    assert_eq!(code("csv"), Ok(Format::Csv(Table::Articles)));
    assert_eq!(code("ndjson/newWords"), Ok(Format::Ndjson(Table::NewWords)));
    for unknown in ["", "docx", "csv/", "csv/nothing", "tei/figures", "CSV"] {
        assert_eq!(code(unknown), Err("bad-option"), "{unknown}");
    }
}

/// The fields of each record, as RFC 4180 has them.
fn read_csv(csv: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut field, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut chars = csv.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => field.extend(chars.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut field)),
            '\r' if !quoted => {
                assert_eq!(chars.next(), Some('\n'));
                row.push(std::mem::take(&mut field));
                rows.push(std::mem::take(&mut row));
            }
            _ => field.push(c),
        }
    }
    assert!(!quoted && field.is_empty() && row.is_empty(), "the last record ends with CRLF");
    rows
}

#[test]
fn csv_and_ndjson_say_the_same() {
    for input in inputs() {
        let page = parse(&input);
        for table in TABLES {
            let columns: Vec<&str> = Table::named(table).unwrap().columns().collect();
            let names: Vec<&str> = columns.iter().map(|column| column.split(':').next().unwrap()).collect();
            let csv = read_csv(&export(&page, &format!("csv/{table}")));
            let ndjson = export(&page, &format!("ndjson/{table}"));
            let objects: Vec<serde_json::Value> =
                ndjson.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
            assert_eq!(csv[0], names);
            assert_eq!(csv.len(), objects.len() + 1, "{table}");
            for (row, object) in csv[1..].iter().zip(&objects) {
                assert_eq!(row.len(), names.len());
                assert_eq!(object.as_object().unwrap().len(), names.len());
                for ((cell, name), column) in row.iter().zip(&names).zip(&columns) {
                    let value = &object[*name];
                    let kind = column.split(':').nth(1).unwrap_or("");
                    let right = value.is_null() && kind != "l"
                        || match kind {
                            "i" => value.is_i64() || value.is_u64(),
                            "n" => value.is_number(),
                            "b" => value.is_boolean(),
                            "l" => value.is_array(),
                            _ => value.is_string(),
                        };
                    assert!(right, "{table}.{column}: {value}");
                    let shown = match value {
                        serde_json::Value::Null => String::new(),
                        serde_json::Value::String(text) => text.clone(),
                        serde_json::Value::Array(list) => {
                            list.iter().map(|text| text.as_str().unwrap()).collect::<Vec<_>>().join("; ")
                        }
                        number => number.to_string().to_uppercase(),
                    };
                    match cell.strip_prefix('\'') {
                        Some(rest) if shown == *rest => {}
                        _ if value.is_number() => {
                            let (cell, value) = (cell.parse::<f64>().unwrap(), value.as_f64().unwrap());
                            assert!((cell - value).abs() <= value.abs() * 1e-15, "{cell} is not {value}");
                        }
                        _ => assert_eq!(*cell, shown),
                    }
                    if value.is_string() || value.is_array() {
                        assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
                    }
                }
            }
        }
    }
}

#[test]
fn figures_have_their_numbers_units_and_times() {
    let page = parse("本报讯 全区规模以上工业增加值由2024年的128.6亿元增加到2025年的143.2亿元。");
    let csv = read_csv(&export(&page, "csv/figures"));
    let columns = ["from", "fromUnit", "to", "toUnit", "fromTime", "toTime", "change"];
    let found: Vec<&str> = columns
        .iter()
        .map(|column| csv[1][csv[0].iter().position(|name| name == column).unwrap()].as_str())
        .collect();
    assert_eq!(found, ["12860000000", "元", "14320000000", "元", "2024", "2025", "up"]);
}

#[test]
fn a_source_comes_first_in_every_row() {
    let page = parse("本报讯 全市新增岗位3万个。");
    let csv = read_csv(&write(&page, Format::named("csv/articles").unwrap(), Some("2026/a,b.txt")));
    assert!(csv.len() > 1);
    assert_eq!((csv[0][0].as_str(), csv[1][0].as_str()), ("source", "2026/a,b.txt"));
    let ndjson = write(&page, Format::named("ndjson/articles").unwrap(), Some("2026/a,b.txt"));
    assert!(ndjson.starts_with("{\"source\":\"2026/a,b.txt\",\"article\":\"a1\""));
    let tei = write(&page, Format::Tei, Some("<a>.txt"));
    assert!(tei.contains("<idno type=\"source\">&lt;a&gt;.txt</idno><date when=\"2026-05-12\"/>"));
}

/// The text of an XML document's body: tags taken out, references resolved. Checks that tags match.
fn text_of(xml: &str) -> String {
    let mut open: Vec<&str> = Vec::new();
    let mut text = String::new();
    let mut rest = &xml[xml.find("<TEI").unwrap()..];
    let mut in_body = false;
    while let Some(at) = rest.find('<') {
        if in_body {
            text.push_str(&rest[..at]);
        }
        let end = at + rest[at..].find('>').unwrap();
        let tag = &rest[at + 1..end];
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name));
            in_body &= name != "body";
        } else if !tag.ends_with('/') {
            open.push(tag.split(' ').next().unwrap());
            in_body |= tag == "body";
        }
        rest = &rest[end + 1..];
    }
    assert!(open.is_empty());
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    bare(&text.replace("&#9;", "").replace("&#10;", "").replace("&#13;", "").replace("&amp;", "&"))
}

#[test]
fn tei_holds_the_whole_text_once() {
    for input in inputs() {
        let page = parse(&input);
        let expected = bare(&page.text).replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}");
        assert_eq!(text_of(&export(&page, "tei")), expected);
    }
}

#[test]
fn tei_links_lead_somewhere() {
    for input in inputs() {
        let tei = export(&parse(&input), "tei");
        let mut ids: Vec<&str> =
            tei.split("xml:id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all, "an id stands twice");
        for rest in tei.split("=\"#").skip(1) {
            let target = rest.split('"').next().unwrap();
            assert!(ids.binary_search(&target).is_ok(), "{target}");
        }
    }
}

#[test]
fn tei_says_what_was_found() {
    let page = parse(
        "对话\n把手艺传下去\n——访云州竹编传人\n\n　　新华社北京2026年5月6日电 市长李明远说：“全区投入3.5亿元，增长11.4%。”\n",
    );
    let tei = export(&page, "tei");
    for part in [
        "<head type=\"kicker\">",
        "<head type=\"main\">把手艺传下去</head>",
        "<head type=\"sub\">",
        "<date when=\"2026-05-06\">2026年5月6日</date>",
        "<measure type=\"money\" quantity=\"350000000\" unit=\"元\">3.5亿元</measure>",
        "<measure type=\"percent\" quantity=\"11.4\" unit=\"%\">11.4%</measure>",
        ">李明远</persName>",
        "<q type=\"direct\" who=\"#entity-",
        "<listPerson>\n<person xml:id=\"entity-",
    ] {
        assert!(tei.contains(part), "{part} is not in\n{tei}");
    }
}

#[test]
fn markdown_holds_the_whole_text_once() {
    for input in inputs() {
        let page = parse(&input);
        let markdown = export(&page, "markdown");
        let mut text = String::new();
        for line in markdown.lines().filter(|line| *line != "---") {
            let line = line.trim_start_matches('#').trim_start();
            let emphasised = line.starts_with('*') && line.ends_with('*') && line.len() > 1;
            let line = if emphasised { &line[1..line.len() - 1] } else { line };
            let mut chars = line.chars();
            while let Some(c) = chars.next() {
                text.extend(if c == '\\' { chars.next() } else { Some(c) });
            }
        }
        assert_eq!(bare(&text), bare(&page.text));
    }
}

#[test]
fn json_ld_is_json_with_an_object_for_each_article() {
    for input in inputs() {
        let page = parse(&input);
        let json: serde_json::Value = serde_json::from_str(&export(&page, "jsonld")).unwrap();
        let articles = json["@graph"].as_array().unwrap();
        assert_eq!(articles.len(), page.articles.len());
        for (found, article) in articles.iter().zip(&page.articles) {
            assert_eq!(found["@type"], "NewsArticle");
            assert_eq!(found["@id"], format!("#{}", article.id));
            assert_eq!(found["datePublished"], "2026-05-12");
            assert_eq!(found["headline"].is_string(), article.headline.is_some());
            let names: Vec<_> =
                found["mentions"].as_array().unwrap().iter().map(|it| it.to_string()).collect();
            let mut once = names.clone();
            once.sort();
            once.dedup();
            assert_eq!(once.len(), names.len(), "a thing is mentioned once an article");
        }
    }
}

#[test]
fn time_grows_with_the_length_of_the_page() {
    let paragraph = "市长李明远说：“2020年全区投入3.5亿元，增长11.4%。”“下半年，北京市要加快。\n\n";
    let seconds = |times: usize| {
        let page = parse(&paragraph.repeat(times));
        let start = std::time::Instant::now();
        for format in ["tei", "jsonld", "markdown", "csv/tokens", "ndjson/mentions"] {
            export(&page, format);
        }
        start.elapsed().as_secs_f64()
    };
    seconds(100);
    let (short, long) = (seconds(500), seconds(4_000));
    assert!(long < 24.0 * short + 0.05, "eight times the text took {:.1} times as long", long / short);
}
