//! A chart over the years: axes and grid of `egui_plot`, and on them the marks.

use egui::{
    Align2, CursorIcon, Id, Painter, PointerButton, Pos2, Rect, Response, Role, Sense, Stroke, Ui,
    WidgetInfo, pos2,
};
use egui_plot::{AxisHints, GridMark, Plot, PlotPoint, PlotTransform};

use crate::dataset::Atlas;
use crate::model::date::Day;
use crate::scene::charts::axes::{Axes, Window, multiples, step};
use crate::scene::charts::{Sheet, position};
use crate::scene::timeline::tracks::Stage;
use crate::state::Command;

use super::super::app::Desk;
use super::super::fonts::Face;
use super::super::tokens::{Tokens, size};
use super::figure::figure_ui;
use super::{layout, marks};

/// Room for the labels of the value axis, in points.
pub const GUTTER: f32 = 30.0;
/// The same where numbers have four digits and more.
const WIDE_GUTTER: f32 = 58.0;
/// Room for the labels of the years, in points.
const YEARS_HEIGHT: f32 = 18.0;
/// The least room of a label of a year, in points.
const YEAR_ROOM: f32 = 40.0;
/// The least room between two lines of the grid, in points.
const LINE_ROOM: f32 = 26.0;
/// The height of the strip that names relations, in points.
const STRIP: f32 = 12.0;

/// What is drawn, and how much of it.
pub struct Chart<'a> {
    pub sheet: &'a Sheet,
    /// How relations stood, behind the figures.
    pub stages: &'a [Stage],
    pub axes: Axes,
    pub window: Window,
    /// Whether the window shows all there is.
    pub is_whole: bool,
    /// What the chart is called.
    pub name: &'a str,
}

/// Draws the chart of the quantities that are shown. Returns where its years lie, and the window
/// that the reader moved to, `None` where it shows all there is.
pub fn plot_ui(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    chart: &Chart<'_>,
    shown: &impl Fn(usize) -> bool,
    height: f32,
) -> (PlotTransform, Option<Window>) {
    let (response, transform) = frame_ui(ui, desk, chart, height);
    let frame = *transform.frame();
    let kept = (!chart.is_whole).then_some(chart.window);
    if !ui.is_rect_visible(frame) {
        return (transform, kept);
    }
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, chart.name));
    let painter = ui.painter_at(frame.expand(2.0));
    stages_ui(ui, desk, chart, &transform, &painter);
    if let Some(zero) = chart.axes.zero() {
        let zero = transform.position_from_point_y(zero);
        painter.hline(
            frame.x_range(),
            zero,
            Stroke::new(1.0, desk.tokens.ink_soft),
        );
    }
    years_ui(ui, desk, &response, &transform, &painter);
    let placed = layout::place(chart.sheet, shown, |year, value| {
        let value = chart.axes.on_axis(value)?;
        Some(transform.position_from_point(&PlotPoint::new(year, value)))
    });
    let inside = ui.painter_at(frame.expand(layout::RADIUS));
    for (look, ends) in layout::joins(chart.sheet, &placed) {
        inside.line_segment(ends, Stroke::new(1.6, marks::color(desk.tokens, look)));
    }
    for mark in &placed {
        marks::paint_whisker(&inside, desk.tokens, mark);
    }
    for mark in &placed {
        marks::paint_mark(&inside, desk.tokens, mark.at, mark.look, mark.form);
    }
    for mark in placed
        .iter()
        .filter(|mark| frame.expand(1.0).contains(mark.at))
    {
        let quantity = &chart.sheet.quantities[mark.quantity];
        let figure = &quantity.figures[mark.figure];
        figure_ui(ui, desk, quantity, figure, mark, &inside);
    }
    let moved = moved(ui, chart, &response, &transform);
    (transform, moved.unwrap_or(kept))
}

/// Axes and grid, with nothing in them.
fn frame_ui(
    ui: &mut Ui,
    desk: &Desk<'_>,
    chart: &Chart<'_>,
    height: f32,
) -> (Response, PlotTransform) {
    let (tokens, language) = (desk.tokens, desk.language);
    let Window {
        years: [left, right],
        values: [bottom, top],
    } = chart.window;
    let axes = chart.axes;
    let gutter = if axes.has_long_numbers() {
        WIDE_GUTTER
    } else {
        GUTTER
    };
    let room = (ui.available_width() - gutter) / YEAR_ROOM;
    let year_step = step(right - left, f64::from(room)).max(1.0);
    let lines = f64::from((height - YEARS_HEIGHT) / LINE_ROOM);
    let line_step = step(top - bottom, lines);
    let shown = Plot::new(("chart", chart.name))
        .height(height)
        .show_background(false)
        .show_x(false)
        .show_y(false)
        .show_grid([false, true])
        .grid_color(tokens.hairline)
        .grid_fade(0.0)
        .grid_spacing(1.0..=2.0)
        .x_grid_spacer(move |_| grid(multiples(left, right, year_step), year_step))
        .y_grid_spacer(move |_| grid(axes.lines([bottom, top], lines), line_step))
        .custom_x_axes(vec![axis(
            AxisHints::new_x(),
            tokens,
            YEARS_HEIGHT,
            |value| {
                // A year has no separator of thousands.
                format!("{value:.0}")
            },
        )])
        .custom_y_axes(vec![axis(
            AxisHints::new_y(),
            tokens,
            gutter,
            move |value| axes.label(value, line_step, language),
        )])
        .allow_zoom(false)
        .allow_drag(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_axis_zoom_drag(false)
        .allow_double_click_reset(false)
        // The keyboard reaches the figures themselves, so the sheet behind them takes no focus.
        .sense(Sense::CLICK | Sense::DRAG)
        .show(ui, |plot| {
            plot.set_plot_bounds_x(left..=right);
            plot.set_plot_bounds_y(bottom..=top);
        });
    (shown.response, shown.transform)
}

/// How relations stood: a faint band behind the figures, and a strip that says it.
fn stages_ui(
    ui: &Ui,
    desk: &Desk<'_>,
    chart: &Chart<'_>,
    transform: &PlotTransform,
    painter: &Painter,
) {
    let frame = *transform.frame();
    for (number, stage) in chart.stages.iter().enumerate() {
        let ends = [stage.from, stage.to]
            .map(|day| transform.position_from_point_x(position(day.plus_days(-1)) + 0.5));
        let (left, right) = (ends[0].max(frame.left()), ends[1].min(frame.right()));
        if right - left < 1.0 {
            continue;
        }
        let color = desk.tokens.relation(stage.score);
        let band = Rect::from_x_y_ranges(left..=right, frame.y_range());
        painter.rect_filled(band, 0, color.gamma_multiply(0.10));
        let strip = band.with_min_y(frame.bottom() - STRIP);
        painter.rect_filled(
            strip.shrink2(egui::vec2(0.5, 0.0)),
            0,
            color.gamma_multiply(0.75),
        );
        let text = format!("{}: {}", stage.when, stage.quality);
        let id = Id::unique(("stage", chart.name)).with(number);
        let response = ui.interact(strip, id, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &text));
        response.on_hover_text(text);
    }
}

fn axis(
    hints: AxisHints<'static>,
    tokens: &Tokens,
    thickness: f32,
    text: impl Fn(f64) -> String + 'static,
) -> AxisHints<'static> {
    hints
        .min_thickness(thickness)
        .label_spacing(1.0..=2.0)
        .tick_label_color(tokens.ink_soft)
        .tick_label_font(Face::Text.at(size::SMALL))
        .formatter(move |mark, _| text(mark.value))
}

fn grid(values: Vec<f64>, step: f64) -> Vec<GridMark> {
    let marks = values.into_iter().map(|value| GridMark {
        value,
        step_size: step,
    });
    marks.collect()
}

/// The date as a line, and the year under the pointer as a ghost; a click or a drag goes there.
fn years_ui(
    ui: &Ui,
    desk: &mut Desk<'_>,
    response: &Response,
    transform: &PlotTransform,
    painter: &Painter,
) {
    let tokens = desk.tokens;
    let (now, at) = (desk.state.date.year(), position(desk.state.date));
    paint_year(painter, transform, at, now, Stroke::new(1.5, tokens.accent));
    let hovered = response
        .hover_pos()
        .or_else(|| response.interact_pointer_pos());
    let Some(hovered) = hovered else {
        return;
    };
    let pointed = transform.value_from_position(hovered).x.round();
    let (first, last) = Atlas::range();
    let mut years = first.year()..=last.year();
    let Some(year) = years.find(|year| (f64::from(*year) - pointed).abs() < 0.5) else {
        return;
    };
    ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
    if year != now {
        let stroke = Stroke::new(1.0, tokens.ink_soft);
        paint_year(painter, transform, f64::from(year), year, stroke);
    }
    let is_drag = response.dragged_by(PointerButton::Primary)
        && !ui.input(|input| input.modifiers.shift)
        && year != now;
    if let Some(date) = Day::new(year, 12, 31).filter(|_| response.clicked() || is_drag) {
        desk.send(Command::SetDate(date));
    }
}

/// What the wheel and a drag with Shift or another button make of the window: `Some(None)` is the
/// whole again.
#[expect(
    clippy::option_option,
    reason = "not moved at all, moved back to the whole, moved elsewhere"
)]
fn moved(
    ui: &Ui,
    chart: &Chart<'_>,
    response: &Response,
    transform: &PlotTransform,
) -> Option<Option<Window>> {
    if response.double_clicked() {
        return Some(None);
    }
    if response.contains_pointer() {
        let zoom = f64::from(ui.input(egui::InputState::zoom_delta));
        let about = response
            .hover_pos()
            .map(|at| transform.value_from_position(at));
        if (zoom - 1.0).abs() > 1e-3 {
            let about = about.map(|about| [about.x, about.y]);
            return Some(chart.axes.zoomed(chart.window, zoom, about));
        }
    }
    let pans = response.dragged_by(PointerButton::Secondary)
        || response.dragged_by(PointerButton::Middle)
        || (response.dragged() && ui.input(|input| input.modifiers.shift));
    if !pans {
        return None;
    }
    let delta = response.drag_delta();
    let per_point = transform.dvalue_dpos();
    let by = [
        -f64::from(delta.x) * per_point[0],
        -f64::from(delta.y) * per_point[1],
    ];
    Some(Some(chart.axes.panned(chart.window, by)))
}

fn paint_year(painter: &Painter, transform: &PlotTransform, at: f64, year: i16, stroke: Stroke) {
    let frame = transform.frame();
    let x = transform.position_from_point_x(at);
    if !frame.x_range().contains(x) {
        return;
    }
    let label = painter.text(
        pos2(x, frame.top()),
        Align2::CENTER_TOP,
        year,
        Face::Strong.at(size::SMALL),
        stroke.color,
    );
    painter.vline(x, label.bottom()..=frame.bottom(), stroke);
}

/// Where a year begins and ends on the screen.
pub fn year_span(transform: &PlotTransform, from: i16, to: i16) -> [f32; 2] {
    [f64::from(from) - 0.5, f64::from(to) + 0.5].map(|year| transform.position_from_point_x(year))
}

/// The left edge of what stands beside the plot, at a height.
pub fn gutter(frame: &Rect, y: f32) -> Pos2 {
    pos2(frame.left() - GUTTER / 2.0, y)
}
