//! Data of a reader's own: the example to begin with, and areas with dates taken in.

#![expect(clippy::unwrap_used, reason = "a test may give up")]

mod common;

use std::fs;
use std::path::Path;

use common::{Png, Run, finish, program, run};
use serde_json::{Value, json};

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn the_example_is_right_opens_and_is_not_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("mine");
    let said = run(&["new", text(&place)]).expect_code(0);
    assert!(said.stdout.contains("--data"), "{}", said.stdout);
    run(&["check", text(&place)]).expect_code(0);
    let held = run(&["at", "1930", "--json", "--data", text(&place)])
        .expect_code(0)
        .json();
    let territories = held["territories"].as_array().unwrap();
    assert_eq!(territories.len(), 2);
    assert_eq!(territories[1]["holder"], "northland");
    assert_eq!(territories[1]["claims"][0]["claimant"], "southland");
    let point = run(&[
        "at",
        "1930",
        "--point",
        "-38.5,42.05",
        "--json",
        "--data",
        text(&place),
    ]);
    assert_eq!(
        point.expect_code(0).json()["territories"][0]["id"],
        "south-bay"
    );
    // The map shows it, wherever it lies: land of two colours in the sea.
    let picture = folder.path().join("map.png");
    let size = ["--size", "640x480"];
    run(&[
        &["render", "--data", text(&place), "-o", text(&picture)],
        &size[..],
    ]
    .concat())
    .expect_code(0);
    assert!(
        Png::read(&picture).colours() > 50,
        "an empty sea has few colours"
    );
    run(&["new", text(&place)])
        .expect_code(1)
        .says(&["is not empty"]);
    run(&["new", "/dev/null/x"]).expect_code(1);
}

/// Imports areas into a new folder of its own.
fn import(features: &Value, folder: &Path) -> Run {
    let file = folder.join("areas.geojson");
    let collection = json!({ "type": "FeatureCollection", "features": features });
    fs::write(&file, collection.to_string()).unwrap();
    let mut command = program();
    command.args(["import", "--lang", "en", "-o"]);
    finish(command.arg(folder.join("data")).arg(file))
}

fn area(at: f64, properties: &Value) -> Value {
    let far = at + 1.0;
    json!({ "type": "Feature", "properties": properties, "geometry": { "type": "Polygon",
        "coordinates": [[[at, 34], [far, 34], [far, 35], [at, 35], [at, 34]]] } })
}

#[test]
fn areas_with_dates_become_territories_and_phases() {
    let folder = tempfile::tempdir().unwrap();
    let features = json!([
        area(32.0, &json!({ "name": "Eyalet", "country": "Ottoman Empire", "end_date": "1878-06-04" })),
        area(32.0, &json!({ "name": "Crown Colony", "holder": "United Kingdom", "start_date": "1878-06-04", "end_date": "1960-08-16", "kind": "administered" })),
        area(32.0, &json!({ "name": "Republic", "holder": "Cyprus", "start_date": "1961" })),
        area(33.0, &json!({ "name": "East", "name:ja": "東", "start_date": "1900~" })),
        area(34.0, &json!({ "name": "Old Kingdom", "end_date": "1700" })),
        { "type": "Feature", "properties": {}, "geometry": { "type": "Point", "coordinates": [33, 34] } },
    ]);
    let said = import(&features, folder.path()).expect_code(0);
    assert!(
        said.stdout
            .contains("territories: 2; phases: 6; states: 4. Left out: 2"),
        "{}",
        said.stdout
    );
    let data = folder.path().join("data");
    run(&["check", text(&data)]).expect_code(0);
    for (date, holder) in [
        ("1850", "ottoman-empire"),
        ("1878-06-03", "ottoman-empire"),
        ("1878-06-04", "united-kingdom"),
        ("1960-08-16", "unrecorded"),
        ("1961", "cyprus"),
    ] {
        let held = run(&["at", date, "--json", "--data", text(&data)])
            .expect_code(0)
            .json();
        assert_eq!(held["territories"][0]["holder"], holder, "{date}");
    }
    let point = run(&[
        "at",
        "1899-12-31",
        "--point",
        "33.5,34.5",
        "--json",
        "--data",
        text(&data),
    ]);
    let point = point.expect_code(0).json();
    assert_eq!(point["territories"][0]["holder"], "unrecorded");
}

#[test]
fn what_cannot_be_taken_in_is_named_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    for (features, told) in [
        (
            json!([area(32.0, &json!({ "name": "A", "start_date": "C18" }))]),
            "features[0].properties.start_date: \"C18\" is not a date",
        ),
        (
            json!([area(
                32.0,
                &json!({ "name": "A", "start_date": "1900", "end_date": "1800" })
            )]),
            "ends before it begins",
        ),
        (
            json!([
                area(32.0, &json!({ "name": "A", "end_date": "1900" })),
                area(32.0, &json!({ "name": "B", "start_date": "1890" }))
            ]),
            "features[1].properties: is of the same time and place as features[0]",
        ),
        (json!([area(32.0, &json!({}))]), "needs a \"holder\""),
        (
            json!([area(400.0, &json!({ "name": "A" }))]),
            "features[0].geometry.coordinates",
        ),
        (
            json!([area(32.0, &json!({ "name": "A", "kind": "puppet" }))]),
            "is not known here",
        ),
        (json!([]), "has no areas"),
        (json!(7), "no list \"features\""),
    ] {
        let answer = import(&features, folder.path()).expect_code(1);
        answer.says(&["areas.geojson", told]);
        assert!(!folder.path().join("data").exists());
    }
    let missing = run(&["import", "/nonexistent.geojson", "-o", "/nonexistent"]);
    missing
        .expect_code(1)
        .says(&["nonexistent.geojson: cannot be read"]);
}

#[test]
fn the_manual_tells_of_every_command() {
    let page = run(&["man"]).expect_code(0).stdout;
    assert!(page.contains(".TH kuril-atlas 1"), "{page}");
    let folder = tempfile::tempdir().unwrap();
    run(&["man", "-o", text(folder.path())]).expect_code(0);
    for name in [
        "kuril-atlas",
        "kuril-atlas-at",
        "kuril-atlas-import",
        "kuril-atlas-render",
    ] {
        let page = fs::read_to_string(folder.path().join(format!("{name}.1"))).unwrap();
        assert!(page.contains(&name.replace('-', "\\-")), "{name}");
    }
}
