//! The words to look up: from the search, from the window about the atlas, and by a field.

#![expect(clippy::unwrap_used, reason = "a test may give up")]

#[path = "common/raster_renderer.rs"]
mod raster_renderer;
#[path = "common/screen.rs"]
mod screen;

use egui::Key as Keyboard;
use egui::accesskit::Role;
use kuril_atlas::model::language::Language;
use kuril_atlas::state::Command;
use kuril_atlas::state::view_state::Terms;
use kuril_atlas::text::Key;
use screen::{ATLAS, Screen};

#[test]
fn a_term_is_found_by_the_search_and_told_with_its_meaning() {
    let at = ATLAS.terms.iter().position(|term| term.id == "inherent");
    let at = u16::try_from(at.unwrap_or_default()).unwrap_or_default();
    let term = &ATLAS.terms[usize::from(at)];
    for language in Language::ALL {
        let mut screen = Screen::new("1930", language);
        screen.with_app(|app| app.send(Command::ShowSearch(true)));
        screen.write(term.term.get(language));
        let found = format!("{}, {}", term.term.get(language), term.note.get(language));
        screen.click(Role::ListBoxOption, &found);
        assert_eq!(screen.state().terms_open, Some(Terms::One(at)));
        assert!(screen.says(term.note.get(language)));
        screen.click(Role::Link, screen.text(Key::TermsAll));
        assert_eq!(screen.state().terms_open, Some(Terms::All));
        screen.press(Keyboard::Escape);
        assert_eq!(screen.state().terms_open, None);
    }
}

#[test]
fn all_terms_stand_behind_the_window_about_the_atlas_and_a_field_finds_one() {
    for language in Language::ALL {
        let mut screen = Screen::new("1930", language);
        screen.with_app(|app| app.send(Command::ShowAbout(true)));
        screen.click(Role::Link, screen.text(Key::Terms));
        assert!(!screen.state().about_open);
        for term in &ATLAS.terms {
            assert!(screen.says(term.term.get(language)), "{}", term.id);
        }
        let [first, second] = [&ATLAS.terms[0], &ATLAS.terms[30]];
        screen.click(Role::TextInput, screen.text(Key::TermsFilter));
        screen.write(second.term.get(language));
        assert!(screen.says(second.note.get(language)));
        assert!(!screen.says(first.note.get(language)));
    }
}
