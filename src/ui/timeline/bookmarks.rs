//! Bookmarks and links, in a menu.

use egui::{RichText, Ui, vec2};

use crate::state::{Command, link};
use crate::text::Key;

use super::super::app::Desk;
use super::super::icons;
use super::super::tokens::size;
use super::super::widgets::icon_button::icon_button;

const WIDTH: f32 = 300.0;

/// The button that opens the menu.
pub fn bookmarks_ui(ui: &mut Ui, desk: &mut Desk<'_>) {
    let name = desk.texts.get(Key::Bookmarks);
    let button = icon_button(ui, icons::BOOKMARK, name);
    egui::Popup::menu(&button).show(|ui| menu_ui(ui, desk));
}

fn menu_ui(ui: &mut Ui, desk: &mut Desk<'_>) {
    ui.set_min_width(WIDTH);
    if entry(ui, desk.texts.get(Key::AddBookmark), "B") {
        desk.send(Command::AddBookmark);
    }
    let moment = desk.state.moment();
    if entry(ui, desk.texts.get(Key::CopyLink), "") {
        ui.ctx().copy_text(link::write(desk.atlas, &moment));
    }
    if entry(ui, desk.texts.get(Key::CopyCommand), "") {
        ui.ctx().copy_text(link::command_line(desk.atlas, &moment));
    }
    ui.separator();
    let state = desk.state;
    if state.bookmarks.all().is_empty() {
        ui.label(
            RichText::new(desk.texts.get(Key::NoBookmarks))
                .size(size::BODY)
                .color(desk.tokens.ink_soft),
        );
    }
    for (position, bookmark) in state.bookmarks.all().iter().enumerate() {
        ui.horizontal(|ui| {
            let width = WIDTH - 40.0;
            let button = egui::Button::new(&bookmark.name)
                .truncate()
                .min_size(vec2(width, 0.0));
            if ui.add_sized(vec2(width, 28.0), button).clicked() {
                desk.send(Command::OpenBookmark(position));
                ui.close();
            }
            let name = desk
                .texts
                .fill(Key::RemoveBookmark, &[("name", &bookmark.name)]);
            if icon_button(ui, icons::CLOSE, &name).clicked() {
                desk.send(Command::RemoveBookmark(position));
            }
        });
    }
}

/// A line of the menu; clicking it closes the menu.
fn entry(ui: &mut Ui, label: &str, key: &str) -> bool {
    let button = egui::Button::new(label)
        .shortcut_text(key)
        .min_size(vec2(WIDTH, 0.0));
    let clicked = ui.add(button).clicked();
    if clicked {
        ui.close();
    }
    clicked
}
