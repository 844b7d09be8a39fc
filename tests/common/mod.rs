//! Runs the program as a user does: the binary, its exit code, its two outputs.
#![allow(dead_code, reason = "each test file uses a part of this")]

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

/// What a run of the program left behind.
pub struct Run {
    pub code: Option<i32>,
    pub stdout: String,
    pub stderr: String,
}

impl Run {
    /// Asserts the exit code, and that a failure says something on standard error alone.
    #[track_caller]
    pub fn expect_code(self, code: i32) -> Self {
        assert_eq!(
            self.code,
            Some(code),
            "stdout: {}\nstderr: {}",
            self.stdout,
            self.stderr
        );
        assert!(!self.stderr.contains("panicked"), "{}", self.stderr);
        if code != 0 {
            assert!(!self.stderr.trim().is_empty(), "a failure says why");
        }
        self
    }

    /// The standard output as JSON.
    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.stdout)
            .unwrap_or_else(|error| panic!("{error}: {}", self.stdout))
    }

    /// Asserts that standard error has each of the parts.
    #[track_caller]
    pub fn says(&self, parts: &[&str]) {
        for part in parts {
            assert!(
                self.stderr.contains(part),
                "{part:?} is not in: {}",
                self.stderr
            );
        }
    }
}

/// Makes a pipe with a name.
#[track_caller]
pub fn make_pipe(path: &Path) {
    let made = Command::new("mkfifo").arg(path).status().unwrap();
    assert!(made.success());
}

/// The program, in English, without a display and without settings of its own.
pub fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kuril-atlas"));
    for variable in [
        "DISPLAY",
        "WAYLAND_DISPLAY",
        "WAYLAND_SOCKET",
        "RUST_LOG",
        "LANGUAGE",
        "LC_MESSAGES",
    ] {
        command.env_remove(variable);
    }
    command.env("LC_ALL", "C.UTF-8").env("LANG", "C.UTF-8");
    command.env("KURIL_ATLAS_CONFIG_DIR", "/nonexistent/kuril-atlas-tests");
    command.stdin(Stdio::null());
    command
}

/// Runs a command to its end.
pub fn finish(command: &mut Command) -> Run {
    let output = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Run {
        code: output.status.code(),
        stdout: text(output.stdout),
        stderr: text(output.stderr),
    }
}

/// Runs the program with arguments.
pub fn run(arguments: &[&str]) -> Run {
    finish(program().args(arguments))
}

/// A copy of the data that a test may damage.
pub struct Data {
    folder: tempfile::TempDir,
}

impl Data {
    /// Copies the shipped data.
    pub fn copy() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
        std::fs::create_dir(folder.path().join("geo")).unwrap();
        for part in ["", "geo"] {
            for entry in std::fs::read_dir(data.join(part)).unwrap() {
                let path = entry.unwrap().path();
                if path
                    .extension()
                    .is_some_and(|extension| extension == "json" || extension == "geojson")
                {
                    std::fs::copy(
                        &path,
                        folder.path().join(part).join(path.file_name().unwrap()),
                    )
                    .unwrap();
                }
            }
        }
        Self { folder }
    }

    /// A file of the copy.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Replaces the first `old` in a file, which must be there.
    #[track_caller]
    pub fn replace(&self, name: &str, old: &str, new: &str) {
        let text = std::fs::read_to_string(self.path(name)).unwrap();
        assert!(text.contains(old), "{name} has no {old:?}");
        std::fs::write(self.path(name), text.replacen(old, new, 1)).unwrap();
    }

    /// Edits a JSON file as a value.
    pub fn edit(&self, name: &str, edit: impl FnOnce(&mut Value)) {
        let mut value: Value =
            serde_json::from_str(&std::fs::read_to_string(self.path(name)).unwrap()).unwrap();
        edit(&mut value);
        std::fs::write(self.path(name), format!("{value:#}\n")).unwrap();
    }

    /// Runs the program on the copy.
    pub fn run(&self, arguments: &[&str]) -> Run {
        finish(
            program()
                .args(arguments)
                .arg("--data")
                .arg(self.folder.path()),
        )
    }

    /// Runs `check` on the copy.
    pub fn check(&self, arguments: &[&str]) -> Run {
        finish(
            program()
                .arg("check")
                .arg(self.folder.path())
                .args(arguments),
        )
    }
}

/// Width, height, pixels and texts of a PNG file.
pub struct Png {
    pub size: [u32; 2],
    pub pixels: Vec<u8>,
    pub texts: Vec<(String, String)>,
}

impl Png {
    /// Decodes a file.
    pub fn read(path: &Path) -> Self {
        let file = std::io::BufReader::new(std::fs::File::open(path).unwrap());
        let mut reader = png::Decoder::new(file).read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut pixels).unwrap();
        let info = reader.info();
        let latin = info
            .uncompressed_latin1_text
            .iter()
            .map(|chunk| (chunk.keyword.clone(), chunk.text.clone()));
        let unicode = info
            .utf8_text
            .iter()
            .map(|chunk| (chunk.keyword.clone(), chunk.get_text().unwrap()));
        Self {
            size: [info.width, info.height],
            pixels,
            texts: latin.chain(unicode).collect(),
        }
    }

    /// The text of a keyword.
    pub fn text(&self, keyword: &str) -> &str {
        self.texts
            .iter()
            .find(|(known, _)| known == keyword)
            .map_or("", |(_, text)| text)
    }

    /// How many different colours a sample of the pixels has; a blank picture has one.
    pub fn colours(&self) -> usize {
        self.pixels
            .chunks_exact(3)
            .step_by(7)
            .collect::<std::collections::HashSet<_>>()
            .len()
    }
}

/// The names of an object's fields, in their order.
pub fn keys(value: &Value) -> Vec<&str> {
    value
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect()
}
