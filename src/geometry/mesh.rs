//! Filled shapes as triangles.

use geo::{Coord, LineString, TriangulateEarcut};

use super::bounds::Bounds;
use super::projection::Projection;
use super::ring;
use crate::model::shape::{Polygon, Shape};

/// The triangles that fill a shape, ready for the screen.
///
/// The vertices are the corners of the outline, those of each polygon together, exterior first, then
/// its holes; long edges are subdivided as in [`arcs`](super::arcs), so fills and borders meet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ShapeMesh {
    /// `[x east, y north]` in km.
    pub vertices: Vec<[f32; 2]>,
    /// Three indices into `vertices` for each triangle, in no particular winding.
    pub triangles: Vec<u32>,
    /// How many of the vertices each ring has, in their order.
    pub rings: Vec<u32>,
    /// Rectangle around the vertices, km; [`Bounds::EMPTY`] without any.
    pub bounds: Bounds,
}

impl ShapeMesh {
    /// Projects and triangulates a shape.
    ///
    /// Polygons whose exterior is too short or not finite are left out, and so are such holes. What
    /// crosses itself is filled somehow; [`problems`](super::problems) finds it.
    #[must_use]
    pub fn build(shape: &Shape, projection: &Projection) -> Self {
        let mut mesh = Self::default();
        for polygon in &shape.polygons {
            mesh.append(&triangulate(polygon, projection));
        }
        mesh
    }

    /// The outlines: exteriors and holes, none with its first vertex repeated.
    pub fn outlines(&self) -> impl Iterator<Item = &[[f32; 2]]> {
        let mut rest = self.vertices.as_slice();
        self.rings.iter().map(move |count| {
            let (ring, after) = rest.split_at((*count as usize).min(rest.len()));
            rest = after;
            ring
        })
    }

    fn append(&mut self, (vertices, triangles, rings): &Triangulated) {
        let base = self.vertices.len();
        // Beyond 2^32 vertices indices would be wrong; such a shape is cut off there.
        if u32::try_from(base + vertices.len()).is_err() {
            return;
        }
        self.vertices.reserve(vertices.len());
        for vertex in vertices {
            self.bounds.add(*vertex);
            self.vertices.push(ring::narrow(*vertex));
        }
        self.rings.extend(rings);
        let indices = triangles.iter().map(|index| base + index);
        self.triangles
            .extend(indices.filter_map(|index| u32::try_from(index).ok()));
    }
}

/// Vertices in km, three indices for each triangle, and the lengths of the rings.
type Triangulated = (Vec<[f64; 2]>, Vec<usize>, Vec<u32>);

fn triangulate(polygon: &Polygon, projection: &Projection) -> Triangulated {
    if !ring::is_usable(&polygon.exterior) {
        return Triangulated::default();
    }
    let project = |outline: &[[f64; 2]]| -> LineString {
        ring::project_ring(outline, projection)
            .into_iter()
            .map(Coord::from)
            .collect()
    };
    let holes = polygon.holes.iter().filter(|hole| ring::is_usable(hole));
    let projected = geo::Polygon::new(
        project(&polygon.exterior),
        holes.map(|hole| project(hole)).collect(),
    );
    let rings = std::iter::once(projected.exterior()).chain(projected.interiors());
    // A closed ring repeats its first vertex, the list of vertices does not.
    let lengths = rings.map(|ring| u32::try_from(ring.0.len().saturating_sub(1)).unwrap_or(0));
    let lengths = lengths.collect();
    let raw = projected.earcut_triangles_raw();
    (raw.vertices, raw.triangle_indices, lengths)
}

#[cfg(test)]
mod tests {
    use super::{ShapeMesh, triangulate};
    use crate::geometry::ring::{project_ring, signed_area};
    use crate::geometry::test_data::{kurils, lakes, polygon, regions, shape, square};
    use crate::geometry::{Bounds, Projection, geodesic_area_km2};
    use crate::model::shape::{Polygon, Shape};

    fn triangle_area([a, b, c]: [[f64; 2]; 3]) -> f64 {
        signed_area(&[a, b, c]).abs()
    }

    fn filled_area(polygon: &Polygon) -> f64 {
        let (vertices, triangles, _) = triangulate(polygon, &Projection::atlas());
        triangles
            .chunks_exact(3)
            .map(|corner| triangle_area([0, 1, 2].map(|index| vertices[corner[index]])))
            .sum()
    }

    fn outline_area(polygon: &Polygon) -> f64 {
        let area = |ring: &Vec<_>| signed_area(&project_ring(ring, &Projection::atlas())).abs();
        area(&polygon.exterior) - polygon.holes.iter().map(area).sum::<f64>()
    }

    fn assert_filled(shapes: &[Shape]) {
        assert!(!shapes.is_empty());
        for shape in shapes {
            for polygon in &shape.polygons {
                let (filled, outline) = (filled_area(polygon), outline_area(polygon));
                let off = (filled / outline - 1.0).abs();
                assert!(off < 1e-6, "{}: {filled} of {outline} km²", shape.id);
            }
        }
    }

    #[test]
    fn triangles_cover_the_regions_exactly() {
        assert_filled(&regions(1));
        assert_filled(&regions(2));
    }

    #[test]
    fn triangles_cover_the_finest_regions_islands_and_lakes_exactly() {
        assert_filled(&regions(0));
        assert_filled(&kurils());
        assert_filled(&lakes());
    }

    /// What the projection promises: areas on the map are areas on the ground.
    #[test]
    fn areas_on_the_map_are_geodesic_areas() {
        for shape in kurils().iter().chain(&lakes()).chain(&regions(1)) {
            let map: f64 = shape.polygons.iter().map(outline_area).sum();
            let ground = geodesic_area_km2(shape);
            // What remains is the sagitta of chords against geodesics.
            let off = (map / ground - 1.0).abs();
            assert!(off < 2e-4, "{}: {map} {ground}", shape.id);
        }
        let map: f64 = kurils()
            .iter()
            .flat_map(|shape| &shape.polygons)
            .map(outline_area)
            .sum();
        let ground: f64 = kurils().iter().map(geodesic_area_km2).sum();
        assert!((map / ground - 1.0).abs() < 1e-6, "{map} {ground}");
    }

    #[test]
    fn holes_stay_open() {
        let ring = polygon(
            square([140.0, 45.0], 0.4),
            vec![square([140.1, 45.1], 0.1), square([140.25, 45.25], 0.1)],
        );
        assert!((filled_area(&ring) / outline_area(&ring) - 1.0).abs() < 1e-9);
        let mut both = shape("both", [square([150.0, 45.0], 0.4)]);
        both.polygons.push(ring);
        let mesh = ShapeMesh::build(&both, &Projection::atlas());
        assert_eq!(mesh.vertices.len(), 16);
        assert_eq!(mesh.rings, [4, 4, 4, 4]);
        let corners: Vec<_> = mesh.outlines().map(|ring| ring[0]).collect();
        assert_eq!(corners.len(), 4);
        assert_eq!(
            corners[2].map(f32::to_bits),
            mesh.vertices[8].map(f32::to_bits)
        );
        assert!(mesh.triangles.iter().all(|index| *index < 16));
        // Two triangles, then twelve corners with two bridges to the holes.
        assert_eq!(mesh.triangles.len(), 3 * (2 + 14));
    }

    #[test]
    fn long_edges_bend() {
        let strip = shape("strip", [square([130.0, 45.0], 10.0)]);
        let mesh = ShapeMesh::build(&strip, &Projection::atlas());
        assert_eq!(mesh.vertices.len(), 80);
        for vertex in &mesh.vertices {
            assert!(
                mesh.bounds.contains(vertex.map(f64::from))
                    || mesh.bounds.expanded(1e-3).contains(vertex.map(f64::from))
            );
        }
    }

    #[test]
    fn nothing_comes_of_nothing() {
        let nan = vec![[f64::NAN, 45.0], [141.0, 45.0], [141.0, 46.0]];
        let bad = shape(
            "bad",
            [
                vec![],
                vec![[1.0, 1.0]],
                vec![[1.0, 1.0], [2.0, 2.0]],
                nan.clone(),
            ],
        );
        let mesh = ShapeMesh::build(&bad, &Projection::atlas());
        assert_eq!(mesh, ShapeMesh::default());
        assert_eq!(mesh.bounds, Bounds::EMPTY);
        let mut good = shape("good", []);
        good.polygons
            .push(polygon(square([140.0, 45.0], 0.4), vec![nan, vec![]]));
        assert_eq!(
            ShapeMesh::build(&good, &Projection::atlas())
                .triangles
                .len(),
            6
        );
        let flat = shape("flat", [vec![[140.0, 45.0]; 5]]);
        assert!(
            ShapeMesh::build(&flat, &Projection::atlas())
                .triangles
                .is_empty()
        );
    }
}
