use std::sync::LazyLock;

use super::*;
use crate::dataset::Origin as Files;
use crate::dataset::own::{TEMPLATE, read_table};
use crate::model::poll::{Survey, SurveyPoint};
use crate::model::series::Gap;

static ATLAS: LazyLock<Atlas> = LazyLock::new(|| Atlas::load(&Files::Embedded).unwrap());

#[test]
fn what_the_texts_say_is_shown_first_and_the_rest_on_demand() {
    let charts = Charts::new(&ATLAS, &[], Language::English);
    let trade = &charts.of(Topic::Trade)[0];
    for (index, quantity) in trade.quantities.iter().enumerate() {
        assert_eq!(
            trade.is_usual(index),
            quantity.origin == Origin::Texts,
            "{}",
            quantity.id
        );
    }
}

#[test]
fn a_series_of_the_reader_joins_the_axis_of_its_unit() {
    let own = read_table("mine.csv", TEMPLATE.as_bytes()).unwrap();
    for language in Language::ALL {
        let charts = Charts::new(&ATLAS, &own, language);
        let trade = &charts.of(Topic::Trade)[0].quantities;
        let quantity = trade.iter().find(|one| one.id == "own-mine-1").unwrap();
        assert_eq!(quantity.origin, Origin::Own);
        assert_eq!(
            quantity.figures[0].own_source.as_deref(),
            Some("Where you found it")
        );
    }
}

#[test]
fn a_survey_is_joined_only_where_rounds_follow_each_other() {
    let text = |text: &str| Localized::new(text, text, text);
    let point = |date: &str, favourable: Option<f64>| SurveyPoint {
        date: date.parse().unwrap(),
        favourable,
        unfavourable: None,
        neither: None,
        note: None,
        citations: Vec::new(),
    };
    let mut atlas = Atlas::load(&Files::Embedded).unwrap();
    atlas.surveys = vec![Survey {
        id: "s".to_owned(),
        pollster: "P".to_owned(),
        name: text("affinity"),
        population: text("adults"),
        about: text("question"),
        favourable_label: text("yes"),
        unfavourable_label: text("no"),
        points: vec![
            point("2005-10", Some(16.2)),
            point("2006-10", Some(17.0)),
            point("2007-10", None),
            point("2009-10", Some(15.4)),
            point("2010-12", Some(14.0)),
            point("2011-10", Some(13.4)),
        ],
        gaps: vec![Gap {
            from: 2011,
            to: 2011,
            note: text("another wording"),
        }],
        citations: Vec::new(),
    }];
    let surveys = Charts::new(&atlas, &[], Language::English).surveys.unwrap();
    assert_eq!(
        surveys.quantities.len(),
        1,
        "a share that nobody gives is no quantity"
    );
    let shares = &surveys.quantities[0];
    assert_eq!(
        shares.joins,
        [0, 2],
        "not over years without a value, nor over a gap"
    );
    assert!(
        shares
            .figures
            .iter()
            .all(|figure| Form::of(figure).is_hollow)
    );
    assert_eq!(shares.figures[0].text, "16.2%");
    let inside = (shares.figures[0].x - 2005.0).abs() < 0.5;
    assert!(inside, "a round stands within its year");
}

#[test]
fn numbers_are_found_and_put_in_order() {
    for language in Language::ALL {
        let numbers = Charts::new(&ATLAS, &[], language).numbers;
        assert_eq!(numbers.rows.len(), ATLAS.figures.len());
        for order in numbers::Order::ALL {
            let forth = numbers.list("", order, false);
            let back = numbers.list("", order, true);
            assert_eq!(
                (forth.len(), back.len()),
                (numbers.rows.len(), numbers.rows.len())
            );
            assert!(forth != back || forth.len() < 2, "{order:?}");
        }
        let name = &numbers.rows[1].name;
        assert!(
            numbers
                .list(name, numbers::Order::Topic, false)
                .contains(&1),
            "{name}"
        );
        assert!(
            numbers
                .list("zzzz", numbers::Order::Topic, false)
                .is_empty()
        );
        for (row, figure) in numbers.rows.iter().zip(&ATLAS.figures) {
            assert_eq!(
                row.documented.is_some(),
                figure.documented.is_some(),
                "{}",
                row.id
            );
            assert!(
                !row.at.is_empty() && row.spoken.contains(&row.value),
                "{}",
                row.id
            );
        }
    }
}
