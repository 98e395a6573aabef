//! Every room's work on a fixed text, for the benches: the pages of `tests/pages`, repeated to 200 kB.

use banmian::extract::{Reading, entities, figures, quantities, quotations, times};
use banmian::lexicon::Lexicon;
use banmian::source::Source;
use banmian::statistics::{self, StopWords};
use banmian::{Options, Reader, layout, words};
use std::fs;
use std::hint::black_box;
use std::path::Path;

const BYTES: usize = 200_000;

/// The texts and the engine.
pub struct Given {
    /// 200 kB.
    pub text: String,
    /// The longest page of `tests/pages`: what a page costs by itself, of the size that people paste.
    pub page: String,
    reader: Reader,
    lexicon: Lexicon,
}

impl Given {
    /// Reads the lexicon and the pages.
    pub fn read() -> Given {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/lexicon.bin");
        let bytes = fs::read(path).expect("target/lexicon.bin: run `cargo xtask lexicon` first");
        let pages = pages();
        let mut text = String::new();
        for page in pages.iter().cycle() {
            if text.len() >= BYTES {
                break;
            }
            text.push_str(page);
            text.push_str("\n\n");
        }
        let page = pages.into_iter().max_by_key(String::len).expect("a page");
        Given {
            text,
            page,
            reader: Reader::new(&bytes).unwrap(),
            lexicon: Lexicon::from_bytes(&bytes).unwrap(),
        }
    }

    /// Gives the work of each room with its name to `measure`, then that of the whole.
    pub fn each_room(&self, measure: &mut dyn FnMut(&str, &mut dyn FnMut())) {
        let Given { text, page, reader, lexicon } = self;
        let source = Source::read(text).unwrap();
        let laid = layout::rebuild(&source, lexicon, &[], None);
        let sentences = words::sentences(&laid.text, &laid.articles);
        let tokens = words::tokens(&laid.text, lexicon);
        let reading = || Reading::new(&laid.text, &laid.articles, &sentences, &tokens, lexicon);
        let read = reading();
        let found_times = times::find(&read);
        let found_quantities = quantities::find(&read, &found_times);
        let stop_words = StopWords::default();
        let of_words = statistics::Words { text: &laid.text, tokens: &tokens };
        let options = Options::default();

        measure("source", &mut || drop(black_box(Source::read(text))));
        measure("layout", &mut || drop(black_box(layout::rebuild(&source, lexicon, &[], None))));
        measure("sentences", &mut || drop(black_box(words::sentences(&laid.text, &laid.articles))));
        measure("tokens", &mut || drop(black_box(words::tokens(&laid.text, lexicon))));
        measure("reading", &mut || drop(black_box(reading())));
        measure("times", &mut || drop(black_box(times::find(&read))));
        measure("quantities", &mut || drop(black_box(quantities::find(&read, &found_times))));
        measure("figures", &mut || {
            drop(black_box(figures::find(&read, &found_times, &found_quantities)));
        });
        measure("names", &mut || drop(black_box(entities::names(&read))));
        measure("names and quotations", &mut || {
            let mut names = entities::names(&read);
            drop(black_box(quotations::quotations(&read, &mut names)));
        });
        measure("statistics", &mut || {
            drop(black_box(statistics::measure(of_words, &laid.articles, &sentences, lexicon, &stop_words)));
        });
        measure("segment", &mut || drop(black_box(reader.segment(text))));
        measure("parse", &mut || drop(black_box(reader.parse(text, &options))));
        measure("parse one page", &mut || drop(black_box(reader.parse(page, &options))));
    }
}

fn pages() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let mut files: Vec<_> =
        fs::read_dir(folder).expect("tests/pages").map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| {
        path.to_string_lossy().ends_with(".txt") && !path.to_string_lossy().contains(".expected.")
    });
    files.sort();
    files.iter().map(|path| fs::read_to_string(path).expect("a page")).collect()
}
