//! Two dates on the map: beside each other, or parted by a line that can be moved.

use egui::accesskit::Action;
use egui::{Align2, CursorIcon, Id, Rangef, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::model::date::Day;
use crate::scene::map::view_note;
use crate::state::Command;
use crate::state::compare::{By, Compare, CompareCommand};
use crate::text::format;

use super::super::app::Desk;
use super::super::fonts::Face;
use super::super::icons;
use super::super::tokens::{size, space};
use super::furniture::{Cards, Tag};
use super::{MapView, Sheet};
use crate::text::Key;

/// Half the width of what can be grasped of the line, in points.
const GRASP: f32 = 12.0;
/// How far a key moves the line, in thousandths of the map's width.
const STEP: u16 = 50;

/// The id of the line between two dates; the arrow keys are its own while it has the focus.
#[must_use]
pub fn line_id() -> Id {
    Id::unique("line between two dates")
}

/// Two days as years where both are the last of their year, or else in full.
pub fn dates(desk: &Desk<'_>, days: [Day; 2]) -> [String; 2] {
    let of_years = days.iter().all(|day| *day == day.last_of_year());
    days.map(|day| {
        if of_years {
            format::year(desk.language, day.year())
        } else {
            format::day(desk.language, day)
        }
    })
}

impl MapView {
    /// Draws the map of the date that is held fast, and that of the date of the atlas.
    pub(super) fn compare_ui(
        &mut self,
        ui: &mut Ui,
        desk: &mut Desk<'_>,
        rect: Rect,
        cards: &Cards,
        compare: Compare,
    ) {
        let sheets = sheets(desk, rect, cards, compare);
        let [left, right] = sheets;
        let now = desk.state.date;
        let mut then = desk.state.clone();
        then.date = compare.with;
        then.compare = Some(Compare {
            with: now,
            ..compare
        });
        let mut desk_then = Desk {
            state: &then,
            commands: std::mem::take(&mut desk.commands),
            wishes: std::mem::take(&mut desk.wishes),
            notice: desk.notice.take(),
            origin: desk.origin.take(),
            ..*desk
        };
        self.pane_ui(ui, &mut desk_then, &left, Some(cards));
        let Desk {
            commands,
            wishes,
            notice,
            origin,
            ..
        } = desk_then;
        desk.commands = commands;
        desk.wishes = wishes;
        desk.notice = notice;
        desk.origin = origin;
        let over = (compare.by == By::Swipe).then_some(cards);
        self.pane_ui(ui, desk, &right, over);
        line_ui(ui, desk, rect, left.clip.right(), compare.by);
    }
}

/// The two maps: where they stand and how they are named.
fn sheets(desk: &Desk<'_>, rect: Rect, cards: &Cards, compare: Compare) -> [Sheet; 2] {
    let line = match compare.by {
        By::Split => rect.center().x.round(),
        By::Swipe => {
            let share = f32::from(desk.state.screen.swipe) / 1000.0;
            (rect.left() + rect.width() * share).round()
        }
    };
    let left = rect.with_max_x(line);
    let right = rect.with_min_x(line);
    let [then, now] = dates(desk, [compare.with, desk.state.date]);
    let tag = |text: String, x: f32, y: f32, leftwards: bool| Tag {
        text,
        note: view_note(desk.state.view, desk.language),
        corner: pos2(x, y),
        leftwards,
    };
    let below = cards.banner.bottom() + space::MEDIUM;
    let (rects, tags) = match compare.by {
        By::Split => (
            [left, right],
            [
                tag(then, rect.left() + space::MEDIUM, below, false),
                tag(now, line + space::MEDIUM, rect.top() + space::MEDIUM, false),
            ],
        ),
        By::Swipe => (
            [rect, rect],
            [
                tag(then, line - space::MEDIUM, below, true),
                tag(now, line + space::MEDIUM, below, false),
            ],
        ),
    };
    let [left_tag, right_tag] = tags;
    let sheet = |pane: usize, clip: Rect, tag: Tag| Sheet {
        pane,
        rect: rects[pane],
        clip,
        whose: desk.state.view,
        tag: Some(tag),
    };
    [sheet(0, left, left_tag), sheet(1, right, right_tag)]
}

/// The line between the two dates, with its handle where it can be moved.
fn line_ui(ui: &Ui, desk: &mut Desk<'_>, map: Rect, x: f32, by: By) {
    let tokens = desk.tokens;
    let painter = ui.painter_at(map);
    painter.vline(x, map.y_range(), Stroke::new(4.0, tokens.raised));
    painter.vline(x, map.y_range(), Stroke::new(1.2, tokens.ink));
    if by == By::Split {
        return;
    }
    let middle = pos2(x, map.center().y);
    painter.circle(
        middle,
        GRASP + 2.0,
        tokens.raised,
        Stroke::new(1.4, tokens.ink),
    );
    painter.text(
        middle,
        Align2::CENTER_CENTER,
        icons::LEFT_RIGHT,
        Face::Text.at(size::LARGE),
        tokens.ink,
    );
    if !desk.has_controls {
        return;
    }
    let grasp = Rect::from_x_y_ranges(Rangef::new(x - GRASP, x + GRASP), map.y_range());
    let response = ui.interact(grasp, line_id(), Sense::click_and_drag());
    let name = desk.texts.get(Key::SwipeHandle);
    response.widget_info(|| WidgetInfo::labeled(Role::Splitter, true, name));
    if response.has_focus() {
        let ring = Rect::from_center_size(middle, vec2(GRASP, GRASP) * 3.0);
        let stroke = Stroke::new(2.0, tokens.accent);
        painter.rect_stroke(ring, GRASP, stroke, egui::StrokeKind::Outside);
    }
    let moved = moved(ui, desk, &response, map);
    if let Some(share) = moved {
        desk.send(Command::Compare(CompareCommand::MoveLine(share)));
    }
    response.on_hover_cursor(CursorIcon::ResizeHorizontal);
}

/// Where the line was moved to by the pointer, by the keys, or by a screen reader.
fn moved(ui: &Ui, desk: &Desk<'_>, response: &egui::Response, map: Rect) -> Option<u16> {
    if let Some(pointer) = response
        .interact_pointer_pos()
        .filter(|_| response.dragged())
    {
        let share = (pointer.x - map.left()) / map.width() * 1000.0;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "it is between 0 and 1000"
        )]
        return Some(share.clamp(0.0, 1000.0).round() as u16);
    }
    let (has_focus, id) = (response.has_focus(), response.id);
    let steps = ui.input(|input| {
        let key = |key| has_focus && input.key_pressed(key);
        let asked = |action| input.has_accesskit_action_request(id, action);
        let right = key(egui::Key::ArrowRight) || asked(Action::Increment);
        let left = key(egui::Key::ArrowLeft) || asked(Action::Decrement);
        (left, right)
    });
    let share = desk.state.screen.swipe;
    match steps {
        (true, _) => Some(share.saturating_sub(STEP)),
        (_, true) => Some(share + STEP),
        _ => None,
    }
}
