//! The two texts and the data: every paragraph has left something, and nothing was copied.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "common/json.rs"]
mod json;

use std::collections::{BTreeMap, HashSet};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use kuril_atlas::dataset::{Atlas, Origin};
use serde_json::Value;

use json::walk;

/// How many words in a row may be the same as in a text.
const SAME_WORDS: usize = 4;
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All data files with their names.
fn data() -> BTreeMap<String, Value> {
    let files = std::fs::read_dir(root().join("data")).unwrap();
    let paths = files.map(|file| file.unwrap().path());
    paths
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "json")
        })
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let text = std::fs::read_to_string(&path).unwrap();
            (name, serde_json::from_str(&text).unwrap())
        })
        .collect()
}

/// The facts that cite each place of each text, by the ids of the texts.
fn facts(texts: &HashSet<String>) -> BTreeMap<(String, String), Vec<String>> {
    let mut facts: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    for (file, value) in data() {
        walk(&value, &file, &mut |value, path| {
            let field = |name: &str| value.get(name).and_then(Value::as_str);
            if let (Some(id), Some(at)) =
                (field("id").filter(|id| texts.contains(*id)), field("at"))
            {
                let key = (id.to_owned(), at.to_owned());
                facts.entry(key).or_default().push(path.to_owned());
            }
        });
    }
    facts
}

/// Each text with its sections and their numbers of paragraphs.
fn outlines() -> Vec<(String, Vec<(String, u16)>)> {
    let atlas = Atlas::load(&Origin::Embedded).unwrap();
    let outlines = atlas.outlines.iter().map(|outline| {
        let sections = outline.sections.iter();
        let sections = sections.map(|section| (section.title.clone(), section.paragraphs));
        (atlas.source(outline.text).id.clone(), sections.collect())
    });
    outlines.collect()
}

#[test]
fn every_body_paragraph_of_both_texts_has_a_fact() {
    let outlines = outlines();
    assert_eq!(outlines.len(), 2);
    let facts = facts(&outlines.iter().map(|(text, _)| text.clone()).collect());
    let mut missing = Vec::new();
    for (text, sections) in &outlines {
        for (section, paragraphs) in sections {
            for number in 1..=*paragraphs {
                let key = (text.clone(), format!("{section} ¶{number}"));
                let count = facts.get(&key).map_or(0, Vec::len);
                println!("{text}: {}: {count}", key.1);
                if count == 0 {
                    missing.push(key);
                }
            }
        }
    }
    assert!(missing.is_empty(), "nothing in the data cites {missing:#?}");
}

#[test]
fn every_citation_of_a_text_names_a_place_that_the_text_has() {
    let outlines = outlines();
    let facts = facts(&outlines.iter().map(|(text, _)| text.clone()).collect());
    for ((text, at), paths) in &facts {
        let (_, sections) = outlines.iter().find(|(known, _)| known == text).unwrap();
        let found = sections.iter().any(|(section, paragraphs)| {
            let Some(rest) = at.strip_prefix(section.as_str()) else {
                return false;
            };
            match rest.strip_prefix(" ¶") {
                Some(number) => number
                    .parse::<u16>()
                    .is_ok_and(|number| (1..=*paragraphs).contains(&number)),
                // The whole section, a caption, or a note.
                None => {
                    rest.is_empty() || rest.starts_with(", caption") || rest.starts_with(" (note")
                }
            }
        });
        assert!(found, "{text} has no {at:?}, cited by {paths:?}");
    }
}

#[test]
fn no_event_lies_outside_the_atlas() {
    let atlas = Atlas::load(&Origin::Embedded).unwrap();
    let (first, last) = Atlas::range();
    for event in &atlas.events {
        let within = first..=last;
        assert!(
            within.contains(&event.first_day()),
            "{}: {}",
            event.id,
            event.first_day()
        );
        assert!(
            within.contains(&event.last_day()),
            "{}: {}",
            event.id,
            event.last_day()
        );
        assert!(within.contains(&event.shown_on()), "{}", event.id);
    }
}

/// Words in small letters; a proper name or a date is one word.
fn words(text: &str, names: &[Vec<String>]) -> Vec<String> {
    let text = text.to_lowercase().replace('’', "'");
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '\'';
    let plain: Vec<&str> = text
        .split(|letter| !is_part(letter))
        .map(|word| word.trim_matches('\''))
        .filter(|word| !word.is_empty())
        .collect();
    let mut words = Vec::with_capacity(plain.len());
    let mut rest = plain.as_slice();
    while !rest.is_empty() {
        let name = names
            .iter()
            .find(|name| rest.len() >= name.len() && name.iter().zip(rest).all(|(a, b)| a == b));
        let length = name.map_or_else(|| date_length(rest), Vec::len);
        words.push(rest[..length].join(" "));
        rest = &rest[length..];
    }
    words
}

/// How many words at the beginning are one date; 1 where there is none.
fn date_length(words: &[&str]) -> usize {
    let is_number = |index: usize| {
        let word = words.get(index);
        word.is_some_and(|word| word.chars().all(|letter| letter.is_ascii_digit()))
    };
    let is_month = |index: usize| words.get(index).is_some_and(|word| MONTHS.contains(word));
    match (is_number(0), is_month(0)) {
        (true, _) if is_month(1) && is_number(2) => 3,
        (true, _) if is_month(1) => 2,
        (_, true) if is_number(1) => 2,
        _ => 1,
    }
}

/// The longest names first.
fn names() -> Vec<Vec<String>> {
    let list = std::fs::read_to_string(root().join("tests/texts/names.txt")).unwrap();
    let lines = list
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    let mut names: Vec<Vec<String>> = lines.map(|line| words(line, &[])).collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    names
}

/// The folder of the two texts, which are not part of the atlas.
fn texts_folder() -> Option<PathBuf> {
    let named = std::env::var_os("KURIL_ATLAS_TEXTS").map(PathBuf::from);
    let beside = root().join("../shared/texts");
    let folder = named.unwrap_or(beside);
    folder.is_dir().then_some(folder)
}

/// The runs of words in `text` that are also in the texts.
fn shared_runs(text: &[String], known: &HashSet<Vec<String>>) -> Vec<String> {
    let windows = text.windows(SAME_WORDS + 1);
    windows
        .filter(|run| known.contains(*run))
        .map(|run| run.join(" "))
        .collect()
}

fn runs_of(text: &[String]) -> impl Iterator<Item = Vec<String>> {
    text.windows(SAME_WORDS + 1).map(<[String]>::to_vec)
}

#[test]
fn nothing_of_five_words_in_a_row_is_taken_from_the_texts() {
    let Some(folder) = texts_folder() else {
        // Straight to the terminal: what a passing test prints is not shown.
        let message = "NOT RUN: the data were not compared with the two texts, which are not here.\n\
            Name their folder in KURIL_ATLAS_TEXTS, or put it at ../shared/texts.\n";
        std::io::stderr().write_all(message.as_bytes()).unwrap();
        return;
    };
    let names = names();
    let mut known = HashSet::new();
    let mut texts = 0;
    for file in std::fs::read_dir(&folder).unwrap() {
        let path = file.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "txt") {
            texts += 1;
            known.extend(runs_of(&words(
                &std::fs::read_to_string(path).unwrap(),
                &names,
            )));
        }
    }
    assert!(
        texts >= 2 && known.len() > 1000,
        "{} holds no texts",
        folder.display()
    );
    let mut taken = Vec::new();
    for (file, value) in data() {
        walk(&value, &file, &mut |value, path| {
            // Titles of sources and sections are names; Japanese and Russian cannot be copies.
            if let Some(text) = value
                .as_str()
                .filter(|_| path.rsplit('.').next() == Some("en"))
            {
                for run in shared_runs(&words(text, &names), &known) {
                    taken.push(format!("{path}: {run}"));
                }
            }
        });
    }
    assert!(
        taken.is_empty(),
        "say it in other words:\n{}",
        taken.join("\n")
    );
}

#[test]
fn the_comparison_finds_what_it_looks_for() {
    let names = vec![words("Treaty of San Francisco", &[])];
    let known: HashSet<Vec<String>> = runs_of(&words(
        "In time it signed the Treaty of San Francisco on 8 September 1951 there.",
        &names,
    ))
    .collect();
    let found = |text: &str| shared_runs(&words(text, &names), &known);
    assert_eq!(
        found("It signed the Treaty of San Francisco on that day").len(),
        1,
        "five in a row"
    );
    assert!(
        found("the Treaty of San Francisco on 8 September 1951").is_empty(),
        "four: the, name, on, date"
    );
    assert!(found("It signed the treaty of Portsmouth").is_empty());
}
