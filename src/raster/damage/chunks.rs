//! Runs of the shapes of a mesh and where they lie, so that most of a frame need not be walked to draw
//! a small part of it.

use super::compare::Scale;
use super::stretches::Stretch;
use crate::raster::canvas::PixelRect;
use crate::raster::items::Items;
use egui::epaint::Mesh;
use std::ops::Range;

/// Shapes of a run: enough to pass over most of a frame at once, and few enough to lie together. The
/// meshes of the tests are small.
const LENGTH: usize = if cfg!(test) { 5 } else { 48 };

/// Some shapes that follow each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chunk {
    /// Their place among the indices of the mesh.
    pub range: Range<usize>,
    /// The pixels they may have; `None` without any.
    pub bounds: Option<PixelRect>,
}

impl Chunk {
    /// The same shapes where other indices stand before them.
    fn shifted(&self, before: usize, now: usize) -> Self {
        let shift = |place: usize| place + now - before;
        Self {
            range: shift(self.range.start)..shift(self.range.end),
            bounds: self.bounds,
        }
    }
}

/// The runs of a whole mesh.
pub fn all(mesh: &Mesh, scale: Scale, clip: PixelRect) -> Vec<Chunk> {
    let mut chunks = Vec::with_capacity(mesh.indices.len() / (3 * LENGTH) + 1);
    between(mesh, scale, clip, 0..mesh.indices.len(), &mut chunks);
    chunks
}

/// Adds the runs of a part of a mesh. A shape begins at either end of it.
fn between(
    mesh: &Mesh,
    scale: Scale,
    clip: PixelRect,
    part: Range<usize>,
    chunks: &mut Vec<Chunk>,
) {
    let count = mesh.indices.len();
    let mut items = Items::between(mesh, part.start, part.end);
    let mut start = part.start;
    while start < part.end {
        let mut bounds: Option<PixelRect> = None;
        let mut is_over = false;
        for _ in 0..LENGTH {
            let Some(item) = items.next() else {
                is_over = true;
                break;
            };
            if let Some(pixels) = scale.pixels(&item, clip) {
                bounds = Some(bounds.map_or(pixels, |bounds| bounds.union(pixels)));
            }
        }
        let end = if is_over {
            part.end
        } else {
            count - items.left()
        };
        chunks.push(Chunk {
            range: start..end,
            bounds,
        });
        start = end;
    }
}

/// The runs of a mesh that differs from another in some stretches, made of the runs of that one.
pub fn renewed(
    old: &[Chunk],
    stretches: &[Stretch],
    mesh: &Mesh,
    scale: Scale,
    clip: PixelRect,
) -> Vec<Chunk> {
    let mut chunks = Vec::with_capacity(old.len() + stretches.len());
    let mut rest = old.iter().peekable();
    // Up to where the new mesh is done, and by how much indices behind have moved.
    let (mut done, mut shift) = (0, (0, 0));
    for Stretch { old: before, new } in stretches {
        while let Some(chunk) = rest.next_if(|chunk| chunk.range.end <= before.start) {
            chunks.push(chunk.shifted(shift.0, shift.1));
            done = chunk.range.end + shift.1 - shift.0;
        }
        while rest
            .next_if(|chunk| chunk.range.start < before.end)
            .is_some()
        {}
        shift = (before.end, new.end);
        let end = rest.peek().map_or(mesh.indices.len(), |chunk| {
            chunk.range.start + shift.1 - shift.0
        });
        if done < end {
            between(mesh, scale, clip, done..end, &mut chunks);
            done = end;
        }
    }
    chunks.extend(rest.map(|chunk| chunk.shifted(shift.0, shift.1)));
    chunks
}
