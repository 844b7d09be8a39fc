//! Carries out commands.

use crate::dataset::Atlas;
use crate::lesson::tour::Tour;
use crate::model::place::TerritoryIx;

use super::command::{Command, Outcome};
use super::compare::CompareCommand;
use super::history::Gesture;
use super::view_state::{Cited, Look, Opened, Page, View, ViewState};

impl ViewState {
    /// Changes the state as the command says.
    pub fn apply(&mut self, atlas: &Atlas, command: Command) -> Outcome {
        self.region = atlas.frame.region;
        let before = self.clone();
        let was = self.moment();
        self.carry_out(atlas, command);
        if self.look != before.look && !is_by_hand(command) {
            self.set_off(&before);
        }
        match gesture(command) {
            Some(gesture) if self.moment() != was => self.history.leave(was, gesture),
            _ => {}
        }
        Outcome {
            needs_repaint: *self != before,
        }
    }

    fn carry_out(&mut self, atlas: &Atlas, command: Command) {
        match command {
            Command::SetDate(day) => self.set_date(day),
            Command::ShowDate(date) => self.show_date(date),
            Command::Step(steps) => self.set_date(self.unit.step(self.date, steps)),
            Command::First => self.set_date(self.unit.end(Atlas::range().0)),
            Command::Last => self.set_date(Atlas::range().1),
            Command::NextChange => self.jump(self.next_change(atlas, self.date)),
            Command::PreviousChange => self.jump(self.previous_change(atlas, self.date)),
            Command::SetUnit(unit) => (self.unit, self.unit_chosen) = (unit, true),
            Command::UnitOfZoom => (self.unit, self.unit_chosen) = (self.span.unit(), false),
            Command::ZoomTime { factor, about } => self.zoom_time(factor, about),
            Command::PanTime(share) => self.set_span(self.span.pan(share)),
            Command::ShowStretch(stretch) => self.show_stretch(stretch),
            Command::SetSpan(span) => self.set_span(span),
            Command::ChangesOfSelection(only) => self.changes_of_selection = only,
            Command::LoopOver(days) => self.playback.set_range(days),
            Command::ToggleLoop => self.toggle_loop(),
            Command::ToggleRests => self.playback.rests = !self.playback.rests,
            Command::ToggleTracks => self.tracks_open = !self.tracks_open,
            Command::Show(moment) => self.show_moment(moment),
            Command::AddBookmark => self.add_bookmark(atlas),
            Command::OpenBookmark(position) => self.open_bookmark(position),
            Command::RemoveBookmark(position) => self.bookmarks.remove(position),
            Command::RenameBookmark(position, name) => self.bookmarks.rename(position, name),
            Command::Dock(command) => self.dock.apply(command),
            Command::Back => self.go_back(),
            Command::Forward => self.go_forward(),
            Command::Settle => self.history.settle(),
            Command::PlayOrPause => self.play_or_pause(),
            Command::Faster => self.playback.change_speed(true),
            Command::Slower => self.playback.change_speed(false),
            Command::Tick(seconds) => self.tick(atlas, seconds),
            Command::TypeDate(typing) => {
                self.typing_date = typing;
                self.history.settle();
            }
            Command::SetView(view) => (self.view, self.side_by_side) = (view, false),
            Command::SideBySide(on) => {
                self.side_by_side = on;
                self.compare = self.compare.filter(|_| !on);
            }
            Command::Compare(command) => self.compare_as(command),
            Command::NextView => self.next_view(),
            Command::ToggleLayer(layer) => self.layers.toggle(layer),
            Command::Select(selection) => self.select_or_answer(atlas, selection),
            Command::Highlight(about) => {
                self.highlight = about.filter(|_| about != self.highlight);
            }
            Command::OpenEvent(event) => self.open_event(atlas, event),
            Command::CloseEvent => self.event = None,
            Command::FilterEvents(filter) => self.filter_events(atlas, filter),
            Command::NextEvent => self.step_event(atlas, true),
            Command::PreviousEvent => self.step_event(atlas, false),
            Command::OpenPage(page) => self.page = page,
            Command::OpenChart(chart) => (self.page, self.chart) = (Page::Charts, chart),
            Command::ShowCharts(large) => self.charts_large = large,
            Command::ShowPlace(place) => self.show_place(atlas, place),
            Command::OpenSource(source) => self.open_cited(Cited::Source(source)),
            Command::OpenConflict(conflict) => self.open_cited(Cited::Conflict(conflict)),
            Command::ShowSearch(open) => self.search_open = open,
            Command::Look(preset) => self.look = Look::At(preset),
            Command::LookAt(bounds) => self.look_at(&bounds),
            Command::Zoom { factor, about } => self.zoom(factor, about),
            Command::Closer(about) => self.zoom_about(2.0, about),
            Command::Glide(seconds) => self.go_on(seconds),
            Command::Pan(delta) => self.pan(delta),
            Command::Resize(viewport) => {
                self.resize(atlas, viewport);
            }
            Command::SetLanguage(language) => self.language = language,
            Command::SetTheme(theme) => self.theme = theme,
            Command::Screen(command) => self.screen.apply(command),
            Command::ShowAbout(open) => self.about_open = open,
            Command::ShowKeys(open) => self.keys_open = open,
            Command::ShowTerms(open) => self.terms_open = open,
            Command::ShowHeld(open) => self.held_open = open,
            teaching => self.teach(atlas, teaching),
        }
    }

    /// Lessons, presentation and quizzes.
    fn teach(&mut self, atlas: &Atlas, command: Command) {
        match command {
            Command::ShowRoom(room) => self.teaching.room = room,
            Command::StartLesson(which) => self.start_lesson(atlas, which),
            Command::CloseLesson => self.teaching.running = None,
            Command::NextStep => {
                let with_answers = self.is_presenting();
                self.turn(atlas, |tour, lesson| tour.next(lesson, with_answers));
            }
            Command::Present(on) => self.present(on),
            Command::StartQuiz(code) => self.start_quiz(atlas, code),
            Command::AnswerQuiz(answer) => self.answer(atlas, answer),
            Command::ToQuestion(question) => self.go_to_question(atlas, question),
            Command::CloseQuiz => self.close_quiz(),
            Command::PreviousStep => self.turn(atlas, Tour::previous),
            Command::GoToStep(step) => self.turn(atlas, |tour, lesson| tour.go_to(lesson, step)),
            Command::ReturnToStep => self.show_running(atlas),
            Command::ToggleAnswer => self.change_tour(|tour| tour.answer = !tour.answer),
            Command::ToggleNotes => self.change_tour(|tour| tour.notes = !tour.notes),
            _ => {}
        }
    }

    pub(super) fn select(&mut self, selection: Option<TerritoryIx>) {
        self.selection = selection;
        if selection.is_some() {
            self.page = Page::Place;
        }
    }

    pub(super) fn open_cited(&mut self, cited: Cited) {
        let count = self.cited.map_or(0, |opened| opened.count.wrapping_add(1));
        (self.page, self.cited) = (Page::Sources, Some(Opened { cited, count }));
    }

    fn next_view(&mut self) {
        if self.compare.is_some() && self.view == View::Russia {
            self.view = View::Control;
            return;
        }
        (self.view, self.side_by_side) = match (self.view, self.side_by_side) {
            (_, true) => (View::Control, false),
            (View::Control, _) => (View::Japan, false),
            (View::Japan, _) => (View::Russia, false),
            (View::Russia, _) => (View::Control, true),
        };
    }
}

/// Whether a command moves the map at once: a hand on it must feel it, and a new size is no move.
const fn is_by_hand(command: Command) -> bool {
    matches!(
        command,
        Command::Pan(_) | Command::Zoom { about: Some(_), .. } | Command::Resize(_)
    )
}

/// To what kind of step of the history a command belongs; `None` where it is no step.
const fn gesture(command: Command) -> Option<Gesture> {
    match command {
        Command::SetDate(_) => Some(Gesture::Scrub),
        Command::ShowDate(_) => Some(Gesture::Type),
        Command::Step(_) => Some(Gesture::Step),
        Command::Tick(_) => Some(Gesture::Play),
        Command::ZoomTime { .. } | Command::PanTime(_) => Some(Gesture::Time),
        Command::Zoom { .. } | Command::Closer(_) | Command::Pan(_) => Some(Gesture::Map),
        // A presentation is left to where it began, with the history of that time.
        Command::Back
        | Command::Forward
        | Command::Settle
        | Command::Resize(_)
        | Command::Glide(_)
        | Command::Screen(_)
        | Command::Compare(CompareCommand::MoveLine(_))
        | Command::Present(_)
        | Command::StartQuiz(_)
        | Command::AnswerQuiz(_)
        | Command::ToQuestion(_)
        | Command::CloseQuiz => None,
        _ => Some(Gesture::Single),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Origin;
    use crate::geometry::Projection;
    use crate::model::date::{Day, HistoricalDate};
    use crate::model::language::Language;
    use crate::state::view_state::Unit;
    use std::sync::LazyLock;

    static ATLAS: LazyLock<Atlas> = LazyLock::new(|| Atlas::load(&Origin::Embedded).unwrap());

    fn day(text: &str) -> Day {
        text.parse::<HistoricalDate>().unwrap().first_day()
    }

    fn state(date: &str) -> ViewState {
        ViewState::new(day(date), Language::English)
    }

    /// Applies commands in turn and returns the date they lead to.
    fn after(date: &str, unit: Unit, commands: &[Command]) -> String {
        let mut state = state(date);
        state.unit = unit;
        for command in commands {
            let _ = state.apply(&ATLAS, *command);
        }
        state.date.to_string()
    }

    #[test]
    fn steps_go_from_end_to_end_of_the_unit() {
        for (date, unit, steps, expected) in [
            ("1930-12-31", Unit::Year, 1, "1931-12-31"),
            ("1930-12-31", Unit::Year, -1, "1929-12-31"),
            ("1945-08-28", Unit::Year, 1, "1945-12-31"),
            ("1945-08-28", Unit::Year, -1, "1944-12-31"),
            ("1945-08-28", Unit::Year, 10, "1954-12-31"),
            ("1945-08-31", Unit::Month, 1, "1945-09-30"),
            ("1945-08-30", Unit::Month, 1, "1945-08-31"),
            ("1945-08-30", Unit::Month, -1, "1945-07-31"),
            ("1904-02-28", Unit::Day, 1, "1904-02-29"),
            ("2025-12-31", Unit::Year, 1, "2025-12-31"),
            ("1792-12-31", Unit::Year, -1, "1792-01-01"),
            ("1850-12-31", Unit::Year, i32::MAX, "2025-12-31"),
            ("1850-12-31", Unit::Year, i32::MIN + 1, "1792-01-01"),
        ] {
            assert_eq!(
                after(date, unit, &[Command::Step(steps)]),
                expected,
                "{date} {unit:?} {steps}"
            );
        }
    }

    #[test]
    fn jumps_stop_at_both_ends() {
        assert_eq!(
            after("2025-12-31", Unit::Year, &[Command::NextChange]),
            "2025-12-31"
        );
        let first = after("1792-01-01", Unit::Year, &[Command::NextChange]);
        assert_eq!(after(&first, Unit::Year, &[Command::PreviousChange]), first);
        assert_eq!(
            after("1854-12-31", Unit::Year, &[Command::NextChange]),
            "1855-02-07"
        );
    }

    #[test]
    fn playing_reaches_the_end_and_stops() {
        let mut state = state("2023-12-31");
        let _ = state.apply(&ATLAS, Command::PlayOrPause);
        for _ in 0..50 {
            let _ = state.apply(&ATLAS, Command::Tick(0.3));
        }
        assert_eq!(state.date, day("2025-12-31"));
        assert!(!state.playback.is_playing());
        let _ = state.apply(&ATLAS, Command::PlayOrPause);
        assert_eq!(
            state.date,
            day("1792-12-31"),
            "playing from the end starts over"
        );
    }

    #[test]
    fn a_command_that_changes_nothing_needs_no_repaint() {
        let mut state = state("1930-12-31");
        assert!(
            !state
                .apply(&ATLAS, Command::SetDate(day("1930-12-31")))
                .needs_repaint
        );
        assert!(!state.apply(&ATLAS, Command::Tick(1.0)).needs_repaint);
        assert!(state.apply(&ATLAS, Command::Step(1)).needs_repaint);
    }

    #[test]
    fn every_place_can_be_shown() {
        let projection = Projection::atlas();
        for (place, territory) in ATLAS.territories() {
            let mut state = state("1930-12-31");
            let _ = state.apply(&ATLAS, Command::ShowPlace(place));
            assert_eq!(state.selection, Some(place));
            let seen = state.camera(&projection).visible(state.viewport);
            assert!(
                seen.contains(projection.project(territory.label)),
                "{}",
                territory.id
            );
            assert!(matches!(state.look, Look::Free(_)), "{}", territory.id);
        }
    }

    #[test]
    fn zooming_in_and_out_comes_back() {
        let mut state = state("1930-12-31");
        let projection = Projection::atlas();
        let before = state.camera(&projection);
        for factor in [2.0, 0.5] {
            let _ = state.apply(
                &ATLAS,
                Command::Zoom {
                    factor,
                    about: Some([100.0, 50.0]),
                },
            );
        }
        let after = state.camera(&projection);
        assert!((before.km_per_point - after.km_per_point).abs() < 1e-9);
        assert!((before.center_km[0] - after.center_km[0]).abs() < 1e-6);
    }
}
