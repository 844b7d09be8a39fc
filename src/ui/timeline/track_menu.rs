//! The menu of the tracks: which are shown, how the lanes stand.

use egui::{RichText, Ui};

use crate::state::Command;
use crate::state::dock::{DockCommand, Grouping, Order, Track};
use crate::text::Key;

use super::super::app::Desk;
use super::super::icons;
use super::super::tokens::{TARGET, size};
use super::super::widgets::icon_button::icon_button;

const WIDTH: f32 = 240.0;

/// The name of a track.
pub const fn track_key(track: Track) -> Key {
    match track {
        Track::Events => Key::TrackEvents,
        Track::Lanes => Key::TrackLanes,
        Track::Relations => Key::TrackRelations,
        Track::Trade => Key::TrackTrade,
        Track::Polls => Key::TrackPolls,
    }
}

const fn grouping_key(grouping: Grouping) -> Key {
    match grouping {
        Grouping::None => Key::GroupNone,
        Grouping::Region => Key::GroupRegion,
        Grouping::Holder => Key::GroupHolder,
    }
}

const fn order_key(order: Order) -> Key {
    match order {
        Order::Geography => Key::SortGeography,
        Order::Changes => Key::SortChanges,
        Order::Name => Key::SortName,
    }
}

/// The button that opens the menu. It stays open, so that several things can be chosen.
pub fn menu_button_ui(ui: &mut Ui, desk: &mut Desk<'_>) {
    let button = icon_button(ui, icons::SLIDERS, desk.texts.get(Key::TracksShown));
    egui::Popup::menu(&button)
        .close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| menu_ui(ui, desk));
}

fn title(ui: &mut Ui, desk: &Desk<'_>, key: Key) {
    ui.label(
        RichText::new(desk.texts.get(key))
            .size(size::SMALL)
            .color(desk.tokens.ink_soft),
    );
}

fn menu_ui(ui: &mut Ui, desk: &mut Desk<'_>) {
    ui.set_min_width(WIDTH);
    ui.spacing_mut().interact_size.y = TARGET;
    let dock = desk.state.dock;
    title(ui, desk, Key::TracksShown);
    for track in Track::ALL {
        let mut on = dock.shows(track);
        if ui
            .checkbox(&mut on, desk.texts.get(track_key(track)))
            .clicked()
        {
            desk.send(Command::Dock(DockCommand::Toggle(track)));
        }
    }
    ui.separator();
    title(ui, desk, Key::LanesGroup);
    for grouping in Grouping::ALL {
        let on = dock.sorting.grouping == grouping;
        if ui
            .radio(on, desk.texts.get(grouping_key(grouping)))
            .clicked()
        {
            desk.send(Command::Dock(DockCommand::Group(grouping)));
        }
    }
    ui.separator();
    title(ui, desk, Key::LanesSort);
    for order in Order::ALL {
        let on = dock.sorting.order == order;
        if ui.radio(on, desk.texts.get(order_key(order))).clicked() {
            desk.send(Command::Dock(DockCommand::Sort(order)));
        }
    }
    ui.separator();
    let switches = [
        (
            Key::LanesEvery,
            dock.sorting.every,
            DockCommand::Every(!dock.sorting.every),
        ),
        (Key::LanesRoomy, dock.roomy, DockCommand::Roomy(!dock.roomy)),
    ];
    for (key, on, command) in switches {
        let mut on = on;
        if ui.checkbox(&mut on, desk.texts.get(key)).clicked() {
            desk.send(Command::Dock(command));
        }
    }
    ui.separator();
    if ui.button(desk.texts.get(Key::TracksReset)).clicked() {
        desk.send(Command::Dock(DockCommand::Reset));
    }
}
