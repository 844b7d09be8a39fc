//! A window without OpenGL: the processor draws, and only what has changed from frame to frame.
//!
//! It is for machines without a graphics card, such as thin clients, remote desktops and virtual
//! machines. The window and its input come from the libraries that eframe uses too, so that keys,
//! typed text, the clipboard, screen readers and the density of the screen are the same as there.
//!
//! Frames are drawn when something has happened or the program asked for one, and otherwise none: at
//! rest the process sleeps.

mod pace;
mod present;
mod stage;

use std::time::{Duration, Instant};

use eframe::UserEvent;
use egui_winit::accesskit_winit::WindowEvent as AccessEvent;
use winit::application::ApplicationHandler;
use winit::event::{StartCause, WindowEvent};
use winit::event_loop::{ActiveEventLoop, ControlFlow, EventLoop, EventLoopProxy};
use winit::platform::run_on_demand::EventLoopExtRunOnDemand as _;
use winit::window::WindowId;

use super::startup::{End, Make, Starting, WindowError, WindowOptions};
use pace::Pace;
use stage::{After, Stage};

/// The time from frame to frame of a screen that does not tell its own.
const USUAL_INTERVAL: Duration = Duration::from_micros(16_667);

/// Opens a window and returns when it is closed, or could not be opened.
pub(super) fn run(
    event_loop: &mut EventLoop<UserEvent>,
    options: &WindowOptions,
    make: &Make<'_>,
    starting: &Starting,
) -> End {
    let mut handler = Handler {
        options,
        make,
        starting,
        proxy: event_loop.create_proxy(),
        pace: Pace::new(Duration::ZERO),
        stage: None,
        is_shown: false,
        failure: None,
    };
    log::info!("the window is drawn by the processor");
    let ended = event_loop.run_app_on_demand(&mut handler);
    if let Some(stage) = &mut handler.stage {
        stage.close();
    }
    match (handler.failure, ended) {
        (Some(failure), _) => End::Failed(failure),
        (None, Err(error)) => End::Failed(WindowError::NoGraphics(error.to_string())),
        (None, Ok(())) => End::Closed,
    }
}

/// What the window library calls.
struct Handler<'a> {
    options: &'a WindowOptions,
    make: &'a Make<'a>,
    starting: &'a Starting,
    proxy: EventLoopProxy<UserEvent>,
    pace: Pace,
    stage: Option<Stage>,
    /// Whether the window system has shown the window; until then nothing that is drawn stays.
    is_shown: bool,
    /// Why the window closes, if not because the reader wants it.
    failure: Option<WindowError>,
}

impl Handler<'_> {
    fn want_now(&mut self) {
        self.pace.want(Instant::now());
    }

    /// Draws a frame.
    fn draw(&mut self, event_loop: &ActiveEventLoop) {
        let Some(stage) = &mut self.stage else {
            return;
        };
        if !self.is_shown {
            stage.forget();
        }
        self.pace.begin(Instant::now());
        match stage.frame(event_loop) {
            Ok(After::Close) => event_loop.exit(),
            Ok(After::Rest(rest)) => {
                if let Some(when) = Instant::now().checked_add(rest) {
                    self.pace.want(when);
                }
            }
            Err(error) => {
                self.failure = Some(WindowError::NoGraphics(error.to_string()));
                event_loop.exit();
            }
        }
    }

    /// Draws the frame that is due, and sleeps until the next one.
    fn look_ahead(&mut self, event_loop: &ActiveEventLoop) {
        if self.pace.is_due(Instant::now())
            && let Some(stage) = &self.stage
        {
            if stage.is_called() {
                stage.window().request_redraw();
            } else {
                self.draw(event_loop);
            }
        }
        let flow = self
            .pace
            .due()
            .map_or(ControlFlow::Wait, ControlFlow::WaitUntil);
        event_loop.set_control_flow(flow);
    }
}

impl ApplicationHandler<UserEvent> for Handler<'_> {
    fn resumed(&mut self, event_loop: &ActiveEventLoop) {
        if self.stage.is_some() {
            return;
        }
        let viewport = &self.options.viewport;
        match Stage::open(event_loop, viewport, &self.proxy, self.make, self.starting) {
            Ok(stage) => {
                if self.options.is_paced {
                    let interval = stage.interval().unwrap_or(USUAL_INTERVAL);
                    self.pace = Pace::new(interval);
                }
                self.stage = Some(stage);
                self.draw(event_loop);
                if let Some(stage) = &mut self.stage {
                    stage.show();
                }
                self.want_now();
                self.look_ahead(event_loop);
            }
            Err(error) => {
                self.failure = Some(error);
                event_loop.exit();
            }
        }
    }

    fn new_events(&mut self, event_loop: &ActiveEventLoop, _cause: StartCause) {
        self.look_ahead(event_loop);
    }

    fn user_event(&mut self, event_loop: &ActiveEventLoop, event: UserEvent) {
        let Some(stage) = &mut self.stage else {
            return;
        };
        match event {
            UserEvent::RequestRepaint {
                when,
                cumulative_pass_nr,
                ..
            } => {
                // A wish of a frame that has come since is fulfilled; one of the last frame is not.
                let now = stage.pass_number();
                if now == cumulative_pass_nr || now == cumulative_pass_nr + 1 {
                    self.pace.want(when);
                }
            }
            UserEvent::AccessKitActionRequest(event) => match event.window_event {
                AccessEvent::InitialTreeRequested => {
                    stage.context().enable_accesskit();
                    self.want_now();
                }
                AccessEvent::ActionRequested(request) => {
                    stage.act(request);
                    self.want_now();
                }
                AccessEvent::AccessibilityDeactivated => stage.context().disable_accesskit(),
            },
        }
        self.look_ahead(event_loop);
    }

    fn window_event(&mut self, event_loop: &ActiveEventLoop, _id: WindowId, event: WindowEvent) {
        if matches!(event, WindowEvent::RedrawRequested) {
            self.is_shown = true;
            if let Some(stage) = &mut self.stage
                && !stage.is_called()
            {
                // Nobody here has asked for it: what the window showed is lost.
                stage.forget();
            }
            self.draw(event_loop);
        } else if let Some(stage) = &mut self.stage
            && stage.take(&event)
        {
            self.want_now();
        }
        if matches!(event, WindowEvent::CloseRequested) {
            // A hidden window is not called to draw, and is closed all the same.
            self.draw(event_loop);
        }
        self.look_ahead(event_loop);
    }

    fn about_to_wait(&mut self, event_loop: &ActiveEventLoop) {
        self.look_ahead(event_loop);
    }
}
