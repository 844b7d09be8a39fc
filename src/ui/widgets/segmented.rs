//! A row of choices of which one holds.

use egui::{CornerRadius, Margin, Response, RichText, Role, Ui, WidgetInfo, vec2};

use super::super::fonts::Face;
use super::super::icons;
use super::super::tokens::{TARGET, Tokens, radius, size, space};

/// Draws the choices and returns the one that was clicked.
pub fn segmented<T: Copy + PartialEq>(
    ui: &mut Ui,
    tokens: &Tokens,
    name: &str,
    chosen: T,
    choices: &[(T, &str)],
) -> Option<T> {
    let spoken: Vec<(T, &str, &str)> = choices
        .iter()
        .map(|(value, label)| (*value, *label, *label))
        .collect();
    segmented_spoken(ui, tokens, name, chosen, &spoken)
}

/// The same for labels that are drawn shorter than they are spoken: value, label, spoken name.
pub fn segmented_spoken<T: Copy + PartialEq>(
    ui: &mut Ui,
    tokens: &Tokens,
    name: &str,
    chosen: T,
    choices: &[(T, &str, &str)],
) -> Option<T> {
    let mut clicked = None;
    egui::Frame::new()
        .stroke(egui::Stroke::new(1.0, tokens.hairline))
        .corner_radius(CornerRadius::same(radius::SMALL + 1))
        .inner_margin(Margin::same(1))
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.x = 1.0;
            let row = |ui: &mut Ui| {
                for (value, label, spoken) in choices {
                    let name = format!("{name}: {spoken}");
                    if segment(ui, tokens, &name, label, *value == chosen).clicked() {
                        clicked = Some(*value);
                    }
                }
            };
            // On a narrow page it takes two rows; the right end of a bar has but one.
            if ui.layout().prefer_right_to_left() {
                ui.horizontal(row);
            } else {
                ui.horizontal_wrapped(row);
            }
        });
    clicked
}

/// The same choices in a menu, where there is no room for a row of them.
pub fn one_of<T: Copy + PartialEq>(
    ui: &mut Ui,
    name: &str,
    chosen: T,
    choices: &[(T, &str)],
) -> Option<T> {
    let mut clicked = None;
    let shown = choices.iter().find(|(value, _)| *value == chosen);
    let shown = shown.map_or("", |(_, label)| label);
    let menu = ui.menu_button(format!("{shown}  {}", icons::CARET_DOWN), |ui| {
        for (value, label) in choices {
            if ui.radio(*value == chosen, *label).clicked() {
                clicked = Some(*value);
                ui.close();
            }
        }
    });
    menu.response
        .widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{name}: {shown}")));
    clicked
}

fn segment(ui: &mut Ui, tokens: &Tokens, name: &str, label: &str, chosen: bool) -> Response {
    let (fill, ink) = if chosen {
        (tokens.ink, tokens.paper)
    } else {
        (tokens.paper, tokens.ink)
    };
    let text = RichText::new(label)
        .font(Face::Text.at(size::BODY))
        .color(ink);
    let button = egui::Button::new(text)
        .fill(fill)
        .stroke(egui::Stroke::NONE)
        .corner_radius(CornerRadius::same(radius::SMALL))
        .min_size(vec2(TARGET + space::SMALL, TARGET - 4.0));
    let response = ui.add(button);
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, chosen, name));
    focus_ring(ui, tokens, &response);
    response
}

/// Shows that a control with colours of its own has the focus.
pub fn focus_ring(ui: &Ui, tokens: &Tokens, response: &Response) {
    if response.has_focus() {
        let stroke = egui::Stroke::new(2.0, tokens.accent);
        ui.painter().rect_stroke(
            response.rect,
            CornerRadius::same(radius::SMALL),
            stroke,
            egui::StrokeKind::Inside,
        );
    }
}

/// The gap between tabs: as wide as the row allows, so that a narrow panel keeps them in one row.
fn gap_of_tabs<'a>(ui: &Ui, labels: impl ExactSizeIterator<Item = &'a str>) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "few tabs")]
    let gaps = labels.len().saturating_sub(1).max(1) as f32;
    let ink = ui.visuals().text_color();
    let width: f32 = labels
        .map(|label| {
            let font = Face::Strong.at(size::BODY);
            let galley = ui.painter().layout_no_wrap(label.to_owned(), font, ink);
            galley.size().x
        })
        .sum();
    ((ui.available_width() - width) / gaps)
        .floor()
        .clamp(space::SMALL, space::LARGE)
}

/// A row of tabs, the open one underlined; returns the one that was clicked.
pub fn tabs<T: Copy + PartialEq>(
    ui: &mut Ui,
    tokens: &Tokens,
    open: T,
    choices: &[(T, &str)],
) -> Option<T> {
    let mut clicked = None;
    let gap = gap_of_tabs(ui, choices.iter().map(|(_, label)| *label));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(gap, 0.0);
        for (value, label) in choices {
            let is_open = *value == open;
            let ink = if is_open { tokens.ink } else { tokens.ink_soft };
            let face = if is_open { Face::Strong } else { Face::Text };
            let text = RichText::new(*label).font(face.at(size::BODY)).color(ink);
            let response = ui.add(
                egui::Button::new(text)
                    .frame(false)
                    .min_size(vec2(0.0, TARGET)),
            );
            response.widget_info(|| WidgetInfo::selected(Role::Tab, true, is_open, *label));
            if is_open {
                let rect = response.rect;
                ui.painter().hline(
                    rect.x_range(),
                    rect.bottom() - 1.0,
                    egui::Stroke::new(2.0, tokens.accent),
                );
            }
            focus_ring(ui, tokens, &response);
            if response.clicked() {
                clicked = Some(*value);
            }
        }
    });
    clicked
}
