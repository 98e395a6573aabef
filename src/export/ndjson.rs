//! A table as JSON, an object a line: what DuckDB, Spark and jq read.

use super::json::Json;
use super::tables::{Cell, Table, rows};
use super::text::Text;
use crate::page::Page;

/// Every object has every column, `null` where nothing is known.
pub fn write(page: &Page, text: &Text, table: Table, source: Option<&str>) -> String {
    let mut json = Json::default();
    rows(page, text, table, &mut |cells| {
        json.open('{');
        json.known("source", source);
        for (name, cell) in table.names().zip(cells) {
            json.key(name);
            match cell {
                Cell::Null => json.plain("null"),
                Cell::Text(text) => json.string(text),
                Cell::Number(digits) => json.plain(digits),
                Cell::Flag(flag) => json.plain(if *flag { "true" } else { "false" }),
                Cell::List(list) => {
                    json.open('[');
                    list.iter().for_each(|text| json.string(text));
                    json.close(']');
                }
            }
        }
        json.close('}');
        json.0.push('\n');
    });
    json.0
}
