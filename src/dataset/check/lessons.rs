//! Rules of the shipped lessons, beyond those that every lesson file must keep.

use super::Checker;
use crate::model::lesson::{Lesson, STEPS};

impl Checker<'_> {
    pub(super) fn lessons(&mut self) {
        for (index, lesson) in self.atlas.lessons.iter().enumerate() {
            let file = format!("lessons/{}.json", lesson.id);
            let twice = self.atlas.lessons[..index]
                .iter()
                .any(|other| other.id == lesson.id);
            if twice {
                let message = "another lesson has this id; a lesson is named after its file";
                self.report(&file, "id".to_owned(), message);
            }
            self.lesson(&file, lesson);
        }
    }

    fn lesson(&mut self, file: &str, lesson: &Lesson) {
        self.text(file, "title", &lesson.title);
        self.text(file, "about", &lesson.about);
        self.text(file, "notes", &lesson.notes);
        if !STEPS.contains(&lesson.steps.len()) {
            let message = format!(
                "a lesson has {} to {} steps, this one {}",
                STEPS.start(),
                STEPS.end(),
                lesson.steps.len()
            );
            self.report(file, "steps".to_owned(), message);
        }
        let asking = lesson.steps.iter().filter(|step| step.question.is_some());
        if asking.count() * 2 < lesson.steps.len() {
            let message = "at least every second step asks a question";
            self.report(file, "steps".to_owned(), message);
        }
        for (number, step) in lesson.steps.iter().enumerate() {
            let path = format!("steps[{number}]");
            self.text(file, &format!("{path}.title"), &step.title);
            self.text(file, &format!("{path}.caption"), &step.caption);
            self.sourced(file, &path, &step.citations);
            if let Some(asked) = &step.question {
                self.text(file, &format!("{path}.question"), &asked.question);
                self.text(file, &format!("{path}.answer"), &asked.answer);
            }
        }
    }
}
