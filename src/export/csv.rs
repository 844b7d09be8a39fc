//! Tables for spreadsheets: RFC 4180, UTF-8, a heading, figures with a decimal point, and an empty
//! cell where there is no value or a bound is open.

use crate::dataset::Atlas;
use crate::model::language::Language;
use crate::model::poll::{Poll, Survey, SurveyPoint};
use crate::model::series::{Basis, OwnSeries, Point, Series};
use crate::model::source::Citation;
use crate::text::{Catalog, Key};

use super::ExportError;

/// The columns of [`series`].
pub const SERIES: [&str; 11] = [
    "id",
    "name",
    "unit",
    "year",
    "value",
    "low",
    "high",
    "qualifier",
    "year_stated",
    "basis",
    "source",
];

/// The columns of [`polls`].
pub const POLLS: [&str; 10] = [
    "id",
    "pollster",
    "date",
    "population",
    "about",
    "group",
    "favourable",
    "unfavourable",
    "basis",
    "source",
];

/// The points of several series, one a row; those of the reader's own files come last.
///
/// # Errors
/// See [`ExportError::Table`].
pub fn series(
    atlas: &Atlas,
    chosen: &[&Series],
    own: &[&OwnSeries],
    language: Language,
) -> Result<String, ExportError> {
    let mut rows = vec![SERIES.map(str::to_owned).to_vec()];
    for series in chosen {
        rows.extend(series.points.iter().map(|point| {
            let source = source_id(atlas, &point.citations).unwrap_or_default();
            point_row(series, point, source, language)
        }));
    }
    for own in own {
        let points = own.series.points.iter().zip(&own.sources);
        rows.extend(points.map(|(point, source)| point_row(&own.series, point, source, language)));
    }
    text(&rows)
}

fn point_row(series: &Series, point: &Point, source: &str, language: Language) -> Vec<String> {
    vec![
        series.id.clone(),
        series.name.get(language).to_owned(),
        series.unit.get(language).to_owned(),
        point.year.to_string(),
        figure(Some(point.value)),
        figure(point.low),
        figure(point.high),
        point.qualifier.id().to_owned(),
        point.year_stated.to_string(),
        point.basis.id().to_owned(),
        source.to_owned(),
    ]
}

/// All polls, one group a row, and behind them the surveys, one round a row.
///
/// # Errors
/// See [`ExportError::Table`].
pub fn polls(atlas: &Atlas, language: Language) -> Result<String, ExportError> {
    let mut rows = vec![POLLS.map(str::to_owned).to_vec()];
    rows.extend(
        atlas
            .polls
            .iter()
            .map(|poll| poll_row(atlas, poll, language)),
    );
    for survey in &atlas.surveys {
        let points = survey.points.iter();
        rows.extend(points.map(|point| survey_row(atlas, survey, point, language)));
    }
    text(&rows)
}

fn poll_row(atlas: &Atlas, poll: &Poll, language: Language) -> Vec<String> {
    vec![
        poll.id.clone(),
        poll.pollster.clone(),
        poll.date.to_string(),
        poll.population.get(language).to_owned(),
        poll.about.get(language).to_owned(),
        poll.group.get(language).to_owned(),
        figure(poll.favourable),
        figure(poll.unfavourable),
        poll.basis.id().to_owned(),
        source_id(atlas, &poll.citations)
            .unwrap_or_default()
            .to_owned(),
    ]
}

fn survey_row(
    atlas: &Atlas,
    survey: &Survey,
    point: &SurveyPoint,
    language: Language,
) -> Vec<String> {
    vec![
        survey.row_id(point),
        survey.pollster.clone(),
        point.date.to_string(),
        survey.population.get(language).to_owned(),
        survey.about.get(language).to_owned(),
        Catalog::of(language).get(Key::AllAsked).to_owned(),
        figure(point.favourable),
        figure(point.unfavourable),
        Basis::Beyond.id().to_owned(),
        source_id(atlas, &point.citations)
            .unwrap_or_default()
            .to_owned(),
    ]
}

/// The id of the source that states something; further ones only confirm it.
#[must_use]
pub fn source_id<'a>(atlas: &'a Atlas, citations: &[Citation]) -> Option<&'a str> {
    citations
        .first()
        .map(|citation| atlas.source(citation.source).id.as_str())
}

/// Rows as CSV, quoted where needed.
///
/// # Errors
/// See [`ExportError::Table`].
pub fn text(rows: &[Vec<String>]) -> Result<String, ExportError> {
    // RFC 4180 ends lines with CR LF, and every spreadsheet takes it.
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    for row in rows {
        writer
            .write_record(row)
            .map_err(|error| ExportError::Table(error.to_string()))?;
    }
    let bytes = writer
        .into_inner()
        .map_err(|error| ExportError::Table(error.to_string()))?;
    String::from_utf8(bytes).map_err(|error| ExportError::Table(error.to_string()))
}

/// A figure with a decimal point; empty where there is none.
#[must_use]
pub fn figure(value: Option<f64>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}
