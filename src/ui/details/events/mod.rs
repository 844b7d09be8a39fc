//! The page of events: filters, and a list in order of time around the chosen date.

mod filters;
mod full;
mod here;
mod list;

pub use full::conflict_ui;
pub use here::{EventsHere, here_ui};

use egui::{Frame, Margin, RichText, Ui};

use crate::model::date::Day;
use crate::model::event::EventIx;
use crate::model::language::Language;
use crate::scene::details::DateLink;
use crate::scene::events::{self, Choices, EventDetails, EventLine};
use crate::state::Command;
use crate::state::events::EventFilter;
use crate::text::{Key, format};

use super::super::app::Desk;
use super::super::fonts::Face;
use super::super::memo::Memo;
use super::super::tokens::{radius, size, space};
use super::super::widgets::date_link::date_link;

/// The texts of the page, made anew only when what they tell of changes.
#[derive(Default)]
pub struct EventsView {
    lines: Memo<(EventFilter, Language), Vec<EventLine>>,
    within: Memo<(EventFilter, Day, Day), Vec<EventIx>>,
    choices: Memo<Language, Choices>,
    open: Memo<(EventIx, Language), EventDetails>,
    list: list::List,
}

/// Draws the page.
pub fn events_ui(view: &mut EventsView, ui: &mut Ui, desk: &mut Desk<'_>) {
    let (filter, language) = (desk.state.event_filter, desk.language);
    let (first, last) = (desk.state.unit_start(), desk.state.date);
    let lines = view.lines.get((filter, language), |_| {
        events::lines(desk.atlas, &filter, language)
    });
    let within = view.within.get((filter, first, last), |_| {
        events::within(desk.atlas, &filter, first, last)
    });
    let choices = view
        .choices
        .get(language, |_| events::choices(desk.atlas, language));
    filters::filters_ui(ui, desk, choices);
    filters::count_ui(ui, desk, lines.len(), !within.is_empty());
    elsewhere_ui(ui, desk, first, last);
    let open = desk.state.event.map(|event| {
        view.open.get((event, language), |_| {
            events::details(desk.atlas, event, language)
        })
    });
    view.list.list_ui(ui, desk, lines, within, open);
}

/// Says that the open event is not at the date shown, and offers the nearest date that it has.
fn elsewhere_ui(ui: &mut Ui, desk: &mut Desk<'_>, first: Day, last: Day) {
    let Some(index) = desk.state.event else {
        return;
    };
    if EventDetails::is_within(desk.atlas, index, first, last) {
        return;
    }
    let event = desk.atlas.event(index);
    let day = match event.to {
        Some(to) if first > event.last_day() => to.last_day(),
        _ => event.shown_on(),
    };
    let frame = Frame::new()
        .fill(desk.tokens.note)
        .corner_radius(radius::CARD)
        .inner_margin(Margin::symmetric(12, 8));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        let title = RichText::new(event.title.get(desk.language)).font(Face::Strong.at(size::BODY));
        ui.add(egui::Label::new(title.color(desk.tokens.ink)).wrap());
        let note = RichText::new(desk.texts.get(Key::EventElsewhere)).size(size::SMALL);
        ui.add(egui::Label::new(note.color(desk.tokens.ink_soft)).wrap());
        let date = format::day(desk.language, day);
        let text = desk.texts.fill(Key::EventGoTo, &[("date", &date)]);
        if date_link(ui, desk.tokens, &DateLink { day, text }).clicked() {
            desk.send(Command::SetDate(day));
        }
    });
    ui.add_space(space::TINY);
}
