//! The table of the single numbers of the texts: searched, put in order, read.

use egui::{Align, Label, Layout, RichText, Sense, TextEdit, Ui, WidgetInfo, vec2};

use crate::model::language::Language;
use crate::scene::charts::numbers::{NumberRow, Numbers, Order};
use crate::scene::details::SourceLine;
use crate::state::Command;
use crate::text::Key;

use super::super::app::Desk;
use super::super::fonts::Face;
use super::super::icons;
use super::super::tokens::{size, space};
use super::super::widgets::heading;
use super::super::widgets::virtual_list::VirtualList;
use super::title_ui;

/// From this width on what a number says stands in columns, in points.
const WIDE: f32 = 720.0;

/// What the reader looks for.
#[derive(Default)]
pub struct NumbersView {
    search: String,
    order: Order,
    reverse: bool,
    list: VirtualList<usize>,
    language: Language,
}

impl Clone for NumbersView {
    /// The heights of the rows are found anew.
    fn clone(&self) -> Self {
        Self {
            search: self.search.clone(),
            order: self.order,
            reverse: self.reverse,
            ..Self::default()
        }
    }
}

impl NumbersView {
    /// Draws the table.
    pub fn numbers_ui(&mut self, ui: &mut Ui, desk: &mut Desk<'_>, numbers: &Numbers) {
        let texts = desk.texts;
        if self.language != desk.language {
            self.language = desk.language;
            self.list.forget();
        }
        title_ui(ui, desk, texts.get(Key::FiguresTitle), None);
        let hint = texts.get(Key::FiguresFilter);
        let field = TextEdit::singleline(&mut self.search)
            .hint_text(hint)
            .desired_width(f32::INFINITY);
        ui.add(field)
            .widget_info(|| WidgetInfo::labeled(egui::Role::TextInput, true, hint));
        self.orders_ui(ui, desk);
        let found = numbers.list(&self.search, self.order, self.reverse);
        let [count, all] = [found.len(), numbers.rows.len()].map(|number| number.to_string());
        let values = [("count", count.as_str()), ("all", &all)];
        heading::small(ui, desk.tokens, &texts.fill(Key::FiguresCount, &values));
        if found.is_empty() {
            heading::soft(ui, desk.tokens, texts.get(Key::FiguresNone));
        }
        self.list.show(ui, &found, |ui, index| {
            ui.set_max_width(ui.available_width() - space::MEDIUM);
            row_ui(ui, desk, &numbers.rows[index]);
        });
    }

    fn orders_ui(&mut self, ui: &mut Ui, desk: &Desk<'_>) {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::TINY;
            for order in Order::ALL {
                let key = match order {
                    Order::Topic => Key::FiguresTopic,
                    Order::Name => Key::FiguresName,
                    Order::Value => Key::Value,
                    Order::Date => Key::CliDate,
                };
                let column = desk.texts.get(key);
                let is_chosen = self.order == order;
                let sign = match (is_chosen, self.reverse) {
                    (false, _) => "",
                    (true, false) => icons::CARET_UP,
                    (true, true) => icons::CARET_DOWN,
                };
                let response = ui.selectable_label(is_chosen, format!("{column} {sign}"));
                let name = desk.texts.fill(Key::SortBy, &[("column", column)]);
                response.widget_info(|| {
                    WidgetInfo::selected(egui::Role::Button, true, is_chosen, &name)
                });
                if response.clicked() {
                    self.reverse = is_chosen && !self.reverse;
                    self.order = order;
                }
            }
        });
    }
}

/// Draws one column of a number.
type Column = fn(&mut Ui, &mut Desk<'_>, &NumberRow);

fn row_ui(ui: &mut Ui, desk: &mut Desk<'_>, row: &NumberRow) {
    let tokens = desk.tokens;
    let (line, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), space::SMALL), Sense::hover());
    let stroke = egui::Stroke::new(1.0, tokens.hairline);
    ui.painter().hline(line.x_range(), line.center().y, stroke);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &row.spoken));
    let room = ui.available_width();
    if room < WIDE {
        what_ui(ui, desk, row);
        value_ui(ui, desk, row);
        ui.horizontal_wrapped(|ui| when_ui(ui, desk, row));
        whence_ui(ui, desk, row);
        return;
    }
    let columns: [(f32, Column); 4] = [
        (0.30, what_ui),
        (0.22, value_ui),
        (0.14, when_ui),
        (0.34, whence_ui),
    ];
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        for (share, column_ui) in columns {
            let layout = Layout::top_down(Align::Min);
            ui.allocate_ui_with_layout(vec2(room * share, 0.0), layout, |ui| {
                ui.set_width(room * share - space::MEDIUM);
                column_ui(ui, desk, row);
            });
            ui.add_space(space::MEDIUM);
        }
    });
}

/// What is counted, and what must be known of it.
fn what_ui(ui: &mut Ui, desk: &mut Desk<'_>, row: &NumberRow) {
    let name = RichText::new(&row.name)
        .font(Face::Text.at(size::BODY))
        .color(desk.tokens.ink);
    ui.add(Label::new(name).wrap());
    if let Some(note) = &row.note {
        heading::small(ui, desk.tokens, note);
    }
}

fn value_ui(ui: &mut Ui, desk: &mut Desk<'_>, row: &NumberRow) {
    let texts = desk.texts;
    let value = RichText::new(&row.value)
        .font(Face::Strong.at(size::LARGE))
        .color(desk.tokens.ink);
    ui.add(Label::new(value).wrap());
    if let Some(limits) = &row.limits {
        let values = [("name", texts.get(Key::Limits)), ("value", limits.as_str())];
        heading::small(ui, desk.tokens, &texts.fill(Key::NamedValue, &values));
    }
    if let Some(documented) = &row.documented {
        let label = texts.get(Key::Documented);
        let values = [("label", label), ("text", documented.as_str())];
        let text = RichText::new(texts.fill(Key::Labelled, &values)).color(desk.tokens.accent);
        ui.add(Label::new(text).wrap());
        for source in &row.documented_sources {
            source_ui(ui, desk, source);
        }
    }
}

fn when_ui(ui: &mut Ui, desk: &mut Desk<'_>, row: &NumberRow) {
    match row.day {
        Some(day) => {
            if ui.link(&row.date).clicked() {
                desk.send(Command::SetDate(day));
            }
        }
        None => heading::small(ui, desk.tokens, &row.date),
    }
    heading::small(ui, desk.tokens, &row.topic);
}

/// Where it stands, and what else tells of it.
fn whence_ui(ui: &mut Ui, desk: &mut Desk<'_>, row: &NumberRow) {
    for source in &row.at {
        source_ui(ui, desk, source);
    }
    for (command, key) in [
        (row.conflict, Key::FactConflict),
        (row.chart, Key::ShowSeries),
    ] {
        if let Some(command) = command
            && ui.link(desk.texts.get(key)).clicked()
        {
            desk.send(command);
        }
    }
}

fn source_ui(ui: &mut Ui, desk: &Desk<'_>, source: &SourceLine) {
    match &source.url {
        Some(url) => {
            let text = format!("{} {}", source.text, icons::LINK);
            let response = ui.hyperlink_to(RichText::new(text).size(size::SMALL), url);
            response.widget_info(|| WidgetInfo::labeled(egui::Role::Link, true, &source.text));
        }
        None => heading::small(ui, desk.tokens, &source.text),
    }
}
