//! The chart of trade with its legend, its notes and its table.

use std::collections::BTreeSet;

use egui::Ui;

use crate::scene::charts::Trade;
use crate::text::Key;

use super::super::app::Desk;
use super::super::details::sources_ui;
use super::super::tokens::space;
use super::super::widgets::heading;
use super::{lanes, legend, plot, table, title_ui};

/// What stands around the plot when it has the screen for itself, in points.
const AROUND: f32 = 330.0;
/// The plot is as high as this share of its width, within limits.
const ASPECT: f32 = 0.78;

/// What the reader chose of the chart of trade.
#[derive(Default)]
pub struct TradeView {
    /// The quantities that are switched off.
    hidden: BTreeSet<usize>,
    as_table: bool,
}

impl TradeView {
    /// Draws the chart; `screen` is the height of what is seen at once, in points.
    pub fn trade_ui(&mut self, ui: &mut Ui, desk: &mut Desk<'_>, trade: &Trade, screen: f32) {
        let tokens = desk.tokens;
        title_ui(
            ui,
            desk,
            desk.texts.get(Key::TradeTitle),
            &mut self.as_table,
        );
        heading::small(ui, tokens, &trade.unit);
        if self.as_table {
            table::trade_ui(ui, desk, trade);
        } else {
            self.chart_ui(ui, desk, trade, screen);
        }
        ui.add_space(space::SMALL);
        heading::soft(ui, tokens, desk.texts.get(Key::TradeNote));
        sources_ui(ui, desk, &trade.sources);
    }

    fn chart_ui(&mut self, ui: &mut Ui, desk: &mut Desk<'_>, trade: &Trade, screen: f32) {
        let shown = |index: usize| !self.hidden.contains(&index);
        ui.add_space(space::TINY);
        let switched = legend::switches_ui(ui, desk, trade, &shown);
        ui.add_space(space::TINY);
        let height = (ui.available_width() * ASPECT).clamp(230.0, (screen - AROUND).max(260.0));
        let years = plot::plot_ui(ui, desk, trade, &shown, height);
        lanes::lanes_ui(ui, desk, trade, &shown, &years);
        ui.add_space(space::SMALL);
        legend::key_ui(ui, desk, trade);
        for unsaid in &trade.unsaid {
            ui.add_space(space::SMALL);
            heading::soft(ui, desk.tokens, unsaid);
        }
        if let Some(index) = switched
            && !self.hidden.remove(&index)
        {
            self.hidden.insert(index);
        }
    }
}
