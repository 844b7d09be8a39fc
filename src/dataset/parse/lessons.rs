//! Lessons: the shipped ones, and those that readers write.

use std::collections::{HashMap, HashSet};

use crate::model::date::HistoricalDate;
use crate::model::event::{Event, EventIx};
use crate::model::lesson::{Aim, Lesson, Level, Maps, Question, Step, Subject};
use crate::model::shown::{Chart, Layer, Page, Preset};
use crate::model::text::Conflict;

use super::super::atlas::Atlas;
use super::super::raw;
use super::super::records::{Entry, File, read_list, read_whole};
use super::reader::{Place, Reader};

/// What the steps of lessons name besides places and sources.
pub struct Known {
    pub events: HashMap<String, EventIx>,
    pub conflicts: HashMap<String, u16>,
}

impl Known {
    /// The ids of an atlas's events and conflicts.
    pub fn of(events: &[Event], conflicts: &[Conflict]) -> Self {
        let events = (0u16..).map(EventIx).zip(events);
        let conflicts = (0u16..).zip(conflicts);
        Self {
            events: events
                .map(|(index, event)| (event.id.clone(), index))
                .collect(),
            conflicts: conflicts
                .map(|(index, conflict)| (conflict.id.clone(), index))
                .collect(),
        }
    }
}

/// How much a lesson must have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Demand {
    /// A lesson that can be played.
    Whole,
    /// One that is still being written: texts may be missing, and steps.
    Draft,
}

/// How wide a view of a step may be, in kilometres.
const WIDTHS_KM: std::ops::RangeInclusive<f64> = 5.0..=8000.0;

impl Reader<'_> {
    /// Reads a lesson; `None` where something of it cannot be read, which is among the problems.
    pub fn lesson(&mut self, file: File<'_>, known: &Known, demand: Demand) -> Option<Lesson> {
        let before = self.problems.len();
        let head = read_whole::<raw::LessonHead>(file, self.problems);
        // A file that is no object at all is one problem, not two.
        if head.is_none() && self.problems.iter().skip(before).any(|p| p.path.is_empty()) {
            return None;
        }
        let entries = read_list::<raw::Step>(file, "steps", self.problems);
        let mut steps = Vec::with_capacity(entries.len());
        let mut ids = HashSet::new();
        for Entry { raw, path } in entries {
            let place = Place { file, path: &path };
            if !ids.insert(raw.id.clone()) {
                self.report(place, "id", format!("the id \"{}\" stands twice", raw.id));
            }
            steps.extend(self.step(place, raw, known, demand));
        }
        let head = head?;
        let whole = Place { file, path: "" };
        let level = self.word(
            whole,
            "level",
            &head.level,
            Level::from_id,
            &Level::ALL.map(Level::id),
        );
        let lesson = Lesson {
            id: head.id,
            title: head.title.into(),
            about: head.about.into(),
            minutes: head.minutes,
            level: level.unwrap_or_default(),
            notes: head.notes.into(),
            steps,
        };
        self.head(file, &lesson, demand);
        (self.problems.len() == before).then_some(lesson)
    }

    fn head(&mut self, file: File<'_>, lesson: &Lesson, demand: Demand) {
        if !(1..=240).contains(&lesson.minutes) {
            let message = "a lesson takes 1 to 240 minutes";
            self.problems.push(file.problem("minutes", message));
        }
        if demand == Demand::Draft {
            return;
        }
        if lesson.id.trim().is_empty() {
            self.problems.push(file.problem("id", "is empty"));
        }
        if lesson.title.is_empty() {
            let message = "is empty; write it in at least one language: en, ja or ru";
            self.problems.push(file.problem("title", message));
        }
        if lesson.steps.is_empty() && self.problems.is_empty() {
            let message = "a lesson has at least one step";
            self.problems.push(file.problem("steps", message));
        }
    }

    fn step(
        &mut self,
        place: Place<'_>,
        mut raw: raw::Step,
        known: &Known,
        demand: Demand,
    ) -> Option<Step> {
        let date = self.date_of_step(place, &raw.date);
        let maps = match raw.view.as_deref() {
            None => Some(Maps::default()),
            Some(id) => self.word(place, "view", id, Maps::from_id, &Maps::ALL.map(Maps::id)),
        };
        let aim = self.aim(place, &mut raw);
        let subject = self.subject(place, &raw, known);
        let (page, chart, conflict) = self.pages(place, &raw, known);
        let layers = raw.layers.as_ref().map(|layers| {
            let names = Layer::ALL.map(Layer::id);
            let mut on = Vec::with_capacity(layers.len());
            for (index, id) in layers.iter().enumerate() {
                let field = format!("layers[{index}]");
                on.extend(self.word(place, &field, id, Layer::from_id, &names));
            }
            on
        });
        let time = raw.time.as_ref().and_then(|time| self.stretch(place, time));
        let citations = raw.sources.into_iter().map(|source| raw::Citation {
            id: source.id,
            at: source.at,
        });
        let citations = self.citations(place, "sources", citations.collect());
        let step = Step {
            id: raw.id,
            date: date?,
            maps: maps?,
            aim,
            subject,
            page,
            chart,
            conflict,
            layers,
            time,
            title: raw.title.into(),
            caption: raw.caption.into(),
            question: raw.question.map(|question| Question {
                question: question.into(),
                answer: raw.answer.clone().unwrap_or_default().into(),
            }),
            citations,
        };
        self.words_of_step(place, &step, raw.answer.is_some(), demand);
        Some(step)
    }

    fn words_of_step(&mut self, place: Place<'_>, step: &Step, has_answer: bool, demand: Demand) {
        if step.question.is_none() && has_answer {
            self.report(place, "answer", "answers no question");
        }
        if demand == Demand::Draft {
            return;
        }
        if step.title.is_empty() {
            let message = "is empty; write it in at least one language: en, ja or ru";
            self.report(place, "title", message);
        }
        if step
            .question
            .as_ref()
            .is_some_and(|asked| asked.question.is_empty())
        {
            self.report(
                place,
                "question",
                "is empty; leave it out where none is asked",
            );
        }
    }

    fn date_of_step(&mut self, place: Place<'_>, text: &str) -> Option<HistoricalDate> {
        let date = self.date(place, "date", text)?;
        let (first, last) = Atlas::range();
        if !(first..=last).contains(&date.last_day()) {
            let message = format!("lies outside the atlas, which runs from {first} to {last}");
            self.report(place, "date", message);
        }
        Some(date)
    }

    fn stretch(
        &mut self,
        place: Place<'_>,
        time: &[String; 2],
    ) -> Option<(HistoricalDate, HistoricalDate)> {
        let from = self.date(place, "time[0]", &time[0])?;
        let to = self.date(place, "time[1]", &time[1])?;
        if from.first_day() >= to.last_day() {
            self.report(
                place,
                "time",
                "the second date must be later than the first",
            );
        }
        Some((from, to))
    }

    fn aim(&mut self, place: Place<'_>, raw: &mut raw::Step) -> Option<Aim> {
        if raw.look.is_some() && raw.camera.is_some() {
            self.report(place, "camera", "give either \"look\" or \"camera\"");
        }
        if let Some(id) = &raw.look {
            let names = Preset::ALL.map(Preset::id);
            let preset = self.word(place, "look", id, Preset::from_id, &names);
            return preset.map(Aim::At);
        }
        let raw::Aim { center, width_km } = raw.camera.take()?;
        let [longitude, latitude] = center;
        if !((90.0..=180.0).contains(&longitude) && (25.0..=70.0).contains(&latitude)) {
            let message =
                "a longitude from 90 to 180 and a latitude from 25 to 70 degrees, in this order";
            self.report(place, "camera.center", message);
        }
        if !WIDTHS_KM.contains(&width_km) {
            self.report(place, "camera.width_km", "from 5 to 8000 kilometres");
        }
        Some(Aim::Camera { center, width_km })
    }

    fn subject(&mut self, place: Place<'_>, raw: &raw::Step, known: &Known) -> Subject {
        if raw.place.is_some() && raw.event.is_some() {
            self.report(place, "event", "give either \"place\" or \"event\"");
        }
        if let Some(id) = &raw.place {
            return match self.territories.get(id) {
                Some(territory) => Subject::Place(*territory),
                None => self.unknown(place, "place", "territory", id),
            };
        }
        match &raw.event {
            Some(id) => match known.events.get(id) {
                Some(event) => Subject::Event(*event),
                None => self.unknown(place, "event", "event", id),
            },
            None => Subject::Nothing,
        }
    }

    fn unknown(&mut self, place: Place<'_>, field: &str, kind: &str, id: &str) -> Subject {
        self.report(place, field, format!("the atlas has no {kind} \"{id}\""));
        Subject::Nothing
    }

    fn pages(
        &mut self,
        place: Place<'_>,
        raw: &raw::Step,
        known: &Known,
    ) -> (Option<Page>, Option<Chart>, Option<u16>) {
        let page = raw.page.as_deref().and_then(|id| {
            let names = Page::ALL.map(Page::id);
            self.word(place, "page", id, Page::from_id, &names)
        });
        let chart = raw.chart.as_deref().and_then(|id| {
            let names = Chart::ALL.map(Chart::id);
            self.word(place, "chart", id, Chart::from_id, &names)
        });
        if raw.chart.is_some() && page != Some(Page::Charts) {
            self.report(place, "chart", "goes with \"page\": \"charts\" only");
        }
        let conflict = raw.conflict.as_ref().and_then(|id| {
            let found = known.conflicts.get(id).copied();
            if found.is_none() {
                let message = format!("there is no conflict \"{id}\" in conflicts.json");
                self.report(place, "conflict", message);
            }
            found
        });
        if raw.conflict.is_some() && page != Some(Page::Sources) {
            self.report(place, "conflict", "goes with \"page\": \"sources\" only");
        }
        (page, chart, conflict)
    }
}
