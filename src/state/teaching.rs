//! What commands do to lessons: a step is shown by setting all that decides what is on the screen.

use std::sync::Arc;

use crate::dataset::Atlas;
use crate::geometry::{Bounds, Camera, Projection, Viewport};
use crate::lesson::tour::{self, OwnLessons, Tour, Turn, Which};
use crate::model::date::{Day, HistoricalDate, Precision};
use crate::model::lesson::{Aim, Lesson, Maps, Step, Subject};
use crate::model::shown::Layer;
use crate::model::source::Citation;

use super::events::EventFilter;
use super::history::Moment;
use super::quizzing::Session;
use super::time_axis::Span;
use super::view_state::{Cited, Layers, Look, Page, Unit, ViewState, camera_limits};

/// What the panel for teaching shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Room {
    #[default]
    Lessons,
    Quiz,
    Editor,
}

impl Room {
    /// All of them, in the order of the tabs.
    pub const ALL: [Self; 3] = [Self::Lessons, Self::Quiz, Self::Editor];
}

/// A lesson that is played.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Running {
    pub tour: Tour,
    /// What the step showed; whoever sees something else has gone exploring.
    pub shown: Moment,
}

/// What a presentation returns to, and what it has to keep in sight.
#[derive(Clone, Debug, PartialEq)]
pub struct Presentation {
    before: Arc<ViewState>,
    /// The moved map at the beginning, and what of the earth it showed.
    framed: Option<(Camera, Bounds)>,
}

/// Everything about lessons that decides what is on the screen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Teaching {
    /// What the panel shows; `None` while it is closed.
    pub room: Option<Room>,
    pub running: Option<Running>,
    pub own: OwnLessons,
    pub session: Option<Session>,
    pub presentation: Option<Presentation>,
}

impl ViewState {
    /// The lesson that is played.
    #[must_use]
    pub fn lesson<'a>(&'a self, atlas: &'a Atlas) -> Option<(&'a Lesson, &'a Running)> {
        let running = self.teaching.running.as_ref()?;
        let lesson = tour::find(atlas, &self.teaching.own, running.tour.which)?;
        Some((lesson, running))
    }

    /// Whether a lesson is played and its step is what one sees.
    #[must_use]
    pub fn is_at_step(&self) -> bool {
        let running = self.teaching.running.as_ref();
        running.is_some_and(|running| running.shown == self.moment())
    }

    /// Whether a class is shown the map in large type.
    #[must_use]
    pub const fn is_presenting(&self) -> bool {
        self.teaching.presentation.is_some()
    }

    /// Begins a presentation, or ends it: then everything is as it was before, but for what the
    /// reader has made in the meantime.
    pub(super) fn present(&mut self, on: bool) {
        if on == self.is_presenting() {
            return;
        }
        let Some(presentation) = self.teaching.presentation.take() else {
            let framed = match self.look {
                Look::Free(camera) => Some((camera, camera.visible(self.viewport))),
                Look::At(_) => None,
            };
            let before = Arc::new(self.clone());
            self.teaching.presentation = Some(Presentation { before, framed });
            (self.search_open, self.typing_date) = (false, false);
            (self.about_open, self.keys_open, self.held_open) = (false, false, false);
            self.terms_open = None;
            return;
        };
        let (own, bookmarks) = (self.teaching.own.clone(), self.bookmarks.clone());
        self.clone_from(&presentation.before);
        (self.teaching.own, self.bookmarks) = (own, bookmarks);
    }

    /// The map has a new size. What a step or a presentation shows fills it as it filled the old one.
    pub(super) fn resize(&mut self, atlas: &Atlas, viewport: Viewport) {
        let was_at_step = self.is_at_step();
        self.viewport = viewport;
        let framed = self.teaching.presentation.as_mut();
        if let Some((camera, bounds)) = framed.and_then(|shown| shown.framed.as_mut())
            && self.look == Look::Free(*camera)
        {
            *camera = Camera::fit(bounds, viewport, 0.0);
            self.look = Look::Free(*camera);
            if was_at_step {
                self.settle_step();
            }
        }
        self.aim_again(atlas, was_at_step);
    }

    /// Takes in a lesson that the reader opened.
    pub fn add_lesson(&mut self, lesson: Lesson) -> Which {
        self.teaching.own.add(lesson)
    }

    /// Shows a step of a lesson that is still being written.
    pub fn show_draft(&mut self, atlas: &Atlas, lesson: &Lesson, step: usize) {
        if let Some(step) = lesson.steps.get(step) {
            self.show_step(atlas, step);
        }
    }

    pub(super) fn start_lesson(&mut self, atlas: &Atlas, which: Which) {
        if tour::find(atlas, &self.teaching.own, which).is_none_or(|lesson| lesson.steps.is_empty())
        {
            return;
        }
        self.teaching.room = Some(Room::Lessons);
        let shown = self.moment();
        let tour = Tour::of(which);
        self.teaching.running = Some(Running { tour, shown });
        self.show_running(atlas);
    }

    /// Lets the tour take a turn, and shows where it leads.
    pub(super) fn turn(&mut self, atlas: &Atlas, turn: impl FnOnce(&mut Tour, &Lesson) -> Turn) {
        let Some((lesson, running)) = self.lesson(atlas) else {
            return;
        };
        let mut tour = running.tour;
        let turned = turn(&mut tour, lesson);
        if let Some(running) = &mut self.teaching.running {
            running.tour = tour;
        }
        if turned == Turn::Step {
            self.show_running(atlas);
        }
    }

    /// Shows the step that is on, as at its beginning.
    pub(super) fn show_running(&mut self, atlas: &Atlas) {
        let step = self
            .lesson(atlas)
            .and_then(|(lesson, running)| running.tour.step_of(lesson).cloned());
        let Some(step) = step else { return };
        self.show_step(atlas, &step);
        self.settle_step();
    }

    fn settle_step(&mut self) {
        let shown = self.moment();
        if let Some(running) = &mut self.teaching.running {
            running.shown = shown;
        }
    }

    /// The map has a new size: the step's view fills it as it filled the old one.
    fn aim_again(&mut self, atlas: &Atlas, was_at_step: bool) {
        if !was_at_step {
            return;
        }
        let aim = self
            .lesson(atlas)
            .and_then(|(lesson, running)| running.tour.step_of(lesson)?.aim);
        if let Some(aim) = aim {
            self.aim(aim);
            self.settle_step();
        }
    }

    pub(super) fn change_tour(&mut self, change: impl FnOnce(&mut Tour)) {
        if let Some(running) = &mut self.teaching.running {
            change(&mut running.tour);
        }
    }

    fn show_step(&mut self, atlas: &Atlas, step: &Step) {
        self.playback.stop();
        self.search_open = false;
        (self.view, self.side_by_side) = match step.maps {
            Maps::One(view) => (view, false),
            Maps::Sides => (self.view, true),
        };
        self.layers = match &step.layers {
            Some(layers) => Layers::only(layers),
            None => Layers::default(),
        };
        if let Some((from, to)) = step.time {
            self.span = Span::of(from.first_day(), to.last_day());
        }
        self.unit = unit_of(step.date.precision());
        self.set_date(step.date.last_day());
        if let Some(aim) = step.aim {
            self.aim(aim);
        }
        (self.selection, self.event) = (None, None);
        match step.subject {
            Subject::Nothing => {}
            Subject::Place(place) => {
                self.selection = Some(place);
                self.page = Page::Place;
            }
            Subject::Event(index) => {
                let Some(event) = atlas.events.get(index.index()) else {
                    return;
                };
                if !self.event_filter.admits(atlas, event) {
                    self.event_filter = EventFilter::default();
                }
                self.event = Some(index);
                self.page = Page::Events;
            }
        }
        self.page = step.page.unwrap_or(self.page);
        self.chart = step.chart.unwrap_or(self.chart);
        if let Some(conflict) = step.conflict {
            self.open_cited(Cited::Conflict(conflict));
        }
    }

    fn aim(&mut self, aim: Aim) {
        self.look = match aim {
            Aim::At(preset) => Look::At(preset),
            Aim::Camera { center, width_km } => {
                let projection = Projection::of(self.region);
                let camera = Camera {
                    center_km: projection.project(center),
                    km_per_point: width_km / self.reach(),
                };
                Look::Free(camera.clamped(self.viewport, &camera_limits(&projection)))
            }
        };
    }

    /// What one looks at as a step of a lesson, without words yet.
    #[must_use]
    pub fn as_step(&self, atlas: &Atlas) -> Step {
        let nothing = || crate::model::language::Localized::new("", "", "");
        let subject = match (self.event, self.selection) {
            (Some(event), _) => Subject::Event(event),
            (None, Some(place)) => Subject::Place(place),
            (None, None) => Subject::Nothing,
        };
        let on: Vec<Layer> = Layer::ALL
            .into_iter()
            .filter(|layer| self.layers.has(*layer))
            .collect();
        let span = self.span;
        let ends = (exact(span.first()), exact(span.last()));
        Step {
            id: String::new(),
            date: self.date_of_unit(),
            maps: if self.side_by_side {
                Maps::Sides
            } else {
                Maps::One(self.view)
            },
            aim: Some(self.as_aim()),
            subject,
            page: Some(self.page),
            chart: Some(self.chart).filter(|_| self.page == Page::Charts),
            conflict: match self.cited.filter(|_| self.page == Page::Sources) {
                Some(opened) => match opened.cited {
                    Cited::Conflict(conflict) => Some(conflict),
                    Cited::Source(_) => None,
                },
                None => None,
            },
            layers: (on.len() < Layer::ALL.len()).then_some(on),
            time: (!span.is_whole()).then_some(ends),
            title: nothing(),
            caption: nothing(),
            question: None,
            citations: self.citations_of(atlas, subject),
        }
    }

    /// The shown date as finely as it is stepped by.
    fn date_of_unit(&self) -> HistoricalDate {
        let (year, month, _) = self.date.ymd();
        let text = match self.unit {
            Unit::Year if self.date == self.date.last_of_year() => format!("{year:04}"),
            Unit::Month if self.date == self.date.last_of_month() => {
                format!("{year:04}-{month:02}")
            }
            _ => return exact(self.date),
        };
        text.parse().unwrap_or_else(|_| exact(self.date))
    }

    fn as_aim(&self) -> Aim {
        match self.look {
            Look::At(preset) => Aim::At(preset),
            Look::Free(camera) => {
                let center = Projection::of(self.region).unproject(camera.center_km);
                let width = camera.km_per_point * self.reach();
                Aim::Camera {
                    center: center.map(|degrees| (degrees * 1e4).round() / 1e4),
                    width_km: width.round().clamp(5.0, 8000.0),
                }
            }
        }
    }

    /// How many points a step's width takes: the width of the map, but on a low and wide one no more
    /// than leaves in sight what lies north and south.
    fn reach(&self) -> f64 {
        const HEIGHT_OF_WIDTH: f64 = 0.62;
        let [width, height] = self.viewport.size.map(|side| f64::from(side.max(1.0)));
        width.min(height / HEIGHT_OF_WIDTH)
    }

    /// The sources of what a step points at.
    fn citations_of(&self, atlas: &Atlas, subject: Subject) -> Vec<Citation> {
        match subject {
            Subject::Nothing => Vec::new(),
            Subject::Event(event) => atlas.event(event).citations.clone(),
            Subject::Place(place) => atlas.control.record(place).at(self.date).citations.clone(),
        }
    }
}

const fn exact(day: Day) -> HistoricalDate {
    HistoricalDate::exact(day)
}

/// The step of the arrows that fits a date.
const fn unit_of(precision: Precision) -> Unit {
    match precision {
        Precision::Day => Unit::Day,
        Precision::Month | Precision::Season => Unit::Month,
        Precision::Year | Precision::Decade => Unit::Year,
    }
}

#[cfg(test)]
mod tests;
