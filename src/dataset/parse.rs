//! Turns the files' records into the model; resolves every id.

use std::collections::HashMap;

use crate::model::control::{Control, Holding, Kind, Phase, Record, TextVariant};
use crate::model::date::HistoricalDate;
use crate::model::language::Localized;
use crate::model::place::{OtherName, Territory, TerritoryIx};
use crate::model::poll::Poll;
use crate::model::polity::{Family, Polity, PolityIx};
use crate::model::series::{Basis, Gap, Point, Qualifier, Series};
use crate::model::source::{Citation, Source, SourceIx, SourceKind};

use super::atlas::{Atlas, Attribution};
use super::files::Origin;
use super::geo::read_land;
use super::problem::Problem;
use super::raw;
use super::records::{Entry, File, read_field, read_list};

impl From<raw::Text> for Localized {
    fn from(text: raw::Text) -> Self {
        Self::new(text.en, text.ja, text.ru)
    }
}

/// Reads all files. `None` where so much is missing that there is nothing to check further.
pub fn parse(origin: &Origin, problems: &mut Vec<Problem>) -> Option<Atlas> {
    let mut reader = Reader { problems, sources: HashMap::new(), polities: HashMap::new(), territories: HashMap::new() };
    let sources = reader.file(origin, "sources.json", Reader::sources);
    let polities = reader.file(origin, "polities.json", Reader::polities);
    let territories = reader.file(origin, "territories.json", Reader::territories);
    let records = reader.file(origin, "control.json", |reader, file| reader.control(file, &territories));
    let series = reader.file(origin, "series.json", Reader::series);
    let (polls, poll_warning) = reader.file(origin, "polls.json", Reader::polls);
    let attributions = reader.file(origin, "geo/attributions.json", Reader::attributions);
    let land = read_land(origin, reader.problems);
    let records = records.into_iter().collect::<Option<Vec<Record>>>()?;
    if records.len() != territories.len() {
        return None;
    }
    let owners = (0u16..)
        .map(TerritoryIx)
        .zip(&territories)
        .flat_map(|(index, territory)| territory.shapes.iter().map(move |shape| (shape.clone(), index)))
        .collect();
    Some(Atlas {
        origin: origin.clone(),
        sources,
        polities,
        territories,
        control: Control::new(records),
        series,
        polls,
        poll_warning,
        attributions,
        land,
        owners,
    })
}

/// Reads files in an order in which every id is known before it is used.
struct Reader<'p> {
    problems: &'p mut Vec<Problem>,
    sources: HashMap<String, SourceIx>,
    polities: HashMap<String, PolityIx>,
    territories: HashMap<String, TerritoryIx>,
}

/// A place in a file, for problems.
#[derive(Clone, Copy)]
struct Place<'a> {
    file: File<'a>,
    path: &'a str,
}

impl Reader<'_> {
    fn file<T: Default>(&mut self, origin: &Origin, name: &str, read: impl FnOnce(&mut Self, File<'_>) -> T) -> T {
        match origin.read(name) {
            Ok(text) => read(self, File { name, text: &text }),
            Err(problem) => {
                self.problems.push(problem);
                T::default()
            }
        }
    }

    fn report(&mut self, place: Place<'_>, field: &str, message: impl Into<String>) {
        let path = if field.is_empty() { place.path.to_owned() } else { format!("{}.{field}", place.path) };
        self.problems.push(place.file.problem(path, message));
    }

    fn date(&mut self, place: Place<'_>, field: &str, text: &str) -> Option<HistoricalDate> {
        text.parse().map_err(|error: crate::model::date::DateError| self.report(place, field, error.to_string())).ok()
    }

    fn word<T>(&mut self, place: Place<'_>, field: &str, word: &str, read: impl Fn(&str) -> Option<T>, known: &[&str]) -> Option<T> {
        let found = read(word);
        if found.is_none() {
            self.report(place, field, format!("\"{word}\" is not known here; use one of {}", known.join(", ")));
        }
        found
    }

    fn citations(&mut self, place: Place<'_>, field: &str, citations: Vec<raw::Citation>) -> Vec<Citation> {
        let mut resolved = Vec::with_capacity(citations.len());
        for (index, citation) in citations.into_iter().enumerate() {
            match self.sources.get(&citation.id) {
                Some(source) => resolved.push(Citation { source: *source, at: citation.at }),
                None => self.report(place, &format!("{field}[{index}].id"), format!("there is no source \"{}\" in sources.json", citation.id)),
            }
        }
        resolved
    }

    fn polity(&mut self, place: Place<'_>, field: &str, id: &str) -> Option<PolityIx> {
        let found = self.polities.get(id).copied();
        if found.is_none() {
            self.report(place, field, format!("there is no polity \"{id}\" in polities.json"));
        }
        found
    }

    /// Gives each record of a file its index; reports an id that comes twice.
    fn index<R, I: Copy>(
        &mut self,
        file: File<'_>,
        entries: &[Entry<R>],
        id: impl Fn(&R) -> &str,
        wrap: impl Fn(u16) -> I,
    ) -> HashMap<String, I> {
        let mut ids = HashMap::with_capacity(entries.len());
        for (entry, number) in entries.iter().zip(0u16..) {
            let id = id(&entry.raw);
            if ids.insert(id.to_owned(), wrap(number)).is_some() {
                self.problems.push(file.problem(format!("{}.id", entry.path), format!("the id \"{id}\" stands twice")));
            }
        }
        ids
    }

    fn sources(&mut self, file: File<'_>) -> Vec<Source> {
        let entries = read_list::<raw::Source>(file, "sources", self.problems);
        self.sources = self.index(file, &entries, |raw| &raw.id, SourceIx);
        let mut sources = Vec::with_capacity(entries.len());
        for Entry { raw, path } in entries {
            let place = Place { file, path: &path };
            let known = SourceKind::ALL.map(SourceKind::id);
            let kind = self.word(place, "kind", &raw.kind, SourceKind::from_id, &known);
            let date = raw.date.as_deref().and_then(|date| self.date(place, "date", date));
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

    fn polities(&mut self, file: File<'_>) -> Vec<Polity> {
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

    fn territories(&mut self, file: File<'_>) -> Vec<Territory> {
        let entries = read_list::<raw::Territory>(file, "territories", self.problems);
        self.territories = self.index(file, &entries, |raw| &raw.id, TerritoryIx);
        let mut territories = Vec::with_capacity(entries.len());
        for Entry { raw, path } in entries {
            let place = Place { file, path: &path };
            let part_of = raw.part_of.as_deref().and_then(|whole| {
                let found = self.territories.get(whole).copied();
                if found.is_none() {
                    self.report(place, "part_of", format!("there is no territory \"{whole}\""));
                }
                found
            });
            let also = raw.also.into_iter().enumerate();
            let also = also
                .map(|(index, other)| OtherName {
                    language: other.lang,
                    name: other.name,
                    note: other.note.map(Into::into),
                    citations: self.citations(place, &format!("also[{index}].sources"), other.sources),
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

    /// One record for each territory, in the order of the territories.
    fn control(&mut self, file: File<'_>, territories: &[Territory]) -> Vec<Option<Record>> {
        let entries = read_list::<raw::Record>(file, "control", self.problems);
        let written: HashMap<String, Vec<raw::Phase>> =
            entries.iter().map(|entry| (entry.raw.territory.clone(), entry.raw.phases.clone())).collect();
        let mut records: Vec<Option<Record>> = territories.iter().map(|_| None).collect();
        for Entry { raw, path } in entries {
            let place = Place { file, path: &path };
            let Some(territory) = self.territories.get(&raw.territory).copied() else {
                self.report(place, "territory", format!("there is no territory \"{}\" in territories.json", raw.territory));
                continue;
            };
            let record = self.record(place, raw, &written);
            let Some(slot) = records.get_mut(territory.index()) else { continue };
            if slot.is_some() {
                self.report(place, "territory", "this territory has a record already");
            }
            *slot = record;
        }
        for (record, territory) in records.iter().zip(territories) {
            if record.is_none() && !written.contains_key(&territory.id) {
                self.problems.push(file.problem("control", format!("has no record for the territory \"{}\"", territory.id)));
            }
        }
        records
    }

    fn record(&mut self, place: Place<'_>, raw: raw::Record, written: &HashMap<String, Vec<raw::Phase>>) -> Option<Record> {
        let mut phases = raw.phases;
        if let Some(like) = &raw.like {
            if !phases.is_empty() {
                self.report(place, "like", "a record has either phases of its own or those of another, not both");
            }
            match written.get(like).filter(|phases| !phases.is_empty()) {
                Some(shared) => phases.clone_from(shared),
                None => self.report(place, "like", format!("there is no record with phases for \"{like}\"")),
            }
        }
        for (index, change) in raw.moves.into_iter().enumerate() {
            match phases.iter_mut().find(|phase| phase.from == change.from) {
                Some(phase) => move_phase(phase, change),
                None => self.report(place, &format!("moves[{index}].from"), format!("no phase begins on {}", change.from)),
            }
        }
        let converted: Vec<Option<Phase>> = phases
            .into_iter()
            .enumerate()
            .map(|(index, phase)| {
                let path = format!("{}.phases[{index}]", place.path);
                self.phase(Place { file: place.file, path: &path }, phase)
            })
            .collect();
        let phases = converted.into_iter().collect::<Option<Vec<Phase>>>()?;
        Record::new(phases).map_err(|error| self.report(place, "phases", error.to_string())).ok()
    }

    fn phase(&mut self, place: Place<'_>, raw: raw::Phase) -> Option<Phase> {
        let from = self.date(place, "from", &raw.from);
        let known = Kind::ALL.map(Kind::id);
        let kind = self.word(place, "kind", &raw.kind, Kind::from_id, &known);
        let holders: Vec<Option<PolityIx>> =
            raw.holder.iter().enumerate().map(|(index, id)| self.polity(place, &format!("holder[{index}]"), id)).collect();
        let under = raw.under.as_deref().and_then(|id| self.polity(place, "under", id));
        let citations = self.citations(place, "sources", raw.sources);
        let variant = raw.text.map(|variant| TextVariant {
            says: variant.says.into(),
            at: self.citations(place, "text.at", variant.at),
            why: variant.why.into(),
        });
        let (holder, with) = match holders.as_slice() {
            [holder] => ((*holder)?, None),
            [holder, with] => ((*holder)?, Some((*with)?)),
            _ => {
                self.report(place, "holder", "name one holder, or two of a joint possession");
                return None;
            }
        };
        Some(Phase {
            from: from?,
            holding: Holding { holder, with, kind: kind?, under },
            basis: raw.basis.into(),
            note: raw.note.map(Into::into),
            citations,
            confirmed: raw.confirmed,
            variant,
        })
    }

    fn series(&mut self, file: File<'_>) -> Vec<Series> {
        let mut all = Vec::new();
        for Entry { raw, path } in read_list::<raw::Series>(file, "series", self.problems) {
            let place = Place { file, path: &path };
            let mut points = Vec::with_capacity(raw.points.len());
            for (index, point) in raw.points.into_iter().enumerate() {
                let path = format!("{path}.points[{index}]");
                points.extend(self.point(Place { file, path: &path }, point));
            }
            let gaps = raw.gaps.into_iter().map(|gap| Gap { from: gap.from, to: gap.to, note: gap.note.into() });
            all.push(Series {
                id: raw.id,
                name: raw.name.into(),
                unit: raw.unit.into(),
                about: raw.about.into(),
                citations: self.citations(place, "sources", raw.sources),
                points,
                gaps: gaps.collect(),
            });
        }
        all
    }

    fn point(&mut self, place: Place<'_>, raw: raw::Point) -> Option<Point> {
        let qualifier = self.word(place, "qualifier", &raw.qualifier, Qualifier::from_id, &Qualifier::ALL.map(Qualifier::id));
        let basis = self.basis(place, &raw.basis);
        let citations = self.citations(place, "sources", raw.sources);
        Some(Point {
            year: raw.year,
            value: raw.value,
            low: raw.low,
            high: raw.high,
            qualifier: qualifier?,
            year_stated: raw.year_stated,
            basis: basis?,
            formula: raw.formula.map(Into::into),
            note: raw.note.map(Into::into),
            citations,
        })
    }

    fn basis(&mut self, place: Place<'_>, word: &str) -> Option<Basis> {
        self.word(place, "basis", word, Basis::from_id, &Basis::ALL.map(Basis::id))
    }

    fn polls(&mut self, file: File<'_>) -> (Vec<Poll>, Option<Localized>) {
        let warning = read_field::<raw::Text>(file, "warning", self.problems).map(Into::into);
        let mut polls = Vec::new();
        for Entry { raw, path } in read_list::<raw::Poll>(file, "polls", self.problems) {
            let place = Place { file, path: &path };
            let date = self.date(place, "date", &raw.date);
            let published = raw.published.as_deref().and_then(|date| self.date(place, "published", date));
            let basis = self.basis(place, &raw.basis);
            let citations = self.citations(place, "sources", raw.sources);
            let (Some(date), Some(basis)) = (date, basis) else { continue };
            polls.push(Poll {
                id: raw.id,
                pollster: raw.pollster,
                date,
                published,
                population: raw.population.into(),
                about: raw.about.into(),
                group: raw.group.into(),
                favourable: raw.favourable,
                unfavourable: raw.unfavourable,
                neither: raw.neither,
                basis,
                question: raw.question.map(Into::into),
                note: raw.note.map(Into::into),
                citations,
            });
        }
        (polls, warning)
    }

    fn attributions(&mut self, file: File<'_>) -> Vec<Attribution> {
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

/// Gives a phase the day, and what belongs to it, of a part that changed hands apart from the whole.
fn move_phase(phase: &mut raw::Phase, change: raw::Move) {
    phase.from = change.to;
    phase.sources = change.sources;
    phase.confirmed = change.confirmed;
    phase.basis = change.basis.unwrap_or_else(|| phase.basis.clone());
    phase.note = change.note;
    phase.text = change.text;
}
