//! The time controller: what each command leads to, as a table.

use std::sync::LazyLock;

use super::command::Command::{self, *};
use super::playback::REST;
use super::time_axis::{SHORTEST, Span, Stretch};
use super::view_state::{Unit, View, ViewState};
use crate::dataset::{Atlas, Origin};
use crate::model::date::{Day, HistoricalDate};
use crate::model::language::Language;

static ATLAS: LazyLock<Atlas> = LazyLock::new(|| Atlas::load(&Origin::Embedded).unwrap());

fn day(text: &str) -> Day {
    text.parse::<HistoricalDate>().unwrap().first_day()
}

fn typed(text: &str) -> Command {
    ShowDate(text.parse().unwrap())
}

fn days(first: &str, last: &str) -> Command {
    SetSpan(Span::of(day(first), day(last)))
}

fn over(first: &str, last: &str) -> Command {
    LoopOver(Some((day(first), day(last))))
}

fn place(id: &str) -> Command {
    Select(ATLAS.find_territory(id))
}

fn after(date: &str, commands: &[Command]) -> ViewState {
    let mut state = ViewState::new(day(date), Language::English);
    for command in commands {
        let _ = state.apply(&ATLAS, *command);
    }
    state
}

/// A tick that is long enough for one step at the default speed.
const STEP: Command = Tick(0.5);

// A table: one behaviour a line.
#[rustfmt::skip]
#[test]
fn commands_lead_to_dates() {
    let rests_off = ToggleRests;
    let only_own = ChangesOfSelection(true);
    let table: &[(&str, &str, &[Command], &str)] = &[
        // Clamping.
        ("a date before the atlas becomes its first", "1930-12-31", &[SetDate(day("1600"))], "1792-01-01"),
        ("a date after the atlas becomes its last", "1930-12-31", &[SetDate(day("2400"))], "2025-12-31"),
        ("a typed date before the atlas is held", "1930-12-31", &[typed("1700")], "1792-01-01"),
        ("stepping back stops at the first day", "1792-06-01", &[SetUnit(Unit::Day), Step(-999)], "1792-01-01"),
        ("stepping on stops at the last day", "2025-12-30", &[SetUnit(Unit::Day), Step(5)], "2025-12-31"),
        ("first goes to the end of the first unit", "1930-12-31", &[First], "1792-12-31"),
        ("last goes to the last day", "1930-12-31", &[Last], "2025-12-31"),
        // Precision.
        ("a typed year shows its end", "1930-12-31", &[typed("1905")], "1905-12-31"),
        ("a typed month shows its end", "1930-12-31", &[typed("1945-08")], "1945-08-31"),
        ("a typed day is that day", "1930-12-31", &[typed("1945-08-28")], "1945-08-28"),
        ("a typed season shows its end", "1930-12-31", &[typed("1875-23")], "1875-11-30"),
        ("a typed decade shows its end", "1930-12-31", &[typed("187X")], "1879-12-31"),
        ("after a typed month one steps by months", "1930-12-31", &[typed("1945-08"), Step(1)], "1945-09-30"),
        ("after a typed day one steps by days", "1930-12-31", &[typed("1945-08-28"), Step(1)], "1945-08-29"),
        // The calendar.
        ("a leap day exists in 1904", "1904-02-28", &[SetUnit(Unit::Day), Step(1)], "1904-02-29"),
        ("1900 has no leap day", "1900-02-28", &[SetUnit(Unit::Day), Step(1)], "1900-03-01"),
        ("2000 has one", "2000-02-28", &[SetUnit(Unit::Day), Step(1)], "2000-02-29"),
        ("months end where they end", "1904-01-31", &[SetUnit(Unit::Month), Step(1)], "1904-02-29"),
        ("a day is one day where clocks were changed", "1948-05-01", &[SetUnit(Unit::Day), Step(1)], "1948-05-02"),
        ("and back again", "1948-05-02", &[SetUnit(Unit::Day), Step(-1)], "1948-05-01"),
        ("a year is one step over a leap year", "1903-12-31", &[Step(1)], "1904-12-31"),
        // The unit follows the zoom unless chosen.
        ("zoomed to two years one steps by months", "1904-12-31", &[ShowStretch(Stretch::RussoJapaneseWar), Step(1)], "1905-01-31"),
        ("zoomed to two months one steps by days", "1945-08-28", &[ShowStretch(Stretch::Summer1945), Step(1)], "1945-08-29"),
        ("a chosen unit survives the zoom", "1904-12-31", &[SetUnit(Unit::Year), ShowStretch(Stretch::RussoJapaneseWar), Step(1)], "1905-12-31"),
        ("until it is given up", "1904-12-31", &[SetUnit(Unit::Year), ShowStretch(Stretch::RussoJapaneseWar), UnitOfZoom, Step(1)], "1905-01-31"),
        ("another unit does not move the date", "1945-08-15", &[SetUnit(Unit::Month)], "1945-08-15"),
        ("zooming does not move the date", "1945-08-15", &[ZoomTime { factor: 40.0, about: Some(0.1) }], "1945-08-15"),
        ("panning does not move the date", "1945-08-15", &[days("1940", "1950"), PanTime(0.4)], "1945-08-15"),
        ("a stretch without the date takes it along", "1792-12-31", &[ShowStretch(Stretch::Since1945)], "1945-01-01"),
        ("from behind too", "2020-12-31", &[ShowStretch(Stretch::RussoJapaneseWar)], "1905-12-31"),
        ("a stretch with the date leaves it", "1945-08-28", &[ShowStretch(Stretch::Summer1945)], "1945-08-28"),
        // Jumps.
        ("no change before the first", "1792-01-01", &[PreviousChange], "1792-01-01"),
        ("no change after the last", "2025-12-31", &[NextChange], "2025-12-31"),
        ("the treaty of Shimoda is a change", "1854-12-31", &[NextChange], "1855-02-07"),
        ("a jump from a day of change leaves it", "1855-02-07", &[PreviousChange, NextChange], "1855-02-07"),
        ("only the chosen place's changes", "1930-12-31", &[place("iturup"), only_own, NextChange], "1945-08-28"),
        ("and back to its change before", "1930-12-31", &[place("iturup"), only_own, PreviousChange], "1868-01-03"),
        ("without a place all changes count", "1854-12-31", &[only_own, NextChange], "1855-02-07"),
        ("a place has no change after its last", "2020-12-31", &[place("iturup"), only_own, NextChange, NextChange], "2020-12-31"),
        ("no event after the last", "2025-12-31", &[NextEvent], "2025-12-31"),
        ("an event and back", "1854-12-31", &[NextEvent, PreviousEvent, NextEvent], "1855-02-07"),
        // Playback.
        ("nothing plays before it is started", "1930-12-31", &[STEP, STEP], "1930-12-31"),
        ("a step comes after its interval", "1926-12-31", &[PlayOrPause, Tick(0.4)], "1926-12-31"),
        ("and only then", "1926-12-31", &[rests_off, PlayOrPause, Tick(0.4), Tick(0.1)], "1927-12-31"),
        ("a long pause is one step", "1926-12-31", &[rests_off, PlayOrPause, Tick(90.0)], "1927-12-31"),
        ("playing rests on a change within the year", "1854-12-31", &[PlayOrPause, STEP], "1855-02-07"),
        ("it stays there", "1854-12-31", &[PlayOrPause, STEP, STEP], "1855-02-07"),
        ("and then goes on", "1854-12-31", &[PlayOrPause, STEP, Tick(REST + 0.5)], "1855-12-31"),
        ("without rests it passes over the change", "1854-12-31", &[rests_off, PlayOrPause, STEP], "1855-12-31"),
        ("pausing stops it", "1926-12-31", &[rests_off, PlayOrPause, STEP, PlayOrPause, STEP], "1927-12-31"),
        ("a jump stops it", "1854-12-31", &[PlayOrPause, NextChange, Tick(9.0), Tick(9.0)], "1855-02-07"),
        ("typing a date stops it", "1854-12-31", &[PlayOrPause, typed("1900"), STEP], "1900-12-31"),
        ("playing from the end starts over", "2025-12-31", &[rests_off, PlayOrPause], "1792-12-31"),
        ("playing ends at the end", "2024-12-31", &[rests_off, PlayOrPause, STEP, STEP, STEP], "2025-12-31"),
        // Ranges.
        ("a loop returns to its beginning", "1930-12-31", &[rests_off, over("1929-01-01", "1931-12-31"), PlayOrPause, STEP, STEP], "1929-12-31"),
        ("a loop is entered at its beginning", "1800-12-31", &[over("1929-01-01", "1931-12-31"), PlayOrPause], "1929-12-31"),
        ("a loop shorter than a step stays within", "1945-08-20", &[rests_off, over("1945-08-18", "1945-08-25"), PlayOrPause, STEP], "1945-08-25"),
        ("its ends may be named in any order", "1800-12-31", &[over("1931-12-31", "1929-01-01"), PlayOrPause], "1929-12-31"),
        ("a loop over what is in sight", "1850-12-31", &[ShowStretch(Stretch::Manchuria), ToggleLoop, Last, PlayOrPause], "1931-12-31"),
        ("two toggles are none", "2025-12-31", &[rests_off, ToggleLoop, ToggleLoop, PlayOrPause], "1792-12-31"),
        // Back and forward.
        ("back undoes a jump", "1854-12-31", &[NextChange, Back], "1854-12-31"),
        ("forward does it again", "1854-12-31", &[NextChange, Back, Forward], "1855-02-07"),
        ("a drag is one step", "1850-12-31", &[SetDate(day("1860")), SetDate(day("1870")), SetDate(day("1880")), Back], "1850-12-31"),
        ("two drags are two", "1850-12-31", &[SetDate(day("1860")), Settle, SetDate(day("1870")), Back], "1860-01-01"),
        ("back with nothing behind stays", "1850-12-31", &[Back, Back], "1850-12-31"),
        ("a new step forgets what was ahead", "1854-12-31", &[NextChange, Back, typed("1900"), Forward], "1900-12-31"),
        ("back stops playing", "1926-12-31", &[rests_off, PlayOrPause, STEP, Back, Tick(9.0)], "1926-12-31"),
    ];
    for (behaviour, start, commands, expected) in table {
        assert_eq!(after(start, commands).date.to_string(), *expected, "{behaviour}");
    }
    assert!(table.len() >= 40);
}

#[rustfmt::skip]
#[test]
fn commands_lead_to_stretches() {
    let table: &[(&str, &[Command], &str, &str)] = &[
        ("all of the atlas at first", &[], "1792-01-01", "2025-12-31"),
        ("zooming out from all stays", &[ZoomTime { factor: 0.5, about: Some(0.5) }], "1792-01-01", "2025-12-31"),
        ("panning all stays", &[PanTime(1.0)], "1792-01-01", "2025-12-31"),
        ("a preset", &[ShowStretch(Stretch::Summer1945)], "1945-08-01", "1945-09-30"),
        ("panning stops at the beginning", &[days("1800-01-01", "1800-12-31"), PanTime(-50.0)], "1792-01-01", "1792-12-30"),
        ("panning stops at the end", &[days("2000-01-01", "2000-12-31"), PanTime(99.0)], "2024-12-31", "2025-12-31"),
        ("no nearer than a few days", &[days("1945-08-28", "1945-08-28")], "1945-08-28", "1945-09-04"),
        ("ends in any order", &[days("1905-12-31", "1904-01-01")], "1904-01-01", "1905-12-31"),
        ("nonsense changes nothing", &[ZoomTime { factor: f64::NAN, about: Some(0.5) }, ZoomTime { factor: -1.0, about: None }, PanTime(f64::INFINITY)], "1792-01-01", "2025-12-31"),
        ("a date out of sight is brought into sight", &[ShowStretch(Stretch::Summer1945), typed("1855-02-07")], "1855-01-08", "1855-03-09"),
        ("a step out of sight turns the page", &[days("1945-08-01", "1945-08-30"), SetDate(day("1945-08-30")), Step(1)], "1945-08-27", "1945-09-25"),
    ];
    for (behaviour, commands, first, last) in table {
        let span = after("1930-12-31", commands).span;
        assert_eq!([span.first().to_string(), span.last().to_string()], [*first, *last], "{behaviour}");
    }
}

#[test]
fn what_is_under_the_pointer_stays_under_it() {
    for about in [0.0, 0.13, 0.5, 0.99, 1.0] {
        let mut span = Span::whole().zoom(0.5, 3.0);
        let under = span.day(about);
        for factor in [1.1, 2.0, 1.4, 3.0, 0.7, 0.5] {
            let before = span.share(under);
            span = span.zoom(about, factor);
            let drift = (span.share(under) - about) * span.days();
            assert!(
                (-1e-6..=1.0).contains(&(-drift)),
                "{about} {factor}: {before} {drift} days"
            );
        }
    }
}

#[test]
fn zooming_in_ends_at_a_few_days_and_out_at_all() {
    let nearest = after(
        "1945-08-28",
        &[ZoomTime {
            factor: 1e9,
            about: None,
        }],
    );
    assert!((nearest.span.days() - SHORTEST).abs() < 1e-9);
    assert!(
        nearest.span.shows(day("1945-08-28")),
        "keys zoom about the date"
    );
    assert_eq!(nearest.unit, Unit::Day);
    let farthest = after(
        "1945-08-28",
        &[
            ZoomTime {
                factor: 1e9,
                about: None,
            },
            ZoomTime {
                factor: 1e-9,
                about: None,
            },
        ],
    );
    assert!(farthest.span.is_whole());
    assert_eq!(farthest.unit, Unit::Year);
}

#[test]
fn a_loop_with_rests_visits_every_change_of_its_range_once_a_round() {
    let (first, last) = ("1945-08-01", "1945-09-30");
    let mut state = after(
        "1945-07-31",
        &[SetUnit(Unit::Month), over(first, last), PlayOrPause],
    );
    let expected: Vec<Day> = {
        let changes = ATLAS.control.changes_within(day("1945-09-01"), day(last));
        let mut found: Vec<Day> = changes.iter().map(|change| change.day).collect();
        found.dedup();
        found
    };
    let mut visited = Vec::new();
    for _ in 0..200 {
        let before = state.date;
        let _ = state.apply(&ATLAS, Tick(5.0));
        if state.date != before {
            visited.push(state.date);
        }
        if state.date == day(last) {
            break;
        }
    }
    assert!(!expected.is_empty());
    let rested: Vec<Day> = visited
        .into_iter()
        .filter(|day| expected.contains(day))
        .collect();
    assert_eq!(rested, expected);
}

#[test]
fn back_returns_view_place_and_axis_too() {
    let start = after("1930-12-31", &[]);
    let led = [
        SetView(View::Japan),
        ShowStretch(Stretch::Manchuria),
        place("shikotan"),
    ];
    let mut state = after("1930-12-31", &led);
    for _ in &led {
        let _ = state.apply(&ATLAS, Back);
    }
    assert_eq!(state.moment(), start.moment());
    assert!(!state.history.has_past() && state.history.has_future());
    let asked = after(
        "1930-12-31",
        &[SetLanguage(Language::Russian), ToggleTracks, TypeDate(true)],
    );
    assert!(
        !asked.history.has_past(),
        "what is no place to return to is no step"
    );
}

#[test]
fn the_history_forgets_its_oldest_steps_only() {
    let mut state = after("1930-12-31", &[]);
    for step in 0..500 {
        let _ = state.apply(&ATLAS, SetDate(day("1800").plus_days(step * 90)));
        let _ = state.apply(&ATLAS, Settle);
    }
    let mut steps = 0;
    while state.history.has_past() {
        let _ = state.apply(&ATLAS, Back);
        steps += 1;
    }
    assert_eq!(steps, 200);
}

#[test]
fn a_bookmark_brings_back_what_it_keeps() {
    let mut state = after("1945-08-28", &[place("iturup"), AddBookmark, AddBookmark]);
    assert_eq!(state.bookmarks.all().len(), 1, "the same view is kept once");
    assert_eq!(
        state.bookmarks.all()[0].name,
        "28 August 1945 · Iturup (Etorofu)"
    );
    let named = |name| RenameBookmark(0, super::bookmark::BookmarkName::new(name));
    for (command, expected) in [
        (named("The landing"), "The landing"),
        (named("   "), "The landing"),
        (
            RenameBookmark(4, super::bookmark::BookmarkName::new("elsewhere")),
            "The landing",
        ),
        (named("上陸の日"), "上陸の日"),
    ] {
        let _ = state.apply(&ATLAS, command);
        assert_eq!(state.bookmarks.all()[0].name, expected);
    }
    let kept = state.moment();
    for command in [
        typed("1900"),
        Select(None),
        OpenBookmark(7),
        OpenBookmark(0),
    ] {
        let _ = state.apply(&ATLAS, command);
    }
    assert_eq!(state.moment(), kept);
    let _ = state.apply(&ATLAS, Back);
    assert_eq!(
        state.date.to_string(),
        "1900-12-31",
        "opening one is a step of the history"
    );
    let _ = state.apply(&ATLAS, RemoveBookmark(9));
    let _ = state.apply(&ATLAS, RemoveBookmark(0));
    assert!(state.bookmarks.all().is_empty());
}
