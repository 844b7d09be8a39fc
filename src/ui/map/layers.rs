//! The layers of the map as meshes, each made anew only when what it shows changes.
//!
//! * the sea (depths, graticule) depends on the camera and the theme;
//! * the screen positions of land and lines depend on the camera;
//! * the colours depend on the control epoch, the theme and the selection.

use std::sync::Arc as Shared;

use egui::{Mesh, Painter, Pos2, Rect, Shape, Vec2, pos2};

use crate::dataset::Atlas;
use crate::geometry::{Bounds, Camera, Projection, Viewport};
use crate::model::control::EpochIx;
use crate::model::date::Day;
use crate::model::place::TerritoryIx;
use crate::model::polity::Shade;
use crate::model::view::View as Whose;
use crate::scene::compare;
use crate::scene::drawing::Item;
use crate::scene::ground::{Ground, Level};
use crate::scene::legend;
use crate::scene::map::{self, Fill};
use crate::state::view_state::{Highlight, Layer, Layers as Shown, Scheme};

use super::super::app::Desk;
use super::super::memo::Memo;
use super::colours::Colours;
use super::lines;
use super::patterns::Patterns;
use super::placed::{Placed, sea_mesh};
use super::vectors;

/// How many times coarser than elsewhere the land beside the islands of an inset may be.
const INSET_PIXELS: f64 = 2.7;

/// Where the map is on the screen and what it looks at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    pub rect: Rect,
    pub camera: Camera,
    pub pixels_per_point: f32,
}

impl View {
    pub fn viewport(self) -> Viewport {
        Viewport {
            size: [self.rect.width(), self.rect.height()],
        }
    }

    /// From kilometres on the map to points on the screen.
    pub fn screen(self, km: [f64; 2]) -> Pos2 {
        let [x, y] = self.camera.to_screen(km, self.viewport());
        pos2(self.rect.min.x + x, self.rect.min.y + y)
    }

    /// From points on the screen to longitude and latitude in degrees.
    pub fn degrees(self, position: Pos2, projection: &Projection) -> [f64; 2] {
        let at = position - self.rect.min;
        projection.unproject(self.camera.to_km([at.x, at.y], self.viewport()))
    }

    /// What can be seen, kilometres.
    pub fn seen(self) -> Bounds {
        self.camera.visible(self.viewport())
    }

    pub fn km_per_pixel(self) -> f64 {
        self.camera.km_per_point / f64::from(self.pixels_per_point)
    }

    /// From points on the screen of another view to points on that of this one.
    pub fn transform_from(self, other: Self) -> impl Fn(Pos2) -> Pos2 {
        move |at| {
            let at = at - other.rect.min;
            self.screen(other.camera.to_km([at.x, at.y], other.viewport()))
        }
    }

    /// A fast transform of many points; exact to a hundredth of a point.
    #[expect(clippy::cast_possible_truncation, reason = "screen positions are f32")]
    pub fn transform(self) -> impl Fn([f32; 2]) -> Pos2 {
        let scale = 1.0 / self.camera.km_per_point;
        let center = self.rect.center();
        let x = (f64::from(center.x) - self.camera.center_km[0] * scale) as f32;
        let y = (f64::from(center.y) + self.camera.center_km[1] * scale) as f32;
        let scale = scale as f32;
        move |[east, north]| pos2(x + east * scale, y - north * scale)
    }
}

/// What decides the colours.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    epoch: EpochIx,
    pub whose: Whose,
    pub shown: Shown,
    scheme: Scheme,
    selection: Option<TerritoryIx>,
    highlight: Option<Highlight>,
    /// The epoch that is compared with.
    against: Option<EpochIx>,
}

impl Scene {
    /// The scene of the date as a view has it.
    pub fn of(desk: &Desk<'_>, whose: Whose) -> Self {
        Self {
            epoch: desk.atlas.epoch_at(desk.state.date),
            whose,
            shown: desk.state.layers,
            scheme: desk.state.scheme(),
            selection: desk.state.selection,
            highlight: desk.state.highlight,
            against: desk
                .state
                .compare
                .map(|compare| desk.atlas.epoch_at(compare.with)),
        }
    }
}

/// What decides the colours of land and borders. Much that changes in a scene concerns neither.
#[derive(PartialEq)]
pub(super) struct Shades {
    scheme: Scheme,
    pub(super) fills: Vec<Fill>,
    /// The colours of the claimants of each territory; empty when claims are not shown.
    pub(super) claims: Vec<Vec<Shade>>,
    pub(super) selection: Vec<TerritoryIx>,
    /// The territories that stand back; empty while none does.
    pub(super) faded: Vec<bool>,
    /// The territories held otherwise on the date that is compared with; empty where none is.
    pub(super) differs: Vec<bool>,
}

impl Shades {
    fn of(desk: &Desk<'_>, scene: &Scene) -> Self {
        let (atlas, date) = (desk.atlas, desk.state.date);
        let claims = scene
            .shown
            .has(Layer::Claims)
            .then(|| map::claim_shades(atlas, scene.whose, date));
        Self {
            scheme: scene.scheme,
            fills: map::fills(atlas, scene.whose, date),
            claims: claims.unwrap_or_default(),
            selection: selected(desk),
            faded: faded(atlas, scene, date),
            differs: desk.state.compare.map_or_else(Vec::new, |compare| {
                compare::differs(atlas, scene.whose, [date, compare.with])
            }),
        }
    }
}

/// The caches of one map; the inset has its own.
#[derive(Default)]
pub struct Layers {
    /// Whether the map is about islands alone, which are as fine at every level: the land beside
    /// them need not be, and the finest level takes longer than all the rest.
    is_inset: bool,
    sea: Memo<(View, Scheme), Shared<Mesh>>,
    placed: Memo<(View, usize), Placed>,
    shades: Memo<Scene, Shared<Shades>>,
    painted: Memo<(View, usize, Shared<Shades>), Vec<Shape>>,
    lines: Memo<(View, Scene), Shared<Mesh>>,
}

impl Layers {
    /// The caches of an inset.
    pub fn of_inset() -> Self {
        Self {
            is_inset: true,
            ..Self::default()
        }
    }

    /// The land to draw, and the number of its level of detail.
    pub(super) fn level<'a>(&self, ground: &'a Ground, view: View) -> (&'a Level, usize) {
        let pixels = if self.is_inset { INSET_PIXELS } else { 1.0 };
        ground.level(view.km_per_pixel() * pixels, &view.seen())
    }

    /// The land and lines on the screen, as last painted.
    pub(super) fn placed(&self) -> Option<&Placed> {
        self.placed.last()
    }

    /// Paints the map without its labels.
    pub fn paint(
        &mut self,
        painter: &Painter,
        ground: &Ground,
        desk: &Desk<'_>,
        scene: &Scene,
        view: View,
        patterns: &Patterns,
    ) {
        let tokens = desk.tokens;
        painter.rect_filled(view.rect, 0, tokens.sea);
        let (level, detail) = self.level(ground, view);
        if patterns.as_vectors {
            let items = vector_items(ground, level, desk, scene, view);
            painter.add(vectors::shape(view.rect, items));
            return;
        }
        let sea = self.sea.get((view, scene.scheme), |_| {
            Shared::new(sea_mesh(ground, tokens, view))
        });
        let placed = self
            .placed
            .get((view, detail), |_| Placed::new(ground, level, view));
        let shades = Shared::clone(
            self.shades
                .get(scene.clone(), |scene| Shared::new(Shades::of(desk, scene))),
        );
        let land = self.painted.get((view, detail, shades), |(_, _, shades)| {
            Colours {
                level,
                placed,
                tokens,
                view,
                shades,
            }
            .shapes(patterns)
        });
        let lines = self.lines.get((view, scene.clone()), |_| {
            Shared::new(lines::mesh(ground, desk, scene, view))
        });
        let sea = std::iter::once(Shape::Mesh(Shared::clone(sea)));
        let lines = std::iter::once(Shape::Mesh(Shared::clone(lines)));
        for (shape, number) in sea.chain(land.iter().cloned()).chain(lines).zip(1..) {
            apart(painter, number).add(shape);
        }
    }
}

/// The map as outlines, for print.
fn vector_items(
    ground: &Ground,
    level: &Level,
    desk: &Desk<'_>,
    scene: &Scene,
    view: View,
) -> Vec<Item> {
    let colours = Colours {
        level,
        placed: &Placed::new(ground, level, view),
        tokens: desk.tokens,
        view,
        shades: &Shades::of(desk, scene),
    };
    let mut items = vectors::sea(ground, desk.tokens, view);
    items.extend(colours.items(ground));
    let mut ink = vectors::Ink::default();
    lines::draw(ground, desk, scene, view, &mut ink);
    items.extend(ink.items);
    items
}

/// A painter whose clip is smaller by less than can be seen, so that what it paints gets a list of
/// vertices of its own: egui gathers neighbours of one clip in one list, and moves all of it
/// whenever it has to grow.
pub(super) fn apart(painter: &Painter, number: u8) -> Painter {
    let clip = painter.clip_rect();
    let less = Vec2::splat(f32::from(number) / 8192.0);
    painter.with_clip_rect(Rect::from_min_max(clip.min, clip.max - less))
}

/// Which territories the line of the legend that stands out does not stand for.
fn faded(atlas: &Atlas, scene: &Scene, day: Day) -> Vec<bool> {
    let Some(about) = scene.highlight else {
        return Vec::new();
    };
    let stands_back = |territory| !legend::stands_for(atlas, about, scene.whose, territory, day);
    let all = atlas.territories();
    all.map(|(territory, _)| stands_back(territory)).collect()
}

/// The chosen territory and its parts.
fn selected(desk: &Desk<'_>) -> Vec<TerritoryIx> {
    let whole = desk.state.selection;
    whole
        .into_iter()
        .chain(
            whole
                .into_iter()
                .flat_map(|whole| desk.atlas.parts_of(whole)),
        )
        .collect()
}
