//! Turns the files' records into the model; resolves every id.

mod claims;
mod control;
mod events;
mod figures;
mod frame;
mod lessons;
mod places;
mod reader;
mod stated;
mod towns;

use std::collections::HashMap;

use crate::model::border::Border;
use crate::model::claim::Claim;
use crate::model::control::{Control, Record};
use crate::model::date::Day;
use crate::model::event::Event;
use crate::model::lesson::Lesson;
use crate::model::place::{Territory, TerritoryIx};
use crate::model::right::Right;
use crate::model::series::OwnSeries;
use crate::model::text::Conflict;
use crate::model::town::Town;
use crate::model::town_control::{Apart, TownControl};
use crate::model::view::Perspective;

use super::atlas::Atlas;
use super::disputes::Disputes;
use super::files::Origin;
use super::land_reader::LandReader;
use super::own;
use super::problem::Problem;
use super::records::File;
pub use lessons::Demand;
use lessons::Known;
use reader::Reader;

/// Reads all files, as far as they can be read. The territories named have no record that could be
/// read, and a stand-in for one; they are among the problems.
pub fn parse(origin: &Origin, problems: &mut Vec<Problem>) -> (Atlas, Vec<TerritoryIx>) {
    // The map takes as long as everything else together.
    let land = LandReader::start(origin);
    let mut reader = Reader::new(problems);
    let frame = reader.frame(origin);
    let sources = reader.file(origin, "sources.json", Reader::sources);
    let polities = reader.file(origin, "polities.json", Reader::polities);
    let territories = reader.file(origin, "territories.json", Reader::territories);
    let records = reader.file(origin, "control.json", |reader, file| {
        reader.control(file, &territories)
    });
    let claims = reader.file(origin, "claims.json", Reader::claims);
    let rights = reader.file(origin, "rights.json", Reader::rights);
    let perspectives = reader.file(origin, "views.json", Reader::perspectives);
    let positions = reader.file(origin, "positions.json", Reader::positions);
    let offers = reader.file(origin, "offers.json", Reader::offers);
    let borders = reader.file(origin, "borders.json", Reader::borders);
    let towns = reader.file(origin, "towns.json", Reader::towns);
    let apart = reader.file(origin, "town_control.json", Reader::apart);
    let people = reader.file(origin, "people.json", Reader::people);
    let conflicts = reader.file(origin, "conflicts.json", Reader::conflicts);
    let events = reader.file(origin, "events.json", |reader, file| {
        reader.events(file, &conflicts)
    });
    let relations = reader.file(origin, "relations.json", Reader::relations);
    let terms = reader.file(origin, "glossary.json", Reader::terms);
    let outlines = reader.file(origin, "texts.json", Reader::outlines);
    let series = reader.file(origin, "series.json", Reader::series);
    let ((polls, poll_warning), surveys) = reader.file(origin, "polls.json", |reader, file| {
        (reader.polls(file), reader.surveys(file))
    });
    let known = stated::Known::of(&conflicts, &series, &polls);
    let figures = reader.file(origin, "figures.json", |reader, file| {
        reader.figures(file, &known)
    });
    let lessons = read_lessons(&mut reader, origin, &events, &conflicts);
    let attributions = reader.file(origin, "geo/attributions.json", Reader::attributions);
    let land = land.finish(origin, reader.problems);
    let own = own_series(origin, reader.problems);
    let (records, unread) = records_or_stand_ins(&records, territories.len());
    let disputes = Disputes::new(&territories, claims, perspectives);
    let control = Control::new(records);
    let town_control = TownControl::new(apart, &control);
    let steps = steps(&control, &town_control);
    let epochs = epochs(&steps, &disputes, &rights, &borders, &towns, &town_control);
    let atlas = Atlas {
        origin: origin.clone(),
        frame,
        owners: owners(&territories),
        sources,
        polities,
        territories,
        disputes,
        control,
        rights,
        positions,
        offers,
        borders,
        towns,
        town_control,
        events,
        people,
        relations,
        conflicts,
        terms,
        outlines,
        series,
        polls,
        poll_warning,
        lessons,
        surveys,
        figures,
        own,
        attributions,
        land,
        steps,
        epochs,
    };
    (atlas, unread)
}

/// The reader's own series, which only a folder has.
fn own_series(origin: &Origin, problems: &mut Vec<Problem>) -> Vec<OwnSeries> {
    match origin {
        Origin::Embedded => Vec::new(),
        Origin::Folder(folder) => own::read_folder(folder, problems),
    }
}

/// The lessons of a data set, in the order of their names.
fn read_lessons(
    reader: &mut Reader<'_>,
    origin: &Origin,
    events: &[Event],
    conflicts: &[Conflict],
) -> Vec<Lesson> {
    let known = Known::of(events, conflicts);
    let names = origin.lessons().unwrap_or_else(|problem| {
        reader.problems.push(problem);
        Vec::new()
    });
    let read = |name: &String| {
        reader.file(origin, name, |reader, file| {
            let lesson = reader.lesson(file, &known, Demand::Whole)?;
            if format!("lessons/{}.json", lesson.id) != *name {
                let message = format!("\"{}\" is not the name of the file", lesson.id);
                reader.problems.push(file.problem("id", message));
            }
            Some(lesson)
        })
    };
    names.iter().filter_map(read).collect()
}

/// Reads a lesson for an atlas that is loaded.
pub fn lesson(
    atlas: &Atlas,
    name: &str,
    text: &str,
    demand: Demand,
    problems: &mut Vec<Problem>,
) -> Option<Lesson> {
    let known = Known::of(&atlas.events, &atlas.conflicts);
    Reader::of(atlas, problems).lesson(File { name, text }, &known, demand)
}

/// The records in the order of the territories. One that could not be read is stood in for, so that
/// the rest can be checked; its territory is named.
fn records_or_stand_ins(read: &[Option<Record>], count: usize) -> (Vec<Record>, Vec<TerritoryIx>) {
    let mut unread = Vec::new();
    let record_of = |index: TerritoryIx| {
        let record = read.get(index.index()).cloned().flatten();
        record.unwrap_or_else(|| {
            unread.push(index);
            Record::stand_in()
        })
    };
    let records = (0u16..)
        .map(TerritoryIx)
        .take(count)
        .map(record_of)
        .collect();
    (records, unread)
}

/// The territory of each shape.
fn owners(territories: &[Territory]) -> HashMap<String, TerritoryIx> {
    let indexed = (0u16..).map(TerritoryIx).zip(territories);
    indexed
        .flat_map(|(index, territory)| {
            territory
                .shapes
                .iter()
                .map(move |shape| (shape.clone(), index))
        })
        .collect()
}

/// Every day on which a territory or a town changes hands, in order.
fn steps(control: &Control, towns: &TownControl) -> Vec<Day> {
    let lands = control.changes().iter().map(|change| change.day);
    let mut days: Vec<Day> = lands
        .chain(towns.changes().iter().map(|change| change.day))
        .collect();
    days.sort_unstable();
    days.dedup();
    days
}

/// Every day on which anything on the map changes, in order.
fn epochs(
    steps: &[Day],
    disputes: &Disputes,
    rights: &[Right],
    borders: &[Border],
    towns: &[Town],
    town_control: &TownControl,
) -> Vec<Day> {
    let periods = (disputes.claims().iter().map(Claim::period))
        .chain(disputes.perspectives().iter().map(Perspective::period))
        .chain(rights.iter().map(Right::period))
        .chain(borders.iter().map(Border::period));
    let records = town_control.records().iter();
    let periods = periods.chain(
        records
            .flat_map(|record| &record.periods)
            .map(Apart::period),
    );
    let mut days = steps.to_vec();
    days.extend(
        periods
            .flat_map(|period| [Some(period.from), period.to])
            .flatten(),
    );
    let names = towns.iter().flat_map(|town| &town.names);
    days.extend(names.map(|name| name.from.first_day()));
    days.sort_unstable();
    days.dedup();
    days
}
