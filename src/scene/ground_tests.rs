//! The step from one level of detail to the next, where the eye must not notice it.

use std::collections::HashMap;

use crate::dataset::{Atlas, Origin};
use crate::geometry::{EARTH_RADIUS_KM, Projection, TOLERANCES_DEGREES};
use crate::model::shape::Shape;

type Point = [f64; 2];
type Segment = [Point; 2];

/// Lines of a level by the cells of a grid that they cross.
struct Grid {
    cell: f64,
    segments: HashMap<[i64; 2], Vec<Segment>>,
}

#[expect(clippy::cast_possible_truncation, reason = "a few thousand kilometres")]
fn cell_of(value: f64, cell: f64) -> i64 {
    (value / cell).floor() as i64
}

impl Grid {
    fn of(segments: impl Iterator<Item = Segment>, cell: f64) -> Self {
        let mut grid: HashMap<[i64; 2], Vec<Segment>> = HashMap::new();
        for segment in segments {
            let range = |axis: usize| {
                let ends = segment.map(|end| cell_of(end[axis], cell));
                ends[0].min(ends[1])..=ends[0].max(ends[1])
            };
            for x in range(0) {
                for y in range(1) {
                    grid.entry([x, y]).or_default().push(segment);
                }
            }
        }
        Self {
            cell,
            segments: grid,
        }
    }

    /// How far a point lies from the nearest line; no more than a cell is looked for.
    fn distance(&self, point: Point) -> f64 {
        let [x, y] = point.map(|value| cell_of(value, self.cell));
        let near = (-1..=1).flat_map(|dx| (-1..=1).map(move |dy| [x + dx, y + dy]));
        near.filter_map(|cell| self.segments.get(&cell))
            .flatten()
            .map(|segment| distance(point, *segment))
            .fold(self.cell, f64::min)
    }
}

fn distance(point: Point, [from, to]: Segment) -> f64 {
    let along = [to[0] - from[0], to[1] - from[1]];
    let off = [point[0] - from[0], point[1] - from[1]];
    let length = along[0].mul_add(along[0], along[1] * along[1]);
    let share = if length > 0.0 {
        (off[0].mul_add(along[0], off[1] * along[1]) / length).clamp(0.0, 1.0)
    } else {
        0.0
    };
    (off[0] - share * along[0]).hypot(off[1] - share * along[1])
}

/// The outlines of a shape, kilometres, each closed.
fn outlines(shape: &Shape, projection: &Projection) -> Vec<Vec<Segment>> {
    let polygons = shape.polygons.iter();
    let rings =
        polygons.flat_map(|polygon| std::iter::once(&polygon.exterior).chain(&polygon.holes));
    rings
        .map(|ring| {
            let points: Vec<Point> = ring.iter().map(|at| projection.project(*at)).collect();
            points.windows(2).map(|pair| [pair[0], pair[1]]).collect()
        })
        .collect()
}

/// What share of the length of the finer coast lies within half a pixel and within a pixel of the
/// coarser one at the scale at which this takes its place, and how far it lies on average, pixels.
fn step(atlas: &Atlas, fine: &[Shape], coarse: &[Shape], tolerance: f64) -> [f64; 3] {
    let projection = Projection::atlas();
    let pixel = 2.0 * tolerance * EARTH_RADIUS_KM.to_radians();
    let [mut length, mut off] = [0.0; 2];
    let mut within = [0.0; 2];
    for shape in fine {
        // What lies around the record is drawn more coarsely the farther away it is.
        let Some(other) = coarse.iter().find(|other| other.id == shape.id) else {
            continue;
        };
        if atlas.owner_of_shape(&shape.id).is_none() {
            continue;
        }
        let others = outlines(other, &projection);
        let grid = Grid::of(others.into_iter().flatten(), 3.0 * pixel);
        for ring in outlines(shape, &projection) {
            let measured: Vec<[f64; 2]> = ring
                .iter()
                .map(|[from, to]| {
                    let middle = [0, 1].map(|axis| f64::midpoint(from[axis], to[axis]));
                    let long = (to[0] - from[0]).hypot(to[1] - from[1]);
                    [grid.distance(middle) / pixel, long]
                })
                .collect();
            // An islet that the coarser level leaves out is no step of the coast.
            if measured.iter().all(|[apart, _]| *apart > 0.3) {
                continue;
            }
            for [apart, long] in measured {
                length += long;
                off += apart * long;
                for (share, limit) in within.iter_mut().zip([0.5, 1.0]) {
                    *share += if apart <= limit { long } else { 0.0 };
                }
            }
        }
    }
    [within[0] / length, within[1] / length, off / length]
}

#[test]
fn the_coast_moves_by_less_than_a_pixel_where_levels_change() {
    let atlas = Atlas::load(&Origin::Embedded).unwrap();
    let fine = atlas.load_fine_regions().unwrap();
    let [_, medium, coarse] = TOLERANCES_DEGREES;
    for (name, step) in [
        (
            "fine to medium",
            step(&atlas, &fine, &atlas.land.medium, medium),
        ),
        (
            "medium to coarse",
            step(&atlas, &atlas.land.medium, &atlas.land.coarse, coarse),
        ),
    ] {
        let [half, whole, mean] = step;
        assert!(
            half > 0.97,
            "{name}: {half} of the coast within half a pixel"
        );
        assert!(whole > 0.994, "{name}: {whole} of it within a pixel");
        assert!(mean < 0.1, "{name}: {mean} pixels on average");
    }
}
