//! A lesson while it is played.

use std::cmp::Ordering;

use egui::{Button, Frame, Label, Margin, Panel, RichText, Role, ScrollArea, Ui, WidgetInfo, vec2};

use super::super::app::Desk;
use super::super::fonts::Face;
use super::super::icons;
use super::super::memo::Memo;
use super::super::tokens::{TARGET, radius, size, space};
use super::super::widgets::date_link;
use super::super::widgets::focus::followed;
use super::super::widgets::heading;
use crate::lesson::tour::{OwnLessons, Which};
use crate::model::language::Language;
use crate::model::lesson::Lesson;
use crate::scene::lesson::{self, QuestionText, StepText};
use crate::state::Command;
use crate::state::teaching::Running;
use crate::text::Key;

/// The words of the step that is on.
#[derive(Default)]
pub struct PlayerView {
    step: Memo<(OwnLessons, Which, usize, Language), Option<StepText>>,
    /// The step whose words were at the top of the panel.
    top: Option<(Which, usize)>,
}

impl PlayerView {
    /// The step with its question, and the way on.
    pub fn player_ui(&mut self, ui: &mut Ui, desk: &mut Desk<'_>) {
        let Some((lesson, running)) = desk.state.lesson(desk.atlas) else {
            return;
        };
        let tour = running.tour;
        // A lesson of one's own may have other words when it is opened again.
        let own = desk.state.teaching.own.clone();
        let key = (own, tour.which, tour.step, desk.language);
        let text = self.step.get(key, |(.., language)| {
            let step = tour.step_of(lesson)?;
            Some(lesson::step_text(desk.atlas, step, *language))
        });
        let Some(text) = text else { return };
        Panel::bottom("turns")
            .frame(Frame::new().inner_margin(Margin::symmetric(0, 6)))
            .show_separator_line(false)
            .show(ui, |ui| turns_ui(ui, desk, lesson, running));
        let mut area = ScrollArea::vertical().auto_shrink(false);
        if self.top != Some((tour.which, tour.step)) {
            self.top = Some((tour.which, tour.step));
            area = area.vertical_scroll_offset(0.0);
        }
        area.show(
            ui,
            followed(|ui| {
                ui.set_max_width(ui.available_width() - space::SMALL);
                progress_ui(ui, desk, lesson, running);
                ui.add_space(space::SMALL);
                heading::title(ui, desk.tokens, &text.title);
                heading::small(ui, desk.tokens, &text.date);
                ui.add_space(space::TINY);
                let caption = RichText::new(&text.caption)
                    .size(size::LARGE - 1.0)
                    .color(desk.tokens.ink);
                ui.add(Label::new(caption).wrap());
                if let Some(question) = &text.question {
                    question_ui(ui, desk, question, tour.answer);
                }
                sources_ui(ui, desk, text);
                notes_ui(ui, desk, lesson, tour.notes);
            }),
        );
    }
}

/// A bar of as many parts as there are steps; each can be clicked.
fn progress_ui(ui: &mut Ui, desk: &mut Desk<'_>, lesson: &Lesson, running: &Running) {
    const BAR: f32 = 5.0;
    let spoken = lesson::progress(running.tour.step, lesson, desk.language);
    heading::small(ui, desk.tokens, &spoken);
    let count = lesson.steps.len();
    let (rect, _) =
        ui.allocate_exact_size(vec2(ui.available_width(), 2.0 * BAR), egui::Sense::hover());
    #[expect(clippy::cast_precision_loss, reason = "few steps")]
    let part = rect.width() / count.max(1) as f32;
    for step in 0..count {
        #[expect(clippy::cast_precision_loss, reason = "few steps")]
        let left = rect.left() + part * step as f32;
        let bar = egui::Rect::from_min_size(
            egui::pos2(left, rect.center().y - BAR / 2.0),
            vec2(part - 2.0, BAR),
        );
        let color = match step.cmp(&running.tour.step) {
            Ordering::Less => desk.tokens.ink_soft,
            Ordering::Equal => desk.tokens.accent,
            Ordering::Greater => desk.tokens.hairline,
        };
        ui.painter().rect_filled(bar, 1.0, color);
    }
}

fn question_ui(ui: &mut Ui, desk: &mut Desk<'_>, question: &QuestionText, answered: bool) {
    ui.add_space(space::MEDIUM);
    Frame::new()
        .fill(desk.tokens.note)
        .corner_radius(radius::CARD)
        .inner_margin(Margin::same(12))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            heading::small(ui, desk.tokens, desk.texts.get(Key::Question));
            let words = RichText::new(&question.question)
                .font(Face::Strong.at(size::LARGE - 1.0))
                .color(desk.tokens.ink);
            ui.add(Label::new(words).wrap());
            if question.answer.is_empty() {
                return;
            }
            ui.add_space(space::TINY);
            let key = if answered {
                Key::HideAnswer
            } else {
                Key::ShowAnswer
            };
            if ui.button(desk.texts.get(key)).clicked() {
                desk.send(Command::ToggleAnswer);
            }
            if answered {
                ui.add_space(space::TINY);
                let words = RichText::new(&question.answer).color(desk.tokens.ink);
                ui.add(Label::new(words).wrap());
            }
        });
}

fn sources_ui(ui: &mut Ui, desk: &mut Desk<'_>, text: &StepText) {
    if text.sources.is_empty() {
        return;
    }
    heading::section(ui, desk.tokens, desk.texts.get(Key::Sources));
    for (source, words) in &text.sources {
        if date_link::source_link(ui, desk.tokens, words).clicked() {
            desk.send(Command::OpenSource(*source));
        }
    }
}

fn notes_ui(ui: &mut Ui, desk: &mut Desk<'_>, lesson: &Lesson, open: bool) {
    let notes = lesson.notes.said(desk.language);
    if notes.is_empty() {
        return;
    }
    ui.add_space(space::MEDIUM);
    let caret = if open {
        icons::CARET_DOWN
    } else {
        icons::CARET_RIGHT
    };
    let name = desk.texts.get(Key::TeacherNotes);
    let title = RichText::new(format!("{caret}  {name}")).color(desk.tokens.ink_soft);
    let response = ui.add(Button::new(title).frame(false).min_size(vec2(0.0, TARGET)));
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, open, name));
    if response.clicked() {
        desk.send(Command::ToggleNotes);
    }
    if open {
        heading::soft(ui, desk.tokens, notes);
    }
}

/// Where the lesson is, and the buttons that lead through it.
fn turns_ui(ui: &mut Ui, desk: &mut Desk<'_>, lesson: &Lesson, running: &Running) {
    if !desk.state.is_at_step() {
        Frame::new()
            .fill(desk.tokens.note)
            .corner_radius(radius::SMALL)
            .inner_margin(Margin::symmetric(8, 6))
            .show(ui, |ui| {
                ui.set_width(ui.available_width());
                heading::soft(ui, desk.tokens, desk.texts.get(Key::Exploring));
                if ui.button(desk.texts.get(Key::ReturnToStep)).clicked() {
                    desk.send(Command::ReturnToStep);
                }
            });
        ui.add_space(space::TINY);
    }
    let is_last = running.tour.is_last(lesson);
    if is_last {
        heading::small(ui, desk.tokens, desk.texts.get(Key::LessonOver));
    }
    ui.horizontal(|ui| {
        let back = format!("{}  {}", icons::ARROW_LEFT, desk.texts.get(Key::Previous));
        let (name, keys) = (Key::PreviousStep, "PgUp");
        if turn_button(ui, desk, back, name, keys, running.tour.step > 0) {
            desk.send(Command::PreviousStep);
        }
        let on = format!("{}  {}", desk.texts.get(Key::Next), icons::ARROW_RIGHT);
        if turn_button(ui, desk, on, Key::NextStep, "PgDn", !is_last) {
            desk.send(Command::NextStep);
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let end = RichText::new(desk.texts.get(Key::EndLesson)).color(desk.tokens.ink_soft);
            if ui.add(Button::new(end).frame(false)).clicked() {
                desk.send(Command::CloseLesson);
            }
        });
    });
}

fn turn_button(
    ui: &mut Ui,
    desk: &Desk<'_>,
    words: String,
    name: Key,
    keys: &str,
    enabled: bool,
) -> bool {
    let name = desk.texts.get(name);
    let response = ui.add_enabled(
        enabled,
        Button::new(words).min_size(vec2(92.0, TARGET + space::SMALL)),
    );
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, name));
    response.on_hover_text(format!("{name} ({keys})")).clicked()
}
