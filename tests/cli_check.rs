//! `check`, and what every command does with data that are wrong.

#![expect(clippy::unwrap_used, reason = "a test may give up")]

mod common;

use std::fs;
use std::path::Path;

use common::{Data, run};
use serde_json::json;

/// The line, from 1, of the nth occurrence of a text in a file.
fn line_of(data: &Data, name: &str, text: &str) -> usize {
    let contents = fs::read_to_string(data.path(name)).unwrap();
    1 + contents
        .lines()
        .position(|line| line.contains(text))
        .unwrap_or_else(|| panic!("{name} has no {text}"))
}

#[test]
fn the_shipped_data_are_right() {
    let answer = run(&["check"]).expect_code(0);
    assert!(
        answer.stdout.starts_with("No problems. Territories: "),
        "{}",
        answer.stdout
    );
    assert_eq!(answer.stderr, "");
    let answer = run(&["check", "--json"]).expect_code(0).json();
    assert_eq!(answer["problems"], json!([]));
    for name in [
        "territories",
        "phases",
        "towns",
        "shapes",
        "points",
        "figures",
        "polls",
        "sources",
    ] {
        assert!(answer["counts"][name].as_u64().unwrap() > 0, "{name}");
    }
    Data::copy().check(&[]).expect_code(0);
}

#[test]
fn a_missing_folder_is_one_problem() {
    for arguments in [
        &["check", "/nonexistent"][..],
        &["at", "1930", "--data", "/nonexistent"],
        &["--data", "/nonexistent"],
    ] {
        let answer = run(arguments).expect_code(1);
        answer.says(&["/nonexistent"]);
        assert_eq!(answer.stderr.lines().count(), 1, "{}", answer.stderr);
    }
}

/// Damages a file.
type Damage = fn(&Path);

#[test]
fn missing_empty_truncated_and_unreadable_files_are_named() {
    for name in [
        "control.json",
        "sources.json",
        "polls.json",
        "geo/kurils.geojson",
        "geo/lines.geojson",
        "geo/regions_lod1.geojson",
        "geo/regions_lod0.geojson",
        "geo/attributions.json",
    ] {
        let damages: [(&str, Damage); 5] = [
            ("missing", |path| fs::remove_file(path).unwrap()),
            ("empty", |path| fs::write(path, "").unwrap()),
            ("truncated", |path| {
                let bytes = fs::read(path).unwrap();
                fs::write(path, &bytes[..bytes.len() / 2]).unwrap();
            }),
            ("not UTF-8", |path| {
                let mut bytes = fs::read(path).unwrap();
                let middle = bytes.len() / 2;
                bytes[middle] = 0xFF;
                fs::write(path, bytes).unwrap();
            }),
            ("a folder", |path| {
                fs::remove_file(path).unwrap();
                fs::create_dir(path).unwrap();
            }),
        ];
        for (damage, apply) in damages {
            let data = Data::copy();
            apply(&data.path(name));
            // The finest outlines are read by `check`, which takes its time, and to find a point.
            let answer = match (name, damage) {
                ("geo/regions_lod0.geojson", "missing") => data.check(&[]),
                ("geo/regions_lod0.geojson", _) => data.run(&["at", "1930", "--point", "146,44"]),
                _ => data.run(&["at", "1930"]),
            }
            .expect_code(1);
            assert!(
                answer.stderr.contains(name),
                "{name} {damage}: {}",
                answer.stderr
            );
            assert_eq!(answer.stdout, "");
        }
    }
}

#[test]
fn every_problem_is_told_at_once_with_its_place() {
    let data = Data::copy();
    // The first of each in its file, so that the paths are known.
    data.replace(
        "control.json",
        "\"kind\": \"undefined\"",
        "\"kind\": \"borrowed\"",
    );
    data.replace("control.json", "\"1830~\"", "\"soon\"");
    data.replace("polls.json", "\"favourable\": 61", "\"favourable\": 161");
    data.replace(
        "series.json",
        "\"qualifier\": \"exact\"",
        "\"qualifier\": \"roughly\"",
    );
    let expected = [
        (
            "control.json",
            line_of(&data, "control.json", "borrowed"),
            "control[0].phases[0].kind",
        ),
        (
            "control.json",
            line_of(&data, "control.json", "\"soon\""),
            "control[0].phases[1].from",
        ),
        (
            "series.json",
            line_of(&data, "series.json", "roughly"),
            "series[0].points[0].qualifier",
        ),
    ];
    for answer in [
        data.check(&[]),
        data.run(&["at", "1930"]),
        data.run(&["render", "-o", "never.png"]),
        data.run(&["series"]),
    ] {
        let answer = answer.expect_code(1);
        for (file, line, path) in expected {
            answer.says(&[&format!("{file}:{line}: {path}: ")]);
        }
        assert_eq!(answer.stdout, "");
        assert!(!Path::new("never.png").exists(), "no file is left behind");
    }
    let answer = data.check(&["--json"]).expect_code(1).json();
    let problems = answer["problems"].as_array().unwrap();
    for (file, line, path) in expected {
        assert!(
            problems.iter().any(|problem| problem["file"] == file
                && problem["line"] == line
                && problem["path"] == path),
            "{file} {path}"
        );
    }
    let order: Vec<(&str, u64)> = problems
        .iter()
        .map(|problem| {
            (
                problem["file"].as_str().unwrap(),
                problem["line"].as_u64().unwrap_or(0),
            )
        })
        .collect();
    assert!(order.is_sorted(), "{order:?}");
}

#[test]
fn contradictions_are_found() {
    let data = Data::copy();
    data.edit("control.json", |value| {
        let records = value["control"].as_array_mut().unwrap();
        let last = records.len() - 1;
        // A phase before the one before it, a holder that is nobody, a second record of one place.
        records[0]["phases"][1]["from"] = json!("1700");
        records[1]["moves"] = json!([]);
        records[last]["phases"][0]["holder"] = json!(["atlantis"]);
        let again = records[0].clone();
        records.push(again);
    });
    data.edit("territories.json", |value| {
        value["territories"][0]["name"]["ja"] = json!("no Japanese");
        value["territories"][3]["shapes"] = json!(["atlantis"]);
    });
    let answer = data.check(&[]).expect_code(1);
    // What is wrong with one file hides nothing in another.
    answer.says(&[
        "control[0].phases: phase 1 does not begin after the one before it",
        "there is no polity \"atlantis\"",
        "has a record already",
        "territories[0].name.ja: is not written in the script",
        "there is no shape \"atlantis\"",
    ]);
}

#[test]
fn broken_outlines_and_strayed_test_points_are_found() {
    let data = Data::copy();
    data.edit("geo/lakes.geojson", |value| {
        let geometry = &mut value["features"][0]["geometry"];
        *geometry = json!({ "type": "Polygon", "coordinates": [[[150, 45], [151, 46], [151, 45], [150, 46], [150, 45]]] });
    });
    data.edit("territories.json", |value| {
        for territory in value["territories"].as_array_mut().unwrap() {
            match territory["id"].as_str().unwrap() {
                "iturup" => territory["test_points"] = json!([[150.0, 50.0]]),
                "urup" => territory["test_points"] = json!([[142.9, 50.9]]),
                _ => {}
            }
        }
    });
    // Loading does not look so closely.
    data.run(&["at", "1930"]).expect_code(0);
    let answer = data.check(&[]).expect_code(1);
    let line = line_of(&data, "geo/lakes.geojson", "\"geometry\"");
    answer.says(&[
        &format!("geo/lakes.geojson:{line}: features[0].geometry: "),
        "crosses or touches itself near [150.5, 45.5]",
        "test_points[0]: lies in no territory",
        "test_points[0]: lies in \"sakhalin-north\"",
    ]);
}

#[test]
fn no_nonsense_in_a_file_makes_the_program_panic() {
    for (name, contents) in [
        ("control.json", "[]"),
        ("control.json", "{\"control\": {}}"),
        ("control.json", "{\"control\": [null, 1, \"x\", []]}"),
        ("territories.json", "{\"territories\": []}"),
        ("sources.json", "null"),
        ("polities.json", "{\"polities\": [{}]}"),
        ("series.json", "{\"series\": [{\"id\": 1e999}]}"),
        ("polls.json", "\u{feff}{}"),
        ("claims.json", "{}"),
        ("rights.json", "{\"rights\": [{\"id\": 7}]}"),
        ("views.json", "{\"views\": [[]]}"),
        ("positions.json", ""),
        ("offers.json", "{\"offers\": \"none\"}"),
        ("borders.json", "\u{0}"),
        (
            "geo/kurils.geojson",
            "{\"type\": \"FeatureCollection\", \"features\": []}",
        ),
        (
            "geo/kurils.geojson",
            "{\"features\": [{\"properties\": {}, \"geometry\": {\"type\": \"Point\", \"coordinates\": [1, 2]}}]}",
        ),
        (
            "geo/lakes.geojson",
            "{\"features\": [{\"properties\": {}, \"geometry\": {\"type\": \"Polygon\", \"coordinates\": []}}]}",
        ),
        (
            "geo/lakes.geojson",
            "{\"features\": [{\"properties\": {}, \"geometry\": {\"type\": \"Polygon\", \"coordinates\": [[[1, 2]]]}}]}",
        ),
        (
            "geo/rivers.geojson",
            "{\"features\": [{\"properties\": {}, \"geometry\": {\"type\": \"LineString\", \"coordinates\": []}}]}",
        ),
        ("geo/attributions.json", "{\"attributions\": 7}"),
    ] {
        let data = Data::copy();
        fs::write(data.path(name), contents).unwrap();
        let mut answers = vec![data.run(&["at", "1930"])];
        // `check` takes its time where it can read the outlines.
        if name.contains("lakes") || name.starts_with("terr") {
            answers.push(data.check(&[]));
        }
        for answer in answers {
            assert!(
                matches!(answer.code, Some(0 | 1)),
                "{name} {contents}: {:?} {}",
                answer.code,
                answer.stderr
            );
            assert!(
                !answer.stderr.contains("panicked"),
                "{name} {contents}: {}",
                answer.stderr
            );
        }
    }
}
