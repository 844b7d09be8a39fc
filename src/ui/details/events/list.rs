//! The list: only what is on the screen is laid out and drawn.

use std::sync::Arc;

use egui::{
    CursorIcon, Galley, Id, Painter, Rect, Response, Role, ScrollArea, Sense, Stroke, Ui,
    UiBuilder, WidgetInfo, pos2, vec2,
};

use crate::model::date::Day;
use crate::model::event::EventIx;
use crate::model::language::Language;
use crate::scene::events::{EventDetails, EventLine, category_text};
use crate::state::Command;
use crate::state::events::EventFilter;
use crate::text::Key;

use super::super::super::app::Desk;
use super::super::super::fonts::Face;
use super::super::super::icons;
use super::super::super::memo::Memo;
use super::super::super::tokens::{radius, size, space};
use super::super::super::widgets::focus;
use super::full;

/// Where the text of a row begins: behind the sign of the category, in points.
const INDENT: f32 = 30.0;
const PADDING: f32 = 6.0;
/// The height of an open event before it has been drawn once, in points.
const GUESS: f32 = 320.0;

/// What decides the heights of the rows; the width is in whole points.
type HeightsKey = (EventFilter, Language, i32);
/// What the list is about; when it changes, the list goes there.
type Focus = (Day, Day, Option<EventIx>, EventFilter);

/// The list with what it keeps from frame to frame.
#[derive(Default)]
pub struct List {
    /// The height of each row.
    heights: Memo<HeightsKey, Vec<f32>>,
    /// The height of the open event below its row.
    open_height: f32,
    focus: Option<Focus>,
    /// How far the list is scrolled, and how much of it is seen.
    scroll: Option<(f32, f32)>,
}

/// The list of this frame.
struct Rows<'a> {
    lines: &'a [EventLine],
    within: &'a [EventIx],
    /// The upper edge of each row, and the lower edge of the last.
    tops: Vec<f32>,
    /// The row that is open.
    open: Option<usize>,
}

impl Rows<'_> {
    fn is_now(&self, row: usize) -> bool {
        self.within.contains(&self.lines[row].event)
    }

    /// The row to look at: the open one, the first of the date, or the last one before it.
    fn focus(&self, desk: &Desk<'_>, event_changed: bool) -> usize {
        // What begins on the date comes before what only goes on.
        let (first, last) = (desk.state.unit_start(), desk.state.date);
        let begins = |row: &usize| first <= self.lines[*row].day && self.lines[*row].day <= last;
        let rows = || 0..self.lines.len();
        let now = || {
            rows()
                .find(begins)
                .or_else(|| rows().find(|row| self.is_now(*row)))
        };
        let open = self.open.filter(|_| event_changed);
        open.or_else(now)
            .unwrap_or_else(|| self.before(desk.state.date))
    }

    /// The last row that begins on a day or before it.
    fn before(&self, day: Day) -> usize {
        let after = self.lines.partition_point(|line| line.day <= day);
        after.saturating_sub(1)
    }
}

impl List {
    /// Draws the list.
    pub fn list_ui(
        &mut self,
        ui: &mut Ui,
        desk: &mut Desk<'_>,
        lines: &[EventLine],
        within: &[EventIx],
        open: Option<&EventDetails>,
    ) {
        let width = ui.available_width() - space::MEDIUM;
        let open_row = open.and_then(|open| lines.iter().position(|line| line.event == open.event));
        let tops = self.tops(ui, desk, lines, width, open_row);
        let total = tops.last().copied().unwrap_or(0.0);
        let rows = Rows {
            lines,
            within,
            tops,
            open: open_row,
        };
        let mut area = ScrollArea::vertical().auto_shrink(false).id_salt("events");
        if let Some(offset) = self.go_to(desk, &rows) {
            area = area.vertical_scroll_offset(offset);
        }
        let mut height = None;
        let output = area.show_viewport(ui, |ui, viewport| {
            ui.set_height(total);
            let origin = ui.max_rect().min;
            let first = rows
                .tops
                .partition_point(|top| *top <= viewport.top())
                // One row out of sight on either side, which the keyboard can go on to.
                .saturating_sub(2);
            let mut beyond = false;
            for row in first..lines.len() {
                let top = rows.tops[row];
                if beyond {
                    break;
                }
                beyond = top > viewport.bottom();
                height = height.or(row_ui(ui, desk, &rows, row, origin, width, open));
            }
            now_line(ui.painter(), desk, &rows, origin, width);
            focus::follow(ui);
        });
        self.scroll = Some((output.state.clamped_offset().y, output.inner_rect.height()));
        if let Some(height) = height.filter(|height| (height - self.open_height).abs() > 0.5) {
            self.open_height = height;
            ui.ctx().request_repaint();
        }
    }

    /// The edges of the rows.
    fn tops(
        &mut self,
        ui: &Ui,
        desk: &Desk<'_>,
        lines: &[EventLine],
        width: f32,
        open: Option<usize>,
    ) -> Vec<f32> {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "a panel is a few hundred points wide"
        )]
        let key = (desk.state.event_filter, desk.language, width as i32);
        let heights = self.heights.get(key, |_| {
            let painter = ui.painter();
            let height = |line: &EventLine| texts(painter, desk, line, false, width).height();
            lines.iter().map(height).collect()
        });
        if self.open_height == 0.0 {
            self.open_height = GUESS;
        }
        let mut top = 0.0;
        let mut tops = vec![top];
        for (row, height) in heights.iter().enumerate() {
            top += height;
            if open == Some(row) {
                top += self.open_height;
            }
            tops.push(top);
        }
        tops
    }

    /// Where to scroll when the list is about something else than in the last frame; nowhere when
    /// that is in sight.
    fn go_to(&mut self, desk: &Desk<'_>, rows: &Rows<'_>) -> Option<f32> {
        let state = desk.state;
        let focus = (
            state.unit_start(),
            state.date,
            state.event,
            state.event_filter,
        );
        let before = self.focus.replace(focus);
        if before == Some(focus) || rows.lines.is_empty() {
            return None;
        }
        let event_changed = before.is_none_or(|(_, _, event, _)| event != state.event);
        let row = rows.focus(desk, event_changed);
        let (top, bottom) = (rows.tops[row], rows.tops[row + 1]);
        let same_list = before.is_some_and(|(_, _, _, filter)| filter == state.event_filter);
        if let Some((offset, height)) = self.scroll.filter(|_| same_list) {
            let fits = bottom - top <= height;
            if top >= offset
                && (bottom <= offset + height || (!fits && top <= offset + height / 2.0))
            {
                return None;
            }
            return Some((top - height / 4.0).max(0.0));
        }
        Some((top - 60.0).max(0.0))
    }
}

/// The texts of a row, laid out.
struct RowTexts {
    date: Arc<Galley>,
    title: Arc<Galley>,
}

impl RowTexts {
    fn height(&self) -> f32 {
        self.date.size().y + self.title.size().y + 2.0 * PADDING
    }
}

fn texts(painter: &Painter, desk: &Desk<'_>, line: &EventLine, now: bool, width: f32) -> RowTexts {
    let tokens = desk.tokens;
    let date = if line.beyond {
        format!("{} · {}", line.date, desk.texts.get(Key::BeyondTexts))
    } else {
        line.date.clone()
    };
    let ink = if now { tokens.ink } else { tokens.ink_soft };
    let room = width - INDENT - space::SMALL;
    RowTexts {
        date: painter.layout(date, Face::Text.at(size::SMALL), tokens.ink_soft, room),
        title: painter.layout(line.title.clone(), Face::Strong.at(size::BODY), ink, room),
    }
}

/// Draws a row, and the open event below it; returns the height of that.
fn row_ui(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    rows: &Rows<'_>,
    row: usize,
    origin: egui::Pos2,
    width: f32,
    open: Option<&EventDetails>,
) -> Option<f32> {
    let line = &rows.lines[row];
    let is_open = rows.open == Some(row);
    let now = rows.is_now(row);
    let laid = texts(ui.painter(), desk, line, now || is_open, width);
    let rect = Rect::from_min_size(
        origin + vec2(0.0, rows.tops[row]),
        vec2(width, laid.height()),
    );
    let response = ui.interact(rect, Id::unique("event").with(line.event.0), Sense::click());
    describe(&response, desk, line, is_open);
    paint_row(
        ui,
        desk,
        line,
        &laid,
        rect,
        &RowState {
            now,
            is_open,
            response: &response,
        },
    );
    if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
        desk.send(if is_open {
            Command::CloseEvent
        } else {
            Command::OpenEvent(line.event)
        });
    }
    let open = open.filter(|_| is_open)?;
    let place = Rect::from_min_size(
        rect.left_bottom() + vec2(INDENT, 0.0),
        vec2(width - INDENT - space::SMALL, f32::INFINITY),
    );
    let inner = ui.scope_builder(UiBuilder::new().max_rect(place), |ui| {
        full::full_ui(ui, desk, open);
        ui.add_space(space::MEDIUM);
    });
    Some(inner.response.rect.height())
}

fn describe(response: &Response, desk: &Desk<'_>, line: &EventLine, is_open: bool) {
    let values = [
        ("date", line.date.as_str()),
        ("title", &line.title),
        ("category", category_text(line.category, desk.language)),
    ];
    let spoken = desk.texts.fill(Key::EventSpoken, &values);
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_open, &spoken));
}

/// How a row stands in the list.
struct RowState<'a> {
    now: bool,
    is_open: bool,
    response: &'a Response,
}

fn paint_row(
    ui: &Ui,
    desk: &Desk<'_>,
    line: &EventLine,
    laid: &RowTexts,
    rect: Rect,
    state: &RowState<'_>,
) {
    let (painter, tokens) = (ui.painter(), desk.tokens);
    if state.is_open || state.response.hovered() {
        painter.rect_filled(rect, radius::SMALL, tokens.note);
    }
    if state.response.has_focus() {
        let stroke = Stroke::new(2.0, tokens.accent);
        painter.rect_stroke(rect, radius::SMALL, stroke, egui::StrokeKind::Inside);
    }
    if state.now {
        let bar = Rect::from_min_max(
            rect.min + vec2(0.0, 3.0),
            pos2(rect.left() + 3.0, rect.bottom() - 3.0),
        );
        painter.rect_filled(bar, 1, tokens.accent);
    }
    let sign_ink = if state.now {
        tokens.ink
    } else {
        tokens.ink_soft
    };
    let sign_at = pos2(
        rect.left() + 17.0,
        rect.top() + PADDING + laid.date.size().y + 8.0,
    );
    let sign = icons::of_category(line.category);
    painter.text(
        sign_at,
        egui::Align2::CENTER_CENTER,
        sign,
        Face::Text.at(size::LARGE),
        sign_ink,
    );
    let at = rect.min + vec2(INDENT, PADDING);
    painter.galley(at, Arc::clone(&laid.date), tokens.ink_soft);
    painter.galley(
        at + vec2(0.0, laid.date.size().y),
        Arc::clone(&laid.title),
        tokens.ink,
    );
    if line.disputed {
        let at = pos2(rect.right() - 4.0, rect.top() + PADDING);
        let sign = icons::WARNING;
        painter.text(
            at,
            egui::Align2::RIGHT_TOP,
            sign,
            Face::Text.at(size::LABEL),
            tokens.accent,
        );
    }
}

/// Where the date stands between the events, when none falls on it.
fn now_line(painter: &Painter, desk: &Desk<'_>, rows: &Rows<'_>, origin: egui::Pos2, width: f32) {
    if !rows.within.is_empty() || rows.lines.is_empty() {
        return;
    }
    let after = rows
        .lines
        .partition_point(|line| line.day <= desk.state.date);
    let y = origin.y + rows.tops[after];
    let stroke = Stroke::new(1.5, desk.tokens.accent);
    painter.hline(origin.x..=origin.x + width, y, stroke);
}
