//! The program without a window: state, caches, and one frame of it.

use std::sync::Arc;

use egui::{Context, Ui};

use crate::dataset::{Atlas, Origin, Problems};
use crate::lesson::tour::Which;
use crate::model::language::Language;
use crate::model::lesson::Lesson;
use crate::model::place::TerritoryIx;
use crate::scene::ground::Ground;
use crate::scene::naming::Names;
use crate::state::teaching::Room;
use crate::state::view_state::{Scheme, Theme};
use crate::state::{Command, ViewState};
use crate::text::{Catalog, Key};

use super::details::{DetailsCache, EventsView, SourcesView};
use super::faults::Faults;
use super::files::LessonFiles;
use super::lesson::{Done, Magnifier, Request, TeachingView, present_ui};
use super::map::MapView;
use super::palette::Palette;
use super::timeline::TimelineView;
use super::tokens::Tokens;
use super::wish::Wish;
use super::{charts, data, fonts, overlays, shell, shortcuts, style};

/// The most that one frame brings a move of the map on, in seconds: on a slow machine it is seen too.
const LONGEST_FRAME: f32 = 0.1;

/// What of the program a frame draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Content {
    /// The whole screen.
    #[default]
    Page,
    Map,
    Timeline,
    Charts,
}

impl Content {
    /// All contents.
    pub const ALL: [Self; 4] = [Self::Page, Self::Map, Self::Timeline, Self::Charts];

    /// The id used on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Map => "map",
            Self::Timeline => "timeline",
            Self::Charts => "charts",
        }
    }
}

/// The program: give it an egui [`Ui`] each frame and it does the rest.
pub struct App {
    pub(super) atlas: Arc<Atlas>,
    pub(super) state: ViewState,
    pub(super) content: Content,
    pub(super) map: MapView,
    pub(super) timeline: TimelineView,
    pub(super) details: DetailsCache,
    pub(super) events: EventsView,
    pub(super) charts: charts::ChartsView,
    pub(super) sources: SourcesView,
    pub(super) teaching: TeachingView,
    pub(super) palette: Palette,
    /// A message for the reader, until it is closed.
    pub(super) notice: Option<String>,
    /// What is wrong with a data folder, until the reader goes on.
    pub(super) faults: Option<Faults>,
    magnifier: Magnifier,
    /// Files the reader asked for.
    wishes: Vec<Wish>,
    /// Data the reader asked for.
    origin: Option<Origin>,
    styled: Option<Scheme>,
    /// Whether its frames are printed.
    is_print: bool,
}

/// What every part of the screen reads, and where it puts its commands.
pub(super) struct Desk<'a> {
    pub atlas: &'a Atlas,
    pub state: &'a ViewState,
    pub tokens: &'static Tokens,
    pub texts: &'static Catalog,
    pub language: Language,
    /// Whether the reader can press anything; a picture of the map alone has no buttons.
    pub has_controls: bool,
    pub commands: Vec<Command>,
    /// Whether the frame is printed, so that buttons are of no use.
    pub is_print: bool,
    /// Files that whoever shows the screen is to write.
    pub wishes: Vec<Wish>,
    /// A message to show.
    pub notice: Option<String>,
    /// Data to open instead.
    pub origin: Option<Origin>,
}

impl Desk<'_> {
    /// In which languages the screen speaks, and names places.
    pub const fn names(&self) -> Names {
        Names {
            language: self.language,
            naming: self.state.screen.naming,
        }
    }

    /// What a territory is called on the date that is shown.
    pub fn place_name(&self, territory: TerritoryIx) -> &str {
        self.names().place(self.atlas, territory, self.state.date)
    }

    pub fn send(&mut self, command: Command) {
        self.commands.push(command);
    }

    /// The name of the atlas.
    pub fn title(&self) -> &str {
        let own = self.atlas.title(self.language);
        own.unwrap_or(self.texts.get(Key::AppName))
    }
}

impl App {
    /// Prepares the program for an egui context.
    #[must_use]
    pub fn new(
        atlas: Arc<Atlas>,
        ground: Arc<Ground>,
        state: ViewState,
        content: Content,
        egui: &Context,
    ) -> Self {
        egui.set_fonts(fonts::definitions());
        // It would look at every vertex of the map every frame; panels and the map leave out what
        // lies outside themselves.
        // The size of the interface is a setting of the atlas, with keys of its own.
        egui.options_mut(|options| options.zoom_with_keyboard = false);
        egui.tessellation_options_mut(|options| options.coarse_tessellation_culling = false);
        let mut app = Self {
            atlas,
            state,
            content,
            map: MapView::new(ground),
            timeline: TimelineView::default(),
            details: DetailsCache::default(),
            events: EventsView::default(),
            charts: charts::ChartsView::default(),
            sources: SourcesView::default(),
            teaching: TeachingView::default(),
            palette: Palette::default(),
            notice: None,
            faults: None,
            magnifier: Magnifier::default(),
            wishes: Vec::new(),
            origin: None,
            styled: None,
            is_print: false,
        };
        // Before the first frame: one that began in another theme would be laid out and its letters
        // drawn in vain.
        app.dress(egui);
        app
    }

    /// What the reader looks at.
    #[must_use]
    pub const fn state(&self) -> &ViewState {
        &self.state
    }

    /// What it shows.
    #[must_use]
    pub fn atlas(&self) -> &Atlas {
        &self.atlas
    }

    /// The same, to keep.
    #[must_use]
    pub fn shared_atlas(&self) -> Arc<Atlas> {
        Arc::clone(&self.atlas)
    }

    /// A program whose frames are printed: without what only a reader at a screen can use.
    #[must_use]
    pub fn for_print(mut self) -> Self {
        self.is_print = true;
        self
    }

    /// Shows a message until the reader closes it.
    pub fn notify(&mut self, message: String) {
        self.notice = Some(message);
    }

    /// Shows what is wrong with a data folder until the reader goes on or it is mended.
    pub fn show_faults(&mut self, folder: String, problems: Problems) {
        self.notice = None;
        self.faults = Some(Faults::new(folder, problems));
    }

    /// Opens data as if the reader had asked for them.
    pub fn ask_for(&mut self, origin: Origin) {
        self.origin = Some(origin);
    }

    /// Uses a file system for the reader's lessons, and takes up the draft that was kept in it.
    pub fn use_files(&mut self, files: Box<dyn LessonFiles>) {
        let texts = Catalog::of(self.state.language);
        let (draft, word) = self.teaching.shelf.use_files(files, &self.atlas, texts);
        if let Some(draft) = draft {
            self.teaching.editor.restore(draft);
        }
        self.notice = self.notice.take().or(word);
    }

    /// Opens what was dropped on the window, keeps the draft, and does what was asked of lessons.
    fn file_lessons(&mut self, context: &Context) {
        let dropped = context.input(|input| input.raw.dropped_files.clone());
        for file in dropped {
            self.state.teaching.room = Some(Room::Lessons);
            self.state.teaching.running = None;
            let path = file.path().display().to_string();
            self.teaching.shelf.ask(Request::Open(path));
        }
        if self.teaching.editor.has_changed() {
            let draft = &self.teaching.editor.draft;
            self.teaching.shelf.keep(&self.atlas, draft);
        }
        let texts = Catalog::of(self.state.language);
        let done = self.teaching.shelf.work(&self.atlas, texts);
        if !done.is_empty() {
            context.request_repaint();
        }
        for done in done {
            match done {
                Done::Play(lesson) => {
                    let which = self.state.add_lesson(lesson);
                    self.send(Command::StartLesson(which));
                }
                Done::Show(lesson, step) => self.state.show_draft(&self.atlas, &lesson, step),
                Done::Edit(draft) => {
                    self.teaching.editor.take(draft);
                    self.send(Command::ShowRoom(Some(Room::Editor)));
                }
            }
        }
    }

    /// Takes in a lesson that the reader opened.
    pub fn add_lesson(&mut self, lesson: Lesson) -> Which {
        self.state.add_lesson(lesson)
    }

    /// Draws the map as outlines, for print.
    pub fn draw_vectors(&mut self) {
        self.map.draw_vectors();
    }

    /// Carries out a command from outside the screen.
    pub fn send(&mut self, command: Command) {
        let _ = self.state.apply(&self.atlas, command);
    }

    /// Draws one frame and carries out what the reader asked for in it.
    pub fn ui(&mut self, ui: &mut Ui) {
        let context = ui.ctx().clone();
        self.dress(&context);
        // Keys first, so that the frame already shows what they did.
        let mut early = shortcuts::read(&context, &self.state);
        if self.state.playback.is_playing() {
            early.push(Command::Tick(context.input(|input| input.unstable_dt)));
        }
        if self.state.glide.is_some() {
            // After a rest a frame counts as any other, however long the rest was.
            let seconds = context.input(|input| input.stable_dt.min(LONGEST_FRAME));
            early.push(Command::Glide(seconds));
        }
        for command in early {
            let _ = self.state.apply(&self.atlas, command);
        }
        self.dress(&context);
        self.magnifier.follow(&context, &self.state);
        let commands = self.draw(ui);
        if self.map.is_outgrown(ui.painter()) {
            context.request_discard("the picture of all letters has grown");
        }
        let mut needs_repaint = false;
        for command in commands {
            needs_repaint |= self.state.apply(&self.atlas, command).needs_repaint;
        }
        self.file_lessons(&context);
        if needs_repaint || self.state.glide.is_some() {
            context.request_repaint();
        }
        if let Some(seconds) = self.state.playback.seconds_to_next() {
            context.request_repaint_after_secs(seconds);
        }
    }

    /// The files the reader asked for since this was last called.
    pub fn take_wishes(&mut self) -> Vec<Wish> {
        std::mem::take(&mut self.wishes)
    }

    /// The data that the reader asked for since this was last called.
    pub fn take_origin(&mut self) -> Option<Origin> {
        self.origin.take()
    }

    /// Shows other data, and of them what was shown of the data before.
    pub fn renew(&mut self, atlas: Arc<Atlas>, ground: Arc<Ground>, egui: &Context) {
        let state = self.state.moved(&self.atlas, &atlas);
        *self = Self::new(atlas, ground, state, self.content, egui);
    }

    /// Another program that shows the same charts by themselves, for a picture of them.
    #[must_use]
    pub fn twin_of_charts(&self, ground: Arc<Ground>, egui: &Context) -> Self {
        let atlas = Arc::clone(&self.atlas);
        let mut twin = Self::new(atlas, ground, self.state.clone(), Content::Charts, egui);
        twin.charts = charts::ChartsView::with(self.charts.choices());
        twin.for_print()
    }

    fn dress(&mut self, context: &Context) {
        let scheme = self.state.scheme();
        if self.styled != Some(scheme) {
            self.styled = Some(scheme);
            context.set_theme(match scheme.theme {
                Theme::Light | Theme::Contrast => egui::Theme::Light,
                Theme::Dark => egui::Theme::Dark,
            });
            let style = style::style(Tokens::of(scheme));
            context.all_styles_mut(|egui_style| egui_style.clone_from(&style));
        }
    }

    fn draw(&mut self, ui: &mut Ui) -> Vec<Command> {
        let atlas = Arc::clone(&self.atlas);
        let state = self.state.clone();
        let mut desk = Desk {
            atlas: &atlas,
            state: &state,
            tokens: Tokens::of(state.scheme()),
            texts: Catalog::of(state.language),
            language: state.language,
            has_controls: self.content == Content::Page,
            commands: Vec::new(),
            is_print: self.is_print,
            wishes: Vec::new(),
            notice: None,
            origin: None,
        };
        data::take_dropped(ui, &mut desk);
        charts::take_dropped(&mut self.charts, ui, &mut desk);
        match self.content {
            Content::Page if state.is_presenting() && state.quiz().is_none() => {
                present_ui(self, ui, &mut desk);
            }
            Content::Page if state.charts_large => shell::charts_large_ui(self, ui, &mut desk),
            Content::Page => shell::page_ui(self, ui, &mut desk),
            Content::Map => shell::map_only_ui(self, ui, &mut desk),
            Content::Timeline => shell::timeline_only_ui(self, ui, &mut desk),
            Content::Charts => shell::charts_only_ui(self, ui, &mut desk),
        }
        overlays::overlays_ui(self, ui, &mut desk);
        let Desk {
            commands,
            wishes,
            notice,
            origin,
            ..
        } = desk;
        self.origin = origin.or(self.origin.take());
        self.wishes.extend(wishes);
        if notice.is_some() {
            self.notice = notice;
            ui.ctx().request_repaint();
        }
        commands
    }
}
