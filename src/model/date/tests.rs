use super::*;
use proptest::prelude::*;

fn day(text: &str) -> Day {
    text.parse::<HistoricalDate>().unwrap().first_day()
}

#[test]
fn reads_every_form_and_its_last_day() {
    for (text, first, last, precision, certainty) in [
        (
            "1945-08-28",
            "1945-08-28",
            "1945-08-28",
            Precision::Day,
            Certainty::Exact,
        ),
        (
            "1905-10~",
            "1905-10-01",
            "1905-10-31",
            Precision::Month,
            Certainty::Approximate,
        ),
        (
            "1920?",
            "1920-01-01",
            "1920-12-31",
            Precision::Year,
            Certainty::Uncertain,
        ),
        (
            "1920-04%",
            "1920-04-01",
            "1920-04-30",
            Precision::Month,
            Certainty::Uncertain,
        ),
        (
            "187X",
            "1870-01-01",
            "1879-12-31",
            Precision::Decade,
            Certainty::Exact,
        ),
        (
            "1875-23",
            "1875-09-01",
            "1875-11-30",
            Precision::Season,
            Certainty::Exact,
        ),
        (
            "1875-24~",
            "1875-12-01",
            "1876-02-29",
            Precision::Season,
            Certainty::Approximate,
        ),
        (
            " 1904-02 ",
            "1904-02-01",
            "1904-02-29",
            Precision::Month,
            Certainty::Exact,
        ),
    ] {
        let date: HistoricalDate = text.parse().unwrap();
        assert_eq!(date.first_day().to_string(), first, "{text}");
        assert_eq!(date.last_day().to_string(), last, "{text}");
        assert_eq!(date.precision(), precision, "{text}");
        assert_eq!(date.certainty(), certainty, "{text}");
        assert_eq!(date.to_string(), text.trim());
    }
}

#[test]
fn refuses_what_is_no_date() {
    for text in [
        "",
        "19",
        "1945-13",
        "1945-02-30",
        "1900-02-29",
        "0000",
        "1945-8-1",
        "1945/08/01",
        "abcd",
        "1945-08-28-01",
        "-1945",
        "1945-30",
        "19X5",
        "１９４５",
        "1945~~",
        "1945-08-é",
    ] {
        assert!(text.parse::<HistoricalDate>().is_err(), "{text}");
    }
}

#[test]
fn months_are_added_within_the_calendar() {
    for (start, months, expected) in [
        ("1904-01-31", 1, "1904-02-29"),
        ("1905-03-31", -1, "1905-02-28"),
        ("1944-12-15", 1, "1945-01-15"),
        ("1945-01-15", -13, "1943-12-15"),
        ("9999-12-31", 1, "9999-12-31"),
        ("0001-01-01", -1, "0001-01-01"),
    ] {
        assert_eq!(
            day(start).plus_months(months).to_string(),
            expected,
            "{start} {months}"
        );
    }
}

#[test]
fn periods_are_half_open() {
    let period = Period {
        from: day("1945-08-28"),
        to: Some(day("1946-02-02")),
    };
    assert!(period.contains(day("1945-08-28")));
    assert!(!period.contains(day("1946-02-02")));
    let next = Period {
        from: day("1946-02-02"),
        to: None,
    };
    assert!(!period.overlaps(next));
    assert!(next.overlaps(Period {
        from: day("2025-01-01"),
        to: None
    }));
}

proptest! {
    #[test]
    fn numbers_and_dates_agree(number in Day::MIN.number()..=Day::MAX.number()) {
        let start = Day::from_number(number);
        let (year, month, date) = start.ymd();
        prop_assert_eq!(Day::new(year, month, date), Some(start));
        prop_assert_eq!(start.to_string().parse::<HistoricalDate>().unwrap(), HistoricalDate::exact(start));
    }

    #[test]
    fn reading_never_panics(text in ".{0,16}") {
        let _ = text.parse::<HistoricalDate>();
    }
}
