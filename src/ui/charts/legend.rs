//! What the marks mean: the quantities, which can be switched off, and the forms of the marks.

use egui::{
    CursorIcon, Painter, Pos2, Rect, Response, Role, ScrollArea, Sense, Ui, Vec2, WidgetInfo, pos2,
    vec2,
};

use crate::scene::charts::{Figure, Form, Look, Origin, Quantity, Sheet};
use crate::text::Key;

use super::super::app::Desk;
use super::super::fonts::Face;
use super::super::icons;
use super::super::tokens::{TARGET, size, space, width};
use super::super::widgets::focus::followed;
use super::super::widgets::heading;
use super::{focus_ring, marks};

/// Room for the sign before a text, in points.
const SIGN: f32 = 18.0;
/// More quantities of one kind than this do not stand side by side unless they are on.
const MOST: usize = 6;
/// The height of a line of the key to the marks, in points.
const LINE: f32 = 17.0;

/// One switch a quantity, grouped by where its figures are from; returns the one that was clicked.
pub fn switches_ui(
    ui: &mut Ui,
    desk: &Desk<'_>,
    sheet: &Sheet,
    shown: &impl Fn(usize) -> bool,
) -> Option<usize> {
    let mut clicked = None;
    let groups = [
        (Origin::Texts, Key::GroupTexts),
        (Origin::Beyond, Key::GroupBeyond),
        (Origin::Own, Key::GroupOwn),
    ];
    for (origin, title) in groups {
        let of_group = || {
            let all = sheet.quantities.iter().enumerate();
            all.filter(move |(_, quantity)| quantity.origin == origin)
        };
        let is_empty = !of_group().any(|(index, _)| !desk.is_print || shown(index));
        if is_empty {
            continue;
        }
        heading::small(ui, desk.tokens, desk.texts.get(title));
        // Many switches would leave no room for the chart: those that are off go into a menu.
        let in_menu = desk.is_print || of_group().count() > MOST;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::MEDIUM, 0.0);
            for (index, quantity) in of_group() {
                let is_on = shown(index);
                if in_menu && !is_on {
                    continue;
                }
                let form = if origin == Origin::Texts {
                    Form::PLAIN
                } else {
                    Form::BEYOND
                };
                let response = switch_ui(ui, desk, (quantity.look, form), &quantity.name, is_on);
                if response.on_hover_text(&quantity.about).clicked() {
                    clicked = Some(index);
                }
            }
            let off: Vec<(usize, &Quantity)> =
                of_group().filter(|(index, _)| !shown(*index)).collect();
            if in_menu && !off.is_empty() && !desk.is_print {
                clicked = clicked.or(more_ui(ui, desk, &off));
            }
        });
        ui.add_space(space::TINY);
    }
    clicked
}

/// A menu of the quantities that are off; returns the one that was clicked.
fn more_ui(ui: &mut Ui, desk: &Desk<'_>, off: &[(usize, &Quantity)]) -> Option<usize> {
    let mut clicked = None;
    let count = off.len().to_string();
    let label = desk.texts.fill(Key::MoreSeries, &[("count", &count)]);
    let title = format!("{label}  {}", icons::CARET_DOWN);
    let menu = ui.menu_button(title, |ui| {
        ui.set_min_width(width::BESIDE);
        ui.set_max_width(2.0 * width::BESIDE);
        ScrollArea::vertical().max_height(width::BESIDE).show(
            ui,
            followed(|ui| {
                for (index, quantity) in off {
                    let mut is_on = false;
                    let response = ui.checkbox(&mut is_on, &quantity.name);
                    if response.on_hover_text(&quantity.about).clicked() {
                        clicked = Some(*index);
                    }
                }
            }),
        );
    });
    menu.response
        .widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
    clicked
}

fn switch_ui(
    ui: &mut Ui,
    desk: &Desk<'_>,
    (look, form): (Look, Form),
    name: &str,
    is_on: bool,
) -> Response {
    let tokens = desk.tokens;
    let ink = if is_on { tokens.ink } else { tokens.ink_soft };
    let response = signed(
        ui,
        name,
        size::BODY,
        TARGET,
        Sense::click(),
        ink,
        |painter, at| {
            if is_on {
                marks::paint_mark(painter, tokens, at, look, form);
            } else {
                painter.circle_stroke(at, 3.0, egui::Stroke::new(1.0, tokens.ink_soft));
            }
        },
    );
    if !is_on {
        let text = response.rect.with_min_x(response.rect.left() + SIGN);
        ui.painter().hline(
            text.x_range(),
            text.center().y,
            egui::Stroke::new(1.0, tokens.ink_soft),
        );
    }
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, is_on, name));
    focus_ring(ui, desk, &response);
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// What a full, hollow and crossed mark and an open whisker mean; only what the chart shows.
pub fn key_ui(ui: &mut Ui, desk: &Desk<'_>, sheet: &Sheet, shown: &impl Fn(usize) -> bool) {
    let (tokens, texts) = (desk.tokens, desk.texts);
    let any = |is: fn(&Figure) -> bool| {
        let all = sheet.quantities.iter().enumerate();
        all.filter(|(index, _)| shown(*index))
            .flat_map(|(_, quantity)| &quantity.figures)
            .any(is)
    };
    let forms = [
        (
            Key::MarkStated,
            Form::PLAIN,
            any(|figure| !figure.is_beyond() && !figure.is_computed()),
        ),
        (
            Key::YearInferred,
            Form {
                is_hollow: true,
                ..Form::PLAIN
            },
            any(|figure| !figure.is_year_stated),
        ),
        (
            Key::MarkComputed,
            Form {
                is_crossed: true,
                ..Form::PLAIN
            },
            any(Figure::is_computed),
        ),
        (Key::MarkBeyond, Form::BEYOND, any(Figure::is_beyond)),
    ];
    lines_ui(ui, |ui| {
        for (key, form, _) in forms.into_iter().filter(|(_, _, is_used)| *is_used) {
            line(ui, desk, texts.get(key), |painter, at| {
                marks::paint_mark(painter, tokens, at, Look::of(0), form);
            });
        }
        if any(|figure| figure.low.is_none() || figure.high.is_none()) {
            line(ui, desk, texts.get(Key::MarkOpen), |painter, at| {
                marks::paint_open_sign(painter, tokens.ink, at);
            });
        }
    });
}

/// The lines of a key side by side, as many as fit.
pub fn lines_ui(ui: &mut Ui, lines: impl FnOnce(&mut Ui)) {
    // A key is read, not clicked, so its lines may be lower than something to click.
    ui.scope(|ui| {
        ui.spacing_mut().interact_size.y = LINE;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::MEDIUM, 0.0);
            lines(ui);
        });
    });
}

/// A small line of a key: a sign and what it means.
pub fn line(ui: &mut Ui, desk: &Desk<'_>, text: &str, sign: impl FnOnce(&Painter, Pos2)) {
    let response = signed(
        ui,
        text,
        size::SMALL,
        LINE,
        Sense::hover(),
        desk.tokens.ink_soft,
        sign,
    );
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
}

/// A sign and a text behind it, wrapped to the room there is.
fn signed(
    ui: &mut Ui,
    text: &str,
    points: f32,
    height: f32,
    sense: Sense,
    ink: egui::Color32,
    sign: impl FnOnce(&Painter, Pos2),
) -> Response {
    let room = ui.max_rect().width() - SIGN;
    let galley = ui
        .painter()
        .layout(text.to_owned(), Face::Text.at(points), ink, room);
    let wanted = vec2(SIGN + galley.size().x, galley.size().y.max(height));
    let (rect, response) = ui.allocate_exact_size(wanted, sense);
    if ui.is_rect_visible(rect) {
        sign(
            ui.painter(),
            pos2(rect.left() + SIGN / 2.0 - 2.0, rect.center().y),
        );
        let text_at = Rect::from_min_size(rect.min, Vec2::new(SIGN, rect.height())).right_center();
        ui.painter().galley(
            pos2(text_at.x, text_at.y - galley.size().y / 2.0),
            galley,
            ink,
        );
    }
    response
}
