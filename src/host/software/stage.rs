//! The window, the program in it, and one frame of both.

use std::num::NonZeroUsize;
use std::sync::Arc;
use std::time::{Duration, Instant};

use eframe::UserEvent;
use egui::accesskit::ActionRequest;
use egui::{
    Context, Event, FullOutput, RawInput, Vec2, ViewportBuilder, ViewportCommand, ViewportEvent,
    ViewportId, ViewportInfo, vec2,
};
use egui_winit::{ActionRequested, State};
use softbuffer::SoftBufferError;
use winit::event::WindowEvent;
use winit::event_loop::{ActiveEventLoop, EventLoopProxy};
use winit::raw_window_handle::{HasDisplayHandle as _, RawDisplayHandle};
use winit::window::Window;

use super::super::startup::{Make, Program, Starting, WindowError};
use super::present::Screen;
use crate::raster::{MAX_SIDE, Repainter};

/// The most threads that draw at once, where all of a window is drawn.
const MOST_THREADS: usize = 4;
/// As eframe has it: a frame may be laid out a second time.
const PASSES: NonZeroUsize = NonZeroUsize::MIN.saturating_add(1);

/// What comes after a frame.
pub(super) enum After {
    /// So long a rest until the next frame, unless something happens.
    Rest(Duration),
    /// The end of the window.
    Close,
}

/// A window with a program in it.
pub(super) struct Stage {
    window: Arc<Window>,
    context: Context,
    state: State,
    info: ViewportInfo,
    /// Whether the window may no longer be as `info` tells. To ask costs several answers of the
    /// window system.
    is_info_old: bool,
    is_called: bool,
    screen: Screen,
    repainter: Repainter,
    program: Box<dyn Program>,
    actions: Vec<ActionRequested>,
}

impl Stage {
    /// Opens a hidden window; nothing is drawn yet.
    pub fn open(
        event_loop: &ActiveEventLoop,
        viewport: &ViewportBuilder,
        proxy: &EventLoopProxy<UserEvent>,
        make: &Make<'_>,
        starting: &Starting,
    ) -> Result<Self, WindowError> {
        let no_graphics =
            |error: &dyn std::error::Error| WindowError::NoGraphics(error.to_string());
        let context = Context::default();
        context.options_mut(|options| options.max_passes = PASSES);
        let viewport = held_to_the_screen(event_loop, viewport.clone()).with_visible(false);
        let window = egui_winit::create_window(&context, event_loop, &viewport)
            .map_err(|error| no_graphics(&error))?;
        let window = Arc::new(window);
        let display = event_loop.owned_display_handle();
        let is_called = (display.display_handle())
            .is_ok_and(|handle| matches!(handle.as_raw(), RawDisplayHandle::Wayland(_)));
        let screen =
            Screen::new(display, Arc::clone(&window)).map_err(|error| no_graphics(&error))?;
        let mut info = ViewportInfo::default();
        egui_winit::update_viewport_info(&mut info, &context, &window, true);
        // The program asks for the density of the screen while it is made.
        let pixels_per_point = egui_winit::pixels_per_point(&context, &window);
        context.input_mut(|input| {
            input.raw.viewports.insert(ViewportId::ROOT, info.clone());
            input.pixels_per_point = pixels_per_point;
        });
        wake_by(proxy.clone(), &context);
        let mut state = State::new(
            context.clone(),
            ViewportId::ROOT,
            event_loop,
            Some(pixels_per_point),
            window.theme(),
            Some(MAX_SIDE),
        );
        state.init_accesskit(event_loop, &window, proxy.clone());
        let program = make(&context, starting);
        let threads = std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
        let threads = NonZeroUsize::new(MOST_THREADS).map_or(threads, |most| threads.min(most));
        Ok(Self {
            window,
            context,
            state,
            info,
            is_info_old: true,
            is_called,
            screen,
            repainter: Repainter::new(threads),
            program,
            actions: Vec::new(),
        })
    }

    pub fn window(&self) -> &Window {
        &self.window
    }

    pub const fn context(&self) -> &Context {
        &self.context
    }

    /// Whether the window system calls for frames when it can show them, and keeps what it was given
    /// (Wayland). Elsewhere frames are drawn when they are due, and what is called for has been lost.
    pub const fn is_called(&self) -> bool {
        self.is_called
    }

    /// The number of the last pass over the program.
    pub fn pass_number(&self) -> u64 {
        self.context.cumulative_pass_nr_for(ViewportId::ROOT)
    }

    /// The time from frame to frame of the screen, if it tells.
    pub fn interval(&self) -> Option<Duration> {
        let frames = self.window.current_monitor()?.refresh_rate_millihertz()?;
        (frames > 0).then(|| Duration::from_secs(1000) / frames)
    }

    /// Shows the window, once its first frame is drawn.
    pub fn show(&mut self) {
        self.window.set_visible(true);
        self.is_info_old = true;
    }

    /// The window system has lost what the window showed.
    pub fn forget(&mut self) {
        self.screen.forget();
    }

    /// Takes something that happened to the window; whether a frame is needed.
    pub fn take(&mut self, event: &WindowEvent) -> bool {
        self.is_info_old |= matches!(
            event,
            WindowEvent::Resized(_)
                | WindowEvent::Moved(_)
                | WindowEvent::Focused(_)
                | WindowEvent::Occluded(_)
                | WindowEvent::ScaleFactorChanged { .. }
                | WindowEvent::ThemeChanged(_)
        );
        let mut is_needed = false;
        match event {
            WindowEvent::CloseRequested => {
                self.info.events.push(ViewportEvent::Close);
                is_needed = true;
            }
            WindowEvent::Occluded(is_occluded) => self.info.occluded = Some(*is_occluded),
            _ => {}
        }
        is_needed | self.state.on_window_event(&self.window, event).repaint
    }

    /// Does what a screen reader asks for, in the next frame.
    pub fn act(&mut self, request: ActionRequest) {
        self.state.on_accesskit_action_request(request);
    }

    /// The window is gone.
    pub fn close(&mut self) {
        self.program.close();
    }

    /// Draws a frame.
    pub fn frame(&mut self, event_loop: &ActiveEventLoop) -> Result<After, SoftBufferError> {
        if std::mem::take(&mut self.is_info_old) {
            egui_winit::update_viewport_info(&mut self.info, &self.context, &self.window, false);
        }
        let size = self.window.inner_size();
        let size = [size.width, size.height].map(|side| usize::try_from(side).unwrap_or(MAX_SIDE));
        let closes = self.info.close_requested();
        let is_hidden = self.info.minimized == Some(true) || self.info.occluded == Some(true);
        // What nobody sees is not drawn; but it can be closed.
        if (is_hidden || size.contains(&0)) && !closes {
            return Ok(After::Rest(Duration::MAX));
        }
        let input = self.input();
        let program = &mut self.program;
        let output = self.context.run_ui(input, |ui| program.ui(ui));
        self.info.events.clear();
        let FullOutput {
            platform_output,
            mut textures_delta,
            shapes,
            pixels_per_point,
            viewport_output,
        } = output;
        (self.state).handle_platform_output_with_event_loop(
            &self.window,
            event_loop,
            platform_output,
        );
        self.repainter.update_textures(&textures_delta);
        let primitives = self.context.tessellate(shapes, pixels_per_point);
        let clear = program.clear_color(&self.context.global_style().visuals);
        let damage = self
            .repainter
            .paint(size, pixels_per_point, clear, primitives);
        self.repainter.free_textures(&textures_delta);
        textures_delta.clear();
        self.screen.show(self.repainter.canvas(), damage)?;
        let (mut commands, mut delay) = (Vec::new(), Duration::MAX);
        for output in viewport_output.into_values() {
            commands.extend(output.commands);
            delay = delay.min(output.repaint_delay);
        }
        let closes = self.obey(commands, closes);
        Ok(if closes {
            After::Close
        } else {
            After::Rest(delay)
        })
    }

    fn input(&mut self) -> RawInput {
        let mut input = self.state.take_egui_input(&self.window);
        input.viewports.insert(ViewportId::ROOT, self.info.clone());
        input
    }

    /// Does what the program asked of the window; whether the window is to close.
    fn obey(&mut self, commands: Vec<ViewportCommand>, closes: bool) -> bool {
        let is_cancelled = commands.contains(&ViewportCommand::CancelClose);
        self.is_info_old |= !commands.is_empty();
        egui_winit::process_viewport_commands(
            &self.context,
            &mut self.info,
            commands,
            &self.window,
            &mut self.actions,
        );
        if self.info.close_requested() {
            self.context.request_repaint();
        }
        for action in self.actions.drain(..) {
            let event = match action {
                ActionRequested::Cut => Some(Event::Cut),
                ActionRequested::Copy => Some(Event::Copy),
                ActionRequested::Paste => self.state.clipboard_text().map(Event::Paste),
                ActionRequested::Screenshot(callback) => {
                    callback.complete(Arc::new(self.repainter.canvas().to_color_image()));
                    None
                }
                ActionRequested::PaintWhileHidden => None,
            };
            self.state.egui_input_mut().events.extend(event);
        }
        closes && !is_cancelled
    }
}

/// Lets the program ask for a frame, from any thread.
fn wake_by(proxy: EventLoopProxy<UserEvent>, context: &Context) {
    context.set_request_repaint_callback(move |wish| {
        let event = UserEvent::RequestRepaint {
            viewport_id: wish.viewport_id,
            when: Instant::now() + wish.delay,
            cumulative_pass_nr: wish.current_cumulative_pass_nr,
        };
        // Nobody hears it once the window is gone, and then nothing is to be drawn.
        let _ = proxy.send_event(event);
    });
}

/// A window no larger than the largest screen.
fn held_to_the_screen(event_loop: &ActiveEventLoop, viewport: ViewportBuilder) -> ViewportBuilder {
    let screens = event_loop.available_monitors().map(|monitor| {
        let size = monitor.size().to_logical::<f32>(monitor.scale_factor());
        vec2(size.width, size.height)
    });
    let largest = screens.reduce(Vec2::max).filter(|size| *size != Vec2::ZERO);
    match (
        viewport.clamp_size_to_monitor_size,
        viewport.inner_size,
        largest,
    ) {
        (Some(false), ..) | (_, None, _) | (.., None) => viewport,
        (_, Some(size), Some(largest)) => viewport.with_inner_size(size.min(largest)),
    }
}
