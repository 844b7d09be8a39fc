//! The record of control.

use std::collections::{HashMap, HashSet};

use crate::model::control::{Phase, Record, TextVariant};
use crate::model::place::Territory;

use super::super::raw;
use super::super::records::{Entry, File, read_list};
use super::reader::{Place, Reader};

impl Reader<'_> {
    /// One record for each territory, in the order of the territories.
    pub(super) fn control(
        &mut self,
        file: File<'_>,
        territories: &[Territory],
    ) -> Vec<Option<Record>> {
        let entries = read_list::<raw::Record>(file, "control", self.problems);
        let written: HashMap<String, Vec<raw::Phase>> = entries
            .iter()
            .map(|entry| (entry.raw.territory.clone(), entry.raw.phases.clone()))
            .collect();
        let mut records: Vec<Option<Record>> = territories.iter().map(|_| None).collect();
        let mut seen = HashSet::new();
        for Entry { raw, path } in entries {
            let place = Place { file, path: &path };
            let Some(territory) = self.territories.get(&raw.territory).copied() else {
                self.report(
                    place,
                    "territory",
                    format!(
                        "there is no territory \"{}\" in territories.json",
                        raw.territory
                    ),
                );
                continue;
            };
            if !seen.insert(territory) {
                self.report(place, "territory", "this territory has a record already");
            }
            let record = self.record(place, raw, &written);
            if let Some(slot) = records.get_mut(territory.index()) {
                *slot = record;
            }
        }
        for (record, territory) in records.iter().zip(territories) {
            if record.is_none() && !written.contains_key(&territory.id) {
                self.problems.push(file.problem(
                    "control",
                    format!("has no record for the territory \"{}\"", territory.id),
                ));
            }
        }
        records
    }

    fn record(
        &mut self,
        place: Place<'_>,
        raw: raw::Record,
        written: &HashMap<String, Vec<raw::Phase>>,
    ) -> Option<Record> {
        let mut phases = raw.phases;
        if let Some(like) = &raw.like {
            if !phases.is_empty() {
                self.report(
                    place,
                    "like",
                    "a record has either phases of its own or those of another, not both",
                );
            }
            match written.get(like).filter(|phases| !phases.is_empty()) {
                Some(shared) => phases.clone_from(shared),
                None => self.report(
                    place,
                    "like",
                    format!("there is no record with phases for \"{like}\""),
                ),
            }
        }
        for (index, change) in raw.moves.into_iter().enumerate() {
            match phases.iter_mut().find(|phase| phase.from == change.from) {
                Some(phase) => move_phase(phase, change),
                None => self.report(
                    place,
                    &format!("moves[{index}].from"),
                    format!("no phase begins on {}", change.from),
                ),
            }
        }
        let converted: Vec<Option<Phase>> = phases
            .into_iter()
            .enumerate()
            .map(|(index, phase)| {
                let path = format!("{}.phases[{index}]", place.path);
                self.phase(
                    Place {
                        file: place.file,
                        path: &path,
                    },
                    phase,
                )
            })
            .collect();
        let phases = converted.into_iter().collect::<Option<Vec<Phase>>>()?;
        Record::new(phases)
            .map_err(|error| self.report(place, "phases", error.to_string()))
            .ok()
    }

    fn phase(&mut self, place: Place<'_>, raw: raw::Phase) -> Option<Phase> {
        let from = self.date(place, "from", &raw.from);
        let holding = self.holding(place, &raw.holder, &raw.kind, raw.under.as_deref());
        let citations = self.citations(place, "sources", raw.sources);
        let variant = raw.text.map(|variant| TextVariant {
            says: variant.says.into(),
            at: self.citations(place, "text.at", variant.at),
            why: variant.why.into(),
        });
        Some(Phase {
            from: from?,
            holding: holding?,
            basis: raw.basis.into(),
            note: raw.note.map(Into::into),
            citations,
            confirmed: raw.confirmed,
            variant,
        })
    }
}

/// Gives a phase the day, and what belongs to it, of a part that changed hands apart from the whole.
fn move_phase(phase: &mut raw::Phase, change: raw::Move) {
    phase.from = change.to;
    phase.sources = change.sources;
    phase.confirmed = change.confirmed;
    phase.basis = change.basis.unwrap_or_else(|| phase.basis.clone());
    phase.note = change.note;
    phase.text = change.text;
}
