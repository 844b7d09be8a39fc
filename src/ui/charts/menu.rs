//! The menu that saves the open chart.

use egui::{Role, Ui, WidgetInfo};

use crate::model::shown::Chart;
use crate::scene::charts::{ChartPicture, Drawn, title};
use crate::text::Key;

use super::super::app::Desk;
use super::super::icons;
use super::super::wish::{Form, Wish};
use super::ChartsView;
use super::page::SURVEYS;

/// The menu with the forms of a file.
pub fn export_ui(view: &ChartsView, ui: &mut Ui, desk: &mut Desk<'_>) {
    let name = desk.texts.get(Key::ExportChart);
    let label = format!("{}  {}", icons::DOWNLOAD, icons::CARET_DOWN);
    let menu = ui.menu_button(label, |ui| {
        for form in Form::ALL {
            // A table of words is no drawing.
            let is_there = form != Form::Svg || desk.state.chart != Chart::Figures;
            let ending = form.ending().to_uppercase();
            let label = desk.texts.fill(Key::ExportAs, &[("form", &ending)]);
            if is_there && ui.button(label).clicked() {
                let wish = Wish::Chart {
                    chart: desk.state.chart,
                    form,
                    pictures: pictures(view, desk),
                    own: view.choices.own.clone(),
                    language: desk.language,
                };
                desk.wishes.push(wish);
                ui.close();
            }
        }
    });
    menu.response
        .widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    menu.response.on_hover_text(name);
}

/// What is open, as it is shown.
fn pictures(view: &ChartsView, desk: &Desk<'_>) -> Vec<ChartPicture> {
    let Some(charts) = view.scene.last() else {
        return Vec::new();
    };
    let chart = desk.state.chart;
    let picture = |name: Key, drawn: Drawn| ChartPicture {
        title: desk.texts.get(name).to_owned(),
        date: desk.state.date,
        drawn,
    };
    if let Some(topic) = chart.topic() {
        let unit = view.choices.units.get(&chart).copied().unwrap_or(0);
        let sheet = charts.of(topic).get(unit);
        let drawn = sheet.map(|sheet| view.choices.drawn((chart, unit), sheet));
        return drawn
            .map(|drawn| picture(title(chart), drawn))
            .into_iter()
            .collect();
    }
    if chart == Chart::Figures {
        return Vec::new();
    }
    let polls = picture(Key::PollTitle, Drawn::Polls(charts.polls.clone()));
    let surveys = charts.surveys.as_ref().map(|surveys| {
        let drawn = view.choices.drawn((chart, SURVEYS), surveys);
        picture(Key::SurveyTitle, drawn)
    });
    [polls].into_iter().chain(surveys).collect()
}
