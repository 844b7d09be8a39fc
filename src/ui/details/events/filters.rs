//! What is listed: four quiet choices, and how many events pass.

use egui::{Align2, ComboBox, RichText, Role, Ui, WidgetInfo};

use crate::scene::events::Choices;
use crate::state::Command;
use crate::state::events::EventFilter;
use crate::state::view_state::Unit;
use crate::text::{Key, format};

use super::super::super::app::Desk;
use super::super::super::fonts::Face;
use super::super::super::icons;
use super::super::super::tokens::{size, space};
use super::super::super::widgets::icon_button::icon_button;

/// Room for the names of the longest choices, in points.
const POPUP_HEIGHT: f32 = 380.0;

/// Two rows of two choices each.
pub fn filters_ui(ui: &mut Ui, desk: &mut Desk<'_>, choices: &Choices) {
    let mut filter = desk.state.event_filter;
    let width = (ui.available_width() - space::SMALL) / 2.0;
    ui.horizontal(|ui| {
        let all = desk.texts.get(Key::FilterCategory);
        choice(
            ui,
            width,
            "category",
            all,
            &choices.categories,
            &mut filter.category,
        );
        let all = desk.texts.get(Key::FilterPlace);
        choice(ui, width, "place", all, &choices.places, &mut filter.place);
    });
    ui.horizontal(|ui| {
        let all = desk.texts.get(Key::FilterPerson);
        choice(
            ui,
            width,
            "person",
            all,
            &choices.people,
            &mut filter.person,
        );
        let all = desk.texts.get(Key::FilterTelling);
        choice(
            ui,
            width,
            "telling",
            all,
            &choices.tellings,
            &mut filter.telling,
        );
    });
    if filter != desk.state.event_filter {
        desk.send(Command::FilterEvents(filter));
    }
}

/// One choice; `all` names the state in which everything passes.
fn choice<T: Copy + PartialEq>(
    ui: &mut Ui,
    width: f32,
    id: &str,
    all: &str,
    choices: &[(T, String)],
    chosen: &mut Option<T>,
) {
    let known = choices.iter().find(|(value, _)| Some(*value) == *chosen);
    let text = known.map_or(all, |(_, name)| name.as_str()).to_owned();
    let response = ComboBox::from_id_salt(("events", id))
        .selected_text(RichText::new(&text).size(size::LABEL))
        .width(width)
        .height(POPUP_HEIGHT)
        .truncate()
        .icon(|ui, rect, visuals, _| {
            let (font, ink) = (Face::Text.at(size::BODY), visuals.fg_stroke.color);
            let sign = icons::CARET_DOWN;
            ui.painter()
                .text(rect.center(), Align2::CENTER_CENTER, sign, font, ink);
        })
        .show_ui(ui, |ui| {
            ui.set_min_width(width.max(220.0));
            ui.selectable_value(chosen, None, all);
            for (value, name) in choices {
                ui.selectable_value(chosen, Some(*value), name);
            }
        })
        .response;
    response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, format!("{all}: {text}")));
}

/// How many events pass, whether one of them falls on the date, and the way back to all.
pub fn count_ui(ui: &mut Ui, desk: &mut Desk<'_>, count: usize, any_now: bool) {
    let (texts, language) = (desk.texts, desk.language);
    let all = desk.atlas.events.len().to_string();
    let count_text = count.to_string();
    let mut text = if count == 0 {
        texts.get(Key::EventsNone).to_owned()
    } else {
        let key = if desk.state.event_filter.is_open() {
            Key::EventsAll
        } else {
            Key::EventsCount
        };
        texts.fill(key, &[("count", &count_text), ("all", &all)])
    };
    if count > 0 && !any_now {
        let date = desk.state.date;
        let when = match desk.state.unit {
            Unit::Year if desk.state.shows_year() => format::year(language, date.year()),
            Unit::Month if desk.state.unit_start() != date => format::month(language, date),
            _ => format::day(language, date),
        };
        let none = texts.fill(Key::EventsNoneNow, &[("when", &when)]);
        text = format!("{text} · {none}");
    }
    ui.horizontal(|ui| {
        let text = RichText::new(text)
            .size(size::SMALL)
            .color(desk.tokens.ink_soft);
        ui.label(text);
        let is_open = desk.state.event_filter.is_open();
        if !is_open && icon_button(ui, icons::CLOSE, texts.get(Key::ClearFilters)).clicked() {
            desk.send(Command::FilterEvents(EventFilter::default()));
        }
    });
}
