//! Opening, filtering and stepping through events.

use crate::dataset::Atlas;
use crate::geometry::{Bounds, Camera, Projection};
use crate::model::date::Day;
use crate::model::event::{Category, Event, EventIx, PersonIx};
use crate::model::place::TerritoryIx;
use crate::model::series::Basis;
use crate::model::source::SourceIx;

use super::view_state::{Look, Page, ViewState, camera_limits};

/// Where an event must be told to be listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Telling {
    /// In one of the two texts.
    Text(SourceIx),
    /// Only beyond the texts.
    Beyond,
}

/// Which events are listed; `None` lets all pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct EventFilter {
    pub category: Option<Category>,
    pub place: Option<TerritoryIx>,
    pub person: Option<PersonIx>,
    pub telling: Option<Telling>,
}

impl EventFilter {
    /// The filter of all events at a place.
    #[must_use]
    pub fn at_place(place: TerritoryIx) -> Self {
        Self {
            place: Some(place),
            ..Self::default()
        }
    }

    /// Whether every event passes.
    #[must_use]
    pub fn is_open(&self) -> bool {
        *self == Self::default()
    }

    /// Whether an event passes.
    #[must_use]
    pub fn admits(&self, atlas: &Atlas, event: &Event) -> bool {
        let told = |telling: Telling| match telling {
            Telling::Text(text) => event
                .citations
                .iter()
                .any(|citation| citation.source == text),
            Telling::Beyond => event.basis == Basis::Beyond,
        };
        let has = |person: PersonIx| event.people.iter().any(|role| role.person == person);
        self.category
            .is_none_or(|category| event.category == category)
            && self.place.is_none_or(|place| concerns(atlas, event, place))
            && self.person.is_none_or(has)
            && self.telling.is_none_or(told)
    }
}

/// Whether an event concerns a place, its whole or one of its parts.
#[must_use]
pub fn concerns(atlas: &Atlas, event: &Event, place: TerritoryIx) -> bool {
    let whole = atlas.territory(place).part_of;
    event.places.iter().any(|named| {
        *named == place || Some(*named) == whole || atlas.territory(*named).part_of == Some(place)
    })
}

/// Where an event is on the earth: its points, else the labels of its places; longitude and
/// latitude in degrees, WGS 84.
#[must_use]
pub fn positions(atlas: &Atlas, event: &Event) -> Vec<[f64; 2]> {
    if event.points.is_empty() {
        let label = |place: &TerritoryIx| atlas.territory(*place).label;
        return event.places.iter().map(label).collect();
    }
    event.points.iter().map(|point| point.at).collect()
}

/// The first event that passes after a day, or the last one that begins before it.
///
/// Of several events shown on one day the order of the atlas decides; `open` is the one to go on
/// from.
fn neighbour(
    atlas: &Atlas,
    filter: &EventFilter,
    open: Option<EventIx>,
    day: Day,
    forward: bool,
) -> Option<EventIx> {
    let mut passing = atlas
        .events()
        .filter(|(_, event)| filter.admits(atlas, event));
    // An open event is only a place to go on from while its date is shown.
    let from = open.filter(|index| atlas.event(*index).shown_on() == day);
    match (from, forward) {
        (Some(open), true) => passing.find(|(index, _)| *index > open),
        (Some(open), false) => passing.take_while(|(index, _)| *index < open).last(),
        (None, true) => passing.find(|(_, event)| event.shown_on() > day),
        (None, false) => passing
            .take_while(|(_, event)| event.first_day() < day)
            .filter(|(_, event)| event.shown_on() < day)
            .last(),
    }
    .map(|(index, _)| index)
}

impl ViewState {
    pub(super) fn open_event(&mut self, atlas: &Atlas, index: EventIx) {
        let Some(event) = atlas.events.get(index.index()) else {
            return;
        };
        let (first, last) = Atlas::range();
        self.playback.stop();
        self.event = Some(index);
        // What is opened from elsewhere must be seen in the list.
        if !self.event_filter.admits(atlas, event) {
            self.event_filter = EventFilter::default();
        }
        self.set_date(event.shown_on().clamp(first, last));
        self.page = Page::Events;
        if let Some(place) = event.places.first() {
            self.selection = Some(*place);
        }
        self.bring_into_view(&positions(atlas, event));
    }

    /// Moves the camera only when one of the points is out of view; keeps the scale if it can.
    ///
    /// Points beyond the map (a treaty signed in Washington) do not move it.
    fn bring_into_view(&mut self, degrees: &[[f64; 2]]) {
        /// The rim of the map where cards and buttons stand, as a share of each side.
        const RIM: f64 = 0.08;
        let projection = Projection::of(self.region);
        let limits = camera_limits(&projection);
        let points: Vec<[f64; 2]> = degrees
            .iter()
            .map(|point| projection.project(*point))
            .filter(|point| limits.world.contains(*point))
            .collect();
        let camera = self.goal(&projection);
        let seen = camera.visible(self.viewport);
        let [width, height] = seen.size();
        let inner = seen.expanded(-RIM * width.min(height));
        if points.iter().all(|point| inner.contains(*point)) {
            return;
        }
        let around = Bounds::of(points);
        let fits = around.size()[0] <= inner.size()[0] && around.size()[1] <= inner.size()[1];
        let moved = if fits {
            Camera {
                center_km: around.center(),
                ..camera
            }
        } else {
            let padding = self.viewport.size[0].min(self.viewport.size[1]) * 0.15;
            Camera::fit(&around, self.viewport, padding)
        };
        self.look = Look::Free(moved.clamped(self.viewport, &limits));
    }

    pub(super) fn filter_events(&mut self, atlas: &Atlas, filter: EventFilter) {
        self.event_filter = filter;
        self.page = Page::Events;
        let passes = |index: &EventIx| filter.admits(atlas, atlas.event(*index));
        self.event = self.event.filter(passes);
    }

    pub(super) fn step_event(&mut self, atlas: &Atlas, forward: bool) {
        let next = neighbour(atlas, &self.event_filter, self.event, self.date, forward);
        if let Some(event) = next {
            self.open_event(atlas, event);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use super::*;
    use crate::dataset::Origin;
    use crate::model::date::HistoricalDate;
    use crate::model::language::Language;
    use crate::state::Command;
    use crate::state::view_state::Preset;

    static ATLAS: LazyLock<Atlas> = LazyLock::new(|| Atlas::load(&Origin::Embedded).unwrap());

    fn day(text: &str) -> Day {
        text.parse::<HistoricalDate>().unwrap().last_day()
    }

    fn state(date: &str) -> ViewState {
        ViewState::new(day(date), Language::English)
    }

    fn event(id: &str) -> EventIx {
        ATLAS.events().find(|(_, event)| event.id == id).unwrap().0
    }

    #[test]
    fn an_event_shows_the_end_of_the_unit_it_begins_in() {
        for (id, date) in [
            ("joint-declaration", "1956-10-19"),
            ("laxman-mission", "1792-10-31"),
            ("kelp-agreement-1963", "1963-12-31"),
            ("japanese-opinion-1980s", "1980-12-31"),
        ] {
            let mut state = state("1900");
            let _ = state.apply(&ATLAS, Command::OpenEvent(event(id)));
            assert_eq!(state.date, day(date), "{id}");
            assert_eq!(state.event, Some(event(id)));
            assert_eq!(state.page, Page::Events);
        }
    }

    #[test]
    fn an_event_chooses_its_first_place() {
        let mut state = state("1900");
        let laxman = event("laxman-mission");
        let _ = state.apply(&ATLAS, Command::OpenEvent(laxman));
        assert_eq!(state.selection, ATLAS.find_territory("hokkaido"));
    }

    #[test]
    fn the_camera_moves_only_for_what_is_out_of_view() {
        let mut state = state("1900");
        let etorofu = event("kurils-1945");
        let _ = state.apply(&ATLAS, Command::OpenEvent(etorofu));
        assert_eq!(state.look, Look::At(Preset::Region), "all of it is in view");
        let _ = state.apply(&ATLAS, Command::Look(Preset::Manchuria));
        let _ = state.apply(&ATLAS, Command::OpenEvent(event("laxman-mission")));
        let projection = Projection::atlas();
        let seen = state.camera(&projection).visible(state.viewport);
        for point in positions(&ATLAS, ATLAS.event(event("laxman-mission"))) {
            assert!(seen.contains(projection.project(point)), "{point:?}");
        }
        let _ = state.apply(&ATLAS, Command::Look(Preset::FourIslands));
        let abroad = event("treaty-of-portsmouth");
        let _ = state.apply(&ATLAS, Command::OpenEvent(abroad));
        let kept = state.camera(&projection);
        assert!(kept.km_per_point.is_finite() && kept.center_km.iter().all(|km| km.is_finite()));
    }

    #[test]
    fn stepping_visits_every_event_once_and_back() {
        let mut state = state("1792-01-01");
        state.date = Atlas::range().0;
        let mut visited = Vec::new();
        loop {
            let before = state.event;
            let _ = state.apply(&ATLAS, Command::NextEvent);
            if state.event == before {
                break;
            }
            visited.extend(state.event);
        }
        assert_eq!(visited.len(), ATLAS.events.len());
        assert!(visited.is_sorted());
        for expected in visited.iter().rev().skip(1) {
            let _ = state.apply(&ATLAS, Command::PreviousEvent);
            assert_eq!(state.event, Some(*expected));
        }
    }

    #[test]
    fn a_filter_closes_what_it_does_not_let_pass() {
        let mut state = state("1956-10-19");
        let declaration = event("joint-declaration");
        let _ = state.apply(&ATLAS, Command::OpenEvent(declaration));
        let treaties = EventFilter {
            category: Some(Category::Treaty),
            ..EventFilter::default()
        };
        let _ = state.apply(&ATLAS, Command::FilterEvents(treaties));
        assert_eq!(state.event, Some(declaration));
        let trade = EventFilter {
            category: Some(Category::Trade),
            ..EventFilter::default()
        };
        let _ = state.apply(&ATLAS, Command::FilterEvents(trade));
        assert_eq!(state.event, None);
        let passing = ATLAS
            .events
            .iter()
            .filter(|event| trade.admits(&ATLAS, event));
        assert!(passing.clone().count() > 10);
        assert!(
            passing
                .into_iter()
                .all(|event| event.category == Category::Trade)
        );
    }

    #[test]
    fn a_part_hears_of_its_whole_and_a_whole_of_its_parts() {
        let whole = ATLAS.find_territory("kurils-north").unwrap();
        let part = ATLAS.parts_of(whole).next().unwrap();
        let count = |place| {
            ATLAS
                .events
                .iter()
                .filter(|event| concerns(&ATLAS, event, place))
                .count()
        };
        assert!(count(whole) >= count(part) && count(part) > 0);
    }
}
