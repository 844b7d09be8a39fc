//! Numbers of the room: the 1/256 pixel grid, and the few conversions that need a cast.

/// Steps per pixel: the subpixel precision of common GPUs.
pub(super) const ONE: i32 = 256;
/// From the edge of a pixel to its centre.
pub(super) const HALF: i32 = ONE / 2;
/// Coordinates are held within ±65536 pixels. It leaves room to draw huge shapes on any canvas,
/// and keeps every product of [`super::edge`] below 2^53, where `f64` division is exact.
const LIMIT: f64 = 65_536.0 * ONE as f64;
/// 1.5·2^52: a sum with it is rounded to an integer that stands in the lowest mantissa bits.
/// `f64::round` is a library call on the baseline x86-64.
const ROUNDER: f64 = 6_755_399_441_055_744.0;

/// A vertex position in 1/256 pixel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Point {
    pub x: i32,
    pub y: i32,
}

impl Point {
    /// Converts from points; `scale` is pixels per point times [`ONE`]. `None` for NaN.
    #[inline]
    pub fn new(position: egui::Pos2, scale: f64) -> Option<Self> {
        let x = f64::from(position.x) * scale;
        let y = f64::from(position.y) * scale;
        if x.is_nan() || y.is_nan() {
            return None;
        }
        Some(Self {
            x: round(x.clamp(-LIMIT, LIMIT)),
            y: round(y.clamp(-LIMIT, LIMIT)),
        })
    }
}

/// The nearest integer of a number within ±2^31.
#[expect(
    clippy::cast_possible_truncation,
    reason = "the low half of the bits is the integer"
)]
#[inline]
fn round(value: f64) -> i32 {
    (value + ROUNDER).to_bits() as i32
}

/// The first pixel (column or row) whose centre is at or after `coordinate` (1/256 pixel).
/// As the start of a range it includes that centre, as its end it excludes it: the top-left rule.
#[inline]
pub(super) fn first_pixel(coordinate: i32) -> i32 {
    (coordinate + HALF - 1) >> 8
}

/// The centre of a pixel (column or row), in 1/256 pixel.
#[inline]
pub(super) fn centre(pixel: i32) -> i32 {
    pixel * ONE + HALF
}

/// Truncates towards zero; saturates, and NaN becomes 0.
#[expect(clippy::cast_possible_truncation, reason = "saturation is wanted")]
#[inline]
pub(super) fn to_i32(value: f64) -> i32 {
    value as i32
}

/// Truncates towards zero; saturates, and NaN becomes 0.
#[expect(clippy::cast_possible_truncation, reason = "saturation is wanted")]
#[inline]
pub(super) fn to_i64(value: f64) -> i64 {
    value as i64
}

/// For integers below 2^53.
#[expect(
    clippy::cast_precision_loss,
    reason = "exact for the numbers of this room"
)]
#[inline]
pub(super) fn to_f64(value: i64) -> f64 {
    value as f64
}

/// An index; negative numbers become 0.
#[expect(clippy::cast_sign_loss, reason = "clamped just before")]
#[inline]
pub(super) fn to_index(value: i32) -> usize {
    value.max(0) as usize
}

/// The nearest `f32`.
#[expect(clippy::cast_possible_truncation, reason = "less precision is enough")]
pub(super) fn to_f32(value: f64) -> f32 {
    value as f32
}
