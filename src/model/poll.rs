//! Opinion polls: what Russians think of Japan, and Japanese of Russia.

use super::date::HistoricalDate;
use super::language::Localized;
use super::series::Basis;
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
