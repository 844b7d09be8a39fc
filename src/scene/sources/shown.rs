//! The sources of what the map shows.

use crate::dataset::Atlas;
use crate::model::date::Day;
use crate::model::source::SourceIx;
use crate::model::view::View;

/// The sources of what the map shows on a day as a view has it: for each of the `visible`
/// territories the one that states who holds it, each once, in the order of the bibliography.
#[must_use]
pub fn of_map(atlas: &Atlas, view: View, day: Day, visible: &[bool]) -> Vec<SourceIx> {
    let shown = atlas
        .territories()
        .filter(|(index, territory)| visible[index.index()] && !territory.shapes.is_empty());
    let mut found: Vec<SourceIx> = shown
        .filter_map(|(index, _)| {
            let citations = match atlas.disputes.seen(view, index, day) {
                Some(seen) => &seen.citations,
                None => &atlas.control.record(index).at(day).citations,
            };
            citations.first().map(|citation| citation.source)
        })
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Origin;

    #[test]
    fn every_visible_place_names_its_source_once() {
        let atlas = Atlas::load(&Origin::Embedded).unwrap();
        let day = Day::new(1855, 2, 7).unwrap();
        let all = vec![true; atlas.territories.len()];
        let found = of_map(&atlas, View::Control, day, &all);
        assert!(found.windows(2).all(|pair| pair[0] < pair[1]));
        let iturup = atlas.find_territory("iturup").unwrap();
        let mut only = vec![false; atlas.territories.len()];
        assert!(of_map(&atlas, View::Control, day, &only).is_empty());
        only[iturup.index()] = true;
        let own = of_map(&atlas, View::Control, day, &only);
        assert_eq!(own.len(), 1);
        assert!(found.contains(&own[0]));
    }
}
