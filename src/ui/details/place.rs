//! The page of a place: what it is, who holds it, since and until when, and how that is known.

use egui::{Frame, Margin, RichText, Role, ScrollArea, Ui, WidgetInfo, vec2};

use crate::model::place::TerritoryIx;
use crate::scene::details::{self, HistoryLine, NameLine, PlaceDetails, SourceLine, Variant};
use crate::scene::events as scene_events;
use crate::state::Command;
use crate::text::Key;

use super::super::app::Desk;
use super::super::fonts::Face;
use super::super::tokens::{radius, size, space};
use super::super::widgets::date_link::{date_link, place_link, source_link};
use super::super::widgets::focus::followed;
use super::super::widgets::heading;
use super::super::{icons, map};
use super::{DetailsCache, dispute, events, towns};

const LABEL_WIDTH: f32 = 84.0;

/// Draws the page of the chosen place.
pub fn place_ui(cache: &mut DetailsCache, ui: &mut Ui, desk: &mut Desk<'_>) {
    let Some(territory) = desk.state.selection else {
        heading::section(ui, desk.tokens, desk.texts.get(Key::NoSelection));
        heading::soft(ui, desk.tokens, desk.texts.get(Key::NoSelectionHint));
        ui.add_space(space::MEDIUM);
        heading::small(ui, desk.tokens, desk.texts.get(Key::ViewControlNote));
        return;
    };
    let (date, view, names) = (desk.state.date, desk.state.view, desk.names());
    let key = (territory, view, desk.atlas.epoch_at(date), names);
    let place = cache.place.get(key, |_| {
        details::place(desk.atlas, territory, view, date, names)
    });
    ScrollArea::vertical().auto_shrink(false).show(
        ui,
        followed(|ui| {
            heading::title(ui, desk.tokens, desk.place_name(territory));
            heading::soft(ui, desk.tokens, &other_names(desk, territory).join(" · "));
            ui.add_space(space::SMALL);
            facts_ui(ui, desk, place);
            if let Some(note) = &place.note {
                ui.add_space(space::TINY);
                heading::soft(ui, desk.tokens, note);
            }
            if let Some(variant) = &place.variant {
                variant_ui(ui, desk, variant);
            }
            towns::towns_ui(ui, desk, &place.towns);
            if let Some((seen, why)) = &place.seen {
                dispute::seen_ui(ui, desk, seen, why);
            }
            dispute::positions_ui(ui, desk, &place.positions);
            dispute::claims_ui(ui, desk, Key::Claims, &place.claims);
            dispute::claims_ui(ui, desk, Key::Rights, &place.rights);
            ui.add_space(space::SMALL);
            heading::soft(ui, desk.tokens, &place.about);
            dispute::offers_ui(ui, desk, &place.offers);
            events::here_ui(&mut cache.events_here, ui, desk, territory);
            history_ui(ui, desk, &place.history);
            parts_ui(ui, desk, &place.parts);
            names_ui(ui, desk, &place.other_names);
            sources_ui(ui, desk, &place.sources);
            let conflicts = cache.conflicts.get((territory, names.language), |_| {
                scene_events::conflicts_of(desk.atlas, territory, names.language)
            });
            for conflict in conflicts {
                events::conflict_ui(ui, desk, conflict);
            }
        }),
    );
}

fn row(ui: &mut Ui, desk: &mut Desk<'_>, key: Key, contents: impl FnOnce(&mut Ui, &mut Desk<'_>)) {
    ui.horizontal_top(|ui| {
        let label = RichText::new(desk.texts.get(key)).color(desk.tokens.ink_soft);
        ui.allocate_ui(vec2(LABEL_WIDTH, 0.0), |ui| {
            ui.set_min_width(LABEL_WIDTH);
            ui.add(egui::Label::new(label).wrap());
        });
        ui.vertical(|ui| contents(ui, desk));
    });
}

pub(super) fn text(ui: &mut Ui, desk: &Desk<'_>, text: &str) {
    ui.add(egui::Label::new(RichText::new(text).color(desk.tokens.ink)).wrap());
}

fn facts_ui(ui: &mut Ui, desk: &mut Desk<'_>, place: &PlaceDetails) {
    row(ui, desk, Key::HeldBy, |ui, desk| {
        ui.horizontal_wrapped(|ui| {
            map::swatch(ui, desk.tokens.shade(place.shade));
            let holder = RichText::new(&place.holder)
                .font(Face::Strong.at(size::BODY))
                .color(desk.tokens.ink);
            ui.add(egui::Label::new(holder).wrap());
        });
    });
    row(ui, desk, Key::How, |ui, desk| text(ui, desk, &place.kind));
    row(ui, desk, Key::Since, |ui, desk| {
        if date_link(ui, desk.tokens, &place.since).clicked() {
            desk.send(Command::SetDate(place.since.day));
        }
        if !place.confirmed {
            heading::small(ui, desk.tokens, desk.texts.get(Key::Unconfirmed));
        }
    });
    row(ui, desk, Key::Until, |ui, desk| match &place.until {
        Some(until) => {
            if date_link(ui, desk.tokens, until).clicked() {
                desk.send(Command::SetDate(until.day));
            }
        }
        None => text(ui, desk, desk.texts.get(Key::StillInForce)),
    });
    row(ui, desk, Key::Basis, |ui, desk| {
        text(ui, desk, &place.basis);
    });
    if let Some(area) = &place.area {
        row(ui, desk, Key::Area, |ui, desk| {
            text(ui, desk, area);
            dispute::small_sources(ui, desk, "area", &place.area_sources);
        });
    }
    if let Some((whole, name)) = &place.part_of {
        row(ui, desk, Key::PartOf, |ui, desk| {
            go_to_place(ui, desk, *whole, name);
        });
    }
}

fn parts_ui(ui: &mut Ui, desk: &mut Desk<'_>, parts: &[(TerritoryIx, String)]) {
    if parts.is_empty() {
        return;
    }
    heading::section(ui, desk.tokens, desk.texts.get(Key::Parts));
    ui.horizontal_wrapped(|ui| {
        for (part, name) in parts {
            go_to_place(ui, desk, *part, name);
        }
    });
}

/// Its names in the languages of the atlas beside the one over the page.
fn other_names<'a>(desk: &'a Desk<'_>, territory: TerritoryIx) -> Vec<&'a str> {
    let shown = desk.place_name(territory);
    let own = desk.atlas.territory(territory).name.iter();
    let mut names: Vec<&str> = own
        .map(|(_, name)| name)
        .filter(|name| *name != shown)
        .collect();
    names.dedup();
    names
}

/// Each further name with what is known of it.
fn names_ui(ui: &mut Ui, desk: &mut Desk<'_>, names: &[NameLine]) {
    if names.is_empty() {
        return;
    }
    heading::section(ui, desk.tokens, desk.texts.get(Key::OtherNames));
    for (index, name) in names.iter().enumerate() {
        text(ui, desk, &name.name);
        if let Some(note) = &name.note {
            heading::soft(ui, desk.tokens, note);
        }
        // The same letters may be the name in two languages.
        ui.push_id(("name", index), |ui| {
            dispute::small_sources(ui, desk, &name.name, &name.sources);
        });
    }
}

fn go_to_place(ui: &mut Ui, desk: &mut Desk<'_>, place: TerritoryIx, name: &str) {
    if place_link(ui, desk.tokens, name).clicked() {
        desk.send(Command::Select(Some(place)));
    }
}

fn variant_ui(ui: &mut Ui, desk: &mut Desk<'_>, variant: &Variant) {
    ui.add_space(space::SMALL);
    Frame::new()
        .fill(desk.tokens.note)
        .corner_radius(radius::CARD)
        .inner_margin(Margin::same(12))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            let title =
                RichText::new(desk.texts.get(Key::TextsDiffer)).font(Face::Strong.at(size::BODY));
            ui.label(title.color(desk.tokens.ink));
            text(ui, desk, &variant.says);
            for source in &variant.at {
                source_ui(ui, desk, source);
            }
            let why = RichText::new(desk.texts.get(Key::TextsDifferWhy))
                .font(Face::Strong.at(size::BODY));
            ui.label(why.color(desk.tokens.ink));
            text(ui, desk, &variant.why);
        });
}

fn history_ui(ui: &mut Ui, desk: &mut Desk<'_>, history: &[HistoryLine]) {
    heading::section(ui, desk.tokens, desk.texts.get(Key::History));
    for line in history {
        ui.horizontal_top(|ui| {
            map::swatch(ui, desk.tokens.shade(line.shade));
            ui.vertical(|ui| {
                if date_link(ui, desk.tokens, &line.from).clicked() {
                    desk.send(Command::SetDate(line.from.day));
                }
                let face = if line.is_current {
                    Face::Strong
                } else {
                    Face::Text
                };
                let label = RichText::new(format!("{}, {}", line.holder, line.kind))
                    .font(face.at(size::BODY));
                ui.add(egui::Label::new(label.color(desk.tokens.ink_soft)).wrap());
            });
        });
    }
}

/// The sources of what is shown: each leads to its page, those with an address also there.
pub fn sources_ui(ui: &mut Ui, desk: &mut Desk<'_>, sources: &[SourceLine]) {
    heading::section(ui, desk.tokens, desk.texts.get(Key::Sources));
    for source in sources {
        source_ui(ui, desk, source);
    }
}

/// One source: its name leads to its page among the sources, the sign behind it to its address.
pub(super) fn source_ui(ui: &mut Ui, desk: &mut Desk<'_>, source: &SourceLine) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().interact_size.y = 0.0;
        let sign = source.url.as_ref().map_or(0.0, |_| 2.0 * size::SMALL);
        let width = ui.available_width() - sign;
        // In one piece: of a text that a row breaks, screen readers would find nameless parts.
        let name = ui.vertical(|ui| {
            ui.set_max_width(width);
            source_link(ui, desk.tokens, &source.text)
        });
        if name.inner.clicked() {
            desk.send(Command::OpenSource(source.source));
        }
        if let Some(url) = &source.url {
            let response = ui.hyperlink_to(RichText::new(icons::LINK).size(size::SMALL), url);
            response.widget_info(|| WidgetInfo::labeled(Role::Link, true, url));
            response.on_hover_text(url);
        }
    });
    if !source.detail.is_empty() {
        heading::small(ui, desk.tokens, &source.detail);
    }
}
