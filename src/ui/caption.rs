//! What a picture of the map says below it: its title, and the sources of what it shows.

use egui::{Margin, Panel, RichText, Ui};

use crate::model::view::View;
use crate::scene::ground::Ground;
use crate::scene::map::view_text;
use crate::scene::sources::{of_map, source_name};
use crate::text::{Key, format};

use super::app::Desk;
use super::fonts::Face;
use super::tokens::{size, space};

/// Below this width or height, in points, there is only room for the map.
const SMALLEST: [f32; 2] = [480.0, 320.0];

/// The caption, at the bottom of the picture.
pub fn caption_ui(ui: &mut Ui, ground: &Ground, desk: &Desk<'_>) {
    let room = ui.available_size();
    if room.x < SMALLEST[0] || room.y < SMALLEST[1] {
        return;
    }
    let tokens = desk.tokens;
    let frame = egui::Frame::new()
        .fill(tokens.paper)
        .inner_margin(Margin::symmetric(14, 8));
    Panel::bottom("caption").frame(frame).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::TINY / 2.0;
        let text = |text: String, font, color| RichText::new(text).font(font).color(color);
        ui.label(text(title(desk), Face::Strong.at(size::BODY), tokens.ink));
        let sources = text(
            sources(ground, desk),
            Face::Text.at(size::TINY),
            tokens.ink_soft,
        );
        ui.add(egui::Label::new(sources).wrap());
    });
}

/// The name of the atlas, the date, and whose view it is.
fn title(desk: &Desk<'_>) -> String {
    let (state, language) = (desk.state, desk.language);
    let view = if state.side_by_side {
        [View::Japan, View::Russia]
            .map(|view| view_text(view, state.date, language))
            .join(" / ")
    } else {
        view_text(state.view, state.date, language).to_owned()
    };
    let date = match state.compare {
        Some(compare) => {
            let [first, second] = [compare.with, state.date].map(|day| format::day(language, day));
            let values = [("first", &*first), ("second", &*second)];
            desk.texts.fill(Key::CompareTitle, &values)
        }
        None => format::day(language, state.date),
    };
    format!("{} · {date} · {view}", desk.title())
}

fn sources(ground: &Ground, desk: &Desk<'_>) -> String {
    let state = desk.state;
    let seen = state.camera(&ground.projection).visible(state.viewport);
    let visible = ground.visible_territories(&seen, desk.atlas.territories.len());
    let views = if state.side_by_side {
        vec![View::Japan, View::Russia]
    } else {
        vec![state.view]
    };
    let days = std::iter::once(state.date).chain(state.compare.map(|compare| compare.with));
    let mut all: Vec<_> = days
        .flat_map(|day| views.iter().map(move |view| (*view, day)))
        .flat_map(|(view, day)| of_map(desk.atlas, view, day, &visible))
        .collect();
    all.sort_unstable();
    all.dedup();
    let names: Vec<&str> = all
        .into_iter()
        .map(|source| source_name(desk.atlas.source(source), desk.language))
        .collect();
    let values = [
        ("label", desk.texts.get(Key::Sources)),
        ("text", &names.join(" · ")),
    ];
    desk.texts.fill(Key::Labelled, &values)
}
