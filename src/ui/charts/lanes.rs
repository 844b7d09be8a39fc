//! The years without a number, a faint lane a quantity, on the years of the plot above.

use egui::{Id, Rect, Role, Sense, Ui, WidgetInfo, vec2};
use egui_plot::PlotTransform;

use crate::scene::charts::{Form, Origin, Quantity, Sheet};
use crate::text::Key;

use super::super::app::Desk;
use super::super::tokens::{radius, size, space};
use super::super::widgets::heading;
use super::{marks, plot};

/// From one lane to the next, in points.
const LANE: f32 = 13.0;
/// The height of a band in its lane, in points.
const BAND: f32 = 7.0;

/// How high the lanes are with their heading, in points.
pub fn height(sheet: &Sheet, shown: &impl Fn(usize) -> bool) -> f32 {
    let count = u8::try_from(lanes(sheet, shown).count()).unwrap_or(u8::MAX);
    if count == 0 {
        return 0.0;
    }
    LANE * f32::from(count) + size::SMALL + 3.0 * space::TINY
}

/// The quantities with a lane; two shares of one survey have the same silences, told once.
fn lanes<'a>(
    sheet: &'a Sheet,
    shown: &'a impl Fn(usize) -> bool,
) -> impl Iterator<Item = (usize, &'a Quantity)> {
    let told = move |index: usize| shown(index) && !sheet.quantities[index].silences.is_empty();
    let all = sheet.quantities.iter().enumerate();
    all.filter(move |(index, quantity)| {
        let before = index.checked_sub(1).filter(|before| told(*before));
        told(*index) && before.is_none_or(|before| sheet.quantities[before].id != quantity.id)
    })
}

/// Draws the lanes of the quantities that are shown.
pub fn lanes_ui(
    ui: &mut Ui,
    desk: &Desk<'_>,
    sheet: &Sheet,
    shown: &impl Fn(usize) -> bool,
    years: &PlotTransform,
) {
    let tokens = desk.tokens;
    let lanes = || lanes(sheet, shown);
    let count = u8::try_from(lanes().count()).unwrap_or(u8::MAX);
    if count == 0 {
        return;
    }
    ui.add_space(space::TINY);
    let is_of_texts = |quantity: &Quantity| quantity.origin == Origin::Texts;
    let title = if lanes().all(|(_, quantity)| is_of_texts(quantity)) {
        Key::GapYears
    } else {
        Key::GapYearsBeyond
    };
    heading::small(ui, tokens, desk.texts.get(title));
    let (rect, _) = ui.allocate_exact_size(
        vec2(ui.available_width(), LANE * f32::from(count)),
        Sense::hover(),
    );
    if !ui.is_rect_visible(rect) {
        return;
    }
    let painter = ui.painter_at(rect);
    let mut y = rect.top() + LANE / 2.0;
    for (index, quantity) in lanes() {
        let color = marks::color(tokens, quantity.look);
        let name = plot::gutter(years.frame(), y);
        painter.hline(
            years.frame().x_range(),
            y,
            egui::Stroke::new(1.0, tokens.hairline),
        );
        for (number, silence) in quantity.silences.iter().enumerate() {
            let [left, right] = plot::year_span(years, silence.from, silence.to);
            let frame = years.frame();
            let (left, right) = (left.max(frame.left()), right.min(frame.right()));
            if right - left < 3.0 {
                continue;
            }
            let band =
                Rect::from_x_y_ranges(left + 1.0..=right - 1.0, y - BAND / 2.0..=y + BAND / 2.0);
            painter.rect_filled(band, radius::SMALL, tokens.paper);
            painter.rect_filled(band, radius::SMALL, color.gamma_multiply(0.3));
            let id = Id::unique("silence").with((index, number));
            let reach = vec2(band.width(), LANE);
            let response = ui.interact(
                Rect::from_center_size(band.center(), reach),
                id,
                Sense::hover(),
            );
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &silence.spoken));
            response.on_hover_text(&silence.spoken);
        }
        marks::paint_mark(
            &painter,
            tokens,
            name,
            quantity.look,
            if is_of_texts(quantity) {
                Form {
                    is_small: true,
                    ..Form::PLAIN
                }
            } else {
                Form::BEYOND
            },
        );
        y += LANE;
    }
}
