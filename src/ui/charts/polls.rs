//! The chart of polls with its warning, its legend and its table.

use egui::{
    CursorIcon, Frame, Id, Label, Margin, Rect, RichText, Role, Sense, Ui, Vec2, WidgetInfo, vec2,
};

use crate::scene::charts::{PollRow, Polls};
use crate::state::Command;
use crate::text::Key;

use super::super::app::Desk;
use super::super::details::sources_ui;
use super::super::fonts::Face;
use super::super::icons;
use super::super::tokens::{radius, size, space};
use super::super::widgets::heading;
use super::{bars, focus_ring, legend, table, title_ui};

/// What the reader chose of the chart of polls.
#[derive(Clone, Default)]
pub struct PollsView {
    as_table: bool,
}

impl PollsView {
    /// Draws the chart.
    pub fn polls_ui(&mut self, ui: &mut Ui, desk: &mut Desk<'_>, polls: &Polls) {
        title_ui(
            ui,
            desk,
            desk.texts.get(Key::PollTitle),
            Some(&mut self.as_table),
        );
        if let Some(warning) = &polls.warning {
            warning_ui(ui, desk, warning);
        }
        if self.as_table {
            table::polls_ui(ui, desk, polls);
        } else {
            legend_ui(ui, desk);
            for (index, row) in polls.rows.iter().enumerate() {
                row_ui(ui, desk, polls, row, index);
            }
        }
        sources_ui(ui, desk, &polls.sources);
    }
}

fn warning_ui(ui: &mut Ui, desk: &Desk<'_>, warning: &str) {
    ui.add_space(space::TINY);
    Frame::new()
        .fill(desk.tokens.note)
        .corner_radius(radius::CARD)
        .inner_margin(Margin::same(10))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.horizontal_top(|ui| {
                ui.label(
                    RichText::new(icons::WARNING)
                        .size(size::LARGE)
                        .color(desk.tokens.accent),
                );
                let text = RichText::new(warning)
                    .font(Face::Text.at(size::BODY))
                    .color(desk.tokens.ink);
                ui.add(Label::new(text).wrap());
            });
        });
    ui.add_space(space::SMALL);
}

fn legend_ui(ui: &mut Ui, desk: &Desk<'_>) {
    let tokens = desk.tokens;
    legend::lines_ui(ui, |ui| {
        for (key, color) in [
            (Key::Unfavourable, tokens.unfavourable),
            (Key::Favourable, tokens.favourable),
            (Key::NeitherShare, tokens.remainder),
        ] {
            legend::line(ui, desk, desk.texts.get(key), |painter, at| {
                bars::paint_block(
                    painter,
                    desk,
                    Rect::from_center_size(at, Vec2::splat(10.0)),
                    color,
                );
            });
        }
    });
}

fn row_ui(ui: &mut Ui, desk: &mut Desk<'_>, polls: &Polls, row: &PollRow, index: usize) {
    let tokens = desk.tokens;
    if row.is_part {
        ui.add_space(space::TINY);
        ui.horizontal_wrapped(|ui| {
            let group = RichText::new(&row.group)
                .font(Face::Text.at(size::BODY))
                .color(tokens.ink);
            ui.add(Label::new(group));
            ui.add(Label::new(
                RichText::new(&row.title)
                    .font(Face::Text.at(size::SMALL))
                    .color(tokens.ink_soft),
            ));
        });
    } else {
        heading::section(ui, tokens, &row.title);
        heading::small(ui, tokens, &row.subject_and_group);
    }
    let (rect, _) = ui.allocate_exact_size(
        vec2(ui.available_width(), bars::HEIGHT + 2.0),
        Sense::hover(),
    );
    let response = ui.interact(rect, Id::unique("poll").with(index), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &row.spoken));
    if ui.is_rect_visible(rect) {
        bars::paint(ui.painter(), desk, row, bars::Scale::new(polls, rect), rect);
    }
    focus_ring(ui, desk, &response);
    if response.clicked() {
        desk.send(Command::SetDate(row.date));
    }
    response
        .on_hover_cursor(CursorIcon::PointingHand)
        .on_hover_ui_at_pointer(|ui| tooltip_ui(ui, desk, row));
}

fn tooltip_ui(ui: &mut Ui, desk: &Desk<'_>, row: &PollRow) {
    let tokens = desk.tokens;
    ui.set_max_width(300.0);
    heading::small(ui, tokens, &row.title);
    heading::small(ui, tokens, &row.subject);
    heading::soft(ui, tokens, &row.group);
    for (key, share) in [
        (Key::Unfavourable, &row.unfavourable),
        (Key::Favourable, &row.favourable),
        (Key::NeitherShare, &row.neither),
    ] {
        let named = desk.texts.fill(
            Key::NamedValue,
            &[("name", desk.texts.get(key)), ("value", &share.text)],
        );
        ui.label(
            RichText::new(named)
                .font(Face::Strong.at(size::BODY))
                .color(tokens.ink),
        );
    }
    for text in row.question.iter().chain(&row.note) {
        ui.add_space(space::TINY);
        heading::soft(ui, tokens, text);
    }
    ui.add_space(space::TINY);
    for source in &row.sources {
        heading::small(ui, tokens, &source.text);
    }
}
