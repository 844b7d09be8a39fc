//! A list of rows of differing heights of which only those in sight are drawn.

use std::collections::HashMap;
use std::hash::Hash;

use egui::{Rect, ScrollArea, Ui, UiBuilder, vec2};

/// How much beyond the edges is drawn, in points, so that the keyboard can reach the next row.
const OVERSCAN: f32 = 80.0;
/// The height of a row that was never drawn, in points.
const ESTIMATE: f32 = 44.0;

/// Remembers how high each row turned out, by its key.
#[derive(Debug)]
pub struct VirtualList<K> {
    heights: HashMap<K, f32>,
    width: f32,
    /// The row to bring to the top of the list.
    go_to: Option<K>,
}

impl<K> Default for VirtualList<K> {
    fn default() -> Self {
        Self {
            heights: HashMap::new(),
            width: 0.0,
            go_to: None,
        }
    }
}

impl<K: Copy + Eq + Hash + std::fmt::Debug> VirtualList<K> {
    /// Forgets all heights: the texts of the rows have changed.
    pub fn forget(&mut self) {
        self.heights.clear();
    }

    /// Brings a row to the top when the list is drawn next.
    pub fn go_to(&mut self, row: K) {
        self.go_to = Some(row);
    }

    fn height(&self, row: K) -> f32 {
        self.heights.get(&row).copied().unwrap_or(ESTIMATE)
    }

    /// Draws the rows in sight. Every row must have a key of its own.
    pub fn show(&mut self, ui: &mut Ui, rows: &[K], mut draw: impl FnMut(&mut Ui, K)) {
        let width = ui.available_width();
        if (width - self.width).abs() > 0.5 {
            self.width = width;
            self.heights.clear();
        }
        let mut area = ScrollArea::vertical().auto_shrink(false);
        // The end of the list may have been nearer before: nothing must spring back to it.
        ui.spacing_mut().scroll.kinetic.rubber_band = false;
        let total: f32 = rows.iter().map(|row| self.height(*row)).sum();
        if let Some(target) = self.go_to {
            let above = rows.iter().take_while(|row| **row != target);
            let last = (total - ui.available_height()).max(0.0);
            let offset: f32 = above.map(|row| self.height(*row)).sum();
            area = area.vertical_scroll_offset(offset.min(last));
        }
        let mut settled = true;
        let mut drawn_at = 0.0;
        let output = area.show_viewport(ui, |ui, viewport| {
            drawn_at = viewport.top();
            ui.set_height(total);
            let origin = ui.max_rect().min;
            let spacing = ui.spacing().item_spacing.y;
            let mut top = 0.0;
            for row in rows {
                let height = self.height(*row);
                let in_sight = top + height >= viewport.top() - OVERSCAN
                    && top <= viewport.bottom() + OVERSCAN;
                if in_sight {
                    let room = Rect::from_min_size(
                        origin + vec2(0.0, top),
                        vec2(ui.available_width(), height),
                    );
                    let builder = UiBuilder::new().max_rect(room).id_salt(row);
                    let drawn = ui
                        .scope_builder(builder, |ui| draw(ui, *row))
                        .response
                        .rect
                        .height()
                        + spacing;
                    settled &= (drawn - height).abs() < 0.5;
                    self.heights.insert(*row, drawn);
                }
                top += height;
            }
            super::focus::follow(ui);
        });
        // A target is aimed at again until the rows around it have found their heights.
        if !settled {
            ui.ctx().request_discard("rows have found their heights");
        } else if (output.state.clamped_offset().y - drawn_at).abs() < 1.0 {
            self.go_to = None;
        } else if self.go_to.is_some() {
            ui.ctx().request_repaint();
        }
    }
}
