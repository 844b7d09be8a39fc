//! The program in a native window.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::{Arc, OnceLock};
use std::thread;
use std::time::Duration;

use egui::{Context, Ui, ViewportBuilder, ViewportCommand};

use crate::dataset::{Atlas, Origin};
use crate::model::language::Language;
use crate::prefs::{Choices, Preferences, Saver, Store};
use crate::scene::ground::Ground;
use crate::state::ViewState;
use crate::text::{Catalog, Key};
use crate::ui::app::{App, Content};

use super::files::Files;
use super::own_data::DataFolder;
use super::startup::{self, Program, Starting, WindowOptions};
use super::{icon, wishes};

pub use super::startup::{Renderer, WindowError};

/// The name by which desktops know the program; that of its desktop entry.
pub const APP_ID: &str = "kuril-atlas";

const SMALLEST: [f32; 2] = [800.0, 560.0];
const USUAL: [f32; 2] = [1280.0, 800.0];

/// The settings are written at most this often while the program runs.
const SAVE_INTERVAL: Duration = Duration::from_secs(3);

/// What the window shows first.
pub struct Options {
    pub atlas: Arc<Atlas>,
    pub state: ViewState,
    pub renderer: Renderer,
    /// A message for the reader.
    pub notice: Option<String>,
    /// Data to open once the window is there, for what is wrong with them is told in it.
    pub data: Option<Origin>,
}

/// Opens the window and returns when the reader has closed it.
///
/// # Errors
/// When no window can be opened: there is no display, a library is missing, or nothing can draw.
pub fn run(options: Options) -> Result<(), WindowError> {
    let Options {
        atlas,
        state,
        renderer,
        notice,
        data: wanted,
    } = options;
    let mut store = Store::standard();
    let loaded = store.load();
    for warning in &loaded.warnings {
        log::warn!("{warning}");
    }
    let notice = notice.or_else(|| loaded.notice(state.language));
    let own = atlas.title(state.language);
    let title = own.unwrap_or(Catalog::of(state.language).get(Key::AppName));
    let window = window_options(title, &loaded.preferences);
    let ground = GroundInTheMaking::start(&atlas);
    let left = Left::default();
    startup::open(&window, renderer, &|context, starting| {
        // A renderer that gives up after hours hands over what it showed to the next one.
        let before = left.borrow_mut().take();
        let preferences = match before {
            Some(_) => store.clone().load().preferences,
            None => loaded.preferences.clone(),
        };
        let (atlas, ground, state) =
            before.unwrap_or_else(|| (Arc::clone(&atlas), ground.get(), state.clone()));
        let language = state.language;
        let memory = Memory::new(Arc::clone(&atlas), store.clone(), preferences, &state);
        let mut app = App::new(
            Arc::clone(&atlas),
            Arc::clone(&ground),
            ViewState {
                is_watched: true,
                ..state
            },
            Content::Page,
            context,
        );
        if let Some(notice) = &notice {
            app.notify(notice.clone());
        }
        if let Some(origin) = &wanted {
            app.ask_for(origin.clone());
        }
        app.use_files(Box::new(Files::standard()));
        let data = DataFolder::of(&atlas, context);
        Box::new(Window {
            app,
            data,
            atlas,
            ground,
            starting: starting.clone(),
            first: FirstFrame::default(),
            memory: Some(memory),
            titled: language,
            fills_screen: false,
            left: Rc::clone(&left),
        })
    })
}

/// What a window showed that is gone: its data and its view.
type Left = Rc<RefCell<Option<(Arc<Atlas>, Arc<Ground>, ViewState)>>>;

/// The options of a window that a reader sees; `title` is in their language.
fn window_options(title: &str, preferences: &Preferences) -> WindowOptions {
    let viewport = ViewportBuilder::default()
        .with_title(title)
        .with_app_id(APP_ID)
        .with_icon(icon::draw())
        .with_min_inner_size(SMALLEST)
        .with_clamp_size_to_monitor_size(true)
        .with_inner_size(preferences.window.unwrap_or(USUAL))
        .with_maximized(preferences.maximized);
    WindowOptions {
        viewport,
        is_paced: true,
    }
}

/// The ground, made while the window opens.
#[derive(Clone)]
pub(super) struct GroundInTheMaking {
    atlas: Arc<Atlas>,
    slot: Arc<OnceLock<Arc<Ground>>>,
}

impl GroundInTheMaking {
    pub(super) fn start(atlas: &Arc<Atlas>) -> Self {
        let ground = Self {
            atlas: Arc::clone(atlas),
            slot: Arc::default(),
        };
        let maker = ground.clone();
        // Where no thread can be started, whoever asks first makes it.
        if let Err(error) = thread::Builder::new()
            .name("ground".to_owned())
            .spawn(move || drop(maker.get()))
        {
            log::warn!("the map is prepared without a thread of its own: {error}");
        }
        ground
    }

    /// The ground; waits until it is made.
    pub(super) fn get(&self) -> Arc<Ground> {
        Arc::clone(self.slot.get_or_init(|| Arc::new(Ground::new(&self.atlas))))
    }
}

/// Notices when the first frame has reached the screen.
#[derive(Default)]
pub(super) struct FirstFrame {
    number: Option<u64>,
    is_over: bool,
}

impl FirstFrame {
    /// Call it once a pass; it is true a single time, in the first pass after the first frame.
    pub(super) fn has_just_been_shown(&mut self, context: &Context) -> bool {
        if self.is_over {
            return false;
        }
        // A frame has several passes where a layout is done anew.
        let number = context.cumulative_frame_nr();
        self.is_over = number > *self.number.get_or_insert(number);
        if !self.is_over {
            context.request_repaint();
        }
        self.is_over
    }
}

/// The program as the window library sees it.
struct Window {
    app: App,
    data: DataFolder,
    atlas: Arc<Atlas>,
    ground: Arc<Ground>,
    starting: Starting,
    first: FirstFrame,
    /// `None` once closed.
    memory: Option<Memory>,
    /// The language of the window's title.
    titled: Language,
    /// Whether the window fills the screen: for a class, or for the map alone.
    fills_screen: bool,
    left: Left,
}

impl Drop for Window {
    fn drop(&mut self) {
        let (atlas, ground) = (Arc::clone(&self.atlas), Arc::clone(&self.ground));
        let state = self.app.state().clone();
        *self.left.borrow_mut() = Some((atlas, ground, state));
    }
}

impl Window {
    /// Shows data that the reader opened, or saved.
    fn take_data(&mut self, context: &Context) {
        let Some((atlas, ground)) = self.data.follow(&mut self.app, context) else {
            return;
        };
        self.app.use_files(Box::new(Files::standard()));
        let painted = context.clone();
        ground.prepare_fine(&atlas, move || painted.request_repaint());
        if let Some(memory) = &mut self.memory {
            memory.turn_to(&atlas, self.app.state());
        }
        (self.atlas, self.ground) = (atlas, ground);
        self.retitle(context);
        context.request_repaint();
    }

    /// Gives the window the name of the atlas in the reader's language.
    fn retitle(&mut self, context: &Context) {
        self.titled = self.app.state().language;
        let own = self.atlas.title(self.titled);
        let title = own.unwrap_or(Catalog::of(self.titled).get(Key::AppName));
        context.send_viewport_cmd(ViewportCommand::Title(title.to_owned()));
    }
}

impl Program for Window {
    fn ui(&mut self, ui: &mut Ui) {
        self.starting.is_over();
        self.app.ui(ui);
        wishes::grant(&mut self.app, &self.ground);
        let context = ui.ctx();
        self.take_data(context);
        if self.first.has_just_been_shown(context) {
            let painted = context.clone();
            self.ground
                .prepare_fine(&self.atlas, move || painted.request_repaint());
        }
        if self.titled != self.app.state().language {
            self.retitle(context);
        }
        let state = self.app.state();
        let fills = state.is_presenting() || state.screen.map_alone;
        if self.fills_screen != fills {
            self.fills_screen = fills;
            context.send_viewport_cmd(ViewportCommand::Fullscreen(fills));
        }
        if let Some(memory) = &mut self.memory {
            memory.follow(state, context);
        }
    }

    fn close(&mut self) {
        self.memory = None;
    }
}

/// What is remembered for the next start.
struct Memory {
    atlas: Arc<Atlas>,
    saver: Saver,
    preferences: Preferences,
    before: Choices,
}

impl Memory {
    fn new(atlas: Arc<Atlas>, store: Store, preferences: Preferences, state: &ViewState) -> Self {
        Self {
            atlas,
            saver: Saver::start(store, SAVE_INTERVAL),
            preferences,
            before: Choices::of(state),
        }
    }

    /// Goes on with other data; that bookmarks of the data before are gone is no choice of the reader.
    fn turn_to(&mut self, atlas: &Arc<Atlas>, state: &ViewState) {
        self.atlas = Arc::clone(atlas);
        self.before = Choices::of(state);
    }

    fn follow(&mut self, state: &ViewState, context: &Context) {
        let now = Choices::of(state);
        let mut preferences = self.preferences.clone();
        preferences.follow(&self.atlas, &self.before, &now);
        self.before = now;
        let zoom = context.zoom_factor();
        context.input(|input| {
            let info = input.viewport();
            let is = |flag: Option<bool>| flag.unwrap_or_default();
            if is(info.minimized) || is(info.fullscreen) {
                return;
            }
            preferences.maximized = is(info.maximized);
            if !preferences.maximized {
                let size = input.viewport_rect().size() * zoom;
                preferences.window = Some([size.x.round(), size.y.round()]);
            }
        });
        if preferences != self.preferences {
            self.saver.keep(preferences.clone());
            self.preferences = preferences;
        }
    }
}
