//! How long each room takes, on the pages of `tests/pages` repeated to 200 kB: `cargo xtask lexicon && cargo bench
//! --bench rooms`, or `-- names` for one room. Throughput is of UTF-8 bytes.

use banmian::extract::{Reading, entities, figures, quantities, quotations, times};
use banmian::lexicon::Lexicon;
use banmian::source::Source;
use banmian::statistics::{self, StopWords};
use banmian::{Options, Reader, layout, words};
use criterion::{
    BenchmarkGroup, Criterion, Throughput, criterion_group, criterion_main, measurement::WallTime,
};
use std::fs;
use std::hint::black_box;
use std::path::Path;

const BYTES: usize = 200_000;

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

fn bench(group: &mut BenchmarkGroup<WallTime>, room: &str, mut run: impl FnMut()) {
    group.bench_function(room, |bencher| bencher.iter(&mut run));
}

fn rooms(criterion: &mut Criterion) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/lexicon.bin");
    let bytes = fs::read(path).expect("target/lexicon.bin: run `cargo xtask lexicon` first");
    let (reader, lexicon) = (Reader::new(&bytes).unwrap(), Lexicon::from_bytes(&bytes).unwrap());
    let pages = pages();
    let mut text = String::new();
    for page in pages.iter().cycle() {
        if text.len() >= BYTES {
            break;
        }
        text.push_str(page);
        text.push_str("\n\n");
    }

    let source = Source::read(&text).unwrap();
    let laid = layout::rebuild(&source, &lexicon, &[], None);
    let sentences = words::sentences(&laid.text, &laid.articles);
    let tokens = words::tokens(&laid.text, &lexicon);
    let reading = Reading::new(&laid.text, &laid.articles, &sentences, &tokens, &lexicon);
    let found_times = times::find(&reading);
    let found_quantities = quantities::find(&reading, &found_times);
    let stop_words = StopWords::default();
    let of_words = statistics::Words { text: &laid.text, tokens: &tokens };

    let mut group = criterion.benchmark_group("rooms");
    group.sample_size(10).throughput(Throughput::Bytes(text.len() as u64));
    bench(&mut group, "source", || drop(black_box(Source::read(&text))));
    bench(&mut group, "layout", || drop(black_box(layout::rebuild(&source, &lexicon, &[], None))));
    bench(&mut group, "sentences", || drop(black_box(words::sentences(&laid.text, &laid.articles))));
    bench(&mut group, "tokens", || drop(black_box(words::tokens(&laid.text, &lexicon))));
    bench(&mut group, "times", || drop(black_box(times::find(&reading))));
    bench(&mut group, "quantities", || drop(black_box(quantities::find(&reading, &found_times))));
    bench(&mut group, "figures", || {
        drop(black_box(figures::find(&reading, &found_times, &found_quantities)));
    });
    bench(&mut group, "names", || drop(black_box(entities::names(&reading))));
    bench(&mut group, "names and quotations", || {
        let mut names = entities::names(&reading);
        drop(black_box(quotations::quotations(&reading, &mut names)));
    });
    bench(&mut group, "statistics", || {
        drop(black_box(statistics::measure(of_words, &laid.articles, &sentences, &lexicon, &stop_words)));
    });
    bench(&mut group, "segment", || drop(black_box(reader.segment(&text))));
    bench(&mut group, "parse", || drop(black_box(reader.parse(&text, &Options::default()))));
    group.finish();

    // what a page costs by itself: one of the size that people paste
    let page = pages.iter().max_by_key(|page| page.len()).expect("a page");
    let mut group = criterion.benchmark_group("page");
    group.throughput(Throughput::Bytes(page.len() as u64));
    bench(&mut group, "parse", || drop(black_box(reader.parse(page, &Options::default()))));
    group.finish();
}

criterion_group!(benches, rooms);
criterion_main!(benches);
