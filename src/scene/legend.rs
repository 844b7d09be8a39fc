//! Explains the colours and patterns that are on the map now.

use crate::dataset::Atlas;
use crate::model::control::{Holding, Kind};
use crate::model::date::Day;
use crate::model::language::Language;
use crate::model::place::TerritoryIx;
use crate::model::polity::{Family, PolityIx, Shade};
use crate::model::shown::Highlight;
use crate::model::view::View;
use crate::text::{Catalog, Key};

use super::map::{Fill, Pattern, claimants, kind_text};
use super::towns;

/// One line of the legend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub fill: Fill,
    pub text: String,
    /// How many territories and towns apart it stands for; parts count, wholes do not.
    pub count: usize,
    pub about: Highlight,
}

/// The states on the map, and below them the kinds of control other than plain sovereignty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Legend {
    pub holders: Vec<Entry>,
    pub kinds: Vec<Entry>,
    /// The towns held otherwise than the land around them.
    pub towns: Option<Entry>,
    /// Who claims what another holds.
    pub claims: Vec<Entry>,
}

/// How often each thing is on the map.
#[derive(Default)]
struct Tally {
    holders: Vec<(PolityIx, usize)>,
    kinds: [usize; Kind::ALL.len()],
    claims: Vec<(PolityIx, usize)>,
    towns: usize,
}

impl Tally {
    fn of(atlas: &Atlas, maps: &[(View, Day)], with_claims: bool, visible: &[bool]) -> Self {
        let mut tally = Self::default();
        for (index, territory) in atlas.territories() {
            if territory.shapes.is_empty() || !visible[index.index()] {
                continue;
            }
            let control = maps.iter().filter(|(view, _)| *view == View::Control);
            for (_, day) in control.filter(|_| with_claims) {
                for claimant in claimants(atlas, index, *day) {
                    if atlas.polity(claimant).family != Family::Indigenous {
                        count(&mut tally.claims, claimant);
                    }
                }
            }
            for (view, day) in maps {
                tally.hold(atlas.holding(*view, index, *day));
            }
        }
        for (view, day) in maps {
            let towns = towns::apart(atlas, *view, *day);
            for (_, apart) in towns.filter(|(record, _)| visible[record.land.index()]) {
                tally.hold(apart.holding);
                tally.towns += 1;
            }
        }
        tally
    }

    fn hold(&mut self, holding: Holding) {
        let polities = [Some(holding.holder), holding.with, holding.under];
        for polity in polities.into_iter().flatten() {
            count(&mut self.holders, polity);
        }
        self.kinds[holding.kind as usize] += 1;
    }
}

/// The legend of one map or of several together, each a day as a view has it, for the territories that are
/// `visible`; claims are explained where they are drawn.
#[must_use]
pub fn legend(
    atlas: &Atlas,
    maps: &[(View, Day)],
    language: Language,
    with_claims: bool,
    visible: &[bool],
) -> Legend {
    let mut tally = Tally::of(atlas, maps, with_claims, visible);
    tally
        .holders
        .sort_by_key(|(polity, _)| (atlas.polity(*polity).family, *polity));
    let entry = |about, shade, pattern, text: &str, count| Entry {
        fill: Fill {
            shade,
            pattern,
            second: None,
        },
        text: text.to_owned(),
        count,
        about,
    };
    let neutral = Shade {
        family: Family::None,
        tone: 0,
    };
    let holders = tally.holders.into_iter().map(|(index, count)| {
        let polity = atlas.polity(index);
        let name = polity.short.get(language);
        entry(
            Highlight::Holder(index),
            polity.shade(),
            Pattern::Plain,
            name,
            count,
        )
    });
    let kinds = Kind::ALL
        .into_iter()
        .map(|kind| (kind, tally.kinds[kind as usize]))
        .filter(|(kind, count)| *kind != Kind::Sovereign && *count > 0)
        .map(|(kind, count)| {
            let text = kind_text(kind, language);
            entry(
                Highlight::Kind(kind),
                neutral,
                Pattern::of(kind),
                text,
                count,
            )
        });
    let claims = tally.claims.into_iter().map(|(index, count)| {
        let polity = atlas.polity(index);
        let claimants = [("claimants", polity.short.get(language))];
        let text = Catalog::of(language).fill(Key::ClaimedBy, &claimants);
        entry(
            Highlight::Claim(index),
            polity.shade(),
            Pattern::Claim,
            &text,
            count,
        )
    });
    let towns = (tally.towns > 0).then(|| {
        let text = Catalog::of(language).get(Key::LegendTown);
        entry(Highlight::Towns, neutral, Pattern::Plain, text, tally.towns)
    });
    Legend {
        holders: holders.collect(),
        kinds: kinds.collect(),
        towns,
        claims: claims.collect(),
    }
}

/// Whether a line of the legend stands for a territory as a view has it on a day.
#[must_use]
pub fn stands_for(
    atlas: &Atlas,
    about: Highlight,
    view: View,
    territory: TerritoryIx,
    day: Day,
) -> bool {
    let holding = atlas.holding(view, territory, day);
    match about {
        Highlight::Holder(polity) => {
            holding.holder == polity
                || holding.with == Some(polity)
                || holding.under == Some(polity)
        }
        Highlight::Kind(kind) => holding.kind == kind,
        Highlight::Claim(polity) => {
            view == View::Control && claimants(atlas, territory, day).any(|it| it == polity)
        }
        Highlight::Towns => false,
    }
}

fn count(polities: &mut Vec<(PolityIx, usize)>, polity: PolityIx) {
    match polities.iter_mut().find(|(known, _)| *known == polity) {
        Some((_, count)) => *count += 1,
        None => polities.push((polity, 1)),
    }
}
