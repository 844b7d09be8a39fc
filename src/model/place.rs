//! Territories: the pieces of land whose holder the atlas records.

use super::language::Localized;
use super::source::Citation;

/// The index of a territory in the atlas.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TerritoryIx(pub u16);

impl TerritoryIx {
    /// The position in [`crate::dataset::atlas::Atlas::territories`].
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// A former name, a name in another language, or the other side's name of a place.
#[derive(Clone, Debug)]
pub struct OtherName {
    /// A BCP 47 tag, such as `ja`, `ja-Latn` or `ain`.
    pub language: String,
    pub name: String,
    pub note: Option<Localized>,
    pub citations: Vec<Citation>,
}

/// A territory.
#[derive(Clone, Debug)]
pub struct Territory {
    pub id: String,
    /// The territory this one is a part of; parents carry no shapes of their own.
    pub part_of: Option<TerritoryIx>,
    pub name: Localized,
    pub also: Vec<OtherName>,
    /// Ids of shapes in `data/geo`.
    pub shapes: Vec<String>,
    /// Square kilometres, as published.
    pub area_km2: Option<f64>,
    pub area_citations: Vec<Citation>,
    /// Where the name stands: longitude, latitude in degrees, WGS 84.
    pub label: [f64; 2],
    /// Points inside, for checks: longitude, latitude in degrees, WGS 84.
    pub test_points: Vec<[f64; 2]>,
    /// Whether Japan and Russia dispute it today.
    pub disputed: bool,
    pub about: Localized,
    pub citations: Vec<Citation>,
}
