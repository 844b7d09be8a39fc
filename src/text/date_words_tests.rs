//! Dates as people type them.

use super::date_words::*;
use crate::model::date::{DateError, Day, HistoricalDate};
use crate::model::language::Language;
use proptest::prelude::*;

#[test]
fn reads_dates_as_people_type_them() {
    for (text, expected) in [
        ("1945", "1945"),
        (" 1945-08-28 ", "1945-08-28"),
        ("1905-10~", "1905-10~"),
        ("aug 1945", "1945-08"),
        ("August 1945", "1945-08"),
        ("28 Aug 1945", "1945-08-28"),
        ("28th of August, 1945", "1945-08-28"),
        ("August 28, 1945", "1945-08-28"),
        ("1945 aug 28", "1945-08-28"),
        ("sept. 1905", "1905-09"),
        ("28.8.1945", "1945-08-28"),
        ("28/08/1945", "1945-08-28"),
        ("8/28/1945", "1945-08-28"),
        ("3/4/1945", "1945-04-03"),
        ("1945/8/28", "1945-08-28"),
        ("1945.8", "1945-08"),
        ("1945-8-1", "1945-08-01"),
        ("8/1945", "1945-08"),
        ("1870s", "187X"),
        ("the 1870s", "187X"),
        ("autumn 1875", "1875-23"),
        ("about 1905", "1905~"),
        ("c. 1905", "1905~"),
        ("aug 1945?", "1945-08?"),
        ("1945年8月28日", "1945-08-28"),
        ("1945年8月", "1945-08"),
        ("1945年", "1945"),
        ("１９４５年８月", "1945-08"),
        ("1875年秋", "1875-23"),
        ("1870年代", "187X"),
        ("1905年10月頃", "1905-10~"),
        ("約1905年", "1905~"),
        ("昭和20年8月28日", "1945-08-28"),
        ("明治8年", "1875"),
        ("明治元年", "1868"),
        ("平成5年", "1993"),
        ("август 1945", "1945-08"),
        ("авг. 1945 г.", "1945-08"),
        ("28 августа 1945 г.", "1945-08-28"),
        ("в мае 1875 года", "1875-05"),
        ("осень 1875 г.", "1875-23"),
        ("1870-е гг.", "187X"),
        ("ок. октября 1905", "1905-10~"),
        ("СЕНТЯБРЬ 1905", "1905-09"),
    ] {
        assert_eq!(
            read(text).map(|date| date.to_string()),
            Ok(expected.to_owned()),
            "{text}"
        );
    }
}

#[test]
fn refuses_what_is_no_date_and_says_which() {
    for text in [
        "",
        "soon",
        "aug",
        "28 aug",
        "12345",
        "1945 1946",
        "aug sep 1945",
        "1945!",
        "明治3年5月",
        "昭和",
        "1945年代",
        "тогда 1945",
        "45",
    ] {
        assert!(
            matches!(read(text), Err(DateError::Form(_))),
            "{text}: {:?}",
            read(text)
        );
    }
    for text in [
        "30 feb 1945",
        "1945-02-30",
        "1945年13月",
        "29.2.1900",
        "32 августа 1945",
        "21/1945",
    ] {
        assert_eq!(
            read(text),
            Err(DateError::Calendar(text.to_owned())),
            "{text}"
        );
    }
}

#[test]
fn what_the_atlas_writes_can_be_typed() {
    for text in [
        "1945-08-28",
        "1905-10",
        "1855",
        "187X",
        "1875-23",
        "1905-05",
    ] {
        let date: HistoricalDate = text.parse().unwrap();
        for language in Language::ALL {
            let written = super::format::historical(language, date);
            assert_eq!(read(&written), Ok(date), "{written}");
        }
    }
}

proptest! {
    #[test]
    fn reading_never_panics(text in ".{0,24}") {
        let _ = read(&text);
    }

    #[test]
    fn every_day_reads_back_in_every_language(number in -65_000_i32..20_000) {
        let day = Day::from_number(number);
        for language in Language::ALL {
            let written = super::format::day(language, day);
            prop_assert_eq!(read(&written), Ok(HistoricalDate::exact(day)), "{}", written);
        }
    }
}
