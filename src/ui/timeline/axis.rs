//! The axis: years, marks where control changes, and the handle.

use egui::{Align2, CursorIcon, Id, Key as Keyboard, Painter, Pos2, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::dataset::Atlas;
use crate::model::date::Day;
use crate::state::Command;
use crate::text::{Key, format};

use super::super::app::Desk;
use super::super::fonts::Face;
use super::super::tokens::{radius, size};

/// Room at both ends for half a label, in points.
const MARGIN: f32 = 24.0;

/// Days on a line of the screen.
#[derive(Clone, Copy, Debug)]
pub struct Axis {
    left: f32,
    width: f32,
    first: Day,
    last: Day,
}

impl Axis {
    pub fn new(rect: Rect) -> Self {
        let (first, last) = Atlas::range();
        Self { left: rect.left() + MARGIN, width: (rect.width() - 2.0 * MARGIN).max(1.0), first, last }
    }

    #[expect(clippy::cast_precision_loss, reason = "85,000 days fit an f32")]
    pub fn x(self, day: Day) -> f32 {
        let share = (day.number() - self.first.number()) as f32 / (self.last.number() - self.first.number()) as f32;
        self.left + share * self.width
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "85,000 days fit an f32")]
    pub fn day(self, x: f32) -> Day {
        let share = ((x - self.left) / self.width).clamp(0.0, 1.0);
        let days = (share * (self.last.number() - self.first.number()) as f32).round() as i32;
        self.first.plus_days(days)
    }
}

/// Draws the axis and moves the date with it.
pub fn axis_ui(ui: &mut Ui, desk: &mut Desk<'_>) {
    let size = vec2(ui.available_width(), ui.available_height().clamp(48.0, 72.0));
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let axis = Axis::new(rect);
    let response = ui.interact(rect, Id::unique("axis"), Sense::click_and_drag());
    let date = desk.state.date;
    let spoken = format!("{}: {}", desk.texts.get(Key::Slider), format::day(desk.language, date));
    response.widget_info(|| WidgetInfo::slider(true, f64::from(date.year()), &spoken));
    accessible_slider(ui, desk, response.id);
    let painter = ui.painter_at(rect.expand(2.0));
    paint_axis(&painter, desk, axis, rect);
    let unit = desk.state.unit;
    if let Some(pointer) = response.hover_pos().filter(|_| !response.dragged()) {
        ghost(&painter, desk, axis, rect, unit.end(axis.day(pointer.x)));
    }
    if let Some(pointer) = response.interact_pointer_pos().filter(|_| response.dragged() || response.clicked()) {
        desk.send(Command::SetDate(unit.end(axis.day(pointer.x))));
        response.request_focus();
    }
    let accent = desk.tokens.accent;
    handle(&painter, desk, axis, rect, date, accent);
    if response.has_focus() {
        painter.rect_stroke(rect, radius::SMALL, Stroke::new(2.0, accent), egui::StrokeKind::Inside);
        // Up and down are the slider's own keys; left and right are everywhere's.
        let up = ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, Keyboard::ArrowUp));
        let down = ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, Keyboard::ArrowDown));
        if up || down {
            desk.send(Command::Step(if up { 1 } else { -1 }));
        }
    }
    response.on_hover_cursor(CursorIcon::ResizeHorizontal);
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
        (input.has_accesskit_action_request(id, Action::Increment), input.has_accesskit_action_request(id, Action::Decrement))
    });
    if more || less {
        desk.send(Command::Step(if more { 1 } else { -1 }));
    }
}

fn paint_axis(painter: &Painter, desk: &Desk<'_>, axis: Axis, rect: Rect) {
    let tokens = desk.tokens;
    let line = rect.bottom() - 22.0;
    painter.hline(axis.x(axis.first)..=axis.x(axis.last), line, Stroke::new(1.5, tokens.ink_soft));
    let step = if axis.width > 900.0 { 10 } else { 20 };
    for year in (1800..=2020).step_by(step) {
        let Some(day) = Day::new(year, 1, 1) else { continue };
        let x = axis.x(day);
        painter.line_segment([pos2(x, line), pos2(x, line + 5.0)], Stroke::new(1.0, tokens.ink_soft));
        if year % 20 == 0 {
            let text = year.to_string();
            painter.text(pos2(x, line + 6.0), Align2::CENTER_TOP, text, Face::Text.at(size::SMALL), tokens.ink_soft);
        }
    }
    let selection = desk.state.selection;
    let mut last_x = f32::NEG_INFINITY;
    for change in desk.atlas.control.changes() {
        let x = axis.x(change.day);
        let is_selected = selection == Some(change.territory);
        // Marks closer than a pixel are one mark.
        if x - last_x < 1.0 && !is_selected {
            continue;
        }
        last_x = x;
        let (height, color) = if is_selected { (13.0, tokens.accent) } else { (7.0, tokens.ink_soft.gamma_multiply(0.55)) };
        painter.line_segment([pos2(x, line - 1.0 - height), pos2(x, line - 1.0)], Stroke::new(1.4, color));
    }
}

fn label_of(desk: &Desk<'_>, day: Day) -> String {
    if desk.state.unit == crate::state::view_state::Unit::Year && day == day.last_of_year() {
        day.year().to_string()
    } else {
        format::day(desk.language, day)
    }
}

fn handle(painter: &Painter, desk: &Desk<'_>, axis: Axis, rect: Rect, day: Day, color: egui::Color32) {
    let x = axis.x(day);
    let line = rect.bottom() - 22.0;
    painter.line_segment([pos2(x, rect.top() + 18.0), pos2(x, line + 6.0)], Stroke::new(2.0, color));
    painter.circle_filled(pos2(x, line), 6.0, color);
    tag(painter, desk, rect, pos2(x, rect.top()), &label_of(desk, day), color, desk.tokens.on_accent);
}

/// What a click would choose; hovering changes nothing.
fn ghost(painter: &Painter, desk: &Desk<'_>, axis: Axis, rect: Rect, day: Day) {
    let x = axis.x(day);
    let color = desk.tokens.ink_soft;
    let line = rect.bottom() - 22.0;
    painter.line_segment([pos2(x, rect.top() + 18.0), pos2(x, line)], Stroke::new(1.0, color));
    tag(painter, desk, rect, pos2(x, rect.top()), &label_of(desk, day), desk.tokens.hairline, desk.tokens.ink);
}

fn tag(painter: &Painter, _desk: &Desk<'_>, room: Rect, top: Pos2, text: &str, fill: egui::Color32, ink: egui::Color32) {
    let galley = painter.layout_no_wrap(text.to_owned(), Face::Strong.at(size::BODY), ink);
    let half = galley.size().x / 2.0 + 8.0;
    let x = top.x.clamp(room.left() + half, room.right() - half);
    let rect = Rect::from_center_size(pos2(x, top.y + 10.0), vec2(half * 2.0, 20.0));
    painter.rect_filled(rect, radius::SMALL, fill);
    painter.galley(rect.center() - galley.size() / 2.0, galley, ink);
}
