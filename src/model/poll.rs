//! Opinion polls: what Russians think of Japan, and Japanese of Russia.

use super::date::HistoricalDate;
use super::language::Localized;
use super::series::{Basis, Gap};
use super::source::Citation;

/// One group's answers; percentages, `None` where the source gives no value.
#[derive(Clone, Debug)]
pub struct Poll {
    pub id: String,
    pub pollster: String,
    /// When the question was asked.
    pub date: HistoricalDate,
    pub published: Option<HistoricalDate>,
    pub population: Localized,
    /// The country asked about.
    pub about: Localized,
    pub group: Localized,
    pub favourable: Option<f64>,
    pub unfavourable: Option<f64>,
    pub neither: Option<f64>,
    pub basis: Basis,
    pub question: Option<Localized>,
    pub note: Option<Localized>,
    pub citations: Vec<Citation>,
}

/// One round of a survey; percentages, `None` where the source gives no value.
#[derive(Clone, Debug)]
pub struct SurveyPoint {
    /// When the question was asked.
    pub date: HistoricalDate,
    pub favourable: Option<f64>,
    pub unfavourable: Option<f64>,
    pub neither: Option<f64>,
    pub note: Option<Localized>,
    pub citations: Vec<Citation>,
}

/// The same question asked again over the years; always from a source beyond the texts.
#[derive(Clone, Debug)]
pub struct Survey {
    pub id: String,
    pub pollster: String,
    pub name: Localized,
    pub population: Localized,
    /// The country asked about.
    pub about: Localized,
    /// What the survey itself counts as favourable.
    pub favourable_label: Localized,
    /// What the survey itself counts as unfavourable.
    pub unfavourable_label: Localized,
    /// In order of time.
    pub points: Vec<SurveyPoint>,
    pub gaps: Vec<Gap>,
    pub citations: Vec<Citation>,
}

impl Survey {
    /// The id of a round in tables: that of the survey and its date.
    #[must_use]
    pub fn row_id(&self, point: &SurveyPoint) -> String {
        format!("{}-{}", self.id, point.date)
    }
}
