//! A row of controls with more of them at its right end, which is drawn along where it does not fit.

use egui::{Align, Layout, ScrollArea, Ui, vec2};

use super::super::tokens::TARGET;

/// Room of a row: below the first width, in points, it is drawn along, and what stands at its right
/// end gets the second.
pub struct Room {
    pub fits: f32,
    pub right: f32,
}

/// Draws a row: `left` from the left, `right` from the right end.
pub fn row_ui<T>(
    ui: &mut Ui,
    room: &Room,
    state: &mut T,
    left: impl FnOnce(&mut Ui, &mut T),
    right: impl FnOnce(&mut Ui, &mut T),
) {
    let from_right = Layout::right_to_left(Align::Center);
    if ui.available_width() >= room.fits {
        left(ui, state);
        ui.with_layout(from_right, |ui| right(ui, state));
        return;
    }
    ScrollArea::horizontal().show(ui, |ui| {
        ui.horizontal(|ui| {
            left(ui, state);
            let size = vec2(room.right, TARGET);
            ui.allocate_ui_with_layout(size, from_right, |ui| right(ui, state));
        });
    });
}
