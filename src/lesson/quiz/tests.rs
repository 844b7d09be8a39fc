//! Every question is judged anew from the data, by other means than those that made it.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::*;
use crate::dataset::Origin;
use crate::model::claim::ClaimKind;
use crate::model::date::Certainty;
use crate::model::language::Language;

static ATLAS: LazyLock<Atlas> = LazyLock::new(|| Atlas::load(&Origin::Embedded).unwrap());

/// Thousands of seeds; each makes ten questions at each difficulty.
const SEEDS: u32 = 1500;

static QUIZZES: LazyLock<Vec<Quiz>> = LazyLock::new(|| {
    let codes = |difficulty| (0..SEEDS).map(move |seed| Code::new(difficulty, seed * 61 + 7));
    let codes = Difficulty::ALL.into_iter().flat_map(codes);
    codes.map(|code| Quiz::new(&ATLAS, code)).collect()
});

fn quizzes() -> impl Iterator<Item = &'static Quiz> {
    QUIZZES.iter()
}

/// The place and its parts, without asking the makers of questions.
fn with_parts(place: TerritoryIx) -> Vec<TerritoryIx> {
    let all = ATLAS.territories();
    all.filter(|(index, other)| *index == place || other.part_of == Some(place))
        .map(|(index, _)| index)
        .collect()
}

/// All who could be said to have held the place on the day or within a month of it: holders of the
/// place and its parts, the second of a joint possession, and the power behind a dependent state.
fn holders(place: TerritoryIx, day: Day) -> Vec<PolityIx> {
    let mut found = Vec::new();
    for part in with_parts(place) {
        for around in [-30, 0, 30] {
            let holding = ATLAS.control.record(part).at(day.plus_days(around)).holding;
            found.push(holding.holder);
            found.extend(holding.with);
            found.extend(holding.under);
        }
    }
    found
}

fn polities(question: &Question) -> Vec<PolityIx> {
    let of = |choice: &Choice| match choice {
        Choice::Polity(polity) => *polity,
        other => panic!("{other:?}"),
    };
    question.choices.iter().map(of).collect()
}

/// The positions of the choices that are right by the data.
fn right_choices(question: &Question) -> Vec<usize> {
    let positions = |is_right: &dyn Fn(&Choice) -> bool| {
        let all = question.choices.iter().enumerate();
        all.filter(|(_, choice)| is_right(choice))
            .map(|(position, _)| position)
            .collect()
    };
    match question.task {
        Task::Held { place, day } => {
            let holders = holders(place, day);
            positions(&|choice| matches!(choice, Choice::Polity(one) if holders.contains(one)))
        }
        Task::Claimed { place, day } => {
            let holders = holders(place, day);
            let claimants: Vec<PolityIx> = ATLAS
                .disputes
                .claims_on(place, day)
                .map(|claim| claim.claimant)
                .filter(|claimant| !holders.contains(claimant))
                .collect();
            positions(&|choice| matches!(choice, Choice::Polity(one) if claimants.contains(one)))
        }
        Task::First => {
            let day = |choice: &Choice| match choice {
                Choice::Event(event) => ATLAS.event(*event).from.first_day(),
                other => panic!("{other:?}"),
            };
            let earliest = question.choices.iter().map(day).min();
            // Within two months of the earliest would be too close to tell.
            let limit = earliest.unwrap().plus_days(59);
            positions(&|choice| day(choice) <= limit)
        }
        Task::Changed { year } => positions(&|choice| {
            let Choice::Place(place) = choice else {
                panic!("{choice:?}")
            };
            with_parts(*place)
                .into_iter()
                .chain(ATLAS.territory(*place).part_of)
                .any(|part| {
                    let phases = ATLAS.control.record(part).phases().iter().skip(1);
                    phases.into_iter().any(|phase| {
                        let slack = if phase.from.certainty() == Certainty::Exact {
                            0
                        } else {
                            2
                        };
                        let (first, last) =
                            (phase.from.first_day().year(), phase.from.last_day().year());
                        (first - slack..=last + slack).contains(&year)
                    })
                })
        }),
        Task::Figure { series, point } => {
            let asked = &ATLAS.series[series].points[point];
            positions(&|choice| {
                let Choice::Figure(series, point) = *choice else {
                    panic!("{choice:?}")
                };
                let value = ATLAS.series[series].points[point].value;
                let low = asked.low.unwrap_or(asked.value);
                let high = asked.high.unwrap_or(asked.value);
                (low.min(asked.value)..=high.max(asked.value)).contains(&value)
            })
        }
        Task::Poll => {
            let share = |choice: &Choice| match choice {
                Choice::Poll(poll) => ATLAS.polls[*poll].favourable.unwrap(),
                other => panic!("{other:?}"),
            };
            let largest = question.choices.iter().map(share).fold(0.0, f64::max);
            positions(&|choice| share(choice) > largest - 3.0)
        }
        Task::Dated { .. } | Task::Click { .. } => Vec::new(),
    }
}

#[test]
fn every_question_has_exactly_one_right_answer() {
    let mut asked = 0;
    for quiz in quizzes() {
        assert_eq!(quiz.questions().len(), LENGTH, "{}", quiz.code);
        for question in quiz.questions() {
            asked += 1;
            let at = format!("{}: {question:?}", quiz.code);
            match question.task {
                Task::Dated { event, .. } => {
                    let event = ATLAS.event(event);
                    let (first, last) = (event.from.first_day(), event.from.last_day());
                    assert_eq!(first.year(), last.year(), "{at}");
                    let years =
                        (1792..=2025).filter(|year| question.is_right(&ATLAS, Answer::Year(*year)));
                    assert!(years.count() <= 21, "{at}");
                }
                Task::Click { place } => {
                    let right: Vec<TerritoryIx> = ATLAS
                        .territories()
                        .map(|(index, _)| index)
                        .filter(|index| question.is_right(&ATLAS, Answer::Place(*index)))
                        .collect();
                    assert_eq!(right, with_parts(place), "{at}");
                    let shapes = |index: &TerritoryIx| !ATLAS.territory(*index).shapes.is_empty();
                    assert!(right.iter().any(shapes), "{at}: there is nothing to click");
                }
                _ => assert_eq!(right_choices(question), [question.right], "{at}"),
            }
        }
    }
    assert_eq!(asked, 3 * SEEDS as usize * LENGTH);
}

#[test]
fn no_approximate_date_decides_a_question() {
    for quiz in quizzes() {
        for question in quiz.questions() {
            let at = format!("{}: {question:?}", quiz.code);
            match question.task {
                Task::Held { place, day } | Task::Claimed { place, day } => {
                    for part in with_parts(place) {
                        for phase in &ATLAS.control.record(part).phases()[1..] {
                            let is_exact = phase.from.certainty() == Certainty::Exact;
                            let near = phase.from.first_day().plus_days(-3 * 365) <= day
                                && day <= phase.from.last_day().plus_days(3 * 365);
                            assert!(is_exact || !near, "{at}: {:?}", phase.from);
                            let disputed = phase.variant.is_some() && near;
                            assert!(!disputed, "{at}: the texts say otherwise");
                        }
                    }
                }
                Task::First | Task::Dated { .. } => {
                    let named = question.choices.iter().filter_map(|choice| match choice {
                        Choice::Event(event) => Some(*event),
                        _ => None,
                    });
                    let dated = match question.task {
                        Task::Dated { event, .. } => Some(event),
                        _ => None,
                    };
                    for event in named.chain(dated).map(|event| ATLAS.event(event)) {
                        assert_eq!(event.from.certainty(), Certainty::Exact, "{at}");
                        assert!(event.confirmed, "{at}");
                    }
                }
                Task::Figure { series, point } => {
                    assert!(ATLAS.series[series].points[point].year_stated, "{at}");
                }
                _ => {}
            }
        }
    }
}

#[test]
fn wrong_answers_are_plausible_and_differ() {
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    for quiz in quizzes().step_by(7) {
        for question in quiz.questions() {
            let at = format!("{}: {question:?}", quiz.code);
            let mut words: Vec<String> = question
                .choices
                .iter()
                .map(|choice| format!("{choice:?}"))
                .collect();
            words.sort();
            words.dedup();
            assert_eq!(words.len(), question.choices.len(), "{at}");
            let kind = match question.task {
                Task::Held { day, .. } | Task::Claimed { day, .. } => {
                    for state in polities(question) {
                        assert!(
                            sure::existed(&ATLAS, state, day),
                            "{at}: no state of its time"
                        );
                    }
                    "state"
                }
                Task::First => "first",
                Task::Changed { .. } => "changed",
                Task::Dated { .. } => "dated",
                Task::Click { .. } => "click",
                Task::Figure { .. } => "figure",
                Task::Poll => "poll",
            };
            *kinds.entry(kind).or_default() += 1;
        }
    }
    assert_eq!(kinds.len(), 7, "{kinds:?}");
    assert!(kinds.values().all(|count| *count > 20), "{kinds:?}");
}

#[test]
fn a_claim_that_is_asked_for_is_a_claim() {
    for quiz in quizzes().step_by(5) {
        for question in quiz.questions() {
            if let Task::Claimed { place, day } = question.task {
                let claimant = polities(question)[question.right];
                let mut claims = ATLAS.disputes.claims_on(place, day);
                assert!(claims.any(|claim| {
                    claim.claimant == claimant && claim.kind == ClaimKind::Claimed
                }));
            }
        }
    }
}

#[test]
fn the_same_code_makes_the_same_quiz_and_another_another() {
    for difficulty in Difficulty::ALL {
        let make = |seed| Quiz::new(&ATLAS, Code::new(difficulty, seed));
        assert_eq!(make(42), make(42));
        let others = (0..200).map(make);
        let same = others.filter(|quiz| quiz.questions() == make(42).questions());
        assert_eq!(same.count(), 1);
    }
}

#[test]
fn no_title_of_an_event_tells_its_year() {
    for quiz in quizzes().step_by(5) {
        for choice in quiz
            .questions()
            .iter()
            .flat_map(|question| &question.choices)
        {
            if let Choice::Event(event) = choice {
                let title = ATLAS.event(*event).title.get(Language::English);
                assert!(
                    !title.contains(|letter: char| letter.is_ascii_digit()),
                    "{title}"
                );
            }
        }
    }
}

#[test]
fn codes_are_typed_as_they_are_shown() {
    for (text, difficulty, seed) in [
        ("100000", Difficulty::Easy, 0),
        (" 248 291 ", Difficulty::Middle, 48_291),
        ("３９９９９９", Difficulty::Hard, 99_999),
    ] {
        let code: Code = text.parse().unwrap();
        assert_eq!((code.difficulty, code.seed), (difficulty, seed), "{text}");
        assert_eq!(code.to_string().parse(), Ok(code));
    }
    for text in [
        "", "48291", "048291", "448291", "2482911", "24829a", "-24829", "+24829",
    ] {
        assert_eq!(text.parse::<Code>(), Err(NoCode), "{text}");
    }
}

#[test]
fn the_first_answer_counts_and_the_review_follows_the_last_question() {
    let mut quiz = Quiz::new(&ATLAS, Code::new(Difficulty::Easy, 5));
    let right = |question: &Question| match question.task {
        Task::Dated { event, .. } => Answer::Year(ATLAS.event(event).from.first_day().year()),
        Task::Click { place } => Answer::Place(place),
        _ => Answer::Choice(question.right),
    };
    for number in 0..LENGTH {
        let answer = right(quiz.question().unwrap());
        if number % 2 == 0 {
            quiz.give(answer);
        }
        quiz.give(Answer::Choice(99));
        assert!(quiz.answer().is_some());
        quiz.go_to(number + 1);
    }
    assert!(quiz.is_over() && quiz.question().is_none());
    assert_eq!(quiz.score(&ATLAS), LENGTH / 2);
    quiz.give(Answer::Choice(0));
    quiz.go_to(usize::MAX);
    assert!(quiz.is_over());
}
