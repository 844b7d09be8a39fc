//! The menu of how the screen is dressed: theme, colours of states, size, motion, panels.

use egui::{Button, Popup, PopupCloseBehavior, RichText, Role, Ui, WidgetInfo, vec2};

use crate::model::language::Naming;
use crate::state::Command;
use crate::state::screen::{Palette, Scale, ScreenCommand, Theme};
use crate::text::Key;

use super::app::Desk;
use super::tokens::{size, space};
use super::widgets::heading;
use super::widgets::icon_button::icon_button;
use super::{data, icons};

const WIDTH: f32 = 270.0;

/// The button of the menu, and the menu while it is open.
pub fn menu_ui(ui: &mut Ui, desk: &mut Desk<'_>) {
    let button = icon_button(ui, icons::DISPLAY, desk.texts.get(Key::Display));
    Popup::menu(&button)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            ui.set_min_width(WIDTH);
            themes_ui(ui, desk);
            palettes_ui(ui, desk);
            scale_ui(ui, desk);
            names_ui(ui, desk);
            switches_ui(ui, desk);
            data::data_ui(ui, desk, WIDTH);
        });
}

fn themes_ui(ui: &mut Ui, desk: &mut Desk<'_>) {
    section(ui, desk, Key::Theme);
    for theme in Theme::ALL {
        let key = match theme {
            Theme::Light => Key::ThemeLight,
            Theme::Dark => Key::ThemeDark,
            Theme::Contrast => Key::ThemeContrast,
        };
        let chosen = desk.state.theme == theme;
        if ui.radio(chosen, desk.texts.get(key)).clicked() {
            desk.send(Command::SetTheme(theme));
        }
    }
}

fn palettes_ui(ui: &mut Ui, desk: &mut Desk<'_>) {
    section(ui, desk, Key::Palette);
    for palette in Palette::ALL {
        let key = match palette {
            Palette::Usual => Key::PaletteUsual,
            Palette::Safe => Key::PaletteSafe,
        };
        let chosen = desk.state.screen.palette == palette;
        if ui.radio(chosen, desk.texts.get(key)).clicked() {
            desk.send(Command::Screen(ScreenCommand::SetPalette(palette)));
        }
    }
}

fn scale_ui(ui: &mut Ui, desk: &mut Desk<'_>) {
    section(ui, desk, Key::Scale);
    ui.horizontal(|ui| {
        if icon_button(ui, icons::MINUS, desk.texts.get(Key::ScaleSmaller)).clicked() {
            desk.send(Command::Screen(ScreenCommand::Smaller));
        }
        let scale = desk.state.screen.scale;
        let value = scale.percent().to_string();
        let percent = desk.texts.fill(Key::Percent, &[("value", &value)]);
        let text = RichText::new(percent).size(size::BODY);
        ui.add_sized(vec2(64.0, 0.0), egui::Label::new(text));
        if icon_button(ui, icons::PLUS, desk.texts.get(Key::ScaleLarger)).clicked() {
            desk.send(Command::Screen(ScreenCommand::Larger));
        }
        let usual = Button::new(desk.texts.get(Key::ScaleUsual));
        if ui.add_enabled(scale != Scale::default(), usual).clicked() {
            desk.send(Command::Screen(ScreenCommand::SetScale(Scale::default())));
        }
    });
}

/// In which language places are named.
fn names_ui(ui: &mut Ui, desk: &mut Desk<'_>) {
    section(ui, desk, Key::Naming);
    let named = |naming: Naming| match naming {
        Naming::Interface => desk.texts.get(Key::NamingInterface),
        Naming::One(language) => language.endonym(),
        Naming::Local => desk.texts.get(Key::NamingLocal),
    };
    let chosen = desk.state.screen.naming;
    egui::ComboBox::from_id_salt("names of places")
        .width(WIDTH)
        .selected_text(named(chosen))
        .show_ui(ui, |ui| {
            for naming in Naming::ALL {
                if ui
                    .selectable_label(naming == chosen, named(naming))
                    .clicked()
                {
                    desk.commands
                        .push(Command::Screen(ScreenCommand::SetNaming(naming)));
                }
            }
        })
        .response
        .widget_info(|| {
            let value = named(chosen);
            let label = desk.texts.get(Key::Naming);
            WidgetInfo::labeled(Role::ComboBox, true, format!("{label}: {value}"))
        });
}

fn switches_ui(ui: &mut Ui, desk: &mut Desk<'_>) {
    ui.add_space(space::SMALL);
    ui.separator();
    let screen = desk.state.screen;
    let switches = [
        (
            Key::ReduceMotion,
            screen.reduce_motion,
            Command::Screen(ScreenCommand::ToggleMotion),
        ),
        (
            Key::Inspector,
            screen.inspector_open,
            Command::Screen(ScreenCommand::ToggleInspector),
        ),
        (
            Key::Eras,
            screen.eras,
            Command::Screen(ScreenCommand::ToggleEras),
        ),
        (Key::Tracks, desk.state.tracks_open, Command::ToggleTracks),
        (
            Key::MapAlone,
            screen.map_alone,
            Command::Screen(ScreenCommand::ToggleMapAlone),
        ),
    ];
    for (key, mut on, command) in switches {
        if ui.checkbox(&mut on, desk.texts.get(key)).clicked() {
            desk.send(command);
        }
    }
}

fn section(ui: &mut Ui, desk: &Desk<'_>, title: Key) {
    ui.add_space(space::TINY);
    heading::small(ui, desk.tokens, desk.texts.get(title));
}
