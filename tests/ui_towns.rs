//! Towns held otherwise than the land around them, and the map as a picture.

#![expect(clippy::unwrap_used, reason = "a test may give up")]

#[path = "common/raster_renderer.rs"]
mod raster_renderer;
#[path = "common/screen.rs"]
mod screen;

use egui::Key as Keyboard;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use kuril_atlas::model::date::HistoricalDate;
use kuril_atlas::model::language::Language;
use kuril_atlas::model::view::View;
use kuril_atlas::state::{Command, ViewState};
use kuril_atlas::text::Key;
use kuril_atlas::ui::app::Content;
use screen::{ATLAS, Screen};

fn state(date: &str, language: Language) -> ViewState {
    let day = date.parse::<HistoricalDate>().unwrap().last_day();
    ViewState::new(day, language)
}

fn is_spoken(screen: &Screen, name: &str) -> bool {
    let spoken = screen.spoken();
    spoken.iter().any(|(_, text)| text.contains(name))
}

#[test]
fn a_town_apart_is_spoken_on_its_days_and_in_the_view_of_control_alone() {
    for (language, name) in [
        (
            Language::English,
            "Harbin, a town apart from the land around it",
        ),
        (Language::Japanese, "ハルビン（周囲の"),
        (Language::Russian, "Харбин, отдельно от окружающей земли"),
    ] {
        for (date, expected) in [
            ("1931-11-18", false),
            ("1931-11-19", true),
            ("1932-02-04", true),
            ("1932-02-05", false),
        ] {
            let screen = Screen::with(state(date, language));
            assert_eq!(is_spoken(&screen, name), expected, "{name} {date}");
        }
        let mut of_side = state("1932-02-04", language);
        let _ = of_side.apply(&ATLAS, Command::SetView(View::Japan));
        assert!(!is_spoken(&Screen::with(of_side), name), "{name}");
    }
}

#[test]
fn the_page_of_the_land_leads_to_the_days_of_its_towns() {
    let mut screen = Screen::with({
        let mut state = state("1932-01-15", Language::English);
        let land = ATLAS.find_territory("manchuria-north");
        let _ = state.apply(&ATLAS, Command::Select(land));
        state
    });
    assert!(is_spoken(&screen, screen.text(Key::TownsApart)));
    assert!(is_spoken(&screen, "Harbin: Republic of China, sovereign"));
    // It may lie below what is in sight.
    let link = screen
        .harness
        .get_all_by_role_and_label(Role::Link, "5 February 1932");
    link.last().unwrap().click_accesskit();
    screen.harness.run();
    assert_eq!(screen.date(), "1932-02-05");
    assert!(!is_spoken(&screen, "Harbin: Republic of China, sovereign"));
}

#[test]
fn a_town_is_reached_by_keys_and_chooses_its_land() {
    let mut screen = Screen::with(state("1932-01-15", Language::English));
    let reached = (0..200).any(|_| {
        screen.press(Keyboard::Tab);
        screen
            .focused()
            .is_some_and(|focused| focused.starts_with("Harbin, "))
    });
    assert!(reached);
    screen.press(Keyboard::Enter);
    let land = ATLAS.find_territory("manchuria-north");
    assert_eq!(screen.state().selection, land);
}

#[test]
fn a_picture_of_the_map_has_nothing_to_press() {
    for (content, expected) in [(Content::Page, true), (Content::Map, false)] {
        let screen = Screen::of(content, state("1932-01-15", Language::English));
        for key in [Key::ZoomIn, Key::ZoomOut] {
            let name = screen.text(key);
            let found = screen
                .spoken()
                .iter()
                .any(|(role, text)| *role == Role::Button && text.starts_with(name));
            assert_eq!(found, expected, "{name}");
        }
    }
}
