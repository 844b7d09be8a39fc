//! The tracks of trade and of opinion: a point a figure.

use egui::{Color32, Pos2, Rect, RichText, Shape, Stroke, Ui, pos2};

use crate::model::language::Language;
use crate::scene::timeline::points::{self, About, Point};
use crate::state::Command;
use crate::state::dock::Track;
use crate::state::view_state::Page;
use crate::text::{Key, format};

use super::super::app::Desk;
use super::super::fonts::Face;
use super::super::memo::Memo;
use super::super::tokens::{Tokens, size};
use super::super::widgets::heading;
use super::axis::Axis;
use super::track_menu::track_key;
use super::tracks;

/// The radius of a point, and how near the pointer must come to it, in points.
const RADIUS: f32 = 2.5;
const NEAR: f32 = 9.0;
/// How many figures a tooltip lists, and its width in points.
const LISTED: usize = 6;
const TOOLTIP: f32 = 380.0;

/// What is kept of the points.
#[derive(Default)]
pub struct Points {
    trade: Memo<Language, Vec<Point>>,
    polls: Memo<Language, Vec<Point>>,
}

fn color(tokens: &Tokens, about: About) -> Color32 {
    match about {
        About::Trade => tokens.ink,
        About::Japan => tokens.series[2],
        About::Russia => tokens.series[1],
    }
}

/// Where a point stands.
fn place(point: &Point, axis: Axis, row: Rect) -> Pos2 {
    #[expect(clippy::cast_possible_truncation, reason = "a share of the height")]
    let share = point.share as f32;
    let (left, right) = (axis.x(point.from), axis.x(point.to));
    let inner = row.shrink2(egui::vec2(0.0, RADIUS + 1.5));
    pos2(
        f32::midpoint(left, right),
        inner.bottom() - share * inner.height(),
    )
}

impl Points {
    /// Draws the figures of a track: full points where a text states them, rings where another
    /// source does. A click goes to the date and opens the charts.
    pub fn points_ui(
        &mut self,
        ui: &mut Ui,
        desk: &mut Desk<'_>,
        axis: Axis,
        row: Rect,
        track: Track,
    ) {
        let memo = match track {
            Track::Trade => &mut self.trade,
            _ => &mut self.polls,
        };
        let all = memo.get(desk.language, |language| {
            points::points(desk.atlas, track, *language)
        });
        let range = axis.range();
        let seen: Vec<(Pos2, &Point)> = all
            .iter()
            .map(|point| (place(point, axis, row), point))
            .filter(|(at, _)| range.contains(at.x))
            .collect();
        let name = desk.texts.get(track_key(track));
        let count = u32::try_from(seen.len()).unwrap_or(u32::MAX);
        let count = format::number(desk.language, f64::from(count), 0);
        let spoken = desk
            .texts
            .fill(Key::TrackPointsSeen, &[("track", name), ("count", &count)]);
        let base = Stroke::new(1.0, desk.tokens.hairline);
        ui.painter().hline(range, row.bottom() - 1.5, base);
        let response = tracks::track(ui, desk, axis, row, track_key(track), &|| spoken.clone());
        for (at, point) in &seen {
            let color = color(desk.tokens, point.about);
            if point.is_stated {
                ui.painter().add(Shape::circle_filled(*at, RADIUS, color));
            } else {
                let ring = Stroke::new(1.0, color);
                ui.painter()
                    .add(Shape::circle_stroke(*at, RADIUS - 0.5, ring));
            }
        }
        let Some(pointer) = response.hover_pos() else {
            return;
        };
        let mut near: Vec<&(Pos2, &Point)> = seen
            .iter()
            .filter(|(at, _)| (at.x - pointer.x).abs() <= NEAR)
            .collect();
        near.sort_by(|(one, _), (other, _)| {
            one.distance(pointer).total_cmp(&other.distance(pointer))
        });
        if response.clicked() {
            match near.first() {
                Some((_, point)) => {
                    tracks::go_to(desk, point.to.plus_days(-1));
                    desk.send(Command::OpenPage(Page::Charts));
                }
                None => tracks::go_to(desk, axis.day(pointer.x)),
            }
        }
        if !near.is_empty() {
            response.on_hover_ui_at_pointer(|ui| {
                ui.set_max_width(TOOLTIP);
                for (_, point) in near.iter().take(LISTED) {
                    let when = RichText::new(&point.when).font(Face::Strong.at(size::BODY));
                    ui.label(when);
                    heading::small(ui, desk.tokens, &point.what);
                }
            });
        }
    }
}
