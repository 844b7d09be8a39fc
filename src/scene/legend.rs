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
    /// How many territories and towns apart it stands for on each of the maps; parts count, wholes do
    /// not.
    pub counts: Vec<usize>,
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

impl Entry {
    /// "36", or "36 | 13" for two maps, from left to right.
    #[must_use]
    pub fn count_text(&self) -> String {
        let counts: Vec<String> = self.counts.iter().map(usize::to_string).collect();
        counts.join(" | ")
    }
}

/// How often each thing is on each of the maps.
#[derive(Default)]
struct Tally {
    /// How many maps there are.
    maps: usize,
    holders: Vec<(PolityIx, Vec<usize>)>,
    kinds: Vec<(Kind, Vec<usize>)>,
    claims: Vec<(PolityIx, Vec<usize>)>,
    towns: Vec<usize>,
}

impl Tally {
    fn of(atlas: &Atlas, maps: &[(View, Day)], with_claims: bool, visible: &[bool]) -> Self {
        let mut tally = Self {
            maps: maps.len(),
            towns: vec![0; maps.len()],
            ..Self::default()
        };
        for (index, territory) in atlas.territories() {
            if territory.shapes.is_empty() || !visible[index.index()] {
                continue;
            }
            for (map, (view, day)) in maps.iter().enumerate() {
                tally.hold(map, atlas.holding(*view, index, *day));
                if *view != View::Control || !with_claims {
                    continue;
                }
                for claimant in claimants(atlas, index, *day) {
                    if atlas.polity(claimant).family != Family::Indigenous {
                        count(&mut tally.claims, claimant, map, maps.len());
                    }
                }
            }
        }
        for (map, (view, day)) in maps.iter().enumerate() {
            let towns = towns::apart(atlas, *view, *day);
            for (_, apart) in towns.filter(|(record, _)| visible[record.land.index()]) {
                tally.hold(map, apart.holding);
                tally.towns[map] += 1;
            }
        }
        tally
    }

    fn hold(&mut self, map: usize, holding: Holding) {
        let polities = [Some(holding.holder), holding.with, holding.under];
        for polity in polities.into_iter().flatten() {
            count(&mut self.holders, polity, map, self.maps);
        }
        count(&mut self.kinds, holding.kind, map, self.maps);
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
    let entry = |about, shade, pattern, text: &str, counts| Entry {
        fill: Fill {
            shade,
            pattern,
            second: None,
        },
        text: text.to_owned(),
        counts,
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
    tally.kinds.sort_by_key(|(kind, _)| *kind as usize);
    let kinds = tally.kinds.into_iter();
    let kinds = kinds
        .filter(|(kind, _)| *kind != Kind::Sovereign)
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
    let towns = tally.towns.iter().any(|count| *count > 0).then(|| {
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

/// Counts one more of a thing on one of so many maps.
fn count<T: PartialEq>(all: &mut Vec<(T, Vec<usize>)>, thing: T, map: usize, maps: usize) {
    let at = all.iter().position(|(known, _)| *known == thing);
    let at = at.unwrap_or_else(|| {
        all.push((thing, vec![0; maps]));
        all.len() - 1
    });
    all[at].1[map] += 1;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Origin;

    #[test]
    fn each_of_two_maps_is_counted_by_itself() {
        let atlas = Atlas::load(&Origin::Embedded).unwrap();
        let visible = vec![true; atlas.territories.len()];
        let [then, now] = [1930, 1950].map(|year| Day::new(year, 12, 31).unwrap());
        for maps in [
            [(View::Control, then), (View::Control, now)],
            [(View::Japan, now), (View::Russia, now)],
        ] {
            let of = |maps: &[(View, Day)]| legend(&atlas, maps, Language::English, true, &visible);
            let both = of(&maps);
            let alone = maps.map(|map| of(&[map]));
            let all = |legend: &Legend| -> Vec<Entry> {
                let Legend {
                    holders,
                    kinds,
                    towns,
                    claims,
                } = legend.clone();
                [holders, kinds, towns.into_iter().collect(), claims].concat()
            };
            for entry in all(&both) {
                let counts: Vec<usize> = alone
                    .iter()
                    .map(|legend| {
                        let lines = all(legend);
                        let line = lines.iter().find(|line| line.about == entry.about);
                        line.map_or(0, |line| line.counts[0])
                    })
                    .collect();
                assert_eq!(entry.counts, counts, "{}", entry.text);
                assert!(counts.iter().sum::<usize>() > 0, "{}", entry.text);
            }
        }
    }
}
