//! The architecture, asserted by reading the sources: see the documentation of the crate.
//!
//! Each rule is also tried on text that breaks it, so that none can pass by seeing nothing.

#![expect(clippy::unwrap_used, reason = "a test may give up")]

#[path = "architecture/repository.rs"]
mod repository;
#[path = "architecture/rules.rs"]
mod rules;
#[path = "architecture/source.rs"]
mod source;

use std::collections::HashSet;
use std::path::Path;
use std::sync::LazyLock;

use source::Source;

fn read(file: &str) -> String {
    std::fs::read_to_string(repository::root().join(file))
        .unwrap_or_else(|error| panic!("{file}: {error}"))
}

fn is_rust(file: &str) -> bool {
    Path::new(file)
        .extension()
        .is_some_and(|extension| extension == "rs")
}

static SOURCES: LazyLock<Vec<Source>> = LazyLock::new(sources);

/// All Rust files; those that a `#[cfg(test)] mod name;` names count as tests.
fn sources() -> Vec<Source> {
    let files = repository::files(&repository::root());
    let files: Vec<&String> = files.iter().filter(|file| is_rust(file)).collect();
    let mut sources: Vec<Source> = files
        .iter()
        .map(|file| Source::read(file, &read(file), false))
        .collect();
    let tests: HashSet<String> = sources.iter().flat_map(test_files).collect();
    for source in &mut sources {
        if tests.iter().any(|test| {
            source.path == format!("{test}.rs") || source.path.starts_with(&format!("{test}/"))
        }) {
            *source = Source::read(&source.path, &source.text, true);
        }
    }
    sources
}

/// The paths, without `.rs`, of the modules of a file that only tests compile.
fn test_files(source: &Source) -> Vec<String> {
    let own = source.path.trim_end_matches(".rs");
    let folder = own
        .strip_suffix("/mod")
        .or_else(|| own.strip_suffix("/lib"))
        .unwrap_or(own);
    let parent = own.rsplit_once('/').map_or("", |(parent, _)| parent);
    // A `#[path]` counts from the folder of the file, a plain name from the folder of the module.
    source
        .test_modules
        .iter()
        .flat_map(|name| [format!("{folder}/{name}"), format!("{parent}/{name}")])
        .collect()
}

#[track_caller]
fn assert_none(faults: &[String]) {
    assert!(
        faults.is_empty(),
        "{} faults:\n{}",
        faults.len(),
        faults.join("\n")
    );
}

fn assert_rule(name: &str) {
    let (_, rule) = rules::ALL.iter().find(|(known, _)| *known == name).unwrap();
    let faults: Vec<String> = SOURCES.iter().flat_map(rule).collect();
    assert_none(&faults);
}

macro_rules! rule {
    ($($test:ident = $name:literal,)+) => {
        $(#[test]
        fn $test() {
            assert_rule($name);
        })+

        #[test]
        fn every_rule_is_asserted() {
            let asserted = [$($name),+];
            assert_eq!(asserted.as_slice(), rules::ALL.map(|(name, _)| name));
        }
    };
}

rule! {
    imports_run_one_way = "imports run one way",
    dependencies_keep_to_their_rooms = "dependencies keep to their rooms",
    nothing_panics = "nothing panics",
    colours_come_from_the_tokens = "colours come from the tokens",
    files_are_short = "files are short",
    functions_are_short = "functions are short",
    unsafe_code_is_forbidden = "no unsafe code",
    no_network_in_the_code = "no network",
}

#[test]
fn every_dependency_has_a_room() {
    let names = repository::dependencies(&read("Cargo.toml"));
    assert!(names.len() > 10, "the table is read: {names:?}");
    assert_none(&rules::dependencies_without_a_room(&names));
}

#[test]
fn the_crate_forbids_unsafe_code_for_every_target() {
    assert!(
        read("Cargo.toml")
            .lines()
            .any(|line| line == "unsafe_code = \"forbid\"")
    );
}

#[test]
fn the_top_level_is_as_designed() {
    assert_none(&repository::top_level(&repository::files(
        &repository::root(),
    )));
}

#[test]
fn no_file_names_a_machine() {
    let files = repository::files(&repository::root());
    // This file and its parts name what they look for.
    let files = files
        .iter()
        .filter(|file| !file.starts_with("tests/architecture"));
    let texts = files.filter_map(|file| {
        Some((
            file,
            std::fs::read_to_string(repository::root().join(file)).ok()?,
        ))
    });
    let faults: Vec<String> = texts
        .flat_map(|(file, text)| repository::machine_traces(file, &text))
        .collect();
    assert_none(&faults);
}

#[test]
fn the_lock_file_names_the_public_registry_and_no_network() {
    let lock = read("Cargo.lock");
    assert!(lock.matches("\nname = ").count() > 100, "the file is read");
    assert_none(&repository::lock_faults(&lock));
}

/// Code that keeps or breaks a rule.
const SNIPPETS: &str = include_str!("architecture/snippets.txt");

#[test]
fn rules_find_what_breaks_them() {
    let lines = SNIPPETS
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    let mut broken: HashSet<&str> = HashSet::new();
    for line in lines {
        let fields: Vec<&str> = line.splitn(4, '|').map(str::trim).collect();
        let [name, path, part, code] = fields.try_into().unwrap();
        let (_, rule) = rules::ALL.iter().find(|(known, _)| *known == name).unwrap();
        let faults = rule(&Source::read(path, &code.replace("\\n", "\n"), false));
        if part == "-" {
            assert_none(&faults);
        } else {
            broken.insert(name);
            assert!(
                faults.iter().any(|fault| fault.contains(part)),
                "{line}: {faults:?}"
            );
        }
    }
    for (name, _) in rules::ALL
        .iter()
        .filter(|(name, _)| !name.ends_with("are short"))
    {
        assert!(broken.contains(name), "no snippet breaks the rule: {name}");
    }
}

#[test]
fn length_rules_find_the_first_line_too_many() {
    let function = |lines: usize| {
        format!(
            "#[must_use]\npub fn long() {{\n{}}}\n",
            "x();\n".repeat(lines - 2)
        )
    };
    let source = |text: &str| Source::read("src/model/date.rs", text, false);
    assert_none(&rules::functions_are_short(&source(&function(80))));
    assert_eq!(
        rules::functions_are_short(&source(&function(81))),
        ["src/model/date.rs:2: fn long has 81 lines, at most 80"]
    );
    let method = format!("impl X {{ {} }}", function(81));
    assert_eq!(rules::functions_are_short(&source(&method)).len(), 1);
    assert_none(&rules::files_are_short(&source(&"//\n".repeat(400))));
    assert_eq!(
        rules::files_are_short(&source(&"//\n".repeat(401))),
        ["src/model/date.rs: 401 lines, at most 400"]
    );
}

#[test]
fn modules_for_tests_are_known() {
    let source = Source::read(
        "src/geometry/hit.rs",
        "#[cfg(test)]\nmod hit_tests;\nmod real;",
        false,
    );
    assert!(test_files(&source).contains(&"src/geometry/hit/hit_tests".to_owned()));
    assert!(
        !test_files(&source)
            .iter()
            .any(|file| file.ends_with("real"))
    );
    let source = Source::read(
        "src/geometry/hit.rs",
        "#[cfg(test)] #[path = \"hit_tests.rs\"] mod tests;",
        false,
    );
    assert!(test_files(&source).contains(&"src/geometry/hit_tests".to_owned()));
    let source = Source::read("src/raster/mod.rs", "#[cfg(test)]\nmod tests;", false);
    assert!(test_files(&source).contains(&"src/raster/tests".to_owned()));
}

#[test]
fn the_rules_of_the_repository_find_what_breaks_them() {
    let files = |names: &[&str]| {
        names
            .iter()
            .map(|name| (*name).to_owned())
            .collect::<Vec<_>>()
    };
    let whole = [
        "Cargo.lock",
        "Cargo.toml",
        "CHANGELOG.md",
        "LICENSE",
        "README.md",
        "assets/a",
        "data/a",
        "src/a",
        "tests/a",
        ".ci/run",
    ];
    assert_none(&repository::top_level(&files(&whole)));
    assert_eq!(
        repository::top_level(&files(&whole[1..])),
        ["Cargo.lock: is missing at the top level"]
    );
    let more = [&whole[..], &["notes/todo.md"]].concat();
    assert_eq!(
        repository::top_level(&files(&more)),
        ["notes: does not belong at the top level"]
    );
    for line in [
        "see /home/somebody/x",
        "path=/root/x",
        "\"/work/a\"",
        "(/Users/a/b)",
        "C:\\Users\\a",
        "cd /tmp/x",
        "http://localhost:80/",
        "https://10.0.0.7/x",
        "https://registry.example.org/",
        "https://pypi-mirror.example.org",
        "https://user:word@example.org/",
        "https://git.example.internal/x",
        "http://[::1]/",
    ] {
        assert_eq!(repository::machine_traces("a", line).len(), 1, "{line}");
    }
    for line in [
        "https://example.org/home/page",
        "pipeline/work/",
        "$tmp/work/x",
        "kuril-atlas://1945-08-28",
        "https://github.com/rust-lang/crates.io-index",
    ] {
        assert_none(&repository::machine_traces("a", line));
    }
    let lock = "name = \"ureq\"\nsource = \"registry+https://example.org/index\"\n";
    assert_eq!(repository::lock_faults(lock).len(), 2);
    let manifest = "[dependencies]
modern-thing = \"1\"
# a = b
[target.'cfg(unix)'.dependencies]
unixy = \"1\"
[target.x.dev-dependencies]
other = \"1\"
";
    let names = repository::dependencies(manifest);
    assert_eq!(names, ["modern-thing", "unixy"]);
    assert_eq!(rules::dependencies_without_a_room(&names).len(), 2);
}
