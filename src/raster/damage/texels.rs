//! Which parts of textures have changed since the last frame, and which tiles show them.

use super::compare::{Scale, mesh};
use super::grid::{Grid, Tiles};
use crate::raster::fixed::to_i64;
use crate::raster::items::{Item, Items};
use crate::raster::texture::Texture;
use egui::epaint::{ClippedPrimitive, ImageDelta, Vertex};
use egui::{ImageData, TextureId, TextureWrapMode};
use std::collections::HashMap;

/// What of a texture has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Change {
    /// The texels from a column and row to before another.
    Part([[usize; 2]; 2]),
    All,
}

impl Change {
    fn and(self, other: Self) -> Self {
        let (Self::Part([first, end]), Self::Part([also, until])) = (self, other) else {
            return Self::All;
        };
        Self::Part([
            [first[0].min(also[0]), first[1].min(also[1])],
            [end[0].max(until[0]), end[1].max(until[1])],
        ])
    }
}

/// The changes of all textures.
#[derive(Clone, Debug, Default)]
pub struct Changes(HashMap<TextureId, Change>);

impl Changes {
    /// Notes what a delta will change of a texture as it is now.
    pub fn note(&mut self, id: TextureId, texture: Option<&Texture>, delta: &ImageDelta) {
        if let Some(change) = change(texture, delta) {
            self.add(id, change);
        }
    }

    /// Notes that a texture is gone.
    pub fn note_all(&mut self, id: TextureId) {
        self.add(id, Change::All);
    }

    fn add(&mut self, id: TextureId, change: Change) {
        let known = self.0.get(&id);
        let change = known.map_or(change, |known| known.and(change));
        self.0.insert(id, change);
    }

    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// Marks the tiles of the shapes that show what has changed.
    pub fn mark<'t>(
        &self,
        grid: &mut Grid,
        scale: Scale,
        primitives: &[ClippedPrimitive],
        texture: impl Fn(TextureId) -> Option<&'t Texture>,
    ) {
        if self.0.is_empty() {
            return;
        }
        for primitive in primitives {
            let Some(mesh) = mesh(primitive) else {
                continue;
            };
            let Some(change) = self.0.get(&mesh.texture_id) else {
                continue;
            };
            let clip = scale.clip(primitive);
            let texture = texture(mesh.texture_id);
            for item in Items::all(mesh) {
                let shows = match &item {
                    Item::Quad(vertices) => shows(texture, vertices, *change),
                    Item::Triangle(vertices) => shows(texture, vertices, *change),
                };
                if shows && let Some(pixels) = scale.pixels(&item, clip) {
                    grid.mark(Tiles::of(pixels));
                }
            }
        }
    }
}

/// What a delta changes of a texture; `None` where it changes nothing.
fn change(texture: Option<&Texture>, delta: &ImageDelta) -> Option<Change> {
    let Some(texture) = texture else {
        return Some(Change::All);
    };
    let ImageData::Color(image) = &delta.image;
    let [columns, rows] = image.size;
    if texture.options() != delta.options {
        return Some(Change::All);
    }
    match delta.pos {
        Some([column, row]) => Some(Change::Part([
            [column, row],
            [column.saturating_add(columns), row.saturating_add(rows)],
        ])),
        None => (texture.image() != &**image).then_some(Change::All),
    }
}

/// Whether a shape with these vertices may read a changed texel.
fn shows(texture: Option<&Texture>, vertices: &[&Vertex], change: Change) -> bool {
    let (Change::Part([first, end]), Some(texture)) = (change, texture) else {
        return true;
    };
    let size = texture.image().size;
    let wraps = texture.options().wrap_mode != TextureWrapMode::ClampToEdge;
    (0..2).all(|axis| {
        let read = vertices
            .iter()
            .map(|vertex| texture.to_texels(vertex.uv)[axis]);
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for texel in read {
            (low, high) = (low.min(texel), high.max(texel));
        }
        let last = i64::try_from(size[axis]).unwrap_or(i64::MAX) - 1;
        // A linear filter reads the neighbours too.
        let (low, high) = (
            to_i64(low.floor()).saturating_sub(1),
            to_i64(high).saturating_add(1),
        );
        if wraps && (low < 0 || high > last) {
            return true;
        }
        let place = |texel: i64| usize::try_from(texel.clamp(0, last)).unwrap_or(0);
        place(low) < end[axis] && place(high) >= first[axis]
    })
}
