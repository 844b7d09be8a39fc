use std::collections::{BTreeMap, BTreeSet};

use super::{Arc, arcs};
use crate::geometry::ring::{edges, narrow, project_ring};
use crate::geometry::test_data::{kurils, polygon, regions, shape, square};
use crate::geometry::{Bounds, HitIndex, Projection};
use crate::model::shape::{Polygon, Shape};

type Edge = ([u32; 2], [u32; 2]);

fn undirected(a: [f32; 2], b: [f32; 2]) -> Edge {
    let [a, b] = [a, b].map(|point| point.map(f32::to_bits));
    (a.min(b), a.max(b))
}

/// Every subdivided edge of every ring, with the shapes it belongs to.
fn ring_edges(shapes: &[Shape]) -> BTreeMap<Edge, Vec<usize>> {
    let mut owners = BTreeMap::<_, Vec<_>>::new();
    for (index, shape) in shapes.iter().enumerate() {
        for ring in shape.polygons.iter().flat_map(Polygon::rings) {
            let ring = project_ring(ring, &Projection::atlas());
            for (a, b) in edges(&ring) {
                owners
                    .entry(undirected(narrow(a), narrow(b)))
                    .or_default()
                    .push(index);
            }
        }
    }
    owners
}

fn arc_edges(arc: &Arc) -> Vec<Edge> {
    let pairs = arc
        .points
        .windows(2)
        .map(|pair| undirected(pair[0], pair[1]));
    let last = arc
        .closed
        .then(|| undirected(arc.points[arc.points.len() - 1], arc.points[0]));
    pairs.chain(last).collect()
}

/// Every edge of every ring is in exactly one arc, with its owners.
fn assert_partition(shapes: &[Shape], arcs: &[Arc]) {
    let mut expected = ring_edges(shapes);
    for arc in arcs {
        let owners: Vec<_> = std::iter::once(arc.left).chain(arc.right).collect();
        for edge in arc_edges(arc) {
            assert_eq!(expected.remove(&edge).as_ref(), Some(&owners), "{edge:?}");
        }
        for point in &arc.points {
            assert!(arc.bounds.expanded(1e-3).contains(point.map(f64::from)));
        }
    }
    assert!(
        expected.is_empty(),
        "{} edges are in no arc",
        expected.len()
    );
}

fn frame(shapes: &[Shape]) -> Bounds {
    let rings = shapes
        .iter()
        .flat_map(|shape| &shape.polygons)
        .flat_map(Polygon::rings);
    Bounds::of(rings.flatten().copied())
}

fn plain(shapes: &[Shape]) -> Vec<Arc> {
    arcs(shapes, &Projection::atlas(), None)
}

#[test]
fn every_edge_is_in_exactly_one_arc() {
    for shapes in [regions(0), regions(1), regions(2), kurils()] {
        let arcs = arcs(&shapes, &Projection::atlas(), Some(frame(&shapes)));
        assert_partition(&shapes, &arcs);
        let points: usize = arcs.iter().map(|arc| arc.points.len()).sum();
        let edges: usize = ring_edges(&shapes).len();
        // An open arc has one point more than edges.
        assert_eq!(
            points,
            edges + arcs.iter().filter(|arc| !arc.closed).count()
        );
    }
}

/// No two arcs of the same owners meet end to end, unless a third one does so too.
#[test]
fn arcs_are_maximal() {
    let arcs = plain(&regions(1));
    let mut starts = BTreeMap::<_, usize>::new();
    let mut ends = BTreeMap::<_, usize>::new();
    for arc in arcs.iter().filter(|arc| !arc.closed) {
        let key = |point: [f32; 2]| (arc.left, arc.right, point.map(f32::to_bits));
        *starts.entry(key(arc.points[0])).or_default() += 1;
        *ends
            .entry(key(arc.points[arc.points.len() - 1]))
            .or_default() += 1;
    }
    for (key, count) in starts {
        let meeting = ends.get(&key).copied().unwrap_or(0);
        assert!(meeting == 0 || meeting + count > 2, "{key:?}");
    }
}

#[test]
fn the_halves_of_sakhalin_meet_along_the_50th_parallel() {
    for shapes in [regions(0), regions(1), regions(2)] {
        let hit = HitIndex::new(&shapes);
        let north = hit.at([142.9, 52.0]).unwrap();
        let south = hit.at([142.7, 47.3]).unwrap();
        let between: Vec<_> = plain(&shapes)
            .into_iter()
            .filter(|arc| (arc.left, arc.right) == (north.min(south), Some(north.max(south))))
            .collect();
        assert_eq!(between.len(), 1);
        let points: Vec<_> = between[0]
            .points
            .iter()
            .map(|point| Projection::atlas().unproject(point.map(f64::from)))
            .collect();
        assert!(
            points
                .iter()
                .all(|[_, latitude]| (latitude - 50.0).abs() < 1e-5)
        );
        let west = points
            .iter()
            .map(|point| point[0])
            .fold(f64::INFINITY, f64::min);
        let east = points
            .iter()
            .map(|point| point[0])
            .fold(f64::NEG_INFINITY, f64::max);
        assert!(
            (142.0..142.3).contains(&west) && (143.6..144.0).contains(&east),
            "{west} {east}"
        );
        // The line is more than a degree long and bends with the parallel.
        assert!(points.len() > 3);
    }
}

#[test]
fn jehol_borders_its_neighbours_and_not_the_sea() {
    let shapes = regions(0);
    let hit = HitIndex::new(&shapes);
    let jehol = hit.at([117.9, 41.2]).unwrap();
    let arcs = plain(&shapes);
    let neighbours: BTreeSet<_> = arcs
        .iter()
        .filter(|arc| arc.left == jehol || arc.right == Some(jehol))
        .flat_map(|arc| std::iter::once(arc.left).chain(arc.right))
        .collect();
    for (name, place) in [
        ("Peking", [116.4, 40.3]),
        ("Mukden", [123.4, 41.8]),
        ("Tungliao", [122.9, 43.6]),
        ("Dolonor", [116.0, 43.9]),
    ] {
        assert!(neighbours.contains(&hit.at(place).unwrap()), "{name}");
    }
    for (name, place) in [("Harbin", [126.6, 45.75]), ("Sapporo", [141.3, 43.0])] {
        assert!(!neighbours.contains(&hit.at(place).unwrap()), "{name}");
    }
    assert!(
        arcs.iter()
            .all(|arc| arc.left != jehol || arc.right.is_some())
    );
}

#[test]
fn coasts_have_one_owner_and_islands_are_closed() {
    let shapes = kurils();
    let arcs = plain(&shapes);
    let rings: usize = shapes
        .iter()
        .flat_map(|shape| &shape.polygons)
        .map(|polygon| polygon.rings().count())
        .sum();
    assert!(arcs.len() >= rings);
    assert!(arcs.iter().all(|arc| arc.right.is_none() && !arc.on_frame));
    assert!(arcs.iter().filter(|arc| arc.closed).count() >= rings - 2);
}

#[test]
fn two_squares_share_one_border_whatever_their_winding() {
    let mut east = square([140.4, 45.0], 0.4);
    east.reverse();
    let shapes = [
        shape("west", [square([140.0, 45.0], 0.4)]),
        shape("east", [east]),
    ];
    // 140.0 + 0.4 is the very number 140.4.
    let arcs = plain(&shapes);
    assert_partition(&shapes, &arcs);
    let owners: Vec<_> = arcs
        .iter()
        .map(|arc| (arc.left, arc.right, arc.points.len()))
        .collect();
    assert_eq!(owners, [(0, None, 4), (0, Some(1), 2), (1, None, 4)]);
    // West is on the left of the border, so it runs north.
    assert!(arcs[1].points[0][1] < arcs[1].points[1][1]);
    assert_eq!(arcs, plain(&shapes));
}

#[test]
fn sides_of_the_frame_are_set_apart() {
    let shapes = [shape("land", [square([140.0, 45.0], 0.4)])];
    let frame = Bounds {
        min: [140.0, 30.0],
        max: [170.0, 60.0],
    };
    let arcs = arcs(&shapes, &Projection::atlas(), Some(frame));
    assert_partition(&shapes, &arcs);
    let kinds: Vec<_> = arcs
        .iter()
        .map(|arc| (arc.on_frame, arc.closed, arc.points.len()))
        .collect();
    assert_eq!(kinds, [(false, false, 4), (true, false, 2)]);
}

#[test]
fn a_lake_in_a_hole_and_an_island_without_neighbours_are_closed() {
    let lake = square([140.1, 45.1], 0.1);
    let mut land = shape("land", []);
    land.polygons
        .push(polygon(square([140.0, 45.0], 0.4), vec![lake.clone()]));
    let shapes = [land, shape("lake", [lake])];
    let arcs = plain(&shapes);
    assert_partition(&shapes, &arcs);
    let owners: Vec<_> = arcs
        .iter()
        .map(|arc| (arc.left, arc.right, arc.closed))
        .collect();
    assert_eq!(owners, [(0, None, true), (0, Some(1), true)]);
}

#[test]
fn touching_corners_and_faulty_data_lose_no_edge() {
    // Two islands of one shape touch in a point: two ways on, so both coasts end there.
    let corner = [shape(
        "both",
        [square([140.0, 45.0], 0.25), square([140.25, 45.25], 0.25)],
    )];
    let arcs = plain(&corner);
    assert_partition(&corner, &arcs);
    assert_eq!(arcs.len(), 2);
    // The same square three times: one pair of twins at most, nothing lost, no panic.
    let thrice = [0, 1, 2].map(|_| shape("same", [square([140.0, 45.0], 0.4)]));
    assert_eq!(
        plain(&thrice)
            .iter()
            .map(|arc| arc_edges(arc).len())
            .sum::<usize>(),
        12
    );
    // A ring that goes out and back along the same line.
    let spike = [shape(
        "spike",
        [vec![
            [140.0, 45.0],
            [140.2, 45.0],
            [140.4, 45.0],
            [140.2, 45.0],
        ]],
    )];
    assert_eq!(
        plain(&spike)
            .iter()
            .map(|arc| arc_edges(arc).len())
            .sum::<usize>(),
        2
    );
}

#[test]
fn repeated_broken_and_empty_rings_do_no_harm() {
    assert!(plain(&[]).is_empty());
    let nan = vec![[f64::NAN, 45.0], [141.0, 45.0], [141.0, 46.0]];
    assert!(plain(&[shape("bad", [vec![], nan, vec![[1.0, 2.0]; 4]])]).is_empty());
    let mut twice = square([140.0, 45.0], 0.4);
    twice.insert(1, twice[1]);
    twice.push(twice[0]);
    let arcs = plain(&[shape("twice", [twice])]);
    assert_eq!(
        (arcs.len(), arcs[0].points.len(), arcs[0].closed),
        (1, 4, true)
    );
}
