//! Finds what is wrong with a shape. For checking data, not for drawing.

use geo::line_intersection::{LineIntersection, line_intersection};
use geo::{Coord, Line};

use super::hit::HitIndex;
use super::ring;
use crate::model::shape::{Polygon, Shape};

/// Longitudes run past 180 where a shape crosses the antimeridian, but not round the world.
const LONGITUDES: std::ops::RangeInclusive<f64> = -180.0..=200.0;
const LATITUDES: std::ops::RangeInclusive<f64> = -90.0..=90.0;

/// Everything wrong with a shape, one sentence each; polygons and holes are counted from 0, as in a
/// JSON path.
///
/// Reported are coordinates that are not finite or out of range, rings of less than three distinct
/// points, rings that cross or touch themselves, rings that cross or run along each other, holes outside
/// their polygon, and polygons that overlap. Rings may touch in single points. The rules are those
/// of OGC Simple Features, as in `geo::Validation`; but that compares all edges of a ring with all
/// others, which takes minutes for a long coast, while here only edges close by are compared.
#[must_use]
pub fn problems(shape: &Shape) -> Vec<String> {
    let mut problems = Vec::new();
    if shape.polygons.is_empty() {
        problems.push("has no polygon".to_owned());
    }
    for (index, polygon) in shape.polygons.iter().enumerate() {
        for (role, ring) in polygon.rings().enumerate() {
            let name = name(index, role);
            coordinate_problems(ring, &name, &mut problems);
        }
    }
    // What follows presumes numbers that can be compared.
    if problems.is_empty() {
        crossing_problems(shape, &mut problems);
    }
    if problems.is_empty() {
        containment_problems(shape, &mut problems);
    }
    problems
}

fn name(polygon: usize, role: usize) -> String {
    match role {
        0 => format!("polygon {polygon}, exterior"),
        hole => format!("polygon {polygon}, hole {}", hole - 1),
    }
}

fn coordinate_problems(ring: &[[f64; 2]], name: &str, problems: &mut Vec<String>) {
    let bad = |point: &&[f64; 2]| !LONGITUDES.contains(&point[0]) || !LATITUDES.contains(&point[1]);
    if let Some([longitude, latitude]) = ring.iter().find(bad) {
        problems.push(format!(
            "{name}: [{longitude}, {latitude}] is no longitude and latitude in degrees"
        ));
    }
    let mut distinct: Vec<_> = ring.iter().map(|point| point.map(f64::to_bits)).collect();
    distinct.sort_unstable();
    distinct.dedup();
    if distinct.len() < 3 {
        problems.push(format!("{name}: has less than three distinct points"));
    }
}

/// One edge: its place in the shape and its ends.
#[derive(Clone, Copy)]
struct Edge {
    polygon: usize,
    role: usize,
    /// Position in its ring, and the number of edges there.
    position: usize,
    count: usize,
    line: Line,
    low: [f64; 2],
    high: [f64; 2],
}

/// Compares every edge with those whose latitudes and longitudes overlap its own.
fn crossing_problems(shape: &Shape, problems: &mut Vec<String>) {
    let mut edges = edges(shape);
    edges.sort_by(|a, b| a.low[1].total_cmp(&b.low[1]));
    let mut found = Vec::new();
    for (index, edge) in edges.iter().enumerate() {
        let rest = &edges[index + 1..];
        let close = rest.iter().take_while(|other| other.low[1] <= edge.high[1]);
        for other in close.filter(|other| overlap(edge, other)) {
            if let Some(at) = conflict(edge, other) {
                let rings = [edge, other].map(|edge| (edge.polygon, edge.role));
                found.push((rings[0].min(rings[1]), rings[0].max(rings[1]), at));
            }
        }
    }
    // One report for each pair of rings is enough.
    found.sort_by_key(|(first, second, _)| (*first, *second));
    found.dedup_by_key(|(first, second, _)| (*first, *second));
    for (first, second, Coord { x, y }) in found {
        let name_of = |ring: (usize, usize)| name(ring.0, ring.1);
        problems.push(if first == second {
            format!(
                "{}: crosses or touches itself near [{x}, {y}]",
                name_of(first)
            )
        } else {
            let (first, second) = (name_of(first), name_of(second));
            format!("{first}: crosses or runs along {second} near [{x}, {y}]")
        });
    }
}

fn edges(shape: &Shape) -> Vec<Edge> {
    let mut edges = Vec::new();
    for (polygon, outlines) in shape.polygons.iter().enumerate() {
        for (role, ring) in outlines.rings().enumerate() {
            let mut points = ring.to_vec();
            points.dedup();
            let count = points.len();
            for (position, (a, b)) in ring::edges(&points).enumerate() {
                edges.push(Edge {
                    polygon,
                    role,
                    position,
                    count,
                    line: Line::new(Coord::from(a), Coord::from(b)),
                    low: [a[0].min(b[0]), a[1].min(b[1])],
                    high: [a[0].max(b[0]), a[1].max(b[1])],
                });
            }
        }
    }
    edges
}

fn overlap(a: &Edge, b: &Edge) -> bool {
    (0..2).all(|axis| a.low[axis] <= b.high[axis] && b.low[axis] <= a.high[axis])
}

/// Where two edges meet in a way they may not.
fn conflict(a: &Edge, b: &Edge) -> Option<Coord> {
    let same_ring = (a.polygon, a.role) == (b.polygon, b.role);
    let apart = a.position.abs_diff(b.position);
    let neighbours = same_ring && (apart == 1 || apart + 1 == a.count);
    match line_intersection(a.line, b.line)? {
        LineIntersection::Collinear { intersection } => {
            let length = intersection.start != intersection.end;
            (length || (same_ring && !neighbours)).then_some(intersection.start)
        }
        LineIntersection::SinglePoint {
            intersection,
            is_proper,
        } => {
            let allowed = if same_ring { neighbours } else { !is_proper };
            (!allowed).then_some(intersection)
        }
    }
}

/// With no crossings left, one corner tells for a whole ring; corners on the other ring are skipped.
fn containment_problems(shape: &Shape, problems: &mut Vec<String>) {
    for (index, polygon) in shape.polygons.iter().enumerate() {
        for (hole, ring) in polygon.holes.iter().enumerate() {
            let solid = solid(&polygon.exterior);
            if !is_within(ring, &solid) {
                problems.push(format!(
                    "{}: lies outside its exterior",
                    name(index, hole + 1)
                ));
            }
            for (other, outline) in polygon.holes.iter().enumerate() {
                if other != hole && is_within(ring, &self::solid(outline)) {
                    problems.push(format!("{}: lies in hole {other}", name(index, hole + 1)));
                }
            }
        }
    }
    let all: Vec<_> = shape
        .polygons
        .iter()
        .map(|polygon| index_of(polygon.clone()))
        .collect();
    for (index, polygon) in shape.polygons.iter().enumerate() {
        for (other, hits) in all.iter().enumerate() {
            if other != index && is_within(&polygon.exterior, hits) {
                problems.push(format!("{}: lies in polygon {other}", name(index, 0)));
            }
        }
    }
}

fn solid(ring: &[[f64; 2]]) -> HitIndex {
    index_of(Polygon {
        exterior: ring.to_vec(),
        holes: Vec::new(),
    })
}

fn index_of(polygon: Polygon) -> HitIndex {
    HitIndex::new(&[Shape {
        id: String::new(),
        polygons: vec![polygon],
    }])
}

/// Whether a ring that does not cross the outline is inside: not a single corner is outside.
fn is_within(ring: &[[f64; 2]], outline: &HitIndex) -> bool {
    ring.iter().all(|corner| outline.at(*corner).is_some())
}

#[cfg(test)]
mod tests {
    use super::problems;
    use crate::geometry::test_data::{kurils, lakes, polygon, regions, shape, square};
    use crate::model::shape::Shape;
    use geo::Validation;
    use proptest::prelude::*;

    fn holed(exterior: Vec<[f64; 2]>, holes: Vec<Vec<[f64; 2]>>) -> Shape {
        Shape {
            id: "holed".to_owned(),
            polygons: vec![polygon(exterior, holes)],
        }
    }

    fn assert_problem(shape: &Shape, part: &str) {
        let found = problems(shape);
        assert!(found.len() == 1 && found[0].contains(part), "{found:?}");
    }

    /// Coasts and borders as they really are raise no false alarm.
    #[test]
    fn real_outlines_are_valid() {
        for shape in regions(2).iter().chain(&kurils()).chain(&lakes()) {
            let found = problems(shape);
            assert!(found.is_empty(), "{}: {found:?}", shape.id);
        }
    }

    #[test]
    fn numbers_are_checked() {
        let with = |point| shape("a", [vec![[140.0, 45.0], [141.0, 45.0], point]]);
        assert!(problems(&with([141.0, 46.0])).is_empty());
        assert!(problems(&with([195.0, 46.0])).is_empty());
        for point in [
            [f64::NAN, 45.0],
            [141.0, f64::INFINITY],
            [141.0, 91.0],
            [201.0, 45.0],
        ] {
            assert_problem(&with(point), "polygon 0, exterior: [");
        }
        assert_problem(&with([140.0, 45.0]), "three distinct");
        assert_problem(&shape("a", [vec![]]), "three distinct");
        assert_problem(&Shape::default(), "no polygon");
    }

    #[test]
    fn crossings_are_found() {
        let bow = vec![[0.0, 0.0], [2.0, 2.0], [2.0, 0.0], [0.0, 2.0]];
        assert_problem(&shape("bow", [bow]), "itself near [1, 1]");
        let spike = vec![[0.0, 0.0], [2.0, 0.0], [2.0, 2.0], [2.0, 0.5], [0.0, 0.5]];
        assert_problem(&shape("spike", [spike]), "itself");
        let both = shape("both", [square([0.0, 0.0], 2.0), square([1.0, 1.0], 2.0)]);
        assert_problem(
            &both,
            "polygon 0, exterior: crosses or runs along polygon 1",
        );
        let side = shape("side", [square([0.0, 0.0], 2.0), square([2.0, 0.0], 2.0)]);
        assert_problem(&side, "runs along");
        let touching = shape(
            "touching",
            [square([0.0, 0.0], 2.0), square([2.0, 2.0], 2.0)],
        );
        assert!(problems(&touching).is_empty());
    }

    #[test]
    fn holes_and_parts_must_be_where_they_belong() {
        let land = || square([0.0, 0.0], 9.0);
        assert!(problems(&holed(land(), vec![square([1.0, 1.0], 1.0)])).is_empty());
        assert_problem(
            &holed(land(), vec![square([11.0, 1.0], 1.0)]),
            "hole 0: lies outside",
        );
        let nested = vec![square([1.0, 1.0], 5.0), square([2.0, 2.0], 1.0)];
        assert_problem(&holed(land(), nested), "hole 1: lies in hole 0");
        assert_problem(&holed(land(), vec![square([8.0, 1.0], 5.0)]), "crosses");
        let inner = shape("inner", [land(), square([1.0, 1.0], 1.0)]);
        assert_problem(&inner, "polygon 1, exterior: lies in polygon 0");
        let mut island = holed(land(), vec![square([1.0, 1.0], 5.0)]);
        island
            .polygons
            .push(polygon(square([2.0, 2.0], 1.0), vec![]));
        assert!(problems(&island).is_empty());
    }

    proptest! {
        /// Whatever the library objects to is found here.
        #[test]
        fn is_at_least_as_strict_as_geo(
            exterior in prop::collection::vec([0_i8..6, 0_i8..6], 3..8),
            hole in prop::collection::vec([0_i8..6, 0_i8..6], 3..5),
        ) {
            let ring = |points: &[[i8; 2]]| -> Vec<[f64; 2]> {
                points.iter().map(|point| point.map(f64::from)).collect()
            };
            let (exterior, hole) = (ring(&exterior), ring(&hole));
            let ours = problems(&holed(exterior.clone(), vec![hole.clone()]));
            let theirs = geo::Polygon::new(exterior.into(), vec![hole.into()]).is_valid();
            prop_assert!(theirs || !ours.is_empty());
        }
    }
}
