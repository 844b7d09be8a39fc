//! Headings of the type scale.

use egui::{Label, RichText, Ui};

use super::super::fonts::Face;
use super::super::tokens::{Tokens, size, space};

/// The title of a page.
pub fn title(ui: &mut Ui, tokens: &Tokens, text: &str) {
    ui.add(
        Label::new(
            RichText::new(text)
                .font(Face::Title.at(size::TITLE))
                .color(tokens.ink),
        )
        .wrap(),
    );
}

/// The heading of a section of a page.
pub fn section(ui: &mut Ui, tokens: &Tokens, text: &str) {
    ui.add_space(space::MEDIUM);
    ui.add(
        Label::new(
            RichText::new(text)
                .font(Face::Strong.at(size::BODY))
                .color(tokens.ink),
        )
        .wrap(),
    );
}

/// Running text in the second ink.
pub fn soft(ui: &mut Ui, tokens: &Tokens, text: &str) {
    ui.add(
        Label::new(
            RichText::new(text)
                .font(Face::Text.at(size::BODY))
                .color(tokens.ink_soft),
        )
        .wrap(),
    );
}

/// Small print.
pub fn small(ui: &mut Ui, tokens: &Tokens, text: &str) {
    ui.add(
        Label::new(
            RichText::new(text)
                .font(Face::Text.at(size::SMALL))
                .color(tokens.ink_soft),
        )
        .wrap(),
    );
}
