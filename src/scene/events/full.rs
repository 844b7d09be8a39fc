//! One event with all that is known of it.

use crate::dataset::Atlas;
use crate::model::date::Day;
use crate::model::event::{Category, EventIx, PersonIx};
use crate::model::language::Language;
use crate::model::place::TerritoryIx;
use crate::model::series::Basis;
use crate::model::source::Citation;
use crate::model::text::Conflict;
use crate::text::format;

use super::super::details::{DateLink, SourceLine, own, source_line};
use super::{category_text, date_text, is_approximate};

/// Somebody in an event, with the role of that date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonLine {
    pub person: PersonIx,
    pub name: String,
    pub role: String,
}

/// Where the texts err.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConflictText {
    /// Its position in the atlas.
    pub index: u16,
    pub title: String,
    pub text_says: String,
    pub documents_say: String,
    pub why: String,
    /// Section and paragraph.
    pub at: Vec<SourceLine>,
    pub sources: Vec<SourceLine>,
}

/// Everything about an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventDetails {
    pub event: EventIx,
    pub title: String,
    pub date: String,
    /// The ends of its time, to go to: one for a single date, two for a stretch.
    pub ends: Vec<DateLink>,
    pub approximate: bool,
    /// The date as the texts have it, where it differs or is vaguer.
    pub text_date: Option<String>,
    pub confirmed: bool,
    pub category: Category,
    pub category_text: &'static str,
    pub summary: String,
    pub places: Vec<(TerritoryIx, String)>,
    /// Names of its points on the map.
    pub points: Vec<String>,
    pub people: Vec<PersonLine>,
    pub beyond: bool,
    pub conflicts: Vec<ConflictText>,
    pub sources: Vec<SourceLine>,
}

impl EventDetails {
    /// Whether the event has a day from `first` to `last`, both included.
    #[must_use]
    pub fn is_within(atlas: &Atlas, index: EventIx, first: Day, last: Day) -> bool {
        let event = atlas.event(index);
        event.first_day() <= last && first <= event.last_day()
    }
}

fn cited(atlas: &Atlas, citations: &[Citation], language: Language) -> Vec<SourceLine> {
    citations
        .iter()
        .map(|citation| source_line(atlas, citation, language))
        .collect()
}

pub(super) fn conflict_text(
    atlas: &Atlas,
    conflict: &Conflict,
    language: Language,
) -> ConflictText {
    let known = (0u16..)
        .zip(&atlas.conflicts)
        .find(|(_, known)| known.id == conflict.id);
    ConflictText {
        index: known.map_or(0, |(index, _)| index),
        title: own(&conflict.title, language),
        text_says: own(&conflict.text_says, language),
        documents_say: own(&conflict.documents_say, language),
        why: own(&conflict.why, language),
        at: cited(atlas, &conflict.at, language),
        sources: cited(atlas, &conflict.citations, language),
    }
}

/// The details of an event.
#[must_use]
pub fn details(atlas: &Atlas, index: EventIx, language: Language) -> EventDetails {
    let event = atlas.event(index);
    let ends = [
        Some((event.from, event.shown_on())),
        event.to.map(|to| (to, to.last_day())),
    ];
    let ends = ends.into_iter().flatten().map(|(date, day)| DateLink {
        day,
        text: format::historical(language, date),
    });
    let people = event.people.iter().map(|role| PersonLine {
        person: role.person,
        name: own(&atlas.person(role.person).name, language),
        role: own(&role.role, language),
    });
    let place = |place: &TerritoryIx| (*place, own(&atlas.territory(*place).name, language));
    let conflicts = event
        .conflicts
        .iter()
        .filter_map(|number| atlas.conflicts.get(*number));
    EventDetails {
        event: index,
        title: own(&event.title, language),
        date: date_text(event, language),
        ends: ends.collect(),
        approximate: is_approximate(event),
        text_date: event.text_date.as_ref().map(|date| own(date, language)),
        confirmed: event.confirmed,
        category: event.category,
        category_text: category_text(event.category, language),
        summary: own(&event.summary, language),
        places: event.places.iter().map(place).collect(),
        points: event
            .points
            .iter()
            .map(|point| own(&point.name, language))
            .collect(),
        people: people.collect(),
        beyond: event.basis == Basis::Beyond,
        conflicts: conflicts
            .map(|conflict| conflict_text(atlas, conflict, language))
            .collect(),
        sources: cited(atlas, &event.citations, language),
    }
}
