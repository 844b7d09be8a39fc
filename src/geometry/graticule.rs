//! Meridians and parallels.

use super::bounds::Bounds;
use super::projection::Projection;
use super::ring;

/// Which way a line of the graticule runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Graticule {
    /// Of equal longitude.
    Meridian,
    /// Of equal latitude.
    Parallel,
}

/// A piece of a meridian or a parallel within the view. Its first and last points lie on the frame of
/// the view unless the line ends there, so they are the places for labels.
#[derive(Clone, Debug, PartialEq)]
pub struct GraticuleLine {
    /// Meridian or parallel.
    pub kind: Graticule,
    /// Its degrees, east (-42 to 318) or north.
    pub degrees: f64,
    /// `[x east, y north]` in km, from south to north or from west to east.
    pub points: Vec<[f32; 2]>,
}

/// Finest step, in degrees; below it lines would outnumber the pixels.
const MIN_STEP: f64 = 0.001;
/// More lines than this are no graticule.
const MAX_LINES: f64 = 400.0;

/// The step in degrees that puts lines of the graticule about 120 to 300 points apart.
#[must_use]
pub fn graticule_step(km_per_point: f64) -> f64 {
    // A degree of latitude is 111 km.
    let wanted = 120.0 * km_per_point / 111.0;
    let steps = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0];
    steps
        .into_iter()
        .find(|step| *step >= wanted)
        .unwrap_or(10.0)
}

/// All meridians and parallels at multiples of `step_degrees` within `bounds` (km), cut at its sides.
/// Meridians come first, from west to east, then parallels from south to north. Nothing comes of
/// bounds or steps that are empty, not finite or absurdly small.
#[must_use]
pub fn graticule(
    projection: &Projection,
    bounds: &Bounds,
    step_degrees: f64,
) -> Vec<GraticuleLine> {
    let finite = ring::is_finite(bounds.min) && ring::is_finite(bounds.max);
    if bounds.is_empty() || !finite || step_degrees.is_nan() || step_degrees < MIN_STEP {
        return Vec::new();
    }
    let [longitudes, latitudes] = degrees_of(projection, bounds);
    let mut lines = Vec::new();
    for degrees in multiples(longitudes, step_degrees) {
        // Meridians are straight on a cone; two points are enough.
        let ends = latitudes.map(|latitude| projection.project([degrees, latitude]));
        add_pieces(Graticule::Meridian, degrees, &ends, bounds, &mut lines);
    }
    for degrees in multiples(latitudes, step_degrees) {
        let ends = longitudes.map(|longitude| [longitude, degrees]);
        let middle = ring::between(ends[0], ends[1]);
        let all = std::iter::once(ends[0]).chain(middle).chain([ends[1]]);
        let points: Vec<_> = all.map(|point| projection.project(point)).collect();
        add_pieces(Graticule::Parallel, degrees, &points, bounds, &mut lines);
    }
    lines
}

/// Longitudes and latitudes, each from least to greatest, that occur within the bounds.
fn degrees_of(projection: &Projection, bounds: &Bounds) -> [[f64; 2]; 2] {
    let apex = projection.apex();
    let corners = [
        bounds.min,
        [bounds.max[0], bounds.min[1]],
        bounds.max,
        [bounds.min[0], bounds.max[1]],
    ];
    // Latitude falls with the distance from the apex, so the extremes are at the nearest point and
    // at a corner; seen from outside, a rectangle's extreme directions are those of its corners.
    let nearest = [0, 1].map(|axis| apex[axis].clamp(bounds.min[axis], bounds.max[axis]));
    let seen = corners.map(|corner| projection.unproject(corner));
    let north = projection.unproject(nearest)[1];
    let south = seen.iter().map(|point| point[1]).fold(north, f64::min);
    let behind = bounds.min[0] <= apex[0] && apex[0] <= bounds.max[0] && bounds.max[1] >= apex[1];
    let longitudes = if behind {
        let central = projection.central_meridian();
        [central - 180.0, central + 180.0]
    } else {
        let longitudes = seen.map(|point| point[0]);
        [
            longitudes.into_iter().fold(f64::INFINITY, f64::min),
            longitudes.into_iter().fold(f64::NEG_INFINITY, f64::max),
        ]
    };
    [longitudes, [south, north]]
}

/// Multiples of `step` in a range; none if there would be too many.
fn multiples([from, to]: [f64; 2], step: f64) -> impl Iterator<Item = f64> {
    let first = (from / step).ceil();
    let count = (to / step).floor() - first;
    let count = if count < MAX_LINES { count } else { -1.0 };
    (0..)
        .map(f64::from as fn(i32) -> f64)
        .take_while(move |index| *index <= count)
        .map(move |index| (first + index) * step)
}

/// Cuts a line at the sides of the bounds and adds what is inside.
fn add_pieces(
    kind: Graticule,
    degrees: f64,
    line: &[[f64; 2]],
    bounds: &Bounds,
    lines: &mut Vec<GraticuleLine>,
) {
    let mut points: Vec<[f32; 2]> = Vec::new();
    let mut finish = |points: &mut Vec<[f32; 2]>| {
        let points = std::mem::take(points);
        if points.len() > 1 {
            lines.push(GraticuleLine {
                kind,
                degrees,
                points,
            });
        }
    };
    for pair in line.windows(2) {
        let Some([start, end]) = clip([pair[0], pair[1]], bounds) else {
            finish(&mut points);
            continue;
        };
        let [a, b] = [start, end].map(|part| {
            ring::narrow([0, 1].map(|axis| pair[0][axis] + (pair[1][axis] - pair[0][axis]) * part))
        });
        if points.is_empty() || start > 0.0 {
            finish(&mut points);
            points.push(a);
        }
        points.push(b);
    }
    finish(&mut points);
}

/// The part of a segment inside the bounds, as fractions of its length (Liang and Barsky 1984).
fn clip([a, b]: [[f64; 2]; 2], bounds: &Bounds) -> Option<[f64; 2]> {
    let [mut start, mut end] = [0.0_f64, 1.0_f64];
    for axis in 0..2 {
        let delta = b[axis] - a[axis];
        let sides = [bounds.min[axis] - a[axis], bounds.max[axis] - a[axis]];
        if delta.abs() > 0.0 {
            let [one, two] = sides.map(|side| side / delta);
            start = start.max(one.min(two));
            end = end.min(one.max(two));
        } else if sides[0] > 0.0 || sides[1] < 0.0 {
            return None;
        }
    }
    (start < end).then_some([start, end])
}

#[cfg(test)]
mod tests {
    use super::{Graticule, graticule, graticule_step};
    use crate::geometry::{Bounds, Projection};

    fn around(place: [f64; 2], half: f64) -> Bounds {
        let center = Projection::atlas().project(place);
        Bounds::of([center]).expanded(half)
    }

    fn degrees(bounds: &Bounds, step: f64, kind: Graticule) -> Vec<f64> {
        let lines = graticule(&Projection::atlas(), bounds, step);
        lines
            .into_iter()
            .filter(|line| line.kind == kind)
            .map(|line| line.degrees)
            .collect()
    }

    #[test]
    fn lines_are_where_they_say_and_within_bounds() {
        let projection = Projection::atlas();
        let bounds = around([138.0, 48.0], 2500.0);
        let lines = graticule(&projection, &bounds, 5.0);
        assert!(lines.len() > 20);
        for line in &lines {
            assert!(line.points.len() > 1);
            for point in &line.points {
                let point = point.map(f64::from);
                assert!(bounds.expanded(0.01).contains(point));
                let [longitude, latitude] = projection.unproject(point);
                let (at, tolerance) = match line.kind {
                    Graticule::Meridian => (longitude, 1e-5),
                    // Chords cut corners where the frame cuts them: up to 40 m.
                    Graticule::Parallel => (latitude, 4e-4),
                };
                assert!(
                    (at - line.degrees).abs() < tolerance,
                    "{at} {}",
                    line.degrees
                );
            }
        }
    }

    #[test]
    fn every_line_in_view_is_there() {
        let bounds = around([146.0, 44.0], 200.0);
        assert_eq!(
            degrees(&bounds, 1.0, Graticule::Meridian),
            [144.0, 145.0, 146.0, 147.0, 148.0]
        );
        assert_eq!(
            degrees(&bounds, 1.0, Graticule::Parallel),
            [43.0, 44.0, 45.0]
        );
        assert!(degrees(&bounds, 10.0, Graticule::Parallel).is_empty());
        // Every place in a large view is between lines that were found.
        let projection = Projection::atlas();
        let bounds = around([150.0, 55.0], 3000.0);
        let parallels = degrees(&bounds, 5.0, Graticule::Parallel);
        let meridians = degrees(&bounds, 5.0, Graticule::Meridian);
        for x in 0..=20 {
            for y in 0..=20 {
                let part = [f64::from(x) / 20.0, f64::from(y) / 20.0];
                let at = [0, 1].map(|axis| bounds.min[axis] + part[axis] * bounds.size()[axis]);
                let [longitude, latitude] = projection.unproject(at);
                let near = |lines: &[f64], value: f64| {
                    lines.iter().any(|line| (line - value).abs() <= 5.0)
                };
                assert!(near(&parallels, latitude) && near(&meridians, longitude));
            }
        }
    }

    /// A parallel sags in the middle: it leaves the view and comes back.
    #[test]
    fn a_parallel_may_come_in_pieces() {
        let bounds = Bounds {
            min: [-2500.0, -900.0],
            max: [2500.0, -850.0],
        };
        let lines = graticule(&Projection::atlas(), &bounds, 1.0);
        let pieces = lines.iter().filter(|line| line.kind == Graticule::Parallel);
        let same = pieces.filter(|line| (line.degrees - 38.0).abs() < 1e-9);
        let west: Vec<_> = same.map(|line| line.points[0][0] < 0.0).collect();
        assert_eq!(west, [true, false]);
    }

    #[test]
    fn the_pole_is_no_trouble() {
        let projection = Projection::atlas();
        let bounds = Bounds {
            min: [-9000.0, 0.0],
            max: [9000.0, 18_000.0],
        };
        let lines = graticule(&projection, &bounds, 10.0);
        assert!(
            lines
                .iter()
                .all(|line| line.points.iter().flatten().all(|value| value.is_finite()))
        );
        assert_eq!(degrees(&bounds, 10.0, Graticule::Meridian).len(), 36);
    }

    #[test]
    fn nonsense_has_no_lines() {
        let projection = Projection::atlas();
        let bounds = around([140.0, 45.0], 100.0);
        for step in [0.0, -1.0, f64::NAN, 1e-9] {
            assert!(graticule(&projection, &bounds, step).is_empty());
        }
        assert!(graticule(&projection, &Bounds::EMPTY, 5.0).is_empty());
        let endless = Bounds {
            min: [f64::NEG_INFINITY; 2],
            max: [f64::INFINITY; 2],
        };
        assert!(graticule(&projection, &endless, 5.0).is_empty());
        assert!(graticule(&projection, &around([140.0, 45.0], 3000.0), 0.001).is_empty());
    }

    #[test]
    fn steps_suit_the_scale() {
        for (scale, step) in [
            (5.0, 10.0),
            (4.0, 5.0),
            (1.0, 2.0),
            (0.1, 0.2),
            (100.0, 10.0),
            (1e-6, 0.01),
            (f64::NAN, 10.0),
        ] {
            assert!((graticule_step(scale) - step).abs() < 1e-12, "{scale}");
        }
    }
}
