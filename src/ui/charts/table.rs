//! Both charts as tables: everything a mark or a bar says, in words.

use egui::{Align, Color32, Label, Layout, RichText, Sense, Stroke, Ui, vec2};

use crate::scene::charts::{Form, Polls, Quantity, Sheet, TableRow};
use crate::text::Key;

use super::super::app::Desk;
use super::super::fonts::Face;
use super::super::tokens::{size, space};
use super::super::widgets::heading;
use super::marks;

/// Room for the mark of a row, in points.
const MARK: f32 = 18.0;

/// The figures of the quantities that are shown, one after the other.
pub fn sheet_ui(ui: &mut Ui, desk: &Desk<'_>, sheet: &Sheet, shown: &impl Fn(usize) -> bool) {
    let all = sheet.quantities.iter().enumerate();
    for (_, quantity) in all.filter(|(index, _)| shown(*index)) {
        heading::section(ui, desk.tokens, &quantity.name);
        if quantity.unit != sheet.unit {
            heading::small(ui, desk.tokens, &quantity.unit);
        }
        heading::small(ui, desk.tokens, &quantity.about);
        let heads = [Key::Year, Key::Value, Key::Limits].map(|key| desk.texts.get(key));
        cells(
            ui,
            heads,
            Face::Text,
            size::SMALL,
            desk.tokens.ink_soft,
            |_, _| {},
        );
        for row in &quantity.rows {
            rule(ui, desk);
            row_ui(ui, desk, quantity, row);
        }
    }
}

fn row_ui(ui: &mut Ui, desk: &Desk<'_>, quantity: &Quantity, row: &TableRow) {
    let tokens = desk.tokens;
    let ink = if row.figure.is_some() {
        tokens.ink
    } else {
        tokens.ink_soft
    };
    cells(
        ui,
        [&row.year, &row.value, &row.limits],
        Face::Text,
        size::BODY,
        ink,
        |painter, at| {
            if let Some(figure) = row.figure.and_then(|figure| quantity.figures.get(figure)) {
                marks::paint_mark(painter, tokens, at, quantity.look, Form::of(figure));
            }
        },
    );
    for remark in &row.remarks {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.add_space(MARK);
            heading::small(ui, tokens, remark);
        });
    }
}

/// A mark and three cells of equal width.
fn cells(
    ui: &mut Ui,
    texts: [&str; 3],
    face: Face,
    points: f32,
    ink: Color32,
    mark: impl FnOnce(&egui::Painter, egui::Pos2),
) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let (rect, _) = ui.allocate_exact_size(vec2(MARK, points + space::TINY), Sense::hover());
        mark(ui.painter(), rect.center() - vec2(2.0, -1.0));
        let width = ui.available_width() / 3.0;
        for text in texts {
            ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
                ui.set_width(width - space::SMALL);
                ui.add(Label::new(RichText::new(text).font(face.at(points)).color(ink)).wrap());
            });
        }
    });
}

/// The polls, one group after the other.
pub fn polls_ui(ui: &mut Ui, desk: &Desk<'_>, polls: &Polls) {
    let tokens = desk.tokens;
    let heads =
        [Key::Unfavourable, Key::Favourable, Key::NeitherShare].map(|key| desk.texts.get(key));
    cells(
        ui,
        heads,
        Face::Text,
        size::SMALL,
        tokens.ink_soft,
        |_, _| {},
    );
    for row in &polls.rows {
        rule(ui, desk);
        let title = RichText::new(&row.title)
            .font(Face::Strong.at(size::BODY))
            .color(tokens.ink);
        ui.add(Label::new(title).wrap());
        heading::small(ui, tokens, &row.subject);
        heading::soft(ui, tokens, &row.group);
        let shares =
            [&row.unfavourable, &row.favourable, &row.neither].map(|share| share.text.as_str());
        cells(ui, shares, Face::Text, size::BODY, tokens.ink, |_, _| {});
        if let Some(note) = &row.note {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 0.0;
                ui.add_space(MARK);
                heading::small(ui, tokens, note);
            });
        }
    }
}

fn rule(ui: &mut Ui, desk: &Desk<'_>) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), space::TINY), Sense::hover());
    ui.painter().hline(
        rect.x_range(),
        rect.center().y,
        Stroke::new(1.0, desk.tokens.hairline),
    );
}
