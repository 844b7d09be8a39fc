//! Single numbers of the texts.

use crate::model::figure::{Documented, FigureTopic, StatedFigure};
use crate::model::poll::Poll;
use crate::model::series::Series;
use crate::model::text::Conflict;

use super::super::raw;
use super::super::records::File;
use super::reader::{Place, Reader};

/// What a number may refer to.
pub struct Known<'a> {
    pub conflicts: &'a [Conflict],
    pub series: &'a [Series],
    pub polls: &'a [Poll],
}

impl<'a> Known<'a> {
    pub const fn of(conflicts: &'a [Conflict], series: &'a [Series], polls: &'a [Poll]) -> Self {
        Self {
            conflicts,
            series,
            polls,
        }
    }
}

impl Reader<'_> {
    pub(super) fn figures(&mut self, file: File<'_>, known: &Known<'_>) -> Vec<StatedFigure> {
        self.list(file, |reader, place, raw: raw::StatedFigure| {
            reader.stated_figure(place, raw, known)
        })
    }

    fn stated_figure(
        &mut self,
        place: Place<'_>,
        raw: raw::StatedFigure,
        known: &Known<'_>,
    ) -> Option<StatedFigure> {
        let topic = self.word(
            place,
            "topic",
            &raw.topic,
            FigureTopic::from_id,
            &FigureTopic::ALL.map(FigureTopic::id),
        );
        let qualifier = self.qualifier(place, &raw.qualifier);
        let date = raw
            .date
            .as_deref()
            .map(|date| self.date(place, "date", date));
        let at = self.citations(place, "at", raw.at);
        let documented = raw.documented.map(|documented| Documented {
            value: documented.value,
            low: documented.low,
            high: documented.high,
            text: documented.text.into(),
            citations: self.citations(place, "documented.sources", documented.sources),
        });
        let conflict = raw.conflict.as_deref().and_then(|id| {
            let found = known.conflicts.iter().position(|one| one.id == id);
            self.known(place, "conflict", id, found.is_some(), "conflicts.json");
            found.and_then(|found| u16::try_from(found).ok())
        });
        if let Some(id) = &raw.series {
            let found = known.series.iter().any(|series| series.id == *id);
            self.known(place, "series", id, found, "series.json");
        }
        if let Some(id) = &raw.poll {
            let found = known.polls.iter().any(|poll| poll.id == *id);
            self.known(place, "poll", id, found, "polls.json");
        }
        Some(StatedFigure {
            id: raw.id,
            topic: topic?,
            name: raw.name.into(),
            value: raw.value,
            low: raw.low,
            high: raw.high,
            qualifier: qualifier?,
            unit: raw.unit.into(),
            date: date.flatten(),
            at,
            documented,
            conflict,
            series: raw.series,
            poll: raw.poll,
            note: raw.note.map(Into::into),
        })
    }

    fn known(&mut self, place: Place<'_>, field: &str, id: &str, is_known: bool, file: &str) {
        if !is_known {
            self.report(place, field, format!("there is no \"{id}\" in {file}"));
        }
    }
}
