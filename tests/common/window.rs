//! A screen of its own (Xvfb), the program in a window on it, and what its pixels must be.
#![allow(dead_code, reason = "each test file uses a part of this")]

use std::collections::HashSet;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use kuril_atlas::dataset::{Atlas, Origin};
use kuril_atlas::host::headless::Headless;
use kuril_atlas::model::date::Day;
use kuril_atlas::model::language::Language;
use kuril_atlas::scene::ground::Ground;
use kuril_atlas::state::{Command as Request, ViewState};
use kuril_atlas::ui::app::{App, Content};
use x11rb::protocol::xproto::{ClientMessageEvent, ConnectionExt as _, EventMask};

const SWITCH: &str = "KURIL_ATLAS_WINDOW_TESTS";

/// For a machine that draws without a graphics card and has others to serve.
pub const PATIENCE: Duration = Duration::from_mins(1);

/// The size of a first window.
pub const WINDOW: [usize; 2] = [1280, 800];

pub fn is_wanted() -> bool {
    let is_wanted = std::env::var_os(SWITCH).is_some_and(|value| value == "1");
    if !is_wanted {
        eprintln!(
            "NOT RUN: tests of the real window; set {SWITCH}=1 where xvfb, xdotool and imagemagick are installed"
        );
    }
    is_wanted
}

/// Ends a program when the test does.
pub struct Running(pub Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A screen nobody sees.
pub struct Screen {
    pub server: Running,
    pub display: String,
}

impl Screen {
    pub fn start() -> Self {
        // The server chooses a free number and tells it.
        let mut server = Command::new("Xvfb")
            .args([
                "-displayfd",
                "1",
                "-screen",
                "0",
                "1600x1000x24",
                "-nolisten",
                "tcp",
            ])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb, of the package xvfb");
        let mut number = String::new();
        BufReader::new(server.stdout.take().unwrap())
            .read_line(&mut number)
            .unwrap();
        let number: u32 = number.trim().parse().expect("Xvfb names its display");
        let screen = Self {
            server: Running(server),
            display: format!(":{number}"),
        };
        // Away from the map, which would show what lies under the pointer.
        screen.run("xdotool", &["mousemove", "1599", "999"]);
        screen
    }

    pub fn run(&self, program: &str, arguments: &[&str]) -> Vec<u8> {
        let output = Command::new(program)
            .args(arguments)
            .env("DISPLAY", &self.display)
            .output()
            .unwrap_or_else(|error| panic!("{program}: {error}"));
        assert!(
            output.status.success(),
            "{program} {arguments:?}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        output.stdout
    }

    /// The pixels of the whole screen.
    pub fn picture(&self) -> Picture {
        let bytes = self.run(
            "import",
            &["-silent", "-window", "root", "-depth", "8", "ppm:-"],
        );
        Picture::read(&bytes)
    }

    pub fn key(&self, keys: &[&str]) {
        let mut arguments = vec!["key", "--clearmodifiers", "--delay", "60"];
        arguments.extend(keys);
        self.run("xdotool", &arguments);
    }

    /// Waits for a picture that differs from another and then stands still.
    pub fn changed_from(&self, before: &Picture) -> Picture {
        let deadline = Instant::now() + PATIENCE;
        let mut last = self.picture();
        loop {
            std::thread::sleep(Duration::from_millis(300));
            let now = self.picture();
            if now == last && now != *before {
                return now;
            }
            last = now;
            assert!(
                Instant::now() < deadline,
                "the picture does not change or does not come to rest"
            );
        }
    }

    /// Waits until the window shows what it must, but for a share of its pixels.
    pub fn shows(&self, wanted: &Picture, share: f64) -> Picture {
        let deadline = Instant::now() + PATIENCE;
        loop {
            std::thread::sleep(Duration::from_millis(200));
            let shown = self.picture();
            let unlike = shown.share_unlike(wanted);
            if unlike < share {
                return shown;
            }
            assert!(
                Instant::now() < deadline,
                "{unlike} of the window stays wrong"
            );
        }
    }

    /// Asks a window to close, as a click on the cross of its frame does.
    pub fn ask_to_close(&self, window: &str) {
        let window: u32 = window.parse().unwrap();
        let (connection, _) = x11rb::connect(Some(&self.display)).unwrap();
        let atom = |name: &[u8]| {
            connection
                .intern_atom(false, name)
                .unwrap()
                .reply()
                .unwrap()
                .atom
        };
        let data = [atom(b"WM_DELETE_WINDOW"), x11rb::CURRENT_TIME, 0, 0, 0];
        let message = ClientMessageEvent::new(32, window, atom(b"WM_PROTOCOLS"), data);
        connection
            .send_event(false, window, EventMask::NO_EVENT, message)
            .unwrap()
            .check()
            .unwrap();
    }

    pub fn window(&self) -> String {
        let found = self.run(
            "xdotool",
            &[
                "search",
                "--sync",
                "--onlyvisible",
                "--class",
                "kuril-atlas",
            ],
        );
        String::from_utf8(found)
            .unwrap()
            .lines()
            .next()
            .expect("a window")
            .to_owned()
    }
}

/// The pixels of the screen, or of a window in its top left corner.
#[derive(PartialEq)]
pub struct Picture {
    pub width: usize,
    pub colors: Vec<[u8; 3]>,
}

impl Picture {
    /// Reads a binary PPM: `P6`, width, height, 255, then bytes.
    fn read(bytes: &[u8]) -> Self {
        let head = String::from_utf8_lossy(&bytes[..bytes.len().min(64)]);
        let fields: Vec<usize> = head
            .split_whitespace()
            .skip(1)
            .take(3)
            .map(|field| field.parse().unwrap())
            .collect();
        let [width, height] = [fields[0], fields[1]];
        let pixels = &bytes[bytes.len() - width * height * 3..];
        Self {
            width,
            colors: pixels.as_chunks::<3>().0.to_vec(),
        }
    }

    fn row(&self, row: usize) -> &[[u8; 3]] {
        &self.colors[row * self.width..][..self.width]
    }

    pub fn color_count(&self) -> usize {
        self.colors.iter().collect::<HashSet<_>>().len()
    }

    pub fn differing(&self, other: &Self) -> usize {
        self.colors
            .iter()
            .zip(&other.colors)
            .filter(|(a, b)| a != b)
            .count()
    }

    /// The share of the pixels of `expected` that look different here: what a graphics driver rounds
    /// in its own way does not count.
    pub fn share_unlike(&self, expected: &Self) -> f64 {
        let unlike = |a: &[u8; 3], b: &[u8; 3]| a.iter().zip(b).any(|(a, b)| a.abs_diff(*b) > 24);
        let rows = expected.colors.len() / expected.width;
        let pairs = (0..rows).flat_map(|row| self.row(row).iter().zip(expected.row(row)));
        let count = pairs.filter(|(a, b)| unlike(a, b)).count();
        f64::from(u32::try_from(count).unwrap())
            / f64::from(u32::try_from(expected.colors.len()).unwrap())
    }
}

/// Draws without a window what the window must show.
pub struct Expected(pub Headless);

impl Expected {
    pub fn new() -> Self {
        let atlas = Arc::new(Atlas::load(&Origin::Embedded).unwrap());
        let ground = Ground::new(&atlas);
        ground.prepare_fine_now(&atlas);
        let state = ViewState::new(Day::new(1930, 12, 31).unwrap(), Language::English);
        let make = |context: &egui::Context| {
            App::new(atlas, Arc::new(ground), state, Content::Page, context)
        };
        Self(Headless::new(WINDOW, 1.0, make))
    }

    pub fn at_end_of(&mut self, year: i16) -> Picture {
        self.0
            .app()
            .send(Request::SetDate(Day::new(year, 12, 31).unwrap()));
        self.0.settle();
        let colors = self
            .0
            .picture()
            .pixels()
            .iter()
            .map(|[red, green, blue, _]| [*red, *green, *blue])
            .collect();
        Picture {
            width: WINDOW[0],
            colors,
        }
    }
}

pub fn atlas(
    display: &str,
    settings: &Path,
    arguments: &[&str],
    variables: &[(&str, &str)],
) -> Running {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kuril-atlas"));
    command
        .args(arguments)
        .env("DISPLAY", display)
        .env("KURIL_ATLAS_CONFIG_DIR", settings)
        .env("LIBGL_ALWAYS_SOFTWARE", "1")
        .envs(variables.iter().copied())
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WAYLAND_SOCKET")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    Running(command.spawn().unwrap())
}

pub fn wait(running: &mut Running) -> ExitStatus {
    let deadline = Instant::now() + PATIENCE;
    loop {
        if let Some(status) = running.0.try_wait().unwrap() {
            return status;
        }
        assert!(Instant::now() < deadline, "the program does not end");
        std::thread::sleep(Duration::from_millis(50));
    }
}

pub fn settings(folder: &Path) -> serde_json::Value {
    serde_json::from_str(&std::fs::read_to_string(folder.join("settings.json")).unwrap()).unwrap()
}
