//! The map projection: Albers' equal-area conic on the WGS 84 ellipsoid.
//!
//! **Why this one.** The atlas shows who holds what, so a square centimetre must stand for the same
//! area everywhere: the projection has to be equal-area. The region lies in middle latitudes and is
//! wider than it is high, which is what a cone fits best: parallels stay concentric arcs, meridians
//! stay straight, and the distortion depends on the latitude alone.
//!
//! **Why these parallels.** 42° N and 57° N are, among all pairs of whole degrees, those with the
//! least angular deformation over the whole map (33-62° N: 2.9°) that keep it under one degree over
//! its heart (38.7-54.5° N: Kwantung to the north cape of Sakhalin, with Manchuria and the Kurils).
//! Lengths in the heart are right to 0.9 %, at Lake Baikal and up to 58° N in Kamchatka too; the worst
//! are 2.6 % at 33° N and 2.1 % at 62° N. The central meridian, 138° E, lies between Baikal (105° E)
//! and the Commander Islands (166° E), nearer to the islands in question: Kunashir leans by 6° only,
//! while Irkutsk leans by 25°.
//!
//! Formulas: J. P. Snyder, *Map Projections: A Working Manual*, USGS Professional Paper 1395 (1987),
//! pp. 98-103, equations 14-1 to 14-4 and 14-12 to 14-19; 3-12 for *q*; 4-9 for the deformation.

use std::f64::consts::PI;

/// Radius in km of the sphere with the surface of the WGS 84 ellipsoid (authalic radius). For
/// distances on the ground where a fraction of a percent does not matter.
pub const EARTH_RADIUS_KM: f64 = 6371.0072;

/// Semi-major axis of WGS 84, km.
const SEMI_MAJOR_KM: f64 = 6378.137;
/// Square of the eccentricity of WGS 84, `f (2 - f)` with `f = 1 / 298.257223563`.
const ECCENTRICITY_2: f64 = 0.006_694_379_990_141_316;

/// An Albers equal-area conic projection.
///
/// Degrees in are `[longitude, latitude]`, kilometres out are `[x east, y north]` from the origin.
/// Areas in km² on the map are areas in km² on the ground.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Projection {
    /// Degrees of longitude of the central meridian.
    central: f64,
    /// Snyder's *n*: angle on the map for an angle of longitude.
    cone: f64,
    /// Snyder's *C*.
    constant: f64,
    /// Distance in km from the tip of the cone to the origin.
    origin_radius: f64,
    /// West, south, east and north of a region other than the atlas's own.
    region: Option<[f64; 4]>,
}

/// How the projection distorts around one place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Distortion {
    /// Map length divided by true length along the parallel (Snyder's *k*).
    pub along_parallel: f64,
    /// Map length divided by true length along the meridian (Snyder's *h*, here `1 / k`).
    pub along_meridian: f64,
    /// Greatest change of an angle, in degrees (Snyder's *ω*).
    pub angular_degrees: f64,
    /// Direction of true east on the map: degrees counter-clockwise from the x axis.
    pub convergence_degrees: f64,
}

impl Default for Projection {
    fn default() -> Self {
        Self::atlas()
    }
}

impl Projection {
    /// The projection of the atlas: parallels 42° and 57° N, origin 138° E 48° N.
    #[must_use]
    pub fn atlas() -> Self {
        Self::albers([42.0, 57.0], [138.0, 48.0])
    }

    /// The projection for another part of the world, from west, south, east and north in degrees:
    /// its parallels lie a sixth of the height within, which suits a cone best. `None` is the atlas.
    #[must_use]
    pub fn of(region: Option<[f64; 4]>) -> Self {
        /// On the equator itself a cone would be a cylinder, whose tip lies nowhere.
        const LEAST_LATITUDE: f64 = 3.0;
        let Some([west, south, east, north]) = region else {
            return Self::atlas();
        };
        let middle = f64::midpoint(south, north);
        let shift = if middle.abs() < LEAST_LATITUDE {
            LEAST_LATITUDE.copysign(middle) - middle
        } else {
            0.0
        };
        let sixth = (north - south) / 6.0;
        let parallels = [south + sixth + shift, north - sixth + shift];
        Self {
            region,
            ..Self::albers(parallels, [f64::midpoint(west, east), middle])
        }
    }

    /// West, south, east and north in degrees, where it is not the atlas's own region.
    #[must_use]
    pub const fn region(&self) -> Option<[f64; 4]> {
        self.region
    }

    /// `parallels` in degrees of latitude, not symmetric to the equator; `origin` in degrees.
    fn albers(parallels: [f64; 2], origin: [f64; 2]) -> Self {
        let [sine_1, sine_2] = parallels.map(|degrees| degrees.to_radians().sin());
        let [m_1, m_2] = [sine_1, sine_2].map(parallel_radius);
        let [q_1, q_2] = [sine_1, sine_2].map(authalic);
        let cone = if (q_2 - q_1).abs() < 1e-12 {
            sine_1
        } else {
            (m_1 * m_1 - m_2 * m_2) / (q_2 - q_1)
        };
        let mut projection = Self {
            central: origin[0],
            cone,
            constant: m_1 * m_1 + cone * q_1,
            origin_radius: 0.0,
            region: None,
        };
        projection.origin_radius = projection.radius(origin[1].to_radians().sin());
        projection
    }

    /// `[longitude, latitude]` in degrees to `[x east, y north]` in km.
    ///
    /// Any longitude will do: it is taken as the one nearest to the central meridian, so 190 and -170
    /// are the same place and shapes across the antimeridian stay whole. NaN gives NaN.
    #[must_use]
    pub fn project(&self, [longitude, latitude]: [f64; 2]) -> [f64; 2] {
        let radius = self.radius(latitude.to_radians().sin());
        let angle = self.cone * self.east_of_central(longitude).to_radians();
        let (sine, cosine) = angle.sin_cos();
        [radius * sine, self.origin_radius - radius * cosine]
    }

    /// `[x east, y north]` in km to `[longitude, latitude]` in degrees.
    ///
    /// Longitudes run from 180 west to 180 east of the central meridian (-42 to 318), without a jump at
    /// the antimeridian. Points off the map (beyond a pole or in the gap of the cone) give the
    /// nearest pole or the anti-central meridian. NaN gives NaN.
    #[must_use]
    pub fn unproject(&self, [x, y]: [f64; 2]) -> [f64; 2] {
        let [dx, dy] = [x, self.origin_radius - y];
        let scaled = dx.hypot(dy) * self.cone / SEMI_MAJOR_KM;
        let latitude = latitude_of((self.constant - scaled * scaled) / self.cone);
        // South of the equator the cone stands on its tip.
        let side = self.cone.signum();
        let turn = ((dx * side).atan2(dy * side) / self.cone).to_degrees();
        [self.central + turn.clamp(-180.0, 180.0), latitude]
    }

    /// Map scale and angles around `[longitude, latitude]` in degrees.
    #[must_use]
    pub fn distortion(&self, [longitude, latitude]: [f64; 2]) -> Distortion {
        let sine = latitude.to_radians().sin();
        let along_parallel =
            self.radius(sine) * self.cone / (SEMI_MAJOR_KM * parallel_radius(sine));
        let along_meridian = 1.0 / along_parallel;
        let half = (along_parallel - along_meridian).abs() / (along_parallel + along_meridian);
        Distortion {
            along_parallel,
            along_meridian,
            angular_degrees: 2.0 * half.asin().to_degrees(),
            convergence_degrees: self.cone * self.east_of_central(longitude),
        }
    }

    /// Where the meridians meet, in km: the centre of all parallels, a little beyond the pole.
    pub(super) fn apex(&self) -> [f64; 2] {
        [0.0, self.origin_radius]
    }

    /// Degrees of longitude of the meridian that runs straight up the map.
    #[must_use]
    pub fn central_meridian(&self) -> f64 {
        self.central
    }

    /// Degrees east of the central meridian, from -180 to 180.
    fn east_of_central(&self, longitude: f64) -> f64 {
        let east = longitude - self.central;
        if east.abs() <= 180.0 {
            // Kept apart because the remainder below would cost the last digits.
            east
        } else {
            (east + 180.0).rem_euclid(360.0) - 180.0
        }
    }

    /// Distance in km on the map from the tip of the cone to a parallel; 14-3.
    fn radius(&self, sine: f64) -> f64 {
        let square = self.constant - self.cone * authalic(sine);
        // Not `max`, which would turn NaN into zero.
        let square = if square < 0.0 { 0.0 } else { square };
        SEMI_MAJOR_KM / self.cone * square.sqrt()
    }
}

/// Snyder's *m* (14-15): radius of the parallel in semi-major axes, from the sine of the latitude.
fn parallel_radius(sine: f64) -> f64 {
    ((1.0 - sine * sine) / (1.0 - ECCENTRICITY_2 * sine * sine)).sqrt()
}

/// Snyder's *q* (3-12), from the sine of the latitude: the area between equator and parallel.
///
/// The closed form has a logarithm; its power series in the tiny `(e sin φ)²` has the coefficients
/// `2 (k + 1) / (2 k + 1)`, is exact to the last digit after seven terms, and is several times faster.
fn authalic(sine: f64) -> f64 {
    let square = ECCENTRICITY_2 * sine * sine;
    let series = [
        7.0 / 13.0,
        6.0 / 11.0,
        5.0 / 9.0,
        4.0 / 7.0,
        3.0 / 5.0,
        2.0 / 3.0,
        1.0,
    ]
    .into_iter()
    .fold(0.0, |sum, coefficient| sum * square + coefficient);
    2.0 * (1.0 - ECCENTRICITY_2) * sine * series
}

/// The latitude in degrees with this *q*; beyond a pole the pole. Newton's method on [`authalic`],
/// like Snyder's 3-16 but in the sine, where the derivative needs no trigonometry.
fn latitude_of(q: f64) -> f64 {
    let mut sine = (q / authalic(1.0)).clamp(-1.0, 1.0);
    for _ in 0..4 {
        let denominator = 1.0 - ECCENTRICITY_2 * sine * sine;
        let slope = 2.0 * (1.0 - ECCENTRICITY_2) / (denominator * denominator);
        sine = (sine + (q - authalic(sine)) / slope).clamp(-1.0, 1.0);
    }
    // asin loses digits next to the pole, where the map has long ended.
    (sine.asin() * 180.0) / PI
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "the numbers are exact in binary")]
mod tests {
    use super::{ECCENTRICITY_2, Projection, SEMI_MAJOR_KM, authalic};
    use proptest::prelude::*;

    /// Latitudes of the whole map and of its heart, see the module documentation.
    const FRAME: [f64; 2] = [33.0, 62.0];
    const HEART: [f64; 2] = [38.7, 54.5];

    fn worst(projection: &Projection, [south, north]: [f64; 2]) -> f64 {
        (0..=100)
            .map(|step| south + (north - south) * f64::from(step) / 100.0)
            .map(|latitude| projection.distortion([138.0, latitude]).angular_degrees)
            .fold(0.0, f64::max)
    }

    #[test]
    fn parallels_are_the_best_pair_of_whole_degrees() {
        let mut best = (f64::INFINITY, [0.0; 2]);
        for south in 33..50 {
            for north in (south + 1)..62 {
                let parallels = [f64::from(south), f64::from(north)];
                let candidate = Projection::albers(parallels, [138.0, 48.0]);
                let frame = worst(&candidate, FRAME);
                if worst(&candidate, HEART) < 1.0 && frame < best.0 {
                    best = (frame, parallels);
                }
            }
        }
        assert_eq!(best.1, [42.0, 57.0], "frame deformation {}", best.0);
        assert!(best.0 < 2.95);
    }

    #[test]
    fn any_region_is_mapped_and_found_again() {
        for region in [
            [32.0, 34.5, 34.7, 35.8],
            [-62.0, -53.0, -57.0, -51.0],
            [-10.0, -4.0, 20.0, 4.0],
            [170.0, -25.0, 190.0, -12.0],
        ] {
            let projection = Projection::of(Some(region));
            let [west, south, east, north] = region;
            for place in [[west, south], [east, north], [west, north], [east, south]] {
                let [x, y] = projection.project(place);
                let again = projection.unproject([x, y]);
                assert!((again[0] - place[0]).abs() < 1e-9, "{region:?} {again:?}");
                assert!((again[1] - place[1]).abs() < 1e-9, "{region:?} {again:?}");
                assert!((x > 0.0) == (place[0] == east), "east is right: {region:?}");
                assert!((y > 0.0) == (place[1] == north), "north is up: {region:?}");
                assert!(
                    projection.distortion(place).angular_degrees < 5.0,
                    "{region:?}"
                );
            }
        }
        assert_eq!(Projection::of(None), Projection::atlas());
    }

    #[test]
    fn series_equals_the_closed_form() {
        let eccentricity = ECCENTRICITY_2.sqrt();
        for degrees in [-90.0_f64, -30.0, 10.0, 33.0, 45.0, 62.0, 90.0] {
            let sine = degrees.to_radians().sin();
            let closed = (1.0 - ECCENTRICITY_2)
                * (sine / (1.0 - ECCENTRICITY_2 * sine * sine)
                    + (eccentricity * sine).atanh() / eccentricity);
            assert!((authalic(sine) - closed).abs() < 1e-15);
        }
    }

    /// Snyder's numerical example, p. 292: Clarke 1866 there, so only the digits the ellipsoids share.
    #[test]
    fn agrees_with_the_published_example() {
        let usa = Projection::albers([29.5, 45.5], [-96.0, 23.0]);
        let [x, y] = usa.project([-75.0, 35.0]);
        assert!((x - 1885.4727).abs() < 0.05, "x {x}");
        assert!((y - 1535.9250).abs() < 0.05, "y {y}");
    }

    #[test]
    fn origin_and_axes() {
        let projection = Projection::atlas();
        let [x, y] = projection.project([138.0, 48.0]);
        assert!(x.abs() < 1e-9 && y.abs() < 1e-9);
        assert!(projection.project([139.0, 48.0])[0] > 70.0);
        assert!(projection.project([138.0, 49.0])[1] > 110.0);
    }

    #[test]
    fn antimeridian_is_no_edge() {
        let projection = Projection::atlas();
        let [west, east] = [179.999, 180.001].map(|lon| projection.project([lon, 66.0]));
        assert!((west[0] - east[0]).hypot(west[1] - east[1]) < 0.2);
        let [a, b] = [190.0, -170.0].map(|lon| projection.project([lon, 66.0]));
        assert!((a[0] - b[0]).abs() < 1e-9 && (a[1] - b[1]).abs() < 1e-9);
        let back = projection.unproject(a);
        assert!((back[0] - 190.0).abs() < 1e-9);
    }

    #[test]
    fn nan_and_far_away_points_do_no_harm() {
        let projection = Projection::atlas();
        assert!(projection.project([f64::NAN, 45.0])[0].is_nan());
        assert!(projection.project([140.0, f64::NAN])[1].is_nan());
        assert!(projection.unproject([f64::NAN, 0.0])[1].is_nan());
        assert!(projection.unproject([f64::INFINITY, 0.0])[1] <= -90.0);
        let pole = projection.unproject(projection.apex());
        assert!((pole[1] - 90.0).abs() < 1e-9);
        assert!(projection.unproject([1.0, 90_000.0])[0] <= 318.0);
    }

    proptest! {
        #[test]
        fn round_trip(longitude in 80.0..200.0_f64, latitude in 10.0..80.0_f64) {
            let projection = Projection::atlas();
            let back = projection.unproject(projection.project([longitude, latitude]));
            // 1e-11 degrees is a micrometre.
            prop_assert!((back[0] - longitude).abs() < 1e-11, "{back:?}");
            prop_assert!((back[1] - latitude).abs() < 1e-11, "{back:?}");
        }

        /// The Jacobian by central differences, against the area of the ellipsoid's surface element.
        #[test]
        fn areas_are_true(longitude in 96.0..190.0_f64, latitude in 30.0..70.0_f64) {
            let projection = Projection::atlas();
            let step = 1e-4;
            let difference = |a: [f64; 2], b: [f64; 2]| {
                let [p, q] = [projection.project(a), projection.project(b)];
                [(q[0] - p[0]) / (2.0 * step), (q[1] - p[1]) / (2.0 * step)]
            };
            let east = difference([longitude - step, latitude], [longitude + step, latitude]);
            let north = difference([longitude, latitude - step], [longitude, latitude + step]);
            let map = east[0] * north[1] - east[1] * north[0];
            let (sine, cosine) = latitude.to_radians().sin_cos();
            let curvature = 1.0 - ECCENTRICITY_2 * sine * sine;
            let ground = SEMI_MAJOR_KM * SEMI_MAJOR_KM * (1.0 - ECCENTRICITY_2) * cosine
                / (curvature * curvature)
                * 1.0_f64.to_radians().powi(2);
            prop_assert!((map / ground - 1.0).abs() < 1e-8, "{}", map / ground);
        }
    }
}
