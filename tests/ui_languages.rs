//! Languages of names, the map in words, and a name for every control, on the whole screen.

#![expect(clippy::unwrap_used, reason = "a test may give up")]

#[path = "common/everywhere.rs"]
mod everywhere;
#[path = "common/raster_renderer.rs"]
mod raster_renderer;
#[path = "common/screen.rs"]
mod screen;

use egui::Key as Keyboard;
use egui::accesskit::Role;
use egui_kittest::kittest::NodeT as _;
use kuril_atlas::model::date::HistoricalDate;
use kuril_atlas::model::language::{Language, Naming};
use kuril_atlas::state::Command;
use kuril_atlas::state::compare::CompareCommand;
use kuril_atlas::state::screen::ScreenCommand;
use kuril_atlas::state::teaching::Room;
use kuril_atlas::state::view_state::{Page, Unit};
use kuril_atlas::text::Key;
use screen::{ATLAS, Screen};

/// What somebody can use, so that it needs a name.
fn is_control(role: Role) -> bool {
    matches!(
        role,
        Role::Button
            | Role::CheckBox
            | Role::ComboBox
            | Role::Image
            | Role::Link
            | Role::ListBox
            | Role::ListBoxOption
            | Role::RadioButton
            | Role::SearchInput
            | Role::Slider
            | Role::SpinButton
            | Role::Splitter
            | Role::Switch
            | Role::Tab
            | Role::TextInput
            | Role::MultilineTextInput
    )
}

#[track_caller]
fn assert_named(screen: &Screen, what: &str) {
    let mut count = 0;
    for node in screen.harness.root().children_recursive() {
        let node = node.accesskit_node();
        let (role, name) = (node.role(), node.label());
        if is_control(role) {
            count += 1;
            let named = name.as_deref().is_some_and(|name| !name.trim().is_empty());
            assert!(named, "{what}: a {role:?} without a name: {node:?}");
        }
    }
    assert!(count > 20, "{what}: {count} controls");
}

#[test]
fn every_control_of_every_page_has_a_name() {
    for language in Language::ALL {
        let mut screen = Screen::new("1945-08-28", language);
        for page in Page::ALL {
            screen.with_app(|app| app.send(Command::OpenPage(page)));
            assert_named(&screen, &format!("{language:?} {page:?}"));
        }
        let iturup = ATLAS.find_territory("iturup");
        screen.with_app(|app| app.send(Command::Select(iturup)));
        assert_named(&screen, "a place");
        for command in [
            Command::ShowAbout(true),
            Command::ShowKeys(true),
            Command::ShowHeld(true),
            Command::ShowSearch(true),
            Command::ShowRoom(Some(Room::default())),
            Command::SideBySide(true),
            Command::TypeDate(true),
            Command::Present(true),
        ] {
            let mut screen = Screen::new("1945-08-28", language);
            screen.with_app(|app| app.send(command));
            assert_named(&screen, &format!("{language:?} {command:?}"));
        }
        for menu in everywhere::MENUS {
            let mut screen = Screen::new("1945-08-28", language);
            screen.click(Role::Button, screen.text(menu));
            assert_named(&screen, &format!("{language:?} {menu:?}"));
        }
    }
}

#[test]
fn places_are_named_in_the_language_chosen_for_names() {
    let mut screen = Screen::new("1930", Language::English);
    let iturup = ATLAS.find_territory("iturup");
    screen.with_app(|app| app.send(Command::Select(iturup)));
    let title = |screen: &Screen, name: &str| {
        let spoken = screen.spoken();
        spoken.iter().any(|(_, text)| text == name)
    };
    for (naming, date, name) in [
        (Naming::Interface, "1930", "Iturup (Etorofu)"),
        (Naming::One(Language::Russian), "1930", "Итуруп"),
        (Naming::Local, "1930", "択捉島"),
        (Naming::Local, "1950", "Итуруп"),
    ] {
        let set = Command::Screen(ScreenCommand::SetNaming(naming));
        screen.with_app(|app| {
            app.send(set);
            app.send(Command::ShowDate(date.parse().unwrap()));
        });
        assert!(
            title(&screen, name),
            "{naming:?} {date}: {:?}",
            screen.spoken()
        );
    }
    // The rest of the screen keeps its language.
    assert!(screen.says("Place"));
}

#[test]
fn all_that_names_a_place_keeps_to_the_language_of_names() {
    let mut screen = Screen::new("1945-08-28", Language::English);
    let iturup = ATLAS.find_territory("iturup");
    let in_russian = Command::Screen(ScreenCommand::SetNaming(Naming::One(Language::Russian)));
    screen.with_app(|app| {
        app.send(in_russian);
        app.send(Command::SetUnit(Unit::Day));
        app.send(Command::Select(iturup));
    });
    let speaks = |screen: &Screen, role: Role, parts: &[&str]| {
        let spoken = screen.spoken();
        let found = spoken
            .iter()
            .any(|(known, text)| *known == role && parts.iter().all(|part| text.contains(part)));
        assert!(found, "{role:?} {parts:?}: {spoken:#?}");
    };
    // The map, the lane, the line of what changed.
    speaks(&screen, Role::ListBoxOption, &["Итуруп", "held by"]);
    speaks(&screen, Role::Button, &["Итуруп", "held by"]);
    speaks(&screen, Role::Link, &["28 August 1945", "Итуруп"]);
    // The map in words.
    screen.press(Keyboard::H);
    speaks(&screen, Role::Link, &["Хоккайдо"]);
    screen.press(Keyboard::Escape);
    // The page of the year, and of what differs.
    screen.with_app(|app| app.send(Command::OpenPage(Page::Year)));
    speaks(&screen, Role::Link, &["Итуруп"]);
    screen.with_app(|app| app.send(Command::Select(None)));
    screen.with_app(|app| {
        let before = "1940-01-01".parse::<HistoricalDate>().unwrap().first_day();
        app.send(Command::Compare(CompareCommand::With(before)));
    });
    speaks(&screen, Role::Link, &["Итуруп"]);
    let english = screen.spoken().into_iter();
    let english: Vec<String> = english
        .filter(|(role, _)| matches!(role, Role::ListBoxOption | Role::Link))
        .map(|(_, text)| text)
        .filter(|text| text.starts_with("Iturup") || text.contains("Hokkaido"))
        .collect();
    assert!(english.is_empty(), "{english:?}");
}

#[test]
fn the_map_is_told_in_words_and_a_name_leads_to_its_place() {
    for language in Language::ALL {
        let mut screen = Screen::new("1930", language);
        screen.press(Keyboard::H);
        assert!(screen.state().held_open);
        let hokkaido = ATLAS.find_territory("hokkaido").unwrap();
        let name = ATLAS.territory(hokkaido).name.get(language);
        screen.click(Role::Link, name);
        assert_eq!(screen.state().selection, Some(hokkaido));
        assert!(!screen.state().held_open);
        screen.press(Keyboard::H);
        screen.press(Keyboard::Escape);
        assert!(!screen.state().held_open, "Escape closes the table first");
        assert_eq!(screen.state().selection, Some(hokkaido));
    }
}

#[test]
fn era_years_are_told_on_demand() {
    let mut screen = Screen::new("1945-08-28", Language::Japanese);
    let tells = |screen: &Screen| {
        let spoken = screen.spoken();
        spoken.iter().any(|(_, text)| text.contains("昭和20年"))
    };
    assert!(!tells(&screen));
    screen.with_app(|app| app.send(Command::Screen(ScreenCommand::ToggleEras)));
    assert!(tells(&screen), "{:?}", screen.spoken());
}

#[test]
fn keys_can_be_searched() {
    let mut screen = Screen::new("1930", Language::English);
    screen.press(Keyboard::Questionmark);
    let [play, view] = [Key::Rests, Key::NextView].map(|key| screen.text(key));
    assert!(screen.says(play) && screen.says(view));
    screen.click(Role::TextInput, "Find a key");
    screen.write("next view");
    let labels: Vec<String> = screen
        .spoken()
        .into_iter()
        .filter(|(role, _)| *role == Role::Label)
        .map(|(_, text)| text)
        .collect();
    assert!(labels.iter().any(|text| text == view), "{labels:?}");
    assert!(!labels.iter().any(|text| text == play), "{labels:?}");
}

#[test]
fn a_new_date_is_announced() {
    let screen = Screen::new("1945-08-28", Language::English);
    let live = screen
        .harness
        .root()
        .children_recursive()
        .filter(|node| node.accesskit_node().live() != egui::accesskit::Live::Off)
        .filter_map(|node| node.accesskit_node().label())
        .collect::<Vec<_>>();
    assert!(
        live.iter().any(|text| text.contains("28 August 1945")),
        "{live:?}"
    );
    assert!(live.iter().any(|text| text.contains("Iturup")), "{live:?}");
}

/// The bars at the top and over the time axis, at the smallest usual screen.
#[test]
fn nothing_in_the_bars_overlaps_on_a_small_screen() {
    for language in Language::ALL {
        for size in [egui::vec2(1024.0, 768.0), egui::vec2(880.0, 600.0)] {
            let mut screen = Screen::new("1945-08-28", language);
            screen.harness.set_size(size);
            let iturup = ATLAS.find_territory("iturup");
            screen.with_app(|app| app.send(Command::Select(iturup)));
            screen.harness.run();
            let player = screen.place_of(Role::Button, screen.text(Key::Play));
            let mut controls: Vec<(String, egui::Rect)> = Vec::new();
            for node in screen.harness.root().children_recursive() {
                // The root of the tree has no place; links of the panel may be scrolled out of sight.
                let role = node.accesskit_node().role();
                if !is_control(role) || role == Role::Link {
                    continue;
                }
                let (rect, node) = (node.rect(), node.accesskit_node());
                let in_bar = rect.center().y < 46.0
                    || player.y_range().contains(rect.center().y) && rect.height() < 40.0;
                if in_bar {
                    controls.push((node.label().unwrap_or_default(), rect));
                }
            }
            assert!(controls.len() > 15, "{controls:?}");
            for (index, (name, rect)) in controls.iter().enumerate() {
                assert!(
                    rect.left() >= 0.0 && rect.right() <= size.x,
                    "{language:?} {size}: {name} {rect}"
                );
                for (other, beside) in &controls[index + 1..] {
                    let common = rect.intersect(*beside);
                    assert!(
                        !common.is_positive() || common.width() < 1.0 || common.height() < 1.0,
                        "{language:?} {size}: {name} {rect} and {other} {beside}"
                    );
                }
            }
        }
    }
}
