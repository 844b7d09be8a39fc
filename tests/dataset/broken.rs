//! Copies of the shipped data with one thing broken in each, and what loading them must say.

use std::path::Path;

use serde_json::{Value, json};

/// One broken copy.
pub struct Broken {
    pub name: &'static str,
    /// The file that is broken, and the place the problem must name.
    pub file: &'static str,
    pub path: &'static str,
    /// A part of the message.
    pub message: &'static str,
    pub how: How,
}

/// What is done to the file.
pub enum How {
    /// A value is put at a JSON pointer (the last step may be `-`: behind the end of a list).
    Put(&'static str, Value),
    /// What stands at a JSON pointer is taken away.
    Take(&'static str),
    /// The element at a pointer is put behind the end of its own list again.
    Twice(&'static str),
    /// The file is replaced.
    Bytes(&'static [u8]),
    /// The file is taken away.
    Missing,
    /// The file grows beyond what is read.
    Huge,
}

impl Broken {
    /// Breaks the copy in a folder.
    pub fn apply(&self, folder: &Path) {
        let path = folder.join(self.file);
        match &self.how {
            How::Bytes(bytes) => std::fs::write(path, bytes).unwrap(),
            How::Missing => std::fs::remove_file(path).unwrap(),
            How::Huge => std::fs::File::options().write(true).open(path).unwrap().set_len(65 * 1024 * 1024).unwrap(),
            How::Put(pointer, value) => edit(&path, |file| put(file, pointer, value.clone())),
            How::Twice(pointer) => edit(&path, |file| {
                let again = file.pointer(pointer).unwrap().clone();
                let (list, _) = pointer.rsplit_once('/').unwrap();
                put(file, &format!("{list}/-"), again);
            }),
            How::Take(pointer) => edit(&path, |file| {
                let (parent, last) = pointer.rsplit_once('/').unwrap();
                match file.pointer_mut(parent).unwrap() {
                    Value::Array(list) => drop(list.remove(last.parse().unwrap())),
                    Value::Object(fields) => assert!(fields.remove(last).is_some(), "{pointer}"),
                    _ => panic!("{pointer}"),
                }
            }),
        }
    }
}

fn edit(path: &Path, change: impl FnOnce(&mut Value)) {
    let mut file: Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    let before = file.clone();
    change(&mut file);
    assert_ne!(file, before, "{}: the copy is not broken", path.display());
    std::fs::write(path, serde_json::to_vec_pretty(&file).unwrap()).unwrap();
}

fn put(file: &mut Value, pointer: &str, value: Value) {
    let (parent, last) = pointer.rsplit_once('/').unwrap();
    match file.pointer_mut(parent).unwrap_or_else(|| panic!("{pointer}")) {
        Value::Array(list) if last == "-" => list.push(value),
        Value::Array(list) => list[last.parse::<usize>().unwrap()] = value,
        Value::Object(fields) => drop(fields.insert(last.to_owned(), value)),
        _ => panic!("{pointer}"),
    }
}

/// Copies `data/` with every outline replaced by a triangle, so that a copy loads in no time.
pub fn light_copy(data: &Path, names: &[&str], folder: &Path) {
    std::fs::create_dir_all(folder.join("geo")).unwrap();
    for name in names {
        let bytes = std::fs::read(data.join(name)).unwrap();
        let bytes = if Path::new(name).extension().is_some_and(|extension| extension == "geojson") { lighten(&bytes) } else { bytes };
        std::fs::write(folder.join(name), bytes).unwrap();
    }
}

fn lighten(bytes: &[u8]) -> Vec<u8> {
    let mut layer: Value = serde_json::from_slice(bytes).unwrap();
    for feature in layer["features"].as_array_mut().unwrap() {
        let is_line = feature["geometry"]["type"].as_str().unwrap().ends_with("LineString");
        feature["geometry"] = if is_line {
            json!({"type": "LineString", "coordinates": [[140.0, 45.0], [141.0, 45.0]]})
        } else {
            json!({"type": "Polygon", "coordinates": [[[140.0, 45.0], [141.0, 45.0], [140.0, 46.0], [140.0, 45.0]]]})
        };
    }
    serde_json::to_vec(&layer).unwrap()
}

/// The first territory, record and phase of each kind are found by position; the positions are
/// those of the shipped files and checked by [`edit`] (a pointer that leads nowhere panics).
#[expect(clippy::too_many_lines, reason = "a table")]
pub fn cases(find: &dyn Fn(&str) -> usize) -> Vec<Broken> {
    let case = |name, file, path, message, how| Broken { name, file, path, message, how };
    let leak = |text: String| -> &'static str { Box::leak(text.into_boxed_str()) };
    let pointer = |list: &str, id: &str, rest: &str| leak(format!("/{list}/{}{rest}", find(id)));
    let place = |list: &str, id: &str, rest: &str| leak(format!("{list}[{}]{rest}", find(id)));
    let iturup = |rest| pointer("control", "iturup", rest);
    let at_iturup = |rest| place("control", "iturup", rest);
    vec![
        // Files.
        case("a missing file", "polls.json", "", "cannot be read", How::Missing),
        case("a file too large", "polls.json", "", "MiB", How::Huge),
        case("a file that is no text", "polls.json", "", "not UTF-8", How::Bytes(b"\xff\xfe{")),
        case("a file that is no JSON", "control.json", "", "not valid JSON", How::Bytes(b"{\n \"control\": [\n }")),
        case("a file cut short", "geo/lakes.geojson", "", "not valid JSON", How::Bytes(b"{\"features\": [")),
        case("a file without its list", "series.json", "", "has no list \"series\"", How::Take("/series")),
        case("a list that is none", "polities.json", "polities", "must be a list", How::Put("/polities", json!(1))),
        // Form.
        case("a field too many", "polities.json", "polities[0]", "unknown field `colour`", How::Put("/polities/0/colour", json!("red"))),
        case("a field too few", "sources.json", "sources[0]", "missing field `title`", How::Take("/sources/0/title")),
        case("a number for a text", "sources.json", "sources[1].title", "invalid type", How::Put("/sources/1/title", json!(5))),
        case("a language too few", "polities.json", "polities[0].name", "missing field `ru`", How::Take("/polities/0/name/ru")),
        case("an outline of the wrong kind", "geo/lakes.geojson", "features[0].geometry", "must be a Polygon", How::Put("/features/0/geometry", json!({"type": "LineString", "coordinates": [[1.0, 1.0], [2.0, 2.0]]}))),
        case("a river that is an area", "geo/rivers.geojson", "features[0].geometry", "must be a LineString", How::Put("/features/0/geometry", json!({"type": "Polygon", "coordinates": []}))),
        case("a ring of two points", "geo/kurils.geojson", "features[0].geometry.coordinates[0]", "at least three", How::Put("/features/0/geometry/coordinates", json!([[[1.0, 1.0], [2.0, 2.0], [1.0, 1.0]]]))),
        case("latitude before longitude", "geo/kurils.geojson", "features[0].geometry.coordinates[0]", "longitude, latitude", How::Put("/features/0/geometry/coordinates/0/0", json!([45.0, 147.0]))),
        case("a depth without a limit", "geo/bathymetry.geojson", "features[0].properties", "needs \"to\"", How::Take("/features/0/properties/to")),
        // Words and ids.
        case("a date of no form", "control.json", at_iturup(".phases[1].from"), "is not a date", How::Put(iturup("/phases/1/from"), json!("1.1.1800"))),
        case("a date of no calendar", "polls.json", "polls[0].date", "does not exist in the calendar", How::Put("/polls/0/date", json!("1945-02-30"))),
        case("an unknown kind of control", "control.json", at_iturup(".phases[1].kind"), "\"owned\" is not known", How::Put(iturup("/phases/1/kind"), json!("owned"))),
        case("an unknown kind of source", "sources.json", "sources[0].kind", "\"rumour\" is not known", How::Put("/sources/0/kind", json!("rumour"))),
        case("an unknown family", "polities.json", "polities[0].family", "is not known", How::Put("/polities/0/family", json!("mars"))),
        case("an unknown qualifier", "series.json", "series[0].points[0].qualifier", "is not known", How::Put("/series/0/points/0/qualifier", json!("roughly"))),
        case("an unknown basis", "polls.json", "polls[0].basis", "is not known", How::Put("/polls/0/basis", json!("guess"))),
        case("an unknown source", "control.json", at_iturup(".phases[0].sources[0].id"), "there is no source \"nobody\"", How::Put(iturup("/phases/0/sources/0/id"), json!("nobody"))),
        case("an unknown holder", "control.json", at_iturup(".phases[1].holder[0]"), "there is no polity \"atlantis\"", How::Put(iturup("/phases/1/holder/0"), json!("atlantis"))),
        case("an unknown power behind a holder", "control.json", at_iturup(".phases[1].under"), "there is no polity", How::Put(iturup("/phases/1/under"), json!("atlantis"))),
        case("a source twice", "sources.json", "sources[", "stands twice", How::Twice("/sources/0")),
        case("a polity twice", "polities.json", "polities[", "stands twice", How::Twice("/polities/0")),
        case("a territory twice", "territories.json", "territories[", "stands twice", How::Twice(pointer("territories", "urup", ""))),
        case("a part of nothing", "territories.json", place("territories", "urup", ".part_of"), "there is no territory \"atlantis\"", How::Put(pointer("territories", "urup", "/part_of"), json!("atlantis"))),
        case("a part of itself", "territories.json", place("territories", "urup", ".part_of"), "no part of itself", How::Put(pointer("territories", "urup", "/part_of"), json!("urup"))),
        // Records of control.
        case("a record of no territory", "control.json", at_iturup(".territory"), "there is no territory \"atlantis\"", How::Put(iturup("/territory"), json!("atlantis"))),
        case("a territory without a record", "control.json", "control", "has no record for the territory \"iturup\"", How::Take(iturup(""))),
        case("a record twice", "control.json", "control[", "has a record already", How::Twice(iturup(""))),
        case("a record without phases", "control.json", at_iturup(".phases"), "at least one phase", How::Put(iturup("/phases"), json!([]))),
        case("phases out of order", "control.json", at_iturup(".phases"), "does not begin after", How::Put(iturup("/phases/2/from"), json!("1799"))),
        case("a record that begins late", "control.json", at_iturup(".phases[0]"), "must begin by 1792-01-01", How::Put(iturup("/phases/0/from"), json!("1793"))),
        case("a phase without a holder", "control.json", at_iturup(".phases[1].holder"), "name one holder", How::Put(iturup("/phases/1/holder"), json!([]))),
        case("three holders", "control.json", at_iturup(".phases[1].holder"), "name one holder", How::Put(iturup("/phases/1/holder"), json!(["ussr", "japan", "usa"]))),
        case("two holders of what is not joint", "control.json", at_iturup(".phases[1].holder"), "a joint possession has two holders", How::Put(iturup("/phases/1/holder"), json!(["ussr", "japan"]))),
        case("one holder of what is joint", "control.json", at_iturup(".phases[1].holder"), "a joint possession has two holders", How::Put(iturup("/phases/1/kind"), json!("joint"))),
        case("a puppet of nobody", "control.json", at_iturup(".phases[1].under"), "names the power behind it", How::Put(iturup("/phases/1/kind"), json!("puppet"))),
        case("a sovereign under a power", "control.json", at_iturup(".phases[2].under"), "names the power behind it", How::Put(iturup("/phases/2/under"), json!("ussr"))),
        case("a phase without a source", "control.json", at_iturup(".phases[1].sources"), "at least one source", How::Put(iturup("/phases/1/sources"), json!([]))),
        case("an exact date nobody confirms", "control.json", at_iturup(".phases[2].from"), "carries ~ or ?", How::Put(iturup("/phases/2/confirmed"), json!(false))),
        case("a difference without its place", "control.json", at_iturup(".phases[2].text.at"), "which text, section and paragraph", How::Put(iturup("/phases/2/text"), json!({"says": {"en": "a", "ja": "あ", "ru": "а"}, "at": [], "why": {"en": "a", "ja": "あ", "ru": "а"}}))),
        case("a part like nobody", "control.json", place("control", "kurils-north-alaid", ".like"), "no record with phases for \"atlantis\"", How::Put(pointer("control", "kurils-north-alaid", "/like"), json!("atlantis"))),
        case("a part with phases of its own too", "control.json", at_iturup(".like"), "not both", How::Put(iturup("/like"), json!("kunashir"))),
        case("a move of no phase", "control.json", place("control", "kurils-north-alaid", ".moves[0].from"), "no phase begins on 1801", How::Put(pointer("control", "kurils-north-alaid", "/moves/0/from"), json!("1801"))),
        // Texts.
        case("an empty text", "control.json", at_iturup(".phases[1].basis.ru"), "is empty", How::Put(iturup("/phases/1/basis/ru"), json!("  "))),
        case("English where Japanese belongs", "territories.json", place("territories", "urup", ".about.ja"), "script of its language", How::Put(pointer("territories", "urup", "/about/ja"), json!("An island."))),
        case("English where Russian belongs", "polities.json", "polities[0].short.ru", "script of its language", How::Put("/polities/0/short/ru", json!("Japan"))),
        case("Russian where English belongs", "series.json", "series[0].name.en", "script of its language", How::Put("/series/0/name/en", json!("Торговля"))),
        case("a note in the wrong script", "control.json", at_iturup(".phases[2].note.ja"), "script of its language", How::Put(iturup("/phases/2/note"), json!({"en": "a", "ja": "a", "ru": "а"}))),
        case("a source without a title", "sources.json", "sources[0].title", "is empty", How::Put("/sources/0/title", json!(""))),
        case("a poll in the wrong script", "polls.json", "polls[0].group.ru", "script of its language", How::Put("/polls/0/group/ru", json!("all"))),
        // Places.
        case("a shape that is nowhere", "territories.json", place("territories", "urup", ".shapes[0]"), "there is no shape \"atlantis\"", How::Put(pointer("territories", "urup", "/shapes/0"), json!("atlantis"))),
        case("a shape of two territories", "territories.json", "territories[", "the shape \"iturup\" belongs to", How::Put(pointer("territories", "urup", "/shapes/-"), json!("iturup"))),
        case("a territory without shapes", "territories.json", place("territories", "urup", ".shapes"), "either shapes or parts", How::Put(pointer("territories", "urup", "/shapes"), json!([]))),
        case("a whole with shapes of its own", "territories.json", place("territories", "kurils-north", ".shapes"), "either shapes or parts", How::Put(pointer("territories", "kurils-north", "/shapes"), json!(["ru_kamchatka"]))),
        case("a territory without test points", "territories.json", place("territories", "urup", ".test_points"), "at least one point inside", How::Put(pointer("territories", "urup", "/test_points"), json!([]))),
        // Figures.
        case("a figure without a source", "series.json", "series[0].points[0].sources", "at least one source", How::Put("/series/0/points/0/sources", json!([]))),
        case("a figure above its bound", "series.json", "series[0].points[0].value", "outside its own bounds", How::Put("/series/0/points/0/high", json!(-1.0))),
        case("a figure below its bound", "series.json", "series[0].points[0].value", "outside its own bounds", How::Put("/series/0/points/0/low", json!(1e12))),
        case("a year twice", "series.json", "series[0].points", "in order of the years", How::Twice("/series/0/points/0")),
        case("a poll without a source", "polls.json", "polls[0].sources", "at least one source", How::Put("/polls/0/sources", json!([]))),
        case("a share above the whole", "polls.json", "polls[0]", "at most 100", How::Put("/polls/0/favourable", json!(101))),
        case("shares that add up to too much", "polls.json", "polls[0]", "at most 100", How::Put("/polls/0/neither", json!(99))),
    ]
}
