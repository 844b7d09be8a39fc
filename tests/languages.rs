//! Every text in the script of its language, whatever file it comes from.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "common/json.rs"]
mod json;

use std::collections::BTreeSet;
use std::path::Path;

use kuril_atlas::model::language::Language;
use kuril_atlas::text::cited;
use serde_json::Value;

use json::walk;

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

/// Signs and units that all languages write alike.
const ALIKE: [&str; 3] = ["km", "km²", "WGS"];

fn is_cyrillic(letter: char) -> bool {
    ('\u{400}'..='\u{52F}').contains(&letter)
}

fn is_japanese(letter: char) -> bool {
    matches!(letter, '\u{3005}' | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}')
}

/// What is wrong with a text of a language beside its English one; places to fill in do not count.
fn fault(language: Language, english: &str, text: &str) -> Option<&'static str> {
    let bare = |text: &str| {
        let mut depth = 0_i32;
        let mut kept = String::new();
        for letter in text.chars() {
            match letter {
                '{' => depth += 1,
                '}' => depth -= 1,
                _ if depth == 0 => kept.push(letter),
                _ => {}
            }
        }
        kept
    };
    let (english, text) = (bare(english), bare(text));
    let has_words = english
        .split(|letter: char| !letter.is_alphabetic() && letter != '²')
        .any(|word| !word.is_empty() && !ALIKE.contains(&word));
    // A sign may stand for a word: "%" for "percent", "～" for "from … to".
    let has_words = has_words && (text.chars().any(char::is_alphabetic) || text.trim().is_empty());
    // A foreign word in brackets or quotation marks is shown, not said.
    let mut shown = 0_i32;
    let said: String = text
        .chars()
        .filter(|letter| {
            match letter {
                '(' | '（' | '«' | '“' | '「' => shown += 1,
                ')' | '）' | '»' | '”' | '」' => shown -= 1,
                _ => {}
            }
            shown == 0
        })
        .collect();
    match language {
        _ if text.trim().is_empty() && has_words => Some("is missing"),
        Language::Japanese | Language::English if said.chars().any(is_cyrillic) => {
            Some("has Russian letters")
        }
        Language::Japanese if has_words && !text.chars().any(is_japanese) => {
            Some("is not in Japanese")
        }
        Language::Russian if said.chars().any(is_japanese) => Some("has Japanese letters"),
        Language::Russian if has_words && !text.chars().any(is_cyrillic) => {
            Some("is not in Russian")
        }
        _ => None,
    }
}

#[test]
fn every_text_of_the_data_is_in_the_script_of_its_language() {
    let mut faults = Vec::new();
    let mut count = 0;
    for (file, value) in data() {
        walk(&value, &file, &mut |value, path| {
            let text = |code: &str| value.get(code).and_then(Value::as_str);
            let Some(english) = text("en").filter(|_| text("ja").is_some()) else {
                return;
            };
            count += 1;
            for language in Language::ALL {
                let text = text(language.code()).unwrap_or_default();
                if let Some(fault) = fault(language, english, text) {
                    faults.push(format!("{path}.{}: {text} {fault}", language.code()));
                }
            }
        });
    }
    assert!(count > 2000, "{count}");
    assert!(faults.is_empty(), "{faults:#?}");
}

/// A text, or all forms of a text that changes with a count.
fn forms(text: &Value) -> Vec<&str> {
    match text {
        Value::Object(forms) => forms.values().filter_map(Value::as_str).collect(),
        text => vec![text.as_str().unwrap_or_default()],
    }
}

#[test]
fn every_text_of_the_interface_is_in_the_script_of_its_language() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/text");
    let files = Language::ALL.map(|language| -> Value {
        let path = root.join(format!("{}.json", language.code()));
        serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
    });
    let mut faults = Vec::new();
    for (name, english) in files[0].as_object().unwrap() {
        for (language, file) in Language::ALL.into_iter().zip(&files) {
            for text in forms(&file[name]) {
                if let Some(fault) = fault(language, forms(english)[0], text) {
                    faults.push(format!("{name}.{}: {text} {fault}", language.code()));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn wrong_scripts_are_found() {
    for (language, english, text) in [
        (Language::Japanese, "Trade", "Trade"),
        (Language::Japanese, "Trade", "Торговля"),
        (Language::Japanese, "Trade", ""),
        (Language::Russian, "Trade", "Trade"),
        (Language::Russian, "Trade", "Торговля 貿易"),
        (Language::English, "Trade Торговля", "Trade Торговля"),
    ] {
        assert!(fault(language, english, text).is_some(), "{text}");
    }
    for (language, english, text) in [
        (Language::Japanese, "Trade", "貿易"),
        (Language::Japanese, "{area} km²", "{area} km²"),
        (Language::Russian, "Dalian", "Далянь (大連)"),
        (Language::Russian, "{value} %", "{value} %"),
    ] {
        assert_eq!(fault(language, english, text), None, "{text}");
    }
}
