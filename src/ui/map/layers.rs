//! The layers of the map as meshes, each made anew only when what it shows changes.
//!
//! * the sea (depths, graticule) depends on the camera and the theme;
//! * the screen positions of land and lines depend on the camera;
//! * the colours depend on the control epoch, the theme and the selection.

use std::sync::Arc as Shared;

use egui::epaint::Vertex;
use egui::{Color32, Mesh, Painter, Pos2, Rect, Shape, Vec2, pos2};

use crate::geometry::{self, Camera, Projection, ShapeMesh, Viewport};
use crate::model::control::EpochIx;
use crate::model::place::TerritoryIx;
use crate::model::polity::Shade;
use crate::model::view::View as Whose;
use crate::scene::ground::{Ground, Level};
use crate::scene::map::{self, Fill, Pattern};
use crate::state::view_state::{Layer, Layers as Shown, Theme};

use super::super::app::Desk;
use super::super::memo::Memo;
use super::super::tokens::Tokens;
use super::lines;
use super::patterns::Patterns;
use super::strokes::{StrokeMaker, append_tinted, thinned};

/// Rivers of a higher rank than this are drawn only when the map is near.
const RIVER_RANK: u8 = 4;

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

    pub fn km_per_pixel(self) -> f64 {
        self.camera.km_per_point / f64::from(self.pixels_per_point)
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
    theme: Theme,
    selection: Option<TerritoryIx>,
}

impl Scene {
    /// The scene of the date as a view has it.
    pub fn of(desk: &Desk<'_>, whose: Whose) -> Self {
        Self {
            epoch: desk.atlas.epoch_at(desk.state.date),
            whose,
            shown: desk.state.layers,
            theme: desk.state.theme,
            selection: desk.state.selection,
        }
    }
}

/// Land and lines at their places on the screen, without colours.
struct Placed {
    /// One for each visible mesh of the level.
    fills: Vec<PlacedFill>,
    /// One for each visible arc of the level.
    arcs: Vec<PlacedArc>,
    lakes: Mesh,
    rivers: Mesh,
    cuts: Mesh,
}

/// The visible part of a region or island on the screen.
struct PlacedFill {
    /// Its index in the level.
    index: usize,
    positions: Vec<Pos2>,
    triangles: Vec<u32>,
}

/// A coast or border on the screen.
struct PlacedArc {
    /// Its index in the level.
    index: usize,
    points: Vec<Pos2>,
    thin: Mesh,
    /// For what may have to be drawn strongly: borders and small islands.
    thick: Option<Mesh>,
}

/// What decides the colours of land and borders. Much that changes in a scene concerns neither.
#[derive(PartialEq)]
struct Shades {
    theme: Theme,
    fills: Vec<Fill>,
    /// The colours of the claimants of each territory; empty when claims are not shown.
    claims: Vec<Vec<Shade>>,
    selection: Vec<TerritoryIx>,
}

impl Shades {
    fn of(desk: &Desk<'_>, scene: &Scene) -> Self {
        let (atlas, date) = (desk.atlas, desk.state.date);
        let claims = scene
            .shown
            .has(Layer::Claims)
            .then(|| map::claim_shades(atlas, scene.whose, date));
        Self {
            theme: scene.theme,
            fills: map::fills(atlas, scene.whose, date),
            claims: claims.unwrap_or_default(),
            selection: selected(desk),
        }
    }
}

/// The caches of one map; the inset has its own.
#[derive(Default)]
pub struct Layers {
    sea: Memo<(View, Theme), Shared<Mesh>>,
    placed: Memo<(View, usize), Placed>,
    shades: Memo<Scene, Shared<Shades>>,
    painted: Memo<(View, usize, Shared<Shades>), Vec<Shape>>,
    lines: Memo<(View, Scene), Shared<Mesh>>,
}

impl Layers {
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
        let sea = self.sea.get((view, scene.theme), |_| {
            Shared::new(sea_mesh(ground, tokens, view))
        });
        let (level, detail) = ground.level(view.km_per_pixel());
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

/// A painter whose clip is smaller by less than can be seen, so that what it paints gets a list of
/// vertices of its own: egui gathers neighbours of one clip in one list, and moves all of it
/// whenever it has to grow.
fn apart(painter: &Painter, number: u8) -> Painter {
    let clip = painter.clip_rect();
    let less = Vec2::splat(f32::from(number) / 8192.0);
    painter.with_clip_rect(Rect::from_min_max(clip.min, clip.max - less))
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

/// The triangles that can be seen, with only the vertices they need. Most of a fine level lies
/// outside the screen, and egui copies every vertex every frame.
fn seen_part(shape: &ShapeMesh, view: View) -> (Vec<Pos2>, Vec<u32>) {
    const UNUSED: u32 = u32::MAX;
    let place = view.transform();
    let all: Vec<Pos2> = shape.vertices.iter().map(|km| place(*km)).collect();
    if all.iter().all(|position| view.rect.contains(*position)) {
        return (all, shape.triangles.clone());
    }
    let mut renumbered = vec![UNUSED; all.len()];
    let mut positions = Vec::new();
    let mut triangles = Vec::new();
    for triangle in shape.triangles.chunks_exact(3) {
        let corners = [triangle[0], triangle[1], triangle[2]].map(|corner| corner as usize);
        let bounds = Rect::from_points(&corners.map(|corner| all[corner]));
        if !bounds.intersects(view.rect) {
            continue;
        }
        for corner in corners {
            if renumbered[corner] == UNUSED {
                renumbered[corner] = u32::try_from(positions.len()).unwrap_or(UNUSED);
                positions.push(all[corner]);
            }
            triangles.push(renumbered[corner]);
        }
    }
    (positions, triangles)
}

fn add_fill(
    mesh: &mut Mesh,
    positions: &[Pos2],
    triangles: &[u32],
    vertex: impl Fn(Pos2) -> Vertex,
) {
    let offset = u32::try_from(mesh.vertices.len()).unwrap_or(u32::MAX);
    mesh.vertices
        .extend(positions.iter().map(|position| vertex(*position)));
    mesh.indices
        .extend(triangles.iter().map(|index| index + offset));
}

fn visible<'a>(
    meshes: impl IntoIterator<Item = &'a ShapeMesh>,
    view: View,
) -> impl Iterator<Item = (usize, &'a ShapeMesh)> {
    let seen = view.camera.visible(view.viewport());
    meshes
        .into_iter()
        .enumerate()
        .filter(move |(_, mesh)| mesh.bounds.intersects(&seen))
}

fn sea_mesh(ground: &Ground, tokens: &Tokens, view: View) -> Mesh {
    let mut mesh = Mesh::default();
    let place = view.transform();
    for (index, shape) in visible(ground.depths.iter().map(|depth| &depth.mesh), view) {
        let band = ground.depths[index].band.min(tokens.depths.len() - 1);
        let (positions, triangles) = seen_part(shape, view);
        add_fill(&mut mesh, &positions, &triangles, |pos| {
            Vertex::untextured(pos, tokens.depths[band])
        });
    }
    let step = geometry::graticule_step(view.camera.km_per_point);
    let mut strokes = StrokeMaker::new(view.pixels_per_point, 0.8);
    let mut lines = Mesh::default();
    for line in geometry::graticule(
        &ground.projection,
        &view.camera.visible(view.viewport()),
        step,
    ) {
        let points: Vec<Pos2> = line.points.iter().map(|km| place(*km)).collect();
        strokes.add(&points, false, view.rect, &mut lines);
    }
    append_tinted(&mut mesh, &lines, tokens.graticule);
    mesh
}

impl Placed {
    fn new(ground: &Ground, level: &Level, view: View) -> Self {
        let place = view.transform();
        let positions =
            |points: &[[f32; 2]]| -> Vec<Pos2> { points.iter().map(|km| place(*km)).collect() };
        let seen = view.camera.visible(view.viewport());
        let fills = visible(&level.meshes, view).map(|(index, mesh)| {
            let (positions, triangles) = seen_part(mesh, view);
            PlacedFill {
                index,
                positions,
                triangles,
            }
        });
        let fills = fills.filter(|fill| !fill.triangles.is_empty()).collect();
        let mut thin = StrokeMaker::new(view.pixels_per_point, 0.9);
        let mut thick = StrokeMaker::new(view.pixels_per_point, 1.7);
        let mut arcs = Vec::new();
        for (index, arc) in level.arcs.iter().enumerate() {
            if arc.on_frame || !arc.bounds.intersects(&seen) {
                continue;
            }
            let points = thinned(positions(&arc.points), arc.closed, view.pixels_per_point);
            let is_bold = arc.right.is_some() || arc.left >= level.first_island;
            arcs.push(PlacedArc {
                index,
                thin: thin.mesh(&points, arc.closed, view.rect),
                thick: is_bold.then(|| thick.mesh(&points, arc.closed, view.rect)),
                points,
            });
        }
        let mut lakes = Mesh::default();
        for (_, lake) in visible(&ground.lakes, view) {
            let (positions, triangles) = seen_part(lake, view);
            add_fill(&mut lakes, &positions, &triangles, |pos| {
                Vertex::untextured(pos, Color32::WHITE)
            });
        }
        let near = view.camera.km_per_point < 2.5;
        let mut rivers = Mesh::default();
        for river in ground
            .rivers
            .iter()
            .filter(|river| near || river.rank <= RIVER_RANK)
        {
            thin.add(
                &thinned(positions(&river.points), false, view.pixels_per_point),
                false,
                view.rect,
                &mut rivers,
            );
        }
        let mut cuts = Mesh::default();
        for cut in &ground.cuts {
            cuts.append(thin.dashed(&positions(&cut.points), false, view.rect, [5.0, 4.0]));
        }
        Self {
            fills,
            arcs,
            lakes,
            rivers,
            cuts,
        }
    }
}

/// Everything that decides the colours of placed land and lines.
struct Colours<'a> {
    level: &'a Level,
    placed: &'a Placed,
    tokens: &'a Tokens,
    view: View,
    shades: &'a Shades,
}

impl Colours<'_> {
    fn fill(&self, mesh: usize) -> Option<Fill> {
        self.level.owners[mesh].map(|territory| self.shades.fills[territory.index()])
    }

    fn color(&self, mesh: usize) -> Color32 {
        match self.fill(mesh) {
            Some(fill) if fill.is_pale() => self.tokens.pale(self.tokens.shade(fill.shade)),
            Some(fill) => self.tokens.shade(fill.shade),
            None => self.tokens.land,
        }
    }

    fn shapes(&self, patterns: &Patterns) -> Vec<Shape> {
        let mut land = Mesh::default();
        for PlacedFill {
            index,
            positions,
            triangles,
        } in &self.placed.fills
        {
            let color = self.color(*index);
            add_fill(&mut land, positions, triangles, |pos| {
                Vertex::untextured(pos, color)
            });
        }
        let mut lines = Mesh::default();
        lines.append_ref(&tinted(&self.placed.lakes, self.tokens.sea));
        append_tinted(&mut lines, &self.placed.rivers, self.tokens.river);
        self.borders(&mut lines);
        append_tinted(
            &mut lines,
            &self.placed.cuts,
            self.tokens.border.gamma_multiply(0.6),
        );
        let mut shapes = vec![Shape::mesh(land)];
        shapes.extend(self.patterns(patterns));
        shapes.push(Shape::mesh(lines));
        shapes
    }

    /// What is drawn over a mesh: the pattern of its kind of control, and its claims.
    fn overlays(&self, mesh: usize) -> impl Iterator<Item = (Pattern, Color32)> {
        let kind = self.fill(mesh).map(|fill| {
            let color = fill
                .second
                .map_or(self.tokens.pattern, |shade| self.tokens.shade(shade));
            (fill.pattern, color)
        });
        let claims = [Pattern::Claim, Pattern::OtherClaim]
            .into_iter()
            .zip(self.claims_on(mesh));
        kind.into_iter()
            .chain(claims.map(|(pattern, shade)| (pattern, self.tokens.shade(*shade))))
    }

    fn claims_on(&self, mesh: usize) -> &[Shade] {
        let owner = self.level.owners[mesh];
        owner
            .and_then(|territory| self.shades.claims.get(territory.index()))
            .map_or(&[], Vec::as_slice)
    }

    /// One mesh for each pattern and colour on the map.
    fn patterns(&self, patterns: &Patterns) -> Vec<Shape> {
        let mut meshes: Vec<((Pattern, Color32), Mesh)> = Vec::new();
        for PlacedFill {
            index,
            positions,
            triangles,
        } in &self.placed.fills
        {
            for (pattern, color) in self.overlays(*index) {
                let Some(texture) = patterns.texture(pattern) else {
                    continue;
                };
                let known = meshes.iter().position(|(key, _)| *key == (pattern, color));
                let known = known.unwrap_or_else(|| {
                    meshes.push(((pattern, color), Mesh::with_texture(texture)));
                    meshes.len() - 1
                });
                add_fill(&mut meshes[known].1, positions, triangles, |pos| Vertex {
                    pos,
                    uv: Patterns::uv(pattern, pos),
                    color,
                });
            }
        }
        meshes
            .into_iter()
            .map(|(_, mesh)| Shape::mesh(mesh))
            .collect()
    }

    /// Provinces of one holder apart thinly, holders strongly, coasts as hairlines, the choice in
    /// the accent; the strong ones last, so that nothing covers them.
    fn borders(&self, out: &mut Mesh) {
        let mut strong: Vec<&Mesh> = Vec::new();
        let mut chosen: Vec<(&[Pos2], bool)> = Vec::new();
        for PlacedArc {
            index,
            points,
            thin,
            thick,
        } in &self.placed.arcs
        {
            let arc = &self.level.arcs[*index];
            let bold = thick.as_ref().unwrap_or(thin);
            let is_selected = |mesh: usize| {
                self.level.owners[mesh].is_some_and(|owner| self.shades.selection.contains(&owner))
            };
            let right = arc.right;
            if is_selected(arc.left) != right.is_some_and(is_selected) {
                chosen.push((points, arc.closed));
            }
            if let Some(right) = right {
                let (one, other) = (self.fill(arc.left), self.fill(right));
                if one == other {
                    append_tinted(out, thin, self.tokens.province);
                } else {
                    strong.push(bold);
                }
            } else if arc.left >= self.level.first_island {
                // Small islands grow by their outline, so that the chain is seen from afar.
                append_tinted(out, bold, self.color(arc.left));
            } else {
                append_tinted(out, thin, self.tokens.coast);
            }
        }
        for mesh in strong {
            append_tinted(out, mesh, self.tokens.border);
        }
        self.claimed_edges(out);
        // A dark line on a light one is seen on every colour.
        for (width, color) in [(3.6, self.tokens.halo), (1.8, self.tokens.label)] {
            let mut strokes = StrokeMaker::new(self.view.pixels_per_point, width);
            for (points, closed) in &chosen {
                append_tinted(out, &strokes.mesh(points, *closed, self.view.rect), color);
            }
        }
    }
}

impl Colours<'_> {
    /// The coasts and borders of what is claimed, dashed in the claimant's colour.
    fn claimed_edges(&self, out: &mut Mesh) {
        let mut strokes = StrokeMaker::new(self.view.pixels_per_point, 1.6);
        for PlacedArc { index, points, .. } in &self.placed.arcs {
            let arc = &self.level.arcs[*index];
            let Some(shade) = self.claims_on(arc.left).first() else {
                continue;
            };
            append_tinted(
                out,
                &strokes.dashed(points, arc.closed, self.view.rect, [5.0, 4.0]),
                self.tokens.shade(*shade),
            );
        }
    }
}

fn tinted(mesh: &Mesh, color: Color32) -> Mesh {
    let mut out = Mesh::default();
    append_tinted(&mut out, mesh, color);
    out
}
