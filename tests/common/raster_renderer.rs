//! Snapshots without a GPU: `egui_kittest` draws through the room `raster`.
//!
//! ```ignore
//! let mut harness = Harness::builder()
//!     .renderer(RasterRenderer::default())
//!     .build_ui(|ui| { ui.label("Kurils"); });
//! harness.snapshot("kurils");
//! ```

use egui::{Color32, Context, FullOutput, TexturesDelta};
use egui_kittest::TestRenderer;
use image::RgbaImage;
use kuril_atlas::raster::Rasterizer;

/// Draws the frames of a harness on the CPU, on a transparent ground as its GPU renderer does.
#[derive(Default)]
pub struct RasterRenderer {
    rasterizer: Rasterizer,
    /// Textures that the frame at hand may still use; the next one does not.
    retired: TexturesDelta,
}

impl TestRenderer for RasterRenderer {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        self.rasterizer.free_textures(&self.retired);
        self.retired.clear();
        self.rasterizer.update_textures(delta);
        self.retired.free = std::mem::take(&mut delta.free);
        delta.clear();
    }

    fn render(&mut self, context: &Context, output: &FullOutput) -> Result<RgbaImage, String> {
        let scale = context.pixels_per_point();
        let size = context.content_rect().size() * scale;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "saturates"
        )]
        let size = [size.x.round() as usize, size.y.round() as usize];
        let primitives = context.tessellate(output.shapes.clone(), scale);
        let canvas = self
            .rasterizer
            .paint(size, scale, Color32::TRANSPARENT, &primitives);
        let [width, height] = canvas.size().map(|side| u32::try_from(side).unwrap_or(0));
        RgbaImage::from_raw(width, height, canvas.into_bytes())
            .ok_or_else(|| format!("no image of {width}×{height} pixels"))
    }
}

impl Drop for RasterRenderer {
    fn drop(&mut self) {
        // egui takes a delta dropped with something in it for a forgotten one.
        self.retired.clear();
    }
}
