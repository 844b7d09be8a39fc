//! Dates and numbers as each language writes them.

use crate::model::date::{Certainty, Day, HistoricalDate, Precision};
use crate::model::language::Language;

use super::rules;

/// The genitive, which Russian months take behind "about" and the library gives only with a day.
const MONTHS_RU_OF: [&str; 12] = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
];
/// Spring, summer, autumn, winter.
const SEASONS: [[&str; 4]; 3] = [
    ["spring", "summer", "autumn", "winter"],
    ["春", "夏", "秋", "冬"],
    ["весна", "лето", "осень", "зима"],
];

/// A day: `28 August 1945`, `1945年8月28日`, `28 августа 1945 г.`
#[must_use]
pub fn day(language: Language, day: Day) -> String {
    rules::day(language, day)
}

/// A day without its year: `31 December`, `12月31日`, `31 декабря`.
#[must_use]
pub fn day_of_year(language: Language, day: Day) -> String {
    rules::day_of_year(language, day)
}

/// A month with its year: `August 1945`, `1945年8月`, `август 1945 г.`
#[must_use]
pub fn month(language: Language, day: Day) -> String {
    rules::month(language, day)
}

/// A year within a sentence: `1945`, `1945年`, `1945 г.`
#[must_use]
pub fn year(language: Language, year: i16) -> String {
    match language {
        Language::English => year.to_string(),
        Language::Japanese => format!("{year}年"),
        Language::Russian => format!("{year}\u{a0}г."),
    }
}

/// A date with its precision and certainty: `about October 1905`, `1905年10月頃`, `около октября 1905 г.`
#[must_use]
pub fn historical(language: Language, date: HistoricalDate) -> String {
    let first = date.first_day();
    let (first_year, first_month, _) = first.ymd();
    let plain = match date.precision() {
        Precision::Day => day(language, first),
        Precision::Month => month(language, first),
        Precision::Year => year(language, first_year),
        Precision::Season => {
            let index = usize::try_from(first_month / 3 - 1).unwrap_or(0).min(3);
            let season = SEASONS[language as usize][index];
            match language {
                Language::Japanese => format!("{first_year}年{season}"),
                Language::English => format!("{season} {first_year}"),
                Language::Russian => format!("{season} {first_year}\u{a0}г."),
            }
        }
        Precision::Decade => match language {
            Language::English => format!("the {first_year}s"),
            Language::Japanese => format!("{first_year}年代"),
            Language::Russian => format!("{first_year}-е\u{a0}гг."),
        },
    };
    match (language, date.certainty()) {
        (_, Certainty::Exact) => plain,
        (Language::English, Certainty::Approximate) => format!("about {plain}"),
        (Language::English, Certainty::Uncertain) => format!("{plain} (uncertain)"),
        (Language::Japanese, Certainty::Approximate) => format!("{plain}頃"),
        (Language::Japanese, Certainty::Uncertain) => format!("{plain}（不確か）"),
        (Language::Russian, Certainty::Approximate) => russian_about(date, &plain),
        (Language::Russian, Certainty::Uncertain) => format!("{plain} (неточно)"),
    }
}

/// "about" takes the genitive, which months and seasons show.
fn russian_about(date: HistoricalDate, plain: &str) -> String {
    const SEASONS_OF: [&str; 4] = ["весны", "лета", "осени", "зимы"];
    let (year, month, _) = date.first_day().ymd();
    let unit = match date.precision() {
        Precision::Month => MONTHS_RU_OF[usize::try_from(month - 1).unwrap_or(0).min(11)],
        Precision::Season => SEASONS_OF[usize::try_from(month / 3 - 1).unwrap_or(0).min(3)],
        Precision::Day | Precision::Year | Precision::Decade => return format!("ок. {plain}"),
    };
    format!("ок. {unit} {year}\u{a0}г.")
}

/// Names in a row: `A, B and C`, `A、B、C`, `A, B и C`.
#[must_use]
pub fn list(language: Language, names: &[&str]) -> String {
    rules::list(language, names)
}

/// A number with at most `decimals` decimals and the language's separators.
#[must_use]
pub fn number(language: Language, value: f64, decimals: usize) -> String {
    let plain = format!("{:.decimals$}", value.abs());
    let short = match plain.split_once('.') {
        Some(_) => plain.trim_end_matches('0').trim_end_matches('.'),
        None => &plain,
    };
    let written = rules::number(language, short);
    // The sign of the library is the hyphen of a keyboard; print has a minus.
    if value < 0.0 && short != "0" {
        format!("−{written}")
    } else {
        written
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> HistoricalDate {
        text.parse().unwrap()
    }

    #[test]
    fn dates_follow_each_language() {
        for (text, en, ja, ru) in [
            (
                "1945-08-28",
                "28 August 1945",
                "1945年8月28日",
                "28 августа 1945\u{a0}г.",
            ),
            (
                "1905-10~",
                "about October 1905",
                "1905年10月頃",
                "ок. октября 1905\u{a0}г.",
            ),
            (
                "1992-21~",
                "about spring 1992",
                "1992年春頃",
                "ок. весны 1992\u{a0}г.",
            ),
            ("1855", "1855", "1855年", "1855\u{a0}г."),
            (
                "1920?",
                "1920 (uncertain)",
                "1920年（不確か）",
                "1920\u{a0}г. (неточно)",
            ),
            ("1875-23", "autumn 1875", "1875年秋", "осень 1875\u{a0}г."),
            ("1875-24", "winter 1875", "1875年冬", "зима 1875\u{a0}г."),
            ("187X", "the 1870s", "1870年代", "1870-е\u{a0}гг."),
        ] {
            for (language, expected) in Language::ALL.into_iter().zip([en, ja, ru]) {
                assert_eq!(historical(language, date(text)), expected, "{text}");
            }
        }
    }

    #[test]
    fn numbers_follow_each_language() {
        for (value, decimals, en, ru) in [
            (3166.6, 1, "3166.6", "3166,6"),
            (1_303_143.0, 0, "1,303,143", "1\u{a0}303\u{a0}143"),
            (-0.7, 1, "−0.7", "−0,7"),
            (-0.04, 1, "0", "0"),
            (12_345.0, 1, "12,345", "12\u{a0}345"),
        ] {
            assert_eq!(number(Language::English, value, decimals), en);
            assert_eq!(number(Language::Russian, value, decimals), ru);
        }
    }
}
