//! The lessons to choose from.

use egui::{Button, Label, RichText, Role, ScrollArea, Sense, Ui, WidgetInfo};

use super::super::app::Desk;
use super::super::fonts::Face;
use super::super::memo::Memo;
use super::super::tokens::{size, space};
use super::super::widgets::focus::followed;
use super::super::widgets::heading;
use super::super::widgets::segmented::focus_ring;
use super::super::wish::Wish;
use super::shelf::{Request, Shelf};
use crate::lesson::tour::{self, OwnLessons, Which};
use crate::model::language::Language;
use crate::scene::lesson::{self, LessonLine};
use crate::state::Command;
use crate::text::Key;

/// All lessons, the reader's own last.
pub fn list_ui(
    lines: &mut Memo<(OwnLessons, Language), Vec<LessonLine>>,
    shelf: &mut Shelf,
    ui: &mut Ui,
    desk: &mut Desk<'_>,
) {
    let key = (desk.state.teaching.own.clone(), desk.language);
    let lines = lines.get(key, |(own, language)| {
        lesson::lines(desk.atlas, own, *language)
    });
    ScrollArea::vertical().auto_shrink(false).show(
        ui,
        followed(|ui| {
            let note = if desk.atlas.lessons.is_empty() {
                Key::LessonsNone
            } else {
                Key::LessonsNote
            };
            heading::soft(ui, desk.tokens, desk.texts.get(note));
            let mut own_begins = true;
            for line in lines {
                if matches!(line.which, Which::Own(_)) && own_begins {
                    own_begins = false;
                    heading::section(ui, desk.tokens, desk.texts.get(Key::LessonsOwn));
                }
                line_ui(ui, desk, line);
                // A shipped lesson may be the beginning of one's own.
                let lesson = tour::find(desk.atlas, &desk.state.teaching.own, line.which);
                ui.horizontal(|ui| {
                    if small_button(ui, desk, Key::EditorEdit, &line.title)
                        && let Some(lesson) = lesson
                    {
                        shelf.ask(Request::Edit(lesson.clone()));
                    }
                    if small_button(ui, desk, Key::Worksheet, &line.title) {
                        desk.wishes.push(Wish::Worksheet(line.which));
                    }
                });
            }
            shelf.open_ui(ui, desk);
        }),
    );
}

/// A button below a lesson; screen readers hear of which lesson.
fn small_button(ui: &mut Ui, desk: &Desk<'_>, key: Key, title: &str) -> bool {
    let text = desk.texts.get(key);
    let button = ui.add(Button::new(RichText::new(text).size(size::SMALL)).frame(false));
    let name = format!("{text}: {title}");
    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    button.clicked()
}

/// A lesson as one thing to click.
fn line_ui(ui: &mut Ui, desk: &mut Desk<'_>, line: &LessonLine) {
    ui.add_space(space::MEDIUM);
    let block = ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        let title = RichText::new(&line.title)
            .font(Face::Strong.at(size::LARGE))
            .color(desk.tokens.ink);
        ui.add(Label::new(title).wrap().selectable(false));
        heading::small(ui, desk.tokens, &line.facts);
        heading::soft(ui, desk.tokens, &line.about);
    });
    let response = ui
        .interact(
            block.response.rect,
            ui.scope_id().with(("lesson", line.which)),
            Sense::click(),
        )
        .on_hover_cursor(egui::CursorIcon::PointingHand);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &line.title));
    focus_ring(ui, desk.tokens, &response);
    if response.hovered() {
        let bar = block.response.rect.expand2(egui::vec2(space::SMALL, 0.0));
        ui.painter().vline(
            bar.left(),
            bar.y_range(),
            egui::Stroke::new(2.0, desk.tokens.accent),
        );
    }
    if response.clicked() {
        desk.send(Command::StartLesson(line.which));
    }
}
