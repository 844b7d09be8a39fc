//! What the program says to files and folders that no atlas is made of.

#![expect(clippy::unwrap_used, reason = "a test may give up")]

mod common;

use std::fs;

use common::{Data, make_pipe, program};
use serde_json::json;

#[test]
fn unknown_fields_duplicated_ids_and_impossible_periods_are_named() {
    let data = Data::copy();
    data.edit("claims.json", |value| {
        value["claims"][0]["color"] = json!("red");
        value["claims"][1]["from"] = json!("1950");
        value["claims"][1]["to"] = json!("1940");
        let again = value["claims"][2].clone();
        value["claims"].as_array_mut().unwrap().push(again);
    });
    data.edit("polities.json", |value| {
        let again = value["polities"][0].clone();
        value["polities"].as_array_mut().unwrap().push(again);
    });
    data.edit("territories.json", |value| {
        value["territories"][0]["shape"] = json!([]);
    });
    let answer = data.check(&[]).expect_code(1);
    answer.says(&[
        "claims[0].color: unknown field `color`",
        "claims[1].to: ",
        "polities.json:",
        "territories[0].shape: unknown field `shape`",
    ]);
    for file in ["claims.json", "polities.json"] {
        let told = answer.stderr.lines();
        let mut told = told.filter(|line| line.starts_with(file));
        assert!(told.any(|line| line.contains("twice")), "{}", answer.stderr);
    }
}

#[test]
fn outlines_of_the_wrong_kind_are_named() {
    let data = Data::copy();
    let features = |geometry: serde_json::Value| {
        json!({ "type": "FeatureCollection", "features": [
            { "type": "Feature", "properties": { "id": "x" }, "geometry": geometry } ] })
    };
    for (geometry, told) in [
        (
            json!({ "type": "Point", "coordinates": [145, 44] }),
            "Point",
        ),
        (
            json!({ "type": "LineString", "coordinates": [[145, 44], [146, 45]] }),
            "must be a Polygon or a MultiPolygon",
        ),
        (
            json!({ "type": "Polygon", "coordinates": [[[44, 145], [45, 146], [44, 147], [44, 145]]] }),
            "the order is longitude, latitude",
        ),
        (
            json!({ "type": "Polygon", "coordinates": [[[145, 44], [146, 45], [145, 44]]] }),
            "at least three different points",
        ),
        (json!(null), "geometry"),
    ] {
        let text = features(geometry).to_string();
        fs::write(data.path("geo/kurils.geojson"), text).unwrap();
        let answer = data.run(&["at", "1930"]).expect_code(1);
        answer.says(&["geo/kurils.geojson:", told]);
    }
}

#[cfg(unix)]
#[test]
fn loops_of_links_and_pipes_are_named_and_end() {
    use std::os::unix::fs::symlink;
    let data = Data::copy();
    fs::remove_file(data.path("claims.json")).unwrap();
    symlink(data.path("claims.json"), data.path("claims.json")).unwrap();
    fs::create_dir(data.path("lessons")).unwrap();
    symlink(data.path("lessons"), data.path("lessons/again.json")).unwrap();
    fs::create_dir(data.path("series")).unwrap();
    let pipe = data.path("series/pipe.csv");
    make_pipe(&pipe);
    let answer = data.check(&[]).expect_code(1);
    answer.says(&[
        "claims.json: cannot be read: ",
        "lessons/again.json: is not a regular file",
        "series/pipe.csv: ",
    ]);
}

#[cfg(unix)]
#[test]
fn folders_that_may_not_be_read_are_named() {
    use std::os::unix::fs::symlink;
    let data = Data::copy();
    // A file and a loop in the place of a folder cannot be read by anybody, not even by root.
    fs::write(data.path("series"), "no folder").unwrap();
    symlink(data.path("lessons"), data.path("lessons")).unwrap();
    let answer = data.check(&[]).expect_code(1);
    answer.says(&["lessons: cannot be read: ", "series: cannot be read: "]);
}

/// As many bytes as are read of a file at most, and one more.
const TOO_LARGE: u64 = 64 * 1024 * 1024 + 1;

#[test]
fn files_too_large_are_not_read() {
    let data = Data::copy();
    for name in ["control.json", "geo/lakes.geojson"] {
        // A hole: it takes no room on the disk.
        let file = fs::OpenOptions::new().write(true).open(data.path(name));
        file.unwrap().set_len(TOO_LARGE).unwrap();
    }
    fs::create_dir(data.path("series")).unwrap();
    let table = fs::File::create(data.path("series/mine.csv")).unwrap();
    table.set_len(TOO_LARGE).unwrap();
    let answer = data.run(&["at", "1930"]).expect_code(1);
    answer.says(&[
        "control.json: is 64 MiB large; at most 64 MiB are read",
        "geo/lakes.geojson: is 64 MiB large",
        "series/mine.csv: ",
    ]);
}

#[test]
fn depth_and_number_of_faults_have_bounds() {
    let data = Data::copy();
    let deep = format!("{{\"claims\": {}", "[".repeat(1_000_000));
    fs::write(data.path("claims.json"), deep).unwrap();
    let closed = format!(
        "{{\"rights\": [{{\"id\": {}{}}}]}}",
        "[".repeat(200_000),
        "]".repeat(200_000)
    );
    fs::write(data.path("rights.json"), closed).unwrap();
    let many = format!("{{\"people\": [{}7]}}", "7,".repeat(50_000));
    fs::write(data.path("people.json"), many).unwrap();
    let numberless = format!("{{\"towns\": [{}7]}}", "7,".repeat(60_000));
    fs::write(data.path("towns.json"), numberless).unwrap();
    let output = program()
        .args(["at", "1930", "--data"])
        .arg(data.path(""))
        .output()
        .unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert!(told.contains("claims.json:"), "{told}");
    assert!(told.contains("rights.json:"), "{told}");
    assert!(told.contains("towns: has 60001 records"), "{told}");
    let people = told.lines().filter(|line| line.starts_with("people.json"));
    assert!(people.count() <= 102, "the first hundred and how many more");
    assert!(
        told.contains("49901 more records cannot be read"),
        "{}",
        &told[told.len() - 500..]
    );
}
