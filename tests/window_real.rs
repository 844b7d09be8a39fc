//! The real window on a screen of its own (Xvfb), with real key presses.
//!
//! It needs `xvfb xdotool imagemagick libxkbcommon-x11-0 libgl1 libegl1 libgl1-mesa-dri` and runs
//! only where `KURIL_ATLAS_WINDOW_TESTS=1` says that they are there.
#![cfg(target_os = "linux")]
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test fails where something is not as it must be"
)]

#[path = "common/window.rs"]
mod window;

use tempfile::TempDir;
use window::{Expected, Screen, atlas, is_wanted, settings, wait};

#[test]
fn the_window_of_opengl_shows_the_map_and_obeys_keys() {
    if is_wanted() {
        shows_the_map_obeys_keys_and_remembers_the_date("gl");
    }
}

#[test]
fn the_window_of_the_processor_shows_the_map_and_obeys_keys() {
    if is_wanted() {
        shows_the_map_obeys_keys_and_remembers_the_date("software");
    }
}

fn shows_the_map_obeys_keys_and_remembers_the_date(renderer: &str) {
    let folder = TempDir::new().unwrap();
    // Not the first start: that has a hint over the map.
    std::fs::write(
        folder.path().join("settings.json"),
        r#"{"version": 1, "hint-read": true}"#,
    )
    .unwrap();
    let screen = Screen::start();
    let empty = screen.picture();
    let mut running = atlas(
        &screen.display,
        folder.path(),
        &["--date", "1930", "--lang", "en", "--renderer", renderer],
        &[],
    );
    let window = screen.window();
    screen.run("xdotool", &["windowfocus", "--sync", &window]);

    let mut expected = Expected::new();

    let first = screen.changed_from(&empty);
    assert!(
        first.color_count() > 200,
        "only {} colours",
        first.color_count()
    );
    let share = first.share_unlike(&expected.at_end_of(1930));
    assert!(
        share < 0.005,
        "{share} of the window of 1930 is not as it should be"
    );

    screen.key(&["Right"]);
    let next = screen.changed_from(&first);
    assert!(next.differing(&first) > 50, "the year changes");
    let share = next.share_unlike(&expected.at_end_of(1931));
    assert!(
        share < 0.005,
        "{share} of the window of 1931 is not as it should be"
    );

    screen.key(&["g"]);
    screen.run("xdotool", &["type", "--delay", "60", "1945"]);
    screen.key(&["Return"]);
    let typed = screen.shows(&expected.at_end_of(1945), 0.005);
    assert!(
        typed.share_unlike(&next) > 0.02,
        "Manchuria, southern Sakhalin and the Kurils change hands"
    );

    // A window is closed by asking it to, as its frame would.
    screen.ask_to_close(&window);
    assert_eq!(wait(&mut running).code(), Some(0));
    let saved = settings(folder.path());
    assert_eq!(saved["date"], "1945-12-31");
    assert_eq!(saved["unit"], "year");
    assert_eq!(saved["window"], serde_json::json!([1280.0, 800.0]));
    assert_eq!(
        saved["language"],
        serde_json::Value::Null,
        "--lang holds for one start only"
    );
}

#[test]
fn a_remembered_size_is_kept_within_the_screen_and_damaged_settings_are_told() {
    if !is_wanted() {
        return;
    }
    let folder = TempDir::new().unwrap();
    let screen = Screen::start();
    for (content, size) in [
        ("{\"version\": 1, \"window\": [1000, 700]}", [1000, 700]),
        ("{\"version\": 1, \"window\": [9000, 9000]}", [1600, 1000]),
        ("{\"version\": 1, \"wind", [1280, 800]),
    ] {
        std::fs::write(folder.path().join("settings.json"), content).unwrap();
        let empty = screen.picture();
        let mut running = atlas(&screen.display, folder.path(), &["--date", "1930"], &[]);
        let window = screen.window();
        screen.changed_from(&empty);
        let geometry = screen.run("xdotool", &["getwindowgeometry", "--shell", &window]);
        let geometry = String::from_utf8(geometry).unwrap();
        for (name, side) in ["WIDTH", "HEIGHT"].into_iter().zip(size) {
            assert!(
                geometry.contains(&format!("{name}={side}\n")),
                "{content}: {geometry}"
            );
        }
        screen.ask_to_close(&window);
        assert_eq!(wait(&mut running).code(), Some(0));
    }
    assert!(folder.path().join("settings.json.damaged-1").exists());
}
