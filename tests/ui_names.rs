//! The names that a screen reader speaks: all there, in the language of the screen, reachable by keys.

#![expect(clippy::unwrap_used, reason = "a test may give up")]

#[path = "common/raster_renderer.rs"]
mod raster_renderer;
#[path = "common/screen.rs"]
mod screen;

use egui::Key as Keyboard;
use egui::accesskit::{Action, Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use kuril_atlas::model::language::Language;
use kuril_atlas::state::view_state::{Page, Theme};
use kuril_atlas::text::{Catalog, Key};
use screen::{ATLAS, Screen};

#[test]
fn tab_and_enter_choose_a_place() {
    for (language, name, title) in [
        (
            Language::English,
            "Iturup (Etorofu): held by ",
            "Iturup (Etorofu)",
        ),
        (Language::Japanese, "択捉島：", "択捉島"),
        (Language::Russian, "Итуруп", "Итуруп"),
    ] {
        let mut screen = Screen::new("1950", language);
        let reached = (0..200).any(|_| {
            screen.press(Keyboard::Tab);
            screen
                .focused()
                .is_some_and(|focused| focused.starts_with(name))
        });
        assert!(reached, "{name} is not reached by Tab");
        let focused = screen.focused().unwrap();
        let holder = ["Soviet", "ソ", "Совет"][language as usize];
        assert!(focused.contains(holder), "{focused}");
        screen.press(Keyboard::Enter);
        assert_eq!(screen.state().selection, ATLAS.find_territory("iturup"));
        let spoken = screen.spoken();
        assert!(
            spoken
                .iter()
                .any(|(role, text)| *role == Role::Label && text.starts_with(title)),
            "{spoken:?}"
        );
    }
}

#[test]
fn every_place_in_sight_is_spoken_with_its_holder() {
    for language in Language::ALL {
        let screen = Screen::new("1930", language);
        let spoken = screen.spoken();
        let places: Vec<_> = spoken
            .iter()
            .filter(|(role, _)| *role == Role::ListBoxOption)
            .collect();
        for (_, place) in ATLAS
            .territories()
            .filter(|(_, place)| !place.shapes.is_empty())
        {
            let name = place.name.get(language);
            assert!(
                places
                    .iter()
                    .any(|(_, text)| text.starts_with(name) && text.len() > name.len() + 3),
                "{name}: {places:?}"
            );
        }
    }
}

#[test]
fn switching_the_language_changes_every_name() {
    let mut screen = Screen::new("1930", Language::English);
    let before = screen.spoken();
    for (label, language) in [
        ("Language: 日本語", Language::Japanese),
        ("言語: Русский", Language::Russian),
        ("Язык: English", Language::English),
    ] {
        screen.click(Role::RadioButton, label);
        assert_eq!(screen.state().language, language);
        for key in [Key::Play, Key::NextChange, Key::About, Key::ZoomIn] {
            let name = Catalog::of(language).get(key);
            assert!(
                screen
                    .harness
                    .query_by_role_and_label(Role::Button, name)
                    .is_some(),
                "{name}"
            );
        }
    }
    assert_eq!(screen.spoken(), before, "and back");
}

/// All the screens there are, in all languages.
fn screens() -> impl Iterator<Item = Screen> {
    let pages = Page::ALL
        .into_iter()
        .flat_map(|page| [(page, false), (page, true)]);
    Language::ALL.into_iter().flat_map(move |language| {
        pages.clone().map(move |(page, selected)| {
            let mut screen = Screen::new("1945-08-28", language);
            if selected {
                let iturup = ATLAS.find_territory("iturup").unwrap();
                let mut state = screen.state().clone();
                state.selection = Some(iturup);
                state.theme = Theme::Dark;
                state.page = page;
                (state.about_open, state.keys_open) = (page == Page::Year, page == Page::Charts);
                screen = Screen::with(state);
            }
            screen
        })
    })
}

#[test]
fn every_screen_names_everything_in_its_language() {
    for screen in screens() {
        everything_to_act_on_has_a_name(&screen);
        names_are_in_the_language(&screen);
        names_hold_no_icons(&screen);
    }
}

fn everything_to_act_on_has_a_name(screen: &Screen) {
    let state = screen.state();
    let here = format!(
        "{} {:?} {:?}",
        state.language.code(),
        state.page,
        state.selection
    );
    assert_eq!(
        screen.harness.unnamed_widgets(),
        Vec::<String>::new(),
        "{here}"
    );
    for node in screen.harness.root().children_recursive() {
        let node = node.accesskit_node();
        let does = |action| node.data().supports_action(action);
        // A scroll bar is egui's own; the wheel and the keys do the same.
        let acts = node.role() != Role::ScrollBar && (does(Action::Click) || does(Action::Focus));
        let name = node.label().or_else(|| node.value()).unwrap_or_default();
        let has_name = !name.trim().is_empty();
        assert!(
            !acts || has_name,
            "{here}: {:?} at {:?}",
            node.role(),
            node.raw_bounds()
        );
    }
}

fn names_are_in_the_language(screen: &Screen) {
    let is_japanese =
        |letter: char| matches!(letter, '\u{3040}'..='\u{30FF}' | '\u{4E00}'..='\u{9FFF}');
    let is_cyrillic = |letter: char| ('\u{400}'..='\u{4FF}').contains(&letter);
    let roles = [
        Role::Button,
        Role::Tab,
        Role::RadioButton,
        Role::ListBoxOption,
        Role::Slider,
        Role::Heading,
        Role::GraphicsDocument,
    ];
    let language = screen.state().language;
    for (role, name) in screen
        .spoken()
        .into_iter()
        .filter(|(role, _)| roles.contains(role))
    {
        let fits = match language {
            Language::English => {
                !name.contains(|letter| is_cyrillic(letter) || is_japanese(letter))
            }
            Language::Japanese => name.contains(is_japanese),
            Language::Russian => name.contains(is_cyrillic),
        };
        // Languages are called by their own names.
        assert!(
            fits || name.starts_with("Language: "),
            "{}: {role:?} {name}",
            language.code()
        );
    }
}

fn names_hold_no_icons(screen: &Screen) {
    let is_icon = |letter: char| ('\u{E000}'..='\u{F8FF}').contains(&letter);
    for (role, name) in screen.spoken() {
        // A sign that stands alone is a picture beside a text, which is spoken.
        assert!(
            !name.contains(is_icon) || name.chars().count() == 1,
            "{role:?} {name:?}"
        );
    }
}

#[test]
fn the_focus_is_seen_wherever_it_goes() {
    let mut screen = Screen::new("1945-08-28", Language::English);
    let without = screen.picture();
    let mut stops = Vec::new();
    loop {
        screen.press(Keyboard::Tab);
        let Some((role, name, rect)) = screen.focus() else {
            break;
        };
        // Two panels have splitters of one name.
        if role != Role::Splitter && stops.contains(&(role, name.clone())) {
            break;
        }
        stops.push((role, name.clone()));
        // The ring around a small place is larger than the place. The splitter between the panels
        // is egui's own and speaks no language of the atlas.
        let seen =
            differs(&without, &screen.picture(), rect.expand(18.0)) || role == Role::Splitter;
        assert!(seen, "{role:?} {name:?} at {rect}");
    }
    assert!(stops.len() > 60, "Tab reaches the whole screen: {stops:?}");
}

/// Whether two pictures differ within a rectangle.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "saturates"
)]
fn differs(one: &image::RgbaImage, other: &image::RgbaImage, rect: egui::Rect) -> bool {
    let range = |from: f32, to: f32| from.max(0.0).floor() as u32..to.max(0.0).ceil() as u32;
    let (columns, rows) = (
        range(rect.left(), rect.right()),
        range(rect.top(), rect.bottom()),
    );
    one.enumerate_pixels().any(|(x, y, pixel)| {
        columns.contains(&x) && rows.contains(&y) && other.get_pixel(x, y) != pixel
    })
}
