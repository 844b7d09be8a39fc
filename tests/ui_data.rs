//! A data folder opened from the screen, by accessible names.

#![expect(clippy::unwrap_used, reason = "a test may give up")]

#[path = "common/raster_renderer.rs"]
mod raster_renderer;
#[path = "common/screen.rs"]
mod screen;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use kuril_atlas::dataset::{Atlas, Origin, template};
use kuril_atlas::host::files::Files;
use kuril_atlas::host::own_data::DataFolder;
use kuril_atlas::model::language::Language;
use kuril_atlas::scene::ground::Ground;
use kuril_atlas::text::Key;
use kuril_atlas::ui::app::App;
use screen::{ATLAS, Screen};

#[test]
fn a_folder_is_asked_for_by_its_path() {
    for language in Language::ALL {
        let mut screen = Screen::new("1930", language);
        screen.click(Role::Button, screen.text(Key::Display));
        let field = screen.text(Key::OwnData);
        screen.click(Role::TextInput, field);
        screen
            .harness
            .get_by_role_and_label(Role::TextInput, field)
            .type_text("/data/of mine ");
        screen.harness.run();
        if let Ok(folder) = std::env::var("KURIL_ATLAS_PICTURES") {
            let name = format!("data-{}.png", language.code());
            screen
                .picture()
                .save(PathBuf::from(folder).join(name))
                .unwrap();
        }
        screen.click(Role::Button, screen.text(Key::Open));
        let asked = screen.with_app(App::take_origin);
        assert_eq!(asked, Some(Origin::Folder("/data/of mine".into())));
        assert_eq!(screen.with_app(App::take_origin), None);
    }
}

#[test]
fn other_data_take_the_place_of_what_was_shown() {
    let folder = tempfile::tempdir().unwrap();
    write_example(folder.path());
    let mut screen = Screen::new("1930", Language::English);
    let origin = Origin::Folder(folder.path().to_owned());
    let atlas = Arc::new(Atlas::load(&origin).unwrap());
    let context = screen.harness.ctx.clone();
    let ground = Arc::new(Ground::new(&atlas));
    screen.with_app(|app| app.renew(Arc::clone(&atlas), ground, &context));
    assert!(screen.says("Atlas of Two Bays"));
    let place = screen
        .spoken()
        .into_iter()
        .find(|(_, text)| text.starts_with("South Bay"));
    let (_, place) = place.unwrap();
    assert!(
        place.contains("Northland") && place.contains("claimed by Southland"),
        "{place}"
    );
    // And back again, from the menu.
    screen.click(Role::Button, screen.text(Key::Display));
    screen.click(Role::Button, screen.text(Key::OwnDataBack));
    assert_eq!(screen.with_app(App::take_origin), Some(Origin::Embedded));
    let ground = Arc::new(Ground::new(&ATLAS));
    screen.with_app(|app| app.renew(Arc::clone(&ATLAS), ground, &context));
    assert!(screen.says("Kuril Atlas"));
}

/// What a file manager hands over.
#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

fn drop_on(screen: &mut Screen, path: &Path) {
    let dropped = Arc::new(Dropped(path.to_owned()));
    screen.harness.input_mut().dropped_files.push(dropped);
    screen.harness.run();
}

fn write_example(folder: &Path) {
    for (name, text) in template::example() {
        let path = folder.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
}

/// Lets the window look after its data until it says something.
#[track_caller]
fn wait_for(screen: &mut Screen, data: &mut DataFolder, told: &str) {
    let context = screen.harness.ctx.clone();
    let start = Instant::now();
    loop {
        screen.with_app(|app| data.follow(app, &context));
        if screen.spoken().iter().any(|(_, text)| text.contains(told)) {
            return;
        }
        assert!(
            start.elapsed() < Duration::from_mins(2),
            "{told} is not said"
        );
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// A folder dropped on the window opens, and its data stay when it vanishes and are read again when
/// it is back.
#[test]
fn a_dropped_folder_opens_and_may_vanish_and_come_back() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("two bays");
    write_example(&folder);
    let mut screen = Screen::new("1930", Language::English);
    let mut data = DataFolder::of(&ATLAS, &screen.harness.ctx);
    drop_on(&mut screen, &folder);
    wait_for(&mut screen, &mut data, "Opened: ");
    assert!(screen.says("Atlas of Two Bays"));
    std::fs::remove_dir_all(&folder).unwrap();
    wait_for(&mut screen, &mut data, "cannot be shown");
    assert!(screen.says("Atlas of Two Bays"), "the last good data stay");
    screen.press(egui::Key::ArrowLeft);
    assert_eq!(screen.date(), "1929-12-31", "and can be used");
    write_example(&folder);
    wait_for(&mut screen, &mut data, "Opened: ");
    assert!(screen.says("Atlas of Two Bays"));
}

/// A lesson is no table and a table is no lesson, whatever falls on the window.
#[test]
fn dropped_files_are_taken_for_what_they_are() {
    let folder = tempfile::tempdir().unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut screen = Screen::new("1930", Language::English);
    let files = Files::in_folder(Some(folder.path().to_owned()), Duration::ZERO);
    screen.with_app(|app| app.use_files(Box::new(files)));
    let before = screen.spoken().len();
    assert!(before > 50);
    drop_on(&mut screen, &root.join("assets/own-series.csv"));
    let said = |screen: &Screen, part: &str| {
        let spoken = screen.spoken();
        spoken.iter().any(|(_, text)| text.contains(part))
    };
    assert!(said(&screen, "own-series.csv: series added"));
    assert_eq!(
        screen.state().teaching.room,
        None,
        "no room of lessons opens"
    );
    drop_on(&mut screen, &root.join("tests/lessons/own.json"));
    assert!(screen.state().lesson(&ATLAS).is_some());
    assert!(!said(&screen, "own.json was not added"));
    drop_on(&mut screen, &folder.path().join("not there.csv"));
    assert!(said(&screen, "not there.csv was not added"));
}
#[test]
fn what_is_wrong_with_a_folder_is_listed_with_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in template::example() {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        // Every file is wrong in some way.
        let text = text.replace("\"en\"", "\"xx\"").replacen("20", "twenty", 1);
        std::fs::write(path, text).unwrap();
    }
    let origin = Origin::Folder(folder.path().to_owned());
    let problems = Atlas::load(&origin).unwrap_err();
    assert!(problems.0.len() > 3, "{problems}");
    for language in Language::ALL {
        let mut screen = Screen::new("1930", language);
        let listed = problems.clone();
        screen.with_app(|app| app.show_faults("/data/of mine".to_owned(), listed));
        let title = screen.text(Key::FaultsTitle);
        assert!(screen.says(title) && screen.says(screen.text(Key::FaultsHint)));
        let first = &problems.0[0];
        let rows: Vec<String> = screen
            .spoken()
            .into_iter()
            .filter(|(role, _)| *role == Role::ListItem)
            .map(|(_, text)| text)
            .collect();
        let of_first = rows.iter().find(|row| row.ends_with(&first.message));
        let of_first = of_first.unwrap_or_else(|| panic!("{rows:?}"));
        assert!(of_first.starts_with(&first.file) && of_first.contains(&first.path));
        if let Ok(folder) = std::env::var("KURIL_ATLAS_PICTURES") {
            let name = format!("faults-{}.png", language.code());
            let path = PathBuf::from(folder).join(name);
            screen.picture().save(path).unwrap();
        }
        screen.click(Role::Button, screen.text(Key::FaultsOther));
        screen
            .harness
            .get_by_role_and_label(Role::TextInput, screen.text(Key::OwnData));
        screen.click(Role::Button, screen.text(Key::FaultsGoOn));
        assert_eq!(screen.with_app(App::take_origin), Some(Origin::Embedded));
        assert!(!screen.says(title), "the sheet is closed");
    }
}
