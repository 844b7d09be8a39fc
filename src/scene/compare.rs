//! What differs between two dates.

use crate::dataset::Atlas;
use crate::model::control::Holding;
use crate::model::date::Day;
use crate::model::place::TerritoryIx;
use crate::model::polity::Shade;
use crate::model::view::View;

use super::naming::Names;

use super::map::{holder_text, kind_text};

/// A place that is held otherwise on the second date than on the first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    pub territory: TerritoryIx,
    pub place: String,
    /// Who holds it on each date, and how.
    pub held: [String; 2],
    pub shades: [Shade; 2],
    /// How many parts differ in the same way and are told with it.
    pub and_parts: usize,
}

/// Whether each territory is held otherwise on one date than on another, in the order of the
/// territories.
#[must_use]
pub fn differs(atlas: &Atlas, view: View, days: [Day; 2]) -> Vec<bool> {
    let all = atlas.territories();
    all.map(|(territory, _)| {
        let [first, second] = holdings(atlas, view, territory, days);
        first != second
    })
    .collect()
}

fn holdings(atlas: &Atlas, view: View, territory: TerritoryIx, days: [Day; 2]) -> [Holding; 2] {
    days.map(|day| atlas.holding(view, territory, day))
}

/// The places held otherwise on the second date than on the first; parts that differ as their whole
/// does are told with it.
#[must_use]
pub fn differences(atlas: &Atlas, view: View, days: [Day; 2], names: Names) -> Vec<Difference> {
    let language = names.language;
    let held = |territory| holdings(atlas, view, territory, days);
    let is_told_with_whole = |territory: TerritoryIx| {
        let whole = atlas.territory(territory).part_of;
        whole.is_some_and(|whole| held(whole) == held(territory))
    };
    let all = atlas.territories();
    let other = all.filter(|(territory, _)| {
        let [first, second] = held(*territory);
        first != second && !is_told_with_whole(*territory)
    });
    let line = |territory: TerritoryIx| {
        let holdings = held(territory);
        let text = |holding: Holding| {
            let holder = holder_text(atlas, holding, language);
            format!("{holder}, {}", kind_text(holding.kind, language))
        };
        Difference {
            territory,
            place: names.place(atlas, territory, days[1]).to_owned(),
            held: holdings.map(text),
            shades: holdings.map(|holding| atlas.polity(holding.holder).shade()),
            and_parts: atlas
                .parts_of(territory)
                .filter(|part| is_told_with_whole(*part))
                .count(),
        }
    };
    other.map(|(territory, _)| line(territory)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Origin;
    use crate::model::language::Language;

    #[test]
    fn the_summer_of_1945_changed_the_islands_and_nothing_differs_from_itself() {
        let atlas = Atlas::load(&Origin::Embedded).unwrap();
        let [before, after] = [(1945, 8, 1), (1945, 12, 31)]
            .map(|(year, month, day)| Day::new(year, month, day).unwrap());
        let days = [before, after];
        let lines = differences(
            &atlas,
            View::Control,
            days,
            Names::all_in(Language::English),
        );
        let iturup = atlas.find_territory("iturup").unwrap();
        let line = lines.iter().find(|line| line.territory == iturup).unwrap();
        assert!(line.held[0].contains("Japan") && line.held[1].contains("Soviet"));
        let flags = differs(&atlas, View::Control, days);
        assert!(flags[iturup.index()]);
        for line in &lines {
            assert!(flags[line.territory.index()], "{}", line.place);
        }
        let same = [after, after];
        assert!(
            differences(
                &atlas,
                View::Control,
                same,
                Names::all_in(Language::English)
            )
            .is_empty()
        );
        assert!(!differs(&atlas, View::Control, same).contains(&true));
    }
}
