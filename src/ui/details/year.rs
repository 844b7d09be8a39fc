//! The page of a year: what changed, and where to go from there.

use egui::{ScrollArea, Ui};

use crate::scene::details::{self, ChangeLine};
use crate::state::Command;
use crate::text::{Key, format};

use super::super::app::Desk;
use super::super::map;
use super::super::tokens::space;
use super::super::widgets::date_link::{date_link, place_link};
use super::super::widgets::focus::followed;
use super::super::widgets::heading;
use super::DetailsCache;
use super::compare::compare_ui;

/// Draws the changes of the year of the chosen date.
pub fn year_ui(cache: &mut DetailsCache, ui: &mut Ui, desk: &mut Desk<'_>) {
    if let Some(compare) = desk.state.compare {
        return compare_ui(cache, ui, desk, compare);
    }
    let (date, language) = (desk.state.date, desk.language);
    let (first, last) = (date.first_of_year(), date.last_of_year());
    let changes = cache.changes.get((first, last, desk.names()), |key| {
        details::changes(desk.atlas, first, last, key.2)
    });
    let when = format::year(language, date.year());
    heading::title(
        ui,
        desk.tokens,
        &desk.texts.fill(Key::ChangesIn, &[("when", &when)]),
    );
    ui.add_space(space::SMALL);
    ScrollArea::vertical().auto_shrink(false).show(
        ui,
        followed(|ui| {
            if changes.is_empty() {
                heading::soft(ui, desk.tokens, desk.texts.get(Key::NoChanges));
            }
            for change in changes {
                change_ui(ui, desk, change);
            }
            ui.add_space(space::MEDIUM);
            let around = [
                (Key::PreviousChangeOn, desk.atlas.previous_change(first)),
                (Key::NextChangeOn, desk.atlas.next_change(last)),
            ];
            for (key, day) in around {
                if let Some(day) = day {
                    let text = desk
                        .texts
                        .fill(key, &[("date", &format::day(language, day))]);
                    if date_link(ui, desk.tokens, &details::DateLink { day, text }).clicked() {
                        desk.send(Command::SetDate(day));
                    }
                }
            }
        }),
    );
}

fn change_ui(ui: &mut Ui, desk: &mut Desk<'_>, change: &ChangeLine) {
    ui.add_space(space::TINY);
    ui.horizontal_top(|ui| {
        map::swatch(ui, desk.tokens.shade(change.shade));
        ui.vertical(|ui| {
            if date_link(ui, desk.tokens, &change.date).clicked() {
                desk.send(Command::SetDate(change.date.day));
            }
            if place_link(ui, desk.tokens, &change.place).clicked() {
                desk.send(Command::Select(Some(change.territory)));
            }
            let values = [
                ("before", change.before.as_str()),
                ("after", &change.after),
                ("kind", &change.kind),
            ];
            heading::soft(ui, desk.tokens, &desk.texts.fill(Key::ChangeArrow, &values));
            if change.and_parts > 0 {
                let count = change.and_parts.to_string();
                heading::small(
                    ui,
                    desk.tokens,
                    &desk.texts.fill(Key::AndParts, &[("count", &count)]),
                );
            }
            heading::small(ui, desk.tokens, &change.basis);
        });
    });
}
