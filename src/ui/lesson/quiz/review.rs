//! How the quiz went: a mark a question, the result, and all questions again.

use egui::{Button, Label, Rect, RichText, ScrollArea, Sense, Ui, pos2, vec2};

use super::super::super::app::Desk;
use super::super::super::icons;
use super::super::super::tokens::space;
use super::super::super::widgets::focus::followed;
use super::super::super::widgets::heading;
use super::start::any_seed;
use crate::lesson::quiz::{Code, Quiz};
use crate::scene::quiz;
use crate::state::Command;
use crate::text::Key;

/// A part of a bar for each question: right, wrong, or to come.
pub fn marks_ui(ui: &mut Ui, desk: &Desk<'_>, quiz: &Quiz) {
    const BAR: f32 = 6.0;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 2.0 * BAR), Sense::hover());
    #[expect(clippy::cast_precision_loss, reason = "few questions")]
    let part = rect.width() / quiz.questions().len().max(1) as f32;
    let mut left = rect.left();
    for (number, question) in quiz.questions().iter().enumerate() {
        let answer = quiz.answer_to(number);
        let is_right = answer.is_some_and(|answer| question.is_right(desk.atlas, answer));
        let color = match answer {
            Some(_) if is_right => desk.tokens.favourable,
            Some(_) => desk.tokens.unfavourable,
            None if number == quiz.at() => desk.tokens.ink_soft,
            None => desk.tokens.hairline,
        };
        // Colour is not the only cue: what was right stands higher.
        let height = if is_right { BAR * 1.8 } else { BAR };
        let top = rect.bottom() - height;
        let bar = Rect::from_min_max(pos2(left, top), pos2(left + part - 3.0, rect.bottom()));
        ui.painter().rect_filled(bar, 1.0, color);
        left += part;
    }
}

/// The result and all questions, each with what was answered.
pub fn review_ui(ui: &mut Ui, desk: &mut Desk<'_>, quiz: &Quiz) {
    let values = [
        ("right", &*quiz.score(desk.atlas).to_string()),
        ("count", &*quiz.questions().len().to_string()),
    ];
    let result = desk.texts.fill(Key::QuizResult, &values);
    heading::title(ui, desk.tokens, &result);
    ui.add_space(space::SMALL);
    ui.horizontal(|ui| {
        let again = Button::new(desk.texts.get(Key::QuizAgain));
        if ui.add_sized(super::WIDE, again).clicked() {
            let code = Code::new(quiz.code.difficulty, any_seed());
            desk.send(Command::StartQuiz(code));
        }
    });
    ui.add_space(space::SMALL);
    ScrollArea::vertical().auto_shrink(false).show(
        ui,
        followed(|ui| {
            ui.set_max_width(ui.available_width() - space::SMALL);
            for (number, question) in quiz.questions().iter().enumerate() {
                let asked = quiz::asked(desk.atlas, question, desk.language);
                let answer = quiz.answer_to(number);
                let is_right = answer.is_some_and(|answer| question.is_right(desk.atlas, answer));
                let (sign, color) = if is_right {
                    (icons::CHECK, desk.tokens.favourable)
                } else {
                    (icons::CLOSE, desk.tokens.unfavourable)
                };
                ui.horizontal_top(|ui| {
                    ui.label(RichText::new(sign).color(color));
                    ui.vertical(|ui| {
                        let words = RichText::new(&asked.question).color(desk.tokens.ink);
                        let link = ui.add(Label::new(words).wrap().sense(Sense::click()));
                        let link = link.on_hover_cursor(egui::CursorIcon::PointingHand);
                        if link.clicked() {
                            desk.send(Command::ToQuestion(number));
                        }
                        let given = match answer {
                            Some(answer) => {
                                let answer =
                                    quiz::answer_text(desk.atlas, question, answer, desk.language);
                                desk.texts.fill(Key::QuizYourAnswer, &[("answer", &answer)])
                            }
                            None => desk.texts.get(Key::QuizNoAnswer).to_owned(),
                        };
                        heading::small(ui, desk.tokens, &given);
                        if !is_right {
                            let right = quiz::explained(desk.atlas, question, desk.language).answer;
                            let right =
                                desk.texts.fill(Key::QuizRightAnswer, &[("answer", &right)]);
                            heading::small(ui, desk.tokens, &right);
                        }
                    });
                });
                ui.add_space(space::TINY);
            }
        }),
    );
}
