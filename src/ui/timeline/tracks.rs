//! The tracks of events and of relations.

use std::sync::Arc;

use egui::{
    Align2, CursorIcon, Galley, Id, Mesh, Rect, Response, RichText, Role, Sense, Shape, Ui,
    WidgetInfo, pos2,
};

use crate::model::date::Day;
use crate::model::language::Language;
use crate::model::relation::Field;
use crate::scene::timeline::tracks::{self, Bin, Stage};
use crate::state::Command;
use crate::state::view_state::Scheme;
use crate::text::{Key, format};

use super::super::app::Desk;
use super::super::fonts::Face;
use super::super::memo::Memo;
use super::super::tokens::size;
use super::super::widgets::heading;
use super::axis::Axis;

/// Events closer than this are one bar, in points.
const GAP: f32 = 7.0;
/// How many events a tooltip lists.
const LISTED: usize = 8;
/// The width of a tooltip, in points.
const TOOLTIP: f32 = 380.0;

type Key0 = (Axis, Rect, Language, Scheme);

/// What is kept of the tracks.
#[derive(Default)]
pub struct Tracks {
    bins: Memo<Key0, (Vec<Bin>, Arc<Mesh>)>,
    stages: Memo<Language, Vec<Stage>>,
    ribbon: Memo<Key0, Arc<Mesh>>,
}

/// A track's name in the gutter, and what happens when the track is clicked or dragged.
pub(super) fn track(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    axis: Axis,
    rect: Rect,
    name: Key,
    spoken: &dyn Fn() -> String,
) -> Response {
    let ink = desk.tokens.ink_soft;
    ui.painter().text(
        rect.left_center(),
        Align2::LEFT_CENTER,
        desk.texts.get(name),
        Face::Text.at(size::SMALL),
        ink,
    );
    let along = Rect::from_x_y_ranges(axis.range(), rect.y_range());
    let response = ui.interact(
        along,
        Id::unique("track").with(name),
        Sense::click_and_drag(),
    );
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, spoken()));
    if response.has_focus() {
        let stroke = egui::Stroke::new(2.0, desk.tokens.accent);
        ui.painter()
            .rect_stroke(along.shrink(0.5), 2.0, stroke, egui::StrokeKind::Inside);
    }
    if let Some(pointer) = response
        .interact_pointer_pos()
        .filter(|_| response.dragged())
    {
        desk.send(Command::SetDate(desk.state.unit.end(axis.day(pointer.x))));
    }
    if response.drag_stopped() {
        desk.send(Command::Settle);
    }
    response.on_hover_cursor(CursorIcon::PointingHand)
}

pub(super) fn go_to(desk: &mut Desk<'_>, day: Day) {
    desk.send(Command::SetDate(desk.state.unit.end(day)));
    desk.send(Command::Settle);
}

/// Says in whole to a screen reader what a track has to shorten.
fn tell_whole(ui: &Ui, desk: &Desk<'_>, track: &egui::Response, shortened: &[&str]) {
    if !shortened.is_empty() {
        let whole = format::list(desk.language, shortened);
        ui.ctx()
            .accesskit_node_builder(track.id, |node| node.set_description(whole));
    }
}

/// Words shortened to a width.
fn shortened(ui: &Ui, text: &str, width: f32, ink: egui::Color32) -> Arc<Galley> {
    let mut job =
        egui::text::LayoutJob::simple_singleline(text.to_owned(), Face::Text.at(size::SMALL), ink);
    job.wrap = egui::text::TextWrapping::truncate_at_width(width);
    ui.painter().layout_job(job)
}

impl Tracks {
    /// Events: a dot each, bars where they crowd, titles where there is room.
    pub fn events_ui(&mut self, ui: &mut Ui, desk: &mut Desk<'_>, axis: Axis, rect: Rect) {
        let key = (axis, rect, desk.language, desk.state.scheme());
        let (bins, mesh) = self.bins.get(key, |_| {
            let bins = tracks::bins(desk.atlas, axis.span, axis.width, GAP);
            let mesh = Arc::new(bars(desk, &bins, axis, rect));
            (bins, mesh)
        });
        let spoken = || {
            let count: usize = bins.iter().map(|bin| bin.events.len()).sum();
            let count = format::number(
                desk.language,
                f64::from(u32::try_from(count).unwrap_or(u32::MAX)),
                0,
            );
            desk.texts.fill(Key::TrackEventsSeen, &[("count", &count)])
        };
        let name = spoken();
        let response = track(ui, desk, axis, rect, Key::TrackEvents, &|| name.clone());
        ui.painter().add(Shape::Mesh(Arc::clone(mesh)));
        let shortened = titles(ui, desk, bins, axis, rect);
        tell_whole(ui, desk, &response, &shortened);
        let Some(pointer) = response.hover_pos() else {
            return;
        };
        let near = bins
            .iter()
            .min_by_key(|bin| OrderedX::of(axis.x(bin.day) + GAP / 2.0 - pointer.x));
        let near = near.filter(|bin| (axis.x(bin.day) + GAP / 2.0 - pointer.x).abs() <= GAP);
        if response.clicked() {
            match near.and_then(|bin| bin.events.first()) {
                Some(event) => desk.send(Command::OpenEvent(*event)),
                None => go_to(desk, axis.day(pointer.x)),
            }
        }
        if let Some(bin) = near {
            response.on_hover_ui_at_pointer(|ui| {
                ui.set_max_width(TOOLTIP);
                for event in bin.events.iter().take(LISTED) {
                    let (_, [date, title]) = tracks::event_line(desk.atlas, *event, desk.language);
                    heading::small(ui, desk.tokens, &date);
                    ui.label(title);
                }
                if let Some(more) = bin
                    .events
                    .len()
                    .checked_sub(LISTED)
                    .filter(|more| *more > 0)
                {
                    heading::small(
                        ui,
                        desk.tokens,
                        &desk
                            .texts
                            .fill(Key::TurningMore, &[("count", &more.to_string())]),
                    );
                }
            });
        }
    }

    /// How relations stood: friendly times above the line, hostile ones below it.
    pub fn relations_ui(&mut self, ui: &mut Ui, desk: &mut Desk<'_>, axis: Axis, rect: Rect) {
        let stages = self.stages.get(desk.language, |language| {
            tracks::stages(desk.atlas, *language)
        });
        let key = (axis, rect, desk.language, desk.state.scheme());
        let mesh = self
            .ribbon
            .get(key, |_| Arc::new(ribbon(desk, stages, axis, rect)));
        ui.painter().add(Shape::Mesh(Arc::clone(mesh)));
        let at = |day: Day| {
            stages
                .iter()
                .filter(move |stage| stage.from <= day && day < stage.to)
        };
        let date = desk.state.date;
        let spoken = || {
            let qualities: Vec<&str> = at(date).map(|stage| stage.quality.as_str()).collect();
            let text = format::list(desk.language, &qualities);
            desk.texts
                .fill(Key::TrackRelationsAt, &[("quality", &text)])
        };
        let name = spoken();
        let response = track(ui, desk, axis, rect, Key::TrackRelations, &|| name.clone());
        let shortened = qualities(ui, desk, stages, axis, rect);
        tell_whole(ui, desk, &response, &shortened);
        let Some(pointer) = response.hover_pos() else {
            return;
        };
        let day = axis.day(pointer.x);
        if response.clicked() {
            go_to(desk, day);
        }
        response.on_hover_ui_at_pointer(|ui| {
            ui.set_max_width(TOOLTIP);
            for stage in at(day) {
                ui.label(RichText::new(&stage.quality).font(Face::Strong.at(size::BODY)));
                heading::small(ui, desk.tokens, &stage.when);
                ui.label(&stage.reason);
            }
        });
    }
}

/// Points on the screen in an order.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct OrderedX(u32);

impl OrderedX {
    fn of(distance: f32) -> Self {
        // Bits of floats above zero are in the order of the floats.
        Self(distance.abs().to_bits())
    }
}

fn bars(desk: &Desk<'_>, bins: &[Bin], axis: Axis, rect: Rect) -> Mesh {
    let mut mesh = Mesh::default();
    let bottom = rect.bottom() - 3.0;
    for bin in bins {
        #[expect(clippy::cast_precision_loss, reason = "few events")]
        let count = bin.events.len() as f32;
        let height = (3.0 + 3.2 * count.sqrt()).min(rect.height() - 4.0);
        let left = axis.x(bin.day).round();
        let bar = Rect::from_min_max(pos2(left, bottom - height), pos2(left + 3.0, bottom));
        mesh.add_colored_rect(bar, desk.tokens.ink_soft);
    }
    mesh
}

/// The title of each event that has room for it before the next; returns those that had to be
/// shortened.
fn titles<'a>(ui: &Ui, desk: &Desk<'a>, bins: &[Bin], axis: Axis, rect: Rect) -> Vec<&'a str> {
    const ROOM: f32 = 64.0;
    let mut cut = Vec::new();
    for (index, bin) in bins.iter().enumerate() {
        let left = axis.x(bin.day) + 6.0;
        let right = bins
            .get(index + 1)
            .map_or(axis.range().max, |next| axis.x(next.day) - 6.0);
        if let [event] = bin.events.as_slice()
            && right - left >= ROOM
        {
            let atlas = desk.atlas;
            let title = atlas.event(*event).title.get(desk.language);
            let galley = shortened(ui, title, right - left, desk.tokens.ink_soft);
            if galley.elided {
                cut.push(title);
            }
            let at = pos2(left, rect.center().y - galley.size().y / 2.0);
            ui.painter().galley(at, galley, desk.tokens.ink_soft);
        }
    }
    cut
}

/// What of half the ribbon's height one step of the score takes.
const STEP: f32 = 0.4;

fn ribbon(desk: &Desk<'_>, stages: &[Stage], axis: Axis, rect: Rect) -> Mesh {
    let tokens = desk.tokens;
    let mut mesh = Mesh::default();
    let middle = rect.center().y.round();
    let line = Rect::from_x_y_ranges(axis.range(), middle..=middle + 1.0);
    mesh.add_colored_rect(line, tokens.hairline);
    for stage in stages {
        let Some(range) = axis.clipped(stage.from, stage.to) else {
            continue;
        };
        let reach = (f32::from(stage.score) * STEP * rect.height() / 2.0).round();
        let right = if range.span() > 3.0 {
            range.max - 1.0
        } else {
            range.max.max(range.min + 1.0)
        };
        let (top, bottom) = match stage.field {
            // One of two fields beside each other is a line at its height.
            Field::Economy => (middle - reach - 1.0, middle - reach + 1.0),
            _ if stage.score == 0 => (middle - 1.0, middle + 2.0),
            _ => (middle - reach.max(0.0), middle + 1.0 - reach.min(0.0)),
        };
        let color = if stage.field == Field::Economy {
            tokens.ink
        } else {
            tokens.relation(stage.score)
        };
        mesh.add_colored_rect(
            Rect::from_min_max(pos2(range.min, top), pos2(right, bottom)),
            color,
        );
    }
    mesh
}

/// The quality of a time in words, in the half of the ribbon that its bar leaves free; returns those
/// that had to be shortened.
fn qualities<'a>(
    ui: &Ui,
    desk: &Desk<'_>,
    stages: &'a [Stage],
    axis: Axis,
    rect: Rect,
) -> Vec<&'a str> {
    const ROOM: f32 = 40.0;
    const ROOM_TO_SHORTEN: f32 = 96.0;
    let mut cut = Vec::new();
    for stage in stages.iter().filter(|stage| stage.field != Field::Economy) {
        let Some(range) = axis
            .clipped(stage.from, stage.to)
            .filter(|range| range.span() >= ROOM)
        else {
            continue;
        };
        let galley = shortened(ui, &stage.quality, range.span() - 6.0, desk.tokens.ink_soft);
        if galley.elided && range.span() < ROOM_TO_SHORTEN {
            continue;
        }
        if galley.elided {
            cut.push(stage.quality.as_str());
        }
        let y = if stage.score > 0 {
            rect.center().y + 1.0
        } else {
            rect.center().y - galley.size().y
        };
        ui.painter()
            .galley(pos2(range.min + 1.0, y), galley, desk.tokens.ink_soft);
    }
    cut
}
