//! A quiz in words: questions, answers, and why an answer is right.

use crate::dataset::Atlas;
use crate::lesson::quiz::{Answer, Choice, Difficulty, Question, Task};
use crate::model::date::Day;
use crate::model::language::Language;
use crate::model::source::{Citation, SourceIx};
use crate::text::{Catalog, Key, format};

use super::charts::worded;
use super::details::source_line;
use super::map::{holder_text, kind_text};

/// A question and what can be answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    pub question: String,
    pub choices: Vec<String>,
    /// What counts as right, where that is not plain.
    pub hint: Option<String>,
}

/// Why an answer is right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained {
    pub answer: String,
    pub lines: Vec<String>,
    pub sources: Vec<(SourceIx, String)>,
}

/// The name of a difficulty.
#[must_use]
pub const fn difficulty_key(difficulty: Difficulty) -> Key {
    match difficulty {
        Difficulty::Easy => Key::QuizEasy,
        Difficulty::Middle => Key::QuizMiddle,
        Difficulty::Hard => Key::QuizHard,
    }
}

/// A question in words.
#[must_use]
pub fn asked(atlas: &Atlas, question: &Question, language: Language) -> Asked {
    let texts = Catalog::of(language);
    let place = |place| atlas.territory(place).name.get(language);
    let date = |day: Day| format::day(language, day);
    let mut hint = None;
    let text = match question.task {
        Task::Held { place: of, day } => {
            texts.fill(Key::QuizHeld, &[("place", place(of)), ("date", &date(day))])
        }
        Task::Claimed { place: of, day } => texts.fill(
            Key::QuizClaimed,
            &[("place", place(of)), ("date", &date(day))],
        ),
        Task::First => texts.get(Key::QuizFirst).to_owned(),
        Task::Changed { year } => {
            texts.fill(Key::QuizChanged, &[("year", &format::year(language, year))])
        }
        Task::Dated { event, within } => {
            hint = Some(texts.fill(Key::QuizWithin, &[("years", &within.to_string())]));
            let title = atlas.event(event).title.get(language);
            texts.fill(Key::QuizDated, &[("title", title)])
        }
        Task::Click { place: of } => texts.fill(Key::QuizClick, &[("place", place(of))]),
        Task::Figure { series, point } => {
            let series = &atlas.series[series];
            hint = Some(series.unit.get(language).to_owned());
            let year = format::year(language, series.points[point].year);
            let values = [("series", series.name.get(language)), ("year", &*year)];
            texts.fill(Key::QuizFigure, &values)
        }
        Task::Poll => poll_question(atlas, question, language),
    };
    let choices = question.choices.iter();
    Asked {
        question: text,
        choices: choices
            .map(|choice| choice_text(atlas, *choice, language))
            .collect(),
        hint,
    }
}

fn poll_question(atlas: &Atlas, question: &Question, language: Language) -> String {
    let Some(Choice::Poll(poll)) = question.choices.first() else {
        return String::new();
    };
    let poll = &atlas.polls[*poll];
    let values = [
        ("about", poll.about.get(language)),
        ("pollster", poll.pollster.as_str()),
    ];
    Catalog::of(language).fill(Key::QuizPoll, &values)
}

/// A choice in words.
#[must_use]
pub fn choice_text(atlas: &Atlas, choice: Choice, language: Language) -> String {
    match choice {
        Choice::Polity(polity) => atlas.polity(polity).name.get(language).to_owned(),
        Choice::Event(event) => atlas.event(event).title.get(language).to_owned(),
        Choice::Place(place) => atlas.territory(place).name.get(language).to_owned(),
        Choice::Figure(series, point) => worded(&atlas.series[series].points[point], language),
        Choice::Poll(poll) => {
            let poll = &atlas.polls[poll];
            let date = format::historical(language, poll.date);
            let values = [("group", poll.group.get(language)), ("date", &*date)];
            Catalog::of(language).fill(Key::QuizPollChoice, &values)
        }
    }
}

/// An answer in words.
#[must_use]
pub fn answer_text(
    atlas: &Atlas,
    question: &Question,
    answer: Answer,
    language: Language,
) -> String {
    match answer {
        Answer::Choice(position) => question
            .choices
            .get(position)
            .map(|choice| choice_text(atlas, *choice, language))
            .unwrap_or_default(),
        Answer::Year(year) => format::year(language, year),
        Answer::Place(place) => atlas.territory(place).name.get(language).to_owned(),
    }
}

/// The right answer and its ground.
#[must_use]
pub fn explained(atlas: &Atlas, question: &Question, language: Language) -> Explained {
    let (lines, citations) = ground(atlas, question, language);
    let answer = match question.task {
        Task::Dated { event, .. } => format::historical(language, atlas.event(event).from),
        Task::Click { place } => atlas.territory(place).name.get(language).to_owned(),
        _ => answer_text(atlas, question, Answer::Choice(question.right), language),
    };
    let mut sources: Vec<(SourceIx, String)> = Vec::new();
    for citation in citations {
        let line = (citation.source, source_line(atlas, citation, language).text);
        if !sources.contains(&line) {
            sources.push(line);
        }
    }
    Explained {
        answer,
        lines,
        sources,
    }
}

fn ground<'a>(
    atlas: &'a Atlas,
    question: &Question,
    language: Language,
) -> (Vec<String>, Vec<&'a Citation>) {
    match question.task {
        Task::Held { place, day } => {
            let phase = atlas.control.record(place).at(day);
            let line = held_line(atlas, place, day, language);
            (vec![line], phase.citations.iter().collect())
        }
        Task::Claimed { place, day } => claimed_ground(atlas, question, (place, day), language),
        Task::First => first_ground(atlas, question, language),
        Task::Changed { year } => changed_ground(atlas, question, year, language),
        Task::Dated { event, .. } => {
            let event = atlas.event(event);
            let summary = event.summary.get(language).to_owned();
            (vec![summary], event.citations.iter().collect())
        }
        Task::Click { place } => {
            let place = atlas.territory(place);
            let about = place.about.get(language).to_owned();
            (vec![about], place.citations.iter().collect())
        }
        Task::Figure { series, point } => {
            let series = &atlas.series[series];
            let point = &series.points[point];
            let mut lines = vec![series.about.get(language).to_owned()];
            let further = [&point.formula, &point.note].into_iter().flatten();
            lines.extend(further.map(|text| text.get(language).to_owned()));
            (lines, point.citations.iter().collect())
        }
        Task::Poll => poll_ground(atlas, question, language),
    }
}

fn held_line(
    atlas: &Atlas,
    place: crate::model::place::TerritoryIx,
    day: Day,
    language: Language,
) -> String {
    let phase = atlas.control.record(place).at(day);
    Catalog::of(language).fill(
        Key::QuizWhyHeld,
        &[
            ("place", atlas.territory(place).name.get(language)),
            ("holder", &holder_text(atlas, phase.holding, language)),
            ("kind", kind_text(phase.holding.kind, language)),
            ("since", &format::historical(language, phase.from)),
            ("basis", phase.basis.get(language)),
        ],
    )
}

fn claimed_ground<'a>(
    atlas: &'a Atlas,
    question: &Question,
    (place, day): (crate::model::place::TerritoryIx, Day),
    language: Language,
) -> (Vec<String>, Vec<&'a Citation>) {
    let right = question.choices.get(question.right);
    let mut claims = atlas.disputes.claims_on(place, day);
    let claim = claims.find(|claim| right == Some(&Choice::Polity(claim.claimant)));
    let phase = atlas.control.record(place).at(day);
    let held = held_line(atlas, place, day, language);
    let Some(claim) = claim else {
        return (vec![held], phase.citations.iter().collect());
    };
    let line = Catalog::of(language).fill(
        Key::QuizWhyClaimed,
        &[
            ("place", atlas.territory(place).name.get(language)),
            ("claimant", atlas.polity(claim.claimant).name.get(language)),
            ("since", &format::historical(language, claim.from)),
            ("ground", claim.ground.get(language)),
        ],
    );
    let citations = claim.citations.iter().chain(&phase.citations);
    (vec![line, held], citations.collect())
}

fn first_ground<'a>(
    atlas: &'a Atlas,
    question: &Question,
    language: Language,
) -> (Vec<String>, Vec<&'a Citation>) {
    let of = |choice: &Choice| match choice {
        Choice::Event(event) => Some(atlas.event(*event)),
        _ => None,
    };
    let mut events: Vec<_> = question.choices.iter().filter_map(of).collect();
    events.sort_by_key(|event| event.from.first_day());
    let lines = events.iter().map(|event| {
        let date = format::historical(language, event.from);
        format!("{date} · {}", event.title.get(language))
    });
    let citations = events.iter().filter_map(|event| event.citations.first());
    (lines.collect(), citations.collect())
}

fn changed_ground<'a>(
    atlas: &'a Atlas,
    question: &Question,
    year: i16,
    language: Language,
) -> (Vec<String>, Vec<&'a Citation>) {
    let Some(Choice::Place(place)) = question.choices.get(question.right).copied() else {
        return (Vec::new(), Vec::new());
    };
    let record = atlas.control.record(place);
    let mut changes = record.phases().windows(2);
    let change = changes.find(|pair| pair[1].from.first_day().year() == year);
    let Some([before, phase]) = change else {
        return (Vec::new(), Vec::new());
    };
    let [before, after] = [before, phase].map(|of| holder_text(atlas, of.holding, language));
    let arrow = Catalog::of(language).fill(
        Key::ChangeArrow,
        &[
            ("before", &before),
            ("after", &after),
            ("kind", kind_text(phase.holding.kind, language)),
        ],
    );
    let date = format::historical(language, phase.from);
    let lines = vec![
        format!("{date} · {arrow}"),
        phase.basis.get(language).to_owned(),
    ];
    (lines, phase.citations.iter().collect())
}

fn poll_ground<'a>(
    atlas: &'a Atlas,
    question: &Question,
    language: Language,
) -> (Vec<String>, Vec<&'a Citation>) {
    let mut lines = Vec::new();
    let mut citations = Vec::new();
    for choice in &question.choices {
        let Choice::Poll(poll) = choice else { continue };
        let share = atlas.polls[*poll].favourable.unwrap_or_default();
        let share = format::number(language, share, 1);
        let share = Catalog::of(language).fill(Key::Percent, &[("value", &share)]);
        lines.push(format!(
            "{}: {share}",
            choice_text(atlas, *choice, language)
        ));
        citations.extend(&atlas.polls[*poll].citations);
    }
    (lines, citations)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Origin;
    use crate::lesson::quiz::{Code, Quiz};

    #[test]
    fn every_question_has_its_words_and_every_answer_its_source() {
        let atlas = Atlas::load(&Origin::Embedded).unwrap();
        for seed in 0..60 {
            for difficulty in Difficulty::ALL {
                let quiz = Quiz::new(&atlas, Code::new(difficulty, seed));
                for question in quiz.questions() {
                    for language in Language::ALL {
                        let asked = asked(&atlas, question, language);
                        let why = explained(&atlas, question, language);
                        let at = format!("{} {question:?}: {asked:?} {why:?}", quiz.code);
                        assert!(!asked.question.contains(['{', '}']), "{at}");
                        assert!(!asked.question.is_empty() && !why.answer.is_empty(), "{at}");
                        assert!(!why.lines.is_empty() && !why.sources.is_empty(), "{at}");
                        let mut words = asked.choices.clone();
                        words.sort();
                        words.dedup();
                        assert_eq!(words.len(), asked.choices.len(), "{at}");
                    }
                    let english = asked(&atlas, question, Language::English).question;
                    assert!(!english.contains("own"), "{english}");
                }
            }
        }
    }
}
