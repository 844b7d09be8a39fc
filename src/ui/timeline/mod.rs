//! The time dock: one time axis, and the tracks that stand on it.
//!
//! From top to bottom: the player, the line that says what changed, the ruler with the playhead,
//! and the tracks. What does not change from frame to frame is kept as meshes.

pub(super) mod axis;
mod banner;
mod bookmarks;
mod date_field;
mod handles;
mod lanes;
mod player;
mod playhead;
mod points;
mod ruler;
mod track_menu;
mod tracks;

use egui::{Margin, Panel, Rangef, Rect, Ui, pos2, vec2};

use super::app::Desk;
use super::lesson::{MARKS_HEIGHT, StepMarks};
use super::map::patterns::Patterns;
use super::tokens::space;
use crate::state::dock::Track;
use crate::state::panels::{Extent, Panel as Sized};
use axis::Axis;

/// The width of the names left of the tracks, in points.
const GUTTER: f32 = 164.0;
/// Room at the right end for half a label, in points.
const MARGIN: f32 = 22.0;
/// The height of the dock without its tracks, in points.
const BARE: f32 = 128.0;
/// In less room for map and dock together, in points, the dock has no tracks, so that there is a map.
const LOW: f32 = 340.0;
/// The height of the line that says what changed, in points.
const BANNER: f32 = 18.0;

/// What of the dock must be kept from frame to frame.
#[derive(Default)]
pub struct TimelineView {
    date_field: date_field::DateField,
    banner: banner::Banner,
    ruler: ruler::Ruler,
    lanes: lanes::Lanes,
    tracks: tracks::Tracks,
    points: points::Points,
    renaming: bookmarks::Renaming,
    steps: StepMarks,
    patterns: Patterns,
}

/// The panel of the dock at the bottom of the window: where it stands, and how high it may be. Without
/// its tracks its height is fixed.
pub fn dock_ui(
    view: &mut TimelineView,
    ui: &mut Ui,
    desk: &mut Desk<'_>,
) -> Option<(Rect, Extent)> {
    let window = ui.available_height();
    let frame = egui::Frame::new()
        .fill(desk.tokens.paper)
        .inner_margin(Margin::symmetric(16, 6));
    let has_tracks = desk.state.tracks_open && window >= LOW;
    let extent = has_tracks.then(|| Extent {
        usual: (window * 0.43).clamp(220.0, 420.0),
        least: BARE + 100.0,
        most: (window * 0.6).max(200.0),
    });
    let panel = match extent {
        Some(extent) => Panel::bottom("dock")
            .resizable(false)
            .exact_size(extent.size(&desk.state.screen.sizes, Sized::Dock)),
        None => Panel::bottom("bare dock").exact_size(BARE),
    };
    let panel = panel
        .frame(frame)
        .show(ui, |ui| timeline_ui(view, ui, desk));
    extent.map(|extent| (panel.response.rect, extent))
}

/// The panel of the dock while the map fills the screen: the axis without its tracks, whatever the
/// reader chose for the desk.
pub fn axis_dock_ui(view: &mut TimelineView, ui: &mut Ui, desk: &mut Desk<'_>) {
    let frame = egui::Frame::new()
        .fill(desk.tokens.paper)
        .inner_margin(Margin::symmetric(16, 6));
    Panel::bottom("axis under the map")
        .exact_size(BARE)
        .frame(frame)
        .show(ui, |ui| timeline_ui(view, ui, desk));
}

/// Draws the dock.
pub fn timeline_ui(view: &mut TimelineView, ui: &mut Ui, desk: &mut Desk<'_>) {
    let has_room = ui.available_height() > BARE;
    let with_tracks = desk.state.tracks_open && !desk.state.screen.map_alone && has_room;
    view.patterns.prepare(ui.ctx());
    ui.spacing_mut().item_spacing.y = 0.0;
    player::player_ui(ui, desk, &mut view.renaming);
    ui.add_space(space::TINY);
    let (line, _) =
        ui.allocate_exact_size(vec2(ui.available_width(), BANNER), egui::Sense::hover());
    view.banner
        .banner_ui(ui, desk, line, view.date_field.problem());
    let (rect, _) = ui.allocate_exact_size(ui.available_size(), egui::Sense::hover());
    let gutter = if with_tracks { GUTTER } else { MARGIN };
    let axis = Axis::new(
        Rangef::new(rect.left() + gutter, rect.right() - MARGIN),
        desk.state.span,
    );
    let ruler = Rect::from_min_max(rect.min, pos2(rect.right(), rect.top() + ruler::HEIGHT));
    playhead::wheel(ui, desk, axis, rect);
    view.ruler.ruler_ui(ui, desk, axis, ruler);
    if with_tracks {
        let steps = if desk.state.teaching.running.is_some() {
            MARKS_HEIGHT
        } else {
            0.0
        };
        let top = pos2(rect.left(), ruler.bottom() + steps);
        tracks_ui(view, ui, desk, axis, Rect::from_min_max(top, rect.max));
    }
    let bottom = if with_tracks {
        rect.bottom()
    } else {
        ruler.bottom()
    };
    playhead::playhead_ui(
        ui,
        desk,
        axis,
        Rect::from_min_max(rect.min, pos2(rect.right(), bottom)),
        &mut view.date_field,
    );
    // Over the playhead, which would cross out the number of the step it stands on.
    if with_tracks {
        let under = pos2(rect.right(), ruler.bottom() + MARKS_HEIGHT);
        let row = Rect::from_min_max(ruler.left_bottom(), under);
        view.steps.marks_ui(ui, desk, axis, row);
    }
}

/// Draws the tracks, one under the other, and the handles between them.
fn tracks_ui(view: &mut TimelineView, ui: &mut Ui, desk: &mut Desk<'_>, axis: Axis, room: Rect) {
    let dock = desk.state.dock;
    let mut top = room.top();
    let mut rows = Vec::with_capacity(Track::ALL.len());
    for (track, height) in dock.heights(room.height()) {
        let row = Rect::from_min_max(pos2(room.left(), top), pos2(room.right(), top + height));
        top += height;
        match track {
            Track::Events => view.tracks.events_ui(ui, desk, axis, row),
            Track::Lanes => view.lanes.lanes_ui(ui, desk, axis, row, &view.patterns),
            Track::Relations => view.tracks.relations_ui(ui, desk, axis, row),
            Track::Trade | Track::Polls => view.points.points_ui(ui, desk, axis, row, track),
        }
        rows.push((track, row));
    }
    if desk.has_controls {
        handles::handles_ui(ui, desk, &rows);
    }
}
