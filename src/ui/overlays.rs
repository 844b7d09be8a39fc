//! What lies over the screen for a while: about, keys, notices.

use egui::{Align2, Frame, Margin, RichText, ScrollArea, Ui, Window, vec2};

use crate::model::date::Day;
use crate::state::Command;
use crate::state::view_state::Terms;
use crate::text::{Key, format};

use super::app::{App, Desk};
use super::held;
use super::shortcuts::TABLE;
use super::tokens::{radius, size, space};
use super::widgets::date_link::place_link;
use super::widgets::focus::followed;
use super::widgets::heading;
use super::widgets::icon_button::icon_button;
use super::written_keys::written;
use super::{hint, icons, terms};

/// Draws what is open.
pub fn overlays_ui(app: &mut App, ui: &mut Ui, desk: &mut Desk<'_>) {
    hint::hint_ui(ui, desk);
    app.palette.palette_ui(ui, desk);
    if desk.state.about_open {
        window(ui, desk, Key::About, Command::ShowAbout(false), about_ui);
    }
    if desk.state.keys_open {
        window(ui, desk, Key::Keys, Command::ShowKeys(false), keys_ui);
    }
    if desk.state.terms_open.is_some() {
        window(
            ui,
            desk,
            Key::Terms,
            Command::ShowTerms(None),
            terms::terms_ui,
        );
    }
    if desk.state.held_open {
        let close = Command::ShowHeld(false);
        window(ui, desk, Key::HeldTable, close, held::held_ui);
    }
    let is_over = app.faults.as_mut().map(|faults| faults.faults_ui(ui, desk));
    if is_over == Some(true) {
        app.faults = None;
        ui.ctx().request_repaint();
    }
    if let Some(notice) = &app.notice {
        let mut closed = false;
        egui::Area::new(egui::Id::unique("notice"))
            .anchor(Align2::CENTER_TOP, vec2(0.0, 56.0))
            .show(ui.ctx(), |ui| {
                let tokens = desk.tokens;
                Frame::popup(ui.style())
                    .fill(tokens.note)
                    .inner_margin(Margin::symmetric(12, 8))
                    .show(ui, |ui| {
                        ui.horizontal(|ui| {
                            ui.label(
                                RichText::new(icons::WARNING)
                                    .size(size::LARGE)
                                    .color(tokens.accent),
                            );
                            ui.add(
                                egui::Label::new(RichText::new(notice).color(tokens.ink)).wrap(),
                            );
                            closed =
                                icon_button(ui, icons::CLOSE, desk.texts.get(Key::Close)).clicked();
                        });
                    });
            });
        if closed {
            app.notice = None;
        }
    }
}

fn window(
    ui: &Ui,
    desk: &mut Desk<'_>,
    title: Key,
    close: Command,
    contents: fn(&mut Ui, &mut Desk<'_>),
) {
    let mut open = true;
    let tokens = desk.tokens;
    let screen = ui.ctx().content_rect();
    let frame = Frame::window(ui.style())
        .inner_margin(Margin::same(20))
        .corner_radius(radius::CARD);
    Window::new(desk.texts.get(title))
        .title_bar(false)
        .collapsible(false)
        .resizable(false)
        .anchor(Align2::CENTER_CENTER, vec2(0.0, 0.0))
        .max_width((screen.width() - 80.0).min(520.0))
        .max_height(screen.height() - 120.0)
        .frame(frame)
        .show(ui.ctx(), |ui| {
            ui.horizontal(|ui| {
                heading::title(ui, tokens, desk.texts.get(title));
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    open = !icon_button(ui, icons::CLOSE, desk.texts.get(Key::Close)).clicked();
                });
            });
            ui.add_space(space::SMALL);
            ScrollArea::vertical().show(ui, followed(|ui| contents(ui, desk)));
        });
    if !open {
        desk.send(close);
    }
}

/// The day the program was built for, where its builder named one: seconds since 1970, as those who
/// build programs alike from day to day set it.
fn built_on() -> Option<Day> {
    /// Seconds of a day.
    const DAY: i64 = 86_400;
    let seconds: i64 = option_env!("SOURCE_DATE_EPOCH")?.trim().parse().ok()?;
    let days = i32::try_from(seconds.div_euclid(DAY)).ok()?;
    Some(Day::from_number(days))
}

fn about_ui(ui: &mut Ui, desk: &mut Desk<'_>) {
    let (tokens, texts) = (desk.tokens, desk.texts);
    heading::soft(ui, tokens, texts.get(Key::AboutText));
    heading::small(
        ui,
        tokens,
        &texts.fill(Key::AboutVersion, &[("version", env!("CARGO_PKG_VERSION"))]),
    );
    if let Some(day) = built_on() {
        let date = format::day(desk.language, day);
        heading::small(ui, tokens, &texts.fill(Key::AboutDate, &[("date", &date)]));
    }
    if !desk.atlas.terms.is_empty() && place_link(ui, tokens, texts.get(Key::Terms)).clicked() {
        desk.send(Command::ShowAbout(false));
        desk.send(Command::ShowTerms(Some(Terms::All)));
    }
    heading::section(ui, tokens, texts.get(Key::AboutMapData));
    for attribution in &desk.atlas.attributions {
        let layer = attribution.layer.get(desk.language);
        heading::small(
            ui,
            tokens,
            &format!(
                "{layer}: {}. {} ({})",
                attribution.source, attribution.notice, attribution.licence
            ),
        );
    }
    heading::section(ui, tokens, texts.get(Key::AboutFonts));
    heading::small(ui, tokens, texts.get(Key::AboutFontsText));
    heading::section(ui, tokens, texts.get(Key::AboutLicence));
    heading::small(ui, tokens, texts.get(Key::AboutLicenceText));
}

fn keys_ui(ui: &mut Ui, desk: &mut Desk<'_>) {
    let is_mac = ui.ctx().os().is_mac();
    let id = egui::Id::unique("filter of keys");
    let mut typed: String = ui.data_mut(|data| data.get_temp(id).unwrap_or_default());
    let hint = desk.texts.get(Key::KeysFilter);
    let field = egui::TextEdit::singleline(&mut typed)
        .hint_text(hint)
        .desired_width(f32::INFINITY);
    let response = ui.add(field);
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_label(hint));
    ui.data_mut(|data| data.insert_temp(id, typed.clone()));
    let wanted = typed.trim().to_lowercase();
    ui.add_space(space::SMALL);
    egui::Grid::new("keys")
        .num_columns(2)
        .spacing(vec2(space::LARGE, space::TINY))
        .show(ui, |ui| {
            for shortcut in TABLE {
                let Some(text) = shortcut.text else {
                    continue;
                };
                let keys = written(shortcut, is_mac);
                let name = desk.texts.get(text);
                if keys.to_lowercase().contains(&wanted) || name.to_lowercase().contains(&wanted) {
                    ui.label(RichText::new(keys).strong().color(desk.tokens.ink));
                    ui.label(RichText::new(name).color(desk.tokens.ink_soft));
                    ui.end_row();
                }
            }
        });
}
