//! Outlines on the earth's surface, as the data files hold them.
//!
//! Every coordinate pair is `[longitude, latitude]` in degrees, WGS 84. Longitudes run on past 180
//! where a shape crosses the antimeridian (Chukotka reaches 190), so that no outline ever jumps.

/// One polygon: rings of `[longitude, latitude]` in degrees, WGS 84; the closing point is not repeated.
///
/// The winding of the rings carries no meaning: which side is inside follows from their role.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Polygon {
    /// The outer boundary.
    pub exterior: Vec<[f64; 2]>,
    /// Boundaries of what is cut out: lakes, enclaves.
    pub holes: Vec<Vec<[f64; 2]>>,
}

impl Polygon {
    /// The exterior first, then the holes.
    pub fn rings(&self) -> impl Iterator<Item = &[[f64; 2]]> {
        std::iter::once(self.exterior.as_slice()).chain(self.holes.iter().map(Vec::as_slice))
    }
}

/// A named piece of the earth's surface from `data/geo`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shape {
    /// The `id` property of the feature.
    pub id: String,
    /// Its parts, islands mostly; they do not overlap.
    pub polygons: Vec<Polygon>,
}

/// A named set of lines (rivers, treaty lines): `[longitude, latitude]` in degrees, WGS 84.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Polyline {
    /// The `id` or `name` property of the feature.
    pub id: String,
    /// Its parts, each an open line of at least two points.
    pub parts: Vec<Vec<[f64; 2]>>,
}
