//! What a place is called, in the language that the reader chose for names.

use crate::dataset::Atlas;
use crate::model::date::Day;
use crate::model::language::{Language, Localized, Naming};
use crate::model::place::TerritoryIx;
use crate::model::polity::{Family, PolityIx};

/// The BCP 47 tag of names in Ainu.
const AINU: &str = "ain";

/// In which languages the screen speaks: that of everything, and how places are named in it. All
/// names of places come from here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Names {
    /// The language of everything else.
    pub language: Language,
    pub naming: Naming,
}

impl Names {
    /// Places are named in the language of everything else.
    #[must_use]
    pub const fn all_in(language: Language) -> Self {
        Self {
            language,
            naming: Naming::Interface,
        }
    }

    /// The name of a territory on a day.
    #[must_use]
    pub fn place(self, atlas: &Atlas, territory: TerritoryIx, day: Day) -> &str {
        let record = atlas.territory(territory);
        if self.naming != Naming::Local {
            return self.of(&record.name);
        }
        let holder = atlas.control.record(territory).at(day).holding.holder;
        let ainu = record.also.iter().find(|other| other.language == AINU);
        match ainu.filter(|_| atlas.polity(holder).family == Family::Indigenous) {
            Some(ainu) => &ainu.name,
            None => record.name.get(of_holder(atlas, holder, self.language)),
        }
    }

    /// The name of what has no holder to ask, such as a town.
    #[must_use]
    pub fn of(self, name: &Localized) -> &str {
        name.get(match self.naming {
            Naming::One(language) => language,
            Naming::Interface | Naming::Local => self.language,
        })
    }
}

/// The language of a holder; the interface's where the atlas is not written in it.
fn of_holder(atlas: &Atlas, holder: PolityIx, interface: Language) -> Language {
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
            let names = Names {
                language: Language::English,
                naming,
            };
            names.place(&atlas, territory, day).to_owned()
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
