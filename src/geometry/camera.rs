//! Arithmetic of the view: which part of the map is on the screen, and how large.

use super::bounds::Bounds;
use super::projection::EARTH_RADIUS_KM;

/// Tolerances in degrees at which the levels of detail of the regions were simplified, finest first.
pub const TOLERANCES_DEGREES: [f64; 3] = [0.002, 0.012, 0.024];

/// The part of the screen the map fills.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Viewport {
    /// Width and height in points.
    pub size: [f32; 2],
}

impl Viewport {
    fn center(self) -> [f64; 2] {
        self.size.map(|side| f64::from(side) / 2.0)
    }
}

/// How far the camera may go.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limits {
    /// What may be looked at, km.
    pub world: Bounds,
    /// Kilometres for a point when zoomed in as far as possible.
    pub min_km_per_point: f64,
    /// Kilometres for a point when zoomed out as far as possible.
    pub max_km_per_point: f64,
}

/// Where the viewer looks. Screen positions are `[x right, y down]` in points from the top left
/// corner of the [`Viewport`]; map positions are `[x east, y north]` in km.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// The map position in the middle of the viewport.
    pub center_km: [f64; 2],
    /// Scale: kilometres for a point of the screen; positive.
    pub km_per_point: f64,
}

impl Camera {
    /// The camera that shows all of `bounds` (km) as large as fits, with `padding` points free on each
    /// side. Empty bounds or an empty viewport give a finite camera too, though a useless one.
    #[must_use]
    pub fn fit(bounds: &Bounds, viewport: Viewport, padding: f32) -> Self {
        let room = viewport
            .size
            .map(|side| f64::from((side - 2.0 * padding).max(1.0)));
        let size = bounds.size();
        let scale = (size[0] / room[0]).max(size[1] / room[1]);
        let center = bounds.center();
        Self {
            center_km: if center.iter().all(|value| value.is_finite()) {
                center
            } else {
                [0.0; 2]
            },
            km_per_point: if scale.is_finite() && scale > 0.0 {
                scale
            } else {
                1.0
            },
        }
    }

    /// Map km to screen points.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "screen positions are f32")]
    pub fn to_screen(&self, km: [f64; 2], viewport: Viewport) -> [f32; 2] {
        let middle = viewport.center();
        [
            (middle[0] + (km[0] - self.center_km[0]) / self.km_per_point) as f32,
            (middle[1] - (km[1] - self.center_km[1]) / self.km_per_point) as f32,
        ]
    }

    /// Screen points to map km.
    #[must_use]
    pub fn to_km(&self, screen: [f32; 2], viewport: Viewport) -> [f64; 2] {
        let middle = viewport.center();
        [
            self.center_km[0] + (f64::from(screen[0]) - middle[0]) * self.km_per_point,
            self.center_km[1] - (f64::from(screen[1]) - middle[1]) * self.km_per_point,
        ]
    }

    /// The part of the map on the screen, km.
    #[must_use]
    pub fn visible(&self, viewport: Viewport) -> Bounds {
        let corners = [[0.0, 0.0], viewport.size];
        Bounds::of(corners.map(|corner| self.to_km(corner, viewport)))
    }

    /// Magnifies `factor` times (more than 1 = closer) so that the place under `screen` stays there,
    /// as far as the limits allow. A factor that is not a positive number changes nothing.
    #[must_use]
    pub fn zoom_at(
        &self,
        screen: [f32; 2],
        factor: f64,
        viewport: Viewport,
        limits: &Limits,
    ) -> Self {
        if !(factor.is_finite() && factor > 0.0) {
            return *self;
        }
        let fixed = self.to_km(screen, viewport);
        let zoomed = Self {
            center_km: self.center_km,
            km_per_point: limits.scale(self.km_per_point / factor),
        };
        let moved = zoomed.to_km(screen, viewport);
        let center_km = [0, 1].map(|axis| self.center_km[axis] + fixed[axis] - moved[axis]);
        Self {
            center_km,
            ..zoomed
        }
        .clamped(viewport, limits)
    }

    /// Drags the map by `delta` points: what was under the pointer goes with it.
    #[must_use]
    pub fn pan(&self, delta: [f32; 2], viewport: Viewport, limits: &Limits) -> Self {
        let center_km = [
            self.center_km[0] - f64::from(delta[0]) * self.km_per_point,
            self.center_km[1] + f64::from(delta[1]) * self.km_per_point,
        ];
        Self { center_km, ..*self }.clamped(viewport, limits)
    }

    /// The nearest camera within the limits: the scale first; then the view may not leave the world,
    /// and in a direction where it is larger than the world, the world is centred. What is not
    /// finite goes to the middle of the world.
    #[must_use]
    pub fn clamped(&self, viewport: Viewport, limits: &Limits) -> Self {
        let km_per_point = limits.scale(self.km_per_point);
        let middle = limits.world.center();
        let center_km = [0, 1].map(|axis| {
            let half = f64::from(viewport.size[axis]) / 2.0 * km_per_point;
            let (low, high) = (limits.world.min[axis] + half, limits.world.max[axis] - half);
            let wanted = self.center_km[axis];
            if low <= high && wanted.is_finite() {
                wanted.clamp(low, high)
            } else if middle[axis].is_finite() {
                middle[axis]
            } else {
                0.0
            }
        });
        Self {
            center_km,
            km_per_point,
        }
    }
}

impl Limits {
    /// The nearest allowed scale. The order of `min` and `max` decides that reversed limits give the
    /// lower one and NaN the coarsest, instead of a panic.
    fn scale(&self, km_per_point: f64) -> f64 {
        km_per_point
            .max(self.min_km_per_point)
            .min(self.max_km_per_point)
    }
}

/// The level of detail to draw: the coarsest whose tolerance is at most half a pixel, so that nobody
/// sees the difference; the finest if none is. Depends on nothing but its arguments, so the same
/// view always looks the same.
///
/// A tolerance is that of the area which a left out corner cuts off, not of its distance: of the coasts
/// of the record 98 % move by less than half a pixel and 99.5 % by less than one, 0.07 pixels on
/// average; what moves farther are the ends of narrow inlets. A test of the ground keeps it so. The
/// islands of the chain are the same in all levels.
///
/// `tolerances_degrees` are in degrees of latitude and ascend, as [`TOLERANCES_DEGREES`] do.
#[must_use]
pub fn level_of_detail(km_per_pixel: f64, tolerances_degrees: &[f64]) -> usize {
    let km_per_degree = EARTH_RADIUS_KM.to_radians();
    let fine_enough = |tolerance: &&f64| **tolerance * km_per_degree <= km_per_pixel / 2.0;
    tolerances_degrees
        .iter()
        .take_while(fine_enough)
        .count()
        .saturating_sub(1)
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "the numbers are exact in binary")]
mod tests {
    use super::{Camera, Limits, TOLERANCES_DEGREES, Viewport, level_of_detail};
    use crate::geometry::Bounds;
    use proptest::prelude::*;

    const VIEWPORT: Viewport = Viewport {
        size: [800.0, 600.0],
    };
    const LIMITS: Limits = Limits {
        world: Bounds {
            min: [-3000.0, -2000.0],
            max: [3000.0, 2000.0],
        },
        min_km_per_point: 0.01,
        max_km_per_point: 6.0,
    };

    #[test]
    fn fit_shows_everything_with_padding() {
        let bounds = Bounds {
            min: [-100.0, 0.0],
            max: [100.0, 300.0],
        };
        let camera = Camera::fit(&bounds, VIEWPORT, 50.0);
        assert_eq!(camera.center_km, [0.0, 150.0]);
        assert!((camera.km_per_point - 300.0 / 500.0).abs() < 1e-12);
        let top = camera.to_screen([0.0, 300.0], VIEWPORT);
        assert!((top[1] - 50.0).abs() < 1e-3 && (top[0] - 400.0).abs() < 1e-3);
        assert!(camera.visible(VIEWPORT).contains(bounds.min));
    }

    #[test]
    fn fit_survives_nothing() {
        for bounds in [Bounds::EMPTY, Bounds::of([[5.0, 5.0]])] {
            for size in [[0.0, 0.0], [f32::NAN, 10.0], [800.0, 600.0]] {
                let camera = Camera::fit(&bounds, Viewport { size }, 1e9);
                assert!(camera.km_per_point > 0.0 && camera.km_per_point.is_finite());
                assert!(camera.center_km.iter().all(|value| value.is_finite()));
            }
        }
    }

    #[test]
    fn north_is_up_and_the_map_follows_the_pointer() {
        let camera = Camera {
            center_km: [0.0, 0.0],
            km_per_point: 2.0,
        };
        assert_eq!(camera.to_screen([20.0, 20.0], VIEWPORT), [410.0, 290.0]);
        let panned = camera.pan([10.0, 5.0], VIEWPORT, &LIMITS);
        assert_eq!(panned.to_screen([20.0, 20.0], VIEWPORT), [420.0, 295.0]);
    }

    #[test]
    fn the_view_stays_in_the_world() {
        let camera = Camera {
            center_km: [0.0, 0.0],
            km_per_point: 1.0,
        };
        let east = camera.pan([-1e6, 0.0], VIEWPORT, &LIMITS);
        assert!((east.visible(VIEWPORT).max[0] - 3000.0).abs() < 1e-6);
        let far = Camera {
            center_km: [2500.0, 1500.0],
            km_per_point: 99.0,
        };
        let far = far.clamped(VIEWPORT, &LIMITS);
        assert!((far.km_per_point - 6.0).abs() < 1e-12);
        // 800 points at 6 km are less than the world is wide; 600 are not less than it is high... by 400.
        assert!((far.center_km[0] - 600.0).abs() < 1e-9 && (far.center_km[1] - 200.0).abs() < 1e-9);
        let wide = Viewport {
            size: [2000.0, 2000.0],
        };
        assert_eq!(far.clamped(wide, &LIMITS).center_km, [0.0, 0.0]);
    }

    #[test]
    fn nonsense_changes_nothing_or_goes_home() {
        let camera = Camera {
            center_km: [10.0, 10.0],
            km_per_point: 1.0,
        };
        for factor in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            assert_eq!(
                camera.zoom_at([1.0, 1.0], factor, VIEWPORT, &LIMITS),
                camera
            );
        }
        let lost = Camera {
            center_km: [f64::NAN, f64::INFINITY],
            km_per_point: f64::NAN,
        };
        let found = lost.clamped(VIEWPORT, &LIMITS);
        assert_eq!(found.center_km, [0.0, 0.0]);
        assert!(found.km_per_point.is_finite());
        let nowhere = Limits {
            world: Bounds::EMPTY,
            ..LIMITS
        };
        assert_eq!(lost.clamped(VIEWPORT, &nowhere).center_km, [0.0, 0.0]);
    }

    #[test]
    fn detail_follows_the_scale() {
        let level = |km_per_pixel| level_of_detail(km_per_pixel, &TOLERANCES_DEGREES);
        // Half a pixel of 2.668 km is 0.012°; of 5.337 km, 0.024°.
        for (km_per_pixel, expected) in [
            (0.001, 0),
            (0.5, 0),
            (2.6, 0),
            (2.7, 1),
            (5.3, 1),
            (5.4, 2),
            (1e9, 2),
            (f64::NAN, 0),
        ] {
            assert_eq!(level(km_per_pixel), expected, "{km_per_pixel}");
        }
        assert_eq!(level_of_detail(1.0, &[]), 0);
    }

    proptest! {
        #[test]
        fn screen_and_map_are_inverse(
            x in 0.0..800.0_f32, y in 0.0..600.0_f32, scale in 0.01..6.0_f64,
            center in [-3000.0..3000.0_f64, -2000.0..2000.0_f64],
        ) {
            let camera = Camera { center_km: center, km_per_point: scale };
            let back = camera.to_screen(camera.to_km([x, y], VIEWPORT), VIEWPORT);
            prop_assert!((back[0] - x).abs() < 1e-3 && (back[1] - y).abs() < 1e-3);
        }

        #[test]
        fn zooming_keeps_the_place_under_the_pointer(
            x in 0.0..800.0_f32, y in 0.0..600.0_f32, factor in 0.8..4.0_f64,
        ) {
            let camera = Camera { center_km: [50.0, -20.0], km_per_point: 0.5 };
            let before = camera.to_km([x, y], VIEWPORT);
            let after = camera.zoom_at([x, y], factor, VIEWPORT, &LIMITS).to_km([x, y], VIEWPORT);
            prop_assert!((before[0] - after[0]).abs() < 1e-9);
            prop_assert!((before[1] - after[1]).abs() < 1e-9);
        }

        #[test]
        fn clamping_twice_is_clamping_once(
            center in [-1e5..1e5_f64, -1e5..1e5_f64], scale in 1e-4..1e3_f64,
        ) {
            let once = Camera { center_km: center, km_per_point: scale }.clamped(VIEWPORT, &LIMITS);
            prop_assert_eq!(once.clamped(VIEWPORT, &LIMITS), once);
        }

        #[test]
        fn detail_never_grows_when_zooming_out(a in 1e-3..50.0_f64, b in 1e-3..50.0_f64) {
            let [near, far] = [a.min(b), a.max(b)].map(|km| level_of_detail(km, &TOLERANCES_DEGREES));
            prop_assert!(near <= far);
        }
    }
}
