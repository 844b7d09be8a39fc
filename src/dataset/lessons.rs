//! Lesson files of readers: read whole or not at all, with every problem, and written.

use std::io::Read as _;
use std::path::Path;

use crate::model::lesson::{Aim, Lesson, Maps, Step, Subject};
use crate::model::shown::{Chart, Layer, Page, Preset};
use crate::model::source::Citation;

use super::atlas::Atlas;
use super::parse;
use super::problem::{Problem, Problems};
use super::raw;

pub use super::parse::Demand;

/// A lesson of more than this is a mistake.
const LARGEST_FILE: u64 = 4 * 1024 * 1024;

/// The text of a lesson file.
///
/// # Errors
/// When the file is missing, unreadable, too large, no plain file, or not UTF-8.
pub fn text_of(path: &Path) -> Result<String, Problem> {
    let problem = |message: String| Problem {
        file: path.display().to_string(),
        path: String::new(),
        line: None,
        message,
    };
    let unread = |error: std::io::Error| problem(format!("cannot be read: {error}"));
    let metadata = std::fs::metadata(path).map_err(unread)?;
    if !metadata.is_file() {
        return Err(problem("is not a regular file".to_owned()));
    }
    if metadata.len() > LARGEST_FILE {
        return Err(problem("is larger than any lesson (4 MiB)".to_owned()));
    }
    let mut bytes = Vec::new();
    std::fs::File::open(path)
        .and_then(|file| file.take(LARGEST_FILE).read_to_end(&mut bytes))
        .map_err(unread)?;
    String::from_utf8(bytes).map_err(|error| {
        let error = error.utf8_error();
        problem(format!("not UTF-8 text: {error}; save the file as UTF-8"))
    })
}

/// Reads a lesson from the text of a file; `name` is how problems call the file.
///
/// # Errors
/// All problems of the file, in order of line; nothing is opened then.
pub fn read(atlas: &Atlas, name: &str, text: &str, demand: Demand) -> Result<Lesson, Problems> {
    let mut problems = Vec::new();
    let lesson = parse::lesson(atlas, name, text, demand, &mut problems);
    lesson.ok_or_else(|| Problems::of_text(text, problems))
}

/// Reads a lesson file.
///
/// # Errors
/// As [`text_of`] and [`read`].
pub fn open(atlas: &Atlas, path: &Path) -> Result<Lesson, Problems> {
    let text = text_of(path).map_err(|problem| Problems(vec![problem]))?;
    read(atlas, &path.display().to_string(), &text, Demand::Whole)
}

/// The text of a lesson's file.
#[must_use]
pub fn written(atlas: &Atlas, lesson: &Lesson) -> String {
    let raw = raw::Lesson {
        id: lesson.id.clone(),
        title: (&lesson.title).into(),
        about: (&lesson.about).into(),
        minutes: lesson.minutes,
        level: lesson.level.id(),
        notes: (&lesson.notes).into(),
        steps: lesson
            .steps
            .iter()
            .map(|step| written_step(atlas, step))
            .collect(),
    };
    raw.written()
}

fn written_step(atlas: &Atlas, step: &Step) -> raw::Step {
    let (look, camera) = match step.aim {
        None => (None, None),
        Some(Aim::At(preset)) => (Some(preset), None),
        Some(Aim::Camera { center, width_km }) => (None, Some(raw::Aim { center, width_km })),
    };
    let (place, event) = match step.subject {
        Subject::Nothing => (None, None),
        Subject::Place(place) => (Some(atlas.territory(place).id.clone()), None),
        Subject::Event(event) => (None, Some(atlas.event(event).id.clone())),
    };
    let conflict = step
        .conflict
        .and_then(|conflict| atlas.conflicts.get(usize::from(conflict)));
    let reference = |citation: &Citation| raw::Reference {
        id: atlas.source(citation.source).id.clone(),
        at: citation.at.clone(),
    };
    let question = step.question.as_ref();
    let answer = question.filter(|asked| !asked.answer.is_empty());
    raw::Step {
        id: step.id.clone(),
        date: step.date.to_string(),
        view: (step.maps != Maps::default()).then(|| step.maps.id().to_owned()),
        look: look.map(Preset::id).map(str::to_owned),
        camera,
        place,
        event,
        page: step.page.map(Page::id).map(str::to_owned),
        chart: step.chart.map(Chart::id).map(str::to_owned),
        conflict: conflict.map(|conflict| conflict.id.clone()),
        layers: step.layers.as_ref().map(|layers| {
            let id = |layer: &Layer| layer.id().to_owned();
            layers.iter().map(id).collect()
        }),
        time: step
            .time
            .map(|(from, to)| [from.to_string(), to.to_string()]),
        title: (&step.title).into(),
        caption: (&step.caption).into(),
        question: question.map(|asked| (&asked.question).into()),
        answer: answer.map(|asked| (&asked.answer).into()),
        sources: step.citations.iter().map(reference).collect(),
    }
}

#[cfg(test)]
mod tests;
