//! What is wrong with a data folder: all of it, where it is, and what to do.

use egui::{Button, Frame, Id, Label, Margin, Modal, RichText, Role, Ui, WidgetInfo};

use crate::dataset::{Origin, Problem, Problems};
use crate::text::{Catalog, Key};

use super::app::Desk;
use super::fonts::Face;
use super::tokens::{radius, size, space};
use super::widgets::heading;
use super::widgets::icon_button::icon_button;
use super::widgets::virtual_list::VirtualList;
use super::{data, icons};

/// The width of the sheet, in points, where the window has so much.
const WIDTH: f32 = 640.0;
/// What of the window stays free around the list, in points.
const AROUND: f32 = 330.0;

/// A folder that cannot be shown, until the reader goes on.
pub struct Faults {
    folder: String,
    problems: Vec<Problem>,
    rows: Vec<usize>,
    list: VirtualList<usize>,
    /// Whether another folder is being asked for.
    is_asking: bool,
}

impl Faults {
    /// The problems of a folder.
    #[must_use]
    pub fn new(folder: String, problems: Problems) -> Self {
        let Problems(problems) = problems;
        Self {
            folder,
            rows: (0..problems.len()).collect(),
            problems,
            list: VirtualList::default(),
            is_asking: false,
        }
    }

    /// The list as text, to send to whoever can mend it.
    fn text(&self) -> String {
        let lines = self.problems.iter().map(|problem| format!("{problem}\n"));
        std::iter::once(format!("{}\n", self.folder))
            .chain(lines)
            .collect()
    }

    /// Draws the sheet over the screen; whether the reader goes on.
    pub fn faults_ui(&mut self, ui: &Ui, desk: &mut Desk<'_>) -> bool {
        let screen = ui.ctx().content_rect();
        let frame = Frame::window(ui.style())
            .inner_margin(Margin::same(20))
            .corner_radius(radius::CARD);
        let modal = Modal::new(Id::unique("faults of a folder"))
            .frame(frame)
            .backdrop_color(desk.tokens.shadow);
        let shown = modal.show(ui.ctx(), |ui| {
            ui.set_width(WIDTH.min(screen.width() - 80.0));
            let mut is_over = head_ui(ui, desk);
            heading::soft(ui, desk.tokens, &self.count(desk.texts));
            ui.add_space(space::SMALL);
            heading::small(ui, desk.tokens, desk.texts.get(Key::FaultsHint));
            ui.add_space(space::MEDIUM);
            self.list_ui(ui, desk, (screen.height() - AROUND).max(90.0));
            ui.add_space(space::MEDIUM);
            is_over |= self.buttons_ui(ui, desk);
            is_over
        });
        shown.inner || shown.should_close()
    }

    fn count(&self, texts: &Catalog) -> String {
        let count = self.problems.len().to_string();
        let values = [("folder", self.folder.as_str()), ("count", &count)];
        texts.fill(Key::FaultsCount, &values)
    }

    fn list_ui(&mut self, ui: &mut Ui, desk: &Desk<'_>, most: f32) {
        /// About the height of a row, in points.
        const ROW: f32 = 52.0;
        #[expect(clippy::cast_precision_loss, reason = "a list of problems")]
        let wanted = self.rows.len() as f32 * ROW;
        let problems = &self.problems;
        ui.scope(|ui| {
            ui.set_max_height(wanted.clamp(ROW * 1.5, most.min(420.0)));
            let rows = &self.rows;
            self.list.show(ui, rows, |ui, row| {
                if let Some(problem) = problems.get(row) {
                    problem_ui(ui, desk, problem);
                }
            });
        });
    }

    fn buttons_ui(&mut self, ui: &mut Ui, desk: &mut Desk<'_>) -> bool {
        let mut is_over = false;
        ui.horizontal_wrapped(|ui| {
            let go_on = Button::new(desk.texts.get(Key::FaultsGoOn));
            if ui.add(go_on).clicked() {
                is_over = true;
                desk.origin = Some(Origin::Embedded);
            }
            if ui.button(desk.texts.get(Key::FaultsOther)).clicked() {
                self.is_asking = !self.is_asking;
            }
            if ui.button(desk.texts.get(Key::FaultsCopy)).clicked() {
                ui.ctx().copy_text(self.text());
            }
        });
        if self.is_asking {
            ui.add_space(space::SMALL);
            let width = ui.available_width();
            is_over |= data::folder_ui(ui, desk, width);
        }
        is_over
    }
}

/// The title, and the way back to what is shown; whether it is taken.
fn head_ui(ui: &mut Ui, desk: &Desk<'_>) -> bool {
    let mut is_over = false;
    ui.horizontal(|ui| {
        let sign = RichText::new(icons::WARNING).size(size::TITLE);
        ui.add(Label::new(sign.color(desk.tokens.accent)));
        let title = desk.texts.get(Key::FaultsTitle);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            is_over = icon_button(ui, icons::CLOSE, desk.texts.get(Key::Close)).clicked();
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                heading::title(ui, desk.tokens, title);
            });
        });
    });
    is_over
}

/// Where it is, and below it what is wrong.
fn problem_ui(ui: &mut Ui, desk: &Desk<'_>, problem: &Problem) {
    let tokens = desk.tokens;
    let mut place = match problem.line {
        Some(line) => {
            let line = line.to_string();
            let values = [("file", problem.file.as_str()), ("line", &line)];
            desk.texts.fill(Key::FaultsPlace, &values)
        }
        None => problem.file.clone(),
    };
    if !problem.path.is_empty() {
        place = format!("{place} · {}", problem.path);
    }
    let spoken = format!("{place}: {}", problem.message);
    let whole = ui.vertical(|ui| {
        let text = RichText::new(&place).font(Face::Strong.at(size::SMALL));
        ui.add(Label::new(text.color(tokens.ink)).wrap());
        let text = RichText::new(&problem.message).font(Face::Text.at(size::BODY));
        ui.add(Label::new(text.color(tokens.ink_soft)).wrap());
        ui.add_space(space::TINY);
    });
    let id = whole.response.id.with("spoken");
    let response = ui.interact(whole.response.rect, id, egui::Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, &spoken));
}
