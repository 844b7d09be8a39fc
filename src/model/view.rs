//! Whose view of the borders is told: control, or a government's position.

use super::control::Holding;
use super::date::{HistoricalDate, Period};
use super::language::Localized;
use super::place::TerritoryIx;
use super::source::Citation;

/// Whose view of the borders the map draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum View {
    /// Who holds what, de facto.
    #[default]
    Control,
    /// The official position of Japan on that date.
    Japan,
    /// The official position of Russia, or the Soviet Union, on that date.
    Russia,
}

impl View {
    /// All views.
    pub const ALL: [Self; 3] = [Self::Control, Self::Japan, Self::Russia];

    /// The id used in the data, on the command line and in JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Control => "control",
            Self::Japan => "japan",
            Self::Russia => "russia",
        }
    }

    /// The view of an id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.id() == id)
    }
}

/// Where a government's position differs from control: whose it holds a territory to be.
#[derive(Clone, Debug)]
pub struct Perspective {
    pub view: View,
    pub territories: Vec<TerritoryIx>,
    pub from: HistoricalDate,
    pub to: Option<HistoricalDate>,
    pub holding: Holding,
    /// Why that government sees it so.
    pub why: Localized,
    pub citations: Vec<Citation>,
}

impl Perspective {
    /// The days on which the position was held.
    #[must_use]
    pub fn period(&self) -> Period {
        Period::between(self.from, self.to)
    }
}
