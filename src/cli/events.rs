//! `events`: what happened, as a list.

use clap::Args;
use serde_json::{Value, json};

use crate::dataset::Atlas;
use crate::model::date::{Day, HistoricalDate};
use crate::model::event::{Category, Event, EventIx};
use crate::model::language::Language;
use crate::scene::events;
use crate::state::events::EventFilter;
use crate::text::{Catalog, Key};

use super::args::Common;
use super::at::source_ids;
use super::error::CliError;
use super::table::Table;
use super::words::choice;
use super::{json, output, request};

const EVENTS_EXAMPLES: &str = "\
Examples:
  kuril-atlas events --from 1945-08 --to 1945-09   the last weeks of the war
  kuril-atlas events --category treaty             all treaties
  kuril-atlas events --search Putyatin --json      everything about one person, as JSON";

#[derive(Args, Debug)]
#[command(after_help = EVENTS_EXAMPLES)]
pub struct EventsArgs {
    /// Only what ends on this date or after it, EDTF
    #[arg(long, value_name = "DATE")]
    pub from: Option<String>,
    /// Only what begins on this date or before it, EDTF
    #[arg(long, value_name = "DATE")]
    pub to: Option<String>,
    /// Only what has all of these words in a title, a summary, a person or a place, in any language
    #[arg(long, value_name = "TEXT")]
    pub search: Option<String>,
    /// Only this kind of event
    #[arg(long, value_name = "CATEGORY", value_parser = choice(&Category::ALL, Category::id))]
    pub category: Option<Category>,
    /// Print JSON; "from" and "to" are the first and the last day of an event, both included
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub common: Common,
}

/// Prints the events that were asked for, in order of time.
///
/// # Errors
/// When a date or the data are wrong, or the first date lies after the last.
pub fn run(args: &EventsArgs) -> Result<(), CliError> {
    let language = args.common.language();
    let [first, last] = days(args, language)?;
    let atlas = request::atlas(args.common.data.as_deref(), language)?;
    let filter = EventFilter {
        category: args.category,
        ..EventFilter::default()
    };
    let mut found = events::search(&atlas, args.search.as_deref().unwrap_or_default());
    found.retain(|index| {
        let event = atlas.event(*index);
        let is_later = last.is_some_and(|last| event.first_day() > last);
        let is_earlier = first.is_some_and(|first| event.last_day() < first);
        filter.admits(&atlas, event) && !is_later && !is_earlier
    });
    if args.json {
        let all = found.iter();
        let all: Vec<Value> = all
            .map(|index| event_json(&atlas, atlas.event(*index), language))
            .collect();
        return output::print(language, json::text(&all.into()).as_bytes());
    }
    if found.is_empty() {
        output::complain(Catalog::of(language).get(Key::EventsNone));
        return Ok(());
    }
    output::print(language, human(&atlas, &found, language).as_bytes())
}

/// The first day of `--from` and the last of `--to`.
fn days(args: &EventsArgs, language: Language) -> Result<[Option<Day>; 2], CliError> {
    let read = |text: &Option<String>| {
        let date = text.as_deref().map(|text| request::date(text, language));
        date.transpose()
    };
    let from = read(&args.from)?.map(|(date, _)| date);
    let to = read(&args.to)?.map(|(date, _)| date);
    if let (Some(from), Some(to)) = (from, to)
        && from.first_day() > to.last_day()
    {
        let values = [("from", &*from.to_string()), ("to", &*to.to_string())];
        let message = Catalog::of(language).fill(Key::CliFromAfterTo, &values);
        return Err(CliError::Usage(message));
    }
    Ok([
        from.map(HistoricalDate::first_day),
        to.map(HistoricalDate::last_day),
    ])
}

/// An event; `from` and `to` are its first and its last day, the same for an event of a day, and
/// `precision` tells how finely the first is known.
fn event_json(atlas: &Atlas, event: &Event, language: Language) -> Value {
    let places = event.places.iter();
    let places: Vec<&str> = places
        .map(|place| atlas.territory(*place).id.as_str())
        .collect();
    let people = event.people.iter();
    let people: Vec<&str> = people
        .map(|role| atlas.person(role.person).id.as_str())
        .collect();
    json!({
        "id": event.id,
        "title": event.title.get(language),
        "summary": event.summary.get(language),
        "from": event.first_day().to_string(),
        "to": event.last_day().to_string(),
        "precision": event.from.precision().name(),
        "category": event.category.id(),
        "places": places,
        "people": people,
        "basis": event.basis.id(),
        "sources": source_ids(atlas, &event.citations),
    })
}

fn human(atlas: &Atlas, found: &[EventIx], language: Language) -> String {
    let texts = Catalog::of(language);
    let heading = [Key::EventsDate, Key::EventsTitle, Key::EventsCategory];
    let mut table = Table::new(heading.map(|key| texts.get(key)));
    for index in found {
        let line = events::line(atlas, *index, language);
        let title = if line.beyond {
            format!("{} ({})", line.title, texts.get(Key::BeyondTexts))
        } else {
            line.title
        };
        let category = events::category_text(line.category, language);
        table.row([line.date, title, category.to_owned()]);
    }
    table.text()
}
