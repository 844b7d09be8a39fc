//! A data folder opened from the screen, by accessible names.

#![expect(clippy::unwrap_used, reason = "a test may give up")]

#[path = "common/raster_renderer.rs"]
mod raster_renderer;
#[path = "common/screen.rs"]
mod screen;

use std::path::PathBuf;
use std::sync::Arc;

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use kuril_atlas::dataset::{Atlas, Origin, template};
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
    for (name, text) in template::example() {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
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
