//! The map for print: the same land, colours, patterns and lines as the meshes of the screen, as
//! outlines. They travel in the frame's list of shapes, which keeps their place among the names
//! and cards; whoever writes SVG or PDF takes them out.

use std::sync::Arc as Shared;

use egui::epaint::PaintCallback;
use egui::{Color32, Pos2, Rect, Shape, vec2};

use crate::geometry::{self, ShapeMesh};
use crate::scene::drawing::{self, Item, Paint, Path, Point};
use crate::scene::ground::Ground;
use crate::scene::map::Pattern;

use super::super::tokens::Tokens;
use super::colours::{Colours, Edge, Line};
use super::layers::View;
use super::lines::Lines;
use super::placed::{self, visible};
use super::strokes::thinned;

/// What is drawn beyond the edge, so that no cut is seen, in points.
const BEYOND: f32 = 12.0;

/// Items as a shape.
pub fn shape(rect: Rect, items: Vec<Item>) -> Shape {
    Shape::Callback(PaintCallback {
        rect,
        callback: Shared::new(items),
    })
}

/// A rectangle with a pattern.
pub fn hatched(pattern: Pattern, rect: Rect, color: Color32) -> Shape {
    let path = drawing::rectangle(rect.min.into(), rect.max.into(), 0.0);
    shape(rect, vec![Item::Hatch(path, pattern, paint(color))])
}

fn paint(color: Color32) -> Paint {
    color.to_srgba_unmultiplied()
}

fn line(points: &[Pos2], closed: bool) -> Path {
    drawing::line(points.iter().map(|point| Point::from(*point)), closed)
}

/// The outlines of a shape on the screen, without what lies outside it.
fn outlines(mesh: &ShapeMesh, view: View) -> Path {
    let place = view.transform();
    let seen = view.rect.expand(BEYOND);
    let mut path = Path::new();
    for ring in mesh.outlines() {
        let points: Vec<Pos2> = ring.iter().map(|km| place(*km)).collect();
        if !Rect::from_points(&points).intersects(seen) {
            continue;
        }
        let points = thinned(points, true, view.pixels_per_point);
        let points = points.into_iter().map(Point::from).collect();
        let cut = drawing::cut(points, seen.min.into(), seen.max.into());
        if cut.len() > 2 {
            path.extend(drawing::line(cut, true));
        }
    }
    path
}

/// The sea floor and the graticule.
pub fn sea(ground: &Ground, tokens: &Tokens, view: View) -> Vec<Item> {
    let mut items = Vec::new();
    for (index, mesh) in visible(ground.depths.iter().map(|depth| &depth.mesh), view) {
        let band = ground.depths[index].band.min(tokens.depths.len() - 1);
        items.push(Item::Fill(outlines(mesh, view), paint(tokens.depths[band])));
    }
    let place = view.transform();
    let step = geometry::graticule_step(view.camera.km_per_point);
    let seen = view.camera.visible(view.viewport());
    for meridian in geometry::graticule(&ground.projection, &seen, step) {
        let points: Vec<Pos2> = meridian.points.iter().map(|km| place(*km)).collect();
        items.push(Item::Stroke {
            path: line(&points, false),
            width: 0.8,
            paint: paint(tokens.graticule),
            dash: None,
        });
    }
    items
}

impl Colours<'_> {
    /// Land, patterns, water and borders, as [`Colours::shapes`] has them.
    pub fn items(&self, ground: &Ground) -> Vec<Item> {
        let (tokens, view) = (self.tokens, self.view);
        let mut ink = Ink::default();
        for fill in &self.placed.fills {
            let path = outlines(&self.level.meshes[fill.index], view);
            ink.items
                .push(Item::Fill(path, paint(self.color(fill.index))));
        }
        ink.items.extend(self.hatches());
        for (_, lake) in visible(&ground.lakes, view) {
            ink.items
                .push(Item::Fill(outlines(lake, view), paint(tokens.sea)));
        }
        let place = view.transform();
        for river in placed::rivers(ground, view) {
            let points = river.points.iter().map(|km| place(*km)).collect();
            let points = thinned(points, false, view.pixels_per_point);
            ink.solid(&points, false, 0.9, tokens.river);
        }
        self.border_items(&mut ink);
        for cut in &ground.cuts {
            let points: Vec<Pos2> = cut.points.iter().map(|km| place(*km)).collect();
            ink.dashed(
                &points,
                false,
                0.9,
                [5.0, 4.0],
                tokens.border.gamma_multiply(0.6),
            );
        }
        ink.items
    }

    /// One for each pattern and colour, in the order in which the screen draws them.
    fn hatches(&self) -> impl Iterator<Item = Item> {
        let mut hatches: Vec<((Pattern, Color32), Path)> = Vec::new();
        for fill in &self.placed.fills {
            for key in self.overlays(fill.index) {
                if key.0 == Pattern::Plain {
                    continue;
                }
                let path = outlines(&self.level.meshes[fill.index], self.view);
                match hatches.iter_mut().find(|(known, _)| *known == key) {
                    Some((_, all)) => all.extend(path),
                    None => hatches.push((key, path)),
                }
            }
        }
        hatches
            .into_iter()
            .map(|((pattern, color), path)| Item::Hatch(path, pattern, paint(color)))
    }

    fn border_items(&self, ink: &mut Ink) {
        let arcs = || {
            let arcs = self.placed.arcs.iter();
            arcs.map(|placed| (&self.level.arcs[placed.index], placed.points.as_slice()))
        };
        for (arc, points) in arcs() {
            let (width, color) = match self.line(arc) {
                Line::Province => (0.9, self.tokens.province),
                Line::Island(color) => (1.7, color),
                Line::Coast => (0.9, self.tokens.coast),
                Line::Border => continue,
            };
            ink.solid(points, arc.closed, width, color);
        }
        for (arc, points) in arcs().filter(|(arc, _)| self.line(arc) == Line::Border) {
            ink.solid(points, arc.closed, 1.7, self.tokens.border);
        }
        for (arc, points) in arcs() {
            if let Some(shade) = self.claims_on(arc.left).first() {
                let color = self.tokens.shade(*shade);
                ink.dashed(points, arc.closed, 1.6, [5.0, 4.0], color);
            }
        }
        for edge in Edge::ALL {
            for (width, color) in self.strokes_around(edge) {
                for (arc, points) in arcs().filter(|(arc, _)| self.is_edge(edge, arc)) {
                    ink.solid(points, arc.closed, width, color);
                }
            }
        }
    }
}

/// Lines as items.
#[derive(Default)]
pub struct Ink {
    pub items: Vec<Item>,
}

impl Ink {
    fn stroke(&mut self, path: Path, width: f32, color: Color32, dash: Option<[f32; 2]>) {
        self.items.push(Item::Stroke {
            path,
            width,
            paint: paint(color),
            dash,
        });
    }
}

impl Lines for Ink {
    fn solid(&mut self, points: &[Pos2], closed: bool, width: f32, color: Color32) {
        self.stroke(line(points, closed), width, color, None);
    }

    fn dashed(
        &mut self,
        points: &[Pos2],
        closed: bool,
        width: f32,
        dash: [f32; 2],
        color: Color32,
    ) {
        self.stroke(line(points, closed), width, color, Some(dash));
    }

    fn square(&mut self, center: Pos2, half: f32, color: Color32) {
        let rect = Rect::from_center_size(center, vec2(half, half) * 2.0);
        let path = drawing::rectangle(rect.min.into(), rect.max.into(), 0.0);
        self.items.push(Item::Fill(path, paint(color)));
    }
}
