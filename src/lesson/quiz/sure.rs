//! What is known so surely that a question may rest on it.

use crate::dataset::Atlas;
use crate::model::claim::{Claim, ClaimKind};
use crate::model::control::Phase;
use crate::model::date::{Certainty, Day, HistoricalDate};
use crate::model::event::Event;
use crate::model::place::TerritoryIx;
use crate::model::polity::{Family, PolityIx};

/// How far around a date nothing is asked, in days: a month where the date is sure, years where it
/// is not.
const AROUND_SURE: i32 = 31;
const AROUND_UNSURE: i32 = 5 * 366;

/// The days around a date on which nothing may depend on it.
fn doubtful(date: HistoricalDate, is_sure: bool) -> (Day, Day) {
    let around = if is_sure && date.certainty() == Certainty::Exact {
        AROUND_SURE
    } else {
        AROUND_UNSURE
    };
    (
        date.first_day().plus_days(-around),
        date.last_day().plus_days(around),
    )
}

fn is_doubtful(day: Day, date: HistoricalDate, is_sure: bool) -> bool {
    let (first, last) = doubtful(date, is_sure);
    (first..=last).contains(&day)
}

fn is_sure_phase(phase: &Phase) -> bool {
    phase.confirmed && phase.variant.is_none()
}

/// Whether a change of the place, sure or not, may fall between two days.
pub fn may_change(atlas: &Atlas, place: TerritoryIx, first: Day, last: Day) -> bool {
    let starts = atlas.control.record(place).phases().iter().skip(1);
    starts.into_iter().any(|phase| {
        let (from, to) = if is_sure_phase(phase) && phase.from.certainty() == Certainty::Exact {
            (phase.from.first_day(), phase.from.last_day())
        } else {
            doubtful(phase.from, false)
        };
        from <= last && first <= to
    })
}

/// A place with its parts and its whole: what somebody may mean who says its name.
pub fn relatives(atlas: &Atlas, place: TerritoryIx) -> Vec<TerritoryIx> {
    let whole = atlas.territory(place).part_of;
    let mut all = vec![place];
    all.extend(whole);
    all.extend(atlas.parts_of(place));
    all
}

/// The phase of a place on a day, if nothing about its holder is in doubt around that day and all
/// its parts had the same holder.
pub fn phase(atlas: &Atlas, place: TerritoryIx, day: Day) -> Option<&Phase> {
    let record = atlas.control.record(place);
    let phase = record.at(day);
    let parts = atlas.parts_of(place).chain([place]);
    let holds = |part: TerritoryIx| {
        let phases = atlas.control.record(part).phases();
        let doubted = phases
            .iter()
            .skip(1)
            .any(|phase| is_doubtful(day, phase.from, is_sure_phase(phase)));
        let here = atlas.control.record(part).at(day);
        !doubted && here.variant.is_none() && here.holding == phase.holding
    };
    (parts.into_iter().all(holds) && phase.confirmed).then_some(phase)
}

/// The one claimant of a place on a day besides its holder, with the claim, if that is beyond doubt.
pub fn claim(atlas: &Atlas, place: TerritoryIx, day: Day, holder: PolityIx) -> Option<&Claim> {
    let of_all: Vec<TerritoryIx> = relatives(atlas, place);
    let unsure = of_all.iter().any(|one| {
        let mut claims = atlas.disputes.claims_ever(*one);
        claims.any(|claim| {
            is_doubtful(day, claim.from, claim.confirmed)
                || claim
                    .to
                    .is_some_and(|to| is_doubtful(day, to, claim.confirmed))
        })
    });
    if unsure {
        return None;
    }
    let mut found: Option<&Claim> = None;
    for claim in atlas.disputes.claims_on(place, day) {
        // Who holds a place claims it anyway; what is undetermined or renounced is another matter.
        if claim.kind != ClaimKind::Claimed {
            return None;
        }
        if kin(atlas, claim.claimant) == kin(atlas, holder) {
            continue;
        }
        if found.is_some_and(|other| other.claimant != claim.claimant) {
            return None;
        }
        found = Some(claim);
    }
    found
}

/// A family of states that one may take for one another: the Soviet Union for Russia.
pub fn kin(atlas: &Atlas, polity: PolityIx) -> Family {
    match atlas.polity(polity).family {
        Family::Soviet => Family::Russia,
        family => family,
    }
}

/// Whether a state is known to have existed on a day.
pub fn existed(atlas: &Atlas, polity: PolityIx, day: Day) -> bool {
    let polity = atlas.polity(polity);
    polity.from.last_day() <= day && polity.to.is_none_or(|to| day < to.first_day())
}

/// Whether an event's date is sure to the year, and its title does not tell it.
pub fn event(event: &Event) -> bool {
    let year = event.from.first_day().year() == event.from.last_day().year();
    let tells = event
        .title
        .iter()
        .any(|(_, title)| title.chars().any(char::is_numeric));
    year && event.confirmed
        && event.from.certainty() == Certainty::Exact
        && event.conflicts.is_empty()
        && event.text_date.is_none()
        && !tells
}
