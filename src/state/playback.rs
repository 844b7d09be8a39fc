//! Playing through the years. Knows no clock: it is told how much time has passed.

use crate::model::date::Day;

/// How many units a second pass, slowest first.
pub const SPEEDS: [f32; 6] = [0.5, 1.0, 2.0, 5.0, 10.0, 20.0];

/// How long playback rests on a turning point, beyond the pace of its steps, in seconds.
pub const REST: f32 = 1.2;

/// Whether the time runs, how fast, over which days, and whether it rests on changes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Playback {
    playing: bool,
    speed: usize,
    /// Seconds since the last step.
    waited: f32,
    /// Seconds to wait beyond the interval before the next step.
    rest: f32,
    /// The days that are repeated.
    range: Option<(Day, Day)>,
    /// Whether playback stops at each change of control for a while.
    pub rests: bool,
}

impl Default for Playback {
    fn default() -> Self {
        Self {
            playing: false,
            speed: 2,
            waited: 0.0,
            rest: 0.0,
            range: None,
            rests: true,
        }
    }
}

impl Playback {
    /// Whether the time runs.
    #[must_use]
    pub const fn is_playing(&self) -> bool {
        self.playing
    }

    /// Units a second.
    #[must_use]
    pub fn units_per_second(&self) -> f32 {
        SPEEDS[self.speed.min(SPEEDS.len() - 1)]
    }

    /// Starts; the first step comes after a full interval.
    pub fn start(&mut self) {
        self.playing = true;
        self.waited = 0.0;
        self.rest = 0.0;
    }

    /// Stops.
    pub fn stop(&mut self) {
        self.playing = false;
        self.waited = 0.0;
        self.rest = 0.0;
    }

    /// The days that are repeated, if any.
    #[must_use]
    pub const fn range(&self) -> Option<(Day, Day)> {
        self.range
    }

    /// Repeats these days, both ends included, in whichever order they are named.
    pub fn set_range(&mut self, days: Option<(Day, Day)>) {
        self.range = days.map(|(one, other)| (one.min(other), one.max(other)));
    }

    /// Stays where it is for [`REST`] longer.
    pub const fn rest(&mut self) {
        self.rest = REST;
    }

    /// Whether playback rests on a turning point.
    #[must_use]
    pub fn is_resting(&self) -> bool {
        self.playing && self.rest > 0.0
    }

    /// One speed faster or slower, within [`SPEEDS`].
    pub fn change_speed(&mut self, faster: bool) {
        self.speed = if faster {
            (self.speed + 1).min(SPEEDS.len() - 1)
        } else {
            self.speed.saturating_sub(1)
        };
        self.waited = 0.0;
    }

    /// Lets `seconds` pass and returns whether a step is due.
    ///
    /// At most one step is due at a time, so a slow frame delays years but never skips one.
    pub fn tick(&mut self, seconds: f32) -> bool {
        if !self.playing {
            return false;
        }
        self.waited += seconds.max(0.0);
        let interval = 1.0 / self.units_per_second();
        if self.waited < interval + self.rest {
            return false;
        }
        self.waited = (self.waited - interval - self.rest).min(interval * 0.5);
        self.rest = 0.0;
        true
    }

    /// Seconds until the next step; `None` while the time stands.
    #[must_use]
    pub fn seconds_to_next(&self) -> Option<f32> {
        self.playing
            .then(|| (1.0 / self.units_per_second() + self.rest - self.waited).max(0.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_come_at_the_chosen_speed() {
        let mut playback = Playback::default();
        assert!(
            !playback.tick(10.0),
            "nothing happens while the time stands"
        );
        playback.start();
        let steps = (0..100).filter(|_| playback.tick(0.05)).count();
        assert_eq!(steps, 10, "2 a second for 5 seconds");
        playback.stop();
        assert_eq!(playback.seconds_to_next(), None);
    }

    #[test]
    fn a_slow_frame_delays_but_never_skips() {
        let mut playback = Playback::default();
        playback.start();
        assert!(playback.tick(60.0));
        assert!(
            !playback.tick(0.0),
            "a minute's pause is one step, not a hundred and twenty"
        );
    }

    #[test]
    fn speed_stays_within_its_range() {
        let mut playback = Playback::default();
        for _ in 0..20 {
            playback.change_speed(true);
        }
        assert!((playback.units_per_second() - 20.0).abs() < f32::EPSILON);
        for _ in 0..20 {
            playback.change_speed(false);
        }
        assert!((playback.units_per_second() - 0.5).abs() < f32::EPSILON);
    }
}
