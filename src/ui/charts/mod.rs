//! Charts of trade and opinion.

use egui::Ui;

use super::app::Desk;

/// What of the charts is kept from frame to frame.
#[derive(Default)]
pub struct ChartsView;

impl ChartsView {
    pub fn charts_ui(&mut self, ui: &mut Ui, desk: &mut Desk<'_>) {
        let _ = (ui, desk);
    }
}
