//! The program writes where it is told and nowhere else, and opens no socket to a network.
//!
//! Where `strace` is installed, and may trace, every call of the system is looked at; otherwise only
//! what lies in the folders of the reader afterwards.

#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a test may give up")]

mod common;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use common::{finish, make_pipe, program};

const CALLS: &str = "trace=open,openat,openat2,creat,mkdir,mkdirat,rename,renameat,renameat2,unlink,\
    unlinkat,link,linkat,symlink,symlinkat,truncate,chmod,fchmodat,socket,connect,bind,sendto";

/// A reader's home, and a current folder that takes no files.
struct Home {
    folder: tempfile::TempDir,
    may_trace: bool,
}

impl Home {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        for name in ["home/Documents", "current", "out"] {
            fs::create_dir_all(folder.path().join(name)).unwrap();
        }
        closed(&folder.path().join("current"), true);
        let tried = Command::new("strace")
            .args(["-f", "-o", "/dev/null", "true"])
            .stderr(Stdio::null())
            .status();
        let may_trace = tried.is_ok_and(|status| status.success());
        if !may_trace {
            eprintln!("NOT TRACED: strace is not installed, or may not trace here");
        }
        Self { folder, may_trace }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// All files and folders.
    fn all(&self) -> BTreeSet<PathBuf> {
        let mut found = BTreeSet::new();
        let mut open = vec![self.folder.path().to_owned()];
        while let Some(folder) = open.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() && !path.is_symlink() {
                    open.push(path.clone());
                }
                found.insert(path);
            }
        }
        found.remove(&self.path("trace"));
        found
    }

    /// The program under `strace` where that may be, at home here.
    fn command(&self, before: &[&str]) -> Command {
        let plain = program();
        let mut words: Vec<std::ffi::OsString> = before.iter().map(Into::into).collect();
        if self.may_trace {
            words.extend(["strace", "-f", "-qq", "-s", "300", "-e", CALLS, "-o"].map(Into::into));
            words.push(self.path("trace").into());
        }
        words.push(plain.get_program().to_owned());
        let mut command = Command::new(&words[0]);
        command.args(&words[1..]);
        for (name, value) in plain.get_envs() {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            };
        }
        command.env_remove("KURIL_ATLAS_CONFIG_DIR");
        for name in ["CONFIG", "DATA", "CACHE", "STATE"] {
            command.env_remove(format!("XDG_{name}_HOME"));
        }
        command.env("HOME", self.path("home"));
        command.current_dir(self.path("current"));
        command.stdin(Stdio::null());
        command
    }

    /// What the trace says that must not be.
    fn faults(&self, sockets_of_the_desktop: bool) -> Vec<String> {
        if !self.may_trace {
            return Vec::new();
        }
        let trace = fs::read_to_string(self.path("trace")).unwrap();
        assert!(trace.contains("openat("), "the trace is read");
        let home = self.folder.path().to_str().unwrap();
        let is_wrong = |line: &str| {
            let done = !line.contains(" = -1 ");
            if line.contains("socket(") || line.contains("connect(") {
                // Even a try would be too much.
                return !(sockets_of_the_desktop && line.contains("AF_UNIX"));
            }
            let writes = ["O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC"];
            let changes = [
                "creat(",
                "mkdir",
                "rename",
                "unlink",
                "link",
                "truncate(",
                "chmod",
            ];
            let is_change = changes.iter().any(|call| line.contains(call))
                || writes.iter().any(|flag| line.contains(flag));
            let is_known = line.contains(home)
                || ["\"/dev/", "\"/proc/", "\"/memfd:", "\"/sys/"]
                    .iter()
                    .any(|place| line.contains(place));
            done && is_change && !is_known
        };
        trace
            .lines()
            .filter(|line| is_wrong(line))
            .map(str::to_owned)
            .collect()
    }
}

fn closed(folder: &Path, is_closed: bool) {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = if is_closed { 0o555 } else { 0o755 };
    fs::set_permissions(folder, fs::Permissions::from_mode(mode)).unwrap();
}

/// The commands, and what each may leave below the folder of the test; `OUT` stands for its folder.
const COMMANDS: [(&str, &[&str]); 15] = [
    ("at 1930 --json", &[]),
    ("events --from 1945 --to 1946", &[]),
    ("series --csv", &[]),
    ("polls --json", &[]),
    ("check", &[]),
    ("man", &[]),
    ("completions fish", &[]),
    (
        "scrub --renderer memory --from 1904 --to 1905 --size 320x240",
        &[],
    ),
    ("render --size 320x240 -o OUT/map.png", &["out/map.png"]),
    ("render --size 320x240 -o OUT/map.pdf", &["out/map.pdf"]),
    (
        "export --format csv --layer borders -o OUT/b.csv",
        &["out/b.csv"],
    ),
    (
        "worksheet border-moved -o OUT/sheet.pdf",
        &["out/sheet.pdf"],
    ),
    ("new OUT/mine", &["out/mine"]),
    (
        "import OUT/areas.geojson --lang en -o OUT/data",
        &["out/data"],
    ),
    ("man -o OUT/man", &["out/man"]),
];

#[test]
fn commands_write_what_they_are_told_and_speak_to_nobody() {
    let home = Home::new();
    fs::write(
        home.path("out/areas.geojson"),
        r#"{"features": [{"properties": {"name": "A", "holder": "B"}, "geometry": {"type": "Polygon",
            "coordinates": [[[30, 40], [31, 40], [31, 41], [30, 41], [30, 40]]]}}]}"#,
    )
    .unwrap();
    let out = home.path("out");
    for (line, made) in COMMANDS {
        let before = home.all();
        let words = line.replace("OUT", out.to_str().unwrap());
        finish(home.command(&[]).args(words.split(' '))).expect_code(0);
        let after = home.all();
        assert!(before.is_subset(&after), "{line}: something is gone");
        let allowed: Vec<PathBuf> = made.iter().map(|name| home.path(name)).collect();
        for path in after.difference(&before) {
            assert!(
                allowed.iter().any(|allowed| path.starts_with(allowed)),
                "{line}: wrote {}",
                path.display()
            );
        }
        for path in allowed {
            assert!(path.exists(), "{line}: did not write {}", path.display());
        }
        assert_eq!(home.faults(false), [""; 0], "{line}");
    }
}

#[test]
fn without_a_display_one_picture_is_written_and_nobody_asked() {
    let home = Home::new();
    closed(&home.path("current"), false);
    let before = home.all();
    finish(home.command(&[]).args(["--date", "1930", "--lang", "en"])).expect_code(0);
    let new: Vec<PathBuf> = home.all().difference(&before).cloned().collect();
    assert_eq!(new, [home.path("current/kuril-atlas-1930-12-31.png")]);
    assert_eq!(home.faults(true), [""; 0]);
}

#[test]
fn the_window_speaks_to_the_desktop_alone() {
    if std::env::var_os("KURIL_ATLAS_WINDOW_TESTS").is_none_or(|value| value != "1") {
        eprintln!("NOT RUN: needs KURIL_ATLAS_WINDOW_TESTS=1 and xvfb");
        return;
    }
    let home = Home::new();
    let before = home.all();
    let mut command = home.command(&["xvfb-run", "-a"]);
    command.args([
        "scrub",
        "--renderer",
        "gl",
        "--from",
        "1944",
        "--to",
        "1946",
    ]);
    // The driver of the graphics has a store of its own, which is none of the program's.
    command.env("MESA_SHADER_CACHE_DISABLE", "true");
    finish(&mut command).expect_code(0);
    let settings = home.path("home/.config");
    let new: Vec<PathBuf> = home.all().difference(&before).cloned().collect();
    assert!(
        new.iter().all(|path| path.starts_with(&settings)),
        "{new:?}"
    );
    assert_eq!(home.faults(true), [""; 0]);
}

/// A pipe or a device stays what it is, and gets the contents.
#[test]
fn what_is_no_file_is_written_into_and_not_replaced() {
    use std::os::unix::fs::FileTypeExt as _;
    let home = Home::new();
    let pipe = home.path("out/pipe");
    make_pipe(&pipe);
    let reader = std::thread::spawn({
        let pipe = pipe.clone();
        move || fs::read_to_string(pipe).unwrap()
    });
    let mut command = program();
    command.args(["export", "--format", "csv", "--layer", "borders", "-o"]);
    finish(command.arg(&pipe)).expect_code(0);
    assert!(reader.join().unwrap().starts_with("id,"));
    assert!(fs::metadata(&pipe).unwrap().file_type().is_fifo());
    let mut command = program();
    command.args([
        "export",
        "--format",
        "csv",
        "--layer",
        "borders",
        "-o",
        "/dev/stdout",
    ]);
    assert!(
        finish(&mut command)
            .expect_code(0)
            .stdout
            .starts_with("id,")
    );

    let (real, link) = (home.path("out/real.csv"), home.path("out/link.csv"));
    fs::write(&real, "old").unwrap();
    std::os::unix::fs::symlink(&real, &link).unwrap();
    let mut command = program();
    command.args(["export", "--format", "csv", "--layer", "borders", "-o"]);
    finish(command.arg(&link)).expect_code(0);
    assert!(link.is_symlink());
    assert!(fs::read_to_string(&real).unwrap().starts_with("id,"));
}

/// On a full disk every command that writes says so, and leaves the old file.
#[test]
fn on_a_full_disk_nothing_is_half_written() {
    let home = Home::new();
    let old = home.path("out/old.png");
    for line in [
        "render --size 320x240 -o OUT/old.png",
        "export --format csv --layer borders -o OUT/old.png",
        "worksheet border-moved -o OUT/sheet.pdf",
        "new OUT/mine",
        "man -o OUT/man",
    ] {
        fs::write(&old, "old").unwrap();
        let plain = program();
        let words = line.replace("OUT", home.path("out").to_str().unwrap());
        let mut shell = Command::new("sh");
        shell
            .args(["-c", "trap '' XFSZ; ulimit -f 0; exec \"$@\"", "sh"])
            .arg(plain.get_program())
            .args(words.split(' '))
            .env("LC_ALL", "C.UTF-8")
            .env_remove("DISPLAY");
        let answer = finish(&mut shell).expect_code(1);
        answer.says(&["cannot be written"]);
        assert_eq!(fs::read_to_string(&old).unwrap(), "old", "{line}");
        let files = home.all().into_iter().filter(|path| path.is_file());
        assert!(files.eq([old.clone()]), "{line}");
    }
}

/// Killed while it writes over an older file, the program leaves the old one or the new one.
#[test]
fn a_killed_export_leaves_the_old_file_or_the_new_one() {
    let kills = std::env::var("KURIL_ATLAS_TEST_KILLS");
    // Each takes as long as an export, ten times as long as a kill of the settings.
    let kills = kills.ok().and_then(|text| text.parse().ok());
    let kills: u32 = kills.map_or(6, |kills: u32| kills / 10);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("events.csv");
    let export = || {
        let mut command = program();
        command.args(["export", "--format", "csv", "--layer", "events", "-o"]);
        command
            .arg(&path)
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        command
    };
    let start = std::time::Instant::now();
    assert!(export().status().unwrap().success());
    let whole = start.elapsed();
    let new = fs::read(&path).unwrap();
    for round in 0..kills {
        let old = format!("old {round}");
        fs::write(&path, &old).unwrap();
        let mut child = export().spawn().unwrap();
        // Most of the time is spent reading; the end is where it writes.
        std::thread::sleep(whole * (kills / 2 + round) / kills.max(1));
        let _ = child.kill();
        child.wait().unwrap();
        let found = fs::read(&path).unwrap();
        assert!(found == old.as_bytes() || found == new, "round {round}");
    }
}
