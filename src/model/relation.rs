//! How the texts describe relations between the two countries, period by period.

use super::date::{HistoricalDate, Period};
use super::language::Localized;
use super::source::Citation;

/// What a description is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    All,
    Politics,
    Economy,
}

impl Field {
    /// All fields.
    pub const ALL: [Self; 3] = [Self::All, Self::Politics, Self::Economy];

    /// The id used in the data.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Politics => "politics",
            Self::Economy => "economy",
        }
    }

    /// The field of an id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.id() == id)
    }
}

/// A stretch of time with its quality.
#[derive(Clone, Debug)]
pub struct Relation {
    pub id: String,
    pub from: HistoricalDate,
    /// The first day no longer in it.
    pub to: Option<HistoricalDate>,
    pub field: Field,
    /// The quality in a word or two.
    pub quality: Localized,
    /// From -2 (hostile) to 2 (close).
    pub score: i8,
    pub reason: Localized,
    /// Whether it is the finest description of its time; blanket ones are background.
    pub finest: bool,
    pub citations: Vec<Citation>,
}

impl Relation {
    /// The days it describes.
    #[must_use]
    pub fn period(&self) -> Period {
        Period::between(self.from, self.to)
    }
}
