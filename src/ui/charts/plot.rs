//! The trade chart itself: axes and grid of `egui_plot`, and on them the marks.

use egui::{
    Align2, CursorIcon, Id, Painter, Pos2, Rect, Response, Role, Sense, Stroke, Ui, WidgetInfo,
    pos2,
};
use egui_plot::{AxisHints, GridMark, Plot, PlotPoint, PlotTransform};

use crate::model::date::Day;
use crate::model::language::Language;
use crate::scene::charts::{Figure, Quantity, Trade};
use crate::state::Command;
use crate::text::{Key, format};

use super::super::app::Desk;
use super::super::fonts::Face;
use super::super::tokens::{Tokens, size, space};
use super::super::widgets::heading;
use super::{focus_ring, layout, marks};

/// Room for the labels of the value axis, in points.
pub const GUTTER: f32 = 30.0;
/// Room for the labels of the years, in points.
const YEARS_HEIGHT: f32 = 18.0;
/// Years of room before the first and after the last.
const MARGIN_YEARS: f64 = 0.7;
/// The least room of a label of a year, in points.
const YEAR_ROOM: f32 = 40.0;
/// The least room between two lines of the grid, in points.
const LINE_ROOM: f32 = 26.0;

/// Draws the chart of the quantities that are shown and returns where its years lie.
pub fn plot_ui(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    trade: &Trade,
    shown: &impl Fn(usize) -> bool,
    height: f32,
) -> PlotTransform {
    let (response, transform) = frame_ui(ui, desk, trade, height);
    let frame = *transform.frame();
    if !ui.is_rect_visible(frame) {
        return transform;
    }
    let painter = ui.painter_at(frame.expand(2.0));
    let zero = transform.position_from_point_y(0.0);
    painter.hline(
        frame.x_range(),
        zero,
        Stroke::new(1.0, desk.tokens.ink_soft),
    );
    years_ui(ui, desk, trade, &response, &transform, &painter);
    let placed = layout::place(trade, shown, |year, value| {
        transform.position_from_point(&PlotPoint::new(year, value))
    });
    for (quantity, ends) in layout::joins(trade, &placed) {
        painter.line_segment(ends, Stroke::new(1.6, marks::color(desk.tokens, quantity)));
    }
    for mark in &placed {
        marks::paint_whisker(&painter, desk.tokens, mark);
    }
    for mark in &placed {
        marks::paint_mark(&painter, desk.tokens, mark.at, mark.quantity, mark.form);
    }
    for mark in &placed {
        let quantity = &trade.quantities[mark.quantity];
        figure_ui(
            ui,
            desk,
            trade,
            quantity,
            &quantity.figures[mark.figure],
            mark,
            &painter,
        );
    }
    transform
}

/// Axes and grid, with nothing in them: the bounds never move, so that nothing jumps.
fn frame_ui(ui: &mut Ui, desk: &Desk<'_>, trade: &Trade, height: f32) -> (Response, PlotTransform) {
    let (tokens, language) = (desk.tokens, desk.language);
    let [first, last] = trade.years.map(f64::from);
    let (left, right) = (first - MARGIN_YEARS, last + MARGIN_YEARS);
    let (bottom, top) = (trade.values[0] - 0.2, trade.values[1] + 0.6);
    let year_step = step(
        right - left,
        f64::from((ui.available_width() - GUTTER) / YEAR_ROOM),
        &[1.0, 2.0, 5.0, 10.0],
    );
    let line_step = step(
        top - bottom,
        f64::from((height - YEARS_HEIGHT) / LINE_ROOM),
        &[1.0, 2.0, 5.0, 10.0],
    );
    let shown = Plot::new("trade")
        .height(height)
        .show_background(false)
        .show_x(false)
        .show_y(false)
        .show_grid([false, true])
        .grid_color(tokens.hairline)
        .grid_fade(0.0)
        .grid_spacing(1.0..=2.0)
        .x_grid_spacer(move |_| multiples(left, right, year_step))
        .y_grid_spacer(move |_| multiples(bottom, top, line_step))
        .custom_x_axes(vec![axis(
            AxisHints::new_x(),
            tokens,
            YEARS_HEIGHT,
            Language::English,
            0,
        )])
        .custom_y_axes(vec![axis(AxisHints::new_y(), tokens, GUTTER, language, 1)])
        .allow_zoom(false)
        .allow_drag(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_axis_zoom_drag(false)
        .allow_double_click_reset(false)
        // The keyboard reaches the figures themselves, so the sheet behind them takes no focus.
        .sense(Sense::CLICK)
        .show(ui, |plot| {
            plot.set_plot_bounds_x(left..=right);
            plot.set_plot_bounds_y(bottom..=top);
        });
    (shown.response, shown.transform)
}

fn axis(
    hints: AxisHints<'static>,
    tokens: &Tokens,
    thickness: f32,
    language: Language,
    decimals: usize,
) -> AxisHints<'static> {
    hints
        .min_thickness(thickness)
        .label_spacing(1.0..=2.0)
        .tick_label_color(tokens.ink_soft)
        .tick_label_font(Face::Text.at(size::SMALL))
        .formatter(move |mark, _| format::number(language, mark.value, decimals))
}

/// The first of `steps` that cuts `range` into at most `parts`; the last when none does.
fn step(range: f64, parts: f64, steps: &[f64]) -> f64 {
    steps
        .iter()
        .copied()
        .find(|step| range / step <= parts)
        .or(steps.last().copied())
        .unwrap_or(1.0)
}

fn multiples(from: f64, to: f64, step: f64) -> Vec<GridMark> {
    let first = (from / step).ceil() * step;
    let value_of = |number: u32| first + f64::from(number) * step;
    (0..1000)
        .map(value_of)
        .take_while(|value| *value <= to)
        .map(|value| GridMark {
            value,
            step_size: step,
        })
        .collect()
}

/// The year of the date as a line, and the year under the pointer as a ghost; a click goes there.
fn years_ui(
    ui: &Ui,
    desk: &mut Desk<'_>,
    trade: &Trade,
    response: &Response,
    transform: &PlotTransform,
    painter: &Painter,
) {
    let tokens = desk.tokens;
    let [first, last] = trade.years;
    let now = desk.state.date.year();
    if (first..=last).contains(&now) {
        paint_year(painter, transform, now, Stroke::new(1.5, tokens.accent));
    }
    let Some(at) = response.hover_pos() else {
        return;
    };
    let pointed = transform.value_from_position(at).x.round();
    let Some(year) = (first..=last).find(|year| (f64::from(*year) - pointed).abs() < 0.5) else {
        return;
    };
    ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
    if year != now {
        paint_year(painter, transform, year, Stroke::new(1.0, tokens.ink_soft));
    }
    if let Some(date) = Day::new(year, 12, 31).filter(|_| response.clicked()) {
        desk.send(Command::SetDate(date));
    }
}

fn paint_year(painter: &Painter, transform: &PlotTransform, year: i16, stroke: Stroke) {
    let frame = transform.frame();
    let x = transform.position_from_point_x(f64::from(year));
    let label = painter.text(
        pos2(x, frame.top()),
        Align2::CENTER_TOP,
        year,
        Face::Strong.at(size::SMALL),
        stroke.color,
    );
    painter.vline(x, label.bottom()..=frame.bottom(), stroke);
}

/// Hover, focus and click of one figure, and its name for those who do not see it.
fn figure_ui(
    ui: &Ui,
    desk: &mut Desk<'_>,
    trade: &Trade,
    quantity: &Quantity,
    figure: &Figure,
    mark: &layout::Placed,
    painter: &Painter,
) {
    let id = Id::unique("figure").with((mark.quantity, mark.figure));
    let response = ui
        .interact(mark.hit, id, Sense::click())
        .on_hover_cursor(CursorIcon::PointingHand);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &figure.spoken));
    focus_ring(ui, desk, &response);
    if response.clicked() {
        desk.send(Command::SetDate(figure.date));
    }
    if response.hovered() {
        painter.circle_stroke(
            mark.at,
            layout::RADIUS + 5.0,
            Stroke::new(1.5, desk.tokens.accent),
        );
    }
    response.on_hover_ui(|ui| tooltip_ui(ui, desk, trade, quantity, figure));
}

fn tooltip_ui(ui: &mut Ui, desk: &Desk<'_>, trade: &Trade, quantity: &Quantity, figure: &Figure) {
    let (tokens, texts) = (desk.tokens, desk.texts);
    ui.set_max_width(300.0);
    heading::small(ui, tokens, &quantity.name);
    heading::small(ui, tokens, &figure.year_text);
    heading::title(ui, tokens, &figure.text);
    heading::small(ui, tokens, &trade.unit);
    let named = |name: Key, value: &str| {
        texts.fill(
            Key::NamedValue,
            &[("name", texts.get(name)), ("value", value)],
        )
    };
    heading::small(ui, tokens, &named(Key::Limits, &figure.limits));
    if let Some(formula) = &figure.formula {
        heading::small(ui, tokens, &named(Key::Formula, formula));
    }
    if let Some(note) = &figure.note {
        ui.add_space(space::TINY);
        heading::soft(ui, tokens, note);
    }
    ui.add_space(space::TINY);
    for source in &figure.sources {
        heading::small(ui, tokens, &named(Key::Source, &source.text));
    }
}

/// Where a year begins and ends on the screen.
pub fn year_span(transform: &PlotTransform, from: i16, to: i16) -> [f32; 2] {
    [f64::from(from) - 0.5, f64::from(to) + 0.5].map(|year| transform.position_from_point_x(year))
}

/// The left edge of what stands beside the plot, at a height.
pub fn gutter(frame: &Rect, y: f32) -> Pos2 {
    pos2(frame.left() - GUTTER / 2.0, y)
}
