//! Shows what each line of a page was taken for, and why: for mending the rules of `layout`.
//! `cargo run --example layout -- PAGE.txt [LEXICON]`

use banmian::lexicon::Lexicon;
use banmian::source::Source;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let page = arguments.next().ok_or("usage: layout PAGE.txt [LEXICON]")?;
    let lexicon = arguments.next().unwrap_or_else(|| "target/lexicon.bin".into());
    let lexicon = Lexicon::from_bytes(&std::fs::read(lexicon)?)?;
    let source = Source::read(&std::fs::read_to_string(page)?)?;
    print!("{}", banmian::layout::Seen::of(&source, &lexicon).trace(&source));
    Ok(())
}
