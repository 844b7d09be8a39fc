//! Measures how fast the years can be stepped through.

use std::io::Write as _;
use std::sync::{Arc, Mutex, PoisonError};

use egui::{Ui, ViewportBuilder, ViewportCommand};

use crate::dataset::Atlas;
use crate::model::date::Day;
use crate::model::language::Language;
use crate::scene::ground::Ground;
use crate::state::view_state::{Page, Unit};
use crate::state::{Command, ViewState};
use crate::ui::app::{App, Content};

use super::clock::{Clock, Soaked};
use super::headless::Headless;
use super::startup::{self, Program, Starting, WindowError, WindowOptions};
use super::window::{self, FirstFrame, GroundInTheMaking};

/// How far a frame goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Renderer {
    /// To its triangles.
    #[default]
    None,
    /// To its pixels, in memory: those that the step changes.
    Memory,
    /// To a window on the screen.
    Window(startup::Renderer),
}

impl Renderer {
    /// All renderers.
    pub const ALL: [Self; 6] = [
        Self::None,
        Self::Memory,
        Self::Window(startup::Renderer::Auto),
        Self::Window(startup::Renderer::Gl),
        Self::Window(startup::Renderer::Wgpu),
        Self::Window(startup::Renderer::Software),
    ];

    /// The id used on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Memory => "memory",
            Self::Window(renderer) => renderer.id(),
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
    /// Go on for so many minutes, however many times over that is.
    pub minutes: Option<f64>,
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
    /// Where it went on for some minutes: what stands for the steps, which would fill the memory
    /// that is to be looked at.
    pub soak: Option<Soaked>,
}

/// Steps through the years as fast as it can.
///
/// # Errors
/// When the renderer needs a window and there is none.
pub fn run(options: &Options) -> Result<Report, WindowError> {
    match options.renderer {
        Renderer::None => Ok(headless(options, |screen| drop(screen.frame(Vec::new())))),
        Renderer::Memory => Ok(headless(options, |screen| drop(screen.repaint(Vec::new())))),
        Renderer::Window(renderer) => in_a_window(options, renderer),
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
    let mut screen = Headless::new(options.size, 1.0, make).with_kept_canvas();
    screen.settle();
    let mut clock = Clock::start(options.minutes);
    loop {
        for day in options.days() {
            screen.app().send(Command::SetDate(day));
            draw(&mut screen);
            clock.step();
        }
        if clock.is_over() {
            return clock.report();
        }
    }
}

fn in_a_window(options: &Options, renderer: startup::Renderer) -> Result<Report, WindowError> {
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
    let window = WindowOptions {
        viewport,
        is_paced: false,
    };
    let ground = GroundInTheMaking::start(&options.atlas);
    let report = Arc::new(Mutex::new(Report::default()));
    startup::open(&window, renderer, &|context, starting| {
        let atlas = Arc::clone(&options.atlas);
        let app = App::new(atlas, ground.get(), options.state(), Content::Page, context);
        Box::new(ScrubWindow {
            app,
            days: options.days().into_iter(),
            again: options.days(),
            minutes: options.minutes,
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
    /// The days of a further round.
    again: Vec<Day>,
    minutes: Option<f64>,
    starting: Starting,
    first: FirstFrame,
    /// Runs since the first frame was shown.
    clock: Option<Clock>,
    /// The number of the frame of the last step.
    frame: Option<u64>,
    report: Arc<Mutex<Report>>,
}

impl Program for ScrubWindow {
    fn ui(&mut self, ui: &mut Ui) {
        self.starting.is_over();
        let context = ui.ctx();
        if self.first.has_just_been_shown(context) {
            // Whoever waits for the line may have gone; the measurement goes on.
            let mut out = std::io::stdout();
            let _ = writeln!(out, "FIRST").and_then(|()| out.flush());
            self.clock = Some(Clock::start(self.minutes));
        }
        let number = context.cumulative_frame_nr();
        if let Some(clock) = &mut self.clock
            && self.frame != Some(number)
        {
            if self.frame.replace(number).is_some() {
                clock.step();
            }
            let mut next = self.days.next();
            if next.is_none() && !clock.is_over() {
                self.days = self.again.clone().into_iter();
                next = self.days.next();
            }
            if let Some(day) = next {
                self.app.send(Command::SetDate(day));
                context.request_repaint();
            } else {
                *self.report.lock().unwrap_or_else(PoisonError::into_inner) = clock.report();
                // Frames until the window is gone are no steps.
                self.clock = None;
                context.send_viewport_cmd(ViewportCommand::Close);
            }
        }
        self.app.ui(ui);
    }
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
            minutes: None,
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
        for renderer in [Renderer::None, Renderer::Memory] {
            let report = run(&options(renderer, 1904, 1906, 1)).unwrap();
            assert_eq!(report.steps.len(), 3);
            assert!(
                report.cpu_ms_per_step > 0.0 && report.steps.iter().all(|step| *step > 0.0),
                "{report:?}"
            );
        }
    }

    #[test]
    fn a_soak_goes_on_and_looks_at_the_memory_three_times() {
        let mut soaked = options(Renderer::None, 1904, 1906, 1);
        soaked.minutes = Some(0.02);
        let report = run(&soaked).unwrap();
        let soak = report.soak.unwrap();
        assert!(report.steps.is_empty());
        assert!(soak.steps >= 3 && soak.steps.is_multiple_of(3), "{soak:?}");
        assert_eq!(soak.memory.len(), 3);
        assert!(
            soak.median <= soak.p99 && soak.p99 <= soak.longest,
            "{soak:?}"
        );
        assert!(report.cpu_ms_per_step > 0.0);
    }
}
