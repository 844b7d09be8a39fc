//! `export`: files for other programs, read back.
#![expect(clippy::unwrap_used, reason = "a test may give up")]

mod common;

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::Path;

use common::{Data, finish, program, run};
use serde_json::Value;

fn export(folder: &Path, name: &str, arguments: &[&str]) -> String {
    let path = folder.join(name);
    let answer =
        finish(program().arg("export").args(arguments).arg("-o").arg(&path)).expect_code(0);
    assert_eq!((answer.stdout.as_str(), answer.stderr.as_str()), ("", ""));
    fs::read_to_string(path).unwrap_or_default()
}

fn geojson(layer: &str, more: &[&str]) -> Value {
    let folder = tempfile::tempdir().unwrap();
    let arguments = [&["--format", "geojson", "--layer", layer], more].concat();
    serde_json::from_str(&export(folder.path(), "x.geojson", &arguments)).unwrap()
}

fn features(layer: &Value) -> &[Value] {
    layer["features"].as_array().unwrap()
}

fn csv_rows(text: &str) -> Vec<HashMap<String, String>> {
    csv::Reader::from_reader(text.as_bytes())
        .deserialize()
        .map(Result::unwrap)
        .collect()
}

/// Twice the area, positive when the ring runs counter-clockwise.
fn winding(ring: &[Value]) -> f64 {
    let point = |index: usize| [0, 1].map(|axis| ring[index][axis].as_f64().unwrap());
    let [x, y] = point(0);
    (1..ring.len())
        .map(|index| (point(index - 1), point(index)))
        .map(|(a, b)| (a[0] - x) * (b[1] - y) - (b[0] - x) * (a[1] - y))
        .sum()
}

#[test]
fn the_map_through_time_agrees_with_the_record_on_every_day_asked_for() {
    let layer = geojson("control", &["--detail", "coarse"]);
    assert_eq!(layer["type"], "FeatureCollection");
    assert!(layer.get("crs").is_none(), "RFC 7946 knows WGS 84 alone");
    for date in [
        "1792-01-01",
        "1855-02-06",
        "1855-02-07",
        "1920-06-01",
        "1945-08-28",
        "2025-12-31",
    ] {
        let answer = run(&["at", date, "--json"]).expect_code(0).json();
        let holds = |feature: &&Value| {
            let fields = &feature["properties"];
            fields["start"].as_str().unwrap() <= date
                && fields["end"].as_str().is_none_or(|end| date < end)
        };
        let now: HashMap<&str, &Value> = features(&layer)
            .iter()
            .filter(holds)
            .map(|feature| {
                (
                    feature["properties"]["id"].as_str().unwrap(),
                    &feature["properties"],
                )
            })
            .collect();
        assert_eq!(
            now.len(),
            features(&layer).iter().filter(holds).count(),
            "one phase a place"
        );
        let mut matched = 0;
        for place in answer["territories"].as_array().unwrap() {
            let Some(fields) = now.get(place["id"].as_str().unwrap()) else {
                continue;
            };
            matched += 1;
            for (field, name) in [
                ("holder", "holder"),
                ("kind", "kind"),
                ("start", "from"),
                ("end", "to"),
                ("holder", "holder"),
            ] {
                assert_eq!(fields[field], place[name], "{date} {}", place["id"]);
            }
            assert_eq!(fields["sources"], place["sources"]);
            assert_eq!(fields["name_en"], place["name"]);
        }
        assert_eq!(matched, now.len(), "every place is known to the record");
        assert!(matched > 40, "{matched}");
    }
}

#[test]
fn rings_are_closed_and_turn_as_rfc_7946_has_it() {
    let mut holes = 0;
    for layer in ["control", "claims", "rights"] {
        for feature in features(&geojson(layer, &[])) {
            assert!(feature["id"].is_string());
            if feature["geometry"]["type"] != "MultiPolygon" {
                continue;
            }
            for polygon in feature["geometry"]["coordinates"].as_array().unwrap() {
                for (number, ring) in polygon.as_array().unwrap().iter().enumerate() {
                    let ring = ring.as_array().unwrap();
                    assert!(ring.len() >= 4 && ring.first() == ring.last());
                    assert_eq!(winding(ring) > 0.0, number == 0, "{}", feature["id"]);
                    holes += usize::from(number > 0);
                    for point in ring {
                        let [x, y] = [0, 1].map(|axis| point[axis].as_f64().unwrap());
                        assert!((-180.0..=180.0).contains(&x) && (-90.0..=90.0).contains(&y));
                    }
                }
            }
        }
    }
    assert!(holes > 0, "Kwantung or Harbin lie within others");
}

#[test]
fn detail_changes_the_outline_and_nothing_else() {
    let points = |layer: &Value| layer.to_string().matches("],[").count();
    let [coarse, medium, fine] =
        ["coarse", "medium", "fine"].map(|detail| geojson("control", &["--detail", detail]));
    assert!(points(&coarse) < points(&medium) && points(&medium) < points(&fine));
    for (one, other) in features(&coarse).iter().zip(features(&fine)) {
        assert_eq!(one["properties"], other["properties"]);
    }
    assert_eq!(medium, geojson("control", &[]), "medium is the default");
}

#[test]
fn a_folder_gets_every_layer_and_the_counts_match() {
    let folder = tempfile::tempdir().unwrap();
    let into = |format: &str| {
        let name = format!("{format}/");
        export(folder.path(), &name, &["--format", format, "--lang", "ru"]);
        folder.path().join(format)
    };
    let [tables, maps, earth] = ["csv", "geojson", "kml"].map(into);
    for layer in ["control", "claims", "rights", "events", "borders"] {
        let table = fs::read_to_string(tables.join(format!("{layer}.csv"))).unwrap();
        let rows = csv_rows(&table);
        let map: Value = serde_json::from_str(
            &fs::read_to_string(maps.join(format!("{layer}.geojson"))).unwrap(),
        )
        .unwrap();
        let kml = fs::read_to_string(earth.join(format!("{layer}.kml"))).unwrap();
        let marks = kml.matches("<Placemark ").count();
        assert_eq!(marks, features(&map).len(), "{layer}");
        let wholes = rows.len() - marks;
        assert!(
            if layer == "control" {
                (1..40).contains(&wholes)
            } else {
                wholes == 0
            },
            "{layer}: {wholes}"
        );
        let ids: HashSet<&str> = features(&map)
            .iter()
            .map(|feature| feature["id"].as_str().unwrap())
            .collect();
        assert_eq!(ids.len(), marks, "{layer}: ids are unique");
        for row in &rows {
            assert!(
                row["end"].is_empty() || row["start"] < row["end"],
                "{row:?}"
            );
        }
    }
    let series = fs::read_to_string(tables.join("series.csv")).unwrap();
    assert_eq!(
        series,
        run(&["series", "--csv", "--lang", "ru"])
            .expect_code(0)
            .stdout
    );
    assert!(!maps.join("series.geojson").exists(), "figures lie nowhere");
}

#[test]
fn tables_say_what_the_map_says() {
    let folder = tempfile::tempdir().unwrap();
    let table = export(folder.path(), "x.csv", &["--format", "csv", "--lang", "ja"]);
    assert!(table.contains("\r\n"), "RFC 4180");
    let rows = csv_rows(&table);
    let layer = geojson("control", &["--lang", "ja"]);
    let by_id: HashMap<String, &HashMap<String, String>> = rows
        .iter()
        .map(|row| (format!("{}@{}", row["id"], row["start"]), row))
        .collect();
    for feature in features(&layer) {
        let row = by_id[feature["id"].as_str().unwrap()];
        for (name, value) in feature["properties"].as_object().unwrap() {
            let cell = match value {
                Value::Null => String::new(),
                Value::String(text) => text.clone(),
                Value::Array(parts) => parts
                    .iter()
                    .map(|part| part.as_str().unwrap())
                    .collect::<Vec<_>>()
                    .join("; "),
                other => other.to_string(),
            };
            assert_eq!(row[name], cell, "{} {name}", feature["id"]);
        }
    }
    let iturup = rows
        .iter()
        .find(|row| row["id"] == "iturup" && row["start"] == "1945-08-28")
        .unwrap();
    assert_eq!(
        (&*iturup["kind"], &*iturup["name_ja"]),
        ("occupied", "択捉島")
    );
    assert!(iturup["claims"].contains("japan"), "{}", iturup["claims"]);
}

#[test]
fn time_spans_of_kml_end_on_the_last_day() {
    let folder = tempfile::tempdir().unwrap();
    let kml = export(
        folder.path(),
        "x.kml",
        &["--format", "kml", "--detail", "coarse"],
    );
    let mark = kml
        .split("<Placemark ")
        .find(|mark| mark.starts_with("id=\"r-urup_1855-02-07\""))
        .unwrap();
    let between = |from: &str, to: &str| mark.split_once(from).unwrap().1.split_once(to).unwrap().0;
    assert_eq!(between("<begin>", "</begin>"), "1855-02-07");
    let exclusive = between("<Data name=\"end\">", "</Data>");
    assert_ne!(between("<end>", "</end>"), exclusive);
    for style in kml.split("<styleUrl>#").skip(1) {
        let id = style.split_once('<').unwrap().0;
        assert!(kml.contains(&format!("<Style id=\"{id}\">")), "{id}");
    }
}

#[test]
fn wrong_requests_say_what_to_do_and_leave_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.geojson");
    let path = path.to_str().unwrap();
    run(&[
        "export", "--format", "geojson", "--layer", "series", "-o", path,
    ])
    .expect_code(2)
    .says(&["series", "--format csv"]);
    run(&["export", "--format", "shp", "-o", path])
        .expect_code(2)
        .says(&["geojson", "kml", "csv"]);
    run(&["export", "--format", "kml"]).expect_code(2);
    run(&["export", "--format", "kml", "-o", "/nonexistent/x.kml"])
        .expect_code(1)
        .says(&["/nonexistent/x.kml"]);
    let data = Data::copy();
    data.replace("control.json", "\"sovereign\"", "\"sovreign\"");
    data.run(&["export", "--format", "kml", "-o", path])
        .expect_code(1)
        .says(&["control.json", "sovreign"]);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}
