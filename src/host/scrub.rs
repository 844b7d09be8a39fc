//! Measures how fast the years can be stepped through.

use std::io::Write as _;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use egui::{Ui, ViewportBuilder, ViewportCommand};

use crate::dataset::Atlas;
use crate::model::date::Day;
use crate::model::language::Language;
use crate::scene::ground::Ground;
use crate::state::view_state::{Page, Unit};
use crate::state::{Command, ViewState};
use crate::ui::app::{App, Content};

use super::headless::Headless;
use super::startup::{self, Starting, WindowError};
use super::window::{self, FirstFrame, GroundInTheMaking};

/// How far a frame goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Renderer {
    /// To its triangles.
    #[default]
    None,
    /// To its pixels, in memory.
    Software,
    /// To a window on the screen.
    Gl,
}

impl Renderer {
    /// All renderers.
    pub const ALL: [Self; 3] = [Self::None, Self::Software, Self::Gl];

    /// The id used on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Software => "software",
            Self::Gl => "gl",
        }
    }
}

/// What is stepped through, and how it is drawn.
#[derive(Clone, Debug)]
pub struct Options {
    pub atlas: Arc<Atlas>,
    pub renderer: Renderer,
    /// The first year; where it is later than the last one the time runs backwards.
    pub from: i16,
    /// The last year. With the same year for both every frame shows the same: the cost of a still one.
    pub to: i16,
    /// How many times over.
    pub repeat: u32,
    /// Width and height of the screen in pixels.
    pub size: [usize; 2],
    pub language: Language,
    /// The open page of the inspector.
    pub page: Page,
}

/// What the steps took.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// Processor time of the whole process, all threads together, in milliseconds a step; elapsed
    /// time where the system does not tell it.
    pub cpu_ms_per_step: f64,
    /// Elapsed milliseconds of each step: of the frame on the thread that draws, or with a window
    /// from one frame to the next.
    pub steps: Vec<f64>,
}

/// Steps through the years as fast as it can.
///
/// # Errors
/// When the renderer needs a window and there is none.
pub fn run(options: &Options) -> Result<Report, WindowError> {
    match options.renderer {
        Renderer::None => Ok(headless(options, |screen| drop(screen.frame(Vec::new())))),
        Renderer::Software => Ok(headless(options, |screen| drop(screen.picture()))),
        Renderer::Gl => in_a_window(options),
    }
}

impl Options {
    /// The ends of the years to show, in turn.
    fn days(&self) -> Vec<Day> {
        let (first, last) = Atlas::range();
        let years: Vec<i16> = if self.from <= self.to {
            (self.from..=self.to).collect()
        } else {
            (self.to..=self.from).rev().collect()
        };
        let ends = years.into_iter().filter_map(|year| Day::new(year, 12, 31));
        let days: Vec<Day> = ends.filter(|day| (first..=last).contains(day)).collect();
        let count = days.len();
        days.into_iter()
            .cycle()
            .take(count * self.repeat as usize)
            .collect()
    }

    fn state(&self) -> ViewState {
        let first = self.days().first().copied().unwrap_or(Day::MIN);
        let mut state = ViewState::new(first, self.language);
        state.unit = Unit::Year;
        state.page = self.page;
        state
    }
}

fn headless(options: &Options, draw: impl Fn(&mut Headless)) -> Report {
    let ground = Ground::new(&options.atlas);
    ground.prepare_fine_now(&options.atlas);
    let make = |context: &egui::Context| {
        App::new(
            Arc::clone(&options.atlas),
            Arc::new(ground),
            options.state(),
            Content::Page,
            context,
        )
    };
    let mut screen = Headless::new(options.size, 1.0, make);
    screen.settle();
    let mut clock = Clock::start();
    for day in options.days() {
        screen.app().send(Command::SetDate(day));
        draw(&mut screen);
        clock.step();
    }
    clock.report()
}

fn in_a_window(options: &Options) -> Result<Report, WindowError> {
    #[expect(
        clippy::cast_precision_loss,
        reason = "screens are smaller than 2^24 pixels a side"
    )]
    let size = options.size.map(|side| side as f32);
    let viewport = ViewportBuilder::default()
        .with_title("kuril-atlas scrub")
        .with_app_id(window::APP_ID)
        .with_inner_size(size)
        .with_resizable(false);
    let mut native = window::plain_options(viewport);
    native.glow_options.vsync = false;
    let ground = GroundInTheMaking::start(&options.atlas);
    let report = Arc::new(Mutex::new(Report::default()));
    startup::open(&native, startup::Renderer::Glow, &|creation, starting| {
        let atlas = Arc::clone(&options.atlas);
        let app = App::new(
            atlas,
            ground.get(),
            options.state(),
            Content::Page,
            &creation.egui_ctx,
        );
        Box::new(ScrubWindow {
            app,
            days: options.days().into_iter(),
            starting: starting.clone(),
            first: FirstFrame::default(),
            clock: None,
            frame: None,
            report: Arc::clone(&report),
        })
    })?;
    let mut report = report.lock().unwrap_or_else(PoisonError::into_inner);
    Ok(std::mem::take(&mut *report))
}

/// A window that steps a year a frame and closes after the last.
struct ScrubWindow {
    app: App,
    days: std::vec::IntoIter<Day>,
    starting: Starting,
    first: FirstFrame,
    /// Runs since the first frame was shown.
    clock: Option<Clock>,
    /// The number of the frame of the last step.
    frame: Option<u64>,
    report: Arc<Mutex<Report>>,
}

impl eframe::App for ScrubWindow {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.starting.is_over();
        let context = ui.ctx();
        if self.first.has_just_been_shown(context) {
            // Whoever waits for the line may have gone; the measurement goes on.
            let mut out = std::io::stdout();
            let _ = writeln!(out, "FIRST").and_then(|()| out.flush());
            self.clock = Some(Clock::start());
        }
        let number = context.cumulative_frame_nr();
        if let Some(clock) = &mut self.clock
            && self.frame != Some(number)
        {
            if self.frame.replace(number).is_some() {
                clock.step();
            }
            if let Some(day) = self.days.next() {
                self.app.send(Command::SetDate(day));
                context.request_repaint();
            } else {
                *self.report.lock().unwrap_or_else(PoisonError::into_inner) = clock.report();
                context.send_viewport_cmd(ViewportCommand::Close);
            }
        }
        self.app.ui(ui);
    }
}

/// Takes the time of steps.
struct Clock {
    cpu: Duration,
    start: Instant,
    last: Instant,
    steps: Vec<f64>,
}

impl Clock {
    fn start() -> Self {
        let now = Instant::now();
        Self {
            cpu: cpu_time(now),
            start: now,
            last: now,
            steps: Vec::new(),
        }
    }

    /// A step has ended, and the next begins.
    fn step(&mut self) {
        let now = Instant::now();
        self.steps.push((now - self.last).as_secs_f64() * 1000.0);
        self.last = now;
    }

    fn report(&self) -> Report {
        let spent = cpu_time(self.start).saturating_sub(self.cpu).as_secs_f64() * 1000.0;
        #[expect(clippy::cast_precision_loss, reason = "nobody waits for 2^52 steps")]
        let count = self.steps.len().max(1) as f64;
        Report {
            cpu_ms_per_step: spent / count,
            steps: self.steps.clone(),
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
    use crate::dataset::Origin;

    fn options(renderer: Renderer, from: i16, to: i16, repeat: u32) -> Options {
        let atlas = Arc::new(Atlas::load(&Origin::Embedded).unwrap());
        Options {
            atlas,
            renderer,
            from,
            to,
            repeat,
            size: [400, 300],
            language: Language::English,
            page: Page::Year,
        }
    }

    #[test]
    fn years_are_stepped_through_in_order_and_again() {
        let years = |from, to, repeat| -> Vec<i16> {
            options(Renderer::None, from, to, repeat)
                .days()
                .into_iter()
                .map(Day::year)
                .collect()
        };
        assert_eq!(years(1904, 1906, 2), [1904, 1905, 1906, 1904, 1905, 1906]);
        assert_eq!(years(1906, 1905, 1), [1906, 1905]);
        assert_eq!(years(1930, 1930, 3), [1930, 1930, 1930]);
        assert_eq!(years(1930, 1931, 0), [0; 0]);
        assert_eq!(
            years(2024, 3000, 1),
            [2024, 2025],
            "years after the atlas are not shown"
        );
        assert_eq!(years(i16::MIN, 1793, 1), [1792, 1793]);
    }

    #[test]
    fn every_step_is_timed() {
        for renderer in [Renderer::None, Renderer::Software] {
            let report = run(&options(renderer, 1904, 1906, 1)).unwrap();
            assert_eq!(report.steps.len(), 3);
            assert!(
                report.cpu_ms_per_step > 0.0 && report.steps.iter().all(|step| *step > 0.0),
                "{report:?}"
            );
        }
    }
}
