//! The years without a number, a faint lane a quantity, on the years of the plot above.

use egui::{Id, Rect, Role, Sense, Ui, WidgetInfo, vec2};
use egui_plot::PlotTransform;

use crate::scene::charts::Trade;
use crate::text::Key;

use super::super::app::Desk;
use super::super::tokens::{radius, space};
use super::super::widgets::heading;
use super::layout::Form;
use super::{marks, plot};

/// From one lane to the next, in points.
const LANE: f32 = 13.0;
/// The height of a band in its lane, in points.
const BAND: f32 = 7.0;

/// Draws the lanes of the quantities that are shown.
pub fn lanes_ui(
    ui: &mut Ui,
    desk: &Desk<'_>,
    trade: &Trade,
    shown: &impl Fn(usize) -> bool,
    years: &PlotTransform,
) {
    let tokens = desk.tokens;
    let is_told = |index: usize| shown(index) && !trade.quantities[index].silences.is_empty();
    let lanes = || {
        trade
            .quantities
            .iter()
            .enumerate()
            .filter(|(index, _)| is_told(*index))
    };
    let count = u8::try_from(lanes().count()).unwrap_or(u8::MAX);
    if count == 0 {
        return;
    }
    ui.add_space(space::TINY);
    heading::small(ui, tokens, desk.texts.get(Key::GapYears));
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
        let color = marks::color(tokens, index);
        let name = plot::gutter(years.frame(), y);
        painter.hline(
            years.frame().x_range(),
            y,
            egui::Stroke::new(1.0, tokens.hairline),
        );
        for (number, silence) in quantity.silences.iter().enumerate() {
            let [left, right] = plot::year_span(years, silence.from, silence.to);
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
            index,
            Form {
                is_small: true,
                ..Form::PLAIN
            },
        );
        y += LANE;
    }
}
