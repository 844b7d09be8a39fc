//! Draws frame after frame and only what has changed from one to the next.
//!
//! The canvas is cut into tiles. What a tile shows depends on the shapes that lie in it, in their
//! order, and on the textures they read. Tiles of which both are as in the frame before stay as they
//! are; the others are cleared and their shapes drawn again, each clipped to them. The rasteriser
//! gives a pixel the same bits whatever it is clipped to, so that the canvas is at all times what a
//! full paint would have made it.

mod align;
mod chunks;
mod compare;
mod grid;
mod hash;
mod stretches;
mod texels;

use super::canvas::{Canvas, PixelRect};
use super::fixed::ONE;
use super::painter::Rasterizer;
use compare::{Comparison, Scale};
use egui::epaint::ClippedPrimitive;
use egui::{Color32, TexturesDelta};
use std::num::NonZeroUsize;
use texels::Changes;

pub(super) use chunks::Chunk;
pub(super) use grid::{Grid, Share};

/// Above this share of marked tiles (one in so many) the work is shared among threads. It shortens the
/// wait for a frame, and costs a little more in all.
const MANY: usize = 2;

/// A canvas that follows the frames of one egui context.
pub struct Repainter {
    rasterizer: Rasterizer,
    threads: NonZeroUsize,
    canvas: Canvas,
    changes: Changes,
    last: Option<Frame>,
    grid: Grid,
}

/// What was drawn last.
struct Frame {
    primitives: Vec<ClippedPrimitive>,
    /// Of each primitive.
    runs: Vec<Vec<Chunk>>,
    pixels_per_point: f32,
    clear: Color32,
}

impl Repainter {
    /// With an empty canvas. When much has changed, it draws on that many threads.
    #[must_use]
    pub fn new(threads: NonZeroUsize) -> Self {
        Self {
            rasterizer: Rasterizer::new(),
            threads,
            canvas: Canvas::new([0, 0], Color32::TRANSPARENT),
            changes: Changes::default(),
            last: None,
            grid: Grid::default(),
        }
    }

    /// Takes over new and changed textures; call it before painting the frame they came with.
    pub fn update_textures(&mut self, delta: &TexturesDelta) {
        for (id, changes) in &delta.set {
            // A whole texture is compared with what is known of it, which an earlier change of the
            // same frame has made old.
            if changes.len() == 1 || changes.iter().all(|change| change.pos.is_some()) {
                let texture = self.rasterizer.texture(*id);
                for change in changes {
                    self.changes.note(*id, texture, change);
                }
            } else {
                self.changes.note_all(*id);
            }
        }
        self.rasterizer.update_textures(delta);
    }

    /// Drops textures no longer needed; call it after painting the frame they came with.
    pub fn free_textures(&mut self, delta: &TexturesDelta) {
        for id in &delta.free {
            self.changes.note_all(*id);
        }
        self.rasterizer.free_textures(delta);
    }

    /// Paints a frame and returns what of the canvas may have changed: rectangles that do not
    /// overlap. The arguments are those of [`Rasterizer::paint`].
    pub fn paint(
        &mut self,
        size: [usize; 2],
        pixels_per_point: f32,
        clear: Color32,
        primitives: Vec<ClippedPrimitive>,
    ) -> Vec<PixelRect> {
        let last = self.last.take().filter(|last| {
            self.grid.size() == Grid::new(size).size()
                && last.pixels_per_point.to_bits() == pixels_per_point.to_bits()
                && last.clear == clear
        });
        let runs = if let Some(last) = last {
            self.mark(&last, &primitives)
        } else {
            self.grid = Grid::new(size);
            self.canvas = Canvas::new(self.grid.size(), clear);
            self.grid.mark_all();
            let scale = self.scale(pixels_per_point);
            (primitives.iter())
                .map(|primitive| scale.runs(primitive))
                .collect()
        };
        self.changes.clear();
        let is_much = self.grid.marked() * MANY > self.grid.count();
        let threads = if is_much {
            self.threads
        } else {
            NonZeroUsize::MIN
        };
        self.rasterizer.set_threads(threads);
        self.rasterizer.repaint(
            &mut self.canvas,
            &self.grid,
            pixels_per_point,
            clear,
            (&primitives, &runs),
        );
        self.last = Some(Frame {
            primitives,
            runs,
            pixels_per_point,
            clear,
        });
        self.grid.rects()
    }

    fn scale(&self, pixels_per_point: f32) -> Scale {
        Scale {
            pixels_per_point,
            subpixels: f64::from(pixels_per_point) * f64::from(ONE),
            bounds: self.canvas.bounds(),
        }
    }

    /// Marks what differs from the last frame, and returns the runs of the new one.
    fn mark(&mut self, last: &Frame, now: &[ClippedPrimitive]) -> Vec<Vec<Chunk>> {
        self.grid.clear();
        let scale = self.scale(last.pixels_per_point);
        let comparison = Comparison::new(&mut self.grid, scale);
        let runs = comparison.mark(&last.primitives, &last.runs, now);
        let texture = |id| self.rasterizer.texture(id);
        self.changes.mark(&mut self.grid, scale, now, texture);
        runs
    }

    /// What has been painted.
    #[must_use]
    pub const fn canvas(&self) -> &Canvas {
        &self.canvas
    }
}
