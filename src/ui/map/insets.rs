//! The insets: sheets of the Kurils beside each other, and the frames that show where they lie.

use egui::{
    Align2, CursorIcon, Id, Painter, Pos2, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, vec2,
};

use crate::geometry::Camera;
use crate::scene::ground::Ground;
use crate::scene::insets::{Insets, Sheet};
use crate::state::Command;
use crate::state::view_state::{Layer, Preset};

use super::super::app::Desk;
use super::super::fonts::Face;
use super::super::tokens::{radius, size, space};
use super::furniture::{SCALE_ROOM, scale_bar};
use super::interact::{focus_frame, territory_at, tooltip_ui};
use super::labels::LabelCache;
use super::layers::{Layers, Scene, View};
use super::patterns::Patterns;

/// Where the title of a sheet stands, from its corner.
const TITLE: Vec2 = vec2(7.0, 2.0);
/// The greatest length of the scale bar of the insets, in points.
const SCALE_BAR: f32 = 30.0;

/// Where the insets of a map stand.
#[derive(Clone, Copy)]
pub struct InsetBox {
    insets: Insets,
    /// The right lower corner of them all.
    corner: Pos2,
}

impl InsetBox {
    /// The insets of a map, in its lower right corner; none where the islands are large enough.
    pub fn of(ground: &Ground, view: View) -> Option<Self> {
        let map = [view.rect.width(), view.rect.height()];
        let scale = view.camera.km_per_point;
        let insets = Insets::of(map, &view.seen(), scale, &ground.projection)?;
        let corner = view.rect.max - vec2(space::MEDIUM, space::MEDIUM);
        let corner = corner.round();
        Some(Self { insets, corner })
    }

    /// What the sheets cover.
    pub fn rects(self) -> impl Iterator<Item = Rect> {
        let Self { insets, corner } = self;
        insets.sheets().map(move |(_, corners)| {
            let [min, max] = corners.map(|point| corner + Vec2::from(point));
            Rect::from_min_max(min, max)
        })
    }

    /// The sheets and their cameras.
    fn views(self, pixels_per_point: f32) -> impl Iterator<Item = (Sheet, View)> {
        let km_per_point = self.insets.km_per_point;
        let sheets = self.insets.sheets().zip(self.rects());
        sheets.map(move |((sheet, _), rect)| {
            let camera = Camera {
                center_km: sheet.bounds().center(),
                km_per_point,
            };
            let view = View {
                rect,
                camera,
                pixels_per_point,
            };
            (sheet, view)
        })
    }

    /// Frames on the map around what the sheets show.
    pub fn paint_frames(self, painter: &Painter, desk: &Desk<'_>, map: View) {
        let stroke = Stroke::new(1.0, desk.tokens.label.gamma_multiply(0.6));
        for (_, view) in self.views(map.pixels_per_point) {
            let seen = view.seen();
            let frame = Rect::from_two_pos(map.screen(seen.min), map.screen(seen.max));
            painter.rect_stroke(frame, 0, stroke, StrokeKind::Middle);
        }
    }
}

/// The caches of the insets of one map.
pub struct InsetCaches {
    sheets: [(Layers, LabelCache); Sheet::ALL.len()],
}

impl Default for InsetCaches {
    fn default() -> Self {
        let sheet = || (Layers::of_inset(), LabelCache::default());
        Self {
            sheets: std::array::from_fn(|_| sheet()),
        }
    }
}

impl InsetCaches {
    /// Lets the names be placed anew.
    pub fn forget_names(&mut self) {
        for (_, names) in &mut self.sheets {
            names.forget();
        }
    }

    /// Draws names as text, for print.
    pub fn draw_vectors(&mut self) {
        for (_, names) in &mut self.sheets {
            names.as_vectors = true;
        }
    }

    /// Whether the sheets show letters where they no longer are.
    pub fn is_outgrown(&self, painter: &Painter) -> bool {
        self.sheets
            .iter()
            .any(|(_, names)| names.is_outgrown(painter))
    }

    /// Draws the insets and answers to clicks on them.
    pub fn insets_ui(
        &mut self,
        ui: &mut Ui,
        ground: &Ground,
        desk: &mut Desk<'_>,
        how: (&Scene, &Patterns),
        inset: InsetBox,
        pane: usize,
    ) {
        let rim = Stroke::new(1.5, desk.tokens.rim);
        let pixels_per_point = ui.ctx().pixels_per_point();
        for (sheet, caches) in inset.views(pixels_per_point).zip(&mut self.sheets) {
            paint_sheet(ui, ground, desk, how, sheet, caches);
            sheet_ui(ui, ground, desk, sheet, pane);
        }
        for rect in inset.rects() {
            ui.painter()
                .rect_stroke(rect, radius::SMALL, rim, StrokeKind::Middle);
        }
    }
}

fn paint_sheet(
    ui: &Ui,
    ground: &Ground,
    desk: &Desk<'_>,
    (scene, patterns): (&Scene, &Patterns),
    (sheet, view): (Sheet, View),
    (layers, names): &mut (Layers, LabelCache),
) {
    let tokens = desk.tokens;
    let painter = ui.painter_at(view.rect);
    layers.paint(&painter, ground, desk, scene, view, patterns);
    let font = Face::Text.at(size::SMALL);
    let title = desk.texts.get(sheet.title()).to_owned();
    let title = painter.layout_no_wrap(title, font, tokens.sea_ink);
    let room = view.rect.shrink2(TITLE);
    // The corner that the islands leave free.
    let align = match sheet {
        Sheet::South | Sheet::Central => Align2::LEFT_TOP,
        Sheet::North => Align2::RIGHT_BOTTOM,
    };
    let place = align.align_size_within_rect(title.size(), room);
    painter.galley(place.min, title, tokens.sea_ink);
    let mut taken = vec![place];
    if sheet == Sheet::Central {
        let bar = view.rect.right_bottom() - vec2(SCALE_BAR + SCALE_ROOM, space::SMALL);
        scale_bar(&painter, ground, desk, view, (bar, SCALE_BAR));
        let top = bar - vec2(0.0, space::MEDIUM);
        taken.push(Rect::from_min_max(top, view.rect.max));
    }
    if desk.state.layers.has(Layer::Names) {
        names.paint_inset(&painter, ground, desk, (scene, sheet), view, &taken);
    }
}

/// A click on a sheet looks at its islands; a click on an island chooses it.
fn sheet_ui(
    ui: &mut Ui,
    ground: &Ground,
    desk: &mut Desk<'_>,
    (sheet, view): (Sheet, View),
    pane: usize,
) {
    let id = Id::unique("inset").with((pane, sheet as u8));
    let response = ui.interact(view.rect, id, Sense::click());
    let title = desk.texts.get(sheet.title());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, title));
    focus_frame(ui, desk, view, &response);
    let pointer = response.hover_pos();
    let territory = pointer.and_then(|pointer| territory_at(ground, view, pointer));
    if response.clicked() {
        desk.send(match (territory, sheet) {
            (Some(territory), _) => Command::Select(Some(territory)),
            (None, Sheet::South) => Command::Look(Preset::FourIslands),
            (None, Sheet::Central | Sheet::North) => Command::LookAt(sheet.bounds()),
        });
    }
    if let Some(territory) = territory.filter(|_| !desk.state.asks_place()) {
        response
            .on_hover_cursor(CursorIcon::PointingHand)
            .on_hover_ui_at_pointer(|ui| tooltip_ui(ui, desk, territory));
    }
}
