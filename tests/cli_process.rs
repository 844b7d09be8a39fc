//! The program as a process: help, completions, pipes, and no display.

#![expect(clippy::unwrap_used, reason = "a test may give up")]

mod common;

use std::fs;
use std::io::Read as _;
use std::process::Stdio;

use common::{Png, finish, program, run};

#[test]
fn version_and_help_say_what_there_is() {
    let version = run(&["--version"]).expect_code(0);
    assert_eq!(
        version.stdout,
        format!("kuril-atlas {}\n", env!("CARGO_PKG_VERSION"))
    );
    let help = run(&["--help"]).expect_code(0);
    for part in [
        "Examples:",
        "at 1930 --json",
        "--renderer",
        "Exit codes",
        "completions",
    ] {
        assert!(help.stdout.contains(part), "{part}: {}", help.stdout);
    }
    for command in [
        "at",
        "render",
        "series",
        "polls",
        "check",
        "scrub",
        "completions",
    ] {
        let help = run(&[command, "--help"]).expect_code(0);
        assert!(
            help.stdout.contains("Usage: kuril-atlas"),
            "{}",
            help.stdout
        );
    }
}

#[test]
fn completions_know_the_commands() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = run(&["completions", shell]).expect_code(0).stdout;
        assert!(
            // Fish writes long options after `-l`.
            script.contains("render")
                && (script.contains("--select") || script.contains("-l select")),
            "{shell}"
        );
    }
    run(&["completions", "cmd"]).expect_code(2).says(&["bash"]);
}

#[test]
fn a_reader_who_stops_reading_is_no_error() {
    for arguments in [
        &["at", "1930", "--json"][..],
        &["series", "--csv"],
        &["completions", "bash"],
        &["--help"],
        &["check", "--json"],
    ] {
        let mut child = program()
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let mut stderr = String::new();
        child
            .stderr
            .take()
            .unwrap()
            .read_to_string(&mut stderr)
            .unwrap();
        assert_eq!(
            child.wait().unwrap().code(),
            Some(0),
            "{arguments:?}: {stderr}"
        );
        assert_eq!(stderr, "", "{arguments:?}");
    }
    let mut child = program()
        .args(["at", "soon"])
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stderr.take());
    assert_eq!(child.wait().unwrap().code(), Some(2));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error() {
    let full = fs::File::options().write(true).open("/dev/full").unwrap();
    let answer = finish(program().args(["at", "1930"]).stdout(full)).expect_code(1);
    answer.says(&["stdout"]);
}

#[cfg(target_os = "linux")]
#[test]
fn without_a_display_the_same_view_is_drawn() {
    for (language, word) in [("en", "no display"), ("ja", "ウィンドウ"), ("ru", "экран")]
    {
        let folder = tempfile::tempdir().unwrap();
        let arguments = [
            "--date",
            "1945-08-28",
            "--select",
            "iturup",
            "--theme",
            "dark",
            "--lang",
            language,
        ];
        let answer = finish(program().current_dir(folder.path()).args(arguments)).expect_code(0);
        answer.says(&[word, "kuril-atlas-1945-08-28.png"]);
        assert_eq!(answer.stdout, "");
        let path = folder.path().join("kuril-atlas-1945-08-28.png");
        let picture = Png::read(&path);
        assert!(picture.text("Description").contains("1945-08-28"));
        assert!(picture.colours() > 50);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        let other = folder.path().join("other.png");
        let size = format!("{}x{}", picture.size[0], picture.size[1]);
        finish(
            program()
                .args(["render", "--what", "page", "--size", &size, "-o"])
                .arg(&other)
                .args(arguments),
        )
        .expect_code(0);
        assert!(
            Png::read(&other).pixels == picture.pixels,
            "render draws the same"
        );
    }
}

#[cfg(target_os = "linux")]
#[test]
fn neither_window_nor_picture_is_exit_code_3() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("kuril-atlas-1930-12-31.png")).unwrap();
    let answer = finish(
        program()
            .current_dir(folder.path())
            .args(["--date", "1930"]),
    )
    .expect_code(3);
    answer.says(&["no display", "kuril-atlas-1930-12-31.png"]);
}

#[cfg(target_os = "linux")]
#[test]
fn the_settings_count_and_the_arguments_count_more() {
    let folder = tempfile::tempdir().unwrap();
    let settings = folder.path().join("settings");
    fs::create_dir(&settings).unwrap();
    fs::write(
        settings.join("settings.json"),
        r#"{"version": 1, "date": "1904-02-08", "language": "ru"}"#,
    )
    .unwrap();
    let start = |arguments: &[&str]| {
        finish(
            program()
                .current_dir(folder.path())
                .env("KURIL_ATLAS_CONFIG_DIR", &settings)
                .args(arguments),
        )
        .expect_code(0)
    };
    start(&[]).says(&["экран", "kuril-atlas-1904-02-08.png"]);
    start(&["--date", "1905", "--lang", "en"]).says(&["no display", "kuril-atlas-1905-12-31.png"]);
    fs::write(settings.join("settings.json"), "{").unwrap();
    start(&[]).says(&["settings.json", "kuril-atlas-2025-12-31.png"]);
}

#[test]
fn scrubbing_is_measured() {
    for renderer in ["none", "memory"] {
        let arguments = [
            "scrub",
            "--from",
            "1904",
            "--to",
            "1906",
            "--repeat",
            "2",
            "--size",
            "400x300",
            "--renderer",
            renderer,
        ];
        let answer = run(&arguments).expect_code(0);
        assert_eq!(answer.stdout.lines().count(), 1);
        let line = answer.json();
        assert!(line["cpu_ms_per_step"].as_f64().unwrap() > 0.0);
        assert_eq!(line["steps"].as_array().unwrap().len(), 6);
    }
    run(&["scrub", "--from", "1700"])
        .expect_code(2)
        .says(&["1792"]);
    run(&["scrub", "--renderer", "pencil"])
        .expect_code(2)
        .says(&["software"]);
    run(&["scrub", "--repeat", "0"]).expect_code(2);
}

#[cfg(target_os = "linux")]
#[test]
fn scrubbing_in_a_window_needs_one() {
    run(&["scrub", "--renderer", "gl", "--repeat", "1"])
        .expect_code(3)
        .says(&["no display"]);
}

#[test]
fn wrong_requests_open_nothing() {
    let folder = tempfile::tempdir().unwrap();
    for (arguments, code) in [
        (&["--date", "1700"][..], 1),
        (&["--date", "soon"], 2),
        (&["--select", "nowhere"], 1),
        (&["--renderer", "crayon"], 2),
        (&["--theme", "sepia"], 2),
        (&["--date"], 2),
    ] {
        finish(program().current_dir(folder.path()).args(arguments)).expect_code(code);
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}
