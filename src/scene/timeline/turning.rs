//! What changed on the shown day, or within the shown unit, in one line.

use crate::dataset::Atlas;
use crate::model::date::Day;
use crate::model::language::Language;
use crate::model::place::TerritoryIx;
use crate::scene::naming::Names;
use crate::text::{Catalog, Key};

use super::super::details::{self, ChangeLine};
use super::lanes::short_holder;

/// The line that says what changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turning {
    /// "28 August 1945: Iturup: Empire of Japan → Soviet Union, occupied".
    pub text: String,
    /// The day and the place it speaks of.
    pub day: Day,
    pub territory: TerritoryIx,
    /// How many further changes there were.
    pub more: usize,
}

/// The change of control to tell for the days from `first` to `last`: the chosen place's where it
/// changed, else the last one; `None` where nothing changed.
#[must_use]
pub fn turning(
    atlas: &Atlas,
    (first, last): (Day, Day),
    selection: Option<TerritoryIx>,
    names: Names,
) -> Option<Turning> {
    let lines = details::changes(atlas, first, last, names);
    let own = lines
        .iter()
        .rev()
        .find(|line| Some(line.territory) == selection);
    let line = own.or_else(|| lines.last())?;
    Some(Turning {
        text: told(atlas, line, names.language),
        day: line.date.day,
        territory: line.territory,
        more: lines.len() - 1,
    })
}

fn told(atlas: &Atlas, line: &ChangeLine, language: Language) -> String {
    let catalog = Catalog::of(language);
    let [before, after] = line
        .holdings
        .map(|holding| short_holder(atlas, holding, language));
    let values = [
        ("before", before),
        ("after", after),
        ("kind", line.kind.clone()),
    ];
    let change = catalog.fill(
        Key::ChangeArrow,
        &values
            .each_ref()
            .map(|(name, value)| (*name, value.as_str())),
    );
    let values = [
        ("date", line.date.text.as_str()),
        ("place", &line.place),
        ("change", &change),
    ];
    catalog.fill(Key::TurningPoint, &values)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Origin;
    use crate::model::date::HistoricalDate;

    fn day(text: &str) -> Day {
        text.parse::<HistoricalDate>().unwrap().first_day()
    }

    #[test]
    fn a_day_of_change_is_told_and_the_chosen_place_comes_first() {
        let atlas = Atlas::load(&Origin::Embedded).unwrap();
        let on = day("1945-08-28");
        let told = turning(
            &atlas,
            (on, on),
            atlas.find_territory("iturup"),
            Names::all_in(Language::English),
        )
        .unwrap();
        assert!(
            told.text.starts_with("28 August 1945: Iturup"),
            "{}",
            told.text
        );
        assert!(
            told.text
                .contains("Empire of Japan → Soviet Union, occupied"),
            "{}",
            told.text
        );
        let year = (day("1945-01-01"), day("1945-12-31"));
        let told = turning(
            &atlas,
            year,
            atlas.find_territory("iturup"),
            Names::all_in(Language::English),
        )
        .unwrap();
        assert_eq!(told.day, on);
        assert!(told.more > 5);
        assert_eq!(
            turning(
                &atlas,
                (day("1936-01-01"), day("1936-12-31")),
                None,
                Names::all_in(Language::English)
            ),
            None
        );
    }
}
