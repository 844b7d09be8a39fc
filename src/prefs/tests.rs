use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use tempfile::TempDir;

use super::*;

fn day(text: &str) -> Day {
    text.parse::<HistoricalDate>().unwrap().first_day()
}

pub(super) fn full() -> Preferences {
    Preferences {
        window: Some([1280.0, 800.0]),
        maximized: true,
        date: Some(day("1945-08-28")),
        unit: Some(Unit::Month),
        language: Some(Language::Japanese),
        theme: Some(Theme::Dark),
        palette: Some(Palette::Safe),
        scale: Scale::of(125),
        reduce_motion: Some(true),
        hint_read: true,
        inspector: Some(false),
        tracks: Some(false),
        ..Preferences::default()
    }
}

/// A store whose file has this content.
fn with_file(content: &[u8]) -> (TempDir, Store) {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("settings.json"), content).unwrap();
    let store = Store::in_folder(folder.path());
    (folder, store)
}

/// The text of [`full`] with another value in one field.
fn text_with(name: &str, value: &str) -> String {
    let mut fields = vec![
        ("version", "1"),
        ("window", "[1280, 800]"),
        ("maximized", "true"),
        ("date", "\"1945-08-28\""),
        ("unit", "\"month\""),
        ("language", "\"ja\""),
        ("theme", "\"dark\""),
        ("palette", "\"safe\""),
        ("scale", "125"),
        ("reduce-motion", "true"),
        ("inspector", "false"),
        ("hint-read", "true"),
        ("tracks", "false"),
    ];
    fields.retain(|(known, _)| *known != name);
    fields.push((name, value));
    let fields: Vec<String> = fields
        .iter()
        .map(|(name, value)| format!("\"{name}\": {value}"))
        .collect();
    format!("{{{}}}", fields.join(", "))
}

pub(super) fn files(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn what_is_saved_is_read_again() {
    let folder = TempDir::new().unwrap();
    let mut store = Store::in_folder(folder.path().join("made/when/needed"));
    assert_eq!(store.load(), Loaded::default(), "no file is no mistake");
    for preferences in [full(), Preferences::default()] {
        store.save(&preferences).unwrap();
        let loaded = store.load();
        assert_eq!(loaded.preferences, preferences);
        assert_eq!(loaded.warnings, [""; 0]);
        assert_eq!(loaded.kept_aside, None);
    }
    assert_eq!(
        files(&folder.path().join("made/when/needed")),
        ["settings.json"]
    );
}

#[test]
fn a_bad_field_is_left_out_with_a_warning_and_the_others_stay() {
    for (name, values) in [
        (
            "window",
            &[
                "\"wide\"",
                "[1280]",
                "[1280, 800, 3]",
                "[1e39, 800]",
                "[-1280, 800]",
                "[1280, 12]",
                "[1280, 17000]",
                "{}",
                "[null, 800]",
            ][..],
        ),
        ("maximized", &["1", "\"true\"", "[]"]),
        (
            "date",
            &[
                "1945",
                "\"1945\"",
                "\"1945-02-30\"",
                "\"1600-01-01\"",
                "\"2026-01-01\"",
                "\"yesterday\"",
                "\"\"",
                "[1945, 8, 28]",
                "1e308",
            ],
        ),
        ("unit", &["\"week\"", "1", "\"\"", "false"]),
        ("language", &["\"fr\"", "7", "[\"ja\"]", "\"日本語\""]),
        ("theme", &["\"blue\"", "true", "{\"theme\": \"dark\"}"]),
        ("selection", &["\"iturup\"", "null"]),
    ] {
        for value in values {
            let text = text_with(name, value);
            let (read, warnings) = Preferences::read(text.as_bytes()).unwrap();
            assert_eq!(warnings.len(), 1, "{text}\n{warnings:?}");
            assert!(
                warnings[0].starts_with(&format!("{name}: ")),
                "{warnings:?}"
            );
            let mut expected = full();
            match name {
                "window" => expected.window = None,
                "maximized" => expected.maximized = false,
                "date" => expected.date = None,
                "unit" => expected.unit = None,
                "language" => expected.language = None,
                "theme" => expected.theme = None,
                _ => {}
            }
            assert_eq!(read, expected, "{text}");
        }
    }
}

#[test]
fn a_damaged_file_is_kept_aside_and_the_reader_told() {
    for content in [
        &b""[..],
        b"   ",
        b"{\"version\": 1, \"date\": \"1945-0",
        b"[1, 2]",
        b"null",
        b"\"settings\"",
        b"{\"version\": \"one\"}",
        b"{\"version\": 0}",
        b"{\"version\": -1}",
        b"{\"version\": null}",
        b"{\"version\": 1, \"window\": [1e400, 800]}",
        b"{\"version\": 1, \"language\": \"\xff\xfe\"}",
        b"\xff\xfe{\0}\0",
        &vec![b' '; 100_000],
        "[".repeat(10_000).as_bytes(),
    ] {
        let (folder, mut store) = with_file(content);
        let loaded = store.load();
        assert_eq!(loaded.preferences, Preferences::default());
        assert_eq!(loaded.warnings.len(), 1, "{:?}", loaded.warnings);
        let aside = loaded.kept_aside.clone().unwrap();
        assert_eq!(aside, folder.path().join("settings.json.damaged-1"));
        assert_eq!(fs::read(&aside).unwrap(), content, "nothing of it is lost");
        for language in Language::ALL {
            assert!(
                loaded
                    .notice(language)
                    .unwrap()
                    .contains("settings.json.damaged-1")
            );
        }
        store.save(&full()).unwrap();
        assert_eq!(store.load().preferences, full());
    }
}

#[test]
fn no_damaged_file_covers_an_earlier_one() {
    let (folder, mut store) = with_file(b"first");
    store.load();
    fs::write(store.path().unwrap(), b"second").unwrap();
    store.load();
    assert_eq!(
        files(folder.path()),
        ["settings.json.damaged-1", "settings.json.damaged-2"]
    );
    assert_eq!(
        fs::read(folder.path().join("settings.json.damaged-1")).unwrap(),
        b"first"
    );
}

#[test]
fn a_folder_in_place_of_the_file_is_kept_aside() {
    let folder = TempDir::new().unwrap();
    fs::create_dir(folder.path().join("settings.json")).unwrap();
    let mut store = Store::in_folder(folder.path());
    assert!(store.load().kept_aside.is_some());
    store.save(&full()).unwrap();
    assert_eq!(store.load().preferences, full());
}

#[test]
fn the_file_of_a_later_edition_is_left_alone() {
    for version in [
        "2",
        "18446744073709551615",
        "1e300",
        "1.5",
        "99999999999999999999999",
    ] {
        let content = format!(
            "{{\"version\": {version}, \"date\": \"1945-08-28\", \"theme\": {{\"hue\": 3}}}}"
        );
        let (folder, mut store) = with_file(content.as_bytes());
        let loaded = store.load();
        assert_eq!(loaded.preferences, Preferences::default(), "{version}");
        assert_eq!((loaded.warnings.len(), loaded.kept_aside), (1, None));
        assert!(matches!(
            store.save(&full()),
            Err(SaveError::NotOurs { .. })
        ));
        assert_eq!(files(folder.path()), ["settings.json"]);
        assert_eq!(fs::read_to_string(store.path().unwrap()).unwrap(), content);
    }
}

#[test]
fn a_file_without_a_version_is_read_with_a_warning() {
    let (_folder, mut store) = with_file(b"{\"language\": \"ru\"}");
    let loaded = store.load();
    assert_eq!(loaded.preferences.language, Some(Language::Russian));
    assert_eq!(loaded.warnings.len(), 1);
}

#[test]
fn a_folder_that_takes_no_files_only_warns() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("a file");
    fs::write(&file, "").unwrap();
    let mut closed: Vec<PathBuf> = vec![file.join("settings")];
    if cfg!(target_os = "linux") {
        // Nobody can write there, not even the system's administrator.
        closed.push("/proc/kuril-atlas".into());
    }
    for folder in closed {
        let mut store = Store::in_folder(&folder);
        assert_eq!(store.load().preferences, Preferences::default());
        let error = store.save(&full()).unwrap_err();
        assert!(
            error.to_string().contains(FOLDER_VARIABLE),
            "it says what to do: {error}"
        );
        let saver = Saver::start(store, Duration::ZERO);
        saver.keep(full());
        drop(saver);
    }
}

#[cfg(unix)]
#[test]
fn a_read_only_folder_keeps_its_file() {
    use std::os::unix::fs::PermissionsExt as _;
    let (folder, mut store) = with_file(full().written().as_bytes());
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o555)).unwrap();
    assert_eq!(store.load().preferences, full());
    // Whoever runs the tests as administrator may write all the same.
    let may_write = fs::write(folder.path().join("probe"), "").is_ok();
    assert_eq!(store.save(&Preferences::default()).is_ok(), may_write);
    assert_eq!(
        store.load().preferences,
        if may_write {
            Preferences::default()
        } else {
            full()
        }
    );
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
}

#[cfg(unix)]
#[test]
fn a_link_to_the_file_stays_a_link() {
    let (target, mut kept) = with_file(Preferences::default().written().as_bytes());
    let folder = TempDir::new().unwrap();
    std::os::unix::fs::symlink(
        target.path().join("settings.json"),
        folder.path().join("settings.json"),
    )
    .unwrap();
    Store::in_folder(folder.path()).save(&full()).unwrap();
    assert!(folder.path().join("settings.json").is_symlink());
    assert_eq!(kept.load().preferences, full());
}

#[test]
fn what_a_killed_program_left_is_removed_in_time() {
    let folder = TempDir::new().unwrap();
    let store = Store::in_folder(folder.path());
    for (name, hours) in [
        (".settings-old.tmp", 2),
        (".settings-new.tmp", 0),
        ("notes.tmp", 2),
    ] {
        let file = fs::File::create(folder.path().join(name)).unwrap();
        file.set_modified(std::time::SystemTime::now() - Duration::from_hours(hours))
            .unwrap();
    }
    store.save(&full()).unwrap();
    assert_eq!(
        files(folder.path()),
        [".settings-new.tmp", "notes.tmp", "settings.json"]
    );
}
