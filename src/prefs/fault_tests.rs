//! Settings, lessons and drafts while programs are killed, disks are full, and two windows are open.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;
use std::{env, fs};

use tempfile::TempDir;

use super::tests::{files, full};
use super::*;

const CHILD_FOLDER: &str = "KURIL_ATLAS_TEST_SAVES_INTO";

/// How often the saving program is killed, where somebody asks for more.
const KILLS: &str = "KURIL_ATLAS_TEST_KILLS";

/// Large enough that it takes more than one step to write.
fn lesson(letter: char) -> String {
    letter.to_string().repeat(300_000)
}

fn with_bookmarks(count: usize) -> Preferences {
    let one = |number| {
        (
            format!("mark {number}"),
            format!("kuril-atlas://1945/{number}"),
        )
    };
    Preferences {
        bookmarks: (0..count).map(one).collect(),
        ..full()
    }
}

fn bookmarks(names: &[&str]) -> Preferences {
    let pair = |name: &&str| ((*name).to_owned(), format!("link of {name}"));
    Preferences {
        bookmarks: names.iter().map(pair).collect(),
        ..Preferences::default()
    }
}

fn child(test: &str, folder: &Path) -> Command {
    let mut command = Command::new(env::current_exe().unwrap());
    command
        .args(["--ignored", "--exact", test])
        .env(CHILD_FOLDER, folder)
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command
}

/// Not a test of its own: the program that is killed.
#[test]
#[ignore = "saves for ever; another test runs and kills it"]
fn saves_for_ever() {
    let Some(folder) = env::var_os(CHILD_FOLDER) else {
        return;
    };
    let store = Store::in_folder(&folder);
    let path = Path::new(&folder).join("lesson.json");
    for letter in ['a', 'b'].into_iter().cycle() {
        let count = if letter == 'a' { 2000 } else { 1 };
        store.save(&with_bookmarks(count)).unwrap();
        replace_file(&path, lesson(letter).as_bytes()).unwrap();
    }
}

#[test]
fn killed_while_saving_there_is_the_old_file_or_the_new_one() {
    let kills = env::var(KILLS).ok().and_then(|text| text.parse().ok());
    let folder = TempDir::new().unwrap();
    let mut store = Store::in_folder(folder.path());
    let path = folder.path().join("lesson.json");
    store.save(&with_bookmarks(1)).unwrap();
    replace_file(&path, lesson('a').as_bytes()).unwrap();
    let known = [with_bookmarks(1), with_bookmarks(2000)];
    let texts = [lesson('a'), lesson('b')];
    let mut seen = [false; 2];
    for round in 0..kills.unwrap_or(12u64) {
        let mut child = child("prefs::fault_tests::saves_for_ever", folder.path())
            .spawn()
            .unwrap();
        // Moments of all kinds: 30 to 130 ms, in steps that no rhythm of saving follows.
        std::thread::sleep(Duration::from_micros(30_000 + round * 7_919 % 100_000));
        assert!(
            child.try_wait().unwrap().is_none(),
            "the child must still be saving"
        );
        child.kill().unwrap();
        child.wait().unwrap();
        let loaded = store.load();
        assert_eq!(
            (loaded.warnings.len(), &loaded.kept_aside),
            (0, &None),
            "round {round}: {:?}",
            loaded.warnings
        );
        let index = known.iter().position(|known| *known == loaded.preferences);
        seen[index.unwrap()] = true;
        assert!(texts.contains(&fs::read_to_string(&path).unwrap()));
        // What a killed program leaves is a file that it was writing: one, or none.
        let left = files(folder.path());
        let left = left.iter().filter(|name| name.starts_with(".settings-"));
        assert!(left.count() <= 1 + usize::try_from(round).unwrap());
    }
    assert!(kills.is_none() || seen == [true; 2], "both states are met");
}

/// Not a test of its own: a program that may write no byte to any file.
#[test]
#[ignore = "another test runs it where every file is full"]
fn saves_once_and_is_told_why_not() {
    let Some(folder) = env::var_os(CHILD_FOLDER) else {
        return;
    };
    let mut store = Store::in_folder(&folder);
    assert_eq!(store.load().preferences, full());
    let error = store.save(&Preferences::default()).unwrap_err();
    assert!(matches!(error, SaveError::Write { .. }), "{error}");
    assert!(error.to_string().contains(FOLDER_VARIABLE), "{error}");
    let path = Path::new(&folder).join("lesson.json");
    assert!(replace_file(&path, b"new").is_err());
    let saver = Saver::start(store, Duration::ZERO);
    saver.keep(Preferences::default());
}

#[cfg(unix)]
#[test]
fn on_a_full_disk_the_old_files_stay() {
    let folder = TempDir::new().unwrap();
    let mut store = Store::in_folder(folder.path());
    store.save(&full()).unwrap();
    fs::write(folder.path().join("lesson.json"), "old").unwrap();
    let child = child(
        "prefs::fault_tests::saves_once_and_is_told_why_not",
        folder.path(),
    );
    // No file may grow: every write fails as on a full disk.
    let mut shell = Command::new("sh");
    shell
        .args(["-c", "trap '' XFSZ; ulimit -f 0; exec \"$@\"", "sh"])
        .arg(child.get_program())
        .args(child.get_args())
        .env(CHILD_FOLDER, folder.path());
    let output = shell.output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success() && said.contains("1 passed"),
        "{said}{}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert_eq!(store.load().preferences, full());
    assert_eq!(files(folder.path()), ["lesson.json", "settings.json"]);
    assert_eq!(
        fs::read_to_string(folder.path().join("lesson.json")).unwrap(),
        "old"
    );
}

#[cfg(unix)]
#[test]
fn a_pipe_in_place_of_a_file_is_not_replaced() {
    use std::os::unix::fs::FileTypeExt as _;
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("settings.json");
    let made = Command::new("mkfifo").arg(&path).status();
    assert!(made.unwrap().success());
    let store = Store::in_folder(folder.path());
    assert!(matches!(store.save(&full()), Err(SaveError::Write { .. })));
    assert!(replace_file(&path, b"x").is_err());
    assert!(fs::metadata(&path).unwrap().file_type().is_fifo());
    assert_eq!(files(folder.path()), ["settings.json"]);
}

/// Two windows: the last to save wins, but no bookmark is lost, and none comes back.
#[test]
fn of_two_windows_neither_loses_the_bookmarks_of_the_other() {
    let folder = TempDir::new().unwrap();
    let mut store = Store::in_folder(folder.path());
    store.save(&bookmarks(&["old", "older"])).unwrap();
    let names = |store: &mut Store| -> Vec<String> {
        let loaded = store.load();
        assert!(loaded.warnings.is_empty(), "{:?}", loaded.warnings);
        let all = loaded.preferences.bookmarks.into_iter();
        all.map(|(name, _)| name).collect()
    };
    let wait = |store: &mut Store, done: &dyn Fn(&[String]) -> bool| {
        let start = std::time::Instant::now();
        while !done(&names(store)) {
            assert!(
                start.elapsed() < Duration::from_mins(1),
                "{:?}",
                names(store)
            );
            std::thread::sleep(Duration::from_millis(5));
        }
    };
    let open = || Saver::start(store.clone(), Duration::from_millis(1));
    let (first, second) = (open(), open());
    // Both have read the file before anybody writes.
    for saver in [&first, &second] {
        saver.keep(bookmarks(&["old", "older"]));
    }
    std::thread::sleep(Duration::from_millis(100));
    first.keep(bookmarks(&["old", "older", "first"]));
    wait(&mut store, &|names| names.contains(&"first".to_owned()));
    second.keep(Preferences {
        maximized: true,
        ..bookmarks(&["old", "second"])
    });
    wait(&mut store, &|names| names.contains(&"second".to_owned()));
    assert_eq!(names(&mut store), ["old", "second", "first"]);
    drop(second);
    first.keep(bookmarks(&["older", "first", "last"]));
    drop(first);
    let loaded = store.load().preferences;
    assert!(!loaded.maximized, "the last to save wins");
    assert_eq!(names(&mut store), ["first", "last", "second"]);
    assert_eq!(files(folder.path()), ["settings.json"]);
}

/// Nothing is taken for abandoned because a clock was set back, and no time of a file is believed.
#[test]
fn a_clock_set_back_changes_nothing() {
    let folder = TempDir::new().unwrap();
    let mut store = Store::in_folder(folder.path());
    store.save(&full()).unwrap();
    let unfinished = folder.path().join(".settings-x.tmp");
    let day = Duration::from_hours(24);
    for path in [folder.path().join("settings.json"), unfinished.clone()] {
        let file = fs::File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(path);
        let tomorrow = std::time::SystemTime::now() + day;
        file.unwrap().set_modified(tomorrow).unwrap();
    }
    assert_eq!(store.load().preferences, full());
    store.save(&Preferences::default()).unwrap();
    assert_eq!(store.load().preferences, Preferences::default());
    assert!(unfinished.exists(), "its writer may be at work");
}
