//! Borders as lines, with the treaty or the fact behind them.

use super::date::{HistoricalDate, Period};
use super::language::Localized;
use super::polity::PolityIx;
use super::source::Citation;

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum BorderKind {
    Treaty,
    DeFacto,
    /// Claimed by one side.
    Claimed,
    /// One of two lines in a disputed stretch.
    Disputed,
    Railway,
}

impl BorderKind {
    /// All kinds.
    pub const ALL: [Self; 5] = [
        Self::Treaty,
        Self::DeFacto,
        Self::Claimed,
        Self::Disputed,
        Self::Railway,
    ];

    /// The id used in the data.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Treaty => "treaty",
            Self::DeFacto => "de-facto",
            Self::Claimed => "claimed",
            Self::Disputed => "disputed",
            Self::Railway => "railway",
        }
    }

    /// The kind of an id in the data.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }
}

/// A border line with its time.
#[derive(Clone, Debug)]
pub struct Border {
    pub id: String,
    /// The id of its line in `data/geo/lines.geojson`.
    pub line: String,
    pub kind: BorderKind,
    pub name: Localized,
    /// Whose line it is: both sides of a treaty, one of a claim.
    pub by: Vec<PolityIx>,
    pub from: HistoricalDate,
    pub to: Option<HistoricalDate>,
    pub note: Option<Localized>,
    pub citations: Vec<Citation>,
    pub confirmed: bool,
}

impl Border {
    /// The days on which the line was in force.
    #[must_use]
    pub fn period(&self) -> Period {
        Period::between(self.from, self.to)
    }
}
