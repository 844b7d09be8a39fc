//! What the program is built from: licences, versions, no network, nothing unused. The lists are those
//! of `.cargo/deny.toml`, so that `cargo deny` and these tests say the same.

#![expect(clippy::unwrap_used, reason = "a test may give up")]

#[path = "common/files.rs"]
mod files;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use files::files_below;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap()
}

/// A crate that is built into the program on Linux, or builds it.
#[derive(Debug)]
struct Part {
    name: String,
    version: String,
    licence: String,
}

/// All of them, as cargo resolves them without what only the tests use; needs no network where the
/// tests could be built.
fn parts() -> Vec<Part> {
    let output = Command::new(env!("CARGO"))
        .args(["tree", "--offline", "--locked", "--edges", "normal,build"])
        .args(["--target", "x86_64-unknown-linux-gnu", "--prefix", "none"])
        .args(["--no-dedupe", "--format", "{p}|{l}"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let tree = String::from_utf8(output.stdout).unwrap();
    let lines: BTreeSet<&str> = tree.lines().filter(|line| !line.is_empty()).collect();
    let part = |line: &&str| {
        // `rustix v1.1.6|MIT`; what derives adds `(proc-macro)`, the atlas itself its folder.
        let (package, licence) = line.split_once('|').unwrap();
        let mut words = package.split(' ');
        Part {
            name: words.next().unwrap().to_owned(),
            version: words.next().unwrap().trim_start_matches('v').to_owned(),
            licence: licence.to_owned(),
        }
    };
    let parts: Vec<Part> = lines.iter().map(part).collect();
    assert!(parts.len() > 100, "the tree is read: {}", parts.len());
    parts
}

/// The entries of a list of `.cargo/deny.toml`, a line each: the crate or word, and the reason.
fn list(name: &str) -> Vec<(String, String)> {
    let text = read(".cargo/deny.toml");
    let (_, list) = text.split_once(&format!("\n{name} = [\n")).unwrap();
    let (list, _) = list.split_once("\n]").unwrap();
    list.lines()
        .map(|line| {
            let mut quoted = line.split('"').skip(1).step_by(2).map(str::to_owned);
            (quoted.next().unwrap(), quoted.next().unwrap_or_default())
        })
        .collect()
}

/// Whether a licence can be met by those that are allowed.
fn is_allowed(licence: &str, allowed: &BTreeSet<String>) -> bool {
    // Older crates write a slash for "or".
    let licence = licence.replace(['/'], " OR ").replace(['(', ')'], " ");
    let sum = |choices: &str| {
        choices.split(" OR ").any(|one| {
            let word = one.split(" WITH ").next().unwrap_or_default().trim();
            allowed.contains(word)
        })
    };
    // No crate here has a sum within a choice.
    licence.split(" AND ").all(sum)
}

#[test]
fn licences_are_those_that_are_allowed_and_all_of_these_occur() {
    let allowed: BTreeSet<String> = list("allow").into_iter().map(|(word, _)| word).collect();
    let parts = parts();
    let wrong: Vec<&Part> = parts
        .iter()
        .filter(|part| !is_allowed(&part.licence, &allowed))
        .collect();
    assert!(wrong.is_empty(), "{wrong:?}");
    for word in &allowed {
        assert!(
            parts.iter().any(|part| part.licence.contains(word)),
            "no crate is under {word}; take it out of .cargo/deny.toml"
        );
    }
    for (licence, expected) in [
        ("MIT", true),
        ("GPL-3.0", false),
        ("MIT/Apache-2.0", true),
        ("GPL-2.0 OR MIT", true),
        ("(MIT OR Apache-2.0) AND Unicode-3.0", true),
        ("(MIT OR Apache-2.0) AND GPL-3.0", false),
        ("Apache-2.0 WITH LLVM-exception", true),
        ("", false),
    ] {
        assert_eq!(is_allowed(licence, &allowed), expected, "{licence}");
    }
}

#[test]
fn a_crate_has_one_version_but_for_those_that_wait_for_others() {
    let mut versions: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for part in parts() {
        versions.entry(part.name).or_default().insert(part.version);
    }
    for (skipped, reason) in list("skip") {
        assert!(!reason.is_empty(), "{skipped}: say why");
        // cargo-deny sees what the tests switch on; the tree above does not.
        if reason.starts_with("tests only") {
            continue;
        }
        let (name, version) = skipped.split_once('@').unwrap();
        let all = versions.get_mut(name);
        assert!(
            all.is_some_and(|all| all.len() > 1 && all.remove(version)),
            "{skipped} is no second version any more; take it out of .cargo/deny.toml"
        );
    }
    versions.retain(|_, all| all.len() > 1);
    assert!(versions.is_empty(), "{versions:?}");
}

#[test]
fn nothing_that_talks_to_a_network_is_built_in() {
    let denied = list("deny");
    assert!(denied.len() > 15);
    for part in parts() {
        for (name, reason) in &denied {
            assert_ne!(part.name, *name, "{reason}");
        }
    }
}

/// The direct dependencies: the table, the name, and the line before.
fn direct() -> Vec<(String, String, String)> {
    let text = read("Cargo.toml");
    let mut table = "";
    let mut before = "";
    let mut found = Vec::new();
    for line in text.lines() {
        if let Some(name) = line.strip_prefix('[') {
            table = name.trim_end_matches(']');
        } else if table.ends_with("dependencies")
            && let Some((name, _)) = line.split_once(" = ")
            && !line.starts_with('#')
        {
            found.push((table.to_owned(), name.to_owned(), before.to_owned()));
        }
        before = line;
    }
    assert!(found.len() > 30, "{found:?}");
    found
}

/// Crates that the comment of the one before them tells of too.
const TOLD_WITH: [(&str, &str); 14] = [
    ("icu_decimal", "icu_plurals"),
    ("icu_list", "icu_decimal"),
    ("icu_datetime", "icu_list"),
    ("icu_calendar", "icu_datetime"),
    ("icu_locale_core", "icu_calendar"),
    ("egui-winit", "winit"),
    ("softbuffer", "egui-winit"),
    ("serde_json", "serde"),
    ("clap_complete", "clap"),
    ("env_logger", "log"),
    ("subsetter", "pdf-writer"),
    ("skrifa", "subsetter"),
    ("miniz_oxide", "skrifa"),
    ("zstd", "include-flate"),
];

#[test]
fn every_direct_dependency_has_its_reason_and_is_used() {
    let sources = |folders: &[&str]| -> String {
        let files = folders
            .iter()
            .flat_map(|folder| files_below(root().join(folder)));
        files
            .filter(|path| path.extension().is_some_and(|ending| ending == "rs"))
            .map(|path| fs::read_to_string(path).unwrap())
            .collect()
    };
    let (program, tests) = (sources(&["src"]), sources(&["src", "tests"]));
    for (table, name, before) in direct() {
        let told_with = TOLD_WITH.iter().find(|(told, _)| *told == name);
        let is_told = before.starts_with("# ")
            || told_with.is_some_and(|(_, with)| before.starts_with(&format!("{with} = ")))
            || (name == "proc-macro2" && before.starts_with("syn = "));
        assert!(is_told, "{name}: say above it in Cargo.toml what it is for");
        let word = name.replace('-', "_");
        let text = if table.contains("dev-") {
            &tests
        } else {
            &program
        };
        let is_used = text.match_indices(&word).any(|(at, _)| {
            let before = text[..at].chars().next_back().unwrap_or(' ');
            let after = &text[at + word.len()..];
            !before.is_alphanumeric()
                && before != '_'
                && (after.starts_with("::") || after.starts_with(';') || after.starts_with(" as "))
        });
        let is_switch = before.starts_with("# Only for its feature");
        assert!(is_used || is_switch, "{name} is used nowhere");
    }
}
