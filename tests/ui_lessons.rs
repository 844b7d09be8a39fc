//! Lessons, worked by keys and by accessible names.

#![expect(clippy::unwrap_used, reason = "a failing test may panic")]

#[path = "common/raster_renderer.rs"]
mod raster_renderer;
#[path = "common/screen.rs"]
mod screen;

use egui::Key as Keyboard;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use kuril_atlas::dataset::lessons::{Demand, read};
use kuril_atlas::lesson::tour::Which;
use kuril_atlas::model::language::Language;
use kuril_atlas::state::Command;
use kuril_atlas::text::Key;

use screen::{ATLAS, Screen};

const OWN: &str = include_str!("lessons/own.json");

/// The screen with a reader's own lesson among the others.
fn screen(language: Language) -> Screen {
    let mut screen = Screen::new("1930", language);
    let lesson = read(&ATLAS, "own.json", OWN, Demand::Whole).unwrap();
    let which = screen.with_app(|app| app.add_lesson(lesson));
    assert_eq!(which, Which::Own(0));
    screen
}

fn step(screen: &Screen) -> Option<usize> {
    let state = screen.state();
    Some(state.lesson(&ATLAS)?.1.tour.step)
}

#[test]
fn a_lesson_is_chosen_from_the_list_and_played_by_a_clicker() {
    for language in Language::ALL {
        let mut screen = screen(language);
        let teaching = screen.text(Key::Teaching);
        screen.click(Role::Switch, teaching);
        assert!(screen.says(screen.text(Key::LessonsOwn)));
        // It may stand below the others, out of sight.
        let name = "One treaty, one line";
        let line = screen.harness.get_by_role_and_label(Role::Button, name);
        line.click_accesskit();
        screen.harness.run();
        assert_eq!(step(&screen), Some(0));
        assert_eq!(screen.date(), "1854-12-31");
        screen.press(Keyboard::PageDown);
        assert_eq!(screen.date(), "1855-02-07");
        assert!(screen.says("A line between Urup and Iturup"));
        screen.press(Keyboard::ArrowRight);
        assert_eq!(step(&screen), Some(2));
        screen.press(Keyboard::PageDown);
        assert_eq!(step(&screen), Some(2), "the last step is the last");
        screen.press(Keyboard::PageUp);
        screen.press(Keyboard::ArrowLeft);
        assert_eq!(step(&screen), Some(0));
    }
}

#[test]
fn an_answer_is_told_on_demand_only() {
    let mut screen = screen(Language::English);
    screen.with_app(|app| app.send(Command::StartLesson(Which::Own(0))));
    screen.press(Keyboard::PageDown);
    assert!(screen.says("On which side is Iturup?"));
    assert!(!screen.says("On the Japanese side."));
    screen.click(Role::Button, screen.text(Key::ShowAnswer));
    assert!(screen.says("On the Japanese side."));
    screen.press(Keyboard::PageUp);
    screen.press(Keyboard::PageDown);
    assert!(!screen.says("On the Japanese side."));
}

#[test]
fn who_explores_keeps_the_arrows_for_time_and_comes_back_by_a_button() {
    let mut screen = screen(Language::English);
    screen.with_app(|app| app.send(Command::StartLesson(Which::Own(0))));
    screen.press(Keyboard::End);
    assert!(screen.says(screen.text(Key::Exploring)));
    screen.press(Keyboard::ArrowLeft);
    assert_eq!(screen.date(), "2024-12-31");
    assert_eq!(step(&screen), Some(0));
    screen.click(Role::Button, screen.text(Key::ReturnToStep));
    assert_eq!(screen.date(), "1854-12-31");
    assert!(!screen.says(screen.text(Key::Exploring)));
}

#[test]
fn steps_stand_on_the_time_axis_and_lead_there() {
    let mut screen = screen(Language::English);
    screen.with_app(|app| app.send(Command::StartLesson(Which::Own(0))));
    screen.click(Role::Button, "Step 3: Today, 2025");
    assert_eq!(step(&screen), Some(2));
    screen.click(Role::Button, screen.text(Key::EndLesson));
    assert_eq!(step(&screen), None);
    let marks = screen.harness.query_all_by_label_contains("Step 3: Today");
    assert_eq!(marks.count(), 0);
}

#[test]
fn notes_and_sources_are_there_for_the_teacher() {
    let mut screen = screen(Language::English);
    screen.with_app(|app| app.send(Command::StartLesson(Which::Own(0))));
    let notes = "Let the class find the strait before the second step.";
    assert!(!screen.says(notes));
    screen.click(Role::Button, screen.text(Key::TeacherNotes));
    assert!(screen.says(notes));
    screen.press(Keyboard::PageDown);
    assert!(screen.says(notes), "notes stay open");
    let sources = screen.harness.query_all_by_label_contains("Article 2");
    assert!(sources.count() > 0);
}

#[test]
fn f5_presents_and_escape_returns_to_the_same_screen() {
    for language in Language::ALL {
        let mut screen = screen(language);
        screen.with_app(|app| app.send(Command::StartLesson(Which::Own(0))));
        let before = screen.state().clone();
        screen.press(Keyboard::F5);
        assert!(screen.state().is_presenting());
        assert!(
            !screen.says(screen.text(Key::PageSources)),
            "the map comes first"
        );
        assert!(screen.says("No line runs through the chain yet."));
        screen.press(Keyboard::PageDown);
        screen.press(Keyboard::PageDown);
        assert!(
            screen.says("On the Japanese side."),
            "a clicker has one button"
        );
        screen.press(Keyboard::G);
        screen.press(Keyboard::PageDown);
        assert_eq!(step(&screen), Some(2));
        screen.press(Keyboard::Escape);
        let mut after = screen.state().clone();
        // A pane may come back a fraction of a point wider.
        after.viewport = before.viewport;
        assert!(after == before, "{}", language.code());
        assert!(screen.says(screen.text(Key::PageSources)));
    }
}

#[test]
fn every_lesson_is_played_from_start_to_end_by_keys() {
    let count = ATLAS.lessons.len();
    for (number, language) in (0..count).zip(Language::ALL.into_iter().cycle()) {
        let mut screen = Screen::new("1930", language);
        let lesson = &ATLAS.lessons[number];
        let which = Which::Shipped(u16::try_from(number).unwrap());
        screen.with_app(|app| app.send(Command::StartLesson(which)));
        for (at, told) in lesson.steps.iter().enumerate() {
            let place = format!("{}, step {}", lesson.id, at + 1);
            assert_eq!(step(&screen), Some(at), "{place}");
            assert!(screen.state().is_at_step(), "{place}");
            assert!(screen.says(told.title.get(language)), "{place}");
            assert!(screen.says(told.caption.get(language)), "{place}");
            // A list that follows a step needs its time to come to rest.
            screen.harness.key_press(Keyboard::PageDown);
            screen.harness.run_steps(24);
        }
        assert!(screen.says(screen.text(Key::LessonOver)), "{}", lesson.id);
    }
}
