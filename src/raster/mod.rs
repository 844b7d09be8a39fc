//! A small CPU rasteriser of egui's tessellated meshes.
//!
//! It draws what egui's GPU renderers draw (textured triangles, vertex colours, premultiplied
//! alpha blended in gamma space), without a display: for PNG export, for snapshot tests, and for
//! a window on machines without a GPU.
//!
//! ```
//! use egui::{Color32, Context, RawInput, Rect, pos2, vec2};
//! use kuril_atlas::raster::{Rasterizer, encode_png};
//!
//! let context = Context::default();
//! let screen_rect = Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(64.0, 48.0)));
//! let input = RawInput { screen_rect, ..RawInput::default() };
//! let mut output = context.run_ui(input, |ui| {
//!     ui.label("Kurils");
//! });
//! let primitives = context.tessellate(std::mem::take(&mut output.shapes), output.pixels_per_point);
//!
//! let mut rasterizer = Rasterizer::new();
//! rasterizer.update_textures(&output.textures_delta);
//! let canvas = rasterizer.paint([64, 48], output.pixels_per_point, Color32::WHITE, &primitives);
//! rasterizer.free_textures(&output.textures_delta);
//! output.textures_delta.clear();
//!
//! let mut png = Vec::new();
//! encode_png(&mut png, &canvas, &[("Title", "千島")])?;
//! # Ok::<(), kuril_atlas::raster::PngError>(())
//! ```
//!
//! # Invariants
//! - The value of a pixel depends on its position and the primitives alone, never on the band,
//!   the clip or the damaged region it is painted in. So any number of threads and any partial
//!   repaint ([`Rasterizer::paint_into`]) give the same bits as one full paint. What makes it
//!   hold: edges and texture coordinates step in integers from anchors that no clip moves.
//! - A canvas that [`Repainter`] keeps from frame to frame is what one full paint of the last frame
//!   would have made, bit by bit.
//! - Two triangles that share an edge cover each pixel along it exactly once (top-left rule on a
//!   grid of 1/256 pixel, as GPUs do).
//! - No input panics: broken meshes, absent textures, NaN and huge coordinates draw less, or
//!   nothing.
//!
//! Not supported: paint callbacks (they are GPU code), mipmaps and dithering.

mod blend;
mod canvas;
mod damage;
mod edge;
mod fixed;
mod items;
mod painter;
mod plane;
mod png;
mod quad;
mod shade;
mod texture;
mod triangle;

#[cfg(test)]
mod tests;

pub use self::canvas::{Canvas, MAX_SIDE, PixelRect};
pub use self::damage::Repainter;
pub use self::painter::Rasterizer;
pub use self::png::{PngError, encode_png};
