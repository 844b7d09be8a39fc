//! A picture as a list of what is drawn, back to front: the form that SVG and PDF are written from.
//!
//! Positions are in points from the upper left corner, x to the right and y down.

use crate::text::faces::Face;

use super::map::Pattern;

/// A position.
pub type Point = [f32; 2];

/// Red, green, blue and opacity, not multiplied with each other.
pub type Paint = [u8; 4];

/// A piece of an outline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step {
    Move(Point),
    Line(Point),
    /// Two control points and the end.
    Curve(Point, Point, Point),
    Close,
}

/// Outlines; what lies within an odd number of them is inside.
pub type Path = Vec<Step>;

/// Letters of one face, each at its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    pub face: Face,
    /// The height of an em.
    pub size: f32,
    pub paint: Paint,
    /// The letters with the left ends of their baselines.
    pub letters: Vec<(char, Point)>,
    /// The width of a rim around the letters, and its colour.
    pub halo: Option<(f32, Paint)>,
    /// Radians clockwise by which each letter is turned.
    pub angle: f32,
}

impl Text {
    /// Whether both have the same face, size, colour, rim and turn.
    #[must_use]
    pub fn looks_like(&self, other: &Self) -> bool {
        self.face == other.face
            && self.paint == other.paint
            && self.halo == other.halo
            && [self.size, self.angle].map(f32::to_bits)
                == [other.size, other.angle].map(f32::to_bits)
    }
}

/// Something that is drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// What follows is seen only between these two corners.
    Clip([Point; 2]),
    Fill(Path, Paint),
    Stroke {
        path: Path,
        width: f32,
        paint: Paint,
        /// Lengths of dash and gap.
        dash: Option<[f32; 2]>,
    },
    /// A pattern within an outline, laid over the whole picture so that neighbours continue it.
    Hatch(Path, Pattern, Paint),
    Text(Text),
}

/// A page, or a picture.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawing {
    /// Width and height.
    pub size: [f32; 2],
    pub items: Vec<Item>,
}

/// A line through points.
#[must_use]
pub fn line(points: impl IntoIterator<Item = Point>, closed: bool) -> Path {
    let mut path: Path = points.into_iter().map(Step::Line).collect();
    if let Some(Step::Line(first)) = path.first().copied() {
        path[0] = Step::Move(first);
        if closed {
            path.push(Step::Close);
        }
    }
    path
}

/// A rectangle with round corners.
#[must_use]
pub fn rectangle([left, top]: Point, [right, bottom]: Point, radius: f32) -> Path {
    let r = radius.min((right - left) / 2.0).min((bottom - top) / 2.0);
    if r <= 0.0 {
        return line(
            [[left, top], [right, top], [right, bottom], [left, bottom]],
            true,
        );
    }
    let k = r * (1.0 - ARC);
    let corner = |a: Point, b: Point, end: Point| Step::Curve(a, b, end);
    vec![
        Step::Move([left + r, top]),
        Step::Line([right - r, top]),
        corner([right - k, top], [right, top + k], [right, top + r]),
        Step::Line([right, bottom - r]),
        corner(
            [right, bottom - k],
            [right - k, bottom],
            [right - r, bottom],
        ),
        Step::Line([left + r, bottom]),
        corner([left + k, bottom], [left, bottom - k], [left, bottom - r]),
        Step::Line([left, top + r]),
        corner([left, top + k], [left + k, top], [left + r, top]),
        Step::Close,
    ]
}

/// How far the control points of a quarter of a circle lie from its ends, in radii.
const ARC: f32 = 0.552_284_8;

/// An ellipse; a circle where both radii are the same.
#[must_use]
pub fn ellipse([x, y]: Point, radii: [f32; 2]) -> Path {
    let controls = radii.map(|radius| radius * ARC);
    let at = |along: f32, down: f32| [x + radii[0] * along, y + radii[1] * down];
    let towards = |[from_x, from_y]: Point, along: f32, down: f32| {
        [from_x + controls[0] * along, from_y + controls[1] * down]
    };
    // A quarter from each of these ends to the next.
    let ends = [[1.0, 0.0], [0.0, 1.0], [-1.0, 0.0], [0.0, -1.0], [1.0, 0.0]];
    let mut path = vec![Step::Move(at(1.0, 0.0))];
    path.extend(ends.windows(2).map(|pair| {
        let [from, to] = [pair[0], pair[1]].map(|[along, down]: [f32; 2]| at(along, down));
        let first = towards(from, pair[1][0], pair[1][1]);
        let second = towards(to, pair[0][0], pair[0][1]);
        Step::Curve(first, second, to)
    }));
    path.push(Step::Close);
    path
}

/// A ring without what lies outside a rectangle, with edges along it where it was cut (Sutherland
/// and Hodgman 1974).
#[must_use]
pub fn cut(ring: Vec<Point>, min: Point, max: Point) -> Vec<Point> {
    let inside =
        |point: &Point| (0..2).all(|axis| min[axis] <= point[axis] && point[axis] <= max[axis]);
    if ring.iter().all(inside) {
        return ring;
    }
    let mut ring = ring;
    for axis in 0..2 {
        for (side, sign) in [(min[axis], 1.0), (max[axis], -1.0)] {
            let depth = |point: Point| (point[axis] - side) * sign;
            let mut kept = Vec::with_capacity(ring.len());
            for index in 0..ring.len() {
                let (a, b) = (ring[index], ring[(index + 1) % ring.len()]);
                if depth(a) >= 0.0 {
                    kept.push(a);
                }
                if (depth(a) >= 0.0) != (depth(b) >= 0.0) {
                    let share = depth(a) / (depth(a) - depth(b));
                    kept.push([0, 1].map(|part| a[part] + (b[part] - a[part]) * share));
                }
            }
            ring = kept;
        }
    }
    ring
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cutting_keeps_what_is_inside() {
        let square = vec![[0.0, 0.0], [4.0, 0.0], [4.0, 4.0], [0.0, 4.0]];
        assert_eq!(cut(square.clone(), [-1.0, -1.0], [5.0, 5.0]), square);
        let half = cut(square.clone(), [2.0, -1.0], [9.0, 9.0]);
        let area = |ring: &[Point]| -> f32 {
            (0..ring.len())
                .map(|index| (ring[index], ring[(index + 1) % ring.len()]))
                .map(|(a, b)| (a[0] * b[1] - a[1] * b[0]) / 2.0)
                .sum()
        };
        assert!((area(&half) - 8.0).abs() < 1e-4, "{half:?}");
        assert!(cut(square, [7.0, 7.0], [9.0, 9.0]).is_empty());
        assert!(cut(Vec::new(), [0.0, 0.0], [1.0, 1.0]).is_empty());
    }

    #[test]
    fn paths_begin_with_a_move() {
        for path in [
            line([[0.0, 0.0], [1.0, 1.0]], false),
            rectangle([0.0, 0.0], [10.0, 8.0], 2.0),
            rectangle([0.0, 0.0], [10.0, 8.0], 0.0),
            ellipse([0.0, 0.0], [1.0, 2.0]),
        ] {
            assert!(matches!(path[0], Step::Move(_)), "{path:?}");
        }
        assert!(line([], true).is_empty());
    }
}
