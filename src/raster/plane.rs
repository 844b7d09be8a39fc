//! Attributes (colours, texture coordinates) that vary linearly over a triangle.

use super::canvas::MAX_SIDE;
use super::fixed::{ONE, Point, centre, to_f64};

/// `N` attributes of a triangle as linear functions of the pixel position, in floating point.
#[derive(Clone, Copy, Debug)]
pub(super) struct Plane<const N: usize> {
    /// A pixel near the first corner: column, row.
    at: [i32; 2],
    /// The values at the centre of that pixel.
    pub origin: [f64; N],
    /// Change from one pixel to its right neighbour.
    pub right: [f64; N],
    /// Change from one pixel to the one below it.
    pub down: [f64; N],
}

impl<const N: usize> Plane<N> {
    /// The plane through the values at three corners. `area` is the cross product of the sides
    /// from the first corner to the second and to the third; not zero.
    #[inline]
    pub fn new(corners: [Point; 3], area: i64, values: [[f64; N]; 3]) -> Self {
        let corner = corners[0];
        let [x1, y1] = side(corner, corners[1]);
        let [x2, y2] = side(corner, corners[2]);
        // Held to where a canvas may be: from there on steps are few enough to stay accurate.
        let at = [corner.x, corner.y].map(|length| (length / ONE).clamp(0, LAST_PIXEL));
        let x = f64::from(centre(at[0]) - corner.x) / f64::from(ONE);
        let y = f64::from(centre(at[1]) - corner.y) / f64::from(ONE);
        let scale = f64::from(ONE) / to_f64(area);
        let [first, second, third] = values;
        let rise = |i: usize| (second[i] - first[i], third[i] - first[i]);
        let right = std::array::from_fn(|i| {
            let (to_second, to_third) = rise(i);
            (to_second * y2 - to_third * y1) * scale
        });
        let down = std::array::from_fn(|i| {
            let (to_second, to_third) = rise(i);
            (to_third * x1 - to_second * x2) * scale
        });
        let origin = std::array::from_fn(|i| first[i] + right[i] * x + down[i] * y);
        Self {
            at,
            origin,
            right,
            down,
        }
    }

    /// The same plane in numbers that add up without error. `convert` must be linear but for a
    /// constant, which `origin` may already hold.
    #[inline]
    pub fn steps<T: Steps>(&self, convert: impl Fn([f64; N]) -> T) -> Ground<T> {
        Ground {
            at: self.at,
            origin: convert(self.origin),
            right: convert(self.right),
            down: convert(self.down),
        }
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    reason = "16383"
)]
const LAST_PIXEL: i32 = MAX_SIDE as i32 - 1;

#[inline]
fn side(from: Point, to: Point) -> [f64; 2] {
    [f64::from(to.x - from.x), f64::from(to.y - from.y)]
}

/// What can be walked over in steps. Sums are exact (they may wrap round), so the way to a pixel
/// does not matter.
pub(super) trait Steps: Copy {
    /// The value `count` steps on.
    fn plus(self, step: Self, count: i32) -> Self;
}

/// A plane of exact numbers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ground<T> {
    at: [i32; 2],
    origin: T,
    right: T,
    down: T,
}

impl<T: Steps> Ground<T> {
    /// The value at the centre of a pixel.
    #[inline]
    pub fn at(&self, column: i32, row: i32) -> T {
        self.origin
            .plus(self.down, row - self.at[1])
            .plus(self.right, column - self.at[0])
    }

    /// The step from one pixel to its right neighbour.
    #[inline]
    pub const fn right(&self) -> T {
        self.right
    }
}
