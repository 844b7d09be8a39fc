//! Borders, each drawn once.
//!
//! Neighbours in a coverage share their vertices to the last bit. So vertices are numbered by their
//! bits, every edge looks for its twin among the few edges that leave its far end, and chains of
//! edges between the same two shapes are joined. All of it is linear in the number of points.

use super::bounds::Bounds;
use super::projection::Projection;
use super::ring;
use crate::model::shape::{Polygon, Shape};

/// A stretch of coast or border with the same shape, or the same two shapes, all along.
#[derive(Clone, Debug, PartialEq)]
pub struct Arc {
    /// `[x east, y north]` in km, rounded and subdivided as in [`ShapeMesh`](super::ShapeMesh).
    pub points: Vec<[f32; 2]>,
    /// The line comes back to its first point, which is not repeated at the end.
    pub closed: bool,
    /// Index of the shape on the left along the points; where there are two, the lower index.
    pub left: usize,
    /// Index of the shape on the right; `None` at a coast and at the frame of the data. It equals
    /// `left` where two polygons of one shape touch.
    pub right: Option<usize>,
    /// The shape ends here because the data do: nothing to draw.
    pub on_frame: bool,
    /// Rectangle around the points, km.
    pub bounds: Bounds,
}

/// Stands for "no edge" and "no shape".
const NONE: u32 = u32::MAX;
/// Stands for "beyond the frame of the data" in place of a shape.
const BEYOND: u32 = u32::MAX - 1;

/// The borders and coasts of a coverage: every edge of every ring is in exactly one arc, and an arc
/// goes on until the owners change or the way on is not unique.
///
/// `frame` is the rectangle, in degrees, to which the data were cut: edges along its sides become arcs
/// of their own. The order of the arcs depends only on the order of the shapes and their points.
/// Rings that are too short or not finite are left out, as they are in the mesh. Where more than
/// two shapes claim an edge (a fault of the data) the surplus ones get arcs without a neighbour.
#[must_use]
pub fn arcs(shapes: &[Shape], projection: &Projection, frame: Option<Bounds>) -> Vec<Arc> {
    let mut graph = Graph::read(shapes);
    graph.list_leaving();
    graph.find_twins(frame);
    graph.chain();
    graph.collect(projection)
}

/// Directed edges, numbered ring after ring; the shape is on the left of each.
#[derive(Default)]
struct Graph {
    /// Degrees, by vertex.
    positions: Vec<[f64; 2]>,
    /// Vertex an edge starts from.
    origin: Vec<u32>,
    /// Neighbours along the ring.
    next: Vec<u32>,
    previous: Vec<u32>,
    /// The shape an edge belongs to.
    shape: Vec<u32>,
    /// The same edge as seen from the other side, or `NONE`.
    twin: Vec<u32>,
    /// The shape on the other side, `NONE` or `BEYOND`.
    other: Vec<u32>,
    /// Edges leaving vertex `v`: `leaving[leaving_start[v]..leaving_start[v + 1]]`.
    leaving: Vec<u32>,
    leaving_start: Vec<u32>,
    /// Neighbours along the arc, or `NONE`.
    after: Vec<u32>,
    before: Vec<u32>,
}

impl Graph {
    fn read(shapes: &[Shape]) -> Self {
        let rings = || {
            shapes
                .iter()
                .flat_map(|shape| &shape.polygons)
                .flat_map(Polygon::rings)
        };
        let points = rings().map(<[_]>::len).sum();
        let mut graph = Self::default();
        // Edges are numbered with 32 bits, two of the numbers being taken.
        if u32::try_from(points).is_ok_and(|count| count < BEYOND) {
            let mut numbers = Numbers::with_capacity(points);
            graph.positions.reserve(points);
            for list in [
                &mut graph.origin,
                &mut graph.next,
                &mut graph.previous,
                &mut graph.shape,
            ] {
                list.reserve(points);
            }
            for (shape, index) in shapes.iter().zip(0..) {
                for polygon in &shape.polygons {
                    for (role, ring) in polygon.rings().enumerate() {
                        graph.add_ring(ring, role > 0, index, &mut numbers);
                    }
                }
            }
        }
        graph
    }

    fn add_ring(&mut self, ring: &[[f64; 2]], is_hole: bool, shape: u32, numbers: &mut Numbers) {
        if !ring::is_usable(ring) {
            return;
        }
        let first = self.origin.len();
        let mut add = |point: &[f64; 2]| {
            let vertex = numbers.number(*point, &mut self.positions);
            // An edge from a point to itself is none.
            if self.origin.len() == first || self.origin.last() != Some(&vertex) {
                self.origin.push(vertex);
            }
        };
        // Exteriors go counter-clockwise and holes clockwise, so that the shape is on the left.
        if (ring::signed_area(ring) < 0.0) == is_hole {
            ring.iter().for_each(&mut add);
        } else {
            ring.iter().rev().for_each(&mut add);
        }
        while self.origin.len() > first + 1 && self.origin.last() == self.origin.get(first) {
            self.origin.pop();
        }
        if self.origin.len() < first + 2 {
            self.origin.truncate(first);
            return;
        }
        let range = as_u32(first)..as_u32(self.origin.len());
        self.previous.push(range.end - 1);
        self.previous.extend(range.start..range.end - 1);
        self.next.extend(range.start + 1..range.end);
        self.next.push(range.start);
        self.shape.resize(self.origin.len(), shape);
    }

    /// A counting sort of the edges by the vertex they leave.
    fn list_leaving(&mut self) {
        self.leaving_start = vec![0; self.positions.len() + 1];
        for vertex in &self.origin {
            self.leaving_start[*vertex as usize + 1] += 1;
        }
        for vertex in 0..self.positions.len() {
            self.leaving_start[vertex + 1] += self.leaving_start[vertex];
        }
        let mut free = self.leaving_start.clone();
        self.leaving = vec![NONE; self.origin.len()];
        for (vertex, edge) in self.origin.iter().zip(0..) {
            self.leaving[free[*vertex as usize] as usize] = edge;
            free[*vertex as usize] += 1;
        }
    }

    fn leaving(&self, vertex: u32) -> &[u32] {
        let vertex = vertex as usize;
        let range = self.leaving_start[vertex] as usize..self.leaving_start[vertex + 1] as usize;
        &self.leaving[range]
    }

    fn end(&self, edge: u32) -> u32 {
        self.origin[self.next[edge as usize] as usize]
    }

    fn find_twins(&mut self, frame: Option<Bounds>) {
        self.twin = vec![NONE; self.origin.len()];
        self.other = vec![NONE; self.origin.len()];
        for edge in 0..as_u32(self.origin.len()) {
            if self.twin[edge as usize] != NONE {
                continue;
            }
            let (start, end) = (self.origin[edge as usize], self.end(edge));
            let twin = self.leaving(end).iter().copied().find(|other| {
                *other > edge && self.twin[*other as usize] == NONE && self.end(*other) == start
            });
            if let Some(twin) = twin {
                self.twin[edge as usize] = twin;
                self.twin[twin as usize] = edge;
                self.other[edge as usize] = self.shape[twin as usize];
            } else if let Some(frame) = frame {
                let ends = [start, end].map(|vertex| self.positions[vertex as usize]);
                if is_along(&frame, ends) {
                    self.other[edge as usize] = BEYOND;
                }
            }
        }
    }

    /// Of an edge and its twin the first one stands for both.
    fn is_first(&self, edge: u32) -> bool {
        self.twin[edge as usize] > edge
    }

    fn owners(&self, edge: u32) -> (u32, u32) {
        (self.shape[edge as usize], self.other[edge as usize])
    }

    /// Joins each edge to the next one with the same owners, if there is exactly one way on and
    /// exactly one way there.
    fn chain(&mut self) {
        self.after = vec![NONE; self.origin.len()];
        self.before = vec![NONE; self.origin.len()];
        for edge in 0..as_u32(self.origin.len()) {
            if !self.is_first(edge) {
                continue;
            }
            let owners = self.owners(edge);
            let same = |other: &u32| self.is_first(*other) && self.owners(*other) == owners;
            let here = self.leaving(self.end(edge));
            let mut out = here.iter().copied().filter(same);
            let arriving = here.iter().map(|other| self.previous[*other as usize]);
            if let (Some(following), None) = (out.next(), out.next())
                && arriving.filter(same).count() == 1
            {
                self.after[edge as usize] = following;
                self.before[following as usize] = edge;
            }
        }
    }

    fn collect(&self, projection: &Projection) -> Vec<Arc> {
        let projected: Vec<_> = self
            .positions
            .iter()
            .map(|at| projection.project(*at))
            .collect();
        let mut arcs = Vec::new();
        let mut done = vec![false; self.origin.len()];
        for edge in 0..as_u32(self.origin.len()) {
            if done[edge as usize] || !self.is_first(edge) {
                continue;
            }
            let mut start = edge;
            let mut closed = false;
            while self.before[start as usize] != NONE && !closed {
                start = self.before[start as usize];
                closed = start == edge;
            }
            arcs.push(self.follow(start, closed, &projected, projection, &mut done));
        }
        arcs
    }

    fn follow(
        &self,
        start: u32,
        closed: bool,
        projected: &[[f64; 2]],
        projection: &Projection,
        done: &mut [bool],
    ) -> Arc {
        let mut points = Vec::new();
        let mut bounds = Bounds::EMPTY;
        let mut add = |point: [f64; 2]| {
            bounds.add(point);
            points.push(ring::narrow(point));
        };
        let mut edge = start;
        loop {
            done[edge as usize] = true;
            let ends = [self.origin[edge as usize], self.end(edge)].map(|vertex| vertex as usize);
            add(projected[ends[0]]);
            ring::between(self.positions[ends[0]], self.positions[ends[1]])
                .for_each(|middle| add(projection.project(middle)));
            let after = self.after[edge as usize];
            if after == NONE || after == start {
                if !closed {
                    add(projected[ends[1]]);
                }
                break;
            }
            edge = after;
        }
        let (left, right) = self.owners(start);
        Arc {
            points,
            closed,
            left: left as usize,
            right: (right < BEYOND).then_some(right as usize),
            on_frame: right == BEYOND,
            bounds,
        }
    }
}

/// Whether an edge runs along a side of the frame.
fn is_along(frame: &Bounds, [a, b]: [[f64; 2]; 2]) -> bool {
    // Exact on purpose: the data were cut with these very numbers.
    let on = |axis: usize, side: f64| {
        a[axis].to_bits() == side.to_bits() && b[axis].to_bits() == side.to_bits()
    };
    (0..2).any(|axis| on(axis, frame.min[axis]) || on(axis, frame.max[axis]))
}

/// Only for numbers of edges, which [`Graph::read`] keeps below 2^32.
fn as_u32(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(NONE)
}

/// Numbers points by their bits: a hash table with open addressing that holds nothing but numbers.
struct Numbers {
    /// A number, or `NONE`; the length is a power of two.
    slots: Vec<u32>,
}

impl Numbers {
    fn with_capacity(points: usize) -> Self {
        // At most half full, so that probing ends soon.
        Self {
            slots: vec![NONE; (points * 2).next_power_of_two()],
        }
    }

    /// The number of a point, a new one being appended to `positions`.
    fn number(&mut self, point: [f64; 2], positions: &mut Vec<[f64; 2]>) -> u32 {
        // Adding zero turns -0.0, which equals 0.0 but for its bits, into 0.0.
        let point = point.map(|value| value + 0.0);
        let bits = point.map(f64::to_bits);
        // Odd multipliers (of SplitMix64); the high half of a product depends on all bits.
        let mixed = (bits[0].wrapping_mul(0xBF58_476D_1CE4_E5B9) ^ bits[1].rotate_left(32))
            .wrapping_mul(0x94D0_49BB_1331_11EB);
        let mask = self.slots.len() - 1;
        let mut slot = usize::try_from(mixed >> 32).unwrap_or(0) & mask;
        loop {
            let number = self.slots[slot];
            if number == NONE {
                let number = as_u32(positions.len());
                self.slots[slot] = number;
                positions.push(point);
                return number;
            }
            if positions[number as usize].map(f64::to_bits) == bits {
                return number;
            }
            slot = (slot + 1) & mask;
        }
    }
}

#[cfg(test)]
#[path = "topology_tests.rs"]
mod tests;
