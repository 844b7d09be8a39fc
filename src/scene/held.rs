//! The map in words: who holds what on a date, holder by holder.

use crate::dataset::Atlas;
use crate::model::control::Holding;
use crate::model::date::Day;
use crate::model::language::Language;
use crate::model::place::TerritoryIx;
use crate::model::view::View;
use crate::text::format;

use super::map::{claimed_text, holder_text, kind_text};

/// A territory and how it is held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldRow {
    pub territory: TerritoryIx,
    pub kind: String,
    /// Since when; empty in the view of a side, which has no record.
    pub since: String,
    /// Who else claims it.
    pub claimed: Option<String>,
}

/// A holder with what it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    pub holder: String,
    pub rows: Vec<HeldRow>,
}

/// All holders, the one who holds most first. Parts of a territory have rows of their own only
/// where they are held otherwise than the whole.
#[must_use]
pub fn held(atlas: &Atlas, view: View, day: Day, language: Language) -> Vec<Held> {
    let mut all: Vec<(Holding, Held)> = Vec::new();
    for (index, territory) in atlas.territories() {
        let holding = atlas.holding(view, index, day);
        let whole = territory.part_of;
        if whole.is_some_and(|whole| atlas.holding(view, whole, day) == holding) {
            continue;
        }
        let since = match view {
            View::Control => {
                let phase = atlas.control.record(index).at(day);
                format::historical(language, phase.from)
            }
            View::Japan | View::Russia => String::new(),
        };
        let row = HeldRow {
            territory: index,
            kind: kind_text(holding.kind, language).to_owned(),
            since,
            claimed: claimed_text(atlas, index, day, language),
        };
        let same = |known: &Holding| {
            (known.holder, known.with, known.under) == (holding.holder, holding.with, holding.under)
        };
        match all.iter_mut().find(|(known, _)| same(known)) {
            Some((_, held)) => held.rows.push(row),
            None => all.push((
                holding,
                Held {
                    holder: holder_text(atlas, holding, language),
                    rows: vec![row],
                },
            )),
        }
    }
    all.sort_by_key(|(_, held)| std::cmp::Reverse(held.rows.len()));
    all.into_iter().map(|(_, held)| held).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Origin;
    use crate::model::date::HistoricalDate;

    #[test]
    fn every_territory_is_told_once_or_with_its_whole() {
        let atlas = Atlas::load(&Origin::Embedded).unwrap();
        for date in ["1800", "1900", "1930", "1945-08-26", "2020"] {
            let day = date.parse::<HistoricalDate>().unwrap().last_day();
            for view in View::ALL {
                let told = held(&atlas, view, day, Language::English);
                let rows: Vec<TerritoryIx> = told
                    .iter()
                    .flat_map(|held| held.rows.iter().map(|row| row.territory))
                    .collect();
                for (index, territory) in atlas.territories() {
                    let count = rows.iter().filter(|row| **row == index).count();
                    let expected = match territory.part_of {
                        Some(whole) => usize::from(
                            atlas.holding(view, whole, day) != atlas.holding(view, index, day),
                        ),
                        None => 1,
                    };
                    assert_eq!(count, expected, "{} {date} {view:?}", territory.id);
                }
            }
        }
        let day = Day::new(1930, 12, 31).unwrap();
        let told = held(&atlas, View::Control, day, Language::English);
        assert_eq!(told[0].holder, "Empire of Japan");
    }
}
