//! The time dock: the slider from 1792 to 2025, its handle, its marks, and the player.

mod axis;
mod date_field;
mod player;

use egui::Ui;

use super::app::Desk;
use super::tokens::space;

/// What of the dock must be kept from frame to frame.
#[derive(Default)]
pub struct TimelineView {
    date_field: date_field::DateField,
}

/// The height of the dock, given the height of the window.
#[must_use]
pub fn dock_height(window: f32) -> f32 {
    (window * 0.16).clamp(104.0, 132.0)
}

/// Draws the dock.
pub fn timeline_ui(view: &mut TimelineView, ui: &mut Ui, desk: &mut Desk<'_>) {
    ui.horizontal(|ui| {
        player::player_ui(ui, desk);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            view.date_field.date_field_ui(ui, desk);
        });
    });
    ui.add_space(space::TINY);
    axis::axis_ui(ui, desk);
}
