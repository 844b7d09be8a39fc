//! The line that says what changed, or what is wrong with a typed date.

use egui::{Color32, FontId, Id, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::model::date::Day;
use crate::model::place::TerritoryIx;
use crate::scene::naming::Names;
use crate::scene::timeline::turning::{self, Turning};
use crate::state::Command;
use crate::state::view_state::Page;
use crate::text::{Key, format};

use super::super::app::Desk;
use super::super::fonts::Face;
use super::super::memo::Memo;
use super::super::tokens::{size, space};

/// What is kept of the line.
#[derive(Default)]
pub struct Banner {
    told: Memo<(Day, Day, Option<TerritoryIx>, Names), Option<Turning>>,
}

impl Banner {
    /// Draws the line; its words can be clicked to go to what they tell.
    pub fn banner_ui(
        &mut self,
        ui: &mut Ui,
        desk: &mut Desk<'_>,
        rect: Rect,
        problem: Option<&str>,
    ) {
        let strong = Face::Strong.at(size::BODY);
        let tokens = desk.tokens;
        if let Some(problem) = problem.filter(|_| desk.state.typing_date) {
            let _ = word(ui, rect, "problem", problem, strong, tokens.accent);
            return;
        }
        let state = desk.state;
        let days = (state.unit_start(), state.date);
        let key = (days.0, days.1, state.selection, desk.names());
        let told = self.told.get(key, |_| {
            turning::turning(desk.atlas, days, state.selection, desk.names())
        });
        let Some(told) = told else {
            next_change_ui(ui, desk, rect);
            return;
        };
        let response = word(ui, rect, "change", &told.text, strong, tokens.ink);
        if !desk.state.playback.is_playing() || desk.state.playback.is_resting() {
            ui.ctx().accesskit_node_builder(response.id, |node| {
                node.set_live(egui::accesskit::Live::Polite);
            });
        }
        if response.clicked() {
            desk.send(Command::Select(Some(told.territory)));
            desk.send(Command::SetDate(told.day));
        }
        if told.more > 0 {
            let beside = Rect::from_min_max(
                pos2(response.rect.right() + space::SMALL, rect.top()),
                rect.max,
            );
            let count = format::number(
                desk.language,
                f64::from(u32::try_from(told.more).unwrap_or(u32::MAX)),
                0,
            );
            let text = desk.texts.fill(Key::TurningMore, &[("count", &count)]);
            if word(
                ui,
                beside,
                "more",
                &text,
                Face::Text.at(size::BODY),
                tokens.ink_soft,
            )
            .clicked()
            {
                desk.send(Command::OpenPage(Page::Year));
            }
        }
    }
}

/// Where nothing changed: when it next does.
fn next_change_ui(ui: &mut Ui, desk: &mut Desk<'_>, rect: Rect) {
    if let Some(next) = desk.state.next_change(desk.atlas, desk.state.date) {
        let text = desk.texts.fill(
            Key::NextChangeOn,
            &[("date", &format::day(desk.language, next))],
        );
        if word(
            ui,
            rect,
            "next",
            &text,
            Face::Text.at(size::BODY),
            desk.tokens.ink_soft,
        )
        .clicked()
        {
            desk.send(Command::NextChange);
        }
    }
}

/// Words at the left end of a line, shortened to its width.
fn word(ui: &mut Ui, rect: Rect, id: &str, text: &str, font: FontId, color: Color32) -> Response {
    let mut job = egui::text::LayoutJob::simple_singleline(text.to_owned(), font, color);
    job.wrap = egui::text::TextWrapping::truncate_at_width(rect.width());
    let galley = ui.painter().layout_job(job);
    let room = Rect::from_min_size(
        rect.min,
        vec2(galley.size().x.min(rect.width()), rect.height()),
    );
    let response = ui.interact(room, Id::unique("banner").with(id), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, text));
    let at = pos2(room.left(), room.center().y - galley.size().y / 2.0);
    let painter = ui.painter_at(room.expand(1.0));
    let is_shortened = galley.elided;
    painter.galley(at, galley, color);
    if response.hovered() || response.has_focus() {
        painter.hline(
            room.x_range(),
            room.bottom() - 1.5,
            egui::Stroke::new(1.0, color),
        );
    }
    let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
    if is_shortened {
        response.on_hover_text(text)
    } else {
        response
    }
}
