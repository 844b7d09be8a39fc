//! Land, water and lines at their places on the screen.

use std::cell::OnceCell;

use egui::epaint::Vertex;
use egui::{Color32, Mesh, Pos2, Rect};

use crate::geometry::{self, ShapeMesh};
use crate::scene::ground::{Ground, GroundLine, Level};

use super::super::tokens::Tokens;
use super::layers::View;
use super::strokes::{StrokeMaker, append_tinted, thinned};

/// Rivers of a higher rank than this are drawn only when the map is near.
const RIVER_RANK: u8 = 4;

/// Land and lines at their places on the screen, without colours.
pub(super) struct Placed {
    /// One for each visible mesh of the level.
    pub(super) fills: Vec<PlacedFill>,
    /// One for each visible arc of the level.
    pub(super) arcs: Vec<PlacedArc>,
    pub(super) lakes: Mesh,
    pub(super) rivers: Mesh,
    pub(super) cuts: Mesh,
}

/// The visible part of a region or island on the screen.
pub(super) struct PlacedFill {
    /// Its index in the level.
    pub(super) index: usize,
    pub(super) positions: Vec<Pos2>,
    pub(super) triangles: Vec<u32>,
}

/// A coast or border on the screen.
pub(super) struct PlacedArc {
    /// Its index in the level.
    pub(super) index: usize,
    pub(super) points: Vec<Pos2>,
    pub(super) thin: Mesh,
    /// For what may have to be drawn strongly: borders and small islands.
    pub(super) thick: Option<Mesh>,
    /// For the edge of a claim, once there is one.
    dashed: OnceCell<Mesh>,
}

impl PlacedArc {
    /// The line dashed, as the edge of a claim is.
    pub(super) fn dashed(&self, closed: bool, view: View) -> &Mesh {
        self.dashed.get_or_init(|| {
            let mut strokes = StrokeMaker::new(view.pixels_per_point, 1.6);
            strokes.dashed(&self.points, closed, view.rect, [5.0, 4.0])
        })
    }
}

/// The triangles that can be seen, with only the vertices they need. Most of a fine level lies
/// outside the screen, and egui copies every vertex every frame. What is nearer to the vertex before
/// it than can be seen becomes one with it; the line along the edge covers the rest.
pub(super) fn seen_part(shape: &ShapeMesh, view: View) -> (Vec<Pos2>, Vec<u32>) {
    const UNUSED: u32 = u32::MAX;
    /// In pixels.
    const NEAR: f32 = 0.75;
    let place = view.transform();
    let near = (NEAR / view.pixels_per_point).powi(2);
    let mut all: Vec<Pos2> = Vec::with_capacity(shape.vertices.len());
    // What each vertex of the shape became.
    let mut kept: Vec<u32> = Vec::with_capacity(shape.vertices.len());
    for km in &shape.vertices {
        let position = place(*km);
        if all
            .last()
            .is_none_or(|last| last.distance_sq(position) >= near)
        {
            all.push(position);
        }
        kept.push(u32::try_from(all.len() - 1).unwrap_or(UNUSED));
    }
    let mut renumbered = vec![UNUSED; all.len()];
    let mut positions = Vec::new();
    let mut triangles = Vec::new();
    for triangle in shape.triangles.chunks_exact(3) {
        let corners = [triangle[0], triangle[1], triangle[2]].map(|corner| kept[corner as usize]);
        if corners[0] == corners[1] || corners[1] == corners[2] || corners[2] == corners[0] {
            continue;
        }
        let bounds = Rect::from_points(&corners.map(|corner| all[corner as usize]));
        if !bounds.intersects(view.rect) {
            continue;
        }
        for corner in corners.map(|corner| corner as usize) {
            if renumbered[corner] == UNUSED {
                renumbered[corner] = u32::try_from(positions.len()).unwrap_or(UNUSED);
                positions.push(all[corner]);
            }
            triangles.push(renumbered[corner]);
        }
    }
    (positions, triangles)
}

pub(super) fn add_fill(
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

pub(super) fn visible<'a>(
    meshes: impl IntoIterator<Item = &'a ShapeMesh>,
    view: View,
) -> impl Iterator<Item = (usize, &'a ShapeMesh)> {
    let seen = view.camera.visible(view.viewport());
    meshes
        .into_iter()
        .enumerate()
        .filter(move |(_, mesh)| mesh.bounds.intersects(&seen))
}

pub(super) fn sea_mesh(ground: &Ground, tokens: &Tokens, view: View) -> Mesh {
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

/// The rivers that are drawn at the scale of a view.
pub(super) fn rivers(ground: &Ground, view: View) -> impl Iterator<Item = &GroundLine> {
    let near = view.camera.km_per_point < 2.5;
    let is_drawn = move |river: &&GroundLine| near || river.rank <= RIVER_RANK;
    ground.rivers.iter().filter(is_drawn)
}

impl Placed {
    pub(super) fn new(ground: &Ground, level: &Level, view: View) -> Self {
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
                dashed: OnceCell::new(),
            });
        }
        let mut lakes = Mesh::default();
        for (_, lake) in visible(&ground.lakes, view) {
            let (positions, triangles) = seen_part(lake, view);
            add_fill(&mut lakes, &positions, &triangles, |pos| {
                Vertex::untextured(pos, Color32::WHITE)
            });
        }
        let mut rivers = Mesh::default();
        for river in self::rivers(ground, view) {
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
