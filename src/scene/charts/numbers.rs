//! The single numbers of the texts, as a table to look through.

use crate::dataset::Atlas;
use crate::model::date::{Day, HistoricalDate};
use crate::model::figure::{Documented, FigureTopic, StatedFigure};
use crate::model::language::Language;
use crate::model::series::Qualifier;
use crate::model::shown::Chart;
use crate::scene::search::fold::{contains, fold, words};
use crate::state::Command;
use crate::text::{Catalog, Key, format};

use super::super::details::SourceLine;
use super::words::Texts;
use super::{source_lines, worded_as};

/// What the table can be put in order by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Order {
    /// As in the data: by topic, as the texts go.
    #[default]
    Topic,
    Name,
    Value,
    Date,
}

impl Order {
    /// All orders, in the order of the columns.
    pub const ALL: [Self; 4] = [Self::Topic, Self::Name, Self::Value, Self::Date];
}

/// One number.
#[derive(Clone, Debug, PartialEq)]
pub struct NumberRow {
    pub id: String,
    pub topic: String,
    topic_id: FigureTopic,
    pub name: String,
    /// As the text words it, with its unit.
    pub value: String,
    number: Option<f64>,
    /// Between which values it lies; `None` where the value says it all.
    pub limits: Option<String>,
    pub date: String,
    /// Where a click on the date leads.
    pub day: Option<Day>,
    /// Where in the texts it stands.
    pub at: Vec<SourceLine>,
    pub note: Option<String>,
    /// What documents give where the text is wrong.
    pub documented: Option<String>,
    pub documented_sources: Vec<SourceLine>,
    /// Opens the conflict that tells of it.
    pub conflict: Option<Command>,
    /// Opens the chart that draws it.
    pub chart: Option<Command>,
    /// All of it in one sentence.
    pub spoken: String,
    letters: Vec<char>,
}

/// The table of all numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Numbers {
    pub rows: Vec<NumberRow>,
}

impl Numbers {
    /// The numbers of an atlas.
    #[must_use]
    pub fn new(atlas: &Atlas, language: Language) -> Self {
        let texts = Texts {
            catalog: Catalog::of(language),
            language,
        };
        Self {
            rows: atlas
                .figures
                .iter()
                .map(|figure| row(atlas, figure, &texts))
                .collect(),
        }
    }

    /// The positions of the rows that hold every word of a search, in an order, or its reverse. Rows
    /// that lack what is ordered by come last either way.
    #[must_use]
    pub fn list(&self, search: &str, order: Order, reverse: bool) -> Vec<usize> {
        let words = words(search);
        let mut found: Vec<usize> = (0..self.rows.len())
            .filter(|index| {
                let letters = &self.rows[*index].letters;
                words.iter().all(|word| contains(letters, word))
            })
            .collect();
        let of = |index: &usize| &self.rows[*index];
        match order {
            Order::Topic => found.sort_by_key(|index| of(index).topic_id),
            Order::Name => found.sort_by_key(|index| of(index).name.to_lowercase()),
            Order::Value => found.sort_by(|one, other| {
                let value = |index: &usize| of(index).number.unwrap_or(f64::INFINITY);
                value(one).total_cmp(&value(other))
            }),
            Order::Date => found.sort_by_key(|index| of(index).day.unwrap_or(Day::MAX)),
        }
        if reverse {
            let lacks = |index: &usize| match order {
                Order::Value => of(index).number.is_none(),
                Order::Date => of(index).day.is_none(),
                Order::Topic | Order::Name => false,
            };
            let (mut rest, last): (Vec<usize>, Vec<usize>) =
                found.into_iter().partition(|index| !lacks(index));
            rest.reverse();
            rest.extend(last);
            found = rest;
        }
        found
    }
}

const fn topic_key(topic: FigureTopic) -> Key {
    match topic {
        FigureTopic::Trade => Key::TopicTrade,
        FigureTopic::Money => Key::TopicMoney,
        FigureTopic::Opinion => Key::TopicOpinion,
        FigureTopic::Islands => Key::TopicIslands,
        FigureTopic::People => Key::TopicPeople,
        FigureTopic::Military => Key::TopicMilitary,
        FigureTopic::Diplomacy => Key::TopicDiplomacy,
        FigureTopic::Time => Key::TopicTime,
        FigureTopic::Other => Key::TopicOther,
    }
}

fn row(atlas: &Atlas, figure: &StatedFigure, texts: &Texts) -> NumberRow {
    let (language, catalog) = (texts.language, texts.catalog);
    let topic = catalog.get(topic_key(figure.topic)).to_owned();
    let name = figure.name.get(language).to_owned();
    let value = figure.value.map_or_else(
        || catalog.get(Key::NoValue).to_owned(),
        |value| value_text(figure, value, texts),
    );
    let is_told = figure.low == figure.value && figure.high == figure.value;
    let has_limits = figure.low.is_some() || figure.high.is_some();
    let date = figure.date.map_or_else(
        || catalog.get(Key::Undated).to_owned(),
        |date| format::historical(language, date),
    );
    let note = figure
        .note
        .as_ref()
        .map(|note| note.get(language).to_owned());
    let documented = figure
        .documented
        .as_ref()
        .map(|documented| documented_text(documented, texts));
    let spoken = catalog.fill(
        Key::SpokenFigure,
        &[
            ("series", name.as_str()),
            ("year", &date),
            ("value", &value),
            ("unit", &topic),
        ],
    );
    let at = source_lines(atlas, &figure.at, language);
    let mut letters = Vec::new();
    let told = [&topic, &name, &value, &date];
    let further = note
        .iter()
        .chain(&documented)
        .chain(at.iter().map(|line| &line.text));
    for text in told.into_iter().chain(further) {
        letters.extend(fold(text).chars);
        letters.push(' ');
    }
    NumberRow {
        id: figure.id.clone(),
        topic_id: figure.topic,
        number: figure.value,
        limits: (has_limits && !is_told).then(|| texts.limits(figure.low, figure.high)),
        day: figure.date.map(HistoricalDate::last_day),
        documented_sources: figure
            .documented
            .iter()
            .flat_map(|documented| source_lines(atlas, &documented.citations, language))
            .collect(),
        conflict: figure.conflict.map(Command::OpenConflict),
        chart: chart(atlas, figure).map(Command::OpenChart),
        topic,
        name,
        value,
        date,
        at,
        note,
        documented,
        spoken,
        letters,
    }
}

/// The value as the text words it, with its unit.
fn value_text(figure: &StatedFigure, value: f64, texts: &Texts) -> String {
    let with_unit = |value: &str| {
        let unit = figure.unit.get(texts.language);
        texts
            .catalog
            .fill(Key::ValueUnit, &[("value", value), ("unit", unit)])
    };
    if figure.qualifier == Qualifier::Computed {
        let value = with_unit(&texts.number(value));
        return texts
            .catalog
            .fill(Key::QualifierComputed, &[("value", &value)]);
    }
    with_unit(&worded_as(figure.qualifier, value, texts.language))
}

fn documented_text(documented: &Documented, texts: &Texts) -> String {
    documented.text.get(texts.language).to_owned()
}

/// The chart that draws the number.
fn chart(atlas: &Atlas, figure: &StatedFigure) -> Option<Chart> {
    if figure.poll.is_some() {
        return Some(Chart::Polls);
    }
    let id = figure.series.as_ref()?;
    let series = atlas.series.iter().find(|series| series.id == *id)?;
    Some(Chart::of(series.topic))
}
