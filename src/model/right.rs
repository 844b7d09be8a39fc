//! Rights: what a state may do in a territory that is not its own.

use super::date::{HistoricalDate, Period};
use super::language::Localized;
use super::place::TerritoryIx;
use super::polity::PolityIx;
use super::source::Citation;

/// A kind of right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RightKind {
    Concession,
    LeaseZone,
    /// A sphere of interest agreed between powers.
    Sphere,
    RailwayZone,
    Fishing,
    /// A naval or military base.
    Base,
    Police,
}

impl RightKind {
    /// All kinds.
    pub const ALL: [Self; 7] = [
        Self::Concession,
        Self::LeaseZone,
        Self::Sphere,
        Self::RailwayZone,
        Self::Fishing,
        Self::Base,
        Self::Police,
    ];

    /// The id used in the data and in JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Concession => "concession",
            Self::LeaseZone => "lease-zone",
            Self::Sphere => "sphere",
            Self::RailwayZone => "railway-zone",
            Self::Fishing => "fishing",
            Self::Base => "base",
            Self::Police => "police",
        }
    }

    /// The kind of an id in the data.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }
}

/// A named point of the earth.
#[derive(Clone, Debug)]
pub struct NamedPoint {
    pub name: Localized,
    /// Longitude and latitude in degrees, WGS 84.
    pub at: [f64; 2],
}

/// A right with its time and ground.
#[derive(Clone, Debug)]
pub struct Right {
    pub id: String,
    pub holder: PolityIx,
    pub kind: RightKind,
    pub territories: Vec<TerritoryIx>,
    /// Ids of lines in `data/geo/lines.geojson`, such as a railway.
    pub lines: Vec<String>,
    pub points: Vec<NamedPoint>,
    pub from: HistoricalDate,
    pub to: Option<HistoricalDate>,
    pub ground: Localized,
    pub note: Option<Localized>,
    pub citations: Vec<Citation>,
    pub confirmed: bool,
}

impl Right {
    /// The days on which the right was in force.
    #[must_use]
    pub fn period(&self) -> Period {
        Period::between(self.from, self.to)
    }
}
