//! Charts of trade and opinion.
//!
//! `layout` says where things stand, `marks`, `lanes` and `bars` paint them; both charts can be
//! read as a table instead.

mod bars;
mod lanes;
mod layout;
mod legend;
mod marks;
mod plot;
mod polls;
mod table;
mod trade;

#[cfg(test)]
mod tests;

use egui::{
    Button, Label, Response, RichText, Role, ScrollArea, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use crate::model::language::Language;
use crate::scene::charts::Charts;
use crate::text::Key;

use super::app::Desk;
use super::fonts::Face;
use super::memo::Memo;
use super::tokens::{TARGET, size, space};

/// The least width in which the charts are laid out, in points.
const LEAST: f32 = 240.0;

/// From this width on the charts stand side by side, in points.
const WIDE: f32 = 860.0;
/// Up to this width a title is set smaller, in points.
const NARROW_TITLE: f32 = 300.0;
/// The share of the width that trade takes then.
const TRADE_SHARE: f32 = 0.58;

/// What of the charts is kept from frame to frame.
#[derive(Default)]
pub struct ChartsView {
    scene: Memo<Language, Charts>,
    trade: trade::TradeView,
    polls: polls::PollsView,
}

impl ChartsView {
    /// Draws both charts, side by side where there is room.
    pub fn charts_ui(&mut self, ui: &mut Ui, desk: &mut Desk<'_>) {
        let Self {
            scene,
            trade,
            polls,
        } = self;
        let charts = scene.get(desk.language, |language| Charts::new(desk.atlas, *language));
        let height = ui.available_height();
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            // The scroll bar floats over the edge; nothing may lie under it.
            // In less room than the least the charts are cut off rather than squeezed to nothing.
            ui.set_max_width((ui.available_width() - space::SMALL).max(LEAST));
            let room = ui.available_rect_before_wrap();
            if room.width() < WIDE {
                trade.trade_ui(ui, desk, &charts.trade, height);
                ui.add_space(space::LARGE);
                polls.polls_ui(ui, desk, &charts.polls);
                return;
            }
            let middle = room.left() + room.width() * TRADE_SHARE;
            let (mut left, mut right) = (room, room);
            left.max.x = middle - space::LARGE;
            right.min.x = middle + space::LARGE;
            let left = ui.scope_builder(UiBuilder::new().max_rect(left), |ui| {
                trade.trade_ui(ui, desk, &charts.trade, height);
            });
            let right = ui.scope_builder(UiBuilder::new().max_rect(right), |ui| {
                polls.polls_ui(ui, desk, &charts.polls);
            });
            let bottom = left
                .response
                .rect
                .bottom()
                .max(right.response.rect.bottom());
            let stroke = egui::Stroke::new(1.0, desk.tokens.hairline);
            ui.painter()
                .line_segment([pos2(middle, room.top()), pos2(middle, bottom)], stroke);
        });
    }
}

/// The title of a chart with the switch to its table; `name` is the chart's.
fn title_ui(ui: &mut Ui, desk: &Desk<'_>, name: &str, as_table: &mut bool) {
    let tokens = desk.tokens;
    let label = desk.texts.get(Key::TableView);
    ui.horizontal_top(|ui| {
        let text = RichText::new(label)
            .font(Face::Text.at(size::SMALL))
            .color(tokens.ink);
        let button = Button::selectable(*as_table, text)
            .min_size(vec2(0.0, TARGET))
            .frame_when_inactive(true);
        let width = ui
            .painter()
            .layout_no_wrap(label.to_owned(), Face::Text.at(size::SMALL), tokens.ink)
            .size()
            .x;
        let room = ui.available_width() - width - 4.0 * space::SMALL;
        ui.allocate_ui(vec2(room, 0.0), |ui| {
            ui.set_width(room);
            let points = if room < NARROW_TITLE {
                size::BRAND
            } else {
                size::TITLE
            };
            ui.add(
                Label::new(
                    RichText::new(name)
                        .font(Face::Title.at(points))
                        .color(tokens.ink),
                )
                .wrap(),
            );
        });
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Min), |ui| {
            let response = ui.add(button);
            response.widget_info(|| {
                WidgetInfo::selected(Role::Button, true, *as_table, format!("{name}: {label}"))
            });
            if response.clicked() {
                *as_table = !*as_table;
            }
        });
    });
}

/// Rings what holds the keyboard focus.
fn focus_ring(ui: &Ui, desk: &Desk<'_>, response: &Response) {
    if response.has_focus() {
        let stroke = egui::Stroke::new(2.0, desk.tokens.accent);
        ui.painter().rect_stroke(
            response.rect,
            super::tokens::radius::SMALL,
            stroke,
            egui::StrokeKind::Outside,
        );
    }
}
