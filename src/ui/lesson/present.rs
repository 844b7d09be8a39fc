//! Presentation: the map first, large type, and of the rest only what a class needs.

use egui::{CentralPanel, Context, Frame, Label, Margin, Panel, RichText, Ui, vec2};

use super::super::app::{App, Desk};
use super::super::charts;
use super::super::fonts::Face;
use super::super::icons;
use super::super::tokens::{Tokens, size, space};
use super::super::widgets::heading;
use super::super::widgets::icon_button::icon_button;
use crate::scene::lesson::{self, StepText};
use crate::scene::timeline::turning;
use crate::state::Command;
use crate::state::view_state::{Page, ViewState};
use crate::text::Key;

/// The height, in points, that a screen is magnified to have.
const HEIGHT: f32 = 640.0;
/// How much larger than at the desk everything is at least, and at most.
const LEAST: f32 = 1.2;
const MOST: f32 = 4.0;
/// The share of the width that a chart takes when a step points at one.
const CHART_SHARE: f32 = 0.46;

/// Gives the screen the size that the reader chose, and magnifies it while it is presented.
#[derive(Default)]
pub struct Magnifier {
    /// The magnification that the system or the command line asked for.
    base: Option<f32>,
}

impl Magnifier {
    /// Call it once a frame.
    pub fn follow(&mut self, context: &Context, state: &ViewState) {
        let now = context.zoom_factor();
        let usual = *self.base.get_or_insert(now) * state.screen.scale.factor();
        let wanted = if state.is_presenting() || state.charts_large {
            // In the points of the desk, however much is magnified by now.
            let height = context.content_rect().height() * now / usual;
            let factor = (height / HEIGHT).clamp(LEAST, MOST);
            // Steps, so that a window that is drawn wider does not flicker.
            usual * (factor * 20.0).round() / 20.0
        } else {
            usual
        };
        if (wanted - now).abs() > 1e-3 {
            context.set_zoom_factor(wanted);
        }
    }
}

/// The whole screen while it is presented.
pub fn present_ui(app: &mut App, ui: &mut Ui, desk: &mut Desk<'_>) {
    let running = desk.state.lesson(desk.atlas);
    let told = running.and_then(|(lesson, running)| {
        let step = running.tour.step_of(lesson)?;
        Some(lesson::step_text(desk.atlas, step, desk.language))
    });
    let shows_chart = running.is_some() && desk.state.page == Page::Charts;
    let frame = card_frame(desk.tokens);
    Panel::bottom("told")
        .frame(frame)
        .show_separator_line(false)
        .show(ui, |ui| match &told {
            Some(text) => told_ui(ui, desk, text),
            None => change_ui(ui, desk),
        });
    if shows_chart {
        Panel::right("shown chart")
            .resizable(false)
            .exact_size(ui.available_width() * CHART_SHARE)
            .frame(frame)
            .show(ui, |ui| charts::charts_ui(&mut app.charts, ui, desk));
    }
    CentralPanel::no_frame().show(ui, |ui| app.map.map_ui(ui, desk));
}

fn card_frame(tokens: &Tokens) -> Frame {
    Frame::new()
        .fill(tokens.paper)
        .inner_margin(Margin::symmetric(20, 10))
}

/// The step: what it tells on the left, what it asks on the right.
fn told_ui(ui: &mut Ui, desk: &mut Desk<'_>, text: &StepText) {
    let Some((lesson, running)) = desk.state.lesson(desk.atlas) else {
        return;
    };
    let (answered, step) = (running.tour.answer, running.tour.step);
    let progress = format!("{}/{}", step + 1, lesson.steps.len());
    let asked = text.question.as_ref();
    let width = ui.available_width();
    let left = if asked.is_some() { width * 0.56 } else { width };
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.allocate_ui(vec2(left - space::LARGE, 0.0), |ui| {
            ui.vertical(|ui| {
                ui.set_width(left - space::LARGE);
                heading::title(ui, desk.tokens, &text.title);
                words(ui, desk, &text.caption, Face::Text);
            });
        });
        let Some(asked) = asked else { return };
        ui.add_space(space::LARGE);
        ui.allocate_ui(vec2(width - left, 0.0), |ui| {
            ui.vertical(|ui| {
                ui.set_width(width - left);
                words(ui, desk, &asked.question, Face::Strong);
                if answered && !asked.answer.is_empty() {
                    ui.add_space(space::TINY);
                    words(ui, desk, &asked.answer, Face::Text);
                }
            });
        });
    });
    ui.horizontal(|ui| {
        turn_buttons(ui, desk);
        heading::small(ui, desk.tokens, &progress);
        leave_ui(ui, desk);
    });
}

fn words(ui: &mut Ui, desk: &Desk<'_>, text: &str, face: Face) {
    let words = RichText::new(text)
        .font(face.at(size::LARGE))
        .color(desk.tokens.ink);
    ui.add(Label::new(words).wrap());
}

fn turn_buttons(ui: &mut Ui, desk: &mut Desk<'_>) {
    let back = desk.texts.get(Key::PreviousStep);
    if icon_button(ui, icons::ARROW_LEFT, back).clicked() {
        desk.send(Command::PreviousStep);
    }
    let on = desk.texts.get(Key::NextStep);
    if icon_button(ui, icons::ARROW_RIGHT, on).clicked() {
        desk.send(Command::NextStep);
    }
}

/// Without a lesson: what changed on the shown date.
fn change_ui(ui: &mut Ui, desk: &mut Desk<'_>) {
    let state = desk.state;
    let days = (state.unit_start(), state.date);
    let told = turning::turning(desk.atlas, days, state.selection, desk.names());
    ui.horizontal(|ui| {
        let text = told.map(|told| told.text).unwrap_or_default();
        let text = RichText::new(text)
            .font(Face::Strong.at(size::LARGE))
            .color(desk.tokens.ink);
        ui.add(Label::new(text).truncate());
        leave_ui(ui, desk);
    });
}

fn leave_ui(ui: &mut Ui, desk: &mut Desk<'_>) {
    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
        let name = desk.texts.get(Key::EndPresent);
        if icon_button(ui, icons::CLOSE, name).clicked() {
            desk.send(Command::Present(false));
        }
        heading::small(ui, desk.tokens, desk.texts.get(Key::PresentHint));
    });
}
