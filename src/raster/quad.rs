//! Upright rectangles made of two triangles: every glyph and every picture is one. To fill them
//! needs no edges, and they are drawn as their two triangles would be.

use super::canvas::PixelRect;
use super::fixed::{Point, first_pixel};
use super::shade::Span;
use egui::epaint::Vertex;

/// Whether six indices are the two triangles of a rectangle in the order that
/// `egui::Mesh::add_rect_with_uv` writes; if so, its corners: left top, right top, left bottom
/// and right bottom, in the rectangle's own sense.
#[inline]
pub(super) fn corners(indices: [u32; 6]) -> Option<[u32; 4]> {
    let [a, b, c, ..] = indices;
    let shares_diagonal = [c, b] == [indices[3], indices[4]];
    shares_diagonal.then_some([a, b, c, indices[5]])
}

/// Whether four vertices are an upright rectangle of one colour and an upright piece of texture.
#[inline]
#[expect(
    clippy::float_cmp,
    reason = "corners that differ at all are not upright"
)]
pub(super) fn is_upright([a, b, c, d]: [&Vertex; 4]) -> bool {
    let upright = |[a, b, c, d]: [egui::Pos2; 4]| [a.x, a.y, b.x, c.y] == [c.x, b.y, d.x, d.y];
    let same_color = a.color == b.color && a.color == c.color && a.color == d.color;
    same_color && upright([a.pos, b.pos, c.pos, d.pos]) && upright([a.uv, b.uv, c.uv, d.uv])
}

/// Visits the pixels of `clip` in the rectangle between two opposite corners.
#[inline]
pub(super) fn spans(corner: Point, opposite: Point, clip: PixelRect, mut visit: impl FnMut(Span)) {
    let left = first_pixel(corner.x.min(opposite.x));
    let right = first_pixel(corner.x.max(opposite.x));
    let top = first_pixel(corner.y.min(opposite.y));
    let bottom = first_pixel(corner.y.max(opposite.y));
    let (start, end) = (left.max(clip.min[0]), right.min(clip.max[0]));
    if start >= end {
        return;
    }
    for row in top.max(clip.min[1])..bottom.min(clip.max[1]) {
        visit(Span { row, start, end });
    }
}
