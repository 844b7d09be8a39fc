//! The rules of the house for one file of Rust. Each returns what breaks it, with its place.

use super::source::{Source, Used};

/// A rule for one file.
pub type Rule = fn(&Source) -> Vec<String>;

/// All of them, by name.
pub const ALL: [(&str, Rule); 8] = [
    ("imports run one way", imports_run_one_way),
    (
        "dependencies keep to their rooms",
        dependencies_keep_to_their_rooms,
    ),
    ("nothing panics", nothing_panics),
    ("colours come from the tokens", colours_come_from_the_tokens),
    ("files are short", files_are_short),
    ("functions are short", functions_are_short),
    ("no unsafe code", unsafe_code_is_forbidden),
    ("no network", no_network),
];

const LONGEST_FILE: usize = 400;

/// One name a line for every text of the interface: long, but nothing to read through.
const LIST_OF_NAMES: &str = "src/text/key.rs";
const LONGEST_FUNCTION: usize = 80;

/// What each room may import besides itself. A room that is not here has no place in the house.
const ROOMS: [(&str, &[&str]); 15] = [
    ("model", &[]),
    ("packed", &[]),
    ("dataset", &["model", "packed"]),
    ("geometry", &["model"]),
    ("text", &["model", "packed"]),
    ("state", &["model", "dataset", "geometry", "text", "lesson"]),
    ("lesson", &["model", "dataset", "geometry", "text"]),
    (
        "scene",
        &["model", "dataset", "geometry", "text", "state", "lesson"],
    ),
    (
        "export",
        &[
            "model", "dataset", "geometry", "text", "state", "lesson", "scene",
        ],
    ),
    (
        "ui",
        &[
            "model", "dataset", "geometry", "text", "state", "lesson", "scene",
        ],
    ),
    ("raster", &[]),
    ("prefs", &["model", "dataset", "text", "state"]),
    (
        "host",
        &[
            "model", "dataset", "geometry", "text", "state", "lesson", "scene", "export", "ui",
            "raster", "prefs",
        ],
    ),
    (
        "cli",
        &[
            "model", "dataset", "geometry", "text", "state", "lesson", "scene", "export", "raster",
            "prefs", "host",
        ],
    ),
    ("main", &["host", "cli"]),
];

const SERDE: &[&str] = &[
    "src/dataset/raw",
    "src/dataset/records.rs",
    "src/text/",
    "src/prefs",
    "src/export/",
    "src/cli/",
];

/// Where each dependency may be used, by the beginning of the path. A new dependency needs a line
/// here, so that somebody decides which room it belongs to.
const DEPENDENCIES: [(&str, &[&str]); 42] = [
    ("bytemuck", &["src/raster/"]),
    ("clap", &["src/cli/"]),
    ("clap_complete", &["src/cli/"]),
    ("clap_mangen", &["src/cli/"]),
    ("csv", &["src/dataset/own", "src/export/"]),
    ("directories", &["src/prefs", "src/host/"]),
    ("eframe", &["src/host/"]),
    ("egui", &["src/ui/", "src/host/", "src/raster/"]),
    ("egui_plot", &["src/ui/"]),
    ("egui_winit", &["src/host/"]),
    ("env_logger", &["src/main.rs", "src/cli/", "src/host/"]),
    ("geo", &["src/geometry/"]),
    ("icu_calendar", &["src/text/rules.rs"]),
    ("icu_datetime", &["src/text/rules.rs"]),
    ("icu_decimal", &["src/text/rules.rs"]),
    ("icu_list", &["src/text/rules.rs"]),
    ("icu_locale_core", &["src/text/rules.rs"]),
    ("icu_plurals", &["src/text/rules.rs"]),
    ("icu_provider", &["src/text/rules.rs"]),
    ("include_flate", &["src/packed.rs"]),
    ("jiff", &["src/model/"]),
    (
        "log",
        &[
            "src/text/",
            "src/dataset/",
            "src/scene/",
            "src/ui/",
            "src/raster/",
            "src/host/",
            "src/cli/",
            "src/prefs",
            "src/main.rs",
        ],
    ),
    ("mimalloc", &["src/main.rs"]),
    ("miniz_oxide", &["src/export/"]),
    ("nucleo_matcher", &["src/scene/search/"]),
    ("pdf_writer", &["src/export/"]),
    ("png", &["src/raster/"]),
    ("quick_xml", &["src/export/"]),
    ("rustix", &["src/host/"]),
    ("serde", SERDE),
    ("serde_json", SERDE),
    ("serde_path_to_error", &["src/dataset/records.rs"]),
    ("skrifa", &["src/export/"]),
    ("softbuffer", &["src/host/"]),
    ("subsetter", &["src/export/"]),
    ("sys_locale", &["src/text/"]),
    (
        "tempfile",
        &["src/prefs", "src/export/", "src/cli/", "src/host/"],
    ),
    ("thiserror", &["src/"]),
    ("unicode_normalization", &["src/scene/search/"]),
    ("unicode_width", &["src/cli/"]),
    ("winit", &["src/host/"]),
    ("zstd", &["src/packed.rs"]),
];

/// Raw colours outside the tokens: where, which constructor, and why it is none of the reader's colours.
const COLOURS: [(&str, &str, &str); 8] = [
    (
        "src/host/vectors.rs",
        "PLACEHOLDER",
        "the mark of egui for a colour that is not set",
    ),
    (
        "src/ui/lettering.rs",
        "PLACEHOLDER",
        "the same mark: a text takes its colour when it is painted",
    ),
    ("src/ui/tokens.rs", "*", "the one place that makes colours"),
    ("src/raster/", "*", "works on pixels, not on a palette"),
    (
        "src/ui/map/patterns.rs",
        "from_white_alpha",
        "a mask; the pattern's colour multiplies it",
    ),
    (
        "src/ui/map/",
        "WHITE",
        "a mask; the fill's or the text's colour multiplies it",
    ),
    (
        "src/host/headless.rs",
        "BLACK",
        "lies under the whole screen and is covered by it",
    ),
    ("src/", "TRANSPARENT", "no colour at all"),
];

/// The name a dependency has in code, if it is one.
fn is_dependency(name: &str) -> bool {
    DEPENDENCIES.iter().any(|(known, _)| *known == name)
}

fn at(source: &Source, line: usize, message: impl std::fmt::Display) -> String {
    format!("{}:{line}: {message}", source.path)
}

/// `model` ← `dataset`, `geometry`, `text` ← `state`, `lesson` ← `scene` ← `export`, `ui` ← `host` ← `cli`.
pub fn imports_run_one_way(source: &Source) -> Vec<String> {
    let Some(room) = source.room() else {
        return Vec::new();
    };
    let Some((_, allowed)) = ROOMS.iter().find(|(known, _)| *known == room) else {
        return vec![at(
            source,
            1,
            format!("the room \"{room}\" is not in ROOMS of tests/architecture/rules.rs"),
        )];
    };
    let mut found = Vec::new();
    for Used { what, line, .. } in &source.paths {
        let [first, rest @ ..] = what.as_slice() else {
            continue;
        };
        match rest.first() {
            _ if first != "crate" => {}
            Some(target) if target == room || allowed.contains(&target.as_str()) => {}
            // A macro or a constant of the crate itself is no room.
            Some(target)
                if rest.len() == 1
                    && target != "*"
                    && !ROOMS.iter().any(|(known, _)| known == target) => {}
            Some(target) => found.push(at(
                source,
                *line,
                format!("\"{room}\" must not import \"{target}\""),
            )),
            None => found.push(at(source, *line, "the crate itself gets no second name")),
        }
    }
    found.sort();
    found.dedup();
    found
}

/// egui in the rooms that draw, serde at the edges, the date library in the model, and so on.
pub fn dependencies_keep_to_their_rooms(source: &Source) -> Vec<String> {
    if !source.path.starts_with("src/") {
        return Vec::new();
    }
    let mut found = Vec::new();
    for Used { what, line, .. } in source.paths.iter().filter(|used| !used.in_test) {
        let name = what[0].as_str();
        let Some((_, places)) = DEPENDENCIES.iter().find(|(known, _)| *known == name) else {
            continue;
        };
        if !places.iter().any(|place| source.path.starts_with(place)) {
            found.push(at(
                source,
                *line,
                format!("uses {name}, which belongs to {}", places.join(", ")),
            ));
        }
    }
    found.sort();
    found.dedup();
    found
}

/// Dependencies of the program that have no line in the table.
pub fn dependencies_without_a_room(names: &[String]) -> Vec<String> {
    let unknown = names
        .iter()
        .filter(|name| !is_dependency(&name.replace('-', "_")));
    unknown
        .map(|name| {
            format!(
                "the dependency \"{name}\" is not in DEPENDENCIES of tests/architecture/rules.rs"
            )
        })
        .collect()
}

/// Errors are handled; only tests may give up.
pub fn nothing_panics(source: &Source) -> Vec<String> {
    const METHODS: [&str; 5] = [
        "unwrap",
        "unwrap_err",
        "expect",
        "expect_err",
        "unwrap_unchecked",
    ];
    const MACROS: [&str; 4] = ["panic", "todo", "unimplemented", "dbg"];
    if !source.path.starts_with("src/") {
        return Vec::new();
    }
    let is_function = |path: &[String]| matches!(path, [.., of, name] if METHODS.contains(&name.as_str()) && (of == "Option" || of == "Result"));
    let methods = source
        .methods
        .iter()
        .filter(|used| METHODS.contains(&used.what.as_str()) && !used.in_test);
    let macros = source
        .macros
        .iter()
        .filter(|used| MACROS.contains(&used.what.as_str()) && !used.in_test);
    let functions = source
        .paths
        .iter()
        .filter(|used| is_function(&used.what) && !used.in_test);
    methods
        .map(|used| at(source, used.line, format!(".{}() outside tests", used.what)))
        .chain(macros.map(|used| at(source, used.line, format!("{}! outside tests", used.what))))
        .chain(functions.map(|used| {
            at(
                source,
                used.line,
                format!("{} outside tests", used.what.join("::")),
            )
        }))
        .collect()
}

/// Every colour of the screen is a token, so that a theme can change it.
pub fn colours_come_from_the_tokens(source: &Source) -> Vec<String> {
    if !source.path.starts_with("src/") {
        return Vec::new();
    }
    let is_excepted = |name: &str| {
        COLOURS.iter().any(|(place, known, _)| {
            source.path.starts_with(place) && (*known == "*" || *known == name)
        })
    };
    let mut found = Vec::new();
    for Used {
        what,
        line,
        in_test,
    } in &source.paths
    {
        let [.., of, name] = what.as_slice() else {
            continue;
        };
        let makes = match of.as_str() {
            "Color32" => {
                name.starts_with("from_")
                    || name
                        .chars()
                        .all(|letter| letter.is_ascii_uppercase() || letter == '_')
            }
            "Rgba" | "Hsva" | "HsvaGamma" => true,
            _ => false,
        };
        if makes && !in_test && !is_excepted(name) {
            found.push(at(
                source,
                *line,
                format!("{of}::{name}: take a colour from ui/tokens.rs"),
            ));
        }
    }
    let raw = source
        .macros
        .iter()
        .filter(|used| used.what == "hex_color" && !used.in_test && !is_excepted("hex_color"));
    found.extend(raw.map(|used| {
        at(
            source,
            used.line,
            "hex_color!: take a colour from ui/tokens.rs",
        )
    }));
    found
}

/// A file has one job.
pub fn files_are_short(source: &Source) -> Vec<String> {
    let lines = source.text.lines().count();
    let fault = (lines > LONGEST_FILE && source.path != LIST_OF_NAMES)
        .then(|| format!("{}: {lines} lines, at most {LONGEST_FILE}", source.path));
    fault.into_iter().collect()
}

/// A function fits a screen; in files of tests a table of cases may be longer.
pub fn functions_are_short(source: &Source) -> Vec<String> {
    let long = source
        .functions
        .iter()
        .filter(|function| function.length > LONGEST_FUNCTION)
        .filter(|_| !source.path.ends_with("tests.rs"));
    long.map(|function| {
        at(
            source,
            function.line,
            format!(
                "fn {} has {} lines, at most {LONGEST_FUNCTION}",
                function.name, function.length
            ),
        )
    })
    .collect()
}

/// The two roots say so; `forbid` cannot be lifted further in.
pub fn unsafe_code_is_forbidden(source: &Source) -> Vec<String> {
    let is_root = ["src/lib.rs", "src/main.rs"].contains(&source.path.as_str());
    let fault = (is_root && !source.forbids_unsafe)
        .then(|| at(source, 1, "must say #![forbid(unsafe_code)]"));
    fault.into_iter().collect()
}

/// The atlas opens no connection.
pub fn no_network(source: &Source) -> Vec<String> {
    let is_net = |path: &[String]| matches!(path, [root, net, ..] if net == "net" && ["std", "core"].contains(&root.as_str()));
    let found = source.paths.iter().filter(|used| is_net(&used.what));
    found
        .map(|used| at(source, used.line, format!("uses {}", used.what.join("::"))))
        .collect()
}
