//! Events, people, relations, and where the texts err.

use std::collections::HashMap;

use crate::model::event::{Category, Event, Person, PersonIx, Role};
use crate::model::relation::{Field, Relation};
use crate::model::right::NamedPoint;
use crate::model::term::Term;
use crate::model::text::{Conflict, Outline, Section};

use super::super::raw;
use super::super::records::{File, read_list};
use super::reader::{Place, Reader};

impl Reader<'_> {
    pub(super) fn people(&mut self, file: File<'_>) -> Vec<Person> {
        let entries = read_list::<raw::Person>(file, "people", self.problems);
        self.people = self.index(file, &entries, |raw| &raw.id, PersonIx);
        let person = |raw: raw::Person| Person {
            id: raw.id,
            name: raw.name.into(),
            note: raw.note.map(Into::into),
        };
        entries.into_iter().map(|entry| person(entry.raw)).collect()
    }

    pub(super) fn terms(&mut self, file: File<'_>) -> Vec<Term> {
        self.list(file, |_, _, raw: raw::Term| {
            Some(Term {
                id: raw.id,
                term: raw.term.into(),
                note: raw.note.into(),
            })
        })
    }

    pub(super) fn events(&mut self, file: File<'_>, conflicts: &[Conflict]) -> Vec<Event> {
        let known: HashMap<&str, usize> = conflicts
            .iter()
            .enumerate()
            .map(|(index, conflict)| (conflict.id.as_str(), index))
            .collect();
        self.list(file, |reader, place, raw: raw::Event| {
            let from = reader.date(place, "from", &raw.from);
            let to = raw.to.as_deref();
            let to = to.and_then(|to| reader.date(place, "to", to));
            let words = Category::ALL.map(Category::id);
            let category = reader.word(place, "category", &raw.category, Category::from_id, &words);
            let basis = reader.basis(place, &raw.basis);
            let places = reader.territory_list(place, "places", &raw.places);
            let people = reader.roles(place, raw.people);
            let citations = reader.citations(place, "sources", raw.sources);
            let mut found = Vec::new();
            for (index, id) in raw.conflicts.iter().enumerate() {
                match known.get(id.as_str()) {
                    Some(conflict) => found.push(*conflict),
                    None => reader.report(
                        place,
                        &format!("conflicts[{index}]"),
                        format!("there is no conflict \"{id}\" in conflicts.json"),
                    ),
                }
            }
            let points = raw.points.into_iter().map(|point| NamedPoint {
                name: point.name.into(),
                at: point.at,
            });
            Some(Event {
                id: raw.id,
                from: from?,
                to,
                title: raw.title.into(),
                summary: raw.summary.into(),
                text_date: raw.text_date.map(Into::into),
                category: category?,
                places,
                points: points.collect(),
                people,
                basis: basis?,
                citations,
                confirmed: raw.confirmed,
                conflicts: found,
            })
        })
    }

    fn roles(&mut self, place: Place<'_>, raw: Vec<raw::Role>) -> Vec<Role> {
        let mut roles = Vec::with_capacity(raw.len());
        for (index, role) in raw.into_iter().enumerate() {
            match self.people.get(&role.id) {
                Some(person) => roles.push(Role {
                    person: *person,
                    role: role.role.into(),
                }),
                None => self.report(
                    place,
                    &format!("people[{index}].id"),
                    format!("there is no person \"{}\" in people.json", role.id),
                ),
            }
        }
        roles
    }

    pub(super) fn relations(&mut self, file: File<'_>) -> Vec<Relation> {
        self.list(file, |reader, place, raw: raw::Relation| {
            let time = reader.time(place, &raw.from, raw.to.as_deref());
            let known = Field::ALL.map(Field::id);
            let field = reader.word(place, "field", &raw.field, Field::from_id, &known);
            let citations = reader.citations(place, "sources", raw.sources);
            let (from, to) = time?;
            Some(Relation {
                id: raw.id,
                from,
                to,
                field: field?,
                quality: raw.quality.into(),
                score: raw.score,
                reason: raw.reason.into(),
                finest: raw.finest,
                citations,
            })
        })
    }

    pub(super) fn conflicts(&mut self, file: File<'_>) -> Vec<Conflict> {
        self.list(file, |reader, place, raw: raw::Conflict| {
            Some(Conflict {
                id: raw.id,
                rank: raw.rank,
                title: raw.title.into(),
                text_says: raw.text_says.into(),
                documents_say: raw.documents_say.into(),
                why: raw.why.into(),
                at: reader.citations(place, "at", raw.at),
                citations: reader.citations(place, "sources", raw.sources),
                territories: reader.territory_list(place, "territories", &raw.territories),
                years: raw.years,
            })
        })
    }

    pub(super) fn outlines(&mut self, file: File<'_>) -> Vec<Outline> {
        self.list(file, |reader, place, raw: raw::Outline| {
            let text = reader.sources.get(&raw.id).copied();
            if text.is_none() {
                reader.report(
                    place,
                    "id",
                    format!("there is no source \"{}\" in sources.json", raw.id),
                );
            }
            let section = |raw: raw::Section| Section {
                title: raw.title,
                name: raw.name.into(),
                paragraphs: raw.paragraphs,
            };
            Some(Outline {
                text: text?,
                sections: raw.sections.into_iter().map(section).collect(),
            })
        })
    }
}
