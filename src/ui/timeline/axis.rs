//! Days on a line of the screen.

use egui::Rangef;

use crate::model::date::Day;
use crate::state::time_axis::Span;

/// Where the days of a span stand, from the left end to the right, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axis {
    pub left: f32,
    pub width: f32,
    pub span: Span,
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "points on a screen fit an f32"
)]
impl Axis {
    pub fn new(range: Rangef, span: Span) -> Self {
        Self {
            left: range.min,
            width: range.span().max(1.0),
            span,
        }
    }

    /// The left edge of a day.
    pub fn x(self, day: Day) -> f32 {
        self.left + (self.span.share(day) * f64::from(self.width)) as f32
    }

    /// The middle of a day.
    pub fn middle(self, day: Day) -> f32 {
        self.left + (self.span.middle(day) * f64::from(self.width)) as f32
    }

    /// How far along the axis a point stands, from 0 to 1 within it.
    pub fn share(self, x: f32) -> f64 {
        f64::from((x - self.left) / self.width)
    }

    /// The day under a point; beyond the ends the day at the end.
    pub fn day(self, x: f32) -> Day {
        self.span.day(self.share(x).clamp(0.0, 1.0))
    }

    /// From the left end to the right.
    pub fn range(self) -> Rangef {
        Rangef::new(self.left, self.left + self.width)
    }

    /// The part of a stretch of days that is in sight; none where it is out of sight.
    pub fn clipped(self, from: Day, to: Day) -> Option<Rangef> {
        let range = self.range();
        let (from, to) = (self.x(from).max(range.min), self.x(to).min(range.max));
        (from < to).then(|| Rangef::new(from, to))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Atlas;
    use crate::state::time_axis::Stretch;

    #[test]
    fn the_day_in_the_middle_of_its_place_is_that_day() {
        for stretch in Stretch::ALL {
            let axis = Axis::new(Rangef::new(180.0, 1240.0), stretch.span());
            let first = stretch.span().first();
            let days_per_point = stretch.span().days() / 1060.0;
            for step in 0..50 {
                let day = first.plus_days(step);
                let off = axis.day(axis.middle(day)).number() - day.number();
                assert!(
                    f64::from(off.abs()) <= days_per_point.ceil() - 1.0,
                    "{stretch:?} {day}: {off}"
                );
            }
        }
    }

    #[test]
    fn beyond_the_ends_is_the_end() {
        let axis = Axis::new(Rangef::new(100.0, 200.0), Span::whole());
        assert_eq!(axis.day(-50.0), Atlas::range().0);
        assert_eq!(axis.day(900.0), Atlas::range().1);
        assert_eq!(
            axis.clipped(
                Atlas::range().1.plus_days(9),
                Atlas::range().1.plus_days(99)
            ),
            None
        );
    }
}
