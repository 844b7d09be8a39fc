//! A few events of the chosen place, on its page.

use egui::{CursorIcon, Label, RichText, Role, Sense, Ui, WidgetInfo};

use crate::model::date::Day;
use crate::model::language::Language;
use crate::model::place::TerritoryIx;
use crate::scene::events::{self, EventLine};
use crate::state::Command;
use crate::state::events::EventFilter;
use crate::text::Key;

use super::super::super::app::Desk;
use super::super::super::fonts::Face;
use super::super::super::memo::Memo;
use super::super::super::tokens::{size, space};
use super::super::super::widgets::date_link::place_link;
use super::super::super::widgets::heading;

/// How many events the page of a place has.
const FEW: usize = 5;

/// The events of a place that are nearest to the date.
#[derive(Default)]
pub struct EventsHere {
    /// The few nearest, and how many there are.
    near: Memo<(TerritoryIx, Day, Language), (Vec<EventLine>, usize)>,
}

/// Draws the events nearest to the date, in order of time, and the way to all of them.
pub fn here_ui(here: &mut EventsHere, ui: &mut Ui, desk: &mut Desk<'_>, place: TerritoryIx) {
    let (date, language) = (desk.state.date, desk.language);
    let (near, count) = here.near.get((place, date, language), |_| {
        let near = events::here(desk.atlas, place, date);
        let mut few: Vec<_> = near.iter().copied().take(FEW).collect();
        few.sort_unstable();
        let few = few.into_iter();
        let lines = few.map(|event| events::line(desk.atlas, event, language));
        (lines.collect(), near.len())
    });
    if near.is_empty() {
        return;
    }
    heading::section(ui, desk.tokens, desk.texts.get(Key::EventsHere));
    for line in near {
        ui.add_space(space::TINY);
        heading::small(ui, desk.tokens, &line.date);
        if title_ui(ui, desk, line) {
            desk.send(Command::OpenEvent(line.event));
        }
    }
    let count = count.to_string();
    let all = desk.texts.fill(Key::AllEventsHere, &[("count", &count)]);
    ui.add_space(space::SMALL);
    if place_link(ui, desk.tokens, &all).clicked() {
        desk.send(Command::FilterEvents(EventFilter::at_place(place)));
    }
}

/// The title, underlined as everything that leads elsewhere; whether it was clicked.
fn title_ui(ui: &mut Ui, desk: &Desk<'_>, line: &EventLine) -> bool {
    let title = RichText::new(&line.title)
        .font(Face::Text.at(size::BODY))
        .underline();
    let label = Label::new(title.color(desk.tokens.ink))
        .wrap()
        .sense(Sense::click());
    let response = ui.add(label);
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &line.title));
    response.on_hover_cursor(CursorIcon::PointingHand).clicked()
}
