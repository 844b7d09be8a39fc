//! Finds the shape under a point.

use std::ops::RangeInclusive;

use geo::kernels::{Kernel, RobustKernel};
use geo::{Coord, Orientation};

use super::bounds::Bounds;
use super::projection::EARTH_RADIUS_KM;
use super::ring;
use crate::model::shape::{Polygon, Shape};

/// An index of shapes by place. All coordinates are `[longitude, latitude]` in degrees.
///
/// Each polygon's edges are sorted into bands of latitude, so that a query reads some dozens of edges
/// even for a coast of many thousands.
#[derive(Clone, Debug, Default)]
pub struct HitIndex {
    /// Around everything.
    all: Bounds,
    /// In the order of the shapes; apart from `parts` to be scanned quickly.
    bounds: Vec<Bounds>,
    parts: Vec<Part>,
}

/// One polygon with its holes.
#[derive(Clone, Debug)]
struct Part {
    shape: usize,
    /// All rings one after the other, each closed by repeating its first point.
    points: Vec<[f64; 2]>,
    south: f64,
    /// Bands for a degree of latitude.
    bands_per_degree: f64,
    /// The edges that touch band `b`, by their first point: `edges[starts[b]..starts[b + 1]]`.
    edges: Vec<u32>,
    starts: Vec<u32>,
}

impl HitIndex {
    /// Builds the index. Polygons with an exterior that is too short or not finite can not be hit.
    #[must_use]
    pub fn new(shapes: &[Shape]) -> Self {
        let mut index = Self::default();
        for (number, shape) in shapes.iter().enumerate() {
            for polygon in &shape.polygons {
                if ring::is_usable(&polygon.exterior) {
                    let bounds = Bounds::of(polygon.exterior.iter().copied());
                    index.parts.push(Part::new(number, polygon, &bounds));
                    index.bounds.push(bounds);
                    index.all = index.all.union(&bounds);
                }
            }
        }
        index
    }

    /// The index of the shape that covers the point, its border included; where shapes meet or
    /// overlap, the lowest index. A point in a hole is not covered, one on the edge of a hole is.
    #[must_use]
    pub fn at(&self, point: [f64; 2]) -> Option<usize> {
        turns(point)
            .into_iter()
            .filter_map(|point| self.at_exactly(point))
            .min()
    }

    fn at_exactly(&self, point: [f64; 2]) -> Option<usize> {
        if !self.all.contains(point) {
            return None;
        }
        let mut hits = self.bounds.iter().zip(&self.parts);
        hits.find(|(bounds, part)| bounds.contains(point) && part.covers(point))
            .map(|(_, part)| part.shape)
    }

    /// The index of the shape nearest to the point, at most `max_km` away; one that covers it is at
    /// distance zero, and among equally near ones the lowest index wins.
    ///
    /// Meant for the width of a finger: distances are those of a plane through the point, right to 1 %
    /// up to a hundred kilometres.
    #[must_use]
    pub fn nearest(&self, point: [f64; 2], max_km: f64) -> Option<usize> {
        if let Some(hit) = self.at(point) {
            return (max_km >= 0.0).then_some(hit);
        }
        let near = turns(point).map(|point| self.nearest_exactly(point, max_km));
        let nearest = near.into_iter().flatten();
        nearest
            .min_by(|(a, i), (b, j)| a.total_cmp(b).then(i.cmp(j)))
            .map(|(_, shape)| shape)
    }

    fn nearest_exactly(&self, point: [f64; 2], max_km: f64) -> Option<(f64, usize)> {
        let plane = Plane::at(point);
        if plane.distance_to_bounds(&self.all) > max_km {
            return None;
        }
        let mut limit = max_km;
        let mut best = None;
        for (bounds, part) in self.bounds.iter().zip(&self.parts) {
            if plane.distance_to_bounds(bounds) <= limit
                && let Some(distance) = part.distance(&plane, limit)
                && best.is_none_or(|(least, _)| distance < least)
            {
                best = Some((distance, part.shape));
                limit = distance;
            }
        }
        best
    }
}

/// The point itself and the same place under the other names of its longitude: shapes across the
/// antimeridian run on past 180.
fn turns([longitude, latitude]: [f64; 2]) -> [[f64; 2]; 3] {
    [0.0, 360.0, -360.0].map(|turn| [longitude + turn, latitude])
}

impl Part {
    fn new(shape: usize, polygon: &Polygon, bounds: &Bounds) -> Self {
        let mut points = Vec::new();
        let mut first_points = Vec::new();
        for ring in polygon.rings().filter(|ring| ring::is_usable(ring)) {
            let start = points.len();
            points.extend_from_slice(ring);
            first_points.extend(start..points.len());
            points.push(ring[0]);
        }
        let height = bounds.max[1] - bounds.min[1];
        // Eight edges a band: few enough to scan, many enough for the bands to cost little.
        let count = (first_points.len() / 8).clamp(1, 4096);
        let mut part = Self {
            shape,
            points,
            south: bounds.min[1],
            bands_per_degree: if height > 0.0 {
                as_f64(count) / height
            } else {
                0.0
            },
            edges: Vec::new(),
            starts: vec![0; count + 1],
        };
        part.sort_into_bands(&first_points);
        part
    }

    fn sort_into_bands(&mut self, first_points: &[usize]) {
        for first in first_points {
            for band in self.bands_of(*first) {
                self.starts[band + 1] += 1;
            }
        }
        for band in 1..self.starts.len() {
            self.starts[band] += self.starts[band - 1];
        }
        let mut free = self.starts.clone();
        let total = self.starts.last().copied().unwrap_or(0);
        self.edges = vec![0; total as usize];
        for first in first_points {
            for band in self.bands_of(*first) {
                self.edges[free[band] as usize] = u32::try_from(*first).unwrap_or(u32::MAX);
                free[band] += 1;
            }
        }
    }

    /// The bands an edge touches.
    fn bands_of(&self, first: usize) -> RangeInclusive<usize> {
        let (a, b) = (self.points[first][1], self.points[first + 1][1]);
        self.band(a.min(b))..=self.band(a.max(b))
    }

    /// The band of a latitude, the nearest one if there is none.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the cast saturates, and the result is kept within the bands"
    )]
    fn band(&self, latitude: f64) -> usize {
        let band = ((latitude - self.south) * self.bands_per_degree) as usize;
        band.min(self.starts.len() - 2)
    }

    fn edges_of(&self, band: usize) -> impl Iterator<Item = [[f64; 2]; 2]> {
        let range = self.starts[band] as usize..self.starts[band + 1] as usize;
        self.edges[range].iter().map(|first| {
            let first = *first as usize;
            [self.points[first], self.points[first + 1]]
        })
    }

    /// Whether the point is inside or on a ring: counts crossings of the ray to the east, with an exact
    /// predicate, so that a point between two neighbours is never in neither.
    fn covers(&self, point: [f64; 2]) -> bool {
        let mut inside = false;
        for [a, b] in self.edges_of(self.band(point[1])) {
            if (a[1] > point[1]) != (b[1] > point[1]) {
                match orientation(a, b, point) {
                    Orientation::Collinear => return true,
                    Orientation::CounterClockwise => inside ^= b[1] > a[1],
                    Orientation::Clockwise => inside ^= b[1] < a[1],
                }
            } else if is_on_level_edge(a, b, point) {
                return true;
            }
        }
        inside
    }

    /// Distance in km to the nearest ring, if within `limit`.
    fn distance(&self, plane: &Plane, limit: f64) -> Option<f64> {
        let reach = limit / plane.km_per_degree[1];
        let latitude = plane.origin[1];
        let mut best = None;
        for band in self.band(latitude - reach)..=self.band(latitude + reach) {
            for [a, b] in self.edges_of(band) {
                let distance = plane.distance_to_edge(a, b);
                if distance <= best.unwrap_or(limit) {
                    best = Some(distance);
                }
            }
        }
        best
    }
}

#[expect(clippy::cast_precision_loss, reason = "at most 4096")]
fn as_f64(count: usize) -> f64 {
    count as f64
}

fn orientation(a: [f64; 2], b: [f64; 2], c: [f64; 2]) -> Orientation {
    RobustKernel::orient2d(Coord::from(a), Coord::from(b), Coord::from(c))
}

/// For an edge that the ray does not cross: the point lies on it if both are level with it, or if it is
/// the upper end.
fn is_on_level_edge(a: [f64; 2], b: [f64; 2], point: [f64; 2]) -> bool {
    let level = |end: [f64; 2]| end[1].total_cmp(&point[1]).is_eq();
    if level(a) && level(b) {
        a[0].min(b[0]) <= point[0] && point[0] <= a[0].max(b[0])
    } else {
        let same = |end: [f64; 2]| level(end) && end[0].total_cmp(&point[0]).is_eq();
        same(a) || same(b)
    }
}

/// The plane that touches the earth at a point, for short distances.
struct Plane {
    origin: [f64; 2],
    km_per_degree: [f64; 2],
}

impl Plane {
    fn at(origin: [f64; 2]) -> Self {
        let degree = EARTH_RADIUS_KM.to_radians();
        Self {
            origin,
            km_per_degree: [degree * origin[1].to_radians().cos(), degree],
        }
    }

    /// Degrees to km from the origin.
    fn offset_to(&self, point: [f64; 2]) -> [f64; 2] {
        [0, 1].map(|axis| (point[axis] - self.origin[axis]) * self.km_per_degree[axis])
    }

    fn distance_to_bounds(&self, bounds: &Bounds) -> f64 {
        let nearest = [0, 1].map(|axis| {
            self.origin[axis]
                .max(bounds.min[axis])
                .min(bounds.max[axis])
        });
        let [x, y] = self.offset_to(nearest);
        x.hypot(y)
    }

    fn distance_to_edge(&self, a: [f64; 2], b: [f64; 2]) -> f64 {
        let [a, b] = [a, b].map(|point| self.offset_to(point));
        let along = [b[0] - a[0], b[1] - a[1]];
        let length = along[0] * along[0] + along[1] * along[1];
        let part = if length > 0.0 {
            (-(a[0] * along[0] + a[1] * along[1]) / length).clamp(0.0, 1.0)
        } else {
            0.0
        };
        (a[0] + along[0] * part).hypot(a[1] + along[1] * part)
    }
}

#[cfg(test)]
#[path = "hit_tests.rs"]
mod tests;
