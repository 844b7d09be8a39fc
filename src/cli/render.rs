//! `render`: a picture without a window.

use std::sync::Arc;

use crate::dataset::Atlas;
use crate::export::charts_svg;
use crate::host::picture::{Format, Picture};
use crate::host::{Content, wishes};
use crate::model::shown::Chart;
use crate::prefs::Preferences;
use crate::scene::charts::{ChartPicture, Charts, Drawn, Sheet, title};
use crate::scene::ground::Ground;
use crate::state::screen::ScreenCommand;
use crate::state::{Command, ViewState};
use crate::text::{Catalog, Key};

use super::args::RenderArgs;
use super::error::CliError;
use super::output::NewFile;
use super::request::Wish;

/// Draws a picture into a file.
///
/// # Errors
/// When the file name, the request or the data are wrong, or the file cannot be written.
pub fn run(args: RenderArgs) -> Result<(), CliError> {
    // A picture depends on its arguments alone, not on the settings of the window.
    let wish = Wish::read(args.shown, &Preferences::default())?;
    let language = wish.language();
    let Some(format) = Format::of(&args.output) else {
        let file = args.output.to_string_lossy();
        return Err(CliError::Usage(
            Catalog::of(language).fill(Key::CliPictureName, &[("file", &file)]),
        ));
    };
    let file = NewFile::create(&args.output, language)?;
    let atlas = wish.atlas()?;
    let mut state = wish.state(&atlas)?;
    let no_hint = Command::Screen(ScreenCommand::ShowHint(false));
    for command in [no_hint, Command::Look(args.look)] {
        let _ = state.apply(&atlas, command);
    }
    args.teach.start(&atlas, &mut state)?;
    if let Some(chart) = args.chart {
        let _ = state.apply(&atlas, Command::OpenChart(chart));
    }
    let is_drawing = args.what == Content::Charts && state.chart != Chart::Figures;
    if is_drawing && format == Format::Svg {
        return file.finish(svg(&atlas, &state).as_bytes());
    }
    let picture = Picture {
        state,
        content: args.what,
        size: args.size,
        scale: args.scale,
    };
    let bytes = picture
        .bytes(format, &atlas, &Arc::new(Ground::new(&atlas)))
        .map_err(|error| CliError::Request(error.to_string()))?;
    file.finish(&bytes)
}

/// The open chart as a drawing: what the screen shows of it at first.
fn svg(atlas: &Atlas, state: &ViewState) -> String {
    let language = state.language;
    let texts = Catalog::of(language);
    let charts = Charts::new(atlas, &[], language);
    let picture = |name: Key, drawn: Drawn| ChartPicture {
        title: texts.get(name).to_owned(),
        date: state.date,
        drawn,
    };
    let of_sheet = |sheet: &Sheet| Drawn::Sheet {
        shown: (0..sheet.quantities.len())
            .map(|index| sheet.is_usual(index))
            .collect(),
        sheet: sheet.clone(),
        is_log: false,
    };
    let pictures: Vec<ChartPicture> = match state.chart.topic() {
        Some(topic) => charts
            .of(topic)
            .first()
            .map(|sheet| picture(title(state.chart), of_sheet(sheet)))
            .into_iter()
            .collect(),
        None => [picture(Key::PollTitle, Drawn::Polls(charts.polls.clone()))]
            .into_iter()
            .chain(
                charts
                    .surveys
                    .iter()
                    .map(|surveys| picture(Key::SurveyTitle, of_sheet(surveys))),
            )
            .collect(),
    };
    charts_svg::draw(&pictures, &wishes::colours(state.theme), language)
}
