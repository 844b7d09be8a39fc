//! The shipped data: it loads, it says what history says, and breaking it is noticed.

#![expect(clippy::unwrap_used, reason = "a test may give up")]

#[path = "dataset/broken.rs"]
mod broken;
#[path = "dataset/history.rs"]
mod history;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use kuril_atlas::dataset::{Atlas, Origin, files};
use kuril_atlas::model::control::Holding;
use kuril_atlas::model::date::{Day, HistoricalDate};
use kuril_atlas::model::place::TerritoryIx;
use kuril_atlas::model::polity::PolityIx;
use kuril_atlas::scene::ground::Ground;

static ATLAS: LazyLock<Atlas> = LazyLock::new(|| {
    Atlas::load(&Origin::Embedded).unwrap_or_else(|problems| panic!("{problems}"))
});
static GROUND: LazyLock<Ground> = LazyLock::new(|| Ground::new(&ATLAS));

/// A list to hold the data against: fields between bars, `#` before a remark.
const TOWNS: &str = include_str!("dataset/towns.txt");

/// The lines of a list, split at the bars.
fn rows<const N: usize>(list: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    let lines = list
        .lines()
        .filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
    lines.map(|line| {
        let fields: Vec<&str> = line.split('|').map(str::trim).collect();
        fields
            .try_into()
            .unwrap_or_else(|fields: Vec<&str>| panic!("{line}: {} fields", fields.len()))
    })
}

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data")
}

fn day(text: &str) -> Day {
    text.parse::<HistoricalDate>().unwrap().first_day()
}

fn territory(id: &str) -> TerritoryIx {
    ATLAS
        .find_territory(id)
        .unwrap_or_else(|| panic!("there is no territory {id}"))
}

fn id(polity: PolityIx) -> &'static str {
    &ATLAS.polity(polity).id
}

/// A holding in the words of the table of facts.
fn holder(holding: Holding) -> String {
    let with = holding.with.map(|with| format!("+{}", id(with)));
    let under = holding.under.map(|under| format!("/{}", id(under)));
    [Some(id(holding.holder).to_owned()), with, under]
        .into_iter()
        .flatten()
        .collect()
}

#[track_caller]
fn assert_none(faults: &[String]) {
    assert!(
        faults.is_empty(),
        "{} faults:\n{}",
        faults.len(),
        faults.join("\n")
    );
}

#[test]
fn the_folder_loads_like_the_files_in_the_program() {
    let atlas =
        Atlas::load(&Origin::Folder(data())).unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!(atlas.territories.len(), ATLAS.territories.len());
    assert_eq!(atlas.sources.len(), ATLAS.sources.len());
    assert_eq!(atlas.control.changes(), ATLAS.control.changes());
    assert!(atlas.load_fine_regions().unwrap().len() > 20);
}

#[test]
fn every_data_file_is_in_the_program() {
    for folder in ["", "geo"] {
        for entry in std::fs::read_dir(data().join(folder)).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            if name.ends_with("json") {
                let name = if folder.is_empty() {
                    name
                } else {
                    format!("{folder}/{name}")
                };
                assert!(files::NAMES.contains(&name.as_str()), "{name}");
            }
        }
    }
}

#[test]
fn ids_are_lower_case_words() {
    let is_id = |id: &str| {
        !id.is_empty()
            && id.split('-').all(|word| {
                !word.is_empty()
                    && word
                        .bytes()
                        .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
            })
    };
    let ids = ATLAS.sources.iter().map(|source| &source.id);
    let ids = ids
        .chain(ATLAS.polities.iter().map(|polity| &polity.id))
        .chain(ATLAS.territories.iter().map(|place| &place.id));
    let ids = ids
        .chain(ATLAS.series.iter().map(|series| &series.id))
        .chain(ATLAS.polls.iter().map(|poll| &poll.id));
    assert_none(&ids.filter(|id| !is_id(id)).cloned().collect::<Vec<_>>());
}

#[test]
fn what_the_commands_promise_is_there() {
    for series in [
        "trade-total",
        "trade-imports",
        "trade-exports",
        "trade-balance",
    ] {
        assert!(
            ATLAS.series.iter().any(|known| known.id == series),
            "{series}"
        );
    }
    for disputed in ["iturup", "kunashir", "shikotan", "habomai"] {
        assert!(ATLAS.territory(territory(disputed)).disputed, "{disputed}");
    }
    for settled in ["urup", "kurils-north", "sakhalin-south", "hokkaido"] {
        assert!(!ATLAS.territory(territory(settled)).disputed, "{settled}");
    }
}

#[test]
fn phases_tile_time() {
    let (first, last) = Atlas::range();
    for (index, place) in ATLAS.territories() {
        let record = ATLAS.control.record(index);
        let periods: Vec<_> = (0..record.phases().len())
            .map(|number| record.period(number))
            .collect();
        assert!(periods[0].from <= first, "{}", place.id);
        assert_eq!(
            periods[periods.len() - 1].to,
            None,
            "{}: the last phase is open",
            place.id
        );
        for (one, next) in periods.iter().zip(&periods[1..]) {
            assert_eq!(one.to, Some(next.from), "{}", place.id);
            assert!(
                next.from <= last,
                "{}: a phase begins after the atlas ends",
                place.id
            );
        }
        // Each day has exactly one phase; the days of change and their neighbours are the ones to ask.
        let days = periods
            .iter()
            .flat_map(|period| [period.from.plus_days(-1), period.from])
            .chain([first, last]);
        for day in days.filter(|day| (first..=last).contains(day)) {
            let holding: Vec<usize> = (0..periods.len())
                .filter(|number| periods[*number].contains(day))
                .collect();
            assert_eq!(holding, [record.index_at(day)], "{} on {day}", place.id);
        }
    }
}

#[test]
fn parts_follow_their_whole_but_for_days() {
    for (index, place) in ATLAS.territories() {
        let Some(whole) = place.part_of else { continue };
        let holdings = |of| {
            ATLAS
                .control
                .record(of)
                .phases()
                .iter()
                .map(|phase| phase.holding)
                .collect::<Vec<_>>()
        };
        assert_eq!(holdings(index), holdings(whole), "{}", place.id);
        for (part, phase) in ATLAS
            .control
            .record(index)
            .phases()
            .iter()
            .zip(ATLAS.control.record(whole).phases())
        {
            let apart = (part.from.first_day().number() - phase.from.first_day().number()).abs();
            assert!(apart < 31, "{}: {} and {}", place.id, part.from, phase.from);
        }
    }
}

#[test]
fn the_points_inside_lie_inside() {
    let mut faults = Vec::new();
    for (index, place) in ATLAS.territories() {
        for point in &place.test_points {
            let found = GROUND.territory_at(*point, 0.0);
            if found != Some(index) {
                let found = found.map(|found| &ATLAS.territory(found).id);
                faults.push(format!("{}: {point:?} lies in {found:?}", place.id));
            }
        }
    }
    for [longitude, latitude, expected, town] in rows(TOWNS) {
        let point = [longitude, latitude].map(|degrees| degrees.parse().unwrap());
        let found = GROUND
            .territory_at(point, 0.0)
            .map_or("-", |found| &ATLAS.territory(found).id);
        if found != expected {
            faults.push(format!("{town} lies in {expected}; the map says {found}"));
        }
    }
    assert_none(&faults);
}

#[test]
fn breaking_any_rule_is_noticed() {
    let base = tempfile::tempdir().unwrap();
    broken::light_copy(&data(), files::NAMES, base.path());
    if let Err(problems) = Atlas::load(&Origin::Folder(base.path().to_owned())) {
        panic!("the copy itself is broken: {problems}");
    }
    // Territories and records stand in the same order in both files: the shipped data is so.
    let positions: BTreeMap<&str, usize> = ATLAS
        .territories
        .iter()
        .enumerate()
        .map(|(index, place)| (place.id.as_str(), index))
        .collect();
    let cases = broken::cases(|id| positions[id]);
    assert!(cases.len() > 100, "{}", cases.len());
    let threads = std::thread::available_parallelism()
        .map_or(1, usize::from)
        .min(8);
    let faults: Vec<String> = std::thread::scope(|scope| {
        let chunks = cases.chunks(cases.len().div_ceil(threads));
        let started: Vec<_> = chunks
            .map(|chunk| {
                scope.spawn(|| {
                    chunk
                        .iter()
                        .filter_map(|case| unnoticed(case, base.path()))
                        .collect::<Vec<_>>()
                })
            })
            .collect();
        started
            .into_iter()
            .flat_map(|thread| thread.join().unwrap())
            .collect()
    });
    assert_none(&faults);
}

/// What is wrong with the answer to a broken copy; `None` where the break is noticed.
fn unnoticed(case: &broken::Broken, base: &Path) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("geo")).unwrap();
    for name in files::NAMES {
        std::fs::copy(base.join(name), folder.path().join(name)).unwrap();
    }
    case.apply(folder.path());
    let Err(problems) = Atlas::load(&Origin::Folder(folder.path().to_owned())) else {
        return Some(format!("{}: loads without a problem", case.name));
    };
    let found = problems.0.iter().find(|problem| {
        problem.file == case.file
            && problem.path.starts_with(&case.path)
            && problem.message.contains(&case.message)
    });
    match found {
        None => Some(format!("{}: {problems}", case.name)),
        Some(problem) if !problem.path.is_empty() && problem.line.is_none() => {
            Some(format!("{}: no line: {problem}", case.name))
        }
        Some(_) => None,
    }
}
