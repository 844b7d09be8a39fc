use std::sync::LazyLock;

use super::*;
use crate::dataset::Origin;
use crate::dataset::lessons::{Demand, read};
use crate::geometry::Viewport;
use crate::model::language::Language;
use crate::state::Command;
use crate::state::view_state::{Preset, View};

static ATLAS: LazyLock<Atlas> = LazyLock::new(|| Atlas::load(&Origin::Embedded).unwrap());
const OWN: &str = include_str!("../../../tests/lessons/own.json");

fn after(commands: &[Command]) -> ViewState {
    let mut state = ViewState::new(Day::new(1930, 12, 31).unwrap(), Language::English);
    let lesson = read(&ATLAS, "own.json", OWN, Demand::Whole).unwrap();
    let which = state.add_lesson(lesson);
    let _ = state.apply(&ATLAS, Command::StartLesson(which));
    for command in commands {
        let _ = state.apply(&ATLAS, *command);
    }
    state
}

fn step(state: &ViewState) -> usize {
    state.lesson(&ATLAS).unwrap().1.tour.step
}

#[test]
fn a_step_sets_all_it_names() {
    let state = after(&[]);
    assert_eq!(state.date.to_string(), "1854-12-31");
    assert_eq!(state.look, Look::At(Preset::Kurils));
    assert_eq!(state.unit, Unit::Year);
    assert!(state.is_at_step());

    let state = after(&[Command::NextStep]);
    assert_eq!(state.date.to_string(), "1855-02-07");
    assert_eq!(state.unit, Unit::Day);
    assert_eq!(state.page, Page::Events);
    assert_eq!(ATLAS.event(state.event.unwrap()).id, "treaty-of-shimoda");
    assert_eq!(state.span.first().to_string(), "1850-01-01");
    assert!(state.layers.has(Layer::Rights));

    let state = after(&[Command::NextStep, Command::NextStep]);
    assert!(state.side_by_side && !state.layers.has(Layer::Rights));
    assert_eq!(state.selection, ATLAS.find_territory("iturup"));
    assert_eq!((state.event, state.page), (None, Page::Place));
}

#[test]
fn a_camera_shows_its_kilometres_on_every_screen() {
    for size in [[500.0, 400.0], [1600.0, 400.0], [300.0, 900.0]] {
        let state = after(&[Command::NextStep, Command::Resize(Viewport { size })]);
        assert!(state.is_at_step(), "a new size is no exploring");
        let camera = state.camera(&Projection::atlas());
        let [width, height] = size.map(|side| camera.km_per_point * f64::from(side));
        assert!(width > 399.9 && height > 247.9, "{width} {height}");
        assert!(width < 400.1 || height < 248.1, "{width} {height}");
    }
}

#[test]
fn exploring_leaves_the_step_and_returning_brings_all_of_it_back() {
    let at_step = after(&[Command::NextStep]);
    let explored = [
        Command::NextStep,
        Command::Step(3),
        Command::Zoom {
            factor: 2.0,
            about: None,
        },
        Command::SetView(View::Japan),
        Command::ToggleLayer(Layer::Borders),
        Command::Select(ATLAS.find_territory("shikotan")),
    ];
    let mut state = after(&explored);
    assert!(!state.is_at_step());
    assert_eq!(step(&state), 1);
    let _ = state.apply(&ATLAS, Command::ReturnToStep);
    assert!(state.is_at_step());
    assert_eq!(state.moment(), at_step.moment());
    assert_eq!((state.layers, state.page), (at_step.layers, at_step.page));
}

#[test]
fn steps_stop_at_both_ends_and_go_into_the_history() {
    let mut state = after(&[Command::PreviousStep]);
    assert_eq!(step(&state), 0);
    for _ in 0..9 {
        let _ = state.apply(&ATLAS, Command::NextStep);
    }
    assert_eq!(step(&state), 2);
    let _ = state.apply(&ATLAS, Command::GoToStep(9));
    assert_eq!(step(&state), 2);
    let _ = state.apply(&ATLAS, Command::GoToStep(0));
    let _ = state.apply(&ATLAS, Command::Back);
    assert_eq!(state.date.to_string(), "2025-12-31");
    assert!(!state.is_at_step(), "going back is exploring");
    let _ = state.apply(&ATLAS, Command::CloseLesson);
    assert!(state.lesson(&ATLAS).is_none());
    assert_eq!(state.date.to_string(), "2025-12-31", "what was shown stays");
}

#[test]
fn a_lesson_that_is_not_there_does_not_start() {
    let state = after(&[
        Command::CloseLesson,
        Command::StartLesson(Which::Own(7)),
        Command::NextStep,
        Command::ReturnToStep,
        Command::ToggleAnswer,
    ]);
    assert!(state.teaching.running.is_none());
}

#[test]
fn a_view_becomes_a_step_that_shows_it_again() {
    for commands in [
        &[][..],
        &[Command::NextStep],
        &[Command::NextStep, Command::NextStep],
        &[
            Command::Look(Preset::Manchuria),
            Command::SetView(View::Russia),
        ],
    ] {
        let seen = after(commands);
        let mut other = after(&[Command::OpenPage(Page::Charts)]);
        other.show_step(&ATLAS, &seen.as_step(&ATLAS));
        assert_eq!(other.date, seen.date);
        assert_eq!(
            (other.view, other.side_by_side),
            (seen.view, seen.side_by_side)
        );
        assert_eq!((other.event, other.page), (seen.event, seen.page));
        assert_eq!((other.layers, other.unit), (seen.layers, seen.unit));
        let [one, two] = [&other, &seen].map(|state| state.camera(&Projection::atlas()));
        assert!((one.km_per_point / two.km_per_point - 1.0).abs() < 0.01);
        assert!((one.center_km[0] - two.center_km[0]).abs() < 0.1);
    }
}

#[test]
fn a_presentation_ends_in_the_state_it_began_in() {
    let begun = [
        &[][..],
        &[Command::NextStep, Command::ToggleNotes],
        &[
            Command::CloseLesson,
            Command::OpenPage(Page::Charts),
            Command::PlayOrPause,
        ],
        &[Command::Pan([40.0, 30.0]), Command::ShowSearch(true)],
    ];
    let shown = [
        Command::Resize(Viewport {
            size: [1067.0, 480.0],
        }),
        Command::NextStep,
        Command::NextStep,
        Command::ToggleLayer(Layer::Claims),
        Command::Zoom {
            factor: 3.0,
            about: None,
        },
        Command::Select(None),
        Command::Present(true),
        Command::SetView(View::Russia),
    ];
    for commands in begun {
        let mut state = after(commands);
        let before = state.clone();
        let _ = state.apply(&ATLAS, Command::Present(true));
        assert!(state.is_presenting());
        for command in shown {
            let _ = state.apply(&ATLAS, command);
        }
        let _ = state.apply(&ATLAS, Command::Present(false));
        assert!(state == before);
        let _ = state.apply(&ATLAS, Command::Present(false));
        assert!(state == before, "there is nothing to leave");
    }
}

#[test]
fn a_presentation_keeps_a_moved_map_in_sight_and_what_the_reader_made() {
    let mut state = after(&[Command::CloseLesson, Command::Pan([120.0, 40.0])]);
    let seen = |state: &ViewState| state.camera(&Projection::atlas()).visible(state.viewport);
    let before = seen(&state);
    let _ = state.apply(&ATLAS, Command::Present(true));
    for size in [[1000.0, 300.0], [1067.0, 480.0]] {
        let _ = state.apply(&ATLAS, Command::Resize(Viewport { size }));
    }
    let now = seen(&state);
    assert!(now.expanded(1.0).contains(before.min) && now.expanded(1.0).contains(before.max));
    let _ = state.apply(&ATLAS, Command::AddBookmark);
    let _ = state.apply(&ATLAS, Command::Present(false));
    assert_eq!(state.bookmarks.all().len(), 1);
}

#[test]
fn one_button_is_enough_to_present() {
    let mut state = after(&[Command::NextStep, Command::Present(true)]);
    let _ = state.apply(&ATLAS, Command::NextStep);
    assert_eq!(step(&state), 1);
    assert!(state.lesson(&ATLAS).unwrap().1.tour.answer);
    let _ = state.apply(&ATLAS, Command::NextStep);
    assert_eq!(step(&state), 2);
}
