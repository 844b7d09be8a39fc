//! Names on the map: seas, and the territories of the record.

use std::sync::Arc;

use egui::{Color32, FontId, Galley, Painter, Pos2, Rect, Shape, Stroke, pos2, vec2};

use crate::dataset::Atlas;
use crate::geometry::{Label, Placement, ScreenRect, offsets_around, place};
use crate::model::control::EpochIx;
use crate::model::language::Language;
use crate::model::place::{Territory, TerritoryIx};
use crate::model::town::Town;
use crate::scene::ground::Ground;
use crate::text::{Catalog, Key};

use super::super::app::Desk;
use super::super::fonts::Face;
use super::super::memo::Memo;
use super::super::tokens::{Tokens, size};
use super::layers::View;

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
enum Kind {
    Water,
    Territory,
    Town,
}

/// A name and what it looks like.
#[derive(Clone, Debug)]
struct Name {
    text: String,
    font: FontId,
    kind: Kind,
    anchor: Pos2,
    priority: i32,
    /// Whether the name stands beside its place rather than on it.
    beside: bool,
}

/// What decides where names stand: the last are the rectangles they must keep out of.
type PlacedKey = (View, Language, EpochIx, Vec<Rect>);

/// Where the names stand, found anew when the map moves.
#[derive(Default)]
pub struct LabelCache {
    placed: Memo<PlacedKey, Vec<(Name, Placement)>>,
}

impl LabelCache {
    /// Paints the names where neither they nor `obstacles`, what lies over the map, are in the way.
    pub fn paint(
        &mut self,
        painter: &Painter,
        ground: &Ground,
        desk: &Desk<'_>,
        view: View,
        obstacles: &[Rect],
    ) {
        let key = (
            view,
            desk.language,
            desk.atlas.epoch_at(desk.state.date),
            obstacles.to_vec(),
        );
        let placed = self.placed.get(key, |_| {
            let names = names(ground, desk, view);
            let sizes: Vec<[f32; 2]> = names
                .iter()
                .map(|name| galley(painter, name, Color32::WHITE).size().into())
                .collect();
            arrange(names, &sizes, view.rect, obstacles)
        });
        for (name, placement) in placed {
            paint_name(painter, desk.tokens, name, placement);
        }
    }
}

fn galley(painter: &Painter, name: &Name, color: Color32) -> Arc<Galley> {
    painter.layout_no_wrap(name.text.clone(), name.font.clone(), color)
}

fn names(ground: &Ground, desk: &Desk<'_>, view: View) -> Vec<Name> {
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
        })
        .collect();
    for (index, territory) in desk.atlas.territories() {
        names.extend(territory_name(ground, desk, view, index, territory));
    }
    names.extend(
        desk.atlas
            .towns
            .iter()
            .filter_map(|town| town_name(ground, desk, view, town)),
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

fn territory_name(
    ground: &Ground,
    desk: &Desk<'_>,
    view: View,
    index: TerritoryIx,
    territory: &Territory,
) -> Option<Name> {
    let is_part = territory.part_of.is_some();
    let near = view.camera.km_per_point < 0.45;
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
    Some(Name {
        text: territory.name.get(desk.language).to_owned(),
        font: if island {
            Face::Strong.at(size::LABEL)
        } else {
            Face::Strong.at(size::LABEL + 1.0)
        },
        kind: Kind::Territory,
        anchor: view.screen(ground.projection.project(territory.label)),
        priority,
        beside: island,
    })
}

/// Kilometres a point up to which towns of each rank are shown.
const TOWNS_UP_TO: [f64; 4] = [4.6, 2.6, 1.3, 0.5];

fn town_name(ground: &Ground, desk: &Desk<'_>, view: View, town: &Town) -> Option<Name> {
    let rank = usize::from(town.rank.clamp(1, 4)) - 1;
    if view.camera.km_per_point > TOWNS_UP_TO[rank] {
        return None;
    }
    Some(Name {
        text: town.name_on(desk.state.date)?.get(desk.language).to_owned(),
        font: Face::Text.at(size::SMALL),
        kind: Kind::Town,
        anchor: view.screen(ground.projection.project(town.at)),
        priority: 4 - i32::from(town.rank),
        beside: true,
    })
}

fn arrange(
    names: Vec<Name>,
    sizes: &[[f32; 2]],
    area: Rect,
    obstacles: &[Rect],
) -> Vec<(Name, Placement)> {
    let labels: Vec<Label> = names
        .iter()
        .zip(sizes)
        .map(|(name, size)| Label {
            anchor: name.anchor.into(),
            size: *size,
            priority: name.priority,
            offsets: if name.beside {
                offsets_around(*size, 7.0)
            } else {
                vec![[0.0, 0.0], [0.0, 14.0], [0.0, -14.0]]
            },
            // A town far from its name is no help.
            leader_offsets: if name.beside && name.kind != Kind::Town {
                offsets_around(*size, 26.0)
            } else {
                Vec::new()
            },
        })
        .collect();
    let inner = area.shrink(4.0);
    let screen = |rect: Rect| ScreenRect {
        min: rect.min.into(),
        max: rect.max.into(),
    };
    let obstacles: Vec<ScreenRect> = obstacles.iter().map(|rect| screen(*rect)).collect();
    let placements = place(&labels, screen(inner), &obstacles, 2.0);
    let mut names: Vec<Option<Name>> = names.into_iter().map(Some).collect();
    placements
        .into_iter()
        .filter_map(|placement| {
            names
                .get_mut(placement.label)?
                .take()
                .map(|name| (name, placement))
        })
        .collect()
}

fn paint_name(painter: &Painter, tokens: &Tokens, name: &Name, placement: &Placement) {
    let color = if name.kind == Kind::Water {
        tokens.sea_ink
    } else {
        tokens.label
    };
    if name.kind == Kind::Town {
        painter.circle(
            name.anchor,
            2.4,
            tokens.raised,
            Stroke::new(1.3, tokens.label),
        );
    }
    if let Some([from, to]) = placement.leader {
        painter.line_segment(
            [pos2(from[0], from[1]), pos2(to[0], to[1])],
            Stroke::new(1.0, color),
        );
    }
    let galley = galley(painter, name, color);
    let at = pos2(placement.rect.min[0], placement.rect.min[1]);
    paint_with_halo(
        painter,
        tokens,
        &galley,
        at,
        color,
        name.kind != Kind::Water,
    );
}

/// Paints a text with a rim in the colour of the paper, so that it reads on any ground.
fn paint_with_halo(
    painter: &Painter,
    tokens: &Tokens,
    galley: &Arc<Galley>,
    at: Pos2,
    color: Color32,
    halo: bool,
) {
    if halo {
        for (dx, dy) in [
            (-1.0, -1.0),
            (1.0, -1.0),
            (-1.0, 1.0),
            (1.0, 1.0),
            (0.0, -1.4),
            (0.0, 1.4),
            (-1.4, 0.0),
            (1.4, 0.0),
        ] {
            let shape =
                egui::epaint::TextShape::new(at + vec2(dx, dy), Arc::clone(galley), tokens.halo);
            painter.add(Shape::Text(shape.with_override_text_color(tokens.halo)));
        }
    }
    painter.add(Shape::Text(egui::epaint::TextShape::new(
        at,
        Arc::clone(galley),
        color,
    )));
}

/// What the inset names.
const INSET: [&str; 4] = ["iturup", "kunashir", "shikotan", "habomai"];

impl LabelCache {
    /// Paints the names of the inset: its title and the four islands.
    pub fn paint_inset(&mut self, painter: &Painter, ground: &Ground, desk: &Desk<'_>, view: View) {
        let tokens = desk.tokens;
        let title = painter.layout_no_wrap(
            desk.texts.get(Key::FourIslands).to_owned(),
            Face::Text.at(size::SMALL),
            tokens.sea_ink,
        );
        let corner = view.rect.min + vec2(8.0, 5.0);
        let title_rect = Rect::from_min_size(corner, title.size());
        painter.galley(corner, title, tokens.sea_ink);
        let key = (
            view,
            desk.language,
            desk.atlas.epoch_at(desk.state.date),
            vec![title_rect],
        );
        let placed = self.placed.get(key, |(.., obstacles)| {
            let islands = INSET.iter().filter_map(|id| desk.atlas.find_territory(id));
            let names: Vec<Name> = islands
                .zip((0..).map(|rank| 10 - rank))
                .map(|(territory, priority)| {
                    let territory = desk.atlas.territory(territory);
                    Name {
                        text: territory.name.get(desk.language).to_owned(),
                        font: Face::Strong.at(size::SMALL),
                        kind: Kind::Territory,
                        anchor: view.screen(ground.projection.project(territory.label)),
                        priority,
                        beside: true,
                    }
                })
                .collect();
            let sizes: Vec<[f32; 2]> = names
                .iter()
                .map(|name| galley(painter, name, Color32::WHITE).size().into())
                .collect();
            arrange(names, &sizes, view.rect, obstacles)
        });
        for (name, placement) in placed {
            paint_name(painter, tokens, name, placement);
        }
    }
}
