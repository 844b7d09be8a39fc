//! Where the parts of the screen stand: bar on top, inspector right, dock below, map between.

use egui::{CentralPanel, Frame, Margin, Panel, Rect, RichText, Role, Ui, WidgetInfo, vec2};

use crate::model::language::Language;
use crate::state::Command;
use crate::state::compare::CompareCommand;
use crate::state::panels::{Extent, Panel as Sized};
use crate::state::teaching::Room;
use crate::state::view_state::{Layer, Page, Preset, View};
use crate::text::Key;

use super::app::{App, Desk};
use super::caption::caption_ui;
use super::fonts::Face;
use super::splitter::splitter_ui;
use super::tokens::{Tokens, size, space};
use super::widgets::icon_button::{icon_button, icon_toggle};
use super::widgets::row::{Room as Wide, row_ui};
use super::widgets::segmented::{one_of, segmented, segmented_spoken, tabs};
use super::{charts, details, display, icons, lesson, palette, timeline};

const BAR_HEIGHT: f32 = 46.0;
/// What the bar needs.
const BAR: Wide = Wide {
    fits: 750.0,
    right: 400.0,
};
const INSPECTOR_WIDTH: f32 = 372.0;
/// Russian takes more room.
const RUSSIAN_INSPECTOR_WIDTH: f32 = 420.0;
/// Below this width of the window the bar uses short words; Russian takes more room.
const NARROW: f32 = 1200.0;
/// Below this width of the window choices in the bars open as menus.
pub const TIGHT: f32 = 1000.0;
const NARROW_RUSSIAN: f32 = 1360.0;

fn panel_frame(tokens: &Tokens, margin: Margin) -> Frame {
    Frame::new().fill(tokens.paper).inner_margin(margin)
}

/// The whole screen.
pub fn page_ui(app: &mut App, ui: &mut Ui, desk: &mut Desk<'_>) {
    let tokens = desk.tokens;
    if desk.state.screen.map_alone {
        return map_alone_ui(app, ui, desk);
    }
    Panel::top("bar")
        .exact_size(BAR_HEIGHT)
        .frame(panel_frame(tokens, Margin::symmetric(16, 0)))
        .show(ui, |ui| bar_ui(ui, desk));
    if desk.state.quiz().is_some() {
        lesson::quiz_ui(app, ui, desk);
        return;
    }
    let dock = timeline::dock_ui(&mut app.timeline, ui, desk);
    let teaching = lesson::panel_ui(&mut app.teaching, ui, desk);
    let is_open = desk.state.screen.inspector_open;
    let inspector = is_open.then(|| inspector_panel_ui(app, ui, desk));
    CentralPanel::no_frame().show(ui, |ui| app.map.map_ui(ui, desk));
    for (panel, stands) in [
        (Sized::Dock, dock),
        (Sized::Teaching, teaching),
        (Sized::Inspector, inspector),
    ] {
        if let Some((rect, extent)) = stands {
            splitter_ui(ui, desk, panel, rect, extent);
        }
    }
}

/// The map on all of the screen, and below it only the axis.
fn map_alone_ui(app: &mut App, ui: &mut Ui, desk: &mut Desk<'_>) {
    timeline::axis_dock_ui(&mut app.timeline, ui, desk);
    CentralPanel::no_frame().show(ui, |ui| app.map.map_ui(ui, desk));
}

/// The inspector: where it stands, and how wide it may be.
fn inspector_panel_ui(app: &mut App, ui: &mut Ui, desk: &mut Desk<'_>) -> (Rect, Extent) {
    let extent = Extent {
        usual: match desk.language {
            Language::Russian => RUSSIAN_INSPECTOR_WIDTH,
            Language::English | Language::Japanese => INSPECTOR_WIDTH,
        },
        least: 280.0,
        most: (ui.available_width() * 0.5).min(720.0),
    };
    let rows = ui.available_rect_before_wrap().y_range();
    let panel = Panel::right("inspector")
        .resizable(false)
        .show_separator_line(false)
        .exact_size(extent.size(&desk.state.screen.sizes, Sized::Inspector))
        .frame(panel_frame(
            desk.tokens,
            Margin {
                left: 18,
                right: 14,
                top: 10,
                bottom: 10,
            },
        ))
        .show(ui, |ui| inspector_ui(app, ui, desk));
    // What is too long for it makes the rectangle longer, but not the panel.
    let rect = Rect::from_x_y_ranges(panel.response.rect.x_range(), rows);
    (rect, extent)
}

/// Only the map, for pictures.
pub fn map_only_ui(app: &mut App, ui: &mut Ui, desk: &mut Desk<'_>) {
    caption_ui(ui, app.map.ground(), desk);
    CentralPanel::no_frame().show(ui, |ui| app.map.map_ui(ui, desk));
}

/// Only the time dock, for pictures.
pub fn timeline_only_ui(app: &mut App, ui: &mut Ui, desk: &mut Desk<'_>) {
    CentralPanel::default()
        .frame(panel_frame(desk.tokens, Margin::same(16)))
        .show(ui, |ui| timeline::timeline_ui(&mut app.timeline, ui, desk));
}

/// Only the charts, for pictures.
pub fn charts_only_ui(app: &mut App, ui: &mut Ui, desk: &mut Desk<'_>) {
    CentralPanel::default()
        .frame(panel_frame(desk.tokens, Margin::same(16)))
        .show(ui, |ui| charts::charts_ui(&mut app.charts, ui, desk));
}

/// The charts over the whole screen, for a projector; nothing else is seen.
pub fn charts_large_ui(app: &mut App, ui: &mut Ui, desk: &mut Desk<'_>) {
    CentralPanel::default()
        .frame(panel_frame(desk.tokens, Margin::same(20)))
        .show(ui, |ui| charts::large_ui(&mut app.charts, ui, desk));
}

fn bar_ui(ui: &mut Ui, desk: &mut Desk<'_>) {
    let tokens = desk.tokens;
    ui.horizontal_centered(|ui| {
        let width = ui.ctx().content_rect().width();
        let is_narrow = width < NARROW;
        if !is_narrow {
            ui.label(
                RichText::new(desk.title())
                    .font(Face::Title.at(size::BRAND))
                    .color(tokens.ink),
            );
            ui.add_space(space::MEDIUM);
        }
        let left = |ui: &mut Ui, desk: &mut Desk<'_>| {
            views_ui(ui, desk);
            looks_ui(ui, desk);
            layers_ui(ui, desk);
        };
        row_ui(ui, &BAR, desk, left, |ui, desk| {
            tools_ui(ui, desk, is_narrow);
        });
    });
}

/// What stands at the right end of the bar, from the right.
fn tools_ui(ui: &mut Ui, desk: &mut Desk<'_>, is_narrow: bool) {
    let tokens = desk.tokens;
    if icon_button(ui, icons::INFO, desk.texts.get(Key::About)).clicked() {
        desk.send(Command::ShowAbout(!desk.state.about_open));
    }
    if icon_button(ui, icons::KEYBOARD, desk.texts.get(Key::Keys)).clicked() {
        desk.send(Command::ShowKeys(!desk.state.keys_open));
    }
    display::menu_ui(ui, desk);
    let name = desk.texts.get(Key::Compare);
    let compares = desk.state.compare.is_some();
    if icon_toggle(ui, tokens, icons::COMPARE, name, compares).clicked() {
        desk.send(Command::Compare(CompareCommand::Toggle));
    }
    let room = desk.state.teaching.room;
    let name = desk.texts.get(Key::Teaching);
    if icon_toggle(ui, tokens, icons::TEACHING, name, room.is_some()).clicked() {
        let opened = room.is_none().then(Room::default);
        desk.send(Command::ShowRoom(opened));
    }
    ui.add_space(space::SMALL);
    languages_ui(ui, desk);
    ui.add_space(space::SMALL);
    palette::search_button(ui, desk, is_narrow);
}

/// The languages, each by its own name; the surrounding layout runs from right to left.
fn languages_ui(ui: &mut Ui, desk: &mut Desk<'_>) {
    let narrow = match desk.language {
        Language::Russian => NARROW_RUSSIAN,
        Language::English | Language::Japanese => NARROW,
    };
    let is_narrow = ui.ctx().content_rect().width() < narrow;
    let mut choices = Language::ALL.map(|language| {
        let label = if is_narrow {
            language.abbreviation()
        } else {
            language.endonym()
        };
        (language, label, language.endonym())
    });
    choices.reverse();
    let name = desk.texts.get(Key::Language);
    if let Some(language) = segmented_spoken(ui, desk.tokens, name, desk.language, &choices) {
        desk.send(Command::SetLanguage(language));
    }
}

/// Whose view the map draws; the last choice stands for two maps.
fn views_ui(ui: &mut Ui, desk: &mut Desk<'_>) {
    let state = desk.state;
    // Other atlases need not have what two governments say of them.
    let is_own = desk.atlas.frame.title.is_some();
    if is_own && desk.atlas.disputes.perspectives().is_empty() {
        return;
    }
    let chosen = (!state.side_by_side).then_some(state.view);
    let choices = [
        (Some(View::Control), desk.texts.get(Key::ViewControlShort)),
        (Some(View::Japan), desk.texts.get(Key::ViewJapanShort)),
        (Some(View::Russia), desk.texts.get(Key::ViewRussiaShort)),
        (None, desk.texts.get(Key::ViewSideBySide)),
    ];
    let name = desk.texts.get(Key::View);
    let is_tight = ui.ctx().content_rect().width() < TIGHT;
    let asked = if is_tight {
        one_of(ui, name, chosen, &choices)
    } else {
        segmented(ui, desk.tokens, name, chosen, &choices)
    };
    match asked {
        Some(Some(view)) => desk.send(Command::SetView(view)),
        Some(None) => desk.send(Command::SideBySide(true)),
        None => {}
    }
}

fn layers_ui(ui: &mut Ui, desk: &mut Desk<'_>) {
    let name = desk.texts.get(Key::Layers);
    let title = format!("{name}  {}", icons::CARET_DOWN);
    let menu = ui.menu_button(title, |ui| {
        for layer in Layer::ALL {
            let key = match layer {
                Layer::Claims => Key::LayerClaims,
                Layer::Borders => Key::LayerBorders,
                Layer::Rights => Key::LayerRights,
                Layer::Events => Key::LayerEvents,
                Layer::Names => Key::LayerNames,
            };
            let mut on = desk.state.layers.has(layer);
            if ui.checkbox(&mut on, desk.texts.get(key)).clicked() {
                desk.send(Command::ToggleLayer(layer));
            }
        }
        ui.separator();
        let table = egui::Button::new(desk.texts.get(Key::HeldTable)).shortcut_text("H");
        if ui.add(table).clicked() {
            desk.send(Command::ShowHeld(true));
            ui.close();
        }
    });
    menu.response
        .widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
}

fn preset_key(preset: Preset) -> Key {
    match preset {
        Preset::Region => Key::PresetRegion,
        Preset::Kurils => Key::PresetKurils,
        Preset::FourIslands => Key::PresetFourIslands,
        Preset::Sakhalin => Key::PresetSakhalin,
        Preset::Manchuria => Key::PresetManchuria,
        Preset::FarEast => Key::PresetFarEast,
    }
}

fn looks_ui(ui: &mut Ui, desk: &mut Desk<'_>) {
    let name = desk.texts.get(Key::LookAt);
    let title = format!("{name}  {}", icons::CARET_DOWN);
    let menu = ui.menu_button(title, |ui| {
        // The other looks are at parts of the atlas's own region.
        let count = match desk.atlas.frame.region {
            Some(_) => 1,
            None => Preset::ALL.len(),
        };
        for (number, preset) in (1..).zip(Preset::ALL).take(count) {
            let label = desk.texts.get(preset_key(preset));
            let button = egui::Button::new(label)
                .shortcut_text(number.to_string())
                .min_size(vec2(220.0, 0.0));
            if ui.add(button).clicked() {
                desk.send(Command::Look(preset));
                ui.close();
            }
        }
    });
    menu.response
        .widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
}

fn inspector_ui(app: &mut App, ui: &mut Ui, desk: &mut Desk<'_>) {
    let choices = Page::ALL.map(|page| {
        let key = match page {
            Page::Place => Key::PagePlace,
            Page::Year => Key::PageYear,
            Page::Events => Key::PageEvents,
            Page::Charts => Key::PageCharts,
            Page::Sources => Key::PageSources,
        };
        (page, desk.texts.get(key))
    });
    if let Some(page) = tabs(ui, desk.tokens, desk.state.page, &choices) {
        desk.send(Command::OpenPage(page));
    }
    ui.add_space(space::SMALL);
    match desk.state.page {
        Page::Place => details::place_ui(&mut app.details, ui, desk),
        Page::Year => details::year_ui(&mut app.details, ui, desk),
        Page::Events => details::events_ui(&mut app.events, ui, desk),
        Page::Charts => charts::charts_ui(&mut app.charts, ui, desk),
        Page::Sources => details::sources_page_ui(&mut app.sources, ui, desk),
    }
}
