//! Textures: what egui's deltas left behind, and how they are read.

use super::blend::{CLEAR, Pixel, bilinear};
use super::fixed::{to_f64, to_i64};
use super::plane::Steps;
use egui::epaint::ImageDelta;
use egui::{Color32, ColorImage, ImageData, Pos2, TextureFilter, TextureOptions, TextureWrapMode};
use std::sync::Arc;

/// Bits after the point of a texture coordinate in texels.
const FRACTION: u32 = 32;
/// One texel.
const SCALE: f64 = 4_294_967_296.0;
/// Bits of it that a linear filter weighs by, as GPUs do.
const WEIGHT: u32 = 8;
/// Half a weight step, so that the coordinate is rounded and not cut.
const ROUND: i64 = 1 << (FRACTION - WEIGHT - 1);

/// An image of at least one texel and the way to read it.
pub(super) struct Texture {
    image: Arc<ColorImage>,
    options: TextureOptions,
}

impl Texture {
    /// The texture of a delta that replaces the whole image; `None` when the image is empty or
    /// its size is not that of its pixels.
    pub fn new(delta: &ImageDelta) -> Option<Self> {
        let ImageData::Color(image) = &delta.image;
        is_sound(image).then(|| Self {
            image: Arc::clone(image),
            options: delta.options,
        })
    }

    /// Overwrites a part of the image, with its left top texel at `[column, row]`. What lies
    /// outside the texture is left out.
    pub fn patch(&mut self, [column, row]: [usize; 2], delta: &ImageDelta) {
        let ImageData::Color(patch) = &delta.image;
        self.options = delta.options;
        let [width, _] = self.image.size;
        if !is_sound(patch) || column >= width {
            return;
        }
        let length = patch.size[0].min(width - column);
        let image = Arc::make_mut(&mut self.image);
        let below = image.pixels.chunks_exact_mut(width).skip(row);
        for (old, new) in below.zip(patch.pixels.chunks_exact(patch.size[0])) {
            old[column..column + length].copy_from_slice(&new[..length]);
        }
    }

    /// The texels.
    pub fn image(&self) -> &ColorImage {
        &self.image
    }

    /// How it is read.
    pub const fn options(&self) -> TextureOptions {
        self.options
    }

    /// From egui's coordinates (0 to 1 over the image) to texels.
    pub fn to_texels(&self, uv: Pos2) -> [f64; 2] {
        let [width, height] = self.image.size;
        let scale = |value: f32, length: usize| {
            f64::from(value) * to_f64(i64::try_from(length).unwrap_or(0))
        };
        [scale(uv.x, width), scale(uv.y, height)]
    }

    /// A reader for an area where neighbouring pixels are `texels` texels apart.
    pub fn sampler(&self, texels: f64) -> Sampler<'_> {
        let filter = if texels > 1.0 {
            self.options.minification
        } else {
            self.options.magnification
        };
        let [width, height] = self.image.size;
        Sampler {
            texels: &self.image.pixels,
            width,
            columns: Axis::new(width, self.options.wrap_mode),
            rows: Axis::new(height, self.options.wrap_mode),
            linear: filter == TextureFilter::Linear,
        }
    }
}

/// Whether an image has pixels, and as many as its size says (both fields are public).
fn is_sound(image: &ColorImage) -> bool {
    let [width, height] = image.size;
    !image.pixels.is_empty() && width.checked_mul(height) == Some(image.pixels.len())
}

/// A position on a texture, in texels with [`FRACTION`] bits after the point.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    u: i64,
    v: i64,
}

impl Place {
    pub fn new(texels: [f64; 2]) -> Self {
        let [u, v] = texels.map(|value| to_i64(value * SCALE));
        Self { u, v }
    }
}

impl Steps for Place {
    #[inline]
    fn plus(self, step: Self, count: i32) -> Self {
        let count = i64::from(count);
        Self {
            u: self.u.wrapping_add(step.u.wrapping_mul(count)),
            v: self.v.wrapping_add(step.v.wrapping_mul(count)),
        }
    }
}

/// Wraps texel indices along one side of a texture.
#[derive(Clone, Copy)]
enum Axis {
    Clamp {
        last: i64,
    },
    Repeat {
        length: i64,
    },
    /// Repetition where the length is a power of two: hatches are, and it saves a division.
    Mask {
        mask: i64,
    },
    Mirror {
        length: i64,
    },
}

impl Axis {
    fn new(length: usize, wrap: TextureWrapMode) -> Self {
        let power_of_two = length.is_power_of_two();
        let length = i64::try_from(length).unwrap_or(i64::MAX / 2);
        match wrap {
            TextureWrapMode::ClampToEdge => Self::Clamp { last: length - 1 },
            TextureWrapMode::Repeat if power_of_two => Self::Mask { mask: length - 1 },
            TextureWrapMode::Repeat => Self::Repeat { length },
            TextureWrapMode::MirroredRepeat => Self::Mirror { length },
        }
    }

    #[inline]
    fn wrap(self, index: i64) -> usize {
        let wrapped = match self {
            Self::Clamp { last } => index.clamp(0, last),
            Self::Mask { mask } => index & mask,
            Self::Repeat { length } => index.rem_euclid(length),
            Self::Mirror { length } => {
                let index = index.rem_euclid(2 * length);
                index.min(2 * length - 1 - index)
            }
        };
        usize::try_from(wrapped).unwrap_or(0)
    }
}

/// Reads a texture.
pub(super) struct Sampler<'a> {
    texels: &'a [Color32],
    width: usize,
    columns: Axis,
    rows: Axis,
    linear: bool,
}

impl<'a> Sampler<'a> {
    #[inline]
    fn texel(&self, column: usize, row: usize) -> Pixel {
        self.texels
            .get(row * self.width + column)
            .map_or(CLEAR, Color32::to_array)
    }

    /// The colour at a place.
    #[inline]
    pub fn sample(&self, place: Place) -> Pixel {
        if !self.linear {
            let column = self.columns.wrap(place.u >> FRACTION);
            return self.texel(column, self.rows.wrap(place.v >> FRACTION));
        }
        let (u, v) = (Weighed::new(place.u), Weighed::new(place.v));
        let (column, row) = (self.columns.wrap(u.index), self.rows.wrap(v.index));
        if u.weight == 0 && v.weight == 0 {
            return self.texel(column, row);
        }
        let (right, below) = (self.columns.wrap(u.index + 1), self.rows.wrap(v.index + 1));
        bilinear(
            [self.texel(column, row), self.texel(right, row)],
            [self.texel(column, below), self.texel(right, below)],
            u.weight,
            v.weight,
        )
    }

    /// The texels under a run of `count` pixels, when the run meets their centres one by one:
    /// nearly all text does. The result is what [`Self::sample`] would give for each pixel.
    pub fn aligned(&self, place: Place, step: Place, count: usize) -> Option<&'a [Color32]> {
        let steps = i32::try_from(count).ok()?.checked_sub(1)?;
        let last = place.plus(step, steps);
        let (u, v) = (Weighed::new(place.u), Weighed::new(place.v));
        let (last_u, last_v) = (Weighed::new(last.u), Weighed::new(last.v));
        let centred = u.weight | v.weight | last_u.weight | last_v.weight == 0;
        if !centred || v.index != last_v.index || last_u.index - u.index != i64::from(steps) {
            return None;
        }
        let column = usize::try_from(u.index).ok()?;
        let row = usize::try_from(v.index).ok()?;
        let line = self.texels.chunks_exact(self.width).nth(row)?;
        line.get(column..column.checked_add(count)?)
    }
}

/// A coordinate as the linear filter sees it: the texel whose centre is at or before it, and how
/// far (in 1/256) it is on the way to the next.
struct Weighed {
    index: i64,
    weight: u64,
}

impl Weighed {
    #[inline]
    fn new(coordinate: i64) -> Self {
        let rounded = coordinate.wrapping_add(ROUND) >> (FRACTION - WEIGHT);
        let from_centre = rounded - (1 << (WEIGHT - 1));
        Self {
            index: from_centre >> WEIGHT,
            weight: u64::from(from_centre.to_le_bytes()[0]),
        }
    }
}
