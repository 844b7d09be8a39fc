//! What reading every file needs: problems with their places, dates, words, ids.

use std::collections::{HashMap, HashSet};

use crate::model::control::{Holding, Kind};
use crate::model::date::HistoricalDate;
use crate::model::event::PersonIx;
use crate::model::language::Localized;
use crate::model::place::TerritoryIx;
use crate::model::polity::PolityIx;
use crate::model::source::{Citation, SourceIx};
use crate::model::town::TownIx;

use super::super::atlas::Atlas;
use super::super::files::Origin;
use super::super::problem::Problem;
use super::super::raw;
use super::super::records::{Entry, File, read_list};

impl From<raw::Text> for Localized {
    fn from(text: raw::Text) -> Self {
        let texts = [text.en, text.ja, text.ru];
        // Data of a reader's own may be in fewer languages; which they must have is checked later.
        let first = texts.iter().flatten().next().cloned().unwrap_or_default();
        let [en, ja, ru] = texts.map(|text| text.unwrap_or_else(|| first.clone()));
        Self::new(en, ja, ru)
    }
}

/// Reads files in an order in which every id is known before it is used.
pub struct Reader<'p> {
    pub problems: &'p mut Vec<Problem>,
    pub sources: HashMap<String, SourceIx>,
    pub polities: HashMap<String, PolityIx>,
    pub territories: HashMap<String, TerritoryIx>,
    pub people: HashMap<String, PersonIx>,
    pub towns: HashMap<String, TownIx>,
}

/// A place in a file, for problems.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    pub file: File<'a>,
    pub path: &'a str,
}

impl<'p> Reader<'p> {
    pub fn new(problems: &'p mut Vec<Problem>) -> Self {
        Self {
            problems,
            sources: HashMap::new(),
            polities: HashMap::new(),
            territories: HashMap::new(),
            people: HashMap::new(),
            towns: HashMap::new(),
        }
    }

    /// A reader of files that name what an atlas has.
    pub fn of(atlas: &Atlas, problems: &'p mut Vec<Problem>) -> Self {
        let sources = (0u16..).map(SourceIx).zip(&atlas.sources);
        let territories = atlas.territories();
        Self {
            sources: sources
                .map(|(index, source)| (source.id.clone(), index))
                .collect(),
            territories: territories
                .map(|(index, territory)| (territory.id.clone(), index))
                .collect(),
            ..Self::new(problems)
        }
    }

    pub fn file<T: Default>(
        &mut self,
        origin: &Origin,
        name: &str,
        read: impl FnOnce(&mut Self, File<'_>) -> T,
    ) -> T {
        match origin.read(name) {
            Ok(text) => read(self, File { name, text: &text }),
            Err(problem) => {
                self.problems.push(problem);
                T::default()
            }
        }
    }

    /// Reads each record of a file's list by itself; reports an id that comes twice. Where `convert`
    /// makes nothing of a record, it has reported why.
    pub fn list<R: raw::Listed, T>(
        &mut self,
        file: File<'_>,
        convert: impl Fn(&mut Self, Place<'_>, R) -> Option<T>,
    ) -> Vec<T> {
        let entries = read_list::<R>(file, R::LIST, self.problems);
        let mut seen = HashSet::with_capacity(entries.len());
        let mut records = Vec::with_capacity(entries.len());
        for Entry { raw, path } in entries {
            let place = Place { file, path: &path };
            if let Some(id) = raw.id().filter(|id| !seen.insert((*id).to_owned())) {
                self.report(place, "id", stands_twice(id));
            }
            records.extend(convert(self, place, raw));
        }
        records
    }

    pub fn report(&mut self, place: Place<'_>, field: &str, message: impl Into<String>) {
        let path = if field.is_empty() || place.path.is_empty() {
            format!("{}{field}", place.path)
        } else {
            format!("{}.{field}", place.path)
        };
        self.problems.push(place.file.problem(path, message));
    }

    pub fn date(&mut self, place: Place<'_>, field: &str, text: &str) -> Option<HistoricalDate> {
        text.parse()
            .map_err(|error: crate::model::date::DateError| {
                self.report(place, field, error.to_string());
            })
            .ok()
    }

    pub fn territory_list(
        &mut self,
        place: Place<'_>,
        field: &str,
        ids: &[String],
    ) -> Vec<TerritoryIx> {
        let ids = ids.iter().enumerate();
        ids.filter_map(|(index, id)| self.territory(place, &format!("{field}[{index}]"), id))
            .collect()
    }

    pub fn territory(&mut self, place: Place<'_>, field: &str, id: &str) -> Option<TerritoryIx> {
        let found = self.territories.get(id).copied();
        if found.is_none() {
            self.report(
                place,
                field,
                format!("there is no territory \"{id}\" in territories.json"),
            );
        }
        found
    }

    /// A beginning and an end; the end, where there is one, must come later.
    pub fn time(
        &mut self,
        place: Place<'_>,
        from: &str,
        to: Option<&str>,
    ) -> Option<(HistoricalDate, Option<HistoricalDate>)> {
        let from = self.date(place, "from", from);
        let to = to.map(|to| self.date(place, "to", to));
        match (from, to) {
            (Some(from), None) => Some((from, None)),
            (Some(from), Some(Some(to))) if from.first_day() < to.first_day() => {
                Some((from, Some(to)))
            }
            (Some(_), Some(Some(_))) => {
                self.report(place, "to", "must be later than \"from\"");
                None
            }
            _ => None,
        }
    }

    /// Who holds something, and how.
    pub fn holding(
        &mut self,
        place: Place<'_>,
        holders: &[String],
        kind: &str,
        under: Option<&str>,
    ) -> Option<Holding> {
        let kind = self.word(place, "kind", kind, Kind::from_id, &Kind::ALL.map(Kind::id));
        let found: Vec<Option<PolityIx>> = holders
            .iter()
            .enumerate()
            .map(|(index, id)| self.polity(place, &format!("holder[{index}]"), id))
            .collect();
        let under = under.and_then(|id| self.polity(place, "under", id));
        let (holder, with) = match found.as_slice() {
            [holder] => ((*holder)?, None),
            [holder, with] => ((*holder)?, Some((*with)?)),
            _ => {
                self.report(
                    place,
                    "holder",
                    "name one holder, or two of a joint possession",
                );
                return None;
            }
        };
        Some(Holding {
            holder,
            with,
            kind: kind?,
            under,
        })
    }

    pub fn word<T>(
        &mut self,
        place: Place<'_>,
        field: &str,
        word: &str,
        read: impl Fn(&str) -> Option<T>,
        known: &[&str],
    ) -> Option<T> {
        let found = read(word);
        if found.is_none() {
            self.report(
                place,
                field,
                format!(
                    "\"{word}\" is not known here; use one of {}",
                    known.join(", ")
                ),
            );
        }
        found
    }

    pub fn citations(
        &mut self,
        place: Place<'_>,
        field: &str,
        citations: Vec<raw::Citation>,
    ) -> Vec<Citation> {
        let mut resolved = Vec::with_capacity(citations.len());
        for (index, citation) in citations.into_iter().enumerate() {
            match self.sources.get(&citation.id) {
                Some(source) => resolved.push(Citation {
                    source: *source,
                    at: citation.at,
                }),
                None => self.report(
                    place,
                    &format!("{field}[{index}].id"),
                    format!("there is no source \"{}\" in sources.json", citation.id),
                ),
            }
        }
        resolved
    }

    pub fn polity(&mut self, place: Place<'_>, field: &str, id: &str) -> Option<PolityIx> {
        let found = self.polities.get(id).copied();
        if found.is_none() {
            self.report(
                place,
                field,
                format!("there is no polity \"{id}\" in polities.json"),
            );
        }
        found
    }

    /// Gives each record of a file its index; reports an id that comes twice.
    pub fn index<R, I: Copy>(
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
                self.problems
                    .push(file.problem(format!("{}.id", entry.path), stands_twice(id)));
            }
        }
        ids
    }
}

fn stands_twice(id: &str) -> String {
    format!("the id \"{id}\" stands twice")
}
