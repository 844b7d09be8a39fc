//! Tables for spreadsheets: RFC 4180, UTF-8, a heading, figures with a decimal point, and an empty
//! cell where there is no value or a bound is open.

use crate::dataset::Atlas;
use crate::model::language::{Language, Localized};
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
        survey.name.get(language).to_owned(),
        Catalog::of(language).get(Key::AllAsked).to_owned(),
        figure(point.favourable),
        figure(point.unfavourable),
        Basis::Beyond.id().to_owned(),
        source_id(atlas, &point.citations)
            .unwrap_or_default()
            .to_owned(),
    ]
}

/// The columns of [`figures`].
pub const FIGURES: [&str; 13] = [
    "id",
    "topic",
    "name",
    "value",
    "low",
    "high",
    "qualifier",
    "unit",
    "date",
    "source",
    "documented",
    "documented_source",
    "note",
];

/// The single numbers of the texts, with what documents say where they are wrong.
///
/// # Errors
/// See [`ExportError::Table`].
pub fn figures(atlas: &Atlas, language: Language) -> Result<String, ExportError> {
    let mut rows = vec![FIGURES.map(str::to_owned).to_vec()];
    let source = |citations: &[Citation]| {
        let at = citations.first().and_then(|citation| citation.at.clone());
        let id = source_id(atlas, citations).map(str::to_owned);
        id.into_iter().chain(at).collect::<Vec<_>>().join(", ")
    };
    rows.extend(atlas.figures.iter().map(|one| {
        let documented = one.documented.as_ref();
        let text = |text: Option<&Localized>| {
            text.map(|text| text.get(language).to_owned())
                .unwrap_or_default()
        };
        vec![
            one.id.clone(),
            one.topic.id().to_owned(),
            one.name.get(language).to_owned(),
            figure(one.value),
            figure(one.low),
            figure(one.high),
            one.qualifier.id().to_owned(),
            one.unit.get(language).to_owned(),
            one.date.map(|date| date.to_string()).unwrap_or_default(),
            source(&one.at),
            text(documented.map(|documented| &documented.text)),
            documented
                .map(|documented| source(&documented.citations))
                .unwrap_or_default(),
            text(one.note.as_ref()),
        ]
    }));
    text(&rows)
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

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use super::*;
    use crate::dataset::Origin;
    use crate::dataset::own::{TEMPLATE, read_table};

    static ATLAS: LazyLock<Atlas> = LazyLock::new(|| Atlas::load(&Origin::Embedded).unwrap());

    fn read(text: &str) -> Vec<Vec<String>> {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(text.as_bytes());
        let rows = reader.records().map(|row| row.unwrap());
        rows.map(|row| row.iter().map(str::to_owned).collect())
            .collect()
    }

    #[test]
    fn what_is_written_is_read_again() {
        let row = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
        let rows = vec![
            row(["a, b", "say \"c\"", "two\r\nlines"]),
            row(["", "日本", "−1,5"]),
        ];
        assert_eq!(read(&text(&rows).unwrap()), rows);
    }

    #[test]
    fn the_seven_values_of_the_texts_come_with_qualifiers_and_sources() {
        let all: Vec<&Series> = ATLAS.series.iter().collect();
        for language in Language::ALL {
            let rows = read(&series(&ATLAS, &all, &[], language).unwrap());
            assert_eq!(rows[0], SERIES);
            let mut stated: Vec<String> = rows
                .iter()
                .filter(|row| row[9] == "text")
                .inspect(|row| assert!(row[10].starts_with("text-"), "{row:?}"))
                .map(|row| {
                    [&row[0], &row[3], &row[4], &row[5], &row[6], &row[7]]
                        .map(String::as_str)
                        .join(" ")
                })
                .collect();
            stated.sort();
            assert_eq!(
                stated,
                [
                    "trade-exports 1988 3.1 3.1  over",
                    "trade-exports 1990 2.6 2.55 2.65 exact",
                    "trade-imports 1980 1.9 1.85 1.9 nearly",
                    "trade-imports 1985 1.5  1.5 less-than",
                    "trade-imports 1990 3.4 3.35 3.4 almost",
                    "trade-total 1979 4.4 4.35 4.45 exact",
                    "trade-total 1988 6 5.85 6 nearly",
                ]
            );
        }
    }

    #[test]
    fn a_reader_s_own_series_come_last_with_their_own_sources() {
        let own = read_table("t.csv", TEMPLATE.as_bytes()).unwrap();
        let rows = read(&series(&ATLAS, &[], &[&own[0]], Language::Japanese).unwrap());
        assert_eq!(rows.len(), 3);
        assert_eq!(rows[1][10], "Where you found it");
        assert_eq!((rows[2][5].as_str(), rows[2][6].as_str()), ("", "6"));
    }

    #[test]
    fn every_table_has_a_row_for_every_record() {
        let rounds: usize = ATLAS.surveys.iter().map(|survey| survey.points.len()).sum();
        let polls = read(&polls(&ATLAS, Language::English).unwrap());
        assert_eq!(polls.len(), 1 + ATLAS.polls.len() + rounds);
        let figures = read(&figures(&ATLAS, Language::Russian).unwrap());
        assert_eq!(figures.len(), 1 + ATLAS.figures.len());
        assert!(figures.iter().all(|row| row.len() == FIGURES.len()));
    }
}
