//! Explains the colours and patterns that are on the map now.

use crate::dataset::Atlas;
use crate::model::control::Kind;
use crate::model::date::Day;
use crate::model::language::Language;
use crate::model::polity::{Family, PolityIx, Shade};
use crate::model::view::View;
use crate::text::{Catalog, Key};

use super::map::{Fill, Pattern, claimants, kind_text};

/// One line of the legend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub fill: Fill,
    pub text: String,
    /// How many territories it stands for; parts count, wholes do not.
    pub count: usize,
}

/// The states on the map, and below them the kinds of control other than plain sovereignty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Legend {
    pub holders: Vec<Entry>,
    pub kinds: Vec<Entry>,
    /// Who claims what another holds.
    pub claims: Vec<Entry>,
}

/// The legend of a day as one view has it, or several together, for the territories that are `visible`; claims are
/// explained where they are drawn.
#[must_use]
pub fn legend(
    atlas: &Atlas,
    views: &[View],
    day: Day,
    language: Language,
    with_claims: bool,
    visible: &[bool],
) -> Legend {
    let mut holders: Vec<(PolityIx, usize)> = Vec::new();
    let mut counts = [0_usize; Kind::ALL.len()];
    let mut claims: Vec<(PolityIx, usize)> = Vec::new();
    for (index, territory) in atlas.territories() {
        if territory.shapes.is_empty() || !visible[index.index()] {
            continue;
        }
        if with_claims && views.contains(&View::Control) {
            for claimant in claimants(atlas, index, day) {
                if atlas.polity(claimant).family != Family::Indigenous {
                    count(&mut claims, claimant);
                }
            }
        }
        for view in views {
            let holding = atlas.holding(*view, index, day);
            for polity in [Some(holding.holder), holding.with, holding.under]
                .into_iter()
                .flatten()
            {
                count(&mut holders, polity);
            }
            counts[holding.kind as usize] += 1;
        }
    }
    holders.sort_by_key(|(polity, _)| (atlas.polity(*polity).family, *polity));
    let holders = holders.into_iter().map(|(polity, count)| Entry {
        fill: Fill {
            shade: atlas.polity(polity).shade(),
            pattern: Pattern::Plain,
            second: None,
        },
        text: atlas.polity(polity).short.get(language).to_owned(),
        count,
    });
    let kinds = Kind::ALL
        .into_iter()
        .filter(|kind| *kind != Kind::Sovereign && counts[*kind as usize] > 0);
    let kinds = kinds.map(|kind| Entry {
        fill: Fill {
            shade: Shade {
                family: Family::None,
                tone: 0,
            },
            pattern: Pattern::of(kind),
            second: None,
        },
        text: kind_text(kind, language).to_owned(),
        count: counts[kind as usize],
    });
    let claims = claims.into_iter().map(|(polity, count)| Entry {
        fill: Fill {
            shade: atlas.polity(polity).shade(),
            pattern: Pattern::Claim,
            second: None,
        },
        text: Catalog::of(language).fill(
            Key::ClaimedBy,
            &[("claimants", atlas.polity(polity).short.get(language))],
        ),
        count,
    });
    Legend {
        holders: holders.collect(),
        kinds: kinds.collect(),
        claims: claims.collect(),
    }
}

fn count(polities: &mut Vec<(PolityIx, usize)>, polity: PolityIx) {
    match polities.iter_mut().find(|(known, _)| *known == polity) {
        Some((_, count)) => *count += 1,
        None => polities.push((polity, 1)),
    }
}
