//! What is named on the map, and how much each name matters.

use egui::{FontId, Pos2};

use crate::dataset::Atlas;
use crate::model::language::Language;
use crate::model::place::{Territory, TerritoryIx};
use crate::model::town::{Town, TownIx};
use crate::scene::ground::Ground;
use crate::scene::{map, towns};
use crate::text::{Catalog, Key};

use super::super::app::Desk;
use super::super::fonts::Face;
use super::super::tokens::size;
use super::layers::{Scene, View};

/// Seas and oceans: name, longitude and latitude in degrees.
const WATERS: [(Key, [f64; 2]); 4] = [
    (Key::SeaOkhotsk, [148.6, 53.2]),
    (Key::SeaJapan, [135.0, 40.6]),
    (Key::PacificOcean, [154.5, 42.6]),
    (Key::YellowSea, [123.2, 36.6]),
];

/// Ids of territories whose names come first when there is no room for all.
const FIRST: [&str; 9] = [
    "iturup",
    "kunashir",
    "shikotan",
    "habomai",
    "sakhalin-south",
    "sakhalin-north",
    "urup",
    "kurils-north",
    "hokkaido",
];

/// What a name belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Water,
    Territory,
    Town,
    /// A town held otherwise than its land; its dot is drawn apart from its name.
    TownApart,
    /// Who claims a place that another holds.
    Claim,
}

/// A name and what it looks like.
#[derive(Clone, Debug)]
pub(super) struct Name {
    pub text: String,
    pub font: FontId,
    pub kind: Kind,
    pub anchor: Pos2,
    pub priority: i32,
    /// Whether the name stands beside its place rather than on it.
    pub beside: bool,
    /// Whether it may stand to the right only, over the ocean: to the left it would be read as a
    /// name of Hokkaido.
    pub seaward: bool,
}

/// The names of waters, territories and towns in sight, in no order.
pub(super) fn names(ground: &Ground, desk: &Desk<'_>, scene: &Scene, view: View) -> Vec<Name> {
    let catalog = Catalog::of(desk.language);
    let mut names: Vec<Name> = WATERS
        .iter()
        .map(|(key, at)| Name {
            text: catalog.get(*key).to_owned(),
            font: Face::Water.at(size::WATER),
            kind: Kind::Water,
            anchor: view.screen(ground.projection.project(*at)),
            priority: 5,
            beside: false,
            seaward: false,
        })
        .collect();
    for (index, territory) in desk.atlas.territories() {
        names.extend(territory_name(ground, desk, view, index, territory));
    }
    let apart = |index: TownIx| {
        let mut towns = towns::apart(desk.atlas, scene.whose, desk.state.date);
        towns.any(|(record, _)| record.town == index)
    };
    let indexed = (0u16..).map(TownIx).zip(&desk.atlas.towns);
    names.extend(
        indexed.filter_map(|(index, town)| town_name(ground, desk, view, town, apart(index))),
    );
    names.retain(|name| view.rect.contains(name.anchor));
    names
}

/// Whether the name of a territory stands beside it, as those of islands do, rather than on it.
pub fn is_beside(atlas: &Atlas, index: TerritoryIx) -> bool {
    let territory = atlas.territory(index);
    let is_part = territory.part_of.is_some();
    is_part
        || territory.disputed
        || territory.id == "urup"
        || atlas.parts_of(index).next().is_some()
}

/// Whether parts are named, rather than what they are parts of.
fn is_near(view: View) -> bool {
    view.camera.km_per_point < 0.45
}

fn territory_name(
    ground: &Ground,
    desk: &Desk<'_>,
    view: View,
    index: TerritoryIx,
    territory: &Territory,
) -> Option<Name> {
    let is_part = territory.part_of.is_some();
    let near = is_near(view);
    let has_parts = desk.atlas.parts_of(index).next().is_some();
    // A whole is named from afar, its parts from near.
    if is_part != (near && (is_part || has_parts)) {
        return None;
    }
    let island = is_beside(desk.atlas, index);
    let rank = FIRST.iter().position(|id| *id == territory.id);
    let priority = rank
        .and_then(|rank| i32::try_from(rank).ok())
        .map_or(if is_part { 8 } else { 10 }, |rank| 40 - rank);
    let text = desk.place_name(index);
    Some(Name {
        text: if island {
            in_lines(text, LONG)
        } else {
            text.to_owned()
        },
        font: if island {
            Face::Strong.at(size::LABEL)
        } else {
            Face::Strong.at(size::LABEL + 1.0)
        },
        kind: Kind::Territory,
        anchor: view.screen(ground.projection.project(territory.label)),
        priority,
        beside: island,
        seaward: is_off_hokkaido(territory),
    })
}

/// Kilometres a point up to which towns of each rank are shown.
const TOWNS_UP_TO: [f64; 4] = [4.6, 2.6, 1.3, 0.5];

fn town_name(
    ground: &Ground,
    desk: &Desk<'_>,
    view: View,
    town: &Town,
    is_apart: bool,
) -> Option<Name> {
    let rank = usize::from(town.rank.clamp(1, 4)) - 1;
    // What is held otherwise than all around it is told from any distance.
    if view.camera.km_per_point > TOWNS_UP_TO[rank] && !is_apart {
        return None;
    }
    let name = if is_apart {
        Some(town.called_on(desk.state.date))
    } else {
        town.name_on(desk.state.date)
    };
    let face = if is_apart { Face::Strong } else { Face::Text };
    Some(Name {
        text: desk.names().of(name?).to_owned(),
        font: face.at(size::SMALL),
        kind: if is_apart {
            Kind::TownApart
        } else {
            Kind::Town
        },
        anchor: view.screen(ground.projection.project(town.at)),
        priority: if is_apart { 30 } else { 4 } - i32::from(town.rank),
        beside: true,
        seaward: false,
    })
}

/// Names of more letters are broken.
const LONG: usize = 22;

/// A name of more than so many letters in two lines of about the same length.
pub(super) fn in_lines(name: &str, longest: usize) -> String {
    let middle = name.len() / 2;
    let spaces = name.match_indices(' ').map(|(at, _)| at);
    match spaces.min_by_key(|at| at.abs_diff(middle)) {
        Some(space) if name.chars().count() > longest => {
            format!("{}\n{}", &name[..space], &name[space + 1..])
        }
        _ => name.to_owned(),
    }
}

/// Whether a territory is a small one off the east cape of Hokkaido.
pub(super) fn is_off_hokkaido(territory: &Territory) -> bool {
    const SMALL_KM2: f64 = 300.0;
    territory.disputed && territory.area_km2.is_some_and(|area| area < SMALL_KM2)
}

/// The face of what is a remark rather than a name. Japanese has no slanted letters.
pub(super) const fn note_face(language: Language) -> Face {
    match language {
        Language::Japanese => Face::Text,
        Language::English | Language::Russian => Face::Note,
    }
}

/// Nearer to each other than this, in points, claimed places share one tag.
const TAGS_APART: f32 = 340.0;

/// Square kilometres below which a place is named in its tag.
const SMALL_KM2: f64 = 10_000.0;

/// "claimed by Japan", beside what is hatched. Of places near each other with the same claimants,
/// the first has the tag.
pub(super) fn claim_tags(ground: &Ground, desk: &Desk<'_>, scene: &Scene, view: View) -> Vec<Name> {
    let (atlas, date) = (desk.atlas, desk.state.date);
    let rank = |id: &str| FIRST.iter().position(|first| *first == id);
    let mut places: Vec<(TerritoryIx, &Territory)> = atlas
        .territories()
        .filter(|(_, territory)| !territory.shapes.is_empty())
        .collect();
    places.sort_by_key(|(_, territory)| rank(&territory.id).unwrap_or(FIRST.len()));
    let mut tags: Vec<Name> = Vec::new();
    let tag = |index| map::claim_tag(atlas, scene.whose, index, date, desk.language);
    for (index, territory) in places {
        let Some(text) = tag(index) else {
            continue;
        };
        // From afar the parts of a whole that is named have one tag, where one says it of them all.
        let whole = territory.part_of.filter(|whole| {
            !is_near(view)
                && atlas
                    .parts_of(*whole)
                    .all(|part| tag(part).as_ref() == Some(&text))
        });
        let index = whole.unwrap_or(index);
        let territory = atlas.territory(index);
        // The tag of a small place may come to lie over its neighbour.
        let is_small = territory.area_km2.is_some_and(|area| area < SMALL_KM2);
        let text = if is_small && !territory.disputed && territory.part_of.is_none() {
            let colon = if desk.language == Language::Japanese {
                "："
            } else {
                ": "
            };
            format!("{}{colon}{text}", desk.place_name(index))
        } else {
            text
        };
        // Where the name is out of sight, part of the hatching may still be in sight.
        let points = std::iter::once(&territory.label).chain(&territory.test_points);
        let mut anchors = points.map(|at| view.screen(ground.projection.project(*at)));
        let Some(anchor) = anchors.find(|at| view.rect.shrink(30.0).contains(*at)) else {
            continue;
        };
        let told = tags
            .iter()
            .any(|tag| tag.text == text && tag.anchor.distance(anchor) < TAGS_APART);
        if told {
            continue;
        }
        tags.push(Name {
            text,
            font: note_face(desk.language).at(size::SMALL),
            kind: Kind::Claim,
            anchor,
            priority: 7,
            beside: is_beside(atlas, index),
            seaward: false,
        });
    }
    tags
}

#[cfg(test)]
mod tests {
    use super::{LONG, in_lines};

    #[test]
    fn a_long_name_is_broken_near_its_middle() {
        for (name, lines) in [
            ("Kunashir (Kunashiri)", "Kunashir (Kunashiri)"),
            (
                "Northern and central Kuril Islands",
                "Northern and central\nKuril Islands",
            ),
            ("Северные и средние Курилы", "Северные и\nсредние Курилы"),
            ("北千島・中千島", "北千島・中千島"),
        ] {
            assert_eq!(in_lines(name, LONG), lines);
        }
    }
}
