//! The window that eframe opens, drawn with OpenGL or wgpu.

use std::cell::RefCell;
use std::rc::Rc;

use eframe::{CreationContext, NativeOptions, UserEvent};
use egui::{Ui, Visuals};
use winit::event_loop::EventLoop;
use winit::platform::run_on_demand::EventLoopExtRunOnDemand as _;

use super::choice::{Attempt, is_computed};
use super::explain::{explain, no_graphics};
use super::heard::{Attention, Heard};
use super::{End, Make, Program, Starting, WindowOptions};

/// A program as eframe sees it.
struct Hosted(Box<dyn Program>);

impl eframe::App for Hosted {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.0.ui(ui);
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.0.close();
    }

    fn clear_color(&self, visuals: &Visuals) -> [f32; 4] {
        self.0.clear_color(visuals).to_normalized_gamma_f32()
    }
}

/// Bundled type only, and settings of its own.
fn native_options(options: &WindowOptions, renderer: eframe::Renderer) -> NativeOptions {
    let mut native = NativeOptions {
        viewport: options.viewport.clone(),
        renderer,
        system_font_fallback: false,
        persist_window: false,
        dithering: false,
        ..NativeOptions::default()
    };
    native.glow_options.vsync = options.is_paced;
    native
}

/// Opens a window and returns when it is closed, or could not be opened.
pub(super) fn run(
    event_loop: &mut EventLoop<UserEvent>,
    renderer: eframe::Renderer,
    attempt: Attempt,
    options: &WindowOptions,
    make: &Make<'_>,
    starting: &Starting,
) -> End {
    Heard::forget();
    let attention = Rc::new(RefCell::new(Some(Attention::begin())));
    let refused = Rc::new(RefCell::new(None));
    let title = options.viewport.title.clone().unwrap_or_default();
    let (listening, no_card) = (Rc::clone(&attention), Rc::clone(&refused));
    let create = move |creation: &CreationContext<'_>| {
        // All that is worth hearing has been said.
        listening.borrow_mut().take();
        let name = painter(creation);
        log::info!(
            "the window is drawn by {}",
            name.as_deref().unwrap_or("OpenGL")
        );
        if attempt.wants_card
            && let Some(name) = name.filter(|name| is_computed(name))
        {
            *no_card.borrow_mut() = Some(name);
            return Err("it is computed by the processor".into());
        }
        let program = make(&creation.egui_ctx, starting);
        Ok(Box::new(Hosted(program)) as Box<dyn eframe::App>)
    };
    let native = native_options(options, renderer);
    let mut window = eframe::create_native(&title, native, Box::new(create), event_loop);
    let ended = event_loop.run_app_on_demand(&mut window);
    drop(window);
    attention.borrow_mut().take();
    if let Some(name) = refused.borrow_mut().take() {
        return End::HasNoCard(name);
    }
    match (Heard::now().failure, ended) {
        (Some(failure), _) => End::Failed(explain(&failure)),
        (None, Err(error)) => End::Failed(explain(&error.to_string())),
        (None, Ok(())) if starting.goes_on() => {
            End::Failed(no_graphics("it gave up without a word".to_owned()))
        }
        (None, Ok(())) => End::Closed,
    }
}

/// The name of what draws.
fn painter(creation: &CreationContext<'_>) -> Option<String> {
    #[cfg(feature = "wgpu")]
    if let Some(state) = &creation.wgpu_render_state {
        let adapter = state.adapter.get_info();
        let is_processor = adapter.device_type == eframe::wgpu::DeviceType::Cpu;
        // The kind tells more surely than the name.
        let kind = if is_processor { " (lavapipe)" } else { "" };
        return Some(format!("{}{kind}", adapter.name));
    }
    let _ = creation;
    Heard::now().renderer
}
