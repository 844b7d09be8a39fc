//! What commands do to the date, the time axis, playback and the history.

use crate::dataset::Atlas;
use crate::model::date::{Day, HistoricalDate, Precision};
use crate::model::place::TerritoryIx;

use super::bookmark;
use super::history::Moment;
use super::time_axis::{Span, Stretch};
use super::view_state::{Unit, ViewState};

impl ViewState {
    /// Shows a day; the axis follows where it is out of sight.
    pub(super) fn set_date(&mut self, day: Day) {
        let (first, last) = Atlas::range();
        self.date = day.clamp(first, last);
        // The unit stays: stepping out of sight must not change the length of a step.
        self.span = self.span.reveal(self.date);
    }

    pub(super) fn show_date(&mut self, date: HistoricalDate) {
        self.playback.stop();
        let unit = match date.precision() {
            Precision::Day => Unit::Day,
            Precision::Month => Unit::Month,
            Precision::Season | Precision::Year | Precision::Decade => Unit::Year,
        };
        self.unit = unit;
        self.set_date(date.last_day());
    }

    pub(super) fn jump(&mut self, day: Option<Day>) {
        self.playback.stop();
        let (first, last) = Atlas::range();
        if let Some(day) = day.filter(|day| (first..=last).contains(day)) {
            self.set_date(day);
        }
    }

    /// The next day on which control changes, of the chosen place or of any.
    #[must_use]
    pub fn next_change(&self, atlas: &Atlas, day: Day) -> Option<Day> {
        match self.changes_of() {
            Some(place) => changes_of(atlas, place).filter(|start| *start > day).min(),
            None => atlas.next_change(day),
        }
    }

    /// The last day before on which control changed, of the chosen place or of any.
    #[must_use]
    pub fn previous_change(&self, atlas: &Atlas, day: Day) -> Option<Day> {
        match self.changes_of() {
            Some(place) => changes_of(atlas, place).filter(|start| *start < day).max(),
            None => atlas.previous_change(day),
        }
    }

    pub(super) fn set_span(&mut self, span: Span) {
        self.span = span;
        if !self.unit_chosen {
            self.unit = span.unit();
        }
    }

    /// Zooms the time axis; without a place to zoom about, about the date if it is in sight.
    pub(super) fn zoom_time(&mut self, factor: f64, about: Option<f64>) {
        let about = about.unwrap_or_else(|| {
            if self.span.shows(self.date) {
                self.span.middle(self.date)
            } else {
                0.5
            }
        });
        self.set_span(self.span.zoom(about, factor));
    }

    /// Shows a stretch; a date outside it moves to the nearer end, so that something is to be seen.
    pub(super) fn show_stretch(&mut self, stretch: Stretch) {
        let span = stretch.span();
        self.set_span(span);
        if !span.shows(self.date) {
            let nearest = if self.date < span.first() {
                span.first()
            } else {
                span.last()
            };
            self.set_date(nearest);
        }
    }

    pub(super) fn toggle_loop(&mut self) {
        let range = match self.playback.range() {
            Some(_) => None,
            None => Some((self.span.first(), self.span.last())),
        };
        self.playback.set_range(range);
    }

    pub(super) fn play_or_pause(&mut self) {
        self.history.settle();
        if self.playback.is_playing() {
            self.playback.stop();
            return;
        }
        // Playing from the end starts over, as every player does; a loop is entered at its start.
        let (first, last) = self.playing_range();
        if self.date >= last || self.date < first {
            self.set_date(self.unit.end(first).min(last));
        }
        self.playback.start();
    }

    /// The days that are played.
    #[must_use]
    pub fn playing_range(&self) -> (Day, Day) {
        self.playback.range().unwrap_or_else(Atlas::range)
    }

    /// Lets time pass: one step at most, and none past a change that is to be rested on.
    pub(super) fn tick(&mut self, atlas: &Atlas, seconds: f32) {
        if !self.playback.tick(seconds) {
            return;
        }
        let (first, last) = self.playing_range();
        if self.date >= last {
            if self.playback.range().is_none() {
                self.playback.stop();
                return;
            }
            self.set_date(self.unit.end(first).min(last));
            return;
        }
        let next = self.unit.step(self.date, 1).min(last);
        let change = self
            .next_change(atlas, self.date)
            .filter(|change| *change <= next);
        match change.filter(|_| self.playback.rests) {
            Some(change) => {
                self.set_date(change);
                self.playback.rest();
            }
            None => self.set_date(next),
        }
        if self.date >= last && self.playback.range().is_none() {
            self.playback.stop();
        }
    }

    pub(super) fn go_back(&mut self) {
        let now = self.moment();
        if let Some(moment) = self.history.back(now) {
            self.show_moment(moment);
        }
    }

    pub(super) fn go_forward(&mut self) {
        let now = self.moment();
        if let Some(moment) = self.history.forward(now) {
            self.show_moment(moment);
        }
    }

    pub(super) fn add_bookmark(&mut self, atlas: &Atlas) {
        let moment = self.moment();
        self.bookmarks
            .add(bookmark::name_of(atlas, &moment, self.language), moment);
    }

    pub(super) fn open_bookmark(&mut self, position: usize) {
        if let Some(bookmark) = self.bookmarks.all().get(position) {
            self.show_moment(bookmark.moment);
        }
    }

    /// Shows what was looked at.
    pub(super) fn show_moment(&mut self, moment: Moment) {
        self.playback.stop();
        self.date = moment.date;
        self.unit = moment.unit;
        self.span = moment.span;
        self.view = moment.view;
        self.side_by_side = moment.side_by_side;
        self.compare = moment.compare;
        self.selection = moment.selection;
        self.event = moment.event;
        self.look = moment.look;
    }
}

/// The days on which a territory, or a town in it, changes hands; in no order.
fn changes_of(atlas: &Atlas, place: TerritoryIx) -> impl Iterator<Item = Day> {
    let phases = atlas.control.record(place).phases();
    let towns = atlas.town_control.changes().iter();
    let towns = towns.filter(move |change| atlas.town_control.land_of(change) == place);
    phases
        .iter()
        .skip(1)
        .map(|phase| phase.from.first_day())
        .chain(towns.map(|change| change.day))
}
