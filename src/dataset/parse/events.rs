//! Events, people, relations, and where the texts err.

use std::collections::HashMap;

use crate::model::event::{Category, Event, Person, PersonIx, Role};
use crate::model::relation::{Field, Relation};
use crate::model::right::NamedPoint;
use crate::model::text::{Conflict, Outline, Section};

use super::super::raw;
use super::super::records::{Entry, File, read_list};
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

    pub(super) fn events(&mut self, file: File<'_>, conflicts: &[Conflict]) -> Vec<Event> {
        let known: HashMap<&str, usize> = conflicts
            .iter()
            .enumerate()
            .map(|(index, conflict)| (conflict.id.as_str(), index))
            .collect();
        let mut events = Vec::new();
        for Entry { raw, path } in read_list::<raw::Event>(file, "events", self.problems) {
            let place = Place { file, path: &path };
            let from = self.date(place, "from", &raw.from);
            let to = raw.to.as_deref().and_then(|to| self.date(place, "to", to));
            let category = self.word(
                place,
                "category",
                &raw.category,
                Category::from_id,
                &Category::ALL.map(Category::id),
            );
            let basis = self.basis(place, &raw.basis);
            let places = self.territory_list(place, "places", &raw.places);
            let people = self.roles(place, raw.people);
            let citations = self.citations(place, "sources", raw.sources);
            let mut found = Vec::new();
            for (index, id) in raw.conflicts.iter().enumerate() {
                match known.get(id.as_str()) {
                    Some(conflict) => found.push(*conflict),
                    None => self.report(
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
            let (Some(from), Some(category), Some(basis)) = (from, category, basis) else {
                continue;
            };
            events.push(Event {
                id: raw.id,
                from,
                to,
                title: raw.title.into(),
                summary: raw.summary.into(),
                text_date: raw.text_date.map(Into::into),
                category,
                places,
                points: points.collect(),
                people,
                basis,
                citations,
                confirmed: raw.confirmed,
                conflicts: found,
            });
        }
        events
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
        let mut relations = Vec::new();
        for Entry { raw, path } in read_list::<raw::Relation>(file, "relations", self.problems) {
            let place = Place { file, path: &path };
            let time = self.time(place, &raw.from, raw.to.as_deref());
            let field = self.word(
                place,
                "field",
                &raw.field,
                Field::from_id,
                &Field::ALL.map(Field::id),
            );
            let citations = self.citations(place, "sources", raw.sources);
            let (Some((from, to)), Some(field)) = (time, field) else {
                continue;
            };
            relations.push(Relation {
                id: raw.id,
                from,
                to,
                field,
                quality: raw.quality.into(),
                score: raw.score,
                reason: raw.reason.into(),
                finest: raw.finest,
                citations,
            });
        }
        relations
    }

    pub(super) fn conflicts(&mut self, file: File<'_>) -> Vec<Conflict> {
        let mut conflicts = Vec::new();
        for Entry { raw, path } in read_list::<raw::Conflict>(file, "conflicts", self.problems) {
            let place = Place { file, path: &path };
            let at = self.citations(place, "at", raw.at);
            let citations = self.citations(place, "sources", raw.sources);
            let territories = self.territory_list(place, "territories", &raw.territories);
            conflicts.push(Conflict {
                id: raw.id,
                rank: raw.rank,
                title: raw.title.into(),
                text_says: raw.text_says.into(),
                documents_say: raw.documents_say.into(),
                why: raw.why.into(),
                at,
                citations,
                territories,
                years: raw.years,
            });
        }
        conflicts
    }

    pub(super) fn outlines(&mut self, file: File<'_>) -> Vec<Outline> {
        let mut outlines = Vec::new();
        for Entry { raw, path } in read_list::<raw::Outline>(file, "texts", self.problems) {
            let Some(text) = self.sources.get(&raw.id).copied() else {
                let place = Place { file, path: &path };
                self.report(
                    place,
                    "id",
                    format!("there is no source \"{}\" in sources.json", raw.id),
                );
                continue;
            };
            let section = |raw: raw::Section| Section {
                title: raw.title,
                name: raw.name.into(),
                paragraphs: raw.paragraphs,
            };
            outlines.push(Outline {
                text,
                sections: raw.sections.into_iter().map(section).collect(),
            });
        }
        outlines
    }
}
