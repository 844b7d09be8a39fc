//! Patterns as lines: stripes and dots laid over the whole picture, seen where an outline lets them.

use crate::scene::drawing::{Path, Point, Step, ellipse, line};
use crate::scene::map::{Band, Pattern};

/// The lines of a pattern, with their width; a width of nothing means filled outlines.
pub type Lines = (Path, f32);

/// What a pattern draws over a rectangle.
#[must_use]
pub fn lines(pattern: Pattern, [min, max]: [Point; 2]) -> Vec<Lines> {
    let side = pattern.side();
    let bands = pattern.bands().iter();
    bands
        .map(|band| match *band {
            Band::Rising(share) => {
                let at = |sum: f32| [[sum - max[1], max[1]], [sum - min[1], min[1]]];
                slanted(share, side, min[0] + min[1], max[0] + max[1], at)
            }
            Band::Falling(share) => {
                let at = |difference: f32| {
                    [[difference + min[1], min[1]], [difference + max[1], max[1]]]
                };
                slanted(share, side, min[0] - max[1], max[0] - min[1], at)
            }
            Band::Level(share) => {
                let path = middles(share, side, min[1], max[1])
                    .flat_map(|y| line([[min[0], y], [max[0], y]], false));
                (path.collect(), share * side)
            }
            Band::Dot(radius) => {
                let along = |axis: usize| middles(1.0, side, min[axis], max[axis]);
                let dots = along(1).flat_map(|y| along(0).map(move |x| [x, y]));
                let path: Vec<Step> = dots
                    .flat_map(|at| ellipse(at, [radius * side; 2]))
                    .collect();
                (path, 0.0)
            }
        })
        .collect()
}

/// Stripes at 45°: along them the sum, or the difference, of x and y is the same.
fn slanted(share: f32, side: f32, from: f32, to: f32, at: impl Fn(f32) -> [Point; 2]) -> Lines {
    let path = middles(share, side, from, to).flat_map(|middle| line(at(middle), false));
    (path.collect(), share * side / std::f32::consts::SQRT_2)
}

/// The middles of bands that cover the first `share` of each tile, from one tile before `from` to
/// one after `to`.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a picture has few thousand tiles; beyond i32 the cast stops there"
)]
fn middles(share: f32, side: f32, from: f32, to: f32) -> impl Iterator<Item = f32> {
    let (first, last) = (
        (from / side).floor() as i32 - 1,
        (to / side).ceil() as i32 + 1,
    );
    (first..last).map(move |tile| {
        #[expect(clippy::cast_precision_loss, reason = "few thousand tiles")]
        let tile = tile as f32;
        (tile + share / 2.0) * side
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether a point is on one of the lines.
    fn is_drawn(lines: &[Lines], [x, y]: Point) -> bool {
        lines.iter().any(|(path, width)| {
            let ends: Vec<Point> = path
                .iter()
                .filter_map(|step| match step {
                    Step::Move(at) | Step::Line(at) => Some(*at),
                    _ => None,
                })
                .collect();
            if *width > 0.0 {
                ends.chunks_exact(2).any(|pair| {
                    let [a, b] = [pair[0], pair[1]];
                    let along = [b[0] - a[0], b[1] - a[1]];
                    let off = (x - a[0]) * along[1] - (y - a[1]) * along[0];
                    off.abs() / along[0].hypot(along[1]) < width / 2.0
                })
            } else {
                // A circle begins at its rightmost point.
                let radius = 0.19 * 8.0;
                ends.iter()
                    .any(|end| (x - end[0] + radius).hypot(y - end[1]) < radius)
            }
        })
    }

    #[test]
    fn lines_cover_what_the_screen_covers() {
        for pattern in Pattern::ALL {
            let lines = lines(pattern, [[3.0, -20.0], [60.0, 40.0]]);
            let mut differing = 0;
            for step in 0..2000_u16 {
                let at = [
                    3.0 + f32::from(step % 57) + 0.31,
                    -20.0 + f32::from(step / 57) * 1.7 + 0.13,
                ];
                let unit = at.map(|part| (part / pattern.side()).rem_euclid(1.0));
                let screen = pattern
                    .bands()
                    .iter()
                    .any(|band| band.covers(unit[0], unit[1]));
                differing += usize::from(screen != is_drawn(&lines, at));
            }
            // Some points lie on an edge, where rounding decides.
            assert!(differing < 20, "{pattern:?}: {differing} of 2000");
        }
    }
}
