//! The page of charts: the choice of a chart, and the chart.

use egui::{ScrollArea, Ui, UiBuilder, vec2};

use crate::model::series::Topic;
use crate::model::shown::Chart;
use crate::scene::charts::{Charts, Sheet, title};
use crate::scene::timeline::tracks::stages;
use crate::state::Command;
use crate::text::Key;

use super::super::app::Desk;
use super::super::icons;
use super::super::tokens::{space, width};
use super::super::widgets::focus::followed;
use super::super::widgets::icon_button::icon_button;
use super::super::widgets::segmented::segmented;
use super::sheet::Around;
use super::{ChartsView, Choices, LEAST, menu, own};

/// The position of the surveys among the sheets of a chart.
pub(super) const SURVEYS: usize = usize::MAX;
/// From this width on polls and surveys stand side by side, in points.
const WIDE: f32 = 860.0;

/// Draws the open chart, as narrow or as wide as there is room.
pub fn charts_ui(view: &mut ChartsView, ui: &mut Ui, desk: &mut Desk<'_>) {
    head_ui(view, ui, desk);
    ui.add_space(space::SMALL);
    let height = ui.available_height();
    if desk.state.chart == Chart::Figures {
        with_scene(view, desk, |choices, charts, _, desk| {
            choices.numbers.numbers_ui(ui, desk, &charts.numbers);
        });
        return;
    }
    let id = ("charts", desk.state.chart.id());
    ScrollArea::vertical().id_salt(id).auto_shrink(false).show(
        ui,
        followed(|ui| {
            // The scroll bar floats over the edge; nothing may lie under it.
            // In less room than the least the charts are cut off rather than squeezed to nothing.
            ui.set_max_width((ui.available_width() - space::SMALL).max(LEAST));
            with_scene(view, desk, |choices, charts, around, desk| {
                match desk.state.chart.topic() {
                    Some(topic) => {
                        let sheets = charts.of(topic);
                        let unit = units_ui(choices, ui, desk, sheets);
                        let Some(sheet) = sheets.get(unit) else {
                            return;
                        };
                        let view = choices.sheets.entry((desk.state.chart, unit)).or_default();
                        view.sheet_ui(ui, desk, sheet, around, height);
                    }
                    None => opinion_ui(choices, ui, desk, charts, height),
                }
            });
        }),
    );
}

/// Draws the open chart over the whole screen, for a projector.
pub fn large_ui(view: &mut ChartsView, ui: &mut Ui, desk: &mut Desk<'_>) {
    head_ui(view, ui, desk);
    ui.add_space(space::SMALL);
    with_scene(view, desk, |choices, charts, around, desk| {
        let chart = desk.state.chart;
        match chart {
            Chart::Figures => choices.numbers.numbers_ui(ui, desk, &charts.numbers),
            Chart::Polls => {
                let height = ui.available_height();
                let area = ScrollArea::vertical().auto_shrink(false);
                area.show(
                    ui,
                    followed(|ui| opinion_ui(choices, ui, desk, charts, height)),
                );
            }
            Chart::Trade | Chart::Population | Chart::Visits => {
                let sheets = charts.of(chart.topic().unwrap_or(Topic::Trade));
                let unit = units_ui(choices, ui, desk, sheets);
                let Some(sheet) = sheets.get(unit) else {
                    return;
                };
                let view = choices.sheets.entry((chart, unit)).or_default();
                view.large_ui(ui, desk, sheet, around);
            }
        }
    });
}

/// Gives the scene and the reader's choices to what draws them.
fn with_scene(
    view: &mut ChartsView,
    desk: &mut Desk<'_>,
    draw: impl FnOnce(&mut Choices, &Charts, &Around<'_>, &mut Desk<'_>),
) {
    let ChartsView {
        scene,
        stages: known,
        choices,
        ..
    } = view;
    let key = (desk.language, choices.own_changes);
    let charts = scene.get(key, |_| {
        Charts::new(desk.atlas, &choices.own, desk.language)
    });
    let stages = known.get(desk.language, |language| stages(desk.atlas, *language));
    let chart = desk.state.chart;
    let texts = desk.texts;
    let around = Around {
        title: texts.get(title(chart)),
        note: (chart == Chart::Trade).then(|| texts.get(Key::TradeNote)),
        stages: if chart == Chart::Trade { stages } else { &[] },
    };
    draw(choices, charts, &around, desk);
}

/// The choice of a chart, and what can be done with all of them.
fn head_ui(view: &mut ChartsView, ui: &mut Ui, desk: &mut Desk<'_>) {
    let choices = Chart::ALL.map(|chart| {
        let key = match chart {
            Chart::Trade => Key::ChartTrade,
            Chart::Polls => Key::ChartOpinion,
            Chart::Population => Key::ChartPopulation,
            Chart::Visits => Key::ChartVisits,
            Chart::Figures => Key::ChartFigures,
        };
        (chart, desk.texts.get(key))
    });
    let charts_key = (desk.language, view.choices.own_changes);
    let charts = view.scene.get(charts_key, |_| {
        Charts::new(desk.atlas, &view.choices.own, desk.language)
    });
    let is_there = |chart: &Chart| match chart.topic() {
        Some(topic) => !charts.of(topic).is_empty(),
        None => *chart == Chart::Polls || !charts.numbers.rows.is_empty(),
    };
    let there: Vec<(Chart, &str)> = choices
        .into_iter()
        .filter(|(chart, _)| is_there(chart))
        .collect();
    if desk.is_print {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::SMALL, space::TINY);
        let name = desk.texts.get(Key::Chart);
        if let Some(chart) = segmented(ui, desk.tokens, name, desk.state.chart, &there) {
            desk.send(Command::OpenChart(chart));
        }
        let (icon, key) = if desk.state.charts_large {
            (icons::SMALLER, Key::ChartsSmall)
        } else {
            (icons::LARGER, Key::ChartsLarge)
        };
        if icon_button(ui, icon, desk.texts.get(key)).clicked() {
            desk.send(Command::ShowCharts(!desk.state.charts_large));
        }
        menu::export_ui(view, ui, desk);
        own::menu_ui(view, ui, desk);
    });
}

/// The choice of a unit where a chart has several; returns the position of the open one.
fn units_ui(choices: &mut Choices, ui: &mut Ui, desk: &Desk<'_>, sheets: &[Sheet]) -> usize {
    let open = choices.units.entry(desk.state.chart).or_default();
    *open = (*open).min(sheets.len().saturating_sub(1));
    if sheets.len() < 2 || desk.is_print {
        return *open;
    }
    let name = desk.texts.get(Key::UnitName);
    let chosen = &sheets[*open].unit;
    let label = format!("{name}: {chosen}");
    let menu = ui.menu_button(format!("{label}  {}", icons::CARET_DOWN), |ui| {
        for (index, sheet) in sheets.iter().enumerate() {
            let response = ui.selectable_label(*open == index, &sheet.unit);
            if response.clicked() {
                *open = index;
                ui.close();
            }
        }
    });
    menu.response
        .widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &label));
    ui.add_space(space::TINY);
    *open
}

/// Polls as bars, and surveys over the years beside or below them.
fn opinion_ui(
    choices: &mut Choices,
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    charts: &Charts,
    height: f32,
) {
    let around = Around {
        title: desk.texts.get(Key::SurveyTitle),
        note: None,
        stages: &[],
    };
    let key = (Chart::Polls, SURVEYS);
    let room = ui.available_rect_before_wrap();
    let Some(surveys) = &charts.surveys else {
        ui.set_max_width(room.width().min(2.0 * width::BESIDE));
        choices.polls.polls_ui(ui, desk, &charts.polls);
        return;
    };
    if room.width() < WIDE {
        choices.polls.polls_ui(ui, desk, &charts.polls);
        ui.add_space(space::LARGE);
        let view = choices.sheets.entry(key).or_default();
        view.sheet_ui(ui, desk, surveys, &around, height);
        return;
    }
    let middle = room.left() + room.width() * 0.42;
    let (mut left, mut right) = (room, room);
    left.max.x = middle - space::LARGE;
    right.min.x = middle + space::LARGE;
    ui.scope_builder(UiBuilder::new().max_rect(left), |ui| {
        choices.polls.polls_ui(ui, desk, &charts.polls);
    });
    ui.scope_builder(UiBuilder::new().max_rect(right), |ui| {
        let view = choices.sheets.entry(key).or_default();
        view.sheet_ui(ui, desk, surveys, &around, height);
    });
}
