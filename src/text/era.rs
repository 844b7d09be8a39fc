//! Years of the Japanese eras, since Meiji: `昭和20年`. The locale library writes `20 Shōwa` and
//! `20 г. Сьова`, which no school book does.

use crate::model::date::Day;
use crate::model::language::Language;

/// The first day of an era, and its name in Japanese, English and Russian.
type Era = ((i16, i8, i8), [&'static str; 3]);

/// The eras from the latest.
const ERAS: [Era; 5] = [
    ((2019, 5, 1), ["令和", "Reiwa", "Рэйва"]),
    ((1989, 1, 8), ["平成", "Heisei", "Хэйсэй"]),
    ((1926, 12, 25), ["昭和", "Shōwa", "Сёва"]),
    ((1912, 7, 30), ["大正", "Taishō", "Тайсё"]),
    ((1868, 10, 23), ["明治", "Meiji", "Мэйдзи"]),
];

/// The year of the era of a day; none before Meiji, when years and months were the moon's.
#[must_use]
pub fn year(language: Language, day: Day) -> Option<String> {
    let (first, [japanese, english, russian]) = ERAS
        .iter()
        .map(|((year, month, date), names)| (Day::new(*year, *month, *date), names))
        .find(|(first, _)| first.is_some_and(|first| first <= day))?;
    let number = day.year() - first?.year() + 1;
    Some(match (language, number) {
        (Language::Japanese, 1) => format!("{japanese}元年"),
        (Language::Japanese, _) => format!("{japanese}{number}年"),
        (Language::English, _) => format!("{english} {number}"),
        (Language::Russian, _) => format!("{number}-й год {russian}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::date::HistoricalDate;

    #[test]
    fn eras_change_on_their_day() {
        for (date, expected) in [
            ("1868-10-22", None),
            ("1868-10-23", Some("明治元年")),
            ("1912-07-29", Some("明治45年")),
            ("1912-07-30", Some("大正元年")),
            ("1926-12-24", Some("大正15年")),
            ("1926-12-25", Some("昭和元年")),
            ("1945-08-28", Some("昭和20年")),
            ("1989-01-07", Some("昭和64年")),
            ("1989-01-08", Some("平成元年")),
            ("2019-05-01", Some("令和元年")),
            ("2025-12-31", Some("令和7年")),
        ] {
            let day = date.parse::<HistoricalDate>().unwrap().first_day();
            assert_eq!(year(Language::Japanese, day).as_deref(), expected, "{date}");
        }
        let day = Day::new(1945, 8, 28).unwrap();
        assert_eq!(year(Language::English, day).unwrap(), "Shōwa 20");
        assert_eq!(year(Language::Russian, day).unwrap(), "20-й год Сёва");
    }
}
