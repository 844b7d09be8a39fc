//! Typing a date.

use egui::{Id, RichText, TextEdit, Ui};

use crate::dataset::Atlas;
use crate::model::date::{DateError, Day, HistoricalDate, Precision};
use crate::state::Command;
use crate::state::view_state::Unit;
use crate::text::{Key, format};

use super::super::app::Desk;
use super::super::tokens::{Tokens, size};

/// The text being typed and what is wrong with it.
#[derive(Default)]
pub struct DateField {
    text: String,
    problem: Option<String>,
    was_typing: bool,
}

impl DateField {
    /// A field that shows the date and takes a typed one; what is typed holds at once when it is
    /// complete, and Enter or leaving the field ends the typing.
    pub fn date_field_ui(&mut self, ui: &mut Ui, desk: &mut Desk<'_>) {
        let id = Id::unique("date field");
        if !ui.memory(|memory| memory.has_focus(id)) && !desk.state.typing_date {
            self.text = if desk.state.shows_year() { desk.state.date.year().to_string() } else { desk.state.date.to_string() };
            self.problem = None;
        }
        let field = TextEdit::singleline(&mut self.text)
            .id(id)
            .hint_text(desk.texts.get(Key::TypeDateHint))
            .desired_width(110.0)
            .align(egui::Align2::CENTER_CENTER);
        let response = ui.add(field);
        let label = desk.texts.get(Key::TypeDate);
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(label));
        if desk.state.typing_date && !self.was_typing {
            response.request_focus();
            select_all(ui, id, self.text.chars().count());
        }
        self.was_typing = desk.state.typing_date;
        if response.changed() {
            self.read(desk);
        }
        if response.lost_focus() && desk.state.typing_date {
            desk.send(Command::TypeDate(false));
        }
        if let Some(problem) = &self.problem {
            ui.label(RichText::new(problem).size(size::SMALL).color(problem_color(desk.tokens)));
        }
        response.on_hover_text(format!("{label} (G)"));
    }

    fn read(&mut self, desk: &mut Desk<'_>) {
        self.problem = None;
        match self.text.parse::<HistoricalDate>() {
            Ok(date) => match target(date) {
                Some(day) => {
                    desk.send(Command::SetUnit(unit_of(date.precision())));
                    desk.send(Command::SetDate(day));
                }
                None => self.problem = Some(outside(desk)),
            },
            // Half a date is no mistake yet.
            Err(_) if self.text.trim().len() < 4 => {}
            Err(DateError::Form(text)) => self.problem = Some(desk.texts.fill(Key::DateForm, &[("text", &text)])),
            Err(DateError::Calendar(text)) => self.problem = Some(desk.texts.fill(Key::DateCalendar, &[("text", &text)])),
        }
    }
}

fn problem_color(tokens: &Tokens) -> egui::Color32 {
    tokens.accent
}

fn select_all(ui: &Ui, id: Id, length: usize) {
    let mut state = egui::text_edit::TextEditState::load(ui.ctx(), id).unwrap_or_default();
    let range = egui::text::CCursorRange::two(egui::text::CCursor::new(0), egui::text::CCursor::new(length));
    state.cursor.set_char_range(Some(range));
    state.store(ui.ctx(), id);
}

/// What is shown for a typed date: the end of its unit, if it lies in the atlas.
fn target(date: HistoricalDate) -> Option<Day> {
    let (first, last) = Atlas::range();
    let day = date.last_day();
    (first..=last).contains(&day).then_some(day)
}

const fn unit_of(precision: Precision) -> Unit {
    match precision {
        Precision::Day => Unit::Day,
        Precision::Month => Unit::Month,
        Precision::Season | Precision::Year | Precision::Decade => Unit::Year,
    }
}

fn outside(desk: &Desk<'_>) -> String {
    let (first, last) = Atlas::range();
    let values = [first, last].map(|day| format::year(desk.language, day.year()));
    desk.texts.fill(Key::DateOutside, &[("first", &values[0]), ("last", &values[1])])
}
