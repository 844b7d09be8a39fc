//! Playing through the years. Knows no clock: it is told how much time has passed.

/// How many units a second pass, slowest first.
pub const SPEEDS: [f32; 6] = [0.5, 1.0, 2.0, 5.0, 10.0, 20.0];

/// Whether the time runs, and how fast.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Playback {
    playing: bool,
    speed: usize,
    /// Seconds since the last step.
    waited: f32,
}

impl Default for Playback {
    fn default() -> Self {
        Self { playing: false, speed: 2, waited: 0.0 }
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
    }

    /// Stops.
    pub fn stop(&mut self) {
        self.playing = false;
        self.waited = 0.0;
    }

    /// One speed faster or slower, within [`SPEEDS`].
    pub fn change_speed(&mut self, faster: bool) {
        self.speed = if faster { (self.speed + 1).min(SPEEDS.len() - 1) } else { self.speed.saturating_sub(1) };
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
        if self.waited < interval {
            return false;
        }
        self.waited = (self.waited - interval).min(interval * 0.5);
        true
    }

    /// Seconds until the next step; `None` while the time stands.
    #[must_use]
    pub fn seconds_to_next(&self) -> Option<f32> {
        self.playing.then(|| (1.0 / self.units_per_second() - self.waited).max(0.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_come_at_the_chosen_speed() {
        let mut playback = Playback::default();
        assert!(!playback.tick(10.0), "nothing happens while the time stands");
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
        assert!(!playback.tick(0.0), "a minute's pause is one step, not a hundred and twenty");
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
