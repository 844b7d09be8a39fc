//! Runs the program without a window, a display or a GPU, and rasterises what it draws.

use std::num::NonZeroUsize;

use egui::{
    ClippedPrimitive, Color32, Context, Event, FullOutput, RawInput, Rect, Vec2, pos2, vec2,
};

use crate::raster::{Canvas, PixelRect, Rasterizer, Repainter};
use crate::scene::drawing::Drawing;
use crate::ui::app::App;

use super::vectors;

/// Passes until sizes that depend on earlier ones have settled.
const SETTLE: usize = 3;

/// The program in an egui context of its own.
pub struct Headless {
    context: Context,
    app: App,
    rasterizer: Rasterizer,
    /// The canvas that is kept from frame to frame, if there is one.
    kept: Option<Repainter>,
    size: [usize; 2],
    time: f64,
}

impl Headless {
    /// `size` in pixels; `pixels_per_point` is the scale of the interface.
    pub fn new(
        size: [usize; 2],
        pixels_per_point: f32,
        make: impl FnOnce(&Context) -> App,
    ) -> Self {
        let context = Context::default();
        context.set_pixels_per_point(pixels_per_point);
        let app = make(&context);
        Self {
            context,
            app,
            rasterizer: Rasterizer::new(),
            kept: None,
            size,
            time: 0.0,
        }
    }

    /// Keeps a canvas from frame to frame for [`Self::repaint`]; call it before the first frame.
    #[must_use]
    pub fn with_kept_canvas(mut self) -> Self {
        self.kept = Some(Repainter::new(NonZeroUsize::MIN));
        self
    }

    /// The program.
    pub fn app(&mut self) -> &mut App {
        &mut self.app
    }

    /// Runs one frame with some input and returns its triangles.
    pub fn frame(&mut self, events: Vec<Event>) -> Vec<ClippedPrimitive> {
        let output = self.run(events);
        self.context
            .tessellate(output.shapes, output.pixels_per_point)
    }

    /// The size of the screen in points.
    #[expect(
        clippy::cast_precision_loss,
        reason = "pictures are smaller than 2^24 pixels a side"
    )]
    fn points(&self) -> Vec2 {
        vec2(self.size[0] as f32, self.size[1] as f32) / self.context.pixels_per_point()
    }

    fn run(&mut self, events: Vec<Event>) -> FullOutput {
        let size = self.points();
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), size)),
            time: Some(self.time),
            focused: true,
            events,
            ..RawInput::default()
        };
        self.time += 1.0 / 60.0;
        let app = &mut self.app;
        let mut output = self.context.run_ui(input, |ui| app.ui(ui));
        self.rasterizer.update_textures(&output.textures_delta);
        self.rasterizer.free_textures(&output.textures_delta);
        if let Some(kept) = &mut self.kept {
            kept.update_textures(&output.textures_delta);
            kept.free_textures(&output.textures_delta);
        }
        output.textures_delta.clear();
        output
    }

    /// Runs frames until nothing changes any more.
    pub fn settle(&mut self) {
        loop {
            let scale = self.context.pixels_per_point();
            for _ in 0..SETTLE {
                let _ = self.run(Vec::new());
            }
            // A presentation magnifies the screen, which then has to settle again.
            if (self.context.pixels_per_point() - scale).abs() < 1e-3 {
                break;
            }
        }
    }

    /// What a frame shows as outlines and letters, in points; for [`App::draw_vectors`].
    pub fn drawing(&mut self) -> Drawing {
        self.app.draw_vectors();
        self.settle();
        let output = self.run(Vec::new());
        let size = self.points();
        vectors::drawing(output.shapes, [size.x, size.y])
    }

    /// Draws what the last frame shows.
    pub fn picture(&mut self) -> Canvas {
        let primitives = self.frame(Vec::new());
        self.rasterizer.paint(
            self.size,
            self.context.pixels_per_point(),
            Color32::BLACK,
            &primitives,
        )
    }

    /// Runs one frame with some input, draws on the kept canvas what it has changed, and says where.
    /// Without a kept canvas it draws nothing.
    pub fn repaint(&mut self, events: Vec<Event>) -> Vec<PixelRect> {
        let primitives = self.frame(events);
        let scale = self.context.pixels_per_point();
        let Some(kept) = &mut self.kept else {
            return Vec::new();
        };
        kept.paint(self.size, scale, Color32::BLACK, primitives)
    }
}

#[cfg(test)]
mod tests;
