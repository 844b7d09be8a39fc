//! What a place is called, in the language that the reader chose for names.

use crate::dataset::Atlas;
use crate::model::date::Day;
use crate::model::language::{Language, Naming};
use crate::model::place::TerritoryIx;
use crate::model::polity::{Family, PolityIx};

/// The BCP 47 tag of names in Ainu.
const AINU: &str = "ain";

/// The name of a territory on a day; `interface` is the language of everything else.
#[must_use]
pub fn place(
    atlas: &Atlas,
    territory: TerritoryIx,
    day: Day,
    naming: Naming,
    interface: Language,
) -> &str {
    let record = atlas.territory(territory);
    if naming == Naming::Local {
        let holder = atlas.control.record(territory).at(day).holding.holder;
        let ainu = record.also.iter().find(|other| other.language == AINU);
        if atlas.polity(holder).family == Family::Indigenous
            && let Some(ainu) = ainu
        {
            return &ainu.name;
        }
        return record.name.get(of_holder(atlas, holder, interface));
    }
    record.name.get(language(naming, interface))
}

/// The language of names where there is no holder to ask.
#[must_use]
pub const fn language(naming: Naming, interface: Language) -> Language {
    match naming {
        Naming::One(language) => language,
        Naming::Interface | Naming::Local => interface,
    }
}

/// The language of a holder; the interface's where the atlas is not written in it.
#[must_use]
pub fn of_holder(atlas: &Atlas, holder: PolityIx, interface: Language) -> Language {
    match atlas.polity(holder).family {
        Family::Japan => Language::Japanese,
        Family::Russia | Family::Soviet => Language::Russian,
        _ => interface,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Origin;
    use crate::model::date::HistoricalDate;

    #[test]
    fn places_are_called_as_their_holder_of_the_date_calls_them() {
        let atlas = Atlas::load(&Origin::Embedded).unwrap();
        let named = |id: &str, date: &str, naming| {
            let day = date.parse::<HistoricalDate>().unwrap().last_day();
            let territory = atlas.find_territory(id).unwrap();
            place(&atlas, territory, day, naming, Language::English).to_owned()
        };
        let local = Naming::Local;
        for (id, date, naming, expected) in [
            ("iturup", "1930", local, "択捉島"),
            ("iturup", "1950", local, "Итуруп"),
            ("sakhalin-south", "1900", local, "Южный Сахалин"),
            ("sakhalin-south", "1910", local, "南樺太（南サハリン）"),
            ("manchuria-south", "1925", local, "Southern Manchuria"),
            ("iturup", "1930", Naming::Interface, "Iturup (Etorofu)"),
            ("iturup", "1930", Naming::One(Language::Russian), "Итуруп"),
            ("iturup", "1950", Naming::One(Language::Japanese), "択捉島"),
        ] {
            assert_eq!(named(id, date, naming), expected, "{id} {date} {naming:?}");
        }
        assert!(named("iturup", "1792", local).contains("Eto-oro-op"));
        for naming in Naming::ALL {
            assert_eq!(Naming::from_id(naming.id()), Some(naming));
        }
    }
}
