//! Every screen of the program, one after the other.
#![allow(dead_code, reason = "each test file uses a part of this")]

use egui::Key as Keyboard;
use egui::accesskit::Role;
use kuril_atlas::lesson::tour::Which;
use kuril_atlas::model::date::HistoricalDate;
use kuril_atlas::model::language::Language;
use kuril_atlas::model::shown::Chart;
use kuril_atlas::state::compare::{By, CompareCommand};
use kuril_atlas::state::screen::ScreenCommand;
use kuril_atlas::state::teaching::Room;
use kuril_atlas::state::view_state::{Page, Terms, View};
use kuril_atlas::state::{Command, ViewState};
use kuril_atlas::text::Key;

use super::screen::{ATLAS, Screen};

/// The menus that open below a button of the main screen.
pub const MENUS: [Key; 6] = [
    Key::TracksShown,
    Key::Bookmarks,
    Key::Display,
    Key::Layers,
    Key::LookAt,
    Key::Stretch,
];

/// Visits every screen in a language; `dress` makes each new window as it is to be looked at.
pub fn visit(
    language: Language,
    dress: impl Fn(&mut Screen),
    mut look: impl FnMut(&str, &mut Screen),
) {
    let fresh = |date: &str| {
        let mut screen = Screen::new(date, language);
        dress(&mut screen);
        screen.harness.run();
        screen
    };
    pages(&mut fresh("1945-08-28"), &mut look);
    charts(&mut fresh("1990"), &mut look);
    for menu in MENUS {
        let mut screen = fresh("1945-08-28");
        screen.click(Role::Button, screen.text(menu));
        look(&format!("menu {}", menu.name()), &mut screen);
    }
    over_the_screen(&mut fresh("1945-08-28"), &mut look);
    compared(&mut fresh("1946"), &mut look);
    teaching(&mut fresh("1930"), &mut look);
    quiz(&mut fresh("1930"), &mut look);
    let mut state = ViewState::new(day("1930"), language);
    state.screen.hint_open = true;
    let mut hint = Screen::with(state);
    dress(&mut hint);
    hint.harness.run();
    look("hint", &mut hint);
}

fn day(date: &str) -> kuril_atlas::model::date::Day {
    date.parse::<HistoricalDate>().unwrap().last_day()
}

fn show(screen: &mut Screen, command: Command) {
    screen.with_app(|app| app.send(command));
}

fn pages(screen: &mut Screen, look: &mut impl FnMut(&str, &mut Screen)) {
    look("no place", screen);
    for id in ["iturup", "sakhalin-south", "manchuria-south", "hokkaido"] {
        show(screen, Command::Select(ATLAS.find_territory(id)));
        show(screen, Command::OpenPage(Page::Place));
        look(&format!("place {id}"), screen);
    }
    for page in [Page::Year, Page::Events, Page::Sources] {
        show(screen, Command::OpenPage(page));
        look(&format!("page {page:?}"), screen);
    }
    for (event, record) in ATLAS.events() {
        if record.from.first_day() == day("1945-08-28") {
            show(screen, Command::OpenEvent(event));
            look("an event", screen);
            break;
        }
    }
    for view in View::ALL {
        show(screen, Command::SetView(view));
        look(&format!("view {}", view.id()), screen);
    }
    show(screen, Command::SideBySide(true));
    look("side by side", screen);
}

fn charts(screen: &mut Screen, look: &mut impl FnMut(&str, &mut Screen)) {
    for chart in Chart::ALL {
        show(screen, Command::OpenChart(chart));
        look(&format!("chart {}", chart.id()), screen);
        show(screen, Command::ShowCharts(true));
        look(&format!("large chart {}", chart.id()), screen);
        show(screen, Command::ShowCharts(false));
    }
    screen.click(Role::Button, screen.text(Key::ExportChart));
    look("menu of the chart", screen);
}

fn over_the_screen(screen: &mut Screen, look: &mut impl FnMut(&str, &mut Screen)) {
    let iturup = ATLAS.find_territory("iturup");
    show(screen, Command::Select(iturup));
    for (name, open, close) in [
        ("about", Command::ShowAbout(true), Command::ShowAbout(false)),
        (
            "terms",
            Command::ShowTerms(Some(Terms::All)),
            Command::ShowTerms(None),
        ),
        ("keys", Command::ShowKeys(true), Command::ShowKeys(false)),
        (
            "map in words",
            Command::ShowHeld(true),
            Command::ShowHeld(false),
        ),
        (
            "search",
            Command::ShowSearch(true),
            Command::ShowSearch(false),
        ),
        (
            "a typed date",
            Command::TypeDate(true),
            Command::TypeDate(false),
        ),
        (
            "for a class",
            Command::Present(true),
            Command::Present(false),
        ),
        (
            "the map alone",
            Command::Screen(ScreenCommand::ToggleMapAlone),
            Command::Screen(ScreenCommand::ToggleMapAlone),
        ),
    ] {
        show(screen, open);
        look(name, screen);
        if name == "search" {
            screen.write("1945");
            look("search with finds", screen);
        }
        show(screen, close);
    }
}

fn compared(screen: &mut Screen, look: &mut impl FnMut(&str, &mut Screen)) {
    show(screen, Command::Compare(CompareCommand::With(day("1930"))));
    for by in By::ALL {
        show(screen, Command::Compare(CompareCommand::Show(by)));
        look(&format!("compared {by:?}"), screen);
    }
}

fn teaching(screen: &mut Screen, look: &mut impl FnMut(&str, &mut Screen)) {
    for room in Room::ALL {
        show(screen, Command::ShowRoom(Some(room)));
        look(&format!("room {room:?}"), screen);
    }
    show(screen, Command::StartLesson(Which::Shipped(0)));
    look("lesson", screen);
    show(screen, Command::ToggleNotes);
    for _ in 0..3 {
        show(screen, Command::NextStep);
        show(screen, Command::ToggleAnswer);
        look("step of a lesson", screen);
    }
    show(screen, Command::Present(true));
    look("lesson for a class", screen);
}

fn quiz(screen: &mut Screen, look: &mut impl FnMut(&str, &mut Screen)) {
    show(screen, Command::StartQuiz("248291".parse().unwrap()));
    let count = screen.state().quiz().unwrap().questions().len();
    for number in 0..count {
        look(&format!("question {}", number + 1), screen);
        // Whatever the question is: one of its answers, where there are any.
        screen.press(Keyboard::Num1);
        look(&format!("answer {}", number + 1), screen);
        show(screen, Command::ToQuestion(number + 1));
    }
    look("review of the quiz", screen);
}
