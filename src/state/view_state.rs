//! What is chosen: the date, the place, the camera, the languages.

use crate::geometry::{Bounds, Camera, Limits, Projection, Viewport};
use crate::model::date::Day;
use crate::model::event::EventIx;
use crate::model::language::Language;
use crate::model::place::TerritoryIx;
pub use crate::model::shown::{Chart, Highlight, Layer, Layers, Page, Preset};
use crate::model::source::SourceIx;
pub use crate::model::view::View;

use super::bookmark::Bookmarks;
use super::compare::Compare;
use super::dock::Dock;
use super::events::EventFilter;
use super::glide::Glide;
use super::history::{History, Moment};
use super::playback::Playback;
use super::screen::ScreenState;
pub use super::screen::{Scheme, Theme};
use super::teaching::Teaching;
use super::time_axis::Span;

/// The step of the plain arrow keys and of playback.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Unit {
    #[default]
    Year,
    Month,
    Day,
}

impl Unit {
    /// All units, from coarse to fine.
    pub const ALL: [Self; 3] = [Self::Year, Self::Month, Self::Day];

    /// The last day of the unit that holds `day`: what is shown for the unit.
    #[must_use]
    pub fn end(self, day: Day) -> Day {
        match self {
            Self::Year => day.last_of_year(),
            Self::Month => day.last_of_month(),
            Self::Day => day,
        }
    }

    /// The end of the unit `steps` units on; from within a unit the first step goes to its end.
    #[must_use]
    pub fn step(self, day: Day, steps: i32) -> Day {
        let shift = |day: Day, units: i32| match self {
            Self::Year => self.end(day.plus_months(units.saturating_mul(12))),
            Self::Month => self.end(day.first_of_month().plus_months(units)),
            Self::Day => day.plus_days(units),
        };
        let at_end = self.end(day) == day;
        match steps {
            0 => day,
            1.. if !at_end => shift(day, steps - 1),
            _ => shift(day, steps),
        }
    }
}

/// What the page of the sources can be opened at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cited {
    Source(SourceIx),
    /// A position in the atlas's conflicts.
    Conflict(u16),
}

/// An entry of the page of the sources that was asked for; the count tells one asking from the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Opened {
    pub cited: Cited,
    pub count: u32,
}

impl Preset {
    /// West, south, east and north, degrees, WGS 84.
    const fn degrees(self) -> [f64; 4] {
        match self {
            Self::Region => [111.0, 36.5, 158.0, 55.0],
            Self::Kurils => [144.6, 43.0, 157.0, 51.2],
            Self::FourIslands => [144.6, 43.1, 149.2, 45.7],
            Self::Sakhalin => [140.5, 45.6, 145.6, 54.6],
            Self::Manchuria => [114.5, 38.4, 135.5, 53.8],
            Self::FarEast => [102.0, 41.0, 145.0, 56.0],
        }
    }

    /// The part of the map, in projected kilometres.
    #[must_use]
    pub fn bounds(self, projection: &Projection) -> Bounds {
        projected_bounds(projection.region().unwrap_or(self.degrees()), projection)
    }
}

/// Around west, south, east and north in degrees; parallels bend, so their middles count too.
fn projected_bounds([west, south, east, north]: [f64; 4], projection: &Projection) -> Bounds {
    const STEPS: u8 = 8;
    Bounds::of((0..=STEPS).flat_map(|step| {
        let longitude = west + (east - west) * f64::from(step) / f64::from(STEPS);
        [south, north].map(|latitude| projection.project([longitude, latitude]))
    }))
}

/// How far the map may be moved and zoomed.
#[must_use]
pub fn camera_limits(projection: &Projection) -> Limits {
    /// How far one may look beyond the region of another atlas, as a share of its longer side.
    const BEYOND: f64 = 0.5;
    /// Points across which a region of any size can be seen whole.
    const ACROSS: f64 = 400.0;
    let (min_km_per_point, max_km_per_point) = (0.02, 8.0);
    let Some(region) = projection.region() else {
        return Limits {
            world: projected_bounds([100.0, 32.5, 165.0, 61.5], projection),
            min_km_per_point,
            max_km_per_point,
        };
    };
    let bounds = projected_bounds(region, projection);
    let [width, height] = bounds.size();
    let longer = width.max(height);
    Limits {
        world: bounds.expanded(BEYOND * longer),
        min_km_per_point,
        max_km_per_point: (longer / ACROSS).max(max_km_per_point),
    }
}

/// Where the map looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Look {
    /// A preset that fills the map, whatever its size.
    At(Preset),
    /// A camera the reader moved.
    Free(Camera),
}

/// What is shown of the words to look up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Terms {
    All,
    /// A position in the atlas's terms.
    One(u16),
}

/// Everything that decides what is on the screen.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a window or a switch of its own"
)]
#[derive(Clone, Debug, PartialEq)]
pub struct ViewState {
    /// The day whose state is shown.
    pub date: Day,
    /// The step of the plain arrow keys.
    pub unit: Unit,
    /// Whether the reader chose the unit; otherwise it follows the zoom of the time axis.
    pub unit_chosen: bool,
    /// What the time axis shows.
    pub span: Span,
    /// Whether only the changes of the chosen place are marked and visited.
    pub changes_of_selection: bool,
    /// Whether the dock shows its tracks, or its axis only.
    pub tracks_open: bool,
    /// How the tracks are laid out.
    pub dock: Dock,
    pub history: History,
    pub bookmarks: Bookmarks,
    pub view: View,
    /// Whether both sides' positions stand beside each other.
    pub side_by_side: bool,
    /// The date that is compared with, on the left.
    pub compare: Option<Compare>,
    pub layers: Layers,
    pub selection: Option<TerritoryIx>,
    /// The line of the legend whose places stand out.
    pub highlight: Option<Highlight>,
    /// The event that is open.
    pub event: Option<EventIx>,
    /// Which events are listed and marked.
    pub event_filter: EventFilter,
    pub look: Look,
    /// The way to the look, while the map is on it.
    pub glide: Option<Glide>,
    /// Whether somebody sees the map move; a picture shows where a move leads.
    pub is_watched: bool,
    /// The size of the map in points.
    pub viewport: Viewport,
    pub language: Language,
    pub theme: Theme,
    pub screen: ScreenState,
    pub page: Page,
    /// The chart that is open on the page of charts.
    pub chart: Chart,
    /// Whether the charts have the whole screen.
    pub charts_large: bool,
    /// What the page of the sources is open at.
    pub cited: Option<Opened>,
    pub search_open: bool,
    pub playback: Playback,
    /// Whether the date is being typed.
    pub typing_date: bool,
    pub teaching: Teaching,
    pub about_open: bool,
    pub keys_open: bool,
    /// The words to look up, where they lie over the screen.
    pub terms_open: Option<Terms>,
    /// Whether the map is shown as a table.
    pub held_open: bool,
    /// The part of the world that the data tell of, where it is not the atlas's own: west, south,
    /// east and north in degrees. It follows the atlas.
    pub region: Option<[f64; 4]>,
}

impl ViewState {
    /// The state of a first start.
    #[must_use]
    pub fn new(date: Day, language: Language) -> Self {
        Self {
            date,
            unit: Unit::Year,
            unit_chosen: false,
            span: Span::whole(),
            changes_of_selection: false,
            tracks_open: true,
            dock: Dock::default(),
            history: History::default(),
            bookmarks: Bookmarks::default(),
            view: View::Control,
            side_by_side: false,
            compare: None,
            layers: Layers::default(),
            selection: None,
            highlight: None,
            event: None,
            event_filter: EventFilter::default(),
            look: Look::At(Preset::Region),
            glide: None,
            is_watched: false,
            viewport: Viewport {
                size: [880.0, 500.0],
            },
            language,
            theme: Theme::Light,
            screen: ScreenState::default(),
            page: Page::Place,
            chart: Chart::Trade,
            charts_large: false,
            cited: None,
            search_open: false,
            playback: Playback::default(),
            typing_date: false,
            teaching: Teaching::default(),
            about_open: false,
            keys_open: false,
            terms_open: None,
            held_open: false,
            region: None,
        }
    }

    /// All that decides colours.
    #[must_use]
    pub const fn scheme(&self) -> Scheme {
        Scheme {
            theme: self.theme,
            palette: self.screen.palette,
        }
    }

    /// The camera through which the map is seen now.
    #[must_use]
    pub fn camera(&self, projection: &Projection) -> Camera {
        self.camera_in(self.viewport, projection)
    }

    /// The same in a map of another size.
    #[must_use]
    pub fn camera_in(&self, viewport: Viewport, projection: &Projection) -> Camera {
        let goal = self.goal_in(viewport, projection);
        self.glide.map_or(goal, |glide| glide.camera(goal))
    }

    /// The camera of the look, where a move of the map leads.
    #[must_use]
    pub fn goal(&self, projection: &Projection) -> Camera {
        self.goal_in(self.viewport, projection)
    }

    /// The same in a map of another size.
    #[must_use]
    pub fn goal_in(&self, viewport: Viewport, projection: &Projection) -> Camera {
        match self.look {
            Look::At(preset) => Camera::fit(&preset.bounds(projection), viewport, 0.0),
            Look::Free(camera) => camera,
        }
    }

    /// What one looks at now, as the history keeps it.
    #[must_use]
    pub const fn moment(&self) -> Moment {
        Moment {
            date: self.date,
            unit: self.unit,
            span: self.span,
            view: self.view,
            side_by_side: self.side_by_side,
            compare: self.compare,
            selection: self.selection,
            event: self.event,
            look: self.look,
        }
    }

    /// The place whose changes alone are marked and visited; all places where there is none.
    #[must_use]
    pub fn changes_of(&self) -> Option<TerritoryIx> {
        self.selection.filter(|_| self.changes_of_selection)
    }

    /// Whether a whole year is shown, as its last day.
    #[must_use]
    pub fn shows_year(&self) -> bool {
        self.unit == Unit::Year && self.date == self.date.last_of_year()
    }

    /// The first day of what the shown unit covers; its last day is the date.
    #[must_use]
    pub fn unit_start(&self) -> Day {
        match self.unit {
            Unit::Year if self.shows_year() => self.date.first_of_year(),
            Unit::Month if self.date == self.date.last_of_month() => self.date.first_of_month(),
            _ => self.date,
        }
    }
}
