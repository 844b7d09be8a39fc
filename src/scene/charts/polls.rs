//! Opinion polls: who was asked about whom, and what is and is not given of the answers.

use crate::dataset::Atlas;
use crate::model::date::Day;
use crate::model::language::Language;
use crate::model::poll::Poll;
use crate::text::{Catalog, Key, format};

use super::super::details::SourceLine;
use super::source_lines;

/// One answer's share.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    /// `None` where the source gives no value.
    pub percent: Option<f64>,
    /// `61 %`, or that no value is given.
    pub text: String,
}

/// The answers of one group.
#[derive(Clone, Debug, PartialEq)]
pub struct PollRow {
    pub id: String,
    /// The last day of the year of the poll: where a click leads.
    pub date: Day,
    /// Pollster and date.
    pub title: String,
    /// Who was asked about whom.
    pub subject: String,
    pub group: String,
    /// Both in one line.
    pub subject_and_group: String,
    /// Whether this group is a part of the poll above it.
    pub is_part: bool,
    pub favourable: Share,
    pub unfavourable: Share,
    pub neither: Share,
    pub question: Option<String>,
    pub note: Option<String>,
    pub sources: Vec<SourceLine>,
    /// All of it in one sentence, for those who do not see the chart.
    pub spoken: String,
}

impl PollRow {
    /// Whether the source gives none of the shares.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.favourable.percent.is_none()
            && self.unfavourable.percent.is_none()
            && self.neither.percent.is_none()
    }
}

/// The chart of polls.
#[derive(Clone, Debug, PartialEq)]
pub struct Polls {
    pub rows: Vec<PollRow>,
    /// What to know before comparing.
    pub warning: Option<String>,
    /// How far the longest bars reach to the left and to the right of zero, percent.
    pub reach: [f64; 2],
    pub sources: Vec<SourceLine>,
}

impl Polls {
    /// The chart of all polls of an atlas.
    #[must_use]
    pub fn new(atlas: &Atlas, language: Language) -> Self {
        let polls = &atlas.polls;
        let reach = polls.iter().fold([0.0_f64; 2], |[left, right], poll| {
            let rightward = poll.favourable.unwrap_or(0.0) + poll.neither.unwrap_or(0.0);
            [
                left.max(poll.unfavourable.unwrap_or(0.0)),
                right.max(rightward),
            ]
        });
        let rows = polls.iter().enumerate().map(|(index, poll)| {
            let above = index.checked_sub(1).and_then(|above| polls.get(above));
            row(
                atlas,
                poll,
                above.is_some_and(|above| is_same_survey(above, poll)),
                language,
            )
        });
        Self {
            rows: rows.collect(),
            warning: atlas
                .poll_warning
                .as_ref()
                .map(|warning| warning.get(language).to_owned()),
            reach,
            sources: source_lines(
                atlas,
                polls.iter().flat_map(|poll| &poll.citations),
                language,
            ),
        }
    }
}

fn is_same_survey(above: &Poll, below: &Poll) -> bool {
    above.pollster == below.pollster
        && above.date == below.date
        && above.population == below.population
        && above.about == below.about
}

fn share(percent: Option<f64>, language: Language) -> Share {
    let texts = Catalog::of(language);
    let text = match percent {
        Some(percent) => texts.fill(
            Key::Percent,
            &[("value", &format::number(language, percent, 1))],
        ),
        None => texts.get(Key::NoValue).to_owned(),
    };
    Share { percent, text }
}

fn row(atlas: &Atlas, poll: &Poll, is_part: bool, language: Language) -> PollRow {
    let texts = Catalog::of(language);
    let date = format::historical(language, poll.date);
    let (population, about) = (poll.population.get(language), poll.about.get(language));
    let group = poll.group.get(language);
    let [favourable, unfavourable, neither] =
        [poll.favourable, poll.unfavourable, poll.neither].map(|percent| share(percent, language));
    let spoken = [
        ("pollster", poll.pollster.as_str()),
        ("date", &date),
        ("population", population),
        ("group", group),
        ("about", about),
        ("favourable", &favourable.text),
        ("unfavourable", &unfavourable.text),
        ("neither", &neither.text),
    ];
    let subject = texts.fill(Key::NamedValue, &[("name", population), ("value", about)]);
    PollRow {
        id: poll.id.clone(),
        date: poll.date.last_day().last_of_year(),
        title: texts.fill(
            Key::PollTaken,
            &[("pollster", &poll.pollster), ("date", &date)],
        ),
        subject_and_group: format!("{subject} · {group}"),
        subject,
        group: group.to_owned(),
        is_part,
        spoken: texts.fill(Key::SpokenPoll, &spoken),
        favourable,
        unfavourable,
        neither,
        question: poll
            .question
            .as_ref()
            .map(|question| question.get(language).to_owned()),
        note: poll.note.as_ref().map(|note| note.get(language).to_owned()),
        sources: source_lines(atlas, &poll.citations, language),
    }
}
