//! The map in words: a table of who holds what, for those who do not see the map.

use egui::{Grid, RichText, ScrollArea, Ui, vec2};

use crate::scene::held;
use crate::state::Command;
use crate::text::{Key, format};

use super::app::Desk;
use super::tokens::{size, space};
use super::widgets::focus::followed;
use super::widgets::heading;

/// Below this width of the screen, in points, the table may be wider than its window.
const NARROW: f32 = 760.0;

/// Draws the table; a name leads to its place.
pub fn held_ui(ui: &mut Ui, desk: &mut Desk<'_>) {
    let (state, language) = (desk.state, desk.language);
    let date = desk
        .texts
        .fill(Key::HeldOn, &[("date", &format::day(language, state.date))]);
    heading::soft(ui, desk.tokens, &date);
    let columns = [Key::PlaceColumn, Key::How, Key::Since, Key::Claims];
    for held in held::held(desk.atlas, state.view, state.date, language) {
        heading::section(ui, desk.tokens, &held.holder);
        let table = Grid::new(("held", &held.holder))
            .num_columns(columns.len())
            .spacing(vec2(space::MEDIUM, space::TINY));
        let rows = |ui: &mut Ui| {
            table.show(ui, |ui| {
                ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Extend);
                for key in columns {
                    heading::small(ui, desk.tokens, desk.texts.get(key));
                }
                ui.end_row();
                for row in held.rows {
                    let name = desk.place_name(row.territory).to_owned();
                    if ui.link(RichText::new(name).size(size::BODY)).clicked() {
                        desk.send(Command::ShowPlace(row.territory));
                        desk.send(Command::ShowHeld(false));
                    }
                    ui.label(&row.kind);
                    ui.label(&row.since);
                    ui.label(row.claimed.as_deref().unwrap_or_default());
                    ui.end_row();
                }
            });
        };
        // A table wider than the screen is moved under its window.
        if ui.ctx().content_rect().width() < NARROW {
            ScrollArea::horizontal()
                .id_salt(("held", &held.holder))
                .show(ui, followed(rows));
        } else {
            rows(ui);
        }
    }
}
