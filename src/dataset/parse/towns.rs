//! Towns, and when they were held otherwise than the land around them.

use std::collections::HashSet;

use crate::model::town::{PeriodName, Town, TownIx};
use crate::model::town_control::{Apart, TownRecord};

use super::super::raw;
use super::super::records::{Entry, File, read_list};
use super::reader::{Place, Reader};

impl Reader<'_> {
    pub(super) fn towns(&mut self, file: File<'_>) -> Vec<Town> {
        let entries = read_list::<raw::Town>(file, "towns", self.problems);
        self.towns = self.index(file, &entries, |raw| &raw.id, TownIx);
        let mut towns = Vec::with_capacity(entries.len());
        for Entry { raw, path } in entries {
            let place = Place { file, path: &path };
            let mut names = Vec::with_capacity(raw.names.len());
            for (index, name) in raw.names.into_iter().enumerate() {
                let path = format!("{path}.names[{index}]");
                let Some((from, to)) =
                    self.time(Place { file, path: &path }, &name.from, name.to.as_deref())
                else {
                    continue;
                };
                names.push(PeriodName {
                    name: name.name.into(),
                    from,
                    to,
                    note: name.note.map(Into::into),
                });
            }
            let citations = self.citations(place, "sources", raw.sources);
            towns.push(Town {
                id: raw.id,
                name: raw.name.into(),
                names,
                at: raw.at,
                rank: raw.rank,
                citations,
            });
        }
        towns
    }

    /// The periods in which towns were held otherwise than their land.
    pub(super) fn apart(&mut self, file: File<'_>) -> Vec<TownRecord> {
        let mut records = Vec::new();
        let mut seen = HashSet::new();
        for Entry { raw, path } in read_list::<raw::TownControl>(file, "apart", self.problems) {
            let place = Place { file, path: &path };
            let town = self.towns.get(&raw.town).copied();
            if town.is_none() {
                let message = format!("there is no town \"{}\" in towns.json", raw.town);
                self.report(place, "town", message);
            }
            if town.is_some_and(|town| !seen.insert(town)) {
                self.report(place, "town", "this town has a record already");
            }
            let land = self.territory(place, "land", &raw.land);
            let mut periods = Vec::with_capacity(raw.periods.len());
            for (index, period) in raw.periods.into_iter().enumerate() {
                let path = format!("{path}.periods[{index}]");
                periods.extend(self.apart_period(Place { file, path: &path }, period));
            }
            let (Some(town), Some(land)) = (town, land) else {
                continue;
            };
            records.push(TownRecord {
                town,
                land,
                periods,
            });
        }
        records
    }

    fn apart_period(&mut self, place: Place<'_>, raw: raw::TownPeriod) -> Option<Apart> {
        let time = self.time(place, &raw.from, Some(&raw.to));
        let holding = self.holding(place, &raw.holder, &raw.kind, raw.under.as_deref());
        let citations = self.citations(place, "sources", raw.sources);
        let (from, to) = time?;
        Some(Apart {
            from,
            to: to?,
            holding: holding?,
            basis: raw.basis.into(),
            end: raw.end.map(Into::into),
            note: raw.note.map(Into::into),
            citations,
            confirmed: raw.confirmed,
        })
    }
}
