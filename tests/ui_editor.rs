//! Writing a lesson, worked by keys and by accessible names, with files in a folder of the test.

#![expect(clippy::unwrap_used, reason = "a failing test may panic")]

#[path = "common/raster_renderer.rs"]
mod raster_renderer;
#[path = "common/screen.rs"]
mod screen;

use std::path::Path;
use std::time::{Duration, Instant};

use egui::accesskit::Role;
use egui::{Key as Keyboard, Modifiers};
use egui_kittest::kittest::Queryable as _;
use kuril_atlas::dataset::lessons;
use kuril_atlas::host::files::Files;
use kuril_atlas::model::language::Language;
use kuril_atlas::state::Command;
use kuril_atlas::state::teaching::Room;
use kuril_atlas::text::Key;

use screen::{ATLAS, Screen};

/// The editor with its draft in a folder.
fn editor(folder: &Path, language: Language) -> Screen {
    let mut screen = Screen::new("1854", language);
    let files = Files::in_folder(Some(folder.to_owned()), Duration::from_millis(1));
    screen.with_app(|app| {
        app.use_files(Box::new(files));
        app.send(Command::ShowRoom(Some(Room::Editor)));
    });
    screen
}

/// Replaces what a field holds.
fn fill(screen: &mut Screen, field: Key, text: &str) {
    let name = screen.text(field);
    screen
        .harness
        .get_by_role_and_label(Role::TextInput, name)
        .focus();
    screen.harness.run();
    screen.press_with(Modifiers::COMMAND, Keyboard::A);
    screen.write(text);
}

/// Opens a lesson file; the field for it stands below the list of lessons.
fn open_file(screen: &mut Screen, path: &Path) {
    screen.with_app(|app| app.send(Command::ShowRoom(Some(Room::Lessons))));
    let field = screen.text(Key::LessonOpenFile);
    screen
        .harness
        .get_by_role_and_label(Role::TextInput, field)
        .scroll_to_me();
    screen.harness.run();
    fill(screen, Key::LessonOpenFile, &path.display().to_string());
    screen.click(Role::Button, screen.text(Key::Open));
}

fn write_lesson(screen: &mut Screen) {
    for (date, title) in [("1855", "The line"), ("1875", "The exchange")] {
        let date = Command::ShowDate(date.parse().unwrap());
        screen.with_app(|app| app.send(date));
        screen.click(Role::Button, screen.text(Key::EditorAddStep));
        fill(screen, Key::EditorStepTitle, title);
    }
    fill(screen, Key::EditorQuestion, "What moved?");
    fill(screen, Key::EditorAnswer, "The border did.");
    fill(screen, Key::EditorTitle, "Two treaties");
}

#[test]
fn a_lesson_is_written_saved_and_opened_elsewhere() {
    for language in Language::ALL {
        let folder = tempfile::tempdir().unwrap();
        let mut screen = editor(folder.path(), language);
        write_lesson(&mut screen);
        screen.click(Role::Button, screen.text(Key::EditorUp));
        let path = folder.path().join("two.json");
        fill(&mut screen, Key::EditorFile, &path.display().to_string());
        screen.click(Role::Button, screen.text(Key::EditorSave));
        let lesson = lessons::open(&ATLAS, &path).unwrap();
        let titles: Vec<&str> = lesson
            .steps
            .iter()
            .map(|step| step.title.get(language))
            .collect();
        assert_eq!(titles, ["The exchange", "The line"]);
        assert_eq!(lesson.steps[0].date.to_string(), "1875");
        assert!(lesson.steps[0].question.is_some());

        let mut other = Screen::new("2025", Language::English);
        open_file(&mut other, &path);
        assert_eq!(other.date(), "1875-12-31");
        assert!(
            other.says("What moved?"),
            "words of one language are shown in every language"
        );
    }
}

#[test]
fn unsaved_work_survives() {
    let folder = tempfile::tempdir().unwrap();
    let mut screen = editor(folder.path(), Language::English);
    write_lesson(&mut screen);
    // The program is not ended but lost: nothing is dropped.
    let path = folder.path().join("lesson-draft.json");
    let until = Instant::now() + Duration::from_mins(1);
    while !std::fs::read_to_string(&path)
        .unwrap_or_default()
        .contains("Two treaties")
    {
        assert!(Instant::now() < until, "the draft is not kept");
        std::thread::sleep(Duration::from_millis(5));
    }
    std::mem::forget(screen);
    let mut again = editor(folder.path(), Language::English);
    assert!(again.says("1. The line · 1855"));
    again.click(Role::ListBoxOption, "2. The exchange · 1875");
    assert!(again.harness.query_all_by_value("What moved?").count() > 0);
}

#[test]
fn a_damaged_draft_is_kept_aside_and_told() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("lesson-draft.json"), "{\"title\": 7").unwrap();
    let screen = editor(folder.path(), Language::English);
    let aside = folder.path().join("lesson-draft.json.damaged-1");
    assert_eq!(std::fs::read_to_string(&aside).unwrap(), "{\"title\": 7");
    let told = screen.harness.query_all_by_label_contains("damaged-1");
    assert!(told.count() > 0);
}

#[test]
fn an_unfinished_lesson_is_not_saved_but_told() {
    let folder = tempfile::tempdir().unwrap();
    let mut screen = editor(folder.path(), Language::English);
    screen.click(Role::Button, screen.text(Key::EditorAddStep));
    let path = folder.path().join("x.json");
    fill(&mut screen, Key::EditorFile, &path.display().to_string());
    screen.click(Role::Button, screen.text(Key::EditorSave));
    assert!(!path.exists());
    let told = screen.harness.query_all_by_label_contains("steps[0].title");
    assert!(told.count() > 0);
}

#[test]
fn a_bad_file_is_not_opened_and_every_problem_is_told_with_its_line() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bad.json");
    let text = include_str!("lessons/own.json")
        .replace("\"1854\"", "\"soon\"")
        .replace("\"iturup\"", "\"atlantis\"");
    std::fs::write(&path, text).unwrap();
    let mut screen = Screen::new("1930", Language::Russian);
    open_file(&mut screen, &path);
    assert!(screen.state().lesson(&ATLAS).is_none());
    for place in ["bad.json:11: steps[0].date", "bad.json:34: steps[2].place"] {
        let told = screen.harness.query_all_by_label_contains(place);
        assert!(told.count() > 0, "{place}");
    }
    assert!(screen.state().teaching.own.all().is_empty());
}

#[test]
fn the_panel_can_be_looked_at() {
    // Pictures for the eye, where somebody asks for them.
    let Some(pictures) = std::env::var_os("KURIL_ATLAS_PICTURES") else {
        return;
    };
    for language in Language::ALL {
        let folder = tempfile::tempdir().unwrap();
        let mut screen = editor(folder.path(), language);
        write_lesson(&mut screen);
        let name = format!("editor-{}.png", language.code());
        let path = Path::new(&pictures).join(name);
        screen.picture().save(path).unwrap();
        screen.with_app(|app| app.send(Command::ShowRoom(Some(Room::Quiz))));
        let path = Path::new(&pictures).join(format!("start-{}.png", language.code()));
        screen.picture().save(path).unwrap();
    }
}
