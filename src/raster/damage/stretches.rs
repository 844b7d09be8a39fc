//! Where two meshes differ.

use crate::raster::items::is_border;
use egui::epaint::{Mesh, Vertex};
use std::ops::Range;

/// Parts of two meshes that may differ, as places among their indices. A shape of the mesh begins
/// at either end. What lies between two stretches, before the first and behind the last is the same
/// in both meshes, shape by shape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    pub old: Range<usize>,
    pub new: Range<usize>,
}

/// Vertices that are compared at once. The meshes of the tests are small.
const BLOCK: usize = if cfg!(test) { 4 } else { 16 };

/// The stretches of two meshes of one texture, in their order.
pub fn stretches(old: &Mesh, new: &Mesh) -> Vec<Stretch> {
    if old.vertices.len() == new.vertices.len() && old.indices == new.indices {
        in_place(old, new)
    } else {
        between_ends(old, new).into_iter().collect()
    }
}

fn bytes(vertices: &[Vertex]) -> &[u8] {
    bytemuck::cast_slice(vertices)
}

/// Of meshes that differ in their vertices alone.
fn in_place(old: &Mesh, new: &Mesh) -> Vec<Stretch> {
    if bytes(&old.vertices) == bytes(&new.vertices) {
        return Vec::new();
    }
    let blocks = old.vertices.chunks(BLOCK).zip(new.vertices.chunks(BLOCK));
    let changed: Vec<bool> = blocks.map(|(old, new)| bytes(old) != bytes(new)).collect();
    let has_changed = |index: u32| {
        let block = usize::try_from(index).map_or(usize::MAX, |index| index / BLOCK);
        changed.get(block).copied().unwrap_or(false)
    };
    let mut found: Vec<Stretch> = Vec::new();
    let triangles = old.indices.as_chunks::<3>().0.iter();
    for (number, [a, b, c]) in triangles.enumerate() {
        if !(has_changed(*a) || has_changed(*b) || has_changed(*c)) {
            continue;
        }
        let place = number * 3;
        match found.last_mut() {
            Some(last) if place < last.old.end => {}
            last => {
                // Both meshes have the same indices, and so the same borders.
                let start = border_before(&old.indices, place);
                let end = border_after(&old.indices, place + 3);
                match last {
                    Some(last) if start <= last.old.end => last.old.end = end,
                    _ => found.push(Stretch {
                        old: start..end,
                        new: 0..0,
                    }),
                }
            }
        }
    }
    for stretch in &mut found {
        stretch.new = stretch.old.clone();
    }
    found
}

/// Of meshes that differ in length: all between what is the same at their beginning and what is the
/// same at their end.
fn between_ends(old: &Mesh, new: &Mesh) -> Option<Stretch> {
    let head = same_triangles_at_the_beginning(old, new) * 3;
    let tail = same_triangles_at_the_end(old, new) * 3;
    let (before, now) = (old.indices.len(), new.indices.len());
    // The triangle at a border must be the same in both meshes for it to be a border of both.
    let start = match head.checked_sub(3) {
        Some(last) => border_before(&old.indices, last),
        None => 0,
    };
    let kept = before.min(now).saturating_sub(start);
    let tail = tail.min(kept);
    let end = border_after(&old.indices, before - tail + 3).min(before);
    let shift = before - end;
    let stretch = Stretch {
        old: start..end,
        new: start..now - shift,
    };
    (!stretch.old.is_empty() || !stretch.new.is_empty()).then_some(stretch)
}

/// The last border at a place or before it.
fn border_before(indices: &[u32], place: usize) -> usize {
    let mut place = place;
    while !is_border(indices, place) {
        place -= 3;
    }
    place
}

/// The first border at a place or behind it.
fn border_after(indices: &[u32], place: usize) -> usize {
    let mut place = place;
    while place < indices.len() && !is_border(indices, place) {
        place += 3;
    }
    place.min(indices.len())
}

fn same_triangles_at_the_beginning(old: &Mesh, new: &Mesh) -> usize {
    let blocks = old.vertices.chunks(BLOCK).zip(new.vertices.chunks(BLOCK));
    let same = blocks.take_while(|(old, new)| bytes(old) == bytes(new));
    let vertices = u32::try_from(same.count() * BLOCK).unwrap_or(u32::MAX);
    let (before, now) = (
        old.indices.as_chunks::<3>().0,
        new.indices.as_chunks::<3>().0,
    );
    let pairs = before.iter().zip(now);
    pairs
        .take_while(|(old, new)| old == new && old.iter().all(|index| *index < vertices))
        .count()
}

fn same_triangles_at_the_end(old: &Mesh, new: &Mesh) -> usize {
    // Where indices are left over, triangles do not end where the indices do.
    if !old.indices.len().is_multiple_of(3) || !new.indices.len().is_multiple_of(3) {
        return 0;
    }
    let blocks = (old.vertices.rchunks(BLOCK)).zip(new.vertices.rchunks(BLOCK));
    let same = blocks.take_while(|(old, new)| bytes(old) == bytes(new));
    let count = same.count() * BLOCK;
    let length = |mesh: &Mesh| u32::try_from(mesh.vertices.len()).unwrap_or(u32::MAX);
    let (before, now) = (length(old), length(new));
    let first = before.saturating_sub(u32::try_from(count).unwrap_or(0));
    let is_same = |a: u32, b: u32| {
        // From the end of the vertices; an index that has none is the same nowhere.
        a >= first && a < before && before.wrapping_sub(a) == now.wrapping_sub(b)
    };
    let (before, now) = (
        old.indices.as_chunks::<3>().0,
        new.indices.as_chunks::<3>().0,
    );
    let pairs = before.iter().rev().zip(now.iter().rev());
    pairs
        .take_while(|(old, new)| old.iter().zip(*new).all(|(a, b)| is_same(*a, *b)))
        .count()
}
