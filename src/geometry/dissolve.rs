//! Neighbours as one shape.
//!
//! Neighbours in a coverage share their vertices to the last bit, so an edge between two of them
//! occurs once in each direction. What is left without such pairs is the outline of all.

use std::collections::HashMap;

use super::ring;
use crate::model::shape::Polygon;

type Vertex = [u64; 2];

/// The union of polygons that meet but do not overlap, as valid polygons without inner borders:
/// exteriors run counter-clockwise and holes clockwise. Coordinates are kept to the bit. Rings that
/// are too short or not finite are left out.
#[must_use]
pub fn dissolve<'a>(polygons: impl IntoIterator<Item = &'a Polygon>) -> Vec<Polygon> {
    let mut edges = Edges::default();
    for polygon in polygons {
        for (role, ring) in polygon.rings().enumerate() {
            edges.add(ring, role == 0);
        }
    }
    edges.cancel();
    let mut exteriors: Vec<Polygon> = Vec::new();
    let mut holes = Vec::new();
    for ring in edges.rings() {
        if ring::signed_area(&ring) > 0.0 {
            exteriors.push(Polygon {
                exterior: ring,
                holes: Vec::new(),
            });
        } else {
            holes.push(ring);
        }
    }
    for hole in holes {
        // Of several around it the smallest is its own.
        let around = exteriors
            .iter_mut()
            .filter(|polygon| is_within(&hole, &polygon.exterior));
        let area = |polygon: &&mut Polygon| ring::signed_area(&polygon.exterior);
        if let Some(own) = around.min_by(|a, b| area(a).total_cmp(&area(b))) {
            own.holes.push(hole);
        }
    }
    exteriors
}

/// Directed edges with the inside on their left, in the order in which they were added.
#[derive(Default)]
struct Edges {
    ends: Vec<[[f64; 2]; 2]>,
    /// The edges that leave a vertex.
    leaving: HashMap<Vertex, Vec<usize>>,
}

fn vertex(point: [f64; 2]) -> Vertex {
    // Adding zero turns -0.0, which equals 0.0 but for its bits, into 0.0.
    point.map(|value| (value + 0.0).to_bits())
}

impl Edges {
    fn add(&mut self, ring: &[[f64; 2]], is_exterior: bool) {
        if !ring::is_usable(ring) {
            return;
        }
        let points = ring::closed_ring(ring, is_exterior);
        for pair in points.windows(2) {
            if vertex(pair[0]) != vertex(pair[1]) {
                let leaving = self.leaving.entry(vertex(pair[0])).or_default();
                leaving.push(self.ends.len());
                self.ends.push([pair[0], pair[1]]);
            }
        }
    }

    /// Takes out every edge that is there in both directions.
    fn cancel(&mut self) {
        for edge in 0..self.ends.len() {
            let [from, to] = self.ends[edge].map(vertex);
            let is_there = |edges: &Self| {
                edges
                    .leaving
                    .get(&from)
                    .is_some_and(|all| all.contains(&edge))
            };
            let back = self.leaving.get(&to).and_then(|all| {
                all.iter()
                    .copied()
                    .find(|other| vertex(self.ends[*other][1]) == from)
            });
            if let Some(back) = back.filter(|_| is_there(self)) {
                for (start, gone) in [(from, edge), (to, back)] {
                    if let Some(all) = self.leaving.get_mut(&start) {
                        all.retain(|known| *known != gone);
                    }
                }
            }
        }
    }

    /// The rings that are left; none touches itself.
    fn rings(&mut self) -> Vec<Vec<[f64; 2]>> {
        let mut rings = Vec::new();
        for first in 0..self.ends.len() {
            let mut path: Vec<[f64; 2]> = Vec::new();
            let mut at = HashMap::new();
            let mut next = self.take(self.ends[first][0], |edge| edge == first);
            while let Some(edge) = next {
                let [from, to] = self.ends[edge];
                at.insert(vertex(from), path.len());
                path.push(from);
                // Back where the path has been: what lies between is a ring.
                if let Some(start) = at.get(&vertex(to)).copied() {
                    let ring: Vec<_> = path.drain(start..).collect();
                    for point in &ring {
                        at.remove(&vertex(*point));
                    }
                    rings.push(ring);
                }
                next = self.leftmost(from, to);
            }
        }
        rings
    }

    fn take(&mut self, from: [f64; 2], is_it: impl Fn(usize) -> bool) -> Option<usize> {
        let leaving = self.leaving.get_mut(&vertex(from))?;
        let position = leaving.iter().position(|edge| is_it(*edge))?;
        Some(leaving.swap_remove(position))
    }

    /// The edge that leaves `at` in the sharpest turn to the left, which keeps what only touches
    /// apart.
    fn leftmost(&mut self, from: [f64; 2], at: [f64; 2]) -> Option<usize> {
        let turn = |edge: usize| {
            let to = self.ends[edge][1];
            let [a, b] = [
                [at[0] - from[0], at[1] - from[1]],
                [to[0] - at[0], to[1] - at[1]],
            ];
            (a[0] * b[1] - a[1] * b[0]).atan2(a[0] * b[0] + a[1] * b[1])
        };
        let leaving = self.leaving.get(&vertex(at))?;
        let best = leaving
            .iter()
            .copied()
            .max_by(|a, b| turn(*a).total_cmp(&turn(*b)))?;
        self.take(at, |edge| edge == best)
    }
}

/// Whether a ring lies within another that it does not cross; they may share vertices.
fn is_within(ring: &[[f64; 2]], outer: &[[f64; 2]]) -> bool {
    let corners: std::collections::HashSet<Vertex> = outer.iter().copied().map(vertex).collect();
    let Some(&[x, y]) = ring
        .iter()
        .find(|point| !corners.contains(&vertex(**point)))
    else {
        return false;
    };
    let crossings = ring::edges(outer).filter(|(a, b)| {
        (a[1] > y) != (b[1] > y) && x < (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0]
    });
    crossings.count() % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::test_data::{kurils, polygon, regions, square};
    use crate::geometry::{geodesic_area_km2, problems};
    use crate::model::shape::Shape;

    fn shape_of(polygons: Vec<Polygon>) -> Shape {
        Shape {
            id: "union".to_owned(),
            polygons,
        }
    }

    #[test]
    fn neighbours_become_one_and_strangers_stay_apart() {
        let [a, b, far] =
            [[0.0, 0.0], [1.0, 0.0], [5.0, 5.0]].map(|corner| polygon(square(corner, 1.0), vec![]));
        let union = dissolve([&a, &b, &far]);
        assert_eq!(union.len(), 2);
        assert_eq!(union[0].exterior.len(), 6);
        assert_eq!(union[1].exterior.len(), 4);
    }

    #[test]
    fn a_ring_of_neighbours_leaves_a_hole_and_what_fills_it_closes_it() {
        let cells: Vec<Polygon> = (0..9)
            .map(|index| {
                let corner = [f64::from(index % 3), f64::from(index / 3)];
                polygon(square(corner, 1.0), vec![])
            })
            .collect();
        let around = cells
            .iter()
            .enumerate()
            .filter(|(index, _)| *index != 4)
            .map(|(_, cell)| cell);
        let union = dissolve(around);
        assert_eq!((union.len(), union[0].holes.len()), (1, 1));
        let all = dissolve(&cells);
        assert_eq!((all.len(), all[0].holes.len()), (1, 0));
        // Two that meet in a point are two.
        assert_eq!(dissolve([&cells[0], &cells[4]]).len(), 2);
    }

    #[test]
    fn the_regions_keep_their_area_and_are_valid_together() {
        for level in [1, 2] {
            let shapes = regions(level);
            let union = shape_of(dissolve(shapes.iter().flat_map(|shape| &shape.polygons)));
            let parts: f64 = shapes.iter().map(geodesic_area_km2).sum();
            let whole = geodesic_area_km2(&union);
            assert!((whole / parts - 1.0).abs() < 1e-9, "{whole} of {parts} km²");
            assert!(problems(&union).is_empty(), "{:?}", problems(&union));
        }
        let islands = kurils();
        let apart = dissolve(islands.iter().flat_map(|shape| &shape.polygons));
        let count: usize = islands.iter().map(|shape| shape.polygons.len()).sum();
        assert_eq!(apart.len(), count);
    }

    #[test]
    fn nothing_comes_of_nothing() {
        assert!(dissolve([]).is_empty());
        let bad = polygon(vec![[0.0, 0.0], [f64::NAN, 1.0], [1.0, 1.0]], vec![]);
        assert!(dissolve([&bad]).is_empty());
    }
}
