//! Where the texts err about a place itself.

use crate::dataset::Atlas;
use crate::model::language::Language;
use crate::model::place::TerritoryIx;

use super::full::{ConflictText, conflict_text};

/// The conflicts that name a place and belong to no event; those that do are told with it.
#[must_use]
pub fn conflicts_of(atlas: &Atlas, place: TerritoryIx, language: Language) -> Vec<ConflictText> {
    let whole = atlas.territory(place).part_of;
    let told = |number: usize| {
        atlas
            .events
            .iter()
            .any(|event| event.conflicts.contains(&number))
    };
    let conflicts = atlas
        .conflicts
        .iter()
        .enumerate()
        .filter(|(number, conflict)| {
            let named = &conflict.territories;
            let concerned =
                named.contains(&place) || whole.is_some_and(|whole| named.contains(&whole));
            concerned && !told(*number)
        });
    conflicts
        .map(|(_, conflict)| conflict_text(atlas, conflict, language))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Origin;

    #[test]
    fn every_conflict_is_told_with_an_event_or_a_place() {
        let atlas = Atlas::load(&Origin::Embedded).unwrap();
        let mut at_places: Vec<String> = Vec::new();
        for (place, _) in atlas.territories() {
            let conflicts = conflicts_of(&atlas, place, Language::English);
            at_places.extend(conflicts.into_iter().map(|conflict| conflict.title));
        }
        for (number, conflict) in atlas.conflicts.iter().enumerate() {
            let with_event = atlas
                .events
                .iter()
                .any(|event| event.conflicts.contains(&number));
            let title = conflict.title.get(Language::English);
            let with_place = at_places.iter().any(|known| known == title);
            assert!(
                with_event || with_place,
                "{} cannot be reached",
                conflict.id
            );
            assert!((1..=2).contains(&conflict.rank), "{}", conflict.id);
        }
    }
}
