//! Control: who holds a territory, from when.
//!
//! A record is a list of phases, each with its beginning only; a phase ends where the next one
//! begins. Gaps and overlaps can therefore not be written down.

use super::date::{Certainty, Day, HistoricalDate, Period};
use super::language::Localized;
use super::place::TerritoryIx;
use super::polity::PolityIx;
use super::source::Citation;

/// How a territory is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    Sovereign,
    /// Held by military occupation.
    Occupied,
    Leased,
    /// A dependent state set up by another power.
    Puppet,
    /// A state whose foreign relations another power conducts.
    Protectorate,
    /// Held in common by two states.
    Joint,
    /// No state's control is settled.
    Undefined,
    /// Administered without settled sovereignty.
    Administered,
}

impl Kind {
    /// All kinds, in the order in which a legend lists them.
    pub const ALL: [Self; 8] = [
        Self::Sovereign,
        Self::Administered,
        Self::Occupied,
        Self::Leased,
        Self::Protectorate,
        Self::Puppet,
        Self::Joint,
        Self::Undefined,
    ];

    /// The id used in the data.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Sovereign => "sovereign",
            Self::Occupied => "occupied",
            Self::Leased => "leased",
            Self::Puppet => "puppet",
            Self::Protectorate => "protectorate",
            Self::Joint => "joint",
            Self::Undefined => "undefined",
            Self::Administered => "administered",
        }
    }

    /// The kind of an id in the data.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }

    /// Whether a power stands behind the holder.
    #[must_use]
    pub const fn is_dependent(self) -> bool {
        matches!(self, Self::Puppet | Self::Protectorate)
    }
}

/// Who holds a territory, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Holding {
    pub holder: PolityIx,
    /// The second holder of a joint possession.
    pub with: Option<PolityIx>,
    pub kind: Kind,
    /// The power behind a dependent state.
    pub under: Option<PolityIx>,
}

/// What one of the two texts states otherwise, and why the atlas differs.
#[derive(Clone, Debug)]
pub struct TextVariant {
    pub says: Localized,
    pub at: Vec<Citation>,
    pub why: Localized,
}

/// A stretch of time in which nothing about the control of a territory changes.
#[derive(Clone, Debug)]
pub struct Phase {
    pub from: HistoricalDate,
    pub holding: Holding,
    /// What made the change, such as a treaty and its article.
    pub basis: Localized,
    pub note: Option<Localized>,
    pub citations: Vec<Citation>,
    /// Whether a cited source states the date.
    pub confirmed: bool,
    pub variant: Option<TextVariant>,
}

/// Why a list of phases is no record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RecordError {
    #[error("a record needs at least one phase")]
    Empty,
    #[error("phase {0} does not begin after the one before it")]
    Order(usize),
}

/// The history of control of one territory.
#[derive(Clone, Debug)]
pub struct Record {
    phases: Vec<Phase>,
    /// The first day of each phase, apart from the rest so that a lookup stays in one cache line.
    starts: Vec<Day>,
}

impl Record {
    /// A record of phases in order of time.
    ///
    /// # Errors
    /// When there is no phase, or one does not begin after the one before.
    pub fn new(phases: Vec<Phase>) -> Result<Self, RecordError> {
        if phases.is_empty() {
            return Err(RecordError::Empty);
        }
        let starts: Vec<Day> = phases.iter().map(|phase| phase.from.first_day()).collect();
        if let Some(position) = starts.windows(2).position(|pair| pair[0] >= pair[1]) {
            return Err(RecordError::Order(position + 1));
        }
        Ok(Self { phases, starts })
    }

    /// A record that says nothing, in place of one that could not be read; never shown.
    #[must_use]
    pub fn stand_in() -> Self {
        let nothing = || Localized::new("", "", "");
        let phase = Phase {
            from: HistoricalDate::exact(Day::MIN),
            holding: Holding {
                holder: PolityIx(0),
                with: None,
                kind: Kind::Undefined,
                under: None,
            },
            basis: nothing(),
            note: None,
            citations: Vec::new(),
            confirmed: false,
            variant: None,
        };
        Self {
            phases: vec![phase],
            starts: vec![Day::MIN],
        }
    }

    /// All phases in order of time; never empty.
    #[must_use]
    pub fn phases(&self) -> &[Phase] {
        &self.phases
    }

    /// The position of the phase in force on a day; days before the record belong to its first.
    #[must_use]
    pub fn index_at(&self, day: Day) -> usize {
        self.starts
            .partition_point(|start| *start <= day)
            .saturating_sub(1)
    }

    /// The phase in force on a day.
    #[must_use]
    pub fn at(&self, day: Day) -> &Phase {
        &self.phases[self.index_at(day)]
    }

    /// The days of a phase.
    #[must_use]
    pub fn period(&self, index: usize) -> Period {
        Period {
            from: self.starts[index],
            to: self.starts.get(index + 1).copied(),
        }
    }
}

/// A day on which a territory passes from one phase to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    pub day: Day,
    pub territory: TerritoryIx,
    /// The phase that begins.
    pub phase: usize,
}

/// The index of an epoch: an interval in which no control changes anywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EpochIx(pub u32);

impl EpochIx {
    /// The epoch of a day among sorted days on which something changes.
    #[must_use]
    pub fn at(changes: &[Day], day: Day) -> Self {
        let index = changes.partition_point(|start| *start <= day);
        Self(u32::try_from(index).unwrap_or(u32::MAX))
    }
}

/// The records of all territories, with what is derived from them.
#[derive(Clone, Debug)]
pub struct Control {
    records: Vec<Record>,
    changes: Vec<Change>,
    epochs: Vec<Day>,
}

impl Control {
    /// Records in the order of the territories.
    #[must_use]
    pub fn new(records: Vec<Record>) -> Self {
        let mut changes: Vec<Change> = records
            .iter()
            .zip(0u16..)
            .flat_map(|(record, territory)| {
                record
                    .starts
                    .iter()
                    .enumerate()
                    .skip(1)
                    .map(move |(phase, day)| Change {
                        day: *day,
                        territory: TerritoryIx(territory),
                        phase,
                    })
            })
            .collect();
        changes.sort_unstable();
        let mut epochs: Vec<Day> = changes.iter().map(|change| change.day).collect();
        epochs.dedup();
        Self {
            records,
            changes,
            epochs,
        }
    }

    /// The record of a territory.
    #[must_use]
    pub fn record(&self, territory: TerritoryIx) -> &Record {
        &self.records[territory.index()]
    }

    /// Every territory's phase on a day, in the order of the territories; allocates nothing.
    #[must_use]
    pub fn at(&self, day: Day) -> impl ExactSizeIterator<Item = &Phase> {
        self.records.iter().map(move |record| record.at(day))
    }

    /// All changes in order of time.
    #[must_use]
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// The changes from `first` to `last`, both included.
    #[must_use]
    pub fn changes_within(&self, first: Day, last: Day) -> &[Change] {
        let start = self.changes.partition_point(|change| change.day < first);
        let end = self.changes.partition_point(|change| change.day <= last);
        &self.changes[start..end.max(start)]
    }

    /// The epoch of a day: two days of one epoch show the same map.
    #[must_use]
    pub fn epoch_at(&self, day: Day) -> EpochIx {
        EpochIx::at(&self.epochs, day)
    }

    /// The next day after `day` on which control changes.
    #[must_use]
    pub fn next_change(&self, day: Day) -> Option<Day> {
        self.epochs
            .get(self.epochs.partition_point(|start| *start <= day))
            .copied()
    }

    /// The last day before `day` on which control changed.
    #[must_use]
    pub fn previous_change(&self, day: Day) -> Option<Day> {
        let index = self.epochs.partition_point(|start| *start < day);
        index.checked_sub(1).map(|index| self.epochs[index])
    }
}

impl Phase {
    /// How surely the beginning of the phase is known.
    #[must_use]
    pub const fn certainty(&self) -> Certainty {
        self.from.certainty()
    }
}

#[cfg(test)]
mod tests;
