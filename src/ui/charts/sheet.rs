//! A chart over the years with its switches, its legend, its notes and its table.

use std::collections::BTreeMap;

use egui::{Checkbox, ScrollArea, Ui, UiBuilder, vec2};

use crate::scene::charts::axes::{Axes, Window};
use crate::scene::charts::{Drawn, Origin, Sheet};
use crate::scene::timeline::tracks::Stage;
use crate::text::Key;

use super::super::app::Desk;
use super::super::details::sources_ui;
use super::super::icons;
use super::super::tokens::{space, width};
use super::super::widgets::focus::followed;
use super::super::widgets::heading;
use super::super::widgets::icon_button::icon_button;
use super::{lanes, legend, plot, table, title_ui};

/// What stands around the plot when it has the screen for itself, in points.
const AROUND: f32 = 330.0;
/// The plot is as high as this share of its width, within limits.
const ASPECT: f32 = 0.78;
/// Up to this width the chart comes before its switches, in points.
const NARROW: f32 = 620.0;
/// The least height of a plot, in points.
const LOWEST: f32 = 230.0;

/// What the reader chose of one chart.
#[derive(Clone, Default)]
pub struct SheetView {
    /// Which quantities the reader switched on or off; the others are as usual.
    switched: BTreeMap<String, bool>,
    as_table: bool,
    is_log: bool,
    with_relations: bool,
    window: Option<Window>,
}

/// What stands beside the figures of a chart.
pub struct Around<'a> {
    pub title: &'a str,
    /// What to know before reading it.
    pub note: Option<&'a str>,
    /// How relations stood; none where they have nothing to do with it.
    pub stages: &'a [Stage],
}

impl SheetView {
    fn is_shown(&self, sheet: &Sheet, index: usize) -> bool {
        let id = &sheet.quantities[index].name;
        let switched = self.switched.get(id).copied();
        switched.unwrap_or_else(|| sheet.is_usual(index))
    }

    /// The chart as it is shown.
    pub fn drawn(&self, sheet: &Sheet) -> Drawn {
        Drawn::Sheet {
            sheet: sheet.clone(),
            shown: (0..sheet.quantities.len())
                .map(|index| self.is_shown(sheet, index))
                .collect(),
            is_log: self.is_log,
        }
    }

    /// Draws the chart; `screen` is the height of what is seen at once, in points.
    pub fn sheet_ui(
        &mut self,
        ui: &mut Ui,
        desk: &mut Desk<'_>,
        sheet: &Sheet,
        around: &Around<'_>,
        screen: f32,
    ) {
        title_ui(ui, desk, around.title, Some(&mut self.as_table));
        heading::small(ui, desk.tokens, &sheet.unit);
        ui.add_space(space::TINY);
        // In the inspector the chart itself comes first, so that it is seen without scrolling.
        let is_narrow = ui.available_width() < NARROW;
        if !is_narrow {
            self.switches_ui(ui, desk, sheet);
        }
        if self.as_table {
            table::sheet_ui(ui, desk, sheet, &|index| self.is_shown(sheet, index));
        } else {
            if !is_narrow {
                self.tools_ui(ui, desk, sheet, around);
            }
            let height =
                (ui.available_width() * ASPECT).clamp(LOWEST, (screen - AROUND).max(260.0));
            self.plot_ui(ui, desk, sheet, around, height);
            ui.add_space(space::SMALL);
            if is_narrow {
                self.tools_ui(ui, desk, sheet, around);
            }
            legend::key_ui(ui, desk, sheet, &|index| self.is_shown(sheet, index));
        }
        if is_narrow {
            self.switches_ui(ui, desk, sheet);
        }
        notes_ui(ui, desk, sheet, around);
        sources_ui(ui, desk, &sheet.sources);
    }

    /// Draws the chart over the whole screen: the plot left and large, all else beside it.
    pub fn large_ui(
        &mut self,
        ui: &mut Ui,
        desk: &mut Desk<'_>,
        sheet: &Sheet,
        around: &Around<'_>,
    ) {
        let room = ui.available_rect_before_wrap();
        let (mut left, mut right) = (room, room);
        left.max.x = room.right() - width::BESIDE - space::LARGE;
        right.min.x = room.right() - width::BESIDE;
        ui.scope_builder(UiBuilder::new().max_rect(left), |ui| {
            title_ui(ui, desk, around.title, Some(&mut self.as_table));
            heading::soft(ui, desk.tokens, &sheet.unit);
            if self.as_table {
                ScrollArea::vertical().auto_shrink(false).show(
                    ui,
                    followed(|ui| {
                        table::sheet_ui(ui, desk, sheet, &|index| self.is_shown(sheet, index));
                    }),
                );
                return;
            }
            self.tools_ui(ui, desk, sheet, around);
            let shown = |index: usize| self.is_shown(sheet, index);
            let below = lanes::height(sheet, &shown) + space::SMALL;
            let height = (ui.available_height() - below).max(LOWEST);
            self.plot_ui(ui, desk, sheet, around, height);
        });
        ui.scope_builder(UiBuilder::new().max_rect(right), |ui| {
            ScrollArea::vertical().auto_shrink(false).show(
                ui,
                followed(|ui| {
                    ui.set_max_width(width::BESIDE - space::MEDIUM);
                    self.switches_ui(ui, desk, sheet);
                    legend::key_ui(ui, desk, sheet, &|index| self.is_shown(sheet, index));
                    notes_ui(ui, desk, sheet, around);
                    sources_ui(ui, desk, &sheet.sources);
                }),
            );
        });
    }

    fn switches_ui(&mut self, ui: &mut Ui, desk: &Desk<'_>, sheet: &Sheet) {
        let shown = |index: usize| self.is_shown(sheet, index);
        if let Some(index) = legend::switches_ui(ui, desk, sheet, &shown) {
            let is_on = shown(index);
            let name = sheet.quantities[index].name.clone();
            self.switched.insert(name, !is_on);
            // Other quantities have other limits.
            self.window = None;
        }
    }

    /// The logarithmic axis, the relations, and the buttons of the window.
    fn tools_ui(&mut self, ui: &mut Ui, desk: &Desk<'_>, sheet: &Sheet, around: &Around<'_>) {
        if desk.is_print {
            return;
        }
        let texts = desk.texts;
        let extent = sheet.extent(|index| self.is_shown(sheet, index));
        ui.horizontal_wrapped(|ui| {
            let can_be_log = extent.values[0] >= 0.0 && extent.least.is_finite();
            let log = Checkbox::new(&mut self.is_log, texts.get(Key::LogAxis));
            if ui.add_enabled(can_be_log, log).changed() {
                self.window = None;
            }
            self.is_log &= can_be_log;
            if !around.stages.is_empty() {
                ui.checkbox(&mut self.with_relations, texts.get(Key::RelationsBehind));
            }
            ui.spacing_mut().item_spacing = vec2(space::TINY, 0.0);
            let axes = Axes::new(extent, self.is_log);
            for (icon, key, factor) in [
                (icons::ZOOM_IN, Key::ZoomIn, 1.5),
                (icons::ZOOM_OUT, Key::ZoomOut, 1.0 / 1.5),
            ] {
                let name = format!("{}: {}", around.title, texts.get(key));
                if icon_button(ui, icon, &name).clicked() {
                    let window = self.window.unwrap_or(axes.whole());
                    self.window = axes.zoomed(window, factor, None);
                }
            }
            let name = format!("{}: {}", around.title, texts.get(Key::ResetView));
            ui.add_enabled_ui(self.window.is_some(), |ui| {
                if icon_button(ui, icons::RESET, &name).clicked() {
                    self.window = None;
                }
            });
        });
    }

    fn plot_ui(
        &mut self,
        ui: &mut Ui,
        desk: &mut Desk<'_>,
        sheet: &Sheet,
        around: &Around<'_>,
        height: f32,
    ) {
        let shown = |index: usize| self.is_shown(sheet, index);
        let axes = Axes::new(sheet.extent(shown), self.is_log);
        let stages = if self.with_relations {
            around.stages
        } else {
            &[]
        };
        let chart = plot::Chart {
            sheet,
            stages,
            axes,
            window: self.window.unwrap_or(axes.whole()),
            is_whole: self.window.is_none(),
            name: around.title,
        };
        let (years, window) = plot::plot_ui(ui, desk, &chart, &shown, height);
        lanes::lanes_ui(ui, desk, sheet, &shown, &years);
        self.window = window;
    }
}

fn notes_ui(ui: &mut Ui, desk: &Desk<'_>, sheet: &Sheet, around: &Around<'_>) {
    for unsaid in &sheet.unsaid {
        ui.add_space(space::SMALL);
        heading::soft(ui, desk.tokens, unsaid);
    }
    ui.add_space(space::SMALL);
    if let Some(note) = around.note {
        heading::soft(ui, desk.tokens, note);
    }
    let is_beyond = |quantity: &crate::scene::charts::Quantity| quantity.origin == Origin::Beyond;
    if sheet.quantities.iter().any(is_beyond) {
        heading::soft(ui, desk.tokens, desk.texts.get(Key::BeyondNote));
    }
}
