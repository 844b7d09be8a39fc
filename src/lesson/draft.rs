//! A lesson while it is written.

use crate::model::language::{Language, Localized};
use crate::model::lesson::{Lesson, Level, Question, Step};

/// How long a new lesson takes, in minutes.
const MINUTES: u16 = 20;

/// A lesson that is being written, and the step that is worked on.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    pub lesson: Lesson,
    /// The step that is worked on, if there is one.
    pub at: usize,
}

impl Default for Draft {
    fn default() -> Self {
        let nothing = || Localized::new("", "", "");
        Self::of(Lesson {
            id: String::new(),
            title: nothing(),
            about: nothing(),
            minutes: MINUTES,
            level: Level::default(),
            notes: nothing(),
            steps: Vec::new(),
        })
    }
}

impl Draft {
    /// A lesson to work on.
    #[must_use]
    pub const fn of(lesson: Lesson) -> Self {
        Self { lesson, at: 0 }
    }

    /// The step that is worked on.
    pub fn step(&mut self) -> Option<&mut Step> {
        self.lesson.steps.get_mut(self.at)
    }

    /// Puts a step behind the one that is worked on, which it then is.
    pub fn add(&mut self, mut step: Step) {
        step.id = self.free_id();
        let place = if self.lesson.steps.is_empty() {
            0
        } else {
            self.at + 1
        };
        let place = place.min(self.lesson.steps.len());
        self.lesson.steps.insert(place, step);
        self.at = place;
    }

    /// Gives the step that is worked on another view; its words stay.
    pub fn replace_view(&mut self, view: Step) {
        if let Some(step) = self.step() {
            let old = std::mem::replace(step, view);
            step.id = old.id;
            (step.title, step.caption, step.question) = (old.title, old.caption, old.question);
        }
    }

    /// Removes the step that is worked on.
    pub fn remove(&mut self) {
        if self.at < self.lesson.steps.len() {
            self.lesson.steps.remove(self.at);
            self.at = self.at.min(self.lesson.steps.len().saturating_sub(1));
        }
    }

    /// Moves the step that is worked on by one, up or down.
    pub fn shift(&mut self, down: bool) {
        let other = if down {
            Some(self.at + 1)
        } else {
            self.at.checked_sub(1)
        };
        if let Some(other) = other.filter(|other| *other < self.lesson.steps.len()) {
            self.lesson.steps.swap(self.at, other);
            self.at = other;
        }
    }

    /// Writes the question of the step that is worked on, or its answer. Without a word in any
    /// language there is no question.
    pub fn ask(&mut self, language: Language, question: &str, answer: &str) {
        let Some(step) = self.step() else { return };
        let mut asked = step.question.take().unwrap_or_else(|| Question {
            question: Localized::new("", "", ""),
            answer: Localized::new("", "", ""),
        });
        asked.question.set(language, question);
        asked.answer.set(language, answer);
        let is_empty = asked.question.is_empty() && asked.answer.is_empty();
        step.question = (!is_empty).then_some(asked);
    }

    /// The lesson with an id, made from its title where it has none.
    #[must_use]
    pub fn finished(&self) -> Lesson {
        let mut lesson = self.lesson.clone();
        if lesson.id.trim().is_empty() {
            lesson.id = slug(lesson.title.said(Language::English));
        }
        lesson
    }

    fn free_id(&self) -> String {
        let taken = |id: &String| self.lesson.steps.iter().any(|step| step.id == *id);
        let mut number = self.lesson.steps.len() + 1;
        loop {
            let id = format!("step-{number}");
            if !taken(&id) {
                return id;
            }
            number += 1;
        }
    }
}

/// A name for a file: Latin letters and digits of a title, joined by hyphens.
fn slug(title: &str) -> String {
    let plain = title.to_lowercase();
    let words = plain.split(|letter: char| !letter.is_ascii_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    if words.is_empty() {
        "lesson".to_owned()
    } else {
        words.join("-")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::lessons::{Demand, read, written};
    use crate::dataset::{Atlas, Origin};
    use crate::model::date::Day;
    use crate::model::lesson::{Maps, Subject};

    fn step(year: i16) -> Step {
        Step {
            id: String::new(),
            date: crate::model::date::HistoricalDate::exact(Day::new(year, 1, 1).unwrap()),
            maps: Maps::default(),
            aim: None,
            subject: Subject::Nothing,
            page: None,
            chart: None,
            conflict: None,
            layers: None,
            time: None,
            title: Localized::new("", "", ""),
            caption: Localized::new("", "", ""),
            question: None,
            citations: Vec::new(),
        }
    }

    fn years(draft: &Draft) -> Vec<i16> {
        let steps = draft.lesson.steps.iter();
        steps.map(|step| step.date.first_day().year()).collect()
    }

    #[test]
    fn steps_are_added_moved_and_removed() {
        let mut draft = Draft::default();
        draft.remove();
        draft.shift(true);
        for year in [1855, 1875, 1905] {
            draft.add(step(year));
        }
        assert_eq!((years(&draft), draft.at), (vec![1855, 1875, 1905], 2));
        draft.shift(true);
        draft.shift(false);
        draft.shift(false);
        draft.shift(false);
        assert_eq!((years(&draft), draft.at), (vec![1905, 1855, 1875], 0));
        draft.add(step(1945));
        assert_eq!((years(&draft), draft.at), (vec![1905, 1945, 1855, 1875], 1));
        draft.remove();
        draft.add(step(1951));
        assert_eq!(years(&draft), [1905, 1855, 1951, 1875]);
        let mut ids: Vec<&str> = draft.lesson.steps.iter().map(|step| &*step.id).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), 4, "ids stay unique");
    }

    #[test]
    fn another_view_keeps_the_words() {
        let mut draft = Draft::default();
        draft.add(step(1855));
        draft
            .step()
            .unwrap()
            .title
            .set(Language::Russian, "Граница");
        draft.ask(Language::Russian, "Где?", "");
        draft.replace_view(step(1875));
        let kept = draft.step().unwrap();
        assert_eq!(kept.title.said(Language::English), "Граница");
        assert!(kept.question.is_some() && kept.id == "step-1");
        assert_eq!(years(&draft), [1875]);
        draft.ask(Language::Russian, "", "");
        assert!(draft.step().unwrap().question.is_none());
    }

    #[test]
    fn every_draft_can_be_kept_and_read_again() {
        let atlas = Atlas::load(&Origin::Embedded).unwrap();
        let mut draft = Draft::default();
        for round in 0..4 {
            let text = written(&atlas, &draft.lesson);
            let again = read(&atlas, "draft", &text, Demand::Draft).unwrap();
            assert_eq!(again, draft.lesson, "{round}");
            draft.add(step(1855 + round));
            // An answer that comes before its question.
            draft.ask(Language::Japanese, "", "答え");
        }
    }

    #[test]
    fn a_file_is_named_after_the_title() {
        let mut draft = Draft::default();
        assert_eq!(draft.finished().id, "lesson");
        draft.lesson.title.set(Language::Japanese, "国境");
        assert_eq!(draft.finished().id, "lesson");
        draft
            .lesson
            .title
            .set(Language::English, " Four islands, 1945! ");
        assert_eq!(draft.finished().id, "four-islands-1945");
    }
}
