//! Borders with their treaties, claimed lines, railways, and the points of rights.

use egui::{Color32, Mesh, Pos2, pos2, vec2};

use crate::model::border::BorderKind;
use crate::scene::ground::Ground;
use crate::state::view_state::Layer;

use super::super::app::Desk;
use super::layers::{Scene, View};
use super::strokes::{StrokeMaker, append_tinted};

/// All lines of the date as one mesh.
pub fn mesh(ground: &Ground, desk: &Desk<'_>, scene: &Scene, view: View) -> Mesh {
    let mut mesh = Mesh::default();
    if scene.shown.has(Layer::Rights) {
        rights(ground, desk, view, &mut mesh);
    }
    if scene.shown.has(Layer::Borders) {
        borders(ground, desk, view, &mut mesh);
    }
    mesh
}

fn parts(ground: &Ground, line: &str, view: View) -> Vec<Vec<Pos2>> {
    let place = view.transform();
    ground
        .line(line)
        .iter()
        .map(|part| part.points.iter().map(|km| place(*km)).collect())
        .collect()
}

fn borders(ground: &Ground, desk: &Desk<'_>, view: View, out: &mut Mesh) {
    let (atlas, tokens) = (desk.atlas, desk.tokens);
    let mut strokes = StrokeMaker::new(view.pixels_per_point, 1.6);
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
            let line = match border.kind {
                BorderKind::Treaty | BorderKind::Railway => strokes.mesh(&points, false, view.rect),
                BorderKind::DeFacto => strokes.dashed(&points, false, view.rect, [9.0, 3.0]),
                BorderKind::Claimed | BorderKind::Disputed => {
                    strokes.dashed(&points, false, view.rect, [5.0, 4.0])
                }
            };
            append_tinted(out, &line, color);
        }
    }
}

/// Railways in their holder's colour between two dark lines, with ties; other rights as squares.
fn rights(ground: &Ground, desk: &Desk<'_>, view: View, out: &mut Mesh) {
    let (atlas, tokens) = (desk.atlas, desk.tokens);
    let mut casing = StrokeMaker::new(view.pixels_per_point, 4.0);
    let mut inner = StrokeMaker::new(view.pixels_per_point, 2.2);
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
            append_tinted(out, &casing.mesh(&points, false, view.rect), tokens.label);
            append_tinted(out, &inner.mesh(&points, false, view.rect), tokens.raised);
            append_tinted(
                out,
                &inner.dashed(&points, false, view.rect, [6.0, 4.0]),
                color,
            );
        }
        if right.lines.is_empty() && view.camera.km_per_point < 3.0 {
            for point in &right.points {
                let at = view.screen(ground.projection.project(point.at));
                square(out, at, 4.5, tokens.label);
                square(out, at, 3.0, color);
            }
        }
    }
}

fn square(out: &mut Mesh, center: Pos2, half: f32, color: Color32) {
    let corner = vec2(half, half);
    let rect = egui::Rect::from_min_max(center - corner, pos2(center.x + half, center.y + half));
    out.add_colored_rect(rect, color);
}
