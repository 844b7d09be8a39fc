//! What can be answered: choices, or a year on a line of years.

use egui::{Button, RichText, Role, Sense, Slider, Ui, WidgetInfo, vec2};

use super::super::super::app::Desk;
use super::super::super::fonts::Face;
use super::super::super::icons;
use super::super::super::tokens::{TARGET, size, space};
use crate::dataset::Atlas;
use crate::lesson::quiz::{Answer, Code, Question, Quiz};
use crate::state::Command;
use crate::text::Key;

/// The choices, numbered as the keys that choose them; once answered, the right one is marked.
pub fn choices_ui(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    quiz: &Quiz,
    question: &Question,
    words: &[String],
) {
    let given = quiz.answer();
    for (position, words) in words.iter().enumerate() {
        let is_given = given == Some(Answer::Choice(position));
        let is_right = position == question.right;
        let sign = match given {
            Some(_) if is_right => icons::CHECK.to_owned(),
            Some(_) if is_given => icons::CLOSE.to_owned(),
            _ => (position + 1).to_string(),
        };
        let face = if given.is_some() && is_right {
            Face::Strong
        } else {
            Face::Text
        };
        let text = RichText::new(format!("{sign}   {words}"))
            .font(face.at(size::LARGE))
            .color(desk.tokens.ink);
        let fill = if given.is_some() && (is_right || is_given) {
            desk.tokens.note
        } else {
            desk.tokens.raised
        };
        let button = Button::new(text)
            .fill(fill)
            .wrap()
            .min_size(vec2(ui.available_width(), TARGET + 14.0));
        // Once answered it is there to be read, not to be pressed.
        let senses = if given.is_none() {
            Sense::click()
        } else {
            Sense::hover()
        };
        let response = ui.add(button.sense(senses));
        response.widget_info(|| {
            WidgetInfo::selected(Role::RadioButton, given.is_none(), is_given, words)
        });
        if response.clicked() {
            desk.send(Command::AnswerQuiz(Answer::Choice(position)));
        }
        ui.add_space(space::TINY);
    }
}

/// The year that is chosen for a question.
#[derive(Default)]
pub struct YearField {
    of: Option<(Code, usize)>,
    year: i16,
}

impl YearField {
    /// A line of years with a handle, the year in large type, and a button to answer.
    pub fn year_ui(&mut self, ui: &mut Ui, desk: &mut Desk<'_>, quiz: &Quiz) {
        if quiz.answer().is_some() {
            return;
        }
        let (first, last) = Atlas::range();
        let of = Some((quiz.code, quiz.at()));
        if self.of != of {
            (self.of, self.year) = (of, i16::midpoint(first.year(), last.year()));
        }
        let year = RichText::new(self.year.to_string())
            .font(Face::Title.at(size::YEAR))
            .color(desk.tokens.ink);
        ui.label(year);
        ui.spacing_mut().slider_width = ui.available_width();
        let years = first.year()..=last.year();
        let response = ui.add(Slider::new(&mut self.year, years).show_value(false));
        let (name, year) = (desk.texts.get(Key::QuizYear), self.year);
        response.widget_info(|| WidgetInfo::slider(true, f64::from(year), name));
        ui.horizontal(|ui| {
            ui.small(first.year().to_string());
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Min), |ui| {
                ui.small(last.year().to_string());
            });
        });
        ui.add_space(space::SMALL);
        let button = Button::new(desk.texts.get(Key::QuizAnswer));
        if ui.add_sized(super::WIDE, button).clicked() {
            desk.send(Command::AnswerQuiz(Answer::Year(self.year)));
        }
    }
}
