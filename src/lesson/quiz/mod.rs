//! Quizzes made from the data: questions with one right answer each.
//!
//! A code of six digits makes the same quiz in every copy of one edition of the atlas. Questions ask
//! who *held* or *claimed* a place, never whose it is. What is only approximately known decides no
//! question: see `sure.rs`.

mod events;
mod figures;
mod make;
mod places;
pub mod rng;
mod sure;

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use crate::dataset::Atlas;
use crate::model::date::Day;
use crate::model::event::EventIx;
use crate::model::place::TerritoryIx;
use crate::model::polity::PolityIx;

/// How many questions a quiz asks.
pub const LENGTH: usize = 10;

/// How hard the questions are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Difficulty {
    #[default]
    Easy,
    Middle,
    Hard,
}

impl Difficulty {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Easy, Self::Middle, Self::Hard];
}

/// What makes a quiz: its difficulty and a number. Written as six digits, the first of which is the
/// difficulty, from 1 to 3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Code {
    pub difficulty: Difficulty,
    /// Below 100,000.
    pub seed: u32,
}

impl Code {
    const SEEDS: u32 = 100_000;

    /// The code of any number.
    #[must_use]
    pub const fn new(difficulty: Difficulty, seed: u32) -> Self {
        let seed = seed % Self::SEEDS;
        Self { difficulty, seed }
    }

    fn number(self) -> u32 {
        (self.difficulty as u32 + 1) * Self::SEEDS + self.seed
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.number())
    }
}

/// A text that is no code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a quiz code is six digits, the first from 1 to 3")]
pub struct NoCode;

impl FromStr for Code {
    type Err = NoCode;

    fn from_str(text: &str) -> Result<Self, NoCode> {
        // A keyboard for Japanese writes wide digits.
        let digit = |letter: char| match letter {
            '０'..='９' => char::from_u32(letter as u32 - '０' as u32 + '0' as u32),
            _ => Some(letter),
        };
        let plain: String = text
            .chars()
            .filter(|letter| !letter.is_whitespace())
            .filter_map(digit)
            .collect();
        if plain.len() != 6 || !plain.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(NoCode);
        }
        let number: u32 = plain.parse().map_err(|_| NoCode)?;
        let place = usize::try_from(number / Self::SEEDS).map_err(|_| NoCode)?;
        let difficulty = place
            .checked_sub(1)
            .and_then(|place| Difficulty::ALL.get(place));
        Ok(Self::new(*difficulty.ok_or(NoCode)?, number))
    }
}

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Task {
    /// Which state held a place on a day.
    Held { place: TerritoryIx, day: Day },
    /// Which state claimed a place on a day without holding it.
    Claimed { place: TerritoryIx, day: Day },
    /// Which of the events came first.
    First,
    /// Which of the places came under another state in a year.
    Changed { year: i16 },
    /// In which year an event was, give or take so many years.
    Dated { event: EventIx, within: i16 },
    /// Where a place is on the map.
    Click { place: TerritoryIx },
    /// What a chart shows for a point: positions of the series and of the point in it.
    Figure { series: usize, point: usize },
    /// Which of the groups asked had the largest favourable share.
    Poll,
}

/// One of several answers to choose from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Choice {
    Polity(PolityIx),
    Event(EventIx),
    Place(TerritoryIx),
    /// Positions of the series and of the point in it.
    Figure(usize, usize),
    /// A position in the atlas's polls.
    Poll(usize),
}

/// A question with one right answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    pub task: Task,
    /// None where a year or a place is asked for.
    pub choices: Vec<Choice>,
    /// The position of the right choice, where there are any.
    pub right: usize,
}

/// What a reader answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A position among the choices.
    Choice(usize),
    Year(i16),
    Place(TerritoryIx),
}

impl Question {
    /// Whether an answer is right.
    #[must_use]
    pub fn is_right(&self, atlas: &Atlas, answer: Answer) -> bool {
        match (self.task, answer) {
            (Task::Dated { event, within }, Answer::Year(year)) => {
                let right = atlas.event(event).from.first_day().year();
                (year - right).abs() <= within
            }
            (Task::Click { place }, Answer::Place(clicked)) => {
                clicked == place || atlas.territory(clicked).part_of == Some(place)
            }
            (Task::Dated { .. } | Task::Click { .. }, _) => false,
            (_, Answer::Choice(choice)) => choice == self.right,
            _ => false,
        }
    }
}

/// A quiz that is taken: its questions and what was answered so far. A copy costs little.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quiz {
    pub code: Code,
    questions: Arc<Vec<Question>>,
    answers: Vec<Option<Answer>>,
    /// The question that is on; [`LENGTH`] or the number of questions: the review of all of them.
    at: usize,
}

impl Quiz {
    /// The quiz of a code.
    #[must_use]
    pub fn new(atlas: &Atlas, code: Code) -> Self {
        let questions = make::questions(atlas, code);
        Self {
            code,
            answers: vec![None; questions.len()],
            questions: Arc::new(questions),
            at: 0,
        }
    }

    /// All questions.
    #[must_use]
    pub fn questions(&self) -> &[Question] {
        &self.questions
    }

    /// The question that is on; `None` in the review.
    #[must_use]
    pub fn question(&self) -> Option<&Question> {
        self.questions.get(self.at)
    }

    /// The number of the question that is on, from 0.
    #[must_use]
    pub const fn at(&self) -> usize {
        self.at
    }

    /// What was answered to a question.
    #[must_use]
    pub fn answer_to(&self, question: usize) -> Option<Answer> {
        self.answers.get(question).copied().flatten()
    }

    /// What was answered to the question that is on.
    #[must_use]
    pub fn answer(&self) -> Option<Answer> {
        self.answer_to(self.at)
    }

    /// Whether all questions are done and the review is on.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.at >= self.questions.len()
    }

    /// Answers the question that is on, if it was not answered: the first answer counts.
    pub fn give(&mut self, answer: Answer) {
        if let Some(given) = self.answers.get_mut(self.at) {
            given.get_or_insert(answer);
        }
    }

    /// Goes to a question, or beyond the last one to the review.
    pub fn go_to(&mut self, question: usize) {
        self.at = question.min(self.questions.len());
    }

    /// How many answers were right.
    #[must_use]
    pub fn score(&self, atlas: &Atlas) -> usize {
        let answered = self.questions.iter().zip(&self.answers);
        answered
            .filter(|(question, answer)| {
                answer.is_some_and(|given| question.is_right(atlas, given))
            })
            .count()
    }
}

#[cfg(test)]
mod tests;
