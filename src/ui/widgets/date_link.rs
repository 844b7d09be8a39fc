//! A date that goes there when clicked.

use egui::{Response, RichText, Role, Ui, WidgetInfo};

use super::super::tokens::{Tokens, size};
use crate::scene::details::DateLink;

/// Draws the date as an underlined word.
pub fn date_link(ui: &mut Ui, tokens: &Tokens, date: &DateLink) -> Response {
    let text = RichText::new(&date.text).size(size::BODY).underline().color(tokens.ink);
    let response = ui.add(egui::Button::new(text).frame(false).wrap());
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &date.text));
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}
