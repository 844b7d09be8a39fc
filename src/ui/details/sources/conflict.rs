//! A conflict between the texts and the documents.

use egui::{Frame, Label, Margin, RichText, Sense, Ui, vec2};

use crate::model::date::Day;
use crate::scene::details::DateLink;
use crate::scene::sources::source_name;
use crate::state::Command;
use crate::text::{Key, format};

use super::super::super::app::Desk;
use super::super::super::fonts::Face;
use super::super::super::tokens::{radius, size, space};
use super::super::super::widgets::date_link::{date_link, place_word};
use super::place::text;

/// What the text says, what documents say, and why it matters; the years and places can be clicked.
pub fn conflict_ui(ui: &mut Ui, desk: &mut Desk<'_>, index: u16) {
    let atlas = desk.atlas;
    let conflict = &atlas.conflicts[usize::from(index)];
    Frame::new()
        .fill(desk.tokens.note)
        .corner_radius(radius::CARD)
        .inner_margin(Margin::same(12))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            let parts = [
                (Key::TextsSay, &conflict.text_says, &conflict.at[..]),
                (
                    Key::DocumentsSay,
                    &conflict.documents_say,
                    &conflict.citations[..],
                ),
                (Key::WhySo, &conflict.why, &[][..]),
            ];
            for (key, words, citations) in parts {
                let label = RichText::new(desk.texts.get(key))
                    .font(Face::Strong.at(size::BODY))
                    .color(desk.tokens.ink);
                ui.label(label);
                text(ui, desk, words.get(desk.language));
                for citation in citations {
                    let source = atlas.source(citation.source);
                    let name = source_name(source, desk.language);
                    let at = citation
                        .at
                        .as_deref()
                        .map_or_else(|| name.to_owned(), |at| format!("{name}, {at}"));
                    let small = RichText::new(&at)
                        .size(size::SMALL)
                        .color(desk.tokens.ink_soft)
                        .underline();
                    let response = ui.add(Label::new(small).wrap().sense(Sense::click()));
                    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Link, true, &at));
                    if response
                        .on_hover_cursor(egui::CursorIcon::PointingHand)
                        .clicked()
                    {
                        desk.send(Command::OpenSource(citation.source));
                    }
                }
                ui.add_space(space::TINY);
            }
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(space::MEDIUM, space::TINY);
                for year in &conflict.years {
                    let Some(day) = Day::new(*year, 12, 31) else {
                        continue;
                    };
                    let link = DateLink {
                        day,
                        text: format::year(desk.language, *year),
                    };
                    if date_link(ui, desk.tokens, &link).clicked() {
                        desk.send(Command::SetDate(day));
                    }
                }
            });
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(space::MEDIUM, space::TINY);
                for place in &conflict.territories {
                    if place_word(
                        ui,
                        desk.tokens,
                        atlas.territory(*place).name.get(desk.language),
                    )
                    .clicked()
                    {
                        desk.send(Command::ShowPlace(*place));
                    }
                }
            });
        });
}
