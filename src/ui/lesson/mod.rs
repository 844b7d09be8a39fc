//! The panel for teaching, left of the map: the list of lessons, or the lesson that is played.

mod editor;
mod list;
mod marks;
mod player;
mod present;
mod quiz;
mod shelf;

use egui::{Margin, Panel, Rect, RichText, Ui};

use super::app::Desk;
use super::icons;
use super::memo::Memo;
use super::tokens::space;
use super::widgets::icon_button::icon_button;
use super::widgets::segmented::tabs;
use crate::lesson::tour::OwnLessons;
use crate::model::language::Language;
use crate::model::lesson::Lesson;
use crate::scene::lesson::LessonLine;
use crate::state::Command;
use crate::state::panels::{Extent, Panel as Sized};
use crate::state::teaching::Room;
use crate::text::Key;

pub use editor::EditorView;
pub use marks::{HEIGHT as MARKS_HEIGHT, StepMarks};
pub use present::{Magnifier, present_ui};
pub use quiz::quiz_ui;
pub use shelf::{Done, Request, Shelf};

const WIDTH: f32 = 348.0;

/// What of the panel must be kept from frame to frame.
#[derive(Default)]
pub struct TeachingView {
    lines: Memo<(OwnLessons, Language), Vec<LessonLine>>,
    player: player::PlayerView,
    start: quiz::StartView,
    quiz: quiz::QuizView,
    pub editor: EditorView,
    pub shelf: Shelf,
}

/// The panel, where it is open: where it stands, and how wide it may be.
pub fn panel_ui(
    view: &mut TeachingView,
    ui: &mut Ui,
    desk: &mut Desk<'_>,
) -> Option<(Rect, Extent)> {
    let room = desk.state.teaching.room?;
    let extent = Extent {
        usual: WIDTH,
        least: 280.0,
        most: (ui.available_width() * 0.5).min(520.0),
    };
    let margin = Margin {
        left: 16,
        right: 12,
        top: 8,
        bottom: 8,
    };
    let rows = ui.available_rect_before_wrap().y_range();
    let panel = Panel::left("teaching")
        .resizable(false)
        .show_separator_line(false)
        .exact_size(extent.size(&desk.state.screen.sizes, Sized::Teaching))
        .frame(
            egui::Frame::new()
                .fill(desk.tokens.paper)
                .inner_margin(margin),
        )
        .show(ui, |ui| {
            let played = desk
                .state
                .lesson(desk.atlas)
                .filter(|_| room == Room::Lessons);
            head_ui(ui, desk, room, played.map(|(lesson, _)| lesson));
            match room {
                Room::Lessons if desk.state.teaching.running.is_some() => {
                    view.player.player_ui(ui, desk);
                }
                Room::Lessons => list::list_ui(&mut view.lines, &mut view.shelf, ui, desk),
                Room::Quiz => quiz::start_ui(&mut view.start, ui, desk),
                Room::Editor => view.editor.editor_ui(ui, desk, &mut view.shelf),
            }
        });
    let rect = Rect::from_x_y_ranges(panel.response.rect.x_range(), rows);
    Some((rect, extent))
}

/// The tabs of the panel, or the lesson that is played; and how to present and to close.
fn head_ui(ui: &mut Ui, desk: &mut Desk<'_>, room: Room, played: Option<&Lesson>) {
    ui.horizontal(|ui| {
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if icon_button(ui, icons::CLOSE, desk.texts.get(Key::Close)).clicked() {
                desk.send(Command::ShowRoom(None));
            }
            let present = format!("{} (F5)", desk.texts.get(Key::Present));
            if icon_button(ui, icons::PRESENT, &present).clicked() {
                desk.send(Command::Present(true));
            }
            ui.with_layout(
                egui::Layout::left_to_right(egui::Align::Center),
                |ui| match played {
                    Some(lesson) => {
                        let name = RichText::new(lesson.title.said(desk.language));
                        let name = name.color(desk.tokens.ink_soft);
                        ui.add(egui::Label::new(name).truncate());
                    }
                    None => rooms_ui(ui, desk, room),
                },
            );
        });
    });
    ui.add_space(space::TINY);
}

fn rooms_ui(ui: &mut Ui, desk: &mut Desk<'_>, room: Room) {
    let choices = Room::ALL.map(|room| {
        let key = match room {
            Room::Lessons => Key::RoomLessons,
            Room::Quiz => Key::RoomQuiz,
            Room::Editor => Key::RoomEditor,
        };
        (room, desk.texts.get(key))
    });
    if let Some(room) = tabs(ui, desk.tokens, room, &choices) {
        desk.send(Command::ShowRoom(Some(room)));
    }
}
