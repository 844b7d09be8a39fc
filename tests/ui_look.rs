//! The look of the screen: themes, sizes, panels, the legend that answers.

#![expect(clippy::unwrap_used, reason = "a test may give up")]

#[path = "common/raster_renderer.rs"]
mod raster_renderer;
#[path = "common/screen.rs"]
mod screen;

use egui::accesskit::Role;
use egui::{Key as Keyboard, Modifiers};
use egui_kittest::kittest::Queryable as _;
use kuril_atlas::model::date::HistoricalDate;
use kuril_atlas::model::language::Language;
use kuril_atlas::prefs::{Choices, Preferences};
use kuril_atlas::state::panels::Panel;
use kuril_atlas::state::screen::{Palette, ScreenCommand, Theme};
use kuril_atlas::state::{Command, ViewState};
use kuril_atlas::text::Key;
use screen::{ATLAS, Screen};

fn has(screen: &Screen, role: Role, name: &str) -> bool {
    let found = screen.harness.query_by_role_and_label(role, name);
    found.is_some()
}

#[test]
fn a_line_of_the_legend_lets_its_places_stand_out() {
    let mut screen = Screen::new("1930", Language::English);
    let before = screen.picture();
    let line = screen
        .spoken()
        .into_iter()
        .find(|(role, name)| *role == Role::Switch && name.starts_with("Soviet Union: "))
        .unwrap()
        .1;
    screen.click(Role::Switch, &line);
    assert!(screen.state().highlight.is_some());
    let faded = screen.picture();
    assert!(before != faded, "the others fade");
    screen.click(Role::Switch, &line);
    assert_eq!(screen.state().highlight, None, "a second click ends it");
    screen.click(Role::Switch, &line);
    screen.press(Keyboard::Escape);
    assert_eq!(screen.state().highlight, None, "and so does Escape");
}

#[test]
fn the_menu_of_the_screen_changes_theme_and_colours_of_states() {
    let mut screen = Screen::new("1930", Language::English);
    let names = [Key::Display, Key::ThemeContrast, Key::PaletteSafe].map(|key| screen.text(key));
    screen.click(Role::Button, names[0]);
    screen.click(Role::RadioButton, names[1]);
    assert_eq!(screen.state().theme, Theme::Contrast);
    screen.click(Role::RadioButton, names[2]);
    assert_eq!(screen.state().screen.palette, Palette::Safe);
}

#[test]
fn keys_change_the_size_of_the_interface() {
    let mut screen = Screen::new("1930", Language::English);
    let plain = screen.harness.ctx.zoom_factor();
    screen.press_with(Modifiers::COMMAND, Keyboard::Plus);
    assert_eq!(screen.state().screen.scale.percent(), 110);
    let larger = screen.harness.ctx.zoom_factor();
    assert!((larger / plain - 1.1).abs() < 1e-3, "{larger}");
    screen.press_with(Modifiers::COMMAND, Keyboard::Minus);
    screen.press_with(Modifiers::COMMAND, Keyboard::Minus);
    assert_eq!(screen.state().screen.scale.percent(), 90);
    screen.press_with(Modifiers::COMMAND, Keyboard::Num0);
    assert_eq!(screen.state().screen.scale.percent(), 100);
    assert!((screen.harness.ctx.zoom_factor() - plain).abs() < 1e-3);
}

#[test]
fn panels_close_and_the_map_fills_the_screen() {
    let mut screen = Screen::new("1930", Language::English);
    let search = screen.text(Key::Search);
    let map = screen.text(Key::Map);
    let width = |screen: &Screen| screen.place_of(Role::GraphicsDocument, map).width();
    let usual = width(&screen);
    screen.press(Keyboard::I);
    assert!(width(&screen) > usual + 200.0, "the side panel is closed");
    screen.press(Keyboard::I);
    assert!((width(&screen) - usual).abs() < 1.0);
    screen.press(Keyboard::F11);
    assert!(!has(&screen, Role::Button, search), "no bar over the map");
    assert!(screen.place_of(Role::GraphicsDocument, map).height() > 600.0);
    screen.press(Keyboard::ArrowRight);
    assert_eq!(screen.date(), "1931-12-31", "time goes on");
    screen.press(Keyboard::Escape);
    assert!((width(&screen) - usual).abs() < 1.0);
}

#[test]
fn two_dates_are_compared_by_key_and_told_in_the_inspector() {
    let mut screen = Screen::new("1930", Language::English);
    screen.press(Keyboard::D);
    assert!(
        screen.says(screen.text(Key::CompareNoneHint)),
        "as yet the same date"
    );
    for _ in 0..2 {
        screen.press(Keyboard::PageDown);
    }
    assert_eq!(screen.date(), "1950-12-31");
    assert!(screen.says("1930 and 1950"));
    assert!(has(&screen, Role::Heading, "1930") && has(&screen, Role::Heading, "1950"));
    let held = "1950: Union of Soviet Socialist Republics (Soviet Union), sovereign";
    assert!(screen.says(held), "{:?}", screen.spoken());
    let swipe = format!(
        "{}: {}",
        screen.text(Key::Compare),
        screen.text(Key::CompareSwipe)
    );
    screen.click(Role::RadioButton, &swipe);
    let line = screen.text(Key::SwipeHandle);
    let before = screen.place_of(Role::Splitter, line).center();
    let picture = screen.picture();
    screen.harness.drag_at(before);
    screen.harness.hover_at(before - egui::vec2(120.0, 0.0));
    screen.harness.drop_at(before - egui::vec2(120.0, 0.0));
    screen.harness.run();
    let after = screen.place_of(Role::Splitter, line).center();
    assert!((before.x - after.x - 120.0).abs() < 3.0, "{before} {after}");
    assert!(picture != screen.picture());
    screen.press(Keyboard::ArrowRight);
    screen.press(Keyboard::Escape);
    assert_eq!(screen.state().compare, None);
}

#[test]
fn what_changes_flashes_and_stays_still_where_motion_is_reduced() {
    let pictures = |reduced: bool| {
        let mut screen = Screen::new("1930", Language::English);
        if reduced {
            screen.with_app(|app| app.send(Command::Screen(ScreenCommand::ToggleMotion)));
        }
        // A pause, so that the step is no scrub.
        for _ in 0..4 {
            screen.harness.step();
        }
        screen
            .harness
            .key_press_modifiers(Modifiers::NONE, Keyboard::PageDown);
        screen.harness.step();
        screen.harness.step();
        let first = screen.picture();
        for _ in 0..8 {
            screen.harness.step();
        }
        (first, screen.picture())
    };
    let (first, last) = pictures(false);
    assert!(first != last, "a flash fades");
    let (first, last) = pictures(true);
    assert!(first == last, "nothing moves by itself");
}

#[test]
fn the_hint_of_a_first_start_goes_away_for_good() {
    let day = "1930".parse::<HistoricalDate>().unwrap().last_day();
    let mut state = ViewState::new(day, Language::English);
    let mut settings = Preferences::default();
    settings.apply_to(&ATLAS, &mut state);
    let mut screen = Screen::with(state.clone());
    let title = screen.text(Key::HintTitle);
    assert!(screen.says(title));
    let before = Choices::of(&screen.state());
    screen.click(Role::Button, screen.text(Key::HintClose));
    assert!(!screen.says(title));
    settings.follow(&ATLAS, &before, &Choices::of(&screen.state()));
    settings.apply_to(&ATLAS, &mut state);
    assert!(!Screen::with(state).says(title), "not at the next start");
}

#[test]
fn the_map_glides_to_a_preset_and_then_rests() {
    let day = "1930".parse::<HistoricalDate>().unwrap().last_day();
    let mut state = ViewState::new(day, Language::English);
    let mut still = Screen::with(state.clone());
    still.press(Keyboard::Num3);
    state.is_watched = true;
    let mut screen = Screen::with(state);
    let before = screen.picture();
    screen
        .harness
        .key_press_modifiers(Modifiers::NONE, Keyboard::Num3);
    screen.harness.step();
    assert!(screen.state().glide.is_some(), "it is on its way");
    let between = screen.picture();
    // It would fail if the screen went on asking to be drawn.
    screen.harness.run();
    assert_eq!(screen.state().glide, None);
    let after = screen.picture();
    assert!(before != between && between != after);
    assert!(after == still.picture(), "it arrives where a jump leads");
}

#[test]
fn a_double_click_comes_nearer() {
    let mut screen = Screen::new("1930", Language::English);
    let map = screen.place_of(Role::GraphicsDocument, screen.text(Key::Map));
    let scale = |screen: &Screen| {
        let projection = kuril_atlas::geometry::Projection::atlas();
        screen.state().camera(&projection).km_per_point
    };
    let before = scale(&screen);
    // A step of the harness takes a quarter of a second.
    screen.harness.ctx.options_mut(|options| {
        options.input_options.max_double_click_delay = 9.0;
    });
    screen.click_at(map.center());
    screen.click_at(map.center());
    assert!((before / scale(&screen) - 2.0).abs() < 0.01);
}

#[test]
fn edges_of_panels_are_dragged_and_pressed_and_remembered() {
    let mut screen = Screen::new("1930", Language::English);
    let name = screen.text(Key::InspectorWidth);
    let map = screen.text(Key::Map);
    let width = |screen: &Screen| screen.place_of(Role::GraphicsDocument, map).width();
    let usual = width(&screen);
    let before = Choices::of(&screen.state());
    let edge = screen.place_of(Role::Splitter, name).center();
    let to = edge - egui::vec2(60.0, 0.0);
    screen.harness.drag_at(edge);
    screen.harness.hover_at(to);
    screen.harness.drop_at(to);
    screen.harness.run();
    assert!((usual - width(&screen) - 60.0).abs() < 2.0, "{usual}");
    let node = screen.harness.get_by_role_and_label(Role::Splitter, name);
    let value = node.value().unwrap_or_default();
    assert!(value.starts_with("34"), "{value}");
    // It is there at the next start.
    let mut settings = Preferences::default();
    settings.follow(&ATLAS, &before, &Choices::of(&screen.state()));
    let day = "1930".parse::<HistoricalDate>().unwrap().last_day();
    let mut state = ViewState::new(day, Language::English);
    settings.apply_to(&ATLAS, &mut state);
    state.screen.hint_open = false;
    assert!((width(&Screen::with(state)) - width(&screen)).abs() < 1.0);
    // By the keyboard, which leaves the date alone.
    screen
        .harness
        .get_by_role_and_label(Role::Splitter, name)
        .focus();
    screen.harness.run();
    for _ in 0..3 {
        screen.press(Keyboard::ArrowRight);
    }
    assert!((width(&screen) - usual).abs() < 2.0, "three times twenty");
    assert_eq!(screen.date(), "1930-12-31");
    let dock = screen.text(Key::DockHeight);
    let height = |screen: &Screen| screen.place_of(Role::Splitter, dock).center().y;
    let low = height(&screen);
    screen
        .harness
        .get_by_role_and_label(Role::Splitter, dock)
        .focus();
    screen.harness.run();
    screen.press(Keyboard::ArrowUp);
    assert!((low - height(&screen) - 20.0).abs() < 2.0);
    screen.harness.ctx.options_mut(|options| {
        options.input_options.max_double_click_delay = 9.0;
    });
    let edge = screen.place_of(Role::Splitter, dock).left_center() + egui::vec2(40.0, 0.0);
    screen.click_at(edge);
    screen.click_at(edge);
    assert!((height(&screen) - low).abs() < 1.0, "as at first");
    let sizes = screen.state().screen.sizes;
    assert_eq!(sizes.of(Panel::Dock), None);
    assert_eq!(sizes.of(Panel::Inspector), Some(372), "a panel each");
}

#[test]
fn every_size_of_window_and_interface_has_room_for_the_map() {
    for (size, percent) in [
        ([1024.0, 768.0], 100),
        ([1024.0, 768.0], 250),
        ([1280.0, 800.0], 250),
        ([1920.0, 1080.0], 160),
        ([3840.0, 2160.0], 100),
        ([3840.0, 2160.0], 250),
    ] {
        let mut screen = Screen::new("1930", Language::Russian);
        screen.harness.set_size(egui::Vec2::from(size));
        let scale = kuril_atlas::state::screen::Scale::of(percent).unwrap();
        screen.with_app(|app| app.send(Command::Screen(ScreenCommand::SetScale(scale))));
        screen.harness.run();
        let whole = screen.harness.ctx.content_rect();
        let map = screen.place_of(Role::GraphicsDocument, screen.text(Key::Map));
        let share = map.area() / whole.area();
        assert!(
            share > 0.15 && whole.contains_rect(map),
            "{size:?} {percent}: {map}"
        );
        let edge = screen.place_of(Role::Splitter, screen.text(Key::InspectorWidth));
        assert!(whole.expand(6.0).contains_rect(edge), "{size:?} {percent}");
    }
}
