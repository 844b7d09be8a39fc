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
fn a_camera_shows_as_many_kilometres_on_every_screen() {
    for size in [[500.0, 400.0], [1600.0, 900.0]] {
        let state = after(&[Command::NextStep, Command::Resize(Viewport { size })]);
        assert!(state.is_at_step(), "a new size is no exploring");
        let camera = state.camera(&Projection::atlas());
        let width = camera.km_per_point * f64::from(size[0]);
        assert!((width - 400.0).abs() < 1e-6, "{width}");
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
