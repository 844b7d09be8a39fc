//! One figure of a chart: hover, focus, click, and what it says.

use egui::{CursorIcon, Id, Painter, Role, Sense, Stroke, Ui, WidgetInfo};

use crate::scene::charts::{Figure, Quantity};
use crate::state::Command;
use crate::text::Key;

use super::super::app::Desk;
use super::super::tokens::space;
use super::super::widgets::heading;
use super::{focus_ring, layout};

/// Hover, focus and click of one figure, and its name for those who do not see it.
pub fn figure_ui(
    ui: &Ui,
    desk: &mut Desk<'_>,
    quantity: &Quantity,
    figure: &Figure,
    mark: &layout::Placed,
    painter: &Painter,
) {
    let id = Id::unique(("figure", &quantity.name)).with(mark.figure);
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
    response.on_hover_ui(|ui| tooltip_ui(ui, desk, quantity, figure));
}

fn tooltip_ui(ui: &mut Ui, desk: &Desk<'_>, quantity: &Quantity, figure: &Figure) {
    let (tokens, texts) = (desk.tokens, desk.texts);
    ui.set_max_width(300.0);
    heading::small(ui, tokens, &quantity.name);
    heading::small(ui, tokens, &figure.year_text);
    heading::title(ui, tokens, &figure.text);
    heading::small(ui, tokens, &quantity.unit);
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
    let sources = figure.sources.iter().map(|source| &source.text);
    for source in sources.chain(&figure.own_source) {
        heading::small(ui, tokens, &named(Key::Source, source));
    }
}
