//! The scale bar.

use super::projection::{Distortion, Projection};

/// A bar of a round length on the ground.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScaleBar {
    /// Length on the ground in km: 1, 2 or 5 times a power of ten.
    pub km: f64,
    /// Length on the screen in points, laid horizontally through the centre of the view.
    pub points: f32,
    /// Equal parts to divide it into, each of a round length too.
    pub divisions: u8,
    /// How the projection distorts there, for a note beside the bar.
    pub distortion: Distortion,
}

impl ScaleBar {
    /// The longest round bar of at most `max_points`, true at `center_km` (the centre of the view, map
    /// km) along the horizontal; elsewhere in the view lengths differ by the small amounts of
    /// [`Projection::distortion`]. `None` if scale or room are not positive numbers.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "a length on the screen")]
    pub fn new(
        projection: &Projection,
        center_km: [f64; 2],
        km_per_point: f64,
        max_points: f32,
    ) -> Option<Self> {
        let distortion = projection.distortion(projection.unproject(center_km));
        let ground_per_point = km_per_point * horizontal_ground(&distortion);
        let room = ground_per_point * f64::from(max_points);
        if !(room.is_finite() && room > 0.0) {
            return None;
        }
        let power = 10_f64.powf(room.log10().floor());
        let digit = room / power;
        // A hair of tolerance: 4.999999999 is the 5 that the logarithm spoiled.
        let (digit, divisions) = match digit * (1.0 + 1e-9) {
            digit if digit >= 5.0 => (5.0, 5),
            digit if digit >= 2.0 => (2.0, 4),
            _ => (1.0, 4),
        };
        let km = digit * power;
        let bar = Self {
            km,
            points: (km / ground_per_point) as f32,
            divisions,
            distortion,
        };
        (km > 0.0 && bar.points.is_finite()).then_some(bar)
    }
}

/// Ground km for a horizontal km on the map: the horizontal is not east-west where the map leans.
fn horizontal_ground(distortion: &Distortion) -> f64 {
    let (sine, cosine) = distortion.convergence_degrees.to_radians().sin_cos();
    (cosine / distortion.along_parallel).hypot(sine / distortion.along_meridian)
}

#[cfg(test)]
mod tests {
    use super::ScaleBar;
    use crate::geometry::Projection;
    use geo::{Distance, Geodesic, Point};
    use proptest::prelude::*;

    fn bar(km_per_point: f64, max_points: f32) -> Option<ScaleBar> {
        ScaleBar::new(&Projection::atlas(), [0.0, 0.0], km_per_point, max_points)
    }

    #[test]
    fn lengths_are_round() {
        for (scale, km, divisions) in [
            (1.0, 100.0, 4),
            (4.0, 500.0, 5),
            (1.6, 200.0, 4),
            (0.007, 1.0, 4),
            (0.0011, 0.1, 4),
        ] {
            let bar = bar(scale, 150.0).unwrap();
            assert!((bar.km / km - 1.0).abs() < 1e-9, "{bar:?}");
            assert_eq!(bar.divisions, divisions);
        }
    }

    #[test]
    fn nonsense_has_no_bar() {
        for (scale, points) in [
            (0.0, 100.0),
            (-1.0, 100.0),
            (f64::NAN, 100.0),
            (1.0, 0.0),
            (1.0, f32::NAN),
            (f64::INFINITY, 1.0),
        ] {
            assert_eq!(bar(scale, points), None);
        }
        assert_eq!(
            ScaleBar::new(&Projection::atlas(), [f64::NAN, 0.0], 1.0, 100.0),
            None
        );
    }

    /// The bar laid on the map anywhere has its length on the ground.
    #[test]
    fn the_bar_is_true_where_it_lies() {
        let projection = Projection::atlas();
        for place in [
            [146.0, 44.0],
            [105.0, 52.0],
            [165.0, 60.0],
            [120.0, 34.0],
            [185.0, 66.0],
        ] {
            let center = projection.project(place);
            let bar = ScaleBar::new(&projection, center, 0.05, 150.0).unwrap();
            let half = f64::from(bar.points) * 0.05 / 2.0;
            let [west, east] = [-half, half]
                .map(|x| Point::from(projection.unproject([center[0] + x, center[1]])));
            let metres = Geodesic.distance(west, east);
            assert!(
                (metres / 1000.0 / bar.km - 1.0).abs() < 1e-5,
                "{place:?} {metres} {bar:?}"
            );
        }
    }

    proptest! {
        #[test]
        fn the_bar_fits_and_is_not_too_short(scale in 1e-4..50.0_f64, room in 40.0..400.0_f32) {
            let bar = bar(scale, room).unwrap();
            prop_assert!(bar.points <= room * 1.000_01 && bar.points >= room * 0.39);
        }
    }
}
