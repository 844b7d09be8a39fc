//! Where names stand on the map, the tags of claims, and the names of lines.

use egui::{Painter, Rect, Shape, Vec2};

use crate::geometry::ScreenRect;
use crate::model::control::EpochIx;
use crate::model::language::Language;
use crate::model::view::View as Whose;
use crate::scene::ground::Ground;
use crate::scene::insets::Sheet;
use crate::state::view_state::{Layer, Layers as Shown, Scheme};

use super::super::app::Desk;
use super::super::fonts::Face;
use super::super::lettering::{Baked, Letters};
use super::super::memo::Memo;
use super::super::tokens::size;
use super::arranged::{Arranged, LaidOut, arrange, screen};
use super::layers::{Scene, View, apart};
use super::line_names;
use super::names::{Kind, Name, claim_tags, in_lines, is_off_hokkaido, names};
use super::towns;

/// What decides where names stand: the last are the rectangles they must keep out of.
type PlacedKey = (View, Language, EpochIx, Whose, Shown, Vec<Rect>);

/// Tells the mesh of names from the layers under it: see [`apart`].
const ABOVE_LAYERS: u8 = 100;

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
        names.map(|set| {
            let ScreenRect { min, max } = set.placement.rect;
            Rect::from_min_max(min.into(), max.into())
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
