//! Areas on the ellipsoid.

use geo::{Coord, GeodesicArea, LineString};

use super::ring;
use crate::model::shape::Shape;

/// Area of a shape in km² on the WGS 84 ellipsoid, (Karney 2013), holes taken off.
/// Long edges follow their straight line in degrees, as on the map: the 50th parallel is the parallel
/// and not the shorter way along a great circle. Rings that are too short or not finite count as nothing.
#[must_use]
pub fn geodesic_area_km2(shape: &Shape) -> f64 {
    shape
        .polygons
        .iter()
        .map(|polygon| {
            let holes: f64 = polygon.holes.iter().map(|hole| ring_area(hole)).sum();
            (ring_area(&polygon.exterior) - holes).max(0.0)
        })
        .sum()
}

/// The signed area without its sign: the unsigned one of the library depends on the winding, and
/// takes a clockwise island for the rest of the earth.
fn ring_area(ring: &[[f64; 2]]) -> f64 {
    if !ring::is_usable(ring) {
        return 0.0;
    }
    let outline: LineString = ring::edges(ring)
        .flat_map(|(from, to)| std::iter::once(from).chain(ring::between(from, to)))
        .map(Coord::from)
        .collect();
    let polygon = geo::Polygon::new(outline, Vec::new());
    polygon.geodesic_area_signed().abs() / 1e6
}

#[cfg(test)]
mod tests {
    use super::geodesic_area_km2;
    use crate::geometry::HitIndex;
    use crate::geometry::test_data::{kurils, polygon, regions, shape, square};
    use crate::model::shape::Shape;

    /// Area of the shapes at some places.
    fn of(shapes: &[Shape], places: &[[f64; 2]]) -> f64 {
        let hit = HitIndex::new(shapes);
        let found = places.iter().map(|place| hit.at(*place).unwrap());
        found.map(|index| geodesic_area_km2(&shapes[index])).sum()
    }

    fn assert_near(area: f64, expected: f64, percent: f64) {
        let off = (area / expected - 1.0) * 100.0;
        assert!(
            off.abs() < percent,
            "{area} km² is {off:.2} % off {expected}"
        );
    }

    /// Geospatial Information Authority of Japan: survey of the areas of municipalities.
    #[test]
    fn the_four_islands_have_their_surveyed_areas() {
        let kurils = kurils();
        assert_near(of(&kurils, &[[147.88, 45.23]]), 3166.6, 0.5);
        assert_near(of(&kurils, &[[146.26, 44.35]]), 1489.3, 0.5);
        assert_near(of(&kurils, &[[146.75, 43.81]]), 248.0, 1.0);
    }

    #[test]
    fn regions_have_their_published_areas() {
        let regions = regions(0);
        assert_near(of(&regions, &[[142.5, 43.3]]), 77_984.0, 1.0);
        assert_near(
            of(&regions, &[[126.5, 39.5], [127.8, 36.6]]),
            220_748.0,
            2.0,
        );
        // Measured; the official 36,090 km² of Karafuto is larger than every outline of it.
        assert_near(of(&regions, &[[142.7, 47.0]]), 33_300.0, 1.0);
    }

    #[test]
    fn holes_are_taken_off_and_winding_does_not_matter() {
        let whole = geodesic_area_km2(&shape("a", [square([140.0, 45.0], 2.0)]));
        let mut outline = square([140.0, 45.0], 2.0);
        outline.reverse();
        assert_near(geodesic_area_km2(&shape("a", [outline])), whole, 1e-9);
        let mut holed = shape("b", []);
        holed.polygons.push(polygon(
            square([140.0, 45.0], 2.0),
            vec![square([140.5, 45.5], 1.0)],
        ));
        let hole = geodesic_area_km2(&shape("c", [square([140.5, 45.5], 1.0)]));
        assert_near(geodesic_area_km2(&holed), whole - hole, 1e-9);
    }

    #[test]
    fn nothing_has_no_area() {
        let broken = vec![[f64::NAN, 0.0], [1.0, 0.0], [1.0, 1.0]];
        assert!(geodesic_area_km2(&shape("a", [vec![], broken])) <= 0.0);
        assert!(geodesic_area_km2(&Shape::default()) <= 0.0);
    }
}
