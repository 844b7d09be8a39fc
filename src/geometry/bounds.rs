//! Axis-aligned rectangles, in kilometres of the projected map or in degrees.

/// An axis-aligned rectangle, sides included. The unit is the user's: the documentation of each
/// value says kilometres or degrees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    /// Least x (west) and least y (south).
    pub min: [f64; 2],
    /// Greatest x (east) and greatest y (north).
    pub max: [f64; 2],
}

impl Default for Bounds {
    fn default() -> Self {
        Self::EMPTY
    }
}

impl Bounds {
    /// Holds nothing; the neutral element of [`union`](Self::union).
    pub const EMPTY: Self = Self {
        min: [f64::INFINITY; 2],
        max: [f64::NEG_INFINITY; 2],
    };

    /// The smallest rectangle around some points; points with a NaN are left out.
    #[must_use]
    pub fn of(points: impl IntoIterator<Item = [f64; 2]>) -> Self {
        let mut bounds = Self::EMPTY;
        for point in points {
            bounds.add(point);
        }
        bounds
    }

    /// Grows the rectangle to hold `point`, unless that has a NaN.
    pub fn add(&mut self, point: [f64; 2]) {
        if point[0].is_nan() || point[1].is_nan() {
            return;
        }
        *self = self.union(&Self {
            min: point,
            max: point,
        });
    }

    /// Whether no point is inside.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        // Written so that a NaN counts as empty.
        !(self.min[0] <= self.max[0] && self.min[1] <= self.max[1])
    }

    /// Whether `point` is inside or on a side.
    #[must_use]
    pub fn contains(&self, point: [f64; 2]) -> bool {
        (0..2).all(|axis| self.min[axis] <= point[axis] && point[axis] <= self.max[axis])
    }

    /// Whether the two share at least a point.
    #[must_use]
    pub fn intersects(&self, other: &Self) -> bool {
        (0..2).all(|axis| self.min[axis] <= other.max[axis] && other.min[axis] <= self.max[axis])
    }

    /// The smallest rectangle around both.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        Self {
            min: [self.min[0].min(other.min[0]), self.min[1].min(other.min[1])],
            max: [self.max[0].max(other.max[0]), self.max[1].max(other.max[1])],
        }
    }

    /// The middle; NaN for empty bounds.
    #[must_use]
    pub fn center(&self) -> [f64; 2] {
        [
            f64::midpoint(self.min[0], self.max[0]),
            f64::midpoint(self.min[1], self.max[1]),
        ]
    }

    /// Width and height; zero for empty bounds.
    #[must_use]
    pub fn size(&self) -> [f64; 2] {
        [
            (self.max[0] - self.min[0]).max(0.0),
            (self.max[1] - self.min[1]).max(0.0),
        ]
    }

    /// The same rectangle with `margin` added on every side; a negative margin shrinks it.
    #[must_use]
    pub fn expanded(&self, margin: f64) -> Self {
        Self {
            min: self.min.map(|value| value - margin),
            max: self.max.map(|value| value + margin),
        }
    }
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "the numbers are exact in binary")]
mod tests {
    use super::Bounds;

    #[test]
    fn empty_is_neutral_and_contains_nothing() {
        let unit = Bounds::of([[0.0, 0.0], [1.0, 2.0]]);
        assert_eq!(unit.union(&Bounds::EMPTY), unit);
        assert!(Bounds::EMPTY.is_empty());
        assert!(!Bounds::EMPTY.contains([0.0, 0.0]));
        assert!(!Bounds::EMPTY.intersects(&unit));
        assert_eq!(Bounds::EMPTY.size(), [0.0, 0.0]);
    }

    #[test]
    fn sides_belong_to_the_rectangle() {
        let unit = Bounds::of([[0.0, 0.0], [1.0, 2.0]]);
        assert!(unit.contains([1.0, 2.0]));
        assert!(!unit.contains([1.0, 2.1]));
        assert!(unit.intersects(&Bounds::of([[1.0, 2.0], [5.0, 5.0]])));
        assert!(!unit.intersects(&Bounds::of([[1.1, 0.0], [5.0, 5.0]])));
        assert_eq!(unit.center(), [0.5, 1.0]);
        assert_eq!(unit.expanded(1.0).size(), [3.0, 4.0]);
    }

    #[test]
    fn nan_is_left_out() {
        assert!(Bounds::of([[f64::NAN, 1.0]]).is_empty());
        let one = Bounds::of([[f64::NAN, 1.0], [2.0, 3.0]]);
        assert_eq!(one.min, one.max);
        assert!(!one.contains([f64::NAN, 3.0]));
    }
}
