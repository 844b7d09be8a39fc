//! Opens the window with the first renderer that can, and says in plain words why none can.
//!
//! The window library panics where a system library is missing. Such a panic is kept silent and told
//! as an error, but only until the first frame: a later one is a mistake of the program and passes.

mod choice;
mod explain;
mod gl;
mod heard;
mod silence;

use std::panic::{self, AssertUnwindSafe};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use eframe::UserEvent;
use egui::{Color32, Context, Ui, ViewportBuilder, Visuals};
use winit::event_loop::EventLoop;

pub use choice::Renderer;
pub use explain::WindowError;
pub use heard::listen;

use choice::{Attempt, Fate, Painter, Signs};
use silence::Silence;

use super::software;

/// What a window shows.
pub trait Program {
    /// Draws a frame.
    fn ui(&mut self, ui: &mut Ui);

    /// The colour under everything.
    #[must_use]
    fn clear_color(&self, visuals: &Visuals) -> Color32 {
        visuals.panel_fill
    }

    /// The window is gone.
    fn close(&mut self) {}
}

/// Told by the program once its first frame is being drawn.
#[derive(Clone, Debug)]
pub struct Starting(Arc<AtomicBool>);

impl Starting {
    pub(super) fn begin() -> Self {
        Self(Arc::new(AtomicBool::new(true)))
    }

    /// From here on nothing is hidden.
    pub fn is_over(&self) {
        self.0.store(false, Ordering::Relaxed);
    }

    pub(super) fn goes_on(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Makes the program for a window that has just been opened. Where a renderer fails, it is made again
/// for the next one.
pub type Make<'a> = dyn Fn(&Context, &Starting) -> Box<dyn Program> + 'a;

/// A window to open.
#[derive(Clone, Debug)]
pub struct WindowOptions {
    pub viewport: ViewportBuilder,
    /// Draw no faster than the screen shows it.
    pub is_paced: bool,
}

/// How a try to open the window ended.
pub(super) enum End {
    /// It was open, and the reader closed it.
    Closed,
    /// A renderer of this name would compute what a graphics card should.
    HasNoCard(String),
    Failed(WindowError),
}

/// Opens a window and returns when it is closed.
///
/// # Errors
/// When no window could be opened.
pub fn open(
    options: &WindowOptions,
    renderer: Renderer,
    make: &Make<'_>,
) -> Result<(), WindowError> {
    let starting = Starting::begin();
    let (built, panic_text) = quietly(&starting, || {
        EventLoop::<UserEvent>::with_user_event().build()
    });
    let mut event_loop = match built {
        Ok(Ok(event_loop)) => event_loop,
        Ok(Err(error)) => return Err(explain::explain_text(&error.to_string())),
        Err(_) => return Err(explain::explain_text(&panic_text)),
    };
    let signs = Signs::read();
    let mut past: Vec<(Attempt, Fate)> = Vec::new();
    let mut failure = None;
    while let Some(attempt) = choice::next(renderer, signs, &past) {
        let fate = match try_once(&mut event_loop, attempt, options, make) {
            End::Closed => return Ok(()),
            End::HasNoCard(name) => {
                log::info!("{name} is computed by the processor; another renderer is tried");
                Fate::HasNoCard
            }
            End::Failed(WindowError::NoGraphics(reason)) => {
                log::warn!("{} cannot draw: {reason}", attempt.painter.name());
                failure.get_or_insert(WindowError::NoGraphics(reason));
                Fate::Failed
            }
            // Without a display or a library no other renderer will do better.
            End::Failed(error) => return Err(error),
        };
        past.push((attempt, fate));
    }
    Err(failure.unwrap_or_else(|| WindowError::NoGraphics(String::new())))
}

fn try_once(
    event_loop: &mut EventLoop<UserEvent>,
    attempt: Attempt,
    options: &WindowOptions,
    make: &Make<'_>,
) -> End {
    let starting = Starting::begin();
    let run = || match attempt.painter {
        Painter::Gl => gl::run(
            event_loop,
            eframe::Renderer::Glow,
            attempt,
            options,
            make,
            &starting,
        ),
        #[cfg(feature = "wgpu")]
        Painter::Wgpu => gl::run(
            event_loop,
            eframe::Renderer::Wgpu,
            attempt,
            options,
            make,
            &starting,
        ),
        #[cfg(not(feature = "wgpu"))]
        Painter::Wgpu => End::Failed(WindowError::NoGraphics(
            "this program was built without wgpu".to_owned(),
        )),
        Painter::Software => software::run(event_loop, options, make, &starting),
    };
    let (result, panic_text) = quietly(&starting, run);
    match result {
        Ok(end) => end,
        Err(_) if starting.goes_on() => End::Failed(explain::explain(&panic_text)),
        Err(payload) => panic::resume_unwind(payload),
    }
}

/// Runs something whose panics are kept silent while the start goes on; with the text of the first.
fn quietly<T>(starting: &Starting, run: impl FnOnce() -> T) -> (std::thread::Result<T>, String) {
    let silence = Silence::keep(starting);
    let result = panic::catch_unwind(AssertUnwindSafe(run));
    (result, silence.end().unwrap_or_default())
}
