//! How long each room takes: `cargo xtask lexicon && cargo bench --bench rooms`, or `-- names` for one room. Throughput is
//! of UTF-8 bytes.

mod common;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};

fn times(criterion: &mut Criterion) {
    let given = common::Given::read();
    let mut group = criterion.benchmark_group("rooms");
    given.each_room(&mut |room, run| {
        let bytes = if room == "parse one page" { given.page.len() } else { given.text.len() };
        group.sample_size(10).throughput(Throughput::Bytes(bytes as u64));
        group.bench_function(room, |bencher| bencher.iter(&mut *run));
    });
    group.finish();
}

criterion_group!(benches, times);
criterion_main!(benches);
