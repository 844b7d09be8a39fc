//! Borders with their treaties, claimed lines, railways, and the points of rights.

use egui::{Color32, Mesh, Pos2, Rect, vec2};

use crate::model::border::BorderKind;
use crate::scene::ground::Ground;
use crate::state::view_state::Layer;

use super::super::app::Desk;
use super::layers::{Scene, View};
use super::strokes::{StrokeMaker, append_tinted};

/// What lines are drawn with: meshes for the screen, outlines for print.
pub trait Lines {
    /// A line of a width in points.
    fn solid(&mut self, points: &[Pos2], closed: bool, width: f32, color: Color32);
    /// A dashed line; lengths of dash and gap in points.
    fn dashed(&mut self, points: &[Pos2], closed: bool, width: f32, dash: [f32; 2], color: Color32);
    /// A filled square; half its side in points.
    fn square(&mut self, center: Pos2, half: f32, color: Color32);
}

/// Lines as one mesh.
struct Meshes {
    view: View,
    mesh: Mesh,
}

impl Lines for Meshes {
    fn solid(&mut self, points: &[Pos2], closed: bool, width: f32, color: Color32) {
        let mut strokes = StrokeMaker::new(self.view.pixels_per_point, width);
        let line = strokes.mesh(points, closed, self.view.rect);
        append_tinted(&mut self.mesh, &line, color);
    }

    fn dashed(
        &mut self,
        points: &[Pos2],
        closed: bool,
        width: f32,
        dash: [f32; 2],
        color: Color32,
    ) {
        let mut strokes = StrokeMaker::new(self.view.pixels_per_point, width);
        let line = strokes.dashed(points, closed, self.view.rect, dash);
        append_tinted(&mut self.mesh, &line, color);
    }

    fn square(&mut self, center: Pos2, half: f32, color: Color32) {
        let rect = Rect::from_center_size(center, vec2(half, half) * 2.0);
        self.mesh.add_colored_rect(rect, color);
    }
}

/// All lines of the date as one mesh.
pub fn mesh(ground: &Ground, desk: &Desk<'_>, scene: &Scene, view: View) -> Mesh {
    let mut meshes = Meshes {
        view,
        mesh: Mesh::default(),
    };
    draw(ground, desk, scene, view, &mut meshes);
    meshes.mesh
}

/// Draws all lines of the date.
pub fn draw(ground: &Ground, desk: &Desk<'_>, scene: &Scene, view: View, out: &mut impl Lines) {
    if scene.shown.has(Layer::Rights) {
        rights(ground, desk, view, out);
    }
    if scene.shown.has(Layer::Borders) {
        borders(ground, desk, view, out);
    }
}

fn parts(ground: &Ground, line: &str, view: View) -> Vec<Vec<Pos2>> {
    let place = view.transform();
    ground
        .line(line)
        .iter()
        .map(|part| part.points.iter().map(|km| place(*km)).collect())
        .collect()
}

/// The width of a border, in points.
const WIDTH: f32 = 1.6;

fn borders(ground: &Ground, desk: &Desk<'_>, view: View, out: &mut impl Lines) {
    let (atlas, tokens) = (desk.atlas, desk.tokens);
    for border in &atlas.borders {
        if border.kind == BorderKind::Railway || !border.period().contains(desk.state.date) {
            continue;
        }
        // One side's line has that side's colour; a common one is neutral.
        let color = match (border.kind, border.by.as_slice()) {
            (BorderKind::Claimed | BorderKind::Disputed, [side]) => {
                tokens.shade(atlas.polity(*side).shade())
            }
            _ => tokens.border,
        };
        for points in parts(ground, &border.line, view) {
            match border.kind {
                BorderKind::Treaty | BorderKind::Railway => {
                    out.solid(&points, false, WIDTH, color);
                }
                BorderKind::DeFacto => out.dashed(&points, false, WIDTH, [9.0, 3.0], color),
                BorderKind::Claimed | BorderKind::Disputed => {
                    out.dashed(&points, false, WIDTH, [5.0, 4.0], color);
                }
            }
        }
    }
}

/// Railways in their holder's colour between two dark lines, with ties; other rights as squares.
fn rights(ground: &Ground, desk: &Desk<'_>, view: View, out: &mut impl Lines) {
    let (atlas, tokens) = (desk.atlas, desk.tokens);
    for right in atlas
        .rights
        .iter()
        .filter(|right| right.period().contains(desk.state.date))
    {
        let color = tokens.shade(atlas.polity(right.holder).shade());
        for points in right
            .lines
            .iter()
            .flat_map(|line| parts(ground, line, view))
        {
            out.solid(&points, false, 4.0, tokens.label);
            out.solid(&points, false, 2.2, tokens.raised);
            out.dashed(&points, false, 2.2, [6.0, 4.0], color);
        }
        if right.lines.is_empty() && view.camera.km_per_point < 3.0 {
            for point in &right.points {
                let at = view.screen(ground.projection.project(point.at));
                out.square(at, 4.5, tokens.label);
                out.square(at, 3.0, color);
            }
        }
    }
}
