//! Bookmarks and links, in a menu.

use egui::{RichText, TextEdit, Ui, vec2};

use crate::state::bookmark::BookmarkName;
use crate::state::{Command, link};
use crate::text::Key;

use super::super::app::Desk;
use super::super::icons;
use super::super::tokens::{TARGET, size};
use super::super::widgets::icon_button::icon_button;

const WIDTH: f32 = 300.0;

/// A bookmark that is being renamed: its position, and what is typed.
#[derive(Default)]
pub struct Renaming {
    open: Option<(usize, String)>,
    /// Whether the field has been given the focus.
    has_begun: bool,
}

/// The button that opens the menu.
pub fn bookmarks_ui(ui: &mut Ui, desk: &mut Desk<'_>, renaming: &mut Renaming) {
    let name = desk.texts.get(Key::Bookmarks);
    let button = icon_button(ui, icons::BOOKMARK, name);
    let menu = egui::Popup::menu(&button)
        .close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| menu_ui(ui, desk, renaming));
    if menu.is_none() {
        *renaming = Renaming::default();
    }
}

fn menu_ui(ui: &mut Ui, desk: &mut Desk<'_>, renaming: &mut Renaming) {
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
            if renaming
                .open
                .as_ref()
                .is_some_and(|(of, _)| *of == position)
            {
                field_ui(ui, desk, renaming);
            } else {
                bookmark_ui(ui, desk, renaming, position, &bookmark.name);
            }
        });
    }
}

/// A bookmark, with buttons to rename and to remove it.
fn bookmark_ui(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    renaming: &mut Renaming,
    position: usize,
    name: &str,
) {
    let width = WIDTH - 76.0;
    let button = egui::Button::new(name)
        .truncate()
        .min_size(vec2(width, 0.0));
    if ui.add_sized(vec2(width, TARGET), button).clicked() {
        desk.send(Command::OpenBookmark(position));
        ui.close();
    }
    let rename = desk.texts.fill(Key::RenameBookmark, &[("name", name)]);
    if icon_button(ui, icons::PENCIL, &rename).clicked() {
        renaming.open = Some((position, name.to_owned()));
        renaming.has_begun = false;
    }
    let remove = desk.texts.fill(Key::RemoveBookmark, &[("name", name)]);
    if icon_button(ui, icons::CLOSE, &remove).clicked() {
        desk.send(Command::RemoveBookmark(position));
    }
}

/// The field for a new name: Enter or leaving it keeps the name, Escape does not.
fn field_ui(ui: &mut Ui, desk: &mut Desk<'_>, renaming: &mut Renaming) {
    let Some((position, text)) = &mut renaming.open else {
        return;
    };
    let escaped = ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::Escape));
    let field = TextEdit::singleline(text)
        .hint_text(desk.texts.get(Key::BookmarkNameHint))
        .char_limit(80)
        .desired_width(WIDTH - 12.0);
    let response = ui.add(field);
    let label = desk.texts.get(Key::BookmarkNameHint);
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_label(label));
    if !renaming.has_begun {
        renaming.has_begun = true;
        response.request_focus();
    } else if escaped {
        renaming.open = None;
    } else if response.lost_focus() {
        let name = BookmarkName::new(text);
        desk.send(Command::RenameBookmark(*position, name));
        renaming.open = None;
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
