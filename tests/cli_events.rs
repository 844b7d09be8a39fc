//! `events`: what the program tells of events.

#![expect(clippy::unwrap_used, reason = "a test may give up")]

mod common;

use common::run;
use serde_json::Value;

fn events(arguments: &[&str]) -> Vec<Value> {
    let mut all = vec!["events", "--json"];
    all.extend(arguments);
    let answer = run(&all).expect_code(0).json();
    answer.as_array().unwrap().clone()
}

fn ids(events: &[Value]) -> Vec<&str> {
    events
        .iter()
        .map(|event| event["id"].as_str().unwrap())
        .collect()
}

#[test]
fn an_event_has_exactly_the_promised_fields() {
    let all = events(&[]);
    assert!(all.len() > 300);
    for event in &all {
        let keys: Vec<&str> = event
            .as_object()
            .unwrap()
            .keys()
            .map(String::as_str)
            .collect();
        let promised = [
            "basis",
            "category",
            "from",
            "id",
            "people",
            "places",
            "precision",
            "sources",
            "summary",
            "title",
            "to",
        ];
        let mut sorted = keys.clone();
        sorted.sort_unstable();
        assert_eq!(sorted, promised);
        let day = |name: &str| event[name].as_str().unwrap().to_owned();
        assert!(
            day("from").len() == 10 && day("from") <= day("to"),
            "{event}"
        );
        assert!(!event["sources"].as_array().unwrap().is_empty(), "{event}");
        assert!(
            ["text", "beyond"].contains(&event["basis"].as_str().unwrap()),
            "{event}"
        );
    }
    let firsts: Vec<&str> = all
        .iter()
        .map(|event| event["from"].as_str().unwrap())
        .collect();
    assert!(firsts.is_sorted(), "in order of time");
}

#[test]
fn from_and_to_are_the_first_and_the_last_day() {
    let found = events(&["--search", "Laxman"]);
    let laxman = found
        .iter()
        .find(|event| event["id"] == "laxman-mission")
        .unwrap();
    assert_eq!(laxman["from"], "1792-10-01");
    assert_eq!(laxman["to"], "1793-08-31");
    assert_eq!(laxman["precision"], "month");
    let found = events(&["--search", "Shimoda", "--category", "treaty"]);
    let shimoda = found
        .iter()
        .find(|event| event["from"] == "1855-02-07")
        .unwrap();
    assert_eq!(shimoda["to"], "1855-02-07");
    assert_eq!(shimoda["precision"], "day");
}

#[test]
fn a_stretch_of_time_holds_what_touches_it() {
    let found = events(&["--from", "1945-08-18", "--to", "1945-08-20"]);
    let found = ids(&found);
    assert!(found.contains(&"kurils-1945"), "it goes on: {found:?}");
    assert!(!found.contains(&"yalta-promise") && !found.contains(&"joint-declaration"));
    let year = events(&["--from", "1956", "--to", "1956"]);
    assert!(ids(&year).contains(&"joint-declaration"));
    let open = events(&["--from", "2020"]);
    assert!(
        open.iter()
            .all(|event| event["to"].as_str().unwrap() >= "2020-01-01")
    );
}

#[test]
fn a_search_reads_every_language_whatever_the_interface() {
    for text in ["otsu", "Ōtsu", "大津", "Оцу"] {
        let found = events(&["--search", text, "--lang", "ja"]);
        let found = found.iter().find(|event| event["id"] == "otsu-incident");
        let title = found.unwrap_or_else(|| panic!("{text}"))["title"]
            .as_str()
            .unwrap();
        assert!(title.contains("大津"), "{title}");
    }
    assert!(events(&["--search", "zzzzzz"]).is_empty());
}

#[test]
fn a_category_that_is_not_known_lists_those_that_are() {
    let run = run(&["events", "--category", "gossip"]).expect_code(2);
    run.says(&["gossip", "treaty", "diplomacy", "society"]);
    let treaties = events(&["--category", "treaty"]);
    assert!(treaties.len() > 20);
    assert!(treaties.iter().all(|event| event["category"] == "treaty"));
}

#[test]
fn wrong_dates_say_why() {
    run(&["events", "--from", "yesterday"])
        .expect_code(2)
        .says(&["yesterday"]);
    run(&["events", "--from", "1700"])
        .expect_code(1)
        .says(&["1792-01-01"]);
    run(&["events", "--from", "1956", "--to", "1945"])
        .expect_code(2)
        .says(&["1956", "1945"]);
}

#[test]
fn the_table_is_for_the_eye() {
    let table = run(&["events", "--from", "1956-10", "--to", "1956-10"])
        .expect_code(0)
        .stdout;
    assert!(table.contains("19 October"), "{table}");
    let none = run(&["events", "--search", "zzzzzz"]).expect_code(0);
    assert!(none.stdout.is_empty() && !none.stderr.is_empty());
}
