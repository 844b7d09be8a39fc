//! Where a reader opens a data folder of their own.

use std::path::{Path, PathBuf};

use egui::{
    Align, Button, Id, Key as Press, Label, Layout, Margin, RichText, Role, TextEdit, Ui,
    WidgetInfo,
};

use super::app::Desk;
use super::tokens::{size, space};
use super::widgets::heading;
use crate::dataset::Origin;
use crate::text::Key;

/// A field for the path of a folder, and the way back to the built-in data.
pub fn data_ui(ui: &mut Ui, desk: &mut Desk<'_>, width: f32) {
    ui.add_space(space::SMALL);
    ui.separator();
    heading::small(ui, desk.tokens, desk.texts.get(Key::OwnData));
    let mut is_chosen = folder_ui(ui, desk, width);
    let is_own = desk.atlas.origin != Origin::Embedded;
    if is_own && ui.button(desk.texts.get(Key::OwnDataBack)).clicked() {
        desk.origin = Some(Origin::Embedded);
        is_chosen = true;
    }
    if is_chosen {
        ui.close();
    }
}

/// A field for the path of a folder and the button that opens it; whether one was asked for.
pub fn folder_ui(ui: &mut Ui, desk: &mut Desk<'_>, width: f32) -> bool {
    let name = desk.texts.get(Key::OwnData);
    // What is typed is nobody's business but the field's.
    let id = Id::unique("data folder");
    let mut path: String = ui.data_mut(|data| data.get_temp(id)).unwrap_or_default();
    let field = ui.add(
        TextEdit::singleline(&mut path)
            .margin(Margin::symmetric(8, 5))
            .desired_width(width - 16.0),
    );
    let typed = path.clone();
    field.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::TextInput, true, name);
        info.current_text_value = Some(typed.clone());
        info
    });
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Press::Enter));
    let hint = RichText::new(desk.texts.get(Key::OwnDataHint));
    let hint = hint.size(size::SMALL).color(desk.tokens.ink_soft);
    // A menu grows with what does not wrap, and spreads the words of what does.
    ui.with_layout(Layout::top_down(Align::Min), |ui| {
        ui.set_max_width(width);
        ui.add(Label::new(hint).wrap());
    });
    let wanted = path.trim().trim_matches('"').to_owned();
    let open = Button::new(desk.texts.get(Key::Open));
    let is_clicked = ui.add_enabled(!wanted.is_empty(), open).clicked();
    let is_asked = !wanted.is_empty() && (is_clicked || entered);
    if is_asked {
        desk.origin = Some(Origin::Folder(PathBuf::from(wanted)));
    }
    ui.data_mut(|data| data.insert_temp(id, path));
    is_asked
}

/// Takes the folders that were dropped onto the window in this frame out of what was dropped.
pub fn take_dropped(ui: &Ui, desk: &mut Desk<'_>) {
    ui.input_mut(|input| {
        input.raw.dropped_files.retain(|file| {
            let path: &Path = file.path();
            if path.is_dir() {
                desk.origin = Some(Origin::Folder(path.to_owned()));
            }
            !path.is_dir()
        });
    });
}
