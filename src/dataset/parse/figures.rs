//! Series, polls and surveys.

use crate::model::language::Localized;
use crate::model::poll::{Poll, Survey, SurveyPoint};
use crate::model::series::{Basis, Gap, Point, Qualifier, Series, Topic};
use crate::model::source::Citation;

use super::super::raw;
use super::super::records::{File, has_list, read_field};
use super::reader::{Place, Reader};

impl Reader<'_> {
    pub(super) fn series(&mut self, file: File<'_>) -> Vec<Series> {
        self.list(file, |reader, place, raw: raw::Series| {
            let mut points = Vec::with_capacity(raw.points.len());
            for (index, point) in raw.points.into_iter().enumerate() {
                let path = format!("{}.points[{index}]", place.path);
                points.extend(reader.point(Place { file, path: &path }, point));
            }
            let topic = raw.topic.as_deref().map_or(Some(Topic::default()), |word| {
                reader.word(
                    place,
                    "topic",
                    word,
                    Topic::from_id,
                    &Topic::ALL.map(Topic::id),
                )
            });
            Some(Series {
                id: raw.id,
                topic: topic.unwrap_or_default(),
                name: raw.name.into(),
                unit: raw.unit.into(),
                about: raw.about.into(),
                citations: reader.citations(place, "sources", raw.sources),
                points,
                gaps: gaps(raw.gaps),
            })
        })
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
        let polls = self.list(file, |reader, place, raw: raw::Poll| {
            let date = reader.date(place, "date", &raw.date);
            let published = raw.published.as_deref();
            let published = published.and_then(|date| reader.date(place, "published", date));
            let basis = reader.basis(place, &raw.basis);
            let citations = reader.citations(place, "sources", raw.sources);
            Some(Poll {
                id: raw.id,
                pollster: raw.pollster,
                date: date?,
                published,
                population: raw.population.into(),
                about: raw.about.into(),
                group: raw.group.into(),
                favourable: raw.favourable,
                unfavourable: raw.unfavourable,
                neither: raw.neither,
                basis: basis?,
                question: raw.question.map(Into::into),
                note: raw.note.map(Into::into),
                citations,
            })
        });
        (polls, warning)
    }

    /// The surveys beside the polls; a file may have none.
    pub(super) fn surveys(&mut self, file: File<'_>) -> Vec<Survey> {
        if !has_list(file, "surveys") {
            return Vec::new();
        }
        self.list(file, |reader, place, raw: raw::Survey| {
            let citations = reader.citations(place, "sources", raw.sources);
            let mut points = Vec::with_capacity(raw.points.len());
            for (index, point) in raw.points.into_iter().enumerate() {
                let path = format!("{}.points[{index}]", place.path);
                points.extend(reader.survey_point(Place { file, path: &path }, point, &citations));
            }
            Some(Survey {
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
            })
        })
    }

    /// A round of a survey; one that names no source of its own stands on those of the survey.
    fn survey_point(
        &mut self,
        place: Place<'_>,
        raw: raw::SurveyPoint,
        survey: &[Citation],
    ) -> Option<SurveyPoint> {
        let date = self.date(place, "date", &raw.date);
        let own = self.citations(place, "sources", raw.sources);
        Some(SurveyPoint {
            date: date?,
            favourable: raw.favourable,
            unfavourable: raw.unfavourable,
            neither: raw.neither,
            note: raw.note.map(Into::into),
            citations: if own.is_empty() { survey.to_vec() } else { own },
        })
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
