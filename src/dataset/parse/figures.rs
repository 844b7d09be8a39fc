//! Series, polls and surveys.

use crate::model::language::Localized;
use crate::model::poll::{Poll, Survey, SurveyPoint};
use crate::model::series::{Basis, Gap, Point, Qualifier, Series, Topic};

use super::super::raw;
use super::super::records::{Entry, File, read_field, read_list, read_list_if_any};
use super::reader::{Place, Reader};

impl Reader<'_> {
    pub(super) fn series(&mut self, file: File<'_>) -> Vec<Series> {
        let mut all = Vec::new();
        for Entry { raw, path } in read_list::<raw::Series>(file, "series", self.problems) {
            let place = Place { file, path: &path };
            let mut points = Vec::with_capacity(raw.points.len());
            for (index, point) in raw.points.into_iter().enumerate() {
                let path = format!("{path}.points[{index}]");
                points.extend(self.point(Place { file, path: &path }, point));
            }
            let topic = raw.topic.as_deref().map_or(Some(Topic::default()), |word| {
                self.word(
                    place,
                    "topic",
                    word,
                    Topic::from_id,
                    &Topic::ALL.map(Topic::id),
                )
            });
            all.push(Series {
                id: raw.id,
                topic: topic.unwrap_or_default(),
                name: raw.name.into(),
                unit: raw.unit.into(),
                about: raw.about.into(),
                citations: self.citations(place, "sources", raw.sources),
                points,
                gaps: gaps(raw.gaps),
            });
        }
        all
    }

    fn point(&mut self, place: Place<'_>, raw: raw::Point) -> Option<Point> {
        let qualifier = self.qualifier(place, &raw.qualifier);
        let basis = self.basis(place, &raw.basis);
        let citations = self.citations(place, "sources", raw.sources);
        Some(Point {
            year: raw.year,
            value: raw.value,
            low: raw.low,
            high: raw.high,
            qualifier: qualifier?,
            year_stated: raw.year_stated,
            basis: basis?,
            formula: raw.formula.map(Into::into),
            note: raw.note.map(Into::into),
            citations,
        })
    }

    pub(super) fn qualifier(&mut self, place: Place<'_>, word: &str) -> Option<Qualifier> {
        self.word(
            place,
            "qualifier",
            word,
            Qualifier::from_id,
            &Qualifier::ALL.map(Qualifier::id),
        )
    }

    pub(super) fn basis(&mut self, place: Place<'_>, word: &str) -> Option<Basis> {
        self.word(
            place,
            "basis",
            word,
            Basis::from_id,
            &Basis::ALL.map(Basis::id),
        )
    }

    pub(super) fn polls(&mut self, file: File<'_>) -> (Vec<Poll>, Option<Localized>) {
        let warning = read_field::<raw::Text>(file, "warning", self.problems).map(Into::into);
        let mut polls = Vec::new();
        for Entry { raw, path } in read_list::<raw::Poll>(file, "polls", self.problems) {
            let place = Place { file, path: &path };
            let date = self.date(place, "date", &raw.date);
            let published = raw
                .published
                .as_deref()
                .and_then(|date| self.date(place, "published", date));
            let basis = self.basis(place, &raw.basis);
            let citations = self.citations(place, "sources", raw.sources);
            let (Some(date), Some(basis)) = (date, basis) else {
                continue;
            };
            polls.push(Poll {
                id: raw.id,
                pollster: raw.pollster,
                date,
                published,
                population: raw.population.into(),
                about: raw.about.into(),
                group: raw.group.into(),
                favourable: raw.favourable,
                unfavourable: raw.unfavourable,
                neither: raw.neither,
                basis,
                question: raw.question.map(Into::into),
                note: raw.note.map(Into::into),
                citations,
            });
        }
        (polls, warning)
    }

    /// The surveys beside the polls; a file may have none.
    pub(super) fn surveys(&mut self, file: File<'_>) -> Vec<Survey> {
        let mut surveys = Vec::new();
        for Entry { raw, path } in read_list_if_any::<raw::Survey>(file, "surveys", self.problems) {
            let place = Place { file, path: &path };
            let citations = self.citations(place, "sources", raw.sources);
            let mut points = Vec::with_capacity(raw.points.len());
            for (index, point) in raw.points.into_iter().enumerate() {
                let path = format!("{path}.points[{index}]");
                let place = Place { file, path: &path };
                let date = self.date(place, "date", &point.date);
                let own = self.citations(place, "sources", point.sources);
                points.extend(date.map(|date| SurveyPoint {
                    date,
                    favourable: point.favourable,
                    unfavourable: point.unfavourable,
                    neither: point.neither,
                    note: point.note.map(Into::into),
                    // A round that names no source of its own stands on those of the survey.
                    citations: if own.is_empty() {
                        citations.clone()
                    } else {
                        own
                    },
                }));
            }
            surveys.push(Survey {
                id: raw.id,
                pollster: raw.pollster,
                name: raw.name.into(),
                population: raw.population.into(),
                about: raw.about.into(),
                favourable_label: raw.favourable_label.into(),
                unfavourable_label: raw.unfavourable_label.into(),
                points,
                gaps: gaps(raw.gaps),
                citations,
            });
        }
        surveys
    }
}

fn gaps(raw: Vec<raw::Gap>) -> Vec<Gap> {
    let gaps = raw.into_iter().map(|gap| Gap {
        from: gap.from,
        to: gap.to,
        note: gap.note.into(),
    });
    gaps.collect()
}
