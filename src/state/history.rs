//! Back and forward: where the reader has been.

use std::sync::Arc;

use crate::model::date::Day;
use crate::model::event::EventIx;
use crate::model::place::TerritoryIx;
use crate::model::view::View;

use super::compare::Compare;
use super::time_axis::Span;
use super::view_state::{Look, Unit};

/// How many places back can be gone to.
const KEPT: usize = 200;

/// What one looks at: everything that going back brings back.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moment {
    pub date: Day,
    pub unit: Unit,
    pub span: Span,
    pub view: View,
    pub side_by_side: bool,
    pub compare: Option<Compare>,
    pub selection: Option<TerritoryIx>,
    pub event: Option<EventIx>,
    pub look: Look,
}

/// What belongs together as one step of the history: a drag along the axis is one step, not
/// hundreds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gesture {
    Scrub,
    /// While a date is being typed.
    Type,
    Step,
    Play,
    Time,
    Map,
    /// Always a step of its own.
    Single,
}

/// The moments before and after this one. A copy costs nothing: the lists are shared until they
/// change.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    past: Arc<Vec<Moment>>,
    future: Arc<Vec<Moment>>,
    open: Option<Gesture>,
}

impl History {
    /// Notes that a gesture led away from `before`.
    pub fn leave(&mut self, before: Moment, gesture: Gesture) {
        let goes_on = gesture != Gesture::Single && self.open == Some(gesture);
        self.open = Some(gesture);
        if goes_on {
            return;
        }
        let past = Arc::make_mut(&mut self.past);
        if past.len() == KEPT {
            past.remove(0);
        }
        past.push(before);
        Arc::make_mut(&mut self.future).clear();
    }

    /// Ends a gesture: the next one is a step of its own.
    pub const fn settle(&mut self) {
        self.open = None;
    }

    /// The moment before, given the present one.
    pub fn back(&mut self, now: Moment) -> Option<Moment> {
        self.open = None;
        let before = Arc::make_mut(&mut self.past).pop()?;
        Arc::make_mut(&mut self.future).push(now);
        Some(before)
    }

    /// The moment that was left by going back.
    pub fn forward(&mut self, now: Moment) -> Option<Moment> {
        self.open = None;
        let after = Arc::make_mut(&mut self.future).pop()?;
        Arc::make_mut(&mut self.past).push(now);
        Some(after)
    }

    /// Whether there is something to go back to.
    #[must_use]
    pub fn has_past(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is something to go forward to.
    #[must_use]
    pub fn has_future(&self) -> bool {
        !self.future.is_empty()
    }
}
