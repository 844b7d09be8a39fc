//! Copies of the shipped data with one thing broken in each (`broken.json`), and what loading them
//! must say.

use std::path::Path;

use serde::Deserialize;
use serde_json::{Value, json};

/// One broken copy. Exactly one of the fields from `put` on says how it is broken.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Broken {
    pub name: String,
    /// The file that is broken.
    pub file: String,
    /// The beginning of the place the problem must name; `@iturup` stands for the position of Iturup.
    pub path: String,
    /// A part of the message.
    pub message: String,
    /// A value is put at a JSON pointer; the last step may be `-`: behind the end of a list.
    put: Option<String>,
    value: Option<Value>,
    /// What stands at a JSON pointer is taken away.
    take: Option<String>,
    /// The element at a JSON pointer comes again at the end of its list.
    twice: Option<String>,
    /// The file holds another text.
    replace: Option<String>,
    /// The file holds other bytes.
    bytes: Option<Vec<u8>>,
    /// There is no such file.
    #[serde(default)]
    missing: bool,
    /// The file is larger than what is read.
    #[serde(default)]
    huge: bool,
}

/// All of them; `position` finds the place of a territory in its file.
pub fn cases(position: impl Fn(&str) -> usize) -> Vec<Broken> {
    let mut cases: Vec<Broken> = serde_json::from_str(include_str!("broken.json")).unwrap();
    let resolve = |text: &mut String| {
        while let Some(at) = text.find('@') {
            let end = text[at..]
                .find([']', '/'])
                .map_or(text.len(), |end| at + end);
            let number = position(&text[at + 1..end]).to_string();
            text.replace_range(at..end, &number);
        }
    };
    for case in &mut cases {
        resolve(&mut case.path);
        [&mut case.put, &mut case.take, &mut case.twice]
            .into_iter()
            .flatten()
            .for_each(resolve);
    }
    cases
}

impl Broken {
    /// Breaks the copy in a folder.
    pub fn apply(&self, folder: &Path) {
        let path = folder.join(&self.file);
        if self.missing {
            std::fs::remove_file(&path).unwrap();
        } else if self.huge {
            let file = std::fs::File::options().write(true).open(&path).unwrap();
            file.set_len(65 * 1024 * 1024).unwrap();
        } else if let Some(bytes) = &self.bytes {
            std::fs::write(&path, bytes).unwrap();
        } else if let Some(text) = &self.replace {
            std::fs::write(&path, text).unwrap();
        } else {
            self.edit(&path);
        }
    }

    fn edit(&self, path: &Path) {
        let mut file: Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
        let before = file.clone();
        if let Some(pointer) = &self.put {
            put(&mut file, pointer, self.value.clone().unwrap());
        } else if let Some(pointer) = &self.take {
            take(&mut file, pointer);
        } else if let Some(pointer) = &self.twice {
            let again = file.pointer(pointer).unwrap().clone();
            let (list, _) = pointer.rsplit_once('/').unwrap();
            put(&mut file, &format!("{list}/-"), again);
        }
        assert_ne!(file, before, "{}: the copy is not broken", self.name);
        std::fs::write(path, serde_json::to_vec_pretty(&file).unwrap()).unwrap();
    }
}

fn put(file: &mut Value, pointer: &str, value: Value) {
    let (above, step) = pointer.rsplit_once('/').unwrap();
    match file
        .pointer_mut(above)
        .unwrap_or_else(|| panic!("{pointer}"))
    {
        Value::Array(list) if step == "-" => list.push(value),
        Value::Array(list) => list[step.parse::<usize>().unwrap()] = value,
        Value::Object(fields) => drop(fields.insert(step.to_owned(), value)),
        _ => panic!("{pointer}"),
    }
}

fn take(file: &mut Value, pointer: &str) {
    let (above, step) = pointer.rsplit_once('/').unwrap();
    match file
        .pointer_mut(above)
        .unwrap_or_else(|| panic!("{pointer}"))
    {
        Value::Array(list) => drop(list.remove(step.parse().unwrap())),
        Value::Object(fields) => assert!(fields.remove(step).is_some(), "{pointer}"),
        _ => panic!("{pointer}"),
    }
}

/// Copies `data/` with every outline replaced by a triangle, so that a copy loads in no time.
pub fn light_copy(data: &Path, names: &[&str], folder: &Path) {
    std::fs::create_dir_all(folder.join("geo")).unwrap();
    for name in names {
        let bytes = std::fs::read(data.join(name)).unwrap();
        let is_layer = Path::new(name)
            .extension()
            .is_some_and(|extension| extension == "geojson");
        let bytes = if is_layer { lighten(&bytes) } else { bytes };
        std::fs::write(folder.join(name), bytes).unwrap();
    }
}

fn lighten(bytes: &[u8]) -> Vec<u8> {
    let mut layer: Value = serde_json::from_slice(bytes).unwrap();
    for feature in layer["features"].as_array_mut().unwrap() {
        let is_line = feature["geometry"]["type"]
            .as_str()
            .unwrap()
            .ends_with("LineString");
        let triangle = json!([[[140.0, 45.0], [141.0, 45.0], [140.0, 46.0], [140.0, 45.0]]]);
        feature["geometry"] = if is_line {
            json!({"type": "LineString", "coordinates": [[140.0, 45.0], [141.0, 45.0]]})
        } else {
            json!({"type": "Polygon", "coordinates": triangle})
        };
    }
    serde_json::to_vec(&layer).unwrap()
}
