//! The program on a screen that only tests see, worked by accessible names.
#![allow(dead_code, reason = "each test file uses a part of this")]

use std::cell::{Ref, RefCell};
use std::rc::Rc;
use std::sync::{Arc, LazyLock};

use egui::accesskit::Role;
use egui::{Key as Keyboard, Modifiers, PointerButton, Pos2, Rect, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use kuril_atlas::dataset::{Atlas, Origin};
use kuril_atlas::model::date::HistoricalDate;
use kuril_atlas::model::language::Language;
use kuril_atlas::scene::ground::Ground;
use kuril_atlas::state::ViewState;
use kuril_atlas::text::{Catalog, Key};
use kuril_atlas::ui::app::{App, Content};

use super::raster_renderer::RasterRenderer;

pub static ATLAS: LazyLock<Arc<Atlas>> = LazyLock::new(|| {
    Arc::new(Atlas::load(&Origin::Embedded).unwrap_or_else(|problems| panic!("{problems}")))
});
static GROUND: LazyLock<Arc<Ground>> = LazyLock::new(|| Arc::new(Ground::new(&ATLAS)));

type Shared = Rc<RefCell<Option<App>>>;

/// The running program.
pub struct Screen {
    pub harness: Harness<'static, Shared>,
}

impl Screen {
    /// The whole screen at 1280×800 on a date, after its first frames.
    pub fn new(date: &str, language: Language) -> Self {
        let day = date.parse::<HistoricalDate>().unwrap().last_day();
        Self::with(ViewState::new(day, language))
    }

    /// The whole screen in a state.
    pub fn with(state: ViewState) -> Self {
        Self::of(Content::Page, state)
    }

    /// A part of the screen in a state.
    pub fn of(content: Content, state: ViewState) -> Self {
        let app = Shared::default();
        let slot = Rc::clone(&app);
        let harness = Harness::builder()
            .with_size(vec2(1280.0, 800.0))
            .with_max_steps(12)
            .with_render_cursor(false)
            .renderer(RasterRenderer::default())
            // The fonts must be there before the first frame.
            .with_context_setup(move |context| {
                *slot.borrow_mut() = Some(App::new(
                    Arc::clone(&ATLAS),
                    Arc::clone(&GROUND),
                    state,
                    content,
                    context,
                ));
            })
            .build_ui_state(
                |ui, app: &mut Shared| {
                    if let Some(app) = app.borrow_mut().as_mut() {
                        app.ui(ui);
                    }
                },
                app,
            );
        let mut screen = Self { harness };
        screen.harness.run();
        screen
    }

    /// What the reader looks at.
    pub fn state(&self) -> Ref<'_, ViewState> {
        Ref::map(self.harness.state().borrow(), |app| {
            app.as_ref().unwrap().state()
        })
    }

    /// Does something with the program itself, and draws what came of it.
    pub fn with_app<T>(&mut self, work: impl FnOnce(&mut App) -> T) -> T {
        let done = work(self.harness.state().borrow_mut().as_mut().unwrap());
        self.harness.run();
        done
    }

    /// The chosen day.
    pub fn date(&self) -> String {
        self.state().date.to_string()
    }

    /// A text of the interface in the language of the screen.
    pub fn text(&self, key: Key) -> &'static str {
        Catalog::of(self.state().language).get(key)
    }

    /// Presses a key.
    pub fn press(&mut self, key: Keyboard) {
        self.press_with(Modifiers::NONE, key);
    }

    /// Presses a key with others held down.
    pub fn press_with(&mut self, modifiers: Modifiers, key: Keyboard) {
        self.harness.key_press_modifiers(modifiers, key);
        self.harness.run();
    }

    /// Types a text into what has the focus.
    pub fn write(&mut self, text: &str) {
        self.harness.event(egui::Event::Text(text.to_owned()));
        self.harness.run();
    }

    /// Clicks the middle of the control with a role and a name.
    #[track_caller]
    pub fn click(&mut self, role: Role, name: &str) {
        let control = self.harness.get_by_role_and_label(role, name);
        control.scroll_to_me();
        self.harness.run();
        self.harness.get_by_role_and_label(role, name).click();
        self.harness.run();
    }

    /// Clicks a point of the screen.
    pub fn click_at(&mut self, pos: Pos2) {
        self.harness.event(egui::Event::PointerMoved(pos));
        for pressed in [true, false] {
            let modifiers = Modifiers::NONE;
            self.harness.event(egui::Event::PointerButton {
                pos,
                button: PointerButton::Primary,
                pressed,
                modifiers,
            });
        }
        self.harness.run();
    }

    /// Where the control with a role and a name stands.
    #[track_caller]
    pub fn place_of(&self, role: Role, name: &str) -> Rect {
        self.harness.get_by_role_and_label(role, name).rect()
    }

    /// Whether something shows or speaks this very text.
    pub fn says(&self, text: &str) -> bool {
        self.harness.query_all_by_label(text).next().is_some()
    }

    /// All that a screen reader would speak, with the role it has.
    pub fn spoken(&self) -> Vec<(Role, String)> {
        let nodes = self.harness.root().children_recursive();
        let spoken = nodes.filter_map(|node| {
            let node = node.accesskit_node();
            let text = if node.role() == Role::Label {
                node.value()
            } else {
                node.label()
            };
            Some((node.role(), text?))
        });
        spoken.collect()
    }

    /// The name of what has the focus.
    pub fn focused(&self) -> Option<String> {
        self.focus().and_then(|(_, name, _)| name)
    }

    /// The role, the name and the place of what has the focus.
    pub fn focus(&self) -> Option<(Role, Option<String>, Rect)> {
        let mut nodes = self.harness.root().children_recursive();
        let node = nodes.find(|node| node.accesskit_node().is_focused())?;
        let (role, name) = (node.accesskit_node().role(), node.accesskit_node().label());
        Some((role, name, node.rect()))
    }

    /// The pixels of the screen.
    pub fn picture(&mut self) -> image::RgbaImage {
        self.harness.render().unwrap()
    }
}
