//! `series`: figures over the years.

use serde_json::{Value, json};

use crate::dataset::{Atlas, own};
use crate::export::{self, ExportError};
use crate::model::language::Language;
use crate::model::series::{OwnSeries, Series};
use crate::scene::charts::worded;
use crate::text::{Catalog, Key};

use super::args::SeriesArgs;
use super::at::source_ids;
use super::error::CliError;
use super::table::{Table, WIDTH, wrap};
use super::{json, output, request};

/// Prints one series, or all; those of the reader's own tables come last.
///
/// # Errors
/// When there is no such series, or the data are wrong.
pub fn run(args: &SeriesArgs) -> Result<(), CliError> {
    let language = args.common.language();
    if args.template {
        return output::print(language, own::TEMPLATE.as_bytes());
    }
    let atlas = request::atlas(args.common.data.as_deref(), language)?;
    let is_chosen = |id: &str| args.id.as_deref().is_none_or(|chosen| chosen == id);
    let series: Vec<&Series> = (atlas.series.iter())
        .filter(|series| is_chosen(&series.id))
        .collect();
    let mine: Vec<&OwnSeries> = (atlas.own.iter())
        .filter(|own| is_chosen(&own.series.id))
        .collect();
    if let Some(id) = args
        .id
        .as_deref()
        .filter(|_| series.is_empty() && mine.is_empty())
    {
        return Err(unknown(&atlas, id, language));
    }
    let text = if args.form.json {
        let all = series
            .iter()
            .map(|series| series_json(series, &sources(&atlas, series), language));
        let own = mine
            .iter()
            .map(|own| series_json(&own.series, &own_sources(own), language));
        json::text(&all.chain(own).collect::<Vec<Value>>().into())
    } else if args.form.csv {
        export::csv::series(&atlas, &series, &mine, language).map_err(failed)?
    } else {
        let all = series.iter().map(|series| {
            let sources = series.points.iter().map(|point| &point.citations);
            let sources = sources.map(|citations| source_ids(&atlas, citations).join(", "));
            human(series, sources, language)
        });
        let own = mine
            .iter()
            .map(|own| human(&own.series, own.sources.iter().cloned(), language));
        all.chain(own).collect::<Vec<String>>().join("\n")
    };
    output::print(language, text.as_bytes())
}

/// A failure to write a table.
#[expect(
    clippy::needless_pass_by_value,
    reason = "made to stand behind map_err"
)]
pub fn failed(error: ExportError) -> CliError {
    CliError::Request(error.to_string())
}

fn unknown(atlas: &Atlas, id: &str, language: Language) -> CliError {
    let own = atlas.own.iter().map(|own| own.series.id.as_str());
    let all = atlas.series.iter().map(|series| series.id.as_str());
    let known: Vec<&str> = all.chain(own).collect();
    let values = [("id", id), ("known", &known.join(", "))];
    CliError::Request(Catalog::of(language).fill(Key::CliNoSeries, &values))
}

/// The id of the source that states each point; further ones only confirm it.
fn sources<'a>(atlas: &'a Atlas, series: &Series) -> Vec<Option<&'a str>> {
    let points = series.points.iter();
    points
        .map(|point| export::csv::source_id(atlas, &point.citations))
        .collect()
}

fn own_sources(own: &OwnSeries) -> Vec<Option<&str>> {
    let sources = own.sources.iter().map(String::as_str);
    sources
        .map(|source| Some(source).filter(|source| !source.is_empty()))
        .collect()
}

fn series_json(series: &Series, sources: &[Option<&str>], language: Language) -> Value {
    let points = series.points.iter().zip(sources).map(|(point, source)| {
        json!({
            "year": point.year,
            "value": json::figure(point.value),
            "low": json::figure(point.low),
            "high": json::figure(point.high),
            "qualifier": point.qualifier.id(),
            "year_stated": point.year_stated,
            "basis": point.basis.id(),
            "source": source,
        })
    });
    json!({
        "id": series.id,
        "name": series.name.get(language),
        "unit": series.unit.get(language),
        "points": points.collect::<Vec<Value>>(),
    })
}

fn human(series: &Series, sources: impl Iterator<Item = String>, language: Language) -> String {
    let texts = Catalog::of(language);
    let mut table = Table::new([Key::Year, Key::Value, Key::Sources].map(|key| texts.get(key)));
    for (point, sources) in series.points.iter().zip(sources) {
        let mark = if point.year_stated { "" } else { "*" };
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
