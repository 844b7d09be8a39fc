//! The rules of each language, as the Unicode CLDR has them: how numbers are counted and written,
//! lists joined, days and months named. The formatters of ICU4X, made once.
//!
//! Where a rule is missing, what is to be written stands plain: a test finds that, no reader.

use std::str::FromStr as _;
use std::sync::LazyLock;

use icu_calendar::cal::Gregorian;
use icu_datetime::fieldsets::enums::{CalendarPeriodFieldSet, DateFieldSet};
use icu_datetime::fieldsets::{D, M, MD, YM, YMD};
use icu_datetime::input::Date;
use icu_datetime::{DateTimeFormatterPreferences, FixedCalendarDateTimeFormatter};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_decimal::options::{DecimalFormatterOptions, GroupingStrategy};
use icu_list::ListFormatter;
use icu_list::options::ListFormatterOptions;
use icu_locale_core::{Locale, locale};
use icu_plurals::{PluralCategory, PluralRules};

use crate::model::date::Day;
use crate::model::language::Language;

type Days = FixedCalendarDateTimeFormatter<Gregorian, DateFieldSet>;
type Months = FixedCalendarDateTimeFormatter<Gregorian, CalendarPeriodFieldSet>;

/// The rules of one language.
struct Rules {
    plurals: Option<PluralRules>,
    decimal: Option<DecimalFormatter>,
    list: Option<ListFormatter>,
    day: Option<Days>,
    day_of_year: Option<Days>,
    day_of_month: Option<Days>,
    month: Option<Months>,
    short_month: Option<Months>,
}

static RULES: LazyLock<[Rules; 3]> = LazyLock::new(|| Language::ALL.map(Rules::of));

/// British English writes the day before the month, as the atlas does.
const fn locale_of(language: Language) -> Locale {
    match language {
        Language::English => locale!("en-GB"),
        Language::Japanese => locale!("ja"),
        Language::Russian => locale!("ru"),
    }
}

impl Rules {
    fn of(language: Language) -> Self {
        let mut numbers = DecimalFormatterOptions::default();
        // Four digits stay together, as is usual in print.
        numbers.grouping_strategy = Some(GroupingStrategy::Min2);
        let locale = locale_of(language);
        let dates = || DateTimeFormatterPreferences::from(&locale);
        let days = |fields| Days::try_new(dates(), fields).ok();
        let months = |fields| Months::try_new(dates(), fields).ok();
        let list = ListFormatterOptions::default();
        Self {
            plurals: PluralRules::try_new_cardinal((&locale).into()).ok(),
            decimal: DecimalFormatter::try_new((&locale).into(), numbers).ok(),
            list: ListFormatter::try_new_and((&locale).into(), list).ok(),
            day: days(DateFieldSet::YMD(YMD::long())),
            day_of_year: days(DateFieldSet::MD(MD::long())),
            day_of_month: days(DateFieldSet::D(D::long())),
            month: months(CalendarPeriodFieldSet::YM(YM::long())),
            short_month: months(CalendarPeriodFieldSet::M(M::medium())),
        }
    }
}

fn rules(language: Language) -> &'static Rules {
    &RULES[language as usize]
}

fn date(day: Day) -> Option<Date<Gregorian>> {
    let (year, month, day) = day.ymd();
    Date::try_new_gregorian(
        i32::from(year),
        u8::try_from(month).ok()?,
        u8::try_from(day).ok()?,
    )
    .ok()
}

/// The fonts have one narrow space, and a browser that finds a text finds that one.
fn with_usual_spaces(text: &str) -> String {
    text.replace('\u{202f}', "\u{a0}")
}

fn written(formatter: Option<&Days>, day: Day) -> String {
    match (formatter, date(day)) {
        (Some(formatter), Some(date)) => with_usual_spaces(&formatter.format(&date).to_string()),
        _ => day.to_string(),
    }
}

fn month_written(formatter: Option<&Months>, day: Day) -> String {
    match (formatter, date(day)) {
        (Some(formatter), Some(date)) => with_usual_spaces(&formatter.format(&date).to_string()),
        _ => day.to_string(),
    }
}

/// A day: `28 August 1945`, `1945年8月28日`, `28 августа 1945 г.`
pub fn day(language: Language, day: Day) -> String {
    written(rules(language).day.as_ref(), day)
}

/// A day without its year: `31 December`, `12月31日`, `31 декабря`.
pub fn day_of_year(language: Language, day: Day) -> String {
    written(rules(language).day_of_year.as_ref(), day)
}

/// The day of the month: `28`, `28日`.
pub fn day_of_month(language: Language, day: Day) -> String {
    written(rules(language).day_of_month.as_ref(), day)
}

/// A month with its year: `August 1945`, `1945年8月`, `август 1945 г.`
pub fn month(language: Language, day: Day) -> String {
    month_written(rules(language).month.as_ref(), day)
}

/// The short name of a day's month: `Aug`, `8月`, `авг.`
pub fn short_month(language: Language, day: Day) -> String {
    month_written(rules(language).short_month.as_ref(), day)
}

/// A number without a sign, as many decimals as `plain` has: `1,303,143`, `1 303 143`.
pub fn number(language: Language, plain: &str) -> String {
    match (&rules(language).decimal, Decimal::from_str(plain)) {
        (Some(formatter), Ok(decimal)) => {
            with_usual_spaces(&formatter.format(&decimal).to_string())
        }
        _ => plain.to_owned(),
    }
}

/// Names in a row: `A, B and C`, `A、B、C`, `A, B и C`.
pub fn list(language: Language, names: &[&str]) -> String {
    match &rules(language).list {
        Some(formatter) => formatter.format_to_string(names.iter()),
        None => names.join(", "),
    }
}

/// The form a noun takes behind a count, by its name in the CLDR: `one`, `few`, `many`, `other`.
pub fn plural(language: Language, count: usize) -> &'static str {
    let rules = rules(language).plurals.as_ref();
    match rules.map(|rules| rules.category_for(count)) {
        Some(PluralCategory::One) => "one",
        Some(PluralCategory::Few) => "few",
        Some(PluralCategory::Many) => "many",
        _ => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_rule_is_missing() {
        for language in Language::ALL {
            let rules = rules(language);
            assert!(rules.plurals.is_some() && rules.decimal.is_some() && rules.list.is_some());
            assert!(rules.day.is_some() && rules.day_of_year.is_some());
            assert!(rules.day_of_month.is_some());
            assert!(rules.month.is_some() && rules.short_month.is_some());
        }
    }

    #[test]
    fn nouns_are_counted_as_each_language_counts() {
        for (count, en, ru) in [
            (0, "other", "many"),
            (1, "one", "one"),
            (2, "other", "few"),
            (5, "other", "many"),
            (11, "other", "many"),
            (21, "other", "one"),
            (104, "other", "few"),
            (112, "other", "many"),
        ] {
            assert_eq!(plural(Language::English, count), en, "{count}");
            assert_eq!(plural(Language::Japanese, count), "other", "{count}");
            assert_eq!(plural(Language::Russian, count), ru, "{count}");
        }
    }

    #[test]
    fn lists_are_joined_as_each_language_joins() {
        for (names, expected) in [
            (&[][..], ["", "", ""]),
            (&["A"], ["A", "A", "A"]),
            (&["A", "B"], ["A and B", "A、B", "A и B"]),
            (&["A", "B", "C"], ["A, B and C", "A、B、C", "A, B и C"]),
        ] {
            for (language, expected) in Language::ALL.into_iter().zip(expected) {
                assert_eq!(list(language, names), expected);
            }
        }
    }

    #[test]
    fn days_and_months_are_named_as_each_language_names_them() {
        let august = Day::new(1945, 8, 28).unwrap();
        for (language, expected) in Language::ALL.into_iter().zip([
            ["28 August", "28", "August 1945", "Aug"],
            ["8月28日", "28日", "1945年8月", "8月"],
            ["28 августа", "28", "август 1945\u{a0}г.", "авг."],
        ]) {
            let written = [
                day_of_year(language, august),
                day_of_month(language, august),
                month(language, august),
                short_month(language, august),
            ];
            assert_eq!(written, expected);
        }
    }
}
