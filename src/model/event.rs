//! Events of the two texts and beyond, and the people in them.

use super::date::{Day, HistoricalDate};
use super::language::Localized;
use super::place::TerritoryIx;
use super::right::NamedPoint;
use super::series::Basis;
use super::source::Citation;

/// The index of an event in the atlas; events are in order of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EventIx(pub u16);

impl EventIx {
    /// The position in [`crate::dataset::atlas::Atlas::events`].
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// The index of a person in the atlas.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PersonIx(pub u16);

/// What an event is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Category {
    Treaty,
    War,
    Territory,
    Diplomacy,
    Military,
    Politics,
    Trade,
    Society,
}

impl Category {
    /// All categories.
    pub const ALL: [Self; 8] = [
        Self::Treaty,
        Self::War,
        Self::Territory,
        Self::Diplomacy,
        Self::Military,
        Self::Politics,
        Self::Trade,
        Self::Society,
    ];

    /// The id used in the data and on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Treaty => "treaty",
            Self::War => "war",
            Self::Territory => "territory",
            Self::Diplomacy => "diplomacy",
            Self::Military => "military",
            Self::Politics => "politics",
            Self::Trade => "trade",
            Self::Society => "society",
        }
    }

    /// The category of an id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|category| category.id() == id)
    }
}

/// Somebody who appears in events.
#[derive(Clone, Debug)]
pub struct Person {
    pub id: String,
    pub name: Localized,
    pub note: Option<Localized>,
}

/// A person's part in an event.
#[derive(Clone, Debug)]
pub struct Role {
    pub person: PersonIx,
    /// The role at the date of the event.
    pub role: Localized,
}

/// An event.
#[derive(Clone, Debug)]
pub struct Event {
    pub id: String,
    pub from: HistoricalDate,
    /// The last day or unit, included; `None` for a single date.
    pub to: Option<HistoricalDate>,
    pub title: Localized,
    /// Two sentences.
    pub summary: Localized,
    /// The date as the text has it, where it differs or is vaguer.
    pub text_date: Option<Localized>,
    pub category: Category,
    pub places: Vec<TerritoryIx>,
    pub points: Vec<NamedPoint>,
    pub people: Vec<Role>,
    pub basis: Basis,
    pub citations: Vec<Citation>,
    /// Whether a cited source states the date.
    pub confirmed: bool,
    /// Positions in [`crate::dataset::atlas::Atlas::conflicts`] where the texts err about it.
    pub conflicts: Vec<usize>,
}

impl Event {
    /// The first day that may belong to it.
    #[must_use]
    pub fn first_day(&self) -> Day {
        self.from.first_day()
    }

    /// The last day that may belong to it.
    #[must_use]
    pub fn last_day(&self) -> Day {
        self.to.unwrap_or(self.from).last_day()
    }

    /// The day to show for it: the end of the unit it begins in, so that what it changed is seen.
    #[must_use]
    pub fn shown_on(&self) -> Day {
        self.from.last_day()
    }

    /// Whether it happens from `first` to `last`, both included.
    ///
    /// A date counts as the end of its unit: what is known to a year happens in the year, not on
    /// each of its days. Of what takes longer than a year only the beginning and the end happen:
    /// nobody looks for the Cold War in each of its years.
    #[must_use]
    pub fn happens_within(&self, first: Day, last: Day) -> bool {
        const LONG_DAYS: i32 = 366;
        let (begin, end) = (self.shown_on(), self.last_day());
        let begins = first <= begin && begin <= last;
        let ends = self.to.is_some() && first <= end && end <= last;
        let is_short = end.number() - begin.number() <= LONG_DAYS;
        let goes_on = is_short && begin <= last && first <= end;
        begins || ends || goes_on
    }

    /// How many days lie between it and a day; 0 on each of its own days.
    #[must_use]
    pub fn days_from(&self, day: Day) -> u32 {
        let (begin, end) = (self.first_day(), self.last_day());
        if day < begin {
            begin.number().abs_diff(day.number())
        } else if day > end {
            day.number().abs_diff(end.number())
        } else {
            0
        }
    }
}
