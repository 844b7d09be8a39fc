//! What the records say of the past, held against lists of what is known.

use std::collections::HashSet;

use kuril_atlas::dataset::Atlas;
use kuril_atlas::model::control::Phase;
use kuril_atlas::model::date::Day;
use kuril_atlas::model::view::View;

use super::{ATLAS, GROUND, assert_none, day, holder, id, rows, territory};

const FACTS: &str = include_str!("facts.txt");
const CLAIMS: &str = include_str!("claims.txt");

/// How many days a polity's offices outlived it in the territories, at most, and why.
const OUTLIVED: &[(&str, i32, &str)] = &[
    (
        "russia-provisional",
        140,
        "its commissars stayed in office until local Soviets took over",
    ),
    (
        "manchukuo",
        2,
        "its emperor abdicated on 18 August 1945, before its cities were held",
    ),
];

/// Each territory's id, phases and the day each phase ends.
fn phases() -> impl Iterator<Item = (&'static str, &'static Phase, Option<Day>)> {
    ATLAS.territories().flat_map(|(index, place)| {
        let record = ATLAS.control.record(index);
        record
            .phases()
            .iter()
            .enumerate()
            .map(move |(number, phase)| (place.id.as_str(), phase, record.period(number).to))
    })
}

/// The day on which a polity first holds a territory at or after a day.
fn first_held(place: &str, by: &str, from: &str) -> Day {
    let record = ATLAS.control.record(territory(place));
    let phase = record
        .phases()
        .iter()
        .find(|phase| id(phase.holding.holder) == by && phase.from.first_day() >= day(from));
    phase
        .unwrap_or_else(|| panic!("{by} never holds {place} from {from}"))
        .from
        .first_day()
}

#[test]
fn nobody_holds_before_it_exists_or_after_its_end() {
    let mut faults = Vec::new();
    for (place, phase, to) in phases() {
        let holding = phase.holding;
        for polity in [Some(holding.holder), holding.with, holding.under]
            .into_iter()
            .flatten()
        {
            let polity = ATLAS.polity(polity);
            let from = phase.from.first_day().max(Atlas::range().0);
            if from < polity.from.first_day() {
                faults.push(format!(
                    "{place}: {} from {from}, before it began on {}",
                    polity.id, polity.from
                ));
            }
            let Some(end) = polity.to else { continue };
            let outlived = OUTLIVED
                .iter()
                .find(|(known, _, _)| *known == polity.id)
                .map_or(0, |(_, days, _)| *days);
            if to.is_none_or(|to| to > end.last_day().plus_days(1 + outlived)) {
                faults.push(format!(
                    "{place}: {} until {to:?}, after it ended on {end}",
                    polity.id
                ));
            }
        }
    }
    assert_none(&faults);
}

#[test]
fn successors_take_over_everything_at_once() {
    for (date, before, after) in [
        ("1868-01-03", "tokugawa", "japan-empire"),
        ("1917-03-15", "russian-empire", "russia-provisional"),
        ("1991-12-26", "ussr", "russia"),
    ] {
        let mut count = 0;
        for (index, place) in ATLAS.territories() {
            let record = ATLAS.control.record(index);
            let [old, new] =
                [day(date).plus_days(-1), day(date)].map(|day| holder(record.at(day).holding));
            assert!(
                !new.split(['+', '/']).any(|polity| polity == before),
                "{}: {before} on {date}",
                place.id
            );
            if old.split(['+', '/']).any(|polity| polity == before) {
                count += 1;
                assert_eq!(new, old.replace(before, after), "{} on {date}", place.id);
            }
        }
        assert!(count > 3, "{before}: {count} territories");
    }
    // Where Japan holds, it is the Empire, then the state of the constitution of 1947, never both.
    for (place, phase, to) in phases() {
        match id(phase.holding.holder) {
            "japan-empire" => assert!(
                to.is_some_and(|to| to <= day("1947-05-03")),
                "{place}: the Empire until {to:?}"
            ),
            "japan" => assert!(
                phase.from.first_day() >= day("1947-05-03"),
                "{place}: from {}",
                phase.from
            ),
            _ => {}
        }
    }
}

#[test]
fn the_islands_change_hands_in_the_order_of_1945() {
    let order = [
        "kurils-north-shumshu",
        "kurils-north-paramushir",
        "kurils-north-onekotan",
        "kurils-north-matua",
        "kurils-north-simushir",
        "iturup",
        "urup",
        "kunashir",
        "habomai",
    ];
    let days = order.map(|place| (first_held(place, "ussr", "1945-08-09"), place));
    assert!(days.is_sorted(), "{days:?}");
    assert_eq!(
        first_held("kunashir", "ussr", "1945"),
        first_held("shikotan", "ussr", "1945")
    );
    for (place, phase, _) in phases().filter(|(_, phase, _)| phase.from.first_day().year() == 1945)
    {
        let islands = place.starts_with("kurils-north")
            || place.starts_with("habomai")
            || order.contains(&place);
        if islands || place == "shikotan" || place == "sakhalin-south" {
            assert_eq!(
                phase.holding.kind.id(),
                "occupied",
                "{place}: landing is no cession"
            );
            let (first, last) = (day("1945-08-23"), day("1945-09-05"));
            assert!(
                (first..=last).contains(&phase.from.first_day()),
                "{place}: {}",
                phase.from
            );
        }
    }
}

#[test]
fn the_records_say_what_history_says() {
    let mut faults = Vec::new();
    let mut count = 0;
    for [date, expected, kind, places] in rows(FACTS) {
        for place in places.split(' ') {
            count += 1;
            let holding = ATLAS.control.record(territory(place)).at(day(date)).holding;
            let found = (holder(holding), holding.kind.id());
            if (found.0.as_str(), found.1) != (expected, kind) {
                let (holder, how) = found;
                faults.push(format!(
                    "{date} {place}: {expected}, {kind}; the data says {holder}, {how}"
                ));
            }
        }
    }
    assert_none(&faults);
    assert!(count >= 120, "{count}");
    let places: HashSet<&str> = rows(FACTS)
        .flat_map(|[_, _, _, places]: [&str; 4]| places.split(' '))
        .collect();
    for place in ATLAS
        .territories
        .iter()
        .filter(|place| place.part_of.is_none())
    {
        assert!(
            places.contains(place.id.as_str()),
            "no fact is asserted of {}",
            place.id
        );
    }
}

#[test]
fn the_claims_say_what_history_says() {
    let mut faults = Vec::new();
    for [date, claimant, kind, places] in rows(CLAIMS) {
        for place in places.split(' ') {
            let claims = ATLAS.disputes.claims_on(territory(place), day(date));
            let kinds: Vec<&str> = claims
                .filter(|claim| id(claim.claimant) == claimant)
                .map(|claim| claim.kind.id())
                .collect();
            if (kind == "-" && !kinds.is_empty()) || (kind != "-" && !kinds.contains(&kind)) {
                faults.push(format!(
                    "{date} {place}: {claimant}, {kind}; the data says {kinds:?}"
                ));
            }
        }
    }
    assert_none(&faults);
}

#[test]
fn each_side_sees_the_islands_its_own_way() {
    for (view, date, place, expected) in [
        (View::Japan, "1945-12-31", "iturup", "japan-empire"),
        (View::Japan, "2020-12-31", "iturup", "japan"),
        (View::Japan, "2020-12-31", "habomai", "japan"),
        (View::Japan, "2020-12-31", "urup", "none"),
        (View::Japan, "2020-12-31", "sakhalin-south", "none"),
        (View::Japan, "1930-12-31", "iturup", "japan-empire"),
        (View::Russia, "1924-12-31", "sakhalin-north", "ussr"),
        (View::Russia, "1946-12-31", "iturup", "ussr"),
        (View::Russia, "2020-12-31", "iturup", "russia"),
        (View::Russia, "2020-12-31", "habomai", "russia"),
        (View::Control, "2020-12-31", "iturup", "russia"),
    ] {
        let (place, day) = (territory(place), day(date));
        let seen = ATLAS
            .disputes
            .seen(view, place, day)
            .map(|perspective| perspective.holding);
        let holding = seen.unwrap_or(ATLAS.control.record(place).at(day).holding);
        assert_eq!(
            holder(holding),
            expected,
            "{} {date} {}",
            view.id(),
            ATLAS.territory(place).id
        );
    }
}

#[test]
fn a_point_and_a_day_name_the_holder() {
    // Toyohara, today Yuzhno-Sakhalinsk, through its history.
    for (date, expected) in [
        ("1860", "tokugawa+russian-empire"),
        ("1880", "russian-empire"),
        ("1906", "japan-empire"),
        ("1945-08-24", "japan-empire"),
        ("1945-08-25", "ussr"),
        ("1992", "russia"),
    ] {
        let place = GROUND.territory_at([142.74, 46.96], 0.0).unwrap();
        assert_eq!(
            holder(ATLAS.control.record(place).at(day(date)).holding),
            expected,
            "{date}"
        );
    }
}
