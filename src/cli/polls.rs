//! `polls`: the opinion polls and surveys.

use serde_json::{Value, json};

use crate::dataset::Atlas;
use crate::export;
use crate::model::language::Language;
use crate::model::poll::{Poll, Survey, SurveyPoint};
use crate::model::series::Basis;
use crate::text::{Catalog, Key, format};

use super::args::PollsArgs;
use super::error::CliError;
use super::series::failed;
use super::table::{Table, WIDTH, wrap};
use super::{json, output, request};

/// Prints all polls and the rounds of all surveys.
///
/// # Errors
/// When the data are wrong.
pub fn run(args: &PollsArgs) -> Result<(), CliError> {
    let language = args.common.language();
    let atlas = request::atlas(args.common.data.as_deref(), language)?;
    let text = if args.form.json {
        let polls = atlas
            .polls
            .iter()
            .map(|poll| poll_json(&atlas, poll, language));
        let rounds = atlas.surveys.iter().flat_map(|survey| {
            let points = survey.points.iter();
            points.map(|point| survey_json(&atlas, survey, point, language))
        });
        json::text(&polls.chain(rounds).collect::<Vec<Value>>().into())
    } else if args.form.csv {
        export::csv::polls(&atlas, language).map_err(failed)?
    } else {
        human(&atlas, language)
    };
    output::print(language, text.as_bytes())
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
        "source": export::csv::source_id(atlas, &poll.citations),
    })
}

fn survey_json(atlas: &Atlas, survey: &Survey, point: &SurveyPoint, language: Language) -> Value {
    json!({
        "id": survey.row_id(point),
        "pollster": survey.pollster,
        "date": point.date.to_string(),
        "population": survey.population.get(language),
        "about": survey.name.get(language),
        "group": Catalog::of(language).get(Key::AllAsked),
        "favourable": json::figure(point.favourable),
        "unfavourable": json::figure(point.unfavourable),
        "basis": Basis::Beyond.id(),
        "source": export::csv::source_id(atlas, &point.citations),
    })
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
    for survey in &atlas.surveys {
        let [population, about] = [&survey.population, &survey.name].map(|text| text.get(language));
        for point in &survey.points {
            table.row([
                format::historical(language, point.date),
                survey.pollster.clone(),
                format!("{population}, {about}: {}", texts.get(Key::AllAsked)),
                percent(point.favourable),
                percent(point.unfavourable),
            ]);
        }
    }
    let mut text = table.text();
    if let Some(warning) = &atlas.poll_warning {
        text.push('\n');
        text.push_str(&wrap(warning.get(language), WIDTH).join("\n"));
        text.push('\n');
    }
    text
}
