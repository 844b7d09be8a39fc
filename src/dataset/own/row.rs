//! One row of a table of the reader's own.

use crate::model::language::Localized;
use crate::model::series::{Basis, Point, Qualifier, Topic};

use super::{Column, Table, Wrong};

/// A row while it is read; what is wrong with its cells goes to the table.
pub(super) struct Row<'t, 'a> {
    pub table: &'t mut Table<'a>,
    pub record: &'t csv::StringRecord,
    /// The line of the row.
    pub at: Option<usize>,
}

/// A row that could be read.
pub(super) struct Read {
    pub name: String,
    pub topic: Topic,
    pub unit: String,
    pub point: Point,
    pub source: String,
}

impl Row<'_, '_> {
    /// All cells, or `None` where one cannot be read; the faults of the others are told too.
    pub fn read(mut self) -> Option<Read> {
        let name = self.needed(Column::Series);
        let unit = self.needed(Column::Unit);
        let topic = self.word(
            Column::Topic,
            Topic::default(),
            Topic::from_id,
            &Topic::ALL.map(Topic::id),
        );
        let qualifier = self.word(
            Column::Qualifier,
            Qualifier::Exact,
            Qualifier::from_id,
            &Qualifier::ALL.map(Qualifier::id),
        );
        let year = self.year();
        let value = self
            .needed(Column::Value)
            .and_then(|text| self.number(Column::Value, &text));
        let low = self.bound(Column::Low);
        let high = self.bound(Column::High);
        let (value, low, high) = (value?, low?, high?);
        if low.is_some_and(|low| low > value) || high.is_some_and(|high| high < value) {
            self.table
                .fault(self.at, Column::Value, Wrong::OutsideLimits);
            return None;
        }
        let note = self.cell(Column::Note);
        Some(Read {
            name: name?,
            topic: topic?,
            unit: unit?,
            source: self.cell(Column::Source),
            point: Point {
                year: year?,
                value,
                low,
                high,
                qualifier: qualifier?,
                year_stated: true,
                basis: Basis::Beyond,
                formula: None,
                note: (!note.is_empty())
                    .then(|| Localized::new(note.as_str(), note.as_str(), note.as_str())),
                citations: Vec::new(),
            },
        })
    }

    fn cell(&self, column: Column) -> String {
        let index = self.table.columns.get(&column);
        let cell = index.and_then(|index| self.record.get(*index));
        cell.unwrap_or_default().to_owned()
    }

    fn needed(&mut self, column: Column) -> Option<String> {
        let cell = self.cell(column);
        if cell.is_empty() {
            self.table.fault(self.at, column, Wrong::Empty);
            return None;
        }
        Some(cell)
    }

    fn year(&mut self) -> Option<i16> {
        let text = self.needed(Column::Year)?;
        let year = text.parse().ok();
        let year = year.filter(|year| (1000..=9999).contains(year));
        if year.is_none() {
            self.table
                .fault(self.at, Column::Year, Wrong::NotAYear(text));
        }
        year
    }

    /// `Some(None)` where the cell is empty.
    #[expect(
        clippy::option_option,
        reason = "an empty cell is an open bound, a wrong one a fault"
    )]
    fn bound(&mut self, column: Column) -> Option<Option<f64>> {
        let text = self.cell(column);
        if text.is_empty() {
            return Some(None);
        }
        self.number(column, &text).map(Some)
    }

    fn number(&mut self, column: Column, text: &str) -> Option<f64> {
        let number = number(text);
        if number.is_none() {
            self.table
                .fault(self.at, column, Wrong::NotANumber(text.to_owned()));
        }
        number
    }

    fn word<T>(
        &mut self,
        column: Column,
        usual: T,
        read: impl Fn(&str) -> Option<T>,
        known: &[&str],
    ) -> Option<T> {
        let word = self.cell(column);
        if word.is_empty() {
            return Some(usual);
        }
        let found = read(&word.to_lowercase());
        if found.is_none() {
            let known = known.join(", ");
            self.table
                .fault(self.at, column, Wrong::UnknownWord { word, known });
        }
        found
    }
}

/// A number with a decimal point or, as spreadsheets of many countries write it, a comma; spaces
/// may part its groups. A comma before three digits could part groups as well, so it is refused.
fn number(text: &str) -> Option<f64> {
    let plain: String = text
        .chars()
        .filter(|letter| !matches!(letter, ' ' | '\u{a0}' | '\u{202f}'))
        .map(|letter| if letter == '−' { '-' } else { letter })
        .collect();
    let allowed = |letter: char| letter.is_ascii_digit() || "+-.,eE".contains(letter);
    let plain = match plain.split_once(',') {
        Some((whole, part)) if part.len() != 3 && !part.contains([',', '.']) => {
            format!("{whole}.{part}")
        }
        Some(_) => return None,
        None => plain,
    };
    let number: f64 = plain.chars().all(allowed).then(|| plain.parse().ok())??;
    number.is_finite().then_some(number)
}
