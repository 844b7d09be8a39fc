//! An open event: what happened, who and where, how it is known, and where the texts err.

use egui::{Frame, Margin, RichText, Ui};

use crate::scene::events::{ConflictText, EventDetails};
use crate::state::Command;
use crate::state::events::EventFilter;
use crate::text::Key;

use super::super::super::app::Desk;
use super::super::super::tokens::{radius, size, space};
use super::super::super::widgets::date_link::{date_link, place_link, place_word};
use super::super::super::widgets::heading;
use super::super::dispute::small_sources;
use super::super::place::{source_ui, text};

/// Draws the event below its row.
pub fn full_ui(ui: &mut Ui, desk: &mut Desk<'_>, event: &EventDetails) {
    ui.add_space(space::TINY);
    text(ui, desk, &event.summary);
    dates_ui(ui, desk, event);
    places_ui(ui, desk, event);
    people_ui(ui, desk, event);
    if event.beyond {
        ui.add_space(space::TINY);
        heading::small(ui, desk.tokens, desk.texts.get(Key::BeyondTextsNote));
    }
    for conflict in &event.conflicts {
        conflict_ui(ui, desk, conflict);
    }
    ui.add_space(space::TINY);
    small_sources(ui, desk, &event.title, &event.sources);
}

/// The ends of its time, each a link, and what is to be said of the date.
fn dates_ui(ui: &mut Ui, desk: &mut Desk<'_>, event: &EventDetails) {
    ui.add_space(space::TINY);
    // A single date stands in the row above, and a click there goes to it.
    if event.ends.len() > 1 {
        ends_ui(ui, desk, event);
    }
    if !event.confirmed {
        heading::small(ui, desk.tokens, desk.texts.get(Key::Unconfirmed));
    } else if event.approximate {
        heading::small(ui, desk.tokens, desk.texts.get(Key::DateApproximate));
    }
    if let Some(date) = &event.text_date {
        let text = desk.texts.fill(Key::EventTextDate, &[("date", date)]);
        heading::small(ui, desk.tokens, &text);
    }
}

fn ends_ui(ui: &mut Ui, desk: &mut Desk<'_>, event: &EventDetails) {
    ui.horizontal_wrapped(|ui| {
        for (number, end) in event.ends.iter().enumerate() {
            if number > 0 {
                heading::soft(ui, desk.tokens, "–");
            }
            if date_link(ui, desk.tokens, end).clicked() {
                desk.send(Command::SetDate(end.day));
            }
        }
    });
}

fn places_ui(ui: &mut Ui, desk: &mut Desk<'_>, event: &EventDetails) {
    if event.places.is_empty() && event.points.is_empty() {
        return;
    }
    heading::section(ui, desk.tokens, desk.texts.get(Key::EventPlaces));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().interact_size.y = 0.0;
        for (place, name) in &event.places {
            if place_word(ui, desk.tokens, name).clicked() {
                desk.send(Command::Select(Some(*place)));
            }
        }
    });
    if !event.points.is_empty() {
        heading::soft(ui, desk.tokens, &event.points.join(" · "));
    }
}

/// The people; a click on a name lists their events.
fn people_ui(ui: &mut Ui, desk: &mut Desk<'_>, event: &EventDetails) {
    if event.people.is_empty() {
        return;
    }
    heading::section(ui, desk.tokens, desk.texts.get(Key::EventPeople));
    for person in &event.people {
        if place_link(ui, desk.tokens, &person.name).clicked() {
            desk.send(Command::FilterEvents(EventFilter {
                person: Some(person.person),
                ..EventFilter::default()
            }));
        }
        heading::small(ui, desk.tokens, &person.role);
    }
}

/// What the text says, what documents say, and what the atlas makes of it.
pub fn conflict_ui(ui: &mut Ui, desk: &mut Desk<'_>, conflict: &ConflictText) {
    ui.add_space(space::SMALL);
    let frame = Frame::new()
        .fill(desk.tokens.note)
        .corner_radius(radius::CARD)
        .inner_margin(Margin::same(12));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        let kind = RichText::new(desk.texts.get(Key::TextsErr)).size(size::SMALL);
        ui.label(kind.color(desk.tokens.accent));
        if place_link(ui, desk.tokens, &conflict.title).clicked() {
            desk.send(Command::OpenConflict(conflict.index));
        }
        for (key, words) in [
            (Key::TextsSay, &conflict.text_says),
            (Key::DocumentsSay, &conflict.documents_say),
            (Key::WhySo, &conflict.why),
        ] {
            ui.add_space(space::TINY);
            heading::small(ui, desk.tokens, desk.texts.get(key));
            text(ui, desk, words);
            if matches!(key, Key::TextsSay) {
                for place in &conflict.at {
                    source_ui(ui, desk, place);
                }
            }
        }
        if !conflict.sources.is_empty() {
            small_sources(ui, desk, &conflict.title, &conflict.sources);
        }
    });
}
