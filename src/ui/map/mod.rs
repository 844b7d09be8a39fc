//! The map: ground, states, labels, and what is laid over it.

mod buttons;
mod colours;
mod events;
mod furniture;
mod interact;
mod labels;
mod layers;
mod legend_card;
mod line_names;
mod lines;
mod names;
pub(super) mod patterns;
mod placed;
mod strokes;
mod towns;
mod vectors;

use std::sync::Arc;

use egui::{Color32, Rect, Ui, pos2, vec2};

use crate::geometry::{Camera, Viewport};
use crate::model::language::Naming;
use crate::model::view::View as Whose;
use crate::scene::ground::Ground;
use crate::state::Command;
use crate::state::view_state::{Layer, Preset};

use super::app::Desk;
use super::tokens::{radius, space};
use layers::{Layers, View};
use patterns::Patterns;

/// Kilometres a point beyond which the four islands are too small to see and get an inset.
const INSET_FROM_KM_PER_POINT: f64 = 1.7;

/// The map with its caches.
pub struct MapView {
    ground: Arc<Ground>,
    /// One map, or two side by side.
    panes: [Pane; 2],
    furniture: furniture::Furniture,
    patterns: Patterns,
    /// In which language places were named when the labels were placed.
    naming: Naming,
}

/// The caches of one map and its inset.
#[derive(Default)]
struct Pane {
    main: Layers,
    inset: Layers,
    labels: labels::LabelCache,
    inset_labels: labels::LabelCache,
    events: events::EventMarks,
}

impl MapView {
    pub fn new(ground: Arc<Ground>) -> Self {
        Self {
            ground,
            panes: Default::default(),
            furniture: furniture::Furniture::default(),
            patterns: Patterns::default(),
            naming: Naming::default(),
        }
    }

    /// What the map stands on.
    pub fn ground(&self) -> &Ground {
        &self.ground
    }

    /// Draws land, patterns and lines as outlines, for print: see [`vectors`].
    pub const fn draw_vectors(&mut self) {
        self.patterns.as_vectors = true;
    }

    /// Draws the map in all the room there is.
    pub fn map_ui(&mut self, ui: &mut Ui, desk: &mut Desk<'_>) {
        let rect = ui.available_rect_before_wrap();
        self.patterns.prepare(ui.ctx());
        if self.naming != desk.state.screen.naming {
            self.naming = desk.state.screen.naming;
            for pane in &mut self.panes {
                (pane.labels, pane.inset_labels) = Default::default();
            }
        }
        if !desk.state.side_by_side {
            self.pane_ui(ui, desk, 0, rect, desk.state.view);
            return;
        }
        let middle = rect.center().x.round();
        let left = Rect::from_min_max(rect.min, pos2(middle - 1.0, rect.max.y));
        let right = Rect::from_min_max(pos2(middle + 1.0, rect.min.y), rect.max);
        self.pane_ui(ui, desk, 0, left, Whose::Japan);
        self.pane_ui(ui, desk, 1, right, Whose::Russia);
        ui.painter().vline(
            middle,
            rect.y_range(),
            egui::Stroke::new(2.0, desk.tokens.raised),
        );
    }

    /// One map in a rectangle; the first carries what stands over the map.
    fn pane_ui(&mut self, ui: &mut Ui, desk: &mut Desk<'_>, pane: usize, rect: Rect, whose: Whose) {
        let viewport = Viewport {
            size: [rect.width(), rect.height()],
        };
        let camera = camera(&self.ground, desk, viewport);
        let view = View {
            rect,
            camera,
            pixels_per_point: ui.ctx().pixels_per_point(),
        };
        let scene = layers::Scene::of(desk, whose);
        let ground = &self.ground;
        let caches = &mut self.panes[pane];
        let response = interact::map_response(ui, desk, rect, pane);
        let painter = ui.painter_at(rect);
        caches
            .main
            .paint(&painter, ground, desk, &scene, view, &self.patterns);
        let inset = inset_rect(rect).filter(|_| camera.km_per_point > INSET_FROM_KM_PER_POINT);
        let mut obstacles: Vec<Rect> = inset.into_iter().collect();
        let mut below = rect.top();
        if pane == 0 {
            let cards = self.furniture.layout(ui, ground, desk, view);
            obstacles.extend([cards.banner, cards.legend, cards.foot]);
            below = cards.banner.bottom();
        }
        if desk.state.side_by_side {
            obstacles.push(furniture::side_tag(ui, &painter, desk, rect, below, whose));
        }
        caches
            .labels
            .paint(&painter, ground, desk, &scene, view, &obstacles);
        towns::paint(&painter, ground, desk, &scene, view);
        interact::shapes(ui, ground, desk, &scene, view, &response, pane);
        towns::focusable(ui, ground, desk, &scene, view, pane);
        if scene.shown.has(Layer::Events) {
            caches
                .events
                .marks_ui(ui, ground, desk, (&scene, view), &obstacles, pane);
        }
        if let Some(inset) = inset {
            inset_ui(
                ui,
                caches,
                ground,
                desk,
                &scene,
                inset,
                &self.patterns,
                pane,
            );
        }
        if pane == 0 {
            self.furniture
                .furniture_ui(ui, ground, desk, view, &self.patterns);
            if desk.has_controls && !desk.state.is_presenting() {
                buttons::zoom_buttons(ui, desk, view.rect);
            }
            if desk.state.viewport != viewport {
                desk.send(Command::Resize(viewport));
            }
        }
    }
}

#[expect(
    clippy::too_many_arguments,
    reason = "an inset is a map of its own: all of it is needed"
)]
fn inset_ui(
    ui: &mut Ui,
    caches: &mut Pane,
    ground: &Ground,
    desk: &mut Desk<'_>,
    scene: &layers::Scene,
    rect: Rect,
    patterns: &Patterns,
    pane: usize,
) {
    let viewport = Viewport {
        size: [rect.width(), rect.height()],
    };
    let bounds = Preset::FourIslands.bounds(&ground.projection);
    let camera = Camera::fit(&bounds, viewport, 6.0);
    let view = View {
        rect,
        camera,
        pixels_per_point: ui.ctx().pixels_per_point(),
    };
    let painter = ui.painter_at(rect.expand(2.0));
    caches.inset.paint(
        &painter.with_clip_rect(rect),
        ground,
        desk,
        scene,
        view,
        patterns,
    );
    if desk.state.layers.has(Layer::Names) {
        caches
            .inset_labels
            .paint_inset(&painter, ground, desk, scene, view);
    }
    let rim = egui::Stroke::new(1.5, desk.tokens.rim);
    painter.rect_stroke(rect, radius::SMALL, rim, egui::StrokeKind::Outside);
    interact::inset(ui, ground, desk, view, pane);
}

/// Where the inset stands; nowhere if it would cover too much of the map.
fn inset_rect(map: Rect) -> Option<Rect> {
    let size = vec2(
        (map.width() * 0.25).clamp(150.0, 300.0),
        (map.height() * 0.29).clamp(110.0, 220.0),
    );
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
