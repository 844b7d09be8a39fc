//! The whole screen, worked as a reader works it: by keys, by clicks, and by the names that a
//! screen reader speaks.

#![expect(clippy::unwrap_used, reason = "a test may give up")]

#[path = "common/raster_renderer.rs"]
mod raster_renderer;
#[path = "common/screen.rs"]
mod screen;

use egui::accesskit::Role;
use egui::{Key as Keyboard, Modifiers, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use kuril_atlas::model::language::Language;
use kuril_atlas::state::view_state::{Look, Page, Preset, Unit};
use kuril_atlas::text::{Catalog, Key};
use screen::{ATLAS, Screen};

#[test]
fn keys_step_through_the_years() {
    let mut screen = Screen::new("1930", Language::English);
    for (key, expected) in [
        (Keyboard::ArrowRight, "1931-12-31"),
        (Keyboard::ArrowLeft, "1930-12-31"),
        (Keyboard::PageDown, "1940-12-31"),
        (Keyboard::PageUp, "1930-12-31"),
        (Keyboard::End, "2025-12-31"),
        (Keyboard::ArrowRight, "2025-12-31"),
        (Keyboard::Home, "1792-12-31"),
        (Keyboard::ArrowRight, "1793-12-31"),
    ] {
        screen.press(key);
        assert_eq!(screen.date(), expected, "{key:?}");
    }
    let headings = screen.harness.query_all_by_role(Role::Heading);
    assert!(
        headings
            .filter_map(|node| node.accesskit_node().label())
            .any(|name| name.starts_with("1793. "))
    );
}

#[test]
fn command_arrows_jump_from_change_to_change() {
    let mut screen = Screen::new("1930", Language::English);
    let mut days = vec!["1930-01-01".to_owned()];
    while screen.date().as_str() < "1932-03-01" {
        let next = ATLAS.next_change(screen.state().date).unwrap();
        screen.press_with(Modifiers::COMMAND, Keyboard::ArrowRight);
        assert_eq!(screen.date(), next.to_string());
        days.push(screen.date());
    }
    // Of the land, and of a town that fell later.
    for day in ["1931-09-19", "1931-11-19", "1932-02-05", "1932-03-01"] {
        assert!(days.iter().any(|known| known == day), "{day}: {days:?}");
    }
    days.pop();
    while let Some(day) = days.pop() {
        screen.press_with(Modifiers::COMMAND, Keyboard::ArrowLeft);
        assert_eq!(screen.date(), day);
    }
    screen.click(Role::Button, "Next change of control");
    assert_eq!(screen.date(), "1931-09-19");
    screen.click(Role::Button, "Previous change of control");
    assert_eq!(screen.date(), "1930-01-01");
}

#[test]
fn space_and_the_button_play_and_pause() {
    for language in Language::ALL {
        let mut screen = Screen::new("1930", language);
        let [play, pause] = [Key::Play, Key::Pause].map(|key| screen.text(key));
        // Without rests at changes the steps can be counted.
        screen.harness.key_press(Keyboard::R);
        screen.harness.key_press(Keyboard::Space);
        // Two years a second; a step of the harness is a quarter of a second.
        screen.harness.run_steps(9);
        assert_eq!(screen.date(), "1934-12-31", "{}", language.code());
        screen
            .harness
            .get_by_role_and_label(Role::Button, pause)
            .click();
        screen.harness.run_steps(2);
        let stopped = screen.date();
        screen.harness.run_steps(8);
        assert_eq!(screen.date(), stopped);
        assert!(
            screen
                .harness
                .query_by_role_and_label(Role::Button, play)
                .is_some()
        );
        assert!(
            screen
                .harness
                .query_by_role_and_label(Role::Button, pause)
                .is_none()
        );
    }
}

#[test]
fn a_date_can_be_typed() {
    let mut screen = Screen::new("1930", Language::English);
    screen.press(Keyboard::G);
    assert_eq!(screen.focused().as_deref(), Some("Type a date"));
    screen.write("1945-08-28");
    assert_eq!(
        (screen.date().as_str(), screen.state().unit),
        ("1945-08-28", Unit::Day)
    );
    // Keys of the atlas are letters and arrows of the text now.
    screen.press(Keyboard::ArrowLeft);
    screen.press(Keyboard::Home);
    assert_eq!(screen.date(), "1945-08-28");
    screen.press(Keyboard::Enter);
    assert!(!screen.state().typing_date);
    screen.press(Keyboard::ArrowRight);
    assert_eq!(screen.date(), "1945-08-29");
    // A year is shown as its last day.
    screen.press_with(Modifiers::COMMAND, Keyboard::L);
    screen.write("1875");
    assert_eq!(
        (screen.date().as_str(), screen.state().unit),
        ("1875-12-31", Unit::Year)
    );
}

#[test]
fn a_wrong_date_is_explained_and_changes_nothing() {
    for language in Language::ALL {
        for (typed, key, values) in [
            ("1945-13", Key::DateCalendar, vec![("text", "1945-13")]),
            ("autumn", Key::DateForm, vec![("text", "autumn")]),
        ] {
            let mut screen = Screen::new("1930", language);
            screen.press(Keyboard::G);
            screen.write(typed);
            let message = Catalog::of(language).fill(key, &values);
            assert!(
                screen.says(&message),
                "{typed}: {message}: {:?}",
                screen.spoken()
            );
            assert_eq!(screen.date(), "1930-12-31");
        }
        let mut screen = Screen::new("1930", language);
        screen.press(Keyboard::G);
        screen.write("1700");
        let spoken = screen.spoken();
        assert!(
            spoken
                .iter()
                .any(|(_, text)| text.contains("1792") && text.contains("2025")),
            "{spoken:?}"
        );
        assert_eq!(screen.date(), "1930-12-31");
    }
}

#[test]
fn the_legend_names_the_holders() {
    for (language, holder) in [
        (Language::English, "Empire of Japan"),
        (Language::Japanese, "日本"),
        (Language::Russian, "Япон"),
    ] {
        let mut screen = Screen::new("1930", language);
        let entries: Vec<String> = screen
            .spoken()
            .into_iter()
            .filter(|(role, _)| *role == Role::Switch)
            .map(|(_, text)| text)
            .collect();
        let count = |text: &str| {
            text.rsplit([':', '：'])
                .next()
                .and_then(|count| count.trim().parse::<usize>().ok())
        };
        let entry = entries
            .iter()
            .find(|text| text.contains(holder) && count(text).is_some_and(|count| count > 20));
        let entry = entry
            .unwrap_or_else(|| panic!("{holder}: {entries:?}"))
            .clone();
        // The legend lies over the map: a click on it reaches no place below.
        screen.press(Keyboard::Escape);
        screen.click(Role::Switch, &entry);
        assert_eq!(screen.state().selection, None, "{}", language.code());
    }
}

#[test]
fn a_click_on_the_inset_looks_at_the_islands() {
    for language in Language::ALL {
        let mut screen = Screen::new("1930", language);
        let inset = screen.place_of(Role::Button, screen.text(Key::FourIslands));
        // The corner towards the Pacific holds no island.
        screen.click_at(inset.right_bottom() - vec2(6.0, 6.0));
        assert_eq!(screen.state().look, Look::At(Preset::FourIslands));
        assert!(
            screen
                .harness
                .query_by_role_and_label(Role::Button, screen.text(Key::FourIslands))
                .is_none(),
            "no inset of what is large"
        );
        screen.click(Role::Button, screen.text(Key::ResetView));
        assert_eq!(screen.state().look, Look::At(Preset::Region));
    }
}

#[test]
fn a_click_on_the_map_chooses_the_place() {
    let mut screen = Screen::new("1930", Language::English);
    let hokkaido = screen.place_of(
        Role::ListBoxOption,
        "Hokkaido: held by Empire of Japan, sovereign",
    );
    screen.click_at(hokkaido.center());
    assert_eq!(screen.state().selection, ATLAS.find_territory("hokkaido"));
    assert_eq!(screen.state().page, Page::Place);
    screen.press(Keyboard::Escape);
    assert_eq!(screen.state().selection, None);
}

#[test]
fn tabs_turn_the_pages() {
    for language in Language::ALL {
        let mut screen = Screen::new("1945", language);
        screen.click(Role::Tab, screen.text(Key::PageYear));
        assert_eq!(screen.state().page, Page::Year);
        let spoken = screen.spoken();
        assert!(
            spoken
                .iter()
                .any(|(_, text)| text.contains("1945") && text != "1945"),
            "{spoken:?}"
        );
        screen.click(Role::Tab, screen.text(Key::PageCharts));
        assert_eq!(screen.state().page, Page::Charts);
        screen.click(Role::Tab, screen.text(Key::PagePlace));
        assert!(screen.says(screen.text(Key::NoSelection)));
    }
}

#[test]
fn about_and_keys_open_and_close() {
    for language in Language::ALL {
        let mut screen = Screen::new("1930", language);
        let [about, keys, close] = [Key::About, Key::Keys, Key::Close].map(|key| screen.text(key));
        let about_text = screen.text(Key::AboutText);
        assert!(!screen.says(about_text));
        screen.click(Role::Button, about);
        assert!(screen.state().about_open && screen.says(about_text));
        screen.press(Keyboard::Escape);
        assert!(!screen.state().about_open && !screen.says(about_text));
        // A question mark comes with Shift on most keyboards.
        screen.press_with(Modifiers::SHIFT, Keyboard::Questionmark);
        assert!(
            screen.state().keys_open && screen.says("Ctrl+→"),
            "{}",
            language.code()
        );
        screen.press(Keyboard::Escape);
        assert!(!screen.state().keys_open);
        screen.click(Role::Button, keys);
        screen.click(Role::Button, close);
        assert!(!screen.state().keys_open);
    }
}

#[test]
fn the_picture_follows_theme_year_and_focus() {
    let mut screen = Screen::new("1930", Language::English);
    let light = screen.picture();
    assert_eq!((light.width(), light.height()), (1280, 800));
    let brightness = |picture: &image::RgbaImage| {
        let sum: u64 = picture
            .pixels()
            .map(|pixel| u64::from(pixel[0]) + u64::from(pixel[1]) + u64::from(pixel[2]))
            .sum();
        sum / (3 * u64::from(picture.width()) * u64::from(picture.height()))
    };
    assert!(brightness(&light) > 170, "{}", brightness(&light));
    screen.press(Keyboard::ArrowRight);
    let year = screen.picture();
    assert!(year != light, "Manchuria changed hands in 1931");
    screen.click(Role::Button, screen.text(Key::Display));
    screen.click(Role::RadioButton, screen.text(Key::ThemeDark));
    screen.press(Keyboard::Escape);
    let dark = screen.picture();
    assert!(brightness(&dark) < 90, "{}", brightness(&dark));
}
