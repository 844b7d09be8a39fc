//! The time dock: tracks shown, grouped and resized; bookmarks renamed; links typed. By accessible
//! names alone.

#![expect(clippy::unwrap_used, reason = "a test may give up")]

#[path = "common/raster_renderer.rs"]
mod raster_renderer;
#[path = "common/screen.rs"]
mod screen;

use egui::Key as Keyboard;
use egui::Modifiers;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use kuril_atlas::model::language::Language;
use kuril_atlas::state::dock::{Grouping, Order, Track};
use kuril_atlas::text::Key;
use screen::Screen;

/// The names of all lanes from top to bottom, headings with a mark.
fn lanes(screen: &Screen, headings: &[&str]) -> Vec<String> {
    let mut rows: Vec<(f32, String)> = Vec::new();
    for (role, name) in screen.spoken() {
        if role == Role::Heading && headings.contains(&name.as_str()) {
            rows.push((screen.place_of(role, &name).top(), format!("# {name}")));
        }
    }
    rows.sort_by(|one, other| one.0.total_cmp(&other.0));
    rows.into_iter().map(|(_, name)| name).collect()
}

#[test]
fn tracks_are_shown_and_hidden_by_their_menu() {
    for language in Language::ALL {
        let mut screen = Screen::new("1930", language);
        let [menu, trade, opinion] =
            [Key::TracksShown, Key::TrackTrade, Key::TrackPolls].map(|key| screen.text(key));
        let seen = |screen: &Screen, name: &str| {
            let spoken = screen.spoken();
            spoken
                .iter()
                .any(|(role, text)| *role == Role::Button && text.starts_with(name))
        };
        assert!(seen(&screen, trade) && seen(&screen, opinion));
        screen.click(Role::Button, menu);
        screen.click(Role::CheckBox, trade);
        screen.click(Role::CheckBox, opinion);
        assert!(!screen.state().dock.shows(Track::Trade));
        assert!(
            !seen(&screen, trade) && !seen(&screen, opinion),
            "{language:?}"
        );
        // The menu stays open until something else is clicked.
        screen.click(Role::Button, screen.text(Key::TracksReset));
        assert!(screen.state().dock.shows(Track::Trade) && seen(&screen, trade));
    }
}

#[test]
fn lanes_are_grouped_and_sorted_by_the_menu() {
    let mut screen = Screen::new("1930", Language::English);
    screen.click(Role::Button, "Tracks shown");
    screen.click(Role::RadioButton, "By holder");
    assert_eq!(screen.state().dock.sorting.grouping, Grouping::Holder);
    let holders = ["Empire of Japan", "Soviet Union", "Republic of China"];
    assert_eq!(lanes(&screen, &holders)[0], "# Empire of Japan");
    screen.click(Role::RadioButton, "By region");
    let regions = ["Kuril Islands", "Sakhalin", "Russian Far East"];
    assert_eq!(
        lanes(&screen, &regions),
        ["# Kuril Islands", "# Sakhalin", "# Russian Far East"]
    );
    screen.click(Role::RadioButton, "By name");
    assert_eq!(screen.state().dock.sorting.order, Order::Name);
    screen.click(Role::CheckBox, "A lane for every territory");
    assert!(screen.state().dock.sorting.every);
    screen.click(Role::RadioButton, "Not at all");
    assert!(lanes(&screen, &regions).is_empty());
}

#[test]
fn handles_resize_tracks_by_key_and_by_drag() {
    let mut screen = Screen::new("1930", Language::English);
    let name = "Height of the track “Trade”";
    let before = screen.state().dock.height(Track::Trade);
    screen
        .harness
        .get_by_role_and_label(Role::Splitter, name)
        .focus();
    screen.harness.run();
    for _ in 0..4 {
        screen.press(Keyboard::ArrowUp);
    }
    let by_keys = screen.state().dock.height(Track::Trade);
    assert!(by_keys > before + 20.0, "{before} {by_keys}");
    let grip = screen.place_of(Role::Splitter, name).center();
    screen.harness.hover_at(grip);
    screen.harness.run();
    screen.harness.drag_at(grip);
    screen.harness.run();
    let down = grip + egui::vec2(0.0, 12.0);
    screen.harness.hover_at(down);
    screen.harness.run();
    screen.harness.drop_at(down);
    screen.harness.run();
    let by_drag = screen.state().dock.height(Track::Trade);
    assert!(
        by_drag < by_keys,
        "down makes a lower track smaller: {by_keys} {by_drag}"
    );
}

#[test]
fn a_bookmark_is_renamed_in_its_menu() {
    let mut screen = Screen::new("1945-08-28", Language::English);
    screen.press(Keyboard::B);
    screen.click(Role::Button, "Bookmarks and links");
    let old = screen.state().bookmarks.all()[0].name.clone();
    screen.click(Role::Button, &format!("Rename the bookmark “{old}”"));
    assert_eq!(screen.focused().as_deref(), Some("Name of the bookmark"));
    screen.press_with(Modifiers::COMMAND, Keyboard::A);
    screen.write("The landing");
    screen.press(Keyboard::Enter);
    assert_eq!(screen.state().bookmarks.all()[0].name, "The landing");
    // Escape keeps the name as it was, and the menu open.
    screen.click(Role::Button, "Rename the bookmark “The landing”");
    screen.write(" on Etorofu");
    screen.press(Keyboard::Escape);
    assert_eq!(screen.state().bookmarks.all()[0].name, "The landing");
}

#[test]
fn a_link_in_the_search_leads_there() {
    for language in Language::ALL {
        let mut screen = Screen::new("1930", language);
        screen.press_with(Modifiers::COMMAND, Keyboard::K);
        screen.write("kuril-atlas://1945-08-28?place=iturup&view=japan");
        screen.press(Keyboard::Enter);
        assert_eq!(screen.date(), "1945-08-28");
        assert!(!screen.state().search_open && screen.state().selection.is_some());
        screen.press_with(Modifiers::COMMAND, Keyboard::K);
        screen.write("kuril-atlas://1945?place=atlantis");
        assert!(screen.says(screen.text(Key::LinkWrong)), "{language:?}");
        screen.press(Keyboard::Enter);
        assert!(
            screen.state().search_open,
            "a link to nowhere leads nowhere"
        );
    }
}

#[test]
fn what_can_be_touched_is_large_enough() {
    // Nearer ones are told apart by the pointer: what is between two belongs to the nearer.
    const LEAST: f32 = 24.0;
    let screen = Screen::new("1930", Language::English);
    for key in [
        Key::Play,
        Key::PreviousChange,
        Key::StepBack,
        Key::StepForward,
        Key::NextChange,
        Key::Slower,
        Key::Faster,
        Key::TimeCloser,
        Key::TimeFarther,
        Key::Bookmarks,
        Key::TracksShown,
    ] {
        let size = screen.place_of(Role::Button, screen.text(key)).size();
        assert!(size.min_elem() >= LEAST, "{key:?}: {size}");
    }
    let play = screen.place_of(Role::Button, screen.text(Key::Play));
    assert!(play.width() >= 44.0, "{play}");
}
