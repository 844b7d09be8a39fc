//! What lies over the map: banner, legend, scale bar, zoom buttons, credits.

use std::sync::Arc;

use egui::epaint::RectShape;
use egui::text::LayoutJob;
use egui::{
    Align2, Galley, Id, Painter, Pos2, Rect, Role, Sense, Shape, Stroke, StrokeKind, Ui,
    WidgetInfo, pos2, vec2,
};

use crate::geometry::ScaleBar;
use crate::scene::ground::Ground;
use crate::scene::map::{view_note, view_text};
use crate::state::view_state::View as Whose;
use crate::text::{Key, era, format};

use super::super::app::Desk;
use super::super::fonts::Face;
use super::super::tokens::{radius, size, space};
use super::compare;
use super::insets::InsetBox;
use super::layers::View;
use super::legend_card::{self, LegendCard};
use super::patterns::Patterns;

/// The height of the scale bar over the credits, in points.
const BAR: f32 = 22.0;
/// Credits are broken into lines no shorter than this, in points.
const SHORTEST: f32 = 110.0;
/// The least room for the scale bar and the credits beside the legend, in points.
const ROOM_BESIDE: f32 = 170.0;
/// The share of half a map or a low one that the legend may take: of its width and of its height.
const OF_SMALL: [f32; 2] = [0.42, 0.5];
/// The greatest length of the scale bar, in points.
const SCALE_BAR: f32 = 140.0;
/// A map that is lower than this, in points, has a small banner and no scale bar.
const LOW: f32 = 240.0;
/// What of the map's width the banner leaves to its rims and to the buttons beside it, in points.
const BESIDE_BANNER: f32 = 100.0;
/// The room that its text takes beyond it, in points.
pub(super) const SCALE_ROOM: f32 = 50.0;
/// Rows of credits, where a map is narrow; what does not fit is told on hover.
const CREDIT_ROWS: usize = 4;

/// Where the cards stand, so that names keep out of their way.
#[derive(Clone, Copy, Debug)]
pub struct Cards {
    pub banner: Rect,
    pub legend: Rect,
    /// The scale bar and the credits; of two maps beside each other the second one has them.
    pub foot: Rect,
}

/// The legend's texts, made anew when the map's colours change.
#[derive(Default)]
pub struct Furniture {
    legend: LegendCard,
    laid: Option<Laid>,
}

/// Texts laid out for this frame.
struct Laid {
    cards: Cards,
    title: Arc<Galley>,
    line: Arc<Galley>,
    spoken: String,
    credits: Arc<Galley>,
}

impl Furniture {
    /// Finds the places of the cards for this frame.
    pub fn layout(
        &mut self,
        ui: &Ui,
        ground: &Ground,
        desk: &Desk<'_>,
        [view, foot]: [View; 2],
    ) -> Cards {
        let map = view.rect;
        let is_halved = foot.rect != map;
        let painter = ui.painter();
        let (mut title, line) = banner_texts(desk);
        let line = with_era(desk, line);
        let is_low = map.height() < LOW;
        if is_low {
            title.1 = Face::Title.at(size::BRAND);
        }
        let spoken = format!("{}. {line}", title.0);
        let widest = (map.width() - BESIDE_BANNER).max(SHORTEST);
        let title = painter.layout(title.0, title.1, desk.tokens.ink, widest);
        // What a low map has no room for is told where the pointer rests, and spoken.
        let line = painter.layout(
            if is_low { String::new() } else { line },
            Face::Text.at(size::BODY),
            desk.tokens.ink_soft,
            widest,
        );
        let inner = vec2(
            title.size().x.max(line.size().x),
            title.size().y + if is_low { 0.0 } else { line.size().y },
        );
        let margin = vec2(space::MEDIUM, space::MEDIUM);
        let mut room = [map.width(), map.height() - inner.y - 14.0 - 3.0 * margin.y];
        if (is_halved || is_low) && desk.has_controls {
            // A small map needs its room; what is cut off is told where the pointer rests.
            let half = [map.width(), map.height()];
            room = [0, 1].map(|axis| room[axis].min(half[axis] * OF_SMALL[axis]));
        }
        let legend = self.legend.layout(ui, ground, desk, view, room);
        let banner = Rect::from_min_size(map.min + margin, inner + vec2(28.0, 14.0));
        let legend = legend_card::place(ground, desk, view, (banner, legend, is_halved));
        let left = if is_halved {
            foot.rect.left() + space::SMALL
        } else if legend.bottom() < map.center().y {
            map.left() + space::SMALL
        } else {
            legend.right() + space::SMALL
        };
        let (credits, place) = foot_of(painter, ground, desk, foot, (left, legend));
        let cards = Cards {
            banner,
            legend,
            foot: place,
        };
        self.laid = Some(Laid {
            cards,
            title,
            line,
            spoken,
            credits,
        });
        cards
    }

    /// Draws everything that lies over the map, but for the inset.
    pub fn furniture_ui(
        &mut self,
        ui: &mut Ui,
        ground: &Ground,
        desk: &mut Desk<'_>,
        view: View,
        patterns: &Patterns,
    ) {
        let Some(laid) = self.laid.take() else {
            return;
        };
        let painter = ui.painter_at(view.rect);
        banner(ui, &painter, desk, &laid);
        self.legend
            .card_ui(ui, &painter, desk, laid.cards.legend, patterns);
        // On a ground of their own: the map below is dark in one place and light in the next.
        let place = laid.cards.foot;
        let painter = ui.painter_at(place);
        let ground_color = desk.tokens.raised.gamma_multiply(0.75);
        let [bar, credits] = [(); 2].map(|()| painter.add(Shape::Noop));
        let corner = place.left_top() + vec2(space::SMALL, BAR);
        let text = laid.credits.size();
        if view.rect.height() >= LOW {
            let at = corner - vec2(0.0, space::TINY + 2.0);
            let longest = SCALE_BAR.min((place.width() - SCALE_ROOM - space::SMALL).max(20.0));
            let length = scale_bar(&painter, ground, desk, view, (at, longest));
            let under = Rect::from_min_max(at - vec2(6.0, 13.0), at + vec2(length + 6.0, 4.0));
            painter.set(bar, RectShape::filled(under, radius::SMALL, ground_color));
        }
        let under = Rect::from_min_size(corner, text).expand2(vec2(6.0, 1.5));
        painter.set(
            credits,
            RectShape::filled(under, radius::SMALL, ground_color),
        );
        let id = Id::unique("credits");
        let response = ui.interact(under, id, Sense::hover());
        let text = laid.credits.text();
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
        if laid.credits.elided {
            response.on_hover_text(text);
        }
        painter.galley(corner, Arc::clone(&laid.credits), desk.tokens.ink_soft);
    }
}

/// The credits, and where they stand with the scale bar: from a left end as far as the insets.
fn foot_of(
    painter: &Painter,
    ground: &Ground,
    desk: &Desk<'_>,
    map: View,
    (left, legend): (f32, Rect),
) -> (Arc<Galley>, Rect) {
    let insets = InsetBox::of(ground, map).into_iter();
    let right = insets
        .flat_map(InsetBox::rects)
        .map(|rect| rect.left())
        .fold(map.rect.right(), f32::min);
    // Beside the legend, or over it where the map is hardly wider.
    let (left, bottom) = if right - left < ROOM_BESIDE {
        (map.rect.left() + space::SMALL, legend.top())
    } else {
        (left, map.rect.bottom())
    };
    let room = right - left - 3.0 * space::SMALL;
    let font = Face::Text.at(size::TINY);
    let text = credits_text(desk);
    let mut job = LayoutJob::simple(text, font, desk.tokens.ink_soft, room.max(SHORTEST));
    job.wrap.max_rows = CREDIT_ROWS;
    let credits = painter.layout_job(job);
    let width = credits.size().x.max(SCALE_BAR + SCALE_ROOM);
    let size =
        vec2(width.min(room.max(SHORTEST)), credits.size().y + BAR) + vec2(2.0 * space::SMALL, 3.0);
    let corner = pos2(left, bottom - size.y);
    (credits, Rect::from_min_size(corner, size))
}

/// What names one of two maps.
pub struct Tag {
    pub text: String,
    pub note: &'static str,
    /// The corner at which it stands: its top left one, or its top right one.
    pub corner: Pos2,
    pub leftwards: bool,
}

impl Tag {
    /// Draws the tag and returns where it stands.
    pub fn show(&self, ui: &Ui, painter: &Painter, desk: &Desk<'_>, pane: usize) -> Rect {
        let ink = desk.tokens.ink;
        let galley = painter.layout_no_wrap(self.text.clone(), Face::Strong.at(size::LARGE), ink);
        let room = galley.size() + vec2(24.0, 10.0);
        let left = if self.leftwards { room.x } else { 0.0 };
        let rect = Rect::from_min_size(self.corner - vec2(left, 0.0), room);
        card(painter, desk, rect);
        painter.galley(rect.min + vec2(12.0, 5.0), galley, ink);
        let response = ui.interact(rect, Id::unique("side").with(pane), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &self.text));
        response.on_hover_text(self.note);
        rect
    }
}

pub(super) fn card(painter: &Painter, desk: &Desk<'_>, rect: Rect) {
    painter.rect(
        rect,
        radius::CARD,
        desk.tokens.raised.gamma_multiply(0.95),
        Stroke::new(1.0, desk.tokens.hairline),
        StrokeKind::Inside,
    );
}

/// The date, large, with its font, and whose view the map shows.
fn banner_texts(desk: &Desk<'_>) -> ((String, egui::FontId), String) {
    let (state, language, texts) = (desk.state, desk.language, desk.texts);
    let view = view_text(state.view, state.date, language);
    let (on_year, on_day) = match (state.side_by_side, state.view) {
        (true, _) => (Key::BannerSidesYear, Key::BannerSidesDay),
        (false, Whose::Control) => (Key::BannerYear, Key::BannerDay),
        (false, _) => (Key::BannerViewYear, Key::BannerViewDay),
    };
    if let Some(compare) = state.compare {
        let days = [compare.with, state.date];
        let [first, second] = compare::dates(desk, days);
        let values = [("first", &*first), ("second", &*second), ("view", view)];
        let title = texts.fill(Key::CompareTitle, &values[..2]);
        let of_years = days.iter().all(|day| *day == day.last_of_year());
        let size = if of_years { size::DAY } else { size::BRAND };
        let line = texts.fill(Key::CompareLine, &values);
        return ((title, Face::Title.at(size)), line);
    }
    if state.is_presenting() {
        let date = format::day_of_year(language, state.date);
        let line = if state.shows_year() {
            texts.fill(on_year, &[("date", &date), ("view", view)])
        } else {
            format!("{date} · {}", texts.fill(on_day, &[("view", view)]))
        };
        let year = state.date.year().to_string();
        ((year, Face::Title.at(size::NUMERAL)), line)
    } else if state.shows_year() {
        let date = format::day_of_year(language, state.date);
        let line = texts.fill(on_year, &[("date", &date), ("view", view)]);
        (
            (state.date.year().to_string(), Face::Title.at(size::YEAR)),
            line,
        )
    } else {
        (
            (format::day(language, state.date), Face::Title.at(size::DAY)),
            texts.fill(on_day, &[("view", view)]),
        )
    }
}

/// A line with the year of the Japanese era, where the reader wants it.
fn with_era(desk: &Desk<'_>, line: String) -> String {
    let wanted = desk.state.screen.eras;
    match era::year(desk.language, desk.state.date).filter(|_| wanted) {
        Some(era) => format!("{era} · {line}"),
        None => line,
    }
}

fn banner(ui: &Ui, painter: &Painter, desk: &Desk<'_>, laid: &Laid) {
    let rect = laid.cards.banner;
    let at = rect.min + vec2(14.0, 5.0);
    if desk.state.is_presenting() {
        // Large and quiet: the map is seen through the year.
        let under = pos2(rect.left(), rect.bottom() - laid.line.size().y - 16.0);
        let line = vec2(laid.line.size().x + 28.0, laid.line.size().y + 16.0);
        card(painter, desk, Rect::from_min_size(under, line));
        let quiet = desk.tokens.ink.gamma_multiply(0.5);
        painter.galley_with_override_text_color(at, Arc::clone(&laid.title), quiet);
    } else {
        card(painter, desk, rect);
        painter.galley(at, Arc::clone(&laid.title), desk.tokens.ink);
    }
    painter.galley(
        at + vec2(0.0, laid.title.size().y),
        Arc::clone(&laid.line),
        desk.tokens.ink_soft,
    );
    let response = ui.interact(rect, Id::unique("banner"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &laid.spoken));
    // A new date is spoken by itself, but not each one that passes.
    if !desk.state.playback.is_playing() {
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_live(egui::accesskit::Live::Polite);
        });
    }
    response.on_hover_text(view_note(desk.state.view, desk.language));
}

/// Draws a scale bar of at most a length in points, from its left end; how wide it is with its text.
pub(super) fn scale_bar(
    painter: &Painter,
    ground: &Ground,
    desk: &Desk<'_>,
    view: View,
    (at, longest): (Pos2, f32),
) -> f32 {
    let Some(bar) = ScaleBar::new(
        &ground.projection,
        view.camera.center_km,
        view.camera.km_per_point,
        longest,
    ) else {
        return 0.0;
    };
    let ink = desk.tokens.label;
    let stroke = Stroke::new(1.4, ink);
    let (left, right) = (at, at + vec2(bar.points, 0.0));
    painter.line_segment([left, right], stroke);
    for end in [left, right] {
        painter.line_segment([end - vec2(0.0, 5.0), end], stroke);
    }
    let distance = format::number(desk.language, bar.km, 2);
    let text = desk.texts.fill(Key::Kilometres, &[("distance", &distance)]);
    let text = painter.text(
        right + vec2(6.0, 2.0),
        Align2::LEFT_BOTTOM,
        text,
        Face::Text.at(size::SMALL),
        ink,
    );
    text.right() - at.x
}

fn credits_text(desk: &Desk<'_>) -> String {
    let credits: Vec<&str> = desk
        .atlas
        .attributions
        .iter()
        .map(|attribution| attribution.credit.as_str())
        .collect();
    desk.texts
        .fill(Key::Attribution, &[("notices", &credits.join(" · "))])
}
