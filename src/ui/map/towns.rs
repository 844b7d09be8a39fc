//! Towns held otherwise than the land around them: dots in their holder's colour.

use egui::{
    Color32, CursorIcon, Id, Painter, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, vec2,
};

use crate::model::town_control::{Apart, TownRecord};
use crate::scene::ground::Ground;
use crate::scene::{map, towns};
use crate::state::Command;
use crate::text::{Key, format};

use super::super::app::Desk;
use super::super::tokens::{TARGET, Tokens, radius, size};
use super::super::widgets::heading;
use super::layers::{Scene, View};

/// The dot without and with its ring, in points.
const DOT: f32 = 4.0;
const RING: f32 = 6.2;
/// How near the pointer must be, in points.
const REACH: f32 = 9.0;

/// The towns apart that are in sight, with their places on the screen; allocates nothing.
pub fn in_sight<'a>(
    ground: &'a Ground,
    desk: &Desk<'a>,
    scene: &Scene,
    view: View,
) -> impl Iterator<Item = (Pos2, &'a TownRecord, &'a Apart)> + use<'a> {
    let atlas = desk.atlas;
    towns::apart(atlas, scene.whose, desk.state.date)
        .map(move |(record, apart)| {
            let km = ground.projection.project(atlas.town(record.town).at);
            (view.screen(km), record, apart)
        })
        .filter(move |(at, ..)| view.rect.contains(*at))
}

/// The dot with its ring.
fn footprint(at: Pos2) -> Rect {
    Rect::from_center_size(at, vec2(RING, RING) * 2.0)
}

/// What names must keep off: the dot, and the mark of an event that may stand over it.
pub fn room(at: Pos2) -> Rect {
    footprint(at).union(Rect::from_center_size(
        at - vec2(0.0, super::events::ABOVE),
        vec2(RING, RING) * 3.0,
    ))
}

/// A dot in the holder's colour within a light and a dark ring, which show on every ground.
pub fn paint(painter: &Painter, ground: &Ground, desk: &Desk<'_>, scene: &Scene, view: View) {
    let tokens = desk.tokens;
    for (at, _, apart) in in_sight(ground, desk, scene, view) {
        let shade = desk.atlas.polity(apart.holding.holder).shade();
        paint_dot(painter, tokens, at, tokens.shade(shade));
    }
}

/// A dot in a colour, ringed.
pub fn paint_dot(painter: &Painter, tokens: &Tokens, at: Pos2, color: Color32) {
    painter.circle(at, RING, tokens.raised, Stroke::new(1.2, tokens.label));
    painter.circle_filled(at, DOT, color);
}

/// The town apart under the pointer.
fn under<'a>(
    ground: &'a Ground,
    desk: &Desk<'a>,
    scene: &Scene,
    view: View,
    pointer: Pos2,
) -> Option<(&'a TownRecord, &'a Apart)> {
    let near = in_sight(ground, desk, scene, view).filter(|(at, ..)| at.distance(pointer) <= REACH);
    let nearest = near
        .min_by(|(one, ..), (other, ..)| one.distance(pointer).total_cmp(&other.distance(pointer)));
    nearest.map(|(_, record, apart)| (record, apart))
}

/// Says who holds the town under the pointer; whether there is one.
pub fn hover(
    ground: &Ground,
    desk: &Desk<'_>,
    scene: &Scene,
    view: View,
    response: &Response,
) -> bool {
    let pointer = response.hover_pos().filter(|_| !response.dragged());
    let town = pointer.and_then(|pointer| under(ground, desk, scene, view, pointer));
    let Some((record, apart)) = town else {
        return false;
    };
    response
        .clone()
        .on_hover_cursor(CursorIcon::PointingHand)
        .on_hover_ui_at_pointer(|ui| tooltip_ui(ui, desk, record, apart));
    true
}

fn tooltip_ui(ui: &mut Ui, desk: &Desk<'_>, record: &TownRecord, apart: &Apart) {
    let (atlas, tokens, language) = (desk.atlas, desk.tokens, desk.language);
    let date = desk.state.date;
    ui.set_max_width(280.0);
    heading::section(
        ui,
        tokens,
        atlas.town(record.town).called_on(date).get(language),
    );
    ui.horizontal_wrapped(|ui| {
        super::swatch(ui, tokens.shade(atlas.polity(apart.holding.holder).shade()));
        let holder = map::holder_text(atlas, apart.holding, language);
        let kind = map::kind_text(apart.holding.kind, language);
        ui.label(
            egui::RichText::new(format!("{holder}, {kind}"))
                .size(size::BODY)
                .color(tokens.ink),
        );
    });
    let days = [
        ("from", format::historical(language, apart.from)),
        ("to", format::historical(language, apart.to)),
    ];
    let days = desk.texts.fill(
        Key::FromTo,
        &days.each_ref().map(|(name, day)| (*name, day.as_str())),
    );
    heading::small(ui, tokens, &days);
    heading::soft(ui, tokens, apart.basis.get(language));
    let land = atlas.control.record(record.land).at(date).holding;
    let held = desk.texts.fill(
        Key::SpokenTerritory,
        &[
            ("place", desk.place_name(record.land)),
            ("holder", &map::holder_text(atlas, land, language)),
            ("kind", map::kind_text(land.kind, language)),
        ],
    );
    heading::small(ui, tokens, &held);
}

/// Each dot can be reached by keyboard and is spoken; it chooses the land around it, whose page tells
/// of its towns.
pub fn focusable(
    ui: &Ui,
    ground: &Ground,
    desk: &mut Desk<'_>,
    scene: &Scene,
    view: View,
    pane: usize,
) {
    let (atlas, date, names) = (desk.atlas, desk.state.date, desk.names());
    let mut chosen = None;
    for (at, record, apart) in in_sight(ground, desk, scene, view) {
        let id = Id::unique("town").with((pane, record.town.0));
        let town = ui.interact(footprint(at), id, Sense::focusable_noninteractive());
        let is_selected = desk.state.selection == Some(record.land);
        town.widget_info(|| {
            let spoken = towns::spoken(atlas, record, apart, date, names);
            WidgetInfo::selected(Role::ListBoxOption, true, is_selected, spoken)
        });
        let asked = ui
            .ctx()
            .input(|input| input.has_accesskit_action_request(id, egui::accesskit::Action::Click));
        if asked {
            chosen = Some(record.land);
        }
        if !town.has_focus() {
            continue;
        }
        let ring = Rect::from_center_size(at, vec2(TARGET, TARGET));
        let stroke = Stroke::new(2.0, desk.tokens.accent);
        ui.painter()
            .rect_stroke(ring, radius::SMALL, stroke, StrokeKind::Outside);
        let entered = ui.input(|input| {
            input.key_pressed(egui::Key::Enter) || input.key_pressed(egui::Key::Space)
        });
        if entered {
            chosen = Some(record.land);
        }
    }
    if let Some(land) = chosen {
        desk.send(Command::Select(Some(land)));
    }
}
