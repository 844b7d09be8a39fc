//! Questions that are answered by reading a chart.

use crate::dataset::Atlas;
use crate::model::date::Certainty;
use crate::model::poll::Poll;
use crate::model::series::Point;

use super::make::{Ground, with_choices};
use super::rng::Rng;
use super::{Choice, Difficulty, Question, Task};

/// The series of the chart of trade begin so.
const TRADE: &str = "trade-";

/// Either of the two charts.
pub fn figure_or_poll(ground: &Ground, difficulty: Difficulty, rng: &mut Rng) -> Option<Question> {
    let atlas = ground.atlas;
    if rng.below(2) == 0 {
        figure(atlas, difficulty, rng)
    } else {
        poll(atlas, difficulty, rng)
    }
}

/// Figures of the chart of trade whose year the source itself names; positions of series and point.
fn figures(atlas: &Atlas) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for (series, quantity) in atlas.series.iter().enumerate() {
        if quantity.id.starts_with(TRADE) {
            let points = quantity.points.iter().enumerate();
            let stated = points.filter(|(_, point)| point.year_stated && point.value > 0.0);
            found.extend(stated.map(|(point, _)| (series, point)));
        }
    }
    found
}

/// Whether two figures are so far apart that no wording of either covers the other.
fn are_apart(one: &Point, other: &Point, least: f64) -> bool {
    let bounds = |point: &Point| {
        let low = point.low.unwrap_or(point.value * 0.9).min(point.value);
        let high = point.high.unwrap_or(point.value * 1.1).max(point.value);
        (low, high)
    };
    let ((low, high), (other_low, other_high)) = (bounds(one), bounds(other));
    low > other_high * least || other_low > high * least
}

/// How much a chart shows for a year.
fn figure(atlas: &Atlas, difficulty: Difficulty, rng: &mut Rng) -> Option<Question> {
    let (count, least) = match difficulty {
        Difficulty::Easy => (3, 1.3),
        Difficulty::Middle => (4, 1.15),
        Difficulty::Hard => (4, 1.05),
    };
    let mut all = figures(atlas);
    let (series, point) = rng.pick(&all)?;
    rng.shuffle(&mut all);
    let of = |(series, point): (usize, usize)| &atlas.series[series].points[point];
    let mut taken = vec![(series, point)];
    for other in all {
        if taken.len() < count
            && taken
                .iter()
                .all(|one| are_apart(of(*one), of(other), least))
        {
            taken.push(other);
        }
    }
    if taken.len() < count {
        return None;
    }
    let choices = taken
        .into_iter()
        .map(|(series, point)| Choice::Figure(series, point));
    let task = Task::Figure { series, point };
    Some(with_choices(task, choices.collect(), rng))
}

fn is_same_question(one: &Poll, other: &Poll) -> bool {
    one.pollster == other.pollster
        && one.population == other.population
        && one.about == other.about
        && one.question == other.question
}

/// Which of some groups or polls had the largest favourable share. Only answers to one question of
/// one pollster can be compared.
fn poll(atlas: &Atlas, difficulty: Difficulty, rng: &mut Rng) -> Option<Question> {
    let least = match difficulty {
        Difficulty::Easy => 10.0,
        Difficulty::Middle => 6.0,
        Difficulty::Hard => 3.0,
    };
    let is_dated = |poll: &Poll| poll.date.certainty() == Certainty::Exact;
    let known: Vec<usize> = (0..atlas.polls.len())
        .filter(|poll| {
            let poll = &atlas.polls[*poll];
            poll.favourable.is_some() && is_dated(poll)
        })
        .collect();
    let largest = rng.pick(&known)?;
    let poll = &atlas.polls[largest];
    let share = poll.favourable?;
    let mut others: Vec<usize> = known
        .into_iter()
        .filter(|other| {
            let other = &atlas.polls[*other];
            is_same_question(poll, other)
                && other.favourable.is_some_and(|less| less + least <= share)
        })
        .collect();
    rng.shuffle(&mut others);
    let mut choices = vec![Choice::Poll(largest)];
    choices.extend(others.into_iter().take(2).map(Choice::Poll));
    (choices.len() == 3).then(|| with_choices(Task::Poll, choices, rng))
}
