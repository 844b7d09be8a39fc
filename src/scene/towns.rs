//! Towns held otherwise than the land around them: what is said of them.

use crate::dataset::Atlas;
use crate::model::date::{Day, HistoricalDate};
use crate::model::language::Language;
use crate::model::place::TerritoryIx;
use crate::model::polity::Shade;
use crate::model::town_control::{Apart, TownChange, TownRecord};
use crate::model::view::View;
use crate::scene::naming::Names;
use crate::text::{Catalog, Key, format};

use super::details::{ChangeLine, DateLink, SourceLine, own, source_line};
use super::map::{holder_text, kind_text};

/// A town apart on a day, as the page of its land shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TownLine {
    pub name: String,
    pub shade: Shade,
    pub holder: String,
    pub kind: String,
    pub from: DateLink,
    pub to: DateLink,
    pub basis: String,
    /// What ended it.
    pub end: Option<String>,
    pub note: Option<String>,
    pub confirmed: bool,
    pub sources: Vec<SourceLine>,
}

/// The towns that a view of the borders shows apart on a day: a side's position knows none, for it
/// tells whose the land is, not who holds it. Allocates nothing.
pub fn apart(atlas: &Atlas, view: View, day: Day) -> impl Iterator<Item = (&TownRecord, &Apart)> {
    let shown = view == View::Control;
    atlas.town_control.on(day).filter(move |_| shown)
}

fn link(date: HistoricalDate, language: Language) -> DateLink {
    DateLink {
        day: date.first_day(),
        text: format::historical(language, date),
    }
}

/// The towns of a territory that are apart from it on a day.
#[must_use]
pub fn lines(atlas: &Atlas, territory: TerritoryIx, day: Day, names: Names) -> Vec<TownLine> {
    let language = names.language;
    let towns = atlas.town_control.on(day);
    let towns = towns.filter(|(record, _)| record.land == territory);
    towns
        .map(|(record, apart)| TownLine {
            name: names.of(atlas.town(record.town).called_on(day)).to_owned(),
            shade: atlas.polity(apart.holding.holder).shade(),
            holder: holder_text(atlas, apart.holding, language),
            kind: kind_text(apart.holding.kind, language).to_owned(),
            from: link(apart.from, language),
            to: link(apart.to, language),
            basis: own(&apart.basis, language),
            end: apart.end.as_ref().map(|end| own(end, language)),
            note: apart.note.as_ref().map(|note| own(note, language)),
            confirmed: apart.confirmed,
            sources: apart
                .citations
                .iter()
                .map(|citation| source_line(atlas, citation, language))
                .collect(),
        })
        .collect()
}

/// What a screen reader says of a town apart: "Harbin, apart from Northern Manchuria around it: held
/// by Republic of China, sovereign".
#[must_use]
pub fn spoken(atlas: &Atlas, record: &TownRecord, apart: &Apart, day: Day, names: Names) -> String {
    let language = names.language;
    Catalog::of(language).fill(
        Key::SpokenTown,
        &[
            ("town", names.of(atlas.town(record.town).called_on(day))),
            ("land", names.place(atlas, record.land, day)),
            ("holder", &holder_text(atlas, apart.holding, language)),
            ("kind", kind_text(apart.holding.kind, language)),
        ],
    )
}

/// A change of a town alone.
pub(super) fn change_line(atlas: &Atlas, change: &TownChange, names: Names) -> ChangeLine {
    let language = names.language;
    let record = &atlas.town_control.records()[change.record];
    let begun = record.at(change.day);
    let yesterday = record.at(change.day.plus_days(-1));
    let land = atlas.control.record(record.land).at(change.day);
    let (date, basis) = match (begun, yesterday) {
        // It begins to be apart.
        (Some(begun), _) if begun.from.first_day() == change.day => (begun.from, &begun.basis),
        // It ends to be, and is held as its land.
        (_, Some(ended)) => (ended.to, ended.end.as_ref().unwrap_or(&land.basis)),
        (_, None) => (land.from, &land.basis),
    };
    ChangeLine {
        date: link(date, language),
        territory: record.land,
        place: names
            .of(atlas.town(record.town).called_on(change.day))
            .to_owned(),
        before: holder_text(atlas, change.before, language),
        after: holder_text(atlas, change.after, language),
        kind: kind_text(change.after.kind, language).to_owned(),
        basis: own(basis, language),
        shade: atlas.polity(change.after.holder).shade(),
        and_parts: 0,
        holdings: [change.before, change.after],
    }
}

#[cfg(test)]
mod tests {
    use super::super::details;
    use super::*;
    use crate::dataset::Origin;
    use crate::scene::timeline::turning;

    #[test]
    fn each_change_of_a_town_is_told_on_its_day() {
        let atlas = Atlas::load(&Origin::Embedded).unwrap();
        assert!(!atlas.town_control.changes().is_empty());
        for change in atlas.town_control.changes() {
            for names in Language::ALL.map(Names::all_in) {
                let told = change_line(&atlas, change, names);
                assert_eq!(told.date.day, change.day);
                assert_ne!(told.before, told.after);
                let all = details::changes(&atlas, change.day, change.day, names);
                assert!(all.contains(&told), "{told:?}");
                let line = turning::turning(&atlas, (change.day, change.day), None, names);
                assert!(line.is_some(), "{told:?}");
            }
            let before = change.day.plus_days(-1);
            assert_eq!(atlas.next_change(before), Some(change.day));
            assert_eq!(
                atlas.previous_change(change.day.plus_days(1)),
                Some(change.day)
            );
            assert_ne!(atlas.epoch_at(before), atlas.epoch_at(change.day));
        }
    }

    #[test]
    fn harbin_is_told_apart_until_the_day_it_fell() {
        let atlas = Atlas::load(&Origin::Embedded).unwrap();
        let day = |text: &str| text.parse::<HistoricalDate>().unwrap().first_day();
        let north = atlas.find_territory("manchuria-north").unwrap();
        let names = |date: &str| -> Vec<String> {
            let lines = lines(&atlas, north, day(date), Names::all_in(Language::English));
            lines.into_iter().map(|line| line.name).collect()
        };
        assert!(names("1932-02-04").contains(&"Harbin".to_owned()));
        assert!(!names("1932-02-05").contains(&"Harbin".to_owned()));
        assert_eq!(apart(&atlas, View::Japan, day("1932-02-04")).count(), 0);
        let fell = (day("1932-02-05"), day("1932-02-05"));
        let told = turning::turning(&atlas, fell, None, Names::all_in(Language::English)).unwrap();
        assert!(
            told.text.starts_with("5 February 1932: Harbin: "),
            "{}",
            told.text
        );
        assert!(
            told.text.ends_with(" → Empire of Japan, occupied"),
            "{}",
            told.text
        );
    }
}
