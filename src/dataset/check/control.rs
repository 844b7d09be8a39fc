//! Rules of the record of control.

use super::Checker;
use crate::dataset::atlas::Atlas;
use crate::model::control::{Holding, Kind, Phase, Record};
use crate::model::place::TerritoryIx;

impl Checker<'_> {
    pub(super) fn record(&mut self, territory: TerritoryIx, record: &Record) {
        let id = &self.atlas.territory(territory).id;
        let (first_day, _) = Atlas::range();
        let path = |index: usize| format!("control[{}].phases[{index}]", territory.index());
        if record.phases()[0].from.first_day() > first_day {
            self.report(
                "control.json",
                path(0),
                format!("the record of \"{id}\" must begin by {first_day}"),
            );
        }
        for (index, phase) in record.phases().iter().enumerate() {
            self.phase(&path(index), phase);
            let before = index.checked_sub(1).map(|before| &record.phases()[before]);
            if before.is_some_and(|before| {
                before.holding == phase.holding && before.basis == phase.basis
            }) {
                self.report(
                    "control.json",
                    path(index),
                    "nothing changes here; join it with the phase before",
                );
            }
        }
    }

    fn phase(&mut self, path: &str, phase: &Phase) {
        let file = "control.json";
        self.text(file, &format!("{path}.basis"), &phase.basis);
        self.optional_text(file, &format!("{path}.note"), phase.note.as_ref());
        if let Some(variant) = &phase.variant {
            self.text(file, &format!("{path}.text.says"), &variant.says);
            self.text(file, &format!("{path}.text.why"), &variant.why);
            if variant.at.is_empty() {
                self.report(
                    file,
                    format!("{path}.text.at"),
                    "says which text, section and paragraph",
                );
            }
        }
        self.sourced(file, path, &phase.citations);
        self.holding(file, path, &phase.holding);
        self.dated(file, path, "from", phase.from, phase.confirmed);
    }

    /// Which kinds of control have two holders, and which a power behind the holder.
    pub(super) fn holding(&mut self, file: &str, path: &str, holding: &Holding) {
        if (holding.kind == Kind::Joint) != holding.with.is_some() {
            self.report(
                file,
                format!("{path}.holder"),
                "a joint possession has two holders, every other kind one",
            );
        }
        if holding.kind.is_dependent() != holding.under.is_some() {
            self.report(
                file,
                format!("{path}.under"),
                "a puppet state or protectorate names the power behind it, no other kind does",
            );
        }
    }
}
