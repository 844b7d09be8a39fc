//! The towns of a place that are held otherwise than the land around them.

use egui::{RichText, Ui};

use crate::scene::towns::TownLine;
use crate::state::Command;
use crate::text::Key;

use super::super::app::Desk;
use super::super::fonts::Face;
use super::super::map;
use super::super::tokens::{size, space};
use super::super::widgets::date_link::date_link;
use super::super::widgets::heading;
use super::dispute::small_sources;
use super::place::text;

/// Each town with its holder, its days and their ground.
pub fn towns_ui(ui: &mut Ui, desk: &mut Desk<'_>, towns: &[TownLine]) {
    if towns.is_empty() {
        return;
    }
    heading::section(ui, desk.tokens, desk.texts.get(Key::TownsApart));
    for town in towns {
        ui.horizontal_top(|ui| {
            map::swatch(ui, desk.tokens.shade(town.shade));
            ui.vertical(|ui| town_ui(ui, desk, town));
        });
        ui.add_space(space::TINY);
    }
}

fn town_ui(ui: &mut Ui, desk: &mut Desk<'_>, town: &TownLine) {
    let values = [
        ("place", town.name.as_str()),
        ("holder", &town.holder),
        ("kind", &town.kind),
    ];
    let line = RichText::new(desk.texts.fill(Key::FactHeld, &values))
        .font(Face::Strong.at(size::BODY))
        .color(desk.tokens.ink);
    ui.add(egui::Label::new(line).wrap());
    ui.horizontal_wrapped(|ui| {
        for (index, date) in [&town.from, &town.to].into_iter().enumerate() {
            if index > 0 {
                heading::small(ui, desk.tokens, "–");
            }
            if date_link(ui, desk.tokens, date).clicked() {
                desk.send(Command::SetDate(date.day));
            }
        }
    });
    if !town.confirmed {
        heading::small(ui, desk.tokens, desk.texts.get(Key::Unconfirmed));
    }
    text(ui, desk, &town.basis);
    if let Some(end) = &town.end {
        let end = desk.texts.fill(Key::TownEnd, &[("end", end)]);
        heading::soft(ui, desk.tokens, &end);
    }
    if let Some(note) = &town.note {
        heading::soft(ui, desk.tokens, note);
    }
    small_sources(ui, desk, &town.name, &town.sources);
}
