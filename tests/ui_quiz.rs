//! The quiz, worked by keys and by accessible names.

#![expect(clippy::unwrap_used, reason = "a failing test may panic")]

#[path = "common/raster_renderer.rs"]
mod raster_renderer;
#[path = "common/screen.rs"]
mod screen;

use egui::Key as Keyboard;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use kuril_atlas::lesson::quiz::{Answer, Code, Task};
use kuril_atlas::model::language::Language;
use kuril_atlas::scene::quiz;
use kuril_atlas::state::Command;
use kuril_atlas::text::Key;

use screen::{ATLAS, Screen};

/// A folder for pictures of the questions, where somebody wants to look at them.
const PICTURES: &str = "KURIL_ATLAS_PICTURES";

fn save(screen: &mut Screen, name: &str) {
    if let Some(folder) = std::env::var_os(PICTURES) {
        let path = std::path::Path::new(&folder).join(name);
        screen.picture().save(path).unwrap();
    }
}

#[test]
fn a_quiz_begins_with_a_typed_code() {
    let mut screen = Screen::new("1930", Language::English);
    screen.click(Role::Switch, screen.text(Key::Teaching));
    screen.click(Role::Tab, screen.text(Key::RoomQuiz));
    screen.click(Role::TextInput, screen.text(Key::QuizCode));
    screen.write("12345");
    screen.click(Role::Button, screen.text(Key::QuizWithCode));
    assert!(screen.says(screen.text(Key::QuizCodeWrong)));
    screen.click(Role::TextInput, screen.text(Key::QuizCode));
    screen.write("6");
    screen.click(Role::Button, screen.text(Key::QuizWithCode));
    let code = screen.state().quiz().unwrap().code;
    assert_eq!(code.to_string(), "123456");
    let shown = screen.harness.query_all_by_label_contains("123456");
    assert!(shown.count() > 0, "the code is shown for the class");
}

#[test]
fn a_whole_quiz_is_taken_with_score_sources_and_review() {
    for language in Language::ALL {
        let mut screen = Screen::new("1930", language);
        let code: Code = "248291".parse().unwrap();
        screen.with_app(|app| app.send(Command::StartQuiz(code)));
        let questions = screen.state().quiz().unwrap().questions().to_vec();
        for (number, question) in questions.iter().enumerate() {
            let asked = quiz::asked(&ATLAS, question, language);
            assert!(screen.says(&asked.question), "{}", asked.question);
            assert!(!screen.says(screen.text(Key::QuizRight)));
            save(
                &mut screen,
                &format!("quiz-{}-{number}-a.png", language.code()),
            );
            match question.task {
                Task::Dated { event, .. } => {
                    let year = ATLAS.event(event).from.first_day().year();
                    let answer = Command::AnswerQuiz(Answer::Year(year));
                    screen.with_app(|app| app.send(answer));
                }
                Task::Click { place } => {
                    let names = ATLAS.territory(place).name.get(language);
                    let told = screen.spoken().into_iter();
                    let told = told.filter(|(role, text)| {
                        *role == Role::ListBoxOption && text.contains(names)
                    });
                    assert_eq!(told.count(), 0, "the map must not name its places");
                    screen.with_app(|app| app.send(Command::Select(Some(place))));
                }
                _ => {
                    let keys = [
                        Keyboard::Num1,
                        Keyboard::Num2,
                        Keyboard::Num3,
                        Keyboard::Num4,
                    ];
                    screen.press(keys[question.right]);
                }
            }
            assert!(screen.says(screen.text(Key::QuizRight)));
            let why = quiz::explained(&ATLAS, question, language);
            assert!(screen.says(&why.sources[0].1), "{why:?}");
            save(
                &mut screen,
                &format!("quiz-{}-{number}-b.png", language.code()),
            );
            screen.press(Keyboard::PageDown);
        }
        assert!(screen.state().quiz().unwrap().is_over());
        let result = screen.harness.query_all_by_label_contains("10");
        assert!(result.count() > 0);
        save(&mut screen, &format!("quiz-{}-review.png", language.code()));
        screen.click(Role::Button, screen.text(Key::QuizEnd));
        assert!(screen.state().quiz().is_none());
        assert_eq!(screen.date(), "1930-12-31");
    }
}

#[test]
fn a_wrong_answer_is_told_and_cannot_be_taken_back() {
    let mut screen = Screen::new("1930", Language::English);
    screen.with_app(|app| app.send(Command::StartQuiz("100003".parse().unwrap())));
    let choice_question = |screen: &Screen| {
        let state = screen.state();
        let question = state.quiz().unwrap().question().unwrap().clone();
        (!question.choices.is_empty()).then_some(question)
    };
    let question = loop {
        if let Some(question) = choice_question(&screen) {
            break question;
        }
        let at = screen.state().quiz().unwrap().at();
        screen.with_app(|app| app.send(Command::ToQuestion(at + 1)));
    };
    let wrong = (question.right + 1) % question.choices.len();
    let asked = quiz::asked(&ATLAS, &question, Language::English);
    screen.click(Role::RadioButton, &asked.choices[wrong]);
    assert!(screen.says(screen.text(Key::QuizWrong)));
    screen.press([Keyboard::Num1, Keyboard::Num2, Keyboard::Num3][question.right]);
    assert!(screen.says(screen.text(Key::QuizWrong)));
    assert_eq!(screen.state().quiz().unwrap().score(&ATLAS), 0);
}
