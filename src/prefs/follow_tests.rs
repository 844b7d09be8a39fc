//! What of a view is remembered, and what comes back.

use std::sync::LazyLock;

use super::*;
use crate::dataset::Origin;
use crate::state::Command;
use crate::state::bookmark::BookmarkName;
use crate::state::dock::{DockCommand, Track};

static ATLAS: LazyLock<Atlas> = LazyLock::new(|| Atlas::load(&Origin::Embedded).unwrap());

fn day(text: &str) -> Day {
    text.parse::<HistoricalDate>().unwrap().first_day()
}

#[test]
fn a_choice_of_the_command_line_is_none_for_the_next_start() {
    let before = ViewState::new(day("1930-12-31"), Language::Russian);
    let mut preferences = Preferences {
        language: Some(Language::Japanese),
        ..Preferences::default()
    };
    let mut now = before.clone();
    now.date = day("1945-08-28");
    preferences.follow(&ATLAS, &Choices::of(&before), &Choices::of(&now));
    assert_eq!(preferences.language, Some(Language::Japanese));
    assert_eq!(preferences.date, Some(day("1945-08-28")));
    let last = now.clone();
    now.language = Language::English;
    now.theme = Theme::Dark;
    preferences.follow(&ATLAS, &Choices::of(&last), &Choices::of(&now));
    assert_eq!(preferences.language, Some(Language::English));
    assert_eq!(preferences.theme, Some(Theme::Dark));

    let mut state = before.clone();
    preferences.apply_to(&ATLAS, &mut state);
    assert_eq!(
        (state.date, state.language, state.theme),
        (now.date, now.language, now.theme)
    );
    Preferences {
        date: Some(Day::MAX),
        ..Preferences::default()
    }
    .apply_to(&ATLAS, &mut state);
    assert_eq!(
        state.date,
        Atlas::range().1,
        "the date stays within the atlas"
    );
}

#[test]
fn tracks_and_bookmarks_come_back() {
    let before = ViewState::new(day("1945-08-28"), Language::Japanese);
    let mut now = before.clone();
    for command in [
        Command::Dock(DockCommand::Toggle(Track::Polls)),
        Command::Dock(DockCommand::Resize(Track::Events, 40.0)),
        Command::Select(ATLAS.find_territory("iturup")),
        Command::AddBookmark,
        Command::RenameBookmark(0, BookmarkName::new("上陸の日")),
    ] {
        let _ = now.apply(&ATLAS, command);
    }
    let mut preferences = Preferences::default();
    preferences.follow(&ATLAS, &Choices::of(&before), &Choices::of(&now));
    let (read, warnings) = Preferences::read(preferences.written().as_bytes()).unwrap();
    assert_eq!(warnings, [""; 0]);
    assert_eq!(read, preferences);
    let mut state = before.clone();
    read.apply_to(&ATLAS, &mut state);
    assert_eq!(state.dock, now.dock);
    assert_eq!(state.bookmarks, now.bookmarks);

    // What was not changed is not written over.
    preferences.follow(&ATLAS, &Choices::of(&now), &Choices::of(&now));
    assert_eq!(preferences.bookmarks, read.bookmarks);
}

#[test]
fn a_bookmark_of_other_data_is_passed_over_and_kept() {
    let text = r#"{"version": 1, "bookmarks": [
        {"name": "nowhere", "link": "kuril-atlas://1945?place=atlantis"},
        {"name": "Tokyo", "link": "kuril-atlas://1993-10-13"}]}"#;
    let (read, _) = Preferences::read(text.as_bytes()).unwrap();
    let mut state = ViewState::new(day("1930"), Language::English);
    read.apply_to(&ATLAS, &mut state);
    assert_eq!(state.bookmarks.all().len(), 1);
    assert_eq!(state.bookmarks.all()[0].name, "Tokyo");
    assert_eq!(read.bookmarks.len(), 2);
}
