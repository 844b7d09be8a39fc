//! Walks egui's primitives and draws them, in one piece or in bands on several threads.

use super::blend::{CLEAR, blend_run};
use super::canvas::{Canvas, PixelRect, Target};
use super::damage::{Chunk, Grid, Share};
use super::fixed::{ONE, Point};
use super::items::{Item, Items, pixel_bounds, points};
use super::quad;
use super::shade::{Brush, Shade, Span};
use super::texture::Texture;
use super::triangle::Triangle;
use egui::epaint::{ClippedPrimitive, Mesh, Primitive, Vertex};
use egui::{Color32, Pos2, Rect, TextureId, TexturesDelta};
use std::collections::HashMap;
use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicBool, Ordering};

/// Draws tessellated egui output on the CPU.
///
/// It keeps the textures between frames: give it every `TexturesDelta` of the context it draws
/// for, in order.
pub struct Rasterizer {
    textures: HashMap<TextureId, Texture>,
    threads: NonZeroUsize,
    callback_warned: AtomicBool,
    texture_warned: AtomicBool,
}

impl Default for Rasterizer {
    fn default() -> Self {
        Self::new()
    }
}

impl Rasterizer {
    /// Without textures, drawing on the calling thread.
    #[must_use]
    pub fn new() -> Self {
        Self {
            textures: HashMap::new(),
            threads: NonZeroUsize::MIN,
            callback_warned: AtomicBool::new(false),
            texture_warned: AtomicBool::new(false),
        }
    }

    /// Draws in that many horizontal bands at once. It shortens the wait, never the work: each
    /// band walks all triangles. The pixels are the same for any number.
    #[must_use]
    pub fn with_threads(mut self, threads: NonZeroUsize) -> Self {
        self.threads = threads;
        self
    }

    /// As [`Self::with_threads`].
    pub(super) const fn set_threads(&mut self, threads: NonZeroUsize) {
        self.threads = threads;
    }

    /// A texture, if it is known.
    pub(super) fn texture(&self, id: TextureId) -> Option<&Texture> {
        self.textures.get(&id)
    }

    /// Takes over new and changed textures; call it before painting the frame they came with.
    /// The delta is left as it is (egui wants it cleared before it is dropped).
    pub fn update_textures(&mut self, delta: &TexturesDelta) {
        for (&id, changes) in &delta.set {
            for change in changes {
                if let Some(position) = change.pos {
                    if let Some(texture) = self.textures.get_mut(&id) {
                        texture.patch(position, change);
                    } else {
                        log::warn!("part of the texture {id:?} arrived before the whole; skipped");
                    }
                } else if let Some(texture) = Texture::new(change) {
                    self.textures.insert(id, texture);
                } else {
                    log::warn!("the texture {id:?} has no pixels or a wrong size; skipped");
                    self.textures.remove(&id);
                }
            }
        }
    }

    /// Drops textures no longer needed; call it after painting the frame they came with.
    pub fn free_textures(&mut self, delta: &TexturesDelta) {
        for id in &delta.free {
            self.textures.remove(id);
        }
    }

    /// Paints a frame on a new canvas.
    ///
    /// `size` is width and height in pixels (see [`Canvas::new`]), `pixels_per_point` what the
    /// primitives were tessellated with, `clear` the colour under them.
    #[must_use]
    pub fn paint(
        &self,
        size: [usize; 2],
        pixels_per_point: f32,
        clear: Color32,
        primitives: &[ClippedPrimitive],
    ) -> Canvas {
        let mut canvas = Canvas::new(size, clear);
        let bounds = canvas.bounds();
        self.draw(&mut canvas, bounds, None, pixels_per_point, primitives);
        canvas
    }

    /// Paints the part of a frame that lies in `region`, over what was there. Afterwards those
    /// pixels are what [`Self::paint`] would have made them, and no other pixel has changed.
    pub fn paint_into(
        &self,
        canvas: &mut Canvas,
        region: PixelRect,
        pixels_per_point: f32,
        clear: Color32,
        primitives: &[ClippedPrimitive],
    ) {
        canvas.fill(region, clear);
        self.draw(canvas, region, None, pixels_per_point, primitives);
    }

    /// Paints the marked tiles of a frame, over what was there.
    pub(super) fn repaint(
        &self,
        canvas: &mut Canvas,
        grid: &Grid,
        pixels_per_point: f32,
        clear: Color32,
        (primitives, runs): (&[ClippedPrimitive], &[Vec<Chunk>]),
    ) {
        let Some(region) = grid.bounds() else {
            return;
        };
        for rect in grid.rects() {
            canvas.fill(rect, clear);
        }
        let part = (grid.marked() < grid.count()).then_some((grid, runs));
        self.draw(canvas, region, part, pixels_per_point, primitives);
    }

    /// With a grid, only its marked tiles are drawn; with it come the runs of each primitive.
    fn draw(
        &self,
        canvas: &mut Canvas,
        region: PixelRect,
        part: Option<(&Grid, &[Vec<Chunk>])>,
        pixels_per_point: f32,
        primitives: &[ClippedPrimitive],
    ) {
        let region = region.intersect(canvas.bounds());
        if region.is_empty() {
            return;
        }
        let scale = f64::from(pixels_per_point) * f64::from(ONE);
        let draw_band = |mut target: Target<'_>| {
            let clip = region.intersect(target.bounds());
            for (place, primitive) in primitives.iter().enumerate() {
                let part =
                    part.map(|(grid, runs)| (grid, runs.get(place).map_or(&[][..], Vec::as_slice)));
                let shown = PixelRect::from_points(primitive.clip_rect, pixels_per_point);
                let clip = clip.intersect(shown);
                if !clip.is_empty() {
                    self.draw_primitive(&mut target, (clip, part), scale, &primitive.primitive);
                }
            }
        };
        let target = canvas.target();
        if self.threads == NonZeroUsize::MIN {
            draw_band(target);
            return;
        }
        let bands = target.bands(region.min[1], region.max[1], self.threads.get());
        std::thread::scope(|scope| {
            for band in bands {
                scope.spawn(|| draw_band(band));
            }
        });
    }

    fn draw_primitive(
        &self,
        target: &mut Target<'_>,
        (clip, part): (PixelRect, Option<(&Grid, &[Chunk])>),
        scale: f64,
        primitive: &Primitive,
    ) {
        match primitive {
            Primitive::Mesh(mesh) => match self.textures.get(&mesh.texture_id) {
                Some(texture) => {
                    let brush = Brush::new(texture);
                    let shown = clip.to_points(scale / f64::from(ONE));
                    let mut painter = MeshPainter {
                        target,
                        clip,
                        grid: part.map(|(grid, _)| grid),
                        shown,
                        scale,
                        brush,
                    };
                    match part {
                        None => painter.draw(Items::all(mesh)),
                        Some((_, runs)) => painter.draw_runs(mesh, runs),
                    }
                }
                None => warn_once(&self.texture_warned, || {
                    format!(
                        "no texture {:?}; what uses it is not drawn",
                        mesh.texture_id
                    )
                }),
            },
            Primitive::Callback(_) => warn_once(&self.callback_warned, || {
                "paint callbacks need a GPU; they are not drawn".to_owned()
            }),
        }
    }
}

/// Once a rasteriser: a frame may hold thousands of the same.
fn warn_once(warned: &AtomicBool, message: impl FnOnce() -> String) {
    if !warned.swap(true, Ordering::Relaxed) {
        log::warn!("{}", message());
    }
}

/// A mesh on its way to the pixels of `clip`.
struct MeshPainter<'a, 'b, 'c> {
    target: &'a mut Target<'b>,
    clip: PixelRect,
    /// If given, only its marked tiles are drawn on.
    grid: Option<&'c Grid>,
    /// The clip rectangle in points, a pixel larger on each side.
    shown: Rect,
    /// 1/256 pixels per point.
    scale: f64,
    brush: Brush<'c>,
}

impl MeshPainter<'_, '_, '_> {
    /// Draws the runs that lie in a tile that is drawn.
    fn draw_runs(&mut self, mesh: &Mesh, runs: &[Chunk]) {
        for Chunk { range, bounds } in runs {
            let wanted = bounds.map(|bounds| bounds.intersect(self.clip));
            let wanted = wanted.filter(|bounds| !bounds.is_empty());
            if wanted.is_some_and(|bounds| self.grid.is_none_or(|grid| grid.touches(bounds))) {
                self.draw(Items::between(mesh, range.start, range.end));
            }
        }
    }

    fn draw(&mut self, items: Items<'_>) {
        for item in items {
            match item {
                Item::Quad(vertices) => self.draw_quad(vertices),
                Item::Triangle(vertices) => self.draw_triangle(vertices),
            }
        }
    }

    #[inline]
    fn draw_quad(&mut self, vertices: [&Vertex; 4]) {
        let [a, b, c, _] = vertices;
        if let Some([left_top, right_top, left_bottom, right_bottom]) = points(vertices, self.scale)
            && let corners = [left_top, right_top, left_bottom]
            && let Some(share) = self.share(corners)
            && let Some(half) = Triangle::new(corners, self.clip)
        {
            let clip = self.clip;
            self.fill([a, b, c], corners, half.area(), share, |visit| {
                quad::spans(left_top, right_bottom, clip, visit);
            });
        }
    }

    #[inline]
    fn draw_triangle(&mut self, vertices: [&Vertex; 3]) {
        if self.misses(vertices) {
            return;
        }
        if let Some(corners) = points(vertices, self.scale)
            && let Some(share) = self.share(corners)
            && let Some(triangle) = Triangle::new(corners, self.clip)
        {
            let clip = self.clip;
            self.fill(vertices, corners, triangle.area(), share, |visit| {
                triangle.spans(clip, visit);
            });
        }
    }

    /// How much of a shape is drawn; `None` where it is nothing.
    #[inline]
    fn share(&self, corners: [Point; 3]) -> Option<Share> {
        let Some(grid) = self.grid else {
            return Some(Share::All);
        };
        let pixels = pixel_bounds(corners, self.clip)?;
        grid.share(pixels)
    }

    /// Whether all vertices lie beyond the same side of the clip rectangle. When a small region
    /// is repainted, this is all that happens to most triangles.
    #[inline]
    fn misses(&self, [a, b, c]: [&Vertex; 3]) -> bool {
        let beyond = |side: fn(Pos2, Rect) -> bool| {
            side(a.pos, self.shown) && side(b.pos, self.shown) && side(c.pos, self.shown)
        };
        beyond(|pos, shown| pos.y < shown.min.y)
            || beyond(|pos, shown| pos.y > shown.max.y)
            || beyond(|pos, shown| pos.x < shown.min.x)
            || beyond(|pos, shown| pos.x > shown.max.x)
    }

    /// Colours the spans of a shape as its vertices say.
    #[inline]
    fn fill(
        &mut self,
        vertices: [&Vertex; 3],
        corners: [Point; 3],
        area: i64,
        extent: Share,
        spans: impl FnOnce(&mut dyn FnMut(Span)),
    ) {
        let target = &mut *self.target;
        let grid = self.grid.filter(|_| extent == Share::Part);
        let parts = |draw: &mut dyn FnMut(Span)| match grid {
            None => spans(draw),
            Some(grid) => spans(&mut |span| grid.parts(span, &mut *draw)),
        };
        if let Some(color) = self.brush.flat(vertices) {
            if color != CLEAR {
                parts(&mut |span| blend_run(target.run(span.row, span.start, span.end), color));
            }
        } else {
            let shade = Shade::new(&mut self.brush, vertices, corners, area);
            parts(&mut |span| shade.draw(target.run(span.row, span.start, span.end), span));
        }
    }
}
