//! Does each room's work once, for `benches/instructions.mjs` to count the instructions of under callgrind. Prints the rooms
//! in the order in which they were counted.

mod common;

fn main() {
    let given = common::Given::read();
    given.each_room(&mut |room, run| {
        // tables that are made once a process are made now
        run();
        println!("{room}\t{}", if room == "parse one page" { given.page.len() } else { given.text.len() });
        counted_by_callgrind(run);
    });
}

#[inline(never)]
fn counted_by_callgrind(run: &mut dyn FnMut()) {
    run();
}
