use std::sync::LazyLock;

use super::*;
use crate::dataset::Origin;
use crate::model::language::Language;

static ATLAS: LazyLock<Atlas> = LazyLock::new(|| Atlas::load(&Origin::Embedded).unwrap());

const OWN: &str = include_str!("../../../tests/lessons/own.json");

fn problems(text: &str, demand: Demand) -> Vec<(Option<usize>, String, String)> {
    let problems = read(&ATLAS, "own.json", text, demand).map_or_else(|all| all.0, |_| Vec::new());
    problems
        .into_iter()
        .map(|problem| (problem.line, problem.path, problem.message))
        .collect()
}

#[test]
fn a_readers_lesson_in_one_language_is_read_and_written_back() {
    let lesson = read(&ATLAS, "own.json", OWN, Demand::Whole).unwrap();
    assert_eq!(lesson.steps.len(), 3);
    assert_eq!(lesson.title.said(Language::Russian), "One treaty, one line");
    assert_eq!(lesson.steps[2].maps, Maps::Sides);
    let again = read(&ATLAS, "own.json", &written(&ATLAS, &lesson), Demand::Whole);
    assert_eq!(again.unwrap(), lesson);
    for lesson in &ATLAS.lessons {
        let again = read(&ATLAS, "own.json", &written(&ATLAS, lesson), Demand::Whole);
        assert_eq!(again.unwrap(), *lesson);
    }
}

#[test]
fn every_fault_is_told_with_its_place_and_line() {
    let table: &[(&str, &str, usize, &str)] = &[
        ("\"1854\"", "\"soon\"", 11, "steps[0].date"),
        ("\"1854\"", "\"1654\"", 11, "steps[0].date"),
        ("\"kurils\"", "\"mars\"", 12, "steps[0].look"),
        ("148.5, 45.3", "45.3, 148.5", 20, "steps[1].camera.center"),
        ("400", "0", 20, "steps[1].camera.width_km"),
        (
            "\"treaty-of-shimoda\"",
            "\"treaty-of-x\"",
            21,
            "steps[1].event",
        ),
        ("\"1860-12-31\"", "\"1840\"", 22, "steps[1].time"),
        (
            "treaty-shimoda-1855",
            "no-such",
            27,
            "steps[1].sources[0].id",
        ),
        ("\"sides\"", "\"both\"", 32, "steps[2].view"),
        ("\"borders\"", "\"roads\"", 33, "steps[2].layers[1]"),
        ("\"iturup\"", "\"atlantis\"", 34, "steps[2].place"),
        (
            "\"page\": \"place\"",
            "\"chart\": \"trade\"",
            35,
            "steps[2].chart",
        ),
        (
            "\"page\": \"place\"",
            "\"conflict\": \"zz\"",
            35,
            "steps[2].conflict",
        ),
        (
            "\"page\": \"place\"",
            "\"event\": \"treaty-of-shimoda\"",
            35,
            "steps[2].event",
        ),
        ("\"today\"", "\"before\"", 30, "steps[2].id"),
        ("\"lower\"", "\"nursery\"", 6, "level"),
        ("10,", "0,", 5, "minutes"),
        (
            "{ \"en\": \"Today\" }",
            "{ \"de\": \"Heute\" }",
            36,
            "steps[2].title",
        ),
        (
            "{ \"en\": \"Today\" }",
            "{ \"en\": \" \" }",
            36,
            "steps[2].title",
        ),
        ("\"minutes\": 10", "\"minuets\": 10", 5, "minuets"),
        (
            "\"look\": \"kurils\"",
            "\"lock\": \"kurils\"",
            12,
            "steps[0].lock",
        ),
        (
            "\"question\": { \"en\": \"Who",
            "\"answer\": { \"en\": \"Who",
            15,
            "steps[0].answer",
        ),
    ];
    for (old, new, line, path) in table {
        assert!(OWN.contains(old), "{old}");
        let found = problems(&OWN.replacen(old, new, 1), Demand::Whole);
        let is_there = |(at, place, _): &(Option<usize>, String, String)| {
            *at == Some(*line) && place.starts_with(path)
        };
        assert!(found.iter().any(is_there), "{path}:{line}: {found:?}");
    }
}

#[test]
fn all_faults_are_told_at_once_and_nothing_is_opened() {
    let broken = OWN
        .replacen("\"1854\"", "\"soon\"", 1)
        .replacen("\"iturup\"", "\"atlantis\"", 1)
        .replacen("\"lower\"", "\"nursery\"", 1);
    let found = problems(&broken, Demand::Whole);
    let lines: Vec<Option<usize>> = found.iter().map(|(line, ..)| *line).collect();
    assert_eq!(lines, [Some(6), Some(11), Some(34)], "{found:?}");
}

#[test]
fn what_is_no_lesson_is_one_problem() {
    for text in [
        "",
        "{",
        "[]",
        "7",
        "{\"id\": \"x\"",
        "null",
        "{\"steps\": 1}",
    ] {
        let found = problems(text, Demand::Whole);
        assert!(!found.is_empty() && found.len() < 3, "{text}: {found:?}");
    }
}

#[test]
fn a_draft_may_lack_words_and_steps_but_is_no_lesson_yet() {
    let draft = r#"{"id": "", "title": {}, "minutes": 20, "level": "lower", "steps": []}"#;
    assert!(problems(draft, Demand::Draft).is_empty());
    let paths: Vec<String> = problems(draft, Demand::Whole)
        .into_iter()
        .map(|(_, path, _)| path)
        .collect();
    assert_eq!(paths, ["id", "title"]);
}

#[test]
fn files_that_are_none_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("lesson.json");
    assert!(open(&ATLAS, &path).is_err(), "missing");
    assert!(open(&ATLAS, folder.path()).is_err(), "a folder");
    std::fs::write(&path, [0xff, 0xfe]).unwrap();
    let problems = open(&ATLAS, &path).unwrap_err().to_string();
    assert!(problems.contains("UTF-8"), "{problems}");
    std::fs::write(&path, OWN).unwrap();
    assert!(open(&ATLAS, &path).is_ok());
}
