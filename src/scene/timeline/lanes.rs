//! Lanes of control: for each territory, who held it from when, and who claimed it.

use crate::dataset::Atlas;
use crate::model::claim::ClaimKind;
use crate::model::control::Holding;
use crate::model::date::{Certainty, Day};
use crate::model::language::Language;
use crate::model::place::TerritoryIx;
use crate::model::polity::{Family, PolityIx, Shade};
use crate::scene::naming::Names;
use crate::text::{Catalog, Key, format};

use super::super::map::{Fill, kind_text};
use super::order::Row;

/// A phase of control on a lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segment {
    pub from: Day,
    /// The first day after it.
    pub to: Day,
    pub fill: Fill,
    /// Whether the day of its beginning is known exactly.
    pub exact: bool,
}

/// A claim of a state that does not hold the territory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stripe {
    pub from: Day,
    /// The first day after it.
    pub to: Day,
    pub shade: Shade,
}

/// The lane of a territory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lane {
    pub territory: TerritoryIx,
    pub name: String,
    pub segments: Vec<Segment>,
    pub claims: Vec<Stripe>,
}

/// A row of the lanes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LaneRow {
    /// What the lanes below have in common.
    Heading(String),
    Lane(Lane),
}

/// The rows to show, from top to bottom; places are called as on `day`.
#[must_use]
pub fn lane_rows(atlas: &Atlas, rows: &[Row], day: Day, names: Names) -> Vec<LaneRow> {
    let row = |row: &Row| match row {
        Row::Heading(heading) => LaneRow::Heading(heading.text(atlas, names.language)),
        Row::Lane(territory) => {
            LaneRow::Lane(lane(atlas, *territory, names.place(atlas, *territory, day)))
        }
    };
    rows.iter().map(row).collect()
}

fn lane(atlas: &Atlas, territory: TerritoryIx, name: &str) -> Lane {
    let (first, last) = Atlas::range();
    let end = last.plus_days(1);
    let record = atlas.control.record(territory);
    let segments = record.phases().iter().enumerate().map(|(index, phase)| {
        let period = record.period(index);
        Segment {
            // The record begins before the atlas or with it: the first phase fills the lane.
            from: if index == 0 { first } else { period.from },
            to: period.to.unwrap_or(end).min(end),
            fill: Fill::of(atlas, phase.holding),
            exact: index == 0 || phase.certainty() == Certainty::Exact,
        }
    });
    let claims = atlas
        .disputes
        .claims_ever(territory)
        .filter(|claim| claim.kind == ClaimKind::Claimed)
        // As on the map, stripes are for states.
        .filter(|claim| atlas.polity(claim.claimant).family != Family::Indigenous);
    let mut stripes = Vec::new();
    for claim in claims {
        let period = claim.period();
        let (from, to) = (period.from.max(first), period.to.unwrap_or(end).min(end));
        // Whoever holds a territory needs no claim to it.
        for (index, phase) in record.phases().iter().enumerate() {
            let held = record.period(index);
            let (from, to) = (from.max(held.from), to.min(held.to.unwrap_or(end)));
            let holds = phase.holding.holder == claim.claimant
                || phase.holding.with == Some(claim.claimant);
            if from < to && !holds {
                stripes.push(Stripe {
                    from,
                    to,
                    shade: atlas.polity(claim.claimant).shade(),
                });
            }
        }
    }
    Lane {
        territory,
        name: name.to_owned(),
        segments: segments.collect(),
        claims: stripes,
    }
}

/// Who holds a territory, in the short names that fit a line: "Soviet Union".
#[must_use]
pub fn short_holder(atlas: &Atlas, holding: Holding, language: Language) -> String {
    let catalog = Catalog::of(language);
    let name = |polity: PolityIx| atlas.polity(polity).short.get(language);
    let holder = name(holding.holder);
    match (holding.with, holding.under) {
        (Some(with), _) => catalog.fill(
            Key::HolderBoth,
            &[("first", holder), ("second", name(with))],
        ),
        (None, Some(under)) => catalog.fill(
            Key::HolderUnder,
            &[("holder", holder), ("power", name(under))],
        ),
        (None, None) => holder.to_owned(),
    }
}

/// What a lane says of a day: the holder, how, and from when to when.
#[must_use]
pub fn phase_text(
    atlas: &Atlas,
    territory: TerritoryIx,
    day: Day,
    language: Language,
) -> [String; 2] {
    let record = atlas.control.record(territory);
    let index = record.index_at(day);
    let phase = &record.phases()[index];
    let who = format!(
        "{}, {}",
        short_holder(atlas, phase.holding, language),
        kind_text(phase.holding.kind, language)
    );
    let from = format::historical(language, phase.from);
    let to = record
        .phases()
        .get(index + 1)
        .map(|next| format::historical(language, next.from));
    let when = match to {
        Some(to) => format!("{from} – {to}"),
        None => format!("{from} –"),
    };
    [who, when]
}

#[cfg(test)]
mod tests {
    use super::super::order::{Heading, Region};
    use super::*;
    use crate::dataset::Origin;

    fn all(atlas: &Atlas, language: Language) -> Vec<Lane> {
        let all = atlas.territories();
        all.map(|(territory, record)| lane(atlas, territory, record.name.get(language)))
            .collect()
    }

    #[test]
    fn lanes_cover_the_atlas_without_gaps_and_nobody_claims_what_they_hold() {
        let atlas = Atlas::load(&Origin::Embedded).unwrap();
        let (first, last) = Atlas::range();
        for lane in &all(&atlas, Language::English) {
            assert_eq!(lane.segments[0].from, first, "{}", lane.name);
            assert_eq!(
                lane.segments.last().unwrap().to,
                last.plus_days(1),
                "{}",
                lane.name
            );
            assert!(
                lane.segments
                    .windows(2)
                    .all(|pair| pair[0].to == pair[1].from),
                "{}",
                lane.name
            );
            for stripe in &lane.claims {
                let held = lane
                    .segments
                    .iter()
                    .find(|segment| segment.from <= stripe.from && stripe.from < segment.to);
                assert_ne!(
                    held.unwrap().fill.shade,
                    stripe.shade,
                    "{} from {}",
                    lane.name,
                    stripe.from
                );
            }
        }
    }

    #[test]
    fn rows_become_lanes_and_headings_in_the_language() {
        let atlas = Atlas::load(&Origin::Embedded).unwrap();
        let primorye = atlas.find_territory("primorye").unwrap();
        let rows = [
            Row::Heading(Heading::Region(Region::FarEast)),
            Row::Lane(primorye),
        ];
        let found = lane_rows(
            &atlas,
            &rows,
            Atlas::range().1,
            Names::all_in(Language::Russian),
        );
        assert_eq!(found[0], LaneRow::Heading("Дальний Восток".to_owned()));
        assert!(matches!(&found[1], LaneRow::Lane(lane) if lane.name == "Приморье"));
    }
}
