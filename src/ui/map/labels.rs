//! Where names stand on the map, the tags of claims, and the names of lines.

use std::collections::HashMap;
use std::sync::Arc;

use egui::{Color32, FontFamily, FontId, Galley, Painter, Pos2, Rect, Shape, Stroke, Vec2, vec2};

use crate::geometry::{Label, Placement, ScreenRect, offsets_around, place};
use crate::model::control::EpochIx;
use crate::model::language::Language;
use crate::model::view::View as Whose;
use crate::scene::ground::Ground;
use crate::scene::insets::Sheet;
use crate::state::view_state::{Layer, Layers as Shown, Scheme};

use super::super::app::Desk;
use super::super::fonts::Face;
use super::super::lettering::{Baked, Letters, lay_out};
use super::super::memo::Memo;
use super::super::tokens::{Tokens, size};
use super::layers::{Scene, View, apart};
use super::line_names::{self, LineName};
use super::names::{Kind, Name, claim_tags, in_lines, is_off_hokkaido, names};
use super::towns;

/// What decides where names stand: the last are the rectangles they must keep out of.
type PlacedKey = (View, Language, EpochIx, Whose, Shown, Vec<Rect>);

/// A name at its place, laid out.
struct Set {
    name: Name,
    placement: Placement,
    galley: Arc<Galley>,
}

/// Tells the mesh of names from the layers under it: see [`apart`].
const ABOVE_LAYERS: u8 = 100;

/// Names with their places.
#[derive(Default)]
struct Arranged {
    names: Vec<Set>,
    lines: Vec<LineName>,
    /// Counts the arrangements, so that a mesh knows which one it is of.
    edition: u64,
}

/// Names laid out before: the same ones stand on the map through most of the years.
#[derive(Default)]
struct LaidOut {
    /// By text, face, and the bits of the size.
    galleys: HashMap<(String, FontFamily, u32), Arc<Galley>>,
}

impl LaidOut {
    /// More than are ever on one map; beyond it all are forgotten.
    const MOST: usize = 2000;

    fn galley(&mut self, painter: &Painter, name: &Name) -> Arc<Galley> {
        if self.galleys.len() > Self::MOST {
            self.galleys.clear();
        }
        let FontId { size, family } = name.font.clone();
        let key = (name.text.clone(), family, size.to_bits());
        let galley = self.galleys.entry(key);
        Arc::clone(galley.or_insert_with(|| lay_out(painter, &name.text, name.font.clone())))
    }
}

/// Where the names stand, found anew when the map moves, and their mesh.
#[derive(Default)]
pub struct LabelCache {
    /// The letters of the last frame that showed these names, and which frame that was.
    letters: Option<(u64, Letters)>,
    laid_out: LaidOut,
    placed: Memo<PlacedKey, Arranged>,
    edition: u64,
    baked: Baked<(u64, Scheme)>,
    /// Whether names are painted as text rather than as triangles, for print.
    pub as_vectors: bool,
}

impl LabelCache {
    /// Names the places anew.
    pub fn forget(&mut self) {
        self.placed = Memo::default();
    }

    /// What is laid out is of no use once egui draws its letters anew.
    fn letters(&mut self, painter: &Painter) -> Letters {
        let now = Letters::now(painter);
        let before = self.letters.as_ref();
        if before.is_none_or(|(_, before)| !before.share_galleys(&now)) {
            self.laid_out = LaidOut::default();
            self.forget();
        }
        let frame = painter.ctx().cumulative_pass_nr();
        self.letters = Some((frame, now.clone()));
        now
    }

    /// The mesh of the letters is of no use when their picture has grown since it was made: the frame
    /// must be drawn again.
    pub fn is_outgrown(&self, painter: &Painter) -> bool {
        let frame = painter.ctx().cumulative_pass_nr();
        let shown = self.letters.as_ref().filter(|(shown, _)| *shown == frame);
        shown.is_some_and(|(_, letters)| *letters != Letters::now(painter))
    }

    /// Paints the names where neither they nor `obstacles`, what lies over the map, are in the way;
    /// each with its layer. While the map is moving, the names of where it is `going` come with their
    /// places once these are nearly there; before, they would lie in a heap.
    pub fn paint(
        &mut self,
        painter: &Painter,
        ground: &Ground,
        desk: &Desk<'_>,
        scene: &Scene,
        [view, now]: [View; 2],
        obstacles: &[Rect],
    ) {
        let letters = self.letters(painter);
        let key = placed_key(desk, scene, view, obstacles.to_vec());
        let (laid_out, edition) = (&mut self.laid_out, &mut self.edition);
        let placed = self.placed.get(key, |_| {
            *edition += 1;
            let mut texts = Vec::new();
            if scene.shown.has(Layer::Names) {
                texts = names(ground, desk, scene, view);
            }
            if scene.shown.has(Layer::Claims) {
                texts.extend(claim_tags(ground, desk, scene, view));
            }
            let dots = towns::in_sight(ground, desk, scene, view);
            let mut taken = obstacles.to_vec();
            taken.extend(dots.map(|(at, ..)| towns::room(at)));
            let names = arrange(painter, laid_out, texts, view.rect, &taken);
            let lines = if scene.shown.has(Layer::Borders) {
                let mut taken: Vec<ScreenRect> = taken.into_iter().map(screen).collect();
                taken.extend(names.iter().map(|set| set.placement.rect));
                line_names::place(painter, ground, desk, view, taken)
            } else {
                Vec::new()
            };
            Arranged {
                names,
                lines,
                edition: *edition,
            }
        });
        if let Some(glide) = desk.state.glide {
            let mut painter = painter.clone();
            painter.multiply_opacity(opacity(glide.share()));
            let place = now.transform_from(view);
            let mut shapes = Vec::new();
            for set in &placed.names {
                let shift = place(set.name.anchor) - set.name.anchor;
                set.shapes(desk.tokens, shift, &mut shapes);
            }
            painter.extend(shapes);
            return;
        }
        let baked = (!self.as_vectors).then_some((&mut self.baked, &letters));
        paint_all(painter, desk, placed, baked);
    }
}

fn placed_key(desk: &Desk<'_>, scene: &Scene, view: View, obstacles: Vec<Rect>) -> PlacedKey {
    (
        view,
        desk.language,
        desk.atlas.epoch_at(desk.state.date),
        scene.whose,
        scene.shown,
        obstacles,
    )
}

/// Paints names and their lines: as a mesh that is kept, or as text.
fn paint_all(
    painter: &Painter,
    desk: &Desk<'_>,
    placed: &Arranged,
    baked: Option<(&mut Baked<(u64, Scheme)>, &Letters)>,
) {
    let tokens = desk.tokens;
    let shapes = || {
        let mut shapes = Vec::new();
        for name in &placed.lines {
            name.shapes(tokens, &mut shapes);
        }
        for set in &placed.names {
            set.shapes(tokens, Vec2::ZERO, &mut shapes);
        }
        shapes
    };
    match baked {
        Some((baked, letters)) => {
            let key = (placed.edition, desk.state.scheme());
            let mesh = baked.get(painter, key, letters, shapes);
            apart(painter, ABOVE_LAYERS).add(Shape::Mesh(mesh));
        }
        None => painter.extend(shapes()),
    }
}

impl LabelCache {
    /// Where the names stand.
    pub fn rects(&self) -> impl Iterator<Item = Rect> {
        let names = self.placed.last().into_iter().flat_map(|all| &all.names);
        names.map(|(_, placement)| {
            Rect::from_min_max(placement.rect.min.into(), placement.rect.max.into())
        })
    }
}

/// How much of the names is seen when so much of the way lies behind.
#[expect(clippy::cast_possible_truncation, reason = "a share")]
fn opacity(share: f64) -> f32 {
    /// The share of the way before names come.
    const WITHOUT: f64 = 0.6;
    ((share - WITHOUT) / (1.0 - WITHOUT)).clamp(0.0, 1.0) as f32
}

/// A rectangle as the geometry of labels has it.
pub(super) fn screen(rect: Rect) -> ScreenRect {
    ScreenRect {
        min: rect.min.into(),
        max: rect.max.into(),
    }
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
        // A name of two lines may stand on its island rather than nowhere.
        _ if name.beside && name.text.contains('\n') => {
            let on_it = [4.0 - size[1] / 2.0, size[1] / 2.0 - 4.0].map(|y| [0.0, y]);
            let on_it = on_it.into_iter().filter(|_| !name.seaward);
            around(name, size, 7.0).into_iter().chain(on_it).collect()
        }
        _ if name.beside => around(name, size, 7.0),
        _ => vec![[0.0, 0.0], [0.0, 14.0], [0.0, -14.0]],
    }
}

/// The positions around the place that a name may have.
fn around(name: &Name, size: [f32; 2], distance: f32) -> Vec<[f32; 2]> {
    let mut around = offsets_around(size, distance);
    if name.seaward {
        // Downwards first: above one is the next.
        around.retain(|[x, _]| *x > 0.0);
        around.sort_by(|[_, one], [_, other]| other.total_cmp(one));
    }
    around
}

fn arrange(
    painter: &Painter,
    laid_out: &mut LaidOut,
    names: Vec<Name>,
    area: Rect,
    obstacles: &[Rect],
) -> Vec<Set> {
    let galleys: Vec<Arc<Galley>> = names
        .iter()
        .map(|name| laid_out.galley(painter, name))
        .collect();
    let label = |(name, galley): (&Name, &Arc<Galley>)| {
        let size = galley.size().into();
        Label {
            anchor: name.anchor.into(),
            size,
            priority: name.priority,
            offsets: offsets(name, size),
            // A town far from its name is no help.
            leader_offsets: match name.kind {
                Kind::Claim => offsets_around(size, 36.0),
                Kind::Territory if name.beside => around(name, size, 26.0),
                Kind::Territory | Kind::Town | Kind::TownApart | Kind::Water => Vec::new(),
            },
        }
    };
    let labels: Vec<Label> = names.iter().zip(&galleys).map(label).collect();
    let inner = area.shrink(4.0);
    let obstacles: Vec<ScreenRect> = obstacles.iter().map(|rect| screen(*rect)).collect();
    let placements = place(&labels, screen(inner), &obstacles, 2.0);
    let mut names: Vec<Option<(Name, Arc<Galley>)>> =
        names.into_iter().zip(galleys).map(Some).collect();
    placements
        .into_iter()
        .filter_map(|placement| {
            let (name, galley) = names.get_mut(placement.label)?.take()?;
            Some(Set {
                name,
                placement,
                galley,
            })
        })
        .collect()
}

impl Set {
    /// The dot of a town, the line to the place, the name.
    fn shapes(&self, tokens: &Tokens, shift: Vec2, out: &mut Vec<Shape>) {
        let Self {
            name,
            placement,
            galley,
        } = self;
        let is_water = name.kind == Kind::Water;
        let color = if is_water {
            tokens.sea_ink
        } else {
            tokens.label
        };
        if name.kind == Kind::Town {
            let at = name.anchor + shift;
            out.push(Shape::circle_filled(at, 2.4, tokens.raised));
            let rim = Stroke::new(1.3, tokens.label);
            out.push(Shape::circle_stroke(at, 2.4, rim));
        }
        if let Some([from, to]) = placement.leader {
            let ends = [from, to].map(|end| Pos2::from(end) + shift);
            out.push(Shape::line_segment(ends, Stroke::new(1.0, color)));
        }
        let halo = (!is_water).then_some(tokens.halo);
        let at = Pos2::from(placement.rect.min) + shift;
        lettered(out, halo, galley, at, 0.0, color);
    }
}

/// A text turned about its top left corner, by radians, clockwise; with a rim in the colour of the
/// paper, so that it reads on any ground.
pub(super) fn lettered(
    out: &mut Vec<Shape>,
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
            out.push(Shape::Text(shape));
        }
    }
    out.push(Shape::Text(text(at, color)));
}

impl LabelCache {
    /// Paints the names of an inset: its islands, and who claims them.
    pub fn paint_inset(
        &mut self,
        painter: &Painter,
        ground: &Ground,
        desk: &Desk<'_>,
        (scene, sheet): (&Scene, Sheet),
        view: View,
        obstacles: &[Rect],
    ) {
        let letters = self.letters(painter);
        let key = placed_key(desk, scene, view, obstacles.to_vec());
        let (laid_out, edition) = (&mut self.laid_out, &mut self.edition);
        let placed = self.placed.get(key, |(.., obstacles)| {
            *edition += 1;
            let mut names = Vec::new();
            if scene.shown.has(Layer::Names) {
                names = inset_names(ground, desk, sheet, view);
            }
            if scene.shown.has(Layer::Claims) {
                names.extend(claim_tags(ground, desk, scene, view));
            }
            Arranged {
                // A small map has its names up to its rim.
                names: arrange(painter, laid_out, names, view.rect.expand(2.5), obstacles),
                lines: Vec::new(),
                edition: *edition,
            }
        });
        let baked = (!self.as_vectors).then_some((&mut self.baked, &letters));
        paint_all(painter, desk, placed, baked);
    }
}

/// Names of more letters are broken in an inset, which is narrow.
const LONG_IN_INSET: usize = 12;

/// The islands of a sheet; larger ones come first where there is no room for all.
fn inset_names(ground: &Ground, desk: &Desk<'_>, sheet: Sheet, view: View) -> Vec<Name> {
    let all = desk.atlas.territories();
    let islands = all.filter(|(_, territory)| sheet.names(territory, &ground.projection));
    islands
        .map(|(index, territory)| {
            let is_large = territory.part_of.is_none();
            let face = if is_large { Face::Strong } else { Face::Text };
            #[expect(
                clippy::cast_possible_truncation,
                reason = "square kilometres of an island"
            )]
            let area = territory.area_km2.unwrap_or_default() as i32;
            let text = in_lines(desk.place_name(index), LONG_IN_INSET);
            // Those with the least room choose first.
            let seaward = is_off_hokkaido(territory);
            let rank = if seaward { 10_000 - area } else { area };
            Name {
                text,
                font: face.at(size::SMALL),
                kind: Kind::Territory,
                anchor: view.screen(ground.projection.project(territory.label)),
                // Above the tags of claims.
                priority: 10 + rank,
                beside: true,
                seaward,
            }
        })
        .collect()
}
