//! A lesson in words: its line in the list, and what a step tells.

use crate::dataset::Atlas;
use crate::lesson::tour::{self, OwnLessons, Which};
use crate::model::date::Day;
use crate::model::language::Language;
use crate::model::lesson::{Lesson, Level, Step};
use crate::model::source::SourceIx;
use crate::text::{Catalog, Key, format};

use super::details::source_line;

/// A lesson in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LessonLine {
    pub which: Which,
    pub title: String,
    /// Minutes, level, how many steps.
    pub facts: String,
    pub about: String,
}

/// What a step tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepText {
    pub title: String,
    pub date: String,
    pub caption: String,
    pub question: Option<QuestionText>,
    pub sources: Vec<(SourceIx, String)>,
}

/// A question to the class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionText {
    pub question: String,
    /// Empty where a reader's own lesson gives none.
    pub answer: String,
}

/// A step on the time axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepMark {
    /// From 0.
    pub step: usize,
    pub day: Day,
    pub title: String,
    pub date: String,
}

/// All lessons, the atlas's first.
#[must_use]
pub fn lines(atlas: &Atlas, own: &OwnLessons, language: Language) -> Vec<LessonLine> {
    tour::all(atlas, own)
        .map(|(which, lesson)| LessonLine {
            which,
            title: lesson.title.said(language).to_owned(),
            facts: facts(lesson, language),
            about: lesson.about.said(language).to_owned(),
        })
        .collect()
}

/// Minutes, level, and how many steps.
#[must_use]
pub fn facts(lesson: &Lesson, language: Language) -> String {
    let texts = Catalog::of(language);
    let level = texts.get(level_key(lesson.level));
    texts.fill(
        Key::LessonFacts,
        &[
            ("minutes", &lesson.minutes.to_string()),
            ("level", level),
            ("count", &lesson.steps.len().to_string()),
        ],
    )
}

/// The name of a level.
#[must_use]
pub const fn level_key(level: Level) -> Key {
    match level {
        Level::Lower => Key::LevelLower,
        Level::Upper => Key::LevelUpper,
    }
}

/// "Step 3 of 13".
#[must_use]
pub fn progress(step: usize, lesson: &Lesson, language: Language) -> String {
    let values = [
        ("number", &*(step + 1).to_string()),
        ("count", &*lesson.steps.len().to_string()),
    ];
    Catalog::of(language).fill(Key::StepOf, &values)
}

/// The words of a step.
#[must_use]
pub fn step_text(atlas: &Atlas, step: &Step, language: Language) -> StepText {
    StepText {
        title: step.title.said(language).to_owned(),
        date: format::historical(language, step.date),
        caption: step.caption.said(language).to_owned(),
        question: step.question.as_ref().map(|asked| QuestionText {
            question: asked.question.said(language).to_owned(),
            answer: asked.answer.said(language).to_owned(),
        }),
        sources: step
            .citations
            .iter()
            .map(|citation| {
                let line = source_line(atlas, citation, language);
                (citation.source, line.text)
            })
            .collect(),
    }
}

/// The steps of a lesson on the time axis.
#[must_use]
pub fn marks(lesson: &Lesson, language: Language) -> Vec<StepMark> {
    let mark = |(step, told): (usize, &Step)| StepMark {
        step,
        day: told.date.last_day(),
        title: told.title.said(language).to_owned(),
        date: format::historical(language, told.date),
    };
    lesson.steps.iter().enumerate().map(mark).collect()
}
