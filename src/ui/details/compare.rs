//! The page of two dates: what differs between them.

use egui::{ScrollArea, Ui};

use crate::scene::compare::{self, Difference};
use crate::state::Command;
use crate::state::compare::{By, Compare, CompareCommand};
use crate::text::Key;

use super::super::app::Desk;
use super::super::icons;
use super::super::map;
use super::super::tokens::space;
use super::super::widgets::date_link::place_link;
use super::super::widgets::focus::followed;
use super::super::widgets::heading;
use super::super::widgets::icon_button::icon_button;
use super::super::widgets::segmented::segmented;
use super::DetailsCache;

/// Draws how the dates are compared, and what differs.
pub fn compare_ui(cache: &mut DetailsCache, ui: &mut Ui, desk: &mut Desk<'_>, compare: Compare) {
    let (view, date, names) = (desk.state.view, desk.state.date, desk.names());
    let lines = cache
        .differences
        .get((view, compare.with, date, names), |_| {
            compare::differences(desk.atlas, view, [compare.with, date], names)
        });
    let dates = map::compare::dates(desk, [compare.with, date]);
    let values = [("first", &*dates[0]), ("second", &*dates[1])];
    heading::title(
        ui,
        desk.tokens,
        &desk.texts.fill(Key::CompareTitle, &values),
    );
    ui.add_space(space::SMALL);
    ways_ui(ui, desk, compare);
    ui.add_space(space::SMALL);
    ScrollArea::vertical().auto_shrink(false).show(
        ui,
        followed(|ui| {
            if lines.is_empty() {
                heading::soft(ui, desk.tokens, desk.texts.get(Key::CompareNone));
                if compare.with == date {
                    heading::soft(ui, desk.tokens, desk.texts.get(Key::CompareNoneHint));
                }
                return;
            }
            let count = lines.len().to_string();
            let count = desk.texts.fill(Key::CompareCount, &[("count", &count)]);
            heading::small(ui, desk.tokens, &count);
            for line in lines {
                line_ui(ui, desk, line, &dates);
            }
        }),
    );
}

fn ways_ui(ui: &mut Ui, desk: &mut Desk<'_>, compare: Compare) {
    let choices = By::ALL.map(|by| {
        let key = match by {
            By::Split => Key::CompareSplit,
            By::Swipe => Key::CompareSwipe,
        };
        (by, desk.texts.get(key))
    });
    let name = desk.texts.get(Key::Compare);
    ui.horizontal_wrapped(|ui| {
        if let Some(by) = segmented(ui, desk.tokens, name, compare.by, &choices) {
            desk.send(Command::Compare(CompareCommand::Show(by)));
        }
        if icon_button(ui, icons::SWAP, desk.texts.get(Key::CompareSwap)).clicked() {
            desk.send(Command::Compare(CompareCommand::Swap));
        }
        if icon_button(ui, icons::CLOSE, desk.texts.get(Key::CompareEnd)).clicked() {
            desk.send(Command::Compare(CompareCommand::Toggle));
        }
    });
}

fn line_ui(ui: &mut Ui, desk: &mut Desk<'_>, line: &Difference, dates: &[String; 2]) {
    ui.add_space(space::SMALL);
    if place_link(ui, desk.tokens, &line.place).clicked() {
        desk.send(Command::ShowPlace(line.territory));
    }
    for ((held, shade), date) in line.held.iter().zip(line.shades).zip(dates) {
        ui.horizontal_top(|ui| {
            map::swatch(ui, desk.tokens.shade(shade));
            heading::soft(ui, desk.tokens, &format!("{date}: {held}"));
        });
    }
    if line.and_parts > 0 {
        let count = line.and_parts.to_string();
        let text = desk.texts.fill(Key::AndParts, &[("count", &count)]);
        heading::small(ui, desk.tokens, &text);
    }
}
