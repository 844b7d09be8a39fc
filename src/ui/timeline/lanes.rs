//! Lanes of control: one a territory, drawn once as meshes and kept.

use std::sync::Arc;

use egui::text::{LayoutJob, TextWrapping};
use egui::{
    CursorIcon, Id, Mesh, Rect, Response, RichText, Role, ScrollArea, Sense, Shape, Stroke, Ui,
    WidgetInfo, pos2, vec2,
};

use crate::model::control::EpochIx;
use crate::model::language::Naming;
use crate::model::place::TerritoryIx;
use crate::scene::map::{self, Pattern};
use crate::scene::naming::Names;
use crate::scene::timeline::lanes::{self, Lane, LaneRow};
use crate::scene::timeline::order;
use crate::state::Command;
use crate::state::dock::{Grouping, Sorting};
use crate::state::view_state::Scheme;

use super::super::app::Desk;
use super::super::fonts::Face;
use super::super::map::patterns::Patterns;
use super::super::memo::Memo;
use super::super::tokens::{Tokens, size, space};
use super::super::widgets::focus;
use super::super::widgets::heading;
use super::axis::Axis;

/// The least and the greatest height of a lane, in points.
const LOW: f32 = 13.0;
const HIGH: f32 = 26.0;
/// The least height of a lane for fingers, in points.
const ROOMY: f32 = 26.0;
/// A phase is drawn at least this wide, in points: a month in two centuries must not vanish.
const NARROWEST: f32 = 1.0;
/// From this width on neighbouring phases of one colour are kept apart by a gap, in points.
const GAP_FROM: f32 = 6.0;

/// Which rows there are: the epoch counts only where it groups or names them.
type Arranged = (Option<TerritoryIx>, Sorting, Option<EpochIx>, Names);
type Key = (Axis, Rect, Arranged, Scheme, f32);

/// What is kept of the lanes.
#[derive(Default)]
pub struct Lanes {
    rows: Memo<Arranged, Arc<Vec<LaneRow>>>,
    shapes: Memo<Key, Vec<Shape>>,
}

impl Lanes {
    /// Draws the lanes; a click chooses the place and the date under the pointer.
    pub fn lanes_ui(
        &mut self,
        ui: &mut Ui,
        desk: &mut Desk<'_>,
        axis: Axis,
        rect: Rect,
        patterns: &Patterns,
    ) {
        let state = desk.state;
        let (sorting, names) = (state.dock.sorting, desk.names());
        let by_holder = sorting.grouping == Grouping::Holder;
        let by_epoch = by_holder || names.naming == Naming::Local;
        let epoch = by_epoch.then(|| desk.atlas.control.epoch_at(state.date));
        let arranged = (state.selection, sorting, epoch, names);
        let rows = Arc::clone(self.rows.get(arranged, |_| {
            let rows = order::rows(desk.atlas, state.selection, sorting, state.date, names);
            Arc::new(lanes::lane_rows(desk.atlas, &rows, state.date, names))
        }));
        #[expect(clippy::cast_precision_loss, reason = "few lanes")]
        let count = rows.len() as f32;
        let least = if state.dock.roomy { ROOMY } else { LOW };
        let fitting = (rect.height() / count).floor();
        // A little lower rather than one lane half out of sight.
        let height = fitting.clamp(least.min(fitting.max(least * 0.9)), HIGH);
        // Lanes that do not fit are reached by scrolling; none is cut in two.
        let whole = (rect.height() / height).floor().max(1.0) * height;
        let rect = if height * count > rect.height() {
            rect.with_max_y(rect.bottom().min(rect.top() + whole))
        } else {
            rect
        };
        let mut child = ui.new_child(egui::UiBuilder::new().max_rect(rect).id_salt("lanes"));
        child.shrink_clip_rect(rect);
        // The wheel zooms the time; lanes out of sight are reached by the bar and by the keys.
        let source = egui::containers::scroll_area::ScrollSource {
            mouse_wheel: false,
            ..Default::default()
        };
        ScrollArea::vertical()
            .auto_shrink(false)
            .min_scrolled_height(0.0)
            .scroll_source(source)
            .show(&mut child, |ui| {
                let (all, _) =
                    ui.allocate_exact_size(vec2(rect.width(), height * count), Sense::hover());
                let key = (axis, all, arranged, desk.state.scheme(), height);
                let shapes = self.shapes.get(key, |_| {
                    shapes(&rows, desk.tokens, axis, all, height, patterns)
                });
                ui.painter().extend(shapes.iter().cloned());
                let mut top = all.top();
                for row in rows.iter() {
                    let room = Rect::from_min_size(
                        pos2(all.left(), top),
                        vec2(axis.range().max - all.left(), height),
                    );
                    match row {
                        LaneRow::Heading(text) => heading_ui(ui, desk, room, text),
                        LaneRow::Lane(lane) => lane_ui(ui, desk, axis, room, lane),
                    }
                    top += height;
                }
                focus::follow(ui);
            });
    }
}

/// What the lanes below have in common, over a line along the axis.
fn heading_ui(ui: &mut Ui, desk: &Desk<'_>, row: Rect, text: &str) {
    let tokens = desk.tokens;
    let response = ui.interact(row, Id::unique("lanes under").with(text), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, text));
    let font = Face::Strong.at(size::SMALL);
    let words = ui
        .painter()
        .layout_no_wrap(text.to_owned(), font, tokens.ink_soft);
    let line = row.left() + words.size().x + space::SMALL;
    let top = row.center().y - words.size().y / 2.0;
    ui.painter()
        .galley(pos2(row.left(), top), words, tokens.ink_soft);
    let stroke = Stroke::new(1.0, tokens.hairline);
    ui.painter()
        .hline(line..=row.right(), row.center().y.round(), stroke);
}

/// A name without what stands in brackets behind it.
fn short_name(name: &str) -> &str {
    let end = name
        .find(['(', '（'])
        .filter(|at| *at > 0)
        .unwrap_or(name.len());
    name[..end].trim_end()
}

fn lane_ui(ui: &mut Ui, desk: &mut Desk<'_>, axis: Axis, row: Rect, lane: &Lane) {
    let tokens = desk.tokens;
    let chosen = desk.state.selection == Some(lane.territory);
    let (face, ink) = if chosen {
        (Face::Strong, tokens.ink)
    } else {
        (Face::Text, tokens.ink_soft)
    };
    let room = Rect::from_min_max(row.min, pos2(axis.left - 8.0, row.bottom()));
    let mut job = LayoutJob::simple_singleline(
        short_name(desk.place_name(lane.territory)).to_owned(),
        face.at(size::SMALL),
        ink,
    );
    job.wrap = TextWrapping::truncate_at_width(room.width());
    let galley = ui.painter().layout_job(job);
    ui.painter().galley(
        pos2(room.left(), room.center().y - galley.size().y / 2.0),
        galley,
        ink,
    );
    let response = ui.interact(
        row,
        Id::unique("lane").with(lane.territory.0),
        Sense::click_and_drag(),
    );
    response.widget_info(|| {
        let name = map::spoken(desk.atlas, lane.territory, desk.state.date, desk.names());
        WidgetInfo::selected(Role::Button, true, chosen, name)
    });
    if response.has_focus() {
        ui.painter().rect_stroke(
            row.shrink(0.5),
            2.0,
            Stroke::new(2.0, tokens.accent),
            egui::StrokeKind::Inside,
        );
    }
    if response.clicked() {
        desk.send(Command::Select(Some(lane.territory)));
    }
    let along = response
        .interact_pointer_pos()
        .filter(|pointer| pointer.x >= axis.left);
    if let Some(pointer) = along.filter(|_| response.clicked() || response.dragged()) {
        desk.send(Command::SetDate(desk.state.unit.end(axis.day(pointer.x))));
    }
    if response.drag_stopped() || response.clicked() {
        desk.send(Command::Settle);
    }
    tooltip(
        desk,
        axis,
        lane,
        response.on_hover_cursor(CursorIcon::PointingHand),
    );
}

/// Who held the place at the time under the pointer.
fn tooltip(desk: &Desk<'_>, axis: Axis, lane: &Lane, response: Response) {
    let Some(pointer) = response.hover_pos() else {
        return;
    };
    response.on_hover_ui_at_pointer(|ui| {
        ui.label(RichText::new(desk.place_name(lane.territory)).font(Face::Strong.at(size::BODY)));
        if pointer.x >= axis.left {
            let day = desk.state.unit.end(axis.day(pointer.x));
            let [who, when] = lanes::phase_text(desk.atlas, lane.territory, day, desk.language);
            ui.label(who);
            heading::small(ui, desk.tokens, &when);
            if let Some(claimed) = map::claimed_text(desk.atlas, lane.territory, day, desk.language)
            {
                ui.label(claimed);
            }
        }
    });
}

/// Colours, patterns and claims of all lanes: one mesh for what is plain, one for each pattern.
fn shapes(
    rows: &[LaneRow],
    tokens: &Tokens,
    axis: Axis,
    all: Rect,
    height: f32,
    patterns: &Patterns,
) -> Vec<Shape> {
    let mut plain = Mesh::default();
    let mut over: Vec<(Pattern, Mesh)> = Vec::new();
    let mut stripes = Mesh::default();
    let mut top = all.top() + 1.0;
    for row in rows {
        let LaneRow::Lane(lane) = row else {
            top += height;
            continue;
        };
        let bar = |from, to| -> Option<Rect> {
            let range = axis.clipped(from, to)?;
            let right = range.max.max(range.min + NARROWEST);
            Some(Rect::from_min_max(
                pos2(range.min, top),
                pos2(right, top + height - 3.0),
            ))
        };
        for segment in &lane.segments {
            let Some(mut rect) = bar(segment.from, segment.to) else {
                continue;
            };
            if rect.width() >= GAP_FROM {
                rect.max.x -= 1.0;
            }
            let hue = tokens.shade(segment.fill.shade);
            let color = if segment.fill.is_pale() {
                tokens.pale(hue)
            } else {
                hue
            };
            plain.add_colored_rect(rect, color);
            let stroke = segment
                .fill
                .second
                .map_or(tokens.pattern, |shade| tokens.shade(shade));
            if let Some(mesh) = patterns.rect(segment.fill.pattern, rect, stroke) {
                match over
                    .iter_mut()
                    .find(|(pattern, _)| *pattern == segment.fill.pattern)
                {
                    Some((_, all)) => all.append(mesh),
                    None => over.push((segment.fill.pattern, mesh)),
                }
            }
        }
        for claim in &lane.claims {
            let Some(rect) = bar(claim.from, claim.to) else {
                continue;
            };
            let thick = (height * 0.2).round().clamp(3.0, 5.0);
            let stripe = Rect::from_min_max(pos2(rect.left(), rect.bottom() - thick), rect.max);
            let edge = Rect::from_min_max(
                pos2(rect.left(), stripe.top() - 1.0),
                pos2(rect.right(), stripe.top()),
            );
            stripes.add_colored_rect(edge, tokens.paper);
            stripes.add_colored_rect(stripe, tokens.shade(claim.shade));
        }
        top += height;
    }
    let meshes = std::iter::once(plain)
        .chain(over.into_iter().map(|(_, mesh)| mesh))
        .chain([stripes]);
    meshes
        .filter(|mesh| !mesh.is_empty())
        .map(Shape::mesh)
        .collect()
}
