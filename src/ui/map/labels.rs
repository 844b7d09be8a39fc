//! Where names stand on the map, the tags of claims, and the names of lines.

use std::sync::Arc;

use egui::{Color32, Galley, Painter, Pos2, Rect, Shape, Stroke, pos2, vec2};

use crate::geometry::{Label, Placement, ScreenRect, offsets_around, place};
use crate::model::control::EpochIx;
use crate::model::language::Language;
use crate::model::view::View as Whose;
use crate::scene::ground::Ground;
use crate::state::view_state::{Layer, Layers as Shown};
use crate::text::Key;

use super::super::app::Desk;
use super::super::fonts::Face;
use super::super::memo::Memo;
use super::super::tokens::{Tokens, size};
use super::layers::{Scene, View};
use super::line_names::{self, LineName};
use super::names::{Kind, Name, claim_tags, names};
use super::towns;

/// What decides where names stand: the last are the rectangles they must keep out of.
type PlacedKey = (View, Language, EpochIx, Whose, Shown, Vec<Rect>);

/// Names with their places.
#[derive(Default)]
struct Arranged {
    names: Vec<(Name, Placement)>,
    lines: Vec<LineName>,
}

/// Where the names stand, found anew when the map moves.
#[derive(Default)]
pub struct LabelCache {
    placed: Memo<PlacedKey, Arranged>,
}

impl LabelCache {
    /// Paints the names where neither they nor `obstacles`, what lies over the map, are in the way;
    /// each with its layer.
    pub fn paint(
        &mut self,
        painter: &Painter,
        ground: &Ground,
        desk: &Desk<'_>,
        scene: &Scene,
        view: View,
        obstacles: &[Rect],
    ) {
        let key = (
            view,
            desk.language,
            desk.atlas.epoch_at(desk.state.date),
            scene.whose,
            scene.shown,
            obstacles.to_vec(),
        );
        let placed = self.placed.get(key, |_| {
            let mut texts = Vec::new();
            if scene.shown.has(Layer::Names) {
                texts = names(ground, desk, scene, view);
            }
            if scene.shown.has(Layer::Claims) {
                texts.extend(claim_tags(ground, desk, scene, view));
            }
            let sizes: Vec<[f32; 2]> = texts
                .iter()
                .map(|name| galley(painter, name, Color32::WHITE).size().into())
                .collect();
            let dots = towns::in_sight(ground, desk, scene, view);
            let mut taken = obstacles.to_vec();
            taken.extend(dots.map(|(at, ..)| towns::room(at)));
            let names = arrange(texts, &sizes, view.rect, &taken);
            let lines = if scene.shown.has(Layer::Borders) {
                let mut taken: Vec<ScreenRect> = taken.into_iter().map(screen).collect();
                taken.extend(names.iter().map(|(_, placement)| placement.rect));
                line_names::place(painter, ground, desk, view, taken)
            } else {
                Vec::new()
            };
            Arranged { names, lines }
        });
        for name in &placed.lines {
            name.paint(painter, desk.tokens);
        }
        for (name, placement) in &placed.names {
            paint_name(painter, desk.tokens, name, placement);
        }
    }
}

/// A rectangle as the geometry of labels has it.
pub(super) fn screen(rect: Rect) -> ScreenRect {
    ScreenRect {
        min: rect.min.into(),
        max: rect.max.into(),
    }
}

fn galley(painter: &Painter, name: &Name, color: Color32) -> Arc<Galley> {
    painter.layout_no_wrap(name.text.clone(), name.font.clone(), color)
}

/// Where a text may stand, from its anchor, best first.
fn offsets(name: &Name, size: [f32; 2]) -> Vec<[f32; 2]> {
    match name.kind {
        // Under the name where that stands on the place; else beside it, as there is room.
        Kind::Claim => {
            let on_place = [[0.0, 15.0], [0.0, -15.0]];
            let around = [11.0, 16.0, 22.0].map(|distance| offsets_around(size, distance));
            let own = on_place.into_iter().filter(|_| !name.beside);
            own.chain(around.into_iter().flatten()).collect()
        }
        // Off the ring of the dot.
        Kind::TownApart => offsets_around(size, 9.5),
        _ if name.beside => offsets_around(size, 7.0),
        _ => vec![[0.0, 0.0], [0.0, 14.0], [0.0, -14.0]],
    }
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
            offsets: offsets(name, *size),
            // A town far from its name is no help.
            leader_offsets: match name.kind {
                Kind::Claim => offsets_around(*size, 36.0),
                Kind::Territory if name.beside => offsets_around(*size, 26.0),
                Kind::Territory | Kind::Town | Kind::TownApart | Kind::Water => Vec::new(),
            },
        })
        .collect();
    let inner = area.shrink(4.0);
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
    paint_turned(painter, halo.then_some(tokens.halo), galley, at, 0.0, color);
}

/// Paints a text turned about its top left corner, by radians, clockwise.
pub(super) fn paint_turned(
    painter: &Painter,
    halo: Option<Color32>,
    galley: &Arc<Galley>,
    at: Pos2,
    angle: f32,
    color: Color32,
) {
    let text = |at: Pos2, color: Color32| {
        egui::epaint::TextShape::new(at, Arc::clone(galley), color).with_angle(angle)
    };
    if let Some(halo) = halo {
        // Six copies close the rim as eight would; each costs as much as the text itself.
        for (dx, dy) in [
            (-1.35, 0.0),
            (1.35, 0.0),
            (-0.68, -1.17),
            (0.68, -1.17),
            (-0.68, 1.17),
            (0.68, 1.17),
        ] {
            let shape = text(at + vec2(dx, dy), halo).with_override_text_color(halo);
            painter.add(Shape::Text(shape));
        }
    }
    painter.add(Shape::Text(text(at, color)));
}

/// What the inset names.
const INSET: [&str; 4] = ["iturup", "kunashir", "shikotan", "habomai"];

impl LabelCache {
    /// Paints the names of the inset: its title, the four islands, and who claims them.
    pub fn paint_inset(
        &mut self,
        painter: &Painter,
        ground: &Ground,
        desk: &Desk<'_>,
        scene: &Scene,
        view: View,
    ) {
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
            scene.whose,
            scene.shown,
            vec![title_rect],
        );
        let placed = self.placed.get(key, |(.., obstacles)| {
            let mut names = Vec::new();
            if scene.shown.has(Layer::Names) {
                names = inset_names(ground, desk, view);
            }
            if scene.shown.has(Layer::Claims) {
                names.extend(claim_tags(ground, desk, scene, view));
            }
            let sizes: Vec<[f32; 2]> = names
                .iter()
                .map(|name| galley(painter, name, Color32::WHITE).size().into())
                .collect();
            Arranged {
                names: arrange(names, &sizes, view.rect, obstacles),
                lines: Vec::new(),
            }
        });
        for (name, placement) in &placed.names {
            paint_name(painter, tokens, name, placement);
        }
    }
}

fn inset_names(ground: &Ground, desk: &Desk<'_>, view: View) -> Vec<Name> {
    let islands = INSET.iter().filter_map(|id| desk.atlas.find_territory(id));
    islands
        .zip((0..).map(|rank| 10 - rank))
        .map(|(territory, priority)| {
            let text = desk.place_name(territory).to_owned();
            let territory = desk.atlas.territory(territory);
            Name {
                text,
                font: Face::Strong.at(size::SMALL),
                kind: Kind::Territory,
                anchor: view.screen(ground.projection.project(territory.label)),
                priority,
                beside: true,
            }
        })
        .collect()
}
