//! The real window on a screen of its own (Xvfb), with real key presses.
//!
//! It needs `xvfb xdotool imagemagick libxkbcommon-x11-0 libgl1 libegl1 libgl1-mesa-dri` and runs
//! only where `KURIL_ATLAS_WINDOW_TESTS=1` says that they are there.
#![cfg(target_os = "linux")]

use std::collections::HashMap;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

const SWITCH: &str = "KURIL_ATLAS_WINDOW_TESTS";

/// For a machine that draws without a graphics card and has others to serve.
const PATIENCE: Duration = Duration::from_secs(60);

/// Colours of states on the light map, as in `ui/tokens.rs`.
const JAPAN: [u8; 3] = [213, 125, 113];
const RUSSIA: [u8; 3] = [95, 139, 168];

fn is_wanted() -> bool {
    let is_wanted = std::env::var_os(SWITCH).is_some_and(|value| value == "1");
    if !is_wanted {
        eprintln!("NOT RUN: tests of the real window; set {SWITCH}=1 where xvfb, xdotool and imagemagick are installed");
    }
    is_wanted
}

/// Ends a program when the test does.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A screen nobody sees.
struct Screen {
    _server: Running,
    display: String,
}

impl Screen {
    fn start() -> Self {
        // The server chooses a free number and tells it.
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb, of the package xvfb");
        let mut number = String::new();
        BufReader::new(server.stdout.take().unwrap()).read_line(&mut number).unwrap();
        let number: u32 = number.trim().parse().expect("Xvfb names its display");
        Self { _server: Running(server), display: format!(":{number}") }
    }

    fn run(&self, program: &str, arguments: &[&str]) -> Vec<u8> {
        let output = Command::new(program)
            .args(arguments)
            .env("DISPLAY", &self.display)
            .output()
            .unwrap_or_else(|error| panic!("{program}: {error}"));
        assert!(output.status.success(), "{program} {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        output.stdout
    }

    /// The pixels of the whole screen.
    fn picture(&self) -> Picture {
        let bytes = self.run("import", &["-silent", "-window", "root", "-depth", "8", "ppm:-"]);
        Picture::read(&bytes)
    }

    fn key(&self, keys: &[&str]) {
        let mut arguments = vec!["key", "--clearmodifiers", "--delay", "60"];
        arguments.extend(keys);
        self.run("xdotool", &arguments);
    }

    /// Waits for a picture that differs from another and then stands still.
    fn changed_from(&self, before: &Picture) -> Picture {
        let deadline = Instant::now() + PATIENCE;
        let mut last = self.picture();
        loop {
            std::thread::sleep(Duration::from_millis(300));
            let now = self.picture();
            if now == last && now != *before {
                return now;
            }
            last = now;
            assert!(Instant::now() < deadline, "the picture does not change or does not come to rest");
        }
    }

    fn window(&self) -> String {
        let found = self.run("xdotool", &["search", "--sync", "--onlyvisible", "--class", "kuril-atlas"]);
        String::from_utf8(found).unwrap().lines().next().expect("a window").to_owned()
    }
}

#[derive(PartialEq)]
struct Picture {
    colors: Vec<[u8; 3]>,
}

impl Picture {
    /// Reads a binary PPM: `P6`, width, height, 255, then bytes.
    fn read(bytes: &[u8]) -> Self {
        let size = String::from_utf8_lossy(&bytes[..bytes.len().min(64)]);
        let fields: Vec<usize> = size.split_whitespace().skip(1).take(3).map(|field| field.parse().unwrap()).collect();
        let pixels = &bytes[bytes.len() - fields[0] * fields[1] * 3..];
        Self { colors: pixels.as_chunks::<3>().0.to_vec() }
    }

    fn counts(&self) -> HashMap<[u8; 3], usize> {
        let mut counts = HashMap::new();
        for color in &self.colors {
            *counts.entry(*color).or_default() += 1;
        }
        counts
    }

    fn count(&self, color: [u8; 3]) -> usize {
        self.colors.iter().filter(|known| **known == color).count()
    }

    fn differing(&self, other: &Self) -> usize {
        self.colors.iter().zip(&other.colors).filter(|(a, b)| a != b).count()
    }
}

fn atlas(display: &str, settings: &Path, arguments: &[&str]) -> Running {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kuril-atlas"));
    command
        .args(arguments)
        .env("DISPLAY", display)
        .env("KURIL_ATLAS_CONFIG_DIR", settings)
        .env("LIBGL_ALWAYS_SOFTWARE", "1")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WAYLAND_SOCKET")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    Running(command.spawn().unwrap())
}

fn wait(running: &mut Running) -> ExitStatus {
    let deadline = Instant::now() + PATIENCE;
    loop {
        if let Some(status) = running.0.try_wait().unwrap() {
            return status;
        }
        assert!(Instant::now() < deadline, "the program does not end");
        std::thread::sleep(Duration::from_millis(50));
    }
}

fn settings(folder: &Path) -> serde_json::Value {
    serde_json::from_str(&std::fs::read_to_string(folder.join("settings.json")).unwrap()).unwrap()
}

#[test]
fn the_window_shows_the_map_obeys_keys_and_remembers_the_date() {
    if !is_wanted() {
        return;
    }
    let folder = TempDir::new().unwrap();
    let screen = Screen::start();
    let empty = screen.picture();
    let mut running = atlas(&screen.display, folder.path(), &["--date", "1930", "--lang", "en"]);
    let window = screen.window();
    screen.run("xdotool", &["windowfocus", "--sync", &window]);

    let first = screen.changed_from(&empty);
    assert!(first.counts().len() > 200, "only {} colours", first.counts().len());
    for (state, color) in [("Japan", JAPAN), ("Russia", RUSSIA)] {
        assert!(first.count(color) > 1000, "{state}: only {} pixels", first.count(color));
    }

    screen.key(&["Right"]);
    let next = screen.changed_from(&first);
    assert!(next.differing(&first) > 50, "the year changes");

    screen.key(&["g"]);
    screen.run("xdotool", &["type", "--delay", "60", "1945"]);
    screen.key(&["Return"]);
    let typed = screen.changed_from(&next);
    assert!(typed.count(RUSSIA) > next.count(RUSSIA) + 1000, "southern Sakhalin and the Kurils change hands");

    // A window is closed by asking it to, as its frame would.
    screen.run("xdotool", &["windowquit", &window]);
    assert_eq!(wait(&mut running).code(), Some(0));
    let saved = settings(folder.path());
    assert_eq!(saved["date"], "1945-12-31");
    assert_eq!(saved["unit"], "year");
    assert_eq!(saved["window"], serde_json::json!([1280.0, 800.0]));
    assert_eq!(saved["language"], serde_json::Value::Null, "--lang holds for one start only");
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
        let mut running = atlas(&screen.display, folder.path(), &["--date", "1930"]);
        let window = screen.window();
        screen.changed_from(&empty);
        let geometry = screen.run("xdotool", &["getwindowgeometry", "--shell", &window]);
        let geometry = String::from_utf8(geometry).unwrap();
        for (name, side) in ["WIDTH", "HEIGHT"].into_iter().zip(size) {
            assert!(geometry.contains(&format!("{name}={side}\n")), "{content}: {geometry}");
        }
        screen.run("xdotool", &["windowquit", &window]);
        assert_eq!(wait(&mut running).code(), Some(0));
    }
    assert!(folder.path().join("settings.json.damaged-1").exists());
}
