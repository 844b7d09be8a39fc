//! Handles between the tracks: drag one, or press up and down on it, and its track grows or shrinks.

use egui::{
    CursorIcon, Id, Key as Keyboard, Modifiers, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2,
};

use crate::state::Command;
use crate::state::dock::{DockCommand, Track};
use crate::text::Key;

use super::super::app::Desk;
use super::GUTTER;
use super::track_menu::track_key;

/// How high a handle is to grasp, in points; it stands over the edges of its tracks.
const REACH: f32 = 8.0;
/// How much a key moves the edge, in points.
const BY_KEY: f32 = 6.0;

/// Draws the handles of the tracks that have a height of their own: the lanes take what is left.
pub fn handles_ui(ui: &mut Ui, desk: &mut Desk<'_>, rows: &[(Track, Rect)]) {
    let lanes = rows.iter().position(|(track, _)| *track == Track::Lanes);
    for (index, (track, row)) in rows.iter().enumerate() {
        // The edge towards the lanes; without lanes all tracks share their room.
        match lanes {
            Some(lanes) if index < lanes => handle_ui(ui, desk, *track, *row, false),
            Some(lanes) if index > lanes => handle_ui(ui, desk, *track, *row, true),
            _ => {}
        }
    }
}

fn handle_ui(ui: &mut Ui, desk: &mut Desk<'_>, track: Track, row: Rect, at_top: bool) {
    let edge = if at_top { row.top() } else { row.bottom() };
    // In the gutter only: along the axis a drag moves the date.
    let rect = Rect::from_min_max(
        pos2(row.left(), edge - REACH / 2.0),
        pos2(row.left() + GUTTER - 12.0, edge + REACH / 2.0),
    );
    let response = ui.interact(rect, Id::unique("track edge").with(track), Sense::drag());
    let name = desk.texts.fill(
        Key::TrackHeight,
        &[("track", desk.texts.get(track_key(track)))],
    );
    response.widget_info(|| WidgetInfo::labeled(Role::Splitter, true, &name));
    let [least, most] = track.limits();
    let height = row.height();
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_numeric_value(f64::from(height.round()));
        node.set_min_numeric_value(f64::from(least));
        node.set_max_numeric_value(f64::from(most));
    });
    let outward = if at_top { -1.0 } else { 1.0 };
    let mut grow = response.drag_delta().y * outward;
    if response.has_focus() {
        // Up and down are the handle's own; they would lead to another control otherwise.
        let own = egui::EventFilter {
            vertical_arrows: true,
            ..egui::EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, own));
        ui.input_mut(|input| {
            if input.consume_key(Modifiers::NONE, Keyboard::ArrowUp) {
                grow += BY_KEY;
            }
            if input.consume_key(Modifiers::NONE, Keyboard::ArrowDown) {
                grow -= BY_KEY;
            }
        });
    }
    if grow != 0.0 {
        desk.send(Command::Dock(DockCommand::Resize(track, height + grow)));
    }
    if response.hovered() || response.dragged() || response.has_focus() {
        let stroke = Stroke::new(2.0, desk.tokens.accent);
        ui.painter().hline(rect.x_range(), edge, stroke);
    }
    response.on_hover_cursor(CursorIcon::ResizeVertical);
}
