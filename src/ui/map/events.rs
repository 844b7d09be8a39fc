//! Marks of events: small signs where something happened on the date; many in one spot become
//! one with their number.

use egui::{
    Align2, CursorIcon, Id, Painter, Pos2, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use crate::model::date::Day;
use crate::model::event::{Category, EventIx};
use crate::scene::events::{self, Mark};
use crate::scene::ground::Ground;
use crate::state::Command;
use crate::state::events::EventFilter;
use crate::text::Key;

use super::super::app::Desk;
use super::super::fonts::Face;
use super::super::icons;
use super::super::memo::Memo;
use super::super::tokens::{size, space};
use super::super::widgets::heading;
use super::layers::{Scene, View};
use super::{names, towns};

/// Half the width of a mark, in points.
const RADIUS: f32 = 9.0;
/// Marks nearer to each other than this become one, in points.
const APART: f32 = 20.0;
/// How far above a name a mark stands, in points.
pub(super) const ABOVE: f32 = 17.0;
/// How many titles a tooltip has.
const TITLES: usize = 7;

/// The marks of the date, at their places in kilometres.
#[derive(Default)]
pub struct EventMarks {
    marks: Memo<(EventFilter, Day, Day), Vec<Placed>>,
}

/// A mark on the map.
struct Placed {
    mark: Mark,
    km: [f64; 2],
    /// Whether a name stands on the point, which the mark must not cover.
    above: bool,
}

/// Marks in one spot of the screen.
struct Spot {
    at: Pos2,
    category: Category,
    events: Vec<EventIx>,
}

impl EventMarks {
    /// Draws the marks that no card covers; a click opens the event, or the next one of the spot.
    pub fn marks_ui(
        &mut self,
        ui: &mut Ui,
        ground: &Ground,
        desk: &mut Desk<'_>,
        (scene, view): (&Scene, View),
        (covered, names): (&[Rect], &[Rect]),
        pane: usize,
    ) {
        let state = desk.state;
        let (filter, first, last) = (state.event_filter, state.unit_start(), state.date);
        let marks = self.marks.get((filter, first, last), |_| {
            let marks = events::marks(desk.atlas, &filter, first, last).into_iter();
            let on_name = |mark: &Mark| {
                let place = mark.on_name_of;
                place.is_some_and(|place| !names::is_beside(desk.atlas, place))
            };
            let placed = marks.map(|mark| Placed {
                km: ground.projection.project(mark.at),
                above: on_name(&mark),
                mark,
            });
            placed.collect()
        });
        let painter = ui.painter_at(view.rect);
        let dots: Vec<Pos2> = towns::in_sight(ground, desk, scene, view)
            .map(|(at, ..)| at)
            .collect();
        for (number, spot) in spots(marks, view, (covered, names), &dots)
            .iter()
            .enumerate()
        {
            spot_ui(ui, &painter, desk, spot, (pane, number));
        }
    }
}

/// Where marks may stand: not under the buttons above, nor on the scale bar below.
fn room(map: Rect, at: Pos2) -> bool {
    const SCALE_BAR: f32 = 38.0;
    let buttons = Rect::from_min_max(
        map.right_top() + vec2(-50.0, 0.0),
        map.right_top() + vec2(0.0, 165.0),
    );
    let inner = map.shrink(RADIUS);
    inner.contains(at) && at.y < map.bottom() - SCALE_BAR && !buttons.contains(at)
}

/// A place near another one at which a mark hides no name; the place itself where there is none.
fn clear_of(names: &[Rect], at: Pos2) -> Pos2 {
    /// How far a mark may be moved, in points.
    const FARTHEST: f32 = 26.0;
    let hides = |at: Pos2| {
        let mark = Rect::from_center_size(at, vec2(RADIUS, RADIUS) * 2.0);
        names.iter().find(|name| name.intersects(mark))
    };
    let Some(name) = hides(at) else { return at };
    let aside = [name.top() - RADIUS - 1.0, name.bottom() + RADIUS + 1.0].map(|y| pos2(at.x, y));
    let beside = [name.left() - RADIUS - 1.0, name.right() + RADIUS + 1.0].map(|x| pos2(x, at.y));
    let free = aside
        .into_iter()
        .chain(beside)
        .filter(|place| place.distance(at) <= FARTHEST && hides(*place).is_none());
    free.min_by(|one, other| one.distance(at).total_cmp(&other.distance(at)))
        .unwrap_or(at)
}

/// `dots` are towns that a mark must not hide.
fn spots(
    marks: &[Placed],
    view: View,
    (covered, names): (&[Rect], &[Rect]),
    dots: &[Pos2],
) -> Vec<Spot> {
    let mut spots: Vec<Spot> = Vec::new();
    for Placed { mark, km, above } in marks {
        let at = view.screen(*km);
        let on_dot = dots.iter().any(|dot| dot.distance(at) < ABOVE);
        let shift = if *above || on_dot { ABOVE } else { 0.0 };
        let at = clear_of(names, at - vec2(0.0, shift));
        let hidden = covered.iter().any(|card| card.expand(RADIUS).contains(at));
        if hidden || !room(view.rect, at) {
            continue;
        }
        match spots.iter_mut().find(|spot| spot.at.distance(at) < APART) {
            Some(spot) if spot.events.contains(&mark.event) => {}
            Some(spot) => spot.events.push(mark.event),
            None => spots.push(Spot {
                at,
                category: mark.category,
                events: vec![mark.event],
            }),
        }
    }
    spots
}

fn spot_ui(ui: &Ui, painter: &Painter, desk: &mut Desk<'_>, spot: &Spot, id: (usize, usize)) {
    let rect = Rect::from_center_size(spot.at, vec2(RADIUS, RADIUS) * 2.4);
    let response = ui.interact(rect, Id::unique("event-mark").with(id), Sense::click());
    let (atlas, language) = (desk.atlas, desk.language);
    let title = |event: &EventIx| atlas.event(*event).title.get(language);
    let spoken: Vec<&str> = spot.events.iter().map(title).collect();
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, spoken.join("; ")));
    let open = spot
        .events
        .iter()
        .position(|event| desk.state.event == Some(*event));
    paint_spot(
        painter,
        desk,
        spot,
        open.is_some(),
        response.hovered() || response.has_focus(),
    );
    if response.clicked() {
        let next = open.map_or(0, |open| (open + 1) % spot.events.len());
        desk.send(Command::OpenEvent(spot.events[next]));
    }
    response
        .on_hover_cursor(CursorIcon::PointingHand)
        .on_hover_ui(|ui| tooltip_ui(ui, desk, spot));
}

fn paint_spot(painter: &Painter, desk: &Desk<'_>, spot: &Spot, is_open: bool, is_hovered: bool) {
    let tokens = desk.tokens;
    let (fill, ink) = if is_open {
        (tokens.accent, tokens.on_accent)
    } else {
        (tokens.raised, tokens.ink)
    };
    let rim = if is_hovered {
        tokens.accent
    } else {
        tokens.ink
    };
    painter.circle(spot.at, RADIUS, fill, Stroke::new(1.2, rim));
    let (text, font) = match spot.events.len() {
        1 => (
            icons::of_category(spot.category).to_owned(),
            Face::Text.at(size::LABEL),
        ),
        many => (many.to_string(), Face::Strong.at(size::SMALL)),
    };
    painter.text(spot.at, Align2::CENTER_CENTER, text, font, ink);
}

fn tooltip_ui(ui: &mut Ui, desk: &Desk<'_>, spot: &Spot) {
    ui.set_max_width(300.0);
    for event in spot.events.iter().take(TITLES) {
        let line = events::line(desk.atlas, *event, desk.language);
        heading::small(ui, desk.tokens, &line.date);
        heading::soft(ui, desk.tokens, &line.title);
        ui.add_space(space::TINY);
    }
    if let Some(more) = spot
        .events
        .len()
        .checked_sub(TITLES)
        .filter(|more| *more > 0)
    {
        let count = more.to_string();
        heading::small(
            ui,
            desk.tokens,
            &desk.texts.fill(Key::MoreEvents, &[("count", &count)]),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_steps_off_a_name_but_not_far() {
        let name = Rect::from_min_max(pos2(0.0, 0.0), pos2(120.0, 14.0));
        let at = pos2(40.0, 5.0);
        assert_eq!(clear_of(&[name], at), pos2(40.0, -10.0));
        let above = name.translate(vec2(0.0, -16.0));
        assert_eq!(clear_of(&[name, above], at), pos2(40.0, 24.0));
        let below = name.translate(vec2(0.0, 16.0));
        assert_eq!(clear_of(&[name, above, below], at), at, "no room near");
        assert_eq!(clear_of(&[name], pos2(40.0, 60.0)), pos2(40.0, 60.0));
    }
}
