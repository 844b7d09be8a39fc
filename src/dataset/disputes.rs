//! Claims and positions, found by territory and day.

use crate::model::claim::Claim;
use crate::model::date::Day;
use crate::model::place::{Territory, TerritoryIx};
use crate::model::view::{Perspective, View};

/// All claims and all differing positions, indexed by territory. What is said of a whole holds for
/// its parts, unless something is said of the part itself.
#[derive(Clone, Debug, Default)]
pub struct Disputes {
    claims: Vec<Claim>,
    perspectives: Vec<Perspective>,
    /// For each territory, the positions of its claims.
    claims_of: Vec<Vec<usize>>,
    /// For each territory, the positions of what the sides say of it; its own first, then its
    /// whole's.
    perspectives_of: Vec<Vec<usize>>,
}

impl Disputes {
    /// Indexes claims and perspectives for the territories of an atlas.
    #[must_use]
    pub fn new(
        territories: &[Territory],
        claims: Vec<Claim>,
        perspectives: Vec<Perspective>,
    ) -> Self {
        let about = |concerns: &dyn Fn(TerritoryIx) -> Vec<usize>| -> Vec<Vec<usize>> {
            let each = (0u16..).map(TerritoryIx).zip(territories);
            each.map(|(index, territory)| {
                let mut found = concerns(index);
                found.extend(territory.part_of.map(concerns).unwrap_or_default());
                found
            })
            .collect()
        };
        let positions = |named: &dyn Fn(usize) -> bool, count: usize| {
            (0..count).filter(|index| named(*index)).collect()
        };
        let claims_of = about(&|territory| {
            positions(
                &|index| claims[index].territories.contains(&territory),
                claims.len(),
            )
        });
        let perspectives_of = about(&|territory| {
            positions(
                &|index| perspectives[index].territories.contains(&territory),
                perspectives.len(),
            )
        });
        Self {
            claims,
            perspectives,
            claims_of,
            perspectives_of,
        }
    }

    /// All claims.
    #[must_use]
    pub fn claims(&self) -> &[Claim] {
        &self.claims
    }

    /// All differing positions.
    #[must_use]
    pub fn perspectives(&self) -> &[Perspective] {
        &self.perspectives
    }

    /// The claims on a territory on a day.
    pub fn claims_on(&self, territory: TerritoryIx, day: Day) -> impl Iterator<Item = &Claim> {
        self.claims_ever(territory)
            .filter(move |claim| claim.period().contains(day))
    }

    /// All claims on a territory, whenever they stood.
    pub fn claims_ever(&self, territory: TerritoryIx) -> impl Iterator<Item = &Claim> {
        let positions = self
            .claims_of
            .get(territory.index())
            .map_or(&[][..], Vec::as_slice);
        positions.iter().map(|position| &self.claims[*position])
    }

    /// What a side says of a territory on a day where it differs from control.
    #[must_use]
    pub fn seen(&self, view: View, territory: TerritoryIx, day: Day) -> Option<&Perspective> {
        if view == View::Control {
            return None;
        }
        let positions = self.perspectives_of.get(territory.index())?;
        let mut all = positions
            .iter()
            .map(|position| &self.perspectives[*position]);
        all.find(|perspective| perspective.view == view && perspective.period().contains(day))
    }
}
