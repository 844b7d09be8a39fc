//! The search and the page of the sources, worked by keys and by accessible names.

#![expect(clippy::unwrap_used, reason = "a failing test may panic")]

use std::sync::{Arc, LazyLock};

use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use kuril_atlas::dataset::{Atlas, Origin};
use kuril_atlas::model::date::HistoricalDate;
use kuril_atlas::model::language::Language;
use kuril_atlas::scene::ground::Ground;
use kuril_atlas::state::view_state::Page;
use kuril_atlas::state::{Command, ViewState};
use kuril_atlas::ui::app::{App, Content};

static ATLAS: LazyLock<Arc<Atlas>> =
    LazyLock::new(|| Arc::new(Atlas::load(&Origin::Embedded).unwrap()));
static GROUND: LazyLock<Arc<Ground>> = LazyLock::new(|| Arc::new(Ground::new(&ATLAS)));

fn harness(language: Language) -> Harness<'static, Option<App>> {
    let date: HistoricalDate = "1945".parse().unwrap();
    let state = ViewState::new(date.last_day(), language);
    let mut harness = Harness::builder()
        .with_size(egui::vec2(1280.0, 800.0))
        .build_ui_state(
            move |ui, app: &mut Option<App>| {
                let make = || {
                    App::new(
                        Arc::clone(&ATLAS),
                        Arc::clone(&GROUND),
                        state.clone(),
                        Content::Page,
                        ui.ctx(),
                    )
                };
                app.get_or_insert_with(make).ui(ui);
            },
            None,
        );
    harness.run_steps(3);
    harness
}

fn open_search(harness: &mut Harness<'static, Option<App>>, typed: &str) {
    harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
    harness.run_steps(3);
    harness.get_by_role(Role::SearchInput).type_text(typed);
    harness.run_steps(3);
}

fn press(harness: &mut Harness<'static, Option<App>>, key: Key) {
    harness.key_press(key);
    harness.run_steps(3);
}

fn state<'a>(harness: &'a Harness<'static, Option<App>>) -> &'a ViewState {
    harness.state().as_ref().unwrap().state()
}

#[test]
fn keys_alone_lead_to_a_place() {
    let mut harness = harness(Language::English);
    open_search(&mut harness, "択捉");
    assert!(harness.query_all_by_role(Role::ListBoxOption).count() > 1);
    press(&mut harness, Key::Enter);
    assert!(!state(&harness).search_open);
    assert_eq!(state(&harness).selection, ATLAS.find_territory("iturup"));
    assert_eq!(state(&harness).page, Page::Place);
}

#[test]
fn a_typed_date_goes_there() {
    let mut harness = harness(Language::Russian);
    open_search(&mut harness, "1905-09");
    press(&mut harness, Key::Enter);
    assert_eq!(state(&harness).date.to_string(), "1905-09-30");
}

#[test]
fn arrows_choose_and_escape_closes() {
    let mut harness = harness(Language::Japanese);
    open_search(&mut harness, "ゴルバチョフ");
    let chosen = |harness: &Harness<'static, Option<App>>| -> Vec<usize> {
        // The regions of the map are options of a list too, but are not chosen from with these keys.
        let options = harness.query_all_by_role(Role::ListBoxOption);
        let results = options.filter_map(|option| option.accesskit_node().is_selected());
        let chosen = results.enumerate().filter(|(_, chosen)| *chosen);
        chosen.map(|(position, _)| position).collect()
    };
    assert_eq!(chosen(&harness), [0]);
    press(&mut harness, Key::ArrowDown);
    press(&mut harness, Key::ArrowDown);
    assert_eq!(chosen(&harness), [2]);
    press(&mut harness, Key::ArrowUp);
    assert_eq!(chosen(&harness), [1]);
    let before = state(&harness).date;
    press(&mut harness, Key::Escape);
    assert!(!state(&harness).search_open);
    assert_eq!(state(&harness).date, before);
}

#[test]
fn letters_typed_into_the_search_do_nothing_else() {
    let mut harness = harness(Language::English);
    let before = state(&harness).clone();
    open_search(&mut harness, "v c g 1 2 3");
    press(&mut harness, Key::V);
    press(&mut harness, Key::Space);
    press(&mut harness, Key::Escape);
    assert_eq!(*state(&harness), before);
}

#[test]
fn every_conflict_opens_from_a_command() {
    let mut harness = harness(Language::English);
    for (index, conflict) in (0u16..).zip(&ATLAS.conflicts).step_by(12) {
        harness
            .state_mut()
            .as_mut()
            .unwrap()
            .send(Command::OpenConflict(index));
        harness.run_steps(4);
        let words = conflict.text_says.get(Language::English);
        assert!(
            harness.query_all_by_label(words).next().is_some(),
            "{}: {words}",
            conflict.id
        );
    }
}

#[test]
fn every_kind_of_source_comes_into_sight() {
    let mut harness = harness(Language::English);
    for index in (0..ATLAS.sources.len()).step_by(60) {
        let source = kuril_atlas::model::source::SourceIx(u16::try_from(index).unwrap());
        harness
            .state_mut()
            .as_mut()
            .unwrap()
            .send(Command::OpenSource(source));
        harness.run_steps(5);
        let known = ATLAS.source(source);
        let name = known
            .name
            .as_ref()
            .map_or(known.title.as_str(), |name| name.get(Language::English));
        assert!(
            harness.query_all_by_label_contains(name).next().is_some(),
            "{name}"
        );
    }
}
