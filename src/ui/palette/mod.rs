//! Search over everything, in a box over the screen (Ctrl+K).

pub(super) mod commands;
mod row;

use egui::{
    Align2, Area, Frame, Id, Key as Keyboard, Margin, Modal, Modifiers, Order, RichText,
    ScrollArea, TextEdit, Ui, vec2,
};

use crate::model::language::Language;
use crate::scene::search::{Group, Hit, Index, Searcher};
use crate::state::{Command, link};
use crate::text::Key;

use super::app::Desk;
use super::fonts::Face;
use super::icons;
use super::memo::Memo;
use super::tokens::{radius, size, space};
use super::widgets::heading;
use super::widgets::icon_button::icon_button;

/// The width of the box and its distance from the top, in points.
const WIDTH: f32 = 640.0;
const TOP: f32 = 64.0;
/// How many results a page key skips.
const PAGE: usize = 8;

/// What of the search must be kept from frame to frame.
#[derive(Default)]
pub struct Palette {
    /// Built when the search is first opened.
    index: Option<Index>,
    searcher: Searcher,
    typed: String,
    chosen: usize,
    hits: Memo<(String, Language), Vec<Hit>>,
    was_open: bool,
}

/// The button in the bar that opens the search.
pub fn search_button(ui: &mut Ui, desk: &mut Desk<'_>, is_narrow: bool) {
    let name = desk.texts.get(Key::Search);
    let keys = commands::keys_of_search(ui.ctx());
    let response = if is_narrow {
        icon_button(ui, icons::SEARCH, name)
    } else {
        let text = RichText::new(format!("{}  {name}", icons::SEARCH)).color(desk.tokens.ink_soft);
        let button = egui::Button::new(text)
            .shortcut_text(RichText::new(&keys).size(size::SMALL))
            .min_size(vec2(0.0, super::tokens::TARGET));
        ui.add(button)
    };
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, name));
    if response
        .on_hover_text(format!("{} ({keys})", desk.texts.get(Key::SearchHint)))
        .clicked()
    {
        desk.send(Command::ShowSearch(true));
    }
}

/// What the reader did in a frame.
#[derive(Default)]
struct Asked {
    /// The result to follow.
    followed: Option<usize>,
    close: bool,
    /// The choice was moved by a key, so it has to be in sight.
    moved: bool,
}

impl Palette {
    /// Draws the search while it is open.
    pub fn palette_ui(&mut self, ui: &Ui, desk: &mut Desk<'_>) {
        if !desk.state.search_open {
            self.was_open = false;
            return;
        }
        let opened = !self.was_open;
        if opened {
            self.was_open = true;
            self.typed.clear();
            self.chosen = 0;
        }
        let context = ui.ctx().clone();
        let index = self
            .index
            .get_or_insert_with(|| Index::new(desk.atlas, commands::entries(&context)));
        let (searcher, atlas) = (&mut self.searcher, desk.atlas);
        let key = (self.typed.clone(), desk.language);
        let hits = self.hits.get(key, |(typed, language)| {
            searcher.search(index, atlas, typed, *language)
        });
        let mut asked = keys(&context, &mut self.chosen, hits.len());
        let screen = context.content_rect();
        let area = Area::new(Id::unique("palette"))
            .order(Order::Foreground)
            .anchor(Align2::CENTER_TOP, vec2(0.0, TOP));
        let frame = Frame::window(ui.style())
            .inner_margin(Margin::same(0))
            .corner_radius(radius::CARD);
        let width = WIDTH.min(screen.width() - 2.0 * space::LARGE);
        let modal = Modal::new(Id::unique("palette"))
            .area(area)
            .frame(frame)
            .backdrop_color(desk.tokens.shadow);
        let (typed, chosen) = (&mut self.typed, &mut self.chosen);
        let response = modal.show(&context, |ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing.y = 0.0;
            let option = hits.get(*chosen).map(|_| option_id(*chosen));
            if field_ui(ui, desk, typed, option) {
                *chosen = 0;
                // The results for what is typed now come with the next frame.
                ui.ctx().request_repaint();
            }
            let height = (screen.height() - TOP - 150.0).max(120.0);
            results_ui(ui, desk, hits, chosen, height, &mut asked);
            foot_ui(ui, desk, typed, hits.len());
        });
        let close = asked.close || (response.should_close() && !opened);
        let target = asked
            .followed
            .and_then(|position| hits.get(position))
            .map(|hit| hit.target);
        if target.is_some() || close {
            desk.send(Command::ShowSearch(false));
        }
        desk.commands
            .extend(target.map(commands::of).into_iter().flatten());
    }
}

/// The id of a result, by which the field names the chosen one.
fn option_id(position: usize) -> Id {
    Id::unique(("palette option", position))
}

/// Reads the keys before the field does.
fn keys(context: &egui::Context, chosen: &mut usize, count: usize) -> Asked {
    let mut asked = Asked::default();
    let last = count.saturating_sub(1);
    context.input_mut(|input| {
        let mut pressed = |key: Keyboard| input.consume_key(Modifiers::NONE, key);
        let before = *chosen;
        if pressed(Keyboard::ArrowDown) {
            *chosen = if *chosen >= last { 0 } else { *chosen + 1 };
        }
        if pressed(Keyboard::ArrowUp) {
            *chosen = if *chosen == 0 { last } else { *chosen - 1 };
        }
        if pressed(Keyboard::PageDown) {
            *chosen += PAGE;
        }
        if pressed(Keyboard::PageUp) {
            *chosen = chosen.saturating_sub(PAGE);
        }
        *chosen = (*chosen).min(last);
        asked.moved = *chosen != before;
        if pressed(Keyboard::Enter) && count > 0 {
            asked.followed = Some(*chosen);
        }
        asked.close =
            pressed(Keyboard::Escape) || input.consume_key(Modifiers::COMMAND, Keyboard::K);
    });
    asked
}

/// The field; whether its text changed.
fn field_ui(ui: &mut Ui, desk: &Desk<'_>, typed: &mut String, option: Option<Id>) -> bool {
    let tokens = desk.tokens;
    let mut changed = false;
    Frame::new()
        .inner_margin(Margin::symmetric(16, 12))
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.label(
                    RichText::new(icons::SEARCH)
                        .size(size::BRAND)
                        .color(tokens.ink_soft),
                );
                let hint = desk.texts.get(Key::SearchHint);
                let field = TextEdit::singleline(typed)
                    .id(Id::unique("palette field"))
                    .hint_text(hint)
                    .font(Face::Text.at(size::LARGE))
                    .frame(Frame::NONE)
                    .align(egui::Align2::LEFT_CENTER)
                    .desired_width(f32::INFINITY);
                let response = ui.add(field);
                if !response.has_focus() {
                    response.request_focus();
                }
                changed |= response.changed();
                let name = desk.texts.get(Key::Search);
                ui.ctx().accesskit_node_builder(response.id, |node| {
                    node.set_role(egui::Role::SearchInput);
                    node.set_label(name);
                    node.set_controls(vec![list_id().accesskit_id()]);
                    if let Some(option) = option {
                        node.set_active_descendant(option.accesskit_id());
                    }
                });
            });
        });
    let line = ui.max_rect().x_range();
    ui.painter().hline(
        line,
        ui.cursor().top(),
        egui::Stroke::new(1.0, tokens.hairline),
    );
    changed
}

fn list_id() -> Id {
    Id::unique("palette list")
}

fn group_key(group: Group) -> Key {
    match group {
        Group::Dates => Key::SearchDates,
        Group::Places => Key::SearchPlaces,
        Group::Events => Key::PageEvents,
        Group::People => Key::SearchPeople,
        Group::Conflicts => Key::SearchConflicts,
        Group::Terms => Key::Terms,
        Group::Sources => Key::PageSources,
        Group::Commands => Key::SearchCommands,
    }
}

fn results_ui(
    ui: &mut Ui,
    desk: &Desk<'_>,
    hits: &[Hit],
    chosen: &mut usize,
    height: f32,
    asked: &mut Asked,
) {
    ScrollArea::vertical()
        .max_height(height)
        .auto_shrink([false, true])
        .show(ui, |ui| {
            let list = ui.interact(
                ui.max_rect(),
                list_id(),
                egui::Sense::focusable_noninteractive(),
            );
            let name = desk.texts.get(Key::Search);
            ui.ctx().accesskit_node_builder(list.id, |node| {
                node.set_role(egui::Role::ListBox);
                node.set_label(name);
            });
            let mut group = None;
            for (position, hit) in hits.iter().enumerate() {
                if group != Some(hit.target.group()) {
                    group = Some(hit.target.group());
                    Frame::new()
                        .inner_margin(Margin {
                            left: 16,
                            right: 16,
                            top: 10,
                            bottom: 4,
                        })
                        .show(ui, |ui| {
                            heading::small(
                                ui,
                                desk.tokens,
                                desk.texts.get(group_key(hit.target.group())),
                            );
                        });
                }
                let response = row::row_ui(ui, desk, hit, option_id(position), position == *chosen);
                if response.clicked() {
                    asked.followed = Some(position);
                }
                // A resting pointer must not take the choice from the keys.
                if response.hovered() && ui.input(|input| input.pointer.delta() != egui::Vec2::ZERO)
                {
                    *chosen = position;
                }
                if position == *chosen && asked.moved {
                    response.scroll_to_me(None);
                }
            }
            ui.add_space(space::TINY);
        });
}

fn foot_ui(ui: &mut Ui, desk: &Desk<'_>, typed: &str, count: usize) {
    let line = ui.max_rect().x_range();
    ui.painter().hline(
        line,
        ui.cursor().top(),
        egui::Stroke::new(1.0, desk.tokens.hairline),
    );
    Frame::new()
        .inner_margin(Margin::symmetric(16, 8))
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                let found = if count == 0 && typed.trim_start().starts_with(link::SCHEME) {
                    desk.texts.get(Key::LinkWrong).to_owned()
                } else if count == 0 {
                    desk.texts.get(Key::SearchNothing).to_owned()
                } else {
                    desk.texts
                        .fill(Key::SearchCount, &[("count", &count.to_string())])
                };
                let response = ui.label(
                    RichText::new(&found)
                        .size(size::SMALL)
                        .color(desk.tokens.ink_soft),
                );
                ui.ctx().accesskit_node_builder(response.id, |node| {
                    node.set_live(egui::accesskit::Live::Polite);
                });
                if count > 0 {
                    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                        heading::small(ui, desk.tokens, desk.texts.get(Key::SearchFooter));
                    });
                }
            });
        });
}
