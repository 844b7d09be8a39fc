//! `series` and `polls`: the figures on the command line.
#![expect(clippy::unwrap_used, reason = "a test may give up")]

mod common;

use common::{keys, run};

#[test]
fn series_come_as_json_and_csv() {
    let answer = run(&["series", "--json"]).expect_code(0).json();
    let ids: Vec<&str> = answer
        .as_array()
        .unwrap()
        .iter()
        .map(|series| series["id"].as_str().unwrap())
        .collect();
    for id in [
        "trade-total",
        "trade-imports",
        "trade-exports",
        "trade-balance",
    ] {
        assert!(ids.contains(&id), "{ids:?}");
    }
    let one = run(&["series", "trade-imports", "--json"])
        .expect_code(0)
        .json();
    assert_eq!(one.as_array().unwrap().len(), 1);
    assert_eq!(keys(&one[0]), ["id", "name", "unit", "points"]);
    let fields = [
        "year",
        "value",
        "low",
        "high",
        "qualifier",
        "year_stated",
        "basis",
        "source",
    ];
    let points = one[0]["points"].as_array().unwrap();
    for point in points {
        assert_eq!(keys(point), fields);
        assert!(
            point["source"].is_string()
                && point["value"].is_number()
                && point["year_stated"].is_boolean(),
            "{point}"
        );
    }
    let csv_text = run(&["series", "trade-imports", "--csv"])
        .expect_code(0)
        .stdout;
    let mut reader = csv::Reader::from_reader(csv_text.as_bytes());
    assert_eq!(
        reader.headers().unwrap().iter().skip(3).collect::<Vec<_>>(),
        fields
    );
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), points.len());
    for (row, point) in rows.iter().zip(points) {
        assert_eq!(&row[4], point["value"].to_string());
        assert_eq!(
            row[5].is_empty(),
            point["low"].is_null(),
            "an open bound is null, and an empty cell"
        );
    }
    run(&["series", "rice"])
        .expect_code(1)
        .says(&["rice", "trade-total", "trade-balance"]);
    run(&["series", "--json", "--csv"]).expect_code(2);
}

#[test]
fn polls_come_as_json_and_csv() {
    let answer = run(&["polls", "--json"]).expect_code(0).json();
    let fields = [
        "id",
        "pollster",
        "date",
        "population",
        "about",
        "group",
        "favourable",
        "unfavourable",
        "basis",
        "source",
    ];
    for poll in answer.as_array().unwrap() {
        assert_eq!(keys(poll), fields);
    }
    let levada = &answer[0];
    assert_eq!(
        (
            &levada["id"],
            &levada["favourable"],
            &levada["unfavourable"]
        ),
        (&"levada-2018".into(), &61.into(), &20.into())
    );
    let csv_text = run(&["polls", "--csv", "--lang", "ja"])
        .expect_code(0)
        .stdout;
    let mut reader = csv::Reader::from_reader(csv_text.as_bytes());
    assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>(), fields);
    assert_eq!(
        reader.records().map(Result::unwrap).count(),
        answer.as_array().unwrap().len()
    );
}

#[test]
fn a_table_of_ones_own_in_the_data_folder_is_printed_and_a_bad_one_named() {
    let template = run(&["series", "--template"]).expect_code(0).stdout;
    assert!(template.contains("series,topic,unit,year,value"));
    let data = common::Data::copy();
    let folder = data.path("series");
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(folder.join("mine.csv"), &template).unwrap();
    let path = data.path("").to_str().unwrap().to_owned();
    let own = run(&["series", "own-mine-1", "--json", "--data", &path])
        .expect_code(0)
        .json();
    assert_eq!(own[0]["points"][1]["source"], "Where you found it");
    std::fs::write(
        folder.join("bad.csv"),
        "series,unit,year,value\nA,t,1990,x\n",
    )
    .unwrap();
    run(&["series", "--data", &path, "--lang", "en"])
        .expect_code(1)
        .says(&["series/bad.csv:2", "column 4 (value)", "not a number"]);
}
