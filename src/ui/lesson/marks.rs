//! The steps of a lesson on the time axis, while it is played.

use egui::{Align2, Id, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::super::app::Desk;
use super::super::fonts::Face;
use super::super::memo::Memo;
use super::super::timeline::axis::Axis;
use super::super::tokens::size;
use crate::lesson::tour::Which;
use crate::model::language::Language;
use crate::scene::lesson::{self, StepMark};
use crate::state::Command;
use crate::text::Key;

/// The height of the track, in points.
pub const HEIGHT: f32 = 22.0;
/// The diameter of a mark, in points.
const MARK: f32 = 16.0;

/// The marks of the lesson that is played.
#[derive(Default)]
pub struct StepMarks {
    marks: Memo<(Which, usize, Language), Vec<StepMark>>,
}

impl StepMarks {
    /// A numbered mark for each step in sight; marks that would cover each other stand side by side.
    pub fn marks_ui(&mut self, ui: &mut Ui, desk: &mut Desk<'_>, axis: Axis, rect: Rect) {
        let Some((lesson, running)) = desk.state.lesson(desk.atlas) else {
            return;
        };
        let tokens = desk.tokens;
        ui.painter().text(
            rect.left_center(),
            Align2::LEFT_CENTER,
            desk.texts.get(Key::TrackSteps),
            Face::Text.at(size::SMALL),
            tokens.ink_soft,
        );
        let key = (running.tour.which, lesson.steps.len(), desk.language);
        let marks = self
            .marks
            .get(key, |(_, _, language)| lesson::marks(lesson, *language));
        let mut order: Vec<&StepMark> = marks
            .iter()
            .filter(|mark| axis.span.shows(mark.day))
            .collect();
        order.sort_by_key(|mark| (mark.day, mark.step));
        let mut free = axis.range().min - MARK;
        let places: Vec<f32> = order
            .iter()
            .map(|mark| {
                let x = axis.middle(mark.day).max(free);
                free = x + MARK + 1.0;
                x
            })
            .collect();
        // Those pushed beyond the right end are pushed back.
        let mut limit = axis.range().max + MARK / 2.0;
        let mut places = places;
        for x in places.iter_mut().rev() {
            *x = x.min(limit);
            limit = *x - MARK - 1.0;
        }
        for (mark, x) in order.into_iter().zip(places) {
            let is_on = mark.step == running.tour.step;
            mark_ui(ui, desk, mark, pos2(x.round(), rect.center().y), is_on);
        }
    }
}

fn mark_ui(ui: &mut Ui, desk: &mut Desk<'_>, mark: &StepMark, at: egui::Pos2, is_on: bool) {
    let tokens = desk.tokens;
    let room = Rect::from_center_size(at, vec2(MARK, HEIGHT));
    let response = ui.interact(room, Id::unique("step").with(mark.step), Sense::click());
    let (fill, ink) = if is_on {
        (tokens.accent, tokens.on_accent)
    } else {
        (tokens.note, tokens.ink)
    };
    let painter = ui.painter();
    painter.circle(
        at,
        MARK / 2.0,
        fill,
        egui::Stroke::new(1.0, tokens.ink_soft),
    );
    let number = (mark.step + 1).to_string();
    painter.text(
        at,
        Align2::CENTER_CENTER,
        &number,
        Face::Strong.at(size::TINY),
        ink,
    );
    let spoken = desk.texts.fill(
        Key::StepMark,
        &[
            ("number", &number),
            ("title", &mark.title),
            ("date", &mark.date),
        ],
    );
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_on, &spoken));
    if response.has_focus() {
        let stroke = egui::Stroke::new(2.0, tokens.accent);
        painter.circle_stroke(at, MARK / 2.0 + 2.0, stroke);
    }
    if response.clicked() {
        desk.send(Command::GoToStep(mark.step));
    }
    response
        .on_hover_cursor(egui::CursorIcon::PointingHand)
        .on_hover_text(spoken);
}
