//! The window that the processor draws, on a screen of its own (Xvfb).
//!
//! It needs what the tests of the real window need, and runs where they do.
#![cfg(target_os = "linux")]
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test fails where something is not as it must be"
)]

#[path = "common/window.rs"]
mod window;

use std::io::{BufRead as _, BufReader, Read as _};
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use kuril_atlas::state::Command as Request;
use tempfile::TempDir;
use window::{Expected, Picture, Running, Screen, WINDOW, atlas, is_wanted, settings, wait};

/// The buttons that tell how the date came to be shown (back and forward, and the unit of a step) have
/// a few thousandths of the window; everything else must be right.
const BUTTONS: f64 = 0.004;

/// A folder of settings that is not that of a first start, whose hint lies over the map.
fn started_before() -> TempDir {
    let folder = TempDir::new().unwrap();
    let read = r#"{"version": 1, "hint-read": true}"#;
    std::fs::write(folder.path().join("settings.json"), read).unwrap();
    folder
}

fn open(screen: &Screen, folder: &Path) -> (Running, String) {
    let arguments = ["--date", "1930", "--lang", "en", "--renderer", "software"];
    let running = atlas(&screen.display, folder, &arguments, &[]);
    let window = screen.window();
    screen.run("xdotool", &["windowfocus", "--sync", &window]);
    (running, window)
}

fn expected(screen: &mut Expected) -> Picture {
    // Half a second: what fades in or rolls is at rest then.
    for _ in 0..10 {
        screen.0.settle();
    }
    let picture = screen.0.picture();
    let colors = picture.pixels().iter().map(|[r, g, b, _]| [*r, *g, *b]);
    Picture {
        width: WINDOW[0],
        colors: colors.collect(),
    }
}

/// A line of what the system tells of a process.
fn told(running: &Running, file: &str) -> String {
    std::fs::read_to_string(format!("/proc/{}/{file}", running.0.id())).unwrap()
}

/// The processor time of a process, in hundredths of a second.
fn processor_time(running: &Running) -> u64 {
    let stat = told(running, "stat");
    let (_, fields) = stat.rsplit_once(')').unwrap();
    let fields: Vec<&str> = fields.split_whitespace().collect();
    fields[11].parse::<u64>().unwrap() + fields[12].parse::<u64>().unwrap()
}

/// The memory of a process's own and what it shares with the screen, in KiB.
fn memory(running: &Running) -> u64 {
    let status = told(running, "status");
    let field = |name: &str| -> u64 {
        let line = status.lines().find_map(|line| line.strip_prefix(name));
        let line = line.unwrap().trim();
        line.trim_end_matches("kB").trim().parse().unwrap()
    };
    field("RssAnon:") + field("RssShmem:")
}

#[test]
fn every_pixel_is_right_and_at_rest_nothing_is_done() {
    if !is_wanted() {
        return;
    }
    let (folder, screen) = (started_before(), Screen::start());
    let (mut running, window) = open(&screen, folder.path());
    let mut wanted = Expected::new();
    let mut shown = screen.shows(&wanted.at_end_of(1930), BUTTONS);
    // Years on end; what is not drawn again must still be right.
    for year in 1931..1946 {
        screen.key(&["Right"]);
        shown = screen.shows(&wanted.at_end_of(year), BUTTONS);
    }
    // The screen forgets the pixels of a window that is put away; they come back, all of them.
    screen.run("xdotool", &["windowunmap", "--sync", &window]);
    let without = screen.changed_from(&shown);
    screen.run("xdotool", &["windowmap", "--sync", &window]);
    let again = screen.shows(&wanted.at_end_of(1945), BUTTONS);
    assert_ne!(again.differing(&without), 0);
    assert_eq!(
        again.differing(&shown),
        0,
        "the window comes back as it was"
    );
    let before = processor_time(&running);
    std::thread::sleep(Duration::from_secs(3));
    let spent = processor_time(&running) - before;
    assert!(spent <= 1, "{spent} hundredths of a second at rest");
    screen.ask_to_close(&window);
    assert_eq!(wait(&mut running).code(), Some(0));
    assert_eq!(settings(folder.path())["date"], "1945-12-31");
}

#[test]
fn typed_text_arrives_in_the_search() {
    if !is_wanted() {
        return;
    }
    let (folder, screen) = (started_before(), Screen::start());
    let (mut running, window) = open(&screen, folder.path());
    let mut wanted = Expected::new();
    let start = wanted.at_end_of(1930);
    screen.shows(&start, BUTTONS);
    screen.key(&["ctrl+k"]);
    wanted.0.app().send(Request::ShowSearch(true));
    screen.shows(&expected(&mut wanted), BUTTONS);
    screen.run("xdotool", &["type", "--delay", "60", "Iturup"]);
    let _ = wanted.0.frame(vec![egui::Event::Text("Iturup".to_owned())]);
    screen.shows(&expected(&mut wanted), BUTTONS);
    screen.key(&["Escape"]);
    screen.shows(&start, BUTTONS);
    screen.ask_to_close(&window);
    assert_eq!(wait(&mut running).code(), Some(0));
}

#[test]
fn memory_stays_bounded_while_the_size_changes() {
    if !is_wanted() {
        return;
    }
    let (folder, screen) = (started_before(), Screen::start());
    let (mut running, window) = open(&screen, folder.path());
    let mut wanted = Expected::new();
    screen.shows(&wanted.at_end_of(1930), BUTTONS);
    let resize = |width: u32, height: u32| {
        let size = [width.to_string(), height.to_string()];
        screen.run(
            "xdotool",
            &["windowsize", "--sync", &window, &size[0], &size[1]],
        );
        std::thread::sleep(Duration::from_millis(250));
    };
    // Once through all sizes, so that caches are as full as they get.
    let round = || {
        for step in 0..12 {
            resize(1600 - step * 60, 1000 - step * 35);
        }
        resize(1280, 800);
    };
    round();
    screen.shows(&wanted.at_end_of(1930), BUTTONS);
    let before = memory(&running);
    round();
    round();
    let after = memory(&running);
    assert!(
        after < before + 12 * 1024,
        "{before} KiB became {after} KiB"
    );
    screen.key(&["Right"]);
    screen.shows(&wanted.at_end_of(1931), BUTTONS);
    screen.ask_to_close(&window);
    assert_eq!(wait(&mut running).code(), Some(0));
}

/// The renderer that draws, as the log tells it, when the program is left to choose.
fn chosen(screen: &Screen, arguments: &[&str], variables: &[(&str, &str)]) -> Vec<String> {
    let folder = started_before();
    let variables: Vec<_> = [("RUST_LOG", "kuril_atlas=info")]
        .into_iter()
        .chain(variables.iter().copied())
        .collect();
    let empty = screen.picture();
    let mut running = atlas(&screen.display, folder.path(), arguments, &variables);
    let window = screen.window();
    screen.changed_from(&empty);
    screen.ask_to_close(&window);
    assert_eq!(wait(&mut running).code(), Some(0));
    let mut log = String::new();
    running
        .0
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut log)
        .unwrap();
    let lines = log
        .lines()
        .filter(|line| line.contains("the processor") || line.contains("drawn by"));
    lines.map(str::to_owned).collect()
}

/// Xvfb has no graphics card; OpenGL is computed there.
#[test]
fn without_a_graphics_card_the_processor_draws() {
    if !is_wanted() {
        return;
    }
    let screen = Screen::start();
    let lines = chosen(&screen, &[], &[]);
    assert_eq!(lines.len(), 1, "nothing else is tried: {lines:?}");
    assert!(
        lines[0].contains("the window is drawn by the processor"),
        "{lines:?}"
    );
    // Told that there is a card, it asks OpenGL, and is told otherwise.
    let lines = chosen(&screen, &[], &[("LIBGL_ALWAYS_SOFTWARE", "0")]);
    assert!(lines[0].contains("drawn by llvmpipe"), "{lines:?}");
    assert!(
        lines[1].contains("llvmpipe") && lines[1].contains("another"),
        "{lines:?}"
    );
    assert!(
        lines[2].contains("the window is drawn by the processor"),
        "{lines:?}"
    );
    // What is asked for is done.
    let lines = chosen(&screen, &["--renderer", "gl"], &[]);
    assert!(
        lines.len() == 1 && lines[0].contains("drawn by llvmpipe"),
        "{lines:?}"
    );
}

#[test]
fn when_the_display_is_lost_the_program_ends_and_the_settings_are_whole() {
    if !is_wanted() {
        return;
    }
    let (folder, mut screen) = (started_before(), Screen::start());
    let empty = screen.picture();
    let (mut running, _) = open(&screen, folder.path());
    let first = screen.changed_from(&empty);
    screen.key(&["Right"]);
    screen.changed_from(&first);
    std::thread::sleep(Duration::from_secs(4));
    screen.server.0.kill().unwrap();
    let status = wait(&mut running);
    assert_ne!(status.code(), Some(0), "it says that something went wrong");
    assert_eq!(settings(folder.path())["date"], "1931-12-31");
}

#[test]
fn the_years_are_stepped_through_in_the_window() {
    if !is_wanted() {
        return;
    }
    let screen = Screen::start();
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_kuril-atlas"));
    command
        .args(["scrub", "--renderer", "software", "--size", "800x600"])
        .args(["--from", "1904", "--to", "1910"])
        .env("DISPLAY", &screen.display)
        .env_remove("WAYLAND_DISPLAY")
        .stdout(Stdio::piped());
    let mut running = Running(command.spawn().unwrap());
    let mut lines = BufReader::new(running.0.stdout.take().unwrap()).lines();
    assert_eq!(lines.next().unwrap().unwrap(), "FIRST");
    let report: serde_json::Value = serde_json::from_str(&lines.next().unwrap().unwrap()).unwrap();
    assert_eq!(report["steps"].as_array().unwrap().len(), 7);
    assert!(report["cpu_ms_per_step"].as_f64().unwrap() > 0.0);
    assert_eq!(wait(&mut running).code(), Some(0));
}
