//! Fingerprints of shapes: quick, and good enough that two that differ do not meet by chance.

use crate::raster::items::Item;
use egui::epaint::Vertex;

/// Odd numbers without a pattern: digits of π.
const SEEDS: [u64; 3] = [
    0x243f_6a88_85a3_08d3,
    0x1319_8a2e_0370_7345,
    0xa409_3822_299f_31d1,
];

/// Stirs two words into one, by the two halves of their product.
#[inline]
pub fn mix(a: u64, b: u64) -> u64 {
    let product = u128::from(a ^ SEEDS[0]) * u128::from(b ^ SEEDS[1]);
    #[expect(clippy::cast_possible_truncation, reason = "the lower half")]
    let low = product as u64;
    low ^ (product >> 64) as u64
}

#[inline]
const fn pair(low: u32, high: u32) -> u64 {
    low as u64 | (high as u64) << 32
}

/// All that a vertex says.
#[inline]
fn of_vertex(hash: u64, vertex: &Vertex) -> u64 {
    let place = pair(vertex.pos.x.to_bits(), vertex.pos.y.to_bits());
    let texel = pair(vertex.uv.x.to_bits(), vertex.uv.y.to_bits());
    let color = u64::from(u32::from_le_bytes(vertex.color.to_array()));
    mix(mix(hash, place) ^ color, texel ^ SEEDS[2])
}

/// All that a shape says; `seed` is what it was told with.
#[inline]
pub fn of_item(seed: u64, item: &Item<'_>) -> u64 {
    match item {
        Item::Quad(vertices) => (vertices.iter()).fold(!seed, |hash, v| of_vertex(hash, v)),
        Item::Triangle(vertices) => (vertices.iter()).fold(seed, |hash, v| of_vertex(hash, v)),
    }
}
