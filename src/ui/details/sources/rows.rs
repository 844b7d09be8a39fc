//! The rows of the page.

use std::collections::HashSet;

use egui::{Label, Response, RichText, Sense, Ui, vec2};

use crate::model::source::{SourceIx, SourceKind};
use crate::scene::citations::{FactLine, Uses, line};
use crate::scene::details::cited_at;
use crate::scene::sources::{Fold, Row, kind_key, source_detail, source_name};
use crate::text::Key;

use super::super::super::app::Desk;
use super::super::super::fonts::Face;
use super::super::super::icons;
use super::super::super::tokens::{size, space};
use super::super::super::widgets::heading;
use super::conflict::conflict_ui;

/// How far a level is set in, in points.
const INDENT: f32 = 14.0;
/// Room for the sign that something can be unfolded, in points.
const CARET: f32 = 18.0;
/// The longest address that is shown in full, in letters.
const ADDRESS: usize = 40;

/// Draws a row; whether the reader asks to fold or unfold it.
pub fn row_ui(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    uses: &Uses,
    row: Row,
    open: &HashSet<Fold>,
) -> bool {
    let is_open = row.fold().is_some_and(|fold| open.contains(&fold));
    match row {
        Row::Text(index) => {
            text_ui(ui, desk, index);
            false
        }
        Row::Section {
            text,
            section,
            facts,
        } => section_ui(ui, desk, (text, section), facts, is_open),
        Row::Paragraph {
            paragraph, facts, ..
        } => {
            let name = match paragraph {
                0 => desk.texts.get(Key::SourcesCaptions).to_owned(),
                number => format!("¶ {number}"),
            };
            fold_ui(
                ui,
                desk,
                INDENT,
                &name,
                &count(desk, Key::FactCount, facts),
                (is_open, Face::Text),
            )
        }
        Row::Fact { source, position } => {
            cited_ui(ui, desk, uses, source, position);
            false
        }
        Row::Rank { rank, conflicts } => {
            let key = if rank == 1 {
                Key::ConflictRankMap
            } else {
                Key::ConflictRankNote
            };
            heading::section(
                ui,
                desk.tokens,
                &format!("{} ({conflicts})", desk.texts.get(key)),
            );
            false
        }
        Row::Conflict(conflict) => {
            let title = desk.atlas.conflicts[usize::from(conflict)]
                .title
                .get(desk.language);
            fold_ui(ui, desk, 0.0, title, "", (is_open, Face::Text))
        }
        Row::ConflictBody(conflict) => {
            conflict_ui(ui, desk, conflict);
            false
        }
        Row::Kind { kind, sources } => fold_ui(
            ui,
            desk,
            0.0,
            desk.texts.get(kind_key(kind)),
            &sources.to_string(),
            (is_open, Face::Strong),
        ),
        Row::Source { source, facts } => source_ui(ui, desk, source, facts, is_open),
        Row::Nothing => {
            heading::soft(ui, desk.tokens, desk.texts.get(Key::SearchNothing));
            false
        }
    }
}

/// A section of a text: whether the reader asks to fold or unfold it.
fn section_ui(
    ui: &mut Ui,
    desk: &Desk<'_>,
    (text, section): (usize, usize),
    facts: usize,
    is_open: bool,
) -> bool {
    let heading = &desk.atlas.outlines[text].sections[section];
    let name = heading.name.get(desk.language);
    if facts == 0 && heading.paragraphs == 0 {
        empty_ui(ui, desk, name);
        return false;
    }
    let count = count(desk, Key::FactCount, facts);
    fold_ui(ui, desk, 0.0, name, &count, (is_open, Face::Strong))
}

/// What cites a source.
fn cited_ui(ui: &mut Ui, desk: &mut Desk<'_>, uses: &Uses, source: SourceIx, position: usize) {
    if let Some(one) = uses.of(source).get(position) {
        let fact = line(desk.atlas, one.fact, desk.language);
        let is_text = desk.atlas.source(source).kind == SourceKind::Text;
        let at = if is_text {
            String::new()
        } else {
            cited_at(desk.atlas, source, &one.at, desk.language)
        };
        fact_ui(ui, desk, &fact, &at);
    }
}

fn count(desk: &Desk<'_>, key: Key, number: usize) -> String {
    desk.texts.fill(key, &[("count", &number.to_string())])
}

fn text_ui(ui: &mut Ui, desk: &Desk<'_>, index: usize) {
    let source = desk.atlas.source(desk.atlas.outlines[index].text);
    if index == 0 {
        heading::small(ui, desk.tokens, desk.texts.get(Key::SourcesNote));
    }
    heading::section(ui, desk.tokens, source_name(source, desk.language));
    if let Some(note) = &source.note {
        heading::small(ui, desk.tokens, note.get(desk.language));
    }
    ui.add_space(space::TINY);
}

/// A section from which nothing can be taken: a list of links or books.
fn empty_ui(ui: &mut Ui, desk: &Desk<'_>, name: &str) {
    ui.horizontal_top(|ui| {
        ui.add_space(CARET);
        heading::soft(ui, desk.tokens, name);
    });
}

/// A line that folds and unfolds what is under it; whether it was clicked.
fn fold_ui(
    ui: &mut Ui,
    desk: &Desk<'_>,
    indent: f32,
    name: &str,
    count: &str,
    (is_open, face): (bool, Face),
) -> bool {
    let mut clicked = false;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::TINY;
        ui.add_space(indent);
        let (sign, _) =
            ui.allocate_exact_size(vec2(CARET - space::TINY, size::BODY), Sense::hover());
        let caret = if is_open {
            icons::CARET_DOWN
        } else {
            icons::CARET_RIGHT
        };
        let middle = sign.center() + vec2(0.0, 2.0);
        let font = Face::Text.at(size::BODY);
        ui.painter().text(
            middle,
            egui::Align2::CENTER_CENTER,
            caret,
            font,
            desk.tokens.ink_soft,
        );
        ui.vertical(|ui| {
            let mut job = egui::text::LayoutJob::default();
            let format = |face: Face, size, color| egui::TextFormat {
                font_id: face.at(size),
                color,
                ..Default::default()
            };
            job.append(name, 0.0, format(face, size::BODY, desk.tokens.ink));
            if !count.is_empty() {
                job.append(
                    count,
                    space::SMALL,
                    format(Face::Text, size::SMALL, desk.tokens.ink_soft),
                );
            }
            let response = ui.add(Label::new(job).wrap().sense(Sense::click()));
            name_fold(ui, &response, &format!("{name} {count}"), is_open);
            clicked |= response
                .on_hover_cursor(egui::CursorIcon::PointingHand)
                .clicked();
        });
    });
    clicked
}

fn name_fold(ui: &Ui, response: &Response, name: &str, is_open: bool) {
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::DisclosureTriangle, true, name));
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_expanded(is_open));
}

/// A fact: its kind and date over its words; a click shows it.
fn fact_ui(ui: &mut Ui, desk: &mut Desk<'_>, fact: &FactLine, at: &str) {
    ui.add_space(space::TINY);
    ui.horizontal_top(|ui| {
        ui.add_space(INDENT + CARET + space::SMALL);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            let kind = desk.texts.get(fact.kind);
            let parts = [
                kind,
                fact.date.as_ref().map_or("", |date| date.text.as_str()),
                at,
            ];
            let small: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            heading::small(ui, desk.tokens, &small.join(" · "));
            let words = RichText::new(&fact.text)
                .font(Face::Text.at(size::BODY))
                .color(desk.tokens.ink);
            let response = ui.add(Label::new(words).wrap().sense(Sense::click()));
            response.widget_info(|| {
                egui::WidgetInfo::labeled(egui::Role::Link, true, format!("{kind}: {}", fact.text))
            });
            if response.hovered() || response.has_focus() {
                let line = response.rect.bottom();
                ui.painter().hline(
                    response.rect.x_range(),
                    line,
                    egui::Stroke::new(1.0, desk.tokens.accent),
                );
            }
            if response
                .on_hover_cursor(egui::CursorIcon::PointingHand)
                .clicked()
            {
                desk.commands.extend(&fact.commands);
            }
        });
    });
}

fn source_ui(ui: &mut Ui, desk: &Desk<'_>, index: SourceIx, facts: usize, is_open: bool) -> bool {
    let source = desk.atlas.source(index);
    let clicked = fold_ui(
        ui,
        desk,
        INDENT,
        source_name(source, desk.language),
        "",
        (is_open, Face::Text),
    );
    ui.horizontal_top(|ui| {
        ui.add_space(INDENT + CARET);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            let detail = source_detail(source, desk.language);
            if !detail.is_empty() {
                heading::small(ui, desk.tokens, &detail);
            }
            let cited = if facts == 0 {
                desk.texts.get(Key::NotCited).to_owned()
            } else {
                count(desk, Key::CitedBy, facts)
            };
            heading::small(ui, desk.tokens, &cited);
            if let Some(url) = &source.url {
                address_ui(ui, url);
            }
        });
    });
    clicked
}

/// An address that opens in the browser, shortened to a line.
fn address_ui(ui: &mut Ui, url: &str) {
    let bare = url
        .trim_start_matches("https://")
        .trim_start_matches("http://")
        .trim_end_matches('/');
    // Letters in percent signs tell a reader nothing.
    let mut shown: String = bare
        .chars()
        .take(ADDRESS)
        .take_while(|letter| *letter != '%')
        .collect();
    if shown.len() < bare.len() {
        shown.push('…');
    }
    let label = RichText::new(format!("{shown} {}", icons::LINK)).size(size::SMALL);
    ui.hyperlink_to(label, url).on_hover_text(url);
}
