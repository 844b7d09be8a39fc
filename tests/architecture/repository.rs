//! The rules of the house for the repository as a whole: what lies where, and what no file may name.

use std::path::{Path, PathBuf};
use std::process::Command;

/// All that may stand at the top level besides dotfiles; all of it must.
const TOP: [&str; 9] = [
    "Cargo.toml",
    "Cargo.lock",
    "src",
    "data",
    "assets",
    "tests",
    "README.md",
    "LICENSE",
    "CHANGELOG.md",
];

/// Crates that talk to the network. The atlas is an offline program.
const NETWORK: [&str; 22] = [
    "actix-web",
    "attohttpc",
    "axum",
    "curl",
    "git2",
    "h2",
    "hickory-resolver",
    "hyper",
    "isahc",
    "minreq",
    "native-tls",
    "openssl",
    "quinn",
    "reqwest",
    "rustls",
    "ssh2",
    "surf",
    "tiny_http",
    "tokio-tungstenite",
    "tungstenite",
    "ureq",
    "warp",
];

/// The root of the package.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The files of the repository, relative to its root, with `/` between folders: what git tracks, or
/// all there is where there is no git.
pub fn files(root: &Path) -> Vec<String> {
    let listed = Command::new("git")
        .args(["ls-files", "-z"])
        .current_dir(root)
        .output();
    let mut files: Vec<String> = match listed {
        Ok(output) if output.status.success() && !output.stdout.is_empty() => {
            String::from_utf8_lossy(&output.stdout)
                .split_terminator('\0')
                .map(str::to_owned)
                .collect()
        }
        _ => {
            let mut files = Vec::new();
            walk(root, root, &mut files);
            files
        }
    };
    // A file removed but not yet committed is still listed.
    files.retain(|file| root.join(file).is_file());
    files.sort();
    files
}

fn walk(root: &Path, folder: &Path, files: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path
            .strip_prefix(root)
            .unwrap()
            .to_string_lossy()
            .replace('\\', "/");
        let is_made = ["target", ".git", "data/geo/pipeline/work"].contains(&name.as_str())
            || name.contains("__pycache__");
        match (is_made, path.is_dir()) {
            (true, _) => {}
            (false, true) => walk(root, &path, files),
            (false, false) => files.push(name),
        }
    }
}

/// The top level holds what the design names and nothing else.
pub fn top_level(files: &[String]) -> Vec<String> {
    let mut top: Vec<&str> = files
        .iter()
        .filter_map(|file| file.split('/').next())
        .collect();
    top.dedup();
    let strange = top
        .iter()
        .filter(|name| !name.starts_with('.') && !TOP.contains(name));
    let missing = TOP.iter().filter(|name| !top.contains(name));
    strange
        .map(|name| format!("{name}: does not belong at the top level"))
        .chain(missing.map(|name| format!("{name}: is missing at the top level")))
        .collect()
}

/// No file names a folder of somebody's machine, a host of a private network, or a password.
pub fn machine_traces(file: &str, text: &str) -> Vec<String> {
    const FOLDERS: [&str; 6] = [
        "/home/",
        "/root/",
        "/Users/",
        "/work/",
        "/tmp/",
        ":\\Users\\",
    ];
    let mut found = Vec::new();
    for (line, text) in (1..).zip(text.lines()) {
        for folder in FOLDERS {
            let stands_alone = |at: usize| {
                let before = text[..at].chars().next_back();
                // Within an address or a relative path the same words mean something else.
                folder.starts_with(':')
                    || before.is_none_or(|letter| {
                        !letter.is_alphanumeric() && !"./-_~%$}*".contains(letter)
                    })
            };
            if text.match_indices(folder).any(|(at, _)| stands_alone(at)) {
                found.push(format!("{file}:{line}: names the folder {folder}"));
            }
        }
        for host in hosts(text).filter(|host| is_private(host)) {
            found.push(format!("{file}:{line}: names the host {host}"));
        }
    }
    found
}

/// The authorities of all addresses in a line: `user@host:port`.
fn hosts(line: &str) -> impl Iterator<Item = &str> {
    line.match_indices("://").map(|(at, _)| {
        let rest = &line[at + 3..];
        let end = rest
            .find(|letter: char| !letter.is_ascii_alphanumeric() && !"-._~:@[]%".contains(letter));
        &rest[..end.unwrap_or(rest.len())]
    })
}

fn is_private(authority: &str) -> bool {
    const SUFFIXES: [&str; 6] = [
        ".local",
        ".internal",
        ".lan",
        ".corp",
        ".intranet",
        ".localdomain",
    ];
    const WORDS: [&str; 5] = ["registry", "mirror", "artifactory", "nexus", "proxy"];
    let host = authority.rsplit('@').next().unwrap_or_default();
    let host = host.split(':').next().unwrap_or_default();
    authority.contains('@')
        || authority.starts_with('[')
        || host == "localhost"
        || is_ip_address(host)
        || SUFFIXES.iter().any(|suffix| host.ends_with(suffix))
        || WORDS.iter().any(|word| host.contains(word))
}

/// Four numbers; a date behind an address of the atlas's own is none.
fn is_ip_address(host: &str) -> bool {
    let parts: Vec<&str> = host.split('.').collect();
    parts.len() == 4 && parts.iter().all(|part| part.parse::<u8>().is_ok())
}

/// The names of what the program depends on, on any system; not what only its tests use.
pub fn dependencies(manifest: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut is_inside = false;
    for line in manifest.lines() {
        if let Some(table) = line.strip_prefix('[') {
            let table = table.trim_end_matches(']');
            is_inside = table == "dependencies" || table.ends_with(".dependencies");
        } else if let Some((name, _)) = line.split_once('=').filter(|_| is_inside)
            && !name.starts_with('#')
        {
            names.push(name.trim().to_owned());
        }
    }
    names
}

/// The lock file names only the public registry and no crate of the network.
pub fn lock_faults(lock: &str) -> Vec<String> {
    let value = |line: &str, key: &str| {
        Some(
            line.strip_prefix(key)?
                .strip_prefix(" = \"")?
                .trim_end_matches('"')
                .to_owned(),
        )
    };
    let names = lock
        .lines()
        .filter_map(|line| value(line, "name"))
        .filter(|name| NETWORK.contains(&name.as_str()));
    let sources = lock.lines().filter_map(|line| value(line, "source"));
    let sources =
        sources.filter(|source| source != "registry+https://github.com/rust-lang/crates.io-index");
    names
        .map(|name| format!("Cargo.lock: {name} talks to the network"))
        .chain(sources.map(|source| format!("Cargo.lock: a crate comes from {source}")))
        .collect()
}
