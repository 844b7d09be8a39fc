//! Tables of the reader's own: dropped onto the window, or opened by their path.

use std::path::Path;

use egui::{Role, TextEdit, Ui, WidgetInfo};

use crate::dataset::own::{Fault, read_file};
use crate::model::series::OwnSeries;
use crate::model::shown::Chart;
use crate::scene::charts::own::{failure, success};
use crate::state::Command;
use crate::text::Key;

use super::super::app::Desk;
use super::super::icons;
use super::super::tokens::width;
use super::super::wish::Wish;
use super::ChartsView;

/// Reads the tables that were dropped onto the window in this frame, and takes them out of what was
/// dropped: what is left are lessons.
pub fn take_dropped(view: &mut ChartsView, ui: &Ui, desk: &mut Desk<'_>) {
    let mut tables = Vec::new();
    ui.input_mut(|input| {
        input.raw.dropped_files.retain(|file| {
            let path: &Path = file.path();
            let ending = path.extension().unwrap_or_default();
            let is_lesson = ending.eq_ignore_ascii_case("json");
            if !is_lesson {
                tables.push(path.to_owned());
            }
            is_lesson
        });
    });
    for path in tables {
        open(view, desk, &path);
    }
}

fn open(view: &mut ChartsView, desk: &mut Desk<'_>, path: &Path) {
    let name = path.file_name().unwrap_or(path.as_os_str());
    let name = name.to_string_lossy().into_owned();
    join(view, desk, &name, read_file(path));
}

/// A table read again replaces what it held before.
fn join(
    view: &mut ChartsView,
    desk: &mut Desk<'_>,
    name: &str,
    read: Result<Vec<OwnSeries>, Vec<Fault>>,
) {
    match read {
        Ok(series) => {
            let own = &mut view.choices.own;
            own.retain(|known| known.file != name);
            if let Some(first) = series.first() {
                desk.send(Command::OpenChart(Chart::of(first.series.topic)));
            }
            desk.notice = Some(success(name, series.len(), desk.language));
            own.extend(series);
            view.choices.own_changes += 1;
        }
        Err(faults) => desk.notice = Some(failure(name, &faults, desk.language)),
    }
}

/// The menu of the reader's own series.
pub fn menu_ui(view: &mut ChartsView, ui: &mut Ui, desk: &mut Desk<'_>) {
    let texts = desk.texts;
    let name = texts.get(Key::OwnOpen);
    let title = format!("{}  {}", icons::OPEN, icons::CARET_DOWN);
    let menu = ui.menu_button(title, |ui| {
        ui.set_min_width(width::BESIDE);
        let hint = texts.get(Key::OwnPath);
        ui.label(hint);
        let field = TextEdit::singleline(&mut view.own_path).desired_width(width::BESIDE);
        let response = ui.add(field);
        response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, hint));
        let entered =
            response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        ui.horizontal(|ui| {
            let is_path = !view.own_path.trim().is_empty();
            let button = ui.add_enabled(is_path, egui::Button::new(texts.get(Key::Open)));
            if is_path && (button.clicked() || entered) {
                let path = view.own_path.trim().trim_matches('"').to_owned();
                let before = view.choices.own_changes;
                open(view, desk, Path::new(&path));
                // After a failure the path stays, so that it can be mended.
                if view.choices.own_changes != before {
                    view.own_path.clear();
                }
                ui.close();
            }
            if ui.button(texts.get(Key::OwnTemplate)).clicked() {
                desk.wishes.push(Wish::Template);
                ui.close();
            }
            let has_own = !view.choices.own.is_empty();
            if has_own && ui.button(texts.get(Key::OwnRemove)).clicked() {
                view.choices.own.clear();
                view.choices.own_changes += 1;
                ui.close();
            }
        });
    });
    menu.response
        .widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    menu.response.on_hover_text(name);
}
