//! Explains the colours and patterns that are on the map now.

use crate::dataset::Atlas;
use crate::model::control::Kind;
use crate::model::date::Day;
use crate::model::language::Language;
use crate::model::polity::{Family, PolityIx, Shade};

use super::map::{Fill, Pattern, kind_text};

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
}

/// The legend of a day.
#[must_use]
pub fn legend(atlas: &Atlas, day: Day, language: Language) -> Legend {
    let mut holders: Vec<(PolityIx, usize)> = Vec::new();
    let mut counts = [0_usize; Kind::ALL.len()];
    for ((_, territory), phase) in atlas.territories().zip(atlas.control.at(day)) {
        if territory.shapes.is_empty() {
            continue;
        }
        let holding = phase.holding;
        for polity in [Some(holding.holder), holding.with, holding.under].into_iter().flatten() {
            match holders.iter_mut().find(|(known, _)| *known == polity) {
                Some((_, count)) => *count += 1,
                None => holders.push((polity, 1)),
            }
        }
        counts[holding.kind as usize] += 1;
    }
    holders.sort_by_key(|(polity, _)| (atlas.polity(*polity).family, *polity));
    let holders = holders.into_iter().map(|(polity, count)| Entry {
        fill: Fill { shade: atlas.polity(polity).shade(), pattern: Pattern::Plain, second: None },
        text: atlas.polity(polity).short.get(language).to_owned(),
        count,
    });
    let kinds = Kind::ALL.into_iter().filter(|kind| *kind != Kind::Sovereign && counts[*kind as usize] > 0);
    let kinds = kinds.map(|kind| Entry {
        fill: Fill { shade: Shade { family: Family::None, tone: 0 }, pattern: Pattern::of(kind), second: None },
        text: kind_text(kind, language).to_owned(),
        count: counts[kind as usize],
    });
    Legend { holders: holders.collect(), kinds: kinds.collect() }
}
