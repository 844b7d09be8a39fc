//! What the atlas tells of events: lists, one event in full, marks on the map, and finding them.

mod astray;
mod find;
mod full;

pub use astray::conflicts_of;
pub use find::{here, nearest_to, search};
pub use full::{ConflictText, EventDetails, PersonLine, details};

use crate::dataset::Atlas;
use crate::model::date::{Certainty, Day};
use crate::model::event::{Category, Event, EventIx, PersonIx};
use crate::model::language::Language;
use crate::model::place::TerritoryIx;
use crate::model::series::Basis;
use crate::model::source::{SourceIx, SourceKind};
use crate::state::events::{EventFilter, Telling, positions};
use crate::text::range::range;
use crate::text::{Catalog, Key, format};

use super::details::own;
use super::search::fold::fold;

/// An event as lists show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventLine {
    pub event: EventIx,
    /// The day that a click shows.
    pub day: Day,
    pub date: String,
    pub title: String,
    pub category: Category,
    /// Whether the date is only near, doubtful or not confirmed.
    pub approximate: bool,
    /// Whether the texts do not tell of it.
    pub beyond: bool,
    /// Whether the texts err about it.
    pub disputed: bool,
}

/// The date of an event with its precision, a stretch as both its ends.
#[must_use]
pub fn date_text(event: &Event, language: Language) -> String {
    match event.to {
        Some(to) => range(language, event.from, to),
        None => format::historical(language, event.from),
    }
}

/// The name of a category.
#[must_use]
pub fn category_text(category: Category, language: Language) -> &'static str {
    Catalog::of(language).get(match category {
        Category::Treaty => Key::CategoryTreaty,
        Category::War => Key::CategoryWar,
        Category::Territory => Key::CategoryTerritory,
        Category::Diplomacy => Key::CategoryDiplomacy,
        Category::Military => Key::CategoryMilitary,
        Category::Politics => Key::CategoryPolitics,
        Category::Trade => Key::CategoryTrade,
        Category::Society => Key::CategorySociety,
    })
}

fn is_approximate(event: &Event) -> bool {
    let vague = event.from.certainty() != Certainty::Exact
        || event
            .to
            .is_some_and(|to| to.certainty() != Certainty::Exact);
    vague || !event.confirmed
}

/// One line.
#[must_use]
pub fn line(atlas: &Atlas, index: EventIx, language: Language) -> EventLine {
    let event = atlas.event(index);
    EventLine {
        event: index,
        day: event.shown_on(),
        date: date_text(event, language),
        title: own(&event.title, language),
        category: event.category,
        approximate: is_approximate(event),
        beyond: event.basis == Basis::Beyond,
        disputed: !event.conflicts.is_empty(),
    }
}

/// The events that pass a filter, in order of time.
#[must_use]
pub fn lines(atlas: &Atlas, filter: &EventFilter, language: Language) -> Vec<EventLine> {
    atlas
        .events()
        .filter(|(_, event)| filter.admits(atlas, event))
        .map(|(index, _)| line(atlas, index, language))
        .collect()
}

/// The events from `first` to `last`, both included, that pass a filter.
#[must_use]
pub fn within(atlas: &Atlas, filter: &EventFilter, first: Day, last: Day) -> Vec<EventIx> {
    atlas
        .events()
        .filter(|(_, event)| event.happens_within(first, last) && filter.admits(atlas, event))
        .map(|(index, _)| index)
        .collect()
}

/// A place on the map where an event happened.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    pub event: EventIx,
    pub category: Category,
    /// Longitude and latitude in degrees, WGS 84.
    pub at: [f64; 2],
    /// The place whose name stands on this point, where the event has no point of its own.
    pub on_name_of: Option<TerritoryIx>,
}

/// The marks of the events from `first` to `last`, both included.
#[must_use]
pub fn marks(atlas: &Atlas, filter: &EventFilter, first: Day, last: Day) -> Vec<Mark> {
    let mut marks = Vec::new();
    for index in within(atlas, filter, first, last) {
        let event = atlas.event(index);
        let names = event.places.iter().copied().map(Some);
        let names = names.filter(|_| event.points.is_empty());
        let names = names.chain(std::iter::repeat(None));
        let at = positions(atlas, event).into_iter().zip(names);
        marks.extend(at.map(|(at, on_name_of)| Mark {
            event: index,
            category: event.category,
            at,
            on_name_of,
        }));
    }
    marks
}

/// What can be chosen to filter by, in the order of each language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    pub categories: Vec<(Category, String)>,
    pub places: Vec<(TerritoryIx, String)>,
    pub people: Vec<(PersonIx, String)>,
    pub tellings: Vec<(Telling, String)>,
}

/// The categories, places, people and texts that have events.
#[must_use]
pub fn choices(atlas: &Atlas, language: Language) -> Choices {
    let mut places = vec![false; atlas.territories.len()];
    let mut people = vec![false; atlas.people.len()];
    for event in &atlas.events {
        for place in &event.places {
            places[place.index()] = true;
        }
        for role in &event.people {
            people[usize::from(role.person.0)] = true;
        }
    }
    let places = atlas
        .territories()
        .filter(|(index, _)| places[index.index()]);
    let mut people: Vec<(PersonIx, String)> = (0u16..)
        .map(PersonIx)
        .zip(&atlas.people)
        .filter(|(index, _)| people[usize::from(index.0)])
        .map(|(index, person)| (index, own(&person.name, language)))
        .collect();
    people.sort_by_cached_key(|(_, name)| fold(name).chars);
    let texts = (0u16..)
        .map(SourceIx)
        .zip(&atlas.sources)
        .filter(|(_, source)| source.kind == SourceKind::Text);
    let mut tellings: Vec<(Telling, String)> = texts
        .map(|(index, source)| {
            let name = source.name.as_ref().map(|name| own(name, language));
            (
                Telling::Text(index),
                name.unwrap_or_else(|| source.title.clone()),
            )
        })
        .collect();
    let beyond = Catalog::of(language).get(Key::BeyondTexts).to_owned();
    tellings.push((Telling::Beyond, beyond));
    Choices {
        categories: Category::ALL
            .map(|category| (category, category_text(category, language).to_owned()))
            .to_vec(),
        places: places
            .map(|(index, place)| (index, own(&place.name, language)))
            .collect(),
        people,
        tellings,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use super::*;
    use crate::dataset::Origin;
    use crate::model::date::HistoricalDate;

    static ATLAS: LazyLock<Atlas> = LazyLock::new(|| Atlas::load(&Origin::Embedded).unwrap());

    fn ids(found: &[EventIx]) -> Vec<&'static str> {
        found
            .iter()
            .map(|index| ATLAS.event(*index).id.as_str())
            .collect()
    }

    fn around(text: &str) -> Vec<&'static str> {
        let date: HistoricalDate = text.parse().unwrap();
        ids(&within(
            &ATLAS,
            &EventFilter::default(),
            date.first_day(),
            date.last_day(),
        ))
    }

    #[test]
    fn a_year_holds_what_begins_ends_or_goes_on_in_it() {
        let year = around("1945");
        assert!(year.contains(&"kurils-1945") && year.contains(&"yalta-promise"));
        assert!(!year.contains(&"joint-declaration"));
        assert!(around("1956").contains(&"joint-declaration"));
        let day = around("1945-08-20");
        assert!(
            day.contains(&"kurils-1945"),
            "a landing of three weeks goes on"
        );
        assert!(
            !around("1940").contains(&"sorge-in-tokyo"),
            "{:?}",
            around("1940")
        );
    }

    #[test]
    fn every_line_speaks_all_languages() {
        for language in Language::ALL {
            for line in lines(&ATLAS, &EventFilter::default(), language) {
                assert!(!line.title.is_empty() && !line.date.is_empty(), "{line:?}");
            }
        }
    }

    #[test]
    fn every_choice_of_a_filter_finds_something() {
        let choices = choices(&ATLAS, Language::English);
        let open = EventFilter::default();
        let mut filters: Vec<EventFilter> = Vec::new();
        filters.extend(choices.categories.iter().map(|(category, _)| EventFilter {
            category: Some(*category),
            ..open
        }));
        filters.extend(
            choices
                .places
                .iter()
                .map(|(place, _)| EventFilter::at_place(*place)),
        );
        filters.extend(choices.people.iter().map(|(person, _)| EventFilter {
            person: Some(*person),
            ..open
        }));
        filters.extend(choices.tellings.iter().map(|(telling, _)| EventFilter {
            telling: Some(*telling),
            ..open
        }));
        for filter in filters {
            assert!(
                !lines(&ATLAS, &filter, Language::English).is_empty(),
                "{filter:?}"
            );
        }
    }
}
