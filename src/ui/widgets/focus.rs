//! The focus stays in sight: what scrolls follows it.

use egui::{Id, Ui};

/// The room kept around what has the focus, in points: for its ring, and a glimpse of what is next.
const AROUND: f32 = 12.0;

/// Contents of a scroll area that come into sight where the focus goes.
pub fn followed<R>(contents: impl FnOnce(&mut Ui) -> R) -> impl FnOnce(&mut Ui) -> R {
    |ui| {
        let shown = contents(ui);
        follow(ui);
        shown
    }
}

/// Scrolls to what has newly got the focus, if it lies in these contents and out of sight. To be
/// called behind them, within their scroll area.
pub fn follow(ui: &Ui) {
    let of_area = ui.scope_id().with("followed focus");
    let focused = ui.memory(egui::Memory::focused);
    let before: Option<Id> = ui.data(|data| data.get_temp(of_area)).flatten();
    if focused == before {
        return;
    }
    ui.data_mut(|data| data.insert_temp(of_area, focused));
    let Some(response) = focused.and_then(|id| ui.ctx().read_response(id)) else {
        return;
    };
    let is_here =
        response.layer_id == ui.layer_id() && ui.min_rect().contains(response.rect.center());
    if is_here && !ui.clip_rect().contains_rect(response.rect) {
        ui.scroll_to_rect(response.rect.expand(AROUND), None);
    }
}
