//! A button that shows a sign and speaks a name.

use egui::{Response, RichText, Role, Ui, WidgetInfo, vec2};

use super::super::tokens::{TARGET, TOUCH, Tokens, size};

/// A square button with a sign of the icon face; `name` is its tooltip and accessible name.
pub fn icon_button(ui: &mut Ui, icon: &str, name: &str) -> Response {
    button(ui, icon, name, TARGET)
}

/// The same, as wide as a finger: for what is pressed most often.
pub fn wide_button(ui: &mut Ui, icon: &str, name: &str) -> Response {
    button(ui, icon, name, TOUCH)
}

fn button(ui: &mut Ui, icon: &str, name: &str, width: f32) -> Response {
    let text = RichText::new(icon).size(size::LARGE);
    let response = ui.add(egui::Button::new(text).min_size(vec2(width, TARGET)));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    response.on_hover_text(name)
}

/// A square button that switches something; filled while it is on.
pub fn icon_toggle(ui: &mut Ui, tokens: &Tokens, icon: &str, name: &str, on: bool) -> Response {
    let (fill, ink) = if on {
        (tokens.ink, tokens.paper)
    } else {
        (tokens.raised, tokens.ink)
    };
    let text = RichText::new(icon).size(size::LARGE).color(ink);
    let response = ui.add(
        egui::Button::new(text)
            .fill(fill)
            .min_size(vec2(TARGET, TARGET)),
    );
    response.widget_info(|| WidgetInfo::selected(Role::Switch, ui.is_enabled(), on, name));
    response.on_hover_text(name)
}
