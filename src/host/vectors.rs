//! What a frame draws, as a list that SVG and PDF can be written from.

use std::sync::Arc;

use egui::epaint::{ClippedShape, ColorMode, PathShape, RectShape, TextShape};
use egui::{Color32, Galley, Mesh, Pos2, Rect, Shape, Stroke, StrokeKind, TextureId};

use crate::scene::drawing::{self, Drawing, Item, Paint, Path, Point, Text};
use crate::text::faces::Face;

/// The shapes of a frame, in points.
pub fn drawing(shapes: Vec<ClippedShape>, size: [f32; 2]) -> Drawing {
    let mut list = List::default();
    for ClippedShape {
        clip_rect, shape, ..
    } in shapes
    {
        list.clip(clip_rect, size);
        list.add(shape);
    }
    list.settle_halo();
    Drawing {
        size,
        items: list.items,
    }
}

#[derive(Default)]
struct List {
    items: Vec<Item>,
    clip: Option<Rect>,
    /// Copies of a text in another colour around it: its rim.
    halo: Option<(Arc<Galley>, Vec<TextShape>)>,
}

/// How wide a rim the copies of a text make around it, in points.
const HALO: f32 = 2.8;

fn paint(color: Color32) -> Paint {
    color.to_srgba_unmultiplied()
}

impl List {
    fn clip(&mut self, clip: Rect, [width, height]: [f32; 2]) {
        let clip = clip.intersect(Rect::from_min_size(Pos2::ZERO, [width, height].into()));
        // Layers of the map have clips that differ by less than can be seen.
        let is_same = |known: Rect| {
            (known.min - clip.min).length() < 0.05 && (known.max - clip.max).length() < 0.05
        };
        if !self.clip.is_some_and(is_same) {
            self.settle_halo();
            self.clip = Some(clip);
            let max = clip.max.max(clip.min);
            self.items.push(Item::Clip([clip.min.into(), max.into()]));
        }
    }

    fn add(&mut self, shape: Shape) {
        if !matches!(shape, Shape::Text(_) | Shape::Vec(_)) {
            self.settle_halo();
        }
        match shape {
            Shape::Noop | Shape::Band(_) => {}
            Shape::Vec(shapes) => shapes.into_iter().for_each(|shape| self.add(shape)),
            Shape::Circle(circle) => {
                let path = drawing::ellipse(circle.center.into(), [circle.radius; 2]);
                self.area(path, circle.fill, circle.stroke);
            }
            Shape::Ellipse(ellipse) => {
                let path = drawing::ellipse(ellipse.center.into(), ellipse.radius.into());
                self.area(path, ellipse.fill, ellipse.stroke);
            }
            Shape::LineSegment { points, stroke } => {
                let path = drawing::line(points.map(Point::from), false);
                self.stroke(path, stroke.width, stroke.color);
            }
            Shape::Path(path) => self.path(&path),
            Shape::Rect(rect) => self.rect(&rect),
            Shape::Text(text) => self.text(text),
            Shape::Mesh(mesh) => self.mesh(&mesh),
            Shape::QuadraticBezier(curve) => {
                let path = curve.flatten(None).into_iter().map(Point::from);
                self.path_like(drawing::line(path, curve.closed), curve.fill, &curve.stroke);
            }
            Shape::CubicBezier(curve) => {
                let path = curve.flatten(None).into_iter().map(Point::from);
                self.path_like(drawing::line(path, curve.closed), curve.fill, &curve.stroke);
            }
            Shape::Callback(callback) => {
                if let Some(items) = callback.callback.downcast_ref::<Vec<Item>>() {
                    self.items.extend(items.iter().cloned());
                }
            }
        }
    }

    fn fill(&mut self, path: Path, color: Color32) {
        if color.a() > 0 && !path.is_empty() {
            self.items.push(Item::Fill(path, paint(color)));
        }
    }

    fn stroke(&mut self, path: Path, width: f32, color: Color32) {
        if width > 0.0 && color.a() > 0 && !path.is_empty() {
            self.items.push(Item::Stroke {
                path,
                width,
                paint: paint(color),
                dash: None,
            });
        }
    }

    fn area(&mut self, path: Path, fill: Color32, stroke: Stroke) {
        self.fill(path.clone(), fill);
        self.stroke(path, stroke.width, stroke.color);
    }

    fn path_like(&mut self, path: Path, fill: Color32, stroke: &egui::epaint::PathStroke) {
        self.fill(path.clone(), fill);
        if let ColorMode::Solid(color) = stroke.color {
            self.stroke(path, stroke.width, color);
        }
    }

    fn path(&mut self, shape: &PathShape) {
        let points = shape.points.iter().map(|point| Point::from(*point));
        self.path_like(
            drawing::line(points, shape.closed),
            shape.fill,
            &shape.stroke,
        );
    }

    fn rect(&mut self, shape: &RectShape) {
        // A soft shadow is no outline.
        if shape.blur_width > 0.0 || shape.brush.is_some() {
            return;
        }
        let radius = f32::from(shape.corner_radius.nw);
        let path = |rect: Rect, radius: f32| {
            drawing::rectangle(rect.min.into(), rect.max.into(), radius.max(0.0))
        };
        self.fill(path(shape.rect, radius), shape.fill);
        let half = shape.stroke.width / 2.0;
        let out = match shape.stroke_kind {
            StrokeKind::Inside => -half,
            StrokeKind::Middle => 0.0,
            StrokeKind::Outside => half,
        };
        self.stroke(
            path(shape.rect.expand(out), radius + out),
            shape.stroke.width,
            shape.stroke.color,
        );
    }

    /// Triangles without a texture, those of one colour together.
    fn mesh(&mut self, mesh: &Mesh) {
        if mesh.texture_id != TextureId::default() {
            return;
        }
        let mut run: (Color32, Path) = (Color32::TRANSPARENT, Path::new());
        for triangle in mesh.indices.chunks_exact(3) {
            let corners = [0, 1, 2].map(|corner| mesh.vertices[triangle[corner] as usize]);
            // The softened edges of a shape end in nothing.
            let color = corners[0].color;
            if corners.iter().any(|corner| corner.color.a() == 0) {
                continue;
            }
            if color != run.0 {
                let (color, path) = std::mem::replace(&mut run, (color, Path::new()));
                self.fill(path, color);
            }
            let corners = corners.map(|corner| Point::from(corner.pos));
            run.1.extend(drawing::line(corners, true));
        }
        self.fill(run.1, run.0);
    }

    /// Copies in one colour before a text are its rim; alone they are texts.
    fn text(&mut self, shape: TextShape) {
        if shape.override_text_color.is_some() {
            match &mut self.halo {
                Some((galley, copies)) if Arc::ptr_eq(galley, &shape.galley) => copies.push(shape),
                _ => {
                    self.settle_halo();
                    self.halo = Some((Arc::clone(&shape.galley), vec![shape]));
                }
            }
            return;
        }
        let rim = match self.halo.take() {
            Some((galley, copies)) if Arc::ptr_eq(&galley, &shape.galley) => {
                let color = copies.first().and_then(|copy| copy.override_text_color);
                color.map(|color| (HALO, paint(color)))
            }
            other => {
                self.halo = other;
                self.settle_halo();
                None
            }
        };
        self.letters(&shape, rim);
    }

    fn settle_halo(&mut self) {
        if let Some((_, copies)) = self.halo.take() {
            for copy in copies {
                self.letters(&copy, None);
            }
        }
    }

    fn letters(&mut self, shape: &TextShape, halo: Option<(f32, Paint)>) {
        let job = &shape.galley.job;
        let turn = egui::emath::Rot2::from_angle(shape.angle);
        let mut byte = 0;
        for row in &shape.galley.rows {
            // Each line is a text of its own.
            let first = self.items.len();
            for glyph in &row.glyphs {
                let section = job
                    .sections
                    .iter()
                    .find(|section| section.byte_range.contains(&byte.into()));
                byte += glyph.chr.len_utf8();
                let Some(section) = section else {
                    continue;
                };
                let own = section.format.color;
                let color = shape.override_text_color.unwrap_or(own);
                let color = if color == Color32::PLACEHOLDER {
                    shape.fallback_color
                } else {
                    color
                };
                let face = Face::of_family(&section.format.font_id.family);
                let size = section.format.font_id.size;
                let at = shape.pos + turn * (row.pos.to_vec2() + glyph.pos.to_vec2());
                let text = Text {
                    face,
                    size,
                    paint: paint(color.gamma_multiply(shape.opacity_factor)),
                    letters: vec![(glyph.chr, at.into())],
                    halo,
                    angle: shape.angle,
                };
                self.join(text, first);
            }
            byte += usize::from(row.ends_with_newline);
        }
    }

    /// Adds a letter to the text before it, if that looks the same and is not before `first`.
    fn join(&mut self, text: Text, first: usize) {
        if text.paint[3] == 0 {
            return;
        }
        match self.items.get_mut(first..).and_then(<[Item]>::last_mut) {
            Some(Item::Text(before)) if before.looks_like(&text) => {
                before.letters.extend(text.letters);
            }
            _ => self.items.push(Item::Text(text)),
        }
    }
}
