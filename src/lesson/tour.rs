//! A lesson while it is played: which step is on, and what of it is told.

use std::sync::Arc;

use crate::dataset::Atlas;
use crate::model::lesson::{Lesson, Step};

/// A lesson: one of the atlas, or one that the reader opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Which {
    Shipped(u16),
    Own(u16),
}

/// The lessons that the reader opened. A copy costs nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OwnLessons(Arc<Vec<Lesson>>);

impl OwnLessons {
    /// All of them, in the order in which they were opened.
    #[must_use]
    pub fn all(&self) -> &[Lesson] {
        &self.0
    }

    /// Takes a lesson in; one of the same id takes the place of the former.
    pub fn add(&mut self, lesson: Lesson) -> Which {
        let all = Arc::make_mut(&mut self.0);
        let place = all.iter().position(|known| known.id == lesson.id);
        let place = if let Some(place) = place {
            all[place] = lesson;
            place
        } else {
            all.push(lesson);
            all.len() - 1
        };
        Which::Own(u16::try_from(place).unwrap_or(u16::MAX))
    }
}

/// The lesson that is meant, if there is one.
#[must_use]
pub fn find<'a>(atlas: &'a Atlas, own: &'a OwnLessons, which: Which) -> Option<&'a Lesson> {
    match which {
        Which::Shipped(place) => atlas.lessons.get(usize::from(place)),
        Which::Own(place) => own.all().get(usize::from(place)),
    }
}

/// All lessons, the atlas's first.
pub fn all<'a>(atlas: &'a Atlas, own: &'a OwnLessons) -> impl Iterator<Item = (Which, &'a Lesson)> {
    let shipped = (0u16..).map(Which::Shipped).zip(&atlas.lessons);
    shipped.chain((0u16..).map(Which::Own).zip(own.all()))
}

/// What going on has come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Another step is on.
    Step,
    /// The answer to the step's question is told now.
    Answer,
    /// There is nothing further that way.
    End,
}

/// How far a lesson has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tour {
    pub which: Which,
    /// From 0.
    pub step: usize,
    /// Whether the answer to the question is told.
    pub answer: bool,
    /// Whether the teacher's notes are open.
    pub notes: bool,
}

impl Tour {
    /// The beginning of a lesson.
    #[must_use]
    pub const fn of(which: Which) -> Self {
        Self {
            which,
            step: 0,
            answer: false,
            notes: false,
        }
    }

    /// The step that is on.
    #[must_use]
    pub fn step_of<'a>(&self, lesson: &'a Lesson) -> Option<&'a Step> {
        lesson.steps.get(self.step)
    }

    /// Goes on. `with_answers`: the answer to a question comes before the next step, for those who
    /// have a single button to press.
    pub fn next(&mut self, lesson: &Lesson, with_answers: bool) -> Turn {
        let has_answer = self
            .step_of(lesson)
            .and_then(|step| step.question.as_ref())
            .is_some_and(|asked| !asked.answer.is_empty());
        if with_answers && has_answer && !self.answer {
            self.answer = true;
            return Turn::Answer;
        }
        self.go_to(lesson, self.step + 1)
    }

    /// Goes back a step.
    pub fn previous(&mut self, lesson: &Lesson) -> Turn {
        match self.step.checked_sub(1) {
            Some(step) => self.go_to(lesson, step),
            None => Turn::End,
        }
    }

    /// Goes to a step; one that is not there changes nothing.
    pub fn go_to(&mut self, lesson: &Lesson, step: usize) -> Turn {
        if step >= lesson.steps.len() {
            return Turn::End;
        }
        (self.step, self.answer) = (step, false);
        Turn::Step
    }

    /// Whether the last step is on.
    #[must_use]
    pub fn is_last(&self, lesson: &Lesson) -> bool {
        self.step + 1 >= lesson.steps.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Origin;
    use crate::dataset::lessons::{Demand, read};

    const OWN: &str = include_str!("../../tests/lessons/own.json");

    fn lesson() -> Lesson {
        let atlas = Atlas::load(&Origin::Embedded).unwrap();
        read(&atlas, "own.json", OWN, Demand::Whole).unwrap()
    }

    #[test]
    fn a_lesson_is_played_from_end_to_end_and_stops_there() {
        let lesson = lesson();
        let mut tour = Tour::of(Which::Own(0));
        assert_eq!(tour.previous(&lesson), Turn::End);
        let mut seen = vec![tour.step];
        while tour.next(&lesson, false) == Turn::Step {
            seen.push(tour.step);
        }
        assert_eq!(seen, [0, 1, 2]);
        assert!(tour.is_last(&lesson));
        assert_eq!(tour.previous(&lesson), Turn::Step);
        assert_eq!(tour.go_to(&lesson, 3), Turn::End);
        assert_eq!(tour.step, 1);
    }

    #[test]
    fn one_button_tells_the_answer_before_it_goes_on() {
        let lesson = lesson();
        let mut tour = Tour::of(Which::Own(0));
        let turns: Vec<Turn> = (0..5).map(|_| tour.next(&lesson, true)).collect();
        // The first step asks without an answer, the last asks nothing.
        assert_eq!(
            turns,
            [Turn::Step, Turn::Answer, Turn::Step, Turn::End, Turn::End]
        );
        assert!(!tour.answer, "another step has not been answered");
    }

    #[test]
    fn a_lesson_opened_again_takes_the_place_of_the_former() {
        let mut own = OwnLessons::default();
        let first = own.add(lesson());
        let mut other = lesson();
        "other".clone_into(&mut other.id);
        assert_eq!(own.add(other), Which::Own(1));
        let mut changed = lesson();
        changed.minutes = 45;
        assert_eq!(own.add(changed), first);
        assert_eq!(own.all().len(), 2);
        assert_eq!(own.all()[0].minutes, 45);
    }
}
