//! The buttons over the map.

use egui::containers::menu::MenuButton;
use egui::{Button, Rect, RichText, Role, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use crate::state::Command;
use crate::state::view_state::{Look, Preset};
use crate::text::Key;

use super::super::app::Desk;
use super::super::icons;
use super::super::tokens::{TARGET, size, space};
use super::super::widgets::icon_button::icon_button;
use super::super::wish::{PictureForm, Wish};

/// Where the buttons stand.
pub fn place(map: Rect) -> Rect {
    let side = TARGET + 2.0;
    let corner = pos2(
        map.right() - side - space::MEDIUM,
        map.top() + space::MEDIUM,
    );
    Rect::from_min_size(corner, vec2(side, side * 4.0 + 12.0))
}

/// Nearer, farther, and back to where the map began.
pub fn zoom_buttons(ui: &mut Ui, desk: &mut Desk<'_>, map: Rect) {
    let rect = place(map);
    ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| {
        if icon_button(ui, icons::PLUS, desk.texts.get(Key::ZoomIn)).clicked() {
            desk.send(Command::Zoom {
                factor: 1.5,
                about: None,
            });
        }
        if icon_button(ui, icons::MINUS, desk.texts.get(Key::ZoomOut)).clicked() {
            desk.send(Command::Zoom {
                factor: 1.0 / 1.5,
                about: None,
            });
        }
        save_ui(ui, desk);
        let moved = desk.state.look != Look::At(Preset::Region);
        if moved && icon_button(ui, icons::RESET, desk.texts.get(Key::ResetView)).clicked() {
            desk.send(Command::Look(Preset::Region));
        }
    });
}

/// The menu that saves the map as a picture.
fn save_ui(ui: &mut Ui, desk: &mut Desk<'_>) {
    let name = desk.texts.get(Key::SavePicture);
    let sign = RichText::new(icons::DOWNLOAD).size(size::LARGE);
    let button = Button::new(sign).min_size(vec2(TARGET, TARGET));
    let (response, _) = MenuButton::from_button(button).ui(ui, |ui| {
        for form in PictureForm::ALL {
            let ending = form.ending().to_uppercase();
            let label = desk.texts.fill(Key::ExportAs, &[("form", &ending)]);
            if ui.button(label).clicked() {
                desk.wishes.push(Wish::Map(form));
                ui.close();
            }
        }
    });
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    response.on_hover_text(name);
}
