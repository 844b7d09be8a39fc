use super::HitIndex;
use crate::geometry::test_data::{kurils, polygon, regions, shape, square};
use crate::model::shape::Shape;
use geo::{Contains, Intersects, Validation};
use proptest::prelude::*;

fn id(shapes: &[Shape], index: Option<usize>) -> &str {
    index.map_or("", |index| shapes[index].id.as_str())
}

#[test]
fn finds_cities() {
    for level in 0..3 {
        let shapes = regions(level);
        let hit = HitIndex::new(&shapes);
        let at = |point| hit.at(point);
        let yuzhno = at([142.738, 46.959]);
        assert!(yuzhno.is_some(), "Yuzhno-Sakhalinsk");
        assert_eq!(yuzhno, at([143.0, 49.3]), "Poronaysk is in the same half");
        assert_ne!(yuzhno, at([142.9, 52.0]), "the northern half");
        let harbin = at([126.63, 45.75]);
        assert!(
            harbin.is_some() && harbin != at([123.43, 41.8]),
            "Harbin, Mukden"
        );
        assert_eq!(at([136.0, 40.0]), None, "Sea of Japan");
        assert_eq!(at([150.0, 54.0]), None, "Sea of Okhotsk");
    }
}

#[test]
fn finds_islands() {
    let shapes = kurils();
    let hit = HitIndex::new(&shapes);
    assert!(id(&shapes, hit.at([146.26, 44.35])).contains("kunashir"));
    assert!(id(&shapes, hit.at([147.88, 45.23])).contains("iturup"));
    assert!(id(&shapes, hit.at([146.75, 43.81])).contains("shikotan"));
    assert_eq!(id(&shapes, hit.at([146.6, 44.6])), "");
    // A kilometre off the south coast, and one off everything.
    assert!(id(&shapes, hit.nearest([146.75, 43.70], 10.0)).contains("shikotan"));
    assert_eq!(hit.nearest([150.0, 44.0], 10.0), None);
}

#[test]
fn tiny_islands_are_found_from_nearby() {
    let shapes = kurils();
    let hit = HitIndex::new(&shapes);
    for shape in &shapes {
        let [longitude, latitude] = shape.polygons[0].exterior[0];
        let found = hit.nearest([longitude + 0.001, latitude + 0.001], 0.2);
        assert_eq!(id(&shapes, found), shape.id);
    }
}

#[test]
fn borders_go_to_the_lowest_index_and_no_point_falls_between() {
    let shapes = [
        shape("a", [square([10.0, 10.0], 1.0)]),
        shape("b", [square([11.0, 10.0], 1.0)]),
        shape("c", [square([10.0, 11.0], 1.0)]),
    ];
    let hit = HitIndex::new(&shapes);
    assert_eq!(hit.at([11.0, 10.5]), Some(0));
    assert_eq!(hit.at([10.5, 11.0]), Some(0));
    assert_eq!(hit.at([11.0, 11.0]), Some(0));
    assert_eq!(hit.at([12.0, 11.0]), Some(1));
    assert_eq!(hit.at([10.0, 12.0]), Some(2));
    assert_eq!(hit.at([11.5, 11.0]), Some(1));
    assert_eq!(hit.at([11.5, 11.1]), None);
}

/// Along a slanted border, where rounding decides, a point is always in one of the two.
#[test]
fn a_slanted_border_leaves_no_gap() {
    let shapes = regions(2);
    let hit = HitIndex::new(&shapes);
    for shape in &shapes {
        for polygon in &shape.polygons {
            let ring = &polygon.exterior;
            for (a, b) in ring.iter().zip(&ring[1..]) {
                let middle = [f64::midpoint(a[0], b[0]), f64::midpoint(a[1], b[1])];
                assert!(hit.at(*a).is_some());
                assert!(hit.nearest(middle, 1e-6).is_some());
            }
        }
    }
}

#[test]
fn holes_are_not_covered_but_their_edges_are() {
    let mut land = shape("land", []);
    land.polygons.push(polygon(
        square([10.0, 10.0], 4.0),
        vec![square([11.0, 11.0], 1.0)],
    ));
    let hit = HitIndex::new(&[land]);
    assert_eq!(hit.at([11.5, 11.5]), None);
    assert_eq!(hit.at([11.0, 11.5]), Some(0));
    assert_eq!(hit.at([11.5, 12.0]), Some(0));
    assert_eq!(hit.at([12.5, 11.5]), Some(0));
    assert_eq!(hit.nearest([11.5, 11.5], 40.0), None);
    assert_eq!(hit.nearest([11.5, 11.5], 60.0), Some(0));
}

#[test]
fn distances_are_kilometres_and_ties_go_to_the_lowest_index() {
    let shapes = [
        shape("west", [square([10.0, 60.0], 1.0)]),
        shape("east", [square([12.0, 60.0], 1.0)]),
    ];
    let hit = HitIndex::new(&shapes);
    // Half a degree at 60.5° N is 27.4 km.
    assert_eq!(hit.nearest([11.5, 60.5], 28.0), Some(0));
    assert_eq!(hit.nearest([11.5, 60.5], 27.0), None);
    assert_eq!(hit.nearest([11.6, 60.5], 28.0), Some(1));
    assert_eq!(hit.nearest([10.5, 60.5], -1.0), None);
    assert_eq!(hit.nearest([11.5, 60.5], f64::INFINITY), Some(0));
}

#[test]
fn longitudes_past_the_antimeridian_have_two_names() {
    let hit = HitIndex::new(&[shape("chukotka", [square([175.0, 64.0], 10.0)])]);
    assert_eq!(hit.at([182.0, 66.0]), Some(0));
    assert_eq!(hit.at([-178.0, 66.0]), Some(0));
    assert_eq!(hit.at([-170.0, 66.0]), None);
    assert_eq!(hit.nearest([-174.99, 66.0], 10.0), Some(0));
}

#[test]
fn bad_input_finds_nothing() {
    assert_eq!(HitIndex::new(&[]).at([1.0, 1.0]), None);
    assert_eq!(HitIndex::default().nearest([1.0, 1.0], 9.0), None);
    let nan = vec![[f64::NAN, 45.0], [141.0, 45.0], [141.0, 46.0]];
    let flat = vec![[1.0, 1.0], [2.0, 1.0], [3.0, 1.0]];
    let hit = HitIndex::new(&[shape("bad", [vec![], nan]), shape("flat", [flat])]);
    assert_eq!(hit.at([2.5, 1.0]), Some(1));
    assert_eq!(hit.at([2.5, 1.1]), None);
    for point in [[f64::NAN, 1.0], [1.0, f64::NAN], [f64::INFINITY, 1.0]] {
        assert_eq!(hit.at(point), None);
        assert_eq!(hit.nearest(point, 10.0), None);
    }
    assert_eq!(hit.nearest([2.5, 1.0], f64::NAN), None);
}

proptest! {
    // More than half of the random rings cross themselves.
    #![proptest_config(ProptestConfig {
        max_global_rejects: 100_000,
        ..ProptestConfig::default()
    })]

    /// Against the library's own predicates, on a grid where points on borders are common.
    #[test]
    fn agrees_with_geo(
        corners in prop::collection::vec([0_i8..8, 0_i8..8], 3..7),
        points in prop::collection::vec([0_i8..8, 0_i8..8], 1..20),
    ) {
        let ring: Vec<[f64; 2]> = corners.iter().map(|corner| corner.map(f64::from)).collect();
        let hit = HitIndex::new(&[shape("a", [ring.clone()])]);
        let closed = geo::Polygon::new(geo::LineString::from(ring), vec![]);
        prop_assume!(closed.is_valid());
        for point in points {
            let at = point.map(f64::from);
            let point = geo::Point::from(at);
            let on_border = closed.exterior().intersects(&point);
            let expected = on_border || closed.contains(&point);
            prop_assert_eq!(hit.at(at).is_some(), expected, "{:?}", at);
        }
    }
}
