//! Rights, borders and events.

use crate::dataset::Atlas;
use crate::model::border::Border;
use crate::model::date::{Day, HistoricalDate, Period};
use crate::model::event::Event;
use crate::model::language::Language;
use crate::model::right::Right;
use crate::scene::events::date_text;

use super::super::record::{Place, Record, Value};
use super::{Fields, NAMES, Outlines, named, source_ids, territory_ids, timed};

pub fn rights<'a>(outlines: &'a Outlines<'a>, language: Language) -> Vec<Record<'a>> {
    let atlas = outlines.atlas;
    let record = |right: &'a Right| {
        let holder = atlas.polity(right.holder);
        let mut fields: Fields = vec![("id", right.id.as_str().into())];
        timed(&mut fields, right.period());
        fields.extend([
            ("holder", holder.id.as_str().into()),
            ("holder_name", holder.name.get(language).into()),
            ("kind", right.kind.id().into()),
            ("territories", territory_ids(atlas, &right.territories)),
            ("certainty", right.from.certainty().name().into()),
            ("confirmed", Value::Truth(right.confirmed)),
            ("ground", right.ground.get(language).into()),
            (
                "note",
                right.note.as_ref().map(|note| note.get(language)).into(),
            ),
            ("sources", source_ids(atlas, &right.citations)),
        ]);
        let place = if !right.lines.is_empty() {
            Place::Lines(right.lines.iter().flat_map(|id| lines(atlas, id)).collect())
        } else if right.points.is_empty() {
            outlines.of_all(&right.territories)
        } else {
            Place::Points(right.points.iter().map(|point| point.at).collect())
        };
        Record {
            id: right.id.clone(),
            name: right.ground.get(language).to_owned(),
            group: holder.short.get(language).to_owned(),
            fields,
            period: right.period(),
            place,
            polity: Some(right.holder),
        }
    };
    atlas.rights.iter().map(record).collect()
}

/// The parts of a line of the map.
fn lines<'a>(atlas: &'a Atlas, id: &str) -> impl Iterator<Item = &'a [[f64; 2]]> {
    let found = atlas.land.lines.iter().find(|line| line.line.id == id);
    found
        .into_iter()
        .flat_map(|line| line.line.parts.iter().map(Vec::as_slice))
}

pub fn borders(atlas: &Atlas, language: Language) -> Vec<Record<'_>> {
    let record = |border: &Border| {
        let mut fields: Fields = vec![("id", border.id.as_str().into())];
        named(&mut fields, NAMES, &border.name);
        timed(&mut fields, border.period());
        let by = border
            .by
            .iter()
            .map(|polity| atlas.polity(*polity).id.clone());
        fields.extend([
            ("kind", border.kind.id().into()),
            ("by", Value::List(by.collect())),
            ("certainty", border.from.certainty().name().into()),
            ("confirmed", Value::Truth(border.confirmed)),
            (
                "note",
                border.note.as_ref().map(|note| note.get(language)).into(),
            ),
            ("sources", source_ids(atlas, &border.citations)),
        ]);
        Record {
            id: border.id.clone(),
            name: border.name.get(language).to_owned(),
            group: border.kind.id().to_owned(),
            fields,
            period: border.period(),
            place: Place::Lines(lines(atlas, &border.line).collect()),
            polity: match border.by.as_slice() {
                [side] => Some(*side),
                _ => None,
            },
        }
    };
    atlas.borders.iter().map(record).collect()
}

/// The days of an event: its last day is included, so the end is the day after.
fn event_period(event: &Event) -> Period {
    Period {
        from: event.first_day(),
        to: Some(event.last_day().plus_days(1)),
    }
}

pub fn events(atlas: &Atlas, language: Language) -> Vec<Record<'_>> {
    let date = |date: HistoricalDate| date.to_string();
    let record = |event: &Event| {
        let period = event_period(event);
        let mut fields: Fields = vec![("id", event.id.as_str().into())];
        named(
            &mut fields,
            ["title_en", "title_ja", "title_ru"],
            &event.title,
        );
        timed(&mut fields, period);
        let people = event.people.iter();
        let people = people.map(|role| atlas.person(role.person).id.clone());
        fields.extend([
            ("from", date(event.from).into()),
            ("to", event.to.map(date).into()),
            ("date", date_text(event, language).into()),
            ("certainty", event.from.certainty().name().into()),
            ("confirmed", Value::Truth(event.confirmed)),
            ("category", event.category.id().into()),
            ("summary", event.summary.get(language).into()),
            ("places", territory_ids(atlas, &event.places)),
            ("people", Value::List(people.collect())),
            ("basis", event.basis.id().into()),
            ("sources", source_ids(atlas, &event.citations)),
        ]);
        Record {
            id: event.id.clone(),
            name: event.title.get(language).to_owned(),
            group: decade(event.first_day()),
            fields,
            period,
            place: event_place(atlas, event),
            polity: None,
        }
    };
    atlas.events.iter().map(record).collect()
}

/// Its own points, or else those where the names of its places stand.
fn event_place<'a>(atlas: &'a Atlas, event: &Event) -> Place<'a> {
    let points: Vec<[f64; 2]> = if event.points.is_empty() {
        let places = event.places.iter();
        places.map(|place| atlas.territory(*place).label).collect()
    } else {
        event.points.iter().map(|point| point.at).collect()
    };
    if points.is_empty() {
        Place::Nowhere
    } else {
        Place::Points(points)
    }
}

fn decade(day: Day) -> String {
    let first = day.year().div_euclid(10) * 10;
    format!("{first}–{}", first + 9)
}
