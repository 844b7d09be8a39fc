//! Sources, polities, territories, and who must be named beside the map.

use crate::model::place::{OtherName, Territory, TerritoryIx};
use crate::model::polity::{Family, Polity, PolityIx};
use crate::model::source::{Source, SourceIx, SourceKind};

use super::super::atlas::Attribution;
use super::super::raw;
use super::super::records::{Entry, File, read_list};
use super::reader::{Place, Reader};

impl Reader<'_> {
    pub(super) fn sources(&mut self, file: File<'_>) -> Vec<Source> {
        let entries = read_list::<raw::Source>(file, "sources", self.problems);
        self.sources = self.index(file, &entries, |raw| &raw.id, SourceIx);
        let mut sources = Vec::with_capacity(entries.len());
        for Entry { raw, path } in entries {
            let place = Place { file, path: &path };
            let known = SourceKind::ALL.map(SourceKind::id);
            let kind = self.word(place, "kind", &raw.kind, SourceKind::from_id, &known);
            let date = raw
                .date
                .as_deref()
                .and_then(|date| self.date(place, "date", date));
            sources.push(Source {
                id: raw.id,
                kind: kind.unwrap_or(SourceKind::Page),
                title: raw.title,
                name: raw.name.map(Into::into),
                publisher: raw.publisher.unwrap_or_default(),
                date,
                url: raw.url,
                language: raw.language,
                note: raw.note.map(Into::into),
            });
        }
        sources
    }

    pub(super) fn polities(&mut self, file: File<'_>) -> Vec<Polity> {
        let entries = read_list::<raw::Polity>(file, "polities", self.problems);
        self.polities = self.index(file, &entries, |raw| &raw.id, PolityIx);
        let mut polities = Vec::with_capacity(entries.len());
        for Entry { raw, path } in entries {
            let place = Place { file, path: &path };
            let known = Family::ALL.map(Family::id);
            let family = self.word(place, "family", &raw.family, Family::from_id, &known);
            let from = self.date(place, "from", &raw.from);
            let to = raw.to.as_deref().and_then(|to| self.date(place, "to", to));
            let citations = self.citations(place, "sources", raw.sources);
            let Some(from) = from else { continue };
            polities.push(Polity {
                id: raw.id,
                family: family.unwrap_or(Family::None),
                tone: raw.tone,
                name: raw.name.into(),
                short: raw.short.into(),
                from,
                to,
                citations,
            });
        }
        polities
    }

    pub(super) fn territories(&mut self, file: File<'_>) -> Vec<Territory> {
        let entries = read_list::<raw::Territory>(file, "territories", self.problems);
        self.territories = self.index(file, &entries, |raw| &raw.id, TerritoryIx);
        let mut territories = Vec::with_capacity(entries.len());
        for Entry { raw, path } in entries {
            let place = Place { file, path: &path };
            let part_of = raw.part_of.as_deref().and_then(|whole| {
                let found = self.territories.get(whole).copied();
                if found.is_none() {
                    self.report(
                        place,
                        "part_of",
                        format!("there is no territory \"{whole}\""),
                    );
                }
                found
            });
            let also = raw.also.into_iter().enumerate();
            let also = also
                .map(|(index, other)| OtherName {
                    language: other.lang,
                    name: other.name,
                    note: other.note.map(Into::into),
                    citations: self.citations(
                        place,
                        &format!("also[{index}].sources"),
                        other.sources,
                    ),
                })
                .collect();
            territories.push(Territory {
                id: raw.id,
                part_of,
                name: raw.name.into(),
                also,
                shapes: raw.shapes,
                area_km2: raw.area_km2,
                area_citations: self.citations(place, "area_sources", raw.area_sources),
                label: raw.label,
                test_points: raw.test_points,
                disputed: raw.disputed,
                about: raw.about.into(),
                citations: self.citations(place, "sources", raw.sources),
            });
        }
        territories
    }

    pub(super) fn attributions(&mut self, file: File<'_>) -> Vec<Attribution> {
        read_list::<raw::Attribution>(file, "attributions", self.problems)
            .into_iter()
            .map(|Entry { raw, .. }| Attribution {
                layer: raw.layer.into(),
                source: raw.source,
                licence: raw.licence,
                notice: raw.notice,
                credit: raw.credit,
            })
            .collect()
    }
}
