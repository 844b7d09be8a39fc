//! Words to look up: all with a field to find one in, or the one that a search led to.

use egui::{Id, RichText, TextEdit, Ui};

use crate::model::term::Term;
use crate::scene::search::fold::fold;
use crate::state::Command;
use crate::state::view_state::Terms;
use crate::text::Key;

use super::app::Desk;
use super::fonts::Face;
use super::tokens::{size, space};
use super::widgets::date_link::place_link;
use super::widgets::heading;

/// Draws the terms.
pub fn terms_ui(ui: &mut Ui, desk: &mut Desk<'_>) {
    let atlas = desk.atlas;
    if let Some(Terms::One(number)) = desk.state.terms_open
        && let Some(term) = atlas.terms.get(usize::from(number))
    {
        term_ui(ui, desk, term);
        ui.add_space(space::SMALL);
        if place_link(ui, desk.tokens, desk.texts.get(Key::TermsAll)).clicked() {
            desk.send(Command::ShowTerms(Some(Terms::All)));
        }
        return;
    }
    let wanted = field_ui(ui, desk);
    let fits = |term: &Term| {
        let mut texts = (term.term.iter()).chain([(desk.language, term.note.get(desk.language))]);
        texts.any(|(_, text)| has(&fold(text).chars, &wanted))
    };
    for term in atlas.terms.iter().filter(|term| fits(term)) {
        term_ui(ui, desk, term);
    }
}

/// The field to find a term in; returns what is typed there, without marks and capitals.
fn field_ui(ui: &mut Ui, desk: &Desk<'_>) -> Vec<char> {
    let id = Id::unique("filter of terms");
    let mut typed: String = ui.data_mut(|data| data.get_temp(id).unwrap_or_default());
    let hint = desk.texts.get(Key::TermsFilter);
    let field = TextEdit::singleline(&mut typed)
        .hint_text(hint)
        .desired_width(f32::INFINITY);
    let response = ui.add(field);
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_label(hint));
    let wanted = fold(typed.trim()).chars;
    ui.data_mut(|data| data.insert_temp(id, typed));
    wanted
}

fn has(text: &[char], wanted: &[char]) -> bool {
    wanted.is_empty() || text.windows(wanted.len()).any(|part| part == wanted)
}

/// A term, what it is called in the other languages, and what it means.
fn term_ui(ui: &mut Ui, desk: &Desk<'_>, term: &Term) {
    ui.add_space(space::SMALL);
    let name = RichText::new(term.term.get(desk.language))
        .font(Face::Strong.at(size::BODY))
        .color(desk.tokens.ink);
    ui.add(egui::Label::new(name).wrap());
    let others: Vec<&str> = (term.term.iter())
        .filter(|(language, _)| *language != desk.language)
        .map(|(_, name)| name)
        .collect();
    heading::small(ui, desk.tokens, &others.join(" · "));
    heading::soft(ui, desk.tokens, term.note.get(desk.language));
}
