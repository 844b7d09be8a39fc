//! Takes the time of steps, and looks at the memory where they go on for minutes.

use std::time::{Duration, Instant};

use super::memory::Usage;
use super::scrub::Report;

/// The width of a class of steps, in milliseconds, and how many classes there are.
const CLASS: f64 = 0.01;
const CLASSES: usize = 10_000;

/// What stands for hundreds of thousands of steps.
#[derive(Clone, Debug, PartialEq)]
pub struct Soaked {
    pub steps: u64,
    /// Elapsed milliseconds a step, to a hundredth.
    pub median: f64,
    /// So many milliseconds only one step of a hundred exceeds.
    pub p99: f64,
    pub longest: f64,
    /// At the start, in the middle and at the end.
    pub memory: Vec<Usage>,
}

/// Takes the time of steps.
pub(super) struct Clock {
    cpu: Duration,
    start: Instant,
    last: Instant,
    steps: Vec<f64>,
    soak: Option<Soak>,
}

impl Clock {
    /// With `minutes` it is over after so many of them, otherwise after the first round.
    pub(super) fn start(minutes: Option<f64>) -> Self {
        let now = Instant::now();
        Self {
            cpu: cpu_time(now),
            start: now,
            last: now,
            steps: Vec::new(),
            soak: minutes.map(Soak::of),
        }
    }

    /// A step has ended, and the next begins.
    pub(super) fn step(&mut self) {
        let now = Instant::now();
        let milliseconds = (now - self.last).as_secs_f64() * 1000.0;
        match &mut self.soak {
            Some(soak) => soak.count(milliseconds),
            None => self.steps.push(milliseconds),
        }
        self.last = now;
    }

    /// A round has ended: whether it was the last one.
    pub(super) fn is_over(&mut self) -> bool {
        let passed = self.start.elapsed();
        self.soak.as_mut().is_none_or(|soak| soak.is_over(passed))
    }

    pub(super) fn report(&self) -> Report {
        let spent = cpu_time(self.start).saturating_sub(self.cpu).as_secs_f64() * 1000.0;
        let soak = self.soak.as_ref().map(|soak| soak.report(self.start));
        #[expect(clippy::cast_precision_loss, reason = "nobody waits for 2^52 steps")]
        let count = match &soak {
            Some(soak) => soak.steps.max(1) as f64,
            None => self.steps.len().max(1) as f64,
        };
        Report {
            cpu_ms_per_step: spent / count,
            steps: self.steps.clone(),
            soak,
        }
    }
}

/// Counts steps by how long they took, in memory that does not grow.
struct Soak {
    length: Duration,
    classes: Vec<u32>,
    longest: f64,
    memory: Vec<Usage>,
}

impl Soak {
    fn of(minutes: f64) -> Self {
        Self {
            length: Duration::try_from_secs_f64(minutes * 60.0).unwrap_or(Duration::ZERO),
            classes: vec![0; CLASSES],
            longest: 0.0,
            memory: Vec::with_capacity(3),
        }
    }

    fn count(&mut self, milliseconds: f64) {
        self.longest = self.longest.max(milliseconds);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "what does not fit is in the last class"
        )]
        let class = ((milliseconds / CLASS) as usize).min(CLASSES - 1);
        self.classes[class] = self.classes[class].saturating_add(1);
    }

    /// The first round fills the caches, so that the memory of the start is that after it.
    fn is_over(&mut self, passed: Duration) -> bool {
        let due = match self.memory.len() {
            0 => true,
            1 => passed >= self.length / 2,
            _ => false,
        };
        if due {
            self.memory.push(Usage::now(passed));
        }
        passed >= self.length
    }

    fn report(&self, start: Instant) -> Soaked {
        let steps: u64 = self.classes.iter().map(|count| u64::from(*count)).sum();
        let below = |thousandth: u64| {
            let wanted = (steps * thousandth).div_ceil(1000);
            let mut counted = 0;
            let class = self.classes.iter().position(|count| {
                counted += u64::from(*count);
                counted >= wanted
            });
            #[expect(clippy::cast_precision_loss, reason = "few classes")]
            let edge = (class.unwrap_or(0) + 1) as f64 * CLASS;
            edge.min(self.longest)
        };
        let mut memory = self.memory.clone();
        memory.push(Usage::now(start.elapsed()));
        Soaked {
            steps,
            median: below(500),
            p99: below(990),
            longest: self.longest,
            memory,
        }
    }
}

/// The processor time the process has spent on all its threads.
#[cfg(unix)]
fn cpu_time(_start: Instant) -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
    let seconds = u64::try_from(time.tv_sec).unwrap_or_default();
    let nanos = u32::try_from(time.tv_nsec).unwrap_or_default();
    Duration::new(seconds, nanos)
}

/// Other systems count it too coarsely for steps of a millisecond; what has passed stands for it.
#[cfg(not(unix))]
fn cpu_time(start: Instant) -> Duration {
    start.elapsed()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_of_steps_are_found_by_their_class() {
        let mut soak = Soak::of(1.0);
        for step in 1..=1000 {
            soak.count(f64::from(step) / 100.0 - 0.001);
        }
        soak.count(5000.0);
        let report = soak.report(Instant::now());
        assert_eq!(report.steps, 1001);
        assert!((report.median - 5.0).abs() < 0.05, "{report:?}");
        assert!((report.p99 - 9.9).abs() < 0.05, "{report:?}");
        assert!((report.longest - 5000.0).abs() < 1e-9);
    }
}
