//! What the inspector says of claims, rights, positions and offers.

use crate::dataset::Atlas;
use crate::model::claim::ClaimKind;
use crate::model::date::{Day, HistoricalDate};
use crate::model::language::Language;
use crate::model::place::TerritoryIx;
use crate::model::polity::PolityIx;
use crate::model::right::RightKind;
use crate::model::source::Citation;
use crate::model::view::View;
use crate::text::{Catalog, Key, format};

use super::details::{ClaimLine, DateLink, OfferLine, PositionText, SourceLine, own, source_line};
use super::map::{holder_text, is_soviet, kind_text};

fn sources(atlas: &Atlas, citations: &[Citation], language: Language) -> Vec<SourceLine> {
    citations
        .iter()
        .map(|citation| source_line(atlas, citation, language))
        .collect()
}

fn when(from: HistoricalDate, to: Option<HistoricalDate>, language: Language) -> String {
    let catalog = Catalog::of(language);
    let from = format::historical(language, from);
    match to {
        Some(to) => catalog.fill(
            Key::FromTo,
            &[("from", &from), ("to", &format::historical(language, to))],
        ),
        None => catalog.fill(Key::FromOn, &[("from", &from)]),
    }
}

fn short(atlas: &Atlas, polity: PolityIx, language: Language) -> &str {
    atlas.polity(polity).short.get(language)
}

/// How a view sees a territory where that differs from control, and why.
#[must_use]
pub fn seen(
    atlas: &Atlas,
    territory: TerritoryIx,
    view: View,
    day: Day,
    language: Language,
) -> Option<(String, String)> {
    let perspective = atlas.disputes.seen(view, territory, day)?;
    let holder = holder_text(atlas, perspective.holding, language);
    let kind = kind_text(perspective.holding.kind, language);
    let seen = Catalog::of(language).fill(Key::SeenAs, &[("holder", &holder), ("kind", kind)]);
    Some((seen, own(&perspective.why, language)))
}

/// The claims on a territory on a day.
#[must_use]
pub fn claims(
    atlas: &Atlas,
    territory: TerritoryIx,
    day: Day,
    language: Language,
) -> Vec<ClaimLine> {
    let holder = atlas.control.record(territory).at(day).holding.holder;
    let claims = atlas
        .disputes
        .claims_on(territory, day)
        .filter(|claim| claim.claimant != holder);
    claims
        .map(|claim| {
            let key = match claim.kind {
                ClaimKind::Claimed => Key::ClaimClaimed,
                ClaimKind::Renounced => Key::ClaimRenounced,
                ClaimKind::Undetermined => Key::ClaimUndetermined,
            };
            ClaimLine {
                title: Catalog::of(language)
                    .fill(key, &[("claimant", short(atlas, claim.claimant, language))]),
                shade: atlas.polity(claim.claimant).shade(),
                when: when(claim.from, claim.to, language),
                ground: own(&claim.ground, language),
                note: claim.note.as_ref().map(|note| own(note, language)),
                confirmed: claim.confirmed,
                sources: sources(atlas, &claim.citations, language),
            }
        })
        .collect()
}

/// The name of a kind of right.
#[must_use]
pub fn right_text(kind: RightKind, language: Language) -> &'static str {
    Catalog::of(language).get(match kind {
        RightKind::Concession => Key::RightConcession,
        RightKind::LeaseZone => Key::RightLeaseZone,
        RightKind::Sphere => Key::RightSphere,
        RightKind::RailwayZone => Key::RightRailwayZone,
        RightKind::Fishing => Key::RightFishing,
        RightKind::Base => Key::RightBase,
        RightKind::Police => Key::RightPolice,
    })
}

/// The rights in a territory on a day.
#[must_use]
pub fn rights(
    atlas: &Atlas,
    territory: TerritoryIx,
    day: Day,
    language: Language,
) -> Vec<ClaimLine> {
    let rights = atlas.rights.iter();
    let rights = rights
        .filter(|right| right.territories.contains(&territory) && right.period().contains(day));
    rights
        .map(|right| {
            let values = [
                ("holder", short(atlas, right.holder, language)),
                ("kind", right_text(right.kind, language)),
            ];
            ClaimLine {
                title: Catalog::of(language).fill(Key::RightLine, &values),
                shade: atlas.polity(right.holder).shade(),
                when: when(right.from, right.to, language),
                ground: own(&right.ground, language),
                note: right.note.as_ref().map(|note| own(note, language)),
                confirmed: right.confirmed,
                sources: sources(atlas, &right.citations, language),
            }
        })
        .collect()
}

/// What both governments say of a territory on a day, Japan first.
#[must_use]
pub fn positions(
    atlas: &Atlas,
    territory: TerritoryIx,
    day: Day,
    language: Language,
) -> Vec<PositionText> {
    let whole = atlas.territory(territory).part_of;
    let concerns = |named: &[TerritoryIx]| {
        named.contains(&territory) || whole.is_some_and(|whole| named.contains(&whole))
    };
    let mut texts = Vec::new();
    for side in [View::Japan, View::Russia] {
        let position = atlas.positions.iter().find(|position| {
            position.side == side
                && concerns(&position.territories)
                && position.period().contains(day)
        });
        texts.extend(position.map(|position| PositionText {
            side: side_name(side, day, language).to_owned(),
            text: own(&position.text, language),
            sources: sources(atlas, &position.citations, language),
        }));
    }
    texts
}

/// The state that speaks for a side on a day.
fn side_name(side: View, day: Day, language: Language) -> &'static str {
    Catalog::of(language).get(match side {
        View::Japan => Key::SideJapan,
        View::Russia | View::Control if is_soviet(day) => Key::SideSoviet,
        View::Russia | View::Control => Key::SideRussia,
    })
}

/// All offers about a territory, in order of time.
#[must_use]
pub fn offers(atlas: &Atlas, territory: TerritoryIx, language: Language) -> Vec<OfferLine> {
    let catalog = Catalog::of(language);
    let whole = atlas.territory(territory).part_of;
    let concerns = |named: &[TerritoryIx]| {
        named.contains(&territory) || whole.is_some_and(|whole| named.contains(&whole))
    };
    let offers = atlas
        .offers
        .iter()
        .filter(|offer| concerns(&offer.territories));
    offers
        .map(|offer| OfferLine {
            date: DateLink {
                day: offer.date.first_day(),
                text: format::historical(language, offer.date),
            },
            parties: catalog.fill(
                if offer.joint {
                    Key::OfferJoint
                } else {
                    Key::OfferBy
                },
                &[
                    ("by", short(atlas, offer.by, language)),
                    ("to", short(atlas, offer.to, language)),
                ],
            ),
            content: own(&offer.content, language),
            condition: offer.condition.as_ref().map(|condition| {
                catalog.fill(
                    Key::OfferCondition,
                    &[("condition", condition.get(language))],
                )
            }),
            answer: catalog.fill(Key::OfferAnswer, &[("answer", offer.answer.get(language))]),
            sources: sources(atlas, &offer.citations, language),
        })
        .collect()
}
