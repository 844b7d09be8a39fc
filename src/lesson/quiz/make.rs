//! Puts a quiz together: kinds of questions in turn, none twice.

use std::collections::HashSet;

use crate::dataset::Atlas;
use crate::model::event::EventIx;

use super::rng::Rng;
use super::{Choice, Code, Difficulty, LENGTH, Question, Task, events, figures, places, sure};

/// How often a kind is tried before another takes its turn.
const TRIES: usize = 60;

type Maker = fn(&Ground, Difficulty, &mut Rng) -> Option<Question>;

/// What questions are made from, looked up once a quiz.
pub struct Ground<'a> {
    pub atlas: &'a Atlas,
    /// The events a question may rest on.
    pub events: Vec<EventIx>,
}

impl<'a> Ground<'a> {
    fn of(atlas: &'a Atlas) -> Self {
        let sure = atlas.events().filter(|(_, event)| sure::event(event));
        let events = sure.map(|(index, _)| index).collect();
        Self { atlas, events }
    }
}

/// The kinds, each as often as it comes in a quiz of full length.
const KINDS: [Maker; LENGTH] = [
    places::held,
    places::held,
    places::click,
    places::click,
    places::changed,
    places::claimed,
    events::first,
    events::first,
    events::dated,
    figures::figure_or_poll,
];

/// The questions of a code; fewer than [`LENGTH`] where the data have no more.
pub fn questions(atlas: &Atlas, code: Code) -> Vec<Question> {
    // Neighbouring codes must not begin alike.
    let ground = Ground::of(atlas);
    let mut rng = Rng::new(u64::from(code.seed) << 8 | code.difficulty as u64);
    let mut kinds = KINDS;
    rng.shuffle(&mut kinds);
    let mut asked = HashSet::new();
    let mut questions = Vec::with_capacity(LENGTH);
    for kind in kinds {
        let spare = [kind, places::held, events::first, places::click];
        let made = spare
            .into_iter()
            .find_map(|maker| fresh(&ground, code.difficulty, &mut rng, maker, &mut asked));
        questions.extend(made);
    }
    questions
}

/// A question of a kind that was not asked yet.
fn fresh(
    ground: &Ground,
    difficulty: Difficulty,
    rng: &mut Rng,
    maker: Maker,
    asked: &mut HashSet<About>,
) -> Option<Question> {
    (0..TRIES).find_map(|_| {
        let question = maker(ground, difficulty, rng)?;
        asked.insert(About::of(&question)).then_some(question)
    })
}

/// What a question is about, so that none comes twice.
#[derive(PartialEq, Eq, Hash)]
enum About {
    Task(Task),
    Right(Choice),
}

impl About {
    fn of(question: &Question) -> Self {
        match (question.task, question.choices.get(question.right)) {
            (Task::First | Task::Poll, Some(right)) => Self::Right(*right),
            // The same event is not asked for both ways.
            (Task::Dated { event, .. }, _) => Self::Right(Choice::Event(event)),
            (Task::Held { place, .. } | Task::Claimed { place, .. }, Some(Choice::Polity(_))) => {
                Self::Right(Choice::Place(place))
            }
            (task, _) => Self::Task(task),
        }
    }
}

/// A question with its choices in any order; the first of `choices` is the right one.
pub fn with_choices(task: Task, mut choices: Vec<Choice>, rng: &mut Rng) -> Question {
    let answer = choices.first().copied();
    rng.shuffle(&mut choices);
    let right = choices.iter().position(|choice| Some(*choice) == answer);
    Question {
        task,
        choices,
        right: right.unwrap_or_default(),
    }
}
