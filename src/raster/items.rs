//! The shapes that a mesh is drawn as: triangles, and pairs of them that are upright rectangles.

use super::canvas::PixelRect;
use super::fixed::{Point, first_pixel};
use super::quad;
use egui::epaint::{Mesh, Vertex};

/// A shape of a mesh.
pub(super) enum Item<'a> {
    /// Left top, right top, left bottom and right bottom of a rectangle, in its own sense.
    Quad([&'a Vertex; 4]),
    Triangle([&'a Vertex; 3]),
}

/// Walks the shapes of a mesh in the order in which they are drawn.
pub(super) struct Items<'a> {
    vertices: &'a [Vertex],
    rest: &'a [u32],
    /// Triangles that begin where so many indices are left, or fewer, are left out.
    end: usize,
}

impl<'a> Items<'a> {
    /// All shapes.
    pub fn all(mesh: &'a Mesh) -> Self {
        Self::between(mesh, 0, mesh.indices.len())
    }

    /// The shapes that begin from one place among the indices to before another. A shape must
    /// begin at the first.
    pub fn between(mesh: &'a Mesh, start: usize, end: usize) -> Self {
        Self {
            vertices: &mesh.vertices,
            rest: mesh.indices.get(start..).unwrap_or_default(),
            end: mesh.indices.len().saturating_sub(end),
        }
    }

    /// How many indices are left.
    pub const fn left(&self) -> usize {
        self.rest.len()
    }
}

impl<'a> Iterator for Items<'a> {
    type Item = Item<'a>;

    #[inline]
    fn next(&mut self) -> Option<Item<'a>> {
        loop {
            if self.rest.len() <= self.end {
                return None;
            }
            let (&triangle, after) = self.rest.split_first_chunk::<3>()?;
            if let Some((&pair, after)) = self.rest.split_first_chunk::<6>()
                && let Some(corners) = quad::corners(pair)
                && let Some(vertices) = vertices(self.vertices, corners)
                && quad::is_upright(vertices)
            {
                self.rest = after;
                return Some(Item::Quad(vertices));
            }
            self.rest = after;
            if let Some(vertices) = vertices(self.vertices, triangle) {
                return Some(Item::Triangle(vertices));
            }
        }
    }
}

/// Whether a shape certainly begins at a place among some indices, whatever their vertices are:
/// the two triangles around it cannot be one rectangle.
#[inline]
pub(super) fn is_border(indices: &[u32], place: usize) -> bool {
    let around = place
        .checked_sub(3)
        .and_then(|start| indices.get(start..)?.first_chunk::<6>());
    around.is_none_or(|pair| quad::corners(*pair).is_none())
}

/// The vertices of some indices; `None` if one does not exist.
#[inline]
fn vertices<const N: usize>(all: &[Vertex], indices: [u32; N]) -> Option<[&Vertex; N]> {
    let mut found = [all.first()?; N];
    for (vertex, index) in found.iter_mut().zip(indices) {
        *vertex = all.get(usize::try_from(index).ok()?)?;
    }
    Some(found)
}

/// Where vertices lie on the canvas; `None` if one is nowhere.
#[inline]
pub(super) fn points<const N: usize>(vertices: [&Vertex; N], scale: f64) -> Option<[Point; N]> {
    let mut points = [Point { x: 0, y: 0 }; N];
    for (point, vertex) in points.iter_mut().zip(vertices) {
        *point = Point::new(vertex.pos, scale)?;
    }
    Some(points)
}

/// The pixels of `clip` whose centres may lie between three points, or in the upright rectangle
/// that they are corners of; `None` where there are none. Most triangles of a detailed map are
/// smaller than a pixel and have none.
#[inline]
pub(super) fn pixel_bounds([a, b, c]: [Point; 3], clip: PixelRect) -> Option<PixelRect> {
    let top = first_pixel(a.y.min(b.y).min(c.y)).max(clip.min[1]);
    let bottom = first_pixel(a.y.max(b.y).max(c.y)).min(clip.max[1]);
    let left = first_pixel(a.x.min(b.x).min(c.x)).max(clip.min[0]);
    let right = first_pixel(a.x.max(b.x).max(c.x)).min(clip.max[0]);
    (top < bottom && left < right).then_some(PixelRect::new([left, top], [right, bottom]))
}
