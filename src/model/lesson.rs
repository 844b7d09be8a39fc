//! Lessons: guided tours through the atlas, step by step.

use super::date::HistoricalDate;
use super::event::EventIx;
use super::language::Localized;
use super::place::TerritoryIx;
use super::shown::{Chart, Layer, Page, Preset};
use super::source::Citation;
use super::view::View;

/// How many steps a lesson should have; fewer tell no story, more are no lesson.
pub const STEPS: std::ops::RangeInclusive<usize> = 8..=15;

/// For whom a lesson is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Level {
    /// Lower secondary school.
    #[default]
    Lower,
    /// Upper secondary school.
    Upper,
}

impl Level {
    /// All levels.
    pub const ALL: [Self; 2] = [Self::Lower, Self::Upper];

    /// The id used in lesson files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Lower => "lower",
            Self::Upper => "upper",
        }
    }

    /// The level of an id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.id() == id)
    }
}

/// Which map a step draws, or which two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Maps {
    One(View),
    /// Both sides' positions beside each other.
    Sides,
}

impl Default for Maps {
    fn default() -> Self {
        Self::One(View::Control)
    }
}

impl Maps {
    /// All of them.
    pub const ALL: [Self; 4] = [
        Self::One(View::Control),
        Self::One(View::Japan),
        Self::One(View::Russia),
        Self::Sides,
    ];

    /// The id used in lesson files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::One(view) => view.id(),
            Self::Sides => "sides",
        }
    }

    /// The maps of an id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|maps| maps.id() == id)
    }
}

/// Where a step looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Aim {
    At(Preset),
    /// A stretch of the earth as wide as the map.
    Camera {
        /// Longitude and latitude in degrees, WGS 84.
        center: [f64; 2],
        /// Kilometres from the left edge of the map to the right one.
        width_km: f64,
    },
}

/// What a step points at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Subject {
    #[default]
    Nothing,
    Place(TerritoryIx),
    Event(EventIx),
}

/// A question to the class.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    pub question: Localized,
    /// What a good answer says; without words in a reader's own lesson that gives none.
    pub answer: Localized,
}

/// A step of a lesson: a view of the atlas, and what is said of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Unique in the lesson.
    pub id: String,
    /// The end of its unit is shown.
    pub date: HistoricalDate,
    pub maps: Maps,
    /// `None`: the map stays where it is.
    pub aim: Option<Aim>,
    pub subject: Subject,
    /// The page of the inspector; `None`: the one of the subject, or else it stays.
    pub page: Option<Page>,
    pub chart: Option<Chart>,
    /// A position in the atlas's conflicts.
    pub conflict: Option<u16>,
    /// The layers that are on; `None`: all.
    pub layers: Option<Vec<Layer>>,
    /// The stretch of the time axis in sight; `None`: it stays.
    pub time: Option<(HistoricalDate, HistoricalDate)>,
    pub title: Localized,
    pub caption: Localized,
    pub question: Option<Question>,
    pub citations: Vec<Citation>,
}

/// A lesson.
#[derive(Clone, Debug, PartialEq)]
pub struct Lesson {
    pub id: String,
    pub title: Localized,
    pub about: Localized,
    /// How long it takes in class.
    pub minutes: u16,
    pub level: Level,
    /// For the teacher.
    pub notes: Localized,
    pub steps: Vec<Step>,
}
