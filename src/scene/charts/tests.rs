use std::sync::LazyLock;

use super::*;
use crate::dataset::Origin as Files;
use crate::model::language::Localized;
use crate::model::series::{Basis, Gap, Point, Qualifier, Series, Topic};
use crate::text::{Catalog, Key};

static ATLAS: LazyLock<Atlas> = LazyLock::new(|| Atlas::load(&Files::Embedded).unwrap());

fn quantity(charts: &Charts, id: &str) -> Quantity {
    charts.of(Topic::Trade)[0]
        .quantities
        .iter()
        .find(|quantity| quantity.id == id)
        .unwrap()
        .clone()
}

#[test]
fn the_seven_values_of_the_texts_appear_as_they_are_worded() {
    let all = Language::ALL.map(|language| Charts::new(&ATLAS, &[], language));
    for (id, year, is_year_stated, texts, low, high) in [
        (
            "trade-total",
            1979,
            true,
            ["4.4", "4.4", "4,4"],
            Some(4.35),
            Some(4.45),
        ),
        (
            "trade-total",
            1988,
            true,
            ["nearly 6", "6近く", "чуть менее 6"],
            Some(5.85),
            Some(6.0),
        ),
        (
            "trade-imports",
            1980,
            false,
            ["nearly 1.9", "1.9近く", "чуть менее 1,9"],
            Some(1.85),
            Some(1.9),
        ),
        (
            "trade-imports",
            1985,
            false,
            ["less than 1.5", "1.5未満", "менее 1,5"],
            None,
            Some(1.5),
        ),
        (
            "trade-imports",
            1990,
            true,
            ["almost 3.4", "ほぼ3.4", "почти 3,4"],
            Some(3.35),
            Some(3.4),
        ),
        (
            "trade-exports",
            1988,
            true,
            ["over 3.1", "3.1超", "более 3,1"],
            Some(3.1),
            None,
        ),
        (
            "trade-exports",
            1990,
            true,
            ["2.6", "2.6", "2,6"],
            Some(2.55),
            Some(2.65),
        ),
    ] {
        for (charts, text) in all.iter().zip(texts) {
            let figures = quantity(charts, id).figures;
            let figure = figures.iter().find(|figure| figure.year == year).unwrap();
            assert_eq!(figure.text, text, "{id} {year}");
            assert!(figure.spoken.contains(text), "{}", figure.spoken);
            assert_eq!((figure.low, figure.high), (low, high), "{id} {year}");
            assert_eq!(figure.is_year_stated, is_year_stated, "{id} {year}");
            assert_eq!(figure.basis, Basis::Text, "{id} {year}");
            assert!(!figure.sources.is_empty(), "{id} {year}");
        }
    }
    let stated = all[0].of(Topic::Trade)[0]
        .quantities
        .iter()
        .flat_map(|quantity| &quantity.figures);
    assert_eq!(
        stated.filter(|figure| figure.basis == Basis::Text).count(),
        7,
        "the texts give no eighth value"
    );
}

#[test]
fn the_six_poll_values_of_the_texts_appear() {
    for language in Language::ALL {
        let polls = Charts::new(&ATLAS, &[], language).polls;
        let rows: Vec<_> = polls
            .rows
            .iter()
            .map(|row| {
                (
                    row.id.as_str(),
                    row.is_part,
                    row.unfavourable.percent,
                    row.favourable.percent,
                )
            })
            .collect();
        assert_eq!(
            rows,
            [
                ("levada-2018", false, Some(20.0), Some(61.0)),
                ("pew-2017", false, Some(64.0), Some(26.0)),
                ("pew-2017-18-29", true, None, Some(53.0)),
                ("pew-2017-30-49", true, None, None),
                ("pew-2017-50-plus", true, None, Some(16.0)),
            ]
        );
        let missing = Catalog::of(language).get(Key::NoValue);
        for row in &polls.rows {
            for share in [&row.unfavourable, &row.favourable, &row.neither] {
                assert_eq!(share.text == missing, share.percent.is_none(), "{}", row.id);
                assert!(row.spoken.contains(&share.text), "{}", row.spoken);
            }
        }
        assert_eq!(polls.reach.map(|percent| percent.to_string()), ["64", "80"]);
        assert!(polls.warning.is_some_and(|warning| !warning.is_empty()));
    }
}

#[test]
fn computed_values_say_how() {
    let charts = Charts::new(&ATLAS, &[], Language::English);
    let figures = || {
        charts.of(Topic::Trade)[0]
            .quantities
            .iter()
            .flat_map(|quantity| &quantity.figures)
    };
    assert!(figures().any(Figure::is_computed));
    for figure in figures().filter(|figure| !figure.is_beyond()) {
        assert_eq!(
            figure.is_computed(),
            figure.formula.is_some(),
            "{}",
            figure.spoken
        );
    }
}

#[test]
fn an_axis_has_one_unit_and_a_power_of_a_thousand_is_brought_to_it() {
    let unit = |en: &str| Localized::new(en, "十億米ドル", "млрд долларов");
    let same = |text: &str| Localized::new(text, text, text);
    for (one, axis, expected) in [
        (
            same("billion US dollars"),
            same("billion US dollars"),
            Some(1.0),
        ),
        (
            same("million US dollars"),
            same("billion US dollars"),
            Some(0.001),
        ),
        (same("thousand people"), same("people"), Some(1000.0)),
        (same("billion yen"), same("billion US dollars"), None),
        (same("people"), same("people in the year"), None),
        (same("十億米ドル"), unit("billion US dollars"), Some(1.0)),
    ] {
        let found = factor(&one, &axis);
        assert_eq!(found.is_some(), expected.is_some(), "{one:?}");
        if let (Some(found), Some(expected)) = (found, expected) {
            assert!((found - expected).abs() < 1e-12, "{one:?}: {found}");
        }
    }
    let charts = Charts::new(&ATLAS, &[], Language::English);
    for sheet in Topic::ALL.iter().flat_map(|topic| charts.of(*topic)) {
        for quantity in &sheet.quantities {
            let differs = quantity.unit != sheet.unit;
            assert!(
                !differs || quantity.unit.ends_with(&sheet.unit[8..]),
                "{}",
                quantity.id
            );
        }
    }
}

#[test]
fn the_axis_begins_at_zero_and_holds_every_bound() {
    let charts = Charts::new(&ATLAS, &[], Language::English);
    let trade = &charts.of(Topic::Trade)[0];
    let is_text = |index: usize| trade.quantities[index].origin == Origin::Texts;
    let extent = trade.extent(is_text);
    assert_eq!(extent.years.map(|year| year.to_string()), ["1979", "1990"]);
    let [least, most] = extent.values;
    assert!(least <= 0.0 && most >= 0.0);
    let shown = trade
        .quantities
        .iter()
        .filter(|one| one.origin == Origin::Texts);
    for figure in shown.flat_map(|quantity| &quantity.figures) {
        for value in [Some(figure.value), figure.low, figure.high]
            .into_iter()
            .flatten()
        {
            assert!((least..=most).contains(&value), "{}", figure.spoken);
        }
    }
}

#[test]
fn the_exports_of_the_early_eighties_are_told_in_words() {
    for language in Language::ALL {
        let charts = Charts::new(&ATLAS, &[], language);
        let exports = quantity(&charts, "trade-exports");
        assert_eq!(
            charts.of(Topic::Trade)[0].unsaid.len(),
            1,
            "{:?}",
            charts.of(Topic::Trade)[0].unsaid
        );
        assert_eq!(
            charts.of(Topic::Trade)[0].unsaid[0],
            exports.silences[0].spoken
        );
        assert!(
            exports.figures.iter().all(|figure| figure.year >= 1988),
            "no point is drawn for them"
        );
    }
}

#[test]
fn the_table_holds_every_figure_and_every_gap_in_order() {
    let charts = Charts::new(&ATLAS, &[], Language::English);
    for quantity in &charts.of(Topic::Trade)[0].quantities {
        assert_eq!(
            quantity.rows.len(),
            quantity.figures.len() + quantity.silences.len()
        );
        let listed: Vec<usize> = quantity.rows.iter().filter_map(|row| row.figure).collect();
        assert_eq!(
            listed,
            (0..quantity.figures.len()).collect::<Vec<_>>(),
            "{}",
            quantity.id
        );
        for row in &quantity.rows {
            assert!(
                !row.remarks.is_empty() || row.figure.is_some(),
                "{}: a gap says why",
                quantity.id
            );
        }
    }
    let imports = quantity(&charts, "trade-imports");
    let years: Vec<&str> = imports.rows.iter().map(|row| row.year.as_str()).collect();
    assert_eq!(
        years,
        [
            "(1980)",
            "1981–1984",
            "(1985)",
            "1986–1987",
            "1988",
            "1989",
            "1990"
        ]
    );
    let limits: Vec<&str> = imports.rows.iter().map(|row| row.limits.as_str()).collect();
    assert_eq!(
        limits,
        [
            "1.85 to 1.9",
            "",
            "1.5 or less",
            "",
            "2.9 or less",
            "",
            "3.35 to 3.4"
        ]
    );
}

fn point(year: i16, year_stated: bool) -> Point {
    Point {
        year,
        value: 1.0,
        low: None,
        high: None,
        qualifier: Qualifier::Exact,
        year_stated,
        basis: Basis::Text,
        formula: None,
        note: None,
        citations: Vec::new(),
    }
}

#[test]
fn a_line_joins_only_neighbouring_years_that_are_stated() {
    let text = ATLAS.series[0].name.clone();
    for (points, gap, expected) in [
        (
            vec![(1980, true), (1981, true), (1982, true)],
            None,
            vec![0, 1],
        ),
        (
            vec![(1980, true), (1982, true), (1983, true)],
            None,
            vec![1],
        ),
        (
            vec![(1980, false), (1981, true), (1982, true)],
            None,
            vec![1],
        ),
        (
            vec![(1980, true), (1981, false), (1982, true)],
            None,
            vec![],
        ),
        (
            vec![(1980, true), (1981, true), (1982, true)],
            Some((1982, 1983)),
            vec![0],
        ),
    ] {
        let series = Series {
            id: "s".to_owned(),
            topic: crate::model::series::Topic::Trade,
            name: text.clone(),
            unit: text.clone(),
            about: text.clone(),
            citations: Vec::new(),
            points: points
                .iter()
                .map(|(year, stated)| point(*year, *stated))
                .collect(),
            gaps: gap
                .map(|(from, to)| Gap {
                    from,
                    to,
                    note: text.clone(),
                })
                .into_iter()
                .collect(),
        };
        assert_eq!(sheet::joins(&series), expected, "{points:?} {gap:?}");
    }
}

#[test]
fn no_line_of_the_atlas_crosses_a_gap_or_an_unstated_year() {
    for quantity in Charts::new(&ATLAS, &[], Language::English).of(Topic::Trade)[0]
        .clone()
        .quantities
    {
        for join in &quantity.joins {
            let (from, to) = (&quantity.figures[*join], &quantity.figures[join + 1]);
            assert!(from.is_year_stated && to.is_year_stated, "{}", from.spoken);
            let crosses = |silence: &Silence| silence.from <= to.year && silence.to >= from.year;
            assert!(!quantity.silences.iter().any(crosses), "{}", from.spoken);
        }
    }
}
