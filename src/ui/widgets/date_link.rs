//! Words that can be clicked.

use egui::{CursorIcon, Label, Response, RichText, Role, Sense, Ui, WidgetInfo};

use super::super::fonts::Face;
use super::super::tokens::{Tokens, size};
use crate::scene::details::DateLink;

/// A date that goes there when clicked, as an underlined word.
pub fn date_link(ui: &mut Ui, tokens: &Tokens, date: &DateLink) -> Response {
    word(
        ui,
        RichText::new(&date.text)
            .font(Face::Text.at(size::BODY))
            .underline()
            .color(tokens.ink),
        &date.text,
    )
}

/// A place that is chosen when clicked.
pub fn place_link(ui: &mut Ui, tokens: &Tokens, name: &str) -> Response {
    word(
        ui,
        RichText::new(name)
            .font(Face::Strong.at(size::BODY))
            .color(tokens.ink),
        name,
    )
}

/// A place within a row of places: it moves to the next line as a whole.
pub fn place_word(ui: &mut Ui, tokens: &Tokens, name: &str) -> Response {
    let text = RichText::new(name)
        .font(Face::Strong.at(size::BODY))
        .color(tokens.ink);
    link(ui, Label::new(text).extend(), name)
}

/// A source that is opened when clicked, in small type.
pub fn source_link(ui: &mut Ui, tokens: &Tokens, name: &str) -> Response {
    word(
        ui,
        RichText::new(name)
            .font(Face::Text.at(size::SMALL))
            .underline()
            .color(tokens.ink_soft),
        name,
    )
}

fn word(ui: &mut Ui, text: RichText, name: &str) -> Response {
    link(ui, Label::new(text).wrap(), name)
}

fn link(ui: &mut Ui, label: Label, name: &str) -> Response {
    let response = ui.add(label.sense(Sense::click()));
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, name));
    response.on_hover_cursor(CursorIcon::PointingHand)
}
