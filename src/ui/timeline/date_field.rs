//! Typing a date into the playhead's label.

use egui::{Id, Rect, TextEdit, Ui};

use crate::dataset::Atlas;
use crate::model::date::DateError;
use crate::state::{Command, link};
use crate::text::{Key, date_words, format};

use super::super::app::Desk;

/// The text being typed and what is wrong with it.
#[derive(Default)]
pub struct DateField {
    text: String,
    problem: Option<String>,
    was_typing: bool,
}

impl DateField {
    /// What is wrong with the typed text.
    pub fn problem(&self) -> Option<&str> {
        self.problem.as_deref()
    }

    /// Nothing is being typed.
    pub fn rest(&mut self) {
        self.was_typing = false;
        self.problem = None;
    }

    /// A field that takes a date; what is typed holds at once when it is complete, and Enter or
    /// leaving the field ends the typing.
    pub fn date_field_ui(&mut self, ui: &mut Ui, desk: &mut Desk<'_>, rect: Rect) {
        let id = Id::unique("date field");
        if !self.was_typing {
            let whole = desk.state.shows_year();
            let date = desk.state.date;
            self.text = if whole {
                date.year().to_string()
            } else {
                date.to_string()
            };
            self.problem = None;
        }
        let field = TextEdit::singleline(&mut self.text)
            .id(id)
            .hint_text(desk.texts.get(Key::TypeDateHint))
            .desired_width(rect.width())
            .margin(egui::Margin::symmetric(6, 1))
            .align(egui::Align2::CENTER_CENTER);
        let response = ui.put(rect, field);
        let label = desk.texts.get(Key::TypeDate);
        ui.ctx()
            .accesskit_node_builder(response.id, |node| node.set_label(label));
        if !self.was_typing {
            response.request_focus();
            select_all(ui, id, self.text.chars().count());
        }
        self.was_typing = true;
        if response.changed() {
            self.read(desk);
        }
        if response.lost_focus() {
            desk.send(Command::TypeDate(false));
        }
    }

    fn read(&mut self, desk: &mut Desk<'_>) {
        self.problem = None;
        if self.text.trim_start().starts_with(link::SCHEME) {
            match link::read(desk.atlas, &self.text) {
                Ok(moment) => desk.send(Command::Show(moment)),
                Err(_) => self.problem = Some(desk.texts.get(Key::LinkWrong).to_owned()),
            }
            return;
        }
        match date_words::read(&self.text) {
            Ok(date) => {
                let (first, last) = Atlas::range();
                if date.last_day() < first || date.first_day() > last {
                    self.problem = Some(outside(desk));
                } else {
                    desk.send(Command::ShowDate(date));
                }
            }
            // Half a date is no mistake yet.
            Err(_) if self.text.trim().chars().count() < 4 => {}
            Err(DateError::Form(text)) => {
                self.problem = Some(desk.texts.fill(Key::DateForm, &[("text", &text)]));
            }
            Err(DateError::Calendar(text)) => {
                self.problem = Some(desk.texts.fill(Key::DateCalendar, &[("text", &text)]));
            }
        }
    }
}

fn select_all(ui: &Ui, id: Id, length: usize) {
    let mut state = egui::text_edit::TextEditState::load(ui.ctx(), id).unwrap_or_default();
    let range = egui::text::CCursorRange::two(
        egui::text::CCursor::new(0),
        egui::text::CCursor::new(length),
    );
    state.cursor.set_char_range(Some(range));
    state.store(ui.ctx(), id);
}

fn outside(desk: &Desk<'_>) -> String {
    let (first, last) = Atlas::range();
    let values = [first, last].map(|day| format::year(desk.language, day.year()));
    desk.texts.fill(
        Key::DateOutside,
        &[("first", &values[0]), ("last", &values[1])],
    )
}
