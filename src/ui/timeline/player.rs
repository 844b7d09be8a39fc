//! Play, step and jump; the unit and the period; back and forward.

use egui::{RichText, Role, Ui, WidgetInfo, vec2};

use crate::state::Command;
use crate::state::time_axis::Stretch;
use crate::state::view_state::Unit;
use crate::text::{Key, format};

use super::super::app::Desk;
use super::super::icons;
use super::super::shell::TIGHT;
use super::super::tokens::{size, space};
use super::super::widgets::icon_button::{icon_button, icon_toggle, wide_button};
use super::super::widgets::row::{Room, row_ui};
use super::super::widgets::segmented::{one_of, segmented};
use super::bookmarks::{self, Renaming};
use super::track_menu;

/// How much a press of a button zooms the time axis.
pub const ZOOM: f64 = 1.6;

/// What the buttons need.
const ROOM: Room = Room {
    fits: 790.0,
    right: 360.0,
};

/// Below this width of the window the units are a menu.
const NARROW: f32 = 1150.0;

/// Draws the buttons over the ruler.
pub fn player_ui(ui: &mut Ui, desk: &mut Desk<'_>, renaming: &mut Renaming) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::TINY;
        let left = |ui: &mut Ui, desk: &mut Desk<'_>| {
            steps_ui(ui, desk);
            ui.add_space(space::SMALL);
            speed_ui(ui, desk);
            ui.add_space(space::SMALL);
            unit_ui(ui, desk);
        };
        row_ui(ui, &ROOM, desk, left, |ui, desk| {
            axis_ui(ui, desk, renaming);
        });
    });
}

fn buttons(ui: &mut Ui, desk: &mut Desk<'_>, buttons: &[(&str, Key, Command)]) {
    for (icon, key, command) in buttons {
        if icon_button(ui, icon, desk.texts.get(*key)).clicked() {
            desk.send(*command);
        }
    }
}

fn steps_ui(ui: &mut Ui, desk: &mut Desk<'_>) {
    let playing = desk.state.playback.is_playing();
    let (icon, key) = if playing {
        (icons::PAUSE, Key::Pause)
    } else {
        (icons::PLAY, Key::Play)
    };
    if wide_button(ui, icon, desk.texts.get(key)).clicked() {
        desk.send(Command::PlayOrPause);
    }
    let all = [
        (
            icons::CHANGE_BACK,
            Key::PreviousChange,
            Command::PreviousChange,
        ),
        (icons::STEP_BACK, Key::StepBack, Command::Step(-1)),
        (icons::STEP_FORWARD, Key::StepForward, Command::Step(1)),
        (icons::CHANGE_FORWARD, Key::NextChange, Command::NextChange),
    ];
    buttons(ui, desk, &all);
    if desk.state.selection.is_some() {
        let only = desk.state.changes_of_selection;
        if icon_toggle(
            ui,
            desk.tokens,
            icons::PIN,
            desk.texts.get(Key::ChangesOfSelection),
            only,
        )
        .clicked()
        {
            desk.send(Command::ChangesOfSelection(!only));
        }
    }
}

fn speed_ui(ui: &mut Ui, desk: &mut Desk<'_>) {
    // On the smallest screens the speed is left to its keys.
    if ui.ctx().content_rect().width() >= TIGHT {
        speed_value_ui(ui, desk);
    }
    ui.add_space(space::TINY);
    let playback = &desk.state.playback;
    let toggles = [
        (
            icons::REPEAT,
            Key::LoopHint,
            playback.range().is_some(),
            Command::ToggleLoop,
        ),
        (
            icons::TIMER,
            Key::Rests,
            playback.rests,
            Command::ToggleRests,
        ),
    ];
    for (icon, key, on, command) in toggles {
        if icon_toggle(ui, desk.tokens, icon, desk.texts.get(key), on).clicked() {
            desk.send(command);
        }
    }
}

fn speed_value_ui(ui: &mut Ui, desk: &mut Desk<'_>) {
    buttons(ui, desk, &[(icons::MINUS, Key::Slower, Command::Slower)]);
    let speed = format::number(
        desk.language,
        f64::from(desk.state.playback.units_per_second()),
        1,
    );
    let text = desk.texts.fill(Key::SpeedValue, &[("speed", &speed)]);
    ui.label(
        RichText::new(text)
            .size(size::BODY)
            .color(desk.tokens.ink_soft),
    );
    buttons(ui, desk, &[(icons::PLUS, Key::Faster, Command::Faster)]);
}

const fn unit_key(unit: Unit) -> Key {
    match unit {
        Unit::Year => Key::UnitYear,
        Unit::Month => Key::UnitMonth,
        Unit::Day => Key::UnitDay,
    }
}

/// The unit of a step: by the zoom, or as chosen.
fn unit_ui(ui: &mut Ui, desk: &mut Desk<'_>) {
    let state = desk.state;
    let names = Unit::ALL.map(|unit| (Some(unit), desk.texts.get(unit_key(unit))));
    let auto = if state.unit_chosen {
        desk.texts.get(Key::UnitAuto).to_owned()
    } else {
        format!(
            "{}: {}",
            desk.texts.get(Key::UnitAuto),
            desk.texts.get(unit_key(state.unit))
        )
    };
    let choices = [(None, auto.as_str()), names[0], names[1], names[2]];
    let chosen = state.unit_chosen.then_some(state.unit);
    let name = desk.texts.get(Key::StepBy);
    let asked = if ui.ctx().content_rect().width() < NARROW {
        one_of(ui, name, chosen, &choices)
    } else {
        segmented(ui, desk.tokens, name, chosen, &choices)
    };
    match asked {
        Some(Some(unit)) => desk.send(Command::SetUnit(unit)),
        Some(None) => desk.send(Command::UnitOfZoom),
        None => {}
    }
}

/// What the axis shows, from the right: tracks, back and forward, zoom, periods.
fn axis_ui(ui: &mut Ui, desk: &mut Desk<'_>, renaming: &mut Renaming) {
    track_menu::menu_button_ui(ui, desk);
    let open = desk.state.tracks_open;
    if icon_toggle(
        ui,
        desk.tokens,
        icons::ROWS,
        desk.texts.get(Key::Tracks),
        open,
    )
    .clicked()
    {
        desk.send(Command::ToggleTracks);
    }
    bookmarks::bookmarks_ui(ui, desk, renaming);
    ui.add_space(space::SMALL);
    for (icon, key, command, enabled) in [
        (
            icons::ARROW_RIGHT,
            Key::Forward,
            Command::Forward,
            desk.state.history.has_future(),
        ),
        (
            icons::ARROW_LEFT,
            Key::Back,
            Command::Back,
            desk.state.history.has_past(),
        ),
    ] {
        let clicked = ui.add_enabled_ui(enabled, |ui| {
            icon_button(ui, icon, desk.texts.get(key)).clicked()
        });
        if clicked.inner {
            desk.send(command);
        }
    }
    ui.add_space(space::SMALL);
    for (icon, key, factor) in [
        (icons::ZOOM_IN, Key::TimeCloser, ZOOM),
        (icons::ZOOM_OUT, Key::TimeFarther, 1.0 / ZOOM),
    ] {
        buttons(
            ui,
            desk,
            &[(
                icon,
                key,
                Command::ZoomTime {
                    factor,
                    about: None,
                },
            )],
        );
    }
    let name = desk.texts.get(Key::Stretch);
    let title = format!("{name}  {}", icons::CARET_DOWN);
    let menu = ui.menu_button(title, |ui| {
        for (number, stretch) in (1..).zip(Stretch::ALL) {
            let label = desk.texts.get(stretch_key(stretch));
            let button = egui::Button::new(label)
                .shortcut_text(format!("Alt+{number}"))
                .min_size(vec2(240.0, 0.0));
            if ui.add(button).clicked() {
                desk.send(Command::ShowStretch(stretch));
                ui.close();
            }
        }
    });
    menu.response
        .widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
}

/// The name of a period.
pub const fn stretch_key(stretch: Stretch) -> Key {
    match stretch {
        Stretch::All => Key::StretchAll,
        Stretch::Treaties => Key::StretchTreaties,
        Stretch::RussoJapaneseWar => Key::StretchRussoJapaneseWar,
        Stretch::Intervention => Key::StretchIntervention,
        Stretch::Manchuria => Key::StretchManchuria,
        Stretch::Summer1945 => Key::StretchSummer1945,
        Stretch::Since1945 => Key::StretchSince1945,
    }
}
