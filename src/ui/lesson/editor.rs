//! Writing a lesson: views of the atlas become steps, to which words are written.

use egui::{
    Button, DragValue, Frame, Label, Margin, Panel, RichText, Role, ScrollArea, Sense, TextEdit,
    Ui, WidgetInfo, vec2,
};

use super::super::app::Desk;
use super::super::fonts::Face;
use super::super::icons;
use super::super::tokens::{TARGET, space};
use super::super::widgets::focus::followed;
use super::super::widgets::heading;
use super::super::widgets::icon_button::icon_button;
use super::super::widgets::segmented::{focus_ring, segmented};
use super::shelf::{Request, Shelf};
use crate::lesson::draft::Draft;
use crate::model::language::Localized;
use crate::model::lesson::{Level, STEPS};
use crate::scene::lesson::level_key;
use crate::text::{Key, format};

/// The draft and what was said of it.
#[derive(Default)]
pub struct EditorView {
    pub draft: Draft,
    /// The draft as it was kept last.
    kept: Option<Draft>,
    /// Where the lesson is saved, as typed; empty: where it is suggested.
    path: String,
}

impl EditorView {
    /// Works on another lesson.
    pub fn take(&mut self, draft: Draft) {
        self.draft = draft;
        self.path.clear();
    }

    /// Works on the draft of an earlier time, which is kept already.
    pub fn restore(&mut self, draft: Draft) {
        self.kept = Some(draft.clone());
        self.draft = draft;
    }

    /// Whether the draft differs from what was kept; asked once, as the answer is noted.
    pub fn has_changed(&mut self) -> bool {
        let is_new = self.kept.is_none() && self.draft == Draft::default();
        let changed = !is_new && self.kept.as_ref() != Some(&self.draft);
        if changed {
            self.kept = Some(self.draft.clone());
        }
        changed
    }

    /// The editor.
    pub fn editor_ui(&mut self, ui: &mut Ui, desk: &mut Desk<'_>, files: &mut Shelf) {
        // Saving is never out of sight, however many words are written.
        Panel::bottom("lesson file")
            .frame(Frame::new().inner_margin(Margin::symmetric(0, 4)))
            .show(ui, |ui| self.file_ui(ui, desk, files));
        ScrollArea::vertical().auto_shrink(false).show(
            ui,
            followed(|ui| {
                ui.set_max_width(ui.available_width() - space::SMALL);
                if self.draft.lesson.steps.is_empty() {
                    heading::soft(ui, desk.tokens, desk.texts.get(Key::EditorNote));
                    heading::small(ui, desk.tokens, desk.texts.get(Key::EditorKept));
                    ui.add_space(space::SMALL);
                }
                let add = format!("{}  {}", icons::PLUS, desk.texts.get(Key::EditorAddStep));
                let wide = vec2(ui.available_width(), TARGET + 8.0);
                let response = ui.add_sized(wide, Button::new(add));
                let name = desk.texts.get(Key::EditorAddStep);
                response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
                if response.clicked() {
                    self.draft.add(desk.state.as_step(desk.atlas));
                }
                self.steps_ui(ui, desk);
                self.step_ui(ui, desk, files);
                self.head_ui(ui, desk);
            }),
        );
    }

    /// All steps; the one that is worked on is marked.
    fn steps_ui(&mut self, ui: &mut Ui, desk: &Desk<'_>) {
        ui.add_space(space::SMALL);
        let count = self.draft.lesson.steps.len();
        for number in 0..count {
            let step = &self.draft.lesson.steps[number];
            let title = match step.title.said(desk.language) {
                "" => desk.texts.get(Key::EditorUntitled),
                title => title,
            };
            let date = format::historical(desk.language, step.date);
            let words = format!("{}. {title} · {date}", number + 1);
            let is_on = number == self.draft.at;
            let face = if is_on { Face::Strong } else { Face::Text };
            let text = RichText::new(&words)
                .font(face.at(super::super::tokens::size::BODY))
                .color(desk.tokens.ink);
            let label = Label::new(text).truncate().sense(Sense::click());
            let response = ui.add(label);
            response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_on, &words));
            focus_ring(ui, desk.tokens, &response);
            if response.clicked() {
                self.draft.at = number;
            }
        }
        if count > 0 && !STEPS.contains(&count) {
            let values = [("count", &*count.to_string())];
            let hint = desk.texts.fill(Key::EditorFewSteps, &values);
            heading::small(ui, desk.tokens, &hint);
        }
    }

    /// The words of the step that is worked on.
    fn step_ui(&mut self, ui: &mut Ui, desk: &Desk<'_>, files: &mut Shelf) {
        let count = self.draft.lesson.steps.len();
        let (at, language) = (self.draft.at, desk.language);
        if count == 0 {
            return;
        }
        ui.add_space(space::TINY);
        ui.horizontal_wrapped(|ui| {
            if icon_button(ui, icons::ARROW_UP, desk.texts.get(Key::EditorUp)).clicked() {
                self.draft.shift(false);
            }
            if icon_button(ui, icons::ARROW_DOWN, desk.texts.get(Key::EditorDown)).clicked() {
                self.draft.shift(true);
            }
            if icon_button(ui, icons::TRASH, desk.texts.get(Key::EditorRemove)).clicked() {
                self.draft.remove();
            }
            if ui.button(desk.texts.get(Key::EditorShow)).clicked() {
                files.ask(Request::Show(self.draft.finished(), at));
            }
            if ui.button(desk.texts.get(Key::EditorTakeView)).clicked() {
                self.draft.replace_view(desk.state.as_step(desk.atlas));
            }
        });
        let id = self.draft.at;
        let Some(step) = self.draft.step() else {
            return;
        };
        let field = |text: &mut Localized, key, rows, ui: &mut Ui| {
            let mut words = text.get(language).to_owned();
            if field_ui(ui, desk, key, (id, key), &mut words, rows) {
                text.set(language, &words);
            }
        };
        field(&mut step.title, Key::EditorStepTitle, 1, ui);
        field(&mut step.caption, Key::EditorCaption, 4, ui);
        let words = |of: Option<&Localized>| of.map_or("", |text| text.get(language)).to_owned();
        let asked = step.question.as_ref();
        let mut question = words(asked.map(|asked| &asked.question));
        let mut answer = words(asked.map(|asked| &asked.answer));
        let one = Key::EditorQuestion;
        let changed = field_ui(ui, desk, one, (id, one), &mut question, 2);
        let other = Key::EditorAnswer;
        let changed = field_ui(ui, desk, other, (id, other), &mut answer, 2) || changed;
        if changed {
            self.draft.ask(language, &question, &answer);
        }
    }

    /// What the lesson as a whole says of itself.
    fn head_ui(&mut self, ui: &mut Ui, desk: &Desk<'_>) {
        ui.add_space(space::MEDIUM);
        ui.separator();
        let language = desk.language;
        let lesson = &mut self.draft.lesson;
        for (text, key, rows) in [
            (&mut lesson.title, Key::EditorTitle, 1),
            (&mut lesson.about, Key::EditorAbout, 2),
            (&mut lesson.notes, Key::EditorNotes, 3),
        ] {
            let mut words = text.get(language).to_owned();
            if field_ui(ui, desk, key, (usize::MAX, key), &mut words, rows) {
                text.set(language, &words);
            }
        }
        ui.add_space(space::TINY);
        ui.horizontal_wrapped(|ui| {
            let name = desk.texts.get(Key::EditorMinutes);
            let label = ui.label(RichText::new(name).color(desk.tokens.ink_soft));
            ui.add(DragValue::new(&mut lesson.minutes).range(1..=240))
                .labelled_by(label.id);
            let levels = Level::ALL.map(|level| (level, desk.texts.get(level_key(level))));
            let name = desk.texts.get(Key::QuizDifficulty);
            if let Some(level) = segmented(ui, desk.tokens, name, lesson.level, &levels) {
                lesson.level = level;
            }
        });
    }

    /// The file, and what came of saving it.
    fn file_ui(&mut self, ui: &mut Ui, desk: &Desk<'_>, files: &mut Shelf) {
        files.said_ui(ui, desk);
        let finished = self.draft.finished();
        if self.path.is_empty() {
            self.path = files.suggested(&finished.id);
        }
        let file = Key::EditorFile;
        field_ui(ui, desk, file, (usize::MAX, file), &mut self.path, 1);
        ui.add_space(space::TINY);
        ui.horizontal_wrapped(|ui| {
            if ui.button(desk.texts.get(Key::EditorSave)).clicked() {
                files.ask(Request::Save(finished.clone(), self.path.clone()));
            }
            if ui.button(desk.texts.get(Key::EditorPlay)).clicked() {
                files.ask(Request::Play(finished));
            }
            if ui.button(desk.texts.get(Key::EditorNew)).clicked() {
                self.take(Draft::default());
            }
        });
    }
}

/// A name and a field of as many rows; whether something was typed.
fn field_ui(
    ui: &mut Ui,
    desk: &Desk<'_>,
    name: Key,
    id: (usize, Key),
    words: &mut String,
    rows: usize,
) -> bool {
    ui.add_space(space::TINY);
    let name = desk.texts.get(name);
    heading::small(ui, desk.tokens, name);
    let field = if rows == 1 {
        TextEdit::singleline(words)
    } else {
        TextEdit::multiline(words).desired_rows(rows)
    };
    let field = field.id(egui::Id::unique("lesson field").with(id));
    let response = ui.add(field.desired_width(f32::INFINITY));
    let typed = words.clone();
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::TextInput, true, name);
        info.current_text_value = Some(typed.clone());
        info
    });
    response.changed()
}
