//! A soft flash around what changes hands when the time passes it.

use egui::{Mesh, Painter, Shape, Ui};

use crate::model::date::Day;
use crate::model::view::View as Whose;
use crate::scene::compare;
use crate::scene::ground::Ground;

use super::super::app::Desk;
use super::layers::{Layers, View};
use super::strokes::{StrokeMaker, append_tinted};

/// How long a flash lasts, in seconds.
const SECONDS: f64 = 0.9;
/// Changes nearer to each other than this are a scrub, which would flicker, in seconds.
const SCRUB: f64 = 0.25;
/// The width of the line at first and at last, in points.
const WIDTHS: [f32; 2] = [2.0, 6.0];

/// What flashes, and since when.
#[derive(Default)]
pub struct Flash {
    shown: Option<(Day, Whose)>,
    /// When the date changed last, in seconds.
    changed: f64,
    begun: f64,
    /// For each territory whether it flashes.
    places: Vec<bool>,
}

impl Flash {
    /// Notices what changes, and how far the flash has come: from 0 to 1; `None` while there is none.
    pub fn follow(&mut self, ui: &Ui, desk: &Desk<'_>, whose: Whose) -> Option<f32> {
        let now = ui.input(|input| input.time);
        let shown = (desk.state.date, whose);
        let before = self.shown.replace(shown).filter(|it| *it != shown);
        if let Some((day, of)) = before {
            let is_scrub = now - self.changed < SCRUB;
            self.changed = now;
            self.places.clear();
            if of == whose && !is_scrub && !desk.state.screen.reduce_motion {
                self.places = compare::differs(desk.atlas, whose, [day, desk.state.date]);
                self.begun = now;
            }
        }
        let share = (now - self.begun) / SECONDS;
        if share >= 1.0 || !self.places.contains(&true) {
            self.places.clear();
            return None;
        }
        ui.ctx().request_repaint();
        #[expect(clippy::cast_possible_truncation, reason = "a share")]
        Some(share as f32)
    }

    /// Paints the flash: a line that grows and fades.
    pub fn paint(
        &self,
        painter: &Painter,
        ground: &Ground,
        desk: &Desk<'_>,
        view: View,
        (layers, share): (&Layers, f32),
    ) {
        let Some(placed) = layers.placed() else {
            return;
        };
        let (level, _) = ground.level(view.km_per_pixel(), &view.seen());
        let flashes = |mesh: usize| {
            let owner = level.owners[mesh];
            owner.is_some_and(|owner| self.places.get(owner.index()) == Some(&true))
        };
        let width = WIDTHS[0] + (WIDTHS[1] - WIDTHS[0]) * share;
        let mut strokes = StrokeMaker::new(view.pixels_per_point, width);
        let color = desk.tokens.accent.gamma_multiply(0.8 * (1.0 - share));
        let mut lines = Mesh::default();
        for arc in &placed.arcs {
            let sides = &level.arcs[arc.index];
            if flashes(sides.left) != sides.right.is_some_and(flashes) {
                let mesh = strokes.mesh(&arc.points, sides.closed, view.rect);
                append_tinted(&mut lines, &mesh, color);
            }
        }
        painter.add(Shape::mesh(lines));
    }
}
