//! Tests of the room through its public face, with hand-made meshes.

#![expect(
    clippy::disallowed_methods,
    reason = "works on pixels, not on a palette"
)]

mod colors;
mod coverage;
mod damage;
mod png;
mod robust;
mod textures;

use super::{Canvas, PixelRect, Rasterizer};
use egui::epaint::{ClippedPrimitive, ImageDelta, Mesh, Primitive, Vertex};
use egui::{Color32, ColorImage, Pos2, Rect, TextureId, TextureOptions, TexturesDelta, pos2};

/// Counts: blended `n` times on [`GROUND`] it leaves `n` in every channel but alpha.
const COUNTER: Color32 = Color32::from_rgba_premultiplied(1, 1, 1, 0);
const GROUND: Color32 = Color32::BLACK;

fn color([r, g, b, a]: [u8; 4]) -> Color32 {
    Color32::from_rgba_premultiplied(r, g, b, a)
}

fn set_texture(
    rasterizer: &mut Rasterizer,
    id: TextureId,
    size: [usize; 2],
    pixels: &[Color32],
    options: TextureOptions,
) {
    let mut delta = TexturesDelta::default();
    delta.push(
        id,
        ImageDelta::full(ColorImage::new(size, pixels.to_vec()), options),
    );
    rasterizer.update_textures(&delta);
    delta.clear();
}

/// With a white texture in the place of the font atlas.
fn rasterizer() -> Rasterizer {
    let mut rasterizer = Rasterizer::new();
    let white = [Color32::WHITE];
    set_texture(
        &mut rasterizer,
        TextureId::default(),
        [1, 1],
        &white,
        TextureOptions::LINEAR,
    );
    rasterizer
}

fn primitive(clip_rect: Rect, mesh: Mesh) -> ClippedPrimitive {
    ClippedPrimitive {
        clip_rect,
        primitive: Primitive::Mesh(mesh),
    }
}

/// A mesh of one colour, without texture.
fn flat(positions: &[[f32; 2]], indices: &[u32], color: Color32) -> Mesh {
    let vertices = positions
        .iter()
        .map(|&[x, y]| Vertex::untextured(pos2(x, y), color))
        .collect();
    Mesh {
        indices: indices.to_vec(),
        vertices,
        texture_id: TextureId::default(),
    }
}

/// A rectangle that shows `uv` of a texture.
fn picture(rect: Rect, uv: Rect, id: TextureId, color: Color32) -> Mesh {
    let mut mesh = Mesh::with_texture(id);
    mesh.add_rect_with_uv(rect, uv, color);
    mesh
}

fn rect(left: f32, top: f32, right: f32, bottom: f32) -> Rect {
    Rect {
        min: Pos2::new(left, top),
        max: Pos2::new(right, bottom),
    }
}

fn paint(size: [usize; 2], meshes: impl IntoIterator<Item = Mesh>) -> Canvas {
    let primitives: Vec<_> = meshes
        .into_iter()
        .map(|mesh| primitive(Rect::EVERYTHING, mesh))
        .collect();
    rasterizer().paint(size, 1.0, GROUND, &primitives)
}

/// The red channel, row by row.
fn red(canvas: &Canvas) -> Vec<Vec<u8>> {
    let width = canvas.size()[0].max(1);
    let row = |row: &[[u8; 4]]| row.iter().map(|pixel| pixel[0]).collect();
    canvas.pixels().chunks(width).map(row).collect()
}

fn changed(canvas: &Canvas, mut outside: impl FnMut(i32, i32) -> bool) -> bool {
    let columns = i32::try_from(canvas.size()[0]).unwrap_or(i32::MAX).max(1);
    let pixels = canvas.pixels().iter().zip(0_i32..);
    pixels
        .into_iter()
        .any(|(pixel, i)| outside(i % columns, i / columns) && *pixel != GROUND.to_array())
}

fn inside(region: PixelRect, column: i32, row: i32) -> bool {
    let [left, top] = region.min;
    let [right, bottom] = region.max;
    (left..right).contains(&column) && (top..bottom).contains(&row)
}
