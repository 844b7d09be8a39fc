//! The pixel buffer, rectangles of pixels, and the window of it that one band may write to.

#![expect(
    clippy::disallowed_methods,
    reason = "works on pixels, not on a palette"
)]

use super::blend::Pixel;
use super::fixed::{to_f32, to_index};
use egui::{Color32, ColorImage};

/// The longest side of a [`Canvas`], in pixels. The interpolators of the room are accurate to
/// that width, and it bounds what a mistyped size can allocate.
pub const MAX_SIDE: usize = 16_384;

/// A half-open rectangle of pixels: `min` is inside, `max` is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PixelRect {
    /// First column and first row, in pixels from the left top.
    pub min: [i32; 2],
    /// Column and row after the last, in pixels from the left top.
    pub max: [i32; 2],
}

impl PixelRect {
    /// From the first pixel and the pixel after the last, as `[column, row]`.
    #[must_use]
    pub const fn new(min: [i32; 2], max: [i32; 2]) -> Self {
        Self { min, max }
    }

    /// The pixels that an egui clip rectangle (in points) shows: its edges are rounded to the
    /// nearest pixel boundary, as egui's own renderers do.
    #[must_use]
    pub fn from_points(rect: egui::Rect, pixels_per_point: f32) -> Self {
        let round =
            |points: f32| super::fixed::to_i32(f64::from((points * pixels_per_point).round()));
        Self {
            min: [round(rect.min.x), round(rect.min.y)],
            max: [round(rect.max.x), round(rect.max.y)],
        }
    }

    /// The rectangle in points, a pixel larger on each side.
    pub(super) fn to_points(self, pixels_per_point: f64) -> egui::Rect {
        let scale = |pixel: i32| to_f32(f64::from(pixel) / pixels_per_point);
        let ([left, top], [right, bottom]) = (self.min, self.max);
        egui::Rect {
            min: egui::pos2(scale(left.saturating_sub(1)), scale(top.saturating_sub(1))),
            max: egui::pos2(
                scale(right.saturating_add(1)),
                scale(bottom.saturating_add(1)),
            ),
        }
    }

    /// The pixels in both rectangles.
    #[must_use]
    pub fn intersect(self, other: Self) -> Self {
        Self {
            min: [self.min[0].max(other.min[0]), self.min[1].max(other.min[1])],
            max: [self.max[0].min(other.max[0]), self.max[1].min(other.max[1])],
        }
    }

    /// The smallest rectangle with both.
    pub(super) fn union(self, other: Self) -> Self {
        Self {
            min: [self.min[0].min(other.min[0]), self.min[1].min(other.min[1])],
            max: [self.max[0].max(other.max[0]), self.max[1].max(other.max[1])],
        }
    }

    /// Whether there is no pixel inside.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.min[0] >= self.max[0] || self.min[1] >= self.max[1]
    }
}

/// An image of premultiplied gamma-space RGBA pixels, row by row from the top.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Canvas {
    width: usize,
    height: usize,
    pixels: Vec<Pixel>,
}

impl Canvas {
    /// A canvas of one colour. `size` is width and height in pixels; each is held at
    /// [`MAX_SIDE`], and either may be zero.
    #[must_use]
    pub fn new(size: [usize; 2], fill: Color32) -> Self {
        let [width, height] = size.map(|side| side.min(MAX_SIDE));
        Self {
            width,
            height,
            pixels: vec![fill.to_array(); width * height],
        }
    }

    /// Width and height, in pixels.
    #[must_use]
    pub const fn size(&self) -> [usize; 2] {
        [self.width, self.height]
    }

    /// All pixels of the canvas.
    #[must_use]
    pub fn bounds(&self) -> PixelRect {
        let side = |length: usize| i32::try_from(length).unwrap_or(i32::MAX);
        PixelRect::new([0, 0], [side(self.width), side(self.height)])
    }

    /// The pixels, row by row from the top, as premultiplied `[red, green, blue, alpha]`.
    #[must_use]
    pub fn pixels(&self) -> &[[u8; 4]] {
        &self.pixels
    }

    /// The colour of a pixel; `None` outside the canvas.
    #[must_use]
    pub fn pixel(&self, column: usize, row: usize) -> Option<Color32> {
        if column >= self.width {
            return None;
        }
        let [r, g, b, a] = *self.pixels.get(row * self.width + column)?;
        Some(Color32::from_rgba_premultiplied(r, g, b, a))
    }

    /// Whether no pixel shows what is behind it.
    #[must_use]
    pub fn is_opaque(&self) -> bool {
        self.pixels.iter().all(|pixel| pixel[3] == 255)
    }

    /// Sets the pixels of `region` to one colour, without blending.
    pub fn fill(&mut self, region: PixelRect, color: Color32) {
        let region = region.intersect(self.bounds());
        let mut target = self.target();
        for row in region.min[1]..region.max[1] {
            target
                .run(row, region.min[0], region.max[0])
                .fill(color.to_array());
        }
    }

    /// The premultiplied bytes, four a pixel, without a copy.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.pixels.into_flattened()
    }

    /// A copy in egui's own image type.
    #[must_use]
    pub fn to_color_image(&self) -> ColorImage {
        let pixels = self
            .pixels
            .iter()
            .map(|&[r, g, b, a]| Color32::from_rgba_premultiplied(r, g, b, a))
            .collect();
        ColorImage::new(self.size(), pixels)
    }

    /// The whole canvas as a place to draw on.
    pub(super) fn target(&mut self) -> Target<'_> {
        Target {
            bounds: self.bounds(),
            width: self.width,
            pixels: &mut self.pixels,
        }
    }
}

/// Some whole rows of a canvas, open for drawing. Coordinates are those of the canvas.
pub(super) struct Target<'a> {
    bounds: PixelRect,
    width: usize,
    pixels: &'a mut [Pixel],
}

impl<'a> Target<'a> {
    /// What may be drawn on.
    pub const fn bounds(&self) -> PixelRect {
        self.bounds
    }

    /// The pixels of a row from column `start` to before `end`; empty when that is not within
    /// [`Self::bounds`].
    #[inline]
    pub fn run(&mut self, row: i32, start: i32, end: i32) -> &mut [Pixel] {
        if row < self.bounds.min[1] || start < 0 || end > self.bounds.max[0] {
            return &mut [];
        }
        let offset = to_index(row - self.bounds.min[1]) * self.width;
        self.pixels
            .get_mut(offset + to_index(start)..offset + to_index(end))
            .unwrap_or_default()
    }

    /// Cuts the rows from `first` to before `end` into `count` bands of equal height, give or
    /// take a row.
    pub fn bands(self, first: i32, end: i32, count: usize) -> Vec<Target<'a>> {
        let first = first.max(self.bounds.min[1]);
        let rows = to_index(end.min(self.bounds.max[1]) - first);
        let height = rows.div_ceil(count.max(1)).max(1);
        let skipped = to_index(first - self.bounds.min[1]) * self.width;
        let rest = self.pixels.get_mut(skipped..).unwrap_or_default();
        let used = (rows * self.width).min(rest.len());
        let (used, _) = rest.split_at_mut(used);
        let step = i32::try_from(height).unwrap_or(i32::MAX);
        let mut top = first;
        used.chunks_mut((height * self.width).max(1))
            .map(|pixels| {
                let bottom = top.saturating_add(step).min(end).min(self.bounds.max[1]);
                let bounds = PixelRect::new([0, top], [self.bounds.max[0], bottom]);
                top = bottom;
                Target {
                    bounds,
                    width: self.width,
                    pixels,
                }
            })
            .collect()
    }
}
