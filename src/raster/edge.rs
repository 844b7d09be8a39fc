//! One edge of a triangle, walked row by row in exact integers.

use super::fixed::{HALF, ONE, Point, centre, to_f64, to_i32};

/// The place where an edge crosses the centre line of the current row, as the first column whose
/// centre is at or right of it.
///
/// A left edge starts its run there and a right edge ends its run before it, so neighbours that
/// share the edge neither overlap nor leave a gap. The crossing advances by whole numbers and a
/// remainder, hence without error, and does not depend on the row the walk began at.
pub(super) struct Edge {
    column: i32,
    step: i32,
    /// Numerator of the fractional part, in `0..denominator`.
    remainder: i64,
    remainder_step: i64,
    denominator: i64,
}

impl Edge {
    /// The edge from `upper` down to `lower`, standing at `row`. Between the two points there
    /// must be the centre of at least one row, so that `lower.y > upper.y`.
    #[inline]
    pub fn new(upper: Point, lower: Point, row: i32) -> Self {
        let width = i64::from(lower.x - upper.x);
        let height = i64::from(lower.y - upper.y).max(1);
        let denominator = height * i64::from(ONE);
        // The crossing in 1/256 pixel times `height`; the sum with `denominator - 1` makes the
        // division round up.
        let crossing =
            i64::from(upper.x - HALF) * height + i64::from(centre(row) - upper.y) * width;
        let (column, remainder) = divide(crossing + denominator - 1, denominator);
        let (step, step_remainder) = divide(width, height);
        Self {
            column,
            step,
            remainder,
            remainder_step: step_remainder * i64::from(ONE),
            denominator,
        }
    }

    /// The first column at or right of the edge.
    #[inline]
    pub const fn column(&self) -> i32 {
        self.column
    }

    /// Goes down one row.
    #[inline]
    pub const fn advance(&mut self) {
        self.column = self.column.wrapping_add(self.step);
        self.remainder += self.remainder_step;
        if self.remainder >= self.denominator {
            self.remainder -= self.denominator;
            self.column = self.column.wrapping_add(1);
        }
    }
}

/// Quotient rounded down and remainder. Both numbers are below 2^53, where division in floating
/// point truncates to the same integer and takes a fraction of the time.
#[inline]
fn divide(numerator: i64, denominator: i64) -> (i32, i64) {
    let quotient = to_i32(to_f64(numerator) / to_f64(denominator));
    let remainder = numerator - i64::from(quotient) * denominator;
    if remainder < 0 {
        (quotient.wrapping_sub(1), remainder + denominator)
    } else {
        (quotient, remainder)
    }
}
