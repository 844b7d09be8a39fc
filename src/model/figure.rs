//! Single numbers that the texts state: troops, areas, loans, and all the others.

use super::date::HistoricalDate;
use super::language::Localized;
use super::series::Qualifier;
use super::source::Citation;

/// What a number is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FigureTopic {
    Trade,
    Money,
    Opinion,
    Islands,
    People,
    Military,
    Diplomacy,
    Time,
    Other,
}

impl FigureTopic {
    /// All topics.
    pub const ALL: [Self; 9] = [
        Self::Trade,
        Self::Money,
        Self::Opinion,
        Self::Islands,
        Self::People,
        Self::Military,
        Self::Diplomacy,
        Self::Time,
        Self::Other,
    ];

    /// The id used in the data.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Trade => "trade",
            Self::Money => "money",
            Self::Opinion => "opinion",
            Self::Islands => "islands",
            Self::People => "people",
            Self::Military => "military",
            Self::Diplomacy => "diplomacy",
            Self::Time => "time",
            Self::Other => "other",
        }
    }

    /// The topic of an id in the data.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|topic| topic.id() == id)
    }
}

/// What documents give where a text errs or is vague.
#[derive(Clone, Debug)]
pub struct Documented {
    pub value: Option<f64>,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub text: Localized,
    pub citations: Vec<Citation>,
}

/// A number as one of the texts states it.
#[derive(Clone, Debug)]
pub struct StatedFigure {
    pub id: String,
    pub topic: FigureTopic,
    pub name: Localized,
    /// `None` where the text speaks of a quantity but gives no number.
    pub value: Option<f64>,
    /// `None` is an open bound.
    pub low: Option<f64>,
    /// `None` is an open bound.
    pub high: Option<f64>,
    pub qualifier: Qualifier,
    pub unit: Localized,
    /// `None` where the number has no date.
    pub date: Option<HistoricalDate>,
    /// Where in the texts it stands.
    pub at: Vec<Citation>,
    pub documented: Option<Documented>,
    /// The position of the conflict that tells of it, in the atlas's conflicts.
    pub conflict: Option<u16>,
    /// The id of the series that draws it.
    pub series: Option<String>,
    /// The id of the poll that draws it.
    pub poll: Option<String>,
    pub note: Option<Localized>,
}
