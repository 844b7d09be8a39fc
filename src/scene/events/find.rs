//! Finding events by words, by place and by date.

use crate::dataset::Atlas;
use crate::model::date::Day;
use crate::model::event::{Event, EventIx};
use crate::model::place::TerritoryIx;
use crate::scene::search::fold::{contains, fold, words};
use crate::state::events::{EventFilter, concerns};

/// All that an event says, in every language, folded.
fn letters_of(atlas: &Atlas, event: &Event) -> Vec<char> {
    let mut letters = Vec::with_capacity(1024);
    let mut add = |text: &str| {
        letters.extend(fold(text).chars);
        letters.push(' ');
    };
    for text in [&event.title, &event.summary] {
        text.iter().for_each(|(_, text)| add(text));
    }
    for role in &event.people {
        atlas
            .person(role.person)
            .name
            .iter()
            .for_each(|(_, name)| add(name));
    }
    for place in &event.places {
        atlas
            .territory(*place)
            .name
            .iter()
            .for_each(|(_, name)| add(name));
    }
    for point in &event.points {
        point.name.iter().for_each(|(_, name)| add(name));
    }
    letters
}

/// The events that have every word of a search in their titles, summaries, people or places, in
/// any of the languages; in order of time.
#[must_use]
pub fn search(atlas: &Atlas, text: &str) -> Vec<EventIx> {
    let words = words(text);
    atlas
        .events()
        .filter(|(_, event)| {
            let letters = letters_of(atlas, event);
            words.iter().all(|word| contains(&letters, word))
        })
        .map(|(index, _)| index)
        .collect()
}

/// The events at a place, nearest in time first, the earlier of two that are as near.
#[must_use]
pub fn here(atlas: &Atlas, place: TerritoryIx, day: Day) -> Vec<EventIx> {
    let mut events: Vec<(u32, EventIx)> = atlas
        .events()
        .filter(|(_, event)| concerns(atlas, event, place))
        .map(|(index, event)| (event.days_from(day), index))
        .collect();
    events.sort_unstable();
    events.into_iter().map(|(_, index)| index).collect()
}

/// The event that passes a filter and is nearest to a day.
#[must_use]
pub fn nearest_to(atlas: &Atlas, filter: &EventFilter, day: Day) -> Option<EventIx> {
    atlas
        .events()
        .filter(|(_, event)| filter.admits(atlas, event))
        .min_by_key(|(_, event)| event.days_from(day))
        .map(|(index, _)| index)
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use super::*;
    use crate::dataset::Origin;

    static ATLAS: LazyLock<Atlas> = LazyLock::new(|| Atlas::load(&Origin::Embedded).unwrap());

    fn found(text: &str) -> Vec<&'static str> {
        search(&ATLAS, text)
            .into_iter()
            .map(|index| ATLAS.event(index).id.as_str())
            .collect()
    }

    #[test]
    fn any_script_with_or_without_marks_finds() {
        for text in ["otsu", "Ōtsu", "ŌTSU", "大津", "Оцу", "tsuda sanzo"] {
            assert!(
                found(text).contains(&"otsu-incident"),
                "{text}: {:?}",
                found(text)
            );
        }
        assert_eq!(
            found("").len(),
            ATLAS.events.len(),
            "no word excludes nothing"
        );
        assert!(found("zzzz").is_empty());
    }

    #[test]
    fn the_nearest_event_of_a_place_comes_first() {
        let iturup = ATLAS.find_territory("iturup").unwrap();
        let day = Day::new(1945, 8, 28).unwrap();
        let near = here(&ATLAS, iturup, day);
        assert_eq!(ATLAS.event(near[0]).days_from(day), 0);
        let days: Vec<u32> = near
            .iter()
            .map(|index| ATLAS.event(*index).days_from(day))
            .collect();
        assert!(days.is_sorted());
        let nearest = nearest_to(&ATLAS, &EventFilter::at_place(iturup), day).unwrap();
        assert_eq!(ATLAS.event(nearest).days_from(day), 0);
    }
}
