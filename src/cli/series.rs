//! `series`: the trade figures.

use serde_json::{Value, json};

use crate::dataset::Atlas;
use crate::model::language::Language;
use crate::model::series::{Point, Series};
use crate::scene::charts::worded;
use crate::text::{Catalog, Key};

use super::args::SeriesArgs;
use super::at::source_ids;
use super::error::CliError;
use super::polls::{csv_figure, csv_text};
use super::table::{Table, WIDTH, wrap};
use super::{json, output, request};

/// Prints one series, or all.
///
/// # Errors
/// When there is no such series, or the data are wrong.
pub fn run(args: &SeriesArgs) -> Result<(), CliError> {
    let language = args.common.language();
    let atlas = request::atlas(args.common.data.as_deref(), language)?;
    let chosen: Vec<&Series> = atlas
        .series
        .iter()
        .filter(|series| args.id.as_ref().is_none_or(|id| *id == series.id))
        .collect();
    if let Some(id) = args.id.as_deref().filter(|_| chosen.is_empty()) {
        let known: Vec<&str> = atlas
            .series
            .iter()
            .map(|series| series.id.as_str())
            .collect();
        let values = [("id", id), ("known", &known.join(", "))];
        return Err(CliError::Request(
            Catalog::of(language).fill(Key::CliNoSeries, &values),
        ));
    }
    let text = if args.form.json {
        let all: Vec<Value> = chosen
            .iter()
            .map(|series| series_json(&atlas, series, language))
            .collect();
        json::text(&all.into())
    } else if args.form.csv {
        csv(&atlas, &chosen, language)?
    } else {
        let parts: Vec<String> = chosen
            .iter()
            .map(|series| human(&atlas, series, language))
            .collect();
        parts.join("\n")
    };
    output::print(language, text.as_bytes())
}

/// The id of the source that states the figure; further ones only confirm it.
fn source<'a>(atlas: &'a Atlas, point: &Point) -> Option<&'a str> {
    source_ids(atlas, &point.citations).first().copied()
}

fn series_json(atlas: &Atlas, series: &Series, language: Language) -> Value {
    let points: Vec<Value> = series
        .points
        .iter()
        .map(|point| {
            json!({
                "year": point.year,
                "value": json::figure(point.value),
                "low": json::figure(point.low),
                "high": json::figure(point.high),
                "qualifier": point.qualifier.id(),
                "year_stated": point.year_stated,
                "basis": point.basis.id(),
                "source": source(atlas, point),
            })
        })
        .collect();
    json!({
        "id": series.id,
        "name": series.name.get(language),
        "unit": series.unit.get(language),
        "points": points,
    })
}

fn csv(atlas: &Atlas, all: &[&Series], language: Language) -> Result<String, CliError> {
    const HEADING: [&str; 11] = [
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
    let mut rows = vec![HEADING.map(str::to_owned).to_vec()];
    for series in all {
        rows.extend(series.points.iter().map(|point| {
            vec![
                series.id.clone(),
                series.name.get(language).to_owned(),
                series.unit.get(language).to_owned(),
                point.year.to_string(),
                csv_figure(Some(point.value)),
                csv_figure(point.low),
                csv_figure(point.high),
                point.qualifier.id().to_owned(),
                point.year_stated.to_string(),
                point.basis.id().to_owned(),
                source(atlas, point).unwrap_or_default().to_owned(),
            ]
        }));
    }
    csv_text(&rows)
}

fn human(atlas: &Atlas, series: &Series, language: Language) -> String {
    let texts = Catalog::of(language);
    let mut table = Table::new([Key::Year, Key::Value, Key::Sources].map(|key| texts.get(key)));
    for point in &series.points {
        let mark = if point.year_stated { "" } else { "*" };
        let sources = source_ids(atlas, &point.citations).join(", ");
        table.row([
            format!("{}{mark}", point.year),
            worded(point, language),
            sources,
        ]);
    }
    let title = [&series.name, &series.unit].map(|text| wrap(text.get(language), WIDTH).join("\n"));
    let mut text = format!("{}\n\n{}", title.join("\n"), table.text());
    if series.points.iter().any(|point| !point.year_stated) {
        text.push_str("* ");
        text.push_str(texts.get(Key::YearInferred));
        text.push('\n');
    }
    for gap in &series.gaps {
        let years = if gap.from == gap.to {
            gap.from.to_string()
        } else {
            format!("{}–{}", gap.from, gap.to)
        };
        let note = format!("{years}: {}", gap.note.get(language));
        text.push_str(&wrap(&note, WIDTH).join("\n"));
        text.push('\n');
    }
    text
}
