//! Claims, rights, what both sides say, and what they offered.

use egui::{Frame, Margin, RichText, Stroke, Ui};

use crate::scene::details::{ClaimLine, OfferLine, PositionText, SourceLine};
use crate::state::Command;
use crate::text::Key;

use super::super::app::Desk;
use super::super::fonts::Face;
use super::super::map;
use super::super::tokens::{radius, size, space};
use super::super::widgets::date_link::date_link;
use super::super::widgets::heading;
use super::super::widgets::segmented::focus_ring;
use super::place::{source_ui, text};

/// How the chosen view sees the place, and why.
pub fn seen_ui(ui: &mut Ui, desk: &Desk<'_>, seen: &str, why: &str) {
    ui.add_space(space::SMALL);
    Frame::new()
        .fill(desk.tokens.note)
        .corner_radius(radius::CARD)
        .inner_margin(Margin::same(12))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            let seen = RichText::new(seen)
                .font(Face::Strong.at(size::BODY))
                .color(desk.tokens.ink);
            ui.add(egui::Label::new(seen).wrap());
            text(ui, desk, why);
        });
}

/// Both sides in two columns of equal width.
pub fn positions_ui(ui: &mut Ui, desk: &mut Desk<'_>, positions: &[PositionText]) {
    if positions.is_empty() {
        return;
    }
    heading::section(ui, desk.tokens, desk.texts.get(Key::Positions));
    #[expect(clippy::cast_precision_loss, reason = "two sides")]
    let width = (ui.available_width() - space::LARGE) / positions.len() as f32;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::LARGE;
        for position in positions {
            ui.vertical(|ui| {
                ui.set_width(width);
                let line = ui.available_rect_before_wrap();
                ui.painter().hline(
                    line.left()..=line.left() + width,
                    line.top(),
                    Stroke::new(1.5, desk.tokens.ink_soft),
                );
                ui.add_space(space::TINY);
                let side = RichText::new(&position.side)
                    .font(Face::Strong.at(size::BODY))
                    .color(desk.tokens.ink);
                ui.label(side);
                heading::soft(ui, desk.tokens, &position.text);
            });
        }
    });
    let sources: Vec<SourceLine> = positions
        .iter()
        .flat_map(|position| position.sources.clone())
        .collect();
    small_sources(ui, desk, "positions", &sources);
}

/// Claims or rights with their ground and sources.
pub fn claims_ui(ui: &mut Ui, desk: &mut Desk<'_>, title: Key, claims: &[ClaimLine]) {
    if claims.is_empty() {
        return;
    }
    heading::section(ui, desk.tokens, desk.texts.get(title));
    for (index, claim) in claims.iter().enumerate() {
        ui.horizontal_top(|ui| {
            map::swatch(ui, desk.tokens.shade(claim.shade));
            ui.vertical(|ui| {
                let line = RichText::new(&claim.title)
                    .font(Face::Strong.at(size::BODY))
                    .color(desk.tokens.ink);
                ui.add(egui::Label::new(line).wrap());
                heading::small(ui, desk.tokens, &claim.when);
                if !claim.confirmed {
                    heading::small(ui, desk.tokens, desk.texts.get(Key::Unconfirmed));
                }
                text(ui, desk, &claim.ground);
                if let Some(note) = &claim.note {
                    heading::soft(ui, desk.tokens, note);
                }
                // One state may claim a place twice, and hold several rights of one kind.
                ui.push_id((title.name(), index), |ui| {
                    small_sources(ui, desk, &claim.title, &claim.sources);
                });
            });
        });
    }
}

/// Offers with conditions and answers.
pub fn offers_ui(ui: &mut Ui, desk: &mut Desk<'_>, offers: &[OfferLine]) {
    if offers.is_empty() {
        return;
    }
    heading::section(ui, desk.tokens, desk.texts.get(Key::Offers));
    for (index, offer) in offers.iter().enumerate() {
        ui.horizontal_wrapped(|ui| {
            if date_link(ui, desk.tokens, &offer.date).clicked() {
                desk.send(Command::SetDate(offer.date.day));
            }
            heading::small(ui, desk.tokens, &offer.parties);
        });
        text(ui, desk, &offer.content);
        if let Some(condition) = &offer.condition {
            heading::soft(ui, desk.tokens, condition);
        }
        heading::soft(ui, desk.tokens, &offer.answer);
        // Two offers may have been made on one day.
        ui.push_id(("offer", index), |ui| {
            small_sources(ui, desk, &offer.date.text, &offer.sources);
        });
        ui.add_space(space::SMALL);
    }
}

/// Sources folded under one line, so that the argument stays in one piece; `of` tells what they are
/// the sources of.
pub(super) fn small_sources(ui: &mut Ui, desk: &mut Desk<'_>, of: &str, sources: &[SourceLine]) {
    if sources.is_empty() {
        return;
    }
    let title = RichText::new(format!(
        "{} ({})",
        desk.texts.get(Key::Sources),
        sources.len()
    ));
    let title = title.size(size::SMALL).color(desk.tokens.ink_soft);
    let header = egui::CollapsingHeader::new(title)
        .id_salt(("sources", of))
        .show(ui, |ui| {
            for source in sources {
                source_ui(ui, desk, source);
            }
        });
    focus_ring(ui, desk.tokens, &header.header_response);
}
