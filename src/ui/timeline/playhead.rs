//! The playhead with its label, the ghost under the pointer, and the wheel.

use egui::{
    CursorIcon, Id, Painter, Rangef, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use crate::model::date::Day;
use crate::state::Command;
use crate::state::view_state::Unit;
use crate::text::{Key, format};

use super::super::app::Desk;
use super::super::fonts::Face;
use super::super::tokens::{radius, size};
use super::axis::Axis;
use super::date_field::DateField;

/// How much a notch of the wheel zooms: this to the power of the points scrolled.
const WHEEL: f64 = 1.0035;
/// The height of a label, in points.
const TAG: f32 = 20.0;

/// The wheel zooms the axis at the pointer; sideways or with Shift it moves the axis.
pub fn wheel(ui: &Ui, desk: &mut Desk<'_>, axis: Axis, rect: Rect) {
    let Some(pointer) = ui.input(|input| input.pointer.hover_pos()) else {
        return;
    };
    let area = Rect::from_x_y_ranges(axis.range().expand(8.0), rect.y_range());
    if !area.contains(pointer) || !ui.rect_contains_pointer(rect) {
        return;
    }
    let (scroll, pinch) = ui.input(|input| (input.smooth_scroll_delta(), input.zoom_delta()));
    let factor = WHEEL.powf(f64::from(scroll.y)) * f64::from(pinch);
    if (factor - 1.0).abs() > 1e-6 {
        desk.send(Command::ZoomTime {
            factor,
            about: Some(axis.share(pointer.x).clamp(0.0, 1.0)),
        });
    }
    if scroll.x != 0.0 {
        desk.send(Command::PanTime(-f64::from(scroll.x / axis.width)));
    }
}

/// A date in the words of the unit it ends: a year, a month, or a day.
fn label_of(desk: &Desk<'_>, day: Day) -> String {
    match desk.state.unit {
        Unit::Year if day == day.last_of_year() => day.year().to_string(),
        Unit::Month if day == day.last_of_month() => format::month(desk.language, day),
        _ => format::day(desk.language, day),
    }
}

/// Draws the playhead over the ruler and the tracks. Its label can be dragged, and typed into.
pub fn playhead_ui(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    axis: Axis,
    rect: Rect,
    field: &mut DateField,
) {
    let date = desk.state.date;
    let accent = desk.tokens.accent;
    let shown = axis.span.shows(date);
    let x = axis.middle(date).clamp(axis.range().min, axis.range().max);
    if shown {
        line(ui.painter(), rect, x, Stroke::new(2.0, accent));
    }
    if desk.state.typing_date {
        let room = tag_rect(rect, x, 190.0);
        field.date_field_ui(ui, desk, room);
        return;
    }
    field.rest();
    let painter = ui.painter().clone();
    let on_accent = desk.tokens.on_accent;
    let galley =
        painter.layout_no_wrap(label_of(desk, date), Face::Strong.at(size::BODY), on_accent);
    let tag = tag_rect(rect, x, galley.size().x + 16.0);
    ghost(ui, desk, axis, rect, tag);
    painter.rect_filled(tag, radius::SMALL, accent);
    painter.galley(tag.center() - galley.size() / 2.0, galley, on_accent);
    let response = ui.interact(tag, Id::unique("playhead"), Sense::click_and_drag());
    let spoken = desk.texts.fill(
        Key::TypeDateAt,
        &[("date", &format::day(desk.language, date))],
    );
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
    if response.has_focus() {
        painter.rect_stroke(
            tag.expand(2.0),
            radius::SMALL,
            Stroke::new(2.0, accent),
            egui::StrokeKind::Outside,
        );
    }
    if response.clicked() {
        desk.send(Command::TypeDate(true));
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
    let response = response.on_hover_cursor(CursorIcon::Text);
    if !response.dragged() {
        response.on_hover_text(format!("{} (G)", desk.texts.get(Key::TypeDate)));
    }
}

/// What a click would choose, with its label beside the playhead's; hovering changes nothing.
fn ghost(ui: &Ui, desk: &Desk<'_>, axis: Axis, rect: Rect, taken: Rect) {
    let Some(pointer) = ui.input(|input| input.pointer.hover_pos()) else {
        return;
    };
    let area = Rect::from_x_y_ranges(axis.range(), rect.y_range());
    let busy = ui.input(|input| input.pointer.any_down());
    if busy || !area.contains(pointer) || taken.contains(pointer) || !ui.rect_contains_pointer(rect)
    {
        return;
    }
    let day = desk.state.unit.end(axis.day(pointer.x));
    if day == desk.state.date {
        return;
    }
    let x = axis.middle(day).clamp(axis.range().min, axis.range().max);
    line(
        ui.painter(),
        rect,
        x,
        Stroke::new(1.0, desk.tokens.ink_soft),
    );
    let ink = desk.tokens.ink;
    let galley = ui
        .painter()
        .layout_no_wrap(label_of(desk, day), Face::Strong.at(size::BODY), ink);
    let mut label = tag_rect(rect, x, galley.size().x + 16.0);
    if label.intersects(taken) {
        let after = day > desk.state.date;
        let shift = if after {
            taken.right() + 2.0 - label.left()
        } else {
            taken.left() - 2.0 - label.right()
        };
        label = label.translate(vec2(shift, 0.0));
    }
    ui.painter()
        .rect_filled(label, radius::SMALL, desk.tokens.hairline);
    ui.painter()
        .galley(label.center() - galley.size() / 2.0, galley, ink);
}

/// A line through ruler and tracks that leaves the names on the ruler free.
fn line(painter: &Painter, rect: Rect, x: f32, stroke: Stroke) {
    let names = rect.top() + super::ruler::TAG + super::ruler::CHANGES;
    painter.vline(
        x.round(),
        Rangef::new(rect.top() + TAG - 2.0, names + 5.0),
        stroke,
    );
    painter.vline(
        x.round(),
        Rangef::new(
            (names + super::ruler::LABELS).min(rect.bottom()),
            rect.bottom(),
        ),
        stroke,
    );
}

fn tag_rect(room: Rect, x: f32, width: f32) -> Rect {
    let half = width / 2.0;
    let x = x.clamp(
        room.left() + half,
        (room.right() - half).max(room.left() + half),
    );
    Rect::from_center_size(
        pos2(x.round(), room.top() + TAG / 2.0),
        vec2(width.round(), TAG),
    )
}
