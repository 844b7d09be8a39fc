//! The map: ground, states, labels, and what is laid over it.

mod furniture;
mod interact;
mod labels;
mod layers;
mod patterns;
mod strokes;

use std::sync::Arc;

use egui::{Color32, Rect, Ui, vec2};

use crate::geometry::{Camera, Viewport};
use crate::scene::ground::Ground;
use crate::state::Command;
use crate::state::view_state::Preset;

use super::app::Desk;
use super::tokens::{radius, space};
use layers::{Layers, View};
use patterns::Patterns;

/// Kilometres a point beyond which the four islands are too small to see and get an inset.
const INSET_FROM_KM_PER_POINT: f64 = 1.7;

/// The map with its caches.
pub struct MapView {
    ground: Arc<Ground>,
    main: Layers,
    inset: Layers,
    labels: labels::LabelCache,
    furniture: furniture::Furniture,
    patterns: Patterns,
}

impl MapView {
    pub fn new(ground: Arc<Ground>) -> Self {
        Self {
            ground,
            main: Layers::default(),
            inset: Layers::default(),
            labels: labels::LabelCache::default(),
            furniture: furniture::Furniture::default(),
            patterns: Patterns::default(),
        }
    }

    /// Draws the map in all the room there is.
    pub fn map_ui(&mut self, ui: &mut Ui, desk: &mut Desk<'_>) {
        let rect = ui.available_rect_before_wrap();
        let viewport = Viewport { size: [rect.width(), rect.height()] };
        let camera = camera(&self.ground, desk, viewport);
        let view = View { rect, camera, pixels_per_point: ui.ctx().pixels_per_point() };
        let response = interact::map_response(ui, desk, rect);
        let painter = ui.painter_at(rect);
        let scene = layers::Scene::of(desk);
        self.patterns.prepare(ui.ctx());
        self.main.paint(&painter, &self.ground, desk, &scene, view, &self.patterns);
        let inset = inset_rect(rect).filter(|_| camera.km_per_point > INSET_FROM_KM_PER_POINT);
        let furniture = self.furniture.layout(ui, desk, rect);
        let obstacles: Vec<Rect> = [furniture.banner, furniture.legend].into_iter().chain(inset).collect();
        self.labels.paint(&painter, &self.ground, desk, view, &obstacles);
        interact::shapes(ui, &self.ground, desk, view, &response);
        if let Some(inset) = inset {
            self.inset_ui(ui, desk, &scene, inset);
        }
        self.furniture.furniture_ui(ui, &self.ground, desk, view, &self.patterns);
        if desk.state.viewport != viewport {
            desk.send(Command::Resize(viewport));
        }
    }

    fn inset_ui(&mut self, ui: &mut Ui, desk: &mut Desk<'_>, scene: &layers::Scene, rect: Rect) {
        let viewport = Viewport { size: [rect.width(), rect.height()] };
        let bounds = Preset::FourIslands.bounds(&self.ground.projection);
        let view = View {
            rect,
            camera: Camera::fit(&bounds, viewport, 6.0),
            pixels_per_point: ui.ctx().pixels_per_point(),
        };
        let painter = ui.painter_at(rect.expand(2.0));
        self.inset.paint(&painter.with_clip_rect(rect), &self.ground, desk, scene, view, &self.patterns);
        labels::paint_inset(&painter, &self.ground, desk, view);
        painter.rect_stroke(
            rect,
            radius::SMALL,
            egui::Stroke::new(1.5, desk.tokens.raised),
            egui::StrokeKind::Outside,
        );
        interact::inset(ui, &self.ground, desk, view);
    }
}

/// Where the inset stands; nowhere if it would cover too much of the map.
fn inset_rect(map: Rect) -> Option<Rect> {
    let size = vec2((map.width() * 0.25).clamp(150.0, 300.0), (map.height() * 0.29).clamp(110.0, 220.0));
    let fits = map.width() >= size.x * 2.2 && map.height() >= size.y * 1.8;
    let margin = vec2(space::MEDIUM, space::MEDIUM);
    fits.then(|| Rect::from_min_size(map.max - size - margin, size))
}

fn camera(ground: &Ground, desk: &Desk<'_>, viewport: Viewport) -> Camera {
    let mut state = desk.state.clone();
    // The state learns of a new size only after this frame; the picture must not lag behind.
    state.viewport = viewport;
    state.camera(&ground.projection)
}

/// A small square in the colour of a state.
pub fn swatch(ui: &mut Ui, color: Color32) {
    let (rect, _) = ui.allocate_exact_size(vec2(12.0, 18.0), egui::Sense::hover());
    let square = Rect::from_center_size(rect.center(), vec2(12.0, 12.0));
    ui.painter().rect_filled(square, radius::SMALL / 2, color);
}
