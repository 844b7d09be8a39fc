//! Play, step and jump.

use egui::{RichText, Ui};

use crate::state::Command;
use crate::state::view_state::Unit;
use crate::text::{Key, format};

use super::super::app::Desk;
use super::super::icons;
use super::super::tokens::{size, space};
use super::super::widgets::icon_button::icon_button;
use super::super::widgets::segmented::segmented;

/// Draws the player's buttons.
pub fn player_ui(ui: &mut Ui, desk: &mut Desk<'_>) {
    let (icon, key) = if desk.state.playback.is_playing() { (icons::PAUSE, Key::Pause) } else { (icons::PLAY, Key::Play) };
    let buttons = [
        (icon, key, Command::PlayOrPause),
        (icons::CHANGE_BACK, Key::PreviousChange, Command::PreviousChange),
        (icons::STEP_BACK, Key::StepBack, Command::Step(-1)),
        (icons::STEP_FORWARD, Key::StepForward, Command::Step(1)),
        (icons::CHANGE_FORWARD, Key::NextChange, Command::NextChange),
    ];
    for (icon, key, command) in buttons {
        if icon_button(ui, icon, desk.texts.get(key)).clicked() {
            desk.send(command);
        }
    }
    ui.add_space(space::MEDIUM);
    if icon_button(ui, icons::MINUS, desk.texts.get(Key::Slower)).clicked() {
        desk.send(Command::Slower);
    }
    let speed = format::number(desk.language, f64::from(desk.state.playback.units_per_second()), 1);
    let text = desk.texts.fill(Key::SpeedValue, &[("speed", &speed)]);
    ui.label(RichText::new(text).size(size::BODY).color(desk.tokens.ink_soft));
    if icon_button(ui, icons::PLUS, desk.texts.get(Key::Faster)).clicked() {
        desk.send(Command::Faster);
    }
    ui.add_space(space::MEDIUM);
    let choices = Unit::ALL.map(|unit| {
        let key = match unit {
            Unit::Year => Key::UnitYear,
            Unit::Month => Key::UnitMonth,
            Unit::Day => Key::UnitDay,
        };
        (unit, desk.texts.get(key))
    });
    if let Some(unit) = segmented(ui, desk.tokens, desk.texts.get(Key::StepBy), desk.state.unit, &choices) {
        desk.send(Command::SetUnit(unit));
    }
}
