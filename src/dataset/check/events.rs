//! Rules of events, people, terms, relations and conflicts.

use super::Checker;
use crate::model::series::Basis;
use crate::model::source::SourceKind;

impl Checker<'_> {
    pub(super) fn events(&mut self) {
        let atlas = self.atlas;
        for (index, person) in atlas.people.iter().enumerate() {
            self.text(
                "people.json",
                &format!("people[{index}].name"),
                &person.name,
            );
            self.optional_text(
                "people.json",
                &format!("people[{index}].note"),
                person.note.as_ref(),
            );
        }
        for (index, term) in atlas.terms.iter().enumerate() {
            for (field, text) in [("term", &term.term), ("note", &term.note)] {
                self.text("glossary.json", &format!("terms[{index}].{field}"), text);
            }
        }
        for (index, event) in atlas.events.iter().enumerate() {
            let (file, path) = ("events.json", format!("events[{index}]"));
            self.text(file, &format!("{path}.title"), &event.title);
            self.text(file, &format!("{path}.summary"), &event.summary);
            self.optional_text(file, &format!("{path}.text_date"), event.text_date.as_ref());
            self.sourced(file, &path, &event.citations);
            self.dated(file, &path, "from", event.from, event.confirmed);
            for (number, role) in event.people.iter().enumerate() {
                self.text(file, &format!("{path}.people[{number}].role"), &role.role);
            }
            let is_text = |citation: &&crate::model::source::Citation| {
                atlas.source(citation.source).kind == SourceKind::Text
            };
            if event.basis == Basis::Text
                && !event.citations.iter().any(|citation| is_text(&citation))
            {
                self.report(
                    file,
                    format!("{path}.sources"),
                    "an event of the texts cites section and paragraph of a text",
                );
            }
            let ends = event
                .to
                .is_some_and(|to| to.last_day() < event.from.first_day());
            if ends {
                self.report(
                    file,
                    format!("{path}.to"),
                    "must not be earlier than \"from\"",
                );
            }
            let before = index.checked_sub(1).map(|before| &atlas.events[before]);
            if before.is_some_and(|before| before.from.first_day() > event.from.first_day()) {
                self.report(
                    file,
                    format!("{path}.from"),
                    "events must be in order of time",
                );
            }
        }
        self.relations();
        self.conflicts();
    }

    fn relations(&mut self) {
        for (index, relation) in self.atlas.relations.iter().enumerate() {
            let (file, path) = ("relations.json", format!("relations[{index}]"));
            self.text(file, &format!("{path}.quality"), &relation.quality);
            self.text(file, &format!("{path}.reason"), &relation.reason);
            self.sourced(file, &path, &relation.citations);
            if !(-2..=2).contains(&relation.score) {
                self.report(
                    file,
                    format!("{path}.score"),
                    "must lie between -2 (hostile) and 2 (close)",
                );
            }
        }
    }

    fn conflicts(&mut self) {
        for (index, conflict) in self.atlas.conflicts.iter().enumerate() {
            let (file, path) = ("conflicts.json", format!("conflicts[{index}]"));
            let texts = [
                ("title", &conflict.title),
                ("text_says", &conflict.text_says),
                ("documents_say", &conflict.documents_say),
                ("why", &conflict.why),
            ];
            for (field, text) in texts {
                self.text(file, &format!("{path}.{field}"), text);
            }
            if conflict.at.is_empty() {
                self.report(
                    file,
                    format!("{path}.at"),
                    "says which text, section and paragraph",
                );
            }
        }
    }
}
