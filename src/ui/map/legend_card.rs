//! The legend: what the colours and patterns on the map now stand for, how often, and where.

use std::sync::Arc;

use egui::text::{LayoutJob, TextWrapping};
use egui::{
    Color32, CursorIcon, Galley, Id, Painter, Pos2, Rect, Role, Sense, Ui, Vec2, WidgetInfo, pos2,
    vec2,
};

use crate::model::control::EpochIx;
use crate::model::date::Day;
use crate::model::language::Language;
use crate::scene::ground::Ground;
use crate::scene::legend::{self, Entry, Legend};
use crate::scene::map::Pattern;
use crate::state::Command;
use crate::state::view_state::{Highlight, Layer, Look, View as Whose};
use crate::text::Key;

use super::super::app::Desk;
use super::super::fonts::Face;
use super::super::memo::Memo;
use super::super::tokens::{radius, size, space};
use super::super::widgets::segmented::focus_ring;
use super::furniture::card;
use super::layers::View;
use super::patterns::Patterns;
use super::towns;

const ROW: f32 = 19.0;
const SWATCH: f32 = 14.0;
/// The least rows that a legend which cannot show all has.
const LEAST_ROWS: usize = 3;
/// Between the swatch and the text, in points.
const GAP: f32 = 8.0;
/// Between the text and its count, in points.
const BEFORE_COUNT: f32 = 14.0;
/// Between the rim of the card and the rows, in points.
const MARGIN: Vec2 = vec2(12.0, 8.0);

/// A text in one line, cut off with a sign at a width.
fn shortened(
    painter: &Painter,
    text: String,
    size: f32,
    color: Color32,
    widest: f32,
) -> Arc<Galley> {
    let mut job = LayoutJob::simple_singleline(text, Face::Text.at(size), color);
    job.wrap = TextWrapping::truncate_at_width(widest);
    painter.layout_job(job)
}

/// What decides the texts of the legend.
type LegendKey = (Vec<(Whose, EpochIx)>, Language, bool, Vec<bool>);

/// The maps that are explained: whose views of which days.
fn maps(desk: &Desk<'_>) -> Vec<(Whose, Day)> {
    let state = desk.state;
    if state.side_by_side {
        return vec![(Whose::Japan, state.date), (Whose::Russia, state.date)];
    }
    let other = state.compare.map(|compare| (state.view, compare.with));
    // From left to right.
    other
        .into_iter()
        .chain(std::iter::once((state.view, state.date)))
        .collect()
}

fn legend_key(desk: &Desk<'_>, maps: &[(Whose, Day)], visible: Vec<bool>) -> LegendKey {
    let epochs = maps
        .iter()
        .map(|(view, day)| (*view, desk.atlas.epoch_at(*day)));
    (
        epochs.collect(),
        desk.language,
        desk.state.layers.has(Layer::Claims),
        visible,
    )
}

/// The legend's texts, made anew when the map's colours change.
#[derive(Default)]
pub struct LegendCard {
    legend: Memo<LegendKey, Legend>,
    rows: Vec<[Arc<Galley>; 2]>,
    /// The lines there is no room for, told where the pointer rests.
    hidden: Vec<String>,
}

impl LegendCard {
    /// Lays out the texts for this frame, in lines no wider than a width and a card no higher than a
    /// height; the size of the card, which is nothing where there is no room.
    pub fn layout(
        &mut self,
        ui: &Ui,
        ground: &Ground,
        desk: &Desk<'_>,
        view: View,
        [widest, highest]: [f32; 2],
    ) -> Vec2 {
        let visible = ground.visible_territories(
            &view.camera.visible(view.viewport()),
            desk.atlas.territories.len(),
        );
        let maps = maps(desk);
        let legend = self.legend.get(legend_key(desk, &maps, visible), |key| {
            let (_, language, with_claims, visible) = key;
            legend::legend(desk.atlas, &maps, *language, *with_claims, visible)
        });
        let painter = ui.painter();
        let tokens = desk.tokens;
        let legend_lines: Vec<String> = entries(legend)
            .map(|entry| format!("{}: {}", entry.text, entry.count_text()))
            .collect();
        self.rows = entries(legend)
            .map(|entry| {
                let count = entry.count_text();
                [
                    (entry.text.clone(), size::LABEL, tokens.ink),
                    (count, size::SMALL, tokens.ink_soft),
                ]
                .map(|(text, size, color)| shortened(painter, text, size, color, widest))
            })
            .collect();
        self.hide(legend_lines, highest);
        if let Some(more) = self.more().filter(|_| !self.rows.is_empty()) {
            let font = Face::Text.at(size::LABEL);
            let more = painter.layout_no_wrap(more, font.clone(), tokens.ink_soft);
            let none = painter.layout_no_wrap(String::new(), font, tokens.ink_soft);
            self.rows.push([more, none]);
        }
        if self.rows.is_empty() {
            return Vec2::ZERO;
        }
        let column = |index: usize| {
            let widths = self.rows.iter().map(|row| row[index].size().x);
            widths.fold(0.0, f32::max)
        };
        let width = SWATCH + GAP + column(0) + BEFORE_COUNT + column(1);
        #[expect(clippy::cast_precision_loss, reason = "a legend has few lines")]
        let height = self.rows.len() as f32 * ROW;
        vec2(width, height) + 2.0 * MARGIN
    }

    /// Keeps as many lines as fit, and remembers the others.
    fn hide(&mut self, mut lines: Vec<String>, highest: f32) {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a card has few lines"
        )]
        let fits = ((highest - 2.0 * MARGIN.y) / ROW).max(0.0) as usize;
        self.hidden.clear();
        if self.rows.len() > fits {
            // One line and the number of the others tell too little for the room they take.
            let shown = if fits < LEAST_ROWS { 0 } else { fits - 1 };
            self.rows.truncate(shown);
            self.hidden = lines.split_off(shown);
        }
    }

    /// How many lines there is no room for.
    fn more(&self) -> Option<String> {
        (!self.hidden.is_empty()).then(|| format!("+{}", self.hidden.len()))
    }

    /// Draws the card; a click on a line lets its places stand out.
    pub fn card_ui(
        &mut self,
        ui: &Ui,
        painter: &Painter,
        desk: &mut Desk<'_>,
        rect: Rect,
        patterns: &Patterns,
    ) {
        let Some(legend) = self.legend.last() else {
            return;
        };
        if self.rows.is_empty() {
            return;
        }
        card(painter, desk, rect);
        let mut at = rect.min + MARGIN;
        let shown = self.rows.len() - usize::from(!self.hidden.is_empty());
        for (entry, [text, count]) in entries(legend).zip(&self.rows[..shown]) {
            let row = Rect::from_min_size(at, vec2(rect.width() - 2.0 * MARGIN.x, ROW));
            row_ui(ui, painter, desk, entry, row);
            let square =
                Rect::from_min_size(at + vec2(0.0, (ROW - SWATCH) / 2.0), vec2(SWATCH, SWATCH));
            paint_swatch(painter, desk, entry, square, patterns);
            let middle = |galley: &Galley| at.y + (ROW - galley.size().y) / 2.0;
            let right = pos2(row.right() - count.size().x, middle(count));
            painter.galley(right, Arc::clone(count), desk.tokens.ink_soft);
            let left = pos2(square.right() + GAP, middle(text));
            painter.galley(left, Arc::clone(text), desk.tokens.ink);
            at.y += ROW;
        }
        if let (Some(more), Some([text, _])) = (self.more(), self.rows.last()) {
            let row = Rect::from_min_size(at, vec2(rect.width() - 2.0 * MARGIN.x, ROW));
            painter.galley(at, Arc::clone(text), desk.tokens.ink_soft);
            let response = ui.interact(row, Id::unique("rest of the legend"), Sense::hover());
            let told = self.hidden.join("\n");
            let spoken = self.hidden.join("; ");
            response.widget_info(|| {
                WidgetInfo::labeled(Role::Label, true, format!("{more}: {spoken}"))
            });
            response.on_hover_text(told);
        }
    }
}

/// Where a legend of a size stands: at the left below, or under the banner where a preset shows the four
/// islands in that corner. A map that is moved by hand keeps its legend where it is used to be.
pub(super) fn place(
    ground: &Ground,
    desk: &Desk<'_>,
    view: View,
    (banner, size, is_halved): (Rect, Vec2, bool),
) -> Rect {
    /// The room of the tag that names one of two maps, in points.
    const TAG: f32 = 46.0;
    let map = view.rect;
    let margin = space::MEDIUM;
    let low = pos2(map.left() + margin, map.bottom() - margin - size.y);
    let low = Rect::from_min_size(low, size);
    let tag = if is_halved { TAG } else { 0.0 };
    let high = pos2(map.left() + margin, banner.bottom() + margin + tag);
    let high = Rect::from_min_size(high, size);
    let disputed = desk.atlas.territories().filter(|(_, it)| it.disputed);
    let islands: Vec<Pos2> = disputed
        .map(|(_, it)| view.screen(ground.projection.project(it.label)))
        .collect();
    let hides = |card: Rect| islands.iter().any(|at| card.expand(margin).contains(*at));
    let is_preset = matches!(desk.state.look, Look::At(_));
    let fits = high.bottom() < map.bottom() - margin;
    if is_preset && fits && hides(low) && !hides(high) {
        high
    } else {
        low
    }
}

fn entries(legend: &Legend) -> impl Iterator<Item = &Entry> {
    legend
        .holders
        .iter()
        .chain(&legend.kinds)
        .chain(&legend.towns)
        .chain(&legend.claims)
}

/// What a line does and says.
fn row_ui(ui: &Ui, painter: &Painter, desk: &mut Desk<'_>, entry: &Entry, row: Rect) {
    let tokens = desk.tokens;
    let chosen = desk.state.highlight == Some(entry.about);
    let sense = if desk.has_controls {
        Sense::click()
    } else {
        Sense::hover()
    };
    let response = ui.interact(row, Id::unique("legend").with(&entry.text), sense);
    let spoken = format!("{}: {}", entry.text, entry.count_text());
    if !desk.has_controls {
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
        return;
    }
    response.widget_info(|| WidgetInfo::selected(Role::Switch, true, chosen, &spoken));
    if chosen || response.hovered() {
        painter.rect_filled(row.expand2(vec2(5.0, 0.0)), radius::SMALL, tokens.note);
    }
    focus_ring(ui, tokens, &response);
    if response.clicked() {
        desk.send(Command::Highlight(Some(entry.about)));
    }
    response
        .on_hover_cursor(CursorIcon::PointingHand)
        .on_hover_text(desk.texts.get(Key::LegendHint));
}

fn paint_swatch(
    painter: &Painter,
    desk: &Desk<'_>,
    entry: &Entry,
    square: Rect,
    patterns: &Patterns,
) {
    let tokens = desk.tokens;
    if entry.about == Highlight::Towns {
        towns::paint_dot(painter, tokens, square.center(), tokens.ink_soft);
        return;
    }
    let (base, line) = match entry.fill.pattern {
        Pattern::Plain => (tokens.shade(entry.fill.shade), Color32::TRANSPARENT),
        Pattern::Claim => (tokens.land, tokens.shade(entry.fill.shade)),
        _ => (
            tokens.ink_soft.lerp_to_gamma(tokens.land, 0.35),
            tokens.raised,
        ),
    };
    painter.rect_filled(square, 2, base);
    if let Some(shape) = patterns.rect_shape(entry.fill.pattern, square, line) {
        painter.add(shape);
    }
}
