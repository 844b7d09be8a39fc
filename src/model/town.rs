//! Towns, with the names they bore.

use super::date::{Day, HistoricalDate, Period};
use super::language::Localized;
use super::source::Citation;

/// The index of a town in the atlas.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TownIx(pub u16);

/// A name with the time it was in use.
#[derive(Clone, Debug)]
pub struct PeriodName {
    pub name: Localized,
    pub from: HistoricalDate,
    pub to: Option<HistoricalDate>,
    pub note: Option<Localized>,
}

/// A town of the map.
#[derive(Clone, Debug)]
pub struct Town {
    pub id: String,
    /// Today's name.
    pub name: Localized,
    /// Names by period; before the first one there was no town of that name.
    pub names: Vec<PeriodName>,
    /// Longitude and latitude in degrees, WGS 84.
    pub at: [f64; 2],
    /// From 1, seen from afar, to 4, seen only from near.
    pub rank: u8,
    pub citations: Vec<Citation>,
}

impl Town {
    /// What the town is called on a day; today's name before it had one.
    #[must_use]
    pub fn called_on(&self, day: Day) -> &Localized {
        self.name_on(day).unwrap_or(&self.name)
    }

    /// The name on a day; `None` before the town had one.
    #[must_use]
    pub fn name_on(&self, day: Day) -> Option<&Localized> {
        if self.names.is_empty() {
            return Some(&self.name);
        }
        let in_use = |name: &&PeriodName| {
            let period = Period::between(name.from, name.to);
            period.contains(day)
        };
        self.names.iter().find(in_use).map(|name| &name.name)
    }
}
