//! The charts: trade, opinion, population, visits, and a table of single numbers.
//!
//! `layout` says where things stand, `marks`, `lanes` and `bars` paint them; every chart
//! can be read as a table instead.

mod bars;
mod figure;
mod lanes;
mod layout;
mod legend;
mod marks;
mod menu;
mod numbers;
mod own;
mod page;
mod plot;
mod polls;
mod sheet;
mod table;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use egui::{Button, Label, Response, RichText, Role, Ui, WidgetInfo, vec2};

use crate::model::language::Language;
use crate::model::series::OwnSeries;
use crate::model::shown::Chart;
use crate::scene::charts::{Charts, Drawn, Sheet};
use crate::scene::timeline::tracks::Stage;

use super::app::Desk;
use super::fonts::Face;
use super::memo::Memo;
use super::tokens::{TARGET, size, space};
use crate::text::Key;

pub use own::take_dropped;
pub use page::{charts_ui, large_ui};

/// The least width in which the charts are laid out, in points.
const LEAST: f32 = 240.0;
/// Up to this width a title is set smaller, in points.
const NARROW_TITLE: f32 = 300.0;

/// What of the charts is kept from frame to frame.
#[derive(Default)]
pub struct ChartsView {
    /// By language and by how often the reader's own series changed.
    scene: Memo<(Language, u64), Charts>,
    stages: Memo<Language, Vec<Stage>>,
    choices: Choices,
    own_path: String,
}

/// What the reader chose.
#[derive(Clone, Default)]
pub struct Choices {
    /// By chart and the position of its unit; the surveys have a position of their own.
    sheets: BTreeMap<(Chart, usize), sheet::SheetView>,
    /// Which unit is open, by chart.
    units: BTreeMap<Chart, usize>,
    polls: polls::PollsView,
    numbers: numbers::NumbersView,
    /// Series that were opened from the screen.
    own: Vec<OwnSeries>,
    /// Counts the changes of them.
    own_changes: u64,
}

impl Choices {
    /// A chart as it is shown.
    fn drawn(&self, key: (Chart, usize), sheet: &Sheet) -> Drawn {
        let view = self.sheets.get(&key).cloned().unwrap_or_default();
        view.drawn(sheet)
    }
}

impl ChartsView {
    /// What the reader chose, for a picture of the same charts.
    pub fn choices(&self) -> Choices {
        self.choices.clone()
    }

    /// Charts with the choices of others.
    pub fn with(choices: Choices) -> Self {
        Self {
            choices,
            ..Self::default()
        }
    }
}

/// The title of a chart with the switch to its table; `name` is the chart's.
fn title_ui(ui: &mut Ui, desk: &Desk<'_>, name: &str, as_table: Option<&mut bool>) {
    let tokens = desk.tokens;
    let label = desk.texts.get(Key::TableView);
    let face = Face::Text.at(size::SMALL);
    let title = |ui: &mut Ui, room: f32| {
        let points = if room < NARROW_TITLE {
            size::BRAND
        } else {
            size::TITLE
        };
        let text = RichText::new(name)
            .font(Face::Title.at(points))
            .color(tokens.ink);
        ui.add(Label::new(text).wrap());
    };
    let Some(as_table) = as_table.filter(|_| !desk.is_print) else {
        title(ui, ui.available_width());
        return;
    };
    ui.horizontal_top(|ui| {
        let text = RichText::new(label).font(face.clone()).color(tokens.ink);
        let button = Button::selectable(*as_table, text)
            .min_size(vec2(0.0, TARGET))
            .frame_when_inactive(true);
        let width = ui
            .painter()
            .layout_no_wrap(label.to_owned(), face, tokens.ink)
            .size()
            .x;
        let room = ui.available_width() - width - 4.0 * space::SMALL;
        ui.allocate_ui(vec2(room, 0.0), |ui| {
            ui.set_width(room);
            title(ui, room);
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
