//! What can be found besides data, and what a result does.

use egui::Context;

use crate::model::shown::Chart;
use crate::scene::search::{CommandEntry, Target};
use crate::state::Command;
use crate::state::compare::{By, CompareCommand};
use crate::state::events::EventFilter;
use crate::state::screen::{Palette, ScreenCommand};
use crate::state::view_state::{Layer, Page, Terms, Theme, View};
use crate::text::Key;

use super::super::shortcuts::TABLE;
use super::super::written_keys::written;

/// Commands without keys of their own.
const FURTHER: &[(Key, Command)] = &[
    (Key::ViewControlShort, Command::SetView(View::Control)),
    (Key::ViewJapanShort, Command::SetView(View::Japan)),
    (Key::ViewRussiaShort, Command::SetView(View::Russia)),
    (Key::ViewSideBySide, Command::SideBySide(true)),
    (Key::LayerBorders, Command::ToggleLayer(Layer::Borders)),
    (Key::LayerRights, Command::ToggleLayer(Layer::Rights)),
    (Key::LayerEvents, Command::ToggleLayer(Layer::Events)),
    (Key::LayerNames, Command::ToggleLayer(Layer::Names)),
    (Key::PagePlace, Command::OpenPage(Page::Place)),
    (Key::PageYear, Command::OpenPage(Page::Year)),
    (Key::PageEvents, Command::OpenPage(Page::Events)),
    (Key::PageCharts, Command::OpenPage(Page::Charts)),
    (Key::PageSources, Command::OpenPage(Page::Sources)),
    (Key::ChartTrade, Command::OpenChart(Chart::Trade)),
    (Key::ChartOpinion, Command::OpenChart(Chart::Polls)),
    (Key::ChartPopulation, Command::OpenChart(Chart::Population)),
    (Key::ChartVisits, Command::OpenChart(Chart::Visits)),
    (Key::ChartFigures, Command::OpenChart(Chart::Figures)),
    (Key::ThemeLight, Command::SetTheme(Theme::Light)),
    (Key::ThemeDark, Command::SetTheme(Theme::Dark)),
    (
        Key::CompareSplit,
        Command::Compare(CompareCommand::Show(By::Split)),
    ),
    (
        Key::CompareSwipe,
        Command::Compare(CompareCommand::Show(By::Swipe)),
    ),
    (Key::CompareSwap, Command::Compare(CompareCommand::Swap)),
    (Key::ThemeContrast, Command::SetTheme(Theme::Contrast)),
    (
        Key::PaletteUsual,
        Command::Screen(ScreenCommand::SetPalette(Palette::Usual)),
    ),
    (
        Key::PaletteSafe,
        Command::Screen(ScreenCommand::SetPalette(Palette::Safe)),
    ),
    (
        Key::ReduceMotion,
        Command::Screen(ScreenCommand::ToggleMotion),
    ),
    (Key::About, Command::ShowAbout(true)),
    (Key::Terms, Command::ShowTerms(Some(Terms::All))),
];

/// All commands with a name: those of the keys, then the further ones. The search itself is open.
pub fn entries(context: &Context) -> Vec<CommandEntry> {
    let is_mac = context.os().is_mac();
    let keyed = TABLE
        .iter()
        .filter(|shortcut| shortcut.command != Command::ShowSearch(true))
        .filter_map(|shortcut| {
            Some(CommandEntry {
                text: shortcut.text?,
                command: shortcut.command,
                keys: written(shortcut, is_mac),
            })
        });
    let further = FURTHER.iter().map(|(text, command)| CommandEntry {
        text: *text,
        command: *command,
        keys: String::new(),
    });
    keyed.chain(further).collect()
}

/// How the keys of the search are written.
pub fn keys_of_search(context: &Context) -> String {
    let shortcut = TABLE
        .iter()
        .find(|shortcut| shortcut.command == Command::ShowSearch(true));
    shortcut.map_or_else(String::new, |shortcut| {
        written(shortcut, context.os().is_mac())
    })
}

/// The commands that lead to a result.
pub fn of(target: Target) -> Vec<Command> {
    match target {
        Target::Date(day, unit) => vec![Command::SetUnit(unit), Command::SetDate(day)],
        Target::Link(moment) => vec![Command::Show(moment)],
        Target::Place(place) => vec![Command::ShowPlace(place)],
        Target::Event(event) => vec![Command::OpenEvent(event)],
        Target::Person(person) => {
            let of_person = EventFilter {
                person: Some(person),
                ..EventFilter::default()
            };
            vec![Command::FilterEvents(of_person)]
        }
        Target::Source(source) => vec![Command::OpenSource(source)],
        Target::Conflict(conflict) => vec![Command::OpenConflict(conflict)],
        Target::Term(term) => vec![Command::ShowTerms(Some(Terms::One(term)))],
        Target::Command(command) => vec![command],
    }
}
