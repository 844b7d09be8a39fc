//! Bars that part at zero: unfavourable to the left, favourable and the rest to the right.

use egui::{Color32, Painter, Pos2, Rect, pos2};

use crate::scene::charts::{PollRow, Polls, Share};

use super::super::app::Desk;
use super::super::fonts::Face;
use super::super::tokens::size;

/// The height of a bar, in points.
pub const HEIGHT: f32 = 22.0;
/// Between a text and the edge of its bar, in points.
const PAD: f32 = 4.0;

/// Percent on a line of the screen.
#[derive(Clone, Copy, Debug)]
pub struct Scale {
    pub zero: f32,
    points_per_percent: f32,
}

impl Scale {
    /// Fits the longest bars of both sides into `room`.
    #[expect(clippy::cast_possible_truncation, reason = "percentages fit an f32")]
    pub fn new(polls: &Polls, room: Rect) -> Self {
        let [left, right] = polls.reach.map(|percent| percent as f32);
        let points_per_percent = room.width() / (left + right).max(1.0);
        Self {
            zero: room.left() + left * points_per_percent,
            points_per_percent,
        }
    }

    /// `percent` is negative to the left of zero.
    #[expect(clippy::cast_possible_truncation, reason = "percentages fit an f32")]
    pub fn x(self, percent: f64) -> f32 {
        self.zero + percent as f32 * self.points_per_percent
    }
}

/// The bars of a row: unfavourable, favourable, the rest. None where no value is given: a bar of a
/// guessed length would say what nobody knows.
pub fn place(row: &PollRow, scale: Scale, line: Rect) -> [Option<Rect>; 3] {
    let bar = |from: f64, to: f64| {
        Rect::from_min_max(
            pos2(scale.x(from), line.top()),
            pos2(scale.x(to), line.top() + HEIGHT),
        )
    };
    let favourable = row.favourable.percent;
    [
        row.unfavourable.percent.map(|percent| bar(-percent, 0.0)),
        favourable.map(|percent| bar(0.0, percent)),
        favourable
            .zip(row.neither.percent)
            .map(|(before, percent)| bar(before, before + percent)),
    ]
}

/// Paints a bar, or its sign in the legend; the pale rest gets an edge, or the paper would swallow it.
pub fn paint_block(painter: &Painter, desk: &Desk<'_>, bar: Rect, fill: Color32) {
    // Neighbours are parted by a line of paper.
    let block = bar.shrink2(egui::vec2(0.5, 0.0));
    painter.rect_filled(block, 1, fill);
    if fill == desk.tokens.remainder {
        let edge = egui::Stroke::new(1.0, desk.tokens.ink_soft);
        painter.rect_stroke(block, 1, edge, egui::StrokeKind::Inside);
    }
}

/// Paints the bars of a row with their values, and words where a value is missing.
pub fn paint(painter: &Painter, desk: &Desk<'_>, row: &PollRow, scale: Scale, line: Rect) {
    let tokens = desk.tokens;
    let shares = [
        (&row.unfavourable, tokens.unfavourable, tokens.on_accent),
        (&row.favourable, tokens.favourable, tokens.on_accent),
        (&row.neither, tokens.remainder, tokens.ink),
    ];
    let bars = place(row, scale, line);
    for (bar, (share, fill, ink)) in bars.into_iter().zip(shares) {
        if let Some(bar) = bar {
            paint_block(painter, desk, bar, fill);
            value(painter, desk, share, bar, ink);
        }
    }
    let middle = line.top() + HEIGHT / 2.0;
    let [unfavourable, favourable, _] = bars;
    if unfavourable.is_none() {
        missing(
            painter,
            desk,
            &row.unfavourable.text,
            pos2(scale.zero - 2.0 * PAD, middle),
            egui::Align2::RIGHT_CENTER,
        );
    }
    if favourable.is_none() {
        missing(
            painter,
            desk,
            &row.favourable.text,
            pos2(scale.zero + 2.0 * PAD, middle),
            egui::Align2::LEFT_CENTER,
        );
    }
    let zero = [
        pos2(scale.zero, line.top() - 2.0),
        pos2(scale.zero, line.top() + HEIGHT + 2.0),
    ];
    painter.line_segment(zero, egui::Stroke::new(1.0, tokens.ink_soft));
}

/// The value within its bar, or behind it where the bar is too short.
fn value(painter: &Painter, desk: &Desk<'_>, share: &Share, bar: Rect, ink: Color32) {
    let galley = painter.layout_no_wrap(share.text.clone(), Face::Strong.at(size::SMALL), ink);
    let fits = galley.size().x + PAD <= bar.width();
    let left = if fits {
        bar.center().x - galley.size().x / 2.0
    } else {
        bar.right() + PAD
    };
    let ink = if fits { ink } else { desk.tokens.ink };
    painter.galley_with_override_text_color(
        pos2(left, bar.center().y - galley.size().y / 2.0),
        galley,
        ink,
    );
}

fn missing(painter: &Painter, desk: &Desk<'_>, text: &str, at: Pos2, align: egui::Align2) {
    painter.text(
        at,
        align,
        text,
        Face::Note.at(size::SMALL),
        desk.tokens.ink_soft,
    );
}
