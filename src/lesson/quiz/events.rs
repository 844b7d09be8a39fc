//! Questions about events: which came first, and when one was.

use crate::model::event::{Category, EventIx};

use super::make::{Ground, with_choices};
use super::rng::Rng;
use super::{Choice, Difficulty, Question, Task};

/// The events of some kinds that a question may rest on.
fn events(ground: &Ground, admits: impl Fn(Category) -> bool) -> Vec<EventIx> {
    let of_kind = |index: &EventIx| admits(ground.atlas.event(*index).category);
    ground.events.iter().copied().filter(of_kind).collect()
}

/// Which of some events came first.
pub fn first(ground: &Ground, difficulty: Difficulty, rng: &mut Rng) -> Option<Question> {
    // How many events, how many days at least between the first and the others, and how many at
    // most: what lies close together is hard.
    let (count, least, most) = match difficulty {
        Difficulty::Easy => (3, 8 * 365, 60 * 365),
        Difficulty::Middle => (4, 3 * 365, 30 * 365),
        Difficulty::Hard => (4, 60, 8 * 365),
    };
    let pool = events(ground, |category| match difficulty {
        Difficulty::Easy => matches!(
            category,
            Category::Treaty | Category::War | Category::Territory
        ),
        Difficulty::Middle => !matches!(category, Category::Society | Category::Trade),
        Difficulty::Hard => true,
    });
    let atlas = ground.atlas;
    let earliest = rng.pick(&pool)?;
    let end = atlas.event(earliest).from.last_day();
    let later = |index: &EventIx| {
        let distance = atlas.event(*index).from.first_day().number() - end.number();
        (least..=most).contains(&distance)
    };
    let mut others: Vec<EventIx> = pool.into_iter().filter(later).collect();
    rng.shuffle(&mut others);
    others.truncate(count - 1);
    if others.len() < count - 1 {
        return None;
    }
    let mut choices = vec![Choice::Event(earliest)];
    choices.extend(others.into_iter().map(Choice::Event));
    Some(with_choices(Task::First, choices, rng))
}

/// In which year an event was.
pub fn dated(ground: &Ground, difficulty: Difficulty, rng: &mut Rng) -> Option<Question> {
    let (within, easy_only) = match difficulty {
        Difficulty::Easy => (10, true),
        Difficulty::Middle => (5, true),
        Difficulty::Hard => (2, false),
    };
    let pool = events(ground, |category| {
        category == Category::Treaty || (!easy_only && category == Category::Diplomacy)
    });
    let event = rng.pick(&pool)?;
    let task = Task::Dated { event, within };
    Some(with_choices(task, Vec::new(), rng))
}
