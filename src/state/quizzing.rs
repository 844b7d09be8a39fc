//! What commands do to a quiz: what is asked must not be told by the map, what is answered must be
//! seen on it.

use std::sync::Arc;

use crate::dataset::Atlas;
use crate::lesson::quiz::{Answer, Choice, Code, Quiz, Task};
use crate::model::place::TerritoryIx;

use super::events::EventFilter;
use super::view_state::{Chart, Layer, Layers, Look, Page, Preset, Unit, View, ViewState};

/// A quiz that is taken, and what to return to.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    pub quiz: Quiz,
    before: Arc<ViewState>,
}

impl ViewState {
    /// The quiz that is taken.
    #[must_use]
    pub fn quiz(&self) -> Option<&Quiz> {
        self.teaching.session.as_ref().map(|session| &session.quiz)
    }

    /// Whether the reader is to find a place on the map: then it names none.
    #[must_use]
    pub fn asks_place(&self) -> bool {
        self.quiz().is_some_and(|quiz| {
            let asked = quiz.question().map(|question| question.task);
            matches!(asked, Some(Task::Click { .. })) && quiz.answer().is_none()
        })
    }

    pub(super) fn start_quiz(&mut self, atlas: &Atlas, code: Code) {
        let before = match self.teaching.session.take() {
            Some(session) => session.before,
            None => Arc::new(self.clone()),
        };
        self.playback.stop();
        let quiz = Quiz::new(atlas, code);
        self.teaching.session = Some(Session { quiz, before });
        self.pose(atlas);
    }

    /// Ends the quiz: everything is as it was before, but for what the reader has chosen or made.
    pub(super) fn close_quiz(&mut self) {
        let Some(session) = self.teaching.session.take() else {
            return;
        };
        let mut before = (*session.before).clone();
        before.teaching.own.clone_from(&self.teaching.own);
        before.bookmarks.clone_from(&self.bookmarks);
        (before.language, before.theme) = (self.language, self.theme);
        before
            .teaching
            .presentation
            .clone_from(&self.teaching.presentation);
        *self = before;
    }

    pub(super) fn go_to_question(&mut self, atlas: &Atlas, question: usize) {
        if let Some(session) = &mut self.teaching.session {
            session.quiz.go_to(question);
            self.pose(atlas);
        }
    }

    pub(super) fn answer(&mut self, atlas: &Atlas, answer: Answer) {
        if let Some(session) = &mut self.teaching.session {
            session.quiz.give(answer);
            self.pose(atlas);
        }
    }

    /// A click on a place: the answer where a place is asked for, else a choice as always.
    pub(super) fn select_or_answer(&mut self, atlas: &Atlas, place: Option<TerritoryIx>) {
        match place {
            Some(place) if self.asks_place() => self.answer(atlas, Answer::Place(place)),
            None if self.asks_place() => {}
            _ => self.select(place),
        }
    }

    /// Sets the screen for the question that is on.
    fn pose(&mut self, atlas: &Atlas) {
        let Some((question, is_answered)) = self.quiz().and_then(|quiz| {
            let question = quiz.question()?.clone();
            Some((question, quiz.answer().is_some()))
        }) else {
            return;
        };
        (self.view, self.side_by_side) = (View::Control, false);
        (self.selection, self.event) = (None, None);
        self.layers = Layers::default();
        match question.task {
            Task::Click { place } if !is_answered => {
                self.layers = Layers::only(&[Layer::Borders]);
                self.look = Look::At(look_for(atlas, place));
                self.set_date(Atlas::range().1);
            }
            Task::Click { place } => self.selection = Some(place),
            Task::Figure { .. } => self.open_chart(Chart::Trade),
            Task::Poll => self.open_chart(Chart::Polls),
            // Before it is answered, nothing is shown.
            _ if !is_answered => {}
            Task::Held { place, day } | Task::Claimed { place, day } => {
                self.show_place(atlas, place);
                (self.unit, self.page) = (Unit::Day, Page::Place);
                self.set_date(day);
            }
            Task::Changed { year } => {
                if let Some(Choice::Place(place)) = question.choices.get(question.right) {
                    self.show_place(atlas, *place);
                    let phases = atlas.control.record(*place).phases();
                    let mut days = phases.iter().map(|phase| phase.from.first_day());
                    if let Some(day) = days.find(|day| day.year() == year) {
                        self.unit = Unit::Day;
                        self.set_date(day);
                    }
                }
            }
            Task::First | Task::Dated { .. } => {
                let right = match (question.task, question.choices.get(question.right)) {
                    (Task::Dated { event, .. }, _) => Some(event),
                    (_, Some(Choice::Event(event))) => Some(*event),
                    _ => None,
                };
                if let Some(event) = right {
                    self.event_filter = EventFilter::default();
                    self.look = Look::At(Preset::Region);
                    self.open_event(atlas, event);
                }
            }
        }
    }

    fn open_chart(&mut self, chart: Chart) {
        (self.page, self.chart) = (Page::Charts, chart);
    }
}

/// The part of the world in which a place is to be found, with others around it.
fn look_for(atlas: &Atlas, place: TerritoryIx) -> Preset {
    let territory = atlas.territory(place);
    let id = territory.id.as_str();
    if territory.disputed {
        Preset::FourIslands
    } else if id.starts_with("kurils") || id == "urup" {
        Preset::Kurils
    } else {
        Preset::Region
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Origin;
    use crate::lesson::quiz::Difficulty;
    use crate::model::date::Day;
    use crate::model::language::Language;
    use crate::state::Command;
    use std::sync::LazyLock;

    static ATLAS: LazyLock<Atlas> = LazyLock::new(|| Atlas::load(&Origin::Embedded).unwrap());

    fn state() -> ViewState {
        ViewState::new(Day::new(1930, 12, 31).unwrap(), Language::English)
    }

    #[test]
    fn a_quiz_is_taken_and_left_as_if_it_had_not_been() {
        let mut state = state();
        let _ = state.apply(&ATLAS, Command::Look(Preset::Sakhalin));
        let before = state.clone();
        let code = Code::new(Difficulty::Hard, 17);
        let _ = state.apply(&ATLAS, Command::StartQuiz(code));
        for number in 0..state.quiz().unwrap().questions().len() {
            let question = state.quiz().unwrap().question().unwrap().clone();
            let right = match question.task {
                Task::Click { place } => {
                    assert!(state.asks_place() && !state.layers.has(Layer::Names));
                    let _ = state.apply(&ATLAS, Command::Select(None));
                    assert!(
                        state.quiz().unwrap().answer().is_none(),
                        "the sea is no answer"
                    );
                    Command::Select(Some(place))
                }
                Task::Dated { event, .. } => {
                    let year = ATLAS.event(event).from.first_day().year();
                    Command::AnswerQuiz(Answer::Year(year))
                }
                _ => Command::AnswerQuiz(Answer::Choice(question.right)),
            };
            let _ = state.apply(&ATLAS, right);
            assert!(!state.asks_place());
            assert!(
                state.layers.has(Layer::Names),
                "the answer is seen with names"
            );
            assert_eq!(state.quiz().unwrap().score(&ATLAS), number + 1);
            let _ = state.apply(&ATLAS, Command::ToQuestion(number + 1));
        }
        assert!(state.quiz().unwrap().is_over());
        let _ = state.apply(&ATLAS, Command::SetLanguage(Language::Russian));
        let _ = state.apply(&ATLAS, Command::CloseQuiz);
        assert_eq!(state.language, Language::Russian);
        state.language = Language::English;
        assert!(state.moment() == before.moment() && state.page == before.page);
        assert!(state.teaching == before.teaching);
    }

    #[test]
    fn another_quiz_returns_to_where_the_first_began() {
        let mut state = state();
        let before = state.moment();
        for seed in [1, 2] {
            let code = Code::new(Difficulty::Easy, seed);
            let _ = state.apply(&ATLAS, Command::StartQuiz(code));
            let _ = state.apply(&ATLAS, Command::AnswerQuiz(Answer::Choice(0)));
        }
        let _ = state.apply(&ATLAS, Command::CloseQuiz);
        assert_eq!(state.moment(), before);
    }
}
