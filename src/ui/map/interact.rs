//! Pointing at the map: drag, wheel, hover, click, and the way there by keyboard and screen reader.

use egui::{CursorIcon, Id, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use crate::model::place::TerritoryIx;
use crate::scene::ground::Ground;
use crate::scene::map;
use crate::state::Command;
use crate::text::{Key, format};

use super::super::app::Desk;
use super::super::tokens::{TARGET, radius, size};
use super::super::widgets::heading;
use super::layers::{Scene, View};
use super::towns;

/// How near to an island the pointer must be, in points.
const REACH: f64 = 5.0;
/// How much a notch of the wheel zooms: this to the power of the points scrolled.
const WHEEL: f64 = 1.0035;

/// Moves and zooms the map.
pub fn map_response(ui: &mut Ui, desk: &mut Desk<'_>, rect: Rect, pane: usize) -> Response {
    let response = ui.interact(rect, Id::unique("map").with(pane), Sense::click_and_drag());
    response.widget_info(|| {
        WidgetInfo::labeled(Role::GraphicsDocument, true, desk.texts.get(Key::Map))
    });
    if response.dragged() {
        let delta = response.drag_delta();
        if delta != egui::Vec2::ZERO {
            desk.send(Command::Pan([delta.x, delta.y]));
        }
    }
    if let Some(pointer) = response.hover_pos() {
        if response.double_clicked() {
            let about = pointer - rect.min;
            desk.send(Command::Closer([about.x, about.y]));
        }
        let (scroll, pinch) = ui.input(|input| (input.smooth_scroll_delta().y, input.zoom_delta()));
        let factor = WHEEL.powf(f64::from(scroll)) * f64::from(pinch);
        if (factor - 1.0).abs() > 1e-6 {
            let about = pointer - rect.min;
            desk.send(Command::Zoom {
                factor,
                about: Some([about.x, about.y]),
            });
        }
    }
    response
}

pub(super) fn territory_at(
    ground: &Ground,
    view: View,
    pointer: egui::Pos2,
) -> Option<TerritoryIx> {
    let point = view.degrees(pointer, &ground.projection);
    ground.territory_at(point, REACH * view.camera.km_per_point)
}

/// Hover, click and focus on the shapes of the map.
pub fn shapes(
    ui: &mut Ui,
    ground: &Ground,
    desk: &mut Desk<'_>,
    scene: &Scene,
    view: View,
    response: &Response,
    pane: usize,
) {
    let on_town = towns::hover(ground, desk, scene, view, response);
    hover_and_click(ground, desk, view, response, on_town);
    focus_frame(ui, desk, view, response);
    let seen = view.seen();
    let (level, _) = ground.level(view.km_per_pixel(), &seen);
    for (territory, place) in desk.atlas.territories() {
        if place.shapes.is_empty() {
            continue;
        }
        let bounds = level
            .owners
            .iter()
            .zip(&level.meshes)
            .filter(|(owner, _)| **owner == Some(territory))
            .map(|(_, mesh)| mesh.bounds)
            .reduce(|all, bounds| all.union(&bounds));
        let Some(bounds) = bounds.filter(|bounds| bounds.intersects(&seen)) else {
            continue;
        };
        let corners = [bounds.min, bounds.max].map(|km| view.screen(km));
        let rect = Rect::from_two_pos(corners[0], corners[1])
            .intersect(view.rect)
            .expand(2.0);
        focusable_shape(ui, desk, territory, rect, pane);
    }
}

/// Shows that a whole map has the focus.
pub(super) fn focus_frame(ui: &Ui, desk: &Desk<'_>, view: View, response: &Response) {
    if response.has_focus() {
        let stroke = Stroke::new(2.0, desk.tokens.accent);
        ui.painter()
            .rect_stroke(view.rect, radius::SMALL, stroke, StrokeKind::Inside);
    }
}

fn focusable_shape(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    territory: TerritoryIx,
    rect: Rect,
    pane: usize,
) {
    let id = Id::unique("territory").with((pane, territory.0));
    let shape = ui.interact(rect, id, Sense::focusable_noninteractive());
    let is_selected = desk.state.selection == Some(territory);
    let (atlas, date, names) = (desk.atlas, desk.state.date, desk.names());
    shape.widget_info(|| {
        WidgetInfo::selected(
            Role::ListBoxOption,
            true,
            is_selected,
            if desk.state.asks_place() {
                let number = (territory.0 + 1).to_string();
                desk.texts.fill(Key::QuizPlace, &[("number", &number)])
            } else {
                map::spoken(atlas, territory, date, names)
            },
        )
    });
    let asked = ui
        .ctx()
        .input(|input| input.has_accesskit_action_request(id, egui::accesskit::Action::Click));
    if shape.has_focus() {
        let stroke = Stroke::new(2.0, desk.tokens.accent);
        // Around an islet a mark of an event would cover a ring of its own size.
        let ring = Rect::from_center_size(rect.center(), rect.size().max(vec2(TARGET, TARGET)));
        ui.painter()
            .rect_stroke(ring, radius::SMALL, stroke, StrokeKind::Outside);
    }
    let entered = shape.has_focus()
        && ui.input(|input| {
            input.key_pressed(egui::Key::Enter) || input.key_pressed(egui::Key::Space)
        });
    if asked || entered {
        desk.send(Command::Select(Some(territory)));
    }
}

/// Over a town the tooltip is that of the town; a click chooses the land all the same.
fn hover_and_click(
    ground: &Ground,
    desk: &mut Desk<'_>,
    view: View,
    response: &Response,
    on_town: bool,
) {
    let Some(pointer) = response.hover_pos() else {
        return;
    };
    let territory = territory_at(ground, view, pointer);
    if response.clicked() {
        desk.send(Command::Select(territory));
    }
    let tells = !response.dragged() && !on_town && !desk.state.asks_place();
    if let Some(territory) = territory.filter(|_| tells) {
        response
            .clone()
            .on_hover_cursor(CursorIcon::PointingHand)
            .on_hover_ui_at_pointer(|ui| tooltip_ui(ui, desk, territory));
    }
}

pub(super) fn tooltip_ui(ui: &mut Ui, desk: &Desk<'_>, territory: TerritoryIx) {
    let (atlas, tokens, language) = (desk.atlas, desk.tokens, desk.language);
    let phase = atlas.control.record(territory).at(desk.state.date);
    let place = atlas.territory(territory);
    ui.set_max_width(280.0);
    heading::section(ui, tokens, desk.place_name(territory));
    let others: Vec<&str> = place
        .name
        .iter()
        .map(|(_, name)| name)
        .filter(|name| *name != desk.place_name(territory))
        .collect();
    heading::small(ui, tokens, &others.join(" · "));
    ui.horizontal_wrapped(|ui| {
        super::swatch(ui, tokens.shade(atlas.polity(phase.holding.holder).shade()));
        let holder = map::holder_text(atlas, phase.holding, language);
        let kind = map::kind_text(phase.holding.kind, language);
        ui.label(
            egui::RichText::new(format!("{holder}, {kind}"))
                .size(size::BODY)
                .color(tokens.ink),
        );
    });
    if let Some(claimed) = map::claimed_text(atlas, territory, desk.state.date, language) {
        heading::soft(ui, tokens, &claimed);
    }
    let since = format::historical(language, phase.from);
    heading::small(
        ui,
        tokens,
        &format!(
            "{} {since}: {}",
            desk.texts.get(Key::Since),
            phase.basis.get(language)
        ),
    );
}
