//! Reads the map layers.

use crate::model::language::Localized;
use crate::model::shape::{Polygon, Polyline, Shape};

use super::files::Origin;
use super::problem::Problem;
use super::raw::{Feature, Geometry};
use super::records::{Entry, File, read_features};

/// A lake.
#[derive(Clone, Debug)]
pub struct Lake {
    pub shape: Shape,
    pub name: Option<Localized>,
}

/// A river.
#[derive(Clone, Debug)]
pub struct River {
    pub line: Polyline,
    pub name: Option<Localized>,
    /// Natural Earth's scale rank: the smaller, the greater the river.
    pub rank: u8,
}

/// The sea floor between two depths.
#[derive(Clone, Debug)]
pub struct DepthBand {
    pub shape: Shape,
    /// Metres below the sea, the shallower limit.
    pub shallow_m: f32,
}

/// A line of a treaty or a cut through a present-day province.
#[derive(Clone, Debug)]
pub struct MapLine {
    pub line: Polyline,
    /// Whether the line follows a border only nearly.
    pub approximate: bool,
}

/// How finely the land is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Detail {
    /// Simplified at 0.002°.
    Fine,
    /// Simplified at 0.012°.
    Medium,
    /// Simplified at 0.025°.
    Coarse,
}

impl Detail {
    const fn file(self) -> &'static str {
        match self {
            Self::Fine => "geo/regions_lod0.geojson",
            Self::Medium => "geo/regions_lod1.geojson",
            Self::Coarse => "geo/regions_lod2.geojson",
        }
    }
}

/// The map layers, but for the finest level of the land: see [`regions`].
#[derive(Clone, Debug, Default)]
pub struct Land {
    pub medium: Vec<Shape>,
    pub coarse: Vec<Shape>,
    pub islands: Vec<Shape>,
    pub lakes: Vec<Lake>,
    pub rivers: Vec<River>,
    pub depths: Vec<DepthBand>,
    pub lines: Vec<MapLine>,
}

/// The regions at one level of detail; a gap-free coverage.
pub fn regions(origin: &Origin, detail: Detail, problems: &mut Vec<Problem>) -> Vec<Shape> {
    some_regions(origin, detail, &|_| true, problems)
}

/// The regions of some ids at one level of detail.
pub fn some_regions(
    origin: &Origin,
    detail: Detail,
    wanted: &dyn Fn(&str) -> bool,
    problems: &mut Vec<Problem>,
) -> Vec<Shape> {
    wanted_features(
        origin,
        detail.file(),
        wanted,
        problems,
        |file, entry, problems| shape(file, entry, problems).map(|(shape, _)| shape),
    )
}

/// All layers that a first picture needs.
pub fn read_land(origin: &Origin, problems: &mut Vec<Problem>) -> Land {
    Land {
        medium: regions(origin, Detail::Medium, problems),
        coarse: regions(origin, Detail::Coarse, problems),
        islands: features(
            origin,
            "geo/kurils.geojson",
            problems,
            |file, entry, problems| shape(file, entry, problems).map(|(shape, _)| shape),
        ),
        lakes: features(
            origin,
            "geo/lakes.geojson",
            problems,
            |file, entry, problems| {
                let (shape, name) = shape(file, entry, problems)?;
                Some(Lake { shape, name })
            },
        ),
        rivers: features(
            origin,
            "geo/rivers.geojson",
            problems,
            |file, entry, problems| {
                let rank = entry.raw.properties.rank.unwrap_or(u8::MAX);
                let name = entry.raw.properties.name.clone().map(Into::into);
                Some(River {
                    line: polyline(file, entry, problems)?,
                    name,
                    rank,
                })
            },
        ),
        depths: features(
            origin,
            "geo/bathymetry.geojson",
            problems,
            |file, entry, problems| {
                let shallow = entry.raw.properties.to.map(|to| -to);
                let path = entry.path.clone();
                let (shape, _) = shape(file, entry, problems)?;
                let Some(shallow_m) = shallow else {
                    problems.push(file.problem(
                        format!("{path}.properties"),
                        "a depth band needs \"to\", in metres",
                    ));
                    return None;
                };
                Some(DepthBand { shape, shallow_m })
            },
        ),
        lines: features(
            origin,
            "geo/lines.geojson",
            problems,
            |file, entry, problems| {
                let approximate = entry.raw.properties.approximate.unwrap_or(false);
                Some(MapLine {
                    line: polyline(file, entry, problems)?,
                    approximate,
                })
            },
        ),
    }
}

fn features<T>(
    origin: &Origin,
    name: &str,
    problems: &mut Vec<Problem>,
    convert: impl FnMut(File<'_>, Entry<Feature>, &mut Vec<Problem>) -> Option<T>,
) -> Vec<T> {
    wanted_features(origin, name, &|_| true, problems, convert)
}

fn wanted_features<T>(
    origin: &Origin,
    name: &str,
    wanted: &dyn Fn(&str) -> bool,
    problems: &mut Vec<Problem>,
    mut convert: impl FnMut(File<'_>, Entry<Feature>, &mut Vec<Problem>) -> Option<T>,
) -> Vec<T> {
    let text = match origin.read(name) {
        Ok(text) => text,
        Err(problem) => {
            problems.push(problem);
            return Vec::new();
        }
    };
    let file = File { name, text: &text };
    let entries = read_features(file, wanted, problems);
    entries
        .into_iter()
        .filter_map(|entry| convert(file, entry, problems))
        .collect()
}

/// More faults of a shape than this are the same one again and again.
const MOST_FAULTS: usize = 100;

fn shape(
    file: File<'_>,
    entry: Entry<Feature>,
    problems: &mut Vec<Problem>,
) -> Option<(Shape, Option<Localized>)> {
    let Entry { raw, path } = entry;
    let id = raw.properties.id.unwrap_or_default();
    let rings = match raw.geometry {
        Geometry::Polygon(rings) => vec![rings],
        Geometry::MultiPolygon(polygons) => polygons,
        Geometry::LineString(_) | Geometry::MultiLineString(_) => {
            problems.push(file.problem(
                format!("{path}.geometry"),
                "must be a Polygon or a MultiPolygon",
            ));
            return None;
        }
    };
    let mut polygons = Vec::with_capacity(rings.len());
    let mut faults = 0;
    for (index, rings) in rings.into_iter().enumerate() {
        let mut rings = rings.into_iter().map(open_ring);
        let exterior = rings.next().unwrap_or_default();
        let holes: Vec<_> = rings.collect();
        if let Some(message) = std::iter::once(&exterior)
            .chain(&holes)
            .find_map(|ring| ring_fault(ring))
        {
            faults += 1;
            if faults <= MOST_FAULTS {
                let path = format!("{path}.geometry.coordinates[{index}]");
                problems.push(file.problem(path, message));
            }
        }
        polygons.push(Polygon { exterior, holes });
    }
    Some((Shape { id, polygons }, raw.properties.name.map(Into::into)))
}

fn polyline(
    file: File<'_>,
    entry: Entry<Feature>,
    problems: &mut Vec<Problem>,
) -> Option<Polyline> {
    let id = entry.raw.properties.id.unwrap_or_default();
    match entry.raw.geometry {
        Geometry::LineString(points) => Some(Polyline {
            id,
            parts: vec![points],
        }),
        Geometry::MultiLineString(parts) => Some(Polyline { id, parts }),
        Geometry::Polygon(_) | Geometry::MultiPolygon(_) => {
            problems.push(file.problem(
                format!("{}.geometry", entry.path),
                "must be a LineString or a MultiLineString",
            ));
            None
        }
    }
}

/// `GeoJSON` repeats the first point of a ring at its end.
fn open_ring(mut ring: Vec<[f64; 2]>) -> Vec<[f64; 2]> {
    if ring.len() > 1 && ring.first() == ring.last() {
        ring.pop();
    }
    ring
}

fn ring_fault(ring: &[[f64; 2]]) -> Option<&'static str> {
    if ring.len() < 3 {
        return Some("a ring needs at least three different points");
    }
    let outside = ring.iter().any(|[longitude, latitude]| {
        !(-180.0..=360.0).contains(longitude) || !(-90.0..=90.0).contains(latitude)
    });
    outside.then_some("a point lies outside longitude -180 to 360 or latitude -90 to 90; the order is longitude, latitude")
}
