//! Paints marks and whiskers. A quantity is known by its shape as well as by its colour.

use egui::{Color32, CornerRadius, Painter, Pos2, Rect, Shape, Stroke, Vec2, pos2, vec2};

use crate::scene::charts::{Form, Ink, Look, Shape as Mark};

use super::super::tokens::Tokens;
use super::layout::{End, Placed, RADIUS};

/// Half the width of a whisker's cap, in points: wider than a mark, so that bounds of mere rounding
/// still show on both sides of it.
const CAP: f32 = 10.0;
/// The size of an arrow's head, in points.
const HEAD: Vec2 = vec2(3.5, 5.0);

/// The colour of a quantity.
pub fn color(tokens: &Tokens, look: Look) -> Color32 {
    match look.ink {
        Ink::Series(number) => tokens.series[number % tokens.series.len()],
        Ink::Favourable => tokens.favourable,
        Ink::Unfavourable => tokens.unfavourable,
    }
}

/// Paints the mark of a quantity.
///
/// A hollow mark shows the paper within; a crossed one is pale with a cross in it.
pub fn paint_mark(painter: &Painter, tokens: &Tokens, at: Pos2, look: Look, form: Form) {
    let color = color(tokens, look);
    let quantity = look.shape;
    let radius = if form.is_small { RADIUS * 0.75 } else { RADIUS };
    // A rim of paper keeps the mark apart from what lies behind it.
    painter.add(outline(
        at,
        quantity,
        radius + 1.8,
        tokens.paper,
        Stroke::NONE,
    ));
    if !form.is_hollow && !form.is_crossed {
        painter.add(outline(at, quantity, radius + 0.7, color, Stroke::NONE));
        return;
    }
    let fill = if form.is_hollow {
        tokens.paper
    } else {
        tokens.paper.lerp_to_gamma(color, 0.3)
    };
    painter.add(outline(at, quantity, radius, fill, Stroke::new(1.5, color)));
    if form.is_crossed {
        let (center, arm) = cross(at, quantity, radius);
        let stroke = Stroke::new(1.3, color);
        painter.line_segment([center + vec2(-arm, -arm), center + vec2(arm, arm)], stroke);
        painter.line_segment([center + vec2(-arm, arm), center + vec2(arm, -arm)], stroke);
    }
}

/// The middle and the reach of a cross within the shape of a quantity.
fn cross(at: Pos2, quantity: Mark, radius: f32) -> (Pos2, f32) {
    match quantity {
        Mark::Circle => (at, radius * 0.7),
        Mark::Square => (at, radius * 0.9),
        Mark::Triangle => (at + vec2(0.0, radius * 0.3), radius * 0.45),
        Mark::Diamond => (at, radius * 0.62),
    }
}

fn outline(at: Pos2, quantity: Mark, radius: f32, fill: Color32, stroke: Stroke) -> Shape {
    match quantity {
        Mark::Circle => egui::epaint::CircleShape {
            center: at,
            radius,
            fill,
            stroke,
        }
        .into(),
        Mark::Square => {
            let square = Rect::from_center_size(at, Vec2::splat(radius * 1.8));
            egui::epaint::RectShape::new(
                square,
                CornerRadius::ZERO,
                fill,
                stroke,
                egui::StrokeKind::Middle,
            )
            .into()
        }
        Mark::Triangle => {
            let up = radius * 1.15;
            let corners = vec![
                at + vec2(0.0, -up),
                at + vec2(up, up * 0.8),
                at + vec2(-up, up * 0.8),
            ];
            Shape::convex_polygon(corners, fill, stroke)
        }
        Mark::Diamond => {
            let far = radius * 1.3;
            let corners = vec![
                at + vec2(0.0, -far),
                at + vec2(far, 0.0),
                at + vec2(0.0, far),
                at + vec2(-far, 0.0),
            ];
            Shape::convex_polygon(corners, fill, stroke)
        }
    }
}

/// Paints both ends of a whisker: a cap at a stated bound, an arrow where none is stated.
pub fn paint_whisker(painter: &Painter, tokens: &Tokens, placed: &Placed) {
    let color = color(tokens, placed.look);
    if let (End::Closed(low), End::Closed(high)) = (placed.lower, placed.upper) {
        // A value that is its own limit has no whisker.
        if (low - high).abs() < 0.25 {
            return;
        }
        let between = Rect::from_x_y_ranges(placed.at.x - CAP..=placed.at.x + CAP, high..=low);
        painter.rect_filled(between, CornerRadius::ZERO, color.gamma_multiply(0.25));
    }
    for end in [placed.lower, placed.upper] {
        paint_end(painter, placed.at, end, Stroke::new(1.2, color));
    }
}

fn paint_end(painter: &Painter, at: Pos2, end: End, stroke: Stroke) {
    match end {
        End::Closed(y) => {
            painter.line_segment([at, pos2(at.x, y)], stroke);
            painter.line_segment([pos2(at.x - CAP, y), pos2(at.x + CAP, y)], stroke);
        }
        End::Open(y) => {
            let tip = pos2(at.x, y);
            let back = if y > at.y { -HEAD.y } else { HEAD.y };
            painter.line_segment([at, tip], stroke);
            painter.line_segment([tip, tip + vec2(-HEAD.x, back)], stroke);
            painter.line_segment([tip, tip + vec2(HEAD.x, back)], stroke);
        }
    }
}

/// Paints the sign of an open whisker for the key, without a mark of any quantity.
pub fn paint_open_sign(painter: &Painter, color: Color32, center: Pos2) {
    let stroke = Stroke::new(1.4, color);
    let foot = center + vec2(0.0, 6.0);
    painter.line_segment([foot + vec2(-4.0, 0.0), foot + vec2(4.0, 0.0)], stroke);
    paint_end(painter, foot, End::Open(center.y - 6.0), stroke);
}
