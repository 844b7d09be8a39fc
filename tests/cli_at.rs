//! `at`, `series` and `polls`: what the program tells other programs.

#![expect(clippy::unwrap_used, reason = "a test may give up")]

mod common;

use common::{Data, finish, keys, program, run};
use serde_json::Value;

fn at(date: &str) -> Value {
    run(&["at", date, "--json"]).expect_code(0).json()
}

/// A field of a territory in the answer.
fn field<'a>(answer: &'a Value, id: &str, name: &str) -> &'a Value {
    let territories = answer["territories"].as_array().unwrap();
    &territories
        .iter()
        .find(|territory| territory["id"] == id)
        .unwrap_or_else(|| panic!("no {id}"))[name]
}

#[test]
fn the_summer_of_1930_is_as_in_the_texts() {
    let answer = at("1930-06-01");
    assert_eq!(answer["date"], "1930-06-01");
    assert_eq!(answer["view"], "control");
    assert_eq!(field(&answer, "sakhalin-north", "holder"), "ussr");
    assert_eq!(field(&answer, "sakhalin-south", "holder"), "japan-empire");
    assert_eq!(
        field(&answer, "manchuria-south", "holder"),
        "china-republic"
    );
    let kurils = [
        "kurils-north",
        "urup",
        "iturup",
        "kunashir",
        "shikotan",
        "habomai",
    ];
    let territories = answer["territories"].as_array().unwrap();
    let mut seen = 0;
    for territory in territories {
        let id = territory["id"].as_str().unwrap();
        if kurils
            .iter()
            .any(|whole| id == *whole || territory["part_of"] == *whole)
        {
            assert_eq!(territory["holder"], "japan-empire", "{id}");
            seen += 1;
        }
    }
    assert!(seen > kurils.len(), "wholes and parts");
}

#[test]
fn a_change_shows_on_its_day() {
    for (date, holder) in [
        ("1945-08-27", "japan-empire"),
        ("1945-08-28", "ussr"),
        ("1945-08", "ussr"),
        ("1945-07", "japan-empire"),
    ] {
        assert_eq!(field(&at(date), "iturup", "holder"), holder, "{date}");
    }
    let answer = at("1945-08-28");
    assert_eq!(field(&answer, "iturup", "from"), "1945-08-28");
    assert_eq!(field(&answer, "iturup", "kind"), "occupied");
    assert_eq!(
        field(&at("1945-08-27"), "iturup", "to"),
        "1945-08-28",
        "a phase ends where the next begins"
    );
    assert_eq!(field(&at("2025"), "iturup", "to"), &Value::Null);
}

#[test]
fn a_territory_has_exactly_the_promised_fields() {
    let answer = at("1935");
    assert_eq!(keys(&answer), ["date", "view", "territories", "towns"]);
    let promised = [
        "id",
        "name",
        "holder",
        "kind",
        "from",
        "to",
        "certainty",
        "claims",
        "rights",
        "sources",
    ];
    for territory in answer["territories"].as_array().unwrap() {
        let keys: Vec<&str> = keys(territory)
            .into_iter()
            .filter(|key| !["part_of", "under"].contains(key))
            .collect();
        assert_eq!(keys, promised);
        assert!(territory["claims"].is_array() && territory["rights"].is_array());
        assert!(
            !territory["sources"].as_array().unwrap().is_empty(),
            "{territory}"
        );
        for date in ["from", "to"] {
            let date = &territory[date];
            assert!(
                date.is_null() || date.as_str().is_some_and(|date| date.len() == 10),
                "{date}"
            );
        }
    }
    assert_eq!(field(&answer, "manchuria-north", "under"), "japan-empire");
    assert_eq!(field(&answer, "manchuria-north", "kind"), "puppet");
    assert_eq!(
        field(&answer, "kurils-north-shumshu", "part_of"),
        "kurils-north"
    );
    assert_eq!(field(&answer, "iturup", "under"), &Value::Null);
}

#[test]
fn claims_and_rights_are_told_with_their_days() {
    let claims = |date: &str, id: &str| field(&at(date), id, "claims").clone();
    let japan = claims("1960", "iturup");
    assert!(
        japan
            .as_array()
            .unwrap()
            .iter()
            .any(|claim| claim["claimant"] == "japan" && claim["kind"] == "claimed"),
        "{japan}"
    );
    assert_eq!(
        claims("1930", "iturup"),
        serde_json::json!([]),
        "nobody else claims it then"
    );
    for claim in japan.as_array().unwrap() {
        assert_eq!(keys(claim), ["claimant", "kind", "from", "to"]);
        assert!(claim["from"].as_str().unwrap() <= "1960-12-31");
        assert!(
            claim["to"].is_null() || claim["to"].as_str().unwrap() > "1960-12-31",
            "{claim}"
        );
    }
    let rights = field(&at("1900"), "manchuria-north", "rights").clone();
    assert!(
        rights
            .as_array()
            .unwrap()
            .iter()
            .any(|right| right["kind"] == "railway-zone"),
        "{rights}"
    );
    for right in rights.as_array().unwrap() {
        assert_eq!(keys(right), ["holder", "kind", "from", "to"]);
    }
}

#[test]
fn each_view_tells_its_own() {
    let seen = |date: &str, view: &str| {
        let answer = run(&["at", date, "--view", view, "--json"])
            .expect_code(0)
            .json();
        assert_eq!(answer["view"], view);
        ["holder", "from", "to"].map(|name| field(&answer, "iturup", name).clone())
    };
    assert_eq!(seen("1960", "control")[0], "ussr");
    assert_eq!(seen("1960", "russia")[0], "ussr");
    assert_eq!(
        seen("1960", "japan"),
        [Value::from("japan"), "1956-02-11".into(), Value::Null]
    );
    assert_eq!(
        seen("1954", "japan"),
        [
            Value::from("none"),
            "1952-04-28".into(),
            "1956-02-11".into()
        ]
    );
    // Before Japan's position parts from control, control's days end where the position begins.
    assert_eq!(
        seen("1930", "japan"),
        [
            Value::from("japan-empire"),
            "1868-01-03".into(),
            "1945-08-28".into()
        ]
    );
    assert_eq!(
        run(&["at", "1960", "--view", "japan", "--lang", "ja"])
            .expect_code(0)
            .stderr,
        ""
    );
}

#[test]
fn the_days_of_an_entry_hold_from_the_first_to_the_last() {
    for view in ["control", "japan", "russia"] {
        let tell = |date: &str| {
            run(&["at", date, "--view", view, "--json"])
                .expect_code(0)
                .json()
        };
        for date in ["1945-08-26", "1921-06-01"] {
            let answer = tell(date);
            let mut ends: Vec<&str> = Vec::new();
            for territory in answer["territories"].as_array().unwrap() {
                let (from, to) = (
                    territory["from"].as_str().unwrap(),
                    territory["to"].as_str().unwrap_or("9999"),
                );
                assert!(from <= date && date < to, "{view} {date}: {territory}");
                ends.extend(territory["to"].as_str());
            }
            ends.sort_unstable();
            // On the first day on which anything ends, exactly what ends has begun anew.
            let first = ends[0];
            let after = tell(first);
            for (before, after) in answer["territories"]
                .as_array()
                .unwrap()
                .iter()
                .zip(after["territories"].as_array().unwrap())
            {
                assert_eq!(
                    before["to"] == first,
                    after["from"] == first,
                    "{view} {first}: {before} {after}"
                );
            }
        }
    }
}

#[test]
fn joint_holders_are_joined() {
    let holder = field(&at("1860"), "sakhalin-south", "holder").clone();
    let holder = holder.as_str().unwrap();
    assert!(
        holder.contains('+') && holder.contains("russian-empire"),
        "{holder}"
    );
}

#[test]
fn an_imprecise_date_means_the_last_day_of_its_unit() {
    for (text, day) in [
        ("194X", "1949-12-31"),
        ("1945", "1945-12-31"),
        ("1945-02", "1945-02-28"),
        ("1945-23", "1945-11-30"),
        ("1904-02~", "1904-02-29"),
        ("1792-01-01", "1792-01-01"),
        ("2025-12-31?", "2025-12-31"),
    ] {
        assert_eq!(at(text)["date"], day, "{text}");
    }
}

#[test]
fn a_point_finds_its_territory() {
    let ids = |point: &str| -> Vec<String> {
        let answer = run(&["at", "1930", "--json", "--point", point])
            .expect_code(0)
            .json();
        answer["territories"]
            .as_array()
            .unwrap()
            .iter()
            .map(|territory| territory["id"].as_str().unwrap().to_owned())
            .collect()
    };
    for (point, expected) in [
        ("147.9,45.1", vec!["iturup"]),
        ("142.9,50.9", vec!["sakhalin-north"]),
        ("142.7,47.0", vec!["sakhalin-south"]),
        ("156.2,50.7", vec!["kurils-north-shumshu"]),
        ("150,50", vec![]),
        ("-120.5,44", vec![]),
        ("0,0", vec![]),
    ] {
        assert_eq!(ids(point), expected, "{point}");
    }
    let human = run(&["at", "1930", "--point", "150,50"]).expect_code(0);
    assert!(human.stdout.contains("No territory"), "{}", human.stdout);
}

#[test]
fn tables_fit_a_terminal_in_every_language() {
    for (language, word) in [("en", "Soviet Union"), ("ja", "ソ連"), ("ru", "СССР")] {
        for arguments in [
            &["at", "1946"][..],
            &["at", "1935"],
            &["series"],
            &["polls"],
        ] {
            let answer =
                finish(program().args(arguments).args(["--lang", language])).expect_code(0);
            for line in answer.stdout.lines() {
                assert!(
                    unicode_width::UnicodeWidthStr::width(line) <= 80,
                    "{language} {arguments:?}: {line}"
                );
            }
            if arguments == ["at", "1946"] {
                assert!(answer.stdout.contains(word), "{}", answer.stdout);
            }
        }
    }
}

#[test]
fn names_follow_the_language() {
    for (language, name) in [
        ("en", "Iturup (Etorofu)"),
        ("ja", "択捉島"),
        ("ru", "Итуруп"),
    ] {
        let answer = run(&["at", "1930", "--json", "--lang", language])
            .expect_code(0)
            .json();
        assert_eq!(field(&answer, "iturup", "name"), name);
    }
}

#[test]
fn wrong_dates_are_told_apart() {
    for date in ["1791-12-31", "1791", "2026", "202X", "0001", "9999-12-31"] {
        let answer = run(&["at", date]).expect_code(1);
        answer.says(&[date, "1792-01-01", "2025-12-31"]);
        assert_eq!(answer.stdout, "");
    }
    for date in [
        "",
        "soon",
        "1945-13",
        "1945-02-30",
        "45",
        "28.8.1945",
        "１９４５",
        "1945-08-28T00:00",
        "1945/1946",
    ] {
        run(&["at", date]).expect_code(2).says(&["“"]);
    }
    run(&["at", "soon", "--lang", "ru"])
        .expect_code(2)
        .says(&["«soon»"]);
    run(&["at", "1700", "--lang", "ja"])
        .expect_code(1)
        .says(&["1700", "1792"]);
    run(&["at", "-1945"]).expect_code(2);
    run(&["at"]).expect_code(2);
}

#[test]
fn words_that_are_not_known_are_answered_with_those_that_are() {
    run(&["at", "1930", "--view", "mine"])
        .expect_code(2)
        .says(&["mine", "control"]);
    run(&["at", "1930", "--lang", "de"])
        .expect_code(2)
        .says(&["de", "en", "ja", "ru"]);
    for point in ["146", "a,b", "146,95", "NaN,44", "400,1", "146,44,1", ""] {
        run(&["at", "1930", "--point", point])
            .expect_code(2)
            .says(&["longitude"]);
    }
    run(&["at", "1930", "1931"]).expect_code(2);
    run(&["seize"]).expect_code(2);
    run(&["at", "1930", "--frobnicate"]).expect_code(2);
}

#[test]
fn a_data_folder_stands_in_for_the_built_in_data() {
    let data = Data::copy();
    data.edit("territories.json", |value| {
        for territory in value["territories"].as_array_mut().unwrap() {
            if territory["id"] == "iturup" {
                territory["name"]["en"] = "Iturup of the copy".into();
            }
        }
    });
    let answer = data.run(&["at", "1930", "--json"]).expect_code(0).json();
    assert_eq!(field(&answer, "iturup", "name"), "Iturup of the copy");
}
