//! Figures in words.

use crate::model::language::Language;
use crate::model::series::{Gap, Point, Qualifier};
use crate::text::{Catalog, Key, format};

/// Decimals of a figure; the finest of the data has two.
const DECIMALS: usize = 2;

/// The texts of a chart in one language.
pub(super) struct Texts {
    pub(super) catalog: &'static Catalog,
    pub(super) language: Language,
}

impl Texts {
    pub(super) fn number(&self, value: f64) -> String {
        format::number(self.language, value, DECIMALS)
    }

    pub(super) fn years(&self, from: i16, to: i16) -> String {
        if from == to {
            return format::year(self.language, from);
        }
        self.catalog.fill(
            Key::YearRange,
            &[("from", &from.to_string()), ("to", &to.to_string())],
        )
    }

    pub(super) fn year_of(&self, point: &Point) -> String {
        let year = format::year(self.language, point.year);
        if point.year_stated {
            return year;
        }
        let remark = self.catalog.get(Key::YearInferred);
        self.catalog
            .fill(Key::WithRemark, &[("text", &year), ("remark", remark)])
    }

    pub(super) fn limits(&self, low: Option<f64>, high: Option<f64>) -> String {
        let (low, high) = (
            low.map(|low| self.number(low)),
            high.map(|high| self.number(high)),
        );
        match (low, high) {
            (Some(low), Some(high)) if low == high => low,
            (Some(low), Some(high)) => self
                .catalog
                .fill(Key::LimitsBetween, &[("low", &low), ("high", &high)]),
            (Some(low), None) => self.catalog.fill(Key::LimitsFrom, &[("low", &low)]),
            (None, Some(high)) => self.catalog.fill(Key::LimitsTo, &[("high", &high)]),
            (None, None) => self.catalog.get(Key::NoValue).to_owned(),
        }
    }

    pub(super) fn value(&self, point: &Point) -> String {
        worded(point, self.language)
    }

    pub(super) fn silence(&self, name: &str, gap: &Gap) -> String {
        let values = [
            ("series", name),
            ("years", &self.years(gap.from, gap.to)),
            ("note", gap.note.get(self.language)),
        ];
        self.catalog.fill(Key::SpokenSilence, &values)
    }
}

/// A figure as the text words it: "nearly 6.1".
#[must_use]
pub fn worded(point: &Point, language: Language) -> String {
    worded_as(point.qualifier, point.value, language)
}

/// A value with its qualifier in words.
#[must_use]
pub fn worded_as(qualifier: Qualifier, value: f64, language: Language) -> String {
    let key = match qualifier {
        Qualifier::Exact => Key::QualifierExact,
        Qualifier::Nearly => Key::QualifierNearly,
        Qualifier::Almost => Key::QualifierAlmost,
        Qualifier::LessThan => Key::QualifierLessThan,
        Qualifier::Over => Key::QualifierOver,
        Qualifier::About => Key::QualifierAbout,
        Qualifier::AtLeast => Key::QualifierAtLeast,
        Qualifier::UpTo => Key::QualifierUpTo,
        Qualifier::Computed => Key::QualifierComputed,
    };
    let value = format::number(language, value, DECIMALS);
    Catalog::of(language).fill(key, &[("value", &value)])
}
