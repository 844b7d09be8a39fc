//! Keys and what they do, in one table: input, the list of keys and tooltips read it.

use egui::{Context, Key as Keyboard, KeyboardShortcut, Modifiers};

use crate::lesson::quiz::{Answer, Quiz};
use crate::state::compare::CompareCommand;
use crate::state::screen::{Scale, ScreenCommand};
use crate::state::time_axis::Stretch;
use crate::state::view_state::{Layer, Page, Preset};
use crate::state::{Command, ViewState};
use crate::text::Key;

use super::map::compare;
use super::splitter;

/// One key and its command.
pub struct Shortcut {
    pub keys: KeyboardShortcut,
    pub command: Command,
    /// What the key does; `None` where another line of the table says it.
    pub text: Option<Key>,
}

const fn plain(key: Keyboard, command: Command, text: Option<Key>) -> Shortcut {
    Shortcut {
        keys: KeyboardShortcut::new(Modifiers::NONE, key),
        command,
        text,
    }
}

const fn with_command(key: Keyboard, command: Command, text: Option<Key>) -> Shortcut {
    Shortcut {
        keys: KeyboardShortcut::new(Modifiers::COMMAND, key),
        command,
        text,
    }
}

const fn with_command_alt(key: Keyboard, command: Command, text: Option<Key>) -> Shortcut {
    let modifiers = Modifiers {
        alt: true,
        ..Modifiers::COMMAND
    };
    Shortcut {
        keys: KeyboardShortcut::new(modifiers, key),
        command,
        text,
    }
}

const fn with_alt(key: Keyboard, command: Command, text: Option<Key>) -> Shortcut {
    Shortcut {
        keys: KeyboardShortcut::new(Modifiers::ALT, key),
        command,
        text,
    }
}

const fn with_shift(key: Keyboard, command: Command, text: Option<Key>) -> Shortcut {
    Shortcut {
        keys: KeyboardShortcut::new(Modifiers::SHIFT, key),
        command,
        text,
    }
}

/// How far a key moves the map, in points.
const PAN: f32 = 80.0;
const CLOSER: Command = Command::Zoom {
    factor: 1.25,
    about: None,
};
const FARTHER: Command = Command::Zoom {
    factor: 0.8,
    about: None,
};

/// All keys. Those with more modifiers come first, so that they are not taken for plain ones.
pub const TABLE: &[Shortcut] = &[
    with_command_alt(
        Keyboard::ArrowRight,
        Command::NextEvent,
        Some(Key::NextEvent),
    ),
    with_command_alt(
        Keyboard::ArrowLeft,
        Command::PreviousEvent,
        Some(Key::PreviousEvent),
    ),
    with_command(
        Keyboard::ArrowRight,
        Command::NextChange,
        Some(Key::NextChange),
    ),
    with_command(
        Keyboard::ArrowLeft,
        Command::PreviousChange,
        Some(Key::PreviousChange),
    ),
    with_command(Keyboard::K, Command::ShowSearch(true), Some(Key::Search)),
    with_command(Keyboard::L, Command::TypeDate(true), None),
    with_command(
        Keyboard::Plus,
        Command::Screen(ScreenCommand::Larger),
        Some(Key::ScaleLarger),
    ),
    with_command(
        Keyboard::Equals,
        Command::Screen(ScreenCommand::Larger),
        None,
    ),
    with_command(
        Keyboard::Minus,
        Command::Screen(ScreenCommand::Smaller),
        Some(Key::ScaleSmaller),
    ),
    with_command(
        Keyboard::Num0,
        Command::Screen(ScreenCommand::SetScale(Scale::USUAL)),
        Some(Key::ScaleUsual),
    ),
    with_command(
        Keyboard::ArrowUp,
        Command::ZoomTime {
            factor: 1.6,
            about: None,
        },
        Some(Key::TimeCloser),
    ),
    with_command(
        Keyboard::ArrowDown,
        Command::ZoomTime {
            factor: 0.625,
            about: None,
        },
        Some(Key::TimeFarther),
    ),
    with_shift(
        Keyboard::PageUp,
        Command::PanTime(-0.5),
        Some(Key::TimeEarlier),
    ),
    with_shift(
        Keyboard::PageDown,
        Command::PanTime(0.5),
        Some(Key::TimeLater),
    ),
    with_alt(Keyboard::ArrowLeft, Command::Back, Some(Key::Back)),
    with_alt(Keyboard::ArrowRight, Command::Forward, Some(Key::Forward)),
    with_alt(
        Keyboard::Num1,
        Command::ShowStretch(Stretch::All),
        Some(Key::StretchAll),
    ),
    with_alt(
        Keyboard::Num2,
        Command::ShowStretch(Stretch::Treaties),
        Some(Key::StretchTreaties),
    ),
    with_alt(
        Keyboard::Num3,
        Command::ShowStretch(Stretch::RussoJapaneseWar),
        Some(Key::StretchRussoJapaneseWar),
    ),
    with_alt(
        Keyboard::Num4,
        Command::ShowStretch(Stretch::Intervention),
        Some(Key::StretchIntervention),
    ),
    with_alt(
        Keyboard::Num5,
        Command::ShowStretch(Stretch::Manchuria),
        Some(Key::StretchManchuria),
    ),
    with_alt(
        Keyboard::Num6,
        Command::ShowStretch(Stretch::Summer1945),
        Some(Key::StretchSummer1945),
    ),
    with_alt(
        Keyboard::Num7,
        Command::ShowStretch(Stretch::Since1945),
        Some(Key::StretchSince1945),
    ),
    with_shift(
        Keyboard::ArrowRight,
        Command::Pan([-PAN, 0.0]),
        Some(Key::PanMap),
    ),
    with_shift(Keyboard::ArrowLeft, Command::Pan([PAN, 0.0]), None),
    with_shift(Keyboard::ArrowUp, Command::Pan([0.0, PAN]), None),
    with_shift(Keyboard::ArrowDown, Command::Pan([0.0, -PAN]), None),
    plain(Keyboard::CloseBracket, CLOSER, Some(Key::ZoomIn)),
    plain(Keyboard::OpenBracket, FARTHER, Some(Key::ZoomOut)),
    plain(
        Keyboard::ArrowRight,
        Command::Step(1),
        Some(Key::StepForward),
    ),
    plain(Keyboard::ArrowLeft, Command::Step(-1), Some(Key::StepBack)),
    plain(Keyboard::PageDown, Command::Step(10), Some(Key::TenForward)),
    plain(Keyboard::PageUp, Command::Step(-10), Some(Key::TenBack)),
    plain(Keyboard::Home, Command::First, Some(Key::First)),
    plain(Keyboard::End, Command::Last, Some(Key::Last)),
    plain(Keyboard::Space, Command::PlayOrPause, Some(Key::Play)),
    plain(Keyboard::Plus, Command::Faster, Some(Key::Faster)),
    plain(Keyboard::Equals, Command::Faster, None),
    plain(Keyboard::Minus, Command::Slower, Some(Key::Slower)),
    plain(Keyboard::G, Command::TypeDate(true), Some(Key::TypeDate)),
    plain(Keyboard::L, Command::ToggleLoop, Some(Key::Loop)),
    plain(Keyboard::R, Command::ToggleRests, Some(Key::Rests)),
    plain(Keyboard::T, Command::ToggleTracks, Some(Key::Tracks)),
    plain(Keyboard::B, Command::AddBookmark, Some(Key::AddBookmark)),
    plain(Keyboard::V, Command::NextView, Some(Key::NextView)),
    plain(
        Keyboard::P,
        Command::ShowCharts(true),
        Some(Key::ChartsLarge),
    ),
    plain(
        Keyboard::C,
        Command::ToggleLayer(Layer::Claims),
        Some(Key::LayerClaims),
    ),
    plain(
        Keyboard::Num1,
        Command::Look(Preset::Region),
        Some(Key::PresetRegion),
    ),
    plain(
        Keyboard::Num2,
        Command::Look(Preset::Kurils),
        Some(Key::PresetKurils),
    ),
    plain(
        Keyboard::Num3,
        Command::Look(Preset::FourIslands),
        Some(Key::PresetFourIslands),
    ),
    plain(
        Keyboard::Num4,
        Command::Look(Preset::Sakhalin),
        Some(Key::PresetSakhalin),
    ),
    plain(
        Keyboard::Num5,
        Command::Look(Preset::Manchuria),
        Some(Key::PresetManchuria),
    ),
    plain(
        Keyboard::Num6,
        Command::Look(Preset::FarEast),
        Some(Key::PresetFarEast),
    ),
    plain(
        Keyboard::D,
        Command::Compare(CompareCommand::Toggle),
        Some(Key::Compare),
    ),
    plain(
        Keyboard::I,
        Command::Screen(ScreenCommand::ToggleInspector),
        Some(Key::Inspector),
    ),
    plain(
        Keyboard::F11,
        Command::Screen(ScreenCommand::ToggleMapAlone),
        Some(Key::MapAlone),
    ),
    plain(Keyboard::F5, Command::Present(true), Some(Key::Present)),
    plain(Keyboard::H, Command::ShowHeld(true), Some(Key::HeldTable)),
    plain(
        Keyboard::Questionmark,
        Command::ShowKeys(true),
        Some(Key::Keys),
    ),
];

/// The commands of the keys pressed in this frame; none while a text is being typed.
pub fn read(context: &Context, state: &ViewState) -> Vec<Command> {
    if context.text_edit_focused() {
        return Vec::new();
    }
    let mut commands = Vec::new();
    let on_line = context.memory(|memory| memory.has_focus(compare::line_id()))
        || splitter::has_focus(context);
    let on_a_control = context.memory(|memory| memory.focused().is_some());
    context.input_mut(|input| {
        for shortcut in TABLE {
            // The arrows move the line between two dates, or the edge of a panel, while it has the focus.
            let is_arrow =
                [Keyboard::ArrowLeft, Keyboard::ArrowRight].contains(&shortcut.keys.logical_key);
            if on_line && is_arrow && shortcut.keys.modifiers.is_none() {
                continue;
            }
            // Space presses the focused control, as everywhere.
            if on_a_control && shortcut.keys.logical_key == Keyboard::Space {
                continue;
            }
            while input.consume_shortcut(&shortcut.keys) {
                commands.extend(in_class(shortcut.command, state));
            }
        }
        if input.key_pressed(Keyboard::Escape) {
            commands.extend(escape(state));
        }
    });
    commands
}

/// What a key does while a lesson is played: pages turn its steps, and so do the plain arrows, which
/// some clickers send, as long as nobody has left the step to explore.
///
/// What a presentation has no room for does nothing there: a clicker's key for a black screen is one
/// of those.
fn in_class(command: Command, state: &ViewState) -> Option<Command> {
    if let Some(quiz) = state.quiz() {
        return in_quiz(command, quiz);
    }
    let turns = state.teaching.running.is_some();
    let arrows = turns && (state.is_presenting() || state.is_at_step());
    Some(match command {
        Command::TypeDate(_) | Command::AddBookmark | Command::ToggleTracks
            if state.is_presenting() =>
        {
            return None;
        }
        Command::Step(10) if turns => Command::NextStep,
        Command::Step(-10) if turns => Command::PreviousStep,
        Command::Step(1) if arrows => Command::NextStep,
        Command::Step(-1) if arrows => Command::PreviousStep,
        _ => command,
    })
}

/// What a key does in a quiz: numbers answer, pages and arrows go through the questions. What would
/// look the answer up does nothing.
fn in_quiz(command: Command, quiz: &Quiz) -> Option<Command> {
    match command {
        Command::Look(preset) => {
            let position = Preset::ALL.iter().position(|known| *known == preset)?;
            let choices = &quiz.question()?.choices;
            (position < choices.len()).then_some(Command::AnswerQuiz(Answer::Choice(position)))
        }
        Command::Step(1 | 10) if quiz.answer().is_some() => {
            Some(Command::ToQuestion(quiz.at() + 1))
        }
        Command::Step(-1 | -10) => Some(Command::ToQuestion(quiz.at().checked_sub(1)?)),
        Command::Zoom { .. } | Command::Pan(_) | Command::ShowKeys(_) | Command::Present(_) => {
            Some(command)
        }
        _ => None,
    }
}

/// What Escape closes: the topmost thing that is open.
fn escape(state: &ViewState) -> Option<Command> {
    if state.search_open {
        Some(Command::ShowSearch(false))
    } else if state.terms_open.is_some() {
        Some(Command::ShowTerms(None))
    } else if state.about_open {
        Some(Command::ShowAbout(false))
    } else if state.keys_open {
        Some(Command::ShowKeys(false))
    } else if state.held_open {
        Some(Command::ShowHeld(false))
    } else if state.charts_large {
        Some(Command::ShowCharts(false))
    } else if state.screen.hint_open && !state.is_presenting() {
        Some(Command::Screen(ScreenCommand::ShowHint(false)))
    } else if state.is_presenting() {
        Some(Command::Present(false))
    } else if state.quiz().is_some() {
        None
    } else if state.screen.map_alone {
        Some(Command::Screen(ScreenCommand::ToggleMapAlone))
    } else if state.page == Page::Events && state.event.is_some() {
        Some(Command::CloseEvent)
    } else if state.highlight.is_some() {
        Some(Command::Highlight(None))
    } else if state.compare.is_some() {
        Some(Command::Compare(CompareCommand::Toggle))
    } else if state.selection.is_some() {
        Some(Command::Select(None))
    } else {
        None
    }
}

#[cfg(test)]
mod tests;
