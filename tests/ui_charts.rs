//! The charts on the screen: opened large, and joined by a table of the reader's own.

#![expect(clippy::unwrap_used, reason = "a test may give up")]

#[path = "common/raster_renderer.rs"]
mod raster_renderer;
#[path = "common/screen.rs"]
mod screen;

use egui::Key as Keyboard;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use kuril_atlas::dataset::own::TEMPLATE;
use kuril_atlas::model::language::Language;
use kuril_atlas::state::view_state::Page;
use kuril_atlas::text::Key;
use screen::Screen;

#[test]
fn a_key_opens_the_charts_large_and_escape_closes_them() {
    let mut screen = Screen::new("1988", Language::English);
    let before = screen.harness.ctx.zoom_factor();
    screen.press(Keyboard::P);
    assert!(screen.state().charts_large);
    assert!(screen.harness.ctx.zoom_factor() > before, "larger letters");
    let close = screen.text(Key::ChartsSmall);
    screen.harness.get_by_role_and_label(Role::Button, close);
    assert!(
        !screen.says(screen.text(Key::Map)),
        "nothing else is on the screen"
    );
    screen.press(Keyboard::Escape);
    assert!(!screen.state().charts_large);
    assert!((screen.harness.ctx.zoom_factor() - before).abs() < 1e-6);
}

#[test]
fn a_table_of_ones_own_joins_the_chart_and_a_bad_one_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let mut screen = Screen::new("1988", Language::English);
    screen.click(Role::Tab, screen.text(Key::PageCharts));
    assert_eq!(screen.state().page, Page::Charts);
    for (name, text, said) in [
        ("mine.csv", TEMPLATE, "mine.csv: series added: 1"),
        (
            "bad.csv",
            "series,unit,year,value\nA,t,1990,many\n",
            "line 2, column 4 value",
        ),
    ] {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        screen.click(Role::Button, screen.text(Key::OwnOpen));
        let field = screen.text(Key::OwnPath);
        let input = screen.harness.get_by_role_and_label(Role::TextInput, field);
        input.focus();
        input.type_text(path.to_str().unwrap());
        screen.harness.run();
        screen.click(Role::Button, screen.text(Key::Open));
        let spoken = screen.spoken();
        assert!(
            spoken.iter().any(|(_, text)| text.contains(said)),
            "{spoken:?}"
        );
    }
    assert!(screen.spoken().iter().any(|(_, text)| text == "My series"));
}
