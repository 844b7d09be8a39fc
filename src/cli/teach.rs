//! Lessons on the command line: by their id, or by the file of one's own.

use std::path::Path;

use clap::Args;

use crate::dataset::{Atlas, lessons};
use crate::lesson::quiz::Code;
use crate::lesson::tour::{self, Which};
use crate::model::language::Language;
use crate::model::lesson::Lesson;
use crate::state::{Command, ViewState};
use crate::text::{Catalog, Key};

use super::error::CliError;
use super::words;

/// The lesson that is played first.
#[derive(Args, Clone, Debug)]
pub struct Teach {
    /// The lesson to play: its id, or a lesson file
    #[arg(long, value_name = "ID|FILE")]
    pub lesson: Option<String>,
    /// The step of the lesson to begin with, from 1
    #[arg(long, value_name = "N", default_value_t = 1, requires = "lesson", value_parser = words::step)]
    pub step: u16,
    /// The quiz to take: six digits, the first from 1 (easy) to 3 (hard)
    #[arg(long, value_name = "CODE", value_parser = words::code, conflicts_with = "lesson")]
    pub quiz: Option<Code>,
    /// Show it to a class: the map first, in large type
    #[arg(long)]
    pub present: bool,
}

impl Teach {
    /// Starts the lesson that was asked for.
    ///
    /// # Errors
    /// When there is no such lesson or step, or the file has problems: all of them are told.
    pub fn start(&self, atlas: &Atlas, state: &mut ViewState) -> Result<(), CliError> {
        let started = self
            .lesson
            .as_ref()
            .map_or(Ok(()), |wanted| self.play(atlas, state, wanted));
        if let Some(code) = self.quiz {
            let _ = state.apply(atlas, Command::StartQuiz(code));
        }
        if self.present {
            let _ = state.apply(atlas, Command::Present(true));
        }
        started
    }

    fn play(&self, atlas: &Atlas, state: &mut ViewState, wanted: &str) -> Result<(), CliError> {
        let texts = Catalog::of(state.language);
        let which = which(atlas, state, wanted)?;
        let _ = state.apply(atlas, Command::StartLesson(which));
        let count = state
            .lesson(atlas)
            .map_or(0, |(lesson, _)| lesson.steps.len());
        let step = usize::from(self.step);
        if step > count {
            let values = [("count", &*count.to_string()), ("step", &*step.to_string())];
            return Err(CliError::Request(texts.fill(Key::CliNoStep, &values)));
        }
        let _ = state.apply(atlas, Command::GoToStep(step - 1));
        Ok(())
    }
}

/// A lesson of the atlas by its id, or one of the reader's own by its file.
///
/// # Errors
/// When there is no such lesson, or the file has problems: all of them are told.
pub fn lesson(atlas: &Atlas, wanted: &str, language: Language) -> Result<Lesson, CliError> {
    let mut state = ViewState::new(Atlas::range().1, language);
    let which = which(atlas, &mut state, wanted)?;
    let found = tour::find(atlas, &state.teaching.own, which).cloned();
    found.ok_or_else(|| no_lesson(atlas, wanted, language))
}

fn no_lesson(atlas: &Atlas, wanted: &str, language: Language) -> CliError {
    let ids: Vec<&str> = atlas
        .lessons
        .iter()
        .map(|lesson| lesson.id.as_str())
        .collect();
    let values = [("id", wanted), ("known", &*ids.join(", "))];
    CliError::Request(Catalog::of(language).fill(Key::CliNoLesson, &values))
}

fn which(atlas: &Atlas, state: &mut ViewState, wanted: &str) -> Result<Which, CliError> {
    let known = tour::all(atlas, &state.teaching.own);
    let found = known
        .into_iter()
        .find(|(_, lesson)| lesson.id == wanted)
        .map(|(which, _)| which);
    if let Some(which) = found {
        return Ok(which);
    }
    let texts = Catalog::of(state.language);
    let path = Path::new(wanted);
    let is_file = path.extension().is_some_and(|end| end == "json") || path.exists();
    if !is_file {
        return Err(no_lesson(atlas, wanted, state.language));
    }
    match lessons::open(atlas, path) {
        Ok(lesson) => Ok(state.add_lesson(lesson)),
        Err(problems) => Err(CliError::Data {
            heading: texts.fill(Key::LessonBad, &[("file", wanted)]),
            problems,
        }),
    }
}
