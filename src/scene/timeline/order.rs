//! Which lanes there are and how they stand: by region, by holder, by name.

use crate::dataset::Atlas;
use crate::model::date::Day;
use crate::model::language::Language;
use crate::model::place::TerritoryIx;
use crate::model::polity::PolityIx;
use crate::scene::naming::Names;
use crate::state::dock::{Grouping, Order, Sorting};
use crate::text::{Catalog, Key};

/// The territories whose lanes are shown from the start, north to south and then the mainland.
const TELLING: [&str; 8] = [
    "kurils-north",
    "iturup",
    "shikotan",
    "sakhalin-north",
    "sakhalin-south",
    "manchuria-south",
    "kwantung",
    "primorye",
];

/// A part of the atlas by which lanes stand together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Region {
    Kurils,
    Sakhalin,
    Japan,
    FarEast,
    Mainland,
}

impl Region {
    /// The region of a territory, by its id; what a data folder adds stands with the mainland.
    #[must_use]
    pub fn of(id: &str) -> Self {
        let begins = |prefixes: &[&str]| prefixes.iter().any(|prefix| id.starts_with(prefix));
        if begins(&[
            "kurils", "urup", "iturup", "kunashir", "shikotan", "habomai",
        ]) {
            Self::Kurils
        } else if begins(&["sakhalin"]) {
            Self::Sakhalin
        } else if begins(&["hokkaido", "japan"]) {
            Self::Japan
        } else if begins(&["primorye", "amur", "lower-amur", "transbaikal"]) {
            Self::FarEast
        } else {
            Self::Mainland
        }
    }

    const fn key(self) -> Key {
        match self {
            Self::Kurils => Key::PresetKurils,
            Self::Sakhalin => Key::PresetSakhalin,
            Self::Japan => Key::RegionJapan,
            Self::FarEast => Key::RegionFarEast,
            Self::Mainland => Key::RegionMainland,
        }
    }
}

/// What the lanes under a heading have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heading {
    Region(Region),
    Holder(PolityIx),
}

impl Heading {
    /// The heading in words.
    #[must_use]
    pub fn text(self, atlas: &Atlas, language: Language) -> String {
        match self {
            Self::Region(region) => Catalog::of(language).get(region.key()).to_owned(),
            Self::Holder(holder) => atlas.polity(holder).short.get(language).to_owned(),
        }
    }
}

/// A row of the lanes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    Heading(Heading),
    Lane(TerritoryIx),
}

/// The rows, from top to bottom. `day` is the one whose holders the lanes are grouped by. Without
/// groups the chosen territory stands first.
#[must_use]
pub fn rows(
    atlas: &Atlas,
    selection: Option<TerritoryIx>,
    sorting: Sorting,
    day: Day,
    names: Names,
) -> Vec<Row> {
    let mut lanes = territories(atlas, selection, sorting.every);
    match sorting.order {
        Order::Geography => {}
        Order::Changes => {
            lanes.sort_by_key(|lane| std::cmp::Reverse(atlas.control.record(*lane).phases().len()));
        }
        Order::Name => lanes.sort_by(|one, other| {
            let name = |lane: &TerritoryIx| names.place(atlas, *lane, day).to_lowercase();
            name(one).cmp(&name(other))
        }),
    }
    let heading = |lane: TerritoryIx| match sorting.grouping {
        Grouping::None => None,
        Grouping::Region => Some(Heading::Region(Region::of(&atlas.territory(lane).id))),
        Grouping::Holder => {
            let holding = atlas.control.record(lane).at(day).holding;
            Some(Heading::Holder(holding.holder))
        }
    };
    let mut groups: Vec<(Option<Heading>, Vec<TerritoryIx>)> = Vec::new();
    for lane in lanes {
        let of_lane = heading(lane);
        match groups.iter_mut().find(|(known, _)| *known == of_lane) {
            Some((_, lanes)) => lanes.push(lane),
            None => groups.push((of_lane, vec![lane])),
        }
    }
    // Regions stand where they lie, holders from the one who holds most.
    match sorting.grouping {
        Grouping::None => {}
        Grouping::Region => groups.sort_by_key(|(heading, _)| match heading {
            Some(Heading::Region(region)) => Some(*region),
            _ => None,
        }),
        Grouping::Holder => groups.sort_by_key(|(_, lanes)| std::cmp::Reverse(lanes.len())),
    }
    let rows = groups.into_iter().flat_map(|(heading, lanes)| {
        heading
            .map(Row::Heading)
            .into_iter()
            .chain(lanes.into_iter().map(Row::Lane))
    });
    rows.collect()
}

/// The territories with lanes in the order of the data, the chosen one first.
fn territories(atlas: &Atlas, selection: Option<TerritoryIx>, every: bool) -> Vec<TerritoryIx> {
    let mut shown: Vec<TerritoryIx> = selection.into_iter().collect();
    // Of data of a reader's own nobody has said which tell most.
    let is_own = TELLING.iter().all(|id| atlas.find_territory(id).is_none());
    let known: Vec<TerritoryIx> = if every || is_own {
        let whole = atlas
            .territories()
            .filter(|(_, territory)| territory.part_of.is_none());
        whole.map(|(index, _)| index).collect()
    } else {
        let telling = TELLING.iter().filter_map(|id| atlas.find_territory(id));
        telling.collect()
    };
    for territory in known {
        if !shown.contains(&territory) {
            shown.push(territory);
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Origin;
    use std::sync::LazyLock;

    static ATLAS: LazyLock<Atlas> = LazyLock::new(|| Atlas::load(&Origin::Embedded).unwrap());

    fn shown(selection: Option<&str>, sorting: Sorting, day: (i16, i8, i8)) -> Vec<String> {
        let day = Day::new(day.0, day.1, day.2).unwrap();
        let selection = selection.and_then(|id| ATLAS.find_territory(id));
        let rows = rows(
            &ATLAS,
            selection,
            sorting,
            day,
            Names::all_in(Language::English),
        );
        let text = |row: Row| match row {
            Row::Heading(heading) => format!("# {}", heading.text(&ATLAS, Language::English)),
            Row::Lane(lane) => ATLAS.territory(lane).id.clone(),
        };
        rows.into_iter().map(text).collect()
    }

    const NOW: (i16, i8, i8) = (2020, 6, 1);

    #[test]
    fn the_chosen_place_comes_first_and_once() {
        let rows = shown(Some("kunashir"), Sorting::default(), NOW);
        assert_eq!(rows.len(), TELLING.len() + 1);
        assert_eq!(rows[0], "kunashir");
        assert_eq!(
            shown(Some("primorye"), Sorting::default(), NOW).len(),
            TELLING.len()
        );
    }

    #[test]
    fn regions_stand_where_they_lie() {
        let sorting = Sorting {
            grouping: Grouping::Region,
            every: true,
            ..Sorting::default()
        };
        let rows = shown(Some("korea-north"), sorting, NOW);
        let headings: Vec<&String> = rows.iter().filter(|row| row.starts_with('#')).collect();
        assert_eq!(
            headings,
            [
                "# Kuril Islands",
                "# Sakhalin",
                "# Japan",
                "# Russian Far East",
                "# Manchuria, Korea, Mongolia"
            ]
        );
        let whole = ATLAS
            .territories()
            .filter(|(_, territory)| territory.part_of.is_none());
        assert_eq!(rows.len() - headings.len(), whole.count());
    }

    #[test]
    fn groups_of_holders_follow_the_date() {
        let sorting = Sorting {
            grouping: Grouping::Holder,
            ..Sorting::default()
        };
        let then = shown(None, sorting, (1930, 12, 31));
        let now = shown(None, sorting, NOW);
        assert!(then.contains(&"# Empire of Japan".to_owned()), "{then:?}");
        assert!(!now.contains(&"# Empire of Japan".to_owned()), "{now:?}");
        assert_eq!(now[0], "# Russia");
    }

    #[test]
    fn lanes_can_stand_by_changes_and_by_name() {
        let by = |order| Sorting {
            order,
            ..Sorting::default()
        };
        let changes = shown(None, by(Order::Changes), NOW);
        let count = |id: &String| {
            let place = ATLAS.find_territory(id).unwrap();
            ATLAS.control.record(place).phases().len()
        };
        assert!(
            changes
                .windows(2)
                .all(|pair| count(&pair[0]) >= count(&pair[1])),
            "{changes:?}"
        );
        let names = shown(None, by(Order::Name), NOW);
        assert_eq!(names.first().unwrap(), "iturup");
        assert_eq!(names.last().unwrap(), "sakhalin-south");
    }
}
