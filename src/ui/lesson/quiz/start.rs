//! The beginning of a quiz: its difficulty, or the code that the class has agreed on.

use std::time::{SystemTime, UNIX_EPOCH};

use egui::{Button, RichText, TextEdit, Ui};

use super::super::super::app::Desk;
use super::super::super::tokens::space;
use super::super::super::widgets::heading;
use super::super::super::widgets::segmented::segmented;
use crate::lesson::quiz::{Code, Difficulty};
use crate::scene::quiz::difficulty_key;
use crate::state::Command;
use crate::text::Key;

/// What is chosen and typed.
#[derive(Default)]
pub struct StartView {
    difficulty: Difficulty,
    code: String,
    is_wrong: bool,
}

/// A seed that nobody can foresee; the only thing about a quiz that is left to chance.
pub fn any_seed() -> u32 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    now.map_or(0, |time| time.subsec_micros() ^ time.subsec_nanos())
}

/// What a quiz begins with.
pub fn start_ui(view: &mut StartView, ui: &mut Ui, desk: &mut Desk<'_>) {
    heading::soft(ui, desk.tokens, desk.texts.get(Key::QuizAbout));
    ui.add_space(space::MEDIUM);
    let name = desk.texts.get(Key::QuizDifficulty);
    heading::section(ui, desk.tokens, name);
    let choices =
        Difficulty::ALL.map(|difficulty| (difficulty, desk.texts.get(difficulty_key(difficulty))));
    if let Some(chosen) = segmented(ui, desk.tokens, name, view.difficulty, &choices) {
        view.difficulty = chosen;
    }
    ui.add_space(space::MEDIUM);
    let start = Button::new(desk.texts.get(Key::QuizStart));
    if ui.add_sized(super::WIDE, start).clicked() {
        desk.send(Command::StartQuiz(Code::new(view.difficulty, any_seed())));
    }
    ui.add_space(space::LARGE);
    let name = desk.texts.get(Key::QuizCode);
    heading::section(ui, desk.tokens, name);
    heading::small(ui, desk.tokens, desk.texts.get(Key::QuizCodeHint));
    ui.add_space(space::TINY);
    ui.horizontal(|ui| {
        let field = TextEdit::singleline(&mut view.code)
            .desired_width(96.0)
            .char_limit(12)
            .hint_text("248291");
        let response = ui.add(field);
        response.widget_info(|| {
            let mut info = egui::WidgetInfo::labeled(egui::Role::TextInput, true, name);
            info.current_text_value = Some(view.code.clone());
            info
        });
        let entered =
            response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        if response.changed() {
            view.is_wrong = false;
        }
        let start = ui.add(Button::new(desk.texts.get(Key::QuizWithCode)));
        if start.clicked() || entered {
            match view.code.parse::<Code>() {
                Ok(code) => desk.send(Command::StartQuiz(code)),
                Err(_) => view.is_wrong = true,
            }
        }
    });
    if view.is_wrong {
        let wrong = RichText::new(desk.texts.get(Key::QuizCodeWrong));
        ui.label(wrong.color(desk.tokens.accent));
    }
}
