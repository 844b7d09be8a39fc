//! Claims: who says a territory is theirs without holding it, and who gave one up.

use super::date::{HistoricalDate, Period};
use super::language::Localized;
use super::place::TerritoryIx;
use super::polity::PolityIx;
use super::source::Citation;

/// What a state says of a territory it does not hold. A claim that never was has no entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ClaimKind {
    /// The claimant says it is theirs.
    Claimed,
    /// Given up by treaty.
    Renounced,
    /// Held to be without a settled owner.
    Undetermined,
}

impl ClaimKind {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::Claimed, Self::Renounced, Self::Undetermined];

    /// The id used in the data and in JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Claimed => "claimed",
            Self::Renounced => "renounced",
            Self::Undetermined => "undetermined",
        }
    }

    /// The kind of an id in the data.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }
}

/// A claim with its time and ground.
#[derive(Clone, Debug)]
pub struct Claim {
    pub id: String,
    pub claimant: PolityIx,
    pub territories: Vec<TerritoryIx>,
    pub kind: ClaimKind,
    pub from: HistoricalDate,
    pub to: Option<HistoricalDate>,
    /// On what ground.
    pub ground: Localized,
    pub note: Option<Localized>,
    pub citations: Vec<Citation>,
    /// Whether a cited source states the dates.
    pub confirmed: bool,
}

impl Claim {
    /// The days on which the claim stood.
    #[must_use]
    pub fn period(&self) -> Period {
        Period::between(self.from, self.to)
    }
}
