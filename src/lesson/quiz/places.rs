//! Questions about places: who held them, who claimed them, which changed hands, where they are.

use crate::dataset::Atlas;
use crate::model::control::Kind;
use crate::model::date::{Certainty, Day};
use crate::model::place::TerritoryIx;
use crate::model::polity::{Family, PolityIx};

use super::make::{Ground, with_choices};
use super::rng::Rng;
use super::{Choice, Difficulty, Question, Task, sure};

/// Ids of the places that lessons speak of first.
const NEAR: [&str; 8] = [
    "iturup",
    "kunashir",
    "shikotan",
    "habomai",
    "urup",
    "kurils-north",
    "sakhalin-south",
    "sakhalin-north",
];
const FOUR: usize = 4;

/// The places that are asked about.
fn places(atlas: &Atlas, difficulty: Difficulty) -> Vec<TerritoryIx> {
    let near = || NEAR.iter().filter_map(|id| atlas.find_territory(id));
    let wholes = || {
        let all = atlas.territories();
        all.filter(|(_, place)| place.part_of.is_none())
            .map(|(index, _)| index)
    };
    match difficulty {
        Difficulty::Easy => near().collect(),
        Difficulty::Middle => wholes().collect(),
        Difficulty::Hard => atlas.territories().map(|(index, _)| index).collect(),
    }
}

/// A day to ask about: the end of a year, or any day where it is hard.
fn any_day(difficulty: Difficulty, rng: &mut Rng) -> Day {
    let (first, last) = Atlas::range();
    let span = usize::try_from(last.number() - first.number()).unwrap_or(1);
    let day = first.plus_days(i32::try_from(rng.below(span)).unwrap_or(0));
    match difficulty {
        Difficulty::Hard => day,
        _ => day.last_of_year(),
    }
}

const fn count_of_choices(difficulty: Difficulty) -> usize {
    match difficulty {
        Difficulty::Easy => 3,
        Difficulty::Middle | Difficulty::Hard => 4,
    }
}

/// States that a reader may well take for the right one: of the time, of the region, and none of
/// the same family, which could be argued to be right too.
fn other_states(
    atlas: &Atlas,
    day: Day,
    not: &[PolityIx],
    count: usize,
    rng: &mut Rng,
) -> Option<Vec<Choice>> {
    let mut taken: Vec<Family> = not.iter().map(|state| sure::kin(atlas, *state)).collect();
    taken.extend([Family::None, Family::Indigenous]);
    let mut candidates: Vec<PolityIx> = (0u16..)
        .map(PolityIx)
        .take(atlas.polities.len())
        .filter(|state| sure::existed(atlas, *state, day))
        .collect();
    rng.shuffle(&mut candidates);
    // Who holds something near comes before who is far away.
    let holders: Vec<PolityIx> = atlas
        .control
        .at(day)
        .map(|phase| phase.holding.holder)
        .collect();
    candidates.sort_by_key(|state| !holders.contains(state));
    let mut found = Vec::with_capacity(count);
    for state in candidates {
        let family = sure::kin(atlas, state);
        if found.len() < count && !taken.contains(&family) {
            taken.push(family);
            found.push(Choice::Polity(state));
        }
    }
    (found.len() == count).then_some(found)
}

/// Which state held a place on a day.
pub fn held(ground: &Ground, difficulty: Difficulty, rng: &mut Rng) -> Option<Question> {
    let atlas = ground.atlas;
    let place = rng.pick(&places(atlas, difficulty))?;
    let day = any_day(difficulty, rng);
    let holding = sure::phase(atlas, place, day)?.holding;
    let one_holds =
        !matches!(holding.kind, Kind::Joint | Kind::Undefined) && holding.with.is_none();
    let is_plain = !holding.kind.is_dependent() || difficulty == Difficulty::Hard;
    let family = sure::kin(atlas, holding.holder);
    let is_state = !matches!(family, Family::None | Family::Indigenous);
    if !(one_holds && is_plain && is_state && sure::existed(atlas, holding.holder, day)) {
        return None;
    }
    let mut not = vec![holding.holder];
    not.extend(holding.under);
    let others = count_of_choices(difficulty) - 1;
    let mut choices = vec![Choice::Polity(holding.holder)];
    choices.extend(other_states(atlas, day, &not, others, rng)?);
    Some(with_choices(Task::Held { place, day }, choices, rng))
}

/// Which state claimed a place on a day without holding it.
pub fn claimed(ground: &Ground, difficulty: Difficulty, rng: &mut Rng) -> Option<Question> {
    let atlas = ground.atlas;
    let place = rng.pick(&places(atlas, difficulty))?;
    let day = any_day(difficulty, rng);
    let holding = sure::phase(atlas, place, day)?.holding;
    if matches!(holding.kind, Kind::Joint | Kind::Undefined) || holding.under.is_some() {
        return None;
    }
    let claim = sure::claim(atlas, place, day, holding.holder)?;
    if !sure::existed(atlas, claim.claimant, day) {
        return None;
    }
    // The holder is the likeliest wrong answer: it holds what another claims.
    let mut choices = vec![
        Choice::Polity(claim.claimant),
        Choice::Polity(holding.holder),
    ];
    let not = [claim.claimant, holding.holder];
    let others = count_of_choices(difficulty) - 2;
    choices.extend(other_states(atlas, day, &not, others, rng)?);
    Some(with_choices(Task::Claimed { place, day }, choices, rng))
}

/// Which place came under another state in a year.
pub fn changed(ground: &Ground, difficulty: Difficulty, rng: &mut Rng) -> Option<Question> {
    let atlas = ground.atlas;
    let asked = places(atlas, difficulty);
    let change = rng.pick(atlas.control.changes())?;
    let place = change.territory;
    let phases = atlas.control.record(place).phases();
    let before = phases.get(change.phase.checked_sub(1)?)?;
    let phase = phases.get(change.phase)?;
    let holder = |of: &crate::model::control::Phase| sure::kin(atlas, of.holding.holder);
    let is_sure = phase.confirmed
        && phase.variant.is_none()
        && phase.from.certainty() == Certainty::Exact
        && phase.from.first_day().year() == phase.from.last_day().year();
    let settles = |of: &crate::model::control::Phase| {
        !matches!(of.holding.kind, Kind::Joint | Kind::Undefined)
            && !matches!(holder(of), Family::None | Family::Indigenous)
    };
    let moves = holder(before) != holder(phase) && settles(before) && settles(phase);
    if !(asked.contains(&place) && is_sure && moves) {
        return None;
    }
    let year = phase.from.first_day().year();
    let day = phase.from.first_day();
    let (first, last) = (day.first_of_year(), day.last_of_year());
    let own = sure::relatives(atlas, place);
    let stays = |other: &TerritoryIx| {
        let all = sure::relatives(atlas, *other);
        !own.iter().any(|one| all.contains(one))
            && !all
                .iter()
                .any(|one| sure::may_change(atlas, *one, first, last))
    };
    let mut others: Vec<TerritoryIx> = asked.into_iter().filter(stays).collect();
    rng.shuffle(&mut others);
    let mut choices = vec![Choice::Place(place)];
    for other in others {
        let related = sure::relatives(atlas, other);
        let is_apart = choices
            .iter()
            .all(|choice| !matches!(choice, Choice::Place(one) if related.contains(one)));
        if choices.len() < count_of_choices(difficulty) && is_apart {
            choices.push(Choice::Place(other));
        }
    }
    let full = choices.len() == count_of_choices(difficulty);
    full.then(|| with_choices(Task::Changed { year }, choices, rng))
}

/// Where a place is on the map.
pub fn click(ground: &Ground, difficulty: Difficulty, rng: &mut Rng) -> Option<Question> {
    let atlas = ground.atlas;
    let near = || NEAR.iter().filter_map(|id| atlas.find_territory(id));
    let pool: Vec<TerritoryIx> = match difficulty {
        Difficulty::Easy => near().take(FOUR).collect(),
        Difficulty::Middle => near().collect(),
        Difficulty::Hard => places(atlas, difficulty),
    };
    let place = rng.pick(&pool)?;
    // An islet of a few points cannot be hit by everybody.
    let is_small = atlas.territory(place).part_of.is_some()
        && atlas
            .territory(place)
            .area_km2
            .is_none_or(|area| area < 20.0);
    (!is_small).then(|| with_choices(Task::Click { place }, Vec::new(), rng))
}
