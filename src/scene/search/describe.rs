//! What the results say: titles, details, typed dates.

use crate::dataset::Atlas;
use crate::model::date::{HistoricalDate, Precision};
use crate::model::language::Language;
use crate::state::view_state::Unit;
use crate::state::{bookmark, link};
use crate::text::{Catalog, date_words, format};

use super::index::{CommandEntry, Index};
use super::{Hit, Marked, Target};

/// All commands, before anything is typed.
pub(super) fn commands(index: &Index, language: Language) -> Vec<Hit> {
    let hit = |entry: &CommandEntry| Hit {
        target: Target::Command(entry.command),
        title: Marked {
            text: Catalog::of(language).get(entry.text).to_owned(),
            marks: Vec::new(),
        },
        also: None,
        detail: entry.keys.clone(),
        score: 0.0,
    };
    index.commands.iter().map(hit).collect()
}

/// A typed date within the atlas.
pub(super) fn date_hit(typed: &str, language: Language) -> Option<Hit> {
    let date = read_date(typed)?;
    let (first, last) = Atlas::range();
    let day = date.last_day();
    if !(first..=last).contains(&day) {
        return None;
    }
    let unit = match date.precision() {
        Precision::Day => Unit::Day,
        Precision::Month => Unit::Month,
        Precision::Season | Precision::Year | Precision::Decade => Unit::Year,
    };
    let text = format::historical(language, date);
    let marks = (0u32..)
        .zip(text.chars())
        .map(|(position, _)| position)
        .collect();
    Some(Hit {
        target: Target::Date(day, unit),
        title: Marked { text, marks },
        also: None,
        detail: date.to_string(),
        score: 2.0,
    })
}

/// Whether a link is being typed, so that words are not looked for.
pub(super) fn is_link(typed: &str) -> bool {
    typed.trim_start().starts_with(link::SCHEME)
}

/// What a typed link leads to, named as a bookmark of it would be.
pub(super) fn link_hit(atlas: &Atlas, typed: &str, language: Language) -> Option<Hit> {
    let moment = link::read(atlas, typed).ok()?;
    Some(Hit {
        target: Target::Link(moment),
        title: Marked {
            text: bookmark::name_of(atlas, &moment, language),
            marks: Vec::new(),
        },
        also: None,
        detail: link::write(atlas, &moment),
        score: 2.0,
    })
}

/// Reads a date as people type it, in full-width digits as well.
fn read_date(typed: &str) -> Option<HistoricalDate> {
    use unicode_normalization::UnicodeNormalization as _;
    let plain: String = typed.trim().nfkc().collect();
    date_words::read(&plain).ok()
}

/// The title of a target in a language.
pub(super) fn title(index: &Index, atlas: &Atlas, target: Target, language: Language) -> String {
    match target {
        Target::Date(day, _) => format::day(language, day),
        Target::Link(moment) => bookmark::name_of(atlas, &moment, language),
        Target::Place(place) => atlas.territory(place).name.get(language).to_owned(),
        Target::Event(event) => atlas.event(event).title.get(language).to_owned(),
        Target::Person(person) => atlas.person(person).name.get(language).to_owned(),
        Target::Source(source) => {
            let source = atlas.source(source);
            source
                .name
                .as_ref()
                .map_or(source.title.as_str(), |name| name.get(language))
                .to_owned()
        }
        Target::Conflict(conflict) => atlas
            .conflicts
            .get(usize::from(conflict))
            .map_or("", |conflict| conflict.title.get(language))
            .to_owned(),
        Target::Term(term) => {
            let term = atlas.terms.get(usize::from(term));
            term.map_or("", |term| term.term.get(language)).to_owned()
        }
        Target::Command(command) => {
            let entry = index.commands.iter().find(|entry| entry.command == command);
            entry
                .map_or("", |entry| Catalog::of(language).get(entry.text))
                .to_owned()
        }
    }
}

/// Dates, roles, publishers; keys of a command.
pub(super) fn detail(index: &Index, atlas: &Atlas, target: Target, language: Language) -> String {
    match target {
        Target::Date(..) | Target::Link(_) | Target::Place(_) | Target::Conflict(_) => {
            String::new()
        }
        Target::Term(term) => {
            let term = atlas.terms.get(usize::from(term));
            term.map_or("", |term| term.note.get(language)).to_owned()
        }
        Target::Event(event) => format::historical(language, atlas.event(event).from),
        Target::Person(person) => {
            let roles = atlas.events.iter().flat_map(|event| &event.people);
            let role = roles
                .filter(|role| role.person == person)
                .map(|role| role.role.get(language))
                .next();
            role.unwrap_or_default().to_owned()
        }
        Target::Source(source) => {
            let source = atlas.source(source);
            match source.date.map(|date| format::historical(language, date)) {
                Some(date) if source.publisher.is_empty() => date,
                Some(date) => format!("{}, {date}", source.publisher),
                None => source.publisher.clone(),
            }
        }
        Target::Command(command) => {
            let entry = index.commands.iter().find(|entry| entry.command == command);
            entry.map_or_else(String::new, |entry| entry.keys.clone())
        }
    }
}
