//! The page of the sources: the two texts and what the atlas took from them, where they err, and
//! everything cited.

mod conflict;
mod rows;

use std::collections::HashSet;

use egui::{Margin, TextEdit, Ui};

use crate::model::language::Language;
use crate::scene::citations::Uses;
use crate::scene::sources::{Fold, Part, Row, Shelf};
use crate::state::view_state::{Cited, Opened};
use crate::text::Key;

use super::super::app::Desk;
use super::super::memo::Memo;
use super::super::tokens::space;
use super::super::widgets::segmented::segmented;
use super::super::widgets::virtual_list::VirtualList;
use super::place;

/// What of the page must be kept from frame to frame.
#[derive(Default)]
pub struct SourcesView {
    part: Part,
    filter: String,
    open: HashSet<Fold>,
    /// Counts the changes of `open`.
    version: u32,
    uses: Option<Uses>,
    rows: Memo<(Part, String, u32, Language), Vec<Row>>,
    list: VirtualList<Row>,
    /// The request that was followed last.
    followed: Option<Opened>,
}

impl SourcesView {
    fn toggle(&mut self, fold: Fold) {
        if !self.open.remove(&fold) {
            self.open.insert(fold);
        }
        self.version = self.version.wrapping_add(1);
    }

    /// Opens what was asked for from elsewhere; the row comes to the top.
    fn follow(&mut self, desk: &Desk<'_>) {
        if desk.state.cited == self.followed {
            return;
        }
        self.followed = desk.state.cited;
        let Some(opened) = desk.state.cited else {
            return;
        };
        self.filter.clear();
        self.version = self.version.wrapping_add(1);
        match opened.cited {
            Cited::Conflict(conflict) => {
                self.part = Part::Conflicts;
                self.open.insert(Fold::Conflict(conflict));
                self.list.go_to(Row::Conflict(conflict));
            }
            Cited::Source(source) => {
                self.part = Part::Bibliography;
                self.open.insert(Fold::Kind(desk.atlas.source(source).kind));
                self.open.insert(Fold::Source(source));
                let facts = self.uses.as_ref().map_or(0, |uses| uses.of(source).len());
                self.list.go_to(Row::Source { source, facts });
            }
        }
    }
}

/// Draws the page.
pub fn sources_page_ui(view: &mut SourcesView, ui: &mut Ui, desk: &mut Desk<'_>) {
    view.uses.get_or_insert_with(|| Uses::new(desk.atlas));
    view.follow(desk);
    head_ui(view, ui, desk);
    let Some(uses) = view.uses.take() else { return };
    let shelf = Shelf::new(desk.atlas, &uses, desk.language, &view.filter);
    let key = (view.part, view.filter.clone(), view.version, desk.language);
    if view.rows.last_key().is_none_or(|known| known.3 != key.3) {
        view.list.forget();
    }
    let open = &view.open;
    let rows = view
        .rows
        .get(key, |key| shelf.rows(key.0, |fold| open.contains(&fold)));
    let mut toggled = None;
    view.list.show(ui, rows, |ui, row| {
        if rows::row_ui(ui, desk, &uses, row, open) {
            toggled = row.fold();
        }
    });
    view.uses = Some(uses);
    if let Some(fold) = toggled {
        view.toggle(fold);
    }
}

fn head_ui(view: &mut SourcesView, ui: &mut Ui, desk: &Desk<'_>) {
    let choices = Part::ALL.map(|part| (part, desk.texts.get(part.key())));
    if let Some(part) = segmented(
        ui,
        desk.tokens,
        desk.texts.get(Key::PageSources),
        view.part,
        &choices,
    ) {
        view.part = part;
    }
    ui.add_space(space::TINY);
    let hint = desk.texts.get(Key::SourcesFilter);
    let field = TextEdit::singleline(&mut view.filter)
        .hint_text(hint)
        .desired_width(f32::INFINITY)
        .margin(Margin::symmetric(8, 5));
    let response = ui.add(field);
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_label(hint));
    ui.add_space(space::TINY);
}
