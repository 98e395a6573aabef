//! The gazetteer: administrative divisions of China, foreign countries and cities, one-character names.

use super::filters::Beginnings;
use crate::lists::lines;
use crate::sorting;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What kind of place a name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Province, autonomous region, municipality, special administrative region.
    Province,
    /// Prefecture-level city, prefecture, autonomous prefecture, league.
    City,
    /// County, district, county-level city, banner.
    County,
    /// A foreign country.
    Country,
    /// A foreign state or province, or a region of the world.
    Region,
    /// A continent.
    Continent,
    /// An ocean, sea, strait, river outside China.
    Water,
    /// A city outside China.
    ForeignCity,
}

/// One reading of a name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The name as it was asked for: 重庆, 渝, 重庆市.
    pub form: Box<str>,
    /// What kind of place it is.
    pub level: Level,
    /// GB/T 2260 code of a Chinese division, 0 for others.
    pub code: u32,
    /// The full name: 重庆市.
    pub name: Box<str>,
    /// ISO 3166-1 alpha-2 code of the country: `CN` for Chinese divisions, `-` for what belongs to none.
    pub country: Box<str>,
    /// Whether the form is the full name, a short form without its generic part, or one character.
    pub kind: Form,
}

/// How a form relates to the full name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// 重庆市
    Full,
    /// 重庆; of districts and counties it may be a common word (和平 for 和平区), so ask for more evidence.
    Short,
    /// 渝
    Abbreviation,
}

impl Place {
    /// GB/T 2260 code of the division above: the city of a county, the province of a city. 0 for none.
    pub fn parent(&self) -> u32 {
        match self.level {
            Level::County if self.code % 10_000 / 100 != 90 => self.code / 100 * 100,
            Level::County | Level::City => self.code / 10_000 * 10_000,
            _ => 0,
        }
    }
}

/// All forms of all names, sorted by form.
pub(super) struct Gazetteer {
    places: Vec<Place>,
    /// Where the readings of a form begin in `places`, and how many there are.
    index: FxHashMap<Box<str>, (u32, u32)>,
    beginnings: Beginnings,
    /// Full names of the divisions of China by their codes.
    names: FxHashMap<u32, Box<str>>,
}

static FOREIGN: &str = include_str!("../../lexicon/foreign-places.tsv");
static ABBREVIATIONS: &str = include_str!("../../lexicon/place-abbreviations.tsv");
static NATIONALITIES: &str = include_str!("../../lexicon/nationalities.txt");

/// Cities of Taiwan. GB/T 2260 gives them no codes of their own, so they carry that of the province.
const TAIWAN: [&str; 9] =
    ["台北市", "高雄市", "基隆市", "台中市", "台南市", "新竹市", "嘉义市", "新北市", "桃园市"];

impl Gazetteer {
    /// From the divisions of the lexicon file and the lists of this repository.
    pub(super) fn new(divisions: &str) -> Gazetteer {
        let mut places: Vec<Place> = Vec::new();
        let mut names: FxHashMap<u32, Box<str>> = FxHashMap::default();
        for (code, name) in divisions.lines().filter_map(|line| line.split_once('\t')) {
            let Ok(code) = code.parse::<u32>() else { continue };
            names.entry(code).or_insert_with(|| name.into());
            let level = if code % 10_000 == 0 {
                Level::Province
            } else if code % 100 == 0 {
                Level::City
            } else {
                Level::County
            };
            let mut add = |form: &str, kind| {
                let (form, name, country) = (form.into(), name.into(), "CN".into());
                places.push(Place { form, level, code, name, country, kind });
            };
            add(name, Form::Full);
            if let Some(short) = short_form(name) {
                add(short, Form::Short);
            }
            if level == Level::Province {
                for (abbreviation, of) in lines(ABBREVIATIONS).filter_map(|line| line.split_once('\t')) {
                    if of.parse() == Ok(code) {
                        add(abbreviation, Form::Abbreviation);
                    }
                }
            }
        }
        for name in TAIWAN {
            for (form, kind) in [(name, Form::Full), (name.trim_end_matches('市'), Form::Short)] {
                let (form, name, country) = (form.into(), name.into(), "CN".into());
                places.push(Place { form, level: Level::City, code: 710_000, name, country, kind });
            }
        }
        places.push(country("中国", "中国", "CN", Form::Full));
        places.push(country("中华人民共和国", "中国", "CN", Form::Full));
        for line in lines(FOREIGN) {
            let mut fields = line.split('\t');
            let (Some(name), Some(code), Some(kind)) = (fields.next(), fields.next(), fields.next()) else {
                continue;
            };
            let level = match kind {
                "country" => Level::Country,
                "continent" => Level::Continent,
                "water" => Level::Water,
                "city" => Level::ForeignCity,
                _ => Level::Region,
            };
            for form in
                std::iter::once(name).chain(fields.next().into_iter().flat_map(|other| other.split(' ')))
            {
                places.push(Place { level, ..country(form, name, code, Form::Full) });
            }
        }
        for (abbreviation, code) in lines(ABBREVIATIONS).filter_map(|line| line.split_once('\t')) {
            let named = places.iter().find(|p| p.level == Level::Country && *p.country == *code);
            let name = named.map(|place| place.name.clone());
            places.extend(name.map(|name| country(abbreviation, &name, code, Form::Abbreviation)));
        }
        sorting::by(&mut places, Ord::cmp);
        places.dedup();
        let mut index: FxHashMap<Box<str>, (u32, u32)> = FxHashMap::default();
        for (at, place) in places.iter().enumerate() {
            index.entry(place.form.clone()).or_insert((at as u32, 0)).1 += 1;
        }
        let beginnings = Beginnings::of(index.keys().map(|form| &**form));
        Gazetteer { places, index, beginnings, names }
    }

    /// Every reading of a name: provinces first, then cities, counties, foreign places.
    pub(super) fn get(&self, name: &str) -> &[Place] {
        if !self.beginnings.may_begin(name) {
            return &[];
        }
        let (start, count) = self.index.get(name).copied().unwrap_or_default();
        &self.places[start as usize..(start + count) as usize]
    }

    /// The full name of a division of China.
    pub(super) fn by_code(&self, code: u32) -> Option<&str> {
        self.names.get(&code).map(|name| &**name)
    }
}

fn country(form: &str, name: &str, code: &str, kind: Form) -> Place {
    let (form, name, country) = (form.into(), name.into(), code.into());
    Place { form, level: Level::Country, code: 0, name, country, kind }
}

/// The name without its generic part and nationalities: 延边 for 延边朝鲜族自治州, 巫山 for 巫山县. A name that
/// would leave one character keeps its generic part (忠县, 沙市区).
pub fn short_form(name: &str) -> Option<&str> {
    static GENERIC: [&str; 16] = [
        "维吾尔自治区",
        "壮族自治区",
        "回族自治区",
        "特别行政区",
        "自治区",
        "自治州",
        "自治县",
        "自治旗",
        "地区",
        "矿区",
        "林区",
        "省",
        "市",
        "县",
        "区",
        "旗",
    ];
    static NATIONS: LazyLock<Vec<&str>> = LazyLock::new(|| lines(NATIONALITIES).collect());
    let mut stem =
        GENERIC.iter().find_map(|generic| name.strip_suffix(generic)).or_else(|| name.strip_suffix('盟'))?;
    if name.contains("自治") {
        let shorter = |stem: &'_ str| {
            let cut = NATIONS.iter().find_map(|nation| stem.strip_suffix(nation))?;
            (cut.chars().count() >= 2).then_some(cut.len())
        };
        while let Some(length) = shorter(stem) {
            stem = &stem[..length];
        }
        stem = stem.strip_suffix("各族").unwrap_or(stem);
    }
    (stem.chars().count() >= 2 && !stem.ends_with('族')).then_some(stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_forms() {
        for (name, expected) in [
            ("重庆市", Some("重庆")),
            ("忠县", None),
            ("巫山县", Some("巫山")),
            ("内蒙古自治区", Some("内蒙古")),
            ("新疆维吾尔自治区", Some("新疆")),
            ("延边朝鲜族自治州", Some("延边")),
            ("彭水苗族土家族自治县", Some("彭水")),
            ("积石山保安族东乡族撒拉族自治县", Some("积石山")),
            ("龙胜各族自治县", Some("龙胜")),
            ("锡林郭勒盟", Some("锡林郭勒")),
            ("大兴安岭地区", Some("大兴安岭")),
            ("东乡族自治县", None),
            ("鄂伦春自治旗", Some("鄂伦春")),
            ("香港特别行政区", Some("香港")),
            ("克孜勒苏柯尔克孜自治州", Some("克孜勒苏")),
        ] {
            assert_eq!(short_form(name), expected, "{name}");
        }
    }

    #[test]
    fn a_name_has_its_readings() {
        let gazetteer =
            Gazetteer::new("220000\t吉林省\n220200\t吉林市\n500000\t重庆市\n500237\t巫山县\n469002\t琼海市");
        let read = |name| {
            gazetteer.get(name).iter().map(|p| (p.code, p.level, p.kind, p.parent())).collect::<Vec<_>>()
        };
        assert_eq!(
            read("吉林"),
            [(220_000, Level::Province, Form::Short, 0), (220_200, Level::City, Form::Short, 220_000)]
        );
        assert_eq!(read("渝"), [(500_000, Level::Province, Form::Abbreviation, 0)]);
        assert_eq!(read("巫山县"), [(500_237, Level::County, Form::Full, 500_200)]);
        assert_eq!(read("琼海"), [(469_002, Level::County, Form::Short, 460_000)]);
        assert_eq!(read("巴黎"), [(0, Level::ForeignCity, Form::Full, 0)]);
        assert_eq!(&*gazetteer.get("美")[0].name, "美国");
        assert!(gazetteer.get("不存在").is_empty());
    }
}
