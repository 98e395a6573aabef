//! What is fuzzed: each function takes any bytes and panics when a promise is broken. `fuzz/` runs them under libFuzzer,
//! `tests/fuzz.rs` for a while with a fixed seed.

use super::{READER, promises};
use banmian::export::{Format, Table};
use banmian::statistics::{Query, Sort};
use banmian::{ErrorCode, Hint, HintKind, Inquiry, Options, Reader};

/// A target's name and what it does.
pub type Target = (&'static str, fn(&[u8]));

/// All targets.
pub const TARGETS: &[Target] = &[
    ("parse", parse),
    ("hints", hints),
    ("words", words),
    ("figures", figures),
    ("measures", measures),
    ("export", export),
    ("lexicon", lexicon),
];

/// The whole parse keeps every promise on any text.
pub fn parse(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    read(&text, Options::default());
}

/// So it does whatever a person says of the lines.
pub fn hints(data: &[u8]) {
    let (told, text) = data.split_at(data.len().min(8));
    let kinds = [HintKind::Article, HintKind::Join, HintKind::Headline];
    let hints = told.chunks(2).map(|pair| Hint {
        at: u32::from(pair[0]),
        is: kinds[usize::from(pair.get(1).copied().unwrap_or(0)) % kinds.len()],
    });
    read(&String::from_utf8_lossy(text), Options { hints: hints.collect(), ..Options::default() });
}

fn read(text: &str, options: Options) {
    match READER.parse(text, &options) {
        Ok(page) => promises::check(text, &page).unwrap_or_else(|broken| panic!("{broken}")),
        Err(error) => assert_eq!(error.code, ErrorCode::NotText, "{}", error.message),
    }
}

/// Segments joined are the text; tags stand on words of the text.
pub fn words(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let units = text.encode_utf16().count() as u32;
    let ends = READER.segment(&text).expect("the text is short");
    assert!(ends.windows(2).all(|pair| pair[0] < pair[1]));
    assert_eq!(ends.last().copied().unwrap_or(0), units);
    let tokens = READER.tag(&text).expect("the text is short");
    assert!(tokens.start.iter().zip(&tokens.end).all(|(start, end)| start < end && *end <= units));
    assert_eq!(tokens.start.len(), tokens.tag.len());
}

/// Numbers and times of a line: what has a value is written as the contract says.
pub fn figures(data: &[u8]) {
    // any bytes as characters of numbers, units and times, so that grammars are reached at once
    const ALPHABET: &str = "零〇一二两三四五六七八九十百千万亿兆半几数多余来第0123456789.,，、．—-至到%％‰年月日号时点分秒周星期\
        上下今去前昨明后初末底中旬春节季度世纪代党的大以来“”成倍由从增长减少降达为占比元美人户亩吨公里平方米℃岁约近不足以左右。 \n";
    let alphabet: Vec<char> = ALPHABET.chars().collect();
    let text: String = data.iter().map(|byte| alphabet[usize::from(*byte) % alphabet.len()]).collect();
    let options = Options { date: Some("2026-05-12".into()), ..Options::default() };
    let page = READER.parse(&text, &options).expect("the text is short");
    promises::check(&text, &page).unwrap_or_else(|broken| panic!("{broken} in {text}"));
    for quantity in &page.quantities {
        if let Some([Some(low), Some(high)]) = quantity.bounds {
            assert!(low <= high, "{low:?} to {high:?} in {text}");
        }
    }
}

/// Any question about any text is answered or refused.
pub fn measures(data: &[u8]) {
    let (asked, text) = data.split_at(data.len().min(4));
    let text = String::from_utf8_lossy(text);
    let size = |k: usize| usize::from(asked.get(k).copied().unwrap_or(0));
    let word: String = text.chars().skip(size(0)).take(size(1) % 5).collect();
    let query = match size(2) % 3 {
        0 => Query::Word(word.clone()),
        1 => Query::Text(word.clone()),
        _ => Query::Pattern(word.clone()),
    };
    let sort = [Sort::Position, Sort::Left, Sort::Right][size(3) % 3];
    let questions = [
        Inquiry::Keywords { top: size(0) },
        Inquiry::TextRank { top: size(1) },
        Inquiry::Phrases { shortest: size(0), longest: size(1), least: size(2) as u32 },
        Inquiry::Dispersion { word: word.clone(), parts: size(1) },
        Inquiry::Collocates { word: word.clone(), window: size(2), least: size(3) as u32 },
        Inquiry::Concordance { query, width: size(1), sort },
        Inquiry::Keyness { other: word },
    ];
    for question in questions {
        if let Err(error) = READER.ask(&text, &question) {
            assert_eq!(error.code, ErrorCode::BadOption, "{}", error.message);
        }
    }
}

/// Whatever a page says, what is written of it can be read by the parsers of its format and begins no formula.
pub fn export(data: &[u8]) {
    let (name, text) = data.split_at(data.len().min(6));
    let (name, text) = (String::from_utf8_lossy(name), String::from_utf8_lossy(text));
    let Ok(page) = READER.parse(&text, &Options::default()) else { return };
    let write = |format: Format| banmian::export::write(&page, format, Some(&name));
    roxmltree::Document::parse(&write(Format::Tei)).expect("well-formed XML");
    serde_json::from_str::<serde_json::Value>(&write(Format::JsonLd)).expect("JSON");
    assert!(page.articles.is_empty() || !write(Format::Markdown).is_empty());
    for (table, _) in Table::all() {
        for line in write(Format::Ndjson(table)).lines() {
            serde_json::from_str::<serde_json::Value>(line).expect("JSON");
        }
        let written = write(Format::Csv(table));
        for row in csv::Reader::from_reader(written.as_bytes()).records() {
            for cell in row.expect("rows are equally long").iter() {
                let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
                assert!(!formula || cell.parse::<f64>().is_ok(), "{cell:?} begins a formula");
            }
        }
    }
}

/// A word list that is damaged is refused, even when its checksum was made to fit.
pub fn lexicon(data: &[u8]) {
    let _ = Reader::new(data).map(|reader| reader.segment("新区大桥"));
    match Reader::new(&banmian::lexicon::format::seal(data)) {
        Ok(reader) => drop(reader.segment("新区大桥")),
        Err(error) => assert_eq!(error.code, ErrorCode::LexiconCorrupt, "{}", error.message),
    }
}
