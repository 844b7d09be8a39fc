//! Lesson files on the screen: opened, saved, and what is wrong with them.

use std::path::Path;

use egui::{Button, Frame, Label, Margin, RichText, ScrollArea, TextEdit, Ui, WidgetInfo};

use super::super::app::Desk;
use super::super::files::{LessonFiles, NoFiles};
use super::super::tokens::{radius, space};
use super::super::widgets::focus::followed;
use super::super::widgets::heading;
use crate::dataset::lessons::{self, Demand};
use crate::dataset::{Atlas, Problems};
use crate::lesson::draft::Draft;
use crate::model::lesson::Lesson;
use crate::text::{Catalog, Key};

/// What was asked for, and is done after the frame.
#[derive(Clone, Debug, PartialEq)]
pub enum Request {
    /// Open a file and play it.
    Open(String),
    /// Save a lesson under a path.
    Save(Lesson, String),
    /// Play a lesson.
    Play(Lesson),
    /// Show one step of it.
    Show(Lesson, usize),
    /// Work on a lesson.
    Edit(Lesson),
}

/// What is to be done with the screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Done {
    Play(Lesson),
    Show(Lesson, usize),
    Edit(Draft),
}

/// The reader's lesson files.
pub struct Shelf {
    files: Box<dyn LessonFiles>,
    requests: Vec<Request>,
    /// The path to open, as typed.
    path: String,
    said: Option<Said>,
}

/// What came of the last request.
enum Said {
    Good(String),
    /// What went wrong, and every problem by itself.
    Bad(String, Vec<String>),
}

impl Default for Shelf {
    fn default() -> Self {
        Self {
            files: Box::new(NoFiles),
            requests: Vec::new(),
            path: String::new(),
            said: None,
        }
    }
}

impl Shelf {
    /// Uses a file system; returns the draft that it kept, and a word for the reader where it is
    /// damaged.
    pub fn use_files(
        &mut self,
        files: Box<dyn LessonFiles>,
        atlas: &Atlas,
        texts: &Catalog,
    ) -> (Option<Draft>, Option<String>) {
        self.files = files;
        let Some(kept) = self.files.kept_draft() else {
            return (None, None);
        };
        let name = kept.path.display().to_string();
        let read = kept
            .text
            .and_then(|text| lessons::read(atlas, &name, &text, Demand::Draft).ok());
        if let Some(lesson) = read {
            return (Some(Draft::of(lesson)), None);
        }
        // It is not written over: somebody may still read it by eye.
        let aside = match self.files.keep_aside(&kept.path) {
            Ok(aside) => aside.display().to_string(),
            Err(_) => name,
        };
        let word = texts.fill(Key::DraftKeptAside, &[("file", &aside)]);
        (None, Some(word))
    }

    /// Keeps a draft.
    pub fn keep(&self, atlas: &Atlas, draft: &Draft) {
        self.files
            .keep_draft(lessons::written(atlas, &draft.lesson));
    }

    /// Where a lesson may be saved.
    pub fn suggested(&self, id: &str) -> String {
        self.files.suggested(id).display().to_string()
    }

    /// Asks for something; it is done after the frame.
    pub fn ask(&mut self, request: Request) {
        self.requests.push(request);
    }

    /// Does what was asked for.
    pub fn work(&mut self, atlas: &Atlas, texts: &Catalog) -> Vec<Done> {
        let requests = std::mem::take(&mut self.requests);
        requests
            .into_iter()
            .filter_map(|request| self.do_one(atlas, texts, request))
            .collect()
    }

    fn do_one(&mut self, atlas: &Atlas, texts: &Catalog, request: Request) -> Option<Done> {
        match request {
            Request::Open(path) => {
                self.said = None;
                match lessons::open(atlas, Path::new(path.trim())) {
                    Ok(lesson) => Some(Done::Play(lesson)),
                    Err(problems) => {
                        let head = texts.fill(Key::LessonBad, &[("file", path.trim())]);
                        self.bad(head, &problems);
                        None
                    }
                }
            }
            Request::Save(lesson, path) => {
                self.said = None;
                let checked = self.checked(atlas, texts, &lesson)?;
                let outcome = self.files.save(Path::new(path.trim()), &checked);
                self.said = Some(match outcome {
                    Ok(()) => Said::Good(texts.fill(Key::EditorSaved, &[("file", path.trim())])),
                    Err(reason) => {
                        let values = [("reason", &*reason)];
                        Said::Bad(texts.fill(Key::EditorNotSaved, &values), Vec::new())
                    }
                });
                None
            }
            Request::Play(lesson) => {
                self.said = None;
                self.checked(atlas, texts, &lesson)?;
                Some(Done::Play(lesson))
            }
            Request::Show(lesson, step) => Some(Done::Show(lesson, step)),
            Request::Edit(lesson) => Some(Done::Edit(Draft::of(lesson))),
        }
    }

    /// The text of a lesson that can be opened again; else its problems are told.
    fn checked(&mut self, atlas: &Atlas, texts: &Catalog, lesson: &Lesson) -> Option<String> {
        let text = lessons::written(atlas, lesson);
        match lessons::read(atlas, &lesson.id, &text, Demand::Whole) {
            Ok(_) => Some(text),
            Err(problems) => {
                let head = texts.fill(Key::EditorNotSaved, &[("reason", "")]);
                self.bad(head, &problems);
                None
            }
        }
    }

    fn bad(&mut self, head: String, problems: &Problems) {
        let lines = problems.0.iter().map(ToString::to_string);
        self.said = Some(Said::Bad(head, lines.collect()));
    }

    /// A field for the path of a lesson file.
    pub fn open_ui(&mut self, ui: &mut Ui, desk: &Desk<'_>) {
        let name = desk.texts.get(Key::LessonOpenFile);
        heading::section(ui, desk.tokens, name);
        heading::small(ui, desk.tokens, desk.texts.get(Key::LessonOpenHint));
        ui.add_space(space::TINY);
        ui.horizontal(|ui| {
            let width = ui.available_width() - 96.0;
            let response = ui.add(TextEdit::singleline(&mut self.path).desired_width(width));
            let typed = self.path.clone();
            response.widget_info(|| {
                let mut info = WidgetInfo::labeled(egui::Role::TextInput, true, name);
                info.current_text_value = Some(typed.clone());
                info
            });
            let entered =
                response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
            let open = ui.add(Button::new(desk.texts.get(Key::Open)));
            if (open.clicked() || entered) && !self.path.trim().is_empty() {
                self.ask(Request::Open(self.path.clone()));
            }
        });
        self.said_ui(ui, desk);
    }

    /// What came of the last request: all problems, each with its path and line.
    pub fn said_ui(&self, ui: &mut Ui, desk: &Desk<'_>) {
        let (head, lines): (&str, &[String]) = match &self.said {
            None => return,
            Some(Said::Good(word)) => (word, &[]),
            Some(Said::Bad(head, lines)) => (head, lines),
        };
        ui.add_space(space::SMALL);
        Frame::new()
            .fill(desk.tokens.note)
            .corner_radius(radius::SMALL)
            .inner_margin(Margin::same(10))
            .show(ui, |ui| {
                ui.set_width(ui.available_width());
                let head = RichText::new(head).strong().color(desk.tokens.ink);
                ui.add(Label::new(head).wrap());
                ScrollArea::vertical().max_height(160.0).show(
                    ui,
                    followed(|ui| {
                        for line in lines {
                            let line = RichText::new(line).color(desk.tokens.ink);
                            ui.add(Label::new(line).wrap().selectable(true));
                        }
                    }),
                );
            });
    }
}
