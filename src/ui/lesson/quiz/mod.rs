//! The quiz: its beginning in the panel, then a screen of its own with the question on the left and
//! the map, a chart or nothing on the right.

mod answers;
mod review;
mod start;

use egui::{CentralPanel, Frame, Label, Margin, Panel, RichText, ScrollArea, Ui};

use super::super::app::{App, Desk};
use super::super::charts;
use super::super::fonts::Face;
use super::super::memo::Memo;
use super::super::tokens::{TARGET, size, space};
use super::super::widgets::date_link;
use super::super::widgets::focus::followed;
use super::super::widgets::heading;
use crate::lesson::quiz::{Code, Question, Quiz, Task};
use crate::model::language::Language;
use crate::scene::quiz::{self, Asked, Explained};
use crate::state::Command;
use crate::text::Key;

pub use start::{StartView, start_ui};

/// The share of the width that the question takes, and its limits in points.
const SHARE: f32 = 0.44;
const WIDTHS: std::ops::RangeInclusive<f32> = 380.0..=640.0;

/// The size of the button that leads on, in points.
const WIDE: [f32; 2] = [156.0, TARGET + 8.0];

/// What of a quiz is kept from frame to frame.
#[derive(Default)]
pub struct QuizView {
    words: Memo<(Code, usize, Language), (Asked, Explained)>,
    years: answers::YearField,
}

/// The screen of a quiz, below the bar.
pub fn quiz_ui(app: &mut App, ui: &mut Ui, desk: &mut Desk<'_>) {
    let Some(quiz) = desk.state.quiz() else {
        return;
    };
    let width = (ui.available_width() * SHARE).clamp(*WIDTHS.start(), *WIDTHS.end());
    let margin = Margin::symmetric(20, 12);
    let frame = Frame::new().fill(desk.tokens.paper).inner_margin(margin);
    Panel::left("quiz")
        .resizable(false)
        .exact_size(width)
        .frame(frame)
        .show(ui, |ui| {
            head_ui(ui, desk, quiz);
            match quiz.question() {
                Some(question) => question_ui(&mut app.teaching.quiz, ui, desk, quiz, question),
                None => review::review_ui(ui, desk, quiz),
            }
        });
    let is_answered = quiz.answer().is_some();
    let shown = quiz.question().map(|question| question.task);
    CentralPanel::default()
        .frame(Frame::new().fill(desk.tokens.note))
        .show(ui, |ui| match shown {
            Some(Task::Figure { .. } | Task::Poll) => {
                let frame = Frame::new().fill(desk.tokens.paper).inner_margin(margin);
                frame.show(ui, |ui| charts::charts_ui(&mut app.charts, ui, desk));
            }
            Some(Task::Click { .. }) => app.map.map_ui(ui, desk),
            Some(_) if is_answered => app.map.map_ui(ui, desk),
            Some(_) => numeral(ui, desk, (quiz.at() + 1).to_string()),
            None => {
                let score = quiz.score(desk.atlas);
                numeral(ui, desk, format!("{score}/{}", quiz.questions().len()));
            }
        });
}

/// A large quiet number where the map would tell the answer.
fn numeral(ui: &Ui, desk: &Desk<'_>, number: String) {
    ui.painter().text(
        ui.max_rect().center(),
        egui::Align2::CENTER_CENTER,
        number,
        Face::Title.at(size::NUMERAL * 2.0),
        desk.tokens.hairline,
    );
}

/// Where in the quiz one is, and the way out of it.
fn head_ui(ui: &mut Ui, desk: &mut Desk<'_>, quiz: &Quiz) {
    let code = quiz.code;
    let mut facts = vec![
        desk.texts
            .get(quiz::difficulty_key(code.difficulty))
            .to_owned(),
        format!("{} {code}", desk.texts.get(Key::QuizCode)),
    ];
    if !quiz.is_over() {
        let values = [
            ("number", &*(quiz.at() + 1).to_string()),
            ("count", &*quiz.questions().len().to_string()),
        ];
        facts.insert(0, desk.texts.fill(Key::QuizNumber, &values));
    }
    ui.horizontal(|ui| {
        heading::small(ui, desk.tokens, &facts.join(" · "));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let end = RichText::new(desk.texts.get(Key::QuizEnd)).color(desk.tokens.ink_soft);
            if ui.add(egui::Button::new(end).frame(false)).clicked() {
                desk.send(Command::CloseQuiz);
            }
        });
    });
    review::marks_ui(ui, desk, quiz);
    ui.add_space(space::MEDIUM);
}

fn question_ui(
    view: &mut QuizView,
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    quiz: &Quiz,
    question: &Question,
) {
    let key = (quiz.code, quiz.at(), desk.language);
    let (asked, explained) = view.words.get(key, |(.., language)| {
        let asked = quiz::asked(desk.atlas, question, *language);
        (asked, quiz::explained(desk.atlas, question, *language))
    });
    ScrollArea::vertical()
        .id_salt(("question", quiz.at()))
        .auto_shrink(false)
        .show(
            ui,
            followed(|ui| {
                ui.set_max_width(ui.available_width() - space::SMALL);
                heading::title(ui, desk.tokens, &asked.question);
                if let Some(hint) = &asked.hint {
                    heading::small(ui, desk.tokens, hint);
                }
                ui.add_space(space::MEDIUM);
                if let Task::Dated { .. } = question.task {
                    view.years.year_ui(ui, desk, quiz);
                }
                answers::choices_ui(ui, desk, quiz, question, &asked.choices);
                if quiz.answer().is_some() {
                    explained_ui(ui, desk, quiz, question, explained);
                }
            }),
        );
}

/// Whether the answer was right, what is right, why, and who says so.
fn explained_ui(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    quiz: &Quiz,
    question: &Question,
    explained: &Explained,
) {
    ui.add_space(space::MEDIUM);
    let given = quiz.answer();
    let is_right = given.is_some_and(|given| question.is_right(desk.atlas, given));
    let verdict = if is_right {
        Key::QuizRight
    } else {
        Key::QuizWrong
    };
    let color = if is_right {
        desk.tokens.favourable
    } else {
        desk.tokens.unfavourable
    };
    let verdict = RichText::new(desk.texts.get(verdict))
        .font(Face::Strong.at(size::BRAND))
        .color(color);
    ui.add(Label::new(verdict));
    if let Some(given) = given.filter(|_| !is_right) {
        let given = quiz::answer_text(desk.atlas, question, given, desk.language);
        let given = desk.texts.fill(Key::QuizYourAnswer, &[("answer", &given)]);
        heading::soft(ui, desk.tokens, &given);
    }
    let answer = desk
        .texts
        .fill(Key::QuizRightAnswer, &[("answer", &explained.answer)]);
    let answer = RichText::new(answer)
        .font(Face::Strong.at(size::BODY))
        .color(desk.tokens.ink);
    ui.add(Label::new(answer).wrap());
    for line in &explained.lines {
        let line = RichText::new(line).color(desk.tokens.ink);
        ui.add(Label::new(line).wrap());
    }
    heading::section(ui, desk.tokens, desk.texts.get(Key::Sources));
    for (source, words) in &explained.sources {
        let url = &desk.atlas.source(*source).url;
        match url {
            Some(url) => {
                if date_link::source_link(ui, desk.tokens, words).clicked() {
                    ui.ctx().open_url(egui::OpenUrl::new_tab(url));
                }
            }
            None => heading::small(ui, desk.tokens, words),
        }
    }
    ui.add_space(space::MEDIUM);
    let is_last = quiz.at() + 1 >= quiz.questions().len();
    let on = if is_last {
        Key::QuizReview
    } else {
        Key::QuizNext
    };
    let on = egui::Button::new(desk.texts.get(on));
    if ui.add_sized(WIDE, on).clicked() {
        desk.send(Command::ToQuestion(quiz.at() + 1));
    }
}
