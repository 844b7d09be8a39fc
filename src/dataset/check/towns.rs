//! Rules of towns, and of the times in which they were held otherwise than their land.

use super::Checker;
use crate::model::date::{Certainty, Day};
use crate::model::place::TerritoryIx;
use crate::model::town_control::{Apart, TownRecord};

const FILE: &str = "town_control.json";

impl Checker<'_> {
    pub(super) fn towns(&mut self) {
        for (index, town) in self.atlas.towns.iter().enumerate() {
            let (file, path) = ("towns.json", format!("towns[{index}]"));
            self.text(file, &format!("{path}.name"), &town.name);
            self.sourced(file, &path, &town.citations);
            for (number, name) in town.names.iter().enumerate() {
                self.text(file, &format!("{path}.names[{number}].name"), &name.name);
                self.optional_text(
                    file,
                    &format!("{path}.names[{number}].note"),
                    name.note.as_ref(),
                );
            }
            if !(1..=4).contains(&town.rank) {
                self.report(
                    file,
                    format!("{path}.rank"),
                    "must lie between 1 (seen from afar) and 4",
                );
            }
        }
    }

    /// The lands of `unread` are stand-ins that no town can be held against.
    pub(super) fn town_control(&mut self, unread: &[TerritoryIx]) {
        for (index, record) in self.atlas.town_control.records().iter().enumerate() {
            let path = format!("apart[{index}]");
            if record.periods.is_empty() {
                self.report(
                    FILE,
                    format!("{path}.periods"),
                    "a town that was never apart needs no record",
                );
            }
            let has_parts = self.atlas.parts_of(record.land).next().is_some();
            if has_parts {
                self.report(
                    FILE,
                    format!("{path}.land"),
                    "name the part the town lies in, not the whole",
                );
            }
            let mut free = Day::MIN;
            for (number, apart) in record.periods.iter().enumerate() {
                let path = format!("{path}.periods[{number}]");
                if apart.from.first_day() < free {
                    self.report(
                        FILE,
                        format!("{path}.from"),
                        "begins before the period before it ends",
                    );
                }
                free = apart.to.first_day();
                self.apart(&path, apart);
                if !unread.contains(&record.land) {
                    self.differs(&path, record, apart);
                }
            }
        }
    }

    fn apart(&mut self, path: &str, apart: &Apart) {
        self.text(FILE, &format!("{path}.basis"), &apart.basis);
        self.optional_text(FILE, &format!("{path}.end"), apart.end.as_ref());
        self.optional_text(FILE, &format!("{path}.note"), apart.note.as_ref());
        self.sourced(FILE, path, &apart.citations);
        self.holding(FILE, path, &apart.holding);
        // One of the two days is often that of the land, which is confirmed there.
        if apart.to.certainty() == Certainty::Exact {
            self.dated(FILE, path, "from", apart.from, apart.confirmed);
        }
    }

    /// A town apart is held otherwise than its land on every day of the period.
    fn differs(&mut self, path: &str, record: &TownRecord, apart: &Apart) {
        let land = self.atlas.control.record(record.land);
        let period = apart.period();
        let mut phases = (0..land.phases().len()).filter(|index| {
            let phase = land.period(*index);
            let ends_before = phase.to.is_some_and(|to| to <= period.from);
            !ends_before && period.to.is_none_or(|to| phase.from < to)
        });
        if let Some(same) = phases.find(|index| land.phases()[*index].holding == apart.holding) {
            let from = land.period(same).from;
            self.report(
                FILE,
                path.to_owned(),
                format!(
                    "the land \"{}\" is held in the same way from {from}; a town is apart only while it differs",
                    self.atlas.territory(record.land).id
                ),
            );
        }
    }
}
