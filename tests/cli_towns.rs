//! Towns held differently from the land around them than the land around them, on the command line.

#![expect(clippy::unwrap_used, reason = "a test may give up")]

mod common;

use common::{Data, run};
use serde_json::Value;

#[test]
fn towns_apart_are_listed_until_their_land_holds_them() {
    let towns = |arguments: &[&str]| -> Vec<Value> {
        let answer = run(arguments).expect_code(0).json();
        answer["towns"].as_array().unwrap().clone()
    };
    let harbin = |arguments: &[&str]| {
        let mut towns = towns(arguments).into_iter();
        towns.find(|town| town["id"] == "harbin")
    };
    let before = harbin(&["at", "1932-02-04", "--json"]).unwrap();
    for (field, value) in [
        ("land", "manchuria-north"),
        ("holder", "china-republic"),
        ("kind", "sovereign"),
        ("from", "1931-11-19"),
        ("to", "1932-02-05"),
        ("certainty", "exact"),
        ("name", "Harbin"),
    ] {
        assert_eq!(before[field], value, "{field}");
    }
    assert!(!before["sources"].as_array().unwrap().is_empty());
    assert_eq!(harbin(&["at", "1932-02-05", "--json"]), None);
    assert_eq!(
        harbin(&["at", "1932-02-04", "--view", "japan", "--json"]),
        None
    );
    assert_eq!(
        towns(&["at", "1932-02-04", "--point", "142.7,47", "--json"]),
        [] as [Value; 0],
        "a point is asked for its own land alone"
    );
    for (language, name, title) in [
        (
            "en",
            "Harbin",
            "Towns held differently from the land around them",
        ),
        ("ja", "ハルビン", "支配者が異なる町"),
        ("ru", "Харбин", "Города под иной властью"),
    ] {
        let answer = run(&["at", "1932-02-04", "--lang", language]).expect_code(0);
        assert!(answer.stdout.contains(name), "{}", answer.stdout);
        assert!(answer.stdout.contains(title), "{}", answer.stdout);
        let answer = run(&["at", "1950", "--lang", language]).expect_code(0);
        assert!(!answer.stdout.contains(title), "{}", answer.stdout);
    }
}

#[test]
fn a_town_apart_must_lie_in_its_land() {
    let data = Data::copy();
    data.replace(
        "town_control.json",
        "\"land\": \"manchuria-north\"",
        "\"land\": \"hokkaido\"",
    );
    let contents = std::fs::read_to_string(data.path("town_control.json")).unwrap();
    let line = contents
        .lines()
        .position(|line| line.contains("\"hokkaido\""));
    let line = 1 + line.unwrap();
    let answer = data.check(&[]).expect_code(1);
    answer.says(&[
        "town_control.json",
        &format!(":{line}"),
        "lies in \"manchuria-north\"",
    ]);
}
