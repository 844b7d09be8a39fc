//! Small tools for rings and lines.

use super::projection::Projection;

/// Edges longer than this, in degrees of longitude or latitude, are subdivided before they are
/// projected, so that the 50th parallel and the frame of the data become curves. At 0.5° a chord is
/// some 40 m away from the true arc.
pub const MAX_EDGE_DEGREES: f64 = 0.5;

/// More pieces than any edge on earth needs; a limit for nonsense input.
const MAX_PIECES: f64 = 2000.0;

/// The points strictly between `from` and `to` (degrees) that make the edge short enough.
///
/// They lie on the straight line in degrees, hence a parallel stays a parallel. The same two ends give
/// bit-identical points whichever comes first: neighbours traverse a shared edge in opposite
/// directions and must not drift apart.
pub(super) fn between(from: [f64; 2], to: [f64; 2]) -> impl Iterator<Item = [f64; 2]> {
    let length = (to[0] - from[0]).abs().max((to[1] - from[1]).abs());
    let pieces = if length > MAX_EDGE_DEGREES {
        to_count((length / MAX_EDGE_DEGREES).min(MAX_PIECES))
    } else {
        1
    };
    let backwards = from > to;
    let [low, high] = if backwards { [to, from] } else { [from, to] };
    (1..pieces).map(move |index| {
        let index = if backwards { pieces - index } else { index };
        let part = f64::from(index) / f64::from(pieces);
        [0, 1].map(|axis| low[axis] + (high[axis] - low[axis]) * part)
    })
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "between 1 and MAX_PIECES"
)]
fn to_count(pieces: f64) -> u32 {
    pieces.ceil() as u32
}

/// Projects an open line of `[longitude, latitude]` in degrees (a river, a treaty line) to km; long
/// edges are subdivided. Points with a NaN or an infinity are left out.
#[must_use]
pub fn project_line(line: &[[f64; 2]], projection: &Projection) -> Vec<[f32; 2]> {
    let mut points = Vec::with_capacity(line.len());
    let mut previous = None;
    for &point in line.iter().filter(|point| is_finite(**point)) {
        if let Some(previous) = previous {
            points.extend(between(previous, point).map(|mid| narrow(projection.project(mid))));
        }
        points.push(narrow(projection.project(point)));
        previous = Some(point);
    }
    points
}

/// Projects a ring in degrees to km; long edges are subdivided. The closing point is not repeated.
pub(super) fn project_ring(ring: &[[f64; 2]], projection: &Projection) -> Vec<[f64; 2]> {
    let mut points = Vec::with_capacity(ring.len());
    for (from, to) in edges(ring) {
        points.push(projection.project(from));
        points.extend(between(from, to).map(|mid| projection.project(mid)));
    }
    points
}

/// The edges of a ring, the closing one last.
pub(super) fn edges(ring: &[[f64; 2]]) -> impl Iterator<Item = ([f64; 2], [f64; 2])> {
    let following = ring.iter().cycle().skip(1);
    ring.iter().zip(following).map(|(from, to)| (*from, *to))
}

/// Whether a ring can be drawn: three points or more, all of them finite.
pub(super) fn is_usable(ring: &[[f64; 2]]) -> bool {
    ring.len() >= 3 && ring.iter().all(|point| is_finite(*point))
}

pub(super) fn is_finite(point: [f64; 2]) -> bool {
    point[0].is_finite() && point[1].is_finite()
}

/// Area of a ring in the square of its unit, positive when it runs counter-clockwise.
pub(super) fn signed_area(ring: &[[f64; 2]]) -> f64 {
    // Taken from the first corner: far from the origin the products would swallow small areas.
    let Some(&[x, y]) = ring.first() else {
        return 0.0;
    };
    let doubled: f64 = edges(ring)
        .map(|(a, b)| (a[0] - x) * (b[1] - y) - (b[0] - x) * (a[1] - y))
        .sum();
    doubled / 2.0
}

/// A ring with its first point repeated at the end, running counter-clockwise or clockwise.
#[must_use]
pub fn closed_ring(ring: &[[f64; 2]], counter_clockwise: bool) -> Vec<[f64; 2]> {
    let mut points = ring.to_vec();
    if (signed_area(ring) > 0.0) != counter_clockwise {
        points.reverse();
    }
    points.extend(points.first().copied());
    points
}

/// Rounds to the precision of the screen.
#[expect(
    clippy::cast_possible_truncation,
    reason = "half a metre at the edge of the map is invisible"
)]
pub(super) fn narrow(point: [f64; 2]) -> [f32; 2] {
    point.map(|value| value as f32)
}

#[cfg(test)]
mod tests {
    use super::{between, edges, is_usable, project_line, signed_area};
    use crate::geometry::Projection;
    use proptest::prelude::*;

    #[test]
    fn short_edges_are_left_alone_and_parallels_stay_parallels() {
        assert_eq!(between([140.0, 50.0], [140.4, 50.3]).count(), 0);
        let added: Vec<_> = between([142.0, 50.0], [144.0, 50.0]).collect();
        assert_eq!(added, [[142.5, 50.0], [143.0, 50.0], [143.5, 50.0]]);
    }

    #[test]
    fn nonsense_stays_finite_in_number() {
        assert_eq!(between([0.0, 0.0], [f64::INFINITY, 0.0]).count(), 1999);
        assert_eq!(between([f64::NAN, 0.0], [1.0, f64::NAN]).count(), 0);
        assert_eq!(edges(&[]).count(), 0);
        assert!(!is_usable(&[[0.0, 0.0], [1.0, f64::NAN], [1.0, 1.0]]));
        let line = [[140.0, 45.0], [f64::NAN, 0.0], [141.0, 45.0]];
        assert_eq!(project_line(&line, &Projection::atlas()).len(), 3);
        assert!(project_line(&[], &Projection::atlas()).is_empty());
    }

    #[test]
    fn area_has_the_sign_of_the_winding() {
        let mut square = vec![[0.0, 0.0], [2.0, 0.0], [2.0, 2.0], [0.0, 2.0]];
        assert!((signed_area(&square) - 4.0).abs() < 1e-12);
        square.reverse();
        assert!((signed_area(&square) + 4.0).abs() < 1e-12);
        assert!(signed_area(&[]).abs() < 1e-12);
    }

    proptest! {
        #[test]
        fn both_directions_give_the_same_bits(
            from in [90.0..190.0_f64, 30.0..70.0_f64],
            to in [90.0..190.0_f64, 30.0..70.0_f64],
        ) {
            let forth: Vec<_> = between(from, to).collect();
            let mut back: Vec<_> = between(to, from).collect();
            back.reverse();
            prop_assert_eq!(&forth, &back);
            let all: Vec<_> = std::iter::once(from).chain(forth).chain([to]).collect();
            for pair in all.windows(2) {
                prop_assert!((pair[1][0] - pair[0][0]).abs() <= 0.5 + 1e-9);
                prop_assert!((pair[1][1] - pair[0][1]).abs() <= 0.5 + 1e-9);
            }
        }
    }
}
