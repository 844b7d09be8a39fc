//! Who holds what, and who claims it.

use crate::dataset::Atlas;
use crate::model::control::Phase;
use crate::model::date::Period;
use crate::model::language::Language;
use crate::model::place::TerritoryIx;
use crate::scene::map::{holder_text, kind_text};

use super::super::record::{Place, Record, Value};
use super::{Fields, NAMES, Outlines, named, polity_ids, source_ids, span, timed};

pub fn control<'a>(outlines: &'a Outlines<'a>, language: Language) -> Vec<Record<'a>> {
    let atlas = outlines.atlas;
    let mut records = Vec::new();
    for (index, territory) in atlas.territories() {
        let record = atlas.control.record(index);
        // Parts carry the outlines of a whole; drawn twice they would hide each other.
        let is_whole = territory.shapes.is_empty();
        for (number, phase) in record.phases().iter().enumerate() {
            let period = record.period(number);
            records.push(Record {
                id: format!("{}@{}", territory.id, period.from),
                name: format!(
                    "{}: {}",
                    territory.name.get(language),
                    holder_text(atlas, phase.holding, language)
                ),
                group: territory.name.get(language).to_owned(),
                fields: phase_fields(atlas, index, phase, period, language),
                period,
                place: if is_whole {
                    Place::Nowhere
                } else {
                    outlines.of(index)
                },
                polity: Some(phase.holding.holder),
            });
        }
    }
    records
}

fn phase_fields(
    atlas: &Atlas,
    territory: TerritoryIx,
    phase: &Phase,
    period: Period,
    language: Language,
) -> Fields {
    let place = atlas.territory(territory);
    let holding = phase.holding;
    let claims = atlas
        .disputes
        .claims_ever(territory)
        .filter(|claim| claim.claimant != holding.holder && claim.period().overlaps(period));
    let claims = claims.map(|claim| {
        let claimant = atlas.polity(claim.claimant).id.as_str();
        span(&[claimant, claim.kind.id()], claim.period())
    });
    let mut fields: Fields = vec![("id", place.id.as_str().into())];
    named(&mut fields, NAMES, &place.name);
    timed(&mut fields, period);
    let holders = std::iter::once(holding.holder).chain(holding.with);
    fields.extend([
        ("holder", polity_ids(atlas, holders).into()),
        ("holder_name", holder_text(atlas, holding, language).into()),
        (
            "under",
            holding
                .under
                .map(|power| atlas.polity(power).id.as_str())
                .into(),
        ),
        ("kind", holding.kind.id().into()),
        ("kind_name", kind_text(holding.kind, language).into()),
        ("certainty", phase.certainty().name().into()),
        ("confirmed", Value::Truth(phase.confirmed)),
        ("basis", phase.basis.get(language).into()),
        ("claims", Value::List(claims.collect())),
        ("sources", source_ids(atlas, &phase.citations)),
    ]);
    fields
}

pub fn claims<'a>(outlines: &'a Outlines<'a>, language: Language) -> Vec<Record<'a>> {
    let atlas = outlines.atlas;
    let mut records = Vec::new();
    for claim in atlas.disputes.claims() {
        let claimant = atlas.polity(claim.claimant);
        for index in &claim.territories {
            let territory = atlas.territory(*index);
            let mut fields: Fields = vec![
                ("id", claim.id.as_str().into()),
                ("territory", territory.id.as_str().into()),
            ];
            named(&mut fields, NAMES, &territory.name);
            timed(&mut fields, claim.period());
            fields.extend([
                ("claimant", claimant.id.as_str().into()),
                ("claimant_name", claimant.name.get(language).into()),
                ("kind", claim.kind.id().into()),
                ("certainty", claim.from.certainty().name().into()),
                ("confirmed", Value::Truth(claim.confirmed)),
                ("ground", claim.ground.get(language).into()),
                (
                    "note",
                    claim.note.as_ref().map(|note| note.get(language)).into(),
                ),
                ("sources", source_ids(atlas, &claim.citations)),
            ]);
            records.push(Record {
                id: format!("{}@{}", claim.id, territory.id),
                name: format!(
                    "{}: {}",
                    territory.name.get(language),
                    claimant.short.get(language)
                ),
                group: territory.name.get(language).to_owned(),
                fields,
                period: claim.period(),
                place: outlines.of(*index),
                polity: Some(claim.claimant),
            });
        }
    }
    records
}
