//! Every text in the script of its language, whatever file it comes from.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::path::Path;

use kuril_atlas::model::language::Language;
use kuril_atlas::text::cited;
use serde_json::Value;

/// Calls `visit` with every value and its path.
fn walk(value: &Value, path: &str, visit: &mut impl FnMut(&Value, &str)) {
    visit(value, path);
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                walk(value, &format!("{path}.{name}"), visit);
            }
        }
        Value::Array(items) => {
            for (number, value) in items.iter().enumerate() {
                walk(value, &format!("{path}[{number}]"), visit);
            }
        }
        _ => {}
    }
}

/// All data files, those of lessons too, with their names.
fn data() -> Vec<(String, Value)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let mut found = Vec::new();
    for folder in [root.clone(), root.join("lessons")] {
        for file in std::fs::read_dir(folder).unwrap() {
            let path = file.unwrap().path();
            if path
                .extension()
                .is_some_and(|extension| extension == "json")
            {
                let text = std::fs::read_to_string(&path).unwrap();
                let name = path.file_name().unwrap().to_string_lossy().into_owned();
                found.push((name, serde_json::from_str(&text).unwrap()));
            }
        }
    }
    found
}

#[test]
fn every_place_in_a_source_is_cited_in_each_language() {
    let mut places = BTreeSet::new();
    for (file, value) in data() {
        walk(&value, &file, &mut |value, _| {
            let field = |name: &str| value.get(name).and_then(Value::as_str);
            if let (Some(_), Some(at)) = (field("id"), field("at")) {
                places.insert(at.to_owned());
            }
        });
    }
    assert!(places.len() > 100);
    for language in [Language::Japanese, Language::Russian] {
        for at in &places {
            let cited = cited::place(language, at, &|_| None);
            // Titles of sections keep their own language, in quotation marks.
            let bare = match (cited.find(['「', '«']), cited.rfind(['」', '»'])) {
                (Some(start), Some(end)) => format!("{}{}", &cited[..start], &cited[end..]),
                _ => cited.clone(),
            };
            let words = bare.split(|letter: char| !letter.is_ascii_alphabetic());
            let english: Vec<&str> = words
                .filter(|word| word.len() > 1)
                .filter(|word| !["WGS"].contains(word))
                .filter(|word| !word.chars().all(|letter| "IVXLC".contains(letter)))
                .collect();
            assert!(english.is_empty(), "{}: {at}: {cited}", language.code());
        }
    }
}
