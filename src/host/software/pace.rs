//! When the next frame is due.

use std::time::{Duration, Instant};

/// When the next frame is due, and no sooner than the screen can show it.
#[derive(Clone, Debug)]
pub(super) struct Pace {
    /// The least time from one frame to the next.
    interval: Duration,
    due: Option<Instant>,
    last: Option<Instant>,
}

impl Pace {
    /// `interval` is the least time from one frame to the next.
    pub const fn new(interval: Duration) -> Self {
        Self {
            interval,
            due: None,
            last: None,
        }
    }

    /// Somebody wants a frame at a time; the earliest wish counts.
    pub fn want(&mut self, when: Instant) {
        let when = match self.last {
            Some(last) => when.max(last + self.interval),
            None => when,
        };
        self.due = Some(self.due.map_or(when, |due| due.min(when)));
    }

    /// A frame begins.
    pub const fn begin(&mut self, now: Instant) {
        self.last = Some(now);
        self.due = None;
    }

    /// Whether a frame is due; it is asked for once.
    pub fn is_due(&mut self, now: Instant) -> bool {
        let is_due = self.due.is_some_and(|due| due <= now);
        if is_due {
            self.due = None;
        }
        is_due
    }

    /// When to wake up; never where nothing is wanted.
    pub const fn due(&self) -> Option<Instant> {
        self.due
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_come_when_they_are_wanted_and_not_faster_than_the_screen() {
        let start = Instant::now();
        let at = |milliseconds: u64| start + Duration::from_millis(milliseconds);
        let mut pace = Pace::new(Duration::from_millis(16));
        assert!(
            !pace.is_due(at(0)) && pace.due().is_none(),
            "no wish, no frame"
        );
        pace.want(at(0));
        assert!(pace.is_due(at(0)));
        assert!(!pace.is_due(at(0)), "one wish, one frame");
        pace.begin(at(0));
        pace.want(at(1));
        pace.want(at(500));
        assert_eq!(pace.due(), Some(at(16)), "the earliest, but not at once");
        assert!(!pace.is_due(at(15)));
        assert!(pace.is_due(at(16)));
        pace.begin(at(16));
        assert_eq!(pace.due(), None, "at rest");
        pace.want(at(900));
        assert_eq!(pace.due(), Some(at(900)));
        assert!(!pace.is_due(at(100)));
    }
}
