//! The names of border lines with their year, along the lines where there is room.

use std::sync::Arc;

use egui::{Galley, Painter, Pos2, Shape, vec2};

use crate::geometry::{Along, ScreenRect, along, beside_line, footprint};
use crate::model::border::BorderKind;
use crate::scene::ground::Ground;
use crate::scene::map::border_label;

use super::super::app::Desk;
use super::super::lettering::lay_out;
use super::super::tokens::{Tokens, size};
use super::arranged::{lettered, screen};
use super::layers::View;
use super::names::note_face;

/// Between a line and its name, in points.
const GAP: f32 = 2.5;

/// Kilometres a point up to which a name may stand level beside its line.
const BESIDE_UP_TO: f64 = 2.0;

/// A name at its place along a line.
pub(super) struct LineName {
    galley: Arc<Galley>,
    at: Along,
}

/// Finds room for the names of the lines of the date, each off the others and off all that is `taken`.
pub(super) fn place(
    painter: &Painter,
    ground: &Ground,
    desk: &Desk<'_>,
    view: View,
    mut taken: Vec<ScreenRect>,
) -> Vec<LineName> {
    let area = screen(view.rect.shrink(4.0));
    // From afar a level name lies across what the line only touches.
    let near = view.camera.km_per_point < BESIDE_UP_TO;
    let mut names = Vec::new();
    for border in &desk.atlas.borders {
        if border.kind == BorderKind::Railway || !border.period().contains(desk.state.date) {
            continue;
        }
        let font = note_face(desk.language).at(size::SMALL);
        let galley = lay_out(painter, &border_label(border, desk.language), font);
        let size = galley.size().into();
        let place = view.transform();
        let parts = ground.line(&border.line).iter();
        let parts: Vec<Vec<[f32; 2]>> = parts
            .map(|part| part.points.iter().map(|km| place(*km).into()).collect())
            .collect();
        let on = parts
            .iter()
            .find_map(|line| along(line, size, GAP, area, &taken));
        let found = on.or_else(|| {
            let mut parts = parts.iter().filter(|_| near);
            parts.find_map(|line| beside_line(line, size, GAP, area, &taken))
        });
        if let Some(at) = found {
            taken.extend(footprint(at, size));
            names.push(LineName { galley, at });
        }
    }
    names
}

impl LineName {
    /// The name along its line.
    pub(super) fn shapes(&self, tokens: &Tokens, out: &mut Vec<Shape>) {
        let half = self.galley.size() / 2.0;
        let center = Pos2::from(self.at.center);
        let corner = center - egui::emath::Rot2::from_angle(self.at.angle) * vec2(half.x, half.y);
        let rim = Some(tokens.halo);
        lettered(out, rim, &self.galley, corner, self.at.angle, tokens.label);
    }
}
