//! Towns held on other days, or by others, than the land around them.
//!
//! Outside its periods a town is held as its land is on that day, so a town without a record has
//! nothing to be told of.

use super::control::{Control, Holding, Record};
use super::date::{Day, HistoricalDate, Period};
use super::language::Localized;
use super::place::TerritoryIx;
use super::source::Citation;
use super::town::TownIx;

/// A time in which a town was held otherwise than its land.
#[derive(Clone, Debug)]
pub struct Apart {
    pub from: HistoricalDate,
    /// The first day on which the town is held as its land again.
    pub to: HistoricalDate,
    pub holding: Holding,
    /// What began it, or why the town stayed as it was while its land changed hands.
    pub basis: Localized,
    /// What ended it.
    pub end: Option<Localized>,
    pub note: Option<Localized>,
    pub citations: Vec<Citation>,
    /// Whether a cited source states the dates.
    pub confirmed: bool,
}

impl Apart {
    /// The days on which the town was apart.
    #[must_use]
    pub fn period(&self) -> Period {
        Period::between(self.from, Some(self.to))
    }
}

/// The times in which one town was apart from its land.
#[derive(Clone, Debug)]
pub struct TownRecord {
    pub town: TownIx,
    /// The territory the town lies in.
    pub land: TerritoryIx,
    /// In order of time, none overlapping another.
    pub periods: Vec<Apart>,
}

impl TownRecord {
    /// How the town is held apart from its land on a day, if it is.
    #[must_use]
    pub fn at(&self, day: Day) -> Option<&Apart> {
        // A town has few periods: two or three.
        self.periods
            .iter()
            .find(|apart| apart.period().contains(day))
    }

    /// Who holds the town on a day: its own holder, or its land's.
    fn holding(&self, land: &Record, day: Day) -> Holding {
        self.at(day)
            .map_or_else(|| land.at(day).holding, |apart| apart.holding)
    }
}

/// A day on which a town passes from one hand to another, and its land does not with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TownChange {
    pub day: Day,
    /// The position of the record in [`TownControl::records`].
    pub record: usize,
    pub before: Holding,
    pub after: Holding,
}

/// All towns that were ever apart, with what is derived from them.
#[derive(Clone, Debug, Default)]
pub struct TownControl {
    records: Vec<TownRecord>,
    changes: Vec<TownChange>,
}

impl TownControl {
    /// Finds the days on which towns changed hands. Those on which only the land did, while the town
    /// stayed, are none: a period may begin or end on them.
    #[must_use]
    pub fn new(records: Vec<TownRecord>, control: &Control) -> Self {
        let mut changes = Vec::new();
        for (number, record) in records.iter().enumerate() {
            let land = control.record(record.land);
            let mut days: Vec<Day> = record
                .periods
                .iter()
                .flat_map(|apart| [apart.from.first_day(), apart.to.first_day()])
                .collect();
            days.sort_unstable();
            days.dedup();
            changes.extend(days.into_iter().filter_map(|day| {
                let before = record.holding(land, day.plus_days(-1));
                let after = record.holding(land, day);
                (before != after).then_some(TownChange {
                    day,
                    record: number,
                    before,
                    after,
                })
            }));
        }
        changes.sort_by_key(|change| (change.day, change.record));
        Self { records, changes }
    }

    /// All records.
    #[must_use]
    pub fn records(&self) -> &[TownRecord] {
        &self.records
    }

    /// The towns that are apart from their land on a day; allocates nothing.
    pub fn on(&self, day: Day) -> impl Iterator<Item = (&TownRecord, &Apart)> {
        self.records
            .iter()
            .filter_map(move |record| record.at(day).map(|apart| (record, apart)))
    }

    /// All changes in order of time.
    #[must_use]
    pub fn changes(&self) -> &[TownChange] {
        &self.changes
    }

    /// The changes from `first` to `last`, both included.
    #[must_use]
    pub fn changes_within(&self, first: Day, last: Day) -> &[TownChange] {
        let start = self.changes.partition_point(|change| change.day < first);
        let end = self.changes.partition_point(|change| change.day <= last);
        &self.changes[start..end.max(start)]
    }

    /// The territory that a change's town lies in.
    #[must_use]
    pub fn land_of(&self, change: &TownChange) -> TerritoryIx {
        self.records[change.record].land
    }
}

#[cfg(test)]
mod tests {
    use super::super::control::{Kind, Phase};
    use super::super::polity::PolityIx;
    use super::*;

    fn date(text: &str) -> HistoricalDate {
        text.parse().unwrap()
    }

    fn text() -> Localized {
        Localized::new("a", "b", "c")
    }

    fn holding(holder: u16) -> Holding {
        Holding {
            holder: PolityIx(holder),
            with: None,
            kind: Kind::Occupied,
            under: None,
        }
    }

    fn land(phases: &[(&str, u16)]) -> Control {
        let phase = |(from, holder): &(&str, u16)| Phase {
            from: date(from),
            holding: holding(*holder),
            basis: text(),
            note: None,
            citations: Vec::new(),
            confirmed: true,
            variant: None,
        };
        Control::new(vec![
            Record::new(phases.iter().map(phase).collect()).unwrap(),
        ])
    }

    fn towns(control: &Control, periods: &[(&str, &str, u16)]) -> TownControl {
        let apart = |(from, to, holder): &(&str, &str, u16)| Apart {
            from: date(from),
            to: date(to),
            holding: holding(*holder),
            basis: text(),
            end: None,
            note: None,
            citations: Vec::new(),
            confirmed: true,
        };
        let record = TownRecord {
            town: TownIx(0),
            land: TerritoryIx(0),
            periods: periods.iter().map(apart).collect(),
        };
        TownControl::new(vec![record], control)
    }

    /// Days, and whose the town becomes.
    fn changes(towns: &TownControl) -> Vec<(String, u16)> {
        let told = |change: &TownChange| (change.day.to_string(), change.after.holder.0);
        towns.changes().iter().map(told).collect()
    }

    #[test]
    fn a_town_taken_before_its_land_changes_once() {
        let control = land(&[("1792", 1), ("1931-11-19", 2)]);
        let towns = towns(&control, &[("1931-09-19", "1931-11-19", 2)]);
        assert_eq!(changes(&towns), [("1931-09-19".to_owned(), 2)]);
    }

    #[test]
    fn a_town_taken_after_its_land_changes_on_its_own_day() {
        let control = land(&[("1792", 1), ("1931-11-19", 2), ("1932-03-01", 3)]);
        let towns = towns(&control, &[("1931-11-19", "1932-02-05", 1)]);
        assert_eq!(changes(&towns), [("1932-02-05".to_owned(), 2)]);
        let day = |text: &str| date(text).first_day();
        assert_eq!(towns.on(day("1931-11-18")).count(), 0);
        assert_eq!(towns.on(day("1931-11-19")).count(), 1);
        assert_eq!(towns.on(day("1932-02-04")).count(), 1);
        assert_eq!(towns.on(day("1932-02-05")).count(), 0);
        let within = |first: &str, last: &str| towns.changes_within(day(first), day(last)).len();
        assert_eq!(within("1932-02-05", "1932-02-05"), 1);
        assert_eq!(within("1932-02-06", "1932-12-31"), 0);
        assert_eq!(within("1932-12-31", "1932-01-01"), 0);
    }

    #[test]
    fn one_period_may_follow_another() {
        let control = land(&[("1792", 1)]);
        let towns = towns(
            &control,
            &[("1920", "1921-05-01", 2), ("1921-05-01", "1922", 3)],
        );
        let told = [("1920-01-01", 2), ("1921-05-01", 3), ("1922-01-01", 1)];
        assert_eq!(
            changes(&towns),
            told.map(|(day, holder)| (day.to_owned(), holder))
        );
    }
}
