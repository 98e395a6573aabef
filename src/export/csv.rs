//! CSV as RFC 4180 has it: CRLF, quotes doubled.

use super::tables::{Cell, Table, rows};
use super::text::Text;
use crate::page::Page;

/// A character that makes a spreadsheet take a cell for a formula when it comes first. The wide forms too: spreadsheets
/// in East Asian languages take them for the narrow ones.
const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

pub fn write(page: &Page, text: &Text, table: Table, source: Option<&str>) -> String {
    let mut out = String::new();
    let leading = source.map(|_| "source");
    for (index, name) in leading.into_iter().chain(table.names()).enumerate() {
        if index > 0 {
            out.push(',');
        }
        out.push_str(name);
    }
    out.push_str("\r\n");
    rows(page, text, table, &mut |cells| {
        if let Some(source) = source {
            words(&mut out, source);
            out.push(',');
        }
        for (index, cell) in cells.iter().enumerate() {
            if index > 0 {
                out.push(',');
            }
            match cell {
                Cell::Null => {}
                Cell::Text(text) => words(&mut out, text),
                Cell::Number(digits) => out.push_str(digits),
                // as spreadsheets write them
                Cell::Flag(flag) => out.push_str(if *flag { "TRUE" } else { "FALSE" }),
                Cell::List(list) => words(&mut out, &list.join("; ")),
            }
        }
        out.push_str("\r\n");
    });
    out
}

/// Words are never a formula: an apostrophe before them says so.
fn words(out: &mut String, text: &str) {
    let quoted = text.contains(['"', ',', '\r', '\n']);
    if quoted {
        out.push('"');
    }
    if text.starts_with(FORMULA) {
        out.push('\'');
    }
    for (index, piece) in text.split('"').enumerate() {
        if index > 0 {
            out.push_str("\"\"");
        }
        out.push_str(piece);
    }
    if quoted {
        out.push('"');
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn words_in_a_cell() {
        for (text, expected) in [
            ("版面", "版面"),
            ("", ""),
            ("三,四", "\"三,四\""),
            ("称\"慢\"", "\"称\"\"慢\"\"\""),
            ("一\n二", "\"一\n二\""),
            ("=1+1", "'=1+1"),
            ("+86", "'+86"),
            ("-3", "'-3"),
            ("@版", "'@版"),
            ("\t=1", "'\t=1"),
            ("\r=1", "\"'\r=1\""),
            ("＝ＳＵＭ", "'＝ＳＵＭ"),
            ("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""),
        ] {
            let mut out = String::new();
            super::words(&mut out, text);
            assert_eq!(out, expected);
        }
    }
}
