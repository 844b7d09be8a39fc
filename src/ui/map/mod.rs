//! The map: ground, states, labels, and what is laid over it.
//!
//! There is no relief on it. The colours tell who held what, in pale and dark tones of one hue and in
//! hatchings; shading would change the tones, and hachures or contours would be read as hatchings.
//! Nor are heights among the data that the atlas carries with it. Depths are shown, for where the
//! sea is there is nothing to hold.

mod arranged;
mod buttons;
mod colours;
pub(super) mod compare;
mod events;
mod flash;
mod furniture;
mod insets;
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

use egui::{Color32, Painter, Rect, Ui, pos2, vec2};

use crate::geometry::Viewport;
use crate::model::language::Naming;
use crate::model::view::View as Whose;
use crate::scene::ground::Ground;
use crate::scene::map::{view_note, view_text};
use crate::state::Command;
use crate::state::compare::By;
use crate::state::view_state::Layer;

use super::app::Desk;
use super::tokens::{radius, space};
use furniture::Cards;
use layers::{Layers, View};
use patterns::Patterns;

/// The map with its caches.
pub struct MapView {
    ground: Arc<Ground>,
    /// One map, or two side by side.
    panes: [Pane; 2],
    furniture: furniture::Furniture,
    patterns: Patterns,
    /// In which language places were named when the labels were placed.
    naming: Naming,
    flash: flash::Flash,
    /// Where the scale bar and the credits stand, and the buttons.
    furnished: [Rect; 2],
}

/// One map of those on the screen.
struct Sheet {
    /// Its caches.
    pane: usize,
    rect: Rect,
    /// The part of the rectangle that is seen.
    clip: Rect,
    whose: Whose,
    /// What names it where there are two.
    tag: Option<furniture::Tag>,
}

/// The caches of one map and its insets.
#[derive(Default)]
struct Pane {
    main: Layers,
    labels: labels::LabelCache,
    insets: insets::InsetCaches,
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
            flash: flash::Flash::default(),
            furnished: [Rect::NOTHING; 2],
        }
    }

    /// What the map stands on.
    pub fn ground(&self) -> &Ground {
        &self.ground
    }

    /// Draws land, patterns and lines as outlines, for print: see [`vectors`].
    pub fn draw_vectors(&mut self) {
        self.patterns.as_vectors = true;
        for pane in &mut self.panes {
            pane.labels.as_vectors = true;
            pane.insets.draw_vectors();
        }
    }

    /// Whether the frame shows letters where they no longer are, and must be drawn again.
    pub fn is_outgrown(&self, painter: &Painter) -> bool {
        let is_outgrown =
            |pane: &Pane| pane.labels.is_outgrown(painter) || pane.insets.is_outgrown(painter);
        self.panes.iter().any(is_outgrown)
    }

    /// Draws the map in all the room there is.
    pub fn map_ui(&mut self, ui: &mut Ui, desk: &mut Desk<'_>) {
        let rect = ui.available_rect_before_wrap();
        self.patterns.prepare(ui.ctx());
        if self.naming != desk.state.screen.naming {
            self.naming = desk.state.screen.naming;
            for pane in &mut self.panes {
                pane.labels.forget();
                pane.insets.forget_names();
            }
        }
        let is_halved = desk.state.side_by_side
            || desk
                .state
                .compare
                .is_some_and(|compare| compare.by == By::Split);
        let middle = rect.center().x.round();
        let first = if is_halved {
            rect.with_max_x(middle - 1.0)
        } else {
            rect
        };
        let view = self.view(ui, desk, first);
        let goal = self.goal(desk, view);
        let foot = View {
            rect: if is_halved {
                rect.with_min_x(middle + 1.0)
            } else {
                first
            },
            ..goal
        };
        let ground = Arc::clone(&self.ground);
        let cards = self.furniture.layout(ui, &ground, desk, [goal, foot]);
        let has_buttons = desk.has_controls && !desk.state.is_presenting();
        let buttons = has_buttons.then(|| buttons::place(rect));
        self.furnished = [cards.foot, buttons.unwrap_or(Rect::NOTHING)];
        match desk.state.compare {
            Some(compare) => self.compare_ui(ui, desk, rect, &cards, compare),
            None if desk.state.side_by_side => self.sides_ui(ui, desk, [rect, first], &cards),
            None => {
                let whose = desk.state.view;
                let sheet = Sheet {
                    pane: 0,
                    rect,
                    clip: rect,
                    whose,
                    tag: None,
                };
                self.pane_ui(ui, desk, &sheet, Some(&cards));
            }
        }
        self.furniture
            .furniture_ui(ui, &ground, desk, view, &self.patterns);
        if has_buttons {
            buttons::zoom_buttons(ui, desk, rect);
        }
        if desk.state.viewport != view.viewport() {
            desk.send(Command::Resize(view.viewport()));
        }
    }

    /// Both sides' positions beside each other.
    fn sides_ui(
        &mut self,
        ui: &mut Ui,
        desk: &mut Desk<'_>,
        [whole, first]: [Rect; 2],
        cards: &Cards,
    ) {
        let middle = whole.center().x.round();
        let second = whole.with_min_x(middle + 1.0);
        let below = cards.banner.bottom();
        for (pane, rect, whose, top, cards) in [
            (0, first, Whose::Japan, below, Some(cards)),
            (1, second, Whose::Russia, whole.top(), None),
        ] {
            let tag = furniture::Tag {
                text: view_text(whose, desk.state.date, desk.language).to_owned(),
                note: view_note(whose, desk.language),
                corner: pos2(rect.left(), top) + vec2(space::MEDIUM, space::MEDIUM),
                leftwards: false,
            };
            let tag = Some(tag);
            let sheet = Sheet {
                pane,
                rect,
                clip: rect,
                whose,
                tag,
            };
            self.pane_ui(ui, desk, &sheet, cards);
        }
        let stroke = egui::Stroke::new(2.0, desk.tokens.raised);
        ui.painter().vline(middle, whole.y_range(), stroke);
    }

    fn view(&self, ui: &Ui, desk: &Desk<'_>, rect: Rect) -> View {
        let viewport = Viewport {
            size: [rect.width(), rect.height()],
        };
        // The state learns of a new size only after this frame; the picture must not lag behind.
        let camera = desk.state.camera_in(viewport, &self.ground.projection);
        View {
            rect,
            camera,
            pixels_per_point: ui.ctx().pixels_per_point(),
        }
    }

    /// What a view will be when the map has arrived where it is going. What is arranged once, such
    /// as names, is arranged for it.
    fn goal(&self, desk: &Desk<'_>, view: View) -> View {
        let camera = desk.state.goal_in(view.viewport(), &self.ground.projection);
        View { camera, ..view }
    }

    /// One map in a rectangle, around the cards that lie over it.
    fn pane_ui(&mut self, ui: &mut Ui, desk: &mut Desk<'_>, sheet: &Sheet, cards: Option<&Cards>) {
        let Sheet {
            pane, rect, whose, ..
        } = *sheet;
        let whole = ui.clip_rect();
        ui.set_clip_rect(whole.intersect(sheet.clip));
        let view = self.view(ui, desk, rect);
        let goal = self.goal(desk, view);
        let scene = layers::Scene::of(desk, whose);
        let ground = &self.ground;
        let caches = &mut self.panes[pane];
        let response = interact::map_response(ui, desk, rect, pane);
        let painter = ui.painter_at(rect);
        caches
            .main
            .paint(&painter, ground, desk, &scene, view, &self.patterns);
        if sheet.tag.is_none()
            && let Some(share) = self.flash.follow(ui, desk, whose)
        {
            let how = (&caches.main, share);
            self.flash.paint(&painter, ground, desk, view, how);
        }
        let inset = insets::InsetBox::of(ground, goal);
        let mut obstacles: Vec<Rect> = inset
            .into_iter()
            .flat_map(insets::InsetBox::rects)
            .collect();
        if let Some(cards) = cards {
            obstacles.extend([cards.banner, cards.legend]);
        }
        obstacles.extend(self.furnished);
        if let Some(tag) = &sheet.tag {
            obstacles.push(tag.show(ui, &painter, desk, pane));
        }
        if let Some(inset) = &inset {
            inset.paint_frames(&painter, desk, view);
        }
        caches
            .labels
            .paint(&painter, ground, desk, &scene, [goal, view], &obstacles);
        towns::paint(&painter, ground, desk, &scene, view);
        interact::shapes(ui, ground, desk, &scene, view, &response, pane);
        towns::focusable(ui, ground, desk, &scene, view, pane);
        if scene.shown.has(Layer::Events) {
            let names: Vec<Rect> = caches.labels.rects().collect();
            let off = (obstacles.as_slice(), names.as_slice());
            caches
                .events
                .marks_ui(ui, ground, desk, (&scene, view), off, pane);
        }
        if let Some(inset) = inset {
            let how = (&scene, &self.patterns);
            caches.insets.insets_ui(ui, ground, desk, how, inset, pane);
        }
        ui.set_clip_rect(whole);
    }
}

/// A small square in the colour of a state.
pub fn swatch(ui: &mut Ui, color: Color32) {
    let (rect, _) = ui.allocate_exact_size(vec2(12.0, 18.0), egui::Sense::hover());
    let square = Rect::from_center_size(rect.center(), vec2(12.0, 12.0));
    ui.painter().rect_filled(square, radius::SMALL / 2, color);
}
