//! The buttons over the map.

use egui::{Rect, Ui, UiBuilder, pos2, vec2};

use crate::state::Command;
use crate::state::view_state::{Look, Preset};
use crate::text::Key;

use super::super::app::Desk;
use super::super::icons;
use super::super::tokens::{TARGET, space};
use super::super::widgets::icon_button::icon_button;

/// Nearer, farther, and back to where the map began.
pub fn zoom_buttons(ui: &mut Ui, desk: &mut Desk<'_>, map: Rect) {
    let side = TARGET + 2.0;
    let rect = Rect::from_min_size(
        pos2(
            map.right() - side - space::MEDIUM,
            map.top() + space::MEDIUM,
        ),
        vec2(side, side * 3.0 + 8.0),
    );
    ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| {
        if icon_button(ui, icons::PLUS, desk.texts.get(Key::ZoomIn)).clicked() {
            desk.send(Command::Zoom {
                factor: 1.5,
                about: None,
            });
        }
        if icon_button(ui, icons::MINUS, desk.texts.get(Key::ZoomOut)).clicked() {
            desk.send(Command::Zoom {
                factor: 1.0 / 1.5,
                about: None,
            });
        }
        let moved = desk.state.look != Look::At(Preset::Region);
        if moved && icon_button(ui, icons::RESET, desk.texts.get(Key::ResetView)).clicked() {
            desk.send(Command::Look(Preset::Region));
        }
    });
}
