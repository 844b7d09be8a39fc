//! The ruler: marks of time, marks of change, and where to grasp the date.

use std::sync::Arc;

use egui::{
    Color32, CursorIcon, Id, Key as Keyboard, Mesh, Rect, Role, Sense, Shape, Stroke, Ui,
    WidgetInfo, pos2,
};

use crate::dataset::Atlas;
use crate::model::date::Day;
use crate::model::language::Language;
use crate::model::place::TerritoryIx;
use crate::scene::timeline::ticks::{self, Ticks};
use crate::state::Command;
use crate::state::time_axis::Span;
use crate::state::view_state::Scheme;
use crate::text::{Key, format};

use super::super::app::Desk;
use super::super::fonts::Face;
use super::super::memo::Memo;
use super::super::tokens::{radius, size};
use super::axis::Axis;

/// The heights of the ruler's rows from the top, in points: the playhead's label, the marks of
/// change, the names of the marks, the longer units.
pub const TAG: f32 = 21.0;
pub const CHANGES: f32 = 14.0;
pub const LABELS: f32 = 17.0;
const CONTEXT: f32 = 14.0;
/// The height of the ruler, in points.
pub const HEIGHT: f32 = TAG + CHANGES + LABELS + CONTEXT;

/// What of the ruler is kept.
#[derive(Default)]
pub struct Ruler {
    ticks: Memo<(Span, u32, Language), Ticks>,
    marks: Memo<MarksKey, Arc<Mesh>>,
    /// The day at which a loop is being drawn out.
    loop_from: Option<Day>,
}

type MarksKey = (Axis, f32, Language, Scheme, Option<TerritoryIx>, bool);

impl Ruler {
    /// Draws the ruler and moves the date, the axis and the loop with it.
    pub fn ruler_ui(&mut self, ui: &mut Ui, desk: &mut Desk<'_>, axis: Axis, rect: Rect) {
        let line = rect.top() + TAG + CHANGES;
        let scrub = Rect::from_x_y_ranges(axis.range(), rect.top()..=line);
        let strip = Rect::from_x_y_ranges(axis.range(), line..=rect.bottom());
        self.scrub_ui(ui, desk, axis, scrub);
        pan_ui(ui, desk, axis, strip);
        self.paint(ui, desk, axis, rect, line);
    }

    /// Where a click or a drag chooses the date; with Shift it draws out a loop.
    fn scrub_ui(&mut self, ui: &mut Ui, desk: &mut Desk<'_>, axis: Axis, rect: Rect) {
        let response = ui.interact(rect, Id::unique("axis"), Sense::click_and_drag());
        let date = desk.state.date;
        let spoken = format!(
            "{}: {}",
            desk.texts.get(Key::Slider),
            format::day(desk.language, date)
        );
        response.widget_info(|| WidgetInfo::slider(true, f64::from(date.year()), &spoken));
        accessible_slider(ui, desk, response.id);
        let shift = ui.input(|input| input.modifiers.shift);
        if let Some(pointer) = response.interact_pointer_pos() {
            let under = axis.day(pointer.x);
            if response.drag_started() && shift {
                self.loop_from = Some(under);
            }
            match self.loop_from {
                Some(from) => desk.send(Command::LoopOver(Some((from, under)))),
                None if response.dragged() || response.clicked() => {
                    desk.send(Command::SetDate(desk.state.unit.end(under)));
                    response.request_focus();
                }
                None => {}
            }
        }
        if response.drag_stopped() || response.clicked() {
            self.loop_from = None;
            desk.send(Command::Settle);
        }
        if response.has_focus() {
            let accent = desk.tokens.accent;
            ui.painter().rect_stroke(
                rect,
                radius::SMALL,
                Stroke::new(2.0, accent),
                egui::StrokeKind::Inside,
            );
            // Up and down are the slider's own keys; left and right are everywhere's.
            let none = egui::Modifiers::NONE;
            let up = ui.input_mut(|input| input.consume_key(none, Keyboard::ArrowUp));
            let down = ui.input_mut(|input| input.consume_key(none, Keyboard::ArrowDown));
            if up || down {
                desk.send(Command::Step(if up { 1 } else { -1 }));
            }
        }
        response.on_hover_cursor(CursorIcon::ResizeHorizontal);
    }

    fn paint(&mut self, ui: &Ui, desk: &Desk<'_>, axis: Axis, rect: Rect, line: f32) {
        let tokens = desk.tokens;
        let painter = ui.painter();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a width in points"
        )]
        let width = axis.width as u32;
        let ticks = self.ticks.get((axis.span, width, desk.language), |_| {
            ticks::ticks(axis.span, axis.width, desk.language)
        });
        if let Some(band) = axis.clipped(desk.state.unit_start(), desk.state.date.plus_days(1)) {
            let band = Rect::from_x_y_ranges(band, line..=line + LABELS);
            painter.rect_filled(band, 0.0, tokens.accent.gamma_multiply(0.16));
        }
        if let Some((first, last)) = desk.state.playback.range()
            && let Some(range) = axis.clipped(first, last.plus_days(1))
        {
            painter.rect_filled(
                Rect::from_x_y_ranges(range, line - 4.0..=line),
                0.0,
                tokens.accent.gamma_multiply(0.6),
            );
        }
        let key = (
            axis,
            line,
            desk.language,
            desk.state.scheme(),
            desk.state.selection,
            desk.state.changes_of_selection,
        );
        let mesh = self
            .marks
            .get(key, |_| Arc::new(marks(desk, axis, ticks, line)));
        painter.add(Shape::Mesh(Arc::clone(mesh)));
        paint_labels(
            ui,
            desk,
            axis,
            ticks,
            Rect::from_min_max(pos2(rect.left(), line), rect.max),
        );
    }
}

/// The strip of labels: dragging moves the axis, clicking goes to what is named there.
fn pan_ui(ui: &mut Ui, desk: &mut Desk<'_>, axis: Axis, rect: Rect) {
    let response = ui.interact(rect, Id::unique("time strip"), Sense::CLICK | Sense::DRAG);
    response.widget_info(|| WidgetInfo::labeled(Role::Group, true, desk.texts.get(Key::TimeAxis)));
    let delta = response.drag_delta().x;
    if response.dragged() && delta != 0.0 {
        desk.send(Command::PanTime(-f64::from(delta / axis.width)));
    }
    if let Some(pointer) = response
        .interact_pointer_pos()
        .filter(|_| response.clicked())
    {
        desk.send(Command::SetDate(desk.state.unit.end(axis.day(pointer.x))));
    }
    if response.drag_stopped() || response.clicked() {
        desk.send(Command::Settle);
    }
    let cursor = match (axis.span.is_whole(), response.dragged()) {
        (true, _) => CursorIcon::PointingHand,
        (false, true) => CursorIcon::Grabbing,
        (false, false) => CursorIcon::Grab,
    };
    response.on_hover_cursor(cursor);
}

fn accessible_slider(ui: &Ui, desk: &mut Desk<'_>, id: Id) {
    use egui::accesskit::Action;
    let (first, last) = Atlas::range();
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_role(Role::Slider);
        node.set_min_numeric_value(f64::from(first.year()));
        node.set_max_numeric_value(f64::from(last.year()));
        node.set_numeric_value_step(1.0);
        node.set_value(format::day(desk.language, desk.state.date));
        node.add_action(Action::Increment);
        node.add_action(Action::Decrement);
    });
    let (more, less) = ui.input(|input| {
        (
            input.has_accesskit_action_request(id, Action::Increment),
            input.has_accesskit_action_request(id, Action::Decrement),
        )
    });
    if more || less {
        desk.send(Command::Step(if more { 1 } else { -1 }));
    }
}

/// The line, its marks, and the marks of change, as one mesh.
fn marks(desk: &Desk<'_>, axis: Axis, ticks: &Ticks, line: f32) -> Mesh {
    let tokens = desk.tokens;
    let mut mesh = Mesh::default();
    let mut bar = |x: f32, width: f32, top: f32, bottom: f32, color: Color32| {
        let left = (x - width / 2.0).round();
        mesh.add_colored_rect(
            Rect::from_min_max(pos2(left, top), pos2(left + width, bottom)),
            color,
        );
    };
    let range = axis.range();
    bar(
        range.center(),
        range.span(),
        line,
        line + 1.0,
        tokens.ink_soft,
    );
    for tick in &ticks.ticks {
        let x = axis.x(tick.day);
        if range.contains(x) {
            let length = if tick.label.is_some() { 6.0 } else { 3.0 };
            bar(x, 1.0, line, line + length, tokens.ink_soft);
        }
    }
    for context in &ticks.contexts {
        let x = axis.x(context.from);
        if range.contains(x) {
            // The name of the mark that begins with it stays free.
            bar(x, 1.0, line, line + 6.0, tokens.ink_soft);
            bar(
                x,
                1.0,
                line + LABELS,
                line + LABELS + CONTEXT,
                tokens.ink_soft,
            );
        }
    }
    let only = desk.state.changes_of();
    let selection = desk.state.selection;
    let soft = tokens.ink_soft.gamma_multiply(0.6);
    let (mut last_x, mut last_own) = (f32::NEG_INFINITY, f32::NEG_INFINITY);
    let (first, last) = (axis.span.first(), axis.span.last());
    let lands = desk.atlas.control.changes_within(first, last).iter();
    let towns = &desk.atlas.town_control;
    let of_towns = towns.changes_within(first, last).iter();
    let changes = lands.map(|change| (change.day, change.territory));
    let mut changes: Vec<_> = changes
        .chain(of_towns.map(|change| (change.day, towns.land_of(change))))
        .collect();
    // Marks leave out those too near to the one before, so they must come in order.
    changes.sort_unstable();
    for (day, territory) in changes {
        let x = axis.x(day);
        let own = selection == Some(territory);
        // Marks closer than a pixel are one mark.
        if own && x - last_own >= 1.0 {
            last_own = x;
            bar(x, 2.0, line - 12.0, line, tokens.accent);
        } else if !own && only.is_none() && x - last_x >= 1.0 {
            last_x = x;
            bar(x, 1.0, line - 7.0, line, soft);
        }
    }
    mesh
}

fn paint_labels(ui: &Ui, desk: &Desk<'_>, axis: Axis, ticks: &Ticks, rect: Rect) {
    let painter = ui.painter();
    let ink = desk.tokens.ink_soft;
    let range = axis.range();
    let font = Face::Text.at(size::SMALL);
    let mut free = f32::NEG_INFINITY;
    let mut names = ticks
        .ticks
        .iter()
        .filter(|tick| tick.label.is_some())
        .peekable();
    while let Some(tick) = names.next() {
        let Some(label) = &tick.label else { continue };
        let galley = painter.layout_no_wrap(label.clone(), font.clone(), ink);
        let half = galley.size().x / 2.0;
        let left = axis.x(tick.day);
        let x = if ticks.centred {
            let right = names.peek().map_or(range.max, |next| axis.x(next.day));
            let (left, right) = (left.max(range.min), right.min(range.max));
            if right - left < galley.size().x + 2.0 {
                continue;
            }
            f32::midpoint(left, right)
        } else {
            left
        };
        let within = x - half >= range.min - 20.0 && x + half <= range.max + 20.0;
        if within && x - half > free + 4.0 {
            free = x + half;
            painter.galley(pos2((x - half).round(), rect.top() + 3.0), galley, ink);
        }
    }
    for context in &ticks.contexts {
        let Some(room) = axis.clipped(context.from, context.to) else {
            continue;
        };
        let galley = painter.layout_no_wrap(
            context.label.clone(),
            Face::Strong.at(size::SMALL),
            desk.tokens.ink,
        );
        if room.span() >= galley.size().x + 8.0 {
            let at = pos2(room.min + 5.0, rect.top() + LABELS - 1.0);
            painter.galley(at, galley, desk.tokens.ink);
        }
    }
}
