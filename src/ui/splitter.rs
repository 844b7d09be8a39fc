//! The edge between a panel and the map: drag it, or press arrows on it, and the panel grows or
//! shrinks; a double click gives the panel its usual size.

use egui::accesskit::Action;
use egui::{
    Context, CursorIcon, EventFilter, Id, Key as Keyboard, Modifiers, Pos2, Rect, Response, Role,
    Sense, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use crate::state::Command;
use crate::state::panels::{Extent, Panel};
use crate::state::screen::ScreenCommand;
use crate::text::{Key, format};

use super::app::Desk;
use super::tokens::Tokens;

/// How far from the edge it can be grasped, on both sides, in points.
const REACH: f32 = 5.0;
/// How much a key moves the edge, in points.
const BY_KEY: f32 = 20.0;
/// Half the length of the sign in the middle of the edge, in points.
const SIGN: f32 = 14.0;

/// The id of the edge of a panel; the arrow keys are its own while it has the focus.
fn id(panel: Panel) -> Id {
    Id::unique("edge of a panel").with(panel.id())
}

/// Whether the edge of a panel has the focus.
#[must_use]
pub fn has_focus(context: &Context) -> bool {
    context.memory(|memory| Panel::ALL.iter().any(|panel| memory.has_focus(id(*panel))))
}

/// The edge of a panel, from one end to the other, and the direction in which the panel grows.
fn edge(panel: Panel, rect: Rect) -> ([Pos2; 2], Vec2) {
    match panel {
        Panel::Inspector => ([rect.left_top(), rect.left_bottom()], vec2(-1.0, 0.0)),
        Panel::Dock => ([rect.left_top(), rect.right_top()], vec2(0.0, -1.0)),
        Panel::Teaching => ([rect.right_top(), rect.right_bottom()], vec2(1.0, 0.0)),
    }
}

const fn name(panel: Panel) -> Key {
    match panel {
        Panel::Inspector => Key::InspectorWidth,
        Panel::Dock => Key::DockHeight,
        Panel::Teaching => Key::TeachingWidth,
    }
}

/// Draws the edge of a panel that stands in a rectangle. Call it after what lies on both its sides,
/// which would take the pointer otherwise.
pub fn splitter_ui(ui: &Ui, desk: &mut Desk<'_>, panel: Panel, rect: Rect, extent: Extent) {
    let (ends, outward) = edge(panel, rect);
    let across = vec2(outward.x.abs(), outward.y.abs());
    let grasp = Rect::from_two_pos(ends[0], ends[1]).expand2(across * REACH);
    let response = ui.interact(grasp, id(panel), Sense::click_and_drag());
    let now = rect.size().dot(across);
    tell(ui, desk, &response, panel, [now, extent.least, extent.most]);
    paint(ui, desk.tokens, &response, ends, outward);
    let wanted = moved(ui, &response, rect, outward, now);
    if response.double_clicked() {
        desk.send(size(panel, None));
    } else if let Some(wanted) = wanted {
        let wanted = wanted.min(extent.most).max(extent.least.min(extent.most));
        desk.send(size(panel, Some(wanted)));
    }
    let cursor = if across.x > 0.0 {
        CursorIcon::ResizeHorizontal
    } else {
        CursorIcon::ResizeVertical
    };
    let hint = desk.texts.get(Key::PanelEdgeHint);
    response.on_hover_cursor(cursor).on_hover_text(hint);
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a length on the screen; what does not fit saturates"
)]
fn size(panel: Panel, points: Option<f32>) -> Command {
    let points = points.map(|points| points.round() as u16);
    Command::Screen(ScreenCommand::Size(panel, points))
}

/// Its name, and how much of the window the panel takes, for those who cannot see it.
fn tell(ui: &Ui, desk: &Desk<'_>, response: &Response, panel: Panel, points: [f32; 3]) {
    let name = desk.texts.get(name(panel));
    response.widget_info(|| WidgetInfo::labeled(Role::Splitter, true, name));
    let window = ui.ctx().content_rect().size();
    let whole = if panel == Panel::Dock {
        window.y
    } else {
        window.x
    };
    let [now, least, most] = points.map(|points| f64::from((points / whole * 100.0).round()));
    let value = format::number(desk.language, now, 0);
    let value = desk.texts.fill(Key::Percent, &[("value", &value)]);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_numeric_value(now);
        node.set_min_numeric_value(least.min(most));
        node.set_max_numeric_value(most);
        node.set_value(value);
        node.add_action(Action::Increment);
        node.add_action(Action::Decrement);
    });
}

/// A short sign in the middle, and the whole edge while it can be moved.
fn paint(ui: &Ui, tokens: &Tokens, response: &Response, [from, to]: [Pos2; 2], outward: Vec2) {
    let is_active = response.hovered() || response.dragged() || response.has_focus();
    let painter = ui.painter();
    let line = if is_active {
        Stroke::new(2.0, tokens.accent)
    } else {
        Stroke::new(1.0, tokens.hairline)
    };
    painter.line_segment([from, to], line);
    let middle = from.lerp(to, 0.5) - outward * 4.0;
    let along = (to - from).normalized() * SIGN;
    let color = if is_active {
        tokens.accent
    } else {
        tokens.hairline
    };
    painter.line_segment([middle - along, middle + along], Stroke::new(3.0, color));
}

/// The size that the pointer, the keys or a screen reader ask for.
fn moved(ui: &Ui, response: &Response, rect: Rect, outward: Vec2, now: f32) -> Option<f32> {
    if let Some(pointer) = response
        .interact_pointer_pos()
        .filter(|_| response.dragged())
    {
        let foot = pos2(
            if outward.x > 0.0 {
                rect.left()
            } else {
                rect.right()
            },
            rect.bottom(),
        );
        return Some((pointer - foot).dot(outward));
    }
    let asked = |action| ui.input(|input| input.has_accesskit_action_request(response.id, action));
    if asked(Action::Increment) {
        return Some(now + BY_KEY);
    }
    if asked(Action::Decrement) {
        return Some(now - BY_KEY);
    }
    if !response.has_focus() {
        return None;
    }
    // The arrows are its own; they would lead to another control otherwise.
    let own = EventFilter {
        horizontal_arrows: true,
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, own));
    let ways = [
        (Keyboard::ArrowLeft, vec2(-1.0, 0.0)),
        (Keyboard::ArrowRight, vec2(1.0, 0.0)),
        (Keyboard::ArrowUp, vec2(0.0, -1.0)),
        (Keyboard::ArrowDown, vec2(0.0, 1.0)),
    ];
    let steps: f32 = ui.input_mut(|input| {
        let pressed = ways.map(|(key, way)| {
            let is_pressed = input.consume_key(Modifiers::NONE, key);
            if is_pressed { way.dot(outward) } else { 0.0 }
        });
        pressed.iter().sum()
    });
    (steps != 0.0).then_some(now + steps * BY_KEY)
}
