//! `polls`: the opinion polls.

use serde_json::{Value, json};

use crate::dataset::Atlas;
use crate::model::language::Language;
use crate::model::poll::Poll;
use crate::text::{Catalog, Key, format};

use super::args::PollsArgs;
use super::at::source_ids;
use super::error::CliError;
use super::table::{Table, WIDTH, wrap};
use super::{json, output, request};

/// Prints all polls.
///
/// # Errors
/// When the data are wrong.
pub fn run(args: &PollsArgs) -> Result<(), CliError> {
    let language = args.common.language();
    let atlas = request::atlas(args.common.data.as_deref(), language)?;
    let text = if args.form.json {
        let all: Vec<Value> = atlas
            .polls
            .iter()
            .map(|poll| poll_json(&atlas, poll, language))
            .collect();
        json::text(&all.into())
    } else if args.form.csv {
        csv(&atlas, language)?
    } else {
        human(&atlas, language)
    };
    output::print(language, text.as_bytes())
}

fn source<'a>(atlas: &'a Atlas, poll: &Poll) -> Option<&'a str> {
    source_ids(atlas, &poll.citations).first().copied()
}

fn poll_json(atlas: &Atlas, poll: &Poll, language: Language) -> Value {
    json!({
        "id": poll.id,
        "pollster": poll.pollster,
        "date": poll.date.to_string(),
        "population": poll.population.get(language),
        "about": poll.about.get(language),
        "group": poll.group.get(language),
        "favourable": json::figure(poll.favourable),
        "unfavourable": json::figure(poll.unfavourable),
        "basis": poll.basis.id(),
        "source": source(atlas, poll),
    })
}

fn csv(atlas: &Atlas, language: Language) -> Result<String, CliError> {
    const HEADING: [&str; 10] = [
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
    let mut rows = vec![HEADING.map(str::to_owned).to_vec()];
    rows.extend(atlas.polls.iter().map(|poll| {
        vec![
            poll.id.clone(),
            poll.pollster.clone(),
            poll.date.to_string(),
            poll.population.get(language).to_owned(),
            poll.about.get(language).to_owned(),
            poll.group.get(language).to_owned(),
            csv_figure(poll.favourable),
            csv_figure(poll.unfavourable),
            poll.basis.id().to_owned(),
            source(atlas, poll).unwrap_or_default().to_owned(),
        ]
    }));
    csv_text(&rows)
}

fn human(atlas: &Atlas, language: Language) -> String {
    let texts = Catalog::of(language);
    let percent = |share: Option<f64>| match share {
        Some(share) => texts.fill(
            Key::Percent,
            &[("value", &format::number(language, share, 1))],
        ),
        None => texts.get(Key::NoValue).to_owned(),
    };
    let heading = [
        Key::CliDate,
        Key::CliPollster,
        Key::CliGroup,
        Key::Favourable,
        Key::Unfavourable,
    ];
    let mut table = Table::new(heading.map(|key| texts.get(key)));
    for poll in &atlas.polls {
        let [population, about, group] =
            [&poll.population, &poll.about, &poll.group].map(|text| text.get(language));
        table.row([
            format::historical(language, poll.date),
            poll.pollster.clone(),
            format!("{population}, {about}: {group}"),
            percent(poll.favourable),
            percent(poll.unfavourable),
        ]);
    }
    let mut text = table.text();
    if let Some(warning) = &atlas.poll_warning {
        text.push('\n');
        text.push_str(&wrap(warning.get(language), WIDTH).join("\n"));
        text.push('\n');
    }
    text
}

/// Rows as CSV, quoted where needed.
///
/// # Errors
/// When the rows differ in length, which no command lets happen.
pub fn csv_text(rows: &[Vec<String>]) -> Result<String, CliError> {
    // RFC 4180 ends lines with CR LF, and every spreadsheet takes it.
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    let failed = |reason: String| CliError::Request(reason);
    for row in rows {
        writer
            .write_record(row)
            .map_err(|error| failed(error.to_string()))?;
    }
    let bytes = writer
        .into_inner()
        .map_err(|error| failed(error.to_string()))?;
    String::from_utf8(bytes).map_err(|error| failed(error.to_string()))
}

/// A figure with a decimal point; empty where there is none.
pub fn csv_figure(value: Option<f64>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}
