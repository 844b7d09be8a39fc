//! Finds the tiles in which two frames draw something different.
//!
//! What a tile shows depends on the shapes that have pixels in it, in their order. The shapes of
//! both frames are cut into stretches that are the same in both and stretches that may differ, in
//! turn. Of those that may differ each tile gets a fingerprint, of its shapes in their order and of
//! the number of the stretch; where the fingerprints of both frames are the same, the tile shows the
//! same.

use super::align::pairs;
use super::chunks::{self, Chunk};
use super::grid::{Grid, Tiles};
use super::hash::{mix, of_item};
use super::stretches::{Stretch, stretches};
use crate::raster::canvas::PixelRect;
use crate::raster::items::{Item, Items, pixel_bounds, points};
use egui::epaint::{ClippedPrimitive, Mesh, Primitive};
use std::hash::{Hash as _, Hasher};
use std::ops::Range;

/// How points become pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    pub pixels_per_point: f32,
    /// 1/256 pixels per point.
    pub subpixels: f64,
    /// The canvas.
    pub bounds: PixelRect,
}

impl Scale {
    /// The pixels of a primitive's clip rectangle on the canvas.
    pub fn clip(&self, primitive: &ClippedPrimitive) -> PixelRect {
        PixelRect::from_points(primitive.clip_rect, self.pixels_per_point).intersect(self.bounds)
    }

    /// The runs of the shapes of a primitive.
    pub fn runs(&self, primitive: &ClippedPrimitive) -> Vec<Chunk> {
        mesh(primitive).map_or_else(Vec::new, |mesh| {
            chunks::all(mesh, *self, self.clip(primitive))
        })
    }

    /// The pixels that a shape may have.
    #[inline]
    pub fn pixels(&self, item: &Item<'_>, clip: PixelRect) -> Option<PixelRect> {
        let corners = match *item {
            Item::Quad([a, b, c, _]) | Item::Triangle([a, b, c]) => [a, b, c],
        };
        pixel_bounds(points(corners, self.subpixels)?, clip)
    }
}

/// The fingerprints of the tiles of one frame.
struct Prints(Vec<u64>);

impl Prints {
    /// Adds shapes of a mesh, from one place among its indices to before another.
    fn add(
        &mut self,
        grid: &Grid,
        scale: Scale,
        seed: u64,
        (mesh, clip): (&Mesh, PixelRect),
        range: Range<usize>,
    ) {
        for item in Items::between(mesh, range.start, range.end) {
            let Some(pixels) = scale.pixels(&item, clip) else {
                continue;
            };
            let hash = of_item(seed, &item);
            let Tiles { first, last } = Tiles::of(pixels);
            for row in first[1]..=last[1] {
                for column in first[0]..=last[0] {
                    if let Some(print) = self.0.get_mut(grid.place(column, row)) {
                        *print = mix(*print, hash);
                    }
                }
            }
        }
    }
}

/// Compares frames of one size.
pub struct Comparison<'a> {
    grid: &'a mut Grid,
    scale: Scale,
    old: Prints,
    new: Prints,
    /// The number of the stretch.
    stretch: u64,
}

impl<'a> Comparison<'a> {
    pub fn new(grid: &'a mut Grid, scale: Scale) -> Self {
        let prints = vec![0; grid.count()];
        Self {
            grid,
            scale,
            old: Prints(prints.clone()),
            new: Prints(prints),
            stretch: 0,
        }
    }

    /// Marks the tiles that differ, and returns the runs of the new primitives. `runs` are those of
    /// the old ones.
    pub fn mark(
        mut self,
        old: &[ClippedPrimitive],
        runs: &[Vec<Chunk>],
        new: &[ClippedPrimitive],
    ) -> Vec<Vec<Chunk>> {
        let mut renewed: Vec<Vec<Chunk>> = Vec::with_capacity(new.len());
        let likeness = |a: usize, b: usize| likeness(&old[a], &new[b]);
        let (mut before, mut now) = (0, 0);
        for (a, b) in pairs(old.len(), new.len(), likeness) {
            self.differ(&old[before..a], &new[now..b]);
            renewed.extend(
                new[now..b]
                    .iter()
                    .map(|primitive| self.scale.runs(primitive)),
            );
            let known = runs.get(a).map_or(&[][..], Vec::as_slice);
            renewed.push(self.compare(&old[a], known, &new[b]));
            (before, now) = (a + 1, b + 1);
        }
        self.differ(&old[before..], &new[now..]);
        renewed.extend(
            new[now..]
                .iter()
                .map(|primitive| self.scale.runs(primitive)),
        );
        let prints = self.old.0.iter().zip(&self.new.0);
        for (place, (old, new)) in prints.enumerate() {
            if old != new {
                self.grid.mark_place(place);
            }
        }
        renewed
    }

    /// Primitives without a partner.
    fn differ(&mut self, old: &[ClippedPrimitive], new: &[ClippedPrimitive]) {
        self.stretch += 1;
        for (prints, primitives) in [(&mut self.old, old), (&mut self.new, new)] {
            for primitive in primitives {
                if let Some(mesh) = mesh(primitive) {
                    let shown = (mesh, self.scale.clip(primitive));
                    let seed = mix(seed(primitive), self.stretch);
                    let all = 0..mesh.indices.len();
                    prints.add(self.grid, self.scale, seed, shown, all);
                }
            }
        }
    }

    /// Two primitives of one texture in one clip rectangle; returns the runs of the new one.
    fn compare(
        &mut self,
        old: &ClippedPrimitive,
        runs: &[Chunk],
        new: &ClippedPrimitive,
    ) -> Vec<Chunk> {
        let clip = self.scale.clip(new);
        let (Some(before), Some(now)) = (mesh(old), mesh(new)) else {
            return Vec::new();
        };
        let stretches = stretches(before, now);
        for Stretch { old, new } in &stretches {
            self.stretch += 1;
            let seed = self.stretch;
            (self.old).add(self.grid, self.scale, seed, (before, clip), old.clone());
            (self.new).add(self.grid, self.scale, seed, (now, clip), new.clone());
        }
        chunks::renewed(runs, &stretches, now, self.scale, clip)
    }
}

/// The mesh of a primitive; what has none is not drawn.
pub fn mesh(primitive: &ClippedPrimitive) -> Option<&Mesh> {
    match &primitive.primitive {
        Primitive::Mesh(mesh) => Some(mesh),
        Primitive::Callback(_) => None,
    }
}

/// The clip rectangle and the texture of a primitive.
fn seed(primitive: &ClippedPrimitive) -> u64 {
    struct Words(u64);
    impl Hasher for Words {
        fn finish(&self) -> u64 {
            self.0
        }
        fn write(&mut self, bytes: &[u8]) {
            for byte in bytes {
                self.write_u64(u64::from(*byte));
            }
        }
        fn write_u64(&mut self, word: u64) {
            self.0 = mix(self.0, word);
        }
    }
    let mut words = Words(0);
    let egui::Rect { min, max } = primitive.clip_rect;
    for side in [min.x, min.y, max.x, max.y] {
        words.write_u64(u64::from(side.to_bits()));
    }
    if let Some(mesh) = mesh(primitive) {
        mesh.texture_id.hash(&mut words);
    }
    words.finish()
}

/// How like two primitives are; 0 where they are drawn in another way altogether.
fn likeness(old: &ClippedPrimitive, new: &ClippedPrimitive) -> u32 {
    let (Some(before), Some(now)) = (mesh(old), mesh(new)) else {
        return 0;
    };
    if old.clip_rect != new.clip_rect || before.texture_id != now.texture_id {
        return 0;
    }
    let (first, last) = (
        before.vertices.first() == now.vertices.first(),
        before.vertices.last() == now.vertices.last(),
    );
    let middle = |mesh: &Mesh| mesh.vertices.get(mesh.vertices.len() / 2).copied();
    if before.vertices.len() == now.vertices.len()
        && before.indices.len() == now.indices.len()
        && first
        && last
        && middle(before) == middle(now)
    {
        return u32::MAX;
    }
    let shorter = before.indices.len().min(now.indices.len());
    let ends = shorter * (usize::from(first) + usize::from(last));
    u32::try_from(ends)
        .unwrap_or(u32::MAX - 1)
        .saturating_add(1)
}
