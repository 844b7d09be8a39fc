//! Figures over the years: trade, population, visits.

use super::language::Localized;
use super::source::Citation;

/// How a text words a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Qualifier {
    Exact,
    Nearly,
    Almost,
    LessThan,
    Over,
    About,
    AtLeast,
    UpTo,
    /// Worked out from other figures.
    Computed,
}

impl Qualifier {
    /// All qualifiers.
    pub const ALL: [Self; 9] = [
        Self::Exact,
        Self::Nearly,
        Self::Almost,
        Self::LessThan,
        Self::Over,
        Self::About,
        Self::AtLeast,
        Self::UpTo,
        Self::Computed,
    ];

    /// The id used in the data.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Nearly => "nearly",
            Self::Almost => "almost",
            Self::LessThan => "less-than",
            Self::Over => "over",
            Self::About => "about",
            Self::AtLeast => "at-least",
            Self::UpTo => "up-to",
            Self::Computed => "computed",
        }
    }

    /// The qualifier of an id in the data.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|qualifier| qualifier.id() == id)
    }
}

/// Where a figure comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// Stated in one of the two texts.
    Text,
    /// Computed from the texts' figures.
    Derived,
    /// From a published source beyond the texts.
    Beyond,
}

impl Basis {
    /// All kinds of basis.
    pub const ALL: [Self; 3] = [Self::Text, Self::Derived, Self::Beyond];

    /// The id used in the data.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Derived => "derived",
            Self::Beyond => "beyond",
        }
    }

    /// The basis of an id in the data.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|basis| basis.id() == id)
    }
}

/// What a series is about; each topic has a chart of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Topic {
    #[default]
    Trade,
    Population,
    Visits,
}

impl Topic {
    /// All topics.
    pub const ALL: [Self; 3] = [Self::Trade, Self::Population, Self::Visits];

    /// The id used in the data.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Trade => "trade",
            Self::Population => "population",
            Self::Visits => "visits",
        }
    }

    /// The topic of an id in the data.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|topic| topic.id() == id)
    }
}

/// One figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    pub year: i16,
    pub value: f64,
    /// `None` is an open bound: the wording sets no lower limit.
    pub low: Option<f64>,
    /// `None` is an open bound: the wording sets no upper limit.
    pub high: Option<f64>,
    pub qualifier: Qualifier,
    /// Whether the text itself names the year.
    pub year_stated: bool,
    pub basis: Basis,
    /// How a computed value comes about.
    pub formula: Option<Localized>,
    pub note: Option<Localized>,
    pub citations: Vec<Citation>,
}

/// Years for which the source speaks of a quantity but gives no number.
#[derive(Clone, Debug, PartialEq)]
pub struct Gap {
    pub from: i16,
    /// The last year of the gap.
    pub to: i16,
    pub note: Localized,
}

/// A quantity over the years.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    pub id: String,
    pub topic: Topic,
    pub name: Localized,
    pub unit: Localized,
    pub about: Localized,
    pub citations: Vec<Citation>,
    /// In order of the years.
    pub points: Vec<Point>,
    pub gaps: Vec<Gap>,
}

/// A series from a table of the reader's own. It cites no source of the atlas; each point has a
/// source in the reader's words.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnSeries {
    /// The name of the file.
    pub file: String,
    /// The same text in all languages; its basis is [`Basis::Beyond`].
    pub series: Series,
    /// One for each point; empty where the table names none.
    pub sources: Vec<String>,
}
