//! Files made to be too much: what they cost has a bound, and what is too much is named.

#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a test may give up")]

mod common;

use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use common::{Data, program};

/// The size of the files. What is read of larger ones grows in step, up to 64 MiB.
const SIZE: usize = 2 << 20;

/// The most memory that may be resident, in KiB: the program and the shipped data take 40 MiB.
const MOST: u64 = 160 << 10;

/// A file of one element again and again.
fn fill(path: &Path, head: &str, element: &str, tail: &str) {
    let count = SIZE / (element.len() + 1);
    let mut text = String::with_capacity(SIZE + head.len() + tail.len());
    text.push_str(head);
    for _ in 0..count {
        text.push_str(element);
        text.push(',');
    }
    text.push_str(element);
    text.push_str(tail);
    fs::write(path, text).unwrap();
}

/// Runs a command that must fail, and returns what it says; it may not take much memory.
#[track_caller]
fn refused(command: &mut Command) -> String {
    let mut child = command
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut peak = 0;
    let mut stderr = child.stderr.take().unwrap();
    let reader = std::thread::spawn(move || {
        let mut said = String::new();
        stderr.read_to_string(&mut said).map(|_| said)
    });
    let status = loop {
        let status = fs::read_to_string(format!("/proc/{}/status", child.id()));
        let line = status.unwrap_or_default();
        let line = line.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let now = line.and_then(|line| line.trim().strip_suffix(" kB")?.parse().ok());
        peak = peak.max(now.unwrap_or(0));
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        std::thread::sleep(Duration::from_millis(2));
    };
    let said = reader.join().unwrap().unwrap();
    let start: String = said.chars().take(300).collect();
    assert_eq!(status.code(), Some(1), "{start}");
    assert!(
        (1 << 10..MOST).contains(&peak),
        "{command:?}: {} MiB: {start}",
        peak >> 10
    );
    said
}

const FEATURES: &str = "{\"type\": \"FeatureCollection\", \"features\": [";

#[test]
fn millions_of_tiny_values_take_no_more_memory_than_a_map() {
    let land = format!(
        "{FEATURES}{{\"type\": \"Feature\", \"properties\": {{\"id\": \"x\"}}, \"geometry\": \
         {{\"type\": \"MultiPolygon\", \"coordinates\": ["
    );
    for (name, head, element, tail, told) in [
        (
            "claims.json",
            "{\"claims\": [",
            "7",
            "]}",
            "claims: has 1048577 records; at most 60000 are read",
        ),
        (
            "claims.json",
            "{\"claims\": [{\"id\": \"a\", \"x\": [",
            "[]",
            "]}]}",
            "claims[0].x: unknown field",
        ),
        (
            "geo/lakes.geojson",
            FEATURES,
            "7",
            "]}",
            "features: has 1048577 records; at most 60000 are read",
        ),
        (
            "geo/kurils.geojson",
            &land,
            "[]",
            "]}}]}",
            "geo/kurils.geojson:1",
        ),
    ] {
        let data = Data::copy();
        fill(&data.path(name), head, element, tail);
        let mut command = program();
        command.args(["at", "1930", "--data"]).arg(data.path(""));
        let said = refused(&mut command);
        assert!(said.contains(told), "{name}: {said}");
    }
}

#[test]
fn so_it_is_with_what_is_imported_and_with_lessons() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("areas.geojson");
    let import = || {
        let mut command = program();
        command.arg("import").arg(&path);
        command.arg("-o").arg(folder.path().join("made"));
        command
    };
    let ring = format!(
        "{FEATURES}{{\"properties\": {{\"name\": \"A\"}}, \"geometry\": {{\"type\": \"Polygon\", \
         \"coordinates\": [["
    );
    for (head, element, tail, told) in [
        (FEATURES, "{}", "]}", "features; at most 60000 are read"),
        (
            FEATURES,
            "{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[]}}",
            "]}",
            "more features cannot be read",
        ),
        (&ring, "[1,2]", "]]}}]}", "the area has no width"),
        (&ring, "[]", "]]}}]}", "features[0].geometry.coordinates"),
    ] {
        fill(&path, head, element, tail);
        let said = refused(&mut import());
        assert!(said.contains(told), "{said}");
        assert!(said.lines().count() < 110);
    }
    let digits = "7,".repeat(3_000_001);
    fs::write(&path, format!("{FEATURES}{digits}7]}}")).unwrap();
    let said = refused(&mut import());
    assert!(said.contains("at most 3000000 are read"), "{said}");
    assert!(!folder.path().join("made").exists());

    let lesson = folder.path().join("lesson.json");
    let picture = folder.path().join("picture.png");
    let steps = "{},".repeat(1_500_000);
    fs::write(
        &lesson,
        format!("{{\"id\": \"a\", \"steps\": [{steps}{{}}]}}"),
    )
    .unwrap();
    let play = |lesson: &Path| -> Command {
        let mut command = program();
        command.args(["render", "--what", "page", "--lesson"]);
        command.arg(lesson).arg("-o").arg(&picture);
        command
    };
    let said = refused(&mut play(&lesson));
    assert!(
        said.contains("lesson.json: is larger than any lesson (4 MiB)"),
        "{said}"
    );
    // Small enough to be read.
    let text = fs::read_to_string(&lesson).unwrap();
    let text = text.split_at(1 << 20).0.rsplit_once(',').unwrap().0;
    fs::write(&lesson, format!("{text}]}}")).unwrap();
    let said = refused(&mut play(&lesson));
    assert!(said.contains("lesson.json:1"), "{said}");
    assert!(said.lines().count() < 500, "{}", said.lines().count());
    assert!(!picture.exists());
}

/// What `import` and a lesson say to something that is no file of theirs.
#[test]
fn what_is_no_file_is_named_by_import_and_by_lessons() {
    use std::os::unix::fs::symlink;
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| -> PathBuf { folder.path().join(name) };
    fs::create_dir(at("folder.json")).unwrap();
    symlink(at("loop.json"), at("loop.json")).unwrap();
    fs::write(at("latin.json"), b"{\"name\": \"\xe9t\xe9\"}").unwrap();
    fs::write(at("empty.json"), "").unwrap();
    fs::write(at("deep.json"), "[".repeat(1_000_000)).unwrap();
    fs::write(at("half.json"), "{\"features\": [").unwrap();
    let huge = fs::File::create(at("huge.json")).unwrap();
    huge.set_len((64 << 20) + 1).unwrap();
    let pipe = Command::new("mkfifo").arg(at("pipe.json")).status();
    assert!(pipe.unwrap().success());
    for (name, told) in [
        ("missing.json", "cannot be read: "),
        ("folder.json", "is not a regular file"),
        ("loop.json", "cannot be read: "),
        ("latin.json", "not UTF-8"),
        ("empty.json", "not valid JSON"),
        ("deep.json", "not valid JSON"),
        ("half.json", "not valid JSON"),
        ("huge.json", "4 MiB"),
        ("pipe.json", "is not a regular file"),
    ] {
        let mut import = program();
        import.arg("import").arg(at(name)).arg("-o").arg(at("made"));
        let mut play = program();
        play.args(["render", "--what", "page", "--lesson"]);
        play.arg(at(name)).arg("-o").arg(at("picture.png"));
        for command in [&mut import, &mut play] {
            let said = common::finish(command).expect_code(1).stderr;
            assert!(said.contains(name) && said.contains(told), "{name}: {said}");
        }
    }
    assert!(!at("made").exists() && !at("picture.png").exists());
}
