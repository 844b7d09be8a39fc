//! The hint of a first start: the time, the map, the search. Once closed it does not come back.

use egui::{Align2, Frame, Margin, RichText, Ui, vec2};

use crate::state::Command;
use crate::state::screen::ScreenCommand;
use crate::text::Key;

use super::app::Desk;
use super::icons;
use super::palette;
use super::tokens::{radius, size, space};
use super::widgets::heading;

const WIDTH: f32 = 340.0;

/// Draws the hint over the map while it is open.
pub fn hint_ui(ui: &Ui, desk: &mut Desk<'_>) {
    let state = desk.state;
    let is_busy = state.is_presenting() || state.teaching.running.is_some() || state.search_open;
    if !state.screen.hint_open || !desk.has_controls || is_busy {
        return;
    }
    let tokens = desk.tokens;
    let frame = Frame::popup(ui.style())
        .fill(tokens.raised)
        .corner_radius(radius::CARD)
        .inner_margin(Margin::same(16));
    egui::Area::new(egui::Id::unique("hint of a first start"))
        .anchor(Align2::CENTER_CENTER, vec2(0.0, -60.0))
        .show(ui.ctx(), |ui| {
            frame.show(ui, |ui| {
                ui.set_width(WIDTH);
                heading::section(ui, tokens, desk.texts.get(Key::HintTitle));
                ui.add_space(space::SMALL);
                let keys = palette::commands::keys_of_search(ui.ctx());
                let search = desk.texts.fill(Key::HintSearch, &[("keys", &keys)]);
                for (icon, text) in [
                    (icons::LEFT_RIGHT, desk.texts.get(Key::HintTime)),
                    (icons::PIN, desk.texts.get(Key::HintMap)),
                    (icons::SEARCH, &search),
                ] {
                    ui.horizontal_top(|ui| {
                        let sign = RichText::new(icon).size(size::LARGE).color(tokens.accent);
                        ui.label(sign);
                        heading::soft(ui, tokens, text);
                    });
                    ui.add_space(space::TINY);
                }
                ui.add_space(space::TINY);
                if ui.button(desk.texts.get(Key::HintClose)).clicked() {
                    desk.send(Command::Screen(ScreenCommand::ShowHint(false)));
                }
            });
        });
}
