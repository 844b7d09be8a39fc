//! What the two governments say, and what they offered each other.

use super::date::{HistoricalDate, Period};
use super::language::Localized;
use super::place::TerritoryIx;
use super::polity::PolityIx;
use super::series::Basis;
use super::source::Citation;
use super::view::View;

/// A government's argument about some territories during some time.
#[derive(Clone, Debug)]
pub struct Position {
    pub id: String,
    /// [`View::Japan`] or [`View::Russia`].
    pub side: View,
    pub territories: Vec<TerritoryIx>,
    pub from: HistoricalDate,
    pub to: Option<HistoricalDate>,
    pub text: Localized,
    pub citations: Vec<Citation>,
}

impl Position {
    /// The days on which it was the government's position.
    #[must_use]
    pub fn period(&self) -> Period {
        Period::between(self.from, self.to)
    }
}

/// An offer, condition or refusal.
#[derive(Clone, Debug)]
pub struct Offer {
    pub id: String,
    pub date: HistoricalDate,
    pub by: PolityIx,
    pub to: PolityIx,
    /// Whether both signed or said it, so that it is neither side's offer to the other.
    pub joint: bool,
    pub content: Localized,
    pub condition: Option<Localized>,
    pub answer: Localized,
    pub territories: Vec<TerritoryIx>,
    pub basis: Basis,
    pub citations: Vec<Citation>,
    pub confirmed: bool,
}
